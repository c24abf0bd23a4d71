package extract

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"newsift/extract/internal/names"
)

func openTestGazetteer(t testing.TB) *gazetteer {
	t.Helper()
	g, err := openGazetteer(nil)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// lookup returns the entries whose name is the whole of text.
func lookup(g *gazetteer, text string) []name {
	var found []name
	g.prefixes(text, func(end int, id nameID) bool {
		if end == len(text) {
			found = append(found, g.name(id))
		}
		return true
	})
	return found
}

func TestGazetteerNames(t *testing.T) {
	g := openTestGazetteer(t)
	for _, tt := range []struct {
		text, full, typ, subtype string
		guarded                  bool
	}{
		{"西安高新区", "西安高新技术产业开发区", "park", "high_tech_zone", false},
		{"北京亦庄", "北京经济技术开发区", "park", "economic_zone", true},
		{"上海自贸区", "中国(上海)自由贸易试验区", "park", "free_trade_zone", false},
		{"中国(上海)自由贸易试验区", "中国(上海)自由贸易试验区", "park", "free_trade_zone", false},
		{"中国（上海）自由贸易试验区", "中国(上海)自由贸易试验区", "park", "free_trade_zone", false},
		{"浦东新区", "上海浦东新区", "park", "new_area", false},
		{"腾讯", "深圳市腾讯计算机系统有限公司", "company", "short", false},
		{"TCL科技", "TCL科技集团股份有限公司", "company", "short", false},
		{"ＴＣＬ科技", "TCL科技集团股份有限公司", "company", "short", false},
		{"农产品", "深圳市农产品集团股份有限公司", "company", "short", true},
		{"招商银行", "招商银行股份有限公司", "company", "bank", false},
		{"科技部", "中华人民共和国科学技术部", "institution", "government", false},
		{"哈工大", "哈尔滨工业大学", "institution", "university", false},
		{"中科院", "中国科学院", "institution", "research", false},
		{"新华社", "新华通讯社", "institution", "media", false},
		{"威海", "威海市", names.Place, "city", false},
		{"山东省", "山东省", names.Place, "province", false},
		{"龙头企业", "龙头企业", names.None, "", false},
	} {
		got := lookup(g, tt.text)
		want := name{names.Fold(tt.text), tt.full, tt.typ, tt.subtype, tt.guarded, ""}
		for i := range got {
			got[i].rule = ""
		}
		if !slices.Contains(got, want) {
			t.Errorf("%q: got %+v, want %+v", tt.text, got, want)
		}
	}
	for _, text := range []string{"tcl科技", "园区", "该校", "公司", "高新区"} {
		for _, n := range lookup(g, text) {
			if n.typ != names.None {
				t.Errorf("%q is a name: %+v", text, n)
			}
		}
	}
}

// A text may hold several names that begin at one place, and one name may have
// several meanings.
func TestGazetteerPrefixes(t *testing.T) {
	g := openTestGazetteer(t)
	var ends []string
	text := "中国科学院大学举行典礼"
	g.prefixes(text, func(end int, id nameID) bool {
		ends = append(ends, text[:end])
		return true
	})
	if want := []string{"中国科学院", "中国科学院大学"}; !slices.Equal(ends, want) {
		t.Errorf("prefixes of %q: %q, want %q", text, ends, want)
	}
	if got := lookup(g, "东大"); len(got) < 2 {
		t.Errorf("东大 has the meanings %+v, want several", got)
	}
	calls := 0
	g.prefixes(text, func(int, nameID) bool { calls++; return false })
	allocs := testing.AllocsPerRun(100, func() {
		g.prefixes(text, func(int, nameID) bool { return true })
	})
	if allocs != 0 {
		t.Errorf("prefixes allocates %v times", allocs)
	}
	if calls != 1 {
		t.Errorf("prefixes went on %d times after it was stopped", calls-1)
	}
}

// Every entry of every dictionary is found by its name, with the rule that
// leads back to its line.
func TestGazetteerFindsAll(t *testing.T) {
	g := openTestGazetteer(t)
	for i, f := range g.index.Files {
		text := readDictionary(t, f.Path)
		entries, err := names.Parse(f.Path, text)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(text, "\n")
		for _, e := range entries {
			if line := g.line(i, e.Offset); line != lines[e.Line-1] {
				t.Fatalf("%s:%d: read %q, want %q", f.Path, e.Line, line, lines[e.Line-1])
			}
			full := e.Full
			if full == "" {
				full = e.Name
			}
			found := slices.ContainsFunc(lookup(g, e.Name), func(n name) bool {
				return n.full == full && n.typ == e.Kind.Type && n.subtype == e.Kind.Subtype && n.guarded == e.Guarded
			})
			if !found {
				t.Errorf("%s:%d: %q is not found", f.Path, e.Line, e.Name)
			}
		}
	}
}

func TestNameIndexIsFresh(t *testing.T) {
	want, err := names.Build(os.DirFS("rules"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, []byte(nameIndex)) {
		t.Error("rules/names.idx was not made of the dictionaries as they are: run go generate ./...")
	}
}

// TestNameFiles holds the dictionaries to their style: a head that says what
// they are and of when, and names in byte order.
func TestNameFiles(t *testing.T) {
	for _, f := range openTestGazetteer(t).index.Files {
		text := readDictionary(t, f.Path)
		head, _, ok := strings.Cut(text, "\n@type ")
		for _, key := range []string{"\n# source: ", "\n# date: 20"} {
			if !ok || !strings.HasPrefix(head, "# ") || !strings.Contains(head, key) {
				t.Errorf("%s:1: the head lacks %q before @type", f.Path, strings.TrimSpace(key))
			}
		}
		entries, err := names.Parse(f.Path, text)
		if err != nil {
			t.Error(err)
		}
		for i := 1; i < len(entries); i++ {
			if a, b := entries[i-1].Name, entries[i].Name; b < a {
				t.Errorf("%s:%d: %q must stand before %q", f.Path, entries[i].Line, b, a)
			}
		}
	}
}

// Words that any article may hold must not be taken for names out of hand.
func TestEverydayWordsAreGuarded(t *testing.T) {
	g := openTestGazetteer(t)
	data, err := os.ReadFile("testdata/everyday.txt")
	if err != nil {
		t.Fatal(err)
	}
	for word := range strings.FieldsSeq(string(data)) {
		for _, n := range lookup(g, word) {
			if n.typ != names.None && !n.guarded {
				t.Errorf("%s: %q is an everyday word: it needs the guard context", n.rule, word)
			}
		}
	}
}

func readDictionary(t *testing.T, path string) string {
	t.Helper()
	data, err := nameFiles.ReadFile("rules/" + path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func FuzzGazetteerPrefixes(f *testing.F) {
	g := openTestGazetteer(f)
	f.Add("中国（上海）自由贸易试验区")
	f.Add("ＴＣＬ\xff")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		g.prefixes(text, func(end int, id nameID) bool {
			if end < last || end > len(text) || names.Fold(text[:end]) != g.name(id).text {
				t.Errorf("%q: %q ends at %d", text, g.name(id).text, end)
			}
			last = end
			return true
		})
	})
}

func BenchmarkOpenGazetteer(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := openGazetteer(nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGazetteerPrefixes looks up names at every character.
func BenchmarkGazetteerPrefixes(b *testing.B) {
	g := openTestGazetteer(b)
	data, err := os.ReadFile("../testdata/hitech-page.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := string(data)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for i := 0; i < len(text); {
			g.prefixes(text[i:], func(int, nameID) bool { return true })
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		}
	}
}

func BenchmarkGazetteerName(b *testing.B) {
	g := openTestGazetteer(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		g.name(nameID(i % g.index.Len()))
	}
}
