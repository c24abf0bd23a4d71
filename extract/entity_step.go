package extract

import "strings"

// step takes w, the word before e.start, into the name, or reports that the
// name does not reach that far.
func (p *page) step(e *edge, s *suffix, i int, w *word) bool {
	if w.shape != shapePunct && w.shape != shapePlace && e.placed < 0 {
		if start := p.placeEnding(e, s, i); start >= 0 {
			e.takePlace(start, e.start)
			return true
		}
	}
	if w.pos == "q" && digitAt(e.v.text, w.Start-1) {
		return false // 520|亩|慧谷产业园
	}
	switch {
	case w.shape == shapePunct:
		return p.stepPunct(e, i, w, s)
	case p.stepOdd(e, s, i, w):
		return true
	case w.shape == shapeFunction:
		return p.stepFunction(e, s, i, w)
	case w.shape == shapePlace:
		if e.place && e.placed != e.start && !s.is(cueBranch) {
			return false
		}
		e.takePlace(w.Start, w.End)
		return true
	case w.shape == shapeStop || e.placeFirst(s):
		return false
	case w.shape == shapeSingle && (e.start == e.end && w.is(cueKind) || w.is(cueStop) && w.is(cueGeneric) && !s.legal):
		return false // 法院|原|党组
	case w.shape == shapeSingle:
		e.single++
		if strings.HasPrefix(w.pos, "v") {
			e.verbs++
		}
		e.proper = e.proper || e.single > 1 && e.single > e.verbs // not 增|持|公司
		e.start = w.Start
		return e.single <= maxBrand
	case s.legal && w.is(cueCompany) && (w.text == "公司" || p.f.rules.suffixAt(w.text, 0, len(w.text)) == nil),
		w.text == "一" && e.start == e.end && s.typ == "institution", // 某地一医院
		w.shape == shapeNumber && !s.takesNumber(w.text, isNumeral(e.v.text[e.start:e.end])),
		w.shape == shapeNoun && !p.takesNoun(e, s, i, w):
		return false
	}
	switch w.shape {
	case shapeLatin, shapeNumber:
		e.proper = e.proper || w.shape == shapeLatin && (s.typ != "park" || !w.is(cueTech)) || s.legal
	case shapeProper:
		e.proper = true
		if w.pos == "nt" {
			p.stepName(e, w)
		}
	case shapeAbroad:
		e.proper, e.abroad = true, true
	case shapeNoun:
		if w.pos != "vn" && w.pos != "v" {
			e.nouns++
		}
	}
	e.start, e.single, e.verbs = w.Start, 0, 0
	return true
}

// stepOdd takes a word that names hold only in front of some endings, and reports
// whether it is one.
func (p *page) stepOdd(e *edge, s *suffix, i int, w *word) bool {
	switch {
	case s.typ == "park" && firstChar(w.text) == "之" && (e.single == 1 || e.start == e.end && w.runes() == 2) && i > 0 && e.v.words[i-1].shape >= shapeNoun && e.v.words[i-1].runes() > 1:
		e.start, e.proper, e.single = w.Start, true, 1 // 瀚海|之星|孵化器
	case s.is(cueMission) && e.posted(w):
		e.start, e.proper, e.single = w.Start, e.proper || strings.HasSuffix(s.text, "馆"), 0
		e.place, e.placed = false, -1 // the country that sends it may stand in front
	case s.typ == "institution" && e.start == e.end && w.shape == shapeNumber && isNumeral(w.text) && i > 0 && e.v.words[i-1].text == "第":
		e.start, e.proper = e.v.words[i-1].Start, true // 第|79|集团军
	case s.legal && w.pos == "n" && w.is(cueStop|cueCompany) && w.runes() > 1 && e.start != e.end && e.v.next(w.End) != nil && e.v.next(w.End).is(cueTrade) && !e.placeFirst(s):
		e.start, e.single, e.verbs = w.Start, 0, 0 // 晟宏|企业|管理有限公司
	case w.shape == shapeStop && (s.legal || s.text == "公司" && w.text == "系统") && e.start == e.end && w.pos == "n" && !e.placeFirst(s):
		e.start = w.Start // 控制系统有限公司
	case w.is(cueBrand) && w.runes() == 2 && !e.placeFirst(s) && (w.shape == shapeNumber && s.typ != "institution" || w.pos == "t" && s.typ == "institution" && e.nouns > 0):
		e.proper, e.start = true, w.Start // 三维|集团, 未来|技术学院
	case w.shape == shapeStop && s.subtype == "association" && w.is(cueStop|cueCompany|cueHead) && w.pos == "n" && !e.placeFirst(s):
		e.start, e.members = w.Start, true // 企业联合会, 律师协会
	case w.shape == shapeStop && s.typ == "institution" && e.nouns > 0 && w.is(cueHead) && w.pos == "n" && !e.placeFirst(s) && p.bodyEnds(e.v, w.Start):
		e.start = w.Start // 中国科协|企业|创新服务中心
	case w.shape == shapeStop && s.typ == "park" && w.pos == "t" && !w.is(cueStop) && e.start == e.end && w.runes() == 2 && p.f.rules.cues[lastChars(w.text, 1)]&cueFunction == 0:
		e.proper, e.start = true, w.Start // 隆中 is a time word to the lexicon
	case w.shape == shapeNumber && s.typ == "company" && w.runes() == 1 && isNumeral(w.text) && w.text[0] > '9' && e.v.behindSingle(w):
		e.single++ // 巨|一|集团
		e.start = w.Start
	case s.text == "公司" && e.start == e.end && w.runes() == 1 && isNumeral(w.text) && w.text[0] > '9' && i > 0 && p.firmBefore(e.v, w):
		e.start, e.proper = w.Start, true // 中铁十一局|三|公司
	case e.placeFirst(s) && w.is(cueRegion) && i > 0 && e.v.words[i-1].runes() > 1 && (e.v.words[i-1].shape > shapeNoun || e.v.words[i-1].is(cueInside)):
		e.start = w.Start // 成渝|地区|双城…
		e.place, e.placed = false, -1
	default:
		return false
	}
	return true
}

