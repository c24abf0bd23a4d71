package extract

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// quantity is a number with its unit and bound, as it stands in a text.
type quantity struct {
	span   segment.Span
	value  *big.Rat
	max    *big.Rat // upper end of a range, else nil
	unit   string   // as printed, without magnitude
	base   *unit    // for base_value; nil when the unit is in no dimension
	kind   string
	bound  string
	rule   string
	noUnit bool // a bare number
}

// large reports whether q, which reads text, is a bare number of 万 or 亿.
func (q *quantity) large(text string) bool {
	text = strings.TrimRight(text, "多余")
	return q.noUnit && (strings.HasSuffix(text, "亿") || strings.HasSuffix(text, "万"))
}

// quantity reads the unit behind n, and the other end when n opens a range.
func (r *reading) quantity(n numeral) int {
	if end := r.rangeTo(n); end > 0 {
		return end
	}
	if end := r.neighbours(n); end > 0 {
		return end
	}
	if end := r.list(n); end > 0 {
		return end
	}
	if end := r.ratio(n); end > 0 {
		return end
	}
	if end := r.andHalfOf(n); end > 0 {
		return end
	}
	u, end, over := r.unitAt(n)
	if u == nil {
		return r.unitless(n)
	}
	if end := r.unitRange(n, u, end, over); end > 0 {
		return end
	}
	return r.finish(n, u, end, over)
}

// unitAt reads the unit behind n, and 多, 余, 几 or 来 before or behind it. over
// says that the value is at least that of n because of such a word.
func (r *reading) unitAt(n numeral) (u *unit, end int, over bool) {
	i := n.span.End
	if j, ok := after(r.text, i, " 多", " 余"); ok && !n.han && n.bigTail == 0 {
		if u, end := r.plainUnit(n, j); u != nil {
			return u, end, true // 3000 多家
		}
	}
	if j, ok := after(r.text, i, "多", "余", "餘", "几", "来"); ok {
		if u, end := r.plainUnit(n, j); u != nil {
			return u, end, r.text[i:j] != "来"
		}
	}
	// 一个多月: the unit is split around the word.
	if j, ok := after(r.text, i, "个多"); ok {
		if u, size := r.units.match("个"+r.text[j:min(j+12, len(r.text))], 0); u != nil && u.kind == "duration" {
			return u, j + size - len("个"), true
		}
	}
	u, end = r.plainUnit(n, i)
	if u == nil {
		return nil, i, false
	}
	if j, ok := after(r.text, end, "多", "余"); ok && u.kind != "count" && !r.inWord(segment.Span{Start: end, End: j}) {
		return u, j, true
	}
	return u, end, false
}

// plainUnit matches a unit at byte i, after at most one space.
func (r *reading) plainUnit(n numeral, i int) (*unit, int) {
	if i < len(r.text) && r.text[i] == ' ' && !n.han {
		i++
	}
	u, size := r.units.match(r.text, i)
	if u == nil || !u.counts(n) {
		return nil, i
	}
	if r.inNoun(i) || r.inCounted(i, size) {
		return nil, i
	}
	if _, ok := r.forms.starts("unit-name", r.text, i); ok {
		return nil, i // 8.5|代线
	}
	end := i + size
	if _, limit := after(r.text, end, "内", "之内", "以内"); u.behind == limits && !limit {
		return nil, i
	}
	if isLatin(r.text[end-1]) && end < len(r.text) && (isLatin(r.text[end]) || r.text[end] >= '0' && r.text[end] <= '9') {
		return nil, i
	}
	return u, end
}

