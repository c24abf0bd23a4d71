package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// referring returns whom clause c is about when t is a word for somebody named before.
func (v *passage) referring(t segment.Token, c segment.Span) (topic, bool) {
	if thing, ok := v.thing(t); ok {
		return thing, true
	}
	word := v.s.block.Text[t.Start:t.End]
	if next := v.tokenAt(t.End); v.firm.text != "" && v.main.typ == "" && v.is("firm", word) && (!nounTag(next.POS) || next.POS == "x") {
		return v.firm, true // 企业|每年节约成本3000万元
	}
	if word == "企业" && v.recentFirm(t) {
		return v.company, true // X公司生产总监说,|企业每年推出新品
	}
	if word == "这家" {
		if of := strings.LastIndex(v.s.block.Text[t.End:c.End], "的"); of > 0 && v.company.text != "" {
			firm := v.tokenAt(t.End + of + len("的"))
			if bare := v.s.block.Text[firm.Start:firm.End]; v.is("firm", bare) && firm.End <= c.End && strings.Trim(v.s.block.Text[firm.End:c.End], "。；;") == "" {
				return v.referent("company"), true // 这家2014年创办的|公司
			}
		}
		if np := v.shownFirm(t, c); np.Len() > 0 {
			if np.Start == t.End {
				np.Start = t.Start // 这家|硅片企业, but 这家有20年历史的|电子企业
			}
			return topic{text: v.s.block.Text[np.Start:np.End], link: "referent"}, true
		}
	}
	ref, ok := v.refers(segment.Span{Start: t.Start, End: v.s.span.End}, t.Len())
	if !ok {
		return v.pointed(t, c)
	}
	if next, of := after(v.s.block.Text[:c.End], t.End, "的"); of {
		if all, ok := v.among(t.Start, next, c); ok {
			return all, true // 全国的|众创空间中
		}
	}
	if name, end := v.called(t.End, c); name != "" {
		return v.acted(name, end, c), true // 他叫|麦欧文
	}
	if m, ok := v.mentionAt(v.ownedAt(t.End)); ok {
		return v.about(m, "opener"), true // 集团旗下的|X
	}
	if end := v.kindsEnd(t, c); end > t.End {
		return topic{text: v.s.block.Text[t.Start:end], link: "referent"}, true
	}
	return ref, true
}

// kindsEnd returns the end of the words for parks side by side that begin with t (高新区和|五个市级园区),
// up to the end of clause c, or the end of t.
func (v *passage) kindsEnd(t segment.Token, c segment.Span) int {
	text := v.s.block.Text
	word, class, ok := v.anaphors.prefix(text[t.Start:c.End])
	if !ok || class != "park" {
		return t.End
	}
	at, ok := v.joined(t.Start + len(word))
	if !ok || at >= c.End {
		return t.End
	}
	if q, ok := v.quantityOver(at); ok && q.span.Start == at && q.kind == "count" {
		at = q.span.End
	}
	const words = 3 // of which the last is that for the kind
	for k := v.tokenIndex(at); k < min(v.tokenIndex(at)+words, len(v.s.tokens)); k++ {
		kind, class, ok := v.anaphors.prefix(text[v.s.tokens[k].Start:c.End])
		if ok && class == "park" && v.boundary(v.s.tokens[k].Start+len(kind)) {
			return v.s.tokens[k].Start + len(kind)
		}
		if !v.nominal(v.s.tokens[k]) {
			break
		}
	}
	return t.End
}

// recentFirm reports whether t, a bare word for a firm that does something, stands for the one
// that the paragraph has just named.
func (v *passage) recentFirm(t segment.Token) bool {
	const recent = 2 // sentences
	next, before := v.tokenAt(t.End), v.tokenAt(t.Start-1)
	if v.company.text == "" || v.companyAt == v.i || v.i-v.companyAt > recent || v.a.sentences[v.companyAt].block != v.s.block || v.topic.typ == "park" && v.main.typ == "park" && v.companyAt != v.i-1 {
		return false
	}
	counted := before.End == t.Start && before.Start >= v.s.span.Start && (nounTag(before.POS) && before.POS != "x" || strings.HasPrefix(before.POS, "m") || before.POS == "q" || before.POS == "a" || before.POS == "b" || before.POS == "r")
	return !counted && next.Start == t.End && (next.POS == "d" || next.POS == "ad" || strings.HasPrefix(next.POS, "v") && !nounTag(next.POS) || v.timeAt(next.Start))
}

