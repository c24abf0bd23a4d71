package extract

import (
	"strings"
	"unicode/utf8"
)

// An edge is the left part of a name, found by walking from its ending to the
// left word by word.
type edge struct {
	v      *view
	start  int  // where the name begins
	placed int  // where the place that begins it begins, or -1
	seat   int  // where that place ends
	end    int  // where its ending begins
	place  bool // it begins with a place
	abroad bool // it holds a word that the lexicon takes for a place
	proper bool // it holds a proper, unknown, Latin or quoted word
	org    bool // it begins with an organisation or a park
	single int  // characters of the run of single-character words at the left
	nouns  int  // common nouns
}

// walk moves e.start to the left as far as the name reaches.
func (p *page) walk(e *edge, s *suffix) {
	for e.start > e.v.span.Start {
		if c := p.endingAt(e.v, e.start, e.start != e.end || s.typ == "company"); c != nil {
			if p.absorbs(s, c, e) {
				e.start, e.org, e.single = c.span.Start, true, 0
				continue
			}
			if c.typ == "park" && !c.guard && (s.typ == "park" || e.start == e.end) {
				return
			}
		}
		if e.org {
			// Only a place stands before the organisation that begins a name.
			w := e.v.prev(e.start)
			if w != nil && w.shape == shapePlace && !e.place {
				e.start, e.place, e.placed = w.Start, true, w.Start
				continue
			}
			return
		}
		i := e.v.wordAt(e.start - 1)
		if i < 0 {
			return
		}
		w := e.v.words[i]
		if w.End > e.start {
			w = p.part(w, e.start)
		}
		if w.End != e.start || !p.step(e, s, i, &w) {
			return
		}
	}
}

// absorbs reports whether a name with ending s begins with the candidate c,
// which ends right before what is known of it.
func (p *page) absorbs(s *suffix, c *candidate, e *edge) bool {
	if n := e.v.next(e.start); s.need == needPlace && n != nil && n.is(cuePact) {
		return false // 科技部|联合|发改委
	}
	if e.org || c.span.Len() < 3*3 && !e.v.clean(c.span.Start) {
		return false
	}
	switch {
	case c.guard && c.typ == "institution":
		return e.placed == e.start && (s.need == needPlace || s.need == needBare) // 中共威海市委
	case c.guard:
		return c.typ == "company" && e.v.clean(c.span.Start) && (e.place || e.proper || e.start == e.end)
	case c.typ == "park" && s.typ == "company":
		n := e.v.next(e.start)
		return e.start != e.end && n != nil && n.is(cueTrade)
	case s.is(cueOrgan):
		return c.typ == "park" && (e.start == e.end || e.nouns > 0 && !e.place && !e.proper) || c.typ == "institution" && !e.place
	case c.typ == "park":
		return s.is(cueBranch) && s.typ == "park"
	case s.subtype == "university" && strings.HasSuffix(s.text, "大学"):
		return false
	}
	return true
}

// part is the front of a word whose end belongs to an ending (北京 of 北京大学).
func (p *page) part(w word, end int) word {
	full := w
	w.text = w.text[:end-w.Start]
	w.End = end
	w.cue = p.f.rules.cues[w.text]
	switch {
	case w.is(cueStop):
		w.shape = shapeStop
	case p.f.isPlace(w.text):
		w.shape = shapePlace
	case utf8.RuneCountInString(w.text) == 1:
		if w.cue&cueFunction == 0 {
			w.shape = shapeSingle
		} else {
			w.shape = shapeFunction
		}
	case full.pos == "nt" || full.pos == "nz" || full.pos == "ns":
		w.shape = shapeProper
		if w.is(cueTrade | cueIndustry | cueGeneric) {
			w.shape = shapeNoun
		}
	default:
		w.shape = shapeNoun
	}
	return w
}

