package extract

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// link fills in subject, metric and change of c, which is number j of the
// sentence; earlier holds the claims linked before it.
func (v *passage) link(c *claim, j int, earlier []claim) {
	at := v.site(c, j)
	from := v.shareStart(c, at)
	np := v.measured(c, at)
	if c.change = at.rate; c.change == "" {
		c.change = v.movement(c, np, from)
	}
	if c.change == "" {
		c.change = v.addedToo(c, np, earlier)
	}
	start := v.use(c, np, at)
	c.metric = v.metric(c, np, at, earlier)
	if np == at.before {
		v.paced(c, np, earlier)
	}
	if c.metric != "" && (c.kind != "duration" || np == at.before && v.sizeNoun(np)) {
		v.lastMetric = c.metric // of times only 服务时限|52小时
		if c.kind == "count" {
			v.counted[c.unit] = c.metric
		}
	}
	t := v.linked(c, np, at, start, earlier)
	c.subject = t.text
	if v.explained != nil {
		c.subjects = v.allSubjects(&c.quantity, at.from, start, t)
	}
	c.link = v.rule(t.link)
	if metric := v.ofWhat(c, np, earlier) + c.metric; t.link == "noun" && np == at.behind && strings.HasPrefix(metric, t.text) {
		c.metric = t.text // 178家|高新区发展
	} else if np != at.behind || np.Len() == 0 || !v.opensAnaphor(metric) {
		c.metric = v.apart(metric, t.text) // but 四个|自贸区的清单 counts them
	}
	if plan, _, ok := v.lists.of("planned").prefix(c.metric); ok && v.is("sized", c.metric[len(plan):]) && !v.is("sized", c.metric) {
		c.metric = c.metric[len(plan):] // 计划|总投资
	}
	measure := strings.TrimPrefix(c.metric, "新")
	if thing := v.thingSized(measure); thing != "" && strings.HasSuffix(t.text, thing) {
		c.metric = measure[len(thing):] // X扩产|项目|建设规模, 新项目|总投资
	}
	for _, holds := range []string{"占据", "占到", "占去", "占了"} {
		if whole, ok := strings.CutPrefix(c.metric, holds); ok && c.kind == "percent" {
			c.metric = "占" + strings.TrimPrefix(whole, "了") // 占到|总数
		}
	}
	if np == at.before && strings.HasSuffix(v.s.block.Text[:np.Start], "该") && c.metric == v.s.block.Text[np.Start:np.End] {
		if owner := v.owner(np); owner > np.Start {
			c.metric = strings.TrimPrefix(v.s.block.Text[owner:np.End], "的") // 该|基地|用地面积
		}
	}
	if phase := v.phaseSized(c.metric); phase != "" && np == at.before && !v.is("phase", t.text) && !strings.HasSuffix(v.s.block.Text[:np.End], t.text+c.metric) {
		c.metric = c.metric[len(phase):] // 二期|占地
	}
	v.cutMetric(c, np, at, t)
	if thing, _, ok := v.lists.of("thing").suffix(c.metric); ok && t.link == "described" && strings.HasSuffix(t.text, c.metric) && len(thing) < len(c.metric) && v.sizedThing(&c.quantity).Len() > 0 {
		c.metric = strings.TrimSuffix(c.metric, thing) // 年产8万吨|铜箔|项目
	}
	if q, ok := v.quantityOver(np.Start); ok && c.kind == "duration" && np.Len() > 0 && q.span == np && c.metric == v.s.block.Text[np.Start:np.End] {
		c.metric = "" // 是7年前的|11倍
	}
	v.part(c, np, at, t)
	v.firms(c, np, at, t)
	v.countedOnes(c, np, at, t)
	v.holder(c, earlier)
	v.bareShare(c, np, at, earlier)
	v.movedBy(c)
	v.partOfWhat(c, np, at)
	v.eachKind(c, np, at, earlier)
	c.subject = balanced(c.subject)
	if full := v.villages[c.subject]; full != "" {
		c.subject = full
	}
	c.subject = v.fullPlace(c.subject)
}

// balanced takes off a mark of quotation or of a title that has lost its other half (“两区).
func balanced(subject string) string {
	for _, pair := range [...][2]string{{"“", "”"}, {"《", "》"}} {
		if rest, open := strings.CutPrefix(subject, pair[0]); open && !strings.Contains(rest, pair[1]) {
			return rest
		}
		if rest, shut := strings.CutSuffix(subject, pair[1]); shut && !strings.Contains(rest, pair[0]) {
			return rest
		}
	}
	return subject
}

// partOfWhat adds to the metric of c, a share, of what it is one where that stands in front of the word
// for it (在|总额中所占比重), and takes what only says that somebody has it off its head.
func (v *passage) partOfWhat(c *claim, np segment.Span, at site) {
	if c.kind != "percent" || !v.ends("share", c.metric) {
		return
	}
	if rest, ok := strings.CutPrefix(c.metric, "占的"); ok {
		c.metric = rest // 占的|份额
	} else if rest, ok := strings.CutPrefix(c.metric, "占"); ok && strings.HasSuffix(v.s.block.Text[:np.Start], "所") {
		c.metric = rest // 所占|份额
	}
	if np.Len() == 0 || np != at.before {
		return
	}
	from := v.clauseOf(np.Start).Start
	whole, inside := strings.CutSuffix(strings.TrimSuffix(strings.TrimSuffix(v.s.block.Text[from:np.End], c.metric), "的"), "中所占")
	if in := strings.LastIndex(whole, "在"); inside && in >= 0 && v.boundary(from+in) {
		c.metric = v.s.block.Text[from+in+len("在") : np.End]
	}
}

// movedBy takes the word of movement off the end of what c measures when that says how far it moved
// (股价|下降幅度).
func (v *passage) movedBy(c *claim) {
	for _, far := range []string{"幅度", "幅"} {
		head, ok := strings.CutSuffix(c.metric, far)
		moved, _, moves := v.lists.of("change").suffix(head)
		if ok && moves && len(moved) < len(head) && c.kind == "percent" && (c.change == "" || c.change == moved) {
			c.metric, c.change = strings.TrimSuffix(head[:len(head)-len(moved)], "的"), moved
			return
		}
	}
	if fast, _, ok := v.lists.of("swiftness").suffix(c.metric); ok && c.change == "" && c.kind == "percent" {
		c.change, _, _ = v.lists.of("change").suffix(strings.TrimSuffix(c.metric, fast)) // 收入|增长|速度
	}
}

