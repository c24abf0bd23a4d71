package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// A shape says what part a word can play in a name.
type shape uint8

const (
	shapePunct    shape = iota // punctuation and signs
	shapeFunction              // prepositions, conjunctions, particles, …
	shapeStop                  // verbs, time words and nouns that no name holds
	shapeNumber                // digits and numerals
	shapeNoun                  // common nouns, attributes, verbs that names hold
	shapePlace                 // countries and divisions
	shapeAbroad                // other places, or what the lexicon takes for one
	shapeProper                // proper nouns and transliterations
	shapeSingle                // a single character that may be of a brand
	shapeLatin                 // Latin letters
)

// A word is a token with what the rules know of it.
type word struct {
	segment.Span
	text  string
	pos   string
	shape shape
	marks mark
	lead  int32 // see fact
	cue   cue
}

// runes returns the length of w in characters.
func (w *word) runes() int { return utf8.RuneCountInString(w.text) }

// is reports whether w plays any of the roles in c.
func (w *word) is(c cue) bool { return w.cue&c != 0 }

// posShapes gives the shape of a word by its part of speech; the longest prefix
// of the tag that is listed decides.
var posShapes = map[string]shape{
	"n": shapeNoun, "ng": shapeNoun, "vn": shapeNoun, "an": shapeNoun, "j": shapeNoun,
	"b": shapeNoun, "a": shapeNoun, "ag": shapeNoun, "s": shapeNoun, "f": shapeNoun, "l": shapeNoun, "i": shapeNoun,
	"ns": shapePlace, "nr": shapeProper, "nrt": shapeProper, "nrfg": shapeProper, "nz": shapeProper, "nt": shapeProper,
	"v": shapeStop, "vg": shapeStop, "vi": shapeStop, "vd": shapeStop, "vq": shapeStop, "t": shapeStop, "tg": shapeStop, "z": shapeStop,
	"ad": shapeStop, "m": shapeNumber, "mq": shapeNumber, "mg": shapeNumber,
	"x": shapeProper, "zg": shapeProper, "g": shapeProper, "h": shapeProper, "k": shapeProper, "o": shapeProper, "eng": shapeLatin,
}

// famousPOS is gse's tag of the persons that its lexicon has by their full name,
// who are no part of the name of anything.
const famousPOS = "nrfg"

// shapeOf returns the shape of a word with its tag and cues; place says that the
// dictionaries know it as a place.
func shapeOf(text, pos string, c cue, place bool) shape {
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case r >= '0' && r <= '9' || r >= '０' && r <= '９':
		return shapeNumber
	case !unicode.Is(unicode.Han, r):
		if unicode.IsLetter(r) {
			return shapeLatin
		}
		return shapePunct
	case n == len(text):
		switch {
		case c&cueFunction != 0:
			return shapeFunction
		case pos == "m":
			return shapeNumber
		}
		return shapeSingle
	case c&cueStop != 0 || pos == famousPOS:
		return shapeStop
	case c&cueCountry != 0:
		return shapePlace
	case c&(cueTrade|cueIndustry|cueInside|cueGeneric) != 0:
		return shapeNoun
	}
	s, ok := posShapes[pos]
	switch {
	case !ok && place:
		return shapePlace // the lexicon has 大连 as an adverb
	case !ok:
		return shapeFunction
	}
	switch s {
	case shapeProper, shapeNoun:
		if place {
			return shapePlace
		}
	case shapePlace:
		// The lexicon calls many a syllable of foreign names a place.
		if !place {
			return shapeAbroad
		}
	}
	return s
}

// A view is a sentence with its words and the candidates found in it so far.
type view struct {
	index int    // of the sentence in the article
	text  string // of the block
	span  segment.Span
	words []word
	cands []int // indexes into page.cands
	cues  cue   // of any of the words
	marks mark  // of any of the words
	near  int   // the word that wordAt found last
}

// wordAt returns the index of the word that holds the byte at off, or -1.
func (v *view) wordAt(off int) int {
	// Most looks are at the word looked at last or beside it.
	for i := max(v.near-1, 0); i < min(v.near+2, len(v.words)); i++ {
		if w := &v.words[i]; w.Start <= off && off < w.End {
			v.near = i
			return i
		}
	}
	if i := endsAfter(v.words, off, wordEnd); i < len(v.words) && v.words[i].Start <= off {
		v.near = i
		return i
	}
	return -1
}

// word returns the word that holds the byte at off, or nil.
func (v *view) word(off int) *word {
	if i := v.wordAt(off); i >= 0 {
		return &v.words[i]
	}
	return nil
}

// startsWord and endsWord report whether a word starts or ends at off.
func (v *view) startsWord(off int) bool {
	i := v.wordAt(off)
	return i >= 0 && v.words[i].Start == off
}

