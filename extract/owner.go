package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// linked returns whom c is about, whose metric np is and begins at byte start.
func (v *passage) linked(c *claim, np segment.Span, at site, start int, earlier []claim) topic {
	t := v.subject(&c.quantity, at.from, start)
	if own, ok := v.said(c, np, at, earlier); ok {
		t = own
	}
	if c.kind == "age" && t.link != "person" && t.link != "actor" {
		if name := v.lastPerson(c.span.Start); name != "" {
			t = topic{text: name, link: "person"}
		}
	}
	if t.text == "" {
		t = v.nearest(c)
	}
	last := v.last(earlier)
	if last != nil {
		t = v.carriedOn(c, np, at, t, last)
	}
	if place := v.placeMeasured(c, np, at); place != "" && t.text != place && t.link != "adjacent" {
		t = topic{text: place, link: "adjacent"}
	}
	if name := v.placedThing(np, at); name != "" && (t.link == "place" || (t.link == "carried" || t.link == "leading") && v.tellsApart(name)) {
		t = topic{text: name, link: "itself"}
		if v.tellsApart(name) {
			v.goesOnAbout(t, v.clauseIndex(c.span.Start)) // X项目总投资480亿元,|已完成投资150亿元
		}
	}
	if goods := v.pricedGoods(np, at); goods != "" && (t.typ != "company" || v.opensClause(np)) && (t.text == "" || t.link != "adjacent" && t.link != "opener") {
		t = topic{text: goods, link: "itself"}
	}
	if who := v.sharer(c, np); who != "" && t.typ == "" && t.link != "opener" && t.link != "adjacent" && t.link != "actor" && t.text != who {
		t = topic{text: who, link: "itself"}
	}
	if everybody := v.everybody(np, at, last, c); everybody != "" && t.typ == "" && !v.isPlace(t.text) {
		if done := v.verbBefore(site{from: at.from, tail: np.Start}) != ""; !done || t.text == "" { // but 园区完成|全社会投资
			return topic{text: everybody, link: "itself"} // 全社会|用电量
		}
	}
	text := v.s.block.Text[np.Start:np.End]
	if own := v.s.block.Text[c.span.Start:c.span.End]; np == at.behind && v.main.text != "" && t.text == own+text {
		return v.main.by("carried") // 18个|省: not a number of themselves
	}
	if t.text != "" {
		return t
	}
	switch {
	case np == at.before && (c.kind != "count" || v.sizeNoun(np) && v.owner(np) > np.Start) && (last == nil || !v.bareSize(np)):
		return v.itself(np, last, c.kind == "duration")
	case np == at.behind && c.kind == "percent" && v.ends("actor", text):
		return topic{text: text, link: "itself"} // 七成的|受访企业
	case last != nil && last.subject != last.metric && len(last.subject) > len("字"):
		return topic{text: last.subject, link: "carried"} // 手机售价3999元,|卖出10万台
	}
	return topic{}
}

// sharer returns the noun that the clause of c, a share whose metric np is, opens with and that holds
// it (去年|高端茶叶|仅占总量的10%), or "". What is measured of somebody is none (税收|占5%).
func (v *passage) sharer(c *claim, np segment.Span) string {
	text := v.s.block.Text
	if c.kind != "percent" || !strings.HasPrefix(text[np.Start:np.End], "占") {
		return ""
	}
	clause := v.clauseOf(np.Start)
	k := v.tokenIndex(clause.Start)
	for k < len(v.s.tokens) && v.s.tokens[k].Start < np.Start && (v.leadsIn(v.s.tokens[k]) || v.timeAt(v.s.tokens[k].Start)) {
		k++
	}
	if k == len(v.s.tokens) || v.s.tokens[k].Start < clause.Start || v.s.tokens[k].Start >= np.Start {
		return ""
	}
	from := v.s.tokens[k].Start
	to := v.tail(from, np.Start)
	who, passed := v.phrase(from, max(from, to))
	name := text[who.Start:who.End]
	if passed || who.Len() == 0 || who.Start != from || who.End != to || v.isSize(name) || v.ends("sized", name) || v.ends("outlay", name) || v.ends("flow", name) || v.refersTo(name) || v.isPlace(name) || v.isPlaces(who) || v.holdsQuantity(who) || v.s.tokens[k].POS == "r" {
		return ""
	}
	if _, named := v.mentionOver(who.Start); named {
		return ""
	}
	return name
}

