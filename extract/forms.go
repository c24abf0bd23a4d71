package extract

import (
	"math/big"
	"strings"
)

// form is a kind of claim that has no line of its own in units.txt, such as a
// rank or a fraction.
type form struct {
	kind string
	unit string
	base *unit // nil when the unit is in no dimension
	rule string
}

// compound says that a smaller unit may follow a larger one (3元5角).
type compound struct {
	part   string   // how the smaller unit is written
	name   string   // of the smaller unit
	size   *big.Rat // how many parts make one unit
	digits bool     // the part is a decimal without a unit (1米75)
}

// formTable is forms.txt.
type formTable struct {
	forms     map[string]form
	compounds map[string][]compound // by the name of the larger unit
	words     map[string]*phrases[string]
}

// formWords are the sections of forms.txt that are plain lists of words.
var formWords = []string{"balance", "big-not", "from", "counted", "money-noun", "money-verb", "not-unit", "of", "of-before", "origin", "per", "range", "rank-cue", "ratio-cue", "restated", "top", "unit-name"}

// loadForms reads forms.txt.
func loadForms(rules *ruleFiles, units *unitTable) (*formTable, error) {
	t := &formTable{make(map[string]form), make(map[string][]compound), make(map[string]*phrases[string])}
	for _, name := range formWords {
		t.words[name] = new(phrases[string])
	}
	err := rules.read("forms.txt", func(l ruleLine) error {
		switch l.section {
		case "form":
			if t.forms[l.field(0)].rule != "" {
				return l.twice()
			}
			t.forms[l.field(0)] = form{l.field(1), l.field(2), units.byName[l.field(2)], l.where()}
			return nil
		case "compound":
			size, ok := new(big.Rat).SetString(l.field(3))
			if !ok || size.Cmp(big.NewRat(1, 1)) <= 0 {
				return l.errorf("%q is no number of parts", l.field(3))
			}
			t.compounds[l.field(0)] = append(t.compounds[l.field(0)], compound{l.field(1), l.field(2), size, l.field(1) == "."})
			return nil
		}
		set := t.words[l.section]
		if set == nil {
			return l.errorf("section %q is none of form, compound, %s", l.section, strings.Join(formWords, ", "))
		}
		if !set.add(l.field(0), l.field(1)) {
			return l.twice()
		}
		return nil
	})
	return t, err
}

// quantity returns a quantity of the named form, without span and value.
func (t *formTable) quantity(name string) quantity {
	f := t.forms[name]
	return quantity{kind: f.kind, unit: f.unit, base: f.base, bound: "exact", rule: f.rule}
}

// starts returns the end of the longest word of a list that text holds at byte i.
func (t *formTable) starts(list, text string, i int) (end int, ok bool) {
	if i >= len(text) {
		return i, false
	}
	word, _, ok := t.words[list].prefix(text[i:])
	return i + len(word), ok
}

// ends reports whether text ends in a word of a list.
func (t *formTable) ends(list, text string) bool {
	_, _, ok := t.words[list].suffix(text)
	return ok
}
