// Package lexgen turns the dictionary of gse into the lexicon that package
// segment embeds. It is no part of the program: it asks gse itself what it
// loads, and so would carry all of gse's dictionaries into the binary.
package lexgen

import (
	"bytes"
	"cmp"
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
// with an empty line, then a trie that gives for each word its frequency times
// the number of part-of-speech tags, plus the index of its tag. Version is
// gse's; the same input gives the same bytes.
func Build(dict *gse.Dictionary, version string) ([]byte, error) {
	tokens := slices.Clone(dict.Tokens)
	slices.SortFunc(tokens, func(a, b gse.Token) int { return cmp.Compare(a.Text(), b.Text()) })
	tags, err := tags(tokens)
	if err != nil {
		return nil, err
	}
	words := make([]string, len(tokens))
	values := make([]uint32, len(tokens))
	for i := range tokens {
		tag, _ := slices.BinarySearch(tags, tokens[i].Pos())
		value := tokens[i].Freq()*float64(len(tags)) + float64(tag)
		if value != math.Trunc(value) || value > math.MaxUint32 {
			return nil, fmt.Errorf("word %q: frequency %v does not fit the lexicon", tokens[i].Text(), tokens[i].Freq())
		}
		words[i], values[i] = tokens[i].Text(), uint32(value)
	}
	trie, err := segment.BuildTrie(words, values)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "name: simplified Chinese words with frequency and part of speech\n")
	fmt.Fprintf(&out, "source: %s %s data/dict/zh/s_1.txt\n", gseModule, version)
	fmt.Fprintf(&out, "licence: Apache-2.0\n")
	fmt.Fprintf(&out, "words: %d\n", len(words))
	fmt.Fprintf(&out, "frequency: %.0f\n", dict.TotalFreq())
	fmt.Fprintf(&out, "tags: %s\n\n", strings.Join(tags, " "))
	out.Write(trie)
	return out.Bytes(), nil
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