func isLatin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// finish adds the quantity of n and unit u whose spelling ends at end.
func (r *reading) finish(n numeral, u *unit, end int, over bool) int {
	q := quantity{span: segment.Span{Start: n.span.Start, End: end}, unit: u.name, base: u, kind: u.kind, bound: "exact", rule: u.rule}
	q.value = n.lo.rat()
	if n.isRange {
		q.max = n.hi.rat()
	}
	if u.name == "成" && !r.tenths(&q, n) || n.year && (u.name == "级" || u.name == "届") {
		return r.unitless(n)
	}
	if !over && !n.isRange {
		r.parts(&q, n, u)
	}
	if u.name == "位" && !n.han && !n.isRange && r.ranked(n.span.Start) && r.rankEnds(end) {
		q.kind = "rank" // 综合排名|22位
	}
	if u.kind == "money" && u.name != u.base {
		q.value.Mul(q.value, u.factor)
		q.unit, q.base = u.base, r.units.byName[u.base]
	}
	q.signed(n)
	if per, size := r.perUnit(q.span.End); size > 0 {
		q.unit, q.kind, q.base = u.name+"/"+per, "rate", nil
		q.span.End += size
	}
	before, cue := r.boundBefore(q.span.Start, n.bare)
	switch {
	case n.over || over:
		q.bound = "over"
	case n.about || strings.HasPrefix(r.text[n.span.End:], "来"):
		q.bound = "about"
	case before == "exact" && (u.kind == "money" || u.kind == "percent") && r.passed(q.span.Start):
		q.bound = "over"
	default:
		q.bound = before
	}
	q.span.End = r.boundAfter(q.span.End, &q.bound)
	several := n.bare && !cue && u.kind == "count" && r.headed(q.span) && strings.HasSuffix(r.text[r.start:q.span.Start], "数")
	if several {
		q.span.Start, q.bound = q.span.Start-len("数"), "over" // 14号数|百名: gse takes 号数 for a word
	}
	if n.bare && !cue && q.bound == "exact" && !(u.kind == "count" && r.headed(q.span)) {
		return n.span.End // 百货, 万家灯火: no number
	}
	if n.han && !several && r.splitsWord(q.span) {
		return n.span.End
	}
	if n.han && r.noCount(n, u, q.span) {
		if r.standsAlone(n) {
			r.addBare(n)
		}
		return n.span.End
	}
	r.add(q)
	return q.span.End
}

// passed reports whether 过 stands right before byte i as a word of its own, behind no
// verb (投资|过|10亿元, but not 走|过).
func (r *reading) passed(i int) bool {
	t := r.token(i - len("过"))
	if t < 1 || r.text[r.tokens[t].Start:r.tokens[t].End] != "过" || r.tokens[t].End != i {
		return false
	}
	before := r.tokens[t-1]
	if c, _ := utf8.DecodeRuneInString(r.text[before.Start:]); unicode.IsPunct(c) {
		return true // 过亿元企业19家、|过|十亿元企业5家
	}
	return before.Len() > len("字") && (!strings.HasPrefix(before.POS, "v") || before.POS == "vn")
}

// headed reports whether the word sp, as gse cut it, is a numeral with its unit, and
// a noun stands right behind (百家|门店).
func (r *reading) headed(sp segment.Span) bool {
	t := r.token(sp.Start)
	next := r.token(sp.End)
	return t >= 0 && r.tokens[t].Span == sp && numeric(r.tokens[t].POS) && next >= 0 && r.tokens[next].Start == sp.End &&
		r.tokens[next].Len() > len("字") && strings.HasPrefix(r.tokens[next].POS, "n")
}

// noCount reports whether a Chinese numeral before a measure word counts nothing:
// 零 (零部件), 二 where 两 would count (二次伤害), 一 behind 新 or 这, a measure
// word said twice (一张张), an adverb or another word.
func (r *reading) noCount(n numeral, u *unit, sp segment.Span) bool {
	one := r.text[n.span.Start:n.span.End] == "一"
	if _, _, ok := r.deictic.suffix(r.text[r.start:n.span.Start]); ok && one {
		return true
	}
	if one && r.otherWord(sp) || r.adverb(sp) || strings.HasPrefix(r.text[sp.End:], r.text[n.span.End:sp.End]) {
		return true
	}
	if u.kind != "count" {
		return false
	}
	return n.lo.coef == 0 || r.text[n.span.Start:n.span.End] == "二" && u.name != "人" && u.name != "字"
}

