package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// An article whose title names nobody and that has at least so many headings is
// a roundup: each heading opens an item of its own.
const manyHeadings = 2

// An entity that is named at least so often leads an article whose title names
// nobody.
const oftenNamed = 3

// lead returns whom the article is about: whom the title names first, or else the
// entity named most often. roundup reports that it is about many; then main is
// whom its first item is about.
func (k *linking) lead(ms []mention) (main topic, roundup bool) {
	best, n := mostNamed(ms)
	if n < oftenNamed {
		best = mention{}
	}
	main = k.titled(best)
	if k.items(main) >= manyHeadings || k.announced() >= manyHeadings || k.labelled() {
		return main, true
	}
	if main.text != "" {
		return main, false
	}
	noun := k.titleNoun()
	if best.name == "" && noun.text == "" {
		return k.setting(), false
	}
	if best.name == "" || noun.text != "" && k.uses(noun.text) > n {
		return noun, false
	}
	if p := k.mostOpened(); p.text != "" && k.uses(p.text) > k.uses(k.full(best)) {
		return p, false
	}
	if park := k.setting(); best.typ == "company" && park.text != "" {
		return park, false
	}
	return k.about(best, "leading"), false
}

// setting returns the park that an article without a title opens with, when it comes back to that
// by the word for its kind or by 该区 (X高新区项目集中开工。…高新区…), though it names one of the firms
// there more often, or nothing.
func (k *linking) setting() topic {
	for i := range k.a.sentences {
		s := &k.a.sentences[i]
		switch s.block.Kind {
		case segment.Title:
			return topic{}
		case segment.Paragraph:
		default:
			continue
		}
		v := k.passage(i, nil)
		for _, c := range v.clauses {
			t, ok := v.opener(c)
			if !ok {
				continue
			}
			kind, class, is := k.anaphors.suffix(t.text)
			if t.typ == "park" && is && class == "park" && kind != t.text && !k.manyOf[kind] && k.uses(kind) > namedTwice || t.typ == "park" && k.uses("该区") >= namedTwice {
				return t.by("leading")
			}
			return topic{}
		}
	}
	return topic{}
}

// titleNoun returns what the title says something of when the article keeps talking
// about it (自主创新示范区|集聚新动能).
func (k *linking) titleNoun() topic {
	for i := range k.a.sentences {
		s := &k.a.sentences[i]
		if s.block.Kind != segment.Title || len(s.tokens) == 0 {
			continue
		}
		v := k.passage(i, nil)
		first := v.tokenIndex(max(s.span.Start, seriesEnd(s.block.Text), v.sourceEnd()))
		for first < len(s.tokens) && v.timeAt(s.tokens[first].Start) {
			first++
		}
		if first == len(s.tokens) {
			continue
		}
		np := v.nounPhrase(first, s.span.End)
		if np.Len() == 0 || !v.acts(np.End, s.span.End) && !v.sizeNoun(np) || strings.HasPrefix(v.tokenAt(np.Start).POS, "m") {
			continue // 前|三季度全市经济
		}
		for last := v.tokenIndex(np.End - 1); last >= 0 && s.tokens[last].Start >= np.Start; last-- {
			noun := s.block.Text[np.Start:s.tokens[last].End]
			if !strings.HasPrefix(s.tokens[last].POS, "n") && s.tokens[last].POS != "x" {
				continue
			}
			cut := s.tokens[last].End < np.End // 泛亚铁路|建设, but 高水平|开放 is nobody
			if v.isSize(noun) {
				break // 汽车产销量 is somebody's
			}
			if strings.HasPrefix(s.block.Text[s.tokens[last].End:s.span.End], "业") {
				continue // gse cuts 轻工|业
			}
			if (!cut || len(noun) > longNoun) && len(noun) >= longNoun && v.uses(noun) >= oftenNamed {
				return topic{text: noun, link: "leading", group: true}
			}
		}
	}
	return topic{}
}

// titled returns whom the title names first; best is the entity that the article
// names most often, if that is often.
func (k *linking) titled(best mention) topic {
	for i := range k.a.sentences {
		if k.a.sentences[i].block.Kind != segment.Title {
			continue
		}
		t, m := k.headed(i)
		// A title cuts names short: 海信 for 淄博海信, 天津 for 天津自贸区.
		long := k.full(best)
		if m.name != "" && best.typ == m.typ && strings.Contains(long, k.full(m)) ||
			m.name == "" && t.text != "" && best.typ == "park" && k.uses(long) >= namedTwice && (strings.HasPrefix(long, t.text) || strings.HasSuffix(long, t.text) || k.shortIn(long, i)) {
			return k.about(best, "leading")
		}
		if named := k.a.sentences[i].text(); best.typ == "park" && k.refersTo(t.text) && strings.Contains(named, long) {
			return k.about(best, "leading") // 国家高新区排名出炉 X高新区升至第七
		}
		if t.text != "" {
			return t
		}
		if t := k.way(i); t.text != "" {
			return t
		}
		if t := k.hidden(i); t.text != "" && !k.tours(i) {
			return t
		}
		if t := k.portrayed(i); t.text != "" {
			return t
		}
	}
	return topic{}
}

