package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// An entityFinder finds the mentions of parks, companies and institutions in
// articles. It is safe for concurrent use.
type entityFinder struct {
	rules *entityRules
	names *gazetteer
}

func newEntityFinder(files *ruleFiles, g *gazetteer) (*entityFinder, error) {
	r, err := loadEntityRules(files)
	if err != nil {
		return nil, err
	}
	return &entityFinder{rules: r, names: g}, nil
}

// isPlace reports whether s is the name of a country or a division and no other
// word.
func (f *entityFinder) isPlace(s string) bool {
	place, guarded := f.place(s)
	return place && !guarded
}

// isDivision reports whether s is the name of a division, be it another word as
// well.
func (f *entityFinder) isDivision(s string) bool {
	place, _ := f.place(s)
	return place
}

// place reports whether s is the name of a country or a division, and whether
// it is another word as well.
func (f *entityFinder) place(s string) (place, guarded bool) {
	if f.rules.cues[s]&cueCountry != 0 {
		return true, false
	}
	f.names.prefixes(s, func(end int, id nameID) bool {
		if end == len(s) {
			if typ, _, g := f.names.kind(id); typ == names.Place {
				place, guarded = true, g
			}
		}
		return true
	})
	return place, guarded
}

// notName reports whether s only ends like a name.
func (f *entityFinder) notName(s string) bool { return f.names.holds(s, names.None) }

// holds reports whether s as a whole is an entry of a type.
func (g *gazetteer) holds(s, typ string) bool {
	found := false
	g.prefixes(s, func(end int, id nameID) bool {
		if end == len(s) {
			t, _, _ := g.kind(id)
			found = found || t == typ
		}
		return true
	})
	return found
}

// Ranks order candidates of the same length: the lower wins.
const (
	rankOwn     = iota // a name of the user
	rankName           // in the dictionary
	rankAlias          // a short form of a name in the article
	rankSuffix         // by its ending
	rankList           // in an enumeration
	rankTrade          // by a trade word
	rankContext        // by what stands beside it
)

// A candidate is a stretch of a sentence that a rule proposes as a mention.
type candidate struct {
	sentence int
	span     segment.Span
	typ      string
	subtype  string
	name     string // fullest form known, empty when it is the text
	rule     string // file:line
	rank     int
	suffix   *suffix // the ending, when a suffix rule made it
	guard    bool    // it needs evidence that it is a name here
	entry    nameID  // the dictionary entry, until name and rule are read from it
	unread   bool
	combed   bool // its short forms have been collected
	placed   int  // bytes of the city in front of what the dictionary has (合肥|三洋)
	lost     int  // 1 + index of the candidate that won over it, 0 when it won
}

// A page is the state of the work on one article. One after the other may be put
// through the same page, which keeps its memory.
type page struct {
	f     *entityFinder
	a     *article
	words []word // of all views
	views []view
	cands []candidate
	hits  []hit // in the dictionaries, of the view at work

	// What has been found out so far; nil for nothing to keep.
	facts    *factTable
	leads    []segment.Node // by fact.lead
	entries  map[nameID]*name
	coinages map[string]bool
}

// find returns the mentions of a in reading order. They do not overlap.
func (f *entityFinder) find(a *article) []mention { return (&page{f: f}).find(a) }

// propose returns a page with the candidates of a.
func (f *entityFinder) propose(a *article) *page {
	p := &page{f: f}
	p.propose(a)
	return p
}

// find is entityFinder.find.
func (p *page) find(a *article) []mention {
	p.propose(a)
	p.resolve()
	return p.mentions()
}

// clear forgets the article before a and makes room for a.
func (p *page) clear(a *article) {
	n := 0
	for i := range a.sentences {
		n += len(a.sentences[i].tokens)
	}
	p.words = roomFor(p.words, n)
	p.views = roomFor(p.views, len(a.sentences))
	p.cands = roomFor(p.cands, n/8+16)
}

// propose collects the candidates of a.
func (p *page) propose(a *article) {
	p.a = a
	p.clear(a)
	for i := range a.sentences {
		p.views = append(p.views, p.view(i, &a.sentences[i]))
		v := &p.views[i]
		p.dictionary(v)
		p.ownNames(v)
		p.suffixes(v)
	}
	for i := range p.views {
		v := &p.views[i]
		p.bracketed(v)
		p.trades(v)
		p.context(v)
		p.pacts(v)
		p.sites(v)
		p.firms(v)
	}
	p.settleGuards()
	p.resolve()
	p.shortForms()
	p.settleGuards()
	for i := range p.views {
		p.lists(&p.views[i])
	}
	p.resolve()
	p.shortForms()
	p.settleGuards()
}

