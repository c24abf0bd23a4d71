// Package names reads the dictionaries of names and lays out the index by which
// they are searched. It is apart from package extract only so that the generator
// of the index can be built before the index is there.
//
// A dictionary is a text file with a fact a line:
//
//	# Chinese companies listed in Shanghai, Shenzhen and Beijing.
//	# source: …
//	# date: 2026-07
//	@type company short
//	农产品	深圳市农产品集团股份有限公司	context
//	深圳市农产品集团股份有限公司			company full
//
// Its columns are separated by tabs, and empty ones at the end left out:
//
//	name   what stands in a text, in the form that Fold gives it
//	full   the fullest form of the name, empty when name itself is that
//	guard  empty, or "context" for a name that is also an everyday word, a place
//	       or a person: a mention of it needs evidence in the text around it
//	type   type and subtype, when they are not those of the last @type line
//
// A type without subtype is a park other, a company short, an institution other.
package names

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Entry is one line of a dictionary.
type Entry struct {
	Name, Full string
	Kind       Kind
	Guarded    bool
	Line       int // 1-based
	Offset     int // of the line, in bytes
}

// Kind is a type with one of its subtypes.
type Kind struct{ Type, Subtype string }

// String returns k as it stands in a dictionary.
func (k Kind) String() string { return strings.TrimSpace(k.Type + " " + k.Subtype) }

// None is the type of phrases that end like names and are none.
const None = "none"

// Place is the type of administrative divisions, which anchor the names of
// others and are themselves no entities.
const Place = "place"

// kinds are all kinds there are. The index refers to them by position: a new one
// goes to the end.
var kinds = [...]Kind{
	{None, ""},
	{"park", "high_tech_zone"},
	{"park", "economic_zone"},
	{"park", "free_trade_zone"},
	{"park", "new_area"},
	{"park", "bonded_zone"},
	{"park", "science_park"},
	{"park", "industrial_park"},
	{"park", "incubator"},
	{"park", "other"},
	{"company", "full"},
	{"company", "group"},
	{"company", "short"},
	{"company", "bank"},
	{"company", "foreign"},
	{"institution", "government"},
	{"institution", "university"},
	{"institution", "research"},
	{"institution", "hospital"},
	{"institution", "association"},
	{"institution", "media"},
	{"institution", "fund"},
	{"institution", "other"},
	{Place, "province"},
	{Place, "city"},
	{Place, "county"},
}

// usual gives the subtype of a type that is named alone.
var usual = map[string]string{"park": "other", "company": "short", "institution": "other", Place: "county"}

func parseKind(s string) (Kind, error) {
	typ, subtype, _ := strings.Cut(s, " ")
	k := Kind{typ, cmp.Or(subtype, usual[typ])}
	if !slices.Contains(kinds[:], k) {
		return Kind{}, fmt.Errorf("%q is no type and subtype, such as park, company full or institution university", s)
	}
	return k, nil
}

// Parse reads a dictionary. It returns all its faults in one error, a line each,
// as in:
//
//	names/media.txt:12: "新华社" already defined at names/media.txt:9
func Parse(file, text string) ([]Entry, error) {
	most := strings.Count(text, "\n") + 1
	p := parser{file: file, seen: make(map[seen]int, most), entries: make([]Entry, 0, most)}
	var faults []error
	for line, offset := 1, 0; offset < len(text); line++ {
		s, _, _ := strings.Cut(text[offset:], "\n")
		if err := p.line(s, line, offset); err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %w", file, line, err))
		}
		offset += len(s) + 1
	}
	return p.entries, errors.Join(faults...)
}

// seen is what two entries of a dictionary may not share.
type seen struct{ name, full, typ string }

type parser struct {
	file    string
	kind    Kind         // of the last @type line
	seen    map[seen]int // the line of each
	entries []Entry
}

func (p *parser) line(s string, line, offset int) (err error) {
	switch {
	case s == "" || s[0] == '#':
		return nil
	case s[0] == '@':
		kind, ok := strings.CutPrefix(s, "@type ")
		if !ok {
			return fmt.Errorf("%q is not a line such as @type company short", s)
		}
		p.kind, err = parseKind(kind)
		return err
	}
	e, err := ParseLine(s, p.kind)
	if err != nil {
		return err
	}
	key := seen{e.Name, e.Full, e.Kind.Type}
	if first, ok := p.seen[key]; ok {
		return fmt.Errorf("%q already defined at %s:%d", e.Name, p.file, first)
	}
	p.seen[key] = line
	e.Line, e.Offset = line, offset
	p.entries = append(p.entries, e)
	return nil
}

// ParseLine reads one line that holds a name; kind is what the @type line above
// it says.
func ParseLine(s string, kind Kind) (Entry, error) {
	var columns [4]string
	rest, more := s, true
	for i := 0; more && i < len(columns); i++ {
		columns[i], rest, more = strings.Cut(rest, "\t")
	}
	if more || strings.HasSuffix(s, "\t") {
		return Entry{}, errors.New("want name, full name, guard and type, separated by tabs, without empty ones at the end")
	}
	e := Entry{Name: columns[0], Full: columns[1], Kind: kind, Guarded: columns[2] == "context"}
	if columns[2] != "" && !e.Guarded {
		return Entry{}, fmt.Errorf("guard is %q, want context or nothing", columns[2])
	}
	if columns[3] != "" {
		var err error
		if e.Kind, err = parseKind(columns[3]); err != nil {
			return Entry{}, err
		}
	}
	if e.Kind == (Kind{}) {
		return Entry{}, fmt.Errorf("%q has no type: there is no @type line above it", e.Name)
	}
	if err := checkName(e.Name); err != nil {
		return Entry{}, err
	}
	if e.Full == e.Name {
		return Entry{}, fmt.Errorf("%q is its own full name: leave that empty", e.Name)
	}
	if e.Full != "" {
		return e, checkName(e.Full)
	}
	return e, nil
}

func checkName(s string) error {
	bad := func(r rune) bool { return r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }
	switch {
	case utf8.RuneCountInString(s) < 2:
		return fmt.Errorf("%q is too short for a name", s)
	case strings.TrimSpace(s) != s:
		return fmt.Errorf("%q has white space at an end", s)
	case strings.ContainsFunc(s, bad):
		return fmt.Errorf("%q holds a control or broken character", s)
	case Fold(s) != s:
		return fmt.Errorf("%q must be written %q", s, Fold(s))
	}
	return nil
}