// shortIn reports whether sentence i, a title, holds the name of a park without the word for its
// kind (仲恺 for 仲恺高新区) behind a place.
func (k *linking) shortIn(park string, i int) bool {
	kind, class, ok := k.anaphors.suffix(park)
	own := strings.TrimSuffix(park, kind)
	return ok && class == "park" && utf8.RuneCountInString(own) > 1 && strings.Contains(k.a.sentences[i].text(), own)
}

// portrayed returns the person that sentence i, a title, opens with (张三：做一颗螺丝钉)
// when the article keeps naming them.
func (k *linking) portrayed(i int) topic {
	s := &k.a.sentences[i]
	v := k.passage(i, nil)
	start := max(s.span.Start, seriesEnd(s.block.Text))
	if nickname := strings.Index(s.block.Text[start:s.span.End], "”"); nickname > 0 && strings.HasPrefix(s.block.Text[start:], "“") {
		start += nickname + len("”") // “战神”X：…
	}
	name, start := v.titledAt(start)
	end := start + len(name)
	if _, told := after(s.block.Text, end, "：", ":"); name == "" || !told || k.uses(name) < oftenNamed || k.onlySpeaks(name) {
		return topic{}
	}
	return topic{text: name, link: "leading"}
}

// onlySpeaks reports whether the article keeps quoting the person of that name.
func (k *linking) onlySpeaks(name string) bool {
	n := 0
	for word := range k.lists.of("reporting").all {
		n += k.uses(name + word)
	}
	return n >= namedTwice
}

// way returns the road, railway or line that sentence i, a title, opens with when the
// article keeps naming it (京沪高速|沿线走好发展之路).
func (k *linking) way(i int) topic {
	s := &k.a.sentences[i]
	start := max(s.span.Start, seriesEnd(s.block.Text))
	for n, t := range s.tokens {
		if t.Start < start {
			continue
		}
		if name := s.block.Text[start:t.End]; k.is("way", s.block.Text[t.Start:t.End]) && t.Start > start && k.uses(name) >= oftenNamed {
			return topic{text: name, link: "leading"}
		}
		if n > nounWords+1 && t.Start > start+len("四个字长") {
			break
		}
	}
	return topic{}
}

