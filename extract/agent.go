package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// agent returns the noun phrase that starts with token k of clause c and does
// what the clause tells (本次大会|组织100多场论坛). A phrase that is only measured
// (客运规模|恢复至81.7%) is none.
func (v *passage) agent(k int, c segment.Span) (topic, bool) {
	q, numbered := v.quantityOver(c.Start)
	numbered = numbered && q.span.Start <= v.s.tokens[k].Start
	if ref, ok := v.refers(segment.Span{Start: v.s.tokens[k].Start, End: c.End}, v.s.tokens[k].Len()); ok && !numbered {
		return ref, true
	}
	if np, ok := v.acting(k, c); ok && !numbered {
		return v.noun(np), true
	}
	if np, ok := v.someActing(k, c); ok && !numbered {
		return v.noun(np), true
	}
	if v.included(c) {
		return topic{}, false
	}
	var sharers segment.Span
	if numbered && q.kind == "percent" {
		if sharers = v.shareOf(q, c); sharers.Len() > 0 && v.acts(sharers.End, c.End) {
			some := v.noun(sharers)
			some.once = true
			return some, true
		}
	}
	if v.topic.typ != "" || v.main.text != "" && !v.main.group && !v.is("country", v.main.text) && (v.topic.text == v.main.text || v.isPlace(v.topic.text)) {
		return topic{}, false // the text keeps to whom it is about
	}
	np := v.nounPhrase(k, c.End)
	if _, of := after(v.s.block.Text, q.span.End, "的"); numbered && of && q.kind == "percent" && v.main.text == "" {
		if np = sharers; np.Len() == 0 {
			return topic{}, false // but 七成的受访企业|表示…
		}
	} else if numbered {
		if k = v.tokenIndex(q.span.End); q.kind != "count" || k == len(v.s.tokens) || !v.boundary(q.span.End) {
			return topic{}, false // 70%的企业
		}
		np = v.nounPhrase(k, c.End) // 21家|园区|实现产值
		if _, _, areas := v.lists.of("areas").prefix(v.s.block.Text[np.Start:np.End]); areas && !v.topic.event && v.acts(np.End, c.End) {
			np = segment.Span{Start: q.span.Start, End: np.Start + len(strings.TrimSuffix(v.s.block.Text[np.Start:np.End], "报告"))} // a verb: 报告|新增病例
			return v.noun(np), true
		}
		text, one := v.s.block.Text[np.Start:np.End], strings.HasPrefix(v.s.block.Text[q.span.Start:], "一")
		if !one && !v.ends("body", text) && !v.ends("actor", text) && !v.ends("crowd", text) {
			return topic{}, false // 155项|服务事项, but 一把|刷子
		}
	}
	if last := v.tokenAt(np.End - 1); !strings.HasPrefix(last.POS, "n") && last.POS != "x" && last.POS != "j" && last.POS != "vn" && !v.is("noun", v.s.block.Text[last.Start:last.End]) {
		return topic{}, false // 建立健全 acts for nobody
	}
	if text := v.s.block.Text[np.Start:np.End]; v.is("nobody", text) || v.ends("abstract", text) || strings.Contains(text, "每") || v.sizeNoun(np) {
		return topic{}, false // whoever reports, 平均每小时 and 价格 act for nobody
	}
	if v.opens("comparing", np.Start) {
		return topic{}, false // 较全国增速|高5个百分点
	}
	if first := v.tokenAt(np.Start); strings.HasPrefix(first.POS, "v") && first.End < np.End && !strings.Contains(v.s.block.Text[np.Start:np.End], "、") && !v.is("noun", v.s.block.Text[first.Start:first.End]) && !v.is("modifier", v.s.block.Text[first.Start:first.End]) {
		return topic{}, false // 利用|生物手段
	}
	if len(v.mentionsIn(np)) > 0 || utf8.RuneCountInString(v.s.block.Text[np.Start:np.End]) < 2 || v.gauged(np, c) || !v.acts(np.End, c.End) {
		return topic{}, false
	}
	return v.noun(np), true
}

// included reports whether clause c is one of a list of amounts that a clause before opens with
// 包括, and ends in its own.
func (v *passage) included(c segment.Span) bool {
	end := c.Start + len(strings.TrimRight(v.s.block.Text[c.Start:c.End], "。；; "))
	q, ok := v.quantityOver(end - 1)
	if !ok || q.span.End < end || q.kind != "money" {
		return false
	}
	for j := v.clauseIndex(c.Start); j >= 0; j-- {
		if _, list := after(v.s.block.Text[:v.clauses[j].End], v.clauses[j].Start, "包括", "其中包括"); list {
			return true
		}
	}
	return false
}

