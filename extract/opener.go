package extract

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// opener returns whom clause c opens with, behind words that lead in: somebody named,
// or a person or noun that acts.
func (v *passage) opener(c segment.Span) (topic, bool) {
	if last := v.tokenAt(c.End - 1); v.compares(c) || v.opens("ahead", c.Start) && last.POS == "n" {
		return topic{}, false // 与海运相比,… 依托X等平台,…
	}
	if t, ok := v.dashed(c); ok {
		return t, true
	}
	if t, ok := v.contributes(c); ok {
		return t, true
	}
	if t, ok := v.thisFirm(c); ok {
		return t, true
	}
	if t, ok := v.item(c); ok {
		return t, true
	}
	located := false
	for k := v.tokenIndex(c.Start); k < len(v.s.tokens) && v.s.tokens[k].Start < c.End; k++ {
		t := v.s.tokens[k]
		if t.Start < c.Start {
			continue
		}
		if e := v.pressEnd(t.Start); e > t.Start {
			c.Start = e // 科技日报讯(记者 X)|南宁高新区…
			continue
		}
		if v.handles(t) {
			return topic{}, false
		}
		if big, ok := v.sizedAt(t); ok {
			return big, true
		}
		if all, ok := v.several(t, c); ok {
			return all, true
		}
		if own, ok, found := v.namedAt(k, c); found {
			return own, ok
		}
		if v.locates(t, c) {
			located = true
			continue
		}
		if phase, ok := v.phaseAt(t.Start, c.End); ok {
			return phase, true
		}
		if since, ok := v.since(k, c); ok {
			return since, true
		}
		if located && v.clauseIndex(c.Start) > 0 && v.subjects[v.clauseIndex(c.Start)-1].text != "" {
			return topic{}, false // 李强今年45岁,在|工厂干了20年
		}
		if v.leadsIn(t) || v.timeAt(t.Start) || v.speaksOf(t, c) || t.POS == "uj" && (v.timeAt(t.Start-1) || v.aged(t.Start)) {
			continue // 今天的|西藏, 57岁的|X
		}
		return v.doer(k, c)
	}
	return topic{}, false
}

// item returns the project whose cost clause c, an item of a list of them, tells first, and of
// which the sentences behind it go on to tell (二是总投资3亿元的|锅炉改造。占地20亩).
func (v *passage) item(c segment.Span) (topic, bool) {
	const longest = 40 // characters of the name
	text := v.s.block.Text[:c.End]
	number, _, is := strings.Cut(text[c.Start:], "是")
	if !is || utf8.RuneCountInString(number) != 1 || !isNumeral(number) {
		return topic{}, false // 一是
	}
	start := c.Start + len(number) + len("是")
	q, ok := v.quantityOver(start)
	if !ok || q.kind != "money" || q.span.End >= c.End || !v.ends("sized", strings.TrimRight(text[start:q.span.Start], " 约近超逾达")) {
		return topic{}, false
	}
	name, of := after(text, q.span.End, "的")
	if !of {
		return topic{}, false
	}
	if _, ok := v.mentionAt(name); ok {
		own, ok := v.described(&q)
		own.link, own.event = "opener", true
		return own, ok
	}
	what := strings.TrimRight(text[name:], "。；; ")
	if what == "" || utf8.RuneCountInString(what) > longest {
		return topic{}, false
	}
	return topic{text: what, link: "opener", event: true}, true
}

// pressEnd returns where the words end with which a paper opens its report at byte i, or i.
func (v *passage) pressEnd(i int) int {
	m, ok := v.mentionAt(i)
	if !ok || m.subtype != "media" {
		return i
	}
	const near = len("内蒙古呼和浩特十二月二十日消息")
	end, ok := after(v.s.block.Text[:v.s.span.End], m.span.End, "讯", "消息", "电")
	rest := v.s.block.Text[m.span.End:min(v.s.span.End, m.span.End+near)]
	for _, sign := range [...]string{"日电", "日讯", "日消息"} {
		if at := strings.Index(rest, sign); !ok && at >= 0 {
			end, ok = m.span.End+at+len(sign), true // 新华网上海3月2日电
		}
	}
	if !ok {
		return i
	}
	end += len(v.s.block.Text[end:v.s.span.End]) - len(strings.TrimLeft(v.s.block.Text[end:v.s.span.End], " 　"))
	return v.pastBracket(end)
}

// dashed returns what clause c names behind a dash, in front of which it only says what that is
// (首个工程——|山西垣曲抽水蓄能电站今天开工).
func (v *passage) dashed(c segment.Span) (topic, bool) {
	text := v.s.block.Text
	at := strings.LastIndex(text[c.Start:c.End], "——")
	if at <= 0 {
		return topic{}, false
	}
	start := c.Start + at + len("——")
	if m, ok := v.mentionAt(start); ok {
		return v.opened(m, segment.Span{Start: start, End: c.End})
	}
	p, ok := v.placesAt(start)
	if !ok {
		return topic{}, false
	}
	const longest = 6 // words of the name
	end := start + len(p.text)
	for k := v.tokenIndex(end); k < len(v.s.tokens) && k < v.tokenIndex(end)+longest; k++ {
		if t := v.s.tokens[k]; t.Start > end && t.Start < c.End && (v.timeAt(t.Start) || t.POS == "d" || t.POS == "t") {
			return topic{text: text[start:t.Start], link: "opener"}, true // 电站|今天开工
		}
	}
	if np := v.nounPhrase(v.tokenIndex(end), c.End); np.Start == end && np.Len() > 0 {
		end = np.End
	}
	return topic{text: text[start:end], link: "opener"}, v.acts(end, c.End)
}

// contributes returns what clause c says the contribution of (消费|对经济增长的贡献是77%).
func (v *passage) contributes(c segment.Span) (topic, bool) {
	text := v.s.block.Text[:c.End]
	at := strings.Index(text[c.Start:], "对")
	if at <= 0 || !strings.Contains(text[c.Start+at:], "的贡献") {
		return topic{}, false
	}
	to := c.Start + at
	np, _ := v.phrase(c.Start, to)
	if np.End != to || np.Len() == 0 || len(v.mentionsIn(segment.Span{Start: c.Start, End: to})) > 0 || v.placeAt(np.Start) || v.placeSuffix(c.Start, np.Start) > 0 || v.refersTo(text[np.Start:np.End]) {
		return topic{}, false
	}
	if t := v.tokenAt(np.Start - 1); t.End == np.Start && t.Start >= c.Start && t.POS == "d" && t.Len() > len("字") {
		np.Start = t.Start // 最终|消费支出
	}
	return v.noun(np), true
}

