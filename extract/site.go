package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// site is the text around a number that belongs to it.
type site struct {
	from   int          // where its stretch of the clause begins
	tail   int          // where what is measured ends in front of it
	before segment.Span // noun phrase in front
	behind segment.Span // noun phrase, or for a duration the predicate, behind
	deed   segment.Span // what people who are counted did or suffered (39人|死亡)
	passed bool         // a verb stands between before and the number
	rate   string       // how what stands in front moves, when the number is the rate of that
}

// inParts returns what is done in so many parts as c counts: the noun behind the verb
// that follows, or that verb (分两批|下达资金).
func (v *passage) inParts(c *claim) segment.Span {
	t := v.tokenAt(c.span.End)
	if c.kind != "count" || t.Start != c.span.End || !strings.HasPrefix(t.POS, "v") || v.s.block.Text[v.tokenAt(c.span.Start-1).Start:c.span.Start] != "分" {
		return segment.Span{}
	}
	end := v.clauseOf(c.span.Start).End
	if np := v.trim(v.forward(t.End, end, true)); np.Len() > 0 {
		return np
	}
	return t.Span
}

// beforeWhole returns where what is measured ends in front of the whole, which ends at byte to,
// that a share is only compared with (销量|下降到同期的20%, 价格|只有进口材料的一半), or to.
func (v *passage) beforeWhole(from, to int) int {
	text := v.s.block.Text
	whole, _ := v.phrase(from, to)
	if whole.Len() == 0 || whole.Start <= from {
		return to
	}
	moved, _, _ := v.lists.of("change").suffix(text[from:whole.Start])
	if !v.ends("share of", text[from:whole.Start]) && !movesTo(moved) {
		return to
	}
	return v.tail(from, whole.Start)
}

// rateOf returns where the words begin that make c, a percentage, the rate at which what stands
// in front moves, and how that moves (销售额|以9%的速度|递增, 产值|保持20%的|增长), or 0.
func (v *passage) rateOf(c *claim) (by int, change string) {
	const near = len("保持了年均将近")
	text, clause := v.s.block.Text, v.clauseOf(c.span.Start)
	behind, of := after(text[:clause.End], c.span.End, "的")
	if c.kind != "percent" && c.kind != "multiple" {
		return 0, ""
	}
	section := "keeping"
	mean, _, _ := v.lists.of("average").prefix(text[behind:clause.End]) // 以4%的|年均|速度增长
	if rate, _, ok := v.lists.of("rate").prefix(text[behind+len(mean) : clause.End]); ok {
		section, behind = "moving by", behind+len(mean)+len(rate)
	} else if !of {
		return 0, ""
	}
	change, _, ok := v.lists.of("change").prefix(text[behind:clause.End])
	if t := v.tokenAt(behind); !ok && t.Start == behind && t.End < clause.End && (t.POS == "d" || v.is("keeping", text[t.Start:t.End])) {
		change, _, ok = v.lists.of("change").prefix(text[t.End:clause.End]) // 以4%的速度|继续|增长
	}
	if !ok {
		return 0, ""
	}
	for i := max(clause.Start, c.span.Start-near); i < c.span.Start; i++ {
		if _, _, ok := v.lists.of(section).prefix(text[i:c.span.Start]); ok && v.boundary(i) {
			return i, change
		}
	}
	return 0, ""
}

// takenOn reports whether a verb with 的 in front of c says what somebody does with the things
// that it counts, which were named before.
func (v *passage) takenOn(c *claim) bool {
	head, of := strings.CutSuffix(v.s.block.Text[v.s.span.Start:c.span.Start], "的")
	t, next := v.tokenAt(v.s.span.Start+len(head)-1), v.tokenAt(c.span.End)
	return of && t.POS == "v" && t.Len() > len("字") && !v.is("nominal", v.s.block.Text[t.Start:t.End]) &&
		(next.POS == "x" || strings.HasPrefix(next.POS, "v") || v.opens("all of them", c.span.End))
}

