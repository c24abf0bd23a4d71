package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// clock keeps the time that an article is talking about.
type clock struct {
	q       *quantifier
	year    int            // the year named last, for 全年, 上半年 and their like
	named   *segment.Block // the paragraph that named it
	writing int            // the year of writing, for 今年 and 去年; 0 when it is not known
	month   int            // and its month
	heard   int            // the year that stands for it in this sentence; 0 when there is none
	block   *segment.Block
	running string // the period that the paragraph opened with
	fresh   bool   // this sentence opened with it
	since   int    // where that stands in it
	now     int    // where the sentence says 目前, or 建成后, which ends the running period; -1 nowhere
	today   bool   // what is said there is that it counts up to now
}

// learn sets the clock for an article, whose dates have been read. The year of writing is known when the
// title, the byline or a source line gives a full date.
func (c *clock) learn(q *quantifier, a *article) {
	c.q = q
	for i := range a.sentences {
		s := &a.sentences[i]
		if i+1 < len(a.sentences) && c.writing == 0 {
			c.writing, c.month = yearLine(s.text(), a.sentences[i+1].text())
		}
		if s.block.Kind == segment.Paragraph {
			continue
		}
		for _, d := range s.dates {
			if d.base == absolute && d.period.from.day != 0 {
				c.writing, c.month = d.period.from.year, d.period.from.month
			}
		}
	}
}

// yearLine returns the year and the month of writing that a page gives in two lines of their own
// (2018, 10/24), or 0.
func yearLine(first, second string) (year, month int) {
	if len(first) != len("2018") || len(second) > len("10/24") {
		return 0, 0
	}
	before, after, ok := strings.Cut(second, "/")
	if !ok {
		before, after, ok = strings.Cut(second, "-")
	}
	year, err := strconv.Atoi(first)
	month, err1 := strconv.Atoi(before)
	day, err2 := strconv.Atoi(after)
	if !ok || cmp.Or(err, err1, err2) != nil || year < 1950 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, 0
	}
	return year, month
}

// enter begins a sentence.
func (c *clock) enter(s *sentence, dates []dateExpr) {
	if s.block != c.block {
		c.block, c.running = s.block, ""
	}
	c.now, c.today, c.fresh = -1, false, false
	text := s.text()
	for i := c.q.resets.next(text, 0); i < len(text); i = c.q.resets.next(text, i+1) {
		word, w, ok := c.q.dates.prefix(text[i:])
		if !ok || w.class != "reset" && (w.class != "done" || datedClause(s, dates, s.span.Start+i)) || strings.HasPrefix(text[i+len(word):], "的") {
			continue
		}
		c.now, c.today = s.span.Start+i, w.class == "reset"
		break
	}
	if q, past, ok := opensSpell(s); ok && c.now < 0 {
		c.now, c.today = q.span.Start, !past // 5年来 is no part of the year that was running
	}
	if c.writing == 0 {
		c.writing = c.yearOfEvent(s, dates)
	}
	c.heard = 0
	if c.writing == 0 && slices.ContainsFunc(dates, func(d dateExpr) bool { return d.base == writing }) {
		c.hear(s, dates)
	}
	// A date that opens the sentence holds for the rest of the paragraph.
	for _, d := range dates {
		c.note(s, d)
	}
	for _, d := range dates {
		told := c.told(s, d)
		if p := c.resolve(d); p != "" && (told || !c.fresh && opens(s, d)) && !began(s, d) && !c.toldOn(s, d) {
			c.running, c.fresh, c.since = p, true, d.span.Start
		}
		if c.fresh && told {
			break
		}
	}
}

// hear takes for the year of writing, which nothing else tells, in s that of a month or day in a
// clause that says where something was heard (从2022年一季度…发布会上获悉,|今年…).
func (c *clock) hear(s *sentence, dates []dateExpr) {
	text := s.text()
	for end, r := range text {
		if !strings.ContainsRune(clauseMarks, r) {
			continue
		}
		if _, _, said := c.q.dates.sayings.suffix(text[:end]); !said {
			continue
		}
		for _, d := range dates {
			if d.base == absolute && d.period.from.month != 0 && !d.period.since && d.span.End <= s.span.Start+end {
				c.heard = d.period.from.year
			}
		}
		return
	}
}