// holder makes c, the share that those which the number before counted have among all of their
// kind, one of them (民营企业248万户,|占企业总量97%), unless what it is a share of is somewhere else
// (高新技术企业248家,|占全省的5%).
func (v *passage) holder(c *claim, earlier []claim) {
	whole, share := strings.CutPrefix(c.metric, "占")
	last := v.last(earlier)
	for n := len(earlier) - 1; last != nil && last.kind == "percent" && v.last(earlier[:n]) != nil && earlier[n-1].metric == last.metric; n-- {
		last = &earlier[n-1] // 248万户,增长4%,|占…
	}
	if c.kind != "percent" || !share || last == nil || last.kind != "count" || last.subject != c.subject || last.metric == "" || strings.Contains(last.metric, "占") || v.is("people", last.unit) && last.unit != "户" {
		return
	}
	if _, _, ok := v.lists.of("whole of a kind").suffix(whole); !ok {
		return
	}
	if word, class, ok := v.anaphors.prefix(whole); ok && class == "area" {
		if rank := v.rank(c.subject); rank == "" || !strings.HasSuffix(word, rank) {
			return
		}
	} else if _, _, placed := v.lists.of("country").prefix(whole); placed || v.isPlace(whole) {
		return
	}
	c.subject, _, _ = strings.Cut(last.metric, "数量")
	if last.change != "" && strings.Contains(v.s.block.Text[v.s.span.Start:last.span.Start], last.change+c.subject) {
		c.subject = last.change + c.subject // 新登记|企业
	}
}

// bareShare makes c, a share of what the sentence measured before, one of the thing np in front of it
// (出口100亿美元,|机电产品|占60%), or of whoever is named there (空调销量3亿台,|X占30%). What somebody
// has or earns holds no share.
func (v *passage) bareShare(c *claim, np segment.Span, at site, earlier []claim) {
	text := v.s.block.Text
	front, ok := strings.CutSuffix(strings.TrimRight(text[v.clauseOf(c.span.Start).Start:c.span.Start], "到了约近超 "), "占")
	front = strings.TrimRight(front, "约仅只已将就则")
	if c.kind != "percent" || !ok {
		return
	}
	if last := v.last(earlier); last != nil && np.Len() == 0 && c.metric == last.metric && c.subject != "" && strings.HasSuffix(front, c.subject) {
		if share := v.shareOfWhat(c, earlier); share == "占"+c.metric || share == c.metric {
			c.metric = share
		}
		return
	}
	who := text[np.Start:np.End]
	if np != at.before || !strings.HasSuffix(front, strings.TrimRight(who, "约")) || c.metric != who || c.subject == who {
		return
	}
	if utf8.RuneCountInString(who) < 2 || !nounTag(v.tokenAt(np.Start).POS) || !v.opensClause(np) {
		return
	}
	if v.isSize(who) || v.sizeNoun(np) || v.ends("sized", who) || v.ends("outlay", who) || v.ends("flow", who) || v.refersTo(who) || v.isPlaces(np) {
		return
	}
	c.subject, c.metric = strings.TrimRight(who, "约"), v.shareOfWhat(c, earlier)
}

// shareOfWhat returns 占 with what c, a share, is one of: what the sentence measured last, if anything.
func (v *passage) shareOfWhat(c *claim, earlier []claim) string {
	for n := len(earlier) - 1; n >= 0 && earlier[n].sentence == c.sentence; n-- {
		if of := earlier[n].metric; earlier[n].kind == "percent" && strings.HasPrefix(of, "占") {
			return of // 服装|占20%
		} else if earlier[n].kind != "percent" && of != "" && earlier[n].value.String() != "1" {
			return "占" + of
		}
	}
	return "占"
}

// firms makes c, which t, a country, is said to be about, a number of the kind of firms there
// whose measure it is (全国规模以上工业企业|利润总额).
func (v *passage) firms(c *claim, np segment.Span, at site, t topic) {
	end := strings.LastIndex(c.metric, "企业") + len("企业")
	if np != at.before || end <= len("企业") || !v.is("country", t.text) || !v.ends("firm's", c.metric[end:]) || !strings.HasSuffix(v.s.block.Text[:np.End], t.text+c.metric) {
		return
	}
	c.subject, c.metric = t.text+c.metric[:end], c.metric[end:]
	for i := v.clauseIndex(c.span.Start); i < len(v.subjects); i++ {
		if v.subjects[i].text == t.text {
			v.subjects[i].text = c.subject // 比上年增长5%
		}
	}
}

// countedOnes makes c those that are counted right in front of what np measures of them (榜单显示,
// 90家获奖企业|利润总额达3万亿元), unless it is said whose they are (全市|8家企业营收9亿元).
func (v *passage) countedOnes(c *claim, np segment.Span, at site, t topic) {
	const near = len("十个字长的一种企业啊")
	text := v.s.block.Text
	k := endsAfter(v.found, np.Start, quantityEnd)
	if np != at.before || np.Len() == 0 || k == 0 || c.kind == "count" {
		return
	}
	q := &v.found[k-1]
	if q.kind != "count" || q.span.End > np.Start || np.Start-q.span.End > near || strings.ContainsAny(text[q.span.End:np.Start], "，,、；;。（(") || t.text != "" && strings.HasSuffix(text[:q.span.Start], t.text) {
		return
	}
	if _, class, ok := v.anaphors.suffix(text[:q.span.Start]); ok && (class == "area" || class == "park") || v.ends("toward", text[:q.span.Start]) {
		return // 向|9家企业发放贷款
	}
	measure := v.onesEnd(np)
	if ones := text[q.span.End:measure]; v.ends("firm", ones) && (measure > np.Start || v.isSize(text[np.Start:np.End]) || v.is("firm's", text[np.Start:np.End])) {
		v.retold(c, topic{text: ones, link: "carried", group: true}, strings.TrimPrefix(text[measure:np.End], "的"))
	}
}

// onesEnd returns where those end that np begins with when the rest is what is measured of them
// (获奖企业|利润总额), or the start of np.
func (v *passage) onesEnd(np segment.Span) int {
	text := v.s.block.Text
	for k := v.tokenIndex(np.Start); k < len(v.s.tokens) && v.s.tokens[k].End < np.End; k++ {
		end := v.s.tokens[k].End
		first := v.tokenAt(end)
		if first.POS == "c" || strings.HasPrefix(first.POS, "v") && !v.is("nominal", text[first.Start:first.End]) && !v.is("gauge", text[first.Start:first.End]) && !v.is("firm's", text[first.Start:first.End]) {
			continue // 企业|和个体户降低成本, 企业|发放贷款
		}
		if rest := strings.TrimPrefix(text[end:np.End], "的"); v.ends("firm", text[np.Start:end]) && (v.isSize(rest) || v.is("firm's", rest)) {
			return end
		}
	}
	return np.Start
}

