package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/olekukonko/tablewriter/pkg/twwidth"

	"newsift/extract"
	"newsift/segment"
)

func TestTableReads(t *testing.T) {
	want := `==> a.txt <==
[1] 华星高新区：“创新”提速 · 李明 王芳 · 1 entity, 1 claim
┌──────┬──────┬────────────────┬────────────┬────────────┐
│ line │ type │ subtype        │ text       │ name       │
├──────┼──────┼────────────────┼────────────┼────────────┤
│    3 │ park │ high_tech_zone │ 华星高新区 │ 华星高新区 │
└──────┴──────┴────────────────┴────────────┴────────────┘
┌──────┬──────────┬───────┬──────┬────────────┬───────────┬────────┬────────┐
│ line │ text     │ value │ unit │ subject    │ metric    │ change │ period │
├──────┼──────────┼───────┼──────┼────────────┼───────────┼────────┼────────┤
│    3 │ 69家     │    69 │ 家   │ 华星高新区 │ "双创"企  │ 新增   │ 2020   │
│      │          │       │      │            │ 业,含R&D  │        │        │
└──────┴──────────┴───────┴──────┴────────────┴───────────┴────────┴────────┘

[2] 0 entities, 2 claims
┌──────┬──────────┬───────┬──────┬────────────┬───────────┬────────┬────────┐
│ line │ text     │ value │ unit │ subject    │ metric    │ change │ period │
├──────┼──────────┼───────┼──────┼────────────┼───────────┼────────┼────────┤
│    9 │ -3.5%    │  -3.5 │ %    │ =1+2       │ 增速      │        │        │
│    9 │ 三分之一 │   1/3 │      │            │           │        │        │
└──────┴──────────┴───────┴──────┴────────────┴───────────┴────────┴────────┘
`
	got := write(t, Options{Sheets: []string{"entities", "claims"}, Format: "table", Width: 77}, samplePage())
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// checkAligned checks that every line of every table in out is as wide as the
// table's first, and none wider than most.
func checkAligned(t *testing.T, out string, most int) {
	t.Helper()
	width := 0
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		w := twwidth.WidthWithOptions(line, twwidth.Options{})
		switch {
		case strings.HasPrefix(line, "┌"):
			width = w
		case strings.ContainsAny(line[:min(3, len(line))], "│├└") && w != width:
			t.Fatalf("line of width %d in a table of width %d:\n%s", w, width, out)
		}
		if w > most {
			t.Fatalf("line of width %d on a terminal of width %d:\n%s", w, most, out)
		}
	}
}

func TestTableLinesUp(t *testing.T) {
	for _, locale := range []string{"C.UTF-8", "zh_CN.UTF-8"} {
		t.Setenv("LC_ALL", locale)
		for _, sheets := range [][]string{{"entities", "claims"}, {"claims"}, {"articles"}} {
			for _, width := range []int{60, 80, 81, 100, 140, 200} {
				for _, lang := range []string{"", "zh", "en"} {
					o := Options{Sheets: sheets, Format: "table", Lang: lang, Width: width}
					checkAligned(t, write(t, o, samplePage()), width)
				}
			}
		}
	}
}

func TestTableStripsWhatATerminalWouldRun(t *testing.T) {
	page := &Page{
		Doc:    &segment.Document{Name: "a\x1b[2J.txt", Articles: []segment.Article{{Number: 1, Title: "标\x1b]0;题\a"}}},
		Claims: []extract.Claim{{Article: 1, Text: "\x1b[31m69家\x1b[0m", Metric: "多\u202e行\n指标\u0085"}},
	}
	out := write(t, Options{Sheets: []string{"claims"}, Format: "table", Width: 100}, page)
	if strings.ContainsAny(out, "\x1b\a\u202e\u0085") {
		t.Errorf("control characters in %q", out)
	}
	checkAligned(t, out, 100)
}

