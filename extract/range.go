package extract

import (
	"math/big"
	"strings"

	"newsift/segment"
)

// shareMagnitude gives n the magnitudes that m, which stands behind it, has and n leaves
// out: 三至五百, 30~50亿, 二十到三十万. It reports whether it did.
func (n *numeral) shareMagnitude(m numeral) bool {
	power := 0
	switch {
	case n.bigTail > 0 || m.bare:
		return false
	case n.tail == 0 && !n.bare:
		power = m.tail
	default:
		power = m.bigTail
	}
	if power == 0 {
		return false
	}
	lo, hi := n.lo, n.hi
	lo.exp, hi.exp = lo.exp+power, hi.exp+power
	n.lo, n.hi = lo.plain(), hi.plain()
	return true
}

// rangeTo reads the other end when n opens a range that names its unit once
// (3-5个, 三至五年). It returns 0 when there is none.
func (r *reading) rangeTo(n numeral) int {
	j, ok := r.forms.starts("range", r.text, n.span.End)
	if !ok || j >= len(r.text) {
		return 0
	}
	j, below := r.minus(n, j)
	m, ok := readNumeral(r.text, j)
	if !ok || m.bare || n.over {
		return 0
	}
	u, end, over := r.unitAt(m)
	if u == nil {
		return 0
	}
	if shared := n; shared.shareMagnitude(m) && r.ascending(shared, m) {
		n = shared
	}
	if !r.ascending(n, m) {
		return 0
	}
	m.span.Start, m.lo, m.isRange = n.span.Start, n.lo, true
	m.han, m.negative, m.over, m.belowZero = m.han && n.han, n.negative, false, below
	return r.finish(m, u, end, over)
}

// minus returns where the other end of a range that n opens begins, behind a minus at
// byte j, and whether there is one: a range that begins above zero has none.
func (r *reading) minus(n numeral, j int) (int, bool) {
	if !n.negative {
		return j, false
	}
	return after(r.text, j, "-", "－", "−", "负", "零下")
}

// ascending reports whether a range may go from n to m; one that falls is a
// score, a date or a number with its name (747-400).
func (r *reading) ascending(n, m numeral) bool {
	return n.negative || n.lo.rat().Cmp(m.hi.rat()) < 0
}

// unitRange reads the other end of a range whose ends both name the unit, given
// that of n: 26%―30%. 从1个到11个 is no range but a movement.
func (r *reading) unitRange(n numeral, u *unit, end int, over bool) int {
	j, ok := r.forms.starts("range", r.text, end)
	if !ok || j >= len(r.text) {
		return 0
	}
	moves := r.movesFrom(n.span.Start, r.text[end:j], u.kind == "percent")
	j, below := r.minus(n, j)
	m, ok := readNumeral(r.text, j)
	if !ok || m.bare {
		return 0
	}
	v, mEnd, mOver := r.unitAt(m)
	if v != u || !r.ascending(n, m) || moves && !r.restated(mEnd) {
		return 0
	}
	m.span.Start, m.lo, m.isRange, m.negative, m.belowZero = n.span.Start, n.lo, true, n.negative, below
	m.han, m.over = m.han && n.han, false
	return r.finish(m, u, mEnd, mOver || over)
}

// movesFrom reports whether a number at byte i is where a movement starts (从,
// 由) or what it comes to (减少157亿至3989亿), not the lower end of a range, as behind a word of
// movement it is of a percentage. A dash between the two is always that of a range (增长3%-5%).
func (r *reading) movesFrom(i int, sign string, percent bool) bool {
	if sign != "至" && sign != "到" {
		return false
	}
	text := r.text[r.start:i]
	if word, _, ok := r.bounds["before"].suffix(text); ok {
		text = text[:len(text)-len(word)]
	}
	if percent {
		return r.forms.ends("origin", text) // 从3%到5%, but 上涨3%到5%
	}
	return r.forms.ends("from", text)
}

