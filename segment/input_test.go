package segment

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// read returns what in yields for r: the names of documents, and problems
// after "!", or after "?" when they are warnings.
func read(in Input, r io.Reader) []string {
	var got []string
	for doc, p := range in.Documents(r) {
		switch {
		case p == nil:
			got = append(got, doc.Name)
		case p.Warning:
			got = append(got, "?"+p.Error())
		default:
			got = append(got, "!"+p.Error())
		}
	}
	return got
}

func TestDocuments(t *testing.T) {
	auto := Input{Name: "-", Format: "auto", Encoding: "auto"}
	jsonl := Input{Name: "-", Format: "jsonl", Encoding: "auto"}
	text := Input{Name: "-", Format: "text", Encoding: "auto"}
	small := Input{Name: "-", Format: "auto", Encoding: "auto", MaxDoc: 40}
	empty := "!standard input: empty: there is no text in it; give a file that holds text"
	line := `{"id":"a","text":"华星"}` + "\n"
	notObject := `!standard input:1: not a JSON object: it starts with '华'; a line is one object: {"id": "…", "title": "…", "text": "…"}`
	broken := errors.New("disk on fire")
	for _, tt := range []struct {
		name string
		in   Input
		r    io.Reader
		want []string
	}{
		{"a text", auto, strings.NewReader("华星高新区。"), []string{"-"}},
		{"nothing", auto, strings.NewReader(""), []string{empty}},
		{"white space", auto, strings.NewReader(" \n\u3000\n"), []string{empty}},
		{"no records", jsonl, strings.NewReader("\n\n"), []string{empty}},
		{"records", auto, strings.NewReader("\n" + line + line), []string{"a", "a"}},
		{"records without id", auto, strings.NewReader(`{"text":"1"}` + "\n\n" + `{"text":"2"}`), []string{"-:1", "-:3"}},
		{"records, byte by byte", auto, iotest.OneByteReader(strings.NewReader(line + line)), []string{"a", "a"}},
		{"records as text", text, strings.NewReader(line), []string{"-"}},
		{"text as records", jsonl, strings.NewReader("华星\n" + line), []string{notObject, "a"}},
		{"a first line longer than the head", auto,
			strings.NewReader(`{"id":"a","text":"` + strings.Repeat("华星", headSize) + `"}` + "\n" + line), []string{"a", "a"}},
		{"a disk that fails", auto, io.MultiReader(strings.NewReader("华星"), iotest.ErrReader(broken)),
			[]string{"!standard input: cannot be read: disk on fire; check the file and its disk"}},
		{"a disk that fails between records", auto, io.MultiReader(strings.NewReader(line), iotest.ErrReader(broken)),
			[]string{"a", "!standard input: cannot be read: disk on fire; check the file and its disk"}},
		{"too long", auto, io.LimitReader(zeros{}, MaxDocument+1),
			[]string{"!standard input: longer than the limit of 64 MiB; cut it into smaller files, give it as JSONL, one document a line, or raise --max-doc"}},
		{"too long for a limit of one's own", small, strings.NewReader(strings.Repeat("0", 41)),
			[]string{"!standard input: longer than the limit of 40 bytes; cut it into smaller files, give it as JSONL, one document a line, or raise --max-doc"}},
		{"records too long for it", small, strings.NewReader(`{"id":"b","text":"` + strings.Repeat("0", 40) + `"}` + "\n" + line),
			[]string{"!standard input:1: longer than the limit of 40 bytes; " + recordHint, "a"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, read(tt.in, tt.r)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// zeros is an endless text.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '0'
	}
	return len(p), nil
}

func TestDocumentsStopWhenAsked(t *testing.T) {
	in := Input{Name: "-", Format: "jsonl", Encoding: "auto"}
	for range in.Documents(strings.NewReader("x\n{\"text\":\"1\"}\n{\"text\":\"2\"}\n")) {
		break // the iterator must not yield again
	}
}
