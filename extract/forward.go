package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// behind returns the noun phrase right behind the number, or for a duration
// whatever the clause goes on to say.
func (v *passage) behind(c *claim) segment.Span {
	text := v.s.block.Text
	_, height := after(text, c.span.End, "大关", "关口", "的基础上", "的话")
	if _, step := after(text, c.span.End, "新台阶"); height || step && c.kind != "count" {
		return segment.Span{Start: c.span.End, End: c.span.End} // 突破300万|大关, 提升32位|的基础上
	}
	from := c.span.End
	if shut := v.pastBracket(from); c.kind == "percent" && shut > from && v.holdsQuantity(segment.Span{Start: from, End: shut}) {
		from = shut // 近七成(69.26%)的人
	}
	if end, shut := after(text, from, ")", "）"); shut && c.kind == "percent" && strings.HasPrefix(text[end:], "的") {
		from = end
	}
	i, _ := after(text, from, "级的", "级", "的", "不等的", "长的", "宽的", "高的", "深的", "厚的", "重的")
	if shut := v.pastBracket(i); c.kind == "count" && shut > i && shut-i <= len("（两字）") {
		i = shut // 30名(组)|同志
	}
	end := max(v.clauseOf(c.span.Start).End, i)
	if np, ok := v.behindKind(c, i, end); ok {
		return np
	}
	if c.kind == "rank" {
		i, _ = after(text, i, "大")
	}
	np := v.trim(v.forward(i, end, c.kind == "count"))
	np = v.pastLimit(c, np, end)
	if at, of := after(text[:end], np.End, "的"); of && np.Len() > 0 && v.is("people", c.unit) {
		if who := v.trim(v.forward(at, end, true)); v.ends("role", text[who.Start:who.End]) || v.ends("actor", text[who.Start:who.End]) {
			return who // 两位材料学专业的|博士
		}
	}
	if at, of := after(text[:end], np.End, "的"); of && c.kind == "count" && np.Len() > 0 && v.tokenAt(np.Start).Span == np && (strings.HasPrefix(v.tokenAt(np.Start).POS, "v") || v.is("modifier", text[np.Start:np.End])) && v.boundary(at) {
		if who := v.trim(v.forward(at, end, true)); who.Start == at && who.Len() > 0 {
			np.End = who.End // 3万个|接受辅导的团队和工厂
		}
	}
	if t := v.tokenAt(i); np.Len() == 0 && strings.HasSuffix(text[:i], "的") && t.Start == i && strings.HasPrefix(t.POS, "v") && t.Len() == len("两字") && v.closes(v.tokenIndex(i)+1, end) {
		return t.Span // 10公里的|追击,…
	}
	if c.kind != "rank" {
		np = v.unlisted(np)
	}
	if c.kind == "count" {
		np = v.trim(v.unmeasured(np))
		if roll, _, ok := v.lists.of("roll").suffix(text[np.Start:np.End]); ok && len(roll) < np.Len() && c.unit != "份" && !strings.Contains(text[np.Start:np.End], "的") {
			np.End -= len(roll) // 27个开工项目|情况, 35家企业|名单
		}
		if verb := v.tokenAt(np.End - 1); verb.Start > np.Start && strings.HasPrefix(verb.POS, "v") && v.is("carrier", text[verb.Start:verb.End]) && v.quantityAt(verb.End) {
			np.End = verb.Start // 向100家公司|投入|5亿元
		}
	}
	if all, _, ok := v.lists.of("all of them").prefix(text[np.Start:np.End]); ok && v.boundary(np.Start+len(all)) {
		return segment.Span{Start: i, End: i} // 55项|全部启动
	}
	if t := v.tokenAt(i); c.kind != "duration" && t.Start == i && v.risesTo(t) {
		return segment.Span{Start: i, End: i} // 提升8位|到世界第20位
	}
	switch t := v.tokenAt(np.Start); {
	case t.Span == np && (t.POS == "d" || t.Len() > len("字") && (t.POS == "a" || t.POS == "ad") && strings.HasPrefix(v.tokenAt(np.End).POS, "v")):
		return segment.Span{Start: i, End: i} // 40平方公里|才有一户人, 57万人|紧急转移
	case c.kind != "count" && v.quantityAt(np.End) && v.is("sized", text[np.Start:np.End]):
		return segment.Span{Start: i, End: i} // 410亩的|年产300MW…
	case c.kind == "money" && t.Start == np.Start && t.End < np.End && t.POS == "v":
		if _, named := v.mentionAt(t.End); named || v.quantityAt(np.End) {
			np.End = t.End // 2亿元|收购|X41%股权
		}
	}
	return np
}

