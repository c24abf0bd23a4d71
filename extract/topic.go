package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// topic is whom the text is talking about at some point.
type topic struct {
	text  string
	typ   string // type of the entity; empty for a place, a person or a noun
	link  string // which rule of links.txt found it
	group bool   // it speaks for its own sentence only: several names side by side, or a noun
	once  bool   // it speaks for its own clause only: a share of some
	event bool   // it is an event or bears a name with a number, as a paragraph keeps to it
}

// by returns t as found by another rule.
func (t topic) by(link string) topic {
	t.link = link
	return t
}

// comesBack reports whether the sentence is about whom the article is about until it says
// otherwise. A text about a place or a park comes back to it with every sentence, unless the
// paragraph has turned to a company, an event or, in a text about a place, a park; one about a
// company keeps to whom it spoke of last.
func (v *passage) comesBack() bool {
	switch {
	case v.main.text == "" || v.staysAt() || v.walked == v.s.block && !v.names(v.i, v.main) || v.general() && v.topic.text != "" && !v.topic.group:
		return false
	case v.names(v.i, v.main) && !v.onlyListed(v.main):
		return true
	case v.main.typ != "" && v.main.typ != "park":
		return false
	case v.sumsUp(), v.toldMany && v.opensWith("altogether", v.s.text()):
		return true
	case v.topic.typ == "company" || v.topic.event:
		return false
	}
	return v.topic.typ != "park" || v.main.typ == "park" || !v.isPlace(v.main.text)
}

// onlyListed reports whether the sentence names t, a company, nowhere but in a list (X、Y、Z等企业).
func (v *passage) onlyListed(t topic) bool {
	text := v.s.block.Text
	listed := false
	for _, m := range v.mentions[v.i] {
		if m.typ != "company" || v.full(m) != t.text {
			continue
		}
		if _, more := after(text[:v.s.span.End], m.span.End, "、"); !more && !strings.HasSuffix(text[:m.span.Start], "、") {
			return false
		}
		listed = true
	}
	return listed
}

// topics finds for every clause whom it is about, and carries the topic on.
func (v *passage) topics() {
	if v.comesBack() {
		v.topic = v.main.by("carried")
	}
	if who := v.speaker(); who.text != "" {
		v.topic = who
	}
	if last := v.lastTold; last.text != "" && last.at == v.i-1 && v.goesOnTelling() {
		v.topic = last.by("carried")
	}
	current, opening := v.topic, v.topic
	var before topic // of whom the clause in front spoke
	ahead := -1      // the clause that only leads up to the next one, whose topic is its own too
	for j, c := range v.clauses {
		if !current.once {
			before = current
		}
		if m, ok := v.cites(c); ok {
			v.topic = v.main.by("carried") // what a source says need not be about whom the text spoke of
			if m.typ == "company" && (v.speaks(m, c) || v.announces(m, c)) || m.typ == "park" && v.main.typ != "park" && v.learntFrom(m, c) {
				v.topic = v.about(m, "carried") // 从X经理Y处了解到,…
			}
			if place := v.seatOf(m); v.topic.text == "" && place != "" {
				v.topic = topic{text: place, link: "carried"} // 据江苏省人社厅统计,…
			}
			current = v.topic
			if v.main.text == "" && v.learntFrom(m, c) {
				v.main = v.topic
			}
		}
		if strings.HasPrefix(v.s.block.Text[c.Start:c.End], "作为") && j+1 < len(v.clauses) {
			c = v.clauses[j+1] // 作为西部城市,|重庆…
		}
		v.rememberFirm(c)
		t, ok := v.opener(c)
		t = v.fieldInFull(t)
		if m, as := v.actsAs(v.clauses[j]); as {
			t, ok = v.about(m, "opener"), true
		}
		if ok && t.link == "place" && v.leadsToMain(t, c) {
			t = v.main.by("opener")
		}
		if ok && v.told(t, c) {
			v.topic = v.main.by("carried")
			current = v.topic
		} else if ok && (t.link == "agent" || t.link == "opener" && strings.Contains(t.text, "、") && v.topic.text != "") && v.ends("when", v.s.block.Text[c.Start:c.End]) {
			current = v.topic // 疫情发生后,… X、Y等企业落户后,…
		} else if ok {
			current = t
			if j == 0 || v.s.block.Kind != segment.Title || opening.text == "" && v.subjects[j-1].text == "" {
				v.turnTo(t) // X获奖 Y升至第七: the text is about X
			}
		} else if current.typ == "company" && opening.text != "" && opening.typ != "company" && v.countsFirms(c) {
			current, v.topic = opening, opening // X公司入选,|10户企业入围
		}
		v.subjects[j] = current
		if current.once && !v.goesOnSharing(j+1) {
			current = before
		}
		if ahead >= 0 && (current.link == "opener" || current.link == "actor" || current.link == "place") {
			v.subjects[ahead] = current.by("ahead")
		}
		ahead = -1
		if current.link == "carried" || current.text == "" {
			if v.opens("ahead", v.s.tokens[min(v.tokenIndex(c.Start), len(v.s.tokens)-1)].Start) {
				ahead = j
			}
		}
		event := current
		current = current.by("carried")
		v.remember(c)
		v.rememberBegun(c)
		v.rememberThings(c)
		if kind, _, named := v.lists.of("event").suffix(event.text); event.event && named && len(kind) < len(event.text) {
			v.things[kind] = event.text // 交易会|吸引了400家企业
		}
		v.rememberDocuments(c)
		if ms := v.mentionsIn(c); len(ms) == 1 && v.opens("citing", c.Start) {
			v.cited = v.about(ms[0], "referent")
		}
		if m, ok := v.ranksAs(c); ok {
			v.cited = v.about(m, "referent")
		}
		if t, ok := v.pivot(c); ok {
			current = t
		}
	}
	v.toldMany = v.tellsMany()
}

