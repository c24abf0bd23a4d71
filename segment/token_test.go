package segment_test

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/go-ego/gse"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"newsift/segment"
	"newsift/segment/internal/lexgen"
)

// wholeGse is gse with its whole dictionary, what every cut must equal.
var wholeGse = sync.OnceValues(lexgen.Load)

func loadGse(t testing.TB) *gse.Segmenter {
	t.Helper()
	seg, err := wholeGse()
	if err != nil {
		t.Fatal(err)
	}
	return seg
}

func newCutter(t testing.TB) *segment.Cutter {
	t.Helper()
	c, err := segment.NewCutter()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// cutAll cuts the whole of text. The tokens have no numbers, as those of gse.
func cutAll(c *segment.Cutter, text string) []segment.Token {
	return unnumbered(c.Cut(nil, text, segment.Span{End: len(text)}))
}

func unnumbered(tokens []segment.Token) []segment.Token {
	for i := range tokens {
		tokens[i].Word = 0
	}
	return tokens
}

// gseTokens are the tokens that gse cuts.
func gseTokens(seg *gse.Segmenter, text string) []segment.Token {
	var tokens []segment.Token
	for _, s := range seg.Segment([]byte(text)) {
		tokens = append(tokens, segment.Token{
			Span: segment.Span{Start: s.Start(), End: s.End()},
			POS:  s.Token().Pos(),
		})
	}
	return tokens
}

func readText(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

const pageFile = "../testdata/hitech-page.txt"

// textFile returns the file that NEWSIFT_SEGMENT_TEXT names: a text to cut line
// by line, in tests and benchmarks that otherwise are skipped.
func textFile(t testing.TB) string {
	t.Helper()
	name := os.Getenv("NEWSIFT_SEGMENT_TEXT")
	if name == "" {
		t.Skip("NEWSIFT_SEGMENT_TEXT names no file to cut")
	}
	return name
}

func TestCut(t *testing.T) {
	c := newCutter(t)
	tests := []struct{ text, want string }{
		{"", ""},
		{"北京大学的学生", "北京大学/nt 的/uj 学生/n"},
		{"买了T恤和3D打印机", "买/v 了/ul T恤/n 和/c 3D/x 打印机/n"},
		{"36.5%", "36/x ./x 5/x %/x"},
	}
	for _, tt := range tests {
		var got []string
		for _, token := range cutAll(c, tt.text) {
			got = append(got, tt.text[token.Start:token.End]+"/"+token.POS)
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("Cut(%q) = %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestCutIsGseOnPage(t *testing.T) {
	testCutIsGse(t, readText(t, pageFile))
}

func TestCutIsGseOnNamedText(t *testing.T) {
	testCutIsGse(t, readText(t, textFile(t)))
}

// testCutIsGse cuts the lines of text with one Cutter, and the whole with another.
func testCutIsGse(t *testing.T, text string) {
	seg, c := loadGse(t), newCutter(t)
	for line := range strings.SplitSeq(text, "\n") {
		want, got := gseTokens(seg, line), cutAll(c, line)
		if !slices.Equal(want, got) {
			t.Errorf("%q (-gse +Cut):\n%s", line, cmp.Diff(want, got))
		}
	}
	if !slices.Equal(gseTokens(seg, text), cutAll(newCutter(t), text)) {
		t.Error("the text cut as one is not as gse cuts it")
	}
}

// Whatever is put together, with a Cutter fresh or used, the cut is gse's.
func TestCutIsGse(t *testing.T) {
	seg, used := loadGse(t), newCutter(t)
	words := seg.Dict.Tokens
	word := rapid.Custom(func(t *rapid.T) string {
		return words[rapid.IntRange(0, len(words)-1).Draw(t, "word")].Text()
	})
	piece := rapid.OneOf(
		word,
		word,
		rapid.Map(word, strings.ToUpper),
		rapid.Map(word, func(w string) string { return w[:len(w)/2] }), // often not valid UTF-8
		rapid.SampledFrom([]string{
			"，", "。", "“", "”", "·", "—", "、", "(", "\"", " ", "\u3000", "\n", "\t", "\x00", "\xff",
			"\uFFFD", "\uE000", "😀", "👩‍🔬", "é", "ß", "Я", "Ω", "²", "½", "№", "e\u0301",
			"３", "Ａ", "ｂ", "％", "１９", "〇", "𠮷", "𩽾", "あ", "カ", "한", "㎡", "亖",
			"T", "AT&T", "c++", "5G", "Covid-19", "MPa", "r&d",
		}),
		rapid.StringMatching(`[0-9]{1,6}(\.[0-9]{1,2})?[%万亿年月日家]?`),
		rapid.StringMatching(`[A-Za-z]{1,12}`),
		rapid.StringMatching(`[\x{4E00}-\x{9FFF}]{1,4}`),
		rapid.String(),
	)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 30).Draw(t, "pieces"), "")
		c := used
		if rapid.Bool().Draw(t, "fresh") {
			var err error
			if c, err = segment.NewCutter(); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(gseTokens(seg, text), cutAll(c, text)); diff != "" {
			t.Fatalf("%q (-gse +Cut):\n%s", text, diff)
		}
	})
}

func TestCutSpan(t *testing.T) {
	c := newCutter(t)
	text := "高新区管委会主任。研究院共有研究员300名"
	start := strings.Index(text, "会主任") // cuts a word in two
	end := strings.Index(text, "名")
	want := cutAll(newCutter(t), text[start:end])
	for i := range want {
		want[i].Start += start
		want[i].End += start
	}
	first := segment.Token{POS: "kept"}
	got := unnumbered(c.Cut([]segment.Token{first}, text, segment.Span{Start: start, End: end}))
	if diff := cmp.Diff(append([]segment.Token{first}, want...), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Two tokens of the same number are alike.
func TestTokenWord(t *testing.T) {
	c := newCutter(t)
	seen := map[int]string{}
	numbered := 0
	for _, text := range []string{readText(t, pageFile), "T恤和t恤，3D、3d；Ａ与a，A。中\xff国é高新区", "高新区\x00"} {
		for _, token := range c.Cut(nil, text, segment.Span{End: len(text)}) {
			if token.Word == 0 {
				continue
			}
			numbered++
			is := text[token.Start:token.End] + "/" + token.POS
			if was := seen[token.Word]; was != "" && was != is {
				t.Errorf("%s and %s are both number %d", was, is, token.Word)
			}
			seen[token.Word] = is
		}
	}
	if numbered < 1000 {
		t.Errorf("%d tokens have numbers", numbered)
	}
}

// A long text is in no way special.
func TestCutLong(t *testing.T) {
	c := newCutter(t)
	for _, s := range []string{"a", "中", "，", "\x00", "\xe4", "７", "😀", "高新区a"} {
		text := strings.Repeat(s, 50_000)
		checkTiles(t, text, cutAll(c, text))
	}
}

func TestCuttersAtOnce(t *testing.T) {
	text := readText(t, pageFile)
	want := cutAll(newCutter(t), text)
	var group sync.WaitGroup
	for range 4 {
		c := newCutter(t)
		group.Go(func() {
			if diff := cmp.Diff(want, cutAll(c, text)); diff != "" {
				t.Errorf("(-alone +at once):\n%s", diff)
			}
		})
	}
	group.Wait()
}

// checkTiles checks that tokens cover text without gap or overlap.
func checkTiles(t *testing.T, text string, tokens []segment.Token) {
	t.Helper()
	at := 0
	for _, token := range tokens {
		if token.Start != at || token.End <= at || token.POS == "" {
			t.Fatalf("token %+v after %d", token, at)
		}
		at = token.End
	}
	if at != len(text) {
		t.Fatalf("the tokens end at %d of %d bytes", at, len(text))
	}
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"威海高新区19.42亿元", "AT&T的T恤", "中\x00国\xff\xe4\xb8", "👩‍🔬 ３Ａ\u3000é"} {
		f.Add(s, 0, len(s))
	}
	c, err := segment.NewCutter()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if start < 0 || start > end || end > len(text) {
			return
		}
		tokens := c.Cut(nil, text, segment.Span{Start: start, End: end})
		for i := range tokens {
			tokens[i].Start -= start
			tokens[i].End -= start
		}
		checkTiles(t, text[start:end], tokens)
	})
}

// cutLines cuts text line by line.
func cutLines(c *segment.Cutter, dst []segment.Token, text string) []segment.Token {
	for line := range strings.SplitSeq(text, "\n") {
		dst = c.Cut(dst[:0], line, segment.Span{End: len(line)})
	}
	return dst
}

// BenchmarkCutPage cuts one page, cold with a new Cutter each time, warm with one
// that has met every word.
func BenchmarkCutPage(b *testing.B) {
	text := readText(b, pageFile)
	b.Run("cold", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			cutLines(newCutter(b), nil, text)
		}
	})
	b.Run("warm", func(b *testing.B) {
		c := newCutter(b)
		dst := cutLines(c, nil, text)
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			dst = cutLines(c, dst, text)
		}
	})
}

// BenchmarkCutNamedText cuts the text of NEWSIFT_SEGMENT_TEXT from a cold start,
// beside gse that has its whole dictionary loaded before the clock starts.
func BenchmarkCutNamedText(b *testing.B) {
	text := readText(b, textFile(b))
	b.Run("Cutter", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			cutLines(newCutter(b), nil, text)
		}
	})
	b.Run("gse", func(b *testing.B) {
		seg := loadGse(b)
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			for line := range strings.SplitSeq(text, "\n") {
				gseTokens(seg, line)
			}
		}
	})
}