// acting returns the noun phrase that starts with token k of clause c, ends in a
// noun that can act by itself and does so, also in a text that is about a place
// (中国企业|在美投资).
func (v *passage) acting(k int, c segment.Span) (segment.Span, bool) {
	if k >= len(v.s.tokens) {
		return segment.Span{}, false
	}
	_, placed := v.places(v.s.tokens[k])
	np := v.nounPhrase(k, c.End)
	if what := v.s.block.Text[np.Start:np.End]; v.topic.typ != "" && !placed && !v.ends("disaster", what) && !(v.actsAlone(what) && v.uses(what) >= oftenNamed && !strings.HasSuffix(v.main.text, what)) {
		return segment.Span{}, false // but 中欧班列 that a text keeps naming
	}
	if placed && np.Len() > 0 {
		np.Start = v.s.tokens[k].Start // 我国 and 西部 belong to it
	}
	text := v.s.block.Text[np.Start:np.End]
	if flow, _, ok := v.lists.of("flow").suffix(text); ok && v.actsAlone(text[:len(text)-len(flow)]) && v.amountBehind(np.End, c) {
		np.End -= len(flow)
		return np, true // 民营企业|进出口900亿元
	}
	if !v.actsAlone(text) && !(placed && v.ends("event", text)) || v.holdsName(np) || v.gauged(np, c) {
		return segment.Span{}, false
	}
	next := v.tokenAt(np.End)
	return np, v.acts(np.End, c.End) || next.POS == "p" && next.Start < c.End
}

// someActing returns those of a kind whom clause c opens with from token k on and who act, in a text
// about anybody (不少|农户|种植蔬菜, 消费者|可获得补贴).
func (v *passage) someActing(k int, c segment.Span) (segment.Span, bool) {
	text := v.s.block.Text
	some := v.is("some of", text[v.s.tokens[k].Start:v.s.tokens[k].End])
	if some {
		k++
	}
	np := v.nounPhrase(k, c.End)
	what := text[np.Start:np.End]
	parts := v.ends("plant", what) || v.ends("facility", what) // of a company, of a place
	if k == len(v.s.tokens) || np.Start != v.s.tokens[k].Start || !v.ends("crowd", what) && !(some && v.ends("actor", what) && !parts) {
		return segment.Span{}, false
	}
	return np, len(v.mentionsIn(np)) == 0 && !v.holdsVerb(np) && !v.gauged(np, c) && v.acts(np.End, c.End)
}

// amountBehind reports whether a number stands behind byte i of clause c, no farther than a word
// that says how it moved or that it was reached.
func (v *passage) amountBehind(i int, c segment.Span) bool {
	q, ok := v.quantityOver(i)
	return ok && q.span.Start < c.End && v.tail(i, q.span.Start) == i
}

// shareOf returns the people or firms of whom clause c opens with a share, q (95%的|引进人才|完成注册,
// 六成|企业|有纳税贡献), or nothing.
func (v *passage) shareOf(q quantity, c segment.Span) segment.Span {
	if q.span.End >= c.End {
		return segment.Span{}
	}
	text := v.s.block.Text
	i, of := after(text[:c.End], q.span.End, "的")
	if !of && !strings.HasSuffix(text[:q.span.End], "成") {
		return segment.Span{}
	}
	np := v.trim(v.forward(i, c.End, false))
	if what := text[np.Start:np.End]; np.Start != i || !v.ends("actor", what) && !v.ends("crowd", what) {
		return segment.Span{}
	}
	return np
}

// goesOnSharing reports whether clause j tells another share of those in front (还有|35%依赖仿制).
func (v *passage) goesOnSharing(j int) bool {
	if j >= len(v.clauses) {
		return false
	}
	c := v.clauses[j]
	q, ok := v.quantityOver(c.Start)
	return ok && q.kind == "percent" && q.span.End < c.End && !strings.HasPrefix(v.s.block.Text[q.span.End:], "的") && slices.Contains([]string{"", "还有", "另有", "其中"}, strings.TrimRight(v.s.block.Text[c.Start:max(c.Start, q.span.Start)], " 约近超"))
}

// actsAlone reports whether a noun phrase can act by itself (中国企业, but not 企业).
func (l *linker) actsAlone(text string) bool {
	return (l.ends("actor", text) || l.is("crowd", text)) && !l.is("actor", text)
}

