package extract

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// subject returns whom the number of q is about; from is where the text that
// belongs to it begins, measured where what is measured does.
func (v *passage) subject(q *quantity, from, measured int) topic {
	best := topic{link: "none"}
	v.eachSubject(q, from, measured, func(t topic) bool {
		best = t
		return false
	})
	return best
}

// allSubjects returns whom the number of q can be about, best first.
func (v *passage) allSubjects(q *quantity, from, measured int, best topic) []topic {
	if best.text == "" {
		return nil
	}
	all := []topic{best}
	v.eachSubject(q, from, measured, func(t topic) bool {
		if !slices.ContainsFunc(all, func(u topic) bool { return u.text == t.text }) {
			all = append(all, t)
		}
		return true
	})
	return all
}

// eachSubject calls yield with whom the number of q can be about, the likeliest
// first, until yield returns false.
func (v *passage) eachSubject(q *quantity, from, measured int, yield func(topic) bool) {
	if t, ok := v.bracketed(q); ok && !yield(t) {
		return
	}
	if t, ok := v.inList(q); ok && !yield(t) {
		return
	}
	if t, ok := v.ofSizedThing(q); ok && !yield(t) {
		return
	}
	if t, ok := v.described(q); ok && !yield(t) {
		return
	}
	if t, ok := v.settled(q); ok && !yield(t) {
		return
	}
	if t, ok := v.adjacent(q, from, measured); ok && !yield(t) {
		return
	}
	if t, ok := v.ofPlace(q, from); ok && !yield(t) {
		return
	}
	t := v.subjects[v.clauseIndex(q.span.Start)]
	counted := t.link == "agent" && strings.HasPrefix(v.s.block.Text[q.span.End:], t.text) // 21家|园区
	if i := v.clauseIndex(q.span.Start); counted && i > 0 {
		t, counted = v.subjects[i-1], false
	}
	if t.text != "" && !counted && !yield(t) {
		return
	}
	if v.topic.text != "" && !yield(v.topic) {
		return
	}
	if v.main.text != "" {
		yield(v.main)
	}
}

// sizedThing returns the project or the like that q says how much of something makes: what stands
// behind q (年产8万吨|铜箔项目, 5200吨/年|新材料项目).
func (v *passage) sizedThing(q *quantity) segment.Span {
	const least = len("四字项目")
	text := v.s.block.Text
	switch q.kind {
	case "mass", "volume", "energy", "rate":
	case "count":
		if _, _, makes := v.lists.of("output").suffix(text[v.s.span.Start:q.span.Start]); !makes {
			return segment.Span{}
		}
	default:
		return segment.Span{}
	}
	head, _ := after(text, q.span.End, "级") // 3000万吨级|炼化项目
	at := head
	if size, ok := v.quantityOver(at); ok && size.span.Start == at && size.kind == "length" {
		at = size.span.End // 60万片|200mm|硅片
		at += len(text[at:]) - len(strings.TrimLeft(text[at:], " "))
	}
	np := v.trim(v.forward(at, v.clauseOf(q.span.Start).End, true))
	for k := v.tokenIndex(at); np.Len() > 0 && k < len(v.s.tokens) && v.s.tokens[k].Start < np.End; k++ {
		t := v.s.tokens[k]
		if t.End-head >= least && v.isProject(t) && text[t.Start-len("等"):t.Start] != "等" {
			return segment.Span{Start: head, End: t.End}
		}
	}
	return segment.Span{}
}

// ofSizedThing returns the project whose size q is when its clause tells of that: no verb stands in
// front of it (5200吨/年|新材料项目开工, but 建设|5200吨/年新材料项目).
func (v *passage) ofSizedThing(q *quantity) (topic, bool) {
	sp := v.sizedThing(q)
	if sp.Len() == 0 {
		return topic{}, false
	}
	if m, ok := v.companyOfThing(q); ok {
		return v.about(m, "described"), true
	}
	for k := v.tokenIndex(v.clauseOf(sp.Start).Start); k < len(v.s.tokens) && v.s.tokens[k].End <= q.span.Start; k++ {
		if t := v.s.tokens[k]; strings.HasPrefix(t.POS, "v") && !nounTag(t.POS) && !v.is("output", v.s.block.Text[t.Start:t.End]) {
			return topic{}, false
		}
	}
	return topic{text: v.s.block.Text[sp.Start:sp.End], link: "described"}, true
}

