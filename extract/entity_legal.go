package extract

import "unicode/utf8"

// A legal form (股份有限公司) is near-certain evidence of a name, so the name in
// front of it may be made of common words (星河光电有限公司), and of words that no
// other name holds when nothing else would tell it from its trade
// (春天生物科技有限公司).

// maxLegal bounds in characters what widen adds to a name.
const maxLegal = 10

// widen moves the start of a name in front of a legal form to the left while
// what stands there can be nothing but a part of it.
func (p *page) widen(e *edge, s *suffix) {
	from := e.start
	for !e.v.clean(e.start) || p.wants(e) {
		w := e.v.prev(e.start)
		if f := e.v.next(e.start); f != nil && f.shape == shapePlace && f.End < e.end && !p.brandless(e) {
			return // 运营|广西江海…有限公司
		}
		if w == nil || !p.widens(e, w) || from-w.Start > maxLegal*3 {
			return
		}
		switch w.shape {
		case shapePlace:
			e.takePlace(w.Start, w.End)
			if w := e.v.prev(e.start); w != nil && w.shape == shapePlace {
				e.takePlace(w.Start, w.End) // 上海|静安|梦想|投资有限公司
			}
			return
		case shapeProper, shapeAbroad, shapeLatin, shapeNumber:
			e.proper = true
		default:
			e.nouns++
		}
		e.start = w.Start
	}
}

// wants reports whether a name needs or likes the word before it for its brand:
// it has none yet, or the word is an everyday one that names companies.
func (p *page) wants(e *edge) bool {
	w := e.v.prev(e.start)
	return w != nil && (p.brandless(e) || w.is(cueBrand) || w.shape == shapeSingle && w.is(cueGeneric) && w.pos == "a")
}

// widens reports whether w, right before e.start, belongs to a name that a legal
// form ends.
func (p *page) widens(e *edge, w *word) bool {
	switch {
	case w.shape == shapePunct || w.is(cueHard) || w.is(cueCompany|cueTitle):
		return false
	case w.is(cueBrand), e.v.inBrand(w):
		return true
	case w.shape == shapeFunction || w.shape == shapeStop || w.is(cueStop):
		return w.runes() > 1 && !w.is(cueStop) && e.start < e.end && p.brandless(e) && brandPOS[w.pos] &&
			p.f.rules.cues[lastChars(w.text, 1)]&cueHard == 0
	case w.shape == shapeNumber:
		return p.brandless(e) && w.runes() > 1 && !isNumeral(w.text)
	case w.shape == shapeSingle && w.is(cueGeneric):
		return e.start < e.end
	case w.is(cueGeneric) || p.f.kindWord(w.text):
		return false
	}
	c := p.endingAt(e.v, w.End, false)
	return c == nil || c.span.Len() <= maxShortPark
}

// inBrand reports whether w is a function word of one character behind another
// part of a brand (普|能).
func (v *view) inBrand(w *word) bool {
	b := v.prev(w.Start)
	return w.shape == shapeFunction && w.runes() == 1 && !w.is(cueHard) && b != nil && (b.shape == shapeSingle || b.shape == shapeProper || b.shape == shapeNumber && b.runes() == 2 && !isNumeral(b.text)) // 万里|达
}

// maxShortPark is the length in bytes up to which a park's name is a mere place
// in the name of a company (光谷星源半导体股份有限公司).
const maxShortPark = 3 * 3

// brandPOS are the tags of verbs, time words and the like that are brands where
// nothing else tells a name from its trade: 腾飞科技有限公司.
var brandPOS = map[string]bool{"v": true, "t": true, "z": true, "d": true, "ad": true}

// brandless reports whether a name has only trades and kinds in front of its
// ending so far.
func (p *page) brandless(e *edge) bool {
	for off := e.start; off < e.end; {
		w := e.v.next(off)
		if w == nil {
			return false
		}
		if w.End > e.end {
			cut := p.part(*w, e.end)
			w = &cut
		}
		if !w.is(cueTrade | cueIndustry | cueGeneric) {
			return false
		}
		off = w.End
	}
	return true
}

// branded reports whether the words in front of a legal form make a name: they
// are no phrase, and one of them says more than the trade.
func (p *page) branded(e *edge) bool {
	return e.nouns > 0 && e.v.clean(e.start) && !p.brandless(e) && utf8.RuneCountInString(e.v.text[e.start:e.end]) >= 2
}

// strong reports whether a trade word that hardly stands anywhere but in names
// stands between start and end (好医生|药业|集团).
func (v *view) strong(start, end int) bool {
	for off := start; off < end; {
		w := v.next(off)
		if w == nil || w.End > end {
			return false
		}
		if w.is(cueStrong) {
			return true
		}
		off = w.End
	}
	return false
}
