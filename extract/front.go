package extract

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// beforeOrigin returns where the text ends in front of 从 or 由, which open the
// way that a value has gone (清单|由最初的190条缩减到122条).
func (v *passage) beforeOrigin(from, to int) int {
	const far = len("由几年以前的最初")
	at := v.lastWord("origin", max(from, to-far), to)
	if at <= from {
		return to
	}
	if _, agent := v.mentionAt(at + len("由")); agent && strings.HasPrefix(v.s.block.Text[at:], "由") {
		return to // 物流园由X|投资15亿元
	}
	text := v.s.block.Text[at:to]
	if next := v.tokenAt(at + len("从")); strings.HasPrefix(next.POS, "v") || strings.Contains(text, "到") && strings.Contains(text, "的") {
		return to // 从|住了40年的窑洞, 从A到B的|车程缩短三分之一
	}
	return v.tail(from, at)
}

// beforeGlued returns where the text ends in front of the last character of a word that
// gse has made of the end of a measure and a verb of reaching (占|比达).
func (v *passage) beforeGlued(from, to int) int {
	t := v.tokenAt(to - 1)
	verb, _, ok := v.lists.of("reached").suffix(v.s.block.Text[from:to])
	if !ok || t.Start < from || t.Start >= to-len(verb) || v.is("carrier", v.s.block.Text[t.Start:t.End]) {
		return to
	}
	if head, _, ok := v.lists.of("head").suffix(v.s.block.Text[from : to-len(verb)]); ok && v.boundary(to-len(verb)-len(head)) {
		return to - len(verb)
	}
	return to
}

// lastWord returns where the last word of a section of links.txt that is a word
// of the text stands between from and to, or -1. The 比 of 占比 is none.
func (v *passage) lastWord(section string, from, to int) int {
	text := v.s.block.Text
	for k := v.tokenIndex(to - 1); k >= 0 && v.s.tokens[k].Start >= from; k-- {
		t := v.s.tokens[k]
		if word, _, ok := v.lists.of(section).prefix(text[t.Start:to]); ok && v.boundary(t.Start+len(word)) && !strings.HasSuffix(text[:t.Start], "占") {
			return t.Start
		}
		if strings.HasSuffix(text[t.Start:t.End], "比") && v.opens("year before", t.End) && section == "percent basis" {
			return t.End - len("比") // 价格比|去年同期: one word to gse
		}
	}
	return -1
}

// beforeScope returns where the text ends in front of the circle that a rank
// holds in and the verb that gives it (总量|位居威海市).
func (v *passage) beforeScope(from, to int) int {
	text := v.s.block.Text
	for to > from {
		s := text[from:to]
		size := 0
		for _, section := range []string{"scope", "carrier"} {
			if word, _, ok := v.lists.of(section).suffix(s); ok && v.boundary(to-len(word)) {
				size = max(size, len(word))
			}
		}
		if size == 0 {
			size = v.placeSuffix(from, to)
		}
		if t := v.tokenAt(to - 1); size == 0 && t.End == to && t.Start >= from && v.risesTo(t) {
			size = t.Len() // 提升15位到|全球
		}
		if size == 0 {
			break
		}
		to = v.tail(from, to-size)
	}
	return to
}

// beforeCircle returns where the text ends in front of 在 and the circle that a rank
// holds in (收入|在全省17个开发区中排名第一, 工作|在全省市州排名第三位).
func (v *passage) beforeCircle(from, to int) int {
	text := v.s.block.Text
	if end := v.lastWord("within", from, to); end > from {
		if at := strings.LastIndex(text[from:end], "在"); at > 0 {
			return from + at
		}
	}
	if at := strings.LastIndex(text[from:to], "在"); at > 0 && v.boundary(from+at+len("在")) {
		_, _, circle := v.lists.of("scope").prefix(text[from+at+len("在") : to])
		if np, _ := v.phrase(from, from+at); circle && np.Len() > 0 && !v.holdsName(np) && !v.refersTo(text[np.Start:np.End]) {
			return from + at
		}
	}
	return to
}

