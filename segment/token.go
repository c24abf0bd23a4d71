package segment

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Token is a word as gse cut it.
type Token struct {
	Span
	// POS is gse's part-of-speech tag: n noun, ns place, nt organisation,
	// v verb, m numeral, x unknown, … (the ICTCLAS set).
	POS string
	// Word numbers the text and tag of the token, so that what is known of one
	// need not be found again: two tokens of the same number have both in common.
	// It is below 1<<20, and 0 for a token that has no number.
	Word int
}

// Cutter cuts text into words, token for token and tag for tag as gse does with
// its whole simplified dictionary, but without the seconds it takes to load that
// and several times as fast: it goes gse's way through the dictionary where that
// lies in the binary. What is out of the ordinary is cut by gse itself. A Cutter is
// for one goroutine.
type Cutter struct {
	lex   *lexicon
	lone  []lone // by id, as far as they have been met
	chars []char // of the text at hand
	paths []path // to before each char, and to the end
	odd   *oddCutter
}

// A lone is what gse makes of a code point that is an atom by itself.
type lone struct {
	distance float32 // 0 when it has not been met
	word     int32   // its number in the lexicon, or unknown
	node     Node    // that it leads to
}

// A char is one code point of the text at hand. What gse does not cut further,
// and where words begin and end, is an atom: a code point, or a run of Latin
// letters and digits.
type char struct {
	id    uint16 // in the lexicon's trie, 0 when no word has it
	inner bool   // whether it goes on the atom of the char before it
	end   int32  // byte offset behind it
	pair  uint64 // the unit that it and the next char lead to, 0 for none
}

// A path is the shortest way to cut the text up to some place, by its last word.
type path struct {
	distance float32 // 0 for none yet
	from     int32   // the first char of the word
	word     int32   // its number in the lexicon, or unknown
}

// unknown stands for the number of a word that the lexicon has not.
const unknown = -1

// What gse takes for the distance and the tag of an atom that is no word.
const (
	unknownDistance = 32
	unknownTag      = "x"
)

// NewCutter returns a Cutter. It fails only if the program was built with a damaged
// lexicon.
func NewCutter() (*Cutter, error) {
	lex, err := openLexicon(lexiconData)
	if err != nil {
		return nil, err
	}
	return &Cutter{lex: lex, lone: make([]lone, lex.trie.ids)}, nil
}

// basicPlane is the number of code points in Unicode's basic plane. Those that are
// no word but stand alone as an atom are numbered behind the words.
const basicPlane = 1 << 16

// Cut appends the tokens of text[span.Start:span.End] to dst and returns it; the
// text outside span has no say. The tokens tile span: the first begins where
// span begins, each begins where the one before ends, the last ends where span
// ends. Any bytes will do; one that is not valid UTF-8 is a token of its own.
func (c *Cutter) Cut(dst []Token, text string, span Span) []Token {
	text = text[span.Start:span.End]
	capitals, ok := c.spell(text)
	if !ok {
		return c.cutOdd(dst, text, span.Start)
	}
	c.findPaths()
	return c.follow(dst, text, span.Start, capitals)
}

// spell sets chars to those of text, with Latin capitals made small as gse does,
// and reports whether there were any. ok is false when text is out of the ordinary.
func (c *Cutter) spell(text string) (capitals, ok bool) {
	c.chars = roomFor(c.chars, len(text))
	latin := false // whether the last char is a Latin letter or a digit
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		wasLatin := latin
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
				capitals = true
			}
			latin = 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
		} else {
			r, size = utf8.DecodeRuneInString(text[i:])
			latin = false
		}
		if odd(r, size) {
			return false, false
		}
		i += size
		id := c.lex.trie.id(r)
		if c.lone[id].distance == 0 {
			c.lone[id] = c.lex.lone(id)
		}
		c.chars = append(c.chars, char{id: id, inner: wasLatin && latin, end: int32(i)})
	}
	c.pair()
	return capitals, true
}

// pair looks where each char and the next lead. What the lexicon has there is in no
// cache of the processor's more often than not, so all looks are taken at once, none
// waiting for another.
func (c *Cutter) pair() {
	trie, chars := c.lex.trie, c.chars
	for i := 1; i < len(chars); i++ {
		first, second := &chars[i-1], &chars[i]
		first.pair = trie.peek(&c.lone[first.id].node, second.id)
	}
}

