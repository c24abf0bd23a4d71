package extract

import (
	"iter"
	"slices"
	"strings"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// linkSections are the sections of links.txt, besides those of anaphors.
var linkSections = []string{
	"abstract", "acquiring", "actor", "added", "adjective", "afar", "agreeing", "ahead", "aim", "all of them", "altogether", "amassing", "analyst", "anniversary", "announcing", "any", "any goods", "appositive", "areas", "autonomous", "average", "becoming", "begun", "belonging", "beneficiary", "beside", "blank", "body", "brief change", "brief news", "bringing", "carrier", "change", "citing", "committee", "common village", "compass", "compared", "comparing", "contest", "council", "counted body", "country", "craft", "crowd", "deal", "dealing", "degree", "describing", "differing", "dimension", "disaster", "division", "document", "doing", "each time", "electricity", "entourage", "equals", "event", "everybody", "exceeding", "extent", "facility", "field", "findings", "firm", "firm's", "flow", "founded", "founding", "gap", "gauge", "giving out", "going", "governs", "grade", "ground", "handler", "harm", "having", "head", "headcount", "held", "holding", "honoured", "index", "indicator", "investing", "joiner", "keeping", "landform", "lasting", "leadin", "made", "manner", "mean", "model", "modifier", "moving by", "multiple basis",
	"municipality", "nature", "no bound", "nobody", "nominal", "noun", "occasion", "of a market", "official", "origin", "ourselves", "outcome", "outdoing", "outlay", "output", "outside", "owned", "pace", "passive", "paying", "people", "percent basis", "phase", "piece", "pivot", "planned", "plant", "pointing", "price", "price of", "price tag", "project", "publishing", "purposed", "rate", "reached", "record", "region", "reporting", "role", "roll", "room", "rule",
	"scene", "scope", "second to", "sector", "settling", "share", "share of", "shared head", "sharing", "size", "sized", "small", "some of", "speaking", "spell", "spoken", "staging", "stop", "style", "such as", "swiftness", "tally", "term", "thing", "this", "toward", "trade", "trading", "travel", "until", "verdict", "village's", "visitors", "way", "way to", "when", "whole", "whole of a kind", "within", "won", "word end", "works", "works kind", "year before", "yearly output",
}

// linker gives quantities their subject, metric, change and period.
type linker struct {
	*quantifier
	gazetteer *gazetteer
	people    *entityRules     // for the surnames
	lists     sections         // links.txt by section; the values of rule are file:line
	anaphors  *phrases[string] // words that refer back; values are what to
}

// newLinker loads links.txt. What the linker shares with others is not set yet.
func newLinker(rules *ruleFiles) (*linker, error) {
	l := &linker{anaphors: new(phrases[string])}
	words := make(map[string]*phrases[string], len(linkSections))
	for _, name := range linkSections {
		words[name] = new(phrases[string])
	}
	for name, n := range rules.sizes("links.txt") {
		if set := words[name]; set != nil {
			set.room(n)
		}
	}
	err := rules.read("links.txt", func(f ruleLine) error {
		set, value := words[f.section], ""
		if f.section == "rule" {
			value = f.where()
		}
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
	l.lists = newSections(words)
	return l, err
}

// is reports whether word stands in a section of links.txt.
func (l *linker) is(section, word string) bool {
	_, ok := l.lists.of(section).get(word)
	return ok
}

// ends reports whether text ends in a word of a section of links.txt.
func (l *linker) ends(section, text string) bool {
	_, _, ok := l.lists.of(section).suffix(text)
	return ok
}

// inside reports whether a word of a section of links.txt stands in text.
func (l *linker) inside(section, text string) bool {
	words := l.lists.of(section)
	for i := range text {
		if _, _, ok := words.prefix(text[i:]); ok {
			return true
		}
	}
	return false
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
	lastTold  told
	block     *segment.Block
	nouns     map[string]int // how often the article uses each common noun
	park      topic          // the park, company and institution named last, for 园区, 公司, 该校
	company   topic
	companyAt int                // the sentence that names it
	who       topic              // the person who acted last, for 他
	parks     map[string]mention // by what stands in front of the word for their kind
	kinds     map[string]string  // by that word: the one park of the kind that the article names, "" for several
	manyOf    map[string]bool    // the words for kinds of which the article counts many
	parkName  string             // the name of park in the dictionaries
	toldMany  bool               // the sentence before told of several companies
	walked    *segment.Block     // the paragraph that has come into the rooms of a company or another park
	parkBlock *segment.Block     // which names park
	school    topic
	offices   map[string]topic // the office or association named last, by the last character of its name
	local     topic            // the place named last, for 当地
	// placeBlock is the paragraph that has made a place the topic, or nil.
	placeBlock *segment.Block
	// documents are the titles of plans, measures and the like, by the word that they end in (方案).
	documents map[string]string
	// fields are the industries spoken of last, by the word that their names end in (行业).
	fields map[string]string
	// villages are the towns and villages named, by their name without 村, 镇 or 乡.
	villages map[string]string
	// firm is the one that the text shows without its name, for 企业 and 他们; beside is whom
	// it was talking about before it came to that.
	firm, beside topic
	// shareholder is the controlling one, named last.
	shareholder topic
	fullPlaces  map[string]string // the fullest form of each place asked for
	stood       map[string]bool   // see standing
	ranked      map[string]string // what was named last by rank: of division, "region" for an autonomous one, 镇, 乡 and 村
	plants      map[string]string // the plant of a company at a place that was named last, by the noun for it
	things      map[string]string // the name given last to each of the nouns that things are called by
	// lastMetric is what the claim before, in the same block, measured.
	lastMetric string
	counted    map[string]string    // what was counted last in the block, by unit
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
	k.explained = func(c claim, subjects []topic) { yield(c, subjects, l.lists.of("rule")) }
	k.all(len(a.sentences))
}

// open starts on an article with its mentions; p is the page on which they were found,
// or nil.
func (l *linker) open(a *article, ms []mention, p *page) *linking {
	k := &linking{linker: l, a: a, page: p, mentions: make([][]mention, len(a.sentences)), fullest: make(map[string]string), bracketed: make(map[string]string), parks: make(map[string]mention), kinds: make(map[string]string), manyOf: make(map[string]bool), counted: make(map[string]string), nouns: make(map[string]int), things: make(map[string]string), plants: make(map[string]string), documents: make(map[string]string), fields: make(map[string]string), villages: make(map[string]string), fullPlaces: make(map[string]string), offices: make(map[string]topic), ranked: make(map[string]string)}
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

// shorten keeps of what kind m, a park, is, and what stands in front of that in its text, with
// and without the place before it (马鞍山|慈湖|高新区).
func (k *linking) shorten(m mention, text string) {
	kind, class, ok := k.anaphors.suffix(text)
	if !ok || class != "park" || m.typ != "park" || len(kind) == len(text) {
		return
	}
	if name, ok := k.kinds[kind]; !ok {
		if k.kinds[kind] = m.name; k.people.countsKind(k.a, kind) {
			k.kinds[kind], k.manyOf[kind] = "", true
		}
	} else if name != m.name {
		k.kinds[kind] = ""
	}
	own := text[:len(text)-len(kind)]
	if k.ends("facility", own) || k.common(m, len(own)) {
		return // 天津港|保税区: the port is another; 洗衣机|工业园
	}
	k.parks[own] = m
	for end := range k.placesAhead(own) {
		k.parks[own[end:]] = m
	}
}

// placesAhead yields the end of every place that name begins with and goes on behind, the
// shortest first.
func (l *linker) placesAhead(name string) iter.Seq[int] {
	return func(yield func(int) bool) {
		l.gazetteer.prefixes(name, func(end int, id nameID) bool {
			typ, _, _ := l.gazetteer.kind(id)
			return typ != names.Place || end == len(name) || yield(end)
		})
	}
}

// common reports whether the first size bytes of m are common nouns.
func (k *linking) common(m mention, size int) bool {
	s := &k.a.sentences[m.sentence]
	for n := endsAfter(s.tokens, m.span.Start, tokenEnd); n < len(s.tokens) && s.tokens[n].Start < m.span.Start+size; n++ {
		if pos := s.tokens[n].POS; pos != "n" && pos != "vn" {
			return false
		}
	}
	return true
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
	if s.block.Kind == segment.Credit || s.block.Kind == segment.Byline {
		return all
	}
	k.clock.enter(s, dates)
	if s.block != k.block {
		k.block, k.lastMetric = s.block, ""
		clear(k.counted)
		k.turn(i)
	}
	v := &k.at
	v.enter(k, i, found)
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
		k.electric(v, c)
		if q.kind != "number" || k.money(v, c) {
			v.link(c, j, before)
			c.period = k.clock.at(s, q.span, dates)
			if p := v.comparedAt(q.span.Start, c.period); p != "" {
				c.period = p
			}
			if v.holding(c) && !v.timed(q.span.Start) {
				c.period = ""
			}
		}
	}
	v.shareOut(out)
	v.fromTo(out)
	if n := len(out); n > 0 && out[n-1].subject != "" {
		if t := v.subjects[v.clauseIndex(out[n-1].span.Start)]; t.text == out[n-1].subject {
			k.lastTold = told{t, i}
		}
	}
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
	if !v.clauseHolds("price", c.span.Start) && !v.goesOnInMoney(c) {
		return false
	}
	c.kind = "money"
	if yuan := k.units.byName["元"]; yuan != nil {
		c.unit, c.base = yuan.name, yuan // as news means it
	}
	return true
}

// goesOnInMoney reports whether c follows, in the same sentence and behind a verb that brings
// amounts about, one of money without its unit (产值为600多亿,X贡献了|90亿).
func (v *passage) goesOnInMoney(c *claim) bool {
	k := endsAfter(v.found, c.span.Start, quantityEnd) - 1
	if k < 0 || v.found[k].kind != "money" || strings.HasSuffix(v.s.block.Text[:v.found[k].span.End], "元") {
		return false
	}
	_, _, bound := v.bounds["before"].suffix(v.s.block.Text[v.s.span.Start:c.span.Start])
	return bound || v.ends("doing", v.s.block.Text[v.s.span.Start:c.span.Start]) || strings.HasSuffix(v.s.block.Text[:c.span.Start], "了") || v.reached(c.span.Start)
}

// electric turns degrees into energy when the clause speaks of electricity
// (发电80亿度), which counts in degrees of one kilowatt-hour.
func (k *linking) electric(v *passage, c *claim) {
	if c.unit == "度" && v.clauseHolds("electricity", c.span.Start) {
		c.kind, c.base = "energy", k.units.byName["千瓦时"]
	}
}