// goesOnAbout makes t, whom clause i turned out to tell of, whom the clauses behind it are about
// that go on with whom that was thought to be about.
func (v *passage) goesOnAbout(t topic, i int) {
	for j := i + 1; j < len(v.subjects) && v.subjects[j].link == "carried" && v.subjects[j].text == v.subjects[i].text; j++ {
		v.subjects[j] = t.by("carried")
	}
}

// said returns whom the words around c name, whoever the clause is about.
func (v *passage) said(c *claim, np segment.Span, at site, earlier []claim) (topic, bool) {
	before := v.s.block.Text[at.before.Start:at.before.End]
	if np == at.deed && np.Len() > 0 && v.is("occasion", c.unit) && at.before.Len() > 0 && !at.passed {
		if ref, ok := v.refers(at.before, at.before.Len()); ok {
			return ref, true // 对公司|109次出口罚款
		}
		return topic{text: before, link: "agent"}, true
	}
	if v.equated(np, at) {
		return topic{text: before, link: "equated"}, true
	}
	if own, ok := v.handled(np, at); ok {
		return own, true
	}
	if own, ok := v.stillHandled(c, np, earlier); ok {
		return own, true
	}
	return v.wholeOf(c, np, at)
}

// carriedOn returns whom c is about when that is whom last, the claim before it in the
// sentence, was about or what it counted, or t.
func (v *passage) carriedOn(c *claim, np segment.Span, at site, t topic, last *claim) topic {
	size := v.bareSize(np)
	switch {
	case t.text == "" && (last.metric == c.metric && c.metric != "" || v.is("head", c.metric) || strings.HasPrefix(c.metric, "占")) && last.subject != "":
		return topic{text: last.subject, link: "carried"} // 投资完成3433亿元,|同比增长27%,|增速加快
	case t.text == "" && np == at.before && last.kind == "count" && last.metric != "" && size:
		return topic{text: last.metric, link: "carried"} // 18个项目开工,|总投资56亿元
	case t.text == "" && np == at.before && last.subject != "" && size:
		return topic{text: last.subject, link: "carried"} // 大桥全长3公里,|宽30米
	case (t.link == "carried" || t.link == "leading") && np.Len() == 0 && c.metric == last.metric && v.ends("price tag", c.metric) && last.link == v.rule("itself"):
		return topic{text: last.subject, link: "itself"} // 拖拉机的均价从1万元涨到|2万元
	case t.link == "carried" && size && v.endsWithThing(last):
		t.text = last.subject // 总投资1亿元的研发中心,|建筑面积3万平方米
	case t.link == "carried" && size && v.ends("thing", last.subject) && !v.is("thing", last.subject) && v.isPlace(t.text):
		t.text = last.subject // 合肥制造项目总投资5亿元,|占地20亩
	}
	return t
}