// tenths turns 八成 and 六成五 into percent; it reports false for more than ten.
func (r *reading) tenths(q *quantity, n numeral) bool {
	ten := big.NewRat(10, 1)
	if q.value.Cmp(ten) > 0 {
		return false
	}
	q.value.Mul(q.value, ten)
	if q.max != nil {
		q.max.Mul(q.max, ten)
	}
	q.unit, q.base = "%", r.units.byName["%"]
	if end, half := after(r.text, q.span.End, "半"); half && n.han && q.max == nil {
		q.value.Add(q.value, big.NewRat(5, 1)) // 四成半
		q.span.End = end
	} else if c, size := utf8.DecodeRuneInString(r.text[q.span.End:]); n.han {
		if g := glyphOf(c); g.kind == literalSign && g.digit > 0 {
			q.value.Add(q.value, new(big.Rat).SetUint64(uint64(g.digit)))
			q.span.End += size
		}
	}
	return true
}

// perUnit reads what makes a rate of the quantity before byte i: a slash and a
// unit or a short word, or 每 and a unit.
func (r *reading) perUnit(i int) (word string, size int) {
	j, slash := after(r.text, i, "/", "／")
	if !slash {
		var each bool
		if j, each = after(r.text, i, "每"); !each {
			return "", 0
		}
	}
	u, n := r.units.match(r.text, j)
	end := j
	for k, c := range r.text[j:] {
		if !unicode.Is(unicode.Han, c) || k > len("标准箱") {
			break
		}
		end = j + k + utf8.RuneLen(c)
	}
	rest := r.text[j+n : max(end, j+n)]
	_, _, bounded := r.bounds["after"].prefix(rest)
	bounded = bounded || u != nil && strings.HasPrefix(rest, "时") // 低于7元/股|时
	if _, capacity := after(r.text, j+n, "产能", "产量"); u != nil && capacity {
		bounded = true // 9万吨/年|产能
	}
	per, ok := r.forms.starts("per", r.text, j)
	ok = ok && slash
	switch {
	case ok && strings.HasPrefix(r.text[per:], "时"):
		return r.text[j:per], per - i // 提高到684元/月|时
	case slash && end > j && end-j <= len("标准箱") && (u == nil || !bounded && r.unitEnds(end)):
		return r.text[j:end], end - i
	case u != nil && (slash || u.name == "秒" || r.unitEnds(j+n)):
		return u.name, j + n - i
	case ok:
		return r.text[j:per], per - i // 684元/月|的
	}
	return "", 0
}

// unitEnds reports whether no word goes on at byte i.
func (r *reading) unitEnds(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.text[i:])
	return !isWordRune(c)
}

// unitless reads a number without a unit: 五大…, else a bare number.
func (r *reading) unitless(n numeral) int {
	if j, ok := after(r.text, n.span.End, "多", "余"); ok && n.bigTail > 0 && !n.isRange && !n.over {
		n.over, n.span.End = true, j // 拨付5亿多
	}
	end := n.span.End
	if j, ok := after(r.text, end, "大"); ok && !n.isRange && !n.negative {
		v, small := n.lo.int(30)
		if _, word := r.forms.starts("big-not", r.text, j); small && v > 1 && !word && !r.rankEnds(j) {
			r.addForm("big", segment.Span{Start: n.span.Start, End: j}, n.lo)
			return j
		}
	}
	if r.moneyBefore(n) {
		return r.finish(n, r.units.byName["元"], n.span.End, false)
	}
	if end := r.nounCount(n); end > 0 {
		return end
	}
	if !n.han || r.standsAlone(n) {
		r.addBare(n)
	}
	return end
}

// signed gives the value of q, and the other end of its range, the signs of n. The
// lower end is the value, whichever is written first.
func (q *quantity) signed(n numeral) {
	if n.negative {
		q.value.Neg(q.value)
	}
	if n.belowZero {
		q.max.Neg(q.max)
		if q.value.Cmp(q.max) > 0 {
			q.value, q.max = q.max, q.value
		}
	}
}

// addBare adds n as a bare number.
func (r *reading) addBare(n numeral) {
	q := r.forms.quantity("bare")
	q.span, q.value, q.noUnit = n.span, n.lo.rat(), true
	if n.isRange {
		q.max = n.hi.rat()
	}
	q.signed(n)
	q.bound, _ = r.boundBefore(n.span.Start, n.bare)
	if n.over {
		q.bound = "over"
	}
	r.add(q)
}
