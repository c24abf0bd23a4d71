package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// An alias is a short form of a name that the article holds in full.
type alias struct {
	text         string
	full         string // the name it stands for
	typ, subtype string
	rule         string // of the full name
	common       bool   // a place and a trade, which by themselves are no name
}

// aliases collects the short forms of the names of an article by their first
// character.
type aliases map[rune][]alias

func (as aliases) add(a alias) {
	if utf8.RuneCountInString(a.text) < 2 {
		return
	}
	r, _ := utf8.DecodeRuneInString(a.text)
	for _, b := range as[r] {
		if b.text == a.text {
			return
		}
	}
	as[r] = append(as[r], a)
}

// shortForms proposes the short forms of the names found so far wherever they
// stand in the article.
func (p *page) shortForms() {
	as := make(aliases)
	for i := range p.cands {
		c := &p.cands[i]
		if c.lost != 0 || c.guard || c.combed || c.typ == names.None {
			continue
		}
		c.combed = true
		p.declared(as, c)
		p.derived(as, c)
	}
	if len(as) == 0 {
		return
	}
	var first runeSieve
	for r := range as {
		first.add(r)
	}
	for i := range p.views {
		p.scanAliases(as, &first, &p.views[i])
	}
}

// A runeSieve tells in a moment of most characters that they are not in a set.
type runeSieve [16]uint64

func (s *runeSieve) add(r rune)      { s[r>>6&15] |= 1 << (r & 63) }
func (s *runeSieve) has(r rune) bool { return s[r>>6&15]&(1<<(r&63)) != 0 }

// scanAliases proposes the short forms that stand at words of v; first has their first
// characters.
func (p *page) scanAliases(as aliases, first *runeSieve, v *view) {
	for i := range v.words {
		w := &v.words[i]
		r, _ := utf8.DecodeRuneInString(w.text)
		if !first.has(r) {
			continue
		}
		for _, a := range as[r] {
			rest := v.text[w.Start:v.span.End]
			if !strings.HasPrefix(rest, a.text) {
				continue
			}
			span := segment.Span{Start: w.Start, End: w.Start + len(a.text)}
			if !v.endsWord(span.End) && len(a.text) < minGlued {
				continue
			}
			if p.has(v, span, a) || p.qualified(v, span, a) {
				continue
			}
			if next := v.next(span.End); a.common && next != nil && next.is(cueNotFirm) {
				continue // 洛阳轴承|产业
			}
			p.add(v, candidate{
				sentence: v.index, span: span, typ: a.typ, subtype: a.subtype, name: a.full, rule: a.rule, rank: rankAlias,
			})
		}
	}
}

// qualified reports whether a, the bare ending of a name, has a word in front here
// that says of what kind it is (高水平自由贸易港).
func (p *page) qualified(v *view, s segment.Span, a alias) bool {
	w := v.prev(s.Start)
	if w == nil || !w.is(cueGeneric) {
		return false
	}
	e := p.f.rules.suffixAt(a.text, 0, len(a.text))
	return e != nil && e.text == a.text
}

// has reports whether v has a sure candidate with span s that alias a would not
// win over, be it the name that a repeats word for word.
func (p *page) has(v *view, s segment.Span, a alias) bool {
	for _, i := range v.cands {
		if c := &p.cands[i]; c.span == s && !c.guard && (c.rank <= rankAlias || c.rule == a.rule && a.text == a.full) {
			return true
		}
	}
	return false
}

// maxDeclared bounds a short form in brackets, in bytes.
const maxDeclared = 20 * 3

// declared collects the short form that stands in brackets right behind c:
// X公司(以下简称“Y”), X组织(XYZ).
func (p *page) declared(as aliases, c *candidate) {
	v := &p.views[c.sentence]
	rest := v.text[c.span.End:v.span.End]
	open, n := utf8.DecodeRuneInString(rest)
	if open != '(' && open != '（' {
		return
	}
	rest = rest[n:]
	end := strings.IndexAny(rest, ")）")
	if end <= 0 || end > maxDeclared {
		return
	}
	text, said := rest[:end], false
	if n := p.f.called(text); n > 0 {
		text, said = text[n:], true
	}
	text, _, _ = strings.Cut(text, "或")
	if t := strings.Trim(text, "“”\"「」『』：: ‘’"); t != text {
		text, said = t, said || strings.HasPrefix(text, "“")
	}
	if strings.ContainsAny(text, "，,。、;；0123456789") || !said && !abbreviates(text, p.text(c)) {
		return
	}
	full := p.fullName(c)
	as.add(alias{text: text, full: full, typ: c.typ, subtype: shortSubtype(c), rule: c.rule})
}

