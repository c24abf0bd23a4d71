package segment

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLooksLikeJSONL(t *testing.T) {
	for in, want := range map[string]bool{
		"":                                 false,
		"近日，园区开工。":                         false,
		`{"id":"a","text":"文"}`:            true,
		"\ufeff\n\n{\"text\":\"文\"}\n{bad": true,
		`{"id":"a"}`:                       true,
		"{\"id\":\"a\"}\n{\"text\":\"文\"}": true,
		"{\n  \"text\": \"文\"\n}":          false,
		`{"id":"a","text":"一篇很长的`:          true,
		`{"id":12`:                         true,
		`{园区} 开工`:                          false,
		"{\"园区\"} 开工\n":                    false,
		"[1]":                              false,
	} {
		if got := LooksLikeJSONL([]byte(in)); got != want {
			t.Errorf("LooksLikeJSONL(%q) = %v", in, got)
		}
	}
}

// Files that hold no text are refused by name, with what makes text of them.
func TestFilesWithoutText(t *testing.T) {
	rest := strings.Repeat("\x00\x01\xe5\xba园区\n", 100)
	for _, tt := range []struct{ head, want string }{
		{"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF; pipe it through pdftotext: pdftotext FILE - | newsift"},
		{"\x1f\x8b\x08\x00", "is compressed; unpack it first: gzip -dc FILE | newsift"},
		{"\x28\xb5\x2f\xfd\x04", "is compressed; unpack it first: zstd -dc FILE | newsift"},
		{"PK\x03\x04\x14", "is a ZIP archive, as docx, xlsx and epub are; save it as text, or try pandoc -t plain FILE | newsift"},
		{"\x89PNG\r\n\x1a\n", "is an image; give its text, as a program for character recognition reads it"},
		{"\xff\xd8\xff\xe0", "is an image; give its text, as a program for character recognition reads it"},
		{"\x7fELF\x02", "is a program; give a file that holds text"},
		{"一份未知的文件", "is no text: it is full of control characters; give a file that holds text"},
	} {
		in := Input{Name: "-", Format: "auto", Encoding: "auto"}
		got := read(in, strings.NewReader(tt.head+rest))
		if diff := cmp.Diff([]string{"!standard input: " + tt.want}, got); diff != "" {
			t.Errorf("%q: %s", tt.head, diff)
		}
	}
	for _, text := range []string{"园区\x00新增企业69家。", "\x1b[31m园区\x1b[0m \x1b[1m新\x1b[0m增\n", "PK赛开幕。", "GIF动图", "%PDF 是一种格式。"} {
		if got := read(Input{Name: "-", Format: "auto", Encoding: "auto"}, strings.NewReader(text)); !slices.Equal(got, []string{"-"}) {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestHTMLIsReadWithAWarning(t *testing.T) {
	const warning = "?standard input: is HTML, whose tags are read as text; turn it into text first: pandoc -t plain FILE | newsift"
	page := "\n<!DOCTYPE html>\n<html><p>园区新增企业69家。</p></html>"
	for _, tt := range []struct {
		format, page string
		want         []string
	}{
		{"auto", page, []string{warning, "-"}},
		{"auto", "<HTML lang=zh>园区", []string{warning, "-"}},
		{"text", page, []string{"-"}},
		{"auto", "园区说<html>是一种语言。", []string{"-"}},
	} {
		got := read(Input{Name: "-", Format: tt.format, Encoding: "auto"}, strings.NewReader(tt.page))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.page, diff)
		}
	}
}

// JSON that is no record is told, and not read as a text.
func TestJSONWithoutText(t *testing.T) {
	const one = `; a line is one object: {"id": "…", "title": "…", "text": "…"}`
	spread := func(filter string) string {
		return "!standard input: is JSON, but not one object a line; make it so: jq -c '" + filter + "' FILE | newsift" + one
	}
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{`{"id":"a","content":"园区新增企业69家。"}`, []string{`!standard input:1: no "text" member, only "content", "id"` + one}},
		{`{}`, []string{`!standard input:1: no "text" member` + one}},
		{"\n{\"id\":\"a\"}\n{\"id\":\"b\",\"text\":\"园区\"}", []string{`!standard input:2: no "text" member, only "id"` + one, "b"}},
		{"{\n\"id\":\"a\",\n\"text\":\"园区\"\n}\n", []string{spread(".")}},
		{"[{\"text\":\"园区\"},\n{\"text\":\"园区\"}]", []string{spread(".[]")}},
		{"{园区} 新增企业69家。\n", []string{"-"}},
		{"[1] 新增企业69家。\n", []string{"-"}},
		{"[本报讯] 新增企业69家。\n", []string{"-"}},
	} {
		got := read(Input{Name: "-", Format: "auto", Encoding: "auto"}, strings.NewReader(tt.in))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q: %s", tt.in, diff)
		}
	}
}

// A file of nothing but wrong lines is told in a few.
func TestManyWrongLines(t *testing.T) {
	var b bytes.Buffer
	for i := range 1000 {
		fmt.Fprintf(&b, `{"id":%d}`+"\n", i)
	}
	io.WriteString(&b, `{"id":"z","text":"园区"}`)
	got := read(Input{Name: "-", Format: "auto", Encoding: "auto"}, &b)
	want := []string{"z", "!standard input: 980 more lines are no record; mend those named above first"}
	if len(got) != maxTold+2 || !slices.Equal(got[maxTold:], want) {
		t.Errorf("%d messages, the last %q", len(got), got[max(len(got)-2, 0):])
	}
}