// behindKind is behind for what only some kinds of numbers have behind them, from byte i to end.
func (v *passage) behindKind(c *claim, i, end int) (np segment.Span, ok bool) {
	text := v.s.block.Text
	next := v.tokenAt(i)
	switch c.kind {
	case "age":
		name, start := v.titledAt(i)
		return v.trim(segment.Span{Start: i, End: start}), name != "" // 57岁的|女军医|X
	case "area":
		if next.Start == i && text[i:next.End] == "地" {
			return next.Span, true // 600亩|地
		}
	case "duration":
		return v.lasts(c.span.Start, i, end), true
	case "count":
		if one := (segment.Token{Span: c.span}); text[one.Start:one.End] == "一家" {
			if np := v.shownFirm(one, segment.Span{Start: one.Start, End: end}); np.Start > i {
				return np, true // 一家生产显示屏的|高科技公司
			}
		}
		if np := v.amountsTo(i, end); np.Len() > 0 {
			return np, true
		}
		if np := v.relative(i, end); np.Len() > 0 {
			return v.trim(np), true
		}
		if np := v.whoDoes(c, i, end); np.Len() > 0 {
			return np, true
		}
		np := v.listed(i, end)
		return np, np.Len() > 0
	case "money":
		if next.Start == i && v.is("added", text[i:next.End]) {
			if added := v.trim(v.forward(next.End, end, false)); added.Start == next.End && added.Len() > 0 {
				return segment.Span{Start: i, End: added.End}, true // 2万亿元|新增财政资金
			}
		}
		if next.Start == i && next.POS == "p" {
			if np := v.relative(i, end); np.Len() > 0 {
				return v.trim(np), true // 126亿美元|从美国进口的商品
			}
		}
	}
	if c.kind == "money" || c.kind == "mass" || c.kind == "volume" || c.kind == "length" || c.kind == "energy" {
		np := v.listed(i, end)
		return np, np.Len() > 0 && i == c.span.End
	}
	return np, false
}

// whoDoes returns those whom c, people or firms from byte i on, counts when it is told first what they do
// (一家|生产罐头的|加工厂, 一名清理垃圾的|清漂工), or nothing.
func (v *passage) whoDoes(c *claim, i, end int) segment.Span {
	const long = 12 * len("字")
	text := v.s.block.Text
	verb := v.tokenAt(i)
	of := strings.Index(text[i:min(end, i+long)], "的")
	if of <= 0 || c.unit != "家" && !v.is("people", c.unit) || verb.Start != i || !strings.HasPrefix(verb.POS, "v") {
		return segment.Span{}
	}
	done := text[verb.End : i+of]
	what := v.tokenAt(verb.End)
	if noun := text[what.Start:what.End]; v.ends("firm", noun) || v.ends("actor", noun) || v.ends("role", noun) {
		return segment.Span{} // 快递|公司设在境外的…
	}
	if what.Start != verb.End || !strings.HasPrefix(what.POS, "n") || strings.ContainsAny(done, "，,、；：“（(") || v.holdsQuantity(segment.Span{Start: i, End: i + of}) || v.housed(verb) || v.ends("firm", done) || v.ends("actor", done) || v.ends("role", done) || v.ends("crowd", done) {
		return segment.Span{} // 两家生产企业的…
	}
	who := v.trim(v.forward(i+of+len("的"), end, true))
	if who.Start != i+of+len("的") {
		return segment.Span{}
	}
	return who
}