// alsoCounts reports whether c counts what the number right in front of it does, in another
// unit: a verb stands behind (派出技术人员42批|275人次赶赴…).
func (v *passage) alsoCounts(c *claim, j int) bool {
	t := v.tokenAt(c.span.End)
	return c.kind == "count" && j > 0 && v.found[j-1].kind == "count" && v.found[j-1].span.End == c.span.Start && v.behind(&claim{quantity: v.found[j-1]}).Len() == 0 && t.Start == c.span.End && t.POS == "v"
}

// shared returns the noun behind the next number when that follows as one of a
// list with c (14个、|15个区).
func (v *passage) shared(c *claim, j int) segment.Span {
	if j+1 >= len(v.found) {
		return segment.Span{}
	}
	next := v.found[j+1]
	gap := strings.TrimSpace(v.s.block.Text[c.span.End:next.span.Start])
	word, _, bound := v.bounds["before"].suffix(gap)
	if next.kind != c.kind && (!bound || word != gap) {
		return segment.Span{}
	}
	switch strings.TrimSuffix(gap, word) { // 5轮|超13亿元融资
	case "", "、", "和", "及", "或", "至", "到": // also 4批|56个新职业
		return v.behind(&claim{quantity: next, sentence: c.sentence})
	}
	return segment.Span{}
}

// deed returns the verb phrase right behind a number of people.
func (v *passage) deed(c *claim) segment.Span {
	text := v.s.block.Text
	end := v.clauseOf(c.span.Start).End
	if k := endsAfter(v.found, c.span.End, quantityEnd); k < len(v.found) && v.found[k].span.Start < end {
		end = v.tail(c.span.End, v.found[k].span.Start)
	}
	if i := strings.IndexAny(text[c.span.End:end], "、。！？（）()” 　"); i >= 0 {
		end = c.span.End + i
	}
	if !v.is("people", c.unit) && !v.is("occasion", c.unit) || c.span.End >= end {
		return segment.Span{}
	}
	for k := v.tokenIndex(c.span.End); k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		switch t := v.s.tokens[k]; {
		case v.risesTo(t):
			return segment.Span{Start: c.span.End, End: c.span.End} // 提升8位|到世界第20位
		case v.is("equals", text[t.Start:t.End]):
			return v.trim(v.forward(t.End, end, true)) // 22名员工中,16名|是工人
		case strings.HasPrefix(t.POS, "v"):
			return v.trim(segment.Span{Start: t.Start, End: end})
		case t.POS != "d" && t.POS != "ad" && t.POS != "a":
			return segment.Span{}
		}
	}
	return segment.Span{}
}

// lastVerb narrows what stands before a length of time to the verb that lasts
// (在厂里|工作了36年).
func (v *passage) lastVerb(at site) segment.Span {
	if at.tail <= at.from {
		return at.before
	}
	if m, ok := v.mentionOver(at.tail - 1); ok && at.before.Len() == 0 && m.span.End == at.tail && m.span.Start > at.from {
		if t := v.tokenAt(m.span.Start - 1); strings.HasPrefix(t.POS, "v") && t.Start >= at.from {
			return segment.Span{Start: t.Start, End: at.tail} // 来到X|五年
		}
	}
	if t := v.tokenAt(at.tail - 1); strings.HasPrefix(t.POS, "v") && t.Start >= at.from && (at.before.Len() > 0 || at.behind.Len() == 0 && t.Len() == len("挂牌") && !v.is("reached", v.s.block.Text[t.Start:t.End])) {
		return segment.Span{Start: t.Start, End: at.tail}
	}
	return at.before
}

