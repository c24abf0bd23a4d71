package segment

import (
	"strings"
	"testing"
)

func TestOpenLexiconErrors(t *testing.T) {
	trie, err := BuildTrie([]string{"园区"}, []uint32{7})
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]string{
		"":                                   "no header",
		"frequency: 9\ntags: n":              "no header",
		"tags: n\n\n" + string(trie):         "without frequency",
		"frequency: 9\n\n" + string(trie):    "without frequency or tags",
		"frequency: nine\ntags: n\n\n":       `"frequency: nine"`,
		"frequency: 9\ntags: n\n\nrubbish":   "not a trie",
		lexiconData[:len(lexiconData)-1]:     "not a trie",
		lexiconData[:len(lexiconData)/2]:     "not a trie",
		strings.Repeat("\n", trieHeaderSize): "without frequency",
	}
	for data, want := range tests {
		if _, err := openLexicon(data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("openLexicon(%.40q): error %v, want one with %q", data, err, want)
		}
	}
}

func TestOpenLexiconDoesLittle(t *testing.T) {
	allocs := testing.AllocsPerRun(10, func() {
		if _, err := openLexicon(lexiconData); err != nil {
			t.Fatal(err)
		}
	})
	if allocs > 10 {
		t.Errorf("%v allocations to open the lexicon, want a handful", allocs)
	}
}

func BenchmarkNewCutter(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := NewCutter(); err != nil {
			b.Fatal(err)
		}
	}
}