// yearOfEvent returns the year that names an event which s says is held, for the year of writing,
// which nothing else tells (2月27日,X召开|2018年|项目建设大会), or 0. What is summed up is of the year before.
func (c *clock) yearOfEvent(s *sentence, dates []dateExpr) int {
	for _, d := range dates {
		if d.base != absolute || d.period.from.month != 0 || d.period.to != (moment{}) || d.period.since {
			continue
		}
		rest := s.block.Text[d.span.End:s.span.End]
		if at := strings.IndexAny(rest, clauseMarks+"。"); at >= 0 {
			rest = rest[:at]
		}
		_, _, held := c.q.dates.holdings.suffix(s.block.Text[s.span.Start:d.span.Start])
		if held && !strings.Contains(rest, "总结") && !strings.Contains(rest, "表彰") && !strings.Contains(s.block.Text[d.span.Start:d.span.End], "年度") {
			return d.period.from.year
		}
	}
	return 0
}

// opensSpell returns the length of time that s opens with and counts from now (5年来,
// 三个月以来), past when that lies behind it (65年前).
func opensSpell(s *sentence) (q quantity, past, ok bool) {
	if len(s.found) == 0 || s.found[0].kind != "duration" {
		return quantity{}, false, false
	}
	q = s.found[0]
	head := strings.TrimLeft(s.block.Text[s.span.Start:q.span.Start], " 　“")
	_, since := after(s.block.Text[:s.span.End], q.span.End, "来", "以来")
	_, past = after(s.block.Text[:s.span.End], q.span.End, "前")
	return q, past, (since || past) && (head == "" || head == "近" || head == "这")
}

// datedClause reports whether a date stands in front of byte i in its clause (2025年|建成后).
func datedClause(s *sentence, dates []dateExpr, i int) bool {
	k := endsAfter(dates, i, dateEnd) - 1
	return k >= 0 && !strings.ContainsAny(s.block.Text[dates[k].span.End:i], clauseMarks)
}

// note takes the year of d for the one that the text talks about. An earlier one than
// that must open a clause: 2008年国际金融危机 and the like only say which.
func (c *clock) note(s *sentence, d dateExpr) {
	year := d.period.from.year
	head := s.block.Text[s.span.Start:d.span.Start]
	if aim, ok := strings.CutSuffix(head, "到"); ok && !strings.HasSuffix(aim, "截至") && !strings.HasSuffix(aim, "截止") {
		return // 到2025年,…: an aim
	}
	if d.period.since && !headsClause(s, d) {
		return // 为2000年以来最高
	}
	if d.base == absolute && year != 0 && !c.aside(s, d) && (year >= c.year || headsClause(s, d)) {
		c.year, c.named = year, s.block
	}
}

// headsClause reports whether nothing but a preposition stands in front of d in its
// clause.
func headsClause(s *sentence, d dateExpr) bool {
	head := strings.TrimSpace(s.block.Text[s.span.Start:d.span.Start])
	for _, w := range []string{"截至", "截止", "在", "到", "于", "自", "从", "至"} {
		if rest, ok := strings.CutSuffix(head, w); ok {
			head = rest
			break
		}
	}
	last, _ := utf8.DecodeLastRuneInString(head)
	return head == "" || strings.ContainsRune(",，;；:：、。！？(（“", last)
}

// shortName is how many characters whom a sentence is about may have in front of the
// part of a year that it opens with.
const shortName = 8

// opens reports whether d stands at the head of s, behind nothing but a preposition.
func opens(s *sentence, d dateExpr) bool {
	head := strings.TrimSpace(s.block.Text[s.span.Start:d.span.Start])
	if i := strings.LastIndexAny(head, ",，"); i >= 0 {
		// 消息说,2020年,…: a clause of its own is as good as the head.
		rest := strings.TrimSpace(s.block.Text[d.span.End:s.span.End])
		if strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, "，") {
			head = strings.TrimLeft(head[i:], ",，")
		}
	}
	if d.period.to != (moment{}) && d.base != absolute {
		// 在地产业务方面,中国建筑前三月…: a name before a part of a year.
		if i := strings.LastIndexAny(head, ",，"); utf8.RuneCountInString(head[i+1:]) <= shortName && !strings.ContainsAny(head[i+1:], "比较") {
			return true
		}
	}
	switch strings.TrimLeft(head, "“ 　") {
	case "", "在", "到", "于", "自", "从", "截至", "截止", "截止到", "据悉,", "据悉，", "据了解,", "据了解，":
		return true
	}
	return false
}

