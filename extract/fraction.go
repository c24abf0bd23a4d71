package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// fraction reads the shares that start with n: 三分之一, 百分之八十, 二又三分之一,
// 2/3 and 一半. It returns 0 when there is none.
func (r *reading) fraction(n numeral) int {
	if end := r.share(n); end > 0 {
		return end
	}
	if end := r.mixed(n); end > 0 {
		return end
	}
	if end := r.slashed(n); end > 0 {
		return end
	}
	if r.text[n.span.Start:n.span.End] == "一" && strings.HasPrefix(r.text[n.span.End:], "半") {
		end := n.span.End + len("半")
		if !r.splitsWord(segment.Span{Start: n.span.Start, End: end}) {
			q := r.forms.quantity("half")
			return r.addShare(q, segment.Span{Start: n.span.Start, End: end}, big.NewRat(1, 2))
		}
	}
	return 0
}

// of reads 分之, spaces around it aside, at byte i and the numerator behind it.
func (r *reading) of(i int) (m numeral, ok bool) {
	i = r.skipSpaces(i)
	j, ok := after(r.text, i, "分")
	if !ok {
		return m, false
	}
	if j, ok = after(r.text, r.skipSpaces(j), "之"); !ok {
		return m, false
	}
	if j = r.skipSpaces(j); j >= len(r.text) {
		return m, false
	}
	return readNumeral(r.text, j)
}

func (r *reading) skipSpaces(i int) int {
	for i < len(r.text) && r.text[i] == ' ' {
		i++
	}
	return i
}

// share reads 分之 and the numerator behind the denominator n. Shares of a
// hundred and a thousand print as % and ‰, others as a plain share of one.
func (r *reading) share(n numeral) int {
	m, ok := r.of(n.span.End)
	if !ok || n.lo.coef == 0 {
		return 0
	}
	whole := n.lo.rat()
	q := r.forms.quantity("share")
	scale := new(big.Rat).Inv(whole)
	switch {
	case n.bare && whole.Cmp(big.NewRat(100, 1)) == 0:
		q, scale = r.forms.quantity("percent"), big.NewRat(1, 1)
	case n.bare && whole.Cmp(big.NewRat(1000, 1)) == 0:
		q, scale = r.forms.quantity("permille"), big.NewRat(1, 1)
	}
	value := new(big.Rat).Mul(m.lo.rat(), scale)
	if n.negative {
		value.Neg(value)
	}
	end := m.span.End
	if m.isRange {
		q.max = new(big.Rat).Mul(m.hi.rat(), scale)
	} else if hi, hiEnd, ok := r.shareEnd(end, whole); ok {
		q.max, end = new(big.Rat).Mul(hi.rat(), scale), hiEnd
	}
	if m.over {
		q.bound = "over"
	}
	return r.addShare(q, segment.Span{Start: n.span.Start, End: end}, value)
}

// shareEnd reads the upper end of a range of shares at byte i: 百分之三至百分之五
// and 百分之三至五.
func (r *reading) shareEnd(i int, whole *big.Rat) (hi number, end int, ok bool) {
	j, ok := r.forms.starts("range", r.text, i)
	if !ok || j >= len(r.text) {
		return hi, i, false
	}
	n, ok := readNumeral(r.text, j)
	if !ok {
		return hi, i, false
	}
	if m, ok := r.of(n.span.End); ok {
		return m.lo, m.span.End, n.lo.rat().Cmp(whole) == 0
	}
	if u, _, _ := r.unitAt(n); u != nil || !n.han {
		return hi, i, false
	}
	return n.lo, n.span.End, true
}

// mixed reads 二又三分之一.
func (r *reading) mixed(n numeral) int {
	if !n.han && n.digits < 3 && n.lo.exp == 0 && strings.HasPrefix(r.text[n.span.End:], " ") {
		return r.mixedSlashed(n)
	}
	i, ok := after(r.text, r.skipSpaces(n.span.End), "又")
	if i = r.skipSpaces(i); !ok || i >= len(r.text) {
		return 0
	}
	d, ok := readNumeral(r.text, i)
	if !ok || d.lo.coef == 0 {
		return 0
	}
	m, ok := r.of(d.span.End)
	if !ok {
		return 0
	}
	value := new(big.Rat).Quo(m.lo.rat(), d.lo.rat())
	return r.addFraction(n, m.span.End, value.Add(value, n.lo.rat()))
}

// mixedSlashed reads 1 3/5.
func (r *reading) mixedSlashed(n numeral) int {
	a, ok := readNumeral(r.text, n.span.End+1)
	if !ok {
		return 0
	}
	value, end, ok := r.quotient(a)
	if !ok {
		return 0
	}
	return r.addFraction(n, end, value.Add(value, n.lo.rat()))
}

// addFraction adds a bare number of value v, or -v when n is negative.
func (r *reading) addFraction(n numeral, end int, v *big.Rat) int {
	if n.negative {
		v.Neg(v)
	}
	q := r.forms.quantity("bare")
	q.span, q.value, q.noUnit = segment.Span{Start: n.span.Start, End: end}, v, true
	r.found = append(r.found, q)
	return end
}