// fieldInFull returns t, when it is nothing but a word for an industry, as the industry that was
// spoken of last (机器人行业营收6亿元。|行业|出口增长), and else remembers which t is.
func (v *passage) fieldInFull(t topic) topic {
	field, _, ok := v.lists.of("field").suffix(t.text)
	if !ok {
		return t
	}
	if own := strings.TrimPrefix(strings.TrimPrefix(t.text, "全"), "该"); own != field {
		v.fields[field] = t.text
	} else if full := v.fields[field]; full != "" {
		t.text = full
	}
	return t
}

// tellsMany reports whether the sentence tells of several companies, one after the other.
func (v *passage) tellsMany() bool {
	first := ""
	for _, t := range v.subjects {
		switch {
		case t.typ != "company" || t.group:
		case first == "":
			first = t.text
		case t.text != first:
			return true
		}
	}
	return false
}

// told is whom the last claim of sentence number at was about.
type told struct {
	topic
	at int
}

// goesOnTelling reports whether the sentence goes on with the last claim of the one in front: it tells
// a part of it or its share (X班列开行8641列。其中去程4620列, 软件业收入1659亿元。软件业收入占全国的5%).
func (v *passage) goesOnTelling() bool {
	text, what := v.s.text(), v.lastMetric
	return strings.HasPrefix(text, "其中") || len(what) > len("收入") && strings.HasPrefix(text, what+"占")
}

// countsFirms reports whether clause c opens with a number of firms or things to which something
// is granted, as one does that goes on about whom a list is about (10户企业|入选).
func (v *passage) countsFirms(c segment.Span) bool {
	q, ok := v.quantityOver(c.Start)
	if !ok || q.kind != "count" || strings.TrimSpace(v.s.block.Text[c.Start:max(q.span.Start, c.Start)]) != "" {
		return false
	}
	np := v.nounPhrase(v.tokenIndex(q.span.End), c.End)
	what := v.s.block.Text[np.Start:np.End]
	return np.Start == q.span.End && (v.is("firm", what) || v.is("thing", what) || what == "产品") && v.opens("honoured", np.End)
}

// actsAs returns the entity at the end of clause c, which says as what that does what follows
// (作为园区龙头的|X高新区,).
func (v *passage) actsAs(c segment.Span) (mention, bool) {
	text := v.s.block.Text
	if !strings.HasPrefix(text[c.Start:c.End], "作为") {
		return mention{}, false
	}
	m, ok := v.mentionOver(c.End - 1)
	return m, ok && m.span.End == c.End && strings.HasSuffix(text[c.Start:m.span.Start], "的")
}

// leadsToMain reports whether the place t, which clause c opens with, is only the beginning of
// what the text is about or stands in front of it (大湾区的工程——|粤澳联网第三通道).
func (v *passage) leadsToMain(t topic, c segment.Span) bool {
	name := v.main.text
	return v.main.typ == "" && len(t.text) < len(name) && !v.isPlace(name) &&
		(strings.Contains(name, t.text) || strings.Contains(v.s.block.Text[c.Start:c.End], "—"+name))
}

// turnTo makes t, which a clause opens with, whom the text is talking about, unless it speaks for
// that clause only.
func (v *passage) turnTo(t topic) {
	if firm := v.firm.text; firm != "" && strings.HasSuffix(t.text, firm) && !strings.HasSuffix(v.topic.text, firm) {
		v.beside = v.topic
	}
	if v.s.block.Kind == segment.Caption || t.group {
		return
	}
	if v.is("whole", t.text) && (v.main.typ == "park" || v.rank(v.main.text) != "" || v.isArea(v.main.text) || v.main.text == "" && v.isArea(v.topic.text)) {
		return // 全省增长13%,|而全国增长14%
	}
	v.topic, v.placeBlock = t.by("carried"), nil
	if t.link == "place" {
		v.placeBlock, v.local = v.s.block, t.by("referent")
	}
}

