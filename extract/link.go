package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// claim is a quantity with its links, before it becomes a row.
type claim struct {
	quantity
	sentence int
	subject  string
	metric   string
	change   string
	period   string
	link     string  // file:line of the rule that found the subject
	subjects []topic // all that it can be about, the likeliest first; only for explanations
}

// linkSections are the sections of links.txt, besides those of anaphors.
var linkSections = []string{
	"acquiring", "actor", "agreeing", "amassing", "appositive", "beside", "blank", "brief change", "carrier", "change", "citing", "compared", "comparing", "country", "crowd", "describing", "entourage", "equals", "extent", "facility", "gap", "gauge", "handler", "having", "head", "holding", "joiner", "landform", "lasting", "leadin", "manner", "modifier", "multiple basis",
	"nature", "nominal", "noun", "occasion", "origin", "owned", "passive", "people", "percent basis", "pivot", "pointing", "price", "price of", "reached", "region", "reporting", "role", "rule",
	"scene", "scope", "settling", "size", "sized", "small", "speaking", "spoken", "staging", "stop", "when", "within",
}

// linker gives quantities their subject, metric, change and period.
type linker struct {
	*quantifier
	gazetteer *gazetteer
	people    *entityRules                // for the surnames
	words     map[string]*phrases[string] // links.txt by section; values are file:line
	lists     *sections                   // words, for those who ask often
	anaphors  *phrases[string]            // words that refer back; values are what to
}

// newLinker loads links.txt.
func newLinker(rules *ruleFiles, q *quantifier, g *gazetteer, people *entityRules) (*linker, error) {
	l := &linker{quantifier: q, gazetteer: g, people: people, words: make(map[string]*phrases[string]), anaphors: new(phrases[string])}
	for _, name := range linkSections {
		l.words[name] = new(phrases[string])
	}
	err := rules.read("links.txt", func(f ruleLine) error {
		set, value := l.words[f.section], f.where()
		if class, ok := strings.CutPrefix(f.section, "anaphor "); ok {
			set, value = l.anaphors, class
		}
		if set == nil {
			return f.errorf("section %q is none of %s", f.section, strings.Join(linkSections, ", "))
		}
		if !set.add(f.field(0), value) {
			return f.twice()
		}
		return nil
	})
	l.lists = newSections(l.words)
	return l, err
}

// is reports whether word stands in a section of links.txt.
func (l *linker) is(section, word string) bool {
	_, ok := l.lists.of(section).get(word)
	return ok
}

// opens reports whether a word of a section of links.txt starts at byte i of the
// sentence.
func (v *passage) opens(section string, i int) bool {
	word, _, ok := v.lists.of(section).prefix(v.s.block.Text[i:v.s.span.End])
	return ok && v.boundary(i+len(word))
}

// ends reports whether text ends in a word of a section of links.txt.
func (l *linker) ends(section, text string) bool {
	_, _, ok := l.lists.of(section).suffix(text)
	return ok
}

// linking is one pass over an article.
type linking struct {
	*linker
	a         *article
	page      *page             // knows the words
	at        passage           // the sentence at work
	mentions  [][]mention       // by sentence
	fullest   map[string]string // fullest form used in the article, by name
	bracketed map[string]string // forms with a bracket behind, by the form without
	clock     clock
	dated     string // whom the sentence was about that the running period comes from
	main      topic  // whom the article, or the item of a roundup, is about
	roundup   bool   // its title says nothing, its headings do
	topic     topic  // whom the text is talking about
	block     *segment.Block
	nouns     map[string]int // how often the article uses each common noun
	park      topic          // the park, company and institution named last, for 园区, 公司, 该校
	company   topic
	companyAt int                // the sentence that names it
	who       topic              // the person who acted last, for 他
	parks     map[string]mention // by what stands in front of the word for their kind
	school    topic
	// shareholder is the controlling one, named last.
	shareholder topic
	// lastMetric is what the claim before, in the same block, measured.
	lastMetric string
	explained  func(claim, []topic) // told every number and its subjects, the likeliest first; nil for nobody
}

// claims returns the numbers of a, which have been read, in reading order with their
// links, up to those of sentence number end.
func (l *linker) claims(a *article, ms []mention, end int, p *page) []claim {
	k := l.open(a, ms, p)
	return k.all(end)
}