// phaseAt returns the phase of a project at byte i, up to end, of which something is said,
// in a text about no entity (一期|投资5亿元, but 三期|节目).
func (v *passage) phaseAt(i, end int) (topic, bool) {
	text := v.s.block.Text[:end]
	phase, _, ok := v.lists.of("phase").prefix(text[i:])
	if !ok || v.topic.typ != "" || v.main.typ != "" || !v.boundary(i+len(phase)) {
		return topic{}, false
	}
	next := v.tokenAt(i + len(phase))
	said := v.opens("sized", next.Start) || v.sizeNoun(next.Span) || next.POS != "vn" && strings.ContainsAny(next.POS[:min(1, len(next.POS))], "vdp")
	return topic{text: phase, link: "noun", group: true}, said
}

// since returns whom clause c names first behind token k that says since when something has
// gone on (自2006年|X进入合肥以来).
func (v *passage) since(k int, c segment.Span) (topic, bool) {
	text := v.s.block.Text
	if word := text[v.s.tokens[k].Start:v.s.tokens[k].End]; word != "自" && word != "自从" && word != "从" || !strings.HasSuffix(text[:c.End], "以来") {
		return topic{}, false
	}
	for k++; k < len(v.s.tokens) && v.timeAt(v.s.tokens[k].Start); k++ {
	}
	if k == len(v.s.tokens) {
		return topic{}, false
	}
	m, ok := v.mentionAt(v.s.tokens[k].Start)
	if !ok || m.span.End >= c.End {
		return topic{}, false
	}
	return v.opened(m, c)
}

// sizedAt returns what the size that opens a clause with t describes
// (占地300亩的|X产业园|加紧建设).
func (v *passage) sizedAt(t segment.Token) (topic, bool) {
	if !v.opens("sized", t.Start) || v.main.typ == "company" {
		return topic{}, false
	}
	q, ok := v.quantityOver(t.End)
	if !ok || q.span.Start > t.End+len("面积超过") || !strings.HasPrefix(v.s.block.Text[q.span.End:], "的") {
		return topic{}, false
	}
	big, ok := v.described(&q)
	return big, ok && big.link == "described"
}

// aged reports whether an age ends at byte i.
func (v *passage) aged(i int) bool {
	q, ok := v.quantityOver(i - 1)
	return ok && q.kind == "age" && q.span.End == i
}

// namedAt returns the topic of clause c when a name, a place or a word for one starts
// with token k. found reports that one does; ok that it is the topic.
func (v *passage) namedAt(k int, c segment.Span) (own topic, ok, found bool) {
	t := v.s.tokens[k]
	text := v.s.block.Text
	if ahead := text[c.Start:t.Start]; strings.HasSuffix(ahead, "于") && v.ends("outdoing", ahead) || v.ends("second to", ahead) && !v.holdsQuantity(segment.Span{Start: t.Start, End: c.End}) {
		return topic{}, false, true // 均快于|全省, 仅次于|北京
	}
	if v.ranksAmong(t, c).Len() > 0 {
		return topic{}, false, true
	}
	if d, ok := v.document(t, c); ok {
		return d, true, true
	}
	if v.givenTo(t, c) {
		return topic{}, false, true
	}
	if n := v.ownedAt(t.Start); n > t.Start {
		if m, ok := v.mentionAt(n); ok {
			own, ok = v.opened(m, c) // 旗下|X
			return own, ok, true
		}
	}
	if v.sharesPlace(t) {
		return topic{}, false, true
	}
	if p, ok := v.gluedPlace(t, c); ok {
		return p, true, true
	}
	if e, ok := v.eventAt(k, c.End); ok {
		return e, true, true
	}
	if e, ok := v.eventOf(t, c.End); ok {
		return e, true, true
	}
	if index, _, ok := v.lists.of("index").prefix(text[t.Start:c.End]); ok && v.boundary(t.Start+len(index)) {
		return topic{text: index, link: "opener", group: true}, true, true
	}
	if v.is("scene", text[t.Start:t.End]) && !v.placeAt(t.End) {
		if m, ok := v.qualified(k, c); ok {
			return v.about(m, "opener"), true, true
		}
		if ref, ok := v.refers(segment.Span{Start: t.End, End: c.End}, len("该园")); ok {
			word, _, _ := v.anaphors.prefix(text[t.End:c.End])
			if _, of := after(text[:c.End], t.End+len(word), "的"); of && ref.text != "" {
				return ref, true, true // 在该园的|企业163家
			}
		}
	}
	if m, ok := v.mentionAt(t.Start); ok {
		if own, ok := v.judged(m, c); ok {
			return own, true, true
		}
		if name, end := v.roled(k, c.End); name != "" && t.Start > c.Start && v.aged(t.Start-len("的")) {
			return v.acted(name, end, c), true, true // 58岁的|鞍钢职工曹贵德
		}
		own, ok = v.opened(m, c)
		return own, ok, true
	}
	if word, _, ok := v.lists.of("appositive").prefix(text[t.Start:c.End]); ok {
		if m, ok := v.mentionAt(t.Start + len(word)); ok {
			own, ok = v.opened(m, c) // 控股股东|X
			return own, ok, true
		}
	}
	if own, ok = v.scene(t, c); ok {
		v.staged = true
		return own, true, true
	}
	if m, ok := v.walkIn(t, c); ok {
		v.walked = v.s.block
		return v.about(m, "opener"), true, true
	}
	if own, ok = v.referring(t, c); ok {
		return own, true, true
	}
	if m, ok := v.parkOf(t); ok {
		return v.about(m, "referent"), true, true
	}
	if name := v.quotedFrom(t.Start, c); name != "" {
		return topic{text: name, link: "opener", group: true}, true, true
	}
	if n := v.styled(k, c.End); n > k {
		return v.namedAt(n, c)
	}
	if v.main.text != "" && v.main.typ == "" && strings.HasPrefix(text[t.Start:c.End], v.main.text) && !v.isPlace(v.main.text) {
		bare := t.Start + len(v.main.text)
		if end := v.pastPlaced(bare); end > bare {
			return topic{text: text[t.Start:end], link: "opener", group: true}, true, true // 中欧班列|（西安）
		}
	}
	if list := v.listOfFirms(k, c.End); list != "" {
		return topic{text: list, link: "opener", event: true}, true, true
	}
	if end := v.route(t.Start, c.End); end > t.Start {
		return topic{text: text[t.Start:end], link: "opener", event: true}, true, true
	}
	if p, ok := v.places(t); ok && !v.quotedOn(t.Start, len(p.text)) {
		if v.onlyPlaces(p, t.Start, c) {
			return topic{}, false, true
		}
		if next := v.tokenAt(t.Start + len(p.text)); v.is("compass", p.text) && nounTag(next.POS) && next.POS != "x" {
			if np, ok := v.acting(k, c); ok {
				return v.noun(np), true, true // 西部企业
			}
			return topic{}, false, true // 西部|陆海新通道
		}
		own, ok = v.fromPlace(k, p, c)
		return own, ok, true
	}
	if end := v.lineEnd(t.Start, c.End); end > 0 {
		return topic{text: text[t.Start:end], link: "opener", group: true}, true, true
	}
	if name := v.serialAt(k, c.End); name != "" {
		return topic{text: name, link: "opener", event: true}, true, true
	}
	if ground := v.groundAt(k, c.End); ground != "" {
		return topic{text: ground, link: "noun"}, true, true
	}
	if v.topic.typ == "company" {
		if sector := v.sectorAt(k, c); sector != "" {
			return topic{text: sector, link: "noun", group: true}, true, true
		}
	}
	if holder := v.holdsOfSector(k, c); holder != "" {
		return topic{text: holder, link: "noun", group: true, once: true}, true, true
	}
	if noun := v.frequent(t, c); noun != "" {
		return topic{text: noun, link: "noun", group: true}, true, true
	}
	if name, end := v.roled(k, c.End); name != "" {
		return v.acted(name, end, c), true, true
	}
	return topic{}, false, false
}

