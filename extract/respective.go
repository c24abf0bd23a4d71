package extract

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// respective is the word that gives every member of a list a number of its own.
const respective = "分别"

// shareOut gives the claims of v, which are in reading order, each its own where a
// list of numbers belongs to a list of subjects or of things measured one by one
// (新能源、医药产值分别增长21%和14%). A list of subjects goes on so to the end of the
// sentence.
func (v *passage) shareOut(claims []claim) {
	text := v.s.block.Text
	list := "" // of the subjects that have been handed out
	for first := 0; first < len(claims); {
		last := first
		for last+1 < len(claims) && v.listGap(text[claims[last].span.End:claims[last+1].span.Start]) {
			last++
		}
		run, earlier := claims[first:last+1], claims[:first]
		first = last + 1
		if eachOfYears(run) {
			continue
		}
		start := v.clauseOf(run[0].span.Start).Start
		each := strings.Contains(text[min(start, run[0].span.Start):run[0].span.Start], respective) || v.eachRate(run)
		if len(run) == 1 || !each && (list == "" || run[0].subject != list) {
			continue
		}
		subjects := run[0].subject
		if each {
			v.listedAhead(run, start)
		}
		if handOut(run, subjectHead(run[0].subject), func(c *claim) *string { return &c.subject }) {
			list = subjects
			last := &run[len(run)-1]
			for i := range run {
				if run[i].metric == last.subject {
					run[i].metric = last.metric // A、B、C|分别持有55%、35%和10%的股权
				}
			}
		}
		if each {
			if i := v.clauseIndex(start); i > 0 && v.onlyTimes(v.clauses[i-1]) {
				start = v.clauses[i-1].Start // 2021年至2023年,产值分别为…
			}
			v.eachItsYear(run, start)
			if !v.eachOwner(run) && !v.eachNamedBefore(run, start, earlier) && !v.sharesOfPlaces(run) && !v.eachOfPairs(run) && !handOut(run, v.sharedHead(run[0].metric), func(c *claim) *string { return &c.metric }) {
				movedEach(run, earlier)
			}
		}
		for i := range run {
			run[i].change = cmp.Or(run[i].change, run[0].change)
			if each && run[i].bound == "exact" {
				run[i].bound = run[0].bound // 分别不低于3万元和|4万元
			}
		}
	}
}

// eachOwner gives each of run its own of the places or things whose one measure the clause tells
// (龙口、牟平的|采购规模分别为3亿元和2亿元), and reports whether it did.
func (v *passage) eachOwner(run []claim) bool {
	if len(run) < 2 {
		return false
	}
	owners, measure, ok := cutLast(run[0].metric, "的")
	if list, in := strings.CutPrefix(run[0].subject, run[1].subject); in && list != "" && run[1].subject != "" && !ok {
		owners, measure, ok = list, run[0].metric, true // 合肥市|苹果、鸭梨的|均价
	}
	items := members(owners)
	if !ok || len(items) != len(run) || strings.HasPrefix(owners, "占") || !v.isSize(measure) && !v.ends("sized", measure) {
		return false
	}
	for i := range run {
		if run[i].metric != run[0].metric && run[i].metric != "" {
			return false
		}
	}
	placed := v.isPlace(items[0]) || v.placesListed(owners, v.clauseOf(run[0].span.Start))
	for i := range run {
		if placed {
			run[i].subject, run[i].metric = items[i], measure
		} else {
			run[i].subject, run[i].metric = run[1].subject, items[i]+measure // 仔猪、生猪的|均价
		}
	}
	return true
}

// placesListed reports whether list, which stands in clause c, is one of places and nothing else.
func (v *passage) placesListed(list string, c segment.Span) bool {
	for k := v.tokenIndex(c.Start); k < len(v.s.tokens) && v.s.tokens[k].Start < c.End; k++ {
		if from := v.s.tokens[k].Start; strings.HasPrefix(v.s.block.Text[from:c.End], list) {
			return v.isPlaces(segment.Span{Start: from, End: from + len(list)})
		}
	}
	return false
}