// companyOfThing returns the company right in front of q, words for the output that this is of aside,
// whose project q sizes (X公司|年产8万吨铜箔项目).
func (v *passage) companyOfThing(q *quantity) (mention, bool) {
	text := v.s.block.Text
	word, _, _ := v.lists.of("output").suffix(text[v.s.span.Start:q.span.Start])
	front := q.span.Start - len(word)
	m, ok := v.mentionOver(front - 1)
	return m, ok && m.span.End == front && m.typ == "company"
}

// bracketed returns the place or entity right in front of the bracket that holds nothing but
// q (高于全国|(6.7%)平均水平).
func (v *passage) bracketed(q *quantity) (topic, bool) {
	text := v.s.block.Text
	if _, shut := after(text, q.span.End, ")", "）"); !shut {
		return topic{}, false
	}
	for _, open := range [...]string{"(", "（"} {
		head, ok := strings.CutSuffix(text[:q.span.Start], open)
		if !ok || len(head) <= v.s.span.Start {
			continue
		}
		if m, ok := v.mentionOver(len(head) - 1); ok && m.span.End == len(head) {
			return v.about(m, "adjacent"), true
		}
		if size := v.placeSuffix(v.s.span.Start, len(head)); size > 0 {
			return topic{text: head[len(head)-size:], link: "adjacent"}, true
		}
		if word, class, ok := v.anaphors.suffix(head); ok && class == "area" && v.boundary(len(head)-len(word)) {
			return v.refers(segment.Span{Start: len(head) - len(word), End: len(head)}, len(word))
		}
	}
	return v.gloss(q)
}

// gloss returns the noun in front of the bracket that says only how many or how much q is of it, in a
// list of such (房地产业|(39家)、银行业(21家), 聚酯项目|(投资5亿元)、纺织项目(投资2亿元)).
func (v *passage) gloss(q *quantity) (topic, bool) {
	const far, longest = 2, 20 // numbers, characters
	k := endsAfter(v.found, q.span.Start, quantityEnd)
	if k == len(v.found) {
		return topic{}, false
	}
	end := v.glossed(k)
	listed := false
	for j := max(k-far, 0); j < min(k+far+1, len(v.found)); j++ {
		listed = listed || j != k && v.found[j].unit == q.unit && v.glossed(j) > 0
	}
	if end <= 0 || !listed {
		return topic{}, false
	}
	text := v.s.block.Text
	from, item := v.s.span.Start, false
	if at := strings.LastIndexAny(text[from:end], "、，,；;。)）"); at >= 0 {
		_, size := utf8.DecodeRuneInString(text[from+at:])
		item = strings.HasPrefix(text[from+at:], "、")
		from += at + size
	}
	from, _ = after(text[:end], from, "和", "与", "及", "以及")
	np, passed := v.phrase(from, end)
	if item && utf8.RuneCountInString(text[from:end]) <= longest {
		np.Start = from // 漳州市年产9万吨纤维项目
	}
	if passed || np.End != end || np.Len() < len("两字") || v.sizeNoun(np) || v.ends("share", text[np.Start:np.End]) || v.quantityAt(np.Start) {
		return topic{}, false
	}
	return topic{text: text[np.Start:np.End], link: "adjacent", group: true}, true
}

// glossed returns where the bracket opens that holds nothing but number k and a word for a size, or -1.
func (v *passage) glossed(k int) int {
	text := v.s.block.Text
	if _, shut := after(text, v.found[k].span.End, ")", "）"); !shut {
		return -1
	}
	head := strings.TrimSuffix(text[v.s.span.Start:v.found[k].span.Start], "约")
	if size, _, ok := v.lists.of("sized").suffix(head); ok {
		head = strings.TrimSuffix(head, size)
	}
	for _, open := range [...]string{"(", "（"} {
		if front, ok := strings.CutSuffix(head, open); ok {
			return v.s.span.Start + len(front)
		}
	}
	return -1
}