// describedPerson returns the person that a clause with 的 in front of the name
// describes and that acts (因患病无法劳作的|谭登周|领到…); token k begins clause c.
func (v *passage) describedPerson(k int, c segment.Span) (topic, bool) {
	of := v.description(k, c)
	if of < 0 {
		return topic{}, false
	}
	name, end := v.surnamed(of+1), v.s.tokens[of].End
	if name == "" || !v.actor(name, end+len(name), c.End) {
		return topic{}, false
	}
	return v.acted(name, end+len(name), c), true
}

// relativized returns the noun that a clause with 的 in front of it describes and
// that acts (位于大邑县的|博物馆群|接待…); token k begins clause c.
func (v *passage) relativized(k int, c segment.Span) (topic, bool) {
	of := v.description(k, c)
	if of < 0 {
		return topic{}, false
	}
	if first := v.s.tokens[k]; v.is("describing", v.s.block.Text[first.Start:first.End]) {
		if v.topic.event && v.holdsQuantity(segment.Span{Start: first.End, End: v.s.tokens[of].Start}) {
			return topic{}, false // 博览会…,|来自30个国家的|客商
		}
		return v.behindDescription(of+1, c)
	}
	if p, ok := v.places(v.s.tokens[of+1]); ok && v.s.tokens[of+1].Start+len(p.text) == c.End {
		return p, true // 他所在的|宁乡,
	}
	if np, ok := v.acting(of+1, c); ok {
		return v.noun(np), true
	}
	np := v.nounPhrase(of+1, c.End)
	if v.topic.typ == "company" || !v.is("actor", v.s.block.Text[np.Start:np.End]) || !v.tells(k, of) || v.gauged(np, c) || v.holdsQuantity(segment.Span{Start: c.Start, End: np.End}) {
		return topic{}, false
	}
	own := v.s.tokens[k].POS == "r" && strings.HasPrefix(v.s.tokens[of-1].POS, "v") // 他加入的|合作社,
	return v.noun(np), v.acts(np.End, c.End) || own && np.End == c.End && v.actsNext(np.End, c)
}

// description returns the index of the first 的 of clause c behind token k, or -1
// when it follows a number (一半的|银行) or ends the clause.
func (v *passage) description(k int, c segment.Span) int {
	for ; k+1 < len(v.s.tokens) && v.s.tokens[k].End < c.End; k++ {
		t := v.s.tokens[k]
		if t.POS != "uj" || v.s.block.Text[t.Start:t.End] != "的" {
			continue
		}
		if q, ok := v.quantityOver(t.Start - 1); ok && q.span.End == t.Start {
			return -1
		}
		return k
	}
	return -1
}

// behindDescription returns the noun phrase that starts with token k of clause c,
// behind a description, and acts there or in the clause that follows.
func (v *passage) behindDescription(k int, c segment.Span) (topic, bool) {
	np := v.nounPhrase(k, c.End)
	for {
		next, of := after(v.s.block.Text[:c.End], np.End, "的")
		if !of || !v.boundary(next) {
			break // the end, or 的话
		}
		np = v.nounPhrase(v.tokenIndex(next), c.End) // 由X打造的|全球最大的|数据库
	}
	text := v.s.block.Text[np.Start:np.End]
	if v.topic.typ != "" || utf8.RuneCountInString(text) < 3 || v.holdsName(np) || v.gauged(np, c) || v.is("actor", text) {
		return topic{}, false
	}
	return v.noun(np), v.actsNext(np.End, c) || v.tokenAt(np.End).POS == "p"
}

// actsNext reports whether a verb stands behind byte i of clause c or, where the clause ends
// there, at the head of the next one, behind times alone; or an amount does.
func (v *passage) actsNext(i int, c segment.Span) bool {
	if i < c.End {
		return v.acts(i, c.End)
	}
	j := v.clauseIndex(c.Start) + 1
	if j == len(v.clauses) {
		return false
	}
	k := v.tokenIndex(v.clauses[j].Start)
	for k < len(v.s.tokens) && (v.s.tokens[k].POS == "t" || v.timeAt(v.s.tokens[k].Start)) {
		k++
	}
	return v.amountAt(v.clauses[j].Start) || k < len(v.s.tokens) && strings.HasPrefix(v.s.tokens[k].POS, "v")
}

// tells reports whether what stands between tokens k and of, the 的 of a description, tells what
// the noun behind does, or what is done with it (参加大会|的机构, 他加入|的合作社), and does nothing
// to it (鼓励有实力|的企业).
func (v *passage) tells(k, of int) bool {
	text, verb := v.s.block.Text, false
	for n := k; n < of; n++ {
		t := v.s.tokens[n]
		if t.POS == "p" || v.quantityAt(t.Start) || v.is("pivot", text[t.Start:t.End]) {
			return false
		}
		verb = verb || strings.HasPrefix(t.POS, "v")
	}
	return verb
}