// eachKind makes c, an amount behind nothing but a kind of firms, theirs of what the amount before
// it in the sentence measured (国有企业利润总额300亿元;|私营企业|200亿元), and a price behind nothing but
// goods theirs.
func (v *passage) eachKind(c *claim, np segment.Span, at site, earlier []claim) {
	kind := v.s.block.Text[np.Start:np.End]
	if last := v.last(earlier); last != nil && last.unit == c.unit && c.change == "" && np == at.before && c.metric == kind && at.behind.Len() == 0 && v.ends("price tag", last.metric) && !v.isSize(kind) && !v.ends("price tag", kind) && v.opensClause(np) {
		v.retold(c, topic{text: kind, link: "itself"}, last.metric) // 汽油的价格是8元/升,|甲醇|为3元/升
		return
	}
	if c.kind != "money" || c.change != "" || np != at.before || np.Len() == 0 || c.metric != kind || at.behind.Len() > 0 || kind == "企业" || !strings.HasSuffix(kind, "企业") {
		return
	}
	for i := len(earlier) - 1; i >= 0 && earlier[i].sentence == v.i; i-- {
		e := &earlier[i]
		if e.kind != "money" || e.metric == "" || strings.HasSuffix(e.metric, "企业") {
			continue
		}
		v.retold(c, topic{text: kind, link: "carried"}, e.metric) // 200亿元,|下降7.2%
		return
	}
}

// retold makes c, with its clause and those that go on with that, about t, of whom metric is
// measured.
func (v *passage) retold(c *claim, t topic, metric string) {
	clause := v.clauseIndex(c.span.Start)
	v.goesOnAbout(t, clause)
	v.subjects[clause] = t
	c.subject, c.metric = t.text, metric
}

// paced makes the metric of c that of the claim before when np, right in front of the number,
// only says how that moved (产值3亿元,|增速8%).
func (v *passage) paced(c *claim, np segment.Span, earlier []claim) {
	if c.change != "" || c.span.Start-np.End > len("达到") || !v.is("pace", c.metric) {
		return
	}
	if what := v.inherited(c, earlier); what != "" && what != c.metric && !strings.HasPrefix(what, "占") {
		c.metric, c.change = what, c.metric
	}
}

// part turns c, which t, whose name stands right in front of what np says of it, is said to
// be about, to that part of t whose measure np is (海尔|合肥工厂|的产能, X产业园|项目|总投资).
func (v *passage) part(c *claim, np segment.Span, at site, t topic) {
	text := v.s.block.Text
	start := np.Start
	if !strings.HasPrefix(text[start:np.End], t.text) && strings.HasSuffix(text[:start], t.text) {
		start -= len(t.text)
	}
	mid := start + len(t.text)
	if np != at.before || t.group || t.text == "" || mid >= np.End || text[start:mid] != t.text || c.metric != text[mid:np.End] {
		return
	}
	if thing := v.thingSized(c.metric); thing != "" && t.typ != "" {
		c.subject, c.metric = text[start:mid+len(thing)], c.metric[len(thing):]
		return
	}
	if phase := v.phaseSized(c.metric); phase != "" && t.typ != "" {
		c.subject, c.metric = text[start:mid+len(phase)], c.metric[len(phase):]
		return
	}
	of := mid + strings.LastIndex(c.metric, "的")
	if of <= mid {
		return
	}
	own, measure := text[start:of], text[of+len("的"):np.End]
	if strings.HasPrefix(v.tokenAt(of-1).POS, "n") && !strings.Contains(own, "的") && !strings.Contains(own, "占") && !strings.Contains(own, "来自") && v.isSize(measure) {
		c.subject, c.metric = own, measure
	}
}

// thingSized returns the noun for a project or the like in front of a word for its size
// (项目|总投资) when metric is nothing else, or "".
func (v *passage) thingSized(metric string) string {
	thing, _, ok := v.lists.of("thing").prefix(metric)
	if !ok || !v.is("sized", metric[len(thing):]) {
		return ""
	}
	return thing
}

// phaseSized returns the phase, with the place in front of it, that metric begins with when it goes
// on with nothing but a word for a size (厦门二期|总投资), or "".
func (v *passage) phaseSized(metric string) string {
	at := 0
	for end := range v.placesAhead(metric) {
		at = end
	}
	phase, _, ok := v.lists.of("phase").prefix(metric[at:])
	if at += len(phase); !ok || !v.is("sized", metric[at:]) {
		return ""
	}
	return metric[:at]
}

// addedToo returns the word of accumulation of the claim in front when c is the next of its list
// (累计开行班列950列、|箱量8万标箱, 新增技术中心1个,|质量奖1个、示范企业3家), or "".
func (v *passage) addedToo(c *claim, np segment.Span, earlier []claim) string {
	last := v.last(earlier)
	if last == nil || last.span.End > c.span.Start {
		return ""
	}
	gap := v.s.block.Text[last.span.End:c.span.Start]
	switch last.change {
	case "累计":
		rest, listed := strings.CutPrefix(gap, "、")
		if !listed || c.kind == "percent" || c.kind == "rank" || c.kind == "duration" || strings.ContainsAny(rest, "，,；;。：") {
			return ""
		}
	case "新增":
		what := v.s.block.Text[np.Start:np.End]
		sign := strings.TrimSpace(strings.TrimSuffix(gap, what))
		if c.kind != last.kind || what == "" || np.End != c.span.Start || v.ends("tally", what) || strings.HasPrefix(what, "总") || sign != "、" && sign != "," && sign != "，" {
			return "" // 新增企业3家,|企业总数30家
		}
	default:
		return ""
	}
	return last.change
}

// shareStart returns where the text begins that can say how c moved: what stands before 占
// did not move by this. A bound in front of 占 is that of c.
func (v *passage) shareStart(c *claim, at site) int {
	sp, ok := v.share(at.from, at.tail)
	if !ok {
		return at.from
	}
	if _, bound, ok := v.bounds["before"].suffix(v.s.block.Text[at.from:sp.Start]); ok && c.bound == "exact" {
		c.bound = bound // 约|占全国15%
	}
	return sp.Start
}

// movement returns how c moved, whose metric np is, as the text from byte from on says.
func (v *passage) movement(c *claim, np segment.Span, from int) string {
	change := strings.Replace(v.changeBeside(np, from, c.span.Start), respective, "", 1) // 同比|分别增长
	if c.kind == "multiple" && change != "" && strings.HasPrefix(v.s.block.Text[np.Start:np.End], change) && v.boundary(np.Start+len(change)) {
		return "" // 新开工项目数|是去年的2倍
	}
	return change
}

// use marks np, the metric of c, as used up for the numbers behind it and returns where the
// words that belong to c begin.
func (v *passage) use(c *claim, np segment.Span, at site) int {
	if np == at.before && np.Len() > 0 {
		return np.Start
	}
	if c.kind != "duration" && !v.limits(c.quantity) && !v.holdsQuantity(segment.Span{Start: c.span.End, End: max(np.Start, c.span.End)}) {
		v.used = np.End // 未来十年|产业规模将超千亿: what follows a time is not its own
		if v.gaugedAt(v.tokenAt(np.End)) {
			v.used = np.Start // 8个集群产值|近10万亿元
		}
	}
	return c.span.Start
}

