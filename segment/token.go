package segment

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/go-ego/gse"
)

// Token is a word as gse cut it.
type Token struct {
	Span
	// POS is gse's part-of-speech tag: n noun, ns place, nt organisation,
	// v verb, m numeral, x unknown, … (the ICTCLAS set).
	POS string
}

// Cutter cuts text into words, token for token and tag for tag as gse does with
// its whole simplified dictionary, but without the seconds it takes to load
// that: gse only gets the words that occur in the texts the Cutter has met. A
// Cutter is for one goroutine. It keeps the words it has met, at some 250 bytes
// each: about 25 MB after 20 MB of news.
type Cutter struct {
	lex   *lexicon
	known []uint64      // a bit per word of lex: whether seg has it
	seg   gse.Segmenter // cuts; has the known words
	scale gse.Segmenter // weighs them, see weigh
	kinds map[kind]int  // the first of seg's tokens of a kind

	bytes []byte // the text at hand, for gse
	chars []char // and for learn
}

// A char is one code point of the text at hand. What gse does not cut further,
// and where words begin and end, is an atom: a code point, or a run of Latin
// letters and digits.
type char struct {
	id    uint16 // in the lexicon's trie, 0 when no word has it
	inner bool   // whether it goes on the atom of the char before it
	end   int    // byte offset behind it
}

// A kind is what words have in common that are one to gse when it cuts.
type kind struct {
	value  uint32 // in the lexicon's trie
	length int    // in atoms of three bytes
}

// NewCutter returns a Cutter that has met no text. It fails only if the program
// was built with a damaged lexicon.
func NewCutter() (*Cutter, error) {
	lex, err := openLexicon(lexiconData)
	if err != nil {
		return nil, err
	}
	c := &Cutter{
		lex:   lex,
		known: make([]uint64, (lex.trie.Len()+63)/64),
		seg:   newSegmenter(),
		scale: newSegmenter(),
		kinds: map[kind]int{},
	}
	// The scale weighs as much as the whole lexicon, but has no word.
	const filler = "\uE000"
	if err := c.scale.AddToken(filler, float64(lex.total)); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	if err := c.scale.RemoveToken(filler); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return c, nil
}

// newSegmenter returns gse with an empty dictionary. It neither reads files nor
// touches gse's global models.
func newSegmenter() gse.Segmenter {
	return gse.Segmenter{Dict: gse.NewDict(), NotLoadHMM: true, SkipLog: true}
}

// Cut appends the tokens of text[span.Start:span.End] to dst and returns it; the
// text outside span has no say. The tokens tile span: the first begins where
// span begins, each begins where the one before ends, the last ends where span
// ends. Any bytes will do; one that is not valid UTF-8 is a token of its own.
func (c *Cutter) Cut(dst []Token, text string, span Span) []Token {
	text = text[span.Start:span.End]
	c.learn(text)
	c.bytes = append(c.bytes[:0], text...)
	for _, s := range c.seg.Segment(c.bytes) {
		dst = append(dst, Token{
			Span: Span{span.Start + s.Start(), span.Start + s.End()},
			POS:  s.Token().Pos(),
		})
	}
	return dst
}

// learn adds the words of the lexicon that occur in text and are not yet known.
func (c *Cutter) learn(text string) {
	c.spell(text)
	start := 0
	for i := range c.chars {
		if !c.chars[i].inner {
			c.learnAt(text, start, c.chars[i:])
		}
		start = c.chars[i].end
	}
}

// spell sets chars to those of text, with Latin capitals made small as gse does.
func (c *Cutter) spell(text string) {
	c.chars = c.chars[:0]
	latin := false // whether the last char is a Latin letter or a digit
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		id := c.lex.trie.id(r)
		if r == utf8.RuneError && size == 1 {
			id = 0 // an invalid byte is not U+FFFD
		}
		wasLatin := latin
		latin = size <= 2 && (unicode.IsLetter(r) || unicode.IsNumber(r)) // to gse
		i += size
		c.chars = append(c.chars, char{id, wasLatin && latin, i})
	}
}

// learnAt adds the words that begin with chars, which begin at text[start].
func (c *Cutter) learnAt(text string, start int, chars []char) {
	edge := c.lex.trie.root(chars[0].id)
	for length := 1; edge != noEdge; length++ {
		last := length == len(chars)
		if last || !chars[length].inner {
			c.meet(edge, text[start:chars[length-1].end], length)
		}
		if last {
			return
		}
		edge = c.lex.trie.child(edge, chars[length].id)
	}
}

// meet adds the word that ends with edge, if one does, unless it is known. In
// the text it reads word and has length chars.
func (c *Cutter) meet(edge int, word string, length int) {
	number := c.lex.trie.word(edge)
	if number < 0 || c.known[number>>6]>>(number&63)&1 != 0 {
		return
	}
	c.known[number>>6] |= 1 << (number & 63)

	tokens := &c.seg.Dict.Tokens
	at := len(*tokens)
	if at == cap(*tokens) {
		*tokens = slices.Grow(*tokens, max(4096, at)) // a page needs about 3,000
	}
	value := c.lex.trie.value(number)
	frequency, tag := c.lex.entry(value)
	c.seg.AddToken(word, float64(frequency), tag)

	// Of a token that it finds, gse only looks at the number of atoms and bytes,
	// the distance and the tag. Words alike in these share one token, which saves
	// weighing each and half of the memory.
	if len(word) != 3*length {
		c.weigh(at) // has Latin letters or rare characters: not worth counting
		return
	}
	alike := kind{value, length}
	first, ok := c.kinds[alike]
	if !ok {
		c.weigh(at)
		c.kinds[alike] = at
		return
	}
	(*tokens)[at] = (*tokens)[first]
}

// weigh has gse work out the distance of token number at: the logarithm of its
// share of the frequencies of all words. CalcToken would do that for every token
// it has, known or new, and with the total of the known words only; so the token
// is lent to the scale.
func (c *Cutter) weigh(at int) {
	c.scale.Dict.Tokens = c.seg.Dict.Tokens[at : at+1]
	c.scale.CalcToken()
	c.scale.Dict.Tokens = nil
}