// told reports whether d opens what a clause in front of it, which holds no number, says or
// shows (7月19日记者获悉,|今年上半年…; 数据显示,|2020年…).
func (c *clock) told(s *sentence, d dateExpr) bool {
	head := strings.TrimRight(s.block.Text[s.span.Start:d.span.Start], " 　“")
	said := strings.TrimRight(head, ",，:：")
	if _, _, ok := c.q.dates.sayings.suffix(said); !ok || len(said) == len(head) {
		return false
	}
	return len(s.found) == 0 || s.found[0].span.Start > d.span.Start
}

// at returns the period of a number at sp: of the date before it in the
// sentence, else of the first one behind it, else the running one.
func (c *clock) at(s *sentence, sp segment.Span, dates []dateExpr) string {
	best, first, unknown, lost := "", "", false, false
	for _, d := range dates {
		p := c.resolve(d)
		if d.same {
			p = c.sameTime(d, cmp.Or(first, c.running))
		}
		first = cmp.Or(first, p)
		lost = lost || d.base == writing && p == ""
		if (d.base == running || d.base == sameYear) && lost {
			p = "" // 去年10月开工,|当年投产
		}
		if p == "" || c.aside(s, d) || startsFrom(s, d, sp) || c.elsewhere(s, d, sp) {
			unknown = unknown || p == "" && !d.same && !c.compared(s, d) && !d.clock && (!d.vague || d.base == writing) && d.span.End <= sp.Start
			if d.span.End <= sp.Start && c.lost(s, d) {
				best = "" // 1990年成立,去年|产值3亿元
			}
			continue
		}
		if d.span.Start > sp.Start {
			if best == "" && within(s, d) && !strings.ContainsAny(s.block.Text[sp.End:d.span.Start], clauseMarks) {
				best = p // 5栋楼|于6月底完成3层
			}
			if best == "" && d.base == absolute && c.now < 0 && c.running == "" && sumsUp(s.block.Text[sp.End:d.span.Start], s.block.Text[d.span.End:s.span.End]) {
				best = p
			}
			break
		}
		if c.now < d.span.Start || c.now > sp.Start {
			best = p
		}
	}
	if c.now >= 0 && c.now < sp.Start {
		return best
	}
	if best == "" && !unknown && !(c.fresh && sp.End <= c.since) { // 一季度 of no known year is not what was running
		best = c.running
	}
	return best
}

// sumsUp reports whether a date behind a number holds for that too: it stands in the
// same clause, or opens a later one that counts up (X 500亩、Y 300亩,|2020年共1940亩). between is
// what stands between the two, rest what stands behind the date.
func sumsUp(between, rest string) bool {
	if open := strings.LastIndexAny(between, "“《"); open >= 0 && !strings.ContainsAny(between[open:], "”》") {
		return false // 为期2个月的|“清朗·2025年专项行动”
	}
	at := strings.LastIndexAny(between, clauseMarks)
	if at < 0 {
		return true
	}
	_, size := utf8.DecodeRuneInString(between[at:])
	_, up := after(rest, 0, "共", "总共", "一共", "累计", "合计", "总计")
	return up && strings.TrimSpace(between[at+size:]) == ""
}

// compared reports whether d only says with what a number is compared
// (比2019年增长, 较去年).
func (c *clock) compared(s *sentence, d dateExpr) bool {
	head := s.block.Text[s.span.Start:d.span.Start]
	for _, sign := range []string{"和", "与", "及", "、"} {
		before, joined := strings.CutSuffix(head, sign)
		if k := endsAfter(s.dates, d.span.Start, dateEnd) - 1; joined && k >= 0 && s.dates[k].span.End == s.span.Start+len(before) {
			return c.compared(s, s.dates[k]) // 比去年同期和|2008年四季度分别下降
		}
	}
	if _, _, ok := c.q.dates.events.suffix(head); ok {
		return true // 成立于|2004年
	}
	for _, w := range []string{"比", "较", "相比", "是", "是自", "为自", "相当于", "高于", "低于"} {
		if strings.HasSuffix(head, w) {
			return true
		}
	}
	rest := s.block.Text[d.span.End:s.span.End]
	for _, w := range []string{"与", "和", "同"} {
		if _, to := after(rest, 0, "相比", "比较", "的相比"); to && strings.HasSuffix(head, w) {
			return true // 与|2005年同期|相比
		}
	}
	_, level := after(rest, 0, "水平", "的水平")
	return level // 恢复到2019年同期|水平
}

