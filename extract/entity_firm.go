package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// maxHouse is the length in bytes of the brand up to which a company lends it to
// others of its house.
const maxHouse = 4 * 3

// firms proposes the companies that single words give away.
func (p *page) firms(v *view) {
	for i := range v.words {
		w := &v.words[i]
		if w.is(cueBuy | cueOwned) {
			p.bought(v, w)
		}
		if w.text == "股权" {
			p.staked(v, w)
		}
		if w.is(cueFounder) && v.personAt(w.End) {
			p.founders(v, w)
		}
		switch {
		case w.text == "一家":
			p.defined(v, w)
		case w.text == "简称":
			p.stockName(v, w)
		case w.is(cueCompany | cueOwned):
			p.latins(v, w)
		case w.shape == shapeLatin && w.text == "ST":
			p.special(v, w)
		case w.shape != shapePunct:
		case w.text == "“" || w.text == "「":
			p.quoted(v, w)
		case w.text == "(" || w.text == "（":
			p.listed(v, w)
		}
	}
}

// defined proposes what a sentence says to be a firm: 岚珂是一家…企业.
func (p *page) defined(v *view, one *word) {
	is := v.prev(one.Start)
	if is == nil || is.text != "是" || !p.firmAhead(v, one.End) {
		return
	}
	start, rare, trade := is.Start, 0, false
	for !v.clean(start) {
		w := v.prev(start)
		switch {
		case w.shape == shapeSingle || w.shape == shapeProper || w.shape == shapeLatin:
			rare++
		case w.is(cueIndustry):
			trade = true
		case w.shape != shapeNoun && w.shape != shapePlace && w.shape != shapeAbroad:
			return
		}
		start = w.Start
	}
	s := segment.Span{Start: start, End: is.Start}
	first := v.next(start)
	n := utf8.RuneCountInString(v.text[start:is.Start])
	if n < 2 || n > maxQuoted || first.End == is.Start || rare < 2 && !(trade && !first.is(cueIndustry|cueTrade|cueGeneric)) || !p.brandable(v, start, is.Start) || !p.free(v, s) {
		return
	}
	p.add(v, candidate{
		sentence: v.index, span: s, typ: "company", subtype: "short", rule: p.f.rules.rules["企业"], rank: rankContext,
	})
}

// firmAhead reports whether the noun that a description at off comes to, before the
// next mark, is one for a firm.
func (p *page) firmAhead(v *view, off int) bool {
	const far = 14
	for range far {
		w := v.next(off)
		if w == nil || w.shape == shapePunct {
			break
		}
		off = w.End
	}
	last := v.prev(off)
	return last != nil && (last.is(cueCompany) || p.f.rules.cues[lastChars(last.text, 2)]&cueCompany != 0)
}

// bought proposes what stands behind a word for buying or for a kind of firm:
// 收购X, 全资子公司X. What is bought may have a person's name; what is only called
// a firm may not.
func (p *page) bought(v *view, w *word) {
	start := w.End
	if n := v.next(start); w.is(cueBuy) && n != nil && n.text == "了" {
		start = n.End
	}
	b, ok := p.brandAfter(v, start)
	if !ok || w.is(cueOwned) && b.name && !b.trade || !p.free(v, segment.Span{Start: start, End: b.end}) {
		return
	}
	p.add(v, candidate{
		sentence: v.index, span: segment.Span{Start: start, End: b.end}, typ: "company", subtype: "short",
		rule: p.f.rules.rules[w.text], rank: rankContext,
	})
}

// latins proposes a Latin name behind a word for a firm: 芯片公司Imagin. It has
// small letters and may have several words.
func (p *page) latins(v *view, w *word) {
	start := w.End + spaces(v.text[w.End:v.span.End])
	end := start
	for off := start; ; off = end + spaces(v.text[end:v.span.End]) {
		n := v.next(off)
		if n == nil || n.shape != shapeLatin || n.text[0] < 'A' || n.text[0] > 'Z' {
			break
		}
		end = n.End
	}
	s := segment.Span{Start: start, End: end}
	if s.Len() < 4 || v.next(start).is(cueTitle) || strings.ToUpper(v.text[start:end]) == v.text[start:end] || !p.free(v, s) || v.middleDot(start, end) {
		return
	}
	p.add(v, candidate{
		sentence: v.index, span: s, typ: "company", subtype: "foreign", rule: p.f.rules.rules[w.text], rank: rankContext,
	})
}