// ranksAmong returns the circle in which a rank is told of whom the text spoke of before, and its
// word for a ranking, when clause c opens with those at t (利润增长8%;|全国百强园区排名|第7), or nothing.
func (v *passage) ranksAmong(t segment.Token, c segment.Span) segment.Span {
	q, ok := v.quantityOver(t.Start)
	if !ok || q.kind != "rank" || q.span.End > c.End || v.topic.text == "" {
		return segment.Span{}
	}
	text := v.s.block.Text
	circle, _, ok := v.lists.of("scope").prefix(text[t.Start:c.End])
	if !ok {
		circle, ok = "国家", strings.HasPrefix(text[t.Start:c.End], "国家")
	}
	from := t.Start + len(circle)
	if !ok || q.span.Start < from || v.topic.text == circle || v.main.text == circle {
		return segment.Span{}
	}
	m, named := v.mentionAt(t.Start)
	at := strings.Index(text[from:q.span.Start], "排名")
	if named && m.typ == "company" || at < len("两字") || !v.boundary(from+at) {
		return segment.Span{}
	}
	return segment.Span{Start: t.Start, End: from + at + len("排名")}
}

// judged returns whom m, an institution that clause c opens with, says something of right away
// (X协会评价|合肥家具产业有5个特点), or the sector that a company does (X预计2011年|整个家电市场规模为…).
func (v *passage) judged(m mention, c segment.Span) (topic, bool) {
	verb := v.tokenAt(m.span.End)
	if m.typ == "company" && verb.Start == m.span.End && verb.End < c.End && v.is("reporting", v.s.block.Text[verb.Start:verb.End]) {
		at := verb.End
		for end := v.timeEnd(at); end > at && end < c.End; end = v.timeEnd(at) {
			at = end
		}
		sector := v.sectorAt(v.tokenIndex(at), c)
		return topic{text: sector, link: "noun", group: true}, sector != ""
	}
	if m.typ != "institution" || verb.Start != m.span.End || verb.End >= c.End || !v.is("reporting", v.s.block.Text[verb.Start:verb.End]) {
		return topic{}, false
	}
	own, ok, _ := v.namedAt(v.tokenIndex(verb.End), c)
	return own, ok
}

// sharesPlace reports whether the place at t, or the word for one, only says of which whole a share
// is told (进出口总额2784亿元,|郑州市|占比83%).
func (v *passage) sharesPlace(t segment.Token) bool {
	if v.is("country", v.topic.text) {
		return false // 全球装机8300万千瓦,|中国|占比50%: it has the share
	}
	rest := v.s.block.Text[t.Start:v.s.span.End]
	word, class, ok := v.anaphors.prefix(rest)
	if !ok || class != "area" {
		p, placed := v.place(t)
		if !placed {
			return false
		}
		word = p
	}
	_, _, share := v.lists.of("share").prefix(rest[len(word):])
	return share
}

// onlyPlaces reports whether the place p at byte i of clause c only says which one something is,
// how far it goes or where it is done.
func (v *passage) onlyPlaces(p topic, i int, c segment.Span) bool {
	text, end := v.s.block.Text, i+len(p.text)
	if before := v.tokenAt(i - 1); before.End == i && before.Start >= c.Start {
		q, counted := v.quantityOver(before.Start)
		switch {
		case counted && q.kind == "count" && q.span.End == i,
			(before.POS == "q" || before.POS == "m") && !v.timeAt(before.Start): // 30多场|惠民演出, 第一家|安徽律师事务所
			return true
		case v.is("way to", text[before.Start:before.End]): // 终至|唐山
			return true
		}
	}
	if strings.HasSuffix(text[c.Start:i], "在") && (v.is("country", p.text) || strings.Contains(p.text, "、")) && end < c.End && !strings.HasPrefix(text[end:], "的") {
		return true // 在全国|推广28项, 在上海、杭州|布局两个创新中心
	}
	if toward, ok := after(text[:c.End], end, "方向"); ok && toward < c.End {
		return true // 东盟方向|集装箱量
	}
	return v.occasion(i, c)
}

// occasion reports whether clause c only names an event, from its place at byte i on, at which
// something happens (在2024年|上海光伏展会上).
func (v *passage) occasion(i int, c segment.Span) bool {
	text := v.s.block.Text
	at, ok := strings.CutSuffix(text[:c.End], "上")
	if !ok {
		at, ok = strings.CutSuffix(text[:c.End], "期间")
	}
	return ok && strings.HasPrefix(text[c.Start:i], "在") && len(at) > i && v.ends("event", at[i:])
}

// styled returns the token with which a place starts behind nouns, from token k on, that say
// what place that is (钢铁大市|邯郸), or k.
func (v *passage) styled(k, end int) int {
	text := v.s.block.Text
	start := v.s.tokens[k].Start
	for n := k; n+1 < len(v.s.tokens) && v.s.tokens[n+1].Start < end && v.nominal(v.s.tokens[n]); n++ {
		if v.ends("style", text[start:v.s.tokens[n].End]) && v.placeAt(v.s.tokens[n+1].Start) {
			return n + 1
		}
	}
	return k
}

// quotedFrom returns the name in quotation marks of clause c that starts at byte i, when
// that is more than one word and something is said of it (“保利林语溪”|推出200套), or "".
func (v *passage) quotedFrom(i int, c segment.Span) string {
	if i >= c.End {
		return ""
	}
	const long = len("八个字长的名字")
	text := v.s.block.Text[:c.End]
	if !strings.HasSuffix(text[:i], "“") || v.timeAt(i) {
		return "" // “十三五”期间
	}
	n := strings.Index(text[i:], "”")
	full := n > long && n <= 2*long && strings.HasPrefix(v.tokenAt(i+n-1).POS, "n") // “车站智能导航系统”|已示范应用
	if n < len("两字") || n > long && !full && !v.ends("actor", text[i:i+max(n, 0)]) || v.boundary(i+n) && v.tokenAt(i).End == i+n || strings.ContainsAny(text[i:i+n], "，。、！？的") {
		return ""
	}
	for k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].Start < i+n; k++ {
		if t := v.s.tokens[k]; strings.HasPrefix(t.POS, "v") && !full && !v.is("nominal", text[t.Start:t.End]) || t.POS == "d" || v.quantityAt(t.Start) {
			return "" // “一带一路”, “揭榜挂帅” are no names
		}
	}
	shut := i + n + len("”")
	noun := v.nounPhrase(v.tokenIndex(shut), c.End)
	if noun.Start == shut && noun.Len() > 0 {
		return ""
	}
	if !v.acts(shut, c.End) {
		return ""
	}
	return text[i : i+n]
}