// inList returns the place or park that stands with nothing but q in one item of a list of such
// (高新区8个项目、|朝阳区6个项目、|九台市5个).
func (v *passage) inList(q *quantity) (topic, bool) {
	const near = len("、某某省某某市的某某某某项目") // from one number to the next
	t, ok := v.countedPlace(q)
	if !ok {
		return topic{}, false
	}
	k := endsAfter(v.found, q.span.Start, quantityEnd)
	for _, j := range [...]int{k - 1, k + 1} {
		if j < 0 || j >= len(v.found) || v.found[j].unit != q.unit {
			continue
		}
		between := max(v.found[j].span.Start, q.span.Start) - min(v.found[j].span.End, q.span.End)
		if other, ok := v.countedPlace(&v.found[j]); ok && other.text != t.text && between <= near {
			return t, true
		}
	}
	return topic{}, false
}

// countedPlace returns the place or park that alone stands in front of the count q in its item.
func (v *passage) countedPlace(q *quantity) (topic, bool) {
	text := v.s.block.Text
	if q.kind != "count" || q.span.Start <= v.s.span.Start {
		return topic{}, false
	}
	from := v.s.span.Start
	if at := strings.LastIndexAny(text[from:q.span.Start], clauseMarks+"、:：(（"); at >= 0 {
		_, size := utf8.DecodeRuneInString(text[from+at:])
		from += at + size
	}
	if head, ok := strings.CutSuffix(text[v.s.span.Start:from], "、"); ok && v.placeSuffix(v.s.span.Start, v.s.span.Start+len(head)) > 0 {
		return topic{}, false // 肥东、|肥西2个县
	}
	from, _ = after(text[:q.span.Start], from, "其中", "包括")
	to := from + len(strings.TrimSuffix(text[from:q.span.Start], "有"))
	if m, ok := v.mentionAt(from); ok && m.typ == "park" && m.span.End == to {
		return v.about(m, "adjacent"), true
	}
	if word, class, ok := v.anaphors.prefix(text[from:to]); ok && len(word) == to-from && class == "park" && !strings.HasPrefix(word, "该") {
		return topic{text: word, link: "adjacent"}, true
	}
	size := v.placeSuffix(from, to)
	return topic{text: text[from:to], link: "adjacent"}, size > 0 && size == to-from
}

// settled returns the place or entity that what q counts has come to (17万家企业落户|
// 前海).
func (v *passage) settled(q *quantity) (topic, bool) {
	if q.kind != "count" && q.kind != "percent" {
		return topic{}, false
	}
	text, end := v.s.block.Text, v.clauseOf(q.span.Start).End
	if np := v.forward(q.span.End, end, false); v.ends("visitors", text[np.Start:np.End]) {
		return topic{}, false // 8个督察组|进驻上海
	}
	if at, in := after(text[:end], q.span.End, "在"); in && q.kind == "count" {
		if t, ok := v.doneAt(at, end); ok {
			return t, true // 已有9家|在本市投资发展
		}
	}
	for k := v.tokenIndex(q.span.End); k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		t := v.s.tokens[k]
		if v.amountAt(t.Start) {
			break
		}
		if t.Start < q.span.End || !v.is("settling", text[t.Start:t.End]) {
			continue
		}
		at, _ := after(text, t.End, "了", "在", "到", "于")
		if m, ok := v.mentionAt(at); ok && m.span.End <= end {
			if ref, ok := v.refers(m.span, m.span.Len()); ok {
				return ref, true // 入驻|自贸区: any or the one named before
			}
			return v.about(m, "settled"), true
		}
		if p, ok := v.placesAt(at); ok && at < end {
			return p.by("settled"), true
		}
		break
	}
	return topic{}, false
}

// doneAt returns the place or entity at byte i in which what stands behind it is done by those who
// settle there, up to byte end.
func (v *passage) doneAt(i, end int) (topic, bool) {
	text := v.s.block.Text
	m, named := v.mentionAt(i)
	t, placed := v.about(m, "settled"), named && m.span.End < end
	next := m.span.End
	if p, ok := v.placesAt(i); ok && !named {
		t, placed, next = p.by("settled"), true, i+len(p.text)
	}
	verb := v.tokenAt(next)
	return t, placed && next < end && verb.Start == next && (v.is("settling", text[verb.Start:verb.End]) || v.is("investing", text[verb.Start:verb.End]))
}