// restated reports whether behind byte i, where a range could end, a word says that it is
// another one now: 由-12亿元至-8亿元|向下修正为-32亿元至-21亿元.
func (r *reading) restated(i int) bool {
	const far = len("元的亏损向下修正为")
	behind := r.text[i:min(i+far, len(r.text))]
	for k := range behind {
		if _, ok := r.forms.starts("restated", behind, k); ok {
			return true
		}
	}
	return false
}

// neighbours reads 三、四倍 and 五、六十块: two neighbouring digits that say
// roughly how many. It returns 0 when there is none.
func (r *reading) neighbours(n numeral) int {
	j, ok := after(r.text, n.span.End, "、")
	d, single := n.lo.int(8)
	if !ok || !single || d == 0 || n.isRange || n.over || n.negative || n.tail > 0 {
		return 0
	}
	m, ok := readNumeral(r.text, j)
	if _, more := after(r.text, m.span.End, "、"); !ok || more || m.han != n.han || m.bare || m.isRange {
		return 0
	}
	u, end, over := r.unitAt(m)
	if lo := (number{n.lo.coef, m.tail}).plain(); u != nil && m.lo == (number{n.lo.coef + 1, m.tail}).plain() {
		m.span.Start, m.lo, m.isRange = n.span.Start, lo, true
		return r.finish(m, u, end, over)
	}
	return 0
}

// list reads 10、20、30亿元: numbers that share the unit and magnitude of the
// last one. It returns 0 when n is not the first of such a list.
func (r *reading) list(n numeral) int {
	const most = 20
	var members []numeral
	last := n
	for !n.han && len(members) < most {
		j, ok := after(r.text, last.span.End, "、", "和", "及", "与", "或")
		if !ok {
			break
		}
		m, ok := readNumeral(r.text, j)
		if !ok || m.han || m.year && last.year {
			break
		}
		if members == nil {
			members = append(members, n)
		}
		members, last = append(members, m), m
	}
	if members == nil {
		return 0
	}
	u, end, over := r.unitAt(last)
	if u == nil || over {
		return 0
	}
	for _, m := range members[:len(members)-1] {
		if v, _, _ := r.unitAt(m); v != nil || m.tail > 0 && m.tail != last.tail {
			return 0
		}
	}
	first := len(r.found)
	for _, m := range members[:len(members)-1] {
		if m.tail == 0 {
			m.shareMagnitude(last) // but 10万、20万元
		}
		r.finish(m, u, m.span.End, false)
	}
	end = r.finish(last, u, end, over)
	for k := first + 1; k < len(r.found); k++ {
		if q := &r.found[k]; q.bound == "exact" {
			q.bound = r.found[first].bound // 突破100亿、300亿和600亿元
		}
	}
	return end
}

// ratio reads 3:1 and 3比1 beside a word that speaks of ratios. It returns 0
// when there is none.
func (r *reading) ratio(n numeral) int {
	j, ok := after(r.text, n.span.End, ":", "：", "∶", "比")
	if !ok || j >= len(r.text) {
		return 0
	}
	m, ok := readNumeral(r.text, j)
	if !ok || m.lo.coef == 0 || m.isRange || n.isRange {
		return 0
	}
	if u, _, _ := r.unitAt(m); u != nil {
		return 0
	}
	before := strings.TrimRight(r.text[r.start:n.span.Start], "达到约为是以按")
	next, _ := after(r.text, m.span.End, "的")
	if _, ok := r.forms.starts("ratio-cue", r.text, next); !ok && !r.forms.ends("ratio-cue", before) && !r.forms.ends("ratio-cue", r.text[r.start:n.span.Start]) {
		return 0
	}
	q := r.forms.quantity("ratio")
	q.span = segment.Span{Start: n.span.Start, End: m.span.End}
	q.value = new(big.Rat).Quo(n.lo.rat(), m.lo.rat())
	q.bound, _ = r.boundBefore(q.span.Start, false)
	r.add(q)
	return q.span.End
}
