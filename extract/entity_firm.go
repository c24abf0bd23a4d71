package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// maxHouse is the length in bytes of the brand up to which a company lends it to
// others of its house.
const maxHouse = 4 * 3

// bought proposes what stands behind a word for buying or for a kind of firm:
// 收购X, 全资子公司X. What is bought may have a person's name; what is only called
// a firm may not.
func (p *page) bought(v *view) {
	for i := range v.words {
		w := &v.words[i]
		if !w.is(cueBuy | cueOwned) {
			continue
		}
		start := w.End
		if n := v.next(start); w.is(cueBuy) && n != nil && n.text == "了" {
			start = n.End
		}
		b, ok := p.brandAfter(v, start)
		if !ok || w.is(cueOwned) && b.name && !b.trade || !p.free(v, segment.Span{Start: start, End: b.end}) {
			continue
		}
		p.add(v, candidate{
			sentence: v.index, span: segment.Span{Start: start, End: b.end}, typ: "company", subtype: "short",
			rule: p.f.rules.rules[w.text], rank: rankContext,
		})
	}
}

// maxQuoted bounds in characters a company's name in quotation marks.
const maxQuoted = 8

// quoted proposes companies in quotation marks, which leave no doubt of where a
// name begins and ends: “X”公司, 成立了“X智控”.
func (p *page) quoted(v *view) {
	for i := range v.words {
		open := &v.words[i]
		if open.text != "“" && open.text != "「" {
			continue
		}
		n := strings.IndexAny(v.text[open.End:v.span.End], "”」“「，。、；：")
		if n < 0 || n > maxQuoted*4 {
			continue
		}
		s := segment.Span{Start: open.End, End: open.End + n}
		text := v.text[s.Start:s.End]
		shut := v.next(s.End)
		if shut == nil || shut.text != "”" && shut.text != "」" || utf8.RuneCountInString(text) < 2 || p.f.notName(text) || !p.free(v, s) {
			continue
		}
		rule := p.quotedRule(v, open.Start, shut.End, s)
		if rule == "" {
			continue
		}
		p.add(v, candidate{
			sentence: v.index, span: s, typ: "company", subtype: "short", rule: rule, rank: rankContext,
		})
	}
}

// quotedRule returns the rule by which the quotation of s, whose marks stand at
// start and end, is the name of a company, or "".
func (p *page) quotedRule(v *view, start, end int, s segment.Span) string {
	text := v.text[s.Start:s.End]
	last := lastChars(text, 2)
	next, prev := v.next(end), v.prev(start)
	first := v.next(s.Start)
	plain := first != nil && first.End == s.End && (first.shape <= shapeNoun || first.is(cueBrand))
	if plain || p.f.rules.suffixAt(text, 0, len(text)) != nil || p.f.rules.cues[last]&(cueGeneric|cueStop|cueNotFirm) != 0 || p.f.rules.cues[lastChars(text, 1)]&cueNotBrand != 0 {
		return ""
	}
	if next != nil && next.text == "公司" && v.clean(next.End) {
		return p.f.rules.rules[next.text]
	}
	if prev != nil && prev.text == "了" {
		prev = v.prev(prev.Start)
	}
	if prev != nil && prev.is(cueFound) && p.f.rules.cues[last]&cueStrong != 0 {
		return p.f.rules.industry[last]
	}
	return ""
}

// An object is the stretch of words behind a verb that may be a company.
type object struct {
	end   int
	trade bool // it ends in a trade
	name  bool // it may be the name of a person
}

// brandAfter returns the brand, with the trades behind it, that starts at start
// and ends where a phrase does.
func (p *page) brandAfter(v *view, start int) (o object, ok bool) {
	rare, runes, strong := 0, 0, false
	o.end = start
	for {
		w := v.next(o.end)
		if w == nil || o.trade && !w.is(cueIndustry) {
			break
		}
		if w.is(cueIndustry) && runes >= 2 {
			o.trade, strong = true, strong || w.is(cueStrong)
			o.end = w.End
			continue
		}
		if w.is(cueGeneric|cueTrade|cueIndustry|cueStop|cueInside|cueCompany|cueHead|cueTitle|cueNotEnd) || runes+w.runes() > maxBrand && w.shape != shapeLatin {
			break
		}
		switch w.shape {
		case shapeSingle:
			if rarePOS[w.pos] {
				rare++
			}
		case shapeProper, shapeLatin:
			rare += 2
			o.name = o.name || strings.HasPrefix(w.pos, "nr")
		case shapeNoun, shapePlace, shapeAbroad:
			if runes > 0 || w.runes() != 2 {
				return o, false
			}
		default:
			w = nil
		}
		if w == nil {
			break
		}
		runes += w.runes()
		o.end = w.End
	}
	if first := v.next(start); first != nil && runes <= 3 && p.f.rules.cues[firstChar(first.text)]&cueSurname != 0 {
		o.name = true
	}
	if runes < 2 || !v.tailClean(o.end) || v.dotted(start, o.end) || p.f.notName(v.text[start:o.end]) || !o.trade && !p.brandable(v, start, o.end) || !p.wordless(v, o.end) {
		return o, false
	}
	return o, strong || rare >= 2 && (runes >= 3 || o.trade) && (!o.trade || !o.name)
}

// wordless reports whether what stands at off does not make a phrase of what is
// in front of it: 收购张三持有的股份.
func (p *page) wordless(v *view, off int) bool {
	w := v.next(off)
	return w == nil || !strings.ContainsAny(firstChar(w.text), "持所手价") && w.shape != shapeNumber || w.shape == shapeNumber && w.text[0] <= '9'
}

// houseBefore returns the company, known by its brand, that ends at off, or nil.
func (p *page) houseBefore(v *view, off int) *candidate {
	c := p.endingAt(v, off, false)
	if c == nil || c.typ != "company" || c.rank > rankAlias || c.span.Len() > maxHouse || c.subtype == "bank" || v.dotted(c.span.Start, off) {
		return nil
	}
	if w := v.prev(off); w == nil || w.is(cueIndustry) || p.f.rules.suffixAt(p.text(c), 0, c.span.Len()) != nil {
		return nil
	}
	return c
}

// grow proposes c together with the trades behind it, the last of which is w, as
// another company of its house (海尔|生物). A trade that is a product or a verb as
// well must be repeated in the article.
func (p *page) grow(v *view, c *candidate, w *word, strong bool) {
	text := v.text[c.span.Start:w.End]
	if w.End-c.span.End > maxHouse || p.f.notName(text) || w.is(cueProduct) || strings.HasPrefix(w.pos, "v") || !strong && (w.is(cueTrade) || p.times(text) < repeated-1) {
		return
	}
	p.add(v, candidate{
		sentence: v.index, span: segment.Span{Start: c.span.Start, End: w.End}, typ: "company", subtype: "short",
		rule: p.f.rules.industry[w.text], rank: rankTrade,
	})
}

// times counts how often text stands in the article.
func (p *page) times(text string) int {
	n := 0
	for i := range p.views {
		v := &p.views[i]
		n += strings.Count(v.text[v.span.Start:v.span.End], text)
	}
	return n
}