// cutMetric takes off the metric of c, which np says and whose subject is t, what says how it
// came about.
func (v *passage) cutMetric(c *claim, np segment.Span, at site, t topic) {
	own := v.main.by("carried")
	moved, _, ok := v.lists.of("change").prefix(c.metric)
	if q, found := v.quantityOver(np.Start + len(moved)); ok && np == at.before && found && q.span.Start == np.Start+len(moved) && v.limits(q) {
		c.metric, c.change = c.metric[len(moved):], moved // 新签约|亿元以上项目
	}
	if t.link == "carried" && own.text != "" && own.text != t.text && t.text != "" && c.kind == "count" && strings.HasSuffix(c.metric, t.text) {
		c.subject = own.text // 外资项目加快集聚,|累计引进外资项目12个
	}
	if brought, _, ok := v.lists.of("bringing").prefix(c.metric); ok && np == at.before && c.kind == "count" && utf8.RuneCountInString(c.metric[len(brought):]) > utf8.RuneCountInString("项目") {
		c.metric = c.metric[len(brought):] // 建设|标准化厂房, but 建设项目
	}
	c.metric = strings.TrimLeft(c.metric, "（(")
	if open := strings.IndexAny(c.metric, "（("); open > 0 && (!strings.ContainsAny(c.metric, "）)") || np == at.behind && open > len("字") && strings.Contains(c.metric[open:], "、")) {
		c.metric = c.metric[:open] // 9个|开发区(经开区), 五大|节点(北京、上海)
	}
	if head, rest, ok := strings.Cut(c.metric, t.text); ok && t.text != "" && rest != "" && strings.HasSuffix(head, "的") {
		c.metric = rest // 建设的|X项目|总投资
	}
	if np == at.before {
		c.metric = v.cutHead(c, np, at)
	}
	if t.link == "described" {
		c.metric = v.apart(v.unmade(c.metric), v.subjects[v.clauseIndex(c.span.Start)].text) // 合肥|总投资100亿元的项目
	}
	if c.metric == t.text && c.kind == "duration" && (t.typ != "" || v.isPlace(t.text) || v.refersTo(t.text)) {
		c.metric = "" // 合肥市|用3年时间
	}
	if c.metric == t.text && t.link == "described" && v.is("people", c.unit) {
		c.metric = v.verbBefore(at) // 拥有|10万人的X
	}
}

// cutHead returns the metric of c, which np in front of the number says, without what only
// leads up to it: where it is done, the phase of a project, what the things counted do.
func (v *passage) cutHead(c *claim, np segment.Span, at site) string {
	text, metric := v.s.block.Text, c.metric
	first, last := v.tokenAt(np.Start), v.tokenAt(np.Start-1)
	if p, ok := v.placesAt(np.Start); ok && v.is("going", text[last.Start:last.End]) {
		rest, placed := strings.CutPrefix(metric, p.text)
		if next := v.tokenAt(np.Start + len(p.text)); placed && next.POS != "f" && next.POS != "s" && next.POS != "uj" && utf8.RuneCountInString(rest) > 1 {
			metric = rest // 天津企业到河北|投资项目4800个
		}
	}
	if q, ok := v.quantityOver(np.Start - 1); ok && q.span.End == np.Start && q.kind == "count" && !v.is("people", q.unit) {
		if of := strings.Index(metric, "的"); of > 0 && v.isSize(metric) {
			metric = metric[of+len("的"):] // 三个|城市的用户市场份额
		}
	}
	if said, _, ok := v.lists.of("announcing").prefix(metric); ok && v.isSize(metric[len(said):]) && v.boundary(np.Start+len(said)) {
		metric = metric[len(said):] // 宣布|供货价提高20%
	}
	if place, ok := v.placesAt(np.Start); ok && v.ends("toward", text[min(at.from, np.Start):np.Start]) {
		if rest, placed := strings.CutPrefix(metric, place.text); placed && strings.HasPrefix(v.tokenAt(np.Start+len(place.text)).POS, "v") {
			metric = rest // 向马来西亚|出口整车
		}
	}
	if thing := v.thingSized(metric); thing != "" {
		if phase, _, ok := v.lists.of("phase").suffix(text[:min(np.Start+len(thing), len(text))]); ok && len(phase) > len(thing) {
			metric = metric[len(thing):] // 一期项目|投资
		} else if q, ok := v.quantityOver(np.Start - 1); ok && q.span.End == np.Start && q.kind == "count" {
			metric = metric[len(thing):] // 32个|项目|总投资
		}
	}
	if next := v.tokenAt(first.End); v.ends("beneficiary", text[min(at.from, np.Start):np.Start]) && v.somebodys(first) && next.Start == first.End && next.End < np.End && (strings.HasPrefix(next.POS, "v") || v.is("change", text[next.Start:next.End])) && strings.HasPrefix(metric, text[first.Start:first.End]) {
		metric = metric[first.Len():] // 为企业|节约融资成本
	}
	if word, _, ok := v.anaphors.prefix(metric); ok && len(word) < len(metric) && v.is("sized", metric[len(word):]) {
		metric = metric[len(word):] // 落户芜湖的这家企业|占地
	}
	if rest := v.brought(np); c.kind == "count" && rest != "" && strings.HasSuffix(metric, rest) {
		metric = rest
	}
	if of := strings.LastIndex(metric, "的"); of > 0 && c.kind == "count" {
		if strings.HasPrefix(first.POS, "v") && !v.is("nominal", text[first.Start:first.End]) || strings.HasPrefix(last.POS, "v") && last.Start >= at.from {
			metric = metric[of+len("的"):] // 从事LED生产|的企业, 投资建厂|的企业
		}
	}
	return metric
}

// somebodys reports whether t is a word for people or firms, or a place.
func (v *passage) somebodys(t segment.Token) bool {
	word := v.s.block.Text[t.Start:t.End]
	return v.is("crowd", word) || v.ends("actor", word) || v.is("role", word) || t.POS == "ns" || word == "群众"
}

// brought returns what stands in np behind a verb with 出, which brings it about (孵化出|科技
// 企业), or "".
func (v *passage) brought(np segment.Span) string {
	text := v.s.block.Text
	for k := v.tokenIndex(np.Start) + 1; k < len(v.s.tokens) && v.s.tokens[k].End < np.End; k++ {
		if t := v.s.tokens[k]; text[t.Start:t.End] == "出" && strings.HasPrefix(v.s.tokens[k-1].POS, "v") {
			return text[t.End:np.End]
		}
	}
	return ""
}