// called returns the length of the words that introduce a short form at the
// start of s (以下简称), 0 when there are none.
func (f *entityFinder) called(s string) int {
	n := 0
	for i := range s {
		if f.rules.cues[s[:i]]&cueCalled != 0 {
			n = i
		}
	}
	return n
}

// abbreviates reports whether s is made of characters of full in their order, or
// is an abbreviation in capital letters.
func abbreviates(s, full string) bool {
	if strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return len(s) >= 2
	}
	for _, r := range s {
		_, rest, ok := strings.Cut(full, string(r))
		if !ok {
			return false
		}
		full = rest
	}
	return utf8.RuneCountInString(s) >= 2
}

// shortSubtype is the subtype of a short form of c.
func shortSubtype(c *candidate) string {
	if c.typ == "company" && c.subtype == "full" {
		return "short"
	}
	return c.subtype
}

// derived collects the short forms that c allows by the way it is built: place,
// brand, trades, legal form.
func (p *page) derived(as aliases, c *candidate) {
	v := &p.views[c.sentence]
	text := p.text(c)
	s := c.suffix
	if s == nil {
		s = p.f.rules.suffixAt(text, 0, len(text))
	}
	full := p.fullName(c)
	a := alias{text: text, full: full, typ: c.typ, subtype: c.subtype, rule: c.rule}
	if c.rank > rankAlias || c.placed > 0 {
		as.add(a) // the same words are the same name elsewhere
	}
	if s == nil {
		return
	}
	p.governed(as, a, v, c)
	end := c.span.End - len(s.text)
	a.subtype = shortSubtype(c)
	start := p.placeEnd(v, c.span.Start, end)
	if w := v.prev(start); start > c.span.Start && c.typ == "company" && w != nil && p.f.brandedPlace(w.text) {
		start = w.Start // 北大荒|集团
	}
	if parent := p.parentEnd(v, c.span.Start, end); parent > start && c.typ == "company" {
		start = p.placeEnd(v, parent, end)
	}
	if c.typ != "company" {
		rest := v.text[start:c.span.End]
		if office := p.officeOf(c, v.text[c.span.Start:start], full); office != "" {
			a.text = office
			as.add(a)
		}
		if start > c.span.Start && utf8.RuneCountInString(rest) >= 5 && end > start {
			a.text = rest
			as.add(a)
		}
		if n := utf8.RuneCountInString(s.text); (n >= 6 || n >= 5 && s.subtype == "free_trade_zone") && (c.typ == "park" || strings.HasSuffix(s.text, "中心")) && p.only(c, full, s) {
			a.text = s.text
			as.add(a)
		}
		return
	}
	if start > c.span.Start && start < end && utf8.RuneCountInString(v.text[start:c.span.End]) >= 5 {
		a.text = v.text[start:c.span.End]
		as.add(a)
	}
	p.brandForms(as, a, v, c.span, start, end)
}

// officeOf returns the short form of c, an office of a city or the like, that names no more than that
// and what sort of office it is (杭州市局 of 杭州市食品药品监管局), or "" when the article names
// another one of the sort there.
func (p *page) officeOf(c *candidate, place, full string) string {
	sort := lastChars(full, 1)
	if c.subtype != "government" || sort != "局" && sort != "厅" || len(shortPlaces(place)) < 2 || strings.HasSuffix(place, sort) {
		return ""
	}
	for i := range p.cands {
		o := &p.cands[i]
		if o.lost == 0 && !o.guard && o.subtype == c.subtype && strings.HasPrefix(p.text(o), place) && strings.HasSuffix(p.text(o), sort) && p.fullName(o) != full {
			return ""
		}
	}
	return place + sort
}