// isArea reports whether s is a word for a place (全省, 我市).
func (l *linker) isArea(s string) bool {
	_, class, ok := l.anaphors.prefix(s)
	return ok && class == "area"
}

// staysAt reports whether the paragraph, in a text about a place, has come to another place
// and goes on about that (贵州…。鱼塘村…).
func (v *passage) staysAt() bool {
	return v.main.typ == "" && v.placeBlock == v.s.block && v.topic.typ == "" && v.topic.text != v.main.text && !v.sumsUp()
}

// sumsUp reports whether the sentence opens with the time up to which it counts (目前,
// 截至6月底), as those do that come back to whom the text is about.
func (v *passage) sumsUp() bool {
	from := v.s.span.Start
	_, until := after(v.s.block.Text, from, "截至", "截止")
	return until || v.clock.today && v.clock.now == from
}

// general reports whether the article is about a country or about all of a kind, so that
// a paragraph of it keeps to whom it opened with.
func (k *linking) general() bool {
	word, _, ok := k.anaphors.suffix(k.main.text)
	return k.is("country", k.main.text) || ok && (word == k.main.text || k.is("country", strings.TrimSuffix(k.main.text, word)))
}

// remember keeps the names of clause c for the words that refer back to them.
func (v *passage) remember(c segment.Span) {
	companied := false
	for _, m := range v.mentionsIn(c) {
		v.rememberCommittee(m)
		if m.subtype == "government" || m.subtype == "association" {
			t := v.about(m, "referent")
			v.offices[lastChars(strings.TrimSuffix(t.text, "员会"), 1)] = t
		}
		if v.source(m, c) && !v.speaks(m, c) && !v.learntFrom(m, c) {
			continue
		}
		t := v.about(m, "referent")
		switch {
		case m.typ == "park" && v.parkName != "" && len(m.name) > len(v.parkName) && strings.HasPrefix(m.name, v.parkName):
			// 哈尔滨片区 is a part of the zone that was named
		case m.typ == "park":
			v.parkName = m.name
			v.park, v.parkBlock = t, v.s.block
		case m.typ == "company" && v.onProduct(m):
		case m.typ == "company" && v.company.text != "" && v.ends("acquiring", v.s.block.Text[c.Start:m.span.Start]):
			// A收购B,|公司…: A
		case m.typ == "company":
			ahead := v.s.block.Text[c.Start:m.span.Start]
			if with := v.ends("beside", ahead) || v.ends("belonging", ahead); !with || !companied {
				v.company, v.companyAt = t, v.i // 公司 is not B behind A与B
			}
			companied, v.firm = true, topic{}
			if v.shareholds(c.Start, m.span.Start) {
				v.shareholder = t
			}
		case m.subtype == "university" || m.subtype == "research" || m.subtype == "hospital":
			v.school = t
		}
	}
}

// onProduct reports whether m is quoted as what a product is called by (“苹果”手机).
func (v *passage) onProduct(m mention) bool {
	text := v.s.block.Text
	end, shut := after(text[:v.s.span.End], m.span.End, "”")
	next := v.tokenAt(end)
	return shut && strings.HasSuffix(text[:m.span.Start], "“") && next.Start == end && nounTag(next.POS) && next.POS != "x"
}

// rememberCommittee keeps the park whose committee m is (常州高新区|党工委) for the words that refer
// to a park.
func (v *passage) rememberCommittee(m mention) {
	text := v.s.block.Text[m.span.Start:m.span.End]
	body, _, ok := v.lists.of("committee").suffix(text)
	if !ok || m.subtype != "government" {
		return
	}
	park := strings.TrimSuffix(text, body)
	if kind, class, ok := v.anaphors.suffix(park); ok && class == "park" && len(kind) < len(park) {
		v.park, v.parkBlock = topic{text: park, typ: "park", link: "referent"}, v.s.block
	}
}

// rememberFirm keeps the firm that clause c shows without naming it (一家家电企业, 这家|硅片企业).
func (v *passage) rememberFirm(c segment.Span) {
	for k := v.tokenIndex(c.Start); k < len(v.s.tokens) && v.s.tokens[k].End <= c.End; k++ {
		t := v.s.tokens[k]
		word := v.s.block.Text[t.Start:t.End]
		if t.Start < c.Start || word != "一家" && word != "这家" || word == "一家" && v.ends("becoming", v.s.block.Text[c.Start:t.Start]) && strings.TrimLeft(v.s.block.Text[c.Start:t.Start], "这那") != "是" {
			continue // X是一家…企业
		}
		if np := v.shownFirm(t, c); np.Len() > 0 {
			if word == "这家" && v.company.typ == "company" {
				return // X设厂。|这家总部在神户的企业…
			}
			v.firm = topic{text: v.s.block.Text[np.Start:np.End], link: "referent"}
			v.company, v.companyAt, v.who = v.firm, v.i, topic{}
			return
		}
	}
}

