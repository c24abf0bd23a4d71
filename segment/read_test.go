package segment

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// readAll returns what Next returned until the end: records and, in their
// places, errors.
func readAll(t testing.TB, rr *RecordReader) []string {
	t.Helper()
	var out []string
	for {
		rec, err := rr.Next()
		var bad *RecordError
		switch {
		case err == io.EOF:
			return out
		case errors.As(err, &bad):
			out = append(out, err.Error())
		case err != nil:
			return append(out, "stop: "+err.Error())
		default:
			out = append(out, fmt.Sprintf("%d %q %q %q %d", rec.Line, rec.ID, rec.Title, rec.Text, rec.Bad))
		}
	}
}

func TestRecordReader(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"empty", "", nil},
		{"blank lines", "\n \r\n\n", nil},
		{"mark, CRLF, no last line end", "\ufeff{\"id\":\"a\",\"title\":\"题\",\"text\":\"文\"}\r\n\r\n{\"text\":\"b\"}",
			[]string{`1 "a" "题" "文" 0`, `3 "" "" "b" 0`}},
		{"numeric id", `{"id":12345678901234567890,"text":"文"}`, []string{`1 "12345678901234567890" "" "文" 0`}},
		{"null is missing", `{"id":null,"title":null,"text":"文"}`, []string{`1 "" "" "文" 0`}},
		{"empty text", `{"text":""}`, []string{`1 "" "" "" 0`}},
		{"other members", `{"url":"x","tags":[1,{"a":2}],"text":"a\nb"}`, []string{`1 "" "" "a\nb" 0`}},
		{"not UTF-8", "{\"text\":\"园\xff区\"}", []string{`1 "" "" "园` + "\ufffd" + `区" 1`}},
		{"goes on after errors", "{\"text\":1}\n{\"id\":\"x\"}\n{\"text\":\"b\"}\n{\"id\":[],\"text\":\"c\"}\n{\"text\":\"d\",\"title\":false}\n[1]\n{\"text\":\"园\" x}\n{\"text\":\"e\n{\"text\":\"f\"}",
			[]string{
				`line 1: "text" is a number, not a string`,
				`line 2: no "text" member, only "id"`,
				`3 "" "" "b" 0`,
				`line 4: "id" is an array, not a string`,
				`line 5: "title" is a boolean, not a string`,
				`line 6: not a JSON object: it starts with '['`,
				`line 7: malformed JSON at character 13: invalid character 'x' after object key:value pair`,
				`line 8: malformed JSON: the line ends inside the object`,
				`9 "" "" "f" 0`,
			}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := readAll(t, NewRecordReader(strings.NewReader(tt.in), 1<<20))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			again := readAll(t, NewRecordReader(iotest.OneByteReader(strings.NewReader(tt.in)), 1<<20))
			if diff := cmp.Diff(got, again); diff != "" {
				t.Errorf("read in pieces: -whole +pieces\n%s", diff)
			}
		})
	}
}

func TestRecordReaderLimit(t *testing.T) {
	long := `{"text":"` + strings.Repeat("长", 100_000) + `"}`
	in := long + "\n" + `{"text":"b"}` + "\r\n" + long
	got := readAll(t, NewRecordReader(strings.NewReader(in), 1000))
	want := []string{"line 1: longer than the limit of 1000 bytes", `2 "" "" "b" 0`, "line 3: longer than the limit of 1000 bytes"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	rec, err := NewRecordReader(strings.NewReader(long+"\r\n"), len(long)).Next()
	if err != nil || len(rec.Text) != 300_000 {
		t.Errorf("a line of exactly the limit: %d bytes, %v", len(rec.Text), err)
	}
}

func TestRecordReaderStopsWhenTheStreamFails(t *testing.T) {
	in := io.MultiReader(strings.NewReader("{\"text\":\"a\"}\n{\"te"), iotest.ErrReader(errors.New("disk on fire")))
	got := readAll(t, NewRecordReader(in, 1<<20))
	want := []string{`1 "" "" "a" 0`, "stop: disk on fire"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func FuzzRecordReader(f *testing.F) {
	f.Add("{\"text\":\"a\"}\n{\"id\":1,\"text\":\"b\"}\r\n\n{bad", uint16(64))
	f.Fuzz(func(t *testing.T, in string, limit uint16) {
		rr := NewRecordReader(strings.NewReader(in), int(limit))
		last := 0
		for {
			rec, err := rr.Next()
			if err == io.EOF {
				break
			}
			var bad *RecordError
			line := rec.Line
			if err != nil && !errors.As(err, &bad) {
				t.Fatal(err)
			}
			if bad != nil {
				line = bad.Line
			}
			if line <= last || line > strings.Count(in, "\n")+1 {
				t.Fatalf("line %d after %d", line, last)
			}
			last = line
			if err == nil {
				if _, err := json.Marshal(rec); err != nil {
					t.Fatal(err)
				}
			}
		}
		LooksLikeJSONL([]byte(in))
	})
}

// A plain record is read as encoding/json reads it.
func FuzzPlainRecord(f *testing.F) {
	for _, line := range []string{
		`{"id":"a","title":"题","text":"文\n\"\\\/\t\r\u4e2d\u00e9"}`, `{"text":"a","text":"b","url":"c"} `,
		`{"text":"\ud83d\ude00"}`, `{"text":"a"}}`, `{"text":"a",}`, `{ "text" : "a" , "\u0069d" : "x" }`,
		"{\"text\":\"a\nb\"}", `{"text":"\u00zz"}`, `{"text":"\b"}`, "{\"text\":\"\xff\"}", `{}`, `{"text":"a"`, `"text":"a"}`, ` {"text":""}`,
	} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		var p plainReader
		got, ok := p.record([]byte(line))
		if !ok || line == "" {
			return
		}
		want, err := parseRecord([]byte(line))
		if err != nil || got != want {
			t.Errorf("%q: %+v, want %+v, %v", line, got, want, err)
		}
	})
}
