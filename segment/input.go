package segment

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// MaxDocument is the most bytes one document may have unless the input says
// otherwise: a text, or one line of a JSONL input.
const MaxDocument = 64 << 20

// headSize is how much of an input is looked at to tell JSONL from text.
const headSize = 64 << 10

// Formats returns the input formats, auto first.
func Formats() []string { return []string{auto, "text", "jsonl"} }

// Problem is something wrong with an input, told to whoever gave it.
type Problem struct {
	Where   string // the input's name, with :line when a line is known
	What    string // what is wrong
	Hint    string // what to do about it
	Warning bool   // nothing was lost
}

// Error returns where, what and what to do on one line.
func (p *Problem) Error() string { return p.Where + ": " + p.What + "; " + p.Hint }

// Input is a file, or standard input, to be read as documents.
type Input struct {
	Name     string // of the file, which the doc column prints; "-" for standard input
	Format   string // one of Formats
	Encoding string // one of Encodings
	Split    bool   // split a text into articles
	MaxDoc   int    // the most bytes one document may have; 0 for MaxDocument
}

func (in Input) maxDoc() int { return cmp.Or(in.MaxDoc, MaxDocument) }

// limit words the most that a document may have.
func limit(bytes int) string {
	if bytes%(1<<20) == 0 {
		return fmt.Sprintf("longer than the limit of %d MiB", bytes>>20)
	}
	return fmt.Sprintf("longer than the limit of %d bytes", bytes)
}

// Documents opens the input and yields its documents: one for a text, one for
// each line of JSONL, which is read as it comes. Each step yields a document or
// a problem; after the problem of one JSONL line the lines after it are still
// read.
func (in Input) Documents(stdin io.Reader) iter.Seq2[*Document, *Problem] {
	return func(yield func(*Document, *Problem) bool) {
		r := stdin
		if in.Name != "-" {
			f, problem := in.open()
			if problem != nil {
				yield(nil, problem)
				return
			}
			defer f.Close()
			r = f
		}
		br := bufio.NewReaderSize(r, headSize)
		head := firstLine(br)
		switch problem := in.binary(head); {
		case problem != nil:
			yield(nil, problem)
		case in.streams(head):
			in.records(br, yield)
		default:
			in.whole(br, yield)
		}
	}
}

func (in Input) open() (*os.File, *Problem) {
	f, err := os.Open(in.Name)
	var info fs.FileInfo
	if err == nil {
		if info, err = f.Stat(); err == nil && !info.IsDir() {
			return f, nil
		}
		f.Close()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, in.problem("no such file", "check the name")
	case errors.Is(err, fs.ErrPermission):
		return nil, in.problem("cannot be read: permission denied", "check its permissions")
	case err != nil:
		return nil, in.unreadable(err)
	}
	return nil, in.problem("is a directory", "name the files in it, such as "+filepath.Join(in.Name, "*.txt"))
}

// firstLine returns the beginning of an input: its first line that is not
// blank, as far as it fits. It waits for no more than that, so that records are
// read as they are written to a pipe.
func firstLine(br *bufio.Reader) []byte {
	for n := 1; ; n = br.Buffered() + 1 {
		_, err := br.Peek(min(n, headSize))
		head, _ := br.Peek(br.Buffered())
		text := bytes.TrimLeft(bytes.TrimPrefix(head, bomUTF8), " \t\r\n")
		if err != nil || len(head) == headSize || bytes.IndexByte(text, '\n') >= 0 {
			return head
		}
	}
}

// streams reports whether an input that begins with head can be read record by
// record: it is JSONL, and in UTF-8 as far as one can see.
func (in Input) streams(head []byte) bool {
	if in.Encoding != auto && in.Encoding != "utf-8" || in.Format == "text" {
		return false
	}
	if in.Encoding == auto && (!isUTF8(head) || bytes.IndexByte(head, 0) >= 0) {
		return false
	}
	return in.jsonl() || LooksLikeJSONL(head)
}

// jsonl reports whether the input is JSONL by word or by name.
func (in Input) jsonl() bool {
	return in.Format == "jsonl" ||
		in.Format == auto && (strings.HasSuffix(in.Name, ".jsonl") || strings.HasSuffix(in.Name, ".ndjson"))
}

// isUTF8 reports whether head, which may end inside a character, is UTF-8.
func isUTF8(head []byte) bool {
	for i := 1; i < utf8.UTFMax && len(head) > 0 && !utf8.Valid(head); i++ {
		head = head[:len(head)-1]
	}
	return utf8.Valid(head)
}