// shareDoes returns what stands behind c, a share, with what it says that those do of whom it is
// one, to the end of the clause (两成|企业实现盈利, 三分之二|产于芜湖).
func (v *passage) shareDoes(c *claim, at site) segment.Span {
	const long = 24 * len("字")
	text, clause := v.s.block.Text, v.clauseOf(c.span.Start)
	end := clause.Start + len(strings.TrimRight(text[clause.Start:clause.End], "。；;！!？?”"))
	done := segment.Span{Start: at.behind.End, End: end}
	of := at.behind.Len() == 0 && strings.HasPrefix(text[c.span.End:end], "的")
	switch {
	case of:
		done.Start = v.tokenAt(c.span.End + len("的")).End // 25%的|入选人才取得…
	case at.behind.Len() == 0:
		done.Start = c.span.End
	}
	if before, _ := utf8.DecodeLastRuneInString(text[:c.span.Start]); before == '(' || before == '（' || at.before.Len() > 0 || done.Len() <= 0 || done.Len() > long || v.holdsQuantity(done) || strings.ContainsAny(text[done.Start:end], "、：（(“《") || v.takesShare(c) {
		return at.behind
	}
	next := v.tokenAt(done.Start)
	word := text[next.Start:next.End]
	does := next.POS == "p" || v.acts(done.Start, end)
	for k := v.tokenIndex(done.Start); of && !does && k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		does = v.s.tokens[k].POS == "v"
	}
	if next.Start != done.Start || !does || v.is("change", word) || v.is("equals", word) {
		return at.behind
	}
	switch noun := text[at.behind.Start:at.behind.End]; {
	case of:
		done.Start = c.span.End + len("的")
	case noun != "" && noun != "人":
		done.Start = at.behind.Start
	}
	return done
}

// takesShare reports whether c, a share, is what something is done with or compared with, so
// that those of whom it is one do nothing (转让X20%股份, 较上年的80%|有所提升).
func (v *passage) takesShare(c *claim) bool {
	text, from := v.s.block.Text, v.clauseOf(c.span.Start).Start
	end, timed := c.span.Start, false
	for { // bounds, adverbs, times and whose it is
		_, _, bound := v.bounds["before"].suffix(text[from:end])
		t := v.tokenAt(end - 1)
		m, named := v.mentionOver(end - 1)
		switch {
		case end <= from:
			return false
		case named && m.span.Start >= from:
			end = m.span.Start
		case v.timeAt(t.Start):
			end, timed = max(t.Start, from), true
		case t.POS == "d" || t.POS == "ns" || bound || text[t.Start:t.End] == "的":
			end = max(t.Start, from)
		default:
			word := text[t.Start:t.End]
			return !timed && (t.POS == "p" || word == "较" || word == "比") || strings.HasPrefix(t.POS, "v") && !v.is("sharing", word)
		}
	}
}

// beforeEach returns where 每 and the unit behind it begin that stand between a number at byte to and
// how it moved (铜价跌至|每吨7万元), or to.
func (v *passage) beforeEach(from, to int) int {
	const near = len("每平方公里")
	text := v.s.block.Text
	start := max(from, to-near)
	i := strings.LastIndex(text[start:to], "每")
	if i < 0 || !v.measures(text[start+i+len("每"):to]) {
		return to
	}
	at := start + i
	if word, _, ok := v.lists.of("change").suffix(text[from:at]); ok && movesTo(word) || strings.HasSuffix(text[from:at], "收于") {
		return at
	}
	return to
}