// eachNamedBefore gives each of run, of which one thing is measured, its own of those that the clause in
// front ends with when they are as many (税收过亿元的县有莱阳、栖霞,|税收分别为2亿元、1亿元), and reports whether
// it did. start is where the clause of run begins; earlier are the claims before run.
func (v *passage) eachNamedBefore(run []claim, start int, earlier []claim) bool {
	const longest = 12 * len("字")
	i := v.clauseIndex(start)
	if metric := run[0].metric; i == 0 || len(run) < 2 || metric == "" || strings.ContainsAny(metric, "、和") || strings.HasPrefix(metric, "占") {
		return false
	}
	if n := len(earlier); n > 0 && earlier[n-1].sentence == v.i && earlier[n-1].span.End > v.clauses[i-1].Start {
		return false // 产值10亿元、税收1亿元,分别增长5%和6%
	}
	list, ok := v.listOf(v.clauses[i-1])
	items := members(list)
	if !ok || len(items) != len(run) {
		return false
	}
	for k := range items {
		if items[k] == "" || len(items[k]) > longest || run[k].metric != run[0].metric && run[k].metric != "" {
			return false
		}
	}
	for k := range items {
		run[k].subject, run[k].metric = items[k], run[0].metric
	}
	return true
}

// listOf returns the list that clause c opens with, or that it says there to be (过亿元的县有|莱阳、栖霞),
// without what c says of its members; ok is false when something else stands in front.
func (v *passage) listOf(c segment.Span) (list string, ok bool) {
	text := v.s.block.Text
	from := c.Start
	for k := v.tokenIndex(c.Start); k < len(v.s.tokens) && v.s.tokens[k].Start < c.End; k++ {
		t := v.s.tokens[k]
		if word := text[t.Start:t.End]; t.Start == from && (v.leadsIn(t) || v.timeAt(t.Start)) {
			from = t.End
		} else if word == "有" || word == "包括" || word == "是" || word == "为" {
			from = t.End
		}
	}
	if from >= c.End {
		return "", false
	}
	np := v.nounPhrase(v.tokenIndex(from), c.End)
	list = strings.TrimSuffix(text[np.Start:np.End], "等")
	switch m, named := v.mentionOver(from); {
	case np.Start != from || !strings.Contains(list, "、") && !strings.Contains(list, "和") || strings.ContainsAny(list, "的“”()（）"):
		return "", false
	case named && m.span.Start < from || v.holdsQuantity(np) || v.holdsVerb(np):
		return "", false
	}
	return list, !v.isSize(list) && !v.ends("sized", list) && !v.ends("gauge", list)
}

// eachOfPairs gives each of run its own of the things measured when some of them share a measure in
// pairs (粮食和油料面积、生猪存栏|分别达到100万亩、5万亩、9万头), and reports whether it did.
func (v *passage) eachOfPairs(run []claim) bool {
	list, subject := run[0].metric, run[0].subject
	if strings.Contains(subject, "、") && strings.Contains(v.s.block.Text[v.s.span.Start:run[0].span.Start], subject+list) {
		list, subject = subject+list, v.main.text
	}
	var parts []string
	for _, item := range strings.Split(list, "、") {
		first, second, pair := strings.Cut(item, "和")
		if !pair {
			parts = append(parts, item)
			continue
		}
		head, _, ok := v.lists.of("head").suffix(second)
		if !ok {
			head, _, ok = v.lists.of("sized").suffix(second)
		}
		if _, size := utf8.DecodeLastRuneInString(second); !ok && v.ends("size", second) && len(second) > 2*size {
			head, ok = lastChars(second, 3), true // 饲养量
		}
		if !ok || v.isSize(first) {
			return false
		}
		parts = append(parts, first+head, second)
	}
	if len(parts) != len(run) || !strings.Contains(list, "和") || !strings.Contains(list, "、") {
		return false
	}
	for i := range run {
		run[i].metric, run[i].subject = parts[i], subject
	}
	return true
}

// eachRate reports whether run, rates side by side behind one word of movement, has one for each
// of the things measured (产值、税收|同比增长8%、11%).
func (v *passage) eachRate(run []claim) bool {
	items := members(run[0].metric)
	if len(run) < 2 || len(items) != len(run) || run[0].change == "" {
		return false
	}
	for i := range run {
		if run[i].kind != "percent" || !v.isSize(items[i]) && !v.is("sized", items[i]) {
			return false
		}
	}
	return true
}