// amountsTo returns the noun of which an amount from byte i on says how much of it there is, or
// how large it is (一笔|五十万元的贷款, 一个|人口不到1200人的村寨, 4万个|30户以上的村民组), or
// nothing.
func (v *passage) amountsTo(i, end int) segment.Span {
	q, ok := v.quantityOver(i)
	if !ok || q.kind == "number" || q.span.Start < i || q.span.End >= end {
		return segment.Span{}
	}
	if to := v.tail(i, q.span.Start); to > i {
		if np, passed := v.phrase(i, to); passed || np.Start != i || np.End != to || !v.ends("head", v.s.block.Text[i:to]) {
			return segment.Span{}
		}
	}
	return v.headOf(q, end)
}

// headOf returns the noun behind 的 that q, right in front of that or a threshold which goes on
// with more of what is told of the noun, describes (30户以上|具备条件的|村民组), or nothing.
func (v *passage) headOf(q quantity, end int) segment.Span {
	text := v.s.block.Text
	at, of := after(text[:end], q.span.End, "的", "级的")
	if !of && (strings.HasSuffix(text[:q.span.End], "以上") || strings.HasSuffix(text[:q.span.End], "以下")) {
		more := strings.Index(text[q.span.End:end], "的")
		at, of = q.span.End+more+len("的"), more > 0 && !strings.ContainsAny(text[q.span.End:q.span.End+max(more, 0)], "，,、；") && !v.holdsQuantity(segment.Span{Start: q.span.End, End: q.span.End + max(more, 0)})
	}
	if !of {
		return segment.Span{}
	}
	return v.trim(v.forward(at, end, true))
}

// lasts returns what the clause says that lasts so long as the number that begins at byte
// number tells, from byte i behind it up to end.
func (v *passage) lasts(number, i, end int) segment.Span {
	text := v.s.block.Text
	i, _ = after(text[:end], i, "时间", "间")
	i, _ = after(text[:end], i, "里", "内", "来", "前", "以前", "之前", "之后", "以后", "后", "以来")
	if t := v.tokenAt(i); strings.HasPrefix(t.POS, "n") {
		return v.trim(v.forward(i, end, false))
	}
	if of := strings.Index(text[i:end], "的"); of > 0 && v.ends("having", text[v.s.span.Start:v.tail(v.s.span.Start, number)]) {
		end = i + of // 有着34年|从业经历|的X
	} else if of > 0 && of+len("的") < end-i && strings.ContainsAny(v.tokenAt(i+of-1).POS, "va") && v.tokenAt(i+of-1).POS != "ad" {
		end = i + of // 历时十多年|攻关|的X
	}
	if strings.HasPrefix(text[i:end], "一遇") {
		return segment.Span{Start: i, End: i} // 防洪标准为20年|一遇
	}
	end = i + len(strings.TrimRight(text[i:end], "。！？!? ”’)）"))
	if word, _, ok := v.lists.of("equals").prefix(text[i:end]); ok && v.boundary(i+len(word)) {
		i += len(word) // 连续4年|是最大伙伴
	}
	for t := v.tokenAt(i); t.Start == i && t.End < end && (t.POS == "d" || v.is("small", text[t.Start:t.End])); t = v.tokenAt(i) {
		i = t.End // 半年|才能|完成审批
	}
	if over, passed := after(text[:end], i, "过去了", "了"); passed && over == end {
		return segment.Span{Start: i, End: i} // 已经15年|了
	}
	if q, ok := v.quantityOver(i); ok && q.span.Start > i && q.span.Start < end && (q.kind == "percent" || q.kind == "percent_point") {
		end = q.span.Start // 两年|平均增长|14.8%
	}
	return v.trim(segment.Span{Start: i, End: end})
}

