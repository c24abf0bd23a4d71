package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"newsift/extract"
	"newsift/segment"
)

// samplePage is a page of two articles with cells that are hard to print.
func samplePage() *Page {
	return &Page{
		Doc: &segment.Document{Name: "a.txt", Articles: []segment.Article{
			{Number: 1, Title: "华星高新区：“创新”提速", Byline: "李明 王芳"},
			{Number: 2},
		}},
		Entities: []extract.Entity{
			{Doc: "a.txt", Article: 1, Line: 3, Start: 0, End: 5, Type: "park", Subtype: "high_tech_zone", Text: "华星高新区", Name: "华星高新区", Rule: "suffixes.txt:3"},
		},
		Claims: []extract.Claim{
			{Doc: "a.txt", Article: 1, Line: 3, Start: 10, End: 13, Kind: "count", Text: "69家", Value: "69", Unit: "家", Bound: "exact",
				Subject: "华星高新区", Metric: `"双创"企业,含R&D`, Change: "新增", Period: "2020", Sentence: "新增\t<b>“双创”企业</b>\n69家。"},
			{Doc: "a.txt", Article: 2, Line: 9, Start: 40, End: 45, Kind: "percent", Text: "-3.5%", Value: "-3.5", Unit: "%", Bound: "about",
				Subject: "=1+2", Metric: "增速"},
			{Doc: "a.txt", Article: 2, Line: 9, Start: 50, End: 54, Kind: "multiple", Text: "三分之一", Value: "1/3"},
		},
	}
}

