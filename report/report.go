// Package report prints what was found: as a table to read, or as CSV, TSV,
// JSON or JSON lines for other programs.
//
// A sheet is one kind of row (entities, claims, articles, tokens) with its
// columns; a format is a way to write rows. Every sheet goes out in every
// format. Rows are written as documents come in, so memory does not grow with
// the length of the input.
//
// In JSON, whole numbers that count or locate (article, line, start, end, …)
// are numbers. The exact values of claims are strings: they may be fractions
// (1/3) or longer than a float64 holds. A cell that holds nothing is an empty
// string.
package report

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"newsift/extract"
	"newsift/segment"
)

// Page is one document with what was found in it. The rows of each kind are in
// reading order.
type Page struct {
	Doc      *segment.Document
	Entities []extract.Entity
	Claims   []extract.Claim
	Tokens   []Token
	// Explanations are the candidates with what became of each.
	Explanations []extract.Explanation
}

// Options say what is written and how.
type Options struct {
	// Sheets are the kinds of row to write: names of Sheets. Only the table
	// format takes more than one.
	Sheets []string
	// Format is one of Formats.
	Format string
	// Columns picks columns by machine name and sets their order; nil takes all
	// of them, or in the table format those worth reading.
	Columns []string
	// Lang is the language of headings, one of Langs; "" prints machine names.
	// JSON keys are machine names in every language.
	Lang string
	// NoHeader leaves out the row of headings.
	NoHeader bool
	// Excel makes CSV that spreadsheets open rightly: see csv.go.
	Excel bool
	// Width is the most terminal columns a line of the table format may take.
	Width int
}

// An encoder writes pages in one format.
type encoder interface {
	header() error      // once, before the first page
	page(p *Page) error // writes all rows of p
	close() error       // once, after the last page
}

// formats is the one list of formats: their names, and how their encoders are
// made.
func formats() []format {
	return []format{
		{name: "table", many: true, open: newTable},
		{name: "csv", open: newCSV},
		{name: "tsv", open: newTSV},
		{name: "json", open: newJSONArray},
		{name: "jsonl", open: newJSONLines},
	}
}

type format struct {
	name string
	many bool // takes more than one sheet
	open func(w io.Writer, views []view, o Options) encoder
}

// Formats returns the names of the formats, the one for reading first.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// FormatOf returns the format that the ending of a file's name says, as .csv or
// .ndjson do, "" for any other file.
func FormatOf(file string) string {
	ending := strings.ToLower(filepath.Ext(file))
	if ending == ".ndjson" {
		return "jsonl"
	}
	for _, f := range formats() {
		if !f.many && ending == "."+f.name {
			return f.name
		}
	}
	return ""
}

// Langs returns the languages in which headings are known.
func Langs() []string { return []string{"zh", "en"} }

// Writer writes pages to one output.
type Writer struct {
	enc     encoder
	started bool
}

// New returns a Writer that prints to w. Its error says which option is wrong
// and what would be right.
func New(w io.Writer, o Options) (*Writer, error) {
	i := slices.IndexFunc(formats(), func(f format) bool { return f.name == o.Format })
	if i < 0 {
		return nil, Unknown("format", o.Format, Formats())
	}
	f := formats()[i]
	if len(o.Sheets) > 1 && !f.many {
		return nil, fmt.Errorf("%s holds one table; name it: newsift %s", f.name,
			strings.Join(o.Sheets, " -f "+f.name+" or newsift ")+" -f "+f.name)
	}
	if o.Excel && f.name != "csv" {
		return nil, fmt.Errorf("--excel is a kind of csv; leave out -f %s", f.name)
	}
	if len(o.Sheets) > 1 && len(o.Columns) > 0 {
		return nil, fmt.Errorf("--columns belongs to one table; name it: newsift %s --columns …", o.Sheets[0])
	}
	var views []view
	for _, name := range o.Sheets {
		v, err := newView(name, o, f.many)
		if err != nil {
			return nil, err
		}
		views = append(views, v)
	}
	return &Writer{enc: f.open(w, views, o)}, nil
}

// Write prints the rows of p. Nothing is held back: what p states has gone to
// the underlying writer when Write returns.
func (w *Writer) Write(p *Page) error {
	if err := w.start(); err != nil {
		return err
	}
	return w.enc.page(p)
}

// Close ends the output: a file without rows still has its header, a JSON array
// its closing bracket. It does not close the underlying writer.
func (w *Writer) Close() error {
	if err := w.start(); err != nil {
		return err
	}
	return w.enc.close()
}

func (w *Writer) start() error {
	if w.started {
		return nil
	}
	w.started = true
	return w.enc.header()
}
