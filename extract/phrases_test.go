package extract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// phrases finds what a scan over all words finds, in whatever order they came.
func TestPhrases(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("增长到至年 ab同")), 1, 4, -1)
		words := rapid.SliceOfNDistinct(word, 0, 20, rapid.ID[string]).Draw(t, "words")
		p := new(phrases[int])
		for i, w := range words {
			if !p.add(w, i) {
				t.Fatalf("%q is said to be there twice", w)
			}
			if p.add(w, -1) {
				t.Fatalf("%q went in twice", w)
			}
		}
		text := rapid.StringOfN(rapid.RuneFrom([]rune("增长到至年 ab同")), 0, 8, -1).Draw(t, "text")
		wantPrefix, wantSuffix := "", ""
		for _, w := range words {
			if strings.HasPrefix(text, w) && len(w) > len(wantPrefix) {
				wantPrefix = w
			}
			if strings.HasSuffix(text, w) && len(w) > len(wantSuffix) {
				wantSuffix = w
			}
		}
		check := func(what, got, want string, value int, ok bool) {
			if got != want || ok != (want != "") || ok && words[value] != want {
				t.Fatalf("%s of %q: %q %d %v, want %q", what, text, got, value, ok, want)
			}
		}
		got, value, ok := p.prefix(text)
		check("prefix", got, wantPrefix, value, ok)
		got, value, ok = p.suffix(text)
		check("suffix", got, wantSuffix, value, ok)
		if utf8.RuneCountInString(text) == 0 && ok {
			t.Fatal("the empty text ends in a word")
		}
	})
}