// pastLimit takes into np, which c counts, the size from which on things belong to the noun behind
// that, and the noun (30个|投资亿元以上重点项目).
func (v *passage) pastLimit(c *claim, np segment.Span, end int) segment.Span {
	q, ok := v.quantityOver(np.End)
	if c.kind != "count" || np.Len() == 0 || !ok || q.span.Start != np.End || q.span.End >= end || !v.limits(q) {
		return np
	}
	if what := v.trim(v.forward(q.span.End, end, true)); what.Start == q.span.End && what.Len() > 0 {
		np.End = what.End
	}
	return np
}

// unlisted cuts np at the sign of a list behind which another number of its own follows
// (600万台|压缩机项目、年产1300万台…, 300名|职工、年销售额近亿元).
func (v *passage) unlisted(np segment.Span) segment.Span {
	list := v.s.block.Text[np.Start:np.End]
	_, own, _ := cutLast(list, "、")
	q, ok := v.quantityOver(np.End)
	if !ok || q.span.Start != np.End && (!v.isSize(own) && !v.is("sized", own) || v.tail(np.Start, q.span.Start) != np.End) {
		return np
	}
	if last := strings.LastIndex(list, "和"); last > 0 && q.span.Start == np.End && v.boundary(np.Start+last) && v.circleAt(np.Start+last+len("和")) {
		np.End = np.Start + last // 9个省区|和60个国家
		return np
	}
	if last := strings.LastIndex(list, "、"); last > 0 && len(list)-last > len("、字") && !strings.ContainsAny(list, "（）()") {
		np.End = np.Start + last // but 早、中、晚|三餐
	}
	return np
}

// unmeasured takes what is measured of the things np counts, by the number right behind, or
// moves, off its end (8个集群|产值规模近10万亿元).
func (v *passage) unmeasured(np segment.Span) segment.Span {
	q, ok := v.quantityOver(np.End)
	moves := v.opens("change", np.End) // 21个行业|产能回升
	if !moves && (!ok || q.kind == "count" || q.kind == "number" && !q.large(v.s.block.Text[q.span.Start:q.span.End]) || q.kind == "rank" || !v.gaugedUpTo(np.End, v.tail(np.Start, q.span.Start))) {
		return np
	}
	for k := v.tokenIndex(np.End - 1); k >= 0 && v.s.tokens[k].Start > np.Start; k-- {
		if before := v.tokenAt(v.s.tokens[k].Start - 1); !v.gaugedAt(v.s.tokens[k]) || before.Start >= np.Start && strings.HasPrefix(before.POS, "m") {
			break // 分项|指数上升
		}
		np.End = v.s.tokens[k].Start
	}
	if moves {
		return np
	}
	if end := v.onesEnd(np); end > np.Start {
		np.End = end // 8家|规上企业|营收达9亿元
	}
	return np
}

// gaugedUpTo reports whether all words from byte i to byte end can be part of what is measured
// of things that are counted.
func (v *passage) gaugedUpTo(i, end int) bool {
	for k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		if !v.gaugedAt(v.s.tokens[k]) {
			return false
		}
	}
	return true
}

// gaugedAt reports whether t can be part of what is measured of things that are
// counted.
func (v *passage) gaugedAt(t segment.Token) bool {
	word := v.s.block.Text[t.Start:t.End]
	return v.is("head", word) || v.is("size", word) || v.is("gauge", word)
}