// quotedOn reports whether quotation marks hold more than the word of so many bytes at
// byte i, which they begin with (“上海|梦想”小区).
func (v *passage) quotedOn(i, size int) bool {
	text := v.s.block.Text[:v.s.span.End]
	return strings.HasSuffix(text[:i], "“") && !strings.HasPrefix(text[i+size:], "”")
}

// doer returns whom clause c describes or lets act from token k on, where no name
// starts.
func (v *passage) doer(k int, c segment.Span) (topic, bool) {
	if m, ok := v.qualified(k, c); ok {
		return v.opened(m, c)
	}
	if of := v.description(k, c); of >= 0 {
		if e, ok := v.eventAt(of+1, c.End); ok {
			return e, true // 刚刚落幕的|第四届电影节
		}
		start := v.s.tokens[of+1].Start
		if end := v.town(start); end > start && strings.HasSuffix(v.s.block.Text[:v.s.tokens[of].Start], "所在") && v.acts(end, c.End) {
			return topic{text: v.s.block.Text[start:end], link: "place"}, true // 公司所在的|周铁镇位于…
		}
	}
	if t, ok := v.describedPerson(k, c); ok {
		return t, true
	}
	if t, ok := v.dimensioned(k, c); ok {
		return t, true
	}
	if of := v.description(k, c); of >= 0 && !v.holdsQuantity(segment.Span{Start: v.s.tokens[k].Start, End: v.s.tokens[of].Start}) {
		if t, ok := v.dimensioned(of+1, c); ok {
			return t, true // 目前运行的|货车轴重25吨
		}
	}
	if t, ok := v.agent(k, c); ok {
		return t, true
	}
	return v.relativized(k, c)
}

// dimensioned returns the thing whose length, weight, speed and the like clause c gives, from
// token k on (试验列车|长1.5公里).
func (v *passage) dimensioned(k int, c segment.Span) (topic, bool) {
	q, ok := v.quantityOver(v.s.tokens[k].Start)
	if !ok || q.span.Start >= c.End {
		return topic{}, false // nothing is given
	}
	np := v.nounPhrase(k, c.End)
	text := v.s.block.Text[np.Start:np.End]
	if i := strings.LastIndex(text, "的"); i >= 0 {
		np.Start += i + len("的")
		text = v.s.block.Text[np.Start:np.End]
	}
	size, _, ok := v.lists.of("dimension").suffix(text)
	own := segment.Span{Start: np.Start, End: np.End - len(size)}
	// 列车|长1.5公里: gse takes 列车长 for a word; but 负增长0.6%
	apart := v.boundary(own.End) || v.quantityAt(np.End) && q.kind != "percent"
	if !ok || own.Len() < len("两字") || !apart || !strings.HasPrefix(v.tokenAt(own.End-1).POS, "n") || !v.gauged(np, c) || v.holdsName(own) || v.isPlaces(own) || v.ends("piece", v.s.block.Text[own.Start:own.End]) {
		return topic{}, false
	}
	return v.noun(own), true
}

// fromPlace returns the topic of clause c, which opens with place p at token k: a
// person or noun that comes from there and acts (银川|一家门店店长王钰芳, 中国|企业), or p.
func (v *passage) fromPlace(k int, p topic, c segment.Span) (topic, bool) {
	start := v.s.tokens[k].Start
	if start+len(p.text) == c.End && start == c.Start && v.clauseIndex(c.Start) > 0 {
		return topic{}, false // 连接四川成都,|重庆万州,: the last of a list
	}
	if v.partOf(start, start+len(p.text), c) || v.alsoHas(k, c) {
		return topic{}, false
	}
	if m, ok := v.mentionAt(start + len(p.text)); ok {
		own, ok := v.enumeration(m, c) // 美国|惠普: a place in front of a name says where it is from
		if text := v.s.block.Text[m.span.Start:m.span.End]; m.typ == "company" && own.text == text && !p.group && !v.is("country", p.text) {
			own.text = p.text + text // 商洛|比亚迪 is one of several
		}
		return own, ok
	}
	if m, ok := v.styledFirm(start+len(p.text), c); ok {
		return v.enumeration(m, c) // 江阴|本土民营企业|海澜集团
	}
	if np, ok := v.acting(k, c); ok && start+len(p.text) < np.End {
		t := v.noun(np)
		t.group = false // as good as a name
		return t, true
	}
	if made, ok := v.madeIn(start+len(p.text), c); ok {
		return made, true
	}
	if end := v.lineEnd(start+len(p.text), c.End); end > 0 {
		return topic{text: v.s.block.Text[start:end], link: "opener", group: true}, true // 重庆|轨道交通1号线
	}
	if end := v.sizedPlant(start+len(p.text), c); end > 0 && !v.is("country", p.text) {
		return topic{text: v.s.block.Text[start:end], link: "opener"}, true
	}
	next, of := after(v.s.block.Text[:c.End], start+len(p.text), "的")
	if name := v.quotedFrom(next+len("“"), c); strings.HasPrefix(v.s.block.Text[next:c.End], "“") && name != "" {
		return topic{text: name, link: "opener", group: true}, true // 浦东的|“保利林语溪”
	}
	if end := v.town(next); of && end > next && end <= c.End && !strings.HasPrefix(v.tokenAt(next).POS, "m") {
		return topic{text: v.s.block.Text[next:end], link: "place"}, true // 绥中县的|加碑岩乡
	}
	if of {
		if before := v.tokenAt(start - 1); v.is("describing", v.s.block.Text[before.Start:before.End]) && before.End == start {
			if m, ok := v.mentionAt(next); ok && (m.span.End == c.End || v.acts(m.span.End, c.End)) {
				return v.opened(m, c) // 位于上海的|X
			}
			if t, ok := v.behindDescription(v.tokenIndex(next), c); ok {
				return t, true // 位于大邑县的|博物馆群
			}
		}
		if name := v.surnamedAt(next); name != "" && v.actor(name, next+len(name), c.End) {
			return v.acted(name, next+len(name), c), true
		}
		if all, ok := v.among(start, next, c); ok {
			return all, true
		}
	}
	if name, end := v.roled(k, c.End); name != "" && end > start+len(p.text)+len(name) {
		return v.acted(name, end, c), true
	}
	if q, ok := v.quantityOver(start + len(p.text)); v.staged && ok && q.kind == "count" && q.span.Start == start+len(p.text) {
		return topic{}, false // 在产业园,北京|10家企业入驻
	}
	return p, true
}

