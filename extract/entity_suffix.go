package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// maxName and maxPlainName bound names in characters: with a place or a proper
// word in them, and of common nouns alone.
const (
	maxName      = 36
	maxPlainName = 18
)

// suffixes proposes the names that end in one of the known endings.
func (p *page) suffixes(v *view) {
	for i := range v.words {
		w := &v.words[i]
		if w.shape == shapePunct || w.is(cueNotEnd) {
			continue
		}
		if w.marks&markInner != 0 {
			p.innerSuffixes(v, w)
		}
		if w.marks&markGlued != 0 {
			p.gluedSuffix(v, w)
		}
		if len(w.text) == len("局局长") && w.text[:3] == w.text[3:6] && w.text[6:] == "长" {
			p.officeSuffix(v, w)
		}
		if w.marks&markEnds == 0 {
			continue
		}
		s := p.f.rules.suffixAt(v.text, v.span.Start, w.End)
		if s == nil || !p.endsHere(v, w, s) {
			continue
		}
		p.endsIn(v, s, w.End)
	}
}

// endsIn proposes the name with ending s that ends at byte end.
func (p *page) endsIn(v *view, s *suffix, end int) {
	c, ok := p.suffixName(v, s, end)
	if !ok || c.subtype == "government" && strings.Contains(v.text[c.span.Start:c.span.End], "公司") {
		return // X公司|销售部 is no office
	}
	p.add(v, c)
}

// innerSuffixes proposes names whose ending the cut has glued to a word behind
// it (律师|事务所律师).
func (p *page) innerSuffixes(v *view, w *word) {
	for off := range w.text {
		end := w.Start + off
		if off < 2*3 {
			continue
		}
		s := p.suffixInside(v, end)
		if s == nil {
			continue
		}
		rest := p.f.rules.cues[v.text[end:w.End]]
		if strings.HasSuffix(w.text, "常委") && strings.HasPrefix(v.text[w.End:v.span.End], "会") {
			continue // 省委常委|会
		}
		if rest&(cueRunOn|cuePerson) == cueRunOn || len(s.text) < 3*3 && rest&cueStop == 0 || len(s.text) < 2*3 {
			continue
		}
		p.endsIn(v, s, end)
	}
}

// suffixInside returns the ending that ends at byte end, inside a word, or nil: 考核|办法 holds no office.
func (p *page) suffixInside(v *view, end int) *suffix {
	s := p.f.rules.suffixAt(v.text, v.span.Start, end)
	if s != nil && strings.HasSuffix(s.text, "办") {
		return nil
	}
	return s
}

// officeSuffix proposes the name of the office whose last character the word w, for who heads
// it, has taken (文旅|局局长).
func (p *page) officeSuffix(v *view, w *word) {
	end := w.Start + len("局")
	if s := p.f.rules.suffixAt(v.text, v.span.Start, end); s != nil {
		p.endsIn(v, s, end)
	}
}

// gluedSuffix proposes the name whose ending of three characters or more has lost its
// last one to the word w behind it (工业|园内).
func (p *page) gluedSuffix(v *view, w *word) {
	end := w.Start + len(firstChar(w.text))
	s := p.suffixInside(v, end)
	if s == nil || len(s.text) < 3*3 || !v.startsWord(end-len(s.text)) {
		return
	}
	p.endsIn(v, s, end)
}

// endsHere reports whether an ending at the end of w is one: a single character
// inside a longer word must leave something that is a word too.
func (p *page) endsHere(v *view, w *word, s *suffix) bool {
	if len(w.text) > len(s.text) && (s.subtype != "association" || v.clean(w.Start)) && p.f.notName(w.text) {
		return false
	}
	if s.latin && !v.startsWord(w.End-len(s.text)) {
		return false
	}
	n := v.next(w.End)
	if s.text == "中心" && n != nil && n.is(cueCore) {
		return false // 党和国家|中心|工作
	}
	if len(s.text) <= 2*3 && p.ordinary(v, w.End) && (s.text != "局" || w.pos != "nt") { // 民政局 ends like 政局
		return false
	}
	if len(s.text) == 3 && (w.pos == "v" && w.runes() <= 2 || w.pos == "f" || w.pos == "s" || w.pos == "m") {
		return false
	}
	if n == nil {
		return true
	}
	if v.law(n) {
		return false // 公共图书馆法
	}
	if s.text == "处" {
		if b := v.prev(w.Start); b != nil && (b.shape == shapeNumber || digitAt(b.text, 0)) {
			return false // 海域3|处
		}
	}
	if s.text == "所" && strings.HasPrefix(n.pos, "v") {
		return false // 公司所|持有
	}
	if n.is(cueFigures) {
		return true // 统计局|数据显示
	}
	if n.pos == "v" && len(s.text) > len("党") {
		return true // 镇党委|派人, but 民主党|派
	}
	// 中国银行业, 厂区内: the ending runs on.
	return !(n.shape == shapeSingle || len(s.text) == 3) || p.f.rules.cues[firstChar(n.text)]&cueRunOn == 0
}