// unmade takes the verb that makes the thing whose size metric is off its head
// (建设|年产10万吨的生产线).
func (v *passage) unmade(metric string) string {
	verb, _, ok := v.lists.of("made").prefix(metric)
	if !ok {
		verb, _, ok = v.lists.of("change").prefix(metric) // 新建
	}
	if rest := metric[len(verb):]; ok && v.is("sized", rest) && !v.is("tally", rest) {
		return rest
	}
	return metric
}

// metric returns what c measures, which np says unless it is empty or only stands for
// something before it.
func (v *passage) metric(c *claim, np segment.Span, at site, earlier []claim) string {
	text := v.s.block.Text
	metric := text[np.Start:np.End]
	if first := v.tokenAt(np.Start); c.kind == "area" && np == at.before && first.End < np.End && first.Start == np.Start && (strings.HasPrefix(first.POS, "v") || text[first.Start:first.End] == "利用") && strings.HasSuffix(text[v.s.span.Start:np.Start], "可") && v.boundary(np.Start-len("可")) {
		metric = "可" + metric // 可|开发利用面积
	}
	if told := v.tellsAhead(c); metric == "" && told != "" {
		return told
	}
	if verb, _, ok := v.lists.of("price").prefix(text[c.span.End:]); ok && c.kind == "money" && np == at.behind && len(verb) > np.Len() {
		return verb // 20亿|投建X基地: gse cuts 投|建
	}
	if word, _, ok := v.lists.of("term").suffix(strings.TrimRight(text[at.from:c.span.Start], " 约近超逾仅")); ok && c.kind == "duration" && (word == "为期" || at.behind.Len() == 0) {
		return word
	}
	if last := v.last(earlier); c.kind == "count" && at.behind.Len() == 0 && v.is("people", c.unit) && (np == at.before && v.refersTo(metric) || metric == "" && last != nil && last.metric == last.unit) {
		return c.unit // 全村|234户884人
	}
	_, bracketed := v.bracketed(&c.quantity) // 全省|(7.5%)平均水平
	if metric == "" || np == at.before && (v.standsIn(metric) || bracketed && (v.refersTo(metric) || v.isPlace(metric))) {
		metric = cmp.Or(v.inherited(c, earlier), metric) // 这一数字居第一
	}
	if _, class, _ := v.anaphors.prefix(metric); np == at.before && v.refersTo(metric) && (c.kind != "count" || class != "park" && c.unit != "家") {
		if t := v.tokenAt(np.Start - 1); t.End == np.Start && strings.HasPrefix(t.POS, "v") {
			return text[t.Start:t.End] // 持有|公司|500万股
		}
	}
	if t := v.tokenAt(at.tail - 1); metric == "" && c.kind == "money" && t.End == at.tail && v.is("paying", text[t.Start:t.End]) {
		return text[t.Start:t.End] // X|出资|2亿元
	}
	if last := v.last(earlier); last != nil && np == at.before && last.metric != "" && c.kind != "percent" && last.unit == c.unit && v.is("tally", metric) && !v.isSize(last.metric) {
		return strings.TrimPrefix(last.metric, "新增") + metric // 规上企业新增30家,总数|达到90家
	}
	if c.kind == "rank" {
		clause := v.clauseOf(c.span.Start)
		if np := v.ranksAmong(v.tokenAt(clause.Start), clause); np.Len() > 0 {
			return text[np.Start:np.End]
		}
	}
	if c.kind == "age" {
		return metric
	}
	if at.behind.Len() == 0 && v.counted[c.unit] != "" {
		if _, ok := v.inList(&c.quantity); ok {
			return v.counted[c.unit] // 国家级新区17个,东部地区|7个
		}
	}
	if last := v.last(earlier); last != nil && np == at.before && c.kind == "count" && last.unit == c.unit && v.is("grade", metric) {
		if grade, _, ok := v.lists.of("grade").prefix(last.metric); ok && len(grade) < len(last.metric) && !strings.Contains(last.metric, "以") {
			return metric + last.metric[len(grade):] // 国家级实验室3家、省级|9家
		}
	}
	if v.is("counted body", c.unit) && (np == at.behind && !nounTag(v.tokenAt(c.span.End).POS) || np == at.before && strings.HasSuffix(text[:c.span.Start], "等") && v.isPlaces(np)) {
		return c.unit // 12部门|日前联合发文
	}
	if strings.HasPrefix(metric, "每") && np == at.before && at.behind.Len() > 0 && strings.HasPrefix(text[c.span.End:], "的") {
		return text[at.behind.Start:v.tokenAt(at.behind.Start).End] // 每股3元的|价格
	}
	if np == at.before && at.behind.Len() > 0 && (v.isPlace(metric) || v.refersTo(metric)) && v.limits(c.quantity) {
		return text[at.behind.Start:at.behind.End] // 廊坊|亿元以上|项目
	}
	if t := v.tokenAt(at.tail - 1); metric == "" && c.kind == "count" && at.behind.Len() == 0 && t.End == at.tail && v.is("doing", text[t.Start:t.End]) {
		return text[t.Start:t.End] // 计划|招聘|19万人
	}
	if part := v.partCounted(c, np, at, earlier); part != "" {
		return part
	}
	if metric == "" || np == at.before && v.isPlace(metric) {
		metric = cmp.Or(v.before(c), metric)
	}
	if metric == "" {
		metric = text[at.behind.Start:at.behind.End]
	}
	if metric == "" && c.kind == "money" {
		if metric = v.spent(c); metric == "" && v.is("outcome", c.change) {
			metric = c.change // 预亏|3亿元
		}
	}
	if metric == "" && c.kind == "duration" {
		metric = v.doneMeanwhile(c)
	}
	if metric == "" && (c.change != "" || c.kind == "count" && v.takenOn(c)) {
		metric = cmp.Or(v.counted[c.unit], v.lastMetric) // 与去年同期相比,增长九成
	}
	if metric == "" && c.kind == "money" && v.isSize(v.lastMetric) {
		if _, _, bound := v.bounds["before"].suffix(text[at.from:c.span.Start]); bound || v.reached(c.span.Start) {
			metric = v.lastMetric // 成交额528亿元。今年突破|500亿元
		}
	}
	return metric
}