// sizedPlant returns the end of the name of a works that goes on from byte i, behind where it is or
// whose, when clause c tells its size next (滑县|生态奶牛场|占地700亩), or 0.
func (v *passage) sizedPlant(i int, c segment.Span) int {
	const least = len("四字以上")
	for j := v.tokenIndex(i); j < len(v.s.tokens) && v.s.tokens[j].End < c.End && v.nominal(v.s.tokens[j]); j++ {
		t := v.s.tokens[j]
		if t.End-i >= least && v.ends("room", v.s.block.Text[i:t.End]) && v.sizeAt(t.End) {
			return t.End
		}
	}
	return 0
}

// among returns those of the place at byte start, named from byte next on, when clause c says no
// more than that something is told of them (合肥的|众创空间中,…).
func (v *passage) among(start, next int, c segment.Span) (topic, bool) {
	text := v.s.block.Text
	np := v.nounPhrase(v.tokenIndex(next), c.End)
	if np.Start != next || np.Len() == 0 || text[np.End:max(c.End, np.End)] != "中" || !v.ends("actor", text[np.Start:np.End]) {
		return topic{}, false
	}
	return v.noun(segment.Span{Start: start, End: np.End}), true
}

// alsoHas reports whether clause c does no more than to count things, whose name begins with the
// place at token k, in a list of what somebody has (发明专利8项,|四川省著名品牌|3个).
func (v *passage) alsoHas(k int, c segment.Span) bool {
	j := v.clauseIndex(c.Start)
	if j == 0 || v.subjects[j-1].typ == "" || !v.holdsQuantity(v.clauses[j-1]) {
		return false
	}
	np := v.nounPhrase(k, c.End)
	q, ok := v.quantityOver(np.End)
	place, _ := v.placesAt(np.Start)
	return ok && np.Start == v.s.tokens[k].Start && np.Len() > len(place.text) && q.kind == "count" && q.span.Start == np.End &&
		strings.Trim(v.s.block.Text[q.span.End:max(c.End, q.span.End)], "。；;”") == ""
}

// styledFirm returns the company behind nouns, from byte i on, that say what kind of firm
// it is.
func (v *passage) styledFirm(i int, c segment.Span) (mention, bool) {
	text := v.s.block.Text
	for k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].End < c.End && v.nominal(v.s.tokens[k]); k++ {
		if m, ok := v.mentionAt(v.s.tokens[k].End); ok && m.typ == "company" && v.ends("firm", text[i:v.s.tokens[k].End]) {
			return m, true
		}
	}
	return mention{}, false
}

// partOf reports whether the place from start to end only says which of the things that the
// clause before counted are counted next (项目30个,其中|港澳|项目5个).
func (v *passage) partOf(start, end int, c segment.Span) bool {
	q, ok := v.quantityOver(end)
	for k := v.tokenIndex(end); !ok && k < len(v.s.tokens) && v.s.tokens[k].End < c.End && nounTag(v.s.tokens[k].POS); k++ {
		q, ok = v.quantityOver(v.s.tokens[k].End)
	}
	return ok && q.kind == "count" && q.span.Start > end && strings.HasSuffix(v.s.block.Text[c.Start:start], "其中")
}

// madeIn returns the thing that clause c tells of, when from byte i on, behind a place, it
// says that the thing was made there (我国|自主研制的|收获机实现…).
func (v *passage) madeIn(i int, c segment.Span) (topic, bool) {
	of := v.description(v.tokenIndex(i), c)
	if of < 0 || v.s.tokens[of].Start <= i || !v.ends("made", v.s.block.Text[i:v.s.tokens[of].Start]) {
		return topic{}, false
	}
	return v.behindDescription(of+1, c)
}

// eventEnd returns the end of the name of an event that may end with token k: it takes the
// part of it that is named right behind (大赛|总决赛), and another one behind 暨 (书香节暨|书展).
func (v *passage) eventEnd(k int) int {
	text, end := v.s.block.Text[:v.s.span.End], v.s.tokens[k].End
	for k++; k < len(v.s.tokens) && v.ends("event", text[end:v.s.tokens[k].End]); k++ {
		end = v.s.tokens[k].End
	}
	if next, ok := after(text, end, "暨"); ok {
		if np := v.nounPhrase(v.tokenIndex(next), v.s.span.End); v.ends("event", text[np.Start:np.End]) {
			end = np.End
		}
	}
	return end
}

// eventAt returns the event whose name starts with token k, before byte end: with an
// ordinal or a year (第七届中国网络视听大会, 2014南国书香节), or in front of a word that
// says that it takes place (中国品牌日活动|今天在上海|举行).
func (v *passage) eventAt(k, end int) (topic, bool) {
	text := v.s.block.Text
	start := v.s.tokens[k].Start
	const long = len("第二十四届中国国际投资贸易洽谈会和博览会")
	if !v.numbered(start) {
		if fair, ok := v.fairAt(k, end); ok {
			return fair, true
		}
		if !v.holds(end) {
			return topic{}, false
		}
		np := v.nounPhrase(k, end)
		return topic{text: text[np.Start:np.End], link: "agent", event: true}, np.Start == start && np.Len() > len("五个字以上") && v.ends("event", text[np.Start:np.End]) && v.takesPlace(np.End, end)
	}
	for ; k < len(v.s.tokens) && v.s.tokens[k].End <= min(end, start+long); k++ {
		t := v.s.tokens[k]
		if t.POS == "p" || t.POS == "uj" {
			break
		}
		if name := text[start:t.End]; v.ends("event", name) && len(name) > len("第一届") {
			if open := strings.LastIndex(text[:start], "“"); open >= v.s.span.Start && !strings.Contains(text[open:start], "”") && strings.Contains(name, "”") {
				start = open // “东方-|2018”演习
			}
			name = text[start:v.eventEnd(k)]
			if strings.Count(name, "“") > strings.Count(name, "”") && strings.HasPrefix(text[start+len(name):], "”") {
				name += "”" // 首届“南湖茶叶大会|”
			}
			return topic{text: name, link: "agent", event: true}, true
		}
	}
	return topic{}, false
}

// fairAt returns the fair, festival or contest of a place whose name starts with token k and that does
// something before byte end (青岛国际啤酒节|今年进入第23个年头).
func (v *passage) fairAt(k, end int) (topic, bool) {
	if v.s.tokens[k].POS != "ns" {
		return topic{}, false
	}
	np := v.nounPhrase(k, end)
	name := v.s.block.Text[np.Start:np.End]
	kind, _, ok := v.lists.of("event").suffix(name)
	if !ok || np.Start != v.s.tokens[k].Start || v.is("council", kind) || np.Len() <= len("五个字以上") || strings.ContainsAny(name, "、和的") || v.isPlace(name[:len(name)-len(kind)]) || !v.acts(np.End, end) {
		return topic{}, false
	}
	return topic{text: name, link: "agent", event: true}, true
}

