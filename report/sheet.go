package report

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// kind says what the cells of a column hold.
type kind uint8

const (
	free    kind = iota // text from the page, or words derived from it
	integer             // a whole number: a JSON number
	exact               // a decimal or a fraction: a JSON string
)

// column is one column of a sheet whose rows are R: its names and its cells.
type column[R any] struct {
	name    string // machine name: header and JSON key
	en, zh  string // headings
	meaning string // for the help
	kind    kind
	table   place
	cell    func(*R) string
}

// place is how a column stands in the table format when no columns are asked for;
// the zero place is that of a column which is not shown then.
type place struct {
	rank  int // the order in which columns are given room, from 1
	least int // terminal columns below which it reads badly
}

// field is a column without its row type.
type field struct {
	name, en, zh string
	meaning      string
	kind         kind
	table        place
}

// heading returns the heading of f in lang, or its machine name.
func (f field) heading(lang string) string {
	switch lang {
	case "zh":
		return f.zh
	case "en":
		return f.en
	}
	return f.name
}

// noun is what the rows of a sheet are called when they are counted.
type noun struct{ one, many, zh string }

func (n noun) count(k int, lang string) string {
	switch {
	case lang == "zh":
		return fmt.Sprintf("%d%s", k, n.zh)
	case k == 1:
		return "1 " + n.one
	}
	return fmt.Sprintf("%d %s", k, n.many)
}

// sheet is one kind of row with its columns.
type sheet struct {
	name   string
	noun   noun
	fields []field
	whole  bool // its rows are the articles themselves, not what they state
	// rows yields the article and the picked cells of every row of a page. The
	// slice of cells is used again for the next row.
	rows func(p *Page, pick []int) iter.Seq2[int, []string]
}

// newSheet ties columns to the rows they take their cells from. article gives
// the number of the article a row stands in; nil when the rows are the articles.
func newSheet[R any](name string, n noun, rows func(*Page) []R, article func(*R) int, columns []column[R]) sheet {
	s := sheet{name: name, noun: n, whole: article == nil}
	for _, c := range columns {
		s.fields = append(s.fields, field{c.name, c.en, c.zh, c.meaning, c.kind, c.table})
	}
	s.rows = func(p *Page, pick []int) iter.Seq2[int, []string] {
		return func(yield func(int, []string) bool) {
			cells := make([]string, len(pick))
			all := rows(p)
			for i := range all {
				for j, k := range pick {
					cells[j] = columns[k].cell(&all[i])
				}
				number := 0
				if article != nil {
					number = article(&all[i])
				}
				if !yield(number, cells) {
					return
				}
			}
		}
	}
	return s
}

// view is a sheet with the columns picked for one output.
type view struct {
	sheet
	pick []int // indexes into sheet.fields
}

// newView picks the columns of the named sheet that o asks for: without
// o.Columns all of them, or when reading is set those worth reading.
func newView(name string, o Options, reading bool) (view, error) {
	i := slices.IndexFunc(sheets(), func(s sheet) bool { return s.name == name })
	if i < 0 {
		return view{}, Unknown("table", name, Sheets())
	}
	v := view{sheet: sheets()[i]}
	switch {
	case len(o.Columns) == 0 && reading:
		v.pick = v.sheet.worthReading(o.Width)
	case len(o.Columns) == 0:
		for i := range v.sheet.fields {
			v.pick = append(v.pick, i)
		}
	}
	for _, want := range o.Columns {
		want = strings.TrimSpace(want)
		k := slices.IndexFunc(v.sheet.fields, func(f field) bool { return f.name == want })
		switch {
		case k < 0:
			return view{}, Unknown("column", want, v.names())
		case slices.Contains(v.pick, k):
			return view{}, fmt.Errorf("column %q is named twice; name it once", want)
		}
		v.pick = append(v.pick, k)
	}
	return v, nil
}

// worthReading returns the columns to read on a terminal of that width: those
// that come first in rank and fit, in the order in which they stand.
func (s *sheet) worthReading(width int) []int {
	var ranked, pick []int
	for i, f := range s.fields {
		if f.table.rank > 0 {
			ranked = append(ranked, i)
		}
	}
	slices.SortFunc(ranked, func(a, b int) int { return s.fields[a].table.rank - s.fields[b].table.rank })
	const fewest = 2
	room := width - 1
	for n, i := range ranked {
		need := s.fields[i].table.least + padding
		if n >= fewest && need > room {
			break
		}
		pick = append(pick, i)
		room -= need
	}
	slices.Sort(pick)
	return pick
}

// names returns the machine names of all columns of the sheet.
func (s *sheet) names() []string {
	names := make([]string, len(s.fields))
	for i, f := range s.fields {
		names[i] = f.name
	}
	return names
}

// picked returns the picked fields in order.
func (v *view) picked() []field {
	fields := make([]field, len(v.pick))
	for i, k := range v.pick {
		fields[i] = v.sheet.fields[k]
	}
	return fields
}

// headings returns the headings of the picked columns in lang.
func (v *view) headings(lang string) []string {
	var hs []string
	for _, f := range v.picked() {
		hs = append(hs, f.heading(lang))
	}
	return hs
}

// each calls write for every row of p.
func (v *view) each(p *Page, write func(cells []string) error) error {
	for _, cells := range v.rows(p, v.pick) {
		if err := write(cells); err != nil {
			return err
		}
	}
	return nil
}