// step takes w, the word before e.start, into the name, or reports that the
// name does not reach that far.
func (p *page) step(e *edge, s *suffix, i int, w *word) bool {
	if w.shape != shapePunct && w.shape != shapePlace && e.placed < 0 {
		if start := p.placeEnding(e, s, i); start >= 0 {
			e.takePlace(start, e.start)
			return true
		}
	}
	switch {
	case w.shape == shapePunct:
		return p.stepPunct(e, i, w, s)
	case w.shape == shapeFunction:
		return p.stepFunction(e, s, i, w)
	case w.shape == shapePlace:
		if e.place && e.placed != e.start && !s.is(cueBranch) {
			return false
		}
		e.takePlace(w.Start, w.End)
		return true
	case w.shape == shapeStop && s.legal && e.start == e.end && w.pos == "n" && !e.placeFirst(s):
		e.start = w.Start // 控制系统有限公司
		return true
	case w.shape == shapeStop || e.placeFirst(s):
		return false
	case w.shape == shapeSingle && e.start == e.end && w.is(cueKind):
		return false
	case w.shape == shapeSingle:
		e.single++
		e.proper = e.proper || e.single > 1
		e.start = w.Start
		return e.single <= maxBrand
	case s.legal && w.is(cueCompany) && (w.text == "公司" || p.f.rules.suffixAt(w.text, 0, len(w.text)) == nil),
		w.shape == shapeNumber && !s.takesNumber(w.text, e.start == e.end),
		w.shape == shapeNoun && !p.takesNoun(e, s, i, w):
		return false
	}
	switch w.shape {
	case shapeLatin, shapeNumber:
		e.proper = e.proper || w.shape == shapeLatin || s.legal
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
	e.start, e.single = w.Start, 0
	return true
}

// takePlace takes the place from start to end as the front of the name.
func (e *edge) takePlace(start, end int) {
	if !e.place && e.seat == 0 {
		e.seat = end
	}
	e.start, e.placed, e.place, e.single = start, start, true, 0
}

// takesNoun reports whether the name holds the common noun w: one in front of a
// proper word only behind a place, and none that says of what kind something is.
func (p *page) takesNoun(e *edge, s *suffix, i int, w *word) bool {
	if w.is(cueTrade) && s.typ != "company" && !s.is(cueOrgan) {
		if c := p.endingAt(e.v, w.Start, false); c != nil && c.typ == "park" {
			return false // 在科学城|建设|创新中心
		}
	}
	if e.proper && !w.is(cueInside) && e.single != 1 && !p.toPlace(e.v, i) {
		return false
	}
	return !p.f.kindWord(w.text)
}

// takesNumber reports whether names with ending s hold the number in front of
// it: 第一医院, 二十四中学, 360科技有限公司.
func (s *suffix) takesNumber(number string, right bool) bool {
	return s.legal || ordinal(number) || right && s.counted() && isNumeral(number)
}

// stepFunction takes a function word: a character of a brand, or 和 in an office.
func (p *page) stepFunction(e *edge, s *suffix, i int, w *word) bool {
	if s.legal && w.runes() == 1 && !w.is(cueHard) && !e.placeFirst(s) && (e.single > 0 || e.v.inBrand(w) || p.brandless(e)) {
		e.single++
		e.start = w.Start
		return e.single <= maxBrand
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

// kindWord reports whether s says of what kind or rank something is (省级,
// 科创型).
func (f *entityFinder) kindWord(s string) bool {
	return f.rules.cues[lastChars(s, 1)]&cueKind != 0 && s != lastChars(s, 1)
}

// lastChars returns the last n characters of s.
func lastChars(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// toPlace reports whether word i and one before it at most are common nouns that
// a place stands in front of.
func (p *page) toPlace(v *view, i int) bool {
	for j := i; j >= 0 && i-j <= 2; j-- {
		w := &v.words[j]
		if w.shape == shapePlace {
			return j < i
		}
		if w.shape != shapeNoun || w.is(cueCompany|cueTitle|cueStop) || p.f.kindWord(w.text) {
			return false
		}
	}
	return false
}

// ordinal reports whether s is an ordinal that names have (第九届, not 第一个).
func ordinal(s string) bool {
	return strings.HasPrefix(s, "第") && !strings.ContainsAny(s, "个大次批名位家支条")
}

// isNumeral reports whether s is a plain number, without a measure word.
func isNumeral(s string) bool {
	return strings.Trim(s, "一二三四五六七八九十百零〇○0123456789０１２３４５６７８９") == ""
}

// placeFirst reports whether the name has begun with a place already, so that
// only places may come before it.
func (e *edge) placeFirst(s *suffix) bool {
	return e.placed == e.start && !s.is(cueBranch)
}

// placeEnding returns where a place begins that ends at e.start and that the cut
// took apart or for another word, or -1. Places that are words as well count
// only in front of the ending of an office or a zone.
func (p *page) placeEnding(e *edge, s *suffix, i int) int {
	for j := i; j >= 0 && i-j < 3; j-- {
		w := &e.v.words[j]
		if w.shape == shapePunct || w.shape == shapeFunction {
			break
		}
		text := e.v.text[w.Start:e.start]
		place, guarded := p.f.place(text)
		if place && len(text) >= 2*3 && (!guarded || (s.need == needPlace || s.need == needBare) && e.start == e.end) {
			return w.Start
		}
	}
	return -1
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
	if strings.Contains("·-&＆・", w.text) && i > 0 && e.v.words[i-1].End == w.Start && e.v.words[i-1].shape > shapeNumber && e.start != e.end {
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
	if quote && s.need == needPlace {
		return false
	}
	if !quote {
		if open == 0 || e.v.words[open-1].End != b.Start || e.v.words[open-1].shape <= shapeStop {
			return false
		}
		inner := e.v.words[open+1 : shut]
		if len(inner) == 0 || inner[0].shape != shapePlace && inner[0].shape != shapeAbroad && inner[0].shape != shapeLatin && !(s.legal && e.start == e.end) {
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
	research := s.subtype == "research" && e.nouns > 0
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

// trim drops from the left what is not part of the name.
func (p *page) trim(e *edge, s *suffix) {
	for e.start < e.end {
		w := e.v.next(e.start)
		if w == nil || w.End > e.end {
			return
		}
		n := e.v.next(w.End)
		switch {
		case e.org && w.shape != shapePlace:
			return
		case w.is(cueInside) && (s.need == needPlace || !w.is(cueGeneric)):
			return
		case s.legal && w.runes() == 1 && w.shape == shapeSingle:
			return // 新九方科技有限公司
		case n != nil && w.runes() == 1 && n.End <= e.end && p.f.rules.cues[w.text+n.text]&cueIndustry != 0:
			return // 新|材料
		case w.is(cueGeneric|cueStop) && w.shape != shapePlace:
		case w.shape == shapePunct && !strings.Contains("“『「", w.text):
		case w.is(cueTrade) && n != nil && n.End <= e.end && (n.shape == shapePlace || n.shape == shapeProper || n.shape == shapeLatin):
		default:
			return
		}
		e.start = w.End
		if w.shape == shapeNoun && w.pos != "vn" && w.pos != "v" {
			e.nouns--
		}
	}
}