// holdsName reports whether a mention stands in np, unless np is more than the name
// that it begins with (安仁博物馆|群).
func (v *passage) holdsName(np segment.Span) bool {
	ms := v.mentionsIn(np)
	return len(ms) > 1 || len(ms) == 1 && (ms[0].span.Start > np.Start || ms[0].span.End == np.End)
}

// noun returns the noun phrase np as the topic of its clause.
func (v *passage) noun(np segment.Span) topic {
	text := v.s.block.Text
	np = v.unpointed(np)
	if open := len(text[:np.Start]) - len("“"); open >= 0 && strings.HasPrefix(text[open:], "“") && strings.Contains(text[np.Start:np.End], "”") {
		np.Start = open // “一带一路”倡议
	} else if end := v.quotationEnd(np); end > 0 {
		np.End = end // “西电东|送”
	}
	if others := strings.TrimSuffix(text[:np.Start], "其他"); len(others) < np.Start && v.boundary(len(others)) {
		np.Start = len(others)
	}
	if word, class, ok := v.anaphors.suffix(text[np.Start:np.End]); ok && class == "park" {
		if _, class, ok := v.anaphors.suffix(text[np.Start : np.End-len(word)]); ok && class == "park" {
			np.End -= len(word) // 国家高新区|园区
		}
	}
	return topic{text: text[np.Start:v.pastPlaced(np.End)], link: "agent", group: true}
}

// pastPlaced returns the end of the bracket that opens at byte i and holds nothing but the place by
// which what stands in front is named (中欧班列|（西安）), or i.
func (v *passage) pastPlaced(i int) int {
	shut := v.pastBracket(i)
	if shut == i {
		return i
	}
	_, size := utf8.DecodeRuneInString(v.s.block.Text[i:])
	if p, ok := v.placesAt(i + size); ok && i+size+len(p.text)+size == shut {
		return shut
	}
	return i
}

// quotationEnd returns the end of what a short quotation holds that opens right in front of np
// and goes on behind it, or 0.
func (v *passage) quotationEnd(np segment.Span) int {
	const longest = len("十个字长的一个专名")
	text := v.s.block.Text[:v.s.span.End]
	if !strings.HasSuffix(text[:np.Start], "“") {
		return 0
	}
	at := strings.Index(text[np.Start:], "”")
	if at <= np.Len() || at > longest || strings.ContainsAny(text[np.Start:np.Start+at], "，、。：；！？“") {
		return 0
	}
	return np.Start + at
}

// nounPhrase returns the noun phrase that starts with token k, up to byte end;
// it is empty when none does.
func (v *passage) nounPhrase(k, end int) segment.Span {
	if p := &v.phrased; p.end != end || p.k != k || end == 0 {
		*p = phrased{k, end, v.findNounPhrase(k, end)}
	}
	return v.phrased.span
}

// phrased is the noun phrase looked for last: rule after rule asks for the same.
type phrased struct {
	k, end int
	span   segment.Span
}

func (v *passage) findNounPhrase(k, end int) segment.Span {
	text := v.s.block.Text
	tokens := v.s.tokens
	if k >= len(tokens) {
		return segment.Span{Start: end, End: end}
	}
	sp := segment.Span{Start: tokens[k].Start, End: tokens[k].Start}
	last := sp.End // where the last noun ends
	for ; k < len(tokens) && tokens[k].Start < end; k++ {
		t := tokens[k]
		if t.Start < sp.End {
			continue
		}
		if v.quantityAt(t.Start) || v.timeAt(t.Start) {
			break
		}
		if text[t.Start:t.End] == "一" && k+1 < len(tokens) && (strings.HasPrefix(tokens[k+1].POS, "v") || v.is("modifier", text[tokens[k+1].Start:tokens[k+1].End])) {
			break // 新产品|一亮相就…
		}
		if e := v.closed(t, true, end); e > 0 {
			sp.End, last = e, e
			continue
		}
		if k+2 < len(tokens) && text[t.Start:t.End] == "所" && strings.HasPrefix(tokens[k+1].POS, "v") && tokens[k+2].POS == "uj" {
			sp = segment.Span{Start: tokens[k+2].End, End: tokens[k+2].End} // 示范区所涉及的|园区
			last = sp.End
			continue
		}
		if sp.End == t.Start && sp.End > sp.Start {
			if e := v.serialEnd(text[:end], t.Start); e > t.Start {
				sp.End, last = e, e // 华龙|一号
				continue
			}
		}
		if v.spell(t) && sp.End > sp.Start {
			sp = segment.Span{Start: t.End, End: t.End} // 暑运期间|全社会
			last = sp.End
			continue
		}
		if strings.HasPrefix(text[t.End:], "着") && sp.End > sp.Start && v.boundary(t.End) {
			break // 合作社|照管着: a verb that gse takes for a noun
		}
		if !v.nominal(t) && !v.inner(t) || sp.End > sp.Start && (t.POS == "r" || strings.HasPrefix(text[t.Start:t.End], "每")) {
			break
		}
		if _, goes := after(text, t.End, "到", "至", "往"); goes && strings.HasPrefix(t.POS, "v") && sp.End > sp.Start {
			break // 产品|出口到多国
		}
		sp.End = t.End
		if r, _ := utf8.DecodeRuneInString(text[t.Start:t.End]); (nounTag(t.POS) || v.is("nominal", text[t.Start:t.End])) && unicode.IsLetter(r) {
			last = t.End
		}
	}
	sp.End = last
	if open := strings.LastIndex(text[sp.Start:sp.End], "《"); open >= 0 && !strings.Contains(text[sp.Start+open:sp.End], "》") {
		sp.End = sp.Start + open
	}
	return v.trim(sp)
}