// firmBefore reports whether a trade or a company stands right before w, so that
// a number there is that of one of its branches.
func (p *page) firmBefore(v *view, w *word) bool {
	b := v.prev(w.Start)
	if b == nil {
		return false
	}
	c := p.endingAt(v, w.Start, false)
	return b.is(cueIndustry) || c != nil && c.typ == "company"
}

// posted reports whether w says where a mission is: 驻 in front of the place, or
// in one word with it (驻华|大使馆).
func (e *edge) posted(w *word) bool {
	if e.start == e.end {
		return w.runes() == 2 && firstChar(w.text) == "驻"
	}
	return e.placed == e.start && (w.text == "驻" || w.text == "常驻") || e.single == 1 && w.text == "驻"
}

// takePlace takes the place from start to end as the front of the name.
func (e *edge) takePlace(start, end int) {
	if !e.place && e.seat == 0 {
		e.seat = end
	}
	e.places++
	e.start, e.placed, e.place, e.single = start, start, true, 0
}

// takesNoun reports whether the name holds the common noun w: one in front of a
// proper word only behind a place, and none that says of what kind something is.
func (p *page) takesNoun(e *edge, s *suffix, i int, w *word) bool {
	next := e.v.next(w.End)
	if s.typ == "park" && w.makes() {
		return false // 加快|建设|新材料产业园
	}
	if before := e.v.prev(w.Start); (s.typ == "park" || next != nil && next.is(cueGeneric)) && w.is(cueBuilt) && (before == nil || before.shape <= shapePunct || before.shape == shapePlace) {
		return false // 辽宁省|建设|产业园区, 西安|建设|科学中心
	}
	if s.typ == "company" && !s.legal && w.is(cueCompany) && w.runes() > 2 {
		return false // 民营企业|海螺集团
	}
	if w.is(cueTrade) && strings.HasPrefix(w.pos, "v") && s.typ != "company" && s.subtype != "government" && !s.is(cueOrgan) {
		if c := p.endingAt(e.v, w.Start, false); c != nil && c.typ == "park" {
			return false // 在科学城|建设|创新中心
		}
	}
	if e.proper && !w.is(cueInside) && e.single != 1 && !p.toPlace(e.v, i) && !(s.typ == "institution" && e.nouns > 0 && w.pos == "n" && !w.is(cueTrade|cueStop|cuePact) && p.bodyEnds(e.v, w.Start)) {
		return false
	}
	return !p.f.kindWord(w.text) || w.is(cueGeneric) && s.typ == "park" && strings.HasSuffix(w.text, "型") // 新型|铝加工产业园
}

// takesNumber reports whether names with ending s hold the number in front of
// it: 第一医院, 二十四中学, 360科技有限公司.
func (s *suffix) takesNumber(number string, right bool) bool {
	return s.legal && !strings.ContainsAny(number, "个人家名位") || ordinal(number) || right && s.counted() && isNumeral(number)
}

// stepFunction takes a function word: a character of a brand, or 和 in an office.
func (p *page) stepFunction(e *edge, s *suffix, i int, w *word) bool {
	if s.legal && w.runes() == 1 && !w.is(cueHard) && !e.placeFirst(s) && (e.single > 0 || e.v.inBrand(w) || p.brandless(e) || rarePOS[w.pos] && e.proper && e.v.clean(w.Start)) {
		e.single++
		e.start = w.Start
		return e.single <= maxBrand
	}
	if s.text == "公司" && e.start == e.end && e.v.inBrand(w) {
		e.start, e.single = w.Start, 1 // 史努|达|公司
		return true
	}
	if b := e.v.prev(w.Start); s.legal && w.text == "和" && e.start != e.end && b != nil && b.shape == shapeSingle && b.pos != "v" && !e.placeFirst(s) {
		e.start, e.single, e.proper = w.Start, 1, true // 安徽|皖|和|高速公路有限公司
		return true
	}
	return p.stepAnd(e, s, i, w)
}