// thisFirm returns the company named before that clause c opens with, with what it is in between
// (这家总部设在神户的|企业, 落户X的|这家企业).
func (v *passage) thisFirm(c segment.Span) (topic, bool) {
	text := v.s.block.Text[:c.End]
	rest, described := strings.CutPrefix(text[c.Start:], "这家")
	at := c.Start + len("这家")
	if described {
		of := strings.Index(rest, "的")
		if of <= 0 {
			return topic{}, false
		}
		at += of + len("的")
	} else {
		of := strings.Index(text[c.Start:], "的这家")
		if of < 0 || !v.is("describing", text[c.Start:v.tokenAt(c.Start).End]) {
			return topic{}, false
		}
		at = c.Start + of + len("的这家")
	}
	np := v.trim(v.forward(at, c.End, true))
	if np.Start != at || !v.ends("firm", text[np.Start:np.End]) || v.company.typ != "company" || v.holdsQuantity(segment.Span{Start: c.Start, End: at}) {
		return topic{}, false
	}
	return v.referent("company"), true
}

// shownFirm returns the noun behind t, which is 一家 or 这家, when it says what kind of firm
// that is, or nothing.
func (v *passage) shownFirm(t segment.Token, c segment.Span) segment.Span {
	for _, from := range []int{t.End, strings.LastIndex(v.s.block.Text[:c.End], "的") + len("的")} {
		if from < t.End {
			continue
		}
		np := v.trim(v.forward(from, c.End, true))
		if text := v.s.block.Text[np.Start:np.End]; v.ends("firm", text) && !v.is("firm", text) && !v.holdsName(np) {
			return np
		}
	}
	return segment.Span{}
}

// rememberPlant keeps the name of the plant at t of a company at a place (比亚迪|常州|工厂), for 该工厂.
func (v *passage) rememberPlant(t segment.Token) {
	const far = len("某某某某省某某市")
	for _, m := range v.mentionsIn(segment.Span{Start: max(v.s.span.Start, t.Start-far), End: t.Start}) {
		place := v.placeSuffix(m.span.End, t.Start)
		if m.typ == "company" && place > 0 && m.span.End+place == t.Start {
			v.plants[v.s.block.Text[t.Start:t.End]] = v.s.block.Text[m.span.Start:t.End]
		}
	}
}

// rememberDivision keeps the division at t by its rank, and the town or village that is named with it.
func (v *passage) rememberDivision(t segment.Token) {
	word := v.s.block.Text[t.Start:t.End]
	if end := v.town(t.End); end > t.End {
		v.place(t) // which keeps the village
		town := v.s.block.Text[t.End:end]
		v.ranked[lastChars(town, 1)] = town
	}
	m, named := v.mentionOver(t.Start)
	if rank := v.rank(word); rank != "" && !named {
		v.ranked[rank] = word
	}
	if v.is("autonomous", word) && (!named || m.typ == "institution") {
		v.ranked["region"] = word
	}
}

// rememberThings keeps what clause c calls a project, a contract and the like, and the towns
// and villages that it names.
func (v *passage) rememberThings(c segment.Span) {
	text := v.s.block.Text
	told := c.Start // what a dash has named ends there
	for k := v.tokenIndex(c.Start); k < len(v.s.tokens) && v.s.tokens[k].End <= c.End; k++ {
		t := v.s.tokens[k]
		word := text[t.Start:t.End]
		if t.Start == c.Start || strings.HasSuffix(text[c.Start:max(t.Start, c.Start)], "的") {
			if end := v.town(t.Start); end > t.Start && end <= c.End {
				v.ranked[lastChars(text[t.Start:end], 1)] = text[t.Start:end] // 位于交口县的|石口镇
			}
		}
		if t.POS == "ns" {
			v.rememberDivision(t)
		}
		if v.is("plant", word) {
			v.rememberPlant(t)
		}
		if t.Start <= c.Start || t.End <= told || !v.is("thing", word) {
			continue
		}
		name, dashed := v.thingName(t, c)
		if name == "" {
			continue
		}
		v.things[word] = name
		if dashed {
			told = t.End + len("——") + len(name)
		}
	}
}

// rememberBegun keeps what clause c says has begun, been finished or the like, for the words 项目 and
// 工程 that stand for it later (X养殖区竣工。该项目总投资10亿元).
func (v *passage) rememberBegun(c segment.Span) {
	const least = len("五个字以上")
	text := v.s.block.Text
	for k := v.tokenIndex(c.Start); k < len(v.s.tokens) && v.s.tokens[k].End <= c.End; k++ {
		t := v.s.tokens[k]
		if t.Start <= c.Start || !v.is("founded", text[t.Start:t.End]) {
			continue
		}
		from := c.Start
		for j := v.tokenIndex(from); j < k && (v.timeAt(v.s.tokens[j].Start) || v.leadsIn(v.s.tokens[j])); j++ {
			from = v.s.tokens[j].End
		}
		sp := segment.Span{Start: min(from, t.Start), End: v.beforeManner(t.Start)}
		if sp.Len() < least || v.holdsVerb(sp) || v.quantityAt(sp.Start) {
			return
		}
		name := text[sp.Start:sp.End]
		if v.inside("thing", name) || strings.ContainsAny(name, "，,、：:—后着") || v.isPlace(name) {
			return
		}
		for word := range v.lists.of("project").all {
			v.things[word] = name
		}
		return
	}
}

