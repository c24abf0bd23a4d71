package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// nominal reports whether t can be part of a noun phrase.
func (v *passage) nominal(t segment.Token) bool {
	if t.POS == "" {
		return false
	}
	word := v.s.block.Text[t.Start:t.End]
	switch t.POS[0] {
	case 'n', 'a', 'b', 'j', 'l', 'i', 'z', 's', 'k', 'h', 'g', 'm', 'q', 'f', 'r', 't':
		if (t.POS == "nt" || t.POS == "nz") && v.is("change", word) {
			return false // 新设, 新开工
		}
		return t.POS != "ad" && (!v.is("carrier", word) || v.ofNoun(t) || v.plan(t))
	case 'v':
		return t.POS == "vn" && !v.is("carrier", word) || v.is("nominal", word) || v.is("size", word) || v.startsNoun(t)
	case 'x', 'e':
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return v.is("nominal", word) || t.POS == "d" && v.startsNoun(t)
}

// startsNoun reports whether t, one character, is the first of a noun that gse does not know and
// cuts: the article keeps using the word behind it, and never without it (仿|制药).
func (v *passage) startsNoun(t segment.Token) bool {
	if t.Len() != len("字") {
		return false
	}
	next := v.tokenAt(t.End)
	if next.Start != t.End || next.Len() < len("两字") || !nounTag(next.POS) {
		return false
	}
	text := v.s.block.Text
	n := v.uses(text[next.Start:next.End]) // first, since nouns are fewer than pairs
	return n >= oftenNamed && n == v.uses(text[t.Start:next.End])
}

// ofNoun reports whether t, which may be a verb, is a noun behind 的 (对增长的|贡献).
func (v *passage) ofNoun(t segment.Token) bool {
	return t.POS == "n" && strings.HasSuffix(v.s.block.Text[v.s.span.Start:t.Start], "的")
}

// plan reports whether t is 计划 as a noun, behind what is planned and in front of an adverb
// (用地|计划|仅600亩).
func (v *passage) plan(t segment.Token) bool {
	if v.s.block.Text[t.Start:t.End] != "计划" {
		return false
	}
	before, next := v.tokenAt(t.Start-1), v.tokenAt(t.End)
	return before.End == t.Start && before.Start >= v.s.span.Start && nounTag(before.POS) && before.POS != "x" && !v.somebody(before) && next.Start == t.End && next.POS == "d"
}

// inner reports whether t joins the parts of a noun phrase.
func (v *passage) inner(t segment.Token) bool {
	switch v.s.block.Text[t.Start:t.End] {
	case "、", "和", "与", "及", "以及", "的", "“", "”", "\"", "·", "(", ")", "（", "）", "-", "/", "《", "》", "&", "+":
		return true
	}
	return v.spaced(t) || v.decimal(t)
}

// decimal reports whether t is the point of a number (PM2|.|5).
func (v *passage) decimal(t segment.Token) bool {
	text := v.s.block.Text
	return text[t.Start:t.End] == "." && digitAt(text, t.Start-1) && digitAt(text, t.End)
}

// spaced reports whether t is space between Latin letters or digits and what
// belongs to them (LED 器件).
func (v *passage) spaced(t segment.Token) bool {
	text := v.s.block.Text
	if strings.Trim(text[t.Start:t.End], " ") != "" || t.End >= v.s.span.End || t.Start == v.s.span.Start {
		return false
	}
	return alnum(text[t.Start-1]) != alnum(text[t.End])
}

// alnum reports whether c is a Latin letter or a digit.
func alnum(c byte) bool { return isLatin(c) || c >= '0' && c <= '9' }

// reach is a noun phrase that grows to the left.
type reach struct {
	from   int // it goes no further left
	start  int
	end    int
	passed bool // a verb was skipped behind it
}

// empty reports whether r holds nothing yet.
func (r *reach) empty() bool { return r.start == r.end }

// skip moves r, which is empty, in front of t.
func (r *reach) skip(t segment.Token) { r.start, r.end = t.Start, t.Start }

// phrase returns the noun phrase that ends at byte to, no further left than
// from. passed reports that a verb was skipped in front of to.
func (v *passage) phrase(from, to int) (np segment.Span, passed bool) {
	if sp, ok := v.share(from, to); ok {
		return sp, false
	}
	r := reach{from: from, start: to, end: to}
	if word, _, ok := v.lists.of("nominal").suffix(v.s.block.Text[from:to]); ok && !v.boundary(to) && v.boundary(to-len(word)) {
		r.start = to - len(word) // gse has joined its end to a verb (占|比达)
	}
	for i := min(v.tokenIndex(r.start), len(v.s.tokens)-1); i >= 0 && v.s.tokens[i].Start >= from; i-- {
		if v.s.tokens[i].Start >= r.start && !r.empty() || v.s.tokens[i].Start >= r.end {
			continue
		}
		if !v.leftward(&r, i) {
			break
		}
		if r.start < v.s.tokens[i].Start {
			i = v.tokenIndex(r.start)
		}
	}
	v.uncut(&r)
	v.lastMeasure(&r)
	v.swift(&r)
	np = v.toward(v.unbracket(v.unpointed(v.pastPlace(v.trim(segment.Span{Start: r.start, End: r.end})))), from)
	if come := np.Start - len("来自"); come >= from && strings.HasPrefix(v.s.block.Text[come:], "来自") && strings.Contains(v.s.block.Text[np.Start:np.End], "的") && v.sizeNoun(np) {
		np.Start = come // 来自|IT制造业的收入
	}
	return v.yearly(np, from), r.passed
}

// pastPlace takes a word of manner at the head of np off, which is no part of what is measured
// (先后|投入), and a place or a word for it in front of one or of a time (合肥市先后|投入,
// 全市目前的|日产能).
func (v *passage) pastPlace(np segment.Span) segment.Span {
	text := v.s.block.Text[:np.End]
	np.Start = v.pastTime(np)
	name, ok := v.place(v.tokenAt(np.Start))
	if !ok {
		name, _, _ = v.anaphors.prefix(text[np.Start:])
	}
	t := v.tokenAt(np.Start + len(name))
	switch {
	case t.Start != np.Start+len(name) || t.End >= np.End:
		return np
	case v.manner(t):
		np.Start = t.End
	case len(name) > 0 && (v.timeAt(t.Start) || t.POS == "t"):
		np.Start = t.Start
	default:
		return np
	}
	return v.trim(np)
}

// pastTime returns where np begins when gse has joined the end of the time in front of it to
// the word behind: there, or behind the place that stands there (6|月光|伏|玻璃产量,
// 2010|年长|沙市|总产值).
func (v *passage) pastTime(np segment.Span) int {
	const near = 2 // tokens
	for k := v.tokenIndex(np.Start - 1); k >= 0 && k > v.tokenIndex(np.Start-1)-near && np.Start > v.s.span.Start; k-- {
		cut := v.s.tokens[k]
		end := v.timeEnd(cut.Start)
		if _, named := v.mentionOver(end); named || end <= cut.Start || cut.End-end != len("光") || strings.ContainsAny(v.s.block.Text[end:max(end, np.Start)], "，,。；;：:、） 　") {
			continue
		}
		if p, ok := v.placesAt(end); ok {
			end += len(p.text)
		}
		if end < np.End && !v.holdsQuantity(segment.Span{Start: end, End: max(end, np.Start)}) {
			return end
		}
	}
	return np.Start
}

// leftward takes token i, which stands in front of r, into it or passes over it. It
// returns false where the phrase begins.
func (v *passage) leftward(r *reach, i int) bool {
	t := v.s.tokens[i]
	word := v.s.block.Text[t.Start:t.End]
	if m, ok := v.mentionOver(t.Start); ok && m.span.End <= r.end {
		return false
	}
	if open := v.bracketBehind(t, r.from); r.empty() && open >= 0 {
		r.start, r.end = open, open // 净利润|（扣除非经常性损益）|为
		return true
	}
	if r.empty() && v.passes(r, i) {
		return true
	}
	if strings.HasPrefix(word, "每") && !v.is("nominal", word) {
		return v.each(r, t)
	}
	if q, ok := v.threshold(t, r.start); ok && !r.empty() && q.span.Start >= r.from {
		if q.kind == "count" && v.sizeNoun(segment.Span{Start: r.start, End: r.end}) {
			return false // 100家以上|年产值超亿元的企业
		}
		r.start = q.span.Start
		return true
	}
	if start, ok := v.extended(t, r.from, r.start); ok {
		r.start = start
		return true
	}
	if _, year := after(v.s.block.Text, t.Start, "后年"); year && !r.empty() && t.Len() == len("后年") && t.End == r.start && v.sizeNoun(segment.Span{Start: r.start, End: r.end}) {
		r.start -= len("年") // gse cuts 建成|后年|产值
		return false
	}
	if !r.empty() && (v.timeAt(t.Start) || v.spell(t)) {
		return false // 金融市场去年|交易总额
	}
	if r.empty() && v.done(t, r.from) {
		r.start, r.passed = t.Start, true // 在香港|发行, 成功|发行了: a verb, also when it may be a noun
		return false
	}
	if before := v.tokenAt(t.Start - 1); !r.empty() && t.POS == "vn" && before.End == t.Start && before.Start >= r.from && v.is("manner", v.s.block.Text[before.Start:before.End]) {
		return false // 先后|调集|船艇: an adverb makes it a verb
	}
	if next := v.tokenAt(r.start); !r.empty() && t.End == r.start && next.Start == r.start && strings.HasPrefix(next.POS, "a") && v.is("degree", word) {
		r.start = t.Start
		return true // 毛利率|较|高的收入, 新增|超|深层天然气产能
	}
	counts := v.is("carrier", word) && v.is("headcount", v.s.block.Text[r.start:r.end]) // 申报|人数
	if v.nominal(t) || counts || !r.empty() && (v.inner(t) || v.sized(t, r.start) || v.purposed(t, r)) || v.turns(t, r.start, r.end) {
		r.start = t.Start
		return true
	}
	if v.fragment(t, r) {
		r.start = t.Start
		return true
	}
	if r.empty() && strings.HasPrefix(t.POS, "v") && !v.is("carrier", word) {
		r.start, r.passed = t.Start, true // 迁建500亩: a verb by itself may be what is counted
	}
	return false
}

// fragment reports whether t belongs to the character that r begins with, which gse has cut off a
// word (售|茧|收入, 集聚|区|用地规模).
func (v *passage) fragment(t segment.Token, r *reach) bool {
	if r.empty() || t.End != r.start {
		return false
	}
	text := v.s.block.Text
	first := v.tokenAt(r.start)
	if first.Start != r.start || first.Len() != len("字") || strings.Contains("fmpqrtucdx", first.POS[:min(1, len(first.POS))]) {
		return false
	}
	ends := v.is("word end", text[first.Start:first.End])
	if first.End >= r.end && !ends || t.Len() != len("字") && !(ends && strings.HasPrefix(t.POS, "v")) {
		return false
	}
	word := text[t.Start:t.End]
	if t.POS == "" || strings.Contains("fmpqrtucdxy", t.POS[:1]) || t.POS == "zg" || v.is("carrier", word) || v.is("small", word) || v.is("reporting", word) || v.is("going", word) || v.is("change", word) || v.is("brief change", word) || v.placeAt(t.Start) {
		return false
	}
	return true
}

// bracketBehind returns where the bracket begins that t closes, no further left than
// from, or -1.
func (v *passage) bracketBehind(t segment.Token, from int) int {
	text := v.s.block.Text
	for open, shut := range map[string]string{"(": ")", "（": "）"} {
		if text[t.Start:t.End] == shut {
			if at := strings.LastIndex(text[from:t.Start], open); at > 0 {
				return from + at
			}
		}
	}
	return -1
}

// passes moves r, which is empty, in front of token i when that stands between what is
// measured and its number.
func (v *passage) passes(r *reach, i int) bool {
	t := v.s.tokens[i]
	if t.POS == "uv" && i > 0 && v.s.tokens[i-1].Start >= r.from {
		r.skip(v.s.tokens[i-1]) // 历史性地|突破了14万户
		return true
	}
	if v.s.block.Text[t.Start:t.End] == "等" {
		r.skip(t) // 课题|等13项
		return true
	}
	if q, ok := v.quantityOver(t.End); ok && q.kind == "duration" && q.span.Start == t.End && v.s.block.Text[t.Start:t.End] == "快" {
		r.skip(t) // 驻守|快一个月
		return true
	}
	if i > 1 && t.POS == "v" && v.s.tokens[i-1].Start >= r.from && v.s.block.Text[v.s.tokens[i-1].Start:v.s.tokens[i-1].End] == "共" {
		if what := v.s.tokens[i-2]; what.Start >= r.from && what.End == v.s.tokens[i-1].Start && what.Len() > len("字") && what.POS != "ns" && v.nominal(what) && !v.somebody(what) {
			r.skip(v.s.tokens[i-1]) // 技术合同|共成交420项
			r.passed = true
			return true
		}
	}
	if !v.skipped(t) {
		return false
	}
	r.passed = r.passed || strings.HasPrefix(t.POS, "v")
	r.skip(t)
	return true
}

// somebody reports whether t ends a name, a place or a word for one.
func (v *passage) somebody(t segment.Token) bool {
	if _, ok := v.mentionOver(t.Start); ok {
		return true
	}
	_, _, refers := v.anaphors.suffix(v.s.block.Text[v.s.span.Start:t.End])
	return refers || v.placeSuffix(v.s.span.Start, t.End) > 0
}

// each takes 每 and its unit into r, or passes over them right before the number. It
// returns false where the phrase begins.
func (v *passage) each(r *reach, t segment.Token) bool {
	size := strings.TrimPrefix(v.s.block.Text[t.Start:r.end], "每")
	first := t // or the word for an average in front of it
	if before := v.tokenAt(t.Start - 1); before.End == t.Start && before.Start >= r.from && v.is("average", v.s.block.Text[before.Start:before.End]) {
		first = before
	}
	switch {
	case strings.Contains(size, "的"):
		r.start = first.Start // 每平方厘米的密度, 平均|每辆车的优惠额
	case strings.HasPrefix(size, "股") && t.End == r.start && v.isSize(v.s.block.Text[r.start:r.end]):
		r.start = t.Start // 每股|稀释收益
	case v.measures(size), v.is("each time", size):
		r.passed = true
		r.skip(first) // 密度达到|每万人260台, 标准达到|人均每月900元
		return true
	}
	return false
}

// lastMeasure leaves nothing of a list but its last member when that alone is measured
// (新通道的组成部分、|全长).
func (v *passage) lastMeasure(r *reach) {
	text := v.s.block.Text[r.start:r.end]
	front, last, list := cutLast(text, "、")
	if list && (v.is("sized", last) || v.is("head", last)) && !v.isSize(front) && !v.ends("sized", front) {
		r.start = r.end - len(last)
	}
}

// swift takes into r, which holds no more than a word for how fast something moves, the verb for how
// (海外收入|增长|速度).
func (v *passage) swift(r *reach) {
	t := v.tokenAt(r.start - 1)
	if r.empty() || !v.is("swiftness", v.s.block.Text[r.start:r.end]) || t.End != r.start || t.Start < r.from || !v.is("change", v.s.block.Text[t.Start:t.End]) {
		return
	}
	r.start = t.Start
	for i := v.tokenIndex(r.start) - 1; i >= 0 && v.s.tokens[i].Start >= r.from; i-- {
		if v.s.tokens[i].Start < r.start && !v.leftward(r, i) {
			break
		}
	}
}

// yearly takes into np, no further left than from, the time in which what is measured is
// counted, which no number is the date of (年|复合增长率).
func (v *passage) yearly(np segment.Span, from int) segment.Span {
	t := v.tokenAt(np.Start - 1)
	if np.Len() == 0 || t.End != np.Start || t.Start < from || v.timeAt(t.Start) || v.quantityEnds(t.End) || !v.is("each time", v.s.block.Text[t.Start:t.End]) || !v.isSize(v.s.block.Text[np.Start:np.End]) {
		return np
	}
	np.Start = t.Start
	return np
}

// cutLast cuts s around the last sep.
func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// uncut leaves a verb that gse cut in two outside r as a whole (获|批资金). Alone
// (让|利三千万) it is what is measured.
func (v *passage) uncut(r *reach) {
	t := v.tokenAt(r.start)
	if r.empty() || t.End > r.end {
		return
	}
	word, _, ok := v.lists.of("carrier").suffix(v.s.block.Text[r.from:t.End])
	if !ok || len(word) <= t.Len() {
		return
	}
	r.start = t.End
	if t.End == r.end {
		r.start, r.passed = r.end-len(word), true
	}
}

// done reports whether t, which may be a noun, is a verb here: 了 stands behind it, or
// nothing but a place in front of it that 在 names, which is no further left than from.
func (v *passage) done(t segment.Token, from int) bool {
	if t.POS != "vn" && t.POS != "v" || !v.is("nominal", v.s.block.Text[t.Start:t.End]) {
		return false
	}
	if strings.HasPrefix(v.s.block.Text[t.End:v.s.span.End], "了") {
		return true
	}
	size := v.placeSuffix(from, t.Start)
	return size > 0 && strings.HasSuffix(v.s.block.Text[from:t.Start-size], "在")
}

// spell reports whether t makes a time of the noun in front of it (暑运|期间).
func (v *passage) spell(t segment.Token) bool {
	return v.is("spell", v.s.block.Text[t.Start:t.End])
}

// measures reports whether word is a unit that a number may stand for (每|万人).
func (v *passage) measures(word string) bool {
	u, size := v.units.match(strings.TrimLeft(word, "百千万亿"), 0)
	return u != nil && size == len(strings.TrimLeft(word, "百千万亿"))
}

// sized reports whether t is a verb that the character behind it, where a phrase
// starts, makes a noun of (复工|率).
func (v *passage) sized(t segment.Token, start int) bool {
	next := v.tokenAt(start)
	verb := strings.HasPrefix(t.POS, "v") || v.is("carrier", v.s.block.Text[t.Start:t.End])
	return t.End == start && verb && next.Start == start && v.is("size", v.s.block.Text[next.Start:next.End])
}

// purposed reports whether t is a verb that says what the noun is for with which r
// begins, and not what was done with that: another verb or a noun stands in front
// (设立|回收|网点, 机械化|育秧|中心, but not 已|回收|网点).
func (v *passage) purposed(t segment.Token, r *reach) bool {
	before := v.tokenAt(t.Start - 1)
	if t.End != r.start || before.End != t.Start || before.Start < r.from || !v.housed(t) {
		return false
	}
	return strings.HasPrefix(before.POS, "v") || nounTag(before.POS) && before.POS != "x" || v.is("carrier", v.s.block.Text[before.Start:before.End])
}

// threshold returns the quantity that t ends and that says from what size on things
// belong to the noun phrase that starts behind it (亿元以上|项目).
func (v *passage) threshold(t segment.Token, start int) (quantity, bool) {
	q, ok := v.quantityOver(t.Start)
	return q, ok && q.span.Start <= t.Start && q.span.End == start && t.End == start && v.limits(q)
}

// limits reports whether q says from what size on things belong to the noun right
// behind it (亿元以上|项目).
func (v *passage) limits(q quantity) bool {
	text := v.s.block.Text[q.span.Start:q.span.End]
	next := v.tokenAt(q.span.End)
	return q.kind != "number" && (strings.HasSuffix(text, "以上") || strings.HasSuffix(text, "以下")) && next.Start == q.span.End && (nounTag(next.POS) || next.POS == "a" || v.is("modifier", v.s.block.Text[next.Start:next.End]))
}

// turns reports whether t is a verb that the bare measure behind it, text from start
// to end, makes a part of the noun phrase (接入|数量, 涉案|总金额).
func (v *passage) turns(t segment.Token, start, end int) bool {
	text := v.s.block.Text
	word := text[t.Start:t.End]
	if t.End != start || start >= end || !v.is("head", text[start:end]) && !v.sizedNoun(text[start:end]) {
		return false
	}
	if v.is("amassing", word) {
		before := v.tokenAt(t.Start - 1)
		return before.End == t.Start && nounTag(before.POS) // 光伏|累计装机容量
	}
	result, _ := utf8.DecodeLastRuneInString(word)
	return strings.HasPrefix(t.POS, "v") && t.Len() > len("字") && !strings.ContainsRune("出成到为", result) && !v.is("carrier", word) && !v.is("small", word) && !v.ends("change", word)
}

// sizedNoun reports whether word is one noun that says how much there is of what
// stands in front (出行|出行量), and not only its last character.
func (v *passage) sizedNoun(word string) bool {
	return utf8.RuneCountInString(word) > 1 && utf8.RuneCountInString(word) < 4 && !strings.Contains(word, "的") && v.ends("size", word)
}

// skipped reports whether t, next to a number, stands between it and what is
// measured: a verb that carries the number, an adverb, or a length of time.
func (v *passage) skipped(t segment.Token) bool {
	word := v.s.block.Text[t.Start:t.End]
	if v.is("nominal", word) || v.ofNoun(t) {
		return false
	}
	if noun, _, ok := v.lists.of("nominal").suffix(v.s.block.Text[v.s.span.Start:t.End]); ok && len(noun) > t.Len() && v.boundary(t.End-len(noun)) {
		return false // 转移|支付
	}
	if v.plan(t) {
		return false // 用地计划|仅600亩
	}
	if v.is("carrier", word) || v.is("small", word) || t.POS == "d" || t.POS == "ad" {
		return true
	}
	if next := v.tokenAt(t.End); word == "能" && v.is("reached", v.s.block.Text[next.Start:next.End]) {
		return true // 产出率|能达80%
	}
	if q, ok := v.quantityOver(t.Start); ok && q.kind == "duration" && q.span.Contains(t.Span) {
		return true
	}
	k := endsAfter(v.times, t.Start, dateEnd)
	return k < len(v.times) && v.times[k].span.Contains(t.Span)
}

// extended returns a start further left for the phrase that begins at start,
// when t closes a quotation, or ends a word that gse cut in two: a nominal verb
// (在|孵) or a name or term of the dictionaries (自|贸|试验区).
func (v *passage) extended(t segment.Token, from, start int) (int, bool) {
	text := v.s.block.Text
	if t.End != start {
		return 0, false
	}
	if open := v.opening(t, from); open >= 0 {
		return open, true
	}
	if word, _, ok := v.lists.of("nominal").suffix(text[from:start]); ok && len(word) > t.Len() && v.boundary(start-len(word)) {
		return start - len(word), true
	}
	if word, _, ok := v.anaphors.suffix(text[from:t.End]); ok && len(word) > t.Len() && v.boundary(t.End-len(word)) {
		return t.End - len(word), true // 综|保|区|进出口
	}
	if v.nominal(t) {
		return 0, false
	}
	long := false
	v.gazetteer.prefixes(text[t.Start:v.s.span.End], func(end int, _ nameID) bool {
		long = t.Start+end > start
		return !long
	})
	return t.Start, long
}

// opening returns where the quotation or bracket begins that token t closes, or -1.
func (v *passage) opening(t segment.Token, from int) int {
	text := v.s.block.Text
	closing := text[t.Start:t.End]
	for open, mark := range quotes {
		if string(mark) == closing && t.Start > from {
			if at := strings.LastIndex(text[from:t.Start], string(open)); at >= 0 {
				return from + at
			}
		}
	}
	return -1
}

// share returns the whole of 占…比重, which names what a share is a share of.
func (v *passage) share(from, to int) (segment.Span, bool) {
	at := strings.LastIndex(v.s.block.Text[from:to], "占")
	if at < 0 {
		return segment.Span{}, false
	}
	at += from
	if strings.Trim(v.s.block.Text[at:to], "占到了 ") == "" {
		return segment.Span{}, false // 就业人员|占到47.7%
	}
	if _, rate := after(v.s.block.Text, at, "占比", "占有率", "占用率"); rate {
		return segment.Span{}, false // 气头产能|占比
	}
	if t := v.tokenAt(at); t.Start != at || v.s.block.Text[t.Start:t.End] == "占地" {
		return segment.Span{}, false
	}
	return segment.Span{Start: at, End: to}, true
}