// law reports whether w ends the name of a law.
func (v *view) law(w *word) bool {
	n := v.next(w.End)
	return w.text == "法" && (n == nil || n.shape <= shapeStop && !n.is(cueStop))
}

// ordinary reports whether the two or three characters before end are a word that only
// ends like a name (干部, 西部).
func (p *page) ordinary(v *view, end int) bool {
	text := v.text[v.span.Start:end]
	return (p.f.rules.cues[lastChars(text, 2)]|p.f.rules.cues[lastChars(text, 3)])&cueNotEnd != 0
}

// suffixName returns the name that ends with s at end.
func (p *page) suffixName(v *view, s *suffix, end int) (candidate, bool) {
	if s.typ == names.None {
		return candidate{}, false
	}
	e := edge{v: v, start: end - len(s.text), end: end - len(s.text), placed: -1}
	p.walk(&e, s)
	p.trim(&e, s)
	p.mend(&e, s)
	e.unquote(end)
	if s.legal {
		p.widen(&e, s)
	}
	if s.typ == "park" && p.kindAt(&e, s.subtype, end) || s.typ == "company" && strings.HasSuffix(s.text, "公司") && e.kindOfFirm(p.f, end) {
		return candidate{}, false
	}
	guard := false
	if !p.enough(&e, s, end) {
		guard = p.repeatable(&e, s)
		if !guard && (s.need != needBare || !v.startsWord(e.end) || !v.clean(e.end)) {
			return candidate{}, false
		}
		if !guard {
			e.start = e.end
		}
	}
	if s.legal || strings.HasSuffix(s.text, "事务所") {
		form := partners(v.text[end:v.span.End])
		if form == 0 && s.need == needPartners {
			return candidate{}, false
		}
		end += form
	}
	return candidate{
		sentence: v.index, span: segment.Span{Start: e.start, End: end},
		typ: s.typ, subtype: s.subtype, rule: s.rule, rank: rankSuffix, suffix: s, guard: guard,
	}, true
}

// kindOfFirm reports whether what ends at byte end is 中国 and a kind of the firms there (中国|科技公司).
// Of other countries the news more often names the one that the country owns (也门石油公司).
func (e *edge) kindOfFirm(f *entityFinder, end int) bool {
	kind, ok := strings.CutPrefix(e.v.text[e.start:end], "中国")
	return ok && f.notName(kind)
}

// kindAt reports whether what ends at byte end is a place and a kind of parks of which it has
// many: how many is told behind it (江宁区留学生创业园|已达12家), or a whole province is said to
// have the kind (江苏省高新区).
func (p *page) kindAt(e *edge, subtype string, end int) bool {
	if e.placed != e.start || e.seat <= e.start || e.seat > e.end || e.proper || e.single > 0 {
		return false
	}
	kind := e.v.text[e.seat:end]
	if e.seat == e.end && subtype != "free_trade_zone" && strings.HasSuffix(e.v.text[e.start:e.seat], "省") {
		return true
	}
	if !p.f.notName(kind) && p.f.rules.suffixAt(kind, 0, len(kind)).text != kind {
		return false
	}
	told := false
	for w := e.v.next(end); w != nil; w = e.v.next(w.End) {
		switch {
		case isNumeral(w.text):
			unit := e.v.next(w.End)
			if !told || unit == nil || p.f.rules.cues[unit.text]&cueMeasure == 0 {
				return false
			}
			after := e.v.next(unit.End) // not …创业园有22家|企业
			return after == nil || after.shape == shapePunct
		case w.is(cueReach):
			told = true
		case w.pos != "d":
			return false
		}
	}
	return false
}