// listedAhead gives run, shares of one whole, the list that opens their clause at byte start as
// their subject when it has a member for each (A业务、B业务分别占收入的|34%、25%).
func (v *passage) listedAhead(run []claim, start int) {
	text := v.s.block.Text
	at := strings.Index(text[start:run[0].span.Start], respective)
	if at <= 0 || !strings.HasPrefix(text[start+at+len(respective):], "占") {
		return
	}
	list := strings.TrimPrefix(strings.TrimSpace(text[start:start+at]), "其中")
	items := members(list)
	if len(items) != len(run) || strings.ContainsAny(list, "，,；;。") || run[0].subject != "" && strings.HasPrefix(list, run[0].subject) {
		return
	}
	for _, item := range items {
		if v.isSize(item) {
			return // 企业数、税收分别占…
		}
	}
	for i := range run {
		run[i].subject = list
	}
}

// subjectHead returns what the last member of a list of subjects shares with the others, which
// are single characters (西、中、东|通道), or "".
func subjectHead(list string) string {
	items := members(list)
	if len(items) < 2 {
		return ""
	}
	for _, item := range items[:len(items)-1] {
		if utf8.RuneCountInString(item) != 1 {
			return ""
		}
	}
	_, size := utf8.DecodeRuneInString(items[len(items)-1])
	return items[len(items)-1][size:]
}

// fromTo gives the two numbers of a movement through the years of a range the first and the
// last of those (2013年到2017年,从|12万亿元增加到|17万亿元).
func (v *passage) fromTo(claims []claim) {
	text := v.s.block.Text
	for i := 0; i+1 < len(claims); i++ {
		a, b := &claims[i], &claims[i+1]
		from, to, ranged := strings.Cut(a.period, "/")
		if !ranged || a.period != b.period || len(from) != len("2013") || len(to) != len("2017") || a.unit != b.unit || a.metric != b.metric {
			continue
		}
		start := v.clauseOf(a.span.Start)
		head := text[start.Start:a.span.Start]
		if start.End < b.span.End || !strings.HasSuffix(head, "从") && !strings.HasSuffix(head, "由") || !movesTo(b.change) {
			continue
		}
		k := endsAfter(v.times, v.s.span.Start, dateEnd)
		if k == len(v.times) || !strings.HasPrefix(text[v.times[k].span.Start:], from) {
			continue // “十四五”期间
		}
		a.period, b.period = from, to
	}
}

// movedEach gives each of run, which say how the numbers before them moved, what its own
// one measured (产值10亿元、税收1亿元,分别增长|5%和6%). earlier are the claims before run.
func movedEach(run, earlier []claim) {
	own := earlier[max(len(earlier)-len(run), 0):]
	if len(own) < len(run) || run[0].metric != own[len(own)-1].metric {
		return // it says itself what moved
	}
	for i := range run {
		if moves := run[i].kind == "percent" || run[i].kind == "percent_point" || run[i].kind == "multiple"; !moves || own[i].kind == run[i].kind || own[i].sentence != run[i].sentence {
			return
		}
	}
	for i := range run {
		run[i].metric, run[i].subject = own[i].metric, own[i].subject
	}
}

// sharesOfPlaces gives each of run, shares of what several places have, its own of them and reports
// whether it did (占省、市|出口总额的6%、17%).
func (v *passage) sharesOfPlaces(run []claim) bool {
	rest, share := strings.CutPrefix(run[0].metric, "占")
	items := members(rest)
	if !share || len(items) != len(run) {
		return false
	}
	last := items[len(items)-1]
	what := ""
	for i := range last {
		if place := last[:i]; place != "" && (v.isPlace(place) || v.refersTo(place) || v.is("division", place)) {
			what = last[i:]
		}
	}
	if what == "" && !v.isPlace(last) && !v.refersTo(last) {
		return false // 占全市和|全国
	}
	items[len(items)-1] = strings.TrimSuffix(last, what)
	for i := range run {
		if run[i].metric != run[0].metric && run[i].metric != "" {
			return false
		}
	}
	for i := range run {
		run[i].metric = "占" + items[i] + what
	}
	return true
}