// circleEnd returns where the circle ends that 在 at byte from opens, in front of a rank at
// byte to, when that is a contest and no crowd of rivals, or from.
func (v *passage) circleEnd(from, to int) int {
	if end := v.lastWord("within", from, to); end > from && v.ends("contest", v.s.block.Text[from:end]) {
		return end
	}
	return from
}

// placeSuffix returns the length of the place that text[from:to] ends with.
func (v *passage) placeSuffix(from, to int) int {
	const words = 3
	k := v.tokenIndex(to - 1)
	for n := 0; n < words && k-n >= 0 && v.s.tokens[k-n].Start >= from; n++ {
		t := v.s.tokens[k-n]
		if t.POS == "ns" && (n == 0 || strings.HasPrefix(v.s.block.Text[t.End:to], "各")) || v.isPlace(v.s.block.Text[t.Start:to]) {
			return to - t.Start
		}
	}
	return 0
}

// beforeBasis returns where the text ends in front of what a number is compared
// with, behind a word of a section of links.txt (资金|是上年的2.5倍,
// 产值|比上年增长5%).
func (v *passage) beforeBasis(from, to int, section string) int {
	if at := v.lastWord(section, from, to); at >= from {
		to = v.tail(from, at)
		if at := v.lastWord("percent basis", from, to); at >= from {
			to = v.tail(from, at) // 比全省平均水平|高出3个百分点
		}
	}
	return to
}

// movesTo reports whether change, a word of movement or "", is of one to what stands behind
// (增至, 下降到).
func movesTo(change string) bool {
	return strings.HasSuffix(change, "至") || strings.HasSuffix(change, "到")
}

// changeBeside returns the word of movement nearest before the number at byte to that
// is no part of what is measured (对增长的贡献率).
func (v *passage) changeBeside(np segment.Span, from, to int) string {
	if np.Len() == 0 || np.Start <= from || np.End > to {
		beside := v.change(from, to)
		of := strings.TrimSuffix(v.s.block.Text[from:to], "的")
		if len(of) < to-from && !strings.HasSuffix(of, beside) && !movesTo(beside) && v.tokenAt(from+len(of)-1).POS != "t" && !v.timeAt(from+len(of)-1) {
			return "" // 扩大投资的|20条措施, but 增长到现在的|5家
		}
		return beside
	}
	if beside := v.change(np.End, to); beside != "" {
		return beside
	}
	before := v.change(from, np.Start)
	if inside := v.change(np.Start, np.End); before == "" && v.is("amassing", inside) {
		return inside // 光伏|累计|装机容量
	}
	if ahead := v.s.block.Text[from:np.Start]; before != "" && (strings.HasSuffix(ahead, before+"的") || strings.Contains(ahead, before+"的") && v.endsSized(np)) {
		return "" // 新开工的|孵化园项目总占地
	}
	return before
}

// endsSized reports whether np ends in a word for the size of something (总占地, 总投资).
func (v *passage) endsSized(np segment.Span) bool {
	return v.ends("sized", v.s.block.Text[np.Start:np.End])
}

