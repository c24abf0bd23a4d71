package extract

import (
	"math/big"
	"strings"

	"newsift/segment"
)

// parts takes in the smaller units behind a quantity of n and u that belong to
// it: 3元5角, 5小时30分, 1米75, 两年半. The value stays in the larger unit if it
// ends there as a decimal, and else goes to the smallest, as it does when that
// alone tells what is measured (4分20秒).
func (r *reading) parts(q *quantity, n numeral, u *unit) {
	if !strings.HasPrefix(r.text[q.span.End:], "半") {
		small := r.units.byName[u.name]
		if _, _, _, ok := r.part(u.name, q.span.End); !ok && (small == nil || small.kind == u.kind) {
			return // nothing belongs to it
		}
	}
	scale := big.NewRat(1, 1) // of the unit read last
	name := u.name
	for {
		if end, ok := r.andHalf(q.span.End, u); ok {
			q.value.Add(q.value, new(big.Rat).Mul(scale, big.NewRat(1, 2)))
			q.span.End = end
			break
		}
		c, v, end, ok := r.part(name, q.span.End)
		if !ok {
			break
		}
		if c.digits {
			q.value.Add(q.value, v.Mul(v, scale))
			q.span.End = end
			break
		}
		scale.Quo(scale, c.size)
		q.value.Add(q.value, v.Mul(v, scale))
		q.span.End, name = end, c.name
	}
	small := r.units.byName[name]
	if _, exact := q.value.FloatPrec(); small != nil && (!exact || small.kind != u.kind) {
		q.value.Quo(q.value, scale)
		q.unit, q.base, q.kind = small.name, small, small.kind
	}
}

// andHalf reads 半 behind a unit (两年半, 三倍半).
func (r *reading) andHalf(i int, u *unit) (end int, ok bool) {
	end, ok = after(r.text, i, "半")
	if !ok || u.kind == "count" || u.kind == "money" || r.inOther(segment.Span{Start: i, End: end}, end) {
		return i, false
	}
	return end, true
}

// part reads at byte i a number of a unit that may follow the unit name, or the
// decimals that may (1米75); v is in that unit.
func (r *reading) part(name string, i int) (c compound, v *big.Rat, end int, ok bool) {
	list := r.forms.compounds[name]
	if len(list) == 0 {
		return c, nil, i, false
	}
	if j, zero := after(r.text, i, "零"); zero {
		i = j
	}
	if i >= len(r.text) {
		return c, nil, i, false
	}
	m, ok := readNumeral(r.text, i)
	if !ok || m.isRange || m.over || m.bare {
		return c, nil, i, false
	}
	best := compound{}
	for _, c := range list {
		if !c.digits && len(c.part) > len(best.part) && strings.HasPrefix(r.text[m.span.End:], c.part) {
			best = c
		}
	}
	if end := m.span.End + len(best.part); best.part != "" && m.lo.rat().Cmp(best.size) < 0 && !r.splitsWord(segment.Span{Start: i, End: end}) {
		return best, m.lo.rat(), end, true
	}
	for _, c := range list {
		if !c.digits || !r.decimalsEnd(m) {
			continue
		}
		lo := m.lo
		lo.exp -= max(m.digits, 1)
		return c, lo.rat(), m.span.End, true
	}
	return c, nil, i, false
}

// decimalsEnd reports whether m can be the decimals of the number before it: one
// Chinese digit or two Arabic ones, and no unit behind them.
func (r *reading) decimalsEnd(m numeral) bool {
	if v, ok := m.lo.int(99); !ok || m.digits > 2 || m.han && v > 9 || m.lo.exp != 0 {
		return false
	}
	if u, _, _ := r.unitAt(m); u != nil {
		return false
	}
	_, bound := after(r.text, m.span.End, "左右", "以上", "以下", "多", "的", "上下")
	return bound || r.unitEnds(m.span.End)
}

// andHalfOf reads 一个半月 and 两个半小时, whose unit is split around 半. It
// returns 0 when there is none.
func (r *reading) andHalfOf(n numeral) int {
	j, ok := after(r.text, n.span.End, "个半")
	if !ok {
		return 0
	}
	u, size := r.units.match("个"+r.text[j:min(j+12, len(r.text))], 0)
	if u == nil || u.kind != "duration" {
		return 0
	}
	if n.lo, ok = n.lo.add(number{coef: 5, exp: -1}); !ok {
		return 0
	}
	n.hi = n.lo
	return r.finish(n, u, j+size-len("个"), false)
}
