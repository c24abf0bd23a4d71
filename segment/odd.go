package segment

import (
	"github.com/go-ego/gse"
)

// An oddCutter cuts texts out of the ordinary with gse itself, which only gets the
// words that occur in them and yet weighs these as in its whole dictionary.
type oddCutter struct {
	lex   *lexicon
	known map[uint32]bool // the words that seg has
	seg   gse.Segmenter   // cuts
	scale gse.Segmenter   // weighs, see weigh
}

// cutOdd is Cut for a text out of the ordinary, which starts at offset.
func (c *Cutter) cutOdd(dst []Token, text string, offset int) []Token {
	if c.odd == nil {
		c.odd = newOddCutter(c.lex)
	}
	c.odd.learn(text)
	for _, s := range c.odd.seg.Segment([]byte(text)) {
		dst = append(dst, Token{
			Span: Span{offset + s.Start(), offset + s.End()},
			POS:  s.Token().Pos(),
		})
	}
	return dst
}

// newOddCutter returns an oddCutter that has met no text. It neither reads files nor
// touches gse's global models.
func newOddCutter(lex *lexicon) *oddCutter {
	empty := func() gse.Segmenter { return gse.Segmenter{Dict: gse.NewDict(), NotLoadHMM: true, SkipLog: true} }
	c := &oddCutter{lex: lex, known: make(map[uint32]bool), seg: empty(), scale: empty()}
	// The scale weighs as much as the whole lexicon, but has no word.
	const filler = "\uE000"
	c.scale.AddToken(filler, float64(lex.total))
	c.scale.RemoveToken(filler)
	return c
}

// learn adds the words of the lexicon that occur in text and are not yet known. Any
// of them may be added, since gse with its whole dictionary has them all.
func (c *oddCutter) learn(text string) {
	small := []byte(text)
	for i, b := range small {
		if 'A' <= b && b <= 'Z' {
			small[i] += 'a' - 'A'
		}
	}
	text = string(small)
	for i := range text {
		c.lex.trie.Prefixes(text[i:], func(end int, word uint32) bool {
			if !c.known[word] {
				c.known[word] = true
				c.add(text[i:i+end], word)
			}
			return true
		})
	}
}

// add gives a word of the lexicon to seg and has the scale weigh it: work out the
// logarithm of its share of the frequencies of all words. CalcToken would do that
// for every token that seg has, known or new, and with the total of the known words
// only; so the token is lent to the scale.
func (c *oddCutter) add(text string, word uint32) {
	at := len(c.seg.Dict.Tokens)
	c.seg.AddToken(text, float64(c.lex.frequency(word)), c.lex.tag(word))
	c.scale.Dict.Tokens = c.seg.Dict.Tokens[at:]
	c.scale.CalcToken()
	c.scale.Dict.Tokens = nil
}