// stepName looks at how a word begins that the lexicon has as a name with more
// than one part: with a place or with another organisation.
func (p *page) stepName(e *edge, w *word) {
	for end := range w.text {
		if end > 0 && p.f.isPlace(w.text[:end]) {
			e.place, e.placed, e.seat = true, w.Start, w.Start+end
		}
	}
	p.f.names.prefixes(w.text, func(end int, id nameID) bool {
		if typ, _, guarded := p.f.names.kind(id); typ == "institution" && !guarded && end >= 3*3 && w.Start+end < e.end {
			e.org = true
		}
		return true
	})
}

// brackets pairs the closing signs that a name may hold with their openers.
var brackets = map[string]string{")": "(（", "）": "（(", "”": "“", "』": "『", "」": "「"}

// stepPunct takes a bracketed or quoted part, or a sign inside a name.
func (p *page) stepPunct(e *edge, i int, w *word, s *suffix) bool {
	if open, ok := brackets[w.text]; ok {
		for j := i - 1; j >= 0 && i-j < 20; j-- {
			b := &e.v.words[j]
			if b.shape == shapePunct && strings.Contains(open, b.text) {
				return p.stepBracket(e, s, j, i)
			}
			if b.shape == shapePunct && strings.Contains("。，；：、", b.text) {
				return false
			}
		}
		return false
	}
	if strings.Contains("·-－&＆・—", w.text) && i > 0 && e.v.words[i-1].End == w.Start && e.v.words[i-1].shape > shapeNumber && e.start != e.end {
		e.start = w.Start
		e.proper = true
		return true
	}
	return false
}

// stepBracket takes the part between the signs at words open and shut. Brackets
// stand behind a name's front, so there must be one; a quotation may begin it.
func (p *page) stepBracket(e *edge, s *suffix, open, shut int) bool {
	b := &e.v.words[open]
	quote := strings.Contains("“『「", b.text)
	if quote && strings.ContainsAny(e.v.text[b.End:e.v.words[shut].Start], "0123456789") {
		return false // “8·12”瑞海公司
	}
	if quote && (e.proper || e.place) {
		return false // “钢铁巨人”|鞍钢集团
	}
	if quote && (s.need == needPlace || s.text == "公司" && e.start == e.end) { // “皮包”公司
		return false
	}
	if !quote {
		if open == 0 || e.v.words[open-1].End != b.Start || e.v.words[open-1].shape <= shapeStop {
			return false
		}
		inner := e.v.words[open+1 : shut]
		seat := s.typ == "park" && len(inner) > 0 && len(inner) <= 2 && e.v.words[open-1].shape == shapePlace && inner[0].shape >= shapeNoun // 惠阳(象岭)产业园
		if len(inner) == 0 || !seat && inner[0].shape != shapePlace && inner[0].shape != shapeAbroad && inner[0].shape != shapeLatin && !(len(inner) == 1 && inner[0].is(cueLand)) && !(s.legal && e.start == e.end) {
			return false
		}
		// The place between brackets does not begin the name: 中国(浙江)自贸区.
		if e.start == e.end && inner[0].shape == shapePlace {
			e.seat = e.end
		}
		e.start = b.Start
		e.single = 0
		return true
	}
	e.start, e.proper, e.single = b.Start, true, 0
	return true
}

// stepAnd takes 和 or 与 inside the name of an office (规划和自然资源局), which
// must go on to a place within a few words.
func (p *page) stepAnd(e *edge, s *suffix, i int, w *word) bool {
	if n := e.v.next(w.End); n != nil && n.text == "国家" {
		return false // 国家档案馆和|国家重点中学
	}
	research := (s.subtype == "research" || s.subtype == "university") && e.nouns > 0
	if s.typ != "institution" || !research && (s.need != needPlace || !s.is(cueJoint)) || e.place || e.proper || w.text != "和" && w.text != "与" && w.text != "及" {
		return false
	}
	for j := i - 1; j >= 0 && i-j <= 4; j-- {
		b := &e.v.words[j]
		switch {
		case research && p.endingAt(e.v, b.End, false) != nil:
			e.start = w.Start
			return true
		case b.shape == shapePlace || b.is(cueInside):
			e.start = w.Start
			return true
		case b.shape != shapeNoun:
			return false
		}
	}
	return false
}

// behindSingle reports whether a single character that may be of a brand stands
// right before w.
func (v *view) behindSingle(w *word) bool {
	b := v.prev(w.Start)
	return b != nil && b.shape == shapeSingle && b.pos != "v"
}

// bodyEnds reports whether an institution ends at off.
func (p *page) bodyEnds(v *view, off int) bool {
	c := p.endingAt(v, off, false)
	return c != nil && c.typ == "institution"
}
