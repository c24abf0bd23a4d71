package extract

import (
	_ "embed" // the rule files
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// The built-in rule files. They are embedded as strings, which are read where
// they lie: no start copies them.
var (
	//go:embed rules/bounds.txt
	boundsText string
	//go:embed rules/dates.txt
	datesText string
	//go:embed rules/forms.txt
	formsText string
	//go:embed rules/links.txt
	linksText string
	//go:embed rules/not-claims.txt
	notClaimsText string
	//go:embed rules/units.txt
	unitsText string
	//go:embed rules/entity-cues.txt
	entityCuesText string
	//go:embed rules/industry-words.txt
	industryText string
	//go:embed rules/suffixes.txt
	suffixesText string
	//go:embed rules/coined-names.txt
	coinedText string
)

// ruleTexts gives the built-in rule files by name.
func ruleTexts() map[string]string {
	return map[string]string{
		"bounds.txt": boundsText, "dates.txt": datesText, "forms.txt": formsText,
		"links.txt": linksText, "not-claims.txt": notClaimsText, "units.txt": unitsText,
		"entity-cues.txt": entityCuesText, "industry-words.txt": industryText, "suffixes.txt": suffixesText,
		"coined-names.txt": coinedText,
	}
}

// ruleLine is one fact of a rule file. Files are line-oriented: blank lines and
// lines that start with # are skipped, "@name args" opens a section, and every
// other line is one fact of tab-separated fields.
type ruleLine struct {
	section string // words after @, such as "kind money"
	row     string // the fields, with tabs between
	file    string
	line    int
	places  *places
	own     bool // it stands in a file of the user
}

// where names the place of the fact, as the rule column prints it.
func (l ruleLine) where() string { return l.places.name(l.file, l.line) }

// places makes the names of places in files, thousands at every start, in a few pieces
// of memory.
type places struct{ names strings.Builder }

// name returns file:line.
func (p *places) name(file string, line int) string {
	const piece, digits = 4 << 10, 20
	if p.names.Cap()-p.names.Len() < len(file)+digits {
		p.names = strings.Builder{}
		p.names.Grow(piece + len(file))
	}
	from := p.names.Len()
	var number [digits]byte
	p.names.WriteString(file)
	p.names.WriteByte(':')
	p.names.Write(strconv.AppendInt(number[:0], int64(line), 10))
	return p.names.String()[from:]
}

// field returns field i, or "" when the line has fewer.
func (l ruleLine) field(i int) string {
	field, rest, more := strings.Cut(l.row, "\t")
	for ; i > 0; i-- {
		if !more {
			return ""
		}
		field, rest, more = strings.Cut(rest, "\t")
	}
	return field
}

// twice returns an error that says that the first field is defined twice.
func (l ruleLine) twice() error {
	return twiceError(fmt.Sprintf("%s: %q is defined twice in section %s", l.where(), l.field(0), l.section))
}

// errorf returns an error that names the place of the fact.
func (l ruleLine) errorf(format string, args ...any) error {
	return fmt.Errorf("%s: %s", l.where(), fmt.Sprintf(format, args...))
}

// ruleFiles are the rule files in force: the built-in ones with those of a user
// laid over them.
type ruleFiles struct {
	builtin map[string]string // text by name
	own     map[string]string // of the user
	dir     string            // where the user's are, for messages
}

// twiceError says that a fact is defined at two places.
type twiceError string

func (e twiceError) Error() string { return string(e) }

// builtinRules returns the built-in rule files alone.
func builtinRules() *ruleFiles { return &ruleFiles{builtin: ruleTexts()} }

// names returns the names of the rule files, sorted.
func (r *ruleFiles) names() []string { return slices.Sorted(maps.Keys(r.builtin)) }

// read calls visit for every fact of the file name and stops at the first error.
// The user's facts come first, and take the place of built-in facts of the same
// section and first field and of those that visit then calls defined twice.
func (r *ruleFiles) read(name string, visit func(ruleLine) error) error {
	own, over := r.own[name]
	seen := make(map[string]bool)
	key := func(l ruleLine) string { return l.section + "\t" + l.field(0) }
	err := parseRules(filepath.Join(r.dir, name), own, func(l ruleLine) error {
		l.own = true
		seen[key(l)] = true
		return visit(l)
	})
	if err != nil {
		return err
	}
	return parseRules(name, r.builtin[name], func(l ruleLine) error {
		if over && seen[key(l)] {
			return nil
		}
		return r.overruled(name, visit(l))
	})
}

// sizes returns about how many facts each section of the built-in file name holds.
func (r *ruleFiles) sizes(name string) map[string]int {
	sizes := make(map[string]int)
	for text := r.builtin[name]; text != ""; {
		at := strings.Index(text, "\n@")
		if at < 0 {
			break
		}
		section, rest, _ := strings.Cut(text[at+len("\n@"):], "\n")
		end := strings.Index(rest, "\n@")
		if end < 0 {
			end = len(rest)
		}
		sizes[section] = strings.Count(rest[:end], "\n")
		text = rest[end:]
	}
	return sizes
}

// overruled returns err, which the built-in file name gave, unless it says that a
// fact is defined twice: then the first definition was the user's.
func (r *ruleFiles) overruled(name string, err error) error {
	if err == nil {
		return nil
	}
	var twice twiceError
	if _, over := r.own[name]; over && errors.As(err, &twice) {
		return nil
	}
	return err
}

// parseRules calls visit for every fact of text, which is that of the file name,
// and stops at the first error.
func parseRules(name, text string, visit func(ruleLine) error) error {
	section, at := "", new(places)
	for line := 1; text != ""; line++ {
		row, rest, _ := strings.Cut(text, "\n")
		text = rest
		switch {
		case strings.TrimSpace(row) == "" || row[0] == '#':
			continue
		case row[0] == '@':
			section = strings.TrimSpace(row[1:])
			continue
		}
		if err := visit(ruleLine{section: section, row: row, file: name, line: line, places: at}); err != nil {
			return err
		}
	}
	return nil
}