// placedThing returns the project or the like in front of its size at the end of np, with
// the place that it is named by (北京|亦庄合作项目|总投资), or "".
func (v *passage) placedThing(np segment.Span, at site) string {
	text := v.s.block.Text
	size, _, ok := v.lists.of("sized").suffix(text[np.Start:np.End])
	if ok && v.unplanned(text[np.Start:np.End-len(size)]) == "" && np == at.before {
		to := at.from + len(v.unplanned(text[at.from:max(np.Start, at.from)])) // a share may begin in front
		if what, _ := v.phrase(at.from, to); what.End == to && what.Len() > 0 {
			const longest = 20 * len("字")
			if of := at.from + strings.LastIndex(text[at.from:to], "的") + len("的"); of > at.from+len("的") && of < what.Start && to-of <= longest && v.boundary(of) {
				what.Start = of // 签约的|新能源电池材料项目
			}
			np.Start, at.before = what.Start, segment.Span{Start: what.Start, End: np.End} // X项目计划|总投资
		}
	}
	end := np.Start + len(v.unplanned(text[np.Start:np.End-len(size)]))
	thing, _, is := v.lists.of("thing").suffix(text[np.Start:end])
	if !ok || !is || np != at.before || end-len(thing) <= np.Start {
		return ""
	}
	start := np.Start - v.placeSuffix(at.from, np.Start)
	if of := strings.LastIndex(text[start:end], "的"); of > 0 {
		start += of + len("的") // 在北京建设的|合作项目
	}
	return text[start:end]
}

// opensClause reports whether nothing but times and words that lead in stand in front of np in its
// clause.
func (v *passage) opensClause(np segment.Span) bool {
	for k := v.tokenIndex(v.clauseOf(np.Start).Start); k < len(v.s.tokens) && v.s.tokens[k].Start < np.Start; k++ {
		if t := v.s.tokens[k]; !v.leadsIn(t) && !v.timeAt(t.Start) {
			return false
		}
	}
	return true
}

// pricedGoods returns the goods at the head of np whose price it is (进口轿车的|平均单价), or "".
func (v *passage) pricedGoods(np segment.Span, at site) string {
	what := v.s.block.Text[np.Start:np.End]
	if np != at.before || !v.ends("price tag", what) || v.ends("index", what) {
		return ""
	}
	goods := what[:v.owner(np)-np.Start]
	if utf8.RuneCountInString(goods) < 3 && v.uses(goods) <= namedTwice && !v.opensClause(np) || v.is("any goods", goods) {
		return "" // 单车|均价
	}
	return goods
}

// placeMeasured returns the division that np, an amount behind a verb that brings it about, begins
// with (带动|江北区贸易额达500亿元), or "".
func (v *passage) placeMeasured(c *claim, np segment.Span, at site) string {
	t := v.tokenAt(np.Start)
	if np != at.before || c.kind == "count" || !v.sizeNoun(np) || t.Start != np.Start || t.End >= np.End || t.POS != "ns" || !v.ends("pivot", v.s.block.Text[min(at.from, np.Start):np.Start]) {
		return ""
	}
	if name := v.s.block.Text[t.Start:t.End]; v.rank(name) != "" {
		return name
	}
	return ""
}

// unplanned takes the word that makes a size only a plan off the end of text (X项目|计划|总投资).
func (l *linker) unplanned(text string) string {
	word, _, _ := l.lists.of("planned").suffix(text)
	return strings.TrimSuffix(text, word)
}

// tellsApart reports whether name, of a project or the like, says so much of it that it is one of
// its own (新能源电池材料项目, but not 重点项目).
func (v *passage) tellsApart(name string) bool {
	const least, short = 7, 5 // characters
	_, _, any := v.lists.of("modifier").prefix(name)
	if any || v.refersTo(name) {
		return false
	}
	_, _, works := v.lists.of("works").suffix(name)
	_, _, sized := v.lists.of("adjective").prefix(name)
	return utf8.RuneCountInString(name) >= least || works && !sized && utf8.RuneCountInString(name) >= short // 白石洞水库
}

// rule returns the line of links.txt for the rule of that name, as claims have it.
func (l *linker) rule(name string) string {
	_, rule, _ := l.lists.of("rule").prefix(name)
	return rule
}