// whole reads all of r, since telling encodings apart takes every byte.
func (in Input) whole(r io.Reader, yield func(*Document, *Problem) bool) {
	data, err := io.ReadAll(io.LimitReader(r, int64(in.maxDoc())+1))
	switch {
	case err != nil:
		yield(nil, in.unreadable(err))
		return
	case len(data) > in.maxDoc():
		yield(nil, in.problem(limit(in.maxDoc()),
			"cut it into smaller files, give it as JSONL, one document a line, or raise --max-doc"))
		return
	case len(data) == 0:
		yield(nil, in.empty())
		return
	}
	text, d, err := Decode(data, in.Encoding)
	if err != nil {
		yield(nil, in.problem(err.Error(), "use one of "+strings.Join(Encodings(), ", ")))
		return
	}
	if d.Encoding != "utf-16" && noText(data[:min(len(data), headSize)]) {
		yield(nil, in.problem("is no text: it is full of control characters", "give a file that holds text"))
		return
	}
	if d.Guessed && !yield(nil, in.guessed(d.Encoding)) || d.Bad > 0 && !yield(nil, in.damaged(d)) {
		return
	}
	if in.jsonl() || in.Format == auto && LooksLikeJSONL([]byte(text[:min(len(text), headSize)])) {
		in.records(strings.NewReader(text), yield)
		return
	}
	if in.Format == auto {
		if filter := spreadJSON(text); filter != "" {
			yield(nil, in.problem("is JSON, but not one object a line",
				in.inHint("make it so: jq -c '"+filter+"' FILE | newsift; ")+recordHint))
			return
		}
		if looksLikeHTML(text) && !yield(nil, in.html()) {
			return
		}
	}
	doc := Parse(in.Name, text, in.Split)
	if len(doc.Articles) == 0 {
		yield(nil, in.empty())
		return
	}
	yield(doc, nil)
}

// records reads JSONL in UTF-8. A record without id is named after its line.
func (in Input) records(r io.Reader, yield func(*Document, *Problem) bool) {
	rr := NewRecordReader(r, in.maxDoc())
	bad := 0 // lines that are no record
	for n := 0; ; n++ {
		rec, err := rr.Next()
		var broken *RecordError
		switch {
		case err == io.EOF:
			in.recordsEnd(n, bad, yield)
			return
		case errors.As(err, &broken):
			if bad++; bad <= maxTold && !yield(nil, in.recordProblem(broken.Line, broken.Err.Error(), recordHint)) {
				return
			}
			continue
		case err != nil:
			yield(nil, in.unreadable(err))
			return
		}
		if rec.Bad > 0 && !yield(nil, in.recordProblem(rec.Line,
			isAre(rec.Bad, "byte")+" not UTF-8 and became U+FFFD", "convert the file to UTF-8")) {
			return
		}
		name := rec.ID
		if name == "" {
			name = fmt.Sprintf("%s:%d", in.Name, rec.Line)
		}
		if !yield(ParseRecord(name, rec.Title, rec.Text), nil) {
			return
		}
	}
}

// maxTold is how many lines of one input that are no record are told one by one.
const maxTold = 20

// recordsEnd tells what there is to tell after n lines of records, of which bad
// are none.
func (in Input) recordsEnd(n, bad int, yield func(*Document, *Problem) bool) {
	switch {
	case n == 0:
		yield(nil, in.empty())
	case bad > maxTold:
		yield(nil, in.problem(isAre(bad-maxTold, "more line")+" no record", "mend those named above first"))
	}
}

// isAre returns n things with their verb: 1 line is, 2 lines are.
func isAre(n int, thing string) string {
	if n == 1 {
		return "1 " + thing + " is"
	}
	return fmt.Sprintf("%d %ss are", n, thing)
}

const recordHint = `a line is one object: {"id": "…", "title": "…", "text": "…"}`

func (in Input) problem(what, hint string) *Problem {
	where := in.Name
	if where == "-" {
		where = "standard input"
	}
	return &Problem{Where: where, What: what, Hint: hint}
}

func (in Input) recordProblem(line int, what, hint string) *Problem {
	p := in.problem(what, hint)
	p.Where = fmt.Sprintf("%s:%d", p.Where, line)
	return p
}

func (in Input) unreadable(err error) *Problem {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return in.problem("cannot be read: "+err.Error(), "check the file and its disk")
}

func (in Input) empty() *Problem {
	return in.problem("empty: there is no text in it", "give a file that holds text")
}

func (in Input) guessed(encoding string) *Problem {
	p := in.problem("read as "+encoding+", which is a guess", "if the text is garbled, name its encoding: --encoding "+
		strings.Join(Encodings()[1:], "|"))
	p.Warning = true
	return p
}

func (in Input) damaged(d Decoding) *Problem {
	bad := fmt.Sprintf("%d characters could not be decoded, the first on line %d; each", d.Bad, d.BadLine)
	if d.Bad == 1 {
		bad = fmt.Sprintf("1 character could not be decoded, on line %d; it", d.BadLine)
	}
	return in.problem("not valid "+d.Encoding+": "+bad+" became U+FFFD", "if it is in another encoding, name it with --encoding")
}

func (in Input) html() *Problem {
	p := in.problem("is HTML, whose tags are read as text", in.inHint("turn it into text first: pandoc -t plain FILE | newsift"))
	p.Warning = true
	return p
}