// beforeManner returns where the words end that stand in front of byte i, adverbs and times with
// their brackets aside (X电厂|今天（4月30日）正式).
func (v *passage) beforeManner(i int) int {
	text := v.s.block.Text
	for i > v.s.span.Start {
		t := v.tokenAt(i - 1)
		word := text[t.Start:t.End]
		switch {
		case word == ")" || word == "）":
			open := max(strings.LastIndex(text[:t.Start], "("), strings.LastIndex(text[:t.Start], "（"))
			inner := t.Start
			if open >= v.s.span.Start {
				_, size := utf8.DecodeRuneInString(text[open:])
				inner = open + size
			}
			if open < v.s.span.Start || !v.timeAt(inner) {
				return i
			}
			i = open
		case v.timeAt(t.Start) || t.POS == "d" || t.POS == "ad" || t.POS == "t" || v.is("manner", word):
			i = t.Start
		default:
			return i
		}
	}
	return i
}

// holdsVerb reports whether a verb that is no noun as well stands in sp.
func (v *passage) holdsVerb(sp segment.Span) bool {
	for k := v.tokenIndex(sp.Start); k < len(v.s.tokens) && v.s.tokens[k].End <= sp.End; k++ {
		if t := v.s.tokens[k]; strings.HasPrefix(t.POS, "v") && !nounTag(t.POS) || t.POS == "p" || t.POS == "uj" {
			return true
		}
	}
	return false
}

// thingName returns what clause c calls the project, contract or the like at t, or "" when that is
// no name. dashed reports that a dash behind it tells (首个石化项目——|Y项目).
func (v *passage) thingName(t segment.Token, c segment.Span) (name string, dashed bool) {
	const far = 40 * len("字") // how far in front of the noun a name may begin
	text := v.s.block.Text
	m, named := v.mentionOver(t.Start - 1)
	named = named && m.span.End == t.Start
	ends := strings.Trim(text[t.End:c.End], "。；;！!”") == ""
	if named && (ends || m.typ == "park" && v.sizeAt(t.End)) {
		return v.full(m) + text[t.Start:t.End], false // 建设X产业园|项目, X孵化园|项目|总占地90亩
	}
	if k := endsAfter(v.found, t.Start, quantityEnd) - 1; k >= 0 && v.found[k].span.Start >= c.Start {
		if sp := v.sizedThing(&v.found[k]); sp.Len() > 0 && sp.End == t.End {
			if m, ok := v.companyOfThing(&v.found[k]); ok {
				sp.Start = m.span.Start
			}
			return text[sp.Start:sp.End], false // X公司年产8万吨铜箔项目
		}
	}
	np, _ := v.phrase(v.s.tokens[v.tokenIndex(max(c.Start, t.Start-far))].Start, t.End)
	head := text[c.Start:max(np.Start, c.Start)]
	np = v.builtAs(np)
	if q, ok := v.quantityOver(np.Start); ok && np.End == t.End && q.span.Start == np.Start && np.Start > c.Start && q.kind != "count" {
		if m, ok := v.mentionOver(np.Start - 1); ok && m.span.End == np.Start && m.typ == "company" && m.span.Start >= c.Start {
			return text[m.span.Start:t.End], false // X公司|30万吨造纸项目
		}
	}
	if np.End != t.End || v.namesNoThing(np, c) {
		return "", false
	}
	if name := v.behindDash(t.End, c.End); name != "" {
		return name, true
	}
	if v.anyThing(np, head, c) {
		return "", false
	}
	for size := v.placeSuffix(c.Start, np.Start); size > 0; size = v.placeSuffix(c.Start, np.Start) {
		np.Start -= size
	}
	if m, ok := v.mentionOver(np.Start - 1); ok && m.span.End == np.Start && m.typ == "company" && m.span.Start >= c.Start {
		np.Start = m.span.Start // 埃克森美孚|惠州乙烯项目
	}
	np = v.withFirst(np)
	if before := v.tokenAt(np.Start - 1); before.Start >= c.Start && before.POS == "x" {
		return "", false
	}
	return v.apart(text[np.Start:np.End], ""), false
}