// nounTag reports whether pos is the tag of a noun.
func nounTag(pos string) bool {
	return strings.HasPrefix(pos, "n") || pos == "j" || pos == "vn" || pos == "x" || pos == "l"
}

// timeAt reports whether byte i is part of a date.
func (v *passage) timeAt(i int) bool { return v.timeEnd(i) > i }

// timeEnd returns the end of the date that byte i is part of, or i.
func (v *passage) timeEnd(i int) int {
	if k := endsAfter(v.times, i, dateEnd); k < len(v.times) && v.times[k].span.Start <= i {
		return v.times[k].span.End
	}
	return i
}

// gauged reports whether the next number of clause c says how much np is: nothing
// but small words, bounds and movement stand between.
func (v *passage) gauged(np, c segment.Span) bool {
	q, ok := v.quantityOver(np.End)
	if !ok || q.span.Start >= c.End {
		return false
	}
	if q.kind == "duration" && !v.sizeNoun(np) {
		return false // 高铁开通十年
	}
	if counted := (&claim{quantity: q}); q.kind == "count" && (v.behind(counted).Len() > 0 || v.deed(counted).Len() > 0) {
		return false // 博物馆群从最初的5座|分馆增加, 台风造成3人|受伤
	}
	if q.kind == "percent" && v.ends("actor", v.s.block.Text[np.Start:np.End]) && !v.reached(q.span.Start) && v.behind(&claim{quantity: q}).Len() > 0 {
		return false // 高校承担80%以上|项目
	}
	to := v.tail(np.Start, q.span.Start)
	if q.kind == "rank" {
		to = v.beforeScope(np.Start, to)
	}
	if to <= np.End || v.beforeOrigin(np.End-1, to) <= np.End {
		return true
	}
	if word, _, _ := v.bounds["before"].prefix(v.s.block.Text[np.End:]); strings.HasPrefix(v.s.block.Text[np.End+len(word):], "占") {
		return true // 产业规模|约占全国15%
	}
	what, _ := v.phrase(c.Start, to)
	return what.Len() > 0 && what.Contains(np) // 企业评价|入库数居第一
}

// acts reports whether a verb stands behind byte i, next to nothing but adverbs
// and times.
func (v *passage) acts(i, end int) bool {
	text := v.s.block.Text
	adverb := false
	for k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		t := v.s.tokens[k]
		if t.Start < i {
			continue // 邱茂国|共持有: the cut is not where the name ends
		}
		word := text[t.Start:t.End]
		_, aspect := after(text[:end], t.End, "了", "着")
		switch {
		case adverb && (t.POS == "nr" || t.POS == "zg" || t.POS == "l" || t.POS == "i" || t.POS == "j"):
			return true // 已|通达: a verb that gse takes for something else
		case v.is("reporting", word):
			return false
		case strings.HasPrefix(t.POS, "v"), v.is("carrier", word), t.POS != "d" && aspect:
			return true
		case t.POS == "f" && t.Len() == len("北") && k+1 < len(v.s.tokens) && strings.HasPrefix(v.s.tokens[k+1].POS, "v"):
			return true // 北|接沪昆铁路
		case t.POS != "d" && t.POS != "ad" && word != "则" && !v.is("manner", word) && !strings.HasPrefix(word, "每") && !strings.HasPrefix(t.POS, "t") && !v.timeAt(t.Start):
			return false
		}
		adverb = adverb || t.POS == "d"
	}
	return false
}