// eventOf returns the numbered event whose name begins with the place at t (青海省|首届创业大赛),
// before byte end.
func (v *passage) eventOf(t segment.Token, end int) (topic, bool) {
	if t.POS != "ns" || !v.numbered(t.End) {
		return topic{}, false
	}
	e, ok := v.eventAt(v.tokenIndex(t.End), end)
	if !ok || !strings.HasPrefix(v.s.block.Text[t.End:end], e.text) {
		return topic{}, false
	}
	e.text = v.s.block.Text[t.Start:t.End] + e.text
	return e, true
}

// holds reports whether the clause that ends at byte end says that something takes place.
// It looks only once, since every word of the clause may open with an event.
func (v *passage) holds(end int) bool {
	if v.heldEnd != end {
		v.heldEnd, v.held = end, false
		from := v.clauseOf(end - 1).Start
		for k := v.tokenIndex(end - 1); k >= 0 && v.s.tokens[k].Start >= from && !v.held; k-- {
			t := v.s.tokens[k]
			v.held = strings.HasPrefix(t.POS, "v") && v.is("held", v.s.block.Text[t.Start:t.End])
		}
	}
	return v.held
}

// numbered reports whether an ordinal of an event or a year without 年 stands at byte i.
func (v *passage) numbered(i int) bool {
	text := v.s.block.Text[i:v.s.span.End]
	if strings.HasPrefix(text, "首届") {
		return true
	}
	if strings.HasPrefix(text, "第") {
		at := strings.Index(text, "届")
		return at > 0 && at <= len("第一百二十")
	}
	if c, _ := utf8.DecodeRuneInString(text); glyphOf(c).kind == noSign {
		return false
	}
	n, ok := readNumeral(text, 0)
	return ok && n.year && !strings.HasPrefix(text[n.span.End:], "年")
}

// takesPlace reports whether a verb of that stands between byte i and end, behind
// nothing but times and places.
func (v *passage) takesPlace(i, end int) bool {
	for k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		t := v.s.tokens[k]
		switch word := v.s.block.Text[t.Start:t.End]; {
		case v.is("held", word):
			return true
		case strings.HasPrefix(t.POS, "v") || t.POS == "uj" || v.quantityAt(t.Start):
			return false
		}
	}
	return false
}

// acted returns the person, whose name ends at byte end of clause c, as its topic.
func (v *passage) acted(name string, end int, c segment.Span) topic {
	title, _, _ := v.lists.of("role").prefix(v.s.block.Text[end:max(end, c.End)])
	if title == "" && v.main.typ == "park" && v.governs(name) {
		return v.main.by("carried") // 黄奇帆, the mayor, plans for the park
	}
	v.named[v.clauseIndex(c.Start)] = end + len(title) // 习近平|总书记
	who := topic{text: v.s.block.Text[end-len(name) : v.entourage(end)], link: "referent", group: true}
	if !v.is("official", title) {
		v.who = who // of whom the text may go on to tell
	}
	return who.by("actor")
}

// governs reports whether the article calls somebody of that name by an office of a place or a park
// (市长|黄奇帆).
func (k *linking) governs(name string) bool {
	for title := range k.lists.of("governs").all {
		if k.uses(title+name) > 0 {
			return true
		}
	}
	return false
}

// handles reports whether t marks what stands behind it as the object (把|X|建成,
// but not 将|建成X).
func (v *passage) handles(t segment.Token) bool {
	word := v.s.block.Text[t.Start:t.End]
	if word == "将" {
		next := v.tokenAt(t.End)
		return next.Start == t.End && (nounTag(next.POS) && next.POS != "vn" || next.POS == "r" || next.POS == "a" || next.POS == "b")
	}
	return v.is("handler", word)
}

// before reports whether m stands before byte i of a sentence.
func (m mention) before(sentence, i int) bool {
	return m.sentence < sentence || m.sentence == sentence && m.span.Start < i
}

// qualified returns the entity that clause c, from token k on, first describes and
// then lets act (专注显示的|X|攻关技术).
func (v *passage) qualified(k int, c segment.Span) (mention, bool) {
	text := v.s.block.Text
	for _, m := range v.mentionsIn(segment.Span{Start: v.s.tokens[k].Start, End: c.End}) {
		if !strings.HasSuffix(text[c.Start:m.span.Start], "的") {
			continue
		}
		if v.acts(m.span.End, c.End) || v.timeAt(m.span.End) || v.entourage(m.span.End) > m.span.End || m.span.End == c.End && v.describes(v.s.tokens[k]) || v.seated(k) {
			return m, true
		}
	}
	return mention{}, false
}

// seated reports whether token k says of the noun behind it where that has its seat
// (总部|位于上海的X).
func (v *passage) seated(k int) bool {
	return k+1 < len(v.s.tokens) && strings.HasPrefix(v.s.tokens[k].POS, "n") && v.describes(v.s.tokens[k+1])
}

// describes reports whether t opens a clause that says where something is or what it is
// like (位于上海的|X,…).
func (v *passage) describes(t segment.Token) bool {
	word := v.s.block.Text[t.Start:t.End]
	return v.is("scene", word) || v.is("describing", word)
}

// shareholds reports whether text[from:to] ends in a word for the shareholder that is
// named behind it.
func (v *passage) shareholds(from, to int) bool {
	_, class, ok := v.anaphors.suffix(v.s.block.Text[from:to])
	return ok && class == "shareholder"
}

// opened returns the topic of clause c, which opens with mention m.
func (v *passage) opened(m mention, c segment.Span) (topic, bool) {
	if _, press := after(v.s.block.Text, m.span.End, "记者", "讯", "消息"); press || v.source(m, c) || m.signs(v.s.block.Text) {
		return topic{}, false
	}
	if word, _, ok := v.lists.of("outside").prefix(v.s.block.Text[m.span.End:v.s.span.End]); ok && v.boundary(m.span.End+len(word)) {
		return topic{}, false // 滨海工业区|外现有企业171家
	}
	// 新区 by itself is marked as a name, but says no more than the word.
	if ref, ok := v.refers(m.span, m.span.Len()); ok {
		return ref, true
	}
	if v.madeBy(m) {
		return topic{}, false
	}
	if next, of := after(v.s.block.Text[:max(c.End, m.span.End)], m.span.End, "的"); of && m.typ == "company" {
		if end := v.sizedPlant(next, c); end > 0 {
			return topic{text: v.s.block.Text[m.span.Start:end], typ: m.typ, link: "opener"}, true // X的|华中工厂|占地190亩
		}
	}
	if next, of := after(v.s.block.Text[:max(c.End, m.span.End)], m.span.End, "的“"); of {
		if name := v.quotedFrom(next, c); name != "" {
			return topic{text: name, link: "opener", group: true}, true // X的|“云栖里”
		}
	}
	if own, ok := v.namedFor(m, c); ok {
		return own, true
	}
	if end := v.plantEnd(m, c); end > 0 {
		return topic{text: v.s.block.Text[m.span.Start:end], typ: m.typ, link: "opener"}, true // 比亚迪|常州基地
	}
	if p, ok := v.placesAt(m.span.End); ok && strings.HasSuffix(p.text, "舰") {
		return topic{text: v.s.block.Text[m.span.Start:m.span.End] + p.text, link: "opener"}, true // 海军|长沙舰
	}
	if v.main.typ != "company" && v.listsProjects(m.span.End, c.End) {
		return topic{}, false
	}
	if own, ok := v.projectOf(m, c.End); ok {
		return own, true
	}
	owned := v.owned(m)
	if word, class, ok := v.anaphors.prefix(v.s.block.Text[m.span.End:max(c.End, m.span.End)]); ok && class == "shareholder" && owned.span == m.span {
		return v.refers(segment.Span{Start: m.span.End, End: c.End}, len(word)) // X|控股股东
	}
	return v.enumeration(owned, c)
}