// relative returns the noun that a clause in front of it describes: 1个有产业
// 特色的|经开区. It is empty when no verb follows the number.
func (v *passage) relative(i, end int) segment.Span {
	text := v.s.block.Text
	k := v.tokenIndex(i)
	adverb := false
	for k < len(v.s.tokens) && (v.s.tokens[k].Start < i || v.s.tokens[k].POS == "d" || v.s.tokens[k].POS == "ad") {
		adverb = adverb || v.s.tokens[k].Start >= i
		k++ // gse may join a measure word to what follows (11|所在|建)
	}
	if k == len(v.s.tokens) || v.s.tokens[k].Start >= end {
		return segment.Span{}
	}
	first := v.s.tokens[k]
	verb := strings.HasPrefix(first.POS, "v") || first.POS == "p" || v.opens("passive", first.Start)
	told := verb && (adverb || !v.nominal(first)) || adverb && strings.HasPrefix(first.POS, "n") // 完全|自主知识产权的新品种
	if !told && !v.opens("sized", i) && !v.opens("origin", i) {
		return segment.Span{}
	}
	at := strings.LastIndex(text[i:end], "的")
	if at < 0 || v.holdsQuantity(segment.Span{Start: i, End: i + at}) && !v.opens("sized", i) {
		return segment.Span{}
	}
	start := i + at + len("的")
	np := v.forward(start, end, true)
	if first := i + strings.Index(text[i:end], "的") + len("的"); first < start {
		noun := v.forward(first, end, true)
		if next := v.tokenAt(noun.End); noun.Len() > 0 && next.Start == noun.End && strings.HasPrefix(next.POS, "v") && !v.holdsQuantity(segment.Span{Start: i, End: first}) {
			return noun // 五位奋战在一线的|代表|分享了她们的故事
		}
	}
	if t := v.tokenAt(start); np.Len() == 0 && t.Start == start && strings.HasPrefix(t.POS, "v") && t.Len() == len("两字") && v.closes(v.tokenIndex(start)+1, end) {
		return t.Span // 一个让家人震惊的|决定
	}
	return np
}

// listed returns the list with 等 and its noun that starts at byte i (150套|注塑、
// 压铸等设备), or nothing.
func (v *passage) listed(i, end int) segment.Span {
	const long = 60 // bytes
	text := v.s.block.Text
	at := strings.Index(text[i:min(end, i+long)], "等")
	if at <= 0 || !strings.Contains(text[i:i+at], "、") || v.holdsQuantity(segment.Span{Start: i, End: i + at}) {
		return segment.Span{}
	}
	noun := v.forward(i+at+len("等"), end, false)
	if _, joined := v.joined(i); joined || noun.Len() == 0 || strings.ContainsAny(text[i:i+at], "的了，,") {
		return segment.Span{}
	}
	for k := v.tokenIndex(i) + 1; k < len(v.s.tokens) && v.s.tokens[k].Start < i+at; k++ {
		if t := v.s.tokens[k]; strings.HasPrefix(t.POS, "v") && !v.nominal(t) && t.End < i+at && !strings.HasPrefix(text[t.End:], "、") {
			return segment.Span{} // 十几场论坛|涉及区域经济、自贸区等
		}
	}
	return segment.Span{Start: i, End: noun.End}
}

