package extract

import (
	"slices"
	"strings"

	"newsift/segment"
)

// settleGuards takes the guard off candidates for which the article gives
// evidence that they are names here, and reports whether it took off any.
// Evidence for one helps its neighbours in an enumeration and its other
// occurrences, so it goes round until nothing changes.
func (p *page) settleGuards() {
	if !slices.ContainsFunc(p.cands, func(c candidate) bool { return c.guard }) {
		return
	}
	sure := make(map[string]bool)   // full names that stand in the article without doubt
	proven := make(map[string]bool) // texts that were proven once
	times := make(map[string]int)   // how often a name of common nouns stands in the article
	for i := range p.cands {
		c := &p.cands[i]
		if !c.guard && c.rank <= rankAlias {
			sure[p.fullName(c)] = true
		}
		if c.guard && c.rank == rankSuffix {
			times[p.text(c)]++
		}
	}
	for changed := true; changed; {
		changed = false
		for i := range p.cands {
			c := &p.cands[i]
			if !c.guard {
				continue
			}
			text := p.text(c)
			if c.rank == rankSuffix && times[text] < repeated {
				continue
			}
			full := p.fullName(c)
			if proven[text] || c.rank == rankSuffix || full != text && sure[full] || p.evidence(c) {
				c.guard = false
				proven[text] = true
				sure[full] = true
				changed = true
			}
		}
	}
}

// repeated is how often an article must repeat a name of common nouns.
const repeated = 3

// evidence reports whether what stands around c says that it is a name.
func (p *page) evidence(c *candidate) bool {
	v := &p.views[c.sentence]
	if c.rank == rankTrade && !p.besideSure(v, c) {
		return false
	}
	next, prev := v.next(c.span.End), v.prev(c.span.Start)
	if c.typ == "company" {
		if next != nil && (next.is(cueTitle|cueAct|cueProduct) || next.text == "公司" || next.text == "集团" || next.text == "股份") {
			return true
		}
		if prev != nil && prev.is(cueCompany|cueCountry) && prev.text != "中国" && p.endingAt(v, c.span.Start, false) == nil && !p.f.isDivision(p.text(c)) {
			return true
		}
		if next != nil && next.shape == shapeLatin && next.text[0] <= 'Z' && c.rank == rankName && c.span.Len() <= 3*3 {
			return true // 百度Apollo
		}
		if strings.Contains(p.fullName(c), "银行") {
			return true // 招行, 花旗
		}
	}
	if c.subtype == "media" && next != nil && next.is(cuePress) {
		return true
	}
	if c.typ == "institution" && c.subtype == "other" && v.sport() {
		return true
	}
	return p.besideSure(v, c)
}

// sport reports whether the sentence is about sport.
func (v *view) sport() bool {
	for i := range v.words {
		if v.words[i].is(cueSport) {
			return true
		}
	}
	return false
}

// listSigns join the items of an enumeration.
var listSigns = map[string]bool{"、": true, "和": true, "与": true, "及": true, "以及": true, "或": true, "暨": true}

// besideSure reports whether c stands in an enumeration next to a candidate of
// its type that is sure.
func (p *page) besideSure(v *view, c *candidate) bool {
	for _, i := range v.cands {
		o := &p.cands[i]
		if o.guard || o.typ != c.typ || c.typ == "institution" && o.subtype != c.subtype || o.span.Overlaps(c.span) {
			continue
		}
		if o.span.End < c.span.Start && p.joined(v, o.span.End, c.span.Start) ||
			c.span.End < o.span.Start && p.joined(v, c.span.End, o.span.Start) {
			return true
		}
	}
	return false
}

// joined reports whether the text from a to b is one sign of enumeration.
func (p *page) joined(v *view, a, b int) bool { return listSigns[v.text[a:b]] }

// free reports whether no sure candidate of v overlaps s.
func (p *page) free(v *view, s segment.Span) bool {
	for _, i := range v.cands {
		c := &p.cands[i]
		if !c.guard && c.span.Overlaps(s) {
			return false
		}
	}
	return true
}