// signs reports whether a block that reads text is but the name of the paper, m, and a date.
func (m mention) signs(text string) bool {
	return m.subtype == "media" && strings.Trim(text[:m.span.Start]+text[m.span.End:], " 　0123456789-/.:：年月日") == ""
}

// madeBy reports whether m only says whose make those are that are counted right behind it, of the
// things that the number before counted (手机产量2亿部,|苹果|手机8000万部).
func (v *passage) madeBy(m mention) bool {
	t := v.tokenAt(m.span.End)
	return m.typ == "company" && t.Start == m.span.End && t.POS == "n" && t.Len() > len("字") && v.amountAt(t.End) && strings.HasPrefix(v.lastMetric, v.s.block.Text[t.Start:t.End])
}

// projectOf returns the project that is named by m, a company, and by what it is (华润|连江外海
// 海上风电场项目), up to byte end, and keeps it for the words that stand for it.
func (v *passage) projectOf(m mention, end int) (topic, bool) {
	if m.typ != "company" || m.span.End >= end {
		return topic{}, false
	}
	t, ok := v.sizedProject(m, end)
	if !ok {
		t, ok = v.namedProject(m, end)
	}
	if !ok {
		return topic{}, false
	}
	name := v.s.block.Text[m.span.Start:t.End]
	v.things[v.s.block.Text[t.Start:t.End]] = name
	return topic{text: name, typ: m.typ, link: "opener"}, true
}

// namedProject returns the word for a project that ends the noun phrase right behind m.
func (v *passage) namedProject(m mention, end int) (segment.Token, bool) {
	const least = len("四字的名") // 科大讯飞|重点项目 names none
	text := v.s.block.Text
	np := v.nounPhrase(v.tokenIndex(m.span.End), end)
	if np.Start != m.span.End || strings.Contains(text[np.Start:np.End], "的") || v.holdsName(np) {
		return segment.Token{}, false
	}
	for k := v.tokenIndex(np.Start); k < len(v.s.tokens) && v.s.tokens[k].End <= np.End; k++ {
		t := v.s.tokens[k]
		if t.Start-np.Start < least || !v.isProject(t) {
			continue
		}
		next := v.tokenAt(t.End)
		manages := v.is("role", text[next.Start:next.End]) || strings.HasSuffix(text[next.Start:next.End], "部")
		return t, !manages // 项目|经理
	}
	return segment.Token{}, false
}

// isProject reports whether t is a word for what is built or carried out.
func (v *passage) isProject(t segment.Token) bool {
	return v.is("project", v.s.block.Text[t.Start:t.End])
}

// sizeAt reports whether a word for the size of what stands in front begins at byte i
// (总投资, or 总 that gse has cut off).
func (v *passage) sizeAt(i int) bool {
	return v.opens("sized", i) || strings.HasPrefix(v.s.block.Text[i:], "总")
}

// listsProjects reports whether the name that ends at byte i only begins the first of several
// projects whose number is stated behind them, up to byte end (X|装备基地、Y示范园等45个项目).
func (v *passage) listsProjects(i, end int) bool {
	text := v.s.block.Text
	k := endsAfter(v.found, i, quantityEnd)
	if k == len(v.found) || v.found[k].span.Start < i || v.found[k].span.End >= end {
		return false
	}
	q := v.found[k]
	list := text[i:q.span.Start]
	thing := v.tokenAt(q.span.End)
	return q.kind == "count" && thing.Start == q.span.End && v.isProject(thing) &&
		strings.HasSuffix(list, "等") && strings.Contains(list, "、") && !strings.ContainsAny(list, clauseMarks+"的")
}

// sizedProject returns the word for a project that ends the name of one of the company m, with its
// size behind it; the name may tell what is done there (X|设备研发及产业化项目|建设规模).
func (v *passage) sizedProject(m mention, end int) (segment.Token, bool) {
	const long = 20 * len("字")
	text := v.s.block.Text
	for k := v.tokenIndex(m.span.End); k < len(v.s.tokens) && v.s.tokens[k].End <= min(end, m.span.End+long); k++ {
		t := v.s.tokens[k]
		word := text[t.Start:t.End]
		_, named := v.mentionOver(t.Start)
		switch {
		case t.Start < m.span.End, t.Start == m.span.End && t.POS == "v", t.POS == "p", t.POS == "d", t.POS == "r", t.POS == "uj", t.POS == "x" && word != "、", named, v.quantityAt(t.Start), v.timeAt(t.Start):
			return segment.Token{}, false
		case v.isProject(t) && t.Start > m.span.End && v.sizeAt(t.End):
			return t, true
		}
	}
	return segment.Token{}, false
}

// namedFor returns the park that is named for m, a company, with its product between the two
// (TCL|空调|武汉智能制造产业园).
func (v *passage) namedFor(m mention, c segment.Span) (topic, bool) {
	const near = len("五个字以内")
	for _, n := range v.mentionsIn(c) {
		gap := n.span.Start - m.span.End
		if m.typ != "company" || n.typ != "park" || gap <= 0 || gap > near || !v.boundary(m.span.End) {
			continue
		}
		for k := v.tokenIndex(m.span.End); k < len(v.s.tokens) && v.s.tokens[k].Start < n.span.Start; k++ {
			if t := v.s.tokens[k]; t.POS != "n" && t.POS != "nz" || t.Start < m.span.End || v.is("carrier", v.s.block.Text[t.Start:t.End]) {
				return topic{}, false
			}
		}
		return topic{text: v.s.block.Text[m.span.Start:n.span.End], typ: "park", link: "opener"}, true
	}
	return topic{}, false
}