// several returns the kind of parks of which t, a number or 各, tells how many (21家|
// 自贸试验区, 各|国家高新区): the clause is about all of them.
func (v *passage) several(t segment.Token, c segment.Span) (topic, bool) {
	from := t.End
	if q, ok := v.quantityOver(t.Start); ok && q.kind == "count" && q.span.Start == t.Start {
		from = q.span.End
	} else if v.s.block.Text[t.Start:t.End] != "各" {
		return topic{}, false
	}
	at := from
	for range 2 { // words, of which the first may tell the rank
		word, class, ok := v.anaphors.prefix(v.s.block.Text[at:max(at, c.End)])
		if _, whose := after(v.s.block.Text[:c.End], at+len(word), "所"); ok && class == "park" && v.boundary(at+len(word)) && !whose { // not 12家|示范区所涉及的工业园
			return topic{text: v.s.block.Text[from : at+len(word)], link: "noun"}, true
		}
		next := v.tokenAt(at)
		if !strings.HasPrefix(next.POS, "n") && next.POS != "b" {
			break
		}
		at = next.End
	}
	return topic{}, false
}

// thing returns the project, contract or the like that the noun at t, with or without
// a word that points in front, stands for.
func (v *passage) thing(t segment.Token) (topic, bool) {
	if word := v.s.block.Text[t.Start:t.End]; v.is("this", word) || word == "新" {
		t = v.tokenAt(t.End)
	}
	if next := v.tokenAt(t.End); v.is("deal", v.s.block.Text[t.Start:t.End]) && next.Start == t.End && (nounTag(next.POS) && next.POS != "x" || strings.HasPrefix(v.s.block.Text[next.Start:], "总")) {
		return topic{}, false // 协议|总金额
	}
	name := v.things[v.s.block.Text[t.Start:t.End]]
	return topic{text: name, link: "referent", group: true}, name != ""
}

// pointed returns the noun that t points at: 该|航线. The same noun acts or is measured
// there.
func (v *passage) pointed(t segment.Token, c segment.Span) (topic, bool) {
	next := v.tokenAt(t.End)
	if plant := v.plants[v.s.block.Text[next.Start:next.End]]; plant != "" && v.is("this", v.s.block.Text[t.Start:t.End]) && next.Start == t.End {
		return topic{text: plant, link: "referent", group: true}, true
	}
	if word := v.s.block.Text[t.Start:t.End]; word != "该" && word != "这种" && word != "这类" || next.Start != t.End || next.POS != "n" || next.End >= c.End || next.Len() < len("航线") || v.topic.typ == "company" {
		return topic{}, false
	}
	return topic{text: v.s.block.Text[t.Start:next.End], link: "referent", group: true}, true
}

// refers returns what the word at the head of sp, of at least so many bytes, stands
// for when it refers to a name before it.
func (v *passage) refers(sp segment.Span, size int) (topic, bool) {
	word, class, ok := v.anaphors.prefix(v.s.block.Text[sp.Start:sp.End])
	if !ok || len(word) < size || !v.nameEnds(sp.Start+len(word)) {
		return topic{}, false // 该行|业
	}
	ref := v.referent(class)
	if office := v.offices[lastChars(word, 1)]; class == "office" && office.text != "" {
		ref = office
	}
	if name := v.kinds[word]; name != "" && class == "park" && v.main.typ != "park" && !strings.HasSuffix(ref.text, word) {
		ref = topic{text: v.full(mention{name: name}), typ: "park", link: "referent"} // 新区 is 两江新区, not the bonded zone named last
	}
	if name, ok := v.kinds[word]; ok && name == "" && class == "park" && v.main.typ != "park" && (v.manyOf[word] || v.parkBlock != v.s.block) {
		return topic{text: word, link: "referent"}, true // several were named: any or all of them
	}
	if word == v.main.text {
		ref = v.main.by("referent") // any or all of them
	}
	if class == "park" && utf8.RuneCountInString(word) == 2 && strings.HasSuffix(word, "区") { // may be a district of a city
		switch {
		case v.placeBlock == v.s.block && strings.HasSuffix(v.local.text, "区"):
			ref = v.local // 天河区…拥有X园区。|该区…
		case v.main.typ == "" && strings.HasSuffix(v.main.text, "区"):
			ref = v.main.by("referent") // 孝南区…,|该区…
		}
	}
	this := strings.HasPrefix(word, "这")
	if this && ref.text == "" && strings.HasSuffix(v.s.block.Text[:sp.Start], "的") {
		return topic{}, false // 在宁乡的|这家企业
	}
	if class == "area" {
		ref = v.area(word, ref)
	}
	if region := v.ranked["region"]; class == "park" && word == "全区" && ref.typ != "park" && region != "" {
		ref = topic{text: region, link: "referent"} // 内蒙古…,|全区…
	}
	rest := v.s.block.Text[sp.Start+len(word) : v.s.span.End]
	if _, _, more := v.anaphors.prefix(rest); more && class == "area" && ref.text == "" {
		return topic{}, false // 全省|高新区
	}
	if ref.text == "" && class != "topic" && class != "person" && class != "local" {
		if class == "shareholder" {
			word = strings.TrimPrefix(word, "公司")
		}
		ref = topic{text: word, typ: strings.TrimPrefix(class, "own "), link: "referent"} // nobody was named
		if class == "area" {
			ref.typ = "" // as that of any place
		}
		if this {
			ref.typ, ref.group = "", true
		}
	}
	return ref, ref.text != ""
}

