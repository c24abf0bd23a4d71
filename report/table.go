package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/tw"
)

// tableEncoder writes tables to read: the articles of a page one after the
// other, each with a line that names it and a table of each view. All tables of
// one view on a page have the same column widths.
type tableEncoder struct {
	w     io.Writer
	views []view
	o     Options
	pages int
}

func newTable(w io.Writer, views []view, o Options) encoder {
	return &tableEncoder{w: w, views: views, o: o}
}

func (e *tableEncoder) header() error { return nil }
func (e *tableEncoder) close() error  { return nil }

// page draws into memory first: tablewriter's Render does not tell of a writer
// that fails.
func (e *tableEncoder) page(p *Page) error {
	var b bytes.Buffer
	if e.pages > 0 {
		b.WriteByte('\n')
	}
	e.pages++
	if p.Doc.Name != "-" {
		e.line(&b, "==> "+p.Doc.Name+" <==", "")
	}
	grids := make([]grid, len(e.views))
	for i := range e.views {
		grids[i] = e.collect(&e.views[i], p)
	}
	if e.views[0].whole {
		if err := e.draw(&b, &grids[0], 0); err != nil {
			return err
		}
	} else {
		for i := range p.Doc.Articles {
			if i > 0 {
				b.WriteByte('\n')
			}
			a := &p.Doc.Articles[i]
			e.line(&b, e.title(a.Number, a.Title, a.Byline, grids), "    ")
			for j := range grids {
				if err := e.draw(&b, &grids[j], a.Number); err != nil {
					return err
				}
			}
		}
	}
	_, err := e.w.Write(b.Bytes())
	return err
}

// title returns the line over the tables of an article: its number, title and
// byline, and how many rows of each kind it has.
func (e *tableEncoder) title(number int, title, byline string, grids []grid) string {
	s := fmt.Sprintf("[%d] ", number)
	for _, part := range []string{title, byline} {
		if part = printable(part); part != "" {
			s += part + " · "
		}
	}
	for i, g := range grids {
		if i > 0 {
			s += ", "
		}
		s += g.view.noun.count(len(g.rows[number]), e.o.Lang)
	}
	return s
}

// line writes s, broken at the width of the terminal; the lines after the first
// are indented.
func (e *tableEncoder) line(b *bytes.Buffer, s, indent string) {
	room := max(e.o.Width-len(indent), 2*narrowest)
	for i, l := range wrap(printable(s), room) {
		if i > 0 {
			b.WriteString(indent)
		}
		b.WriteString(l)
		b.WriteByte('\n')
	}
}

// grid is what one view shows of a page, before it is drawn.
type grid struct {
	view     *view
	headings []string
	rows     map[int][][]string // by article
	widths   []int              // of the columns, without their padding
}

// collect takes the rows of p and measures the columns.
func (e *tableEncoder) collect(v *view, p *Page) grid {
	g := grid{view: v, headings: v.headings(e.o.Lang), rows: make(map[int][][]string)}
	needs := make([]need, len(v.pick))
	for i, f := range v.picked() {
		needs[i] = need{natural: 1, least: f.table.least, rigid: f.kind != free}
		if !e.o.NoHeader {
			needs[i].natural = columnsOf(g.headings[i])
			needs[i].least = max(needs[i].least, needs[i].natural)
		}
	}
	for article, cells := range v.rows(p, v.pick) {
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = printable(c)
			needs[i].natural = max(needs[i].natural, columnsOf(row[i]))
		}
		g.rows[article] = append(g.rows[article], row)
	}
	// One line closes the table.
	g.widths = fit(needs, e.o.Width-padding*len(needs)-1)
	return g
}

// draw draws the rows of one article; nothing when there are none. The cells
// are broken here and not by tablewriter, which breaks Chinese only at spaces.
func (e *tableEncoder) draw(b *bytes.Buffer, g *grid, article int) error {
	if len(g.rows[article]) == 0 {
		return nil
	}
	widths := tw.NewMapper[int, int]()
	align := make(tw.Alignment, len(g.widths))
	for i, f := range g.view.picked() {
		widths.Set(i, g.widths[i]+2)
		align[i] = tw.AlignLeft
		if f.kind != free {
			align[i] = tw.AlignRight
		}
	}
	t := tablewriter.NewTable(b,
		tablewriter.WithEastAsian(tw.Off), // else Chinese locales get quotes of width 2
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithColumnWidths(widths),
		tablewriter.WithAlignment(align),
		tablewriter.WithSymbols(tw.NewSymbols(tw.StyleLight)),
	)
	if !e.o.NoHeader {
		t.Header(g.broken(g.headings))
	}
	for _, row := range g.rows[article] {
		if err := t.Append(g.broken(row)); err != nil {
			return err
		}
	}
	return t.Render()
}

// broken returns cells with line breaks where their column ends.
func (g *grid) broken(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = strings.Join(wrap(c, g.widths[i]), "\n")
	}
	return out
}