// write returns what a writer made from o prints of pages.
func write(t *testing.T, o Options, pages ...*Page) string {
	t.Helper()
	var b bytes.Buffer
	w, err := New(&b, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		if err := w.Write(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestColumnsAreAPromise(t *testing.T) {
	for sheet, want := range map[string]string{
		"entities": "doc article line start end type subtype text name rule",
		"claims": "doc article line start end kind text value value_max unit bound subject metric change period" +
			" base_value base_unit sentence rule",
		"articles": "doc article title byline line lines characters",
		"tokens":   "doc article line start end text pos",
	} {
		got := strings.TrimSuffix(write(t, Options{Sheets: []string{sheet}, Format: "csv"}), "\n")
		if want = strings.ReplaceAll(want, " ", ","); got != want {
			t.Errorf("header of %s\n got %s\nwant %s", sheet, got, want)
		}
		for _, c := range Columns(sheet) {
			if c.Meaning == "" {
				t.Errorf("%s: column %s is not explained", sheet, c.Name)
			}
		}
	}
}

func TestFormats(t *testing.T) {
	columns := []string{"line", "text", "value", "metric", "sentence"}
	tests := []struct {
		name string
		o    Options
		want string
	}{
		{"csv", Options{Format: "csv"}, "line,text,value,metric,sentence\n" +
			"3,69家,69,\"\"\"双创\"\"企业,含R&D\",\"新增\t<b>“双创”企业</b>\n69家。\"\n9,-3.5%,-3.5,增速,\n9,三分之一,1/3,,\n"},
		{"tsv", Options{Format: "tsv"}, "line\ttext\tvalue\tmetric\tsentence\n" +
			"3\t69家\t69\t\"双创\"企业,含R&D\t新增 <b>“双创”企业</b> 69家。\n9\t-3.5%\t-3.5\t增速\t\n9\t三分之一\t1/3\t\t\n"},
		{"jsonl", Options{Format: "jsonl"}, `{"line":3,"text":"69家","value":"69","metric":"\"双创\"企业,含R&D","sentence":"新增\t<b>“双创”企业</b>\n69家。"}` + "\n" +
			`{"line":9,"text":"-3.5%","value":"-3.5","metric":"增速","sentence":""}` + "\n" +
			`{"line":9,"text":"三分之一","value":"1/3","metric":"","sentence":""}` + "\n"},
		{"headings in Chinese", Options{Format: "tsv", Lang: "zh", Columns: []string{"line", "value"}}, "行\t数值\n3\t69\n9\t-3.5\n9\t1/3\n"},
		{"JSON keys stay", Options{Format: "jsonl", Lang: "zh", Columns: []string{"line"}}, "{\"line\":3}\n{\"line\":9}\n{\"line\":9}\n"},
		{"no header", Options{Format: "csv", NoHeader: true, Columns: []string{"line", "text"}}, "3,69家\n9,-3.5%\n9,三分之一\n"},
		{"an empty cell alone is a row", Options{Format: "csv", Columns: []string{"change"}}, "change\n新增\n\"\"\n\"\"\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.o.Sheets = []string{"claims"}
			if tt.o.Columns == nil {
				tt.o.Columns = columns
			}
			if diff := cmp.Diff(tt.want, write(t, tt.o, samplePage())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestJSONIsOneArray(t *testing.T) {
	for n, pages := range [][]*Page{nil, {samplePage()}, {samplePage(), samplePage()}} {
		out := write(t, Options{Sheets: []string{"claims"}, Format: "json"}, pages...)
		var rows []map[string]any
		if err := json.Unmarshal([]byte(out), &rows); err != nil {
			t.Fatalf("%d pages: %v in\n%s", n, err, out)
		}
		if len(rows) != 3*n {
			t.Errorf("%d pages have %d rows, want %d", n, len(rows), 3*n)
		}
	}
}

func TestExcel(t *testing.T) {
	out := write(t, Options{Sheets: []string{"claims"}, Format: "csv", Excel: true, Columns: []string{"text", "value", "subject", "change"}}, samplePage())
	want := "\ufefftext,value,subject,change\r\n69家,69,华星高新区,新增\r\n-3.5%,-3.5,'=1+2,\r\n三分之一,0 1/3,,\r\n"
	if diff := cmp.Diff(want, out); diff != "" {
		t.Error(diff)
	}
}

func TestForSpreadsheet(t *testing.T) {
	for _, tt := range []struct {
		cell string
		kind kind
		want string
	}{
		{"", free, ""},
		{"华星", free, "华星"},
		{"=SUM(A1)", free, "'=SUM(A1)"},
		{"+86 10", free, "'+86 10"},
		{"-3.5", free, "-3.5"},
		{"-3.5%", free, "-3.5%"},
		{"-3.5-2", free, "'-3.5-2"},
		{"-", free, "'-"},
		{"@cmd", free, "'@cmd"},
		{"\t=1", free, "'\t=1"},
		{"＝1", free, "'＝1"},
		{"-3.5", exact, "-3.5"},
		{"1/3", exact, "0 1/3"},
		{"-1/3", exact, "-0 1/3"},
		{"=1/3", exact, "'=1/3"},
	} {
		if got := forSpreadsheet(tt.cell, tt.kind); got != tt.want {
			t.Errorf("forSpreadsheet(%q) = %q, want %q", tt.cell, got, tt.want)
		}
	}
}

func TestNewExplains(t *testing.T) {
	for _, tt := range []struct {
		o    Options
		want []string
	}{
		{Options{Sheets: []string{"claims"}, Format: "xml"}, []string{`"xml"`, "table, csv, tsv, json, jsonl"}},
		{Options{Sheets: []string{"claims"}, Format: "csv", Columns: []string{"figure"}}, []string{`"figure"`, "value_max"}},
		{Options{Sheets: []string{"claims"}, Format: "csv", Columns: []string{"text", "text"}}, []string{`"text"`, "twice"}},
		{Options{Sheets: []string{"entities", "claims"}, Format: "csv"}, []string{"one table", "newsift entities -f csv", "newsift claims -f csv"}},
		{Options{Sheets: []string{"entities", "claims"}, Format: "table", Columns: []string{"text"}}, []string{"--columns", "newsift entities"}},
		{Options{Sheets: []string{"claims"}, Format: "json", Excel: true}, []string{"--excel", "csv"}},
		{Options{Sheets: []string{"facts"}, Format: "json"}, []string{`"facts"`, "entities"}},
	} {
		_, err := New(&bytes.Buffer{}, tt.o)
		for _, part := range tt.want {
			if err == nil || !strings.Contains(err.Error(), part) {
				t.Errorf("New(%+v): error %v lacks %s", tt.o, err, part)
			}
		}
	}
}

// fullDisk takes a few bytes and then fails.
type fullDisk struct{ room int }

var errFull = errors.New("disk full")

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.room -= len(p); d.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteErrorsComeBack(t *testing.T) {
	for _, format := range Formats() {
		for _, room := range []int{0, 100} {
			w, err := New(&fullDisk{room}, Options{Sheets: []string{"claims"}, Format: format, Excel: format == "csv", Width: 80})
			if err != nil {
				t.Fatal(err)
			}
			err = w.Write(samplePage())
			if err == nil {
				err = w.Close()
			}
			if !errors.Is(err, errFull) {
				t.Errorf("%s, %d bytes of room: error %v", format, room, err)
			}
		}
	}
}

func FuzzCSV(f *testing.F) {
	f.Add("69家", "=1+2", "a\r\nb", true)
	f.Add("", "", "", false)
	f.Add("\"", ",", "\n", false)
	f.Fuzz(func(t *testing.T, text, metric, change string, one bool) {
		page := &Page{Doc: &segment.Document{}, Claims: []extract.Claim{
			{Text: text, Metric: metric, Change: change}, {Text: metric, Metric: change, Change: text},
		}}
		o := Options{Sheets: []string{"claims"}, Format: "csv", Columns: []string{"text", "metric", "change"}}
		if one {
			o.Columns = o.Columns[:1]
		}
		out := write(t, o, page)
		got, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil {
			t.Fatalf("%v in %q", err, out)
		}
		want := [][]string{o.Columns}
		for _, c := range page.Claims {
			row := []string{c.Text, c.Metric, c.Change}[:len(o.Columns)]
			for i := range row { // encoding/csv reads every line break as \n
				row[i] = strings.ReplaceAll(row[i], "\r\n", "\n")
			}
			want = append(want, row)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q:\n%s", out, diff)
		}
	})
}