// namesNoThing reports whether np, which ends in a word for a project or the like, says too little
// for a name, or clause c tells when something is.
func (v *passage) namesNoThing(np, c segment.Span) bool {
	const long = len("五个字以上")
	text := v.s.block.Text
	return np.Len() < long || v.holdsQuantity(np) || strings.Contains(text[np.Start:np.End], "的") || // 客运的航线 only says what it is
		v.ends("when", text[c.Start:c.End])
}

// anyThing reports whether np, which head stands in front of in clause c, is any project or the
// like, or one of a list of such.
func (v *passage) anyThing(np segment.Span, head string, c segment.Span) bool {
	text := v.s.block.Text
	last := v.tokenAt(np.End - 1)
	word := text[last.Start:last.End]
	if rest, list := strings.CutPrefix(text[np.End:c.End], "、"); list && strings.Contains(rest, word) && !v.holdsQuantity(segment.Span{Start: np.End, End: np.End + len("、") + strings.Index(rest, word)}) {
		return true // the first of such a list
	}
	if front, last, list := cutLast(text[np.Start:np.End], "、"); list && strings.HasSuffix(front, word) && strings.HasSuffix(last, word) {
		return true // 高端项目、尖端项目
	}
	if next := v.tokenAt(np.End); next.Start == np.End && nounTag(next.POS) && next.POS != "x" && !v.opens("sized", next.Start) {
		return true // 在建大项目|总数 names none
	}
	first, before := v.tokenAt(np.Start), v.tokenAt(last.Start-1)
	switch {
	case before.Start >= np.Start && v.is("any", text[before.Start:before.End]) && !strings.Contains(text[np.Start:np.End], "批"):
		return true // 攻坚|重大|项目, but 第一批|重大项目
	case v.is("modifier", text[np.Start:first.End]), first.POS == "v", first.POS == "ad":
		return true // 重点项目, 合理布局|项目
	case v.ends("becoming", head):
		return true // 该项目是今年|重点项目 only says what it is
	}
	return v.opensWith("this", head) && v.inside("becoming", head)
}

// behindDash returns what a dash at byte i names, up to byte end, or "".
func (v *passage) behindDash(i, end int) string {
	const longest = 10 // words of the name
	text := v.s.block.Text[:end]
	start, dash := after(text, i, "——")
	if !dash {
		return ""
	}
	first := v.tokenIndex(start)
	for k := first; k < len(v.s.tokens) && k < first+longest && v.s.tokens[k].End <= end; k++ {
		t := v.s.tokens[k]
		if name := text[start:t.End]; v.ends("thing", name) || v.ends("facility", name) || v.ends("works", name) {
			return name
		}
		if t.POS == "d" || t.POS == "p" || t.POS == "t" || t.POS == "uj" || t.POS == "x" || v.timeAt(t.Start) {
			break
		}
	}
	return ""
}

// builtAs returns np, what a project or the like is called, without where it is built, the verb
// for that and what else is said of it in front (X工业新区内|投资建设|电路板项目).
func (v *passage) builtAs(np segment.Span) segment.Span {
	const told = len("七个字以上的名字") // 新能源电池材料项目, but 客运的|航线 only says what it is
	text := v.s.block.Text
	if at := strings.LastIndex(text[np.Start:np.End], "内"); at > 0 {
		within, verb := v.tokenAt(np.Start+at), v.tokenAt(np.Start+at+len("内"))
		if within.End == verb.Start && strings.HasPrefix(verb.POS, "v") {
			np.Start = verb.Start
		}
	}
	np.Start += len(text[np.Start:np.End]) - len(strings.TrimPrefix(text[np.Start:np.End], "暨"))
	if of := strings.LastIndex(text[np.Start:np.End], "的"); of >= 0 && np.End-np.Start-of > told {
		np.Start += of + len("的")
	}
	for t := v.tokenAt(np.Start); t.Start == np.Start && t.End < np.End && (v.is("bringing", text[t.Start:t.End]) || strings.HasPrefix(text[t.End:np.End], "建设")); t = v.tokenAt(np.Start) {
		np.Start = t.End
	}
	return np
}

// withFirst returns np with what is named together with it in front (X研发中心暨|Y生产线项目).
func (v *passage) withFirst(np segment.Span) segment.Span {
	head, with := strings.CutSuffix(v.s.block.Text[:np.Start], "暨")
	if !with || len(head) <= v.s.span.Start {
		return np
	}
	if m, ok := v.mentionOver(len(head) - 1); ok && m.span.End == len(head) {
		np.Start = m.span.Start
	} else if first, _ := v.phrase(v.clauseOf(np.Start).Start, len(head)); first.Len() > 0 && first.End == len(head) {
		np.Start = first.Start
	}
	return np
}

