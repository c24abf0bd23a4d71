package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// nounCount adds a number that counts a noun without a measure word: a large or
// a vague one the noun behind it (3000万农民, 数千居民, 200多敌人), one that ends a
// clause the noun before it (人口400多万). It returns 0 when n does neither.
func (r *reading) nounCount(n numeral) int {
	end, over := after(r.text, n.span.End, "多", "余", "餘")
	bound, _ := r.boundBefore(n.span.Start, false)
	if over || n.over {
		bound = "over"
	}
	end = r.boundAfter(end, &bound)
	if n.bare || n.negative || n.lo.rat().Cmp(ten) <= 0 {
		return 0
	}
	if (n.bigTail == 0 && bound != "over" || !r.nounAt(end)) && !r.nounBefore(n, end) {
		return 0
	}
	q := r.forms.quantity("noun")
	q.span, q.value, q.bound = segment.Span{Start: n.span.Start, End: end}, n.lo.rat(), bound
	if n.isRange {
		q.max = n.hi.rat()
	}
	r.add(q)
	return end
}

// moneyBefore reports whether n, of 万 or 亿 without a unit, stands behind a word that only amounts
// of money do (拟投|33亿, 斥资近|5亿) and counts no noun behind it.
func (r *reading) moneyBefore(n numeral) bool {
	if n.bigTail == 0 || n.bare || n.negative {
		return false
	}
	if t := r.token(n.span.End); t >= 0 && r.tokens[t].Start == n.span.End && (r.tokens[t].POS == "n" || r.tokens[t].POS == "x" && isLatin(r.text[n.span.End])) {
		return false
	}
	return r.forms.ends("money-verb", r.unbound(n.span.Start))
}

// unbound returns the text of the sentence up to byte i without the words of bound at its end.
func (r *reading) unbound(i int) string {
	text := strings.TrimRight(r.text[r.start:i], " ")
	for range 3 {
		for _, place := range []string{"before", "bare", "filler"} {
			word, _, _ := r.bounds[place].suffix(text)
			text = text[:len(text)-len(word)]
		}
	}
	return text
}

// nounAt reports whether a noun phrase begins at byte i that can be counted and
// has nothing to do with money: 8000万投资 is money without its unit.
func (r *reading) nounAt(i int) bool {
	t := r.token(i)
	if t < 0 || r.tokens[t].Start != i {
		return false
	}
	if !r.tagged(t, "nab") {
		return r.countedFrom(t)
	}
	for k, tok := range r.tokens[t:] {
		word := r.text[tok.Start:tok.End]
		if c, _ := utf8.DecodeRuneInString(word); !unicode.Is(unicode.Han, c) {
			return k > 0
		}
		if _, ok := r.forms.starts("money-noun", word, 0); ok {
			return false
		}
	}
	return true
}

// countedFrom reports whether a noun that numbers count ends soon behind the start
// of token t (625万|建档立卡贫困人口).
func (r *reading) countedFrom(t int) bool {
	const words = 4
	from := r.tokens[t].Start
	for _, tok := range r.tokens[t:min(t+words, len(r.tokens))] {
		if c, _ := utf8.DecodeRuneInString(r.text[tok.Start:]); !unicode.Is(unicode.Han, c) {
			return false
		}
		if r.forms.ends("counted", r.text[from:tok.End]) {
			return true
		}
	}
	return false
}

// nounBefore reports whether n, which ends at byte end with a bound, closes a
// clause and stands behind a noun that numbers count, words of bound aside.
func (r *reading) nounBefore(n numeral, end int) bool {
	_, goesOn := after(r.text, end, "的", "或", "和", "且")
	if n.han && n.bigTail == 0 || n.year || n.lo.exp != 0 || !r.unitEnds(end) && !goesOn {
		return false
	}
	return r.forms.ends("counted", r.unbound(n.span.Start))
}