// forward returns the noun phrase that starts at byte i, up to end. When listed,
// the noun behind a list with 等 belongs to it.
func (v *passage) forward(i, end int, listed bool) segment.Span {
	text := v.s.block.Text
	stop, noun, last := i, false, ""
	for k := v.tokenIndex(i); k < len(v.s.tokens); k++ {
		t := v.s.tokens[k]
		if t.Start < i && stop == i && !v.is("nominal", text[t.Start:t.End]) {
			t.Start, t.POS = i, "n" // 三个|人: gse takes 个人 for one word
			if v.is("carrier", text[i:t.End]) {
				t.POS = "v" // 4大|生产|基地
			}
		}
		if t.Start < stop {
			continue
		}
		if t.Start >= end || v.amountAt(t.Start) || noun && v.timeAt(t.Start) {
			break
		}
		word := text[t.Start:t.End]
		if noun && t.POS == "t" && !v.is("nominal", word) && k+1 < len(v.s.tokens) && (!nounTag(v.s.tokens[k+1].POS) || v.s.tokens[k+1].POS == "vn" && v.closes(k+2, end)) {
			break // 官兵|昨晚|回国
		}
		if stop == i && (word == "最" || word == "较" || word == "更") {
			stop = t.End // 最不发达国家
			continue
		}
		if stop == i && strings.HasPrefix(t.POS, "v") && k+1 < len(v.s.tokens) && v.becomes(v.s.tokens[k+1]) {
			break // 117家|调整至97家
		}
		if stop == i && v.manner(t) && v.goesOn(k+2, end) {
			i, stop = t.End, t.End // 集中|开工项目
			continue
		}
		if stop > i && !noun && word == "不" && strings.HasSuffix(text[i:stop], "最") {
			stop = t.End
			continue
		}
		if (word == "（" || word == "(") && (!noun || v.holdsQuantity(segment.Span{Start: t.End, End: v.pastBracket(t.Start)})) {
			break // 六部门|今天(5月25日)联合印发
		}
		if (word == "）" || word == ")") && !strings.ContainsAny(text[i:t.Start], "（(") {
			break // (共46家|综合保税区)
		}
		if r, _ := utf8.DecodeRuneInString(word); noun && unicode.IsLetter(r) && !(word == "的" && last == "v" && v.oneEnds(i)) && (v.is("small", word) || t.POS == "t" && v.is("leadin", word)) {
			break // 记者|先后走进, 卫星|目前停用
		}
		if _, predicate := after(text[:end], t.End, "于", "了"); noun && predicate && t.POS != "" && strings.ContainsRune("av", rune(t.POS[0])) {
			break // 小麦长势|好于去年, 演出|丰富了生活
		}
		if noun && t.End < end && (word == "经" || word == "由" || word == "获") {
			break // 有益做法|经国务院批准
		}
		if noun && t.POS == "f" && t.Len() == len("上") && k+1 < len(v.s.tokens) && strings.HasPrefix(v.s.tokens[k+1].POS, "v") {
			break // 15亩山地|上试种香菇
		}
		if noun && (word == "中" && k+1 < len(v.s.tokens) || v.inner(t) && (v.opensList(t.End, end) || v.opensNames(t))) {
			break // 集群|中新兴产业的占比, 3个产业集群|和医药、装备等11个
		}
		if word == "等" && noun && listed && v.goesOn(k+1, end) {
			stop, last = t.End, "u" // 论坛、展会等|活动
			continue
		}
		if word == "的" && last == "n" || v.closesPhrase(t) || stop == i && v.is("change", word) {
			break
		}
		if e := v.closed(t, stop > i, end); e > 0 {
			stop, noun, last = e, true, "n"
			continue
		}
		if !v.continues(t, k, end, i, stop, noun) {
			break
		}
		nounish := strings.HasPrefix(t.POS, "n") || t.POS == "j" || t.POS == "vn" || v.is("noun", word)
		noun, stop, last = noun || nounish, t.End, t.POS[:min(1, len(t.POS))]
		if _, of := after(text[:end], t.End, "的"); of && v.is("adjective", word) {
			noun, last = false, "a" // 普通|的职工
		}
	}
	return segment.Span{Start: i, End: stop}
}

// oneEnds reports whether 一 with its measure word ends at byte i: one thing is what the
// last noun behind it says (一条转型发展的|新路子, but 50个亚欧组织|的领导人).
func (v *passage) oneEnds(i int) bool {
	q, ok := v.quantityOver(i - 1)
	return ok && q.span.End <= i && strings.HasPrefix(v.s.block.Text[q.span.Start:], "一")
}

// opensList reports whether what starts at byte i, up to end, is a list with 等 that
// has its own number (医药、装备等|11个集群).
func (v *passage) opensList(i, end int) bool {
	q, ok := v.quantityOver(i)
	if !ok || q.span.Start <= i || q.span.Start >= end {
		return false
	}
	list := v.s.block.Text[i:q.span.Start]
	return strings.HasSuffix(list, "等") && (strings.Contains(list, "、") || len(list) <= len("保险法草案等"))
}

