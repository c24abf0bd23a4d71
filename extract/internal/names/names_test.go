package names

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	text := "# Parks.\n# source: a list\n# date: 2026-07\n@type park high_tech_zone\n" +
		"青山高新区\t青山高新技术产业开发区\n" +
		"\n" +
		"青谷\t青山高新技术产业开发区\tcontext\n" +
		"青山园区公司\t\t\tcompany short\n"
	got, err := Parse("p.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	zone := Kind{"park", "high_tech_zone"}
	want := []Entry{
		{Name: "青山高新区", Full: "青山高新技术产业开发区", Kind: zone, Line: 5},
		{Name: "青谷", Full: "青山高新技术产业开发区", Kind: zone, Guarded: true, Line: 7},
		{Name: "青山园区公司", Kind: Kind{"company", "short"}, Line: 8},
	}
	for i := range want {
		want[i].Offset = strings.Index(text, want[i].Name+"\t")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Parse (-want +got):\n%s", diff)
	}
}

func TestParseFaults(t *testing.T) {
	const head = "@type park other\n"
	for _, tt := range []struct{ text, want string }{
		{"青山园区\n", `f.txt:1: "青山园区" has no type: there is no @type line above it`},
		{"@type park garden\n", `f.txt:1: "park garden" is no type and subtype, such as park, company full or institution university`},
		{"@kind park other\n", `f.txt:1: "@kind park other" is not a line such as @type company short`},
		{head + "园\n", `f.txt:2: "园" is too short for a name`},
		{head + "青山园区\t\n", `f.txt:2: want name, full name, guard and type, separated by tabs, without empty ones at the end`},
		{head + "青山园区\ta1\tcontext\tpark other\tb\n", `f.txt:2: want name, full name, guard and type, separated by tabs, without empty ones at the end`},
		{head + "青山园区\t\tperhaps\n", `f.txt:2: guard is "perhaps", want context or nothing`},
		{head + "青山园区\t青山园区\n", `f.txt:2: "青山园区" is its own full name: leave that empty`},
		{head + "青山（北）园区\n", `f.txt:2: "青山（北）园区" must be written "青山(北)园区"`},
		{head + " 青山园区\n", `f.txt:2: " 青山园区" has white space at an end`},
		{head + "青山\x01园区\n", `f.txt:2: "青山\x01园区" holds a control or broken character`},
		{head + "青山\xff园区\n", `f.txt:2: "青山\xff园区" holds a control or broken character`},
		{head + "青山园区\r\n", `f.txt:2: "青山园区\r" has white space at an end`},
		{head + "青山园区\n青山园区\n", `f.txt:3: "青山园区" already defined at f.txt:2`},
		{head + "园\n\n区\n", "f.txt:2: \"园\" is too short for a name\nf.txt:4: \"区\" is too short for a name"},
	} {
		_, err := Parse("f.txt", tt.text)
		if err == nil || err.Error() != tt.want {
			t.Errorf("Parse(%q)\n got %v\nwant %s", tt.text, err, tt.want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"青山（北）园区":  "青山(北)园区",
		"ＴＣＬ３６０":   "TCL360",
		"中国—东盟":    "中国-东盟",
		"约翰・迪尔":    "约翰·迪尔",
		"A\u3000B": "A B",
		"、。《》“”":   "、。《》“”",
		"tcl":      "tcl",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestBuildIndexContradictions(t *testing.T) {
	park, firm := Kind{"park", "other"}, Kind{"company", "short"}
	for _, tt := range []struct {
		a, b Entry
		want string
	}{
		{
			Entry{Name: "青谷", Kind: park, Line: 1}, Entry{Name: "青谷", Kind: firm, Line: 2},
			`b.txt:2: "青谷" already defined at a.txt:1: one of the two needs the guard context`,
		},
		{
			Entry{Name: "青谷", Kind: park, Line: 1}, Entry{Name: "青谷", Kind: park, Guarded: true, Line: 2},
			`b.txt:2: "青谷" already defined at a.txt:1`,
		},
		{
			Entry{Name: "青谷", Kind: park, Line: 1}, Entry{Name: "青谷", Kind: Kind{Type: None}, Guarded: true, Line: 2},
			`b.txt:2: "青谷" is a name and, with a.txt:1, none`,
		},
		{Entry{Name: "青谷", Kind: park, Line: 1}, Entry{Name: "青谷", Kind: firm, Guarded: true, Line: 2}, ""},
	} {
		_, err := BuildIndex([]File{{"a.txt", 9}, {"b.txt", 9}}, [][]Entry{{tt.a}, {tt.b}})
		if got := errString(err); got != tt.want {
			t.Errorf("BuildIndex(%v, %v)\n got %s\nwant %s", tt.a, tt.b, got, tt.want)
		}
	}
}

func errString(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// FuzzParse checks that any text is read or refused without a panic, and that
// the entries stand where they say.
func FuzzParse(f *testing.F) {
	f.Add("# a\n@type park other\n青山园区\t\tcontext\n")
	f.Add("@type none\n企业\t\t\tcompany full")
	f.Fuzz(func(t *testing.T, text string) {
		entries, _ := Parse("f.txt", text)
		for _, e := range entries {
			if !strings.HasPrefix(text[e.Offset:], e.Name) || strings.Count(text[:e.Offset], "\n") != e.Line-1 {
				t.Errorf("%q is not at line %d, byte %d", e.Name, e.Line, e.Offset)
			}
		}
	})
}

// FuzzOpenIndex checks that no lookup in a damaged index panics.
func FuzzOpenIndex(f *testing.F) {
	data, err := BuildIndex([]File{{"a.txt", 9}}, [][]Entry{{{Name: "青谷", Kind: Kind{"park", "other"}, Line: 1}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data), "青谷")
	f.Fuzz(func(t *testing.T, data, text string) {
		x, err := OpenIndex(data)
		if err != nil {
			return
		}
		x.Prefixes(text, func(end, record int) bool {
			x.Record(record)
			return end <= len(text)
		})
	})
}