// endsWithThing reports whether the clause of e ends with what that describes.
func (v *passage) endsWithThing(e *claim) bool {
	c := v.clauseOf(e.span.Start)
	return e.link == v.rule("described") && e.subject != "" && strings.HasSuffix(v.s.block.Text[e.span.End:max(c.End, e.span.End)], e.subject)
}

// verbBefore returns the verb that stands right before the number of at, or "".
func (v *passage) verbBefore(at site) string {
	t := v.tokenAt(at.tail - 1)
	if word := v.s.block.Text[t.Start:t.End]; t.Start >= at.from && (strings.HasPrefix(t.POS, "v") || v.is("sized", word)) {
		return word
	}
	if t = v.tokenAt(at.tail); t.Start == at.tail && strings.HasPrefix(t.POS, "v") {
		return v.s.block.Text[t.Start:t.End]
	}
	return ""
}

// itself returns whom np, which is measured, is about when nobody is named: those that it
// begins with (国有企业|营业总收入, 手机|售价), those in front of the time that it is measured at, those
// of whom last, the claim before, told, those that the sentence opens with, unless it tells what
// lasts, or np. A verb is about nobody.
func (v *passage) itself(np segment.Span, last *claim, lasts bool) topic {
	text := v.s.block.Text[np.Start:np.End]
	if strings.HasPrefix(text, "占") {
		from := v.clauseOf(np.Start).Start
		if part, _ := v.phrase(from, v.tail(from, np.Start)); part.Len() > 0 && !v.holdsQuantity(part) {
			return topic{text: v.s.block.Text[part.Start:part.End], link: "itself"} // 一般贸易|占出口总额的比重
		}
		return v.main.by("carried")
	}
	if owner := v.owner(np); owner > np.Start {
		if of := strings.LastIndex(v.s.block.Text[np.Start:owner], "的"); of > 0 && v.tokenAt(np.Start).POS == "v" {
			np.Start += of + len("的") // 建设的|零部件项目
		}
		return topic{text: strings.TrimSuffix(v.s.block.Text[np.Start:owner], "的总"), link: "itself"} // LED|的总出货量
	}
	if whose := v.beforeTime(np); whose != "" {
		return topic{text: whose, link: "itself"}
	}
	one := v.tokenAt(np.Start).Span == np
	if last != nil && (one || v.sizeNoun(np) || v.bareSize(np)) && last.subject != "" && last.subject != last.metric {
		return topic{text: last.subject, link: "carried"} // 企业收入3亿元;|利润1亿元
	}
	if one && v.tokenAt(np.Start).POS == "v" && !v.sizeNoun(np) {
		return topic{} // 捐出|100万元
	}
	if t := v.sentenceOpener(np); !lasts && t.text != "" && t.text != text {
		return t
	}
	return topic{text: text, link: "itself"}
}

// beforeTime returns the noun in front of the time that np, a measure, stands behind
// (国内甲醇市场|2011年1月末|价格), or "".
func (v *passage) beforeTime(np segment.Span) string {
	k := endsAfter(v.times, np.Start-1, dateEnd)
	if k == len(v.times) || !v.sizeNoun(np) {
		return ""
	}
	d := v.times[k].span
	clause := v.clauseOf(np.Start)
	if end, _ := after(v.s.block.Text, d.End, "末", "底", "初"); end != np.Start && d.End != np.Start || d.Start <= clause.Start {
		return ""
	}
	whose, passed := v.phrase(clause.Start, d.Start)
	if passed || whose.End != d.Start || v.holdsQuantity(whose) || v.isSize(v.s.block.Text[whose.Start:whose.End]) {
		return ""
	}
	return v.s.block.Text[whose.Start:whose.End]
}

