package report

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"
)

// csvEncoder writes RFC 4180 with lines that end in a bare \n, as encoding/csv
// and Unix tools do. With excel set the file has what a spreadsheet needs to
// open it rightly: a byte order mark (without one Excel takes UTF-8 for the
// local code page), lines that end in \r\n, and no free text that would run as
// a formula.
type csvEncoder struct {
	view
	out      io.Writer
	w        *csv.Writer
	excel    bool
	headings []string // nil for none
	safe     []string // a row made safe, used again
}

func newCSV(w io.Writer, views []view, o Options) encoder {
	e := &csvEncoder{view: views[0], out: w, w: csv.NewWriter(w), excel: o.Excel}
	e.w.UseCRLF = o.Excel
	if !o.NoHeader {
		e.headings = e.view.headings(o.Lang)
	}
	e.safe = make([]string, len(e.pick))
	return e
}

func (e *csvEncoder) header() error {
	if e.excel {
		if _, err := io.WriteString(e.out, "\ufeff"); err != nil {
			return err
		}
	}
	if e.headings != nil {
		if err := e.write(e.headings); err != nil {
			return err
		}
	}
	return e.flush()
}

func (e *csvEncoder) page(p *Page) error {
	fields := e.picked()
	err := e.each(p, func(cells []string) error {
		if e.excel {
			for i, c := range cells {
				e.safe[i] = forSpreadsheet(c, fields[i].kind)
			}
			cells = e.safe
		}
		return e.write(cells)
	})
	if err != nil {
		return err
	}
	return e.flush()
}

func (e *csvEncoder) close() error { return e.flush() }

// write writes one row. encoding/csv writes a row of one empty cell as an empty
// line, which readers (its own too) skip: such a row is quoted here.
func (e *csvEncoder) write(cells []string) error {
	if len(cells) != 1 || cells[0] != "" {
		return e.w.Write(cells)
	}
	if err := e.flush(); err != nil {
		return err
	}
	line := "\"\"\n"
	if e.excel {
		line = "\"\"\r\n"
	}
	_, err := io.WriteString(e.out, line)
	return err
}

func (e *csvEncoder) flush() error {
	e.w.Flush()
	return e.w.Error()
}

// forSpreadsheet returns the cell as a spreadsheet must be given it. Free text
// that starts like a formula gets an apostrophe in front, as OWASP advises
// (https://owasp.org/www-community/attacks/CSV_Injection); a plain number such
// as -3.5% is no formula. A fraction is written 0 1/3, which spreadsheets read
// as the number; they take 1/3 for a date.
func forSpreadsheet(cell string, k kind) string {
	switch k {
	case integer:
		return cell
	case exact:
		num, den, isFraction := strings.Cut(cell, "/")
		if isFraction && isNumber(num) && isNumber(den) {
			if rest, negative := strings.CutPrefix(cell, "-"); negative {
				return "-0 " + rest
			}
			return "0 " + cell
		}
	}
	r, _ := utf8.DecodeRuneInString(cell)
	// The full-width signs count too: Excel in Chinese and Japanese reads them
	// like the ASCII ones.
	if cell == "" || !strings.ContainsRune("=+-@\t\r\n＝＋－＠", r) || isNumber(cell) {
		return cell
	}
	return "'" + cell
}

// isNumber reports whether s is a plain number: a sign, digits with at most one
// decimal point between them, a percent sign.
func isNumber(s string) bool {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	whole, part, hasPart := strings.Cut(strings.TrimSuffix(s, "%"), ".")
	return isDigits(whole) && (!hasPart || isDigits(part))
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
