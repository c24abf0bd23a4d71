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
	// It is below Words, and -1 for a token that has no number.
	Word int
}

// Cutter cuts text into words, token for token and tag for tag as gse does with
// its whole simplified dictionary, but without the seconds it takes to load that
// and several times as fast: it goes gse's way through the dictionary where that
// lies in the binary. What is out of the ordinary is cut by gse itself. A Cutter is
// for one goroutine.
type Cutter struct {
	lex   *lexicon
	chars []char // of the text at hand
	paths []path // to before each char, and to the end
	odd   *oddCutter
}

// A char is one code point of the text at hand. What gse does not cut further,
// and where words begin and end, is an atom: a code point, or a run of Latin
// letters and digits.
type char struct {
	id    uint16 // in the lexicon's trie, 0 when no word has it
	inner bool   // whether it goes on the atom of the char before it
	end   int32  // byte offset behind it
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
	return &Cutter{lex: lex}, err
}

// Words returns how many numbers there are for Token.Word.
func (c *Cutter) Words() int { return len(c.lex.words)/wordSize + basicPlane }

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
		c.chars = append(c.chars, char{c.lex.trie.id(r), wasLatin && latin, int32(i)})
	}
	return capitals, true
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
	trie, n := c.lex.trie, len(c.chars)
	c.paths = roomFor(c.paths, n+1)[:n+1]
	clear(c.paths)
	for i := 0; i < n; {
		next := i + 1 // the first char of the next atom
		for next < n && c.chars[next].inner {
			next++
		}
		distance, known := c.paths[i].distance, false
		at := trie.root()
		for j := i; j < n && trie.step(&at, c.chars[j].id); j++ {
			if j+1 < n && c.chars[j+1].inner {
				continue
			}
			if word, ok := trie.value(at); ok {
				c.paths[j+1].shorten(distance+c.lex.distance(word), i, int32(word))
				known = known || j+1 == next
			}
		}
		if !known {
			c.paths[next].shorten(distance+unknownDistance, i, unknown)
		}
		i = next
	}
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
		t := Token{Span: Span{offset + start, offset + end}, POS: unknownTag, Word: unknown}
		if p.word == unknown {
			t.Word = c.loneWord(text[start:end])
		} else {
			t.POS = c.lex.tag(uint32(p.word))
			if !capitals || !hasCapital(text[start:end]) {
				t.Word = int(p.word)
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

// loneWord returns the number of an atom that is no word, -1 if it is more than a
// code point of the basic plane.
func (c *Cutter) loneWord(atom string) int {
	r, size := utf8.DecodeRuneInString(atom)
	if size < len(atom) || r >= basicPlane {
		return unknown
	}
	return len(c.lex.words)/wordSize + int(r)
}

func hasCapital(s string) bool {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}