// referent returns what a word of a class of anaphors (园区, 该公司, 该校, 其)
// stands for. A park is the article's own if that is about one.
func (v *passage) referent(class string) topic {
	switch class {
	case "park":
		switch {
		case v.main.typ != "park" && v.park.text != "":
			return v.park
		case v.main.text == "" && v.isPlace(v.topic.text):
			return v.topic.by("referent") // 在内蒙古,|全区…
		}
		return v.main.by("referent")
	case "company":
		v.companyAt = v.i
		return v.company
	case "listed company":
		return v.main.by("referent")
	case "own company":
		if v.main.typ == "company" && v.companyAt != v.i {
			return v.main.by("referent") // the sentence names no other
		}
		return v.company
	case "school":
		return v.school
	case "shareholder":
		return v.shareholder
	case "person":
		if v.who.text == "" {
			return v.firm // 他们
		}
		return v.who
	case "local":
		switch {
		case v.main.typ != "":
			return topic{}
		case v.local.text == "":
			return v.main.by("referent")
		}
		return v.local
	}
	if v.cited.text != "" {
		return v.cited // 根据X的年报,其收入…
	}
	return v.topic.by("referent")
}

// source reports whether clause c only names m as the source of what follows
// (东兴证券预计,…).
func (v *passage) source(m mention, c segment.Span) bool {
	if v.ends("spoken", v.s.block.Text[m.span.Start:max(c.End, m.span.End)]) {
		return false // 对于X来说
	}
	if _, told := after(v.s.block.Text[:v.s.span.End], c.End, "：", ":"); told && m.typ == "institution" && v.speaks(m, c) && !v.holdsQuantity(c) {
		return true // 财政部部长X：
	}
	behind := strings.TrimRight(v.s.block.Text[m.span.End:max(c.End, m.span.End)], " “。")
	if v.publishes(m, behind) {
		return true
	}
	return v.says(behind) && !strings.Contains(strings.ReplaceAll(behind, "了解", ""), "了") // 调整了报表数据 is a deed
}

// publishes reports whether behind, what a clause says of m, tells that m, an office, has put
// out figures (国家统计局|公布一季度经济数据).
func (v *passage) publishes(m mention, behind string) bool {
	return m.typ == "institution" && v.ends("findings", behind) && v.inside("publishing", behind)
}

// speaks reports whether somebody of m is the source that clause c names (X|高管|表示).
func (v *passage) speaks(m mention, c segment.Span) bool {
	return !v.analyzes(m) && v.inside("role", v.s.block.Text[m.span.End:max(c.End, m.span.End)])
}

// announces reports whether clause c says that m makes something of its own known (X|宣布：…).
func (v *passage) announces(m mention, c segment.Span) bool {
	if v.analyzes(m) {
		return false // X证券表示: others' figures
	}
	return v.ends("announcing", strings.TrimRight(v.s.block.Text[m.span.End:max(c.End, m.span.End)], " “：:,，"))
}

// analyzes reports whether m, or whoever of it is named behind it, speaks of the figures of others
// (东兴|证券, X证券|分析师).
func (v *passage) analyzes(m mention) bool {
	text := v.s.block.Text
	if v.ends("analyst", text[m.span.Start:m.span.End]) {
		return true
	}
	role := v.tokenAt(m.span.End)
	return role.Start == m.span.End && v.ends("analyst", text[role.Start:role.End])
}

// learntFrom reports whether clause c says that something was learnt from m, which the text then
// is most likely about (记者从X高新区获悉).
func (v *passage) learntFrom(m mention, c segment.Span) bool {
	return m.typ != "institution" && strings.HasSuffix(v.s.block.Text[c.Start:m.span.Start], "从")
}

// onlyReporters reports whether nothing but reporters and times stand from byte i to end
// (记者4月27日|从X获悉).
func (v *passage) onlyReporters(i, end int) bool {
	for k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		t := v.s.tokens[k]
		word := v.s.block.Text[t.Start:t.End]
		if word != "记者" && word != "我们" && word != "本报记者" && t.POS != "t" && !v.timeAt(t.Start) && t.POS != "d" {
			return false
		}
	}
	return true
}

// cites returns the entity that clause c opens with when that is only the source of
// what follows (据X统计,…, 我们从X了解到,…).
func (v *passage) cites(c segment.Span) (mention, bool) {
	ms := v.mentionsIn(c)
	if len(ms) == 0 {
		return mention{}, false
	}
	head, learnt := strings.CutSuffix(strings.Trim(v.s.block.Text[c.Start:ms[0].span.Start], " 　而据"), "从")
	if learnt && v.onlyReporters(c.Start, c.Start+strings.LastIndex(v.s.block.Text[c.Start:ms[0].span.Start], "从")) {
		head = ""
	}
	return ms[0], head == "" && v.source(ms[0], c)
}

// seatOf returns the place that m, an office, is named by (江苏省|人社厅), or "". What a court says
// is not of its place, nor is what the committee of a park does.
func (v *passage) seatOf(m mention) string {
	text := v.s.block.Text[m.span.Start:m.span.End]
	if m.subtype != "government" || strings.HasSuffix(text, "院") || strings.HasSuffix(text, "工委") || strings.HasSuffix(text, "管委会") {
		return ""
	}
	seat := 0
	for end := v.placeAhead(text); end > 0; end = v.placeAhead(text[seat:]) {
		seat += end
	}
	if v.is("country", text[:seat]) {
		return ""
	}
	return text[:seat]
}

