package segment

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// lexiconData is the simplified dictionary of gse, see its first lines.
//
//go:generate go run generate.go
//go:embed lexicon.bin
var lexiconData string

// lexicon is gse's simplified dictionary as gse loads it, ready for use where
// it lies in the binary.
type lexicon struct {
	trie  *Trie
	total int      // sum of the frequencies of all words
	tags  []string // parts of speech
}

// openLexicon returns a view of data, as package lexgen wrote it.
func openLexicon(data string) (*lexicon, error) {
	header, body, ok := strings.Cut(data, "\n\n")
	if !ok {
		return nil, fmt.Errorf("lexicon: no header")
	}
	lex := &lexicon{}
	for line := range strings.SplitSeq(header, "\n") {
		var err error
		switch key, value, _ := strings.Cut(line, ": "); key {
		case "frequency":
			lex.total, err = strconv.Atoi(value)
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
	var err error
	if lex.trie, err = OpenTrie(body); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return lex, nil
}

// entry returns what the trie's value of a word says.
func (l *lexicon) entry(value uint32) (frequency int, tag string) {
	return int(value) / len(l.tags), l.tags[int(value)%len(l.tags)]
}
