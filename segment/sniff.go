package segment

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// A fileType is a kind of file that holds no text as it stands.
type fileType struct {
	magic string // how every such file begins
	what  string
	hint  string // what makes text of it; FILE stands for its name
}

// fileTypes are the files that people give to newsift in place of their text.
// Their magic numbers are those of file(1).
func fileTypes() []fileType {
	const (
		pdf     = "pipe it through pdftotext: pdftotext FILE - | newsift"
		office  = "save it as text, or try pandoc -t plain FILE | newsift"
		image   = "give its text, as a program for character recognition reads it"
		program = "give a file that holds text"
		archive = "unpack it first"
	)
	return []fileType{
		{"%PDF-", "is a PDF", pdf},
		{"\x1f\x8b", "is compressed", "unpack it first: gzip -dc FILE | newsift"},
		{"\x28\xb5\x2f\xfd", "is compressed", "unpack it first: zstd -dc FILE | newsift"},
		{"\xfd7zXZ\x00", "is compressed", "unpack it first: xz -dc FILE | newsift"},
		{"BZh91AY&SY", "is compressed", "unpack it first: bzip2 -dc FILE | newsift"},
		{"PK\x03\x04", "is a ZIP archive, as docx, xlsx and epub are", office},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a document of Word, Excel or the like", office},
		{`{\rtf`, "is rich text (RTF)", office},
		{"Rar!\x1a\x07", "is an archive", archive},
		{"7z\xbc\xaf\x27\x1c", "is an archive", archive},
		{"\x89PNG\r\n", "is an image", image},
		{"\xff\xd8\xff", "is an image", image},
		{"GIF87a", "is an image", image},
		{"GIF89a", "is an image", image},
		{"II*\x00", "is an image", image},
		{"MM\x00*", "is an image", image},
		{"\x7fELF", "is a program", program},
		{"SQLite format 3\x00", "is a database", program},
	}
}

// binary returns the problem of an input that begins with head and whose type
// is known to hold no text, nil for any other.
func (in Input) binary(head []byte) *Problem {
	for _, t := range fileTypes() {
		if bytes.HasPrefix(head, []byte(t.magic)) {
			return in.problem(t.what, in.inHint(t.hint))
		}
	}
	return nil
}

// inHint puts the input's name into a hint.
func (in Input) inHint(hint string) string {
	if in.Name == "-" {
		return hint
	}
	return strings.ReplaceAll(hint, "FILE", in.Name)
}

// noText reports whether data, which is not UTF-16, is full of control
// characters. An escape sequence is no sign: logs are coloured with them.
func noText(data []byte) bool {
	const fewest, share = 4, 0.05
	n := 0
	for _, c := range data {
		if isControl(c) && c != '\x1b' {
			n++
		}
	}
	return n >= fewest && float64(n) > share*float64(len(data))
}

// looksLikeHTML reports whether text is a web page.
func looksLikeHTML(text string) bool {
	text = strings.TrimLeftFunc(text[:min(len(text), headSize)], isSpace)
	for _, start := range [...]string{"<!doctype html", "<html"} {
		if len(text) >= len(start) && strings.EqualFold(text[:len(start)], start) {
			return true
		}
	}
	return false
}

// LooksLikeJSONL reports whether an input that begins with head is JSONL: its
// first line that is not blank is a JSON object. A line that head cuts short is
// judged by the members that are there.
func LooksLikeJSONL(head []byte) bool {
	head = bytes.TrimPrefix(head, bomUTF8)
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	line, _, whole := bytes.Cut(head, []byte{'\n'})
	return json.Valid(line) || !whole && cutRecord(line)
}

// cutRecord reports whether line is the beginning of a JSON object that is well
// formed as far as it goes.
func cutRecord(line []byte) bool {
	for dec := json.NewDecoder(bytes.NewReader(line)); ; {
		_, err := dec.Token()
		if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
			return true
		}
		if err != nil {
			return false
		}
	}
}

// spreadJSON tells JSON that is not one object a line from text: an array, or
// objects that are written over several lines. It returns the jq filter that
// makes lines of it, "" for what is no such JSON.
func spreadJSON(text string) (filter string) {
	text = strings.TrimLeftFunc(text, isSpace)
	if text == "" || text[0] != '{' && text[0] != '[' {
		return ""
	}
	filter = "."
	if text[0] == '[' {
		filter = ".[]"
	}
	dec := json.NewDecoder(strings.NewReader(text))
	for {
		var value json.RawMessage
		switch err := dec.Decode(&value); {
		case err == io.EOF:
			return filter
		case err != nil:
			return ""
		}
		if value[0] != text[0] {
			return ""
		}
	}
}