// partners returns the length of the form of partnership in brackets at the
// start of s, which is part of the name of one.
func partners(s string) int {
	rest := strings.TrimLeft(s, " ")
	for _, open := range [...]string{"(", "（"} {
		r, ok := strings.CutPrefix(rest, open)
		for _, form := range [...]string{"有限合伙", "普通合伙", "特殊普通合伙"} {
			if r, ok := strings.CutPrefix(r, form); ok && (strings.HasPrefix(r, ")") || strings.HasPrefix(r, "）")) {
				_, n := utf8.DecodeRuneInString(r)
				return len(s) - len(r) + n
			}
		}
		if ok {
			break
		}
	}
	return 0
}

// enough reports whether what stands in front of the ending makes it a name.
func (p *page) enough(e *edge, s *suffix, end int) bool {
	if e.start >= e.end {
		return false
	}
	text := e.v.text[e.start:end]
	n := utf8.RuneCountInString(text)
	if n > maxName || p.f.notName(text) {
		return false
	}
	if s.legal && e.start == e.placed && e.single == 0 && e.nouns == 0 && !e.proper && !e.org && !strings.HasPrefix(s.text, "集团") && (e.places < 2 || e.seat == e.end) {
		return false
	}
	first := e.v.next(e.start)
	if first != nil && first.End > e.end {
		cut := p.part(*first, e.end)
		first = &cut
	}
	if (s.text == "经开区" || s.text == "高新区") && first != nil && first.is(cueCity) && first.End == e.end && e.v.clean(e.start) {
		return true // 哈经开区
	}
	if !e.org && !e.place && !e.abroad && s.typ != "company" && p.kindOnly(e, s, first) {
		return false
	}
	begins := e.org || e.place || e.abroad || first != nil && (first.shape == shapePlace || first.pos == "ns" || s.need == needPlace && first.is(cueInside) && s.typ != "park")
	if s.typ == "park" {
		if kind := p.f.rules.suffixAt(e.v.text, e.start, e.end); s.text == "园区" && kind != nil && kind.typ == "park" || strings.HasSuffix(s.text, "区") && e.seat == e.end && e.placed == e.start && p.f.rules.cues[e.v.text[e.start:e.end]]&cueCountry != 0 {
			return false // 高新区|园区, 中国|自贸试验区
		}
	}
	if s.is(cueMission) && firstChar(text) == "驻" && !strings.HasSuffix(s.text, "馆") {
		return false // 驻京办事处
	}
	if s.is(cueOffice) && (e.seat == e.end && e.placed == e.start || utf8.RuneCountInString(text) == 2) {
		return false
	}
	switch s.need {
	case needOrg:
		return e.org && (len(s.text) > 3 || e.nouns > 0 || e.proper)
	case needSeat:
		return (e.placed == e.start && e.seat == e.end || e.abroad && (s.typ == "park" || p.f.rules.cues[lastChars(e.v.text[e.start:e.end], 1)]&cueSeat != 0)) &&
			p.f.rules.cues[e.v.text[e.start:e.end]]&cueCountry == 0
	case needTeam:
		return begins || e.proper || e.nouns == 1 && e.v.sport() && e.v.clean(e.start)
	case needPlace:
		if first != nil && first.text == "全国" && first.End == e.end && s.is(cueOrgan) {
			return false // 全国法院 are all of them
		}
		return begins || e.proper && utf8.RuneCountInString(s.text) > 1 || s.subtype == "university" && e.nouns > 0 && strings.Contains(text, "第")
	case needLand:
		return e.v.text[e.start:e.end] != "" && p.f.rules.cues[e.v.text[e.start:e.end]]&(cueLand|cueCountry) != 0
	case needNoun:
		return e.place || e.proper || e.org || n <= maxPlainName && e.nouns > 0 && !e.members && (e.v.clean(e.start) || s.typ == "park" && p.parkEnds(e))
	case needBare:
		return begins && (e.placed == e.start || e.org) || e.proper && len(s.text) > 2*3 && p.f.rules.cues[firstChar(s.text)]&cueSeat != 0 || e.nouns > 0 && n <= 6 && e.v.clean(e.start) && !strings.HasSuffix(s.text, "委")
	case needName, needPartners:
		land := p.f.rules.cues[e.v.text[e.start:e.end]]
		if e.seat == e.end && e.placed == e.start && (s.text == "中心" || s.is(cueMany) && land&cueCountry != 0) || s.text == "公司" && land&cueLand != 0 {
			return false // 英国超市, 美公司
		}
		if s.typ == "institution" && first != nil && first.text == "国家" && e.nouns > 1 && s.text != "智库" && len(s.text) >= 2*3 && e.v.clean(e.start) {
			return true // 国家|数字|档案馆
		}
		coined := s.typ == "park" && e.single == 1 && e.verbs == 0 && e.nouns > 1 // 恒|利源|电子|产业园
		return begins || e.proper || p.plainBrand(e, s) || (coined || s.legal || s.subtype == "group" && e.v.strong(e.start, e.end)) && p.branded(e)
	}
	return begins
}

