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
	places int  // how many places it takes
	end    int  // where its ending begins
	place  bool // it begins with a place
	abroad bool // it holds a word that the lexicon takes for a place
	proper bool // it holds a proper, unknown, Latin or quoted word
	org    bool // it begins with an organisation or a park
	single int  // characters of the run of single-character words at the left
	verbs  int  // verbs among them
	nouns  int  // common nouns
	// members says that it holds a word for people or firms (律师|协会), which
	// makes no name without a place.
	members bool
}

// walk moves e.start to the left as far as the name reaches.
func (p *page) walk(e *edge, s *suffix) {
	for e.start > e.v.span.Start {
		if c := p.endingAt(e.v, e.start, e.start != e.end || s.typ == "company"); c != nil {
			if p.absorbs(s, c, e) {
				e.start, e.org, e.single = c.span.Start, true, 0
				if c.typ == "company" {
					e.place, e.placed = false, -1 // 江城|海尔|北方…厂
				}
				continue
			}
			if c.typ == "park" && s.is(cueBranch) && s.typ != "park" && e.start == e.end {
				e.takePlace(c.span.Start, c.span.End) // 中国银行|西安高新区|支行
				continue
			}
			if c.typ == "park" && !c.guard && s.subtype == "government" && strings.HasSuffix(s.text, "局") && e.placed < 0 {
				e.takePlace(c.span.Start, c.span.End) // 西安高新区|发展改革局
				continue
			}
			if s.typ == "park" && c.houses() {
				return // 中国银行|西安高新区
			}
			if p.inPark(s, c, e) {
				e.start, e.org, e.single = c.span.Start, true, 0
				return
			}
			if c.typ == "park" && !c.guard && (s.typ == "park" || e.start == e.end || s.legal && (e.proper || e.single > 1)) {
				return
			}
			if e.org && s.typ == "company" && c.typ == "company" && c.span.Len() >= 2*len("石") && e.v.clean(c.span.Start) {
				e.start, e.place, e.placed = c.span.Start, false, -1 // 中国石油|塔里木油田|公司
				continue
			}
		}
		if e.org {
			// Only a place stands before the organisation that begins a name.
			w := e.v.prev(e.start)
			if w != nil && w.shape == shapePlace && (!e.place || s.typ == "company" && e.placed == e.start) {
				e.start, e.place, e.placed = w.Start, true, w.Start
				continue
			}
			return
		}
		i := e.v.wordAt(e.start - 1)
		if i < 0 {
			if w := e.v.latinBefore(e.start); w != nil && s.typ == "company" {
				e.start = w.Start // Lumen Nova公司
				continue
			}
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

// latinBefore returns the Latin word with a capital letter that a space parts from
// the Latin word at off, or nil.
func (v *view) latinBefore(off int) *word {
	w := v.next(off)
	if w == nil || w.shape != shapeLatin || off < 2 || v.text[off-1] != ' ' {
		return nil
	}
	b := v.prev(off - 1)
	if b == nil || b.shape != shapeLatin || b.text[0] < 'A' || b.text[0] > 'Z' {
		return nil
	}
	return b
}

// houses reports whether c is an organisation that has branches in parks and no
// parks of its own.
func (c *candidate) houses() bool { return c.subtype == "bank" || c.subtype == "hospital" }

// absorbs reports whether a name with ending s begins with the candidate c,
// which ends right before what is known of it.
func (p *page) absorbs(s *suffix, c *candidate, e *edge) bool {
	if n := e.v.next(e.start); n != nil && n.is(cuePact) && (s.need == needPlace || n.End < e.v.span.End && p.sureStarting(e.v, n.End) >= 0 || n.End == e.end) {
		return false // 科技部|联合|发改委
	}
	if e.org || c.span.Len() < 3*3 && !e.v.clean(c.span.Start) {
		return false
	}
	switch {
	case strings.HasSuffix(p.text(c), "总局") && e.placed == e.start && s.need == needPlace:
		return true // 国家税务总局|深圳市税务局
	case c.typ == "company" && s.is(cueBoard):
		return false // 鹏程集团|董事会
	case c.guard && c.typ == "institution":
		return e.placed == e.start && (s.need == needPlace || s.need == needBare) // 中共威海市委
	case c.guard:
		return c.typ == "company" && p.f.rules.cues[p.text(c)]&cueStop == 0 && e.v.clean(c.span.Start) && (e.place || e.proper || e.start == e.end)
	case s.typ == "park" && c.houses():
		return false
	case c.typ == "park" && s.typ == "company":
		n := e.v.next(e.start)
		return e.start != e.end && n != nil && n.is(cueTrade) || e.start == e.end && (s.legal || s.subtype == "group")
	case s.is(cueOrgan):
		return c.typ == "park" && (e.start == e.end || (e.nouns > 0 || s.subtype == "university") && !e.place && !e.proper) || c.typ == "institution" && !e.place || c.typ == "company" && e.start == e.end
	case c.typ == "park" && s.typ == "institution" && s.need == needNoun:
		return e.nouns > 0 && !e.place && !e.proper // 中国高新区|发展|研究中心
	case c.typ == "institution" && s.text == "园区":
		return false
	case c.typ == "park":
		return s.is(cueBranch) && s.typ == "park"
	case s.subtype == "university" && strings.HasSuffix(s.text, "大学"):
		return false
	}
	return true
}

// inPark reports whether a park with ending s and no place of its own lies in the
// park c right before it, whose name then begins the whole: 沧海新区|生物医药产业园.
func (p *page) inPark(s *suffix, c *candidate, e *edge) bool {
	placed := e.place
	if placed && e.placed == e.start {
		if w := e.v.next(e.start); w != nil && w.is(cueInside) && e.seat == w.End {
			placed = false // 兰州新区|西北绿色铝加工产业园
		}
	}
	return s.typ == "park" && c.typ == "park" && !c.guard && !placed && !e.org && (s.need == needNoun || s.subtype == "bonded_zone" || s.need == needName && e.nouns > 0 && !e.proper) && (e.start != e.end || len(s.text) >= 3*3) && (strings.HasSuffix(p.text(c), "区") || strings.HasSuffix(p.text(c), "港"))
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
	case full.pos == "nt" || full.pos == "nz" || full.pos == "ns" || full.pos == "nr" && p.f.rules.cues[full.text[len(w.text):]]&cueSeat != 0:
		w.shape = shapeProper
		if w.is(cueTrade | cueIndustry | cueGeneric) {
			w.shape = shapeNoun
		}
	default:
		w.shape = shapeNoun
	}
	return w
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
	return strings.HasPrefix(s, "第") && !strings.ContainsAny(s, "个大次批名位家支条所座间处项")
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
		if w.shape == shapePunct || w.shape == shapeFunction || w.shape == shapeStop && w.is(cueStop) && w.End == e.start {
			break // 专家|云集|云栖小镇
		}
		text := e.v.text[w.Start:e.start]
		place, guarded := p.f.place(text)
		if seat := firstChar(s.text); !place && e.start == e.end && p.f.rules.cues[seat]&cueSeat != 0 {
			place, guarded = p.f.place(text + seat) // 天元|区委
		}
		if place && len(text) >= 2*3 && (!guarded || (s.need == needPlace || s.need == needBare) && e.start == e.end) {
			return w.Start
		}
	}
	return -1
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
		case e.org && w.shape != shapePlace, e.placed == e.start && e.seat > w.End: // 贵|安新区
			return
		case w.text == "全国" && (s.typ == "company" && !s.legal || s.typ == "park" && w.End == e.end): // 全国供销社, 全国|众创空间
		case w.is(cueInside) && (s.need == needPlace || !w.is(cueGeneric) || s.subtype == "association" && w.runes() > 1):
			return
		case s.legal && w.runes() == 1 && w.shape == shapeSingle:
			return // 新九方科技有限公司
		case n != nil && w.runes() == 1 && n.End <= e.end && p.f.rules.cues[w.text+n.text]&cueIndustry != 0:
			return // 新|材料
		case s.typ != "institution" && w.shape == shapeSingle && n != nil && n.shape == shapeSingle && n.End <= e.end && e.v.clean(e.start):
			return // 新|马|工业园
		case s.typ == "company" && w.shape == shapeSingle && w.pos == "a" && n != nil && n.End <= e.end && !n.is(cueTrade|cueIndustry|cueGeneric|cueCompany) && e.v.clean(e.start):
			return // 好|医生
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

// mend takes into the name with ending s the first character of its trade where the cut has
// glued it to the word before (覆盖物|联网|创业园), and a first character that the cut has
// set apart.
func (p *page) mend(e *edge, s *suffix) {
	w, first := e.v.word(e.start-1), e.v.next(e.start)
	if w == nil || first == nil || w.End != e.start {
		return
	}
	if second := e.v.next(first.End); second != nil && second.End <= e.end {
		if t := p.f.rules.suffixAt(e.v.text, w.Start, second.End); t != nil && len(t.text) == second.End-w.Start {
			e.start = w.Start // 经|开|区
			return
		}
	}
	if w.Len() == 3 && w.shape > shapePunct && e.v.clean(w.Start) {
		park := first.Len() == 2*3 && e.start < e.end && p.f.seated(w.text+firstChar(first.text)) // 张|江山|水…园
		town := firstChar(s.text) == "镇" || firstChar(s.text) == "乡"
		if park || town && w.shape == shapeSingle && e.end-e.start == 3 { // 小|碧|乡政府
			e.start = w.Start
			return
		}
	}
	if e.start == e.v.span.Start || w.runes() < 2 || first.runes() < 2 || first.End > e.end {
		return
	}
	last := lastChars(w.text, 1)
	if p.f.rules.cues[last+first.text]&cueIndustry != 0 && p.f.rules.cues[first.text]&cueIndustry == 0 {
		e.start -= len(last)
	}
}

// unquote takes in what stands in front of the name in the quotation that ends with it at
// end, when that is nouns (“科技|双创联盟”).
func (e *edge) unquote(end int) {
	if shut := e.v.next(end); shut == nil || !strings.Contains("”」』", shut.text) {
		return
	}
	for w := e.v.prev(e.start); w != nil && w.shape >= shapeNoun; w = e.v.prev(w.Start) {
		if open := e.v.prev(w.Start); open != nil && strings.Contains("“「『", open.text) {
			e.start = w.Start
			return
		}
	}
}

// seated reports whether s is a park in the dictionaries that goes by a place.
func (f *entityFinder) seated(s string) bool { return f.names.holds(s, "park") }

// firstChars returns the first n characters of s.
func firstChars(s string, n int) string {
	end := 0
	for ; n > 0 && end < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return s[:end]
}