// ofPlace returns the place whose number q is (在齐齐哈尔市的|200块冰场).
func (v *passage) ofPlace(q *quantity, from int) (topic, bool) {
	head, ok := strings.CutSuffix(v.s.block.Text[:q.span.Start], "的")
	if ok && len(head) > from {
		if size := v.placeSuffix(from, len(head)); size > 0 && v.ends("second to", head[:len(head)-size]) {
			return topic{text: head[len(head)-size:], link: "adjacent"}, true // 仅次于美国的|3000亿美元
		}
	}
	if !ok || len(head) <= from || q.kind == "percent" {
		return topic{}, false
	}
	size := v.placeSuffix(from, len(head))
	if size == 0 || !v.isPlace(head[len(head)-size:]) {
		return topic{}, false
	}
	start := len(head) - size
	for {
		sign, _, ok := v.lists.of("joiner").suffix(head[:start])
		more := v.placeSuffix(from, start-len(sign))
		if !ok || more == 0 {
			break
		}
		start -= len(sign) + more // 北京、上海的|15位专家
	}
	if at, ok := strings.CutSuffix(head[:start], "在"); ok {
		_, named := v.mentionOver(len(at) - 1)
		if _, _, stands := v.anaphors.suffix(at); named || stands {
			return topic{}, false // 该公司|在中国的11座工厂
		}
	}
	return topic{text: head[start:], link: "adjacent", group: start < len(head)-size}, !v.ends("afar", head[:start])
}

// adjacent returns the name right before what is measured (科学院|扩建校区300亩).
func (v *passage) adjacent(q *quantity, from, measured int) (topic, bool) {
	text := v.s.block.Text
	for _, m := range v.mentionsIn(segment.Span{Start: from, End: measured}) {
		if own := v.subjects[v.clauseIndex(m.span.Start)]; own.group && strings.HasSuffix(own.text, text[m.span.Start:m.span.End]) {
			return own, true // the last member of a group
		} else if strings.HasPrefix(own.text, text[m.span.Start:m.span.End]) && v.ends("room", own.text) {
			return own, true // 光明乳业的|华中工厂|占地
		}
		if measured == m.span.End && (v.madeBy(m) || q.kind == "count" && v.ends("joiner", text[from:m.span.Start])) {
			continue // 张三以及X|3名投资者
		}
		if v.bridges(text[m.span.End:measured]) && !v.member(m, from) && !v.onlyWhere(m, measured) {
			if m.typ == "company" {
				if t, ok := v.sizedProject(m, q.span.Start); ok {
					return topic{text: text[m.span.Start:t.End], typ: m.typ, link: "adjacent"}, true // X|基地项目|建设规模
				}
			}
			return v.about(m, "adjacent"), true
		}
	}
	return topic{}, false
}

// onlyWhere reports whether 在 stands in front of m, behind which somebody whom the clause
// is about pays (X在合肥高新区|斥资2亿元).
func (v *passage) onlyWhere(m mention, measured int) bool {
	text := v.s.block.Text
	own := v.subjects[v.clauseIndex(m.span.Start)]
	t := v.tokenAt(measured)
	return strings.HasSuffix(text[:m.span.Start], "在") && own.typ != "" && own.text != v.full(m) && v.is("paying", text[t.Start:t.End])
}

// bridges reports whether gap, between a name and what is measured, ties the two:
// nothing, 的, 内, or a place named with 在.
func (v *passage) bridges(gap string) bool {
	return gap == "" || v.is("gap", gap) || strings.HasPrefix(gap, "在") && len(gap) <= len("在某地")
}

// member reports whether m stands in a group that another word heads (A、B等…),
// or behind a word that makes it a companion or an object (与B合作).
func (v *passage) member(m mention, from int) bool {
	text := v.s.block.Text
	if _, ok := after(text, m.span.End, "等"); ok {
		return true
	}
	before := strings.TrimSuffix(strings.TrimPrefix(text[from:m.span.Start], "、"), "其他")
	return v.ends("beside", before) || v.ends("acquiring", before)
}

