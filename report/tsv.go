package report

import (
	"io"
	"strings"
)

// tsvEncoder writes one row a line with a tab between cells and no quoting: a
// tab or a line break inside a cell becomes a space.
type tsvEncoder struct {
	view
	w        io.Writer
	headings []string // nil for none
	line     []byte   // the line being built, used again
}

func newTSV(w io.Writer, views []view, o Options) encoder {
	e := &tsvEncoder{view: views[0], w: w}
	if !o.NoHeader {
		e.headings = e.view.headings(o.Lang)
	}
	return e
}

func (e *tsvEncoder) header() error {
	if e.headings == nil {
		return nil
	}
	return e.write(e.headings)
}

func (e *tsvEncoder) page(p *Page) error { return e.each(p, e.write) }

func (e *tsvEncoder) close() error { return nil }

func (e *tsvEncoder) write(cells []string) error {
	e.line = e.line[:0]
	for i, c := range cells {
		if i > 0 {
			e.line = append(e.line, '\t')
		}
		if strings.ContainsAny(c, "\t\n\r") {
			c = strings.NewReplacer("\r\n", " ", "\t", " ", "\n", " ", "\r", " ").Replace(c)
		}
		e.line = append(e.line, c...)
	}
	_, err := e.w.Write(append(e.line, '\n'))
	return err
}