// doneMeanwhile returns what the clause behind c, which only says how long it took (五年来, 10余年间), tells
// was done: its first verb, with the noun right behind it (推进|改革任务), or "".
func (v *passage) doneMeanwhile(c *claim) string {
	text, i := v.s.block.Text, v.clauseIndex(c.span.Start)
	end, _ := after(text, c.span.End, "的时间", "时间")
	end, meanwhile := after(text, end, "以来", "来", "内", "间", "里", "中", "过去了")
	if end += len("，"); !meanwhile || end < v.clauses[i].End || i+1 == len(v.clauses) {
		return ""
	}
	next := v.clauses[i+1]
	for k := v.tokenIndex(next.Start); k < len(v.s.tokens) && v.s.tokens[k].End <= next.End; k++ {
		t := v.s.tokens[k]
		word := text[t.Start:t.End]
		if _, named := v.mentionOver(t.Start); named || !strings.HasPrefix(t.POS, "v") || t.POS == "vn" || v.is("equals", word) || strings.HasSuffix(word, "有") || t.Len() < len("两字") {
			continue
		}
		if np, _ := v.phrase(next.Start, t.Start); np.Len() > 0 && (v.is("reached", word) || v.is("small", word) || v.is("change", word) || v.is("extent", word)) {
			return text[np.Start:np.End] // 企业数量|达到4272户
		}
		what := v.trim(v.forward(t.End, next.End, true))
		if what.Start != t.End || what.Len() == 0 || v.holdsQuantity(what) {
			what.End = t.End
		}
		return strings.TrimRight(text[t.Start:what.End], "。；;")
	}
	return ""
}

// partCounted returns what the number before c measured when np, the place in front of c's, only
// says of what part c tells it or the trade (新增病例114例,其中|武汉111例), or "".
func (v *passage) partCounted(c *claim, np segment.Span, at site, earlier []claim) string {
	last := v.last(earlier)
	if last == nil || np != at.before || last.unit != c.unit {
		return ""
	}
	text := v.s.block.Text
	trade := c.kind == "money" && c.change == "" && strings.HasSuffix(text[:np.Start], "其中") && v.ends("trade", text[np.Start:np.End])
	if !trade && !v.isPlace(text[np.Start:np.End]) {
		return ""
	}
	return last.metric
}

// tellsAhead returns what c measures when it is a clause of its own and the next one says
// what it is (22秒,这是一个包裹的|通关速度), or "".
func (v *passage) tellsAhead(c *claim) string {
	i := v.clauseIndex(c.span.Start)
	if i+1 >= len(v.clauses) || v.tail(v.clauses[i].Start, c.span.Start) > v.clauses[i].Start || c.span.End < v.clauses[i].End {
		return ""
	}
	text, next := v.s.block.Text, v.clauses[i+1]
	from, ok := after(text[:next.End], next.Start, "这是", "这就是", "这正是", "这便是")
	if !ok {
		return ""
	}
	end := from + len(strings.TrimRight(text[from:next.End], "。！？!?”"))
	if of := strings.LastIndex(text[from:end], "的"); of >= 0 {
		from += of + len("的")
	}
	return text[from:end]
}

// spent returns the verb right behind an amount of money: what that is spent on
// (拟522亿元|吸收合并X).
func (v *passage) spent(c *claim) string {
	text := v.s.block.Text
	end := c.span.End
	for k := v.tokenIndex(end); k < len(v.s.tokens) && v.s.tokens[k].Start == end && strings.HasPrefix(v.s.tokens[k].POS, "v"); k++ {
		end = v.s.tokens[k].End
	}
	return text[c.span.End:end]
}

// ofWhat returns what the share np, which only names a place as the whole, is a share
// of (外贸总额|占全市), or "".
func (v *passage) ofWhat(c *claim, np segment.Span, earlier []claim) string {
	text := v.s.block.Text
	whole, ok := strings.CutPrefix(text[np.Start:np.End], "占")
	if whole = strings.TrimPrefix(whole, "到"); !ok || !v.isPlace(whole) && !v.refersTo(whole) {
		return ""
	}
	start := v.clauseOf(np.Start).Start
	what, _ := v.phrase(start, v.tail(start, np.Start))
	if what.Len() == 0 && strings.TrimSpace(text[start:np.Start]) == "" {
		// 产值137亿元,占全省1/6; but of 2名专家,占全市50% the experts are the share.
		if metric := v.inherited(c, earlier); metric != "" && !strings.Contains(metric, "占") && earlier[len(earlier)-1].kind != "count" {
			return metric
		}
	}
	if what.Len() == 0 || v.holdsQuantity(what) || v.isPlace(text[what.Start:what.End]) || v.refersTo(text[what.Start:what.End]) {
		return ""
	}
	return text[what.Start:what.End]
}

// opensAnaphor reports whether metric begins with a word that can refer to a name before
// it and goes on.
func (v *passage) opensAnaphor(metric string) bool {
	word, _, ok := v.anaphors.prefix(metric)
	return ok && len(word) < len(metric)
}

// refersTo reports whether word refers to a place or an entity before it (全市, 园区).
func (l *linker) refersTo(word string) bool {
	w, _, ok := l.anaphors.prefix(word)
	return ok && w == word
}

// before returns the noun phrase that the clauses in front of c's end with, the
// nearest first; it is empty when the nearest only says what c is compared with.
func (v *passage) before(c *claim) string {
	const far = 2
	i := v.clauseIndex(c.span.Start)
	for k := i - 1; k >= max(0, i-far) && !v.compares(v.clauses[k]); k-- {
		prev := v.clauses[k]
		if v.ends("when", v.s.block.Text[prev.Start:prev.End]) {
			continue // 扣除费用后,|1亿元用于…
		}
		end := prev.End
		if q, ok := v.quantityOver(end - 1); ok && q.kind == "number" && q.span.End == end && q.span.Start > prev.Start {
			end = q.span.Start // 指数已达119.9,|比上月提高2个点
		}
		if np, _ := v.phrase(prev.Start, v.tail(prev.Start, end)); np.Len() > 0 && !v.holdsQuantity(np) && !v.opens("until", np.Start) && !v.opens("reporting", np.Start) {
			return v.s.block.Text[np.Start:np.End]
		}
	}
	return ""
}

// compares reports whether clause c only says what a number is compared with.
func (v *passage) compares(c segment.Span) bool {
	return v.ends("compared", v.s.block.Text[c.Start:c.End])
}

// equated reports whether the number is said of the noun in front of it, while
// what it counts stands elsewhere (锂电池是2000个).
func (v *passage) equated(np segment.Span, at site) bool {
	if np == at.before || at.before.Len() == 0 {
		return false
	}
	text := v.s.block.Text
	i := v.clauseIndex(at.before.Start)
	_, _, verb := v.lists.of("equals").prefix(text[at.before.End:])
	return strings.TrimSpace(text[v.clauses[i].Start:at.before.Start]) == "" && verb && v.boundary(at.before.End)
}

// onlyActs reports whether np is nothing but a verb, which says what those do that are counted
// (37家|入驻).
func (v *passage) onlyActs(np segment.Span) bool {
	t := v.tokenAt(np.Start)
	return t.Span == np && t.Len() > len("站") && strings.HasPrefix(t.POS, "v") && !v.is("noun", v.s.block.Text[t.Start:t.End])
}