// sentenceOpener returns the noun that the sentence opens with and says something of before the
// clause that np, which is counted there, opens (东侧展馆有5个号馆,|标准展位1734个), or nothing.
func (v *passage) sentenceOpener(np segment.Span) topic {
	first := v.clauses[0]
	if v.clauseIndex(np.Start) == 0 || !v.opensClause(np) || v.sizeNoun(np) || v.ends("when", v.s.block.Text[first.Start:first.End]) || strings.HasSuffix(v.s.block.Text[:first.End], "以来") {
		return topic{}
	}
	k := v.tokenIndex(first.Start)
	for k < len(v.s.tokens) && v.s.tokens[k].Start < first.End && (v.leadsIn(v.s.tokens[k]) || v.timeAt(v.s.tokens[k].Start)) {
		k++
	}
	who := v.nounPhrase(k, first.End)
	text := v.s.block.Text[who.Start:who.End]
	if k == len(v.s.tokens) || who.Start != v.s.tokens[k].Start || who.Len() < len("三个字") || v.holdsQuantity(who) || v.isSize(text) || v.s.tokens[k].POS == "r" || strings.HasPrefix(v.s.tokens[k].POS, "v") {
		return topic{}
	}
	next := v.tokenAt(who.End)
	if next.Start != who.End || !strings.HasPrefix(next.POS, "v") || v.is("reporting", v.s.block.Text[next.Start:next.End]) || next.POS == "vn" {
		return topic{}
	}
	return topic{text: text, link: "itself"}
}

// owner returns where those end whom np, which is measured, is about, and the measure
// begins (夏粮|总产量, 在岗职工|年平均工资), or np.Start. What makes one term with the noun
// in front of it (工业|增加值) belongs to nobody.
func (v *passage) owner(np segment.Span) int {
	text := v.s.block.Text
	at := np.Start
	if strings.HasPrefix(text[np.Start:np.End], "占") || strings.HasPrefix(text[np.Start:np.End], "对") {
		return at // 占同期进口值, 对东盟的进口值
	}
	for k := v.tokenIndex(np.Start); k < len(v.s.tokens) && v.s.tokens[k].End < np.End; k++ {
		t := v.s.tokens[k]
		head, rest := text[np.Start:t.End], text[t.End:np.End]
		switch {
		case strings.HasSuffix(head, "市场") && v.is("of a market", rest):
			if at <= np.Start || strings.HasSuffix(text[:t.Start], "的") || t.Len() > len("市场") {
				at = max(at, t.End-len("市场"))
			}
			for before := v.tokenAt(at - 1); before.End == at && before.Start > np.Start && v.is("scope", text[before.Start:before.End]); before = v.tokenAt(at - 1) {
				at = before.Start // 减速器|国内市场份额
			}
			return at
		case v.opens("yearly output", t.End) && t.Start == np.Start && strings.HasPrefix(t.POS, "n"):
			return t.End // 工厂|日处理污水
		case v.is("tally", rest) || v.ends("indicator", rest):
		case v.actsAlone(head) && v.ends("head", rest):
			return t.End
		case utf8.RuneCountInString(head) < 2 || v.is("gauge", text[t.Start:t.End]) || v.opens("average", np.Start) && t.Start > np.Start || v.is("average", text[t.Start:t.End]) || v.is("purposed", head) || v.is("nominal", head):
		case t.POS == "uj" && v.isSize(rest):
			at = t.Start // 塔什干|的最高气温
		case (strings.HasPrefix(t.POS, "n") || v.is("noun", text[t.Start:t.End])) && (v.is("sized", rest) || v.is("head", rest) || v.sizedNoun(rest) || v.averaged(t.End, np.End)):
			at = t.End
		}
	}
	return at
}

// averaged reports whether words that say how something is counted up or what is done with it
// stand from byte i to the measure that ends at byte end (年|平均|工资, 种植|面积).
func (v *passage) averaged(i, end int) bool {
	text := v.s.block.Text
	k := v.tokenIndex(i)
	for ; k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		t := v.s.tokens[k]
		if word := text[t.Start:t.End]; v.is("indicator", word) || !v.is("gauge", word) && !v.is("average", word) && (!strings.HasPrefix(t.POS, "v") || v.is("carrier", word)) {
			break
		}
	}
	at := v.tokenAt(i).Start
	if k < len(v.s.tokens) {
		at = v.s.tokens[k].Start
	}
	return at > i && at < end && (v.is("head", text[at:end]) || v.sizedNoun(text[at:end]))
}