// explain calls yield with every number of a and whom it can be about, the
// likeliest first.
func (l *linker) explain(a *article, ms []mention, yield func(claim, []topic, *phrases[string])) {
	k := l.open(a, ms, nil)
	k.explained = func(c claim, subjects []topic) { yield(c, subjects, l.words["rule"]) }
	k.all(len(a.sentences))
}

// open starts on an article with its mentions; p is the page on which they were found,
// or nil.
func (l *linker) open(a *article, ms []mention, p *page) *linking {
	k := &linking{linker: l, a: a, page: p, mentions: make([][]mention, len(a.sentences)), fullest: make(map[string]string), bracketed: make(map[string]string), parks: make(map[string]mention), nouns: make(map[string]int)}
	for _, m := range ms {
		k.mentions[m.sentence] = append(k.mentions[m.sentence], m)
		b := a.sentences[m.sentence].block
		k.shorten(m, b.Text[m.span.Start:m.span.End])
		if text := b.Text[m.span.Start:m.span.End]; len(text) > len(k.fullest[m.name]) {
			k.fullest[m.name] = text
			if at := strings.IndexAny(text, "(（"); at > 0 && strings.HasSuffix(strings.ReplaceAll(text, "）", ")"), ")") {
				k.bracketed[text[:at]] = text
			}
		}
	}
	k.main, k.roundup = k.lead(ms)
	k.topic = k.main
	k.clock.learn(l.quantifier, a)
	return k
}

// shorten keeps what stands in front of the kind in the text of m, a park, with and
// without the place before it (马鞍山|慈湖|高新区).
func (k *linking) shorten(m mention, text string) {
	kind, class, ok := k.anaphors.suffix(text)
	if !ok || class != "park" || m.typ != "park" || len(kind) == len(text) {
		return
	}
	own := text[:len(text)-len(kind)]
	if k.ends("facility", own) {
		return // 天津港|保税区: the port is another
	}
	k.parks[own] = m
	k.gazetteer.prefixes(own, func(end int, id nameID) bool {
		if typ, _, _ := k.gazetteer.kind(id); typ == names.Place && end < len(own) {
			k.parks[own[end:]] = m
		}
		return true
	})
}

// all links the numbers of the sentences before number end.
func (k *linking) all(end int) []claim {
	n := 0
	for i := range end {
		n += len(k.a.sentences[i].found) + len(k.a.sentences[i].dates)
	}
	out := make([]claim, 0, n)
	for i := range end {
		out = k.sentence(i, out)
	}
	return out
}

// about returns m as a topic that a rule of links.txt has found.
func (k *linking) about(m mention, link string) topic {
	return topic{text: k.full(m), typ: m.typ, link: link}
}

// full returns the fullest form of m's name that the article uses.
func (k *linking) full(m mention) string {
	text := k.fullest[m.name]
	if long := k.bracketed[text]; long != "" {
		return long // 杭州高新区 is also 杭州高新区(滨江)
	}
	return text
}

// sentence reads and links the numbers of sentence i, which it appends to all.
func (k *linking) sentence(i int, all []claim) []claim {
	s := &k.a.sentences[i]
	found, dates := s.found, s.dates
	if s.block.Kind == segment.Credit {
		return all
	}
	k.clock.enter(s, dates)
	if s.block != k.block {
		k.block, k.lastMetric = s.block, ""
		k.turn(i)
	}
	v := &k.at
	v.enter(k, i, found)
	v.times = dates
	v.topics()
	k.keepTime(v)
	out := all[len(all):]
	for j := range found {
		q := &found[j]
		if v.insideName(q.span) || v.model(*q) {
			continue
		}
		before := out
		out = append(out, claim{quantity: *q, sentence: i})
		c := &out[len(out)-1]
		if q.kind != "number" || k.money(v, c) {
			v.link(c, j, before)
			c.period = k.clock.at(s, q.span, dates)
			if v.ofLastYear(q.span.Start) {
				c.period = yearBefore(c.period)
			}
			if v.holding(c) && !v.timed(q.span.Start) {
				c.period = ""
			}
		}
	}
	v.shareOut(out)
	for _, d := range dates {
		c := claim{sentence: i, period: k.clock.resolve(d)}
		c.span, c.kind, c.bound = d.span, "date", "exact"
		if d.clock {
			c.kind = "time"
		}
		out = append(out, c)
	}
	k.clock.leave(s, dates)
	if k.explained != nil {
		for _, c := range out {
			k.explained(c, c.subjects)
		}
	}
	return append(all, out...)
}