// change returns the word of movement nearest before the number at byte to.
func (v *passage) change(from, to int) string {
	text := v.s.block.Text
	if q, ok := v.quantityOver(to); ok && q.span.Start == to && strings.HasPrefix(text[to:q.span.End], "翻") {
		for _, end := range []string{"番", "翻倍"} {
			if doubled, _, ok := strings.Cut(text[to:q.span.End], end); ok {
				return doubled + end // 翻一番|以上
			}
		}
	}
	found := ""
	for i := from; i < to; {
		if word, _, ok := v.lists.of("change").prefix(text[i:to]); ok && !v.cuts(i) {
			if noun, _, ok := v.lists.of("nominal").prefix(text[i:to]); ok && len(noun) > len(word) {
				i += len(noun) // 增加值
				continue
			}
			if last := v.tokenAt(i + len(word) - 1); last.Start > i && last.End > i+len(word) && v.is("change", text[last.Start:last.End]) {
				i = last.Start // 再|增产
				continue
			}
			found = word
			i += len(word)
			continue
		}
		if found != "" && strings.HasPrefix(text[i:to], "等") && v.boundary(i) && v.lastWord("origin", from, i) >= 0 {
			found = "" // 从扩大投资等|九大领域
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	if end := from + len(strings.TrimSuffix(text[from:to], "了")); end > from {
		if word, _, ok := v.lists.of("brief change").suffix(text[from:end]); ok && v.boundary(end-len(word)) {
			return word
		}
	}
	return cmp.Or(found, v.differs(from, to))
}

// differs returns the adjective before the number at byte to that says how something differs from
// what the text in front, from byte from, compares it with (比重庆|低|20个百分点), or "".
func (v *passage) differs(from, to int) string {
	s := strings.TrimSuffix(strings.TrimRight(v.s.block.Text[from:to], " 　"), "了")
	if bound, _, ok := v.bounds["before"].suffix(s); ok {
		s = strings.TrimSuffix(s[:len(s)-len(bound)], "了")
	}
	word, _, ok := v.lists.of("differing").suffix(s)
	if at := from + len(s) - len(word); !ok || !v.boundary(at) || v.lastWord("percent basis", from, at) < from {
		return ""
	}
	return word
}

// cuts reports whether a word of the lexicon goes on across byte i (创新|引进 holds no
// 新引进), names and unknown words aside, whose ends gse guesses.
func (v *passage) cuts(i int) bool {
	t := v.tokenAt(i)
	if end := v.timeEnd(t.Start); end > t.Start && end <= i {
		return false // 前三季|度提高: a time ends inside
	}
	return t.Start < i && t.End > t.Start && t.POS != "x" && !strings.HasPrefix(t.POS, "nr") && !strings.HasPrefix(t.POS, "ns")
}

// dated returns the length of the date behind a verb of movement that text[from:to]
// ends with (压减到2020年), or of the time that a number is compared with, 0 for none.
func (v *passage) dated(from, to int) int {
	k := endsAfter(v.times, to-1, dateEnd)
	if k >= len(v.times) || v.times[k].span.End != to || v.times[k].span.Start < from {
		return 0
	}
	if head := v.s.block.Text[from:v.times[k].span.Start]; v.times[k].same {
		for _, section := range []string{"comparing", "origin"} {
			if word, _, ok := v.lists.of(section).suffix(head); ok {
				return v.times[k].span.Len() + len(word) // 较|上年同期
			}
		}
		return v.times[k].span.Len()
	}
	if _, _, ok := v.lists.of("change").suffix(v.s.block.Text[from:v.times[k].span.Start]); !ok {
		return 0
	}
	return v.times[k].span.Len()
}

// tail returns where what is measured ends, in front of bounds, change words
// and small words before the number at byte to.
func (v *passage) tail(from, to int) int {
	text := v.s.block.Text
	for to > from {
		s := strings.TrimRight(text[from:to], " 　")
		size := 0
		for _, set := range []*phrases[string]{v.bounds["before"], v.lists.of("change")} {
			if word, _, ok := set.suffix(s); ok && (len(word) > len("约") || !v.ends("no bound", s)) {
				size = max(size, len(word)) // but 合约|下跌
			}
		}
		if word, _, ok := v.lists.of("brief change").suffix(s); ok && size == 0 && v.boundary(from+len(s)-len(word)) {
			size = len(word)
		}
		if word, _, ok := v.lists.of("small").suffix(s); ok && v.boundary(from+len(s)-len(word)) {
			size = max(size, len(word))
		}
		if size == 0 {
			size = max(v.dated(from, from+len(s)), len(v.differs(from, from+len(s))))
		}
		if size == 0 {
			return from + len(s)
		}
		to = from + len(s) - size
		if strings.HasPrefix(text[to:], "比") && strings.HasSuffix(text[from:to], "相") {
			to -= len("相") // 相|比去年下降
		}
	}
	return max(to, from)
}
