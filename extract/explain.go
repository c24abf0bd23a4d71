package extract

import (
	"cmp"
	"slices"

	"newsift/extract/internal/names"
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
		x.quantifier.readAll(a)
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
	whyOwn      = "a name of your own overlaps it: "
	whyRank     = "a candidate of the same length has a stronger rule: "
	whyFirst    = "a candidate of the same strength starts before it: "
	whyGuard    = "it is also an everyday word, a place or a person, and nothing beside it says that it is a name here"
	whyCommon   = "it is made of common nouns, and the article does not repeat it often enough"
	whyTrade    = "what stands before the trade may be no brand, and no name stands beside it in an enumeration"
	whyNone     = "it is a phrase that only ends like a name"
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
			if c.rank == rankSuffix {
				row.Reason = whyCommon
			} else if c.rank == rankTrade {
				row.Reason = whyTrade
			}
		case c.lost > 0:
			w := &p.cands[c.lost-1]
			why := whyFirst
			if w.rank == rankOwn {
				why = whyOwn
			} else if w.span.Len() > c.span.Len() {
				why = whyLonger
			} else if w.rank < c.rank {
				why = whyRank
			}
			p.fullName(w)
			row.Reason = why + p.text(w) + " (" + w.rule + ")"
		}
		e.rows = append(e.rows, row)
	}
	for i := range p.views {
		e.notNames(p, &p.views[i])
	}
}

// notNames explains the phrases of a sentence that only end like names and stand
// in none.
func (e *explainer) notNames(p *page, v *view) {
	end := 0
	for i := range v.words {
		w := &v.words[i]
		if w.Start < end {
			continue
		}
		var none nameID
		p.f.names.prefixes(v.text[w.Start:v.span.End], func(n int, id nameID) bool {
			if typ, _, _ := p.f.names.kind(id); typ == names.None && v.endsWord(w.Start+n) {
				none, end = id, w.Start+n
			}
			return true
		})
		sp := segment.Span{Start: w.Start, End: end}
		if end <= w.Start || p.won(v, sp) {
			continue
		}
		row := e.row(v.index, sp)
		row.Of, row.As, row.Rule, row.Outcome, row.Reason = "entity", names.None, p.f.names.name(none).rule, "lost", whyNone
		e.rows = append(e.rows, row)
	}
}

// won reports whether a candidate of v that overlaps s has won.
func (p *page) won(v *view, s segment.Span) bool {
	return slices.ContainsFunc(v.cands, func(i int) bool { return p.cands[i].lost == 0 && p.cands[i].span.Overlaps(s) })
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