// keepTime ends the running period of a paragraph when a sentence turns to another
// name or place than the one that opened with it.
func (k *linking) keepTime(v *passage) {
	first := slices.IndexFunc(v.subjects, func(t topic) bool { return t.text != "" })
	t := v.subjects[max(first, 0)]
	switch {
	case k.clock.fresh:
		k.dated = t.text
	case (t.link == "opener" || t.link == "place") && t.text != k.dated && k.dated != "":
		k.clock.running = ""
	}
}

// money turns a bare number of 万 or 亿 into an amount of money when the clause
// speaks of money (市场规模达1.6万亿).
func (k *linking) money(v *passage, c *claim) bool {
	text := v.s.block.Text[c.span.Start:c.span.End]
	if !c.large(text) {
		return false
	}
	around := v.s.block.Text[v.clauseOf(c.span.Start).Start:v.clauseOf(c.span.Start).End]
	for i := range around {
		if _, _, ok := k.words["price"].prefix(around[i:]); ok {
			c.kind = "money"
			return true
		}
	}
	return false
}

// The sentence column holds at most so many bytes on either side of a number, so
// that a list of thousands of numbers in one sentence is not printed for each.
const maxAround = 900

// around returns the sentence about the number at sp, cut at a character and
// marked with … where it is very long.
func (s *sentence) around(sp segment.Span) string {
	text := s.block.Text
	start, end, head, foot := s.span.Start, s.span.End, "", ""
	if sp.Start-start > maxAround {
		start, head = sp.Start-maxAround, "…"
		for !utf8.RuneStart(text[start]) {
			start++
		}
	}
	if end-sp.End > maxAround {
		end, foot = sp.End+maxAround, "…"
		for !utf8.RuneStart(text[end]) {
			end--
		}
	}
	return head + strings.TrimSpace(text[start:end]) + foot
}

// claimRow makes the row of c.
func claimRow(doc *segment.Document, a *article, c claim) Claim {
	s := &a.sentences[c.sentence]
	start, end, line := s.block.Source(c.span)
	row := Claim{
		Doc: doc.Name, Article: a.Number, Line: line, Start: start, End: end,
		Kind: c.kind, Text: s.block.Text[c.span.Start:c.span.End], Unit: c.unit, Bound: c.bound,
		Subject: c.subject, Metric: c.metric, Change: c.change, Period: c.period,
		Sentence: s.around(c.span), Rule: c.rule,
	}
	if c.link != "" {
		row.Rule = strings.TrimSpace(c.rule + " " + c.link)
	}
	if c.value != nil {
		row.Value = formatRat(c.value)
	}
	if c.max != nil {
		row.ValueMax = formatRat(c.max)
	}
	if c.base != nil && c.value != nil {
		v := *c.value
		row.BaseValue = formatRat(v.Mul(&v, c.base.factor))
		row.BaseUnit = c.base.base
	}
	return row
}

// passage is a sentence cut into clauses, with what stands in it.
type passage struct {
	*linking
	i        int // index of the sentence
	s        *sentence
	clauses  []segment.Span
	subjects []topic // by clause: whom it is about
	named    []int   // by clause: where the name of the person ends who acts in it, or 0
	found    []quantity
	times    []dateExpr
	used     int     // where the last claim's noun behind its number ends
	staged   bool    // a clause before says where the text is set
	cited    topic   // whom a clause before cites, for 其
	placed   []int32 // by token: 1 + the length of the place that starts with it, 0 where nobody has looked
	near     int     // the token that tokenIndex found last
	phrased  phrased
}

func (k *linking) passage(i int, found []quantity) *passage {
	v := new(passage)
	v.enter(k, i, found)
	return v
}

// enter makes v a passage of sentence i, in the memory that it has.
func (v *passage) enter(k *linking, i int, found []quantity) {
	s := &k.a.sentences[i]
	*v = passage{
		linking: k, i: i, s: s, found: found,
		clauses: clauses(v.clauses[:0], s.block.Text, s.span, found), subjects: v.subjects, named: v.named, placed: v.placed,
	}
	v.subjects = cleared(v.subjects, len(v.clauses))
	v.named = cleared(v.named, len(v.clauses))
	v.placed = cleared(v.placed, len(s.tokens))
}