func TestFit(t *testing.T) {
	for _, tt := range []struct {
		name  string
		needs []need
		room  int
		want  []int
	}{
		{"room for all", []need{{4, 0, true}, {10, 0, false}}, 20, []int{4, 10}},
		{"the wide one gives", []need{{4, 0, false}, {6, 0, false}, {30, 0, false}}, 20, []int{4, 6, 10}},
		{"two wide ones share", []need{{4, 0, false}, {30, 0, false}, {40, 0, false}}, 21, []int{4, 9, 8}},
		{"words stay whole", []need{{12, 11, false}, {40, 6, false}}, 20, []int{11, 9}},
		{"unless there is no room", []need{{12, 11, false}, {40, 11, false}}, 20, []int{10, 10}},
		{"numbers are not broken", []need{{12, 0, true}, {30, 0, false}, {30, 0, false}}, 32, []int{12, 10, 10}},
		{"unless the rest would vanish", []need{{30, 0, true}, {30, 0, false}}, 32, []int{16, 16}},
		{"no room at all", []need{{30, 0, true}, {30, 0, false}}, 1, []int{4, 4}},
	} {
		if diff := cmp.Diff(tt.want, fit(tt.needs, tt.room)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// A narrow terminal gets fewer columns, and no heading is broken on any.
func TestNarrowTable(t *testing.T) {
	for sheet, widths := range map[string]map[int]string{
		"claims":   {30: "text subject", 40: "line text subject metric", 60: "line text subject metric period", 80: "line text value unit subject metric change period"},
		"entities": {30: "text name", 40: "line text name", 60: "line type text name", 80: "line type subtype text name"},
		"articles": {40: "article title byline line", 80: "article title byline line lines characters"},
	} {
		for width, want := range widths {
			out := write(t, Options{Sheets: []string{sheet}, Format: "table", Width: width}, samplePage())
			checkAligned(t, out, width)
			for line := range strings.Lines(out) {
				if strings.HasPrefix(line, "┌") || strings.HasPrefix(line, "├") || !strings.HasPrefix(line, "│") {
					continue
				}
				if got := strings.Join(strings.Fields(strings.ReplaceAll(line, "│", " ")), " "); got != want {
					t.Errorf("%s at %d: headings %q, want %q", sheet, width, got, want)
				}
				break
			}
		}
	}
}

// Columns asked for are all there, at the price of a line too wide.
func TestAllColumnsLineUp(t *testing.T) {
	var names []string
	for _, c := range Columns("claims") {
		names = append(names, c.Name)
	}
	for _, width := range []int{1, 40, 80, 120} {
		out := write(t, Options{Sheets: []string{"claims"}, Format: "table", Columns: names, Width: width}, samplePage())
		checkAligned(t, out, max(width, 7*len(names)+1))
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		s     string
		width int
		want  []string
	}{
		{"", 4, []string{""}},
		{"高新区", 6, []string{"高新区"}},
		{"高新区", 5, []string{"高新", "区"}},
		{"2020-01/2020-03", 9, []string{"2020-01/", "2020-03"}},
		{"Bayer AG 中国", 9, []string{"Bayer AG", "中国"}},
		{"high_tech_zone", 8, []string{"high_", "tech_", "zone"}},
		{"high_tech_zone", 10, []string{"high_tech_", "zone"}},
		{"hightechzone", 8, []string{"hightech", "zone"}},
		{"区", 1, []string{"区"}},
	} {
		if diff := cmp.Diff(tt.want, wrap(tt.s, tt.width)); diff != "" {
			t.Errorf("wrap(%q, %d): %s", tt.s, tt.width, diff)
		}
	}
}

func FuzzTable(f *testing.F) {
	f.Add("威海高新区", "“双创”—…·", "a\x1b[1mb", 40)
	f.Add("🇨🇳👨‍👩‍👧", "e\u0301\u0301", "\u200b\ufeff", 30)
	f.Fuzz(func(t *testing.T, text, metric, title string, width int) {
		page := &Page{
			Doc: &segment.Document{Name: title, Articles: []segment.Article{{Number: 1, Title: title}}},
			Claims: []extract.Claim{
				{Article: 1, Text: text, Metric: metric},
				{Article: 1, Text: metric, Metric: text},
			},
		}
		o := Options{Sheets: []string{"claims"}, Format: "table", Columns: []string{"text", "line", "metric"}, Width: width}
		checkAligned(t, write(t, o, page), max(width, 40))
	})
}