// opensNames reports whether t joins names to a noun that is none (高校|和北京大学).
func (v *passage) opensNames(t segment.Token) bool {
	if _, joiner := v.joined(t.Start); !joiner {
		return false
	}
	_, name := v.mentionAt(t.End)
	_, named := v.mentionOver(t.Start - 1)
	return name && !named
}

// closesPhrase reports whether t, or a word that gse has cut it off from (复|产), ends a noun
// phrase that runs forward.
func (v *passage) closesPhrase(t segment.Token) bool {
	word, _, ok := v.lists.of("stop").prefix(v.s.block.Text[t.Start:v.s.span.End])
	return ok && (len(word) <= t.Len() || v.boundary(t.Start+len(word)))
}

// closed returns the end of what stands as one piece at token t: a name inside
// the phrase, a quotation, or a term that gse cut in two; 0 when nothing does.
func (v *passage) closed(t segment.Token, begun bool, end int) int {
	text := v.s.block.Text
	if m, ok := v.mentionAt(t.Start); ok && begun && m.span.End <= end {
		return m.span.End
	}
	open, size := utf8.DecodeRuneInString(text[t.Start:t.End])
	if mark, ok := quotes[open]; ok {
		if e := strings.IndexRune(text[t.Start+size:end], mark); e > 0 && e <= maxSlogan {
			return t.Start + size + e + utf8.RuneLen(mark)
		}
	}
	if noun, _, ok := v.lists.of("nominal").prefix(text[t.Start:end]); ok && len(noun) > t.Len() && v.boundary(t.Start+len(noun)) {
		return t.Start + len(noun)
	}
	if v.nominal(t) || v.inner(t) || v.is("carrier", text[t.Start:t.End]) {
		return 0
	}
	stop := 0
	v.gazetteer.prefixes(text[t.Start:end], func(n int, _ nameID) bool {
		if t.Start+n > t.End && v.boundary(t.Start+n) {
			stop = t.Start + n
		}
		return true
	})
	return stop
}

// continues reports whether token k, which is t, goes on with the phrase that
// began at byte i and has come to stop.
func (v *passage) continues(t segment.Token, k, end, i, stop int, noun bool) bool {
	verbal := strings.HasPrefix(t.POS, "v")
	word := v.s.block.Text[t.Start:t.End]
	_, doers := after(v.s.block.Text[:end], t.End, "者")
	switch {
	case noun && v.is("modifier", word) && k+1 < len(v.s.tokens) && strings.HasPrefix(v.s.tokens[k+1].POS, "v") && v.closes(k+2, end):
		return false // 公交车|投入运营
	case v.is("noun", word), noun && word == "者":
		return true // 综合政策|举措, 疫苗接种|者
	case verbal && doers:
		return true // 疫苗|接种者
	case noun && verbal && (v.measuredBy(k+1, end) || v.is("purposed", word) && v.closes(k+1, end)):
		return true // 信息|传输费, 服务|组织
	case stop > i && verbal && v.housed(t):
		return true // 网络|祭扫平台
	case stop == i && verbal && k+1 < len(v.s.tokens) && v.housed(v.s.tokens[k+1]):
		return true // 275个|集中育秧设施
	case noun && (t.POS == "l" || t.POS == "i") && !v.goesOn(k+1, end) && !v.ends("actor", word):
		return false // 几十辆卡车|一字排开
	case noun && k+1 < len(v.s.tokens) && v.becomes(v.s.tokens[k+1]) && (!strings.HasPrefix(t.POS, "n") || v.quantityAt(v.s.tokens[k+1].End)):
		return false // 109枚公章|精简为1个
	case v.nominal(t):
		if noun && v.is("modifier", word) && (v.closes(k+1, end) || v.is("carrier", v.s.block.Text[v.s.tokens[k+1].Start:v.s.tokens[k+1].End]) && v.closes(k+2, end)) {
			return false // 运动员|参赛, 项目|签约落地
		}
		return !(verbal && noun) || v.goesOn(k+1, end) || v.closes(k+1, end)
	case stop > i && v.inner(t) && v.follows(k+1, end):
		return true
	}
	if noun || stop > i || !verbal || !v.goesOn(k+1, end) {
		return false
	}
	next := v.s.tokens[k+1]
	if v.is("thing", v.s.block.Text[next.Start:next.End]) {
		return true // 27个|开工项目业主代表
	}
	return !v.is("carrier", word) || v.is("actor", v.s.block.Text[next.Start:next.End]) && v.closes(k+2, end) // 49家|投产企业
}

