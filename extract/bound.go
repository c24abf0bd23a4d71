package extract

import (
	"strings"

	"newsift/segment"
)

// loadBounds reads bounds.txt: by place, the words and what bound they give.
func loadBounds(rules *ruleFiles) (map[string]*phrases[string], error) {
	bounds := make(map[string]*phrases[string])
	for _, place := range boundPlaces {
		bounds[place] = new(phrases[string])
	}
	err := rules.read("bounds.txt", func(l ruleLine) error {
		place, bound, _ := strings.Cut(l.section, " ")
		if bounds[place] == nil {
			return l.errorf("section %q is none of %s", l.section, strings.Join(boundPlaces, ", "))
		}
		if !bounds[place].add(l.field(0), bound) {
			return l.twice()
		}
		return nil
	})
	return bounds, err
}

// boundBefore reads the word of approximation before byte i. cue reports that
// one stands there, also one that only goes with a bare magnitude.
func (r *reading) boundBefore(i int, bare bool) (bound string, cue bool) {
	text := strings.TrimRight(r.text[r.start:i], " ")
	for range 2 {
		if word, bound, ok := r.bounds["before"].suffix(text); ok {
			at := segment.Span{Start: r.start + len(text) - len(word), End: r.start + len(text)}
			if t := r.token(at.Start); !r.inWord(at) || r.tokens[t].Start == at.Start && r.tokens[t].End > i || r.glued(r.tokens[t], at) {
				return bound, true
			}
		}
		if bare {
			if _, bound, ok := r.bounds["bare"].suffix(text); ok {
				return bound, true
			}
		}
		word, _, ok := r.bounds["filler"].suffix(text)
		if !ok {
			break
		}
		text = text[:len(text)-len(word)]
	}
	return r.boundAhead(i), false
}

// boundAhead returns the bound that stands in front of the verb before byte i (至少|出口3万辆), or
// exact.
func (r *reading) boundAhead(i int) string {
	const far = 3 // tokens
	for k, n := r.token(i-1), 0; k > 0 && n < far; k, n = k-1, n+1 {
		t := r.tokens[k]
		if t.Start < r.start || !strings.HasPrefix(t.POS, "v") && t.POS != "d" {
			break
		}
		before := r.tokens[k-1]
		if bound, ok := r.bounds["ahead"].get(r.text[before.Start:before.End]); ok && before.End == t.Start {
			return bound
		}
	}
	return "exact"
}

// glued reports whether gse has joined the bound at sp to a word that measures, which
// makes the token t (占地|约).
func (r *reading) glued(t segment.Token, sp segment.Span) bool {
	if t.Start >= sp.Start || t.End != sp.End {
		return false
	}
	_, ok := r.bounds["glue"].get(r.text[t.Start:sp.Start])
	return ok
}

// boundAfter reads 以上, 左右 and their like at byte i and returns their end.
func (r *reading) boundAfter(i int, bound *string) int {
	if word, b, ok := r.bounds["after"].prefix(r.text[i:]); ok {
		*bound = b
		return i + len(word)
	}
	return i
}