// began reports whether d says when something happened since which the text counts
// (自2014年4月|开工以来): the numbers are not of that time.
func began(s *sentence, d dateExpr) bool {
	rest := s.block.Text[d.span.End:s.span.End]
	if at := strings.IndexAny(rest, ",，;；。"); at >= 0 {
		rest = rest[:at]
	}
	return len(rest) > len("以来") && strings.HasSuffix(rest, "以来")
}

// startsFrom reports whether d is only the time from whose number the text has moved on to
// the one at sp or to one in front of it (从2005年的3家增长到|28家).
func startsFrom(s *sentence, d dateExpr, sp segment.Span) bool {
	const far = len("的某某某某某某某某某某某")
	text := s.block.Text
	head := text[s.span.Start:d.span.Start]
	if !strings.HasSuffix(head, "从") && !strings.HasSuffix(head, "由") {
		return false
	}
	k := endsAfter(s.found, d.span.End, quantityEnd)
	if k+1 >= len(s.found) || s.found[k+1].span.Start > sp.Start || s.found[k].unit != s.found[k+1].unit {
		return false
	}
	between := text[s.found[k].span.End:s.found[k+1].span.Start]
	return strings.ContainsAny(between, "到至为") && len(between) <= far
}

// aside reports whether d is no time of the numbers behind it: they are compared with it,
// counted since then, or were only told on that day.
func (c *clock) aside(s *sentence, d dateExpr) bool {
	return c.compared(s, d) || began(s, d) || c.toldOn(s, d)
}

// toldOn reports whether d is the day on which what stands behind it was told or wired, or came to
// be what that is said of (6月8日|电, 从1月26日召开的座谈会上|获悉, 8月30日|成立的X).
func (c *clock) toldOn(s *sentence, d dateExpr) bool {
	rest := s.block.Text[d.span.End:s.span.End]
	if formed, _, ok := c.q.dates.formings.prefix(rest); ok && !numberAt(s, d.span.End+len(formed)) {
		return true // 2014年创办的|工厂, but 2014年创办的|9家工厂
	}
	if d.period.from.day == 0 {
		return false
	}
	if _, wired := after(rest, 0, "电", "讯", "消息"); wired {
		return true
	}
	at := strings.IndexAny(rest, clauseMarks)
	if at < 0 {
		return false
	}
	if k := endsAfter(s.found, d.span.End, quantityEnd); k < len(s.found) && s.found[k].span.Start < d.span.End+at {
		return false
	}
	_, _, said := c.q.dates.sayings.suffix(rest[:at])
	return said
}

// numberAt reports whether a number stands at byte i.
func numberAt(s *sentence, i int) bool {
	k := endsAfter(s.found, i, quantityEnd)
	return k < len(s.found) && s.found[k].span.Start == i
}

// clauseMarks are the marks between the clauses of a sentence.
const clauseMarks = ",，;；"

// within reports whether d stands inside its clause, behind whom that is about and 于.
func within(s *sentence, d dateExpr) bool {
	head, ok := strings.CutSuffix(s.block.Text[s.span.Start:d.span.Start], "于")
	last, _ := utf8.DecodeLastRuneInString(head)
	return ok && head != "" && !strings.ContainsRune(clauseMarks, last)
}

// elsewhere reports whether d only says when something came about that its clause tells, without
// a number, and the number at sp stands in a later one that tells of what is to come
// (3月|开工,预计|年底完工,入驻企业50家).
func (c *clock) elsewhere(s *sentence, d dateExpr, sp segment.Span) bool {
	if d.span.End >= sp.Start {
		return false
	}
	between := s.block.Text[d.span.End:sp.Start]
	if i := strings.IndexAny(between, ";；"); i >= 0 && c.tellsOnly(s, d, i) {
		return true // A总投资3亿元,2017年试生产;|B占地292亩
	}
	at := strings.IndexAny(between, clauseMarks)
	if at < 0 || strings.Trim(between[:at], "前后起内里间)）") == "" {
		return false // 2021年底前,力争…
	}
	if k := endsAfter(s.found, d.span.End, quantityEnd); k < len(s.found) && s.found[k].span.Start < d.span.End+at {
		return false
	}
	for i := c.q.resets.next(between, at); i < len(between); i = c.q.resets.next(between, i+1) {
		if _, w, ok := c.q.dates.prefix(between[i:]); ok && w.class == "ahead" {
			return true
		}
	}
	return false
}

