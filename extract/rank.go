package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// rank reads 第一, 首位, 第12位 and 前50强. Ordinals that only number things
// (第四批, 第二所) are bare numbers.
func (r *reading) rank(i int) int {
	first, size := utf8.DecodeRuneInString(r.text[i:])
	switch start := i + size; {
	case first == '首':
		return r.uppermost(i)
	case start >= len(r.text):
		return i
	case first == '前':
		return r.top(i, start)
	default:
		return r.ordinal(i, start)
	}
}

// uppermost reads 首位.
func (r *reading) uppermost(i int) int {
	end, ok := after(r.text, i, "首位", "首席")
	if ok && r.text[i:end] == "首位" && r.rankEnds(end) {
		r.addForm("uppermost", segment.Span{Start: i, End: end}, number{coef: 1})
	}
	return end
}

// top reads 前50强, 前十名 and 前5个月, given the number at byte start.
func (r *reading) top(i, start int) int {
	if t := r.token(i); t >= 0 && r.tokens[t].Start < i {
		return i // 目前, 提前
	}
	n, ok := readNumeral(r.text, start)
	if !ok || n.isRange || n.over || n.bare {
		return i
	}
	if end, ok := r.forms.starts("top", r.text, n.span.End); ok {
		name := "top"
		if strings.HasSuffix(r.text[:end], "强") {
			name = "topsize"
		}
		r.addForm(name, segment.Span{Start: i, End: end}, n.lo)
		return end
	}
	if d, ok := r.readFirstMonths(i); ok {
		return r.addDate(d)
	}
	if v, ok := n.lo.int(500); ok && v > 0 && r.ranked(i) && r.rankEnds(n.span.End) {
		r.addForm("top", segment.Span{Start: i, End: n.span.End}, n.lo)
		return n.span.End
	}
	return i
}

// ordinal reads 第一 and 第12位, given the number at byte start.
func (r *reading) ordinal(i, start int) int {
	n, ok := readNumeral(r.text, start)
	if !ok || n.isRange || n.over {
		return i
	}
	sp := segment.Span{Start: i, End: n.span.End}
	if r.enumerates(i, n.span.End) {
		r.addBare(n)
		return n.span.End
	}
	if m, ok := r.nextOrdinal(n); ok {
		r.addBare(n)
		r.addBare(m)
		return m.span.End
	}
	if end, ok := after(r.text, n.span.End, "位", "名"); ok && (r.rankEnds(end) || r.ranked(i)) {
		sp.End = end
	} else if !r.rankEnds(n.span.End) && (!r.ranked(i) || r.numbersThings(n)) {
		// 第二季度 and 第三届 number things; what follows is read on its own.
		r.addBare(n)
		return n.span.End
	}
	r.addForm("ordinal", sp, n.lo)
	return sp.End
}

// nextOrdinal reads the number behind the ordinal n when the two number things (第二十五、
// 二十六集, 第三、第四轮).
func (r *reading) nextOrdinal(n numeral) (m numeral, ok bool) {
	j, ok := after(r.text, n.span.End, "、第", "和第", "及第", "、", "和")
	if !ok {
		return m, false
	}
	m, ok = readNumeral(r.text, j)
	return m, ok && m.han == n.han && !m.isRange && !r.rankEnds(m.span.End) && r.numbersThings(m)
}

// numbersThings reports whether a measure word or a time stands behind the
// ordinal n, so that it numbers things even where a rank is awaited (全国第二批).
func (r *reading) numbersThings(n numeral) bool {
	n.han, n.bare = false, false
	u, _, _ := r.unitAt(n)
	_, ok := after(r.text, n.span.End, "季", "期", "站", "产业", "方", "种", "线")
	return ok || u != nil
}

// enumerates reports whether the ordinal from byte i to end only numbers what is
// said (第一，…；第二，…).
func (r *reading) enumerates(i, end int) bool {
	if _, ok := after(r.text, end, "，", ",", "、", "：", ":"); !ok {
		return false
	}
	before := strings.TrimRight(r.text[r.start:i], " 　")
	c, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune("。；;：:，,", c)
}

// addForm adds a quantity of the named form.
func (r *reading) addForm(name string, sp segment.Span, v number) {
	q := r.forms.quantity(name)
	q.span, q.value = sp, v.rat()
	if name == "top" || name == "topsize" {
		q.bound = "under"
	}
	r.add(q)
}

// readFirstMonths reads 前三季度 and 前5个月 at byte i.
func (r *reading) readFirstMonths(i int) (d dateExpr, ok bool) {
	d.span.Start, d.base = i, running
	d.span.End, ok = r.readMonth(r.text, i, &d.period)
	return d, ok
}

// ranked reports whether the text before byte i awaits a rank.
func (r *reading) ranked(i int) bool { return r.forms.ends("rank-cue", r.text[r.start:i]) }

// rankEnds reports whether a rank may end at byte i: before a mark, 的, the next
// ordinal, or what it ranks (第一大).
func (r *reading) rankEnds(i int) bool {
	if i >= len(r.text) {
		return true
	}
	c, _ := utf8.DecodeRuneInString(r.text[i:])
	if unicode.IsPunct(c) || unicode.IsSpace(c) || c == '的' || c == '第' {
		return true
	}
	if next, ok := after(r.text, i, "和第", "及第", "与第"); ok {
		n, ok := readNumeral(r.text, next)
		return ok && r.rankEnds(n.span.End) // 第七|和第五
	}
	_, ranked := after(r.text, i, "品牌", "大")
	return ranked && !strings.HasPrefix(r.text[i:], "大学")
}