func (v *view) endsWord(off int) bool {
	i := v.wordAt(off - 1)
	return i >= 0 && v.words[i].End == off
}

// next returns the word that starts at off, or nil.
func (v *view) next(off int) *word {
	if i := v.wordAt(off); i >= 0 && v.words[i].Start == off {
		return &v.words[i]
	}
	return nil
}

// prev returns the word that ends at off, or nil.
func (v *view) prev(off int) *word {
	if i := v.wordAt(off - 1); i >= 0 && v.words[i].End == off {
		return &v.words[i]
	}
	return nil
}

// clean reports whether a name may begin at off without cutting a phrase: the
// word before it is punctuation, a function word or one that names stop at.
func (v *view) clean(off int) bool {
	w := v.prev(off)
	return w == nil || w.shape <= shapeNumber || w.is(cueGeneric|cueCompany|cueTitle)
}

// view cuts the words of sentence i of the article. It looks every word up in
// the dictionaries, once for all that begins there, and leaves what it found in
// p.hits.
func (p *page) view(i int, s *sentence) view {
	text := s.block.Text
	from := len(p.words)
	for i := range s.tokens {
		t := s.tokens[i]
		w := text[t.Start:t.End]
		n := p.f.joinedName(w, t.POS)
		if n == 0 && p.gluedAt(text[t.Start:s.span.End], w, t.POS) {
			n = len(firstChar(w))
		}
		if n > 0 {
			w = p.addFront(&t, w, n, "c")
		}
		if p.officeAt(text[t.Start:s.span.End], w) {
			w = p.addFront(&t, w, len(firstChar(w)), "n")
			t.POS = "n"
		}
		if p.f.rejoins(p.words[from:], text, t.Span) {
			p.rejoin(text, t.End)
			continue
		}
		p.addWord(t, w)
	}
	var cues cue
	var marks mark
	for i := range p.words[from:] {
		cues |= p.words[from+i].cue
		marks |= p.words[from+i].marks
	}
	v := view{index: i, text: text, span: s.span, words: p.words[from:], cues: cues, marks: marks}
	p.hits = p.hits[:0]
	for i := range v.words {
		if w := &v.words[i]; w.marks&(markNamed|markLeads) != 0 {
			p.lookUp(&v, w)
		}
	}
	return v
}

// addWord adds token t, which reads text, to the words unless it is blank.
func (p *page) addWord(t segment.Token, text string) {
	if k := p.fact(&t, text); k.marks&markBlank == 0 {
		p.words = append(p.words, word{Span: t.Span, text: text, pos: t.POS, cue: k.cue, shape: k.shape, marks: k.marks, lead: k.lead})
	}
}

// addFront adds the first n bytes of token t, which reads w, as a word with tag pos, and leaves the
// rest of them in t.
func (p *page) addFront(t *segment.Token, w string, n int, pos string) (rest string) {
	p.addWord(segment.Token{Span: segment.Span{Start: t.Start, End: t.Start + n}, POS: pos}, w[:n])
	t.Start, t.Word = t.Start+n, 0
	return w[n:]
}

// rejoin makes one word, up to byte end of text, of the last word and what follows it.
func (p *page) rejoin(text string, end int) {
	last := p.words[len(p.words)-1]
	p.words = p.words[:len(p.words)-1]
	t := segment.Token{Span: segment.Span{Start: last.Start, End: end}, POS: "n"}
	if p.f.rules.cues[text[t.Start:end]]&cueIndustry == 0 {
		t.POS = "v"
	}
	p.addWord(t, text[t.Start:end])
}

// joinedName returns the length of the conjunction or preposition at the start of
// what the cut takes for a person and is a company behind it (和|雅虎), or 0.
func (f *entityFinder) joinedName(w, pos string) int {
	if !strings.HasPrefix(pos, "nr") || len(w) < 3*3 {
		return 0
	}
	first := firstChar(w)
	if f.rules.cues[first]&cueFunction == 0 || !f.names.holds(w[len(first):], "company") {
		return 0
	}
	return len(first)
}

// rejoins reports whether the character at s and the word before it, the last of
// words, are a word of the trade that the lexicon does not have (增|持, 智|控).
func (f *entityFinder) rejoins(words []word, text string, s segment.Span) bool {
	const han = 3 // bytes of a Chinese character
	if len(words) == 0 || s.Len() != han {
		return false
	}
	last := &words[len(words)-1]
	return last.End == s.Start && last.Len() == han && f.rules.cues[text[last.Start:s.End]]&(cueStrong|cueSole|cueAct|cueBuy) != 0
}