// area returns the place that word (全市, 该省, 这里) stands for, which is ref unless more is
// known, or nothing.
func (v *passage) area(word string, ref topic) topic {
	this := strings.HasPrefix(word, "这")
	if ref.typ == "" && (v.ends("facility", ref.text) || v.ends("works", ref.text)) && v.isPlace(v.main.text) {
		ref = v.main.by("referent") // 郑州机场…,|全省 is 河南
	}
	if ref.typ == "park" && !strings.HasSuffix(word, "区") {
		ref = v.seat(ref) // 该市 of a park is the city that it lies in
	}
	if this && v.main.text != "" && v.main.typ == "" || ref.text == "" || ref.typ == "institution" || ref.typ == "company" {
		ref = topic{}
		if v.isPlace(v.main.text) || this && v.main.typ == "" {
			ref = v.main.by("referent")
		}
	}
	if part := v.partOfRank(ref.text, rankOf(word)); part != "" {
		ref.text, ref.typ = part, "" // 辽宁|沈阳…,|全省 is 辽宁
	}
	if ref.text != "" && !v.ofRank(ref.text, word) {
		if ref = v.local; ref.text == "" || !v.ofRank(ref.text, word) {
			ref = topic{text: word, link: "referent"} // 全省 in a text about a city
		}
	}
	if division := v.ranked[rankOf(word)]; (ref.text == word || ref.text == "") && division != "" && (v.main.typ == "" || utf8.RuneCountInString(rankOf(word)) == 1) {
		ref = topic{text: division, link: "referent"} // 河北省…发布会上获悉,|全省…
	}
	return ref
}

// rankOf returns the rank of division that a word such as 全省 or 该市 ends in, the character of
// those below a county, or "".
func rankOf(word string) string {
	switch {
	case strings.HasSuffix(word, "省"):
		return "province"
	case strings.HasSuffix(word, "市"):
		return "city"
	case strings.HasSuffix(word, "县"):
		return "county"
	case strings.HasSuffix(word, "镇"), strings.HasSuffix(word, "乡"), strings.HasSuffix(word, "村"):
		return lastChars(word, 1)
	}
	return ""
}

// partOfRank returns the head of place, one in another and so on, that ends in the division of a rank
// (山东省临沂市沂南县 of 山东省临沂市沂南县石崇崮村 for a county), or "" when that is all of it or none.
func (l *linker) partOfRank(place, rank string) string {
	for at := 0; at < len(place); {
		end := l.placeAhead(place[at:])
		if end == 0 {
			break
		}
		if at += end; rank != "" && l.rank(place[at-end:at]) == rank && at < len(place) {
			return place[:at]
		}
	}
	return ""
}

// ofRank reports whether a place may be what word, which ends in the rank of a division, stands
// for: 全省 is no city, and 全市 no province.
func (v *passage) ofRank(place, word string) bool {
	rank := v.rank(place)
	switch {
	case v.is("whole", place):
		return false
	case strings.HasSuffix(word, "省"):
		return rank == "" || rank == "province"
	case strings.HasSuffix(word, "市"):
		return rank != "province" || strings.HasSuffix(place, "市") || v.is("municipality", place)
	case strings.HasSuffix(word, "县"):
		return rank == "" || rank == "county"
	case strings.HasPrefix(word, "全") && utf8.RuneCountInString(rankOf(word)) == 1:
		return strings.HasSuffix(place, rankOf(word)) // 全镇
	}
	return true
}

// seat returns the place that the name of a park begins with, or nothing.
func (v *passage) seat(park topic) (seat topic) {
	for end := range v.placesAhead(park.text) {
		seat = topic{text: park.text[:end], link: "referent"}
	}
	return seat
}

// owned returns the mention that m is only the owner of (X集团子公司|Y), else m.
func (v *passage) owned(m mention) mention {
	if n, ok := v.mentionAt(v.ownedAt(m.span.End)); ok {
		return n
	}
	return m
}

// ownedAt returns where what is owned begins when a word for that stands at byte i,
// or -1.
func (v *passage) ownedAt(i int) int {
	word, _, ok := v.lists.of("owned").prefix(v.s.block.Text[i:v.s.span.End])
	if !ok {
		return -1
	}
	return i + len(word)
}

// parkOf returns the park that the article names after the words from t on (慈湖
// for 慈湖高新区), unless they are a place.
func (v *passage) parkOf(t segment.Token) (mention, bool) {
	k := v.tokenIndex(t.Start)
	for n := 0; n < nounWords && k+n < len(v.s.tokens); n++ {
		word := v.s.block.Text[t.Start:v.s.tokens[k+n].End]
		if m, ok := v.parks[word]; ok && !v.isPlace(word) && m.before(v.i, t.Start) {
			return m, true
		}
	}
	return mention{}, false
}
