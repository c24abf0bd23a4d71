package segment

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Record is one line of a JSONL input: a document of its own.
type Record struct {
	ID    string // the id member; a number as it is written; "" when there is none
	Title string // the title member, "" when there is none
	Text  string // the text member
	Line  int    // 1-based line of the input
	Bad   int    // bytes of the line that are not UTF-8; each became one U+FFFD
}

// RecordError says what is wrong with one line of a JSONL input. The lines
// after it can still be read.
type RecordError struct {
	Line int // 1-based
	Err  error
}

// Error returns "line N: what is wrong".
func (e *RecordError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns what is wrong, without the line.
func (e *RecordError) Unwrap() error { return e.Err }

// RecordReader reads records from a JSONL stream, one a line.
type RecordReader struct {
	r     *bufio.Reader
	limit int
	line  int
	buf   []byte
	plain plainReader
}

// NewRecordReader returns a reader of the records in r, UTF-8 with or without
// byte order mark. A line longer than limit bytes is an error of that line.
func NewRecordReader(r io.Reader, limit int) *RecordReader {
	return &RecordReader{r: bufio.NewReaderSize(r, 64<<10), limit: limit}
}

// Next returns the next record; blank lines are skipped. The error is io.EOF
// at the end, a *RecordError for a line that is no record, after which Next
// goes on with the line that follows, or else what the stream itself returned.
func (rr *RecordReader) Next() (Record, error) {
	for {
		line, err := rr.readLine()
		if err != nil {
			return Record{}, err
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		rec, plain := rr.plain.record(line)
		if !plain {
			rec, err = parseRecord(line)
		}
		rec.Line = rr.line
		if err != nil {
			return Record{Line: rr.line}, &RecordError{rr.line, err}
		}
		return rec, nil
	}
}

// readLine returns the next line, which the call after it overwrites.
func (rr *RecordReader) readLine() ([]byte, error) {
	rr.line++
	rr.buf = rr.buf[:0]
	size := 0
	for {
		part, err := rr.r.ReadSlice('\n')
		if rr.line == 1 && size == 0 {
			part = bytes.TrimPrefix(part, bomUTF8)
		}
		size += len(bytes.TrimRight(part, "\r\n"))
		if size <= rr.limit {
			rr.buf = append(rr.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && err != io.EOF:
			return nil, err
		case err == io.EOF && size == 0 && len(part) == 0:
			return nil, io.EOF
		case size > rr.limit:
			return nil, &RecordError{rr.line, errors.New(limit(rr.limit))}
		}
		return rr.buf, nil
	}
}

// parseRecord reads the members of one JSON object. Members it does not know
// are passed over.
func parseRecord(line []byte) (Record, error) {
	var rec Record
	var members map[string]json.RawMessage
	if line[0] != '{' {
		return rec, fmt.Errorf("not a JSON object: it starts with %q", firstRune(line))
	}
	if err := json.Unmarshal(line, &members); err != nil {
		return rec, jsonProblem(line, err)
	}
	var err error
	if rec.ID, err = stringMember(members, "id", true); err != nil {
		return rec, err
	}
	if rec.Title, err = stringMember(members, "title", false); err != nil {
		return rec, err
	}
	if rec.Text, err = stringMember(members, "text", false); err != nil {
		return rec, err
	}
	if kindOf(members["text"]) == "" {
		return rec, noTextMember(members)
	}
	for _, name := range [...]string{"id", "title", "text"} {
		rec.Bad += badBytes(members[name])
	}
	return rec, nil
}

// noTextMember says that a record has no text, and what it has.
func noTextMember(members map[string]json.RawMessage) error {
	const most = 5
	var names []string
	for _, name := range slices.Sorted(maps.Keys(members)) {
		names = append(names, strconv.Quote(name))
	}
	if len(names) > most {
		names = append(names[:most], "…")
	}
	if len(names) == 0 {
		return errors.New(`no "text" member`)
	}
	return fmt.Errorf(`no "text" member, only %s`, strings.Join(names, ", "))
}

// stringMember returns a string member, "" when it is missing or null.
func stringMember(members map[string]json.RawMessage, name string, orNumber bool) (string, error) {
	raw := members[name]
	switch kind := kindOf(raw); {
	case kind == "":
		return "", nil
	case kind == "a number" && orNumber:
		return string(raw), nil
	case kind != "a string":
		return "", fmt.Errorf("%q is %s, not a string", name, kind)
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return "", fmt.Errorf("%q: %w", name, err)
	}
	return s, nil
}

// kindOf names the kind of a JSON value, "" for a missing one and for null.
func kindOf(raw json.RawMessage) string {
	if len(raw) == 0 {
		return ""
	}
	switch raw[0] {
	case '"':
		return "a string"
	case '{':
		return "an object"
	case '[':
		return "an array"
	case 't', 'f':
		return "a boolean"
	case 'n':
		return ""
	}
	return "a number"
}

// jsonProblem words an error of encoding/json with the column, counted in
// characters, where it struck.
func jsonProblem(line []byte, err error) error {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return fmt.Errorf("malformed JSON: %w", err)
	}
	if int(syntax.Offset) >= len(line) && strings.HasPrefix(syntax.Error(), "unexpected end") {
		return errors.New("malformed JSON: the line ends inside the object")
	}
	at := max(int(syntax.Offset)-1, 0)
	return fmt.Errorf("malformed JSON at character %d: %w", utf8.RuneCount(line[:at])+1, err)
}

func firstRune(b []byte) rune {
	r, _ := utf8.DecodeRune(b)
	return r
}

// badBytes counts the bytes of b that are not UTF-8.
func badBytes(b []byte) int {
	if utf8.Valid(b) {
		return 0
	}
	bad := 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		b = b[n:]
	}
	return bad
}