// parkEnds reports whether a park ends right before the name, which may be of
// another one inside it.
func (p *page) parkEnds(e *edge) bool {
	c := p.endingAt(e.v, e.start, false)
	return c != nil && c.typ == "park"
}

// kindOnly reports whether what stands in front of a name without owner or place, or its
// first word, says that it is only a description of a kind (第二大LED产业基地).
func (p *page) kindOnly(e *edge, s *suffix, first *word) bool {
	if p.f.described(e.v.prev(e.start), s) || e.v.several(e.start) {
		return true
	}
	ordinal := first != nil && strings.HasPrefix(first.text, "第") && strings.HasPrefix(first.pos, "m")
	return s.typ == "park" && !e.proper && (ordinal || p.attributed(e))
}

// attributed reports whether what may be a name of common nouns stands behind words that
// describe it or say that it comes about, as a kind does (融为一体的|智能制造产业园,
// 现代化|产业新区, 形成|医药集聚区), and not behind whose
// it is (合肥的|语音产业园).
func (p *page) attributed(e *edge) bool {
	w := e.v.prev(e.start)
	if w == nil {
		return false
	}
	if w.text != "的" {
		return strings.HasSuffix(w.text, "化") && w.runes() > 1 || w.is(cueForming)
	}
	of := e.v.prev(w.Start)
	return of != nil && of.shape != shapePlace && of.shape != shapeAbroad && p.endingAt(e.v, w.Start, false) == nil
}

// makes reports whether w is a verb that says that something is built.
func (w *word) makes() bool { return w.is(cueBuilt) && strings.HasPrefix(w.pos, "v") }

// several reports whether 三大 or the like stands in front of off.
func (v *view) several(off int) bool {
	w := v.prev(off)
	if w == nil || w.text != "大" {
		return w != nil && strings.HasPrefix(w.pos, "m") && strings.HasSuffix(w.text, "大")
	}
	n := v.prev(w.Start)
	return n != nil && isNumeral(n.text)
}

// described reports whether w, right before what may be a name of common nouns,
// makes a description of it: 223家|绿色工业园, 国家级|研究中心.
func (f *entityFinder) described(w *word, s *suffix) bool {
	return w != nil && (w.text == "型" || f.rules.cues[lastChars(w.text, 1)]&cueMeasure != 0 || w.text == "的" && s.text == "中心" || f.kindWord(w.text))
}

// repeatable reports whether a name of common nouns alone may be one if the
// article repeats it word for word.
func (p *page) repeatable(e *edge, s *suffix) bool {
	w := e.v.next(e.start)
	return s.need == needName && (e.nouns > 1 || s.typ == "company" && e.nouns > 0) && e.start < e.end && w != nil && e.v.clean(e.start) && utf8.RuneCountInString(s.text)+e.nouns > 3-1 &&
		!w.is(cueTrade|cueIndustry|cueGeneric|cueStop|cueInside) && !p.f.notName(e.v.text[e.start:e.end]+s.text)
}

// plainBrand reports whether one common noun makes the name (阳光集团): it must
// not be a trade or a kind, and stand free.
func (p *page) plainBrand(e *edge, s *suffix) bool {
	w := e.v.next(e.start)
	return strings.Contains(s.text, "集团") && w != nil && w.End == e.end && e.nouns == 1 && w.runes() >= 2 && w.runes() <= 3 &&
		strings.HasPrefix(w.pos, "n") && !w.is(cueTrade|cueIndustry|cueGeneric|cueStop|cueInside|cueHead|cueCompany) && e.v.clean(e.start)
}

// counted reports whether names with ending s carry numbers (二十四中学).
func (s *suffix) counted() bool {
	return s.subtype == "university" || s.subtype == "hospital" || len(s.text) == 3
}

func (s *suffix) is(c cue) bool { return s.cue&c != 0 }