// tellsOnly reports whether d, behind a number, says when something without a number came about,
// up to the semicolon i bytes behind it.
func (c *clock) tellsOnly(s *sentence, d dateExpr, i int) bool {
	k := endsAfter(s.found, d.span.Start, quantityEnd)
	return k > 0 && (k == len(s.found) || s.found[k].span.Start > d.span.End+i) && !strings.ContainsAny(s.block.Text[s.found[k-1].span.End:d.span.Start], ";；")
}

// lost reports whether d is a time of the numbers behind it, in a year that is not known
// (去年).
func (c *clock) lost(s *sentence, d dateExpr) bool {
	return d.base == writing && c.resolve(d) == "" && !c.compared(s, d)
}

// comparedAt returns the period of the number at byte i that is itself what another is compared with
// (较2009年收入|2600亿元增加了900亿元, 比去年同期的|173亿千瓦时多), or ""; period is that of the other one.
func (v *passage) comparedAt(i int, period string) string {
	k := endsAfter(v.times, i, dateEnd) - 1
	j := endsAfter(v.found, i, quantityEnd)
	if k < 0 || j == len(v.found) || v.found[j].span.Start != i || !v.clock.compared(v.s, v.times[k]) {
		return ""
	}
	d := v.times[k]
	if j > 0 && v.found[j-1].span.End > d.span.End || v.clauseIndex(d.span.Start) != v.clauseIndex(i) || v.change(d.span.End, i) != "" {
		return ""
	}
	if d.same {
		return v.clock.sameTime(d, period)
	}
	if moved, _, ok := v.lists.of("change").prefix(v.s.block.Text[v.found[j].span.End:v.s.span.End]); !ok || moved == "" {
		return ""
	}
	return v.clock.resolve(d)
}

// sameTime returns the time in the year of d that period, ISO 8601, is in another one. When the year
// is not known, that is as many years before as d says.
func (c *clock) sameTime(d dateExpr, period string) string {
	year, offset := c.resolve(d), d.offset
	if period == "" {
		return year
	}
	if from, err := strconv.Atoi(period[:len("2006")]); err == nil && year != "" {
		to, _ := strconv.Atoi(year)
		offset = to - from
	}
	return yearsLater(period, offset)
}

// holding reports whether c says how many shares somebody holds: the date of the news
// about that is not when they did.
func (v *passage) holding(c *claim) bool {
	return (c.kind == "percent" || c.kind == "count") && v.ends("holding", c.metric)
}

// timed reports whether a date stands before byte i of the sentence.
func (v *passage) timed(i int) bool {
	return len(v.times) > 0 && v.times[0].span.End <= i
}

// resolve returns the ISO 8601 form of d, or "" when its year is not known.
func (c *clock) resolve(d dateExpr) string {
	if d.clock || d.vague {
		return ""
	}
	p := d.period
	shift := 0
	switch d.base {
	case running:
		shift = c.year
		if c.writing != 0 && (shift == 0 || p.from.day != 0) && p.from.month <= c.month {
			shift = c.writing // 截至10月底 in a text of November, 1月12日 behind 2020年
		}
	case sameYear:
		if c.named == c.block {
			shift = c.year
		}
	case writing:
		year := cmp.Or(c.writing, c.heard)
		if year == 0 {
			return ""
		}
		shift = year + d.offset
	}
	if d.base != absolute {
		if shift == 0 {
			return ""
		}
		p.from.year = shift
		if p.to != (moment{}) {
			p.to.year = shift
		}
	}
	if p.from.month == 0 && p.from.day != 0 {
		return ""
	}
	return p.String()
}

// leave ends a sentence: the last year named stays in force.
func (c *clock) leave(s *sentence, dates []dateExpr) {
	for _, d := range dates {
		c.note(s, d)
		if c.lost(s, d) {
			c.running, c.year = "", 0 // 1990年成立,去年产值3亿元: the text has come to a year of its own
		}
	}
	if c.now >= 0 {
		c.running = ""
	}
}