// hidden returns the place that sentence i, a title, holds across words as gse cut
// them, when the article keeps naming it (大美|新西|藏).
func (k *linking) hidden(i int) topic {
	s := &k.a.sentences[i]
	v := k.passage(i, nil)
	text := s.block.Text[:s.span.End]
	best := ""
	for at := s.span.Start; at < s.span.End; {
		k.gazetteer.prefixes(text[at:], func(n int, id nameID) bool {
			if typ, _, guarded := k.gazetteer.kind(id); typ == names.Place && !guarded && best == "" && !v.somebodyAt(at+n) && k.uses(text[at:at+n]) >= oftenNamed {
				before, size := utf8.DecodeLastRuneInString(text[:at])
				if unicode.IsLetter(before) && k.uses(text[at-size:at+n]) == k.uses(text[at:at+n]) {
					return true // 永修 of 杨永修 is no place
				}
				best = text[at : at+n]
			}
			return true
		})
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return topic{text: best, link: "leading"}
}

// tours reports whether sentence i, a title, lists places (走进浙江桐乡、湖北鹤峰等地), none of
// which the article is about.
func (k *linking) tours(i int) bool {
	v := k.passage(i, nil)
	return slices.ContainsFunc(v.s.tokens, func(t segment.Token) bool {
		p, ok := v.places(t)
		return ok && p.group
	})
}

// items counts the headings behind the title that open something new: all of
// them, unless the text behind the first comes back to main.
func (k *linking) items(main topic) (n int) {
	titled := false
	var block *segment.Block
	for i := range k.a.sentences {
		s := &k.a.sentences[i]
		if s.block != block {
			block = s.block
			titled = titled || block.Kind == segment.Title
			if titled && block.Kind == segment.Heading {
				n++
			}
		}
		if n > 0 && k.names(i, main) {
			return 0
		}
	}
	return n
}

// announced counts the headings that the title is made of (广西谱新篇 海南扩开放).
func (k *linking) announced() (n int) {
	title := ""
	var block *segment.Block
	for i := range k.a.sentences {
		b := k.a.sentences[i].block
		switch {
		case b.Kind == segment.Title:
			title += b.Text
		case b.Kind == segment.Heading && b != block && strings.Contains(title, strings.TrimSpace(b.Text)):
			n++
		}
		block = b
	}
	return n
}

// labelled reports whether a line up to the title says that news in brief follows (国内联播快讯).
func (k *linking) labelled() bool {
	for i := range k.a.sentences {
		b := k.a.sentences[i].block
		if b.Kind != segment.Title && b.Kind != segment.Heading {
			break
		}
		if k.ends("brief news", strings.TrimSpace(b.Text)) {
			return true
		}
	}
	return false
}

// names reports whether sentence i names t.
func (k *linking) names(i int, t topic) bool {
	if t.typ == "" {
		return t.text != "" && strings.Contains(k.a.sentences[i].text(), t.text)
	}
	for _, m := range k.mentions[i] {
		if k.full(m) == t.text {
			return true
		}
	}
	return false
}

// mostNamed returns the entity named most often, the first of several, and how
// often.
func mostNamed(ms []mention) (best mention, n int) {
	count := make(map[string]int)
	for _, m := range ms {
		count[m.name]++
	}
	for _, m := range ms {
		if count[m.name] > n && m.subtype != "media" { // which is who tells the news
			best, n = m, count[m.name]
		}
	}
	return best, n
}

// mostOpened returns the division that most sentences open with, if that is often.
func (k *linking) mostOpened() (best topic) {
	count := make(map[string]int)
	for i := range k.a.sentences {
		s := &k.a.sentences[i]
		if len(s.tokens) == 0 || s.tokens[0].POS != "ns" {
			continue
		}
		v := k.passage(i, nil)
		p, ok := v.places(s.tokens[0])
		if !ok || p.group || v.is("country", p.text) {
			continue
		}
		if count[p.text]++; count[p.text] >= oftenNamed && count[p.text] > count[best.text] {
			best = p.by("leading")
		}
	}
	return best
}

// headed returns whom sentence i, a title or heading, names first: an entity,
// which m then is, or a place at the head of a part of it (安徽：早谋划早动手).
func (k *linking) headed(i int) (t topic, m mention) {
	v := k.passage(i, nil)
	text := v.s.block.Text
	tag := max(seriesEnd(text), v.sourceEnd())
	for j, t := range v.s.tokens {
		if t.Start < tag {
			continue
		}
		if m, ok := v.mentionAt(t.Start); ok {
			if m.signs(text) {
				break
			}
			if p, ok := v.anyOf(segment.Span{Start: t.Start, End: m.span.End}, m.span.Len()); ok {
				return p, mention{}
			}
			if next, told := after(text, m.span.End, "：", ":"); told {
				if n, ok := v.mentionAt(next); ok && n.typ == "park" && k.uses(text[n.span.Start:n.span.End]) > namedTwice {
					return k.about(n, "leading"), n // X高新区：Y产业园|提速
				}
			}
			return k.about(m, "leading"), m
		}
		before, _ := utf8.DecodeLastRuneInString(text[v.s.span.Start:t.Start])
		if t.Start > v.s.span.Start && (unicode.IsLetter(before) || before == '、') && !v.timeAt(t.Start-1) {
			continue
		}
		if e, ok := v.eventAt(j, v.s.span.End); ok {
			return e.by("leading"), mention{}
		}
		if e, ok := v.eventOf(t, v.s.span.End); ok {
			return e.by("leading"), mention{}
		}
		if p, ok := v.places(t); ok {
			if next := v.tokenAt(t.Start + len(p.text)); v.is("compass", p.text) && nounTag(next.POS) && next.POS != "x" {
				continue // 西部|陆海新通道
			}
			if v.somebodyAt(t.Start + len(p.text)) {
				return topic{}, mention{} // 贵阳|一企业停产
			}
			return p.by("leading"), mention{}
		}
		if p, ok := v.anyOf(segment.Span{Start: t.Start, End: v.s.span.End}, t.Len()); ok {
			return p, mention{} // 高新区运行平稳
		}
	}
	return topic{}, mention{}
}

// somebodyAt reports whether somebody stands at byte i whom the title does not name
// (一企业, 某公司).
func (v *passage) somebodyAt(i int) bool {
	text := v.s.block.Text[:v.s.span.End]
	i, ok := after(text, i, "一家", "一", "某")
	if !ok {
		return false
	}
	_, class, refers := v.anaphors.prefix(text[i:])
	return refers && class == "company" || v.tokenAt(i).Start == i && v.is("actor", text[i:v.tokenAt(i).End])
}

// anyOf is refers for a title: when nobody was named, the word stands for any or all
// of its kind (自贸试验区改革提速).
func (v *passage) anyOf(sp segment.Span, size int) (topic, bool) {
	t, ok := v.refers(sp, size)
	if ok && strings.HasPrefix(v.s.block.Text[sp.Start:sp.End], t.text) {
		t.typ = ""
	}
	return t.by("leading"), ok
}

// sourceEnd returns the end of the office that a title names, in front of a colon, as the
// source of what it says (工信部：|高新区产值增长7%, 国务院新闻发布会：), or 0.
func (v *passage) sourceEnd() int {
	text := v.s.block.Text
	for _, m := range v.mentions[v.i] {
		held, _ := after(text[:v.s.span.End], m.span.End, "新闻发布会", "发布会", "记者会", "通报会")
		if end, ok := after(text[:v.s.span.End], held, "：", ":"); ok && m.subtype == "government" && end < v.s.span.End {
			return end
		}
	}
	return 0
}

// seriesEnd returns the end of the name of a series in front of a title (【一线调研】,
// 原标题：), or 0.
func seriesEnd(title string) int {
	if end, ok := after(title, 0, "原标题:", "原标题："); ok {
		return end
	}
	end := strings.Index(title, "】")
	if !strings.HasPrefix(title, "【") || end < 0 || end+len("】") == len(title) {
		return 0
	}
	return end + len("】")
}

// begun returns what sentence i, a heading, says has begun, opened or come out (粤澳电力联网
// 第三通道|投运), or nothing.
func (k *linking) begun(i int) topic {
	const short = len("五个字的名")
	s := &k.a.sentences[i]
	v := k.passage(i, nil)
	text := s.block.Text
	start, last := max(s.span.Start, seriesEnd(text)), len(s.tokens)-1
	if dash := strings.LastIndex(text[start:s.span.End], "——"); dash >= 0 {
		start += dash + len("——") // 世界第一高桥——|北盘江大桥
	}
	if last < 1 || !v.is("held", text[s.tokens[last].Start:s.tokens[last].End]) && !v.is("begun", text[s.tokens[last].Start:s.tokens[last].End]) {
		return topic{}
	}
	end := s.tokens[last].Start
	for last--; last > 0 && (s.tokens[last].POS == "d" || s.tokens[last].POS == "ad" || s.tokens[last].POS == "t" || v.is("manner", text[s.tokens[last].Start:s.tokens[last].End])); last-- {
		end = s.tokens[last].Start
	}
	if size := v.placeSuffix(start, end); size > 0 && end-size-start >= short {
		end = start + len(strings.TrimSuffix(text[start:end-size], "在")) // 大会|在济南开幕
	}
	name := text[start:max(start, end)]
	if len(name) < short || strings.ContainsAny(name, " 　，,：:；！？") || v.isPlace(name) {
		return topic{}
	}
	if m, ok := v.mentionAt(start); ok && m.span.End == end {
		return topic{}
	}
	return topic{text: name, link: "leading"}
}

// turn sets whom the text talks about when sentence i opens a block. A heading
// of a roundup opens another item, which has nothing to do with those before.
func (k *linking) turn(i int) {
	if k.roundup && k.block.Kind == segment.Heading {
		if k.main = k.begun(i); k.main.text == "" {
			k.main, _ = k.headed(i)
		}
		k.park, k.company, k.school, k.who, k.shareholder = topic{}, topic{}, topic{}, topic{}, topic{}
		clear(k.things)
		k.local, k.firm, k.clock.year = topic{}, topic{}, 0
		k.topic = k.main
		return
	}
	if k.block.Kind == segment.Heading {
		// A part about another place or entity says so in its heading.
		if t, _ := k.headed(i); t.text != "" && t.link == "leading" && t.text != k.main.text {
			k.main = t
		}
	}
	// A firm without a name is an example, of which the next paragraph need not tell.
	if k.firm.text != "" && strings.HasSuffix(k.topic.text, k.firm.text) {
		k.topic = k.beside
	}
	// A text that is about nobody goes on with its places.
	if k.main.text != "" || k.topic.typ != "" {
		k.topic = k.main
	}
}