// everybody returns the word for that at the head of np, or of whom the claim before,
// last, was if c says more of what that measured.
func (v *passage) everybody(np segment.Span, at site, last, c *claim) string {
	if word, _, ok := v.lists.of("everybody").prefix(v.s.block.Text[np.Start:np.End]); ok && np == at.before {
		return word
	}
	if last != nil && np.Len() == 0 && last.metric == c.metric && v.is("everybody", last.subject) {
		return last.subject
	}
	return ""
}

// wholeOf returns the noun right before a share that says of whose things it is one
// (这批汽车|80%的部件).
func (v *passage) wholeOf(c *claim, np segment.Span, at site) (topic, bool) {
	text := v.s.block.Text
	if c.kind != "percent" || np != at.behind || np.Len() == 0 || at.passed || at.before.Len() == 0 || at.before.End != at.tail || !strings.HasPrefix(text[c.span.End:], "的") {
		return topic{}, false
	}
	if t := v.tokenAt(at.before.Start); strings.HasPrefix(t.POS, "v") && t.End < at.before.End && v.is("carrier", text[t.Start:t.End]) {
		at.before.Start = t.End // 出售|国家石油公司5%的股份
	}
	word, _, pointed := v.lists.of("pointing").suffix(text[min(at.from, at.before.Start):at.before.Start])
	whole := text[at.before.Start-len(word) : at.before.End]
	if ref, _, ok := v.anaphors.suffix(whole); ok && len(ref) < len(whole) && v.opensWith("this", ref) {
		t, ok := v.refers(segment.Span{Start: at.before.End - len(ref), End: at.before.End}, len(ref))
		return t, ok // 以低价收购|该公司|51%的股权
	}
	if !v.ends("actor", whole) && !v.ends("crowd", whole) && !pointed || v.refersTo(whole) {
		return topic{}, false
	}
	return topic{text: whole, link: "adjacent"}, true
}

// handled returns whom a number is about that tells how far 将 or 把 moves np: the
// noun that np begins with and that can act (将小微企业|应税所得上限提高到50万元), or
// np itself (将增值税税率减至17%).
func (v *passage) handled(np segment.Span, at site) (topic, bool) {
	text := v.s.block.Text
	t := v.tokenAt(np.Start - 1)
	if word := text[t.Start:t.End]; np != at.before || np.Len() == 0 || word != "将" && word != "把" || !v.handles(t) {
		return topic{}, false
	}
	if own := v.subjects[v.clauseIndex(t.Start)]; own.text != "" && (own.typ == "company" || own.typ == "park" || strings.HasSuffix(text[:t.Start], own.text) && !own.group) {
		return topic{}, false // X|将成本压缩20%
	}
	what := text[np.Start:np.End]
	for end := len(what); end > 0; {
		if v.ends("actor", what[:end]) {
			return topic{text: what[:end], link: "handled"}, true
		}
		_, size := utf8.DecodeLastRuneInString(what[:end])
		end -= size
	}
	return topic{text: what, link: "handled"}, true
}

// stillHandled returns whom c is about when it is the second number of a movement
// that 将 or 把 tells (从30万元提高到|50万元).
func (v *passage) stillHandled(c *claim, np segment.Span, earlier []claim) (topic, bool) {
	if np.Len() > 0 || len(earlier) == 0 {
		return topic{}, false
	}
	last := earlier[len(earlier)-1]
	return topic{text: last.subject, link: "handled"}, last.link == v.rule("handled") && v.clauseIndex(last.span.Start) == v.clauseIndex(c.span.Start)
}