// governed collects the park that c, a committee, is named by, without its place (石化新城 of
// 抚顺石化新城管委会).
func (p *page) governed(as aliases, a alias, v *view, c *candidate) {
	const least = 4 // characters
	for end := c.span.End; end > c.span.Start; {
		w := v.prev(end)
		if w == nil || w.Start <= c.span.Start {
			return
		}
		end = w.Start
		if p.f.rules.cues[v.text[end:c.span.End]]&cueCommittee == 0 {
			continue
		}
		start := p.placeEnd(v, c.span.Start, end)
		own := v.text[start:end]
		s := p.f.rules.suffixAt(own, 0, len(own))
		if s == nil || s.typ != "park" || s.text == own || start == c.span.Start || utf8.RuneCountInString(own) < least || p.f.notName(own) {
			return
		}
		a.text, a.full, a.typ, a.subtype = own, v.text[c.span.Start:end], s.typ, s.subtype
		as.add(a)
		return
	}
}

// brandedPlace reports whether a word that the cut takes for a place is none that is known and does
// not end like one (吉利, 北大荒, but 长江).
func (f *entityFinder) brandedPlace(word string) bool {
	return utf8.RuneCountInString(word) >= 2 && !f.isPlace(word) && !f.notName(word) && f.rules.cues[lastChars(word, 1)]&cueLandform == 0
}

// only reports whether no other name of the article ends with s, the ending of c,
// whose full name is given.
func (p *page) only(c *candidate, full string, s *suffix) bool {
	for i := range p.cands {
		o := &p.cands[i]
		if o.lost == 0 && !o.guard && o.typ == c.typ && strings.HasSuffix(p.text(o), s.text) && p.text(o) != s.text && p.fullName(o) != full {
			return false
		}
	}
	return !p.f.rules.countsKind(p.a, s.text)
}

// placeEnd returns where the places at the front of a name end.
func (p *page) placeEnd(v *view, start, end int) int {
	for start < end {
		w := v.next(start)
		if w == nil || w.End > end || w.shape != shapePlace && !(w.shape == shapeAbroad && w.runes() > 1) {
			break
		}
		start = w.End
	}
	return start
}

// parentEnd returns where the company ends that a name begins with when a place stands behind it
// (国电|合肥青山发电有限公司), or start.
func (p *page) parentEnd(v *view, start, end int) int {
	for _, i := range v.cands {
		c := &p.cands[i]
		if c.span.Start == start && c.typ == "company" && !c.guard && c.span.End < end && p.placeEnd(v, c.span.End, end) > c.span.End {
			return c.span.End
		}
	}
	return start
}

// brandForms collects the short forms of a company whose name without place and
// legal form goes from start to end: the brand, with its trades one by one,
// with 集团 or 公司, and with the place.
func (p *page) brandForms(as aliases, a alias, v *view, span segment.Span, start, end int) {
	put := func(text string) {
		if s := p.f.rules.suffixAt(text, 0, len(text)); s != nil && s.typ != a.typ || p.f.notName(text) {
			return // 儿童医院 of 北京儿童医院集团
		}
		a.text = text
		as.add(a)
	}
	brand, common := p.brandEnd(v, start, end)
	if brand < 0 {
		if w := v.next(start); w != nil && w.End == end && start > span.Start && w.is(cueStrong) {
			a.common = true
			put(v.text[span.Start:end]) // 长治高科 of 长治高科集团
		}
		return
	}
	place := v.text[span.Start:start]
	places := shortPlaces(place)
	head := v.text[start:brand]
	if front := p.pairs(v, start, brand); front != "" {
		put(front) // 轮峰 of 轮峰|车料有限公司, whose trade the cut does not know
	}
	if i := strings.IndexAny(v.text[start:end], "(（"); i >= 0 && start+i >= brand {
		// 格力电器(重庆)有限公司: 重庆格力
		inner := strings.Trim(v.text[start+i:end], "()（）")
		put(inner + head)
		end = start + i
	}
	group := strings.Contains(v.text[start:span.End], "集团")
	if group {
		put(head + "集团")
	}
	put(head + "公司")
	for off := brand; off < end; {
		i := v.wordAt(off)
		if i < 0 || v.words[i].End > end {
			break
		}
		w := &v.words[i]
		off = w.End
		if common && !w.is(cueIndustry|cueTrade) && !p.holdsFirm(v, w.Span) {
			continue
		}
		put(v.text[start:off])
		if group {
			put(v.text[start:off] + "集团")
		}
		put(v.text[start:off] + "公司")
		for _, in := range places {
			put(in + v.text[start:off])
		}
	}
	if !strings.ContainsAny(place, "(（") {
		for _, in := range places {
			put(in + head)
		}
	}
	if p.f.longName(v.text[span.Start:end], "company") {
		put(v.text[span.Start:end]) // 华夏幸福|基业股份有限公司
	}
	firm := strings.HasSuffix(v.text[:span.End], "公司") || group // 塞罕坝林场 and 拜伊吉炼油厂 leave a place
	if !common && firm && p.f.rules.cues[lastChars(head, 1)]&cueNotBrand == 0 {
		put(head)
	}
}

