package segment

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func openTrie(t testing.TB, words []string, values []uint32) *Trie {
	t.Helper()
	data, err := BuildTrie(words, values)
	if err != nil {
		t.Fatal(err)
	}
	trie, err := OpenTrie(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return trie
}

// prefixes lists what trie finds at the start of text.
func prefixes(trie *Trie, text string) map[string]uint32 {
	found := map[string]uint32{}
	trie.Prefixes(text, func(end int, value uint32) bool {
		found[text[:end]] = value
		return true
	})
	return found
}

func TestTriePrefixes(t *testing.T) {
	words := []string{"3m", "a", "中", "中关村", "中关村科技园", "关村", "国", "𠮷", "𠮷野家", "\uFFFD"}
	slices.Sort(words)
	values := make([]uint32, len(words))
	for i, w := range words {
		values[i] = uint32(len(w)) << 20
	}
	trie := openTrie(t, words, values)
	if trie.Len() != len(words) {
		t.Errorf("Len() = %d, want %d", trie.Len(), len(words))
	}
	tests := map[string][]string{
		"":            nil,
		"中":           {"中"},
		"中关":          {"中"},
		"中关村科技园区":     {"中", "中关村", "中关村科技园"},
		"关村科":         {"关村"},
		"国\x00":       {"国"},
		"𠮷野家":         {"𠮷", "𠮷野家"},
		"3m":          {"3m"},
		"ab":          {"a"},
		"村":           nil,
		"\xe4\xb8":    nil,
		"\xff":        nil, // an invalid byte is not U+FFFD
		"\uFFFD中":     {"\uFFFD"},
		"中关村\xe7\xa7": {"中", "中关村"},
	}
	for text, words := range tests {
		want := map[string]uint32{}
		for _, w := range words {
			want[w] = uint32(len(w)) << 20
		}
		if diff := cmp.Diff(want, prefixes(trie, text)); diff != "" {
			t.Errorf("Prefixes(%q) (-want +got):\n%s", text, diff)
		}
	}
}

func TestTriePrefixesStops(t *testing.T) {
	trie := openTrie(t, []string{"a", "ab", "abc"}, []uint32{1, 2, 3})
	calls := 0
	trie.Prefixes("abc", func(end int, value uint32) bool {
		calls++
		return value < 2
	})
	if calls != 2 {
		t.Errorf("yield was called %d times, want 2", calls)
	}
}

func TestTrieGet(t *testing.T) {
	trie := openTrie(t, []string{"园", "园区"}, []uint32{7, 1 << 31})
	for word, want := range map[string]uint32{"园": 7, "园区": 1 << 31} {
		if got, ok := trie.Get(word); !ok || got != want {
			t.Errorf("Get(%q) = %d, %t, want %d", word, got, ok, want)
		}
	}
	for _, word := range []string{"", "区", "园区的", "园\xe5"} {
		if got, ok := trie.Get(word); ok {
			t.Errorf("Get(%q) = %d, want none", word, got)
		}
	}
}

func TestBuildTrieEmpty(t *testing.T) {
	if trie := openTrie(t, nil, nil); len(prefixes(trie, "中")) > 0 {
		t.Error("an empty trie finds words")
	}
}

func TestBuildTrieErrors(t *testing.T) {
	tests := []struct {
		words []string
		want  string
	}{
		{[]string{"b", "a"}, `"a" is not sorted after "b"`},
		{[]string{"a", "a"}, `"a" is not sorted after "a"`},
		{[]string{""}, "a word is empty"},
		{[]string{"\xe4\xb8"}, "not valid UTF-8"},
	}
	for _, tt := range tests {
		_, err := BuildTrie(tt.words, make([]uint32, len(tt.words)))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("BuildTrie(%q): error %v, want one with %q", tt.words, err, tt.want)
		}
	}
	if _, err := BuildTrie([]string{"a"}, nil); err == nil {
		t.Error("BuildTrie takes a word without value")
	}
}