// told reports whether clause c does no more than to say that t, a person, says what
// follows (他保守估计,…).
func (v *passage) told(t topic, c segment.Span) bool {
	return t.typ == "" && !v.isPlace(t.text) && v.says(strings.TrimRight(v.s.block.Text[c.Start:c.End], " “"))
}

// ranksAs returns the entity that stands at the end of clause c, which tells that it is the first or
// the next in something (增长最快的是|X,其净利润…, 其次是|Y).
func (v *passage) ranksAs(c segment.Span) (mention, bool) {
	m, ok := v.mentionOver(c.End - 1)
	if !ok || m.span.End != c.End || m.span.Start <= c.Start {
		return m, false
	}
	head := v.s.block.Text[c.Start:m.span.Start]
	for _, is := range [...]string{"的是", "其次是", "其次为"} {
		if at := strings.LastIndex(head, is); at >= 0 && (at+len(is) == len(head) || strings.HasSuffix(head, "的")) {
			return m, true
		}
	}
	return m, false
}

// shown returns the entity or place that clause c, at whose end it stands, introduces
// (道路西侧有一家由外商投资的|X, 这是变大的中部城市|郑州).
func (v *passage) shown(c segment.Span) (topic, bool) {
	text := v.s.block.Text[:c.End]
	c.End = c.Start + len(strings.TrimRight(text[c.Start:], "。；;！!：: "))
	if m, ok := v.ranksAs(c); ok {
		return v.about(m, "pivot"), true
	}
	at := strings.Index(text[c.Start:c.End], "有一")
	if _, this := after(text, c.Start, "这是", "这里是", "这就是"); !this && at < 0 {
		return topic{}, false
	}
	if m, ok := v.mentionOver(c.End - 1); ok && m.span.End == c.End && m.span.Start > c.Start+max(at, 0) {
		return v.about(m, "pivot"), true
	}
	if one := strings.LastIndex(text[c.Start:], "一家"); one > 0 && at < 0 {
		from := c.Start + max(one+len("一家"), strings.LastIndex(text[c.Start:c.End], "的")+len("的"))
		if np, _ := v.phrase(min(from, c.End), c.End); np.Len() > 0 && np.End == c.End && v.ends("actor", text[np.Start:np.End]) {
			return topic{text: text[np.Start:np.End], link: "pivot"}, true // 这是成都一家生产显示屏的|高科技公司
		}
	}
	for k := v.tokenIndex(c.Start) + 1; k < len(v.s.tokens) && v.s.tokens[k].End <= c.End && at < 0; k++ {
		if p, ok := v.places(v.s.tokens[k]); ok && v.s.tokens[k].Start+len(p.text) == c.End {
			return p.by("pivot"), true
		}
	}
	return topic{}, false
}

// pivot returns the entity that clause c introduces or makes act (带动X实现…).
func (v *passage) pivot(c segment.Span) (topic, bool) {
	text := v.s.block.Text
	if t, ok := v.shown(c); ok {
		return t, true
	}
	for k := v.tokenIndex(c.Start) + 1; v.firm.text != "" && k < len(v.s.tokens) && v.s.tokens[k].Start < c.End; k++ {
		t := v.s.tokens[k]
		if _, class, ok := v.anaphors.prefix(text[t.Start:c.End]); ok && class == "company" && v.ends("pivot", text[c.Start:t.Start]) {
			return v.firm.by("pivot"), true // 减税让|这家企业轻装上阵,…
		}
	}
	for _, m := range v.mentionsIn(c) {
		if word, _, ok := v.lists.of("pivot").suffix(text[c.Start:m.span.Start]); ok && v.boundary(m.span.Start-len(word)) {
			return v.about(m, "pivot"), true
		}
		if m.typ == "company" && v.ends("founding", text[c.Start:m.span.Start]) && strings.Trim(text[m.span.End:max(c.End, m.span.End)], "。；;”") == "" {
			return v.about(m, "pivot"), true
		}
		if strings.HasSuffix(text[c.Start:m.span.Start], "对") && v.opens("dealing", m.span.End) {
			return v.about(m, "pivot"), true // 对X责令改正,|处以罚款40万元
		}
	}
	for k := v.tokenIndex(c.Start) + 1; k < len(v.s.tokens) && v.s.tokens[k].Start < c.End; k++ {
		if t := v.s.tokens[k]; v.ends("pivot", text[c.Start:t.Start]) {
			if p, ok := v.places(t); ok && !p.group && strings.HasSuffix(p.text, "港") {
				return p.by("pivot"), true
			}
		}
	}
	return topic{}, false
}
