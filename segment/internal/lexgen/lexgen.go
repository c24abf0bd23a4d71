// Package lexgen turns the dictionary of gse into the lexicon that package
// segment embeds. It is no part of the program: it asks gse itself what it
// loads, and so would carry all of gse's dictionaries into the binary.
package lexgen

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"os/exec"
	"slices"
	"strings"

	"github.com/go-ego/gse"

	"newsift/segment"
)

const gseModule = "github.com/go-ego/gse"

// Version returns the version of gse in go.mod.
func Version() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", gseModule).Output()
	if err != nil {
		return "", fmt.Errorf("go list -m %s: %w", gseModule, err)
	}
	return strings.TrimSpace(string(out)), nil
}

// Load returns gse with its whole simplified dictionary, the reference for the
// lexicon and for every cut. It takes seconds and some 300 MB.
func Load() (*gse.Segmenter, error) {
	seg := &gse.Segmenter{NotLoadHMM: true, SkipLog: true}
	if err := seg.LoadDictEmbed("zh_s"); err != nil {
		return nil, err
	}
	return seg, nil
}

// Build returns the lexicon of dict: a header of lines "key: value" that ends
// with an empty line, then the parts that package segment documents. Version is
// gse's; the same input gives the same bytes.
func Build(dict *gse.Dictionary, version string) ([]byte, error) {
	tokens := slices.Clone(dict.Tokens)
	tags, err := tags(tokens)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(tokens, func(a, b gse.Token) int {
		return cmp.Or(cmp.Compare(b.Freq(), a.Freq()), cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(a.Text(), b.Text()))
	})
	var classes, words []byte
	n := 0
	for i := range tokens {
		t := &tokens[i]
		if t.Freq() != math.Trunc(t.Freq()) || t.Freq() > math.MaxUint32 {
			return nil, fmt.Errorf("word %q: frequency %v does not fit the lexicon", t.Text(), t.Freq())
		}
		if i == 0 || t.Freq() != tokens[i-1].Freq() || t.Pos() != tokens[i-1].Pos() {
			n++
			tag, _ := slices.BinarySearch(tags, t.Pos())
			classes = binary.LittleEndian.AppendUint32(classes, uint32(t.Freq()))
			classes = binary.LittleEndian.AppendUint32(classes, math.Float32bits(distance(dict.TotalFreq(), t.Freq())))
			classes = binary.LittleEndian.AppendUint32(classes, uint32(tag))
		}
		words = binary.LittleEndian.AppendUint16(words, uint16(n-1))
	}
	if n > 1<<16 {
		return nil, fmt.Errorf("%d classes of words do not fit the lexicon", n)
	}
	trie, err := trie(tokens)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "name: simplified Chinese words with frequency and part of speech\n")
	fmt.Fprintf(&out, "source: %s %s data/dict/zh/s_1.txt\n", gseModule, version)
	fmt.Fprintf(&out, "licence: Apache-2.0\n")
	fmt.Fprintf(&out, "words: %d\n", len(tokens))
	fmt.Fprintf(&out, "classes: %d\n", n)
	fmt.Fprintf(&out, "frequency: %.0f\n", dict.TotalFreq())
	fmt.Fprintf(&out, "tags: %s\n\n", strings.Join(tags, " "))
	for _, part := range [][]byte{classes, words, trie} {
		out.Write(part)
	}
	return out.Bytes(), nil
}

// distance is what CalcToken of gse makes of the frequencies of all words and of
// one: the logarithm of its share, rounded as it rounds.
func distance(total, frequency float64) float32 {
	return float32(math.Log2(total)) - float32(math.Log2(frequency))
}

// trie returns the trie from the words to their numbers.
func trie(tokens []gse.Token) ([]byte, error) {
	type numbered struct {
		word   string
		number uint32
	}
	all := make([]numbered, len(tokens))
	for i := range tokens {
		all[i] = numbered{tokens[i].Text(), uint32(i)}
	}
	slices.SortFunc(all, func(a, b numbered) int { return cmp.Compare(a.word, b.word) })
	words, numbers := make([]string, len(all)), make([]uint32, len(all))
	for i, n := range all {
		words[i], numbers[i] = n.word, n.number
	}
	return segment.BuildTrie(words, numbers)
}

// tags returns the parts of speech in tokens, sorted.
func tags(tokens []gse.Token) ([]string, error) {
	seen := map[string]bool{}
	var tags []string
	for i := range tokens {
		tag := tokens[i].Pos()
		if tag == "" || strings.ContainsAny(tag, " \n") {
			return nil, fmt.Errorf("word %q: tag %q does not fit the lexicon", tokens[i].Text(), tag)
		}
		if !seen[tag] {
			seen[tag] = true
			tags = append(tags, tag)
		}
	}
	slices.Sort(tags)
	return tags, nil
}