// measured chooses between what stands in front of the number and behind it.
func (v *passage) measured(c *claim, at site) segment.Span {
	text := v.s.block.Text
	of := strings.HasPrefix(text[c.span.End:], "的")
	if of && c.kind != "duration" && v.is("record", text[at.behind.Start:at.behind.End]) {
		at.behind.End = at.behind.Start // 创下14亿美元的|历史新高
	}
	if of && c.kind == "percent" && v.inside("verdict", text[at.behind.Start:at.behind.End]) {
		at.behind.End = at.behind.Start // 增长78%的|优异成绩
	}
	first, second := at.before, at.behind
	if mean := text[at.behind.Start:at.behind.End]; of && at.behind.Len() > 0 && v.is("mean", mean) {
		return at.behind // 低于719万元的|平均值
	}
	if head, part := strings.CutSuffix(text[:c.span.Start], "中的"); part && c.kind == "count" && len(head) > v.s.span.Start && v.behind(c).Len() == 0 {
		from := v.clauseOf(c.span.Start).Start
		if k := endsAfter(v.found, len(head)-1, quantityEnd); k > 0 {
			from = max(from, v.found[k-1].span.End)
		}
		if whole, _ := v.phrase(from, len(head)); whole.Len() > 0 && whole.End == len(head) {
			return whole // 9位|委员|中的5位
		}
	}
	switch c.kind {
	case "count", "area", "length", "mass", "volume", "energy":
		if _, ok := v.described(&c.quantity); of && (ok || !at.passed && v.sizeNoun(at.before) || v.reached(c.span.Start)) {
			break // 面积3万平方米的X
		}
		if of && c.kind == "count" && v.heads(at) {
			break // 洗衣机600万台的|产能规模
		}
		first, second = second, first // 200多家企业; 企业69家 has nothing behind it
		someone := v.isPlace(text[at.before.Start:at.before.End]) || v.refersTo(text[at.before.Start:at.before.End])
		if !of && !at.passed && !someone && at.before.Len() > 0 && at.before.End == c.span.Start && v.onlyActs(at.behind) && !strings.HasPrefix(v.tokenAt(at.before.Start).POS, "v") {
			return at.before // 缫丝厂|37家|入驻
		}
		if at.deed.Len() > 0 && (v.opens("harm", at.deed.Start) || at.passed || at.before.Len() == 0 || someone || v.is("occasion", c.unit)) {
			return at.deed
		}
	case "duration":
		if v.is("anniversary", c.unit) && at.before.Len() > 0 {
			return at.before // 建校|125周年纪念活动
		}
		if v.sizeNoun(at.before) && v.change(at.before.End, c.span.Start) != "" {
			return at.before // 储存时间|延长两个月
		}
		if m, named := v.mentionOver(at.before.Start); at.before.Len() == 0 || named && m.span.End >= at.before.End || v.isPlaces(at.before) || v.refersTo(text[at.before.Start:at.before.End]) {
			if t := v.tokenAt(at.behind.Start); at.behind.Len() > 0 && v.holdsQuantity(at.behind) && t.Start == at.behind.Start && strings.HasPrefix(t.POS, "v") {
				return v.inFront(at.behind) // X在一个月内|设立了5亿元的资金, X一年可|节省电费300万元
			}
		}
		if _, timed := after(text, c.span.End, "的时间"); timed {
			of = false // 利用一年的时间|完成了改造
		}
		lasting := v.sizeNoun(at.before) && v.ends("lasting", text[at.before.End:c.span.Start]) // 规模连续37年|全国第一
		if !of && !v.holdsQuantity(at.behind) && !lasting {
			first, second = second, first
		}
		if of && v.ends("having", text[at.from:v.tail(at.from, c.span.Start)]) {
			first, second = second, first // 有着十多年的|销售经验
		}
	case "percent":
		// 80%以上的工业企业, but 占…的30% and 效率达到70%的水平.
		_, shared := v.share(at.from, at.tail)
		if _, holds := after(text, at.from+max(strings.LastIndex(text[at.from:at.tail], "占"), 0), "占据", "占有"); of && holds {
			shared = false // 占据全球30%的|市场份额
		}
		whole := !of && at.before.Len() > 0 && strings.HasSuffix(text[:c.span.Start], "的") && strings.HasPrefix(v.tokenAt(c.span.End).POS, "v") // 贷款的|一半投向…
		if !shared && !whole && at.behind.Len() > 0 && (!v.reached(c.span.Start) || of && !v.sizeNoun(at.before)) {
			first, second = second, first
		}
	case "rank":
		before := text[at.before.Start:at.before.End]
		_, large := after(text, c.span.End, "大")
		m, named := v.mentionAt(at.before.Start)
		if second.Len() > 0 && (strings.HasSuffix(text[:c.span.Start], "后的") || large && (v.isPlace(before) || named && m.span == at.before)) {
			first = second // 成为继粮食之后的|第三大农产品, 合肥是仅次于南京的|第二大基地
		}
	default:
		if t := v.tokenAt(at.before.Start); t.POS == "v" && t.Span == at.before && at.behind.Len() > 0 && nounTag(v.tokenAt(at.behind.Start).POS) && at.behind.Start == c.span.End {
			return at.behind // 终止|10亿元|定增事项
		}
		if t, last := v.tokenAt(at.before.End-1), v.tokenAt(at.behind.End-1); c.kind == "money" && !of && at.before.Len() > 0 && t.End == at.before.End && at.before.End == c.span.Start && strings.HasPrefix(t.POS, "v") && v.is("giving out", text[t.Start:t.End]) && at.behind.Start == c.span.End && nounTag(last.POS) && last.POS != "vn" {
			return at.behind // 成功发行15亿元|可持续发展熊猫债
		}
		moved := at.before.Len() > 0 && v.change(at.before.End, c.span.Start) != ""           // 为企业节省190万元的税款
		owned := at.behind.Start == c.span.End && strings.HasSuffix(text[:c.span.Start], "的") // 抵扣出的500万元|资金
		if before := text[at.before.Start:at.before.End]; before != "" && at.behind.Start == c.span.End && at.behind.Len() > 0 {
			m, named := v.mentionOver(at.before.Start)
			owned = owned || v.isPlace(before) || named && m.span == at.before // 拨付四川省5000万元|救灾资金
		}
		switch word := v.tokenAt(c.span.Start - 1); text[word.Start:word.End] {
		case "把", "将", "对":
			owned = owned || at.behind.Len() > 0 // 把200万|项目资金拨付到位
		}
		if of && (moved || v.priced(c.span.Start) || c.kind == "money" && strings.HasSuffix(text[:c.span.Start], "了")) || owned || at.passed || at.before.Len() == 0 {
			first, second = second, first
		}
	}
	if first.Len() > 0 {
		return first
	}
	if _, large := after(text, c.span.End, "大"); c.kind == "rank" && !of && !large {
		return segment.Span{}
	}
	return second
}