// bracketed proposes, for every park that a place in brackets stands behind, the
// two as one: parks that share their offices or lie in two places are called so
// (杭州高新区(滨江), 前海(蛇口)).
func (p *page) bracketed(v *view) {
	for _, i := range v.cands {
		c := p.cands[i]
		if c.typ != "park" || c.guard && c.rank != rankName {
			continue
		}
		open := v.next(c.span.End)
		if open == nil || open.text != "(" && open.text != "（" {
			continue
		}
		rest := v.text[open.End:v.span.End]
		if n := strings.IndexAny(rest, ")）"); n > 0 && n < maxDeclared && p.seat(v, c.span, segment.Span{Start: open.End, End: open.End + n}) {
			_, shut := utf8.DecodeRuneInString(rest[n:])
			c.span.End = open.End + n + shut
			if c.subtype == "incubator" && !v.tailClean(c.span.End) {
				continue // of a company, most likely
			}
			c.guard = false
			p.add(v, c)
		}
	}
}

// seat reports whether the text in brackets is where the park lies: a division,
// a word that the lexicon takes for a place, or the other half of a name in the
// dictionaries (前海 and 蛇口 of 前海蛇口片区).
func (p *page) seat(v *view, park, inner segment.Span) bool {
	text := v.text[inner.Start:inner.End]
	w := v.next(inner.Start)
	return p.f.isDivision(text) || w != nil && w.End == inner.End && w.pos == "ns" ||
		p.f.names.holds(v.text[park.Start:park.End]+text+"片区", "park")
}

// add records a candidate of sentence v.
func (p *page) add(v *view, c candidate) {
	v.cands = append(v.cands, len(p.cands))
	p.cands = append(p.cands, c)
}

// endingAt returns the longest candidate of v that ends at off, or nil; guarded
// ones only when asked for.
func (p *page) endingAt(v *view, off int, guarded bool) *candidate {
	var best *candidate
	for _, i := range v.cands {
		c := &p.cands[i]
		if c.span.End == off && (!c.guard || guarded && c.rank <= rankName) && (best == nil || c.span.Start < best.span.Start) {
			best = c
		}
	}
	return best
}

// minGlued is the length in bytes from which a dictionary name may end inside a
// word, where the cut has glued its end to what follows.
const minGlued = 4 * 3

// dictionary proposes the names that the dictionaries have at the words of v.
func (p *page) dictionary(v *view) {
	for _, h := range p.hits {
		if h.sureLen > 0 {
			p.addName(v, h.start, h.sureLen, h.sure)
		}
		if h.guardedLen > h.sureLen {
			p.addName(v, h.start, h.guardedLen, h.guarded)
		}
	}
}

// addName proposes the dictionary entry id, n bytes long, at start.
func (p *page) addName(v *view, start, n int, id nameID) {
	text := v.text[start : start+n]
	if strings.HasPrefix(v.text[start+n:v.span.End], "有限") && p.f.rules.suffixAt(text, 0, n) != nil {
		return // 星河|光电股份|有限公司: the ending finds the whole
	}
	if w := v.word(start + n); w != nil && p.f.rules.cues[v.text[start+n:w.End]]&(cueRunOn|cuePerson) == cueRunOn && p.f.rules.suffixAt(text, 0, n) != nil {
		return // 美国银行|界
	}
	if p.straddles(v, text, start+n) {
		return
	}
	if c, ok := strings.CutSuffix(text, "政府"); ok && p.f.rules.cues[c]&cueCountry != 0 {
		return // news says 美国政府 for the country itself
	}
	typ, subtype, guarded := p.f.names.kind(id)
	rank := rankName
	guarded = guarded && !p.plain(v, start, start+n) || n <= 2*3 && v.named(start) && (typ == "company" || v.titledBefore(start)) || typ == "company" && v.middleDot(start, start+n)
	if id.own() {
		rank, guarded = rankOwn, false
	} else if typ == "company" && v.shareLetter(start+n) {
		n++ // 万科|A
	}
	if w := v.word(start + n); typ == "company" && !id.own() && w != nil && w.Start < start+n && w.is(cueIndustry) {
		n = w.End - start // 拓日新能|源
	}
	if whole, ok := after(v.text[:v.span.End], start+n, "公司"); ok && typ == "company" && !id.own() && strings.HasSuffix(text, "集团") {
		n = whole - start // 国家电力投资集团|公司
	}
	c := candidate{
		sentence: v.index, span: segment.Span{Start: start, End: start + n}, typ: typ, subtype: subtype,
		rank: rank, guard: guarded, entry: id, unread: true,
	}
	if w := v.prev(start); subtype == "media" && w != nil && w.shape == shapePlace && strings.HasSuffix(text, "报") && !id.own() {
		// 四川|工人日报 is another paper. Its entry says of which kind.
		c.span.Start, c.name, c.rule, c.unread = w.Start, v.text[w.Start:start+n], p.entry(id).rule, false
	}
	if w := v.prev(start); typ == "company" && !id.own() && (subtype == "foreign" || subtype == "short") && w != nil && p.localFirm(v, w, start, start+n) {
		if guarded {
			p.add(v, c) // which may be borne out where the longer one is not
		}
		c.span.Start, c.name, c.rule, c.unread, c.placed = w.Start, v.text[w.Start:start+n], p.entry(id).rule, false, start-w.Start
	}
	p.add(v, c)
}