// cleared returns n zero elements, in the memory of s if that has room.
func cleared[T any](s []T, n int) []T {
	s = roomFor(s, n)[:n]
	clear(s)
	return s
}

// clauses cuts a sentence at commas, semicolons and colons outside brackets,
// quotations and the numbers found in it, and appends them to out.
func clauses(out []segment.Span, text string, sp segment.Span, found []quantity) []segment.Span {
	depth, start := 0, sp.Start
	for i := sp.Start; i < sp.End; {
		if b := text[i]; b >= utf8.RuneSelf && b != "《"[0] && b != "，"[0] {
			i++ // no mark begins so
			continue
		}
		for len(found) > 0 && found[0].span.End <= i {
			found = found[1:]
		}
		if len(found) > 0 && found[0].span.Start < i {
			i = found[0].span.End // 1：3 and 1，000 are one
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		switch c {
		case '(', '（', '《':
			depth++
		case ')', '）', '》':
			depth = max(depth-1, 0)
		case '，', '；', ';', '：', ',', ':':
			if depth == 0 && !(size == 1 && digitAt(text, i-1) && digitAt(text, i+1)) {
				out = append(out, segment.Span{Start: start, End: i})
				start = i + size
			}
		}
		i += size
	}
	return append(out, segment.Span{Start: start, End: sp.End})
}

func digitAt(text string, i int) bool {
	return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9'
}

// endsAfter returns the index of the first of list, which is in reading order and
// does not overlap, that ends behind byte i. A sentence can hold thousands of
// numbers, so nothing may look at all of them for each.
func endsAfter[T any](list []T, i int, end func(*T) int) int {
	lo, hi := 0, len(list)
	for lo < hi {
		mid := (lo + hi) / 2
		if end(&list[mid]) > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

func spanEnd(s *segment.Span) int { return s.End }
func mentionEnd(m *mention) int   { return m.span.End }
func quantityEnd(q *quantity) int { return q.span.End }
func dateEnd(d *dateExpr) int     { return d.span.End }

// clauseIndex returns the index of the clause that holds byte i.
func (v *passage) clauseIndex(i int) int {
	return min(endsAfter(v.clauses, i, spanEnd), len(v.clauses)-1)
}

func (v *passage) clauseOf(i int) segment.Span { return v.clauses[v.clauseIndex(i)] }

// mentionsIn returns the mentions that lie in sp.
func (v *passage) mentionsIn(sp segment.Span) []mention {
	ms := v.mentions[v.i]
	ms = ms[endsAfter(ms, sp.Start, mentionEnd):]
	if len(ms) > 0 && ms[0].span.Start < sp.Start {
		ms = ms[1:]
	}
	n := 0
	for n < len(ms) && ms[n].span.End <= sp.End {
		n++
	}
	return ms[:n]
}

// mentionOver returns the mention that covers byte i.
func (v *passage) mentionOver(i int) (mention, bool) {
	ms := v.mentions[v.i]
	if k := endsAfter(ms, i, mentionEnd); k < len(ms) && ms[k].span.Start <= i {
		return ms[k], true
	}
	return mention{}, false
}

// mentionAt returns the mention that starts at byte i.
func (v *passage) mentionAt(i int) (mention, bool) {
	m, ok := v.mentionOver(i)
	return m, ok && m.span.Start == i
}

// insideName reports whether sp is part of a name (三一重工, 第二中学).
func (v *passage) insideName(sp segment.Span) bool {
	m, ok := v.mentionOver(sp.Start)
	return ok && m.span.Contains(sp)
}

// model reports whether q, whose unit is in Latin letters, belongs to the name of a
// product: the name of its maker stands right in front (金风|600KW风机).
func (v *passage) model(q quantity) bool {
	text := v.s.block.Text
	if q.kind == "number" || !isLatin(text[q.span.End-1]) || q.span.Start == v.s.span.Start {
		return false
	}
	if m, ok := v.mentionOver(q.span.Start - 1); ok {
		return m.span.End == q.span.Start
	}
	t := v.tokenAt(q.span.Start - 1)
	return t.End == q.span.Start && (strings.HasPrefix(t.POS, "nr") || t.POS == "nz" || t.POS == "nt")
}

// quantityOver returns the number that covers byte i, or else the next one.
func (v *passage) quantityOver(i int) (quantity, bool) {
	if k := endsAfter(v.found, i, quantityEnd); k < len(v.found) {
		return v.found[k], true
	}
	return quantity{}, false
}
