package extract

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// moment is a day, a month or a year of the calendar; parts that are not known
// are zero.
type moment struct {
	year, month, day int
}

// String returns m as ISO 8601, as exact as it is known.
func (m moment) String() string {
	switch {
	case m.month == 0:
		return fmt.Sprintf("%04d", m.year)
	case m.day == 0:
		return fmt.Sprintf("%04d-%02d", m.year, m.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", m.year, m.month, m.day)
}

// period is a moment, or a range of two, or everything since a moment.
type period struct {
	from, to moment // to is zero for a single moment
	since    bool   // from … 以来
}

// String returns p as ISO 8601: a moment, "from/to", or "from/" for 以来.
func (p period) String() string {
	switch {
	case p.from.year == 0:
		return ""
	case p.since:
		return p.from.String() + "/"
	case p.to != moment{}:
		return p.from.String() + "/" + p.to.String()
	}
	return p.from.String()
}

// yearsLater returns the period n years after p, which is ISO 8601.
func yearsLater(p string, n int) string {
	parts := strings.Split(p, "/")
	for i, part := range parts {
		if len(part) < len("2006") {
			continue
		}
		if year, err := strconv.Atoi(part[:4]); err == nil {
			parts[i] = fmt.Sprintf("%04d%s", year+n, part[4:])
		}
	}
	return strings.Join(parts, "/")
}

// yearBase says what the year of a date expression is counted from.
type yearBase uint8

const (
	absolute yearBase = iota // the year stands there
	running                  // the year the text is talking about
	sameYear                 // the year that the paragraph named last
	writing                  // the year of writing, plus offset
)

// dateExpr is a date or time as written.
type dateExpr struct {
	span   segment.Span
	period period
	base   yearBase
	offset int  // years from the year of writing
	clock  bool // a time of day
	vague  bool // a day without its month or a decade: no period can be made of it
	same   bool // the time of that year which the number before is of (去年同期)
}

// dateWord is one entry of dates.txt.
type dateWord struct {
	class    string // relative, running, same, part, years, daytime, reset, done or ahead
	a, b     int    // offset; first and last month; first and last year
	ruleLine string
}

// dates reports whether w makes a date by itself.
func (w dateWord) dates() bool {
	switch w.class {
	case "daytime", "reset", "done", "ahead":
		return false
	}
	return true
}

// dateTable is dates.txt.
type dateTable struct {
	phrases[dateWord]                 // words that name a period
	things            phrases[string] // nouns that 号 numbers, when they stand behind it
	places            phrases[string] // nouns that end in a number with 号
	days              phrases[string] // what stands in front of a day in Chinese digits without its month
	sayings           phrases[string] // words that end a clause that says or shows what stands behind it
	events            phrases[string] // words in front of a date that only says when something came to be
	formings          phrases[string] // words behind a date that only says when those came to be of whom something is told
	holdings          phrases[string] // words in front of the year that names an event which takes place then
}

// loadDates reads dates.txt.
func loadDates(rules *ruleFiles) (*dateTable, error) {
	t := new(dateTable)
	err := rules.read("dates.txt", func(l ruleLine) error {
		args := strings.Fields(l.section)
		if len(args) == 0 {
			return l.errorf("%q stands before any section", l.field(0))
		}
		w := dateWord{class: args[0], ruleLine: l.where()}
		for i, p := range []*int{&w.a, &w.b} {
			if i+1 < len(args) {
				var err error
				if *p, err = strconv.Atoi(args[i+1]); err != nil {
					return l.errorf("section %q: %q is no number", l.section, args[i+1])
				}
			}
		}
		added := false
		switch w.class {
		case "thing":
			added = t.things.add(l.field(0), l.where())
		case "place":
			added = t.places.add(l.field(0), l.where())
		case "day":
			added = t.days.add(l.field(0), l.where())
		case "saying":
			added = t.sayings.add(l.field(0), l.where())
		case "event":
			added = t.events.add(l.field(0), l.where())
		case "formed":
			added = t.formings.add(l.field(0), l.where())
		case "holding":
			added = t.holdings.add(l.field(0), l.where())
		default:
			added = t.add(l.field(0), w)
		}
		if !added {
			return l.twice()
		}
		return nil
	})
	return t, err
}

// small reads a numeral of one or two places at byte i: months, days, hours.
func small(text string, i, limit int) (v, end int, ok bool) {
	n, ok := readNumeral(text, i)
	if !ok || n.isRange || n.over || n.bare || n.digits > 2 {
		return 0, i, false
	}
	if v, ok = n.lo.int(limit); !ok {
		return 0, i, false
	}
	return v, beforeUnit(text, n.span.End), true
}

// beforeUnit returns where a unit of dates stands that only spaces part from a
// number before byte i (2011 年), or i.
func beforeUnit(text string, i int) int {
	j := i
	for j < len(text) && text[j] == ' ' {
		j++
	}
	if c, _ := utf8.DecodeRuneInString(text[j:]); j > i && strings.ContainsRune("年月日号", c) {
		return j
	}
	return i
}

// after returns the end of the first of words that text holds at i, which may lie behind its end.
func after(text string, i int, words ...string) (int, bool) {
	if i > len(text) {
		return i, false
	}
	for _, w := range words {
		if strings.HasPrefix(text[i:], w) {
			return i + len(w), true
		}
	}
	return i, false
}

// months returns the period of months a to b of year.
func months(year, a, b int) period {
	switch {
	case a == 1 && b == 12:
		return period{from: moment{year: year}}
	case a == b:
		return period{from: moment{year: year, month: a}}
	}
	return period{from: moment{year: year, month: a}, to: moment{year: year, month: b}}
}