// localFirm reports whether the word w in front of a brand, the text from start to end, is a city or a
// province by which a firm there is called (合肥|三洋, but not 烟台|苹果): nothing stands in front that w
// could go with, and the firm does something.
func (p *page) localFirm(v *view, w *word, start, end int) bool {
	before, brand, next := v.prev(w.Start), v.next(start), v.next(end)
	switch {
	case w.shape != shapePlace || w.is(cueCountry|cueLand) || strings.HasSuffix(w.text, "县") || !p.f.isDivision(w.text),
		before != nil && (before.shape != shapePunct || listSigns[before.text]),
		brand == nil || brand.End == end && brand.pos == "n",
		next == nil || next.Start != end || next.shape == shapePunct || next.is(cueFunction|cueSite):
		return false
	}
	return true
}

// straddles reports whether the end of text and what the cut has at off behind it
// are a word of their own that only ends like a name: 北大医疗|队.
func (p *page) straddles(v *view, text string, off int) bool {
	w := v.word(off)
	if w != nil && w.Start < off {
		return utf8.RuneCountInString(v.text[off:w.End]) == 1 && p.f.notName(w.text) // 北大|医疗队
	}
	return w != nil && w.runes() == 1 && w.shape != shapePunct && p.f.notName(v.text[off-len(lastChars(text, 2)):w.End])
}

// fullName returns the fullest form of c known. It reads the entry of the
// dictionary only now: most candidates never need it.
func (p *page) fullName(c *candidate) string {
	if c.unread {
		e := p.entry(c.entry)
		c.name, c.rule, c.unread = e.full, e.rule, false
	}
	if c.name == "" {
		return p.text(c)
	}
	return c.name
}

// entry reads an entry of the dictionaries, once.
func (p *page) entry(id nameID) *name {
	e := p.entries[id]
	if e == nil {
		n := p.f.names.name(id)
		e = &n
		if p.entries != nil {
			p.entries[id] = e
		}
	}
	return e
}

// plain reports whether a guarded name stands here as a word of its own that is
// no other: not one syllable of a foreign name (A·B).
func (p *page) plain(v *view, start, end int) bool {
	return v.endsWord(end) && p.coined(v.text[start:end]) && !v.dotted(start, end) && !foreignPart(v.prev(start)) && !foreignPart(v.next(end))
}

// coined reports whether a guarded name is a word of no other kind, looking it up once.
func (p *page) coined(text string) bool {
	is, ok := p.coinages[text]
	if !ok {
		is = p.f.rules.coined(text)
		if p.coinages != nil {
			p.coinages[strings.Clone(text)] = is
		}
	}
	return is
}

// named reports whether a family name stands alone right before off, so that what
// begins there is most likely a given name (许|传音).
func (v *view) named(off int) bool {
	w := v.prev(off)
	return w != nil && w.is(cueSurname) && w.shape == shapeSingle && !w.is(cueGeneric)
}

// titledBefore reports whether what somebody is called stands in front of the family name
// right before off (董事长|何|清华).
func (v *view) titledBefore(off int) bool {
	name := v.prev(off)
	if name == nil {
		return false
	}
	w := v.prev(name.Start)
	return w != nil && w.is(cueTitle|cuePerson)
}

// middleDot reports whether the text from start to end is part of the name of a
// foreigner (萨洛蒙·梅尔根).
func (v *view) middleDot(start, end int) bool {
	return strings.HasSuffix(v.text[v.span.Start:start], "·") || strings.HasPrefix(v.text[end:v.span.End], "·")
}

// foreignPart reports whether w may be a piece of a foreign name.
func foreignPart(w *word) bool {
	return w != nil && (w.shape == shapeSingle && (w.pos == "nr" || w.pos == "zg" || w.pos == "x") || w.shape == shapeProper && strings.HasPrefix(w.pos, "nr"))
}

// dotted reports whether a middle dot joins the text from start to end to what
// stands beside it.
func (v *view) dotted(start, end int) bool {
	for _, dot := range [...]string{"·", "・", "—", "－", "-"} {
		if strings.HasSuffix(v.text[v.span.Start:start], dot) || strings.HasPrefix(v.text[end:v.span.End], dot) {
			return true
		}
	}
	return false
}