// odd reports whether r makes a text one that gse itself has to cut: a byte that is
// not UTF-8, a letter of two bytes, which gse takes for Latin, and NUL, which its
// trie trips over.
func odd(r rune, size int) bool {
	switch size {
	case 1:
		return r == 0 || r == utf8.RuneError
	case 2:
		return unicode.IsLetter(r) || unicode.IsNumber(r)
	}
	return false
}

// roomFor returns an empty slice with room for n elements, which is s when s has
// it. One that is many times too large, after a sentence of megabytes, is let go.
func roomFor[T any](s []T, n int) []T {
	const keep = 1 << 14
	if n > cap(s) || cap(s) > keep && cap(s) > 8*n {
		return make([]T, 0, n)
	}
	return s[:0]
}

// findPaths finds the shortest way to each place in the text, as segmentWords of gse
// does: the same additions in the same order, so that no rounding differs.
func (c *Cutter) findPaths() {
	trie, chars, n := c.lex.trie, c.chars, len(c.chars)
	c.paths = roomFor(c.paths, n+1)[:n+1]
	clear(c.paths)
	for i := 0; i < n; i++ {
		if i+1 < n && chars[i+1].inner {
			i = c.pathsFromRun(i) - 1
			continue
		}
		distance, alone := c.paths[i].distance, &c.lone[chars[i].id]
		c.paths[i+1].shorten(distance+alone.distance, i, alone.word)
		if chars[i].pair == 0 {
			continue
		}
		c.pathsFrom(i, i+2, trie.nodeOf(&alone.node, chars[i+1].id, chars[i].pair))
	}
}

// pathsFrom goes on with the paths over the words that begin with the chars from i to
// before j, which lead to at.
func (c *Cutter) pathsFrom(i, j int, at Node) {
	distance := c.paths[i].distance
	for {
		if j == len(c.chars) || !c.chars[j].inner {
			if word, ok := c.lex.trie.value(at); ok {
				c.paths[j].shorten(distance+c.lex.distance(word), i, int32(word))
			}
		}
		if j == len(c.chars) || at.from&unitLeaf != 0 || !c.lex.trie.step(&at, c.chars[j].id) {
			return
		}
		j++
	}
}

// pathsFromRun goes on with the paths over the words that begin with the run of Latin
// letters and digits at char i, and returns where the run ends.
func (c *Cutter) pathsFromRun(i int) int {
	next := i + 1
	for next < len(c.chars) && c.chars[next].inner {
		next++
	}
	at, j := c.lex.trie.root(), i
	for j < next && c.lex.trie.step(&at, c.chars[j].id) {
		j++
	}
	if j == next {
		c.pathsFrom(i, j, at)
		if _, ok := c.lex.trie.value(at); ok {
			return next
		}
	}
	c.paths[next].shorten(c.paths[i].distance+unknownDistance, i, unknown)
	return next
}

// shorten makes p a path whose last word starts at char from if that is shorter.
func (p *path) shorten(distance float32, from int, word int32) {
	if p.distance == 0 || p.distance > distance {
		*p = path{distance, int32(from), word}
	}
}

// follow appends the words on the shortest way through text, which starts at offset.
func (c *Cutter) follow(dst []Token, text string, offset int, capitals bool) []Token {
	count := 0
	for at := len(c.chars); at > 0; at = int(c.paths[at].from) {
		count++
	}
	dst = slices.Grow(dst, count)
	k := len(dst) + count
	dst = dst[:k]
	for at := len(c.chars); at > 0; {
		p := &c.paths[at]
		start, end := c.start(int(p.from)), c.start(at)
		t := Token{Span: Span{offset + start, offset + end}, POS: unknownTag}
		if p.word == unknown {
			t.Word = c.loneWord(text[start:end])
		} else {
			t.POS = c.lex.tag(uint32(p.word))
			if !capitals || !hasCapital(text[start:end]) {
				t.Word = 1 + int(p.word)
			}
		}
		k--
		dst[k] = t
		at = int(p.from)
	}
	return dst
}

// start returns the byte offset of char i.
func (c *Cutter) start(i int) int {
	if i == 0 {
		return 0
	}
	return int(c.chars[i-1].end)
}

// loneWord returns the number of an atom that is no word, 0 if it is more than a code
// point of the basic plane.
func (c *Cutter) loneWord(atom string) int {
	r, size := utf8.DecodeRuneInString(atom)
	if size < len(atom) || r >= basicPlane {
		return 0
	}
	return 1 + len(c.lex.words)/wordSize + int(r)
}

func hasCapital(s string) bool {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}