// heads reports whether what stands behind a number only says what the noun right in front
// of it has so much of (洗衣机|600万台的产能规模).
func (v *passage) heads(at site) bool {
	text := v.s.block.Text
	before := text[at.before.Start:at.before.End]
	if before == "" || at.passed || at.before.End != at.tail || v.isPlace(before) || !v.ends("head", text[at.behind.Start:at.behind.End]) {
		return false
	}
	_, named := v.mentionOver(at.before.End - 1)
	return !named
}

// inFront returns the verb that sp, which holds a number, begins with, and the noun between
// the two if that is one word (节省|电费|300万元).
func (v *passage) inFront(sp segment.Span) segment.Span {
	q := v.found[endsAfter(v.found, sp.Start, quantityEnd)]
	if q.kind == "rank" && q.span.End == sp.End {
		return sp // 连续35年|居全国首位
	}
	first := v.tokenAt(sp.Start).Span
	cut := v.trim(segment.Span{Start: sp.Start, End: v.tail(sp.Start, max(q.span.Start, sp.Start))})
	last := v.tokenAt(cut.End - 1)
	if cut.End <= first.End || !nounTag(last.POS) || last.POS == "x" || last.POS == "ns" || last.Start != first.End {
		return first
	}
	return cut
}

// bareSize reports whether np is nothing but a word for how much there is (总投资).
func (v *passage) bareSize(np segment.Span) bool {
	text := v.s.block.Text[np.Start:np.End]
	return v.is("sized", text) || v.is("head", text)
}

// standsIn reports whether metric only stands for what the number before measured
// (这一|数字, 较|上年同期).
func (v *passage) standsIn(metric string) bool {
	return v.is("blank", metric) || v.ends("blank", metric) && v.opensWith("comparing", metric)
}

// opensWith reports whether text begins with a word of a section of links.txt.
func (l *linker) opensWith(section, text string) bool {
	_, _, ok := l.lists.of(section).prefix(text)
	return ok
}

// sizeNoun reports whether np ends in a noun that says how much of something there is.
func (v *passage) sizeNoun(np segment.Span) bool {
	return v.isSize(v.s.block.Text[np.Start:np.End])
}

// isSize reports whether text ends in a noun that says how much of something there is (总产值, 成活率).
func (l *linker) isSize(text string) bool {
	return l.ends("head", text) || l.ends("size", text)
}

// priced reports whether a preposition hands the number to the noun behind it
// (以1200万元的价格).
func (v *passage) priced(i int) bool {
	return v.ends("price of", v.s.block.Text[v.s.span.Start:i])
}

// reached reports whether a verb of reaching stands right before the number.
func (v *passage) reached(i int) bool {
	return v.ends("reached", strings.TrimRight(v.s.block.Text[v.s.span.Start:i], " 约近超逾"))
}

// holdsQuantity reports whether a number stands in sp.
func (v *passage) holdsQuantity(sp segment.Span) bool {
	for _, q := range v.found[endsAfter(v.found, sp.Start, quantityEnd):] {
		if !sp.Overlaps(q.span) {
			break
		}
		if q.kind != "multiple" {
			return true
		}
	}
	return false
}

// apart takes the subject, the word that stands for it, or a place with 的 off
// the head of what is measured (合资公司|注册资本, 重庆的|厂家).
func (v *passage) apart(metric, subject string) string {
	const known = len("四个字的") // so much of the subject may head the metric
	for i := range subject {
		if head := subject[i:]; (len(head) >= known || i > 0 && v.isPlace(head) || v.is("region", head) || v.is("plant", head) || len(head) >= len("某某镇") && v.ends("division", head)) && len(head) < len(metric) && strings.HasPrefix(metric, head) {
			return strings.TrimPrefix(metric[len(head):], "的") // 规上工业企业|资产负债率
		}
	}
	if kind, class, ok := v.anaphors.suffix(subject); ok && class == "park" {
		own := strings.TrimSuffix(subject, kind)
		if rest, named := strings.CutPrefix(metric, own); named && v.parks[own].name != "" && !v.isPlace(own) && rest != kind && utf8.RuneCountInString(rest) > 1 {
			return strings.TrimPrefix(rest, "的") // 仲恺|的工业产值
		}
	}
	if noun, pointed := strings.CutPrefix(subject, "该"); pointed && len(noun) < len(metric) && strings.HasPrefix(metric, noun) {
		return strings.TrimPrefix(metric[len(noun):], "的") // 该航线|全长
	}
	word, _, ok := v.anaphors.prefix(metric)
	if subject != "" && strings.HasPrefix(metric, subject) {
		word, ok = subject, true
	}
	if place, rest, found := strings.Cut(metric, "的"); !ok && found && rest != "" && v.isPlace(place) {
		return rest
	}
	if rest := strings.TrimPrefix(metric[len(word):], "的"); ok && rest != "" {
		if _, joined := after(rest, 0, "及", "和", "与", "、"); joined {
			return metric // 上市公司|及子公司
		}
		if all, class, ok := v.anaphors.prefix(rest); ok && class == "area" && len(all) < len(rest) {
			rest = rest[len(all):] // 山西|全省|固定资产投资
		}
		return rest
	}
	return metric
}

// last returns the last of the claims of the sentence that were linked before, or nil.
func (v *passage) last(earlier []claim) *claim {
	if n := len(earlier); n > 0 && earlier[n-1].sentence == v.i {
		return &earlier[n-1]
	}
	return nil
}

// inherited returns the metric of the claim before c in the sentence, for a
// clause that only says how that one moved (增幅达57%) or where it ranks.
func (v *passage) inherited(c *claim, earlier []claim) string {
	for i := len(earlier) - 1; i >= 0 && earlier[i].sentence == v.i; i-- {
		if e := &earlier[i]; v.passesOn(e, c) {
			return e.metric
		}
	}
	return ""
}

// passesOn reports whether c can go on with what the claim e in front of it measured.
func (v *passage) passesOn(e, c *claim) bool {
	share := strings.Contains(e.metric, "占")
	switch {
	case e.span.End > c.span.Start, e.metric == "":
		return false
	case c.kind == "money" && e.kind == "percent" && share,
		c.kind == "count" && e.kind == "money" && (v.isSize(e.metric) || strings.HasSuffix(e.metric, "投资")),
		e.kind == "duration" && !v.isSize(e.metric):
		return false // 占全市30.8%,其中X|142亿元; 年度投资210亿元,其中新开工|35个
	case strings.Contains(c.change, "增长"), c.kind == "percent" && strings.HasPrefix(c.change, "同比"):
		return !share && !(e.kind == "percent" && v.ends("aim", e.metric))
	}
	return true
}