// eachOfYears gives each of run, which tell of one thing over a range of as many years, its own year
// (2008-2010年收入分别增长28%、-7%、64%,其中海外收入|53%、34%、64%), and reports whether it did.
func eachOfYears(run []claim) bool {
	first, last, ranged := strings.Cut(run[0].period, "/")
	from, err := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if !ranged || err != nil || err2 != nil || to-from+1 != len(run) {
		return false
	}
	for i := range run {
		a, b := &run[0], &run[i]
		if a.period != b.period || a.unit != b.unit || a.subject != b.subject || a.metric != b.metric && b.metric != "" {
			return false
		}
	}
	for i := range run {
		run[i].period = moment{year: from + i}.String()
		run[i].metric, run[i].change = run[0].metric, cmp.Or(run[i].change, run[0].change)
	}
	return true
}

// eachItsYear gives each of run its own of the dates that its clause, from byte start,
// lists, or of the years of the range that it names (2015至2018年分别为…).
func (v *passage) eachItsYear(run []claim, start int) {
	var dates []dateExpr
	for _, d := range v.times {
		if d.span.Start >= start && d.span.End <= run[0].span.Start && !d.clock {
			dates = append(dates, d)
		}
	}
	if len(dates) == 1 {
		p := dates[0].period
		if p.to.year == 0 || p.from.month != 0 || p.to.year-p.from.year+1 != len(run) {
			return
		}
		for i := range run {
			run[i].period = moment{year: p.from.year + i}.String()
		}
	}
	if len(dates) != len(run) || v.clock.compared(v.s, dates[0]) {
		return // 比去年同期和2008年四季度|分别下降15%、9%
	}
	for i, d := range dates {
		p := v.clock.resolve(d)
		if k := endsAfter(v.times, d.span.Start, dateEnd) - 1; d.same && k >= 0 {
			p = v.clock.sameTime(d, v.clock.resolve(v.times[k]))
		}
		run[i].period = p
	}
}

// onlyTimes reports whether clause c does no more than to list times (而在2008年、2013年和去年, 预计2011至2013年,).
func (v *passage) onlyTimes(c segment.Span) bool {
	timed := false
	for k := v.tokenIndex(c.Start); k < len(v.s.tokens) && v.s.tokens[k].Start < c.End; k++ {
		t := v.s.tokens[k]
		switch {
		case v.timeAt(t.Start):
			timed = true
		case t.POS != "p" && t.POS != "c" && t.POS != "x" && !v.is("reporting", v.s.block.Text[t.Start:t.End]):
			return false
		}
	}
	return timed
}

// listGap reports whether nothing but a sign of enumeration and a word of
// approximation stands in s, between two numbers.
func (v *passage) listGap(s string) bool {
	s = strings.TrimSpace(s)
	for _, sign := range []string{"、", "和", "及", "与", "以及", "，", ","} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			word, _, _ := v.bounds["before"].prefix(rest)
			return word == rest
		}
	}
	return false
}

// handOut hands the members of the list that a field of the first claim holds to all,
// unless another one holds something else, and reports whether it did; head ends
// every member but the last, which has it.
func handOut(run []claim, head string, field func(*claim) *string) bool {
	list := *field(&run[0])
	for i := range run {
		if s := *field(&run[i]); s != list && s != "" {
			return false
		}
	}
	list, of := cutShare(list)
	items := members(list)
	if len(items) != len(run) {
		return false
	}
	for i := range run {
		*field(&run[i]) = items[i] + of
		if i < len(run)-1 {
			*field(&run[i]) = items[i] + head + of
		}
	}
	return true
}

// sharedHead returns the noun at the end of list that all its members share
// (新能源、医药|产值), or "".
func (v *passage) sharedHead(list string) string {
	list, _ = cutShare(list)
	head, _, ok := v.lists.of("head").suffix(list)
	if !ok {
		head, _, ok = v.lists.of("shared head").suffix(list)
	}
	items := members(list)
	if !ok || items[len(items)-1] == head {
		return ""
	}
	for _, item := range items[:len(items)-1] {
		if v.isSize(item) {
			return ""
		}
	}
	return head
}

// cutShare cuts what a list is a share of off its end (企业数、产值|占全市).
func cutShare(list string) (members, of string) {
	if at := strings.Index(list, "占"); at > 0 {
		return list[:at], list[at:]
	}
	return list, ""
}

// members returns the members of a list in words: A、B和C.
func members(list string) []string {
	items := strings.Split(list, "、")
	last := items[len(items)-1]
	for _, sign := range []string{"以及", "和", "与", "及"} {
		if a, b, ok := strings.Cut(last, sign); ok && a != "" && b != "" {
			return append(items[:len(items)-1], a, b)
		}
	}
	return items
}