// described returns the entity or person that the number q describes
// from in front: 总投资35亿元的X, 总投资35亿元、总面积90万平方米的X, 100亿元X.
func (v *passage) described(q *quantity) (topic, bool) {
	text, i := v.s.block.Text, q.span.End
	for strings.HasPrefix(text[i:], "、") {
		next, ok := v.quantityOver(i)
		if !ok || strings.ContainsAny(text[i:next.span.Start], clauseMarks) {
			break
		}
		i = next.span.End
	}
	i, of := after(text, i, "的")
	end := max(i, v.clauseOf(q.span.Start).End) // i is behind the clause when the list goes on there
	if verb, _, made := v.lists.of("made").prefix(text[i:end]); made && !of && q.kind == "money" {
		if thing, ok := after(text, i+len(verb), "的"); ok {
			i, of = thing, true // 投资2亿元|建设的|X
			end = max(i, end)
		}
	}
	if q.kind == "age" {
		name, _ := v.titledAt(i)
		return topic{text: name, link: "person"}, name != ""
	}
	if m, ok := v.mentionAt(i); ok && (of || q.kind != "count" && q.kind != "percent") {
		if own, ok := v.projectOf(m, end); ok {
			return own.by("described"), true
		}
		return v.about(m, "described"), true // but 建设一个|X counts
	}
	if !of {
		return topic{}, false
	}
	if pointed := strings.TrimSpace(text[v.clauseOf(q.span.Start).Start:q.span.Start]); v.opensWith("pointing", pointed) && v.is("thing", text[v.tokenAt(i).Start:v.tokenAt(i).End]) {
		return topic{}, false // 这个总投资16亿元的|项目
	}
	if end := v.route(i, end); end > i {
		return topic{text: text[i:end], link: "described"}, true
	}
	if rest := text[i:end]; v.tokenAt(i).Start == i && v.wholeThing(rest) && !v.holdsQuantity(segment.Span{Start: i, End: i + len(rest)}) {
		return topic{text: rest, link: "described"}, true
	}
	p, placed := v.placesAt(i)
	whole := v.trim(v.forward(i, end, false))
	if np := v.unlisted(whole); v.tokenAt(i).Start == i && np.Len() > len(p.text) && v.sizes(q) && !v.quantityAt(np.End) {
		if last := v.tokenAt(np.End - 1); last.POS == "v" && last.Start > i && !v.is("noun", text[last.Start:last.End]) {
			np.End = last.Start // 4000平米的大厅|开馆
		}
		if v.is("aim", text[i:np.End]) || v.predicated(q.span.Start) {
			return topic{}, false // 年产值100亿元的|目标, 成长为年销售额亿元的|企业
		}
		return topic{text: text[i:np.End], link: "described"}, true
	}
	if placed && whole.End <= i+len(p.text) {
		return p.by("described"), true // but 400万吨的世界|最大项目
	}
	name := v.person(i)
	return topic{text: name, link: "person"}, name != ""
}

// predicated reports whether the clause of byte i says in front of it what somebody is or becomes.
func (v *passage) predicated(i int) bool {
	for k := v.tokenIndex(v.clauseOf(i).Start); k < len(v.s.tokens) && v.s.tokens[k].End <= i; k++ {
		if t := v.s.tokens[k]; v.ends("becoming", v.s.block.Text[v.clauseOf(i).Start:t.End]) && k > 0 {
			return true
		}
	}
	return false
}

// wholeThing reports whether a clause is nothing but the name of a project or the like
// (金山矿坑环境修复改造项目).
func (v *passage) wholeThing(clause string) bool {
	const long = len("二十五个字的项目名称不会再长了吧")
	thing, _, ok := v.lists.of("thing").suffix(clause)
	return ok && len(thing) < len(clause) && len(clause) <= long && !strings.ContainsAny(clause, "的了在和与、“（(")
}

