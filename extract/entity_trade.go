package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// A brand is the stretch of words in front of a trade word or a title that may
// be the name of a company.
type brand struct {
	start int
	runes int
	sure  bool // it is made of unknown, proper or Latin words
	name  bool // it may be the name of a person
}

// maxBrand bounds a brand in characters.
const maxBrand = 5

// brandWords is a brand that grows to the left, with what speaks for it.
type brandWords struct {
	brand
	rare    int  // how much its words look like a name and nothing else
	singles int  // its words of one character
	verbs   int  // those of them that may be verbs
	placed  bool // it begins with a place
}

// add takes w in.
func (b *brandWords) add(w *word) { b.start, b.runes = w.Start, b.runes+w.runes() }

// brandBefore returns the brand that ends at end. ok is false when there is none.
func (p *page) brandBefore(v *view, end int) (b brand, ok bool) {
	ws := brandWords{brand: brand{start: end}}
	for more := true; more; {
		w := v.prev(ws.start)
		if w == nil || ws.runes+w.runes() > maxBrand && w.shape != shapeLatin {
			break
		}
		if more, ok = ws.grow(v, w); !ok {
			return ws.brand, false
		}
	}
	if ws.runes < 2 || ws.verbs == ws.runes || !v.clean(ws.start) || !p.brandable(v, ws.start, end) {
		return ws.brand, false
	}
	ws.sure = ws.rare >= 2 || ws.rare+ws.singles >= 3
	if w := v.next(ws.start); w != nil && ws.runes <= 3 && !ws.placed {
		if c := p.f.rules.cues[firstChar(w.text)]; c&cueSurname != 0 && !p.f.isPlace(w.text) {
			ws.name = true
		}
		ws.name = ws.name || w.pos == "nr" && w.End == end // a person whom gse knows
	}
	return ws.brand, true
}

// grow takes w, the word in front of b, into it if it may be a part. more is false
// where the brand begins, and ok where it is none.
func (b *brandWords) grow(v *view, w *word) (more, ok bool) {
	switch w.shape {
	case shapeSingle:
		if w.is(cueGeneric) && w.runes() == 1 && b.runes == 0 {
			return false, false
		}
		b.singles++
		if strings.HasPrefix(w.pos, "v") {
			b.verbs++
		}
		if rarePOS[w.pos] {
			b.rare++
		}
	case shapeProper, shapeLatin:
		if w.pos == "nt" || w.pos == "j" || w.is(cueNotEnd) {
			return false, false
		}
		if b.runes > 0 && w.runes() > 2 && w.pos != "nr" {
			return false, true
		}
		b.rare += 2
		b.name = b.name || w.pos == "nr" && w.runes() > 1
	case shapeFunction:
		if b.runes > 0 || !v.lastOfBrand(w) {
			return false, true
		}
	case shapeAbroad:
		b.rare++
	case shapePlace:
		if b.runes >= 2 && v.clean(w.Start) {
			b.add(w) // 美国惠普
			b.rare++
			b.name, b.placed = false, true
		} else if b.runes == 0 {
			b.add(w)
		}
		return false, true
	case shapeNoun:
		if b.runes == 0 && w.runes() <= 2 && !w.is(cueGeneric|cueStop|cueTrade|cueIndustry|cueInside) {
			b.add(w)
		}
		return false, true
	default:
		return false, true
	}
	b.add(w)
	return true, true
}

// lastOfBrand reports whether w is a function character that ends brands, behind
// two characters of one (垚|芯|达).
func (v *view) lastOfBrand(w *word) bool {
	a := v.prev(w.Start)
	if a == nil || a.shape != shapeSingle || !v.inBrand(w) || !strings.Contains("达能可正同", w.text) {
		return false
	}
	b := v.prev(a.Start)
	return b != nil && b.shape == shapeSingle
}

// brandable reports whether the words from start to end may be a brand: they are
// no phrase, begin with no division that the cut does not know, and are not countries
// alone (中美).
func (p *page) brandable(v *view, start, end int) bool {
	text := v.text[start:end]
	if p.f.rules.cues[lastChars(text, 1)]&cueNotBrand != 0 || p.f.notName(text) {
		return false
	}
	lands := true
	for off := start; off < end; {
		w := v.next(off)
		if w == nil || w.is(cueCompany|cueHead|cueTitle) {
			return false
		}
		lands = lands && w.is(cueLand|cueCountry)
		off = w.End
		if off-start >= len("开州区") && p.f.isPlace(v.text[start:off]) {
			return false // 开|州|区|共签约
		}
	}
	return !lands
}

