package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"newsift/segment"
)

// write writes files, by path, into a new directory and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// entitiesOf returns the entities of text as "text subtype name rule", the directory
// dir taken off the rules.
func entitiesOf(t *testing.T, o Options, dir, text string) string {
	t.Helper()
	x, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, e := range x.Entities(segment.Parse("-", text, false)) {
		rows = append(rows, strings.Join([]string{e.Text, e.Subtype, e.Name, strings.TrimPrefix(filepath.ToSlash(e.Rule), filepath.ToSlash(dir)+"/")}, " "))
	}
	return strings.Join(rows, "; ")
}

func TestNamesOfTheUser(t *testing.T) {
	const file = "# Ours.\n@type company\n云深处\t杭州云深处科技有限公司\n苹果\n青山湖\nCOSMO\n@type park\n长三角一体\n@type none\n科大讯飞\n"
	dir := write(t, map[string]string{"mine.txt": file})
	for _, tt := range []struct{ name, text, want string }{
		{"a name that no rule knows", "记者来到云深处采访。", "云深处 short 杭州云深处科技有限公司 mine.txt:3"},
		{"an everyday word", "他们喜欢苹果。", "苹果 short 苹果 mine.txt:4"},
		{"a name that is none", "记者来到科大讯飞采访。", ""},
		{"across what a rule finds", "长三角一体科技有限公司", "长三角一体科技有限公司 full 长三角一体科技有限公司 suffixes.txt"},
		{"not at the edges of words", "他们走进青云深处的园子。", "云深处 short 杭州云深处科技有限公司 mine.txt:3"},
		{"inside a Latin word", "他们使用QCOSMO系统。", ""},
		{"inside a longer name", "青山湖科技有限公司开业。", "青山湖科技有限公司 full 青山湖科技有限公司 suffixes.txt"},
		{"a name of the dictionaries", "记者来到华为采访。", "华为 short 华为投资控股有限公司 names/"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := entitiesOf(t, Options{Names: []string{filepath.Join(dir, "mine.txt")}}, dir, tt.text)
			if !strings.HasPrefix(got, tt.want) || tt.want == "" && got != "" || strings.Contains(got, ";") {
				t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestRulesOfTheUser(t *testing.T) {
	dir := write(t, map[string]string{
		"units.txt":        "@kind area\n亩\t平方米\t600\n@kind count\n坨\t坨\t1\n",
		"suffixes.txt":     "智造坊\tpark\tincubator\tname\n",
		"dates.txt":        "@relative 0\n去年\n",
		"names/parks.txt":  "@type park science_park\n云顶\n",
		"not-names.txt":    "@type none\n科大讯飞\n",
		"entity-cues.txt":  "stop 小队\n",
		"coined-names.txt": "云顶\n",
		"README.md":        "what stands here",
	})
	o := Options{Rules: dir}
	if got, want := entitiesOf(t, o, dir, "记者来到合肥云岭智造坊、云顶和科大讯飞采访。"), "合肥云岭智造坊 incubator 合肥云岭智造坊 suffixes.txt:1; 云顶 science_park 云顶 names/parks.txt:2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	x, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range x.Extract(segment.Parse("-", "去年种植3亩,收获5坨、6吨。", false)).Claims {
		if c.Kind != "date" {
			got = append(got, c.Text+" "+c.BaseValue+" "+c.BaseUnit)
		}
	}
	if got, want := strings.Join(got, "; "), "3亩 1800 平方米; 5坨 5 坨; 6吨 6000 千克"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestErrorsOfTheUser(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{"units", "units.txt", "@kind area\n亩\t平方米\t一\n", `units.txt:2: factor "一" is not a positive decimal or fraction`},
		{"twice", "links.txt", "@small\n约合\n约合\n", `links.txt:3: "约合" is defined twice in section small`},
		{"suffixes", "suffixes.txt", "\n谷仓 park\n", "suffixes.txt:2: want an ending"},
		{"names", "names/x.txt", "@type park\n谷\n", `names/x.txt:2: "谷" is too short for a name`},
		{"no type", "names/x.txt", "谷仓\n", `names/x.txt:1: "谷仓" has no type: there is no @type line above it`},
		{"bytes", "units.txt", "@kind area\n\xff\n", "units.txt:2: not UTF-8; save the file as UTF-8"},
		{"unknown", "unit.txt", "", "unit.txt: no rule file has this name; there are bounds.txt"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := write(t, map[string]string{tt.file: tt.text})
			_, err := New(Options{Rules: dir})
			if err == nil || !strings.HasPrefix(filepath.ToSlash(err.Error()), filepath.ToSlash(dir)+"/"+tt.want) {
				t.Errorf("got %v, want %s…", err, tt.want)
			}
		})
	}
	if _, err := New(Options{Names: []string{"/nowhere/names.txt"}}); err == nil || !strings.Contains(err.Error(), "/nowhere/names.txt") {
		t.Errorf("a file that is not there: %v", err)
	}
	// A file as a spreadsheet's editor saves it.
	dir := write(t, map[string]string{"mine.txt": "\ufeff@type company\r\nＡＢ谷\r\n"})
	if got := entitiesOf(t, Options{Names: []string{filepath.Join(dir, "mine.txt")}}, dir, "记者来到AB谷采访。"); !strings.HasPrefix(got, "AB谷 short AB谷 mine.txt:2") {
		t.Errorf("got %q", got)
	}
}
