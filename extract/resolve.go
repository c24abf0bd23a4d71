package extract

import (
	"cmp"
	"slices"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// resolve decides which candidates become mentions: of those that overlap, the
// longest, then the one of the lowest rank, then the leftmost. A name of the user
// gives way only to one that holds it whole. It sets lost on the others.
func (p *page) resolve() {
	for i := range p.views {
		p.resolveView(&p.views[i])
	}
}

func (p *page) resolveView(v *view) {
	slices.SortStableFunc(v.cands, func(i, j int) int {
		a, b := &p.cands[i], &p.cands[j]
		return cmp.Or(cmp.Compare(b.span.Len(), a.span.Len()), cmp.Compare(a.rank, b.rank), cmp.Compare(a.span.Start, b.span.Start))
	})
	won := v.cands[:0:0]
	for _, i := range v.cands {
		c := &p.cands[i]
		c.lost = 0
		if c.guard {
			c.lost = -1
			continue
		}
		for _, j := range won {
			if p.cands[j].span.Overlaps(c.span) {
				c.lost = j + 1
				break
			}
		}
		if p.f.names.own != nil && c.rank != rankOwn && c.lost == 0 {
			c.lost = p.cuts(v, c)
		}
		if c.lost == 0 {
			won = append(won, i)
		}
	}
}

// cuts returns 1 + the index of a name of the user that c overlaps and does not
// hold whole, 0 when there is none.
func (p *page) cuts(v *view, c *candidate) int {
	for _, j := range v.cands {
		if o := &p.cands[j]; o.rank == rankOwn && !o.guard && o.span.Overlaps(c.span) && !c.span.Contains(o.span) {
			return j + 1
		}
	}
	return 0
}

// mentions returns the candidates that won, in reading order.
func (p *page) mentions() []mention {
	var out []mention
	for i := range p.cands {
		c := &p.cands[i]
		if c.lost != 0 || c.typ == names.None {
			continue
		}
		if p.a.sentences[c.sentence].block.Kind == segment.Byline && c.subtype != "media" {
			continue // who wrote it, and for whom
		}
		name := p.fullName(c) // before c.rule, which it reads
		out = append(out, mention{sentence: c.sentence, span: c.span, typ: c.typ, subtype: c.subtype, name: name, rule: c.rule})
	}
	slices.SortFunc(out, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.span.Start, b.span.Start))
	})
	return out
}

// text returns the words of c.
func (p *page) text(c *candidate) string {
	return p.views[c.sentence].text[c.span.Start:c.span.End]
}