// route returns the end of the way from one place to another that starts at byte i
// (贵州黄桶|至|广西百色|铁路, 徐州—连云港|高铁), without a word for it when the time or the distance
// follows (香港至广州|运行时间), or i.
func (v *passage) route(i, end int) int {
	const long = 20 * len("字")
	text := v.s.block.Text[i:min(end, i+long)]
	from, placed := v.place(segment.Token{Span: segment.Span{Start: i, End: i}})
	if !placed {
		return i
	}
	to := i + strings.Index(text, "至")
	at := to + len("至")
	for _, sign := range [...]string{"到", "——", "—", "－", "-", "–"} {
		if to < i && strings.HasPrefix(text[len(from):], sign) {
			to = i + len(from)
			at = to + len(sign)
		}
	}
	if to <= i || !v.placeAt(at) {
		return i
	}
	dest, exact := v.placesAt(at)
	for k := v.tokenIndex(to); k < len(v.s.tokens) && v.s.tokens[k].End <= i+len(text); k++ {
		t := v.s.tokens[k]
		word := v.s.block.Text[t.Start:t.End]
		arrived := exact && t.Start >= at+len(dest.text)
		switch {
		case v.is("way", word):
			return t.End
		case arrived && v.opens("travel", t.Start):
			return at + len(dest.text)
		case arrived && word == "的":
			continue
		case strings.HasPrefix(t.POS, "v"), t.POS == "uj":
			return i
		}
	}
	return i
}

// sizes reports whether q is the size of something that is named behind it: a noun
// such as 面积 or 总投资 stands in front.
func (v *passage) sizes(q *quantity) bool {
	text := v.s.block.Text
	from := v.clauseOf(q.span.Start).Start
	for _, to := range []int{v.tail(from, q.span.Start), q.span.Start} {
		word, _, ok := v.lists.of("sized").suffix(text[from:to])
		switch opens := strings.TrimSpace(text[from:to-len(word)]) == ""; {
		case !ok || q.kind == "percent" || !v.boundary(to-len(word)):
		case q.kind != "duration" || opens:
			return true // but not 开展|为期两年的行动
		}
	}
	return false
}

// nearest returns the park, place or company that the sentence of c names, the one nearest
// in front of its number or else the first: a number that nobody else claims is about it.
func (v *passage) nearest(c *claim) topic {
	if !v.looked {
		v.looked = true
		v.nearby = v.parksOrPlaces(v.nearby[:0])
	}
	if len(v.nearby) == 0 {
		return topic{}
	}
	k := sort.Search(len(v.nearby), func(k int) bool { return v.nearby[k].start > c.span.Start })
	if k == 0 && v.nearby[0].typ == "company" && v.nearby[0].start >= v.clauseOf(c.span.Start).End {
		return topic{} // 手机销量达3亿部,|X增长5%
	}
	return v.nearby[max(k-1, 0)].topic
}

// standing is a topic with the byte at which it is named.
type standing struct {
	topic
	start int
}

// oneOfMany reports whether m stands in a list whose number is stated next, or names a
// project (A、B等24个项目, X基地|项目).
func (v *passage) oneOfMany(m mention) bool {
	text := v.s.block.Text
	end := m.span.End
	for {
		next, ok := v.joined(end)
		n, named := v.mentionOver(next)
		if !ok || !named {
			break
		}
		end = n.span.End
	}
	next, ok := after(text[:v.s.span.End], end, "等")
	return ok && v.counts(next) || strings.HasPrefix(text[end:], "项目")
}

// parksOrPlaces appends the parks that the sentence names, or else the places, or else the
// companies, to out.
func (v *passage) parksOrPlaces(out []standing) []standing {
	for _, m := range v.mentionsIn(v.s.span) {
		if m.typ == "park" && !v.oneOfMany(m) {
			out = append(out, standing{v.about(m, "nearest"), m.span.Start})
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, tok := range v.s.tokens {
		if _, named := v.mentionOver(tok.Start); named {
			continue
		}
		if p, ok := v.places(tok); ok {
			out = append(out, standing{p.by("nearest"), tok.Start})
		} else if name, ok := v.place(tok); ok && v.quantityAt(tok.Start+len(name)) {
			out = append(out, standing{topic{text: name, link: "nearest"}, tok.Start}) // 四川|85%的动物
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, m := range v.mentionsIn(v.s.span) {
		if m.typ == "company" && !v.oneOfMany(m) && !(v.analyzes(m) && v.source(m, v.clauseOf(m.span.Start))) {
			out = append(out, standing{v.about(m, "nearest"), m.span.Start}) // 据X介绍, but X证券分析师预计
		}
	}
	return out
}
