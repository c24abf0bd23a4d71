package extract

import (
	_ "embed" // the rule files
	"fmt"
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
)

// ruleTexts gives the built-in rule files by name.
func ruleTexts() map[string]string {
	return map[string]string{
		"bounds.txt": boundsText, "dates.txt": datesText, "forms.txt": formsText,
		"links.txt": linksText, "not-claims.txt": notClaimsText, "units.txt": unitsText,
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
}

// where names the place of the fact, as the rule column prints it.
func (l ruleLine) where() string { return l.file + ":" + strconv.Itoa(l.line) }

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

// errorf returns an error that names the place of the fact.
func (l ruleLine) errorf(format string, args ...any) error {
	return fmt.Errorf("%s: %s", l.where(), fmt.Sprintf(format, args...))
}

// readRules calls visit for every fact of the built-in file name and stops at
// the first error.
func readRules(name string, visit func(ruleLine) error) error {
	text, err := readRuleFile(name)
	if err != nil {
		return err
	}
	return parseRules(name, text, visit)
}

// readRuleFile returns the text of the built-in file name.
func readRuleFile(name string) (string, error) {
	text, ok := ruleTexts()[name]
	if !ok {
		return "", fmt.Errorf("there is no rule file %s", name)
	}
	return text, nil
}

// parseRules is readRules on the text of a file.
func parseRules(name, text string, visit func(ruleLine) error) error {
	section := ""
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
		if err := visit(ruleLine{section, row, name, line}); err != nil {
			return err
		}
	}
	return nil
}
