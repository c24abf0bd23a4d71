package extract

import (
	"cmp"
	"slices"

	"newsift/segment"
)

// Explanation says of one candidate what became of it and why. A candidate is a
// stretch of text that a rule proposes as a mention, a number that may be a claim,
// or a name that may be the subject of one.
type Explanation struct {
	Doc     string
	Article int
	Line    int
	Start   int
	End     int
	Of      string // entity, claim or subject
	Text    string // the candidate; for a subject the name, at the offsets of its number
	As      string // type and subtype, kind, or the rule's name for a subject
	Rule    string // file:line that proposed it
	Outcome string // won or lost
	Reason  string // why
}

// Explain returns, in reading order, every candidate of doc with what became of
// it, those that lost included.
func (x *Extractor) Explain(doc *segment.Document) []Explanation {
	var out []Explanation
	for i := range doc.Articles {
		a := x.article(&doc.Articles[i])
		p := x.finder.propose(a)
		p.resolve()
		ms := p.mentions()
		e := explainer{doc: doc, a: a}
		e.entities(p)
		x.linker.explain(a, ms, e.claim)
		slices.SortStableFunc(e.rows, func(a, b Explanation) int { return cmp.Compare(a.Start, b.Start) })
		out = append(out, e.rows...)
	}
	return out
}

// explainer collects the explanations of one article.
type explainer struct {
	doc  *segment.Document
	a    *article
	rows []Explanation
}

// row starts a row for a span of a sentence.
func (e *explainer) row(sentence int, sp segment.Span) Explanation {
	b := e.a.sentences[sentence].block
	start, end, line := b.Source(sp)
	return Explanation{
		Doc: e.doc.Name, Article: e.a.Number, Line: line, Start: start, End: end,
		Text: b.Text[sp.Start:sp.End], Outcome: "won",
	}
}

// Reasons, as the reason column prints them.
const (
	whyLongest  = "nothing longer overlaps it"
	whyLonger   = "a longer candidate overlaps it: "
	whyRank     = "a candidate of the same length has a stronger rule: "
	whyFirst    = "a candidate of the same strength starts before it: "
	whyGuard    = "it is also an everyday word, and nothing beside it says that it is a name here"
	whyLikelier = "another subject is likelier: "
	whyNumber   = "it has no unit, or stands in a name, a code or a slogan"
	whyUnit     = "its unit: "
)

// entities explains the candidates of the entity rules.
func (e *explainer) entities(p *page) {
	for i := range p.cands {
		c := &p.cands[i]
		p.fullName(c) // reads c.rule
		row := e.row(c.sentence, c.span)
		row.Of, row.As, row.Rule, row.Reason = "entity", c.typ+" "+c.subtype, c.rule, whyLongest
		if c.lost != 0 {
			row.Outcome = "lost"
		}
		switch {
		case c.lost < 0:
			row.Reason = whyGuard
		case c.lost > 0:
			w := &p.cands[c.lost-1]
			why := whyFirst
			if w.span.Len() > c.span.Len() {
				why = whyLonger
			} else if w.rank < c.rank {
				why = whyRank
			}
			p.fullName(w)
			row.Reason = why + p.text(w) + " (" + w.rule + ")"
		}
		e.rows = append(e.rows, row)
	}
}

// claim explains number c and whom it can be about, the likeliest first.
func (e *explainer) claim(c claim, subjects []topic, rules *phrases[string]) {
	row := e.row(c.sentence, c.span)
	row.Of, row.As, row.Rule, row.Reason = "claim", c.kind, c.rule, whyUnit+c.unit
	switch c.kind {
	case "number":
		row.Outcome, row.Reason = "lost", whyNumber
	case "date", "time":
		row.Outcome, row.Reason = "lost", "it is a "+c.kind
	}
	e.rows = append(e.rows, row)
	for i, t := range subjects {
		s := row
		s.Of, s.Text, s.As, s.Outcome = "subject", t.text, t.link, "won"
		_, s.Rule, _ = rules.prefix(t.link)
		s.Reason = "it is the subject of " + row.Text
		if i > 0 {
			s.Outcome, s.Reason = "lost", whyLikelier+subjects[0].text+" ("+subjects[0].link+")"
		}
		e.rows = append(e.rows, s)
	}
}