// measuredBy reports whether token k, before end, makes a noun of the verb in front
// of it and ends the phrase.
func (v *passage) measuredBy(k, end int) bool {
	if k >= len(v.s.tokens) || v.s.tokens[k].Start >= end {
		return false
	}
	word := v.s.block.Text[v.s.tokens[k].Start:v.s.tokens[k].End]
	return (v.is("size", word) || v.is("head", word)) && v.closes(k+1, end)
}

// housed reports whether t is a verb that says what the noun behind it is for, which
// none but verbs of two characters say (祭扫|平台,
// 聚集|示范基地).
func (v *passage) housed(t segment.Token) bool {
	word := v.s.block.Text[t.Start:t.End]
	if !strings.HasPrefix(t.POS, "v") || t.Len() != len("两字") || v.is("carrier", word) || v.is("change", word) {
		return false
	}
	next := v.tokenAt(t.End)
	return v.opens("purposed", t.End) || v.is("model", v.s.block.Text[next.Start:next.End]) && v.opens("purposed", next.End)
}

// becomes reports whether t says into what the verb in front of it turns something.
func (v *passage) becomes(t segment.Token) bool {
	switch v.s.block.Text[t.Start:t.End] {
	case "为", "到", "至", "成":
		return true
	}
	return false
}

// risesTo reports whether t says up to which rank or number what stands in front has moved
// (提升8位|到世界第20位).
func (v *passage) risesTo(t segment.Token) bool {
	if word := v.s.block.Text[t.Start:t.End]; word != "到" && word != "至" {
		return false
	}
	end := t.End
	if word, _, ok := v.lists.of("scope").prefix(v.s.block.Text[end:v.s.span.End]); ok {
		end += len(word)
	} else if p, ok := v.placesAt(end); ok {
		end += len(p.text)
	}
	return v.quantityAt(end)
}

// goesOn reports whether token k, before end, is a noun: the verb before it
// stands inside the phrase (创新|创业|基地).
func (v *passage) goesOn(k, end int) bool {
	for ; k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		t := v.s.tokens[k]
		nominal := v.is("nominal", v.s.block.Text[t.Start:t.End])
		if v.is("modifier", v.s.block.Text[t.Start:t.End]) && v.closes(k+1, end) {
			return false // 项目|签约|入驻
		}
		if strings.HasPrefix(t.POS, "n") || t.POS == "j" || t.POS == "vn" || t.POS == "l" && v.is("noun", v.s.block.Text[t.Start:t.End]) || nominal && v.closes(k+1, end) {
			return true
		}
		if !nominal && t.POS != "b" && (t.POS != "a" || t.Len() > len("字")) {
			return false // 科技创新|大|项目
		}
	}
	return false
}

// closes reports whether the clause or the phrase ends in front of token k.
func (v *passage) closes(k, end int) bool {
	if k >= len(v.s.tokens) || v.s.tokens[k].Start >= end {
		return true
	}
	word := v.s.block.Text[v.s.tokens[k].Start:v.s.tokens[k].End]
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsPunct(r) || word == "的" || v.inner(v.s.tokens[k])
}

// follows reports whether token k, before end, can continue a noun phrase.
func (v *passage) follows(k, end int) bool {
	if k >= len(v.s.tokens) || v.s.tokens[k].Start >= end {
		return false
	}
	t := v.s.tokens[k]
	return v.nominal(t) && t.POS != "r" || v.inner(t)
}
