package extract

import (
	"slices"
	"strings"

	"newsift/extract/internal/names"
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
	brands := make(map[string]bool) // what stands in front of 集团 or 公司 in those of companies
	times := make(map[string]int)   // how often a name of common nouns stands in the article
	for i := range p.cands {
		c := &p.cands[i]
		if !c.guard && c.rank <= rankAlias {
			sure[p.fullName(c)] = true
		}
		if text := p.text(c); !c.guard && c.typ == "company" {
			if own, ok := strings.CutPrefix(text, "中国"); ok {
				proven[own] = true // 中国联通, and 联通
			}
			if strings.HasSuffix(text, "集团") || strings.HasSuffix(text, "公司") {
				brands[text[:len(text)-len("集团")]] = true
			}
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
			whole, part := strings.CutSuffix(full, text) // 黑龙江自贸试验区|哈尔滨片区
			if proven[text] || c.placed > 0 && proven[text[c.placed:]] || c.rank == rankSuffix || part && sure[whole] || brands[text] && p.brandOf(c) || full != text && sure[full] && p.stands(c, full) || p.evidence(c) {
				c.guard = false
				proven[text] = true
				sure[full] = true
				changed = true
			}
		}
	}
}

// stands reports whether the full name in the article says that c is a short form
// of it wherever it stands: an everyday word only is when the name begins with it or
// abbreviates to it (苹果公司, not 新松|机器人|自动化公司).
func (p *page) stands(c *candidate, full string) bool {
	text := p.text(c)
	if c.typ != "company" || !p.views[c.sentence].everyday(c) {
		return true
	}
	front, _, part := strings.Cut(full, text)
	return !part || front == "" || front == "中国" || p.f.isPlace(front) // 浙江|吉利
}

// brandOf reports whether c, in front of 集团 or 公司 elsewhere in the article, is its short form
// here: it is no everyday word (北大荒, but 太阳能集团 and 太阳能) and no trade of a place (中国|出版).
func (p *page) brandOf(c *candidate) bool {
	v := &p.views[c.sentence]
	w := v.next(c.span.Start)
	if w != nil && w.End < c.span.End && (w.shape == shapePlace || w.shape == shapeAbroad || p.f.isDivision(w.text) || w.is(cueCountry)) {
		return false
	}
	return c.typ == "company" && (!v.everyday(c) || w.pos == "ns" && p.f.brandedPlace(w.text))
}

// repeated is how often an article must repeat a name of common nouns.
const repeated = 3

// evidence reports whether what stands around c says that it is a name.
func (p *page) evidence(c *candidate) bool {
	v := &p.views[c.sentence]
	if c.typ == "company" && p.covered(v, c) {
		return false // 机器人 of 众擎机器人
	}
	if c.rank == rankTrade && !p.besideSure(v, c) {
		return v.clean(c.span.Start) && (v.titled(c.span.End) || v.traded(c.span.End))
	}
	if v.dotted(c.span.Start, c.span.End) {
		return false
	}
	if c.typ == "company" && p.companyHere(v, c) {
		return true
	}
	next := v.next(c.span.End)
	if c.subtype == "media" && next != nil && next.is(cuePress) {
		return true
	}
	if c.typ == "park" && next != nil && next.is(cueCommittee) {
		return true // 中关村|管委会
	}
	if c.typ == "institution" && c.subtype == "other" && v.sport() {
		return true
	}
	return p.besideSure(v, c)
}

// covered reports whether a longer candidate that is sure holds c.
func (p *page) covered(v *view, c *candidate) bool {
	for _, i := range v.cands {
		if o := &p.cands[i]; !o.guard && o.span.Len() > c.span.Len() && o.span.Contains(c.span) && o.typ != names.None {
			return true
		}
	}
	return false
}

// companyHere reports whether the words beside c say that it is a company. What
// the lexicon has as an everyday word, a person or a place needs more: it must
// stand free, and a country only helps a foreign company (西班牙|农产品).
func (p *page) companyHere(v *view, c *candidate) bool {
	next, prev := v.next(c.span.End), v.prev(c.span.Start)
	if next != nil && prev != nil && strings.Contains("“『「", prev.text) && strings.Contains("”』」", next.text) {
		next = v.next(next.End) // “苹果”手机
	}
	word := v.everyday(c)
	if w := v.next(c.span.Start); word && w.pos == "n" && w.runes() > 2 && next != nil && next.is(cueProduct) {
		return false // 太阳能|空调 is a kind of them, 苹果|手机 is somebody's
	}
	if next != nil && (next.is(cueTitle|cueAct|cueProduct) || next.text == "公司" || next.text == "集团" || next.text == "股份") {
		return !word || v.clean(c.span.Start) || prev.shape == shapePlace || prev.shape == shapeAbroad
	}
	if prev != nil && prev.is(cueCompany|cueCountry) && prev.text != "中国" && p.endingAt(v, c.span.Start, false) == nil && !p.f.isDivision(p.text(c)) {
		return !word || prev.is(cueCountry) && c.subtype == "foreign" && v.tailClean(c.span.End)
	}
	if next != nil && next.is(cueLearnt) && prev != nil && prev.text == "从" {
		return true // 记者从中国石油|获悉
	}
	if next != nil && next.shape == shapePlace && v.clean(c.span.Start) {
		if site := v.next(next.End); site != nil && site.is(cueSite) {
			return true // 理想汽车|常州基地
		}
	}
	if next != nil && next.shape == shapeLatin && next.text[0] <= 'Z' && c.rank == rankName && c.span.Len() <= 3*3 {
		return !word || v.clean(c.span.Start) // 百度Apollo
	}
	if next != nil && strings.HasPrefix(next.text, "第") && v.clean(c.span.Start) && p.sureWhere(v, func(s segment.Span) bool { return s.End <= c.span.Start }) >= 0 {
		return true // 三星位居榜首,苹果|第二
	}
	if next != nil && next.is(cuePact) && prev != nil && (prev.text == "与" || prev.text == "和" || prev.text == "同") && !v.person(prev.Start) {
		return !word || v.word(c.span.Start).shape != shapePlace && v.word(c.span.Start).shape != shapeAbroad && !strings.HasPrefix(v.word(c.span.Start).pos, "nr")
	}
	return strings.Contains(p.fullName(c), "银行") && !alnum(v.text[c.span.Start]) // 招行, 花旗
}

// everyday reports whether the lexicon has c as one word that is no name of
// anything but a person or a place.
func (v *view) everyday(c *candidate) bool {
	w := v.next(c.span.Start)
	return w != nil && w.End == c.span.End && w.pos != "nz" && w.pos != "nt" && w.pos != "x" && w.pos != "j"
}

// traded reports whether a word for what shares do stands at off.
func (v *view) traded(off int) bool {
	w := v.next(off)
	return w != nil && w.is(cueShare)
}

// sport reports whether the sentence is about sport.
func (v *view) sport() bool { return v.cues&cueSport != 0 }

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
		if c.typ == "company" && o.span.End+1 >= c.span.Start-2 && o.span.End < c.span.Start && comma(v.text[o.span.End:c.span.Start]) && p.sureBehindComma(v, c) {
			return true // 三星,苹果,华为
		}
	}
	return false
}

// comma reports whether s is a comma.
func comma(s string) bool { return s == "," || s == "，" }

// sureBehindComma reports whether a company that is sure stands behind c and a
// comma.
func (p *page) sureBehindComma(v *view, c *candidate) bool {
	w := v.next(c.span.End)
	if w == nil || !comma(w.text) {
		return false
	}
	i := p.sureStarting(v, w.End)
	return i >= 0 && p.cands[i].typ == c.typ
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