// spaces returns the length of the white space at the start of s.
func spaces(s string) int { return len(s) - len(strings.TrimLeft(s, " \u00a0")) }

// maxQuoted bounds in characters a company's name in quotation marks.
const maxQuoted = 8

// quoted proposes companies in quotation marks, which leave no doubt of where a
// name begins and ends: “X”公司, 成立了“X智控”.
func (p *page) quoted(v *view, open *word) {
	n := strings.IndexAny(v.text[open.End:v.span.End], "”」“「，。、；：")
	if n < 0 || n > maxQuoted*4 {
		return
	}
	s := segment.Span{Start: open.End, End: open.End + n}
	text := v.text[s.Start:s.End]
	shut := v.next(s.End)
	if shut == nil || shut.text != "”" && shut.text != "」" || utf8.RuneCountInString(text) < 2 || p.f.notName(text) || !p.free(v, s) {
		return
	}
	rule := p.quotedRule(v, open.Start, shut.End, s)
	if rule == "" {
		return
	}
	p.add(v, candidate{
		sentence: v.index, span: s, typ: "company", subtype: "short", rule: rule, rank: rankContext,
	})
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
		if w.is(cueGeneric|cueTrade|cueIndustry|cueStop|cueCompany|cueHead|cueTitle|cueNotEnd) || runes+w.runes() > maxBrand && w.shape != shapeLatin {
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
	if w.End-c.span.End > maxHouse || p.f.notName(text) || w.is(cueProduct) || !v.titled(w.End) && (strings.HasPrefix(w.pos, "v") || !strong && (w.is(cueTrade) || p.times(text) < repeated-1)) {
		return
	}
	p.add(v, candidate{
		sentence: v.index, span: segment.Span{Start: c.span.Start, End: w.End}, typ: "company", subtype: "short",
		rule: p.f.rules.industry[w.text], rank: rankTrade,
	})
}

// titled reports whether what an officer of a company is called stands at off.
func (v *view) titled(off int) bool {
	w := v.next(off)
	if w != nil && w.is(cueGrade) {
		w = v.next(w.End)
	}
	return w != nil && w.is(cueTitle) && w.is(cueStop|cueFounder|cuePerson)
}

// titleStart returns where the title that w ends begins (创始|合伙人).
func (v *view) titleStart(w *word) int {
	if b := v.prev(w.Start); b != nil && b.is(cueGrade) && w.is(cueTitle) {
		return b.Start
	}
	return w.Start
}

// founders proposes the companies whose founders stand behind them with their
// names: X创始人陈.... All that stands free in front is the company's.
func (p *page) founders(v *view, w *word) {
	start, rare, common := v.titleStart(w), 0, 0
	end := start
	for !v.clean(start) {
		b := v.prev(start)
		if b.is(cueCompany|cueHead|cueNotEnd) || p.f.rules.cues[lastChars(b.text, 2)]&(cueCompany|cueHead|cueLearned) != 0 || p.f.rules.cues[lastChars(b.text, 1)]&cueLearned != 0 || p.endingAt(v, b.End, true) != nil {
			common = maxBrand
			break
		}
		switch {
		case b.shape == shapeSingle && !strings.HasPrefix(b.pos, "v"), b.shape == shapeProper, b.shape == shapeLatin:
			rare++
		case b.shape == shapeNoun:
			common++
		default:
			common = maxBrand
		}
		start = b.Start
	}
	s := segment.Span{Start: start, End: end}
	text := v.text[s.Start:s.End]
	if n := utf8.RuneCountInString(text); rare == 0 || common > 1 || n < 2 || n > maxBrand+1 || !p.free(v, s) || !p.brandable(v, s.Start, s.End) || p.f.rules.suffixAt(text, 0, len(text)) != nil {
		return
	}
	p.add(v, candidate{
		sentence: v.index, span: s, typ: "company", subtype: "short", rule: p.f.rules.rules[w.text], rank: rankContext,
	})
}

// personAt reports whether the name of a person begins at off.
func (v *view) personAt(off int) bool {
	w := v.next(off)
	return w != nil && (strings.HasPrefix(w.pos, "nr") || w.shape == shapeSingle && w.is(cueSurname))
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