// firstChar returns the first character of s.
func firstChar(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

// rarePOS are the tags of single characters that hardly stand alone in a phrase.
var rarePOS = map[string]bool{"x": true, "zg": true, "g": true, "ng": true, "ag": true, "vg": true, "nr": true, "nz": true, "j": true, "n": true, "ns": true, "nrt": true}

// trades proposes companies named by a brand and its trades (沃森生物).
func (p *page) trades(v *view) {
	if v.cues&cueIndustry == 0 && v.marks&markTrade == 0 {
		return
	}
	for i := 0; i < len(v.words); i++ {
		w := &v.words[i]
		if !w.is(cueIndustry) || v.finding(w) || w.is(cueGrade) && v.titled(w.Start) {
			p.placeTrade(v, w)
			continue
		}
		start, end, strong := w.Start, w.End, w.is(cueStrong)
		rule := p.f.rules.industry[w.text]
		for i+1 < len(v.words) && v.words[i+1].Start == end && v.words[i+1].is(cueIndustry) && !v.finding(&v.words[i+1]) && !v.does(&v.words[i+1]) && !(v.words[i+1].is(cueGrade) && v.titled(end)) {
			i++
			end, strong = v.words[i].End, strong || v.words[i].is(cueStrong)
			rule = p.f.rules.industry[v.words[i].text]
		}
		tail := v.tailClean(end)
		if !tail && !v.words[i].is(cueNamesOnly) {
			continue
		}
		if c := p.houseBefore(v, start); c != nil {
			if tail {
				p.grow(v, c, &v.words[i], strong)
			}
			continue
		}
		b, ok := p.brandBefore(v, start)
		if !ok || !tail && (!b.sure || b.runes > 3) || v.fields(end) || !p.free(v, segment.Span{Start: b.start, End: start}) {
			continue
		}
		p.add(v, candidate{
			sentence: v.index, span: segment.Span{Start: b.start, End: end}, typ: "company", subtype: "short",
			rule: rule, rank: rankTrade, guard: !b.sure || !strong,
		})
	}
}

// placeTrade proposes a place and its trade that the cut has as one word
// (昆明制药), which needs evidence.
func (p *page) placeTrade(v *view, w *word) {
	if w.marks&markTrade == 0 || !v.tailClean(w.End) {
		return
	}
	front, _ := p.f.trimTrade(w.text)
	p.add(v, candidate{
		sentence: v.index, span: w.Span, typ: "company", subtype: "short",
		rule: p.f.rules.industry[w.text[len(front):]], rank: rankTrade, guard: true,
	})
}

// tailClean reports whether a company may end at off: no noun goes on with it.
func (v *view) tailClean(off int) bool {
	w := v.next(off)
	if w != nil && w.text == "用" {
		n := v.next(w.End)
		return n == nil || n.shape != shapeSingle // 包钢风电|用|钢
	}
	return w == nil || w.shape <= shapeNumber || w.shape == shapeSingle && strings.HasPrefix(w.pos, "v") || w.is(cueTitle|cueAct|cueAgent|cueCompany) || v.finding(w) || v.titled(off)
}

// fields reports whether a list goes on at off, or ends there, that 等 and a noun
// for industries close: 具身智能、量子信息等领域.
func (v *view) fields(off int) bool {
	const far = 12
	for range far {
		w := v.next(off)
		if w == nil {
			return false
		}
		if w.text == "等" {
			n := v.next(w.End)
			for n != nil && (n.shape == shapeNumber || n.is(cueGeneric) || n.runes() == 1) {
				n = v.next(n.End)
			}
			return n != nil && n.is(cueField)
		}
		if w.shape <= shapeStop && !listSigns[w.text] {
			return false
		}
		off = w.End
	}
	return false
}

// does reports whether w, which may be a trade, is what somebody does with the number or the noun
// behind it (青禾药业|投资9亿元, 恒昌科技|投资的总部).
func (v *view) does(w *word) bool {
	n := v.next(w.End)
	return strings.HasPrefix(w.pos, "v") && n != nil && (n.shape == shapeNumber || n.shape == shapeLatin && digitAt(n.text, 0) || n.text == "的")
}

// finding reports whether w is the data of somebody that show something.
func (v *view) finding(w *word) bool {
	n := v.next(w.End)
	return w.text == "数据" && n != nil && (n.text == "显示" || n.text == "表明")
}

// pacts proposes the partner in an agreement: 与X签订, 和X共同.
func (p *page) pacts(v *view) {
	if v.cues&cuePact == 0 {
		return
	}
	for i := range v.words {
		w := &v.words[i]
		if !w.is(cuePact) {
			continue
		}
		b, ok := p.brandBefore(v, w.Start)
		if !ok || !b.sure || b.name || !p.free(v, segment.Span{Start: b.start, End: w.Start}) {
			continue
		}
		if with := v.prev(b.start); with == nil || with.text != "与" && with.text != "和" && with.text != "同" || v.person(with.Start) {
			continue
		}
		p.add(v, candidate{
			sentence: v.index, span: segment.Span{Start: b.start, End: w.Start}, typ: "company", subtype: "short",
			rule: p.f.rules.rules[w.text], rank: rankContext,
		})
	}
}

// coined reports whether the cut knows nothing of what stands from start to end:
// three single characters or more, none of which is short for a country.
func (v *view) coined(start, end int) bool {
	n := 0
	for off := start; off < end; n++ {
		w := v.next(off)
		if w == nil || w.shape != shapeSingle || w.is(cueLand) {
			return false
		}
		off = w.End
	}
	return n >= 3
}

// person reports whether a person stands right before off: 总理同X共同主持.
func (v *view) person(off int) bool {
	w := v.prev(off)
	return w != nil && (strings.HasPrefix(w.pos, "nr") || w.is(cuePerson|cueTitle) || w.shape == shapeStop && w.is(cueStop))
}

// context proposes companies by the words behind them: titles (X董事长) and what
// only companies do (X聘请).
func (p *page) context(v *view) {
	if v.cues&(cueTitle|cueSole|cueAct) == 0 {
		return
	}
	for i := range v.words {
		w := &v.words[i]
		if !w.is(cueTitle | cueSole | cueAct) {
			continue
		}
		end := v.titleStart(w)
		b, ok := p.brandBefore(v, end)
		if !ok || !w.is(cueTitle|cueSole) && (w.is(cueAgent) || !v.coined(b.start, end)) || !b.sure || b.name || !p.free(v, segment.Span{Start: b.start, End: end}) {
			continue
		}
		p.add(v, candidate{
			sentence: v.index, span: segment.Span{Start: b.start, End: end}, typ: "company", subtype: "short",
			rule: p.f.rules.rules[w.text], rank: rankContext,
		})
	}
}

// sites proposes the news site whose name ends in 网, behind 来源: or in front of what says that it
// reports (前瞻网|记者, 玉溪网|讯).
func (p *page) sites(v *view) {
	const longest = 8 // characters of the name
	for i := range v.words {
		w := &v.words[i]
		glued := w.text == "网讯"
		if !glued && !strings.HasSuffix(w.text, "网") {
			continue
		}
		end := w.End
		if glued {
			end = w.Start + len("网")
		}
		from := i
		for from > 0 && i-from <= longest && v.words[from-1].End == v.words[from].Start && v.words[from-1].shape > shapePunct && v.words[from-1].text != "据" {
			from--
		}
		sp := segment.Span{Start: v.words[from].Start, End: end}
		name, ahead := v.text[sp.Start:sp.End], strings.TrimRight(v.text[:sp.Start], " ")
		if size := utf8.RuneCountInString(name); size < 3 || size > longest || strings.HasSuffix(name, "官网") || strings.HasSuffix(name, "互联网") {
			continue
		}
		n := v.next(end)
		tells := glued || n != nil && n.is(cuePress) || strings.HasSuffix(ahead, "来源:") || strings.HasSuffix(ahead, "来源：")
		if !tells || p.f.notName(name) || !p.free(v, sp) {
			continue
		}
		p.add(v, candidate{
			sentence: v.index, span: sp, typ: "institution", subtype: "media",
			rule: p.f.rules.rules["记者"], rank: rankContext,
		})
	}
}
