package segment

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// lexiconData is the simplified dictionary of gse, see its first lines.
//
//go:generate go run generate.go
//go:embed lexicon.bin
var lexiconData string

// lexicon is gse's simplified dictionary as gse loads it, ready for use where
// it lies in the binary. Behind its header lie
//
//	classes  12 bytes by class of words that are one to gse when it cuts: a uint32
//	         each for their frequency, their distance (the bits of a float32) and
//	         the index of their tag
//	words    a uint16 by word: its class
//	trie     from a word to its number
//
// Words are numbered by falling frequency, so that what texts are mostly made of
// lies close together.
type lexicon struct {
	trie           *Trie
	total          int      // sum of the frequencies of all words
	tags           []string // parts of speech
	classes, words string
}

const (
	classSize = 12
	wordSize  = 2
)

// openLexicon returns a view of data, as package lexgen wrote it.
func openLexicon(data string) (*lexicon, error) {
	header, body, ok := strings.Cut(data, "\n\n")
	if !ok {
		return nil, fmt.Errorf("lexicon: no header")
	}
	lex, words, classes := &lexicon{}, 0, 0
	for line := range strings.SplitSeq(header, "\n") {
		var err error
		switch key, value, _ := strings.Cut(line, ": "); key {
		case "frequency":
			lex.total, err = strconv.Atoi(value)
		case "words":
			words, err = strconv.Atoi(value)
		case "classes":
			classes, err = strconv.Atoi(value)
		case "tags":
			lex.tags = strings.Fields(value)
		}
		if err != nil {
			return nil, fmt.Errorf("lexicon: %q: %w", line, err)
		}
	}
	if lex.total <= 0 || len(lex.tags) == 0 {
		return nil, fmt.Errorf("lexicon: header without frequency or tags")
	}
	if words < 0 || classes < 0 || len(body)/classSize < classes || (len(body)-classSize*classes)/wordSize < words {
		return nil, fmt.Errorf("lexicon: cut short")
	}
	lex.classes, body = body[:classSize*classes], body[classSize*classes:]
	lex.words, body = body[:wordSize*words], body[wordSize*words:]
	var err error
	if lex.trie, err = OpenTrie(body); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return lex, nil
}

// class returns where the class of a word lies in classes.
func (l *lexicon) class(word uint32) int { return classSize * int(u16(l.words, wordSize*int(word))) }

// frequency returns how often gse counts a word.
func (l *lexicon) frequency(word uint32) uint32 { return u32(l.classes, l.class(word)) }

// distance returns how much longer a word makes the way through a sentence, of which
// gse takes the shortest.
func (l *lexicon) distance(word uint32) float32 {
	return math.Float32frombits(u32(l.classes, l.class(word)+4))
}

// tag returns the part of speech of a word.
func (l *lexicon) tag(word uint32) string { return l.tags[u32(l.classes, l.class(word)+8)] }

// lone returns what gse makes of the code point with an id that is an atom by itself.
func (l *lexicon) lone(id uint16) lone {
	out := lone{distance: unknownDistance, word: unknown, node: l.trie.root()}
	if !l.trie.step(&out.node, id) {
		out.node.base = math.MaxUint32 // leads nowhere
		return out
	}
	if word, ok := l.trie.value(out.node); ok {
		out.distance, out.word = l.distance(word), int32(word)
	}
	return out
}
