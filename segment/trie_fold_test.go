package segment

import (
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

func TestTriePrefixesFold(t *testing.T) {
	data, err := BuildTrie([]string{"a", "ab", "b中"}, []uint32{1, 2, 3})
	if err != nil {
		t.Fatal(err)
	}
	trie, err := OpenTrie(string(data))
	if err != nil {
		t.Fatal(err)
	}
	wide := func(r rune) rune { // ａ to a
		if r >= 'ａ' && r <= 'ｚ' {
			r -= 'ａ' - 'a'
		}
		return unicode.ToLower(r)
	}
	type hit struct {
		End   int
		Value uint32
	}
	for text, want := range map[string][]hit{
		"abc":    {{1, 1}, {2, 2}},
		"ａＢ中":    {{3, 1}},
		"ａｂ中":    {{3, 1}, {6, 2}},
		"Ab":     {{1, 1}, {2, 2}},
		"ｂ中中":    {{6, 3}},
		"":       nil,
		"\xffab": nil,
		"a\xff":  {{1, 1}},
	} {
		var got []hit
		trie.PrefixesFold(text, wide, func(end int, value uint32) bool {
			got = append(got, hit{end, value})
			return true
		})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("PrefixesFold(%q) (-want +got):\n%s", text, diff)
		}
	}
}