// A trie finds exactly what a map holds.
func TestTrieIsMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SampledFrom([]rune("aA1é中国高新区\u0000𠮷𠮸\uFFFD"))
		held := rapid.MapOf(rapid.StringOfN(runes, 1, 6, -1), rapid.Uint32()).Draw(t, "held")
		words := make([]string, 0, len(held))
		for w := range held {
			words = append(words, w)
		}
		slices.Sort(words)
		values := make([]uint32, len(words))
		for i, w := range words {
			values[i] = held[w]
		}
		data, err := BuildTrie(words, values)
		if err != nil {
			t.Fatal(err)
		}
		trie, err := OpenTrie(string(data))
		if err != nil {
			t.Fatal(err)
		}
		for w, v := range held {
			if got, ok := trie.Get(w); !ok || got != v {
				t.Fatalf("Get(%q) = %d, %t, want %d", w, got, ok, v)
			}
		}
		text := rapid.StringOfN(runes, 0, 8, -1).Draw(t, "text")
		want := map[string]uint32{}
		for end := range len(text) + 1 {
			if v, ok := held[text[:end]]; ok {
				want[text[:end]] = v
			}
		}
		if diff := cmp.Diff(want, prefixes(trie, text)); diff != "" {
			t.Fatalf("Prefixes(%q) (-want +got):\n%s", text, diff)
		}
	})
}

func TestOpenTrieRefusesCut(t *testing.T) {
	data, err := BuildTrie([]string{"高新区", "高新技术"}, []uint32{1, 2})
	if err != nil {
		t.Fatal(err)
	}
	for n := range data {
		if _, err := OpenTrie(string(data[:n])); err == nil {
			t.Fatalf("OpenTrie takes the first %d of %d bytes", n, len(data))
		}
	}
	if _, err := OpenTrie(string(data) + "x"); err == nil {
		t.Error("OpenTrie takes a byte too many")
	}
}

func TestTrieDoesNotAllocate(t *testing.T) {
	trie := openTrie(t, []string{"高", "高新", "高新区"}, []uint32{1, 2, 3})
	sum := uint32(0)
	allocs := testing.AllocsPerRun(10, func() {
		trie.Prefixes("高新区管委会", func(_ int, v uint32) bool { sum += v; return true })
		trie.Get("高新区")
	})
	if allocs > 0 {
		t.Errorf("%v allocations, want none", allocs)
	}
}

// Whatever the bytes, a trie opens or does not; lookups never panic.
func FuzzTrie(f *testing.F) {
	data, err := BuildTrie([]string{"a", "ab", "中", "中关村", "𠮷"}, []uint32{1, 2, 3, 4, 5})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(100), byte(0), "中关村")
	f.Fuzz(func(t *testing.T, at uint32, value byte, text string) {
		damaged := bytes.Clone(data)
		for i := range 8 { // a record's worth of damage
			damaged[(int(at)+i*37)%len(damaged)] = value + byte(i)
		}
		trie, err := OpenTrie(string(damaged))
		if err != nil {
			return
		}
		for _, s := range []string{text, "ab", "中关村", "𠮷"} {
			prefixes(trie, s)
		}
	})
}

func BenchmarkTriePrefixes(b *testing.B) {
	var words []string
	for i := range 50000 {
		words = append(words, fmt.Sprintf("%c%c%c", 0x4e00+i%5000, 0x4e00+i*7%5000, 0x4e00+i*13%5000))
	}
	slices.Sort(words)
	words = slices.Compact(words)
	trie := openTrie(b, words, make([]uint32, len(words)))
	text := strings.Join(words[:1000], "")
	b.SetBytes(int64(len(text)))
	n := 0
	for b.Loop() {
		for i := 0; i < len(text); i += 3 {
			trie.Prefixes(text[i:], func(int, uint32) bool { n++; return true })
		}
	}
}