// site looks at the surroundings of c.
func (v *passage) site(c *claim, j int) site {
	text := v.s.block.Text
	at := site{from: max(v.clauseOf(c.span.Start).Start, min(max(v.used, v.named[v.clauseIndex(c.span.Start)]), c.span.Start))}
	to := c.span.Start
	if c.kind == "rank" {
		to = v.beforeCircle(v.clauseOf(to).Start, to)
		if np, _ := v.phrase(v.clauseOf(to).Start, to); to < c.span.Start && (np.Len() == 0 || v.isPlace(text[np.Start:np.End]) || v.refersTo(text[np.Start:np.End])) {
			to = v.circleEnd(to, c.span.Start) // 在综合考评|中居第8位
		}
		if to < c.span.Start {
			at.from = v.clauseOf(to).Start
		}
	}
	for k := j - 1; k >= 0 && v.found[k].span.End > at.from; k-- {
		if q := v.found[k]; q.span.End <= to && q.kind != "number" && q.kind != "duration" && !v.limits(q) {
			at.from = q.span.End
			break
		}
	}
	at.tail = v.tail(at.from, v.beforeEach(at.from, to))
	by, rate := v.rateOf(c)
	at.rate = rate
	switch c.kind {
	case "rank":
		at.tail = v.beforeScope(at.from, at.tail)
	case "multiple", "percent_point":
		at.tail = v.beforeBasis(at.from, at.tail, "multiple basis")
	case "percent":
		at.tail = at.from + len(strings.TrimSuffix(text[at.from:at.tail], "的")) // 贷款的|一半
		if strings.HasSuffix(text[:to], "的") {
			at.tail = v.beforeWhole(at.from, at.tail)
		}
		at.tail = v.beforeBasis(at.from, at.tail, "percent basis")
		if size := v.placeSuffix(at.from, at.tail); size > 0 && (v.reached(at.tail-size) || v.ends("exceeding", text[at.from:at.tail-size])) && !strings.HasSuffix(text[:at.tail-size], "占到") {
			at.tail = v.beforeScope(at.from, at.tail) // 贡献率达|全国90%
		}
		if by > at.from {
			at.tail = v.tail(at.from, by)
		}
	default:
		if moved := v.change(at.from, to); moved != "" {
			at.tail = v.beforeBasis(at.from, at.tail, "percent basis")
			if strings.HasSuffix(text[:to], "的") && movesTo(moved) {
				at.tail = v.beforeWhole(at.from, at.tail) // 列车|增至高峰期的52列
			}
		}
	}
	at.tail = v.beforeOrigin(at.from, v.beforeGlued(at.from, at.tail))
	at.before, at.passed = v.phrase(at.from, at.tail)
	if congress, large := strings.CutSuffix(text[at.from:max(at.from, at.before.End)], "大"); large && at.before.Len() == len("大") && strings.HasSuffix(strings.TrimRight(congress, "一二三四五六七八九"), "十") {
		at.before.End = at.before.Start // 十九|大
	}
	if at.before.Len() == 0 && c.kind != "count" && c.kind != "duration" && j > 0 && at.from == v.used && v.reached(c.span.Start) {
		start := max(v.clauseOf(c.span.Start).Start, v.found[j-1].span.End)
		at.before, at.passed = v.phrase(min(start, at.tail), at.tail) // 30岁以上的群体关注度|高达49%
	}
	at.behind = v.behind(c)
	if c.kind == "count" && at.behind.Len() == 0 && v.counted[c.unit] != "" && v.takenOn(c) {
		at.before = segment.Span{Start: at.tail, End: at.tail} // 片区承担的|41项
	}
	if by > at.from {
		at.behind = segment.Span{Start: c.span.End, End: c.span.End}
	}
	if done := v.inParts(c); done.Len() > 0 {
		at.before, at.behind = segment.Span{Start: at.tail, End: at.tail}, done
	}
	switch {
	case c.kind == "percent":
		at.behind = v.shareDoes(c, at)
	case c.kind == "duration":
		at.before = v.lastVerb(at)
	case v.alsoCounts(c, j) && at.before.Len() == 0:
		at.behind = segment.Span{Start: c.span.End, End: c.span.End}
	case c.kind == "count" && v.is("occasion", c.unit):
		at.deed = v.deed(c)
	case at.behind.Len() == 0 && c.kind == "money" && at.before.Len() == 0:
		at.behind = v.shared(c, j) // 以3亿元和|2亿元收购
	case at.behind.Len() == 0 && c.kind == "count":
		if at.before.Len() == 0 || at.passed || j+1 == len(v.found) || v.found[j+1].unit == c.unit {
			at.behind = v.shared(c, j) // but 直升机1架和200多名官兵
		}
		if at.behind.Len() == 0 {
			at.deed = v.deed(c)
		}
	}
	return at
}
