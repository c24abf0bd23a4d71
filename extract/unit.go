package extract

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// unit is one line of units.txt.
type unit struct {
	name   string // as the unit column prints it
	kind   string // kind of the claims it makes
	base   string // base unit of its dimension
	factor *big.Rat
	behind digits // what it counts behind
	rule   string // file:line
	own    bool   // it is the user's
}

// digits says which numerals a unit counts behind: some make other words with
// Chinese digits (十分, 二级).
type digits uint8

const (
	anyDigits    digits = iota
	largeNumbers        // Arabic digits, or Chinese numbers of two or more characters above ten
	arabicDigits
	limits // any digits, but only with a word for a limit behind the unit (30日|内)
)

// digitNames are the words that units.txt has for them.
var digitNames = map[string]digits{"": anyDigits, "large": largeNumbers, "arabic": arabicDigits, "limit": limits}

// counts reports whether u can be the unit of n.
func (u *unit) counts(n numeral) bool {
	switch {
	case !n.han || u.behind == anyDigits || u.behind == limits:
		return true
	case u.behind == arabicDigits:
		return false
	}
	return n.span.Len() > len("十") && !n.bare && n.lo.rat().Cmp(ten) > 0
}

// ten is the largest Chinese number that units of large numbers do not count behind.
var ten = big.NewRat(10, 1)

// spelling is one way to write a unit.
type spelling struct {
	unit  *unit
	after string // what must stand right before the spelling, if anything
}

// kinds are the kinds that a unit may give a claim.
var kinds = []string{
	"count", "money", "percent", "percent_point", "multiple", "area", "length", "mass",
	"volume", "energy", "rank", "duration", "age", "rate", "other",
}

// unitTable is units.txt, looked up by spelling.
type unitTable struct {
	spellings phrases[[]spelling]
	byName    map[string]*unit
}

// loadUnits reads units.txt.
func loadUnits(rules *ruleFiles) (*unitTable, error) {
	t := &unitTable{byName: make(map[string]*unit)}
	// All ways to write a unit, to be sorted: the set fills fastest in order.
	type entry struct {
		word string
		s    spelling
	}
	var all []entry
	factors := make(map[string]*big.Rat) // most units share theirs
	err := rules.read("units.txt", func(l ruleLine) error {
		u, err := parseUnit(l, factors)
		if err != nil {
			return err
		}
		if first := t.byName[u.name]; first != nil && first.own {
			return nil // the user's takes its place, whatever its kind
		}
		t.byName[u.name] = u
		all = append(all, entry{u.name, spelling{unit: u}})
		for rest := l.field(3); rest != ""; {
			var word string
			word, rest, _ = strings.Cut(rest, " ")
			before, bare, split := strings.Cut(word, "|")
			if !split {
				before, bare = "", word
			}
			all = append(all, entry{bare, spelling{u, before}})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b entry) int {
		return cmp.Or(strings.Compare(a.word, b.word), strings.Compare(a.s.after, b.s.after))
	})
	t.spellings.room(len(all))
	lists := make([]spelling, 0, len(all))
	for i := 0; i < len(all); {
		j, first := i, len(lists)
		for ; j < len(all) && all[j].word == all[i].word; j++ {
			u := all[j].s.unit
			if n := len(lists); n > first && all[j].s.after == lists[n-1].after {
				if lists[n-1].unit.own && !u.own {
					continue
				}
				return nil, fmt.Errorf("%s: %q already defined at %s", u.rule, all[j].word, lists[n-1].unit.rule)
			}
			lists = append(lists, all[j].s)
		}
		t.spellings.add(all[i].word, lists[first:len(lists):len(lists)])
		i = j
	}
	return t, nil
}

// parseUnit reads one line of units.txt; factors holds those read before, as written.
func parseUnit(l ruleLine, factors map[string]*big.Rat) (*unit, error) {
	kind, isKind := strings.CutPrefix(l.section, "kind ")
	if !isKind || !slices.Contains(kinds, kind) {
		return nil, l.errorf("section %q is not @kind and one of %s", l.section, strings.Join(kinds, ", "))
	}
	factor := factors[l.field(2)]
	if factor == nil {
		var ok bool
		if factor, ok = new(big.Rat).SetString(l.field(2)); !ok || factor.Sign() <= 0 {
			return nil, l.errorf("factor %q is not a positive decimal or fraction", l.field(2))
		}
		factors[l.field(2)] = factor
	}
	behind, ok := digitNames[l.field(4)]
	if !ok {
		return nil, l.errorf("%q is neither large, arabic nor limit", l.field(4))
	}
	return &unit{l.field(0), kind, l.field(1), factor, behind, l.where(), l.own}, nil
}

// match returns the unit whose spelling is the longest at byte i of text.
func (t *unitTable) match(text string, i int) (u *unit, size int) {
	word, list, ok := t.spellings.prefix(text[i:])
	if !ok {
		return nil, 0
	}
	for _, s := range list {
		if s.after != "" && strings.HasSuffix(text[:i], s.after) {
			return s.unit, len(word)
		}
	}
	for _, s := range list {
		if s.after == "" {
			return s.unit, len(word)
		}
	}
	return nil, 0
}
