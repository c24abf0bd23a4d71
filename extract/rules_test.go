package extract

import (
	"math/big"
	"regexp"
	"strings"
	"testing"
)

// ruleText returns a built-in rule file.
func ruleText(t *testing.T, name string) string {
	t.Helper()
	text, ok := ruleTexts()[name]
	if !ok {
		t.Fatalf("there is no rule file %s", name)
	}
	return text
}

// Rule files are kept so that two people can edit them: sections and the lines of
// a section sorted, each word once, no stray blanks, and a date at the head.
func TestRuleFilesAreTidy(t *testing.T) {
	dated := regexp.MustCompile(`(?m)^# date: \d{4}-\d{2}`)
	for _, name := range []string{"bounds.txt", "dates.txt", "forms.txt", "links.txt", "not-claims.txt", "units.txt"} {
		text := ruleText(t, name)
		if !strings.HasPrefix(text, "# ") || !dated.MatchString(text) || !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") {
			t.Errorf("%s: wants a comment at the head, a date, and one newline at the end", name)
		}
		for i, line := range strings.Split(text, "\n") {
			if strings.TrimRight(line, " \t\r") != line {
				t.Errorf("%s:%d: blanks at the end", name, i+1)
			}
		}
		var prev ruleLine
		err := parseRules(name, text, func(l ruleLine) error {
			if l.field(0) == "" {
				t.Errorf("%s: empty first field", l.where())
			}
			if l.section == prev.section && l.field(0) < prev.field(0) {
				t.Errorf("%s: %q sorts before %q", l.where(), l.field(0), prev.field(0))
			}
			if l.section == prev.section && l.row == prev.row {
				t.Errorf("%s: %q stands there twice", l.where(), l.field(0))
			}
			prev = l
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestUnitsFile(t *testing.T) {
	text := ruleText(t, "units.txt")
	if !regexp.MustCompile(`(?m)^# source: `).MatchString(text) {
		t.Error("units.txt names no source")
	}
	exact := regexp.MustCompile(`^(\d+|\d+/\d+|0\.\d*[1-9]|[1-9]\d*\.\d*[1-9])$`)
	kindOfBase := make(map[string]string)
	names, bases := make(map[string]bool), make(map[string]string)
	units := 0
	err := parseRules("units.txt", text, func(l ruleLine) error {
		units++
		kind := strings.TrimPrefix(l.section, "kind ")
		name, base, factor := l.field(0), l.field(1), l.field(2)
		if !exact.MatchString(factor) {
			t.Errorf("%s: factor %q is not written as an exact decimal or fraction", l.where(), factor)
		}
		if f, ok := new(big.Rat).SetString(factor); ok && name == base && f.Cmp(big.NewRat(1, 1)) != 0 {
			t.Errorf("%s: the base unit has the factor %s", l.where(), factor)
		}
		if kind == "count" && factor != "1" {
			t.Errorf("%s: a measure word has the factor 1", l.where())
		}
		names[name] = true
		if kind == "count" {
			bases[base] = l.where()
		}
		if prev, ok := kindOfBase[base]; ok && prev != kind {
			t.Errorf("%s: base %q is of kind %s elsewhere", l.where(), base, prev)
		}
		kindOfBase[base] = kind
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	for base, where := range bases {
		if !names[base] {
			t.Errorf("%s: base %q is no measure word", where, base)
		}
	}
	if units < 300 {
		t.Errorf("%d units", units)
	}
}

func TestRuleErrors(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"@kind length\n米\t米\t1\n尺\t米\t1/3\n米\t米\t1\n", `units.txt:4: "米" already defined at units.txt:2`},
		{"@kind length\n米\t米\t一\n", `units.txt:2: factor "一" is not a positive decimal or fraction`},
		{"@kind size\n米\t米\t1\n", `units.txt:2: section "kind size" is not @kind and one of count, money, percent, percent_point, multiple, area, length, mass, volume, energy, rank, duration, age, rate, other`},
		{"@kind length\n米\t米\t1\t\tlatin\n", `units.txt:2: "latin" is neither large, arabic nor limit`},
	} {
		if _, err := loadUnits(&ruleFiles{builtin: map[string]string{"units.txt": tt.text}}); err == nil || err.Error() != tt.want {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}