// enumeration returns the topic that m opens. Members of a group whose number
// is stated next (A、B等6家单位) are no subject: the clause is about whom the text
// was talking about.
func (v *passage) enumeration(m mention, c segment.Span) (topic, bool) {
	text := v.s.block.Text
	end, count := m.span.End, 1
	for {
		next, ok := v.joined(end)
		if !ok {
			break
		}
		n, ok := v.mentionAt(next)
		if !ok || n.span.End > c.End {
			break
		}
		end, count = n.span.End, count+1
	}
	if more, ok := v.joined(end); ok && more < c.End {
		rest := segment.Span{Start: more, End: more + max(strings.Index(text[more:c.End], respective), 0)}
		if rest.Len() > 0 && !v.holdsVerb(rest) && !v.holdsQuantity(rest) {
			end, count = rest.End, count+1 // A集团、B百货、C控股|分别持有55%、35%和10%
		}
	}
	next, ok := after(text, end, "等")
	if listed := v.listEnd(end, c.End); count > 1 && listed > end {
		next, ok = listed, true
	}
	if (ok || count > 1) && v.counts(next) {
		_, more := v.joined(c.Start)                            // 以及A、B|两家…
		parts := v.main.typ == "park" || v.isPlace(v.main.text) // X高新区…;A、B|两个载体获评… is about X
		if q, _ := v.quantityOver(next); !ok && !more && !parts && q.span.Start == end && q.value.Cmp(big.NewRat(int64(count), 1)) == 0 {
			return topic{text: text[m.span.Start:end], link: "opener", group: true}, true // A、B和C|三家企业占据…
		}
		if v.topic.text == "" || m.subtype == "government" && v.topic.typ == "" {
			return v.about(m, "opener"), true // 网信办等|四部门 in a text about nobody
		}
		return v.topic, true
	}
	if count == 1 || count == 2 && strings.HasPrefix(text[m.span.End:], "与") && v.opensWith("agreeing", text[v.pastBracket(end):v.s.span.End]) {
		return v.about(m, "opener"), true // A与B|签订: B is the other side
	}
	return topic{text: text[m.span.Start:end], link: "opener", group: true}, true
}

// listEnd returns where the number of the members of a list stands when a sign of enumeration at
// byte i joins a last one to it that is no known name (A、B和|某某孵化器3家机构), up to byte end, or i.
func (v *passage) listEnd(i, end int) int {
	next, ok := v.joined(i)
	if !ok || next >= end {
		return i
	}
	q, counted := v.quantityOver(next)
	if !counted || q.kind != "count" || v.is("people", q.unit) || q.span.Start >= end || q.span.Start == next {
		return i
	}
	for k := v.tokenIndex(next); k < len(v.s.tokens) && v.s.tokens[k].Start < q.span.Start; k++ {
		if t := v.s.tokens[k]; !v.nominal(t) && !v.inner(t) || v.timeAt(t.Start) || v.s.block.Text[t.Start:t.End] == "的" {
			return i
		}
	}
	if last := v.tokenAt(q.span.Start - 1); last.End != q.span.Start || !nounTag(last.POS) {
		return i
	}
	return q.span.Start
}

// joined returns where the next member of a group starts when one of the words
// between members stands at byte i.
func (v *passage) joined(i int) (next int, ok bool) {
	word, _, ok := v.lists.of("joiner").prefix(v.s.block.Text[i:v.s.span.End])
	return i + len(word), ok
}

// pastBracket returns the end of the bracket that stands at byte i, or i.
func (v *passage) pastBracket(i int) int {
	text := v.s.block.Text[i:v.s.span.End]
	for open, shut := range map[string]string{"(": ")", "（": "）"} {
		if at := strings.Index(text, shut); strings.HasPrefix(text, open) && at > 0 {
			return i + at + len(shut)
		}
	}
	return i
}

// counts reports whether a number of things stands at byte i, bounds aside.
func (v *passage) counts(i int) bool {
	q, ok := v.quantityOver(i)
	return ok && q.kind == "count" && q.span.Start >= i && v.tail(i, q.span.Start) == i
}

// leadsIn reports whether t may stand before a subject: punctuation, a time, an
// adverb, or one of the lead-in words.
func (v *passage) leadsIn(t segment.Token) bool {
	word := v.s.block.Text[t.Start:t.End]
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsPunct(r) || unicode.IsSpace(r) || unicode.IsDigit(r) {
		return true
	}
	return v.is("leadin", word) || strings.HasPrefix(t.POS, "t") && !v.is("nominal", word) || strings.HasPrefix(t.POS, "m") || t.POS == "d" || t.POS == "c"
}

// listOfFirms returns the list of the largest firms of a place or trade that begins with token k of
// a clause that ends at byte end and goes on with what they measure (江西省民营企业百强|门槛), or "".
func (v *passage) listOfFirms(k, end int) string {
	const longest = 16 // characters
	start := v.s.tokens[k].Start
	text := v.s.block.Text[start:end]
	at := strings.Index(text, "强")
	if at < 0 || utf8.RuneCountInString(text[:at]) > longest || v.timeAt(start) {
		return ""
	}
	whose := strings.TrimRight(text[:at], "0123456789十百千")
	if whose == text[:at] || !v.actsAlone(whose) || strings.ContainsAny(whose, "，、；。：") {
		return ""
	}
	next := v.tokenAt(start + at + len("强"))
	if next.Start != start+at+len("强") || next.End >= end || next.POS == "uj" || v.actsAlone(v.s.block.Text[next.Start:next.End]) {
		return "" // 民营企业500强|企业
	}
	return text[:at+len("强")]
}

// givenTo reports whether the place at t, in front of which more stands in clause c, only says to
// whom or where something is done (至今已向|上海9个园区投资).
func (v *passage) givenTo(t segment.Token, c segment.Span) bool {
	before := v.tokenAt(t.Start - 1)
	word := v.s.block.Text[before.Start:before.End]
	if before.Start < c.Start || before.End != t.Start || before.POS != "d" && before.POS != "p" || !v.ends("toward", word) {
		return false // gse cuts 已为|上海
	}
	p, ok := v.places(t)
	_, of := after(v.s.block.Text[:c.End], t.Start+len(p.text), "的")
	return ok && !of
}

// plantEnd returns where the works end that company m has at the place behind its name, when clause c
// tells something of them (比亚迪|常州基地|投产), or 0.
func (v *passage) plantEnd(m mention, c segment.Span) int {
	p, ok := v.placesAt(m.span.End)
	if m.typ != "company" || !ok || p.group {
		return 0
	}
	from := m.span.End + len(p.text)
	plant, _, ok := v.lists.of("plant").prefix(v.s.block.Text[from:max(c.End, from)])
	end := from + len(plant)
	if _, named := v.mentionOver(from); !ok || named || !v.boundary(end) || !v.acts(end, c.End) && !v.sizeAt(end) && !v.sizeNoun(v.tokenAt(end).Span) && !v.opens("planned", end) {
		return 0
	}
	return end
}