// gluedAt reports whether the cut has put a function character and the front of a
// name that it does not know into w, at the start of text: 和平|高|集团, 任剑桥|大学.
func (p *page) gluedAt(text, w, pos string) bool {
	const han = 3 // bytes of a Chinese character
	switch {
	case len(w) == 2*han && (strings.HasPrefix(w, "和") || strings.HasPrefix(w, "与") || strings.HasPrefix(w, "及")):
		return p.f.longName(text[han:], "company")
	case len(w) == 2*han && (strings.HasPrefix(w, "从") || strings.HasPrefix(w, "在") || strings.HasPrefix(w, "向") || strings.HasPrefix(w, "对")):
		return p.f.longName(text[han:], "park") || p.f.longName(text[han:], "company") || p.f.longName(text[han:], "institution")
	case len(w) == 3*han && strings.HasPrefix(pos, "nr") && p.f.rules.cues[w[:han]]&cueFunction != 0:
		return p.f.longName(text[han:], "institution")
	}
	return false
}

// officeAt reports whether the cut has put the 省 or 市 of an office of its own into w, at the start
// of text (省农业厅, 市外|经贸局).
func (p *page) officeAt(text, w string) bool {
	const (
		han  = 3 // bytes of a Chinese character
		seat = cueSeat | cueInside
	)
	glued := len(w) == 2*han // 市外, of which the rest of the office is cut
	if !glued && len(w) != 4*han && len(w) != 5*han {
		return false
	}
	cues := p.f.rules.cues
	if cues[firstChar(w)]&seat != seat || cues[firstChars(w, 2)]&cueNotSeat != 0 || cues[w[han:2*han]]&cueJoint != 0 {
		return false
	}
	if !glued {
		return cues[lastChars(w, 1)]&cueJoint != 0 && !p.f.notName(w)
	}
	if cues[lastChars(w, 1)]&cueSeat != 0 {
		return false // 省市
	}
	for n := 4 * han; n <= 6*han && n <= len(text); n += han {
		if cues[lastChars(text[:n], 1)]&cueJoint != 0 && p.f.rules.suffixAt(text, 2*han, n) != nil {
			return !p.f.notName(text[:n])
		}
	}
	return false
}

// longName reports whether s begins with a name of a type, of four characters or
// more, that needs no evidence.
func (f *entityFinder) longName(s, want string) bool {
	found := false
	f.names.prefixes(s, func(end int, id nameID) bool {
		typ, _, guarded := f.names.kind(id)
		found = found || typ == want && !guarded && end >= minGlued
		return !found
	})
	return found
}

// A hit is what the dictionaries have at a word: the longest name that needs no
// evidence and the longest that does, with their lengths.
type hit struct {
	start               int
	sure, guarded       nameID
	sureLen, guardedLen int
}

// glued reports whether nothing but a function character follows off in the word
// that the cut has made of it and the end of a name (京东|方为).
func (p *page) glued(v *view, off int) bool {
	w := v.word(off)
	if w == nil {
		return false
	}
	rest := v.text[off:w.End]
	if s := p.f.rules.suffixAt(rest, 0, len(rest)); s != nil && s.text == rest && s.need == needOrg && len(rest) >= 2*3 {
		return true // 工信|部党组
	}
	if p.f.rules.cues[rest]&cueFunction == 0 {
		return false
	}
	return p.f.rules.cues[lastChars(v.text[v.span.Start:w.End], 2)] == 0 // not 联合|国内
}

// straddled reports whether the characters on both sides of off are one word
// (人民日报|社论 at 社).
func (f *entityFinder) straddled(v *view, off int) bool {
	const han = 3 // bytes of a Chinese character
	return off-han >= v.span.Start && off+han <= v.span.End && f.rules.cues[v.text[off-han:off+han]]&cueStraddle != 0
}

// lookUp adds to p.hits the names that begin at w.
func (p *page) lookUp(v *view, w *word) {
	h := hit{start: w.Start}
	found := func(end int, id nameID) bool {
		typ, _, guarded := p.f.names.kind(id)
		if _, ok := typeNames[typ]; !ok || id.own() {
			return true
		}
		if typ == "company" && w.shape == shapePlace && end > len(w.text) {
			if n := v.next(w.Start + end); n != nil && n.is(cueField) {
				return true // 天津|航空|产业
			}
		}
		switch {
		case p.f.straddled(v, w.Start+end):
		case end < minGlued && !v.endsWord(w.Start+end) && (guarded || end < 3*3 || !p.glued(v, w.Start+end)):
		case guarded:
			h.guarded, h.guardedLen = id, end
		default:
			h.sure, h.sureLen = id, end
		}
		return true
	}
	if names, text := p.f.names, v.text[w.Start:v.span.End]; w.marks&markNamed != 0 || names.ownMayBegin(text) {
		names.prefixes(text, found)
	} else {
		names.index.PrefixesFrom(p.leads[w.lead], v.text[w.End:v.span.End], func(end, record int) bool {
			return found(len(w.text)+end, nameID(record))
		})
	}
	if h.sureLen+h.guardedLen > 0 {
		p.hits = append(p.hits, h)
	}
}