// shortPlaces returns the place in front of a brand in full and without what says that it is a city
// (深圳市, 深圳), or nothing when there is none.
func shortPlaces(place string) []string {
	if place == "" {
		return nil
	}
	for _, d := range []string{"省", "市", "县", "区"} {
		if short, ok := strings.CutSuffix(place, d); ok && utf8.RuneCountInString(short) >= 2 {
			return []string{place, short}
		}
	}
	return []string{place}
}

// holdsFirm reports whether a company is known by the word at s, as the second parent
// of a joint venture is (时代|一汽|电池公司).
func (p *page) holdsFirm(v *view, s segment.Span) bool {
	return slices.ContainsFunc(v.cands, func(i int) bool {
		c := &p.cands[i]
		return c.span == s && c.typ == "company" && !c.guard
	})
}

// pairs returns the first two of the four characters from start to end that the cut knows as
// no words, or "".
func (p *page) pairs(v *view, start, end int) string {
	if utf8.RuneCountInString(v.text[start:end]) != 4 {
		return ""
	}
	for off := start; off < end; {
		w := v.next(off)
		if w == nil || w.shape != shapeSingle || w.is(cueGeneric) {
			return ""
		}
		off = w.End
	}
	return firstChars(v.text[start:end], 2)
}

// brandEnd returns where the brand ends that begins at start, or -1, and whether
// it is a common word that is no name by itself.
func (p *page) brandEnd(v *view, start, end int) (brand int, common bool) {
	off, n := start, 0
	for off < end {
		w := v.next(off)
		if w == nil || w.End > end || w.shape == shapePunct {
			break
		}
		in := n == 2 && v.inBrand(w) // 万里|达
		if n >= 2 && (w.shape != shapeSingle || n >= 4) && !in {
			break
		}
		if w.is(cueTrade|cueIndustry) && w.runes() > 1 {
			if n == 0 {
				return -1, false
			}
			break
		}
		if n == 0 && w.runes() >= 4 {
			// 格力电器 cut as one word
			if front, ok := p.f.trimTrade(w.text); ok {
				return w.Start + len(front), w.pos != "nz" || p.f.isPlace(front)
			}
		}
		if n == 0 && w.runes() > 1 {
			common = w.shape == shapeNoun || w.shape == shapeStop || w.shape == shapeNumber || w.shape == shapeAbroad
		}
		common = common && !in && n < 2 // 世纪|晶|源 is no common word
		n += w.runes()
		off = w.End
	}
	if n < 2 {
		return -1, false
	}
	return off, common
}

// trimTrade cuts the trade word of two characters off the end of a longer word.
func (f *entityFinder) trimTrade(s string) (front string, ok bool) {
	_, n := utf8.DecodeLastRuneInString(s)
	_, m := utf8.DecodeLastRuneInString(s[:len(s)-n])
	front = s[:len(s)-n-m]
	return front, front != "" && f.rules.cues[s[len(front):]]&cueIndustry != 0
}