// quotient reads 2/3, whose numerator is n; ok is false for rates, dates and codes.
func (r *reading) quotient(n numeral) (v *big.Rat, end int, ok bool) {
	const most = 3 // digits; longer ones are numbers of documents
	i, ok := after(r.text, n.span.End, "/", "／")
	if !ok || n.han || n.digits > most || n.lo.exp != 0 || i >= len(r.text) {
		return nil, 0, false
	}
	m, ok := readNumeral(r.text, i)
	if !ok || m.han || m.digits > most || m.lo.exp != 0 || m.lo.coef == 0 || m.tail > 0 {
		return nil, 0, false
	}
	next, _ := utf8.DecodeRuneInString(r.text[m.span.End:])
	prev, _ := utf8.DecodeLastRuneInString(r.text[:n.span.Start])
	if strings.ContainsRune("/／%％", next) || latin(next) || latin(prev) || strings.ContainsRune("/／", prev) {
		return nil, 0, false
	}
	return new(big.Rat).Quo(n.lo.rat(), m.lo.rat()), m.span.End, true
}

// slashed reads 2/3: a share when it is the share of something, else a bare number.
func (r *reading) slashed(n numeral) int {
	value, end, ok := r.quotient(n)
	if !ok {
		return 0
	}
	sp := segment.Span{Start: n.span.Start, End: end}
	_, cue := r.boundBefore(sp.Start, false)
	cue = cue || r.forms.ends("of-before", r.text[r.start:sp.Start]) || r.shared(sp.Start)
	if _, of := r.forms.starts("of", r.text, end); (of || cue) && !n.negative && value.Cmp(big.NewRat(1, 1)) < 0 {
		return r.addShare(r.forms.quantity("share"), sp, value)
	}
	return r.addFraction(n, end, value)
}

// shared reports whether 占 stands before byte i in its clause: a share follows
// what it is a share of (占全省1/6).
func (r *reading) shared(i int) bool {
	const near = 60 // bytes
	head := r.text[max(r.start, i-near):i]
	if at := strings.LastIndexAny(head, "，。；,;"); at >= 0 {
		head = head[at:]
	}
	return strings.Contains(head, "占") && !strings.Contains(head, "占地")
}

// addShare adds q with the bounds around it.
func (r *reading) addShare(q quantity, sp segment.Span, value *big.Rat) int {
	q.span, q.value = sp, value
	if end, ok := after(r.text, sp.End, "多", "强"); ok && !r.inWord(segment.Span{Start: sp.End, End: end}) {
		q.span.End, q.bound = end, "over"
	}
	exact := q.bound == "exact"
	q.span.End = r.boundAfter(q.span.End, &q.bound)
	if exact && q.bound == "exact" {
		q.bound, _ = r.boundBefore(q.span.Start, false)
	}
	r.add(q)
	return q.span.End
}

// doubling reads 翻番, 翻倍, 翻一番, 翻了两番: the value after n doublings is 2ⁿ.
func (r *reading) doubling(i int) int {
	j, _ := after(r.text, i, "翻了", "翻")
	times := 1
	if t, end, ok := small(r.text, j, 20); ok {
		times, j = t, end
	}
	end, ok := after(r.text, j, "番")
	if whole, once := after(r.text, i, "翻倍"); once {
		end, ok = whole, true
	}
	if !ok {
		return i
	}
	q := r.forms.quantity("doubling")
	q.span = segment.Span{Start: i, End: end}
	q.value = new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), uint(times)))
	q.bound, _ = r.boundBefore(i, false)
	q.span.End = r.boundAfter(end, &q.bound)
	r.add(q)
	return q.span.End
}

// half reads 半年, 半小时, 半个, 半吨, 半数 and 半百.
func (r *reading) half(i int) int {
	sp := segment.Span{Start: i, End: i + len("半")}
	if end, ok := after(r.text, i, "半数"); ok {
		if _, cue := r.boundBefore(i, true); cue || strings.HasPrefix(r.text[end:], "以上") {
			return r.addShare(r.forms.quantity("half"), segment.Span{Start: i, End: end}, big.NewRat(1, 2))
		}
		return i
	}
	n := numeral{span: sp, lo: number{coef: 5, exp: -1}, han: true}
	if end, ok := after(r.text, i, "半百"); ok {
		n.span.End, n.lo = end, number{coef: 50}
		n.hi = n.lo
		return r.unitless(n)
	}
	n.hi = n.lo
	u, end, over := r.unitAt(n)
	if u == nil || u.kind == "count" && u.name != "个" || r.inOther(sp, end) {
		return i
	}
	return r.finish(n, u, end, over)
}

// inOther reports whether the word that sp stands in goes past end, or began
// before sp (一半, 多半).
func (r *reading) inOther(sp segment.Span, end int) bool {
	t := r.token(sp.Start)
	return t >= 0 && (r.tokens[t].Start < sp.Start || r.tokens[t].End > end)
}

// hundreds reads 上百家 and 成千: at least one of the magnitude.
func (r *reading) hundreds(i int) int {
	j := i + len("上")
	if j >= len(r.text) {
		return i
	}
	n, ok := readNumeral(r.text, j)
	whole := segment.Span{Start: i, End: n.span.End}
	if u, size := r.units.match(r.text, n.span.End); u != nil {
		if t := r.token(i); t >= 0 && r.tokens[t].Start == i && r.tokens[t].End == whole.End+size {
			whole.End += size // 上千人 is one word to gse
		}
	}
	if !ok || !n.bare || r.inWord(whole) {
		return i
	}
	n.span.Start, n.over, n.bare = i, true, false
	return r.quantity(n)
}
