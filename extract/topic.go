package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// topic is whom the text is talking about at some point.
type topic struct {
	text  string
	typ   string // type of the entity; empty for a place, a person or a noun
	link  string // which rule of links.txt found it
	group bool   // it speaks for its own sentence only: several names side by side, or a noun
}

// by returns t as found by another rule.
func (t topic) by(link string) topic {
	t.link = link
	return t
}

// topics finds for every clause whom it is about, and carries the topic on.
func (v *passage) topics() {
	// A text about a place or a park comes back to it with every sentence; one about
	// a company keeps to whom it spoke of last.
	if v.main.text != "" && (v.main.typ == "" || v.main.typ == "park" || v.names(v.i, v.main)) {
		v.topic = v.main.by("carried")
	}
	current := v.topic
	for j, c := range v.clauses {
		if v.cites(c) {
			v.topic = v.main.by("carried") // what a source says need not be about whom the text spoke of
			current = v.topic
		}
		if strings.HasPrefix(v.s.block.Text[c.Start:c.End], "作为") && j+1 < len(v.clauses) {
			c = v.clauses[j+1] // 作为西部城市,|重庆…
		}
		if t, ok := v.opener(c); ok {
			current = t
			if v.s.block.Kind != segment.Caption && !t.group {
				v.topic = t.by("carried")
			}
		}
		v.subjects[j] = current
		current = current.by("carried")
		v.remember(c)
		if ms := v.mentionsIn(c); len(ms) == 1 && v.opens("citing", c.Start) {
			v.cited = v.about(ms[0], "referent")
		}
		if t, ok := v.pivot(c); ok {
			current = t
		}
	}
}

// remember keeps the names of clause c for the words that refer back to them.
func (v *passage) remember(c segment.Span) {
	companied := false
	for _, m := range v.mentionsIn(c) {
		if v.source(m, c) {
			continue
		}
		t := v.about(m, "referent")
		switch {
		case m.typ == "park":
			v.park = t
		case m.typ == "company":
			if with := v.ends("beside", v.s.block.Text[c.Start:m.span.Start]); !with || !companied {
				v.company, v.companyAt = t, v.i // 公司 is not B behind A与B
			}
			companied = true
			if v.shareholds(c.Start, m.span.Start) {
				v.shareholder = t
			}
		case m.subtype == "university" || m.subtype == "research" || m.subtype == "hospital":
			v.school = t
		}
	}
}

// referent returns what a word of a class of anaphors (园区, 该公司, 该校, 其)
// stands for. A park is the article's own if that is about one.
func (v *passage) referent(class string) topic {
	switch class {
	case "park":
		switch {
		case v.main.typ != "park" && v.park.text != "":
			return v.park
		case v.main.text == "" && v.isPlace(v.topic.text):
			return v.topic.by("referent") // 在内蒙古,|全区…
		}
		return v.main.by("referent")
	case "company":
		return v.company
	case "listed company":
		return v.main.by("referent")
	case "own company":
		if v.main.typ == "company" && v.companyAt != v.i {
			return v.main.by("referent") // the sentence names no other
		}
		return v.company
	case "school":
		return v.school
	case "shareholder":
		return v.shareholder
	case "person":
		return v.who
	}
	if v.cited.text != "" {
		return v.cited // 根据X的年报,其收入…
	}
	return v.topic.by("referent")
}

// opener returns the entity or place that clause c opens with, behind words
// that lead in. Several names side by side are one subject as they stand.
func (v *passage) opener(c segment.Span) (topic, bool) {
	for k := v.tokenIndex(c.Start); k < len(v.s.tokens) && v.s.tokens[k].Start < c.End; k++ {
		t := v.s.tokens[k]
		if t.Start < c.Start {
			continue
		}
		if v.handles(t) {
			return topic{}, false
		}
		if p, ok := v.gluedPlace(t, c); ok {
			return p, true
		}
		if v.is("scene", v.s.block.Text[t.Start:t.End]) && !v.placeAt(t.End) {
			if m, ok := v.qualified(k, c); ok {
				t := v.about(m, "opener")
				t.group = true
				return t, true
			}
		}
		if m, ok := v.mentionAt(t.Start); ok {
			return v.opened(m, c)
		}
		if word, _, ok := v.words["appositive"].prefix(v.s.block.Text[t.Start:c.End]); ok {
			if m, ok := v.mentionAt(t.Start + len(word)); ok {
				return v.opened(m, c) // 控股股东|X
			}
		}
		if s, ok := v.scene(t, c); ok {
			v.staged = true
			return s, true
		}
		if ref, ok := v.refers(segment.Span{Start: t.Start, End: v.s.span.End}, t.Len()); ok {
			if name, end := v.called(t.End, c); name != "" {
				return v.acted(name, end, c), true // 他叫|麦欧文
			}
			if m, ok := v.mentionAt(v.ownedAt(t.End)); ok {
				return v.about(m, "opener"), true // 集团旗下的|X
			}
			return ref, true
		}
		if m, ok := v.parkOf(t); ok {
			return v.about(m, "referent"), true
		}
		if p, ok := v.places(t); ok {
			// 美国|惠普: a place in front of a name says where it is from.
			if m, ok := v.mentionAt(t.Start + len(p.text)); ok {
				return v.enumeration(m, c)
			}
			return v.fromPlace(k, p, c)
		}
		if noun := v.frequent(t, c); noun != "" {
			return topic{text: noun, link: "noun", group: true}, true
		}
		if name, end := v.roled(k, c.End); name != "" {
			return v.acted(name, end, c), true
		}
		if v.leadsIn(t) || v.timeAt(t.Start) || v.locates(t, c) || v.speaksOf(t, c) || t.POS == "uj" && v.timeAt(t.Start-1) {
			continue // 今天的|西藏
		}
		if m, ok := v.qualified(k, c); ok {
			return v.opened(m, c)
		}
		if t, ok := v.describedPerson(k, c); ok {
			return t, true
		}
		if t, ok := v.agent(k, c); ok {
			return t, true
		}
		return v.relativized(k, c)
	}
	return topic{}, false
}

// fromPlace returns the topic of clause c, which opens with place p at token k: a
// person or noun that comes from there and acts (银川|一家门店店长王钰芳, 中国|企业), or p.
func (v *passage) fromPlace(k int, p topic, c segment.Span) (topic, bool) {
	start := v.s.tokens[k].Start
	if np, ok := v.acting(k, c); ok && start+len(p.text) < np.End {
		t := v.noun(np)
		t.group = false // as good as a name
		return t, true
	}
	next, of := after(v.s.block.Text[:c.End], start+len(p.text), "的")
	if of {
		if before := v.tokenAt(start - 1); v.is("describing", v.s.block.Text[before.Start:before.End]) && before.End == start {
			if t, ok := v.behindDescription(v.tokenIndex(next), c); ok {
				return t, true // 位于大邑县的|博物馆群
			}
		}
		if name := v.surnamedAt(next); name != "" && v.actor(name, next+len(name), c.End) {
			return v.acted(name, next+len(name), c), true
		}
	}
	if name, end := v.roled(k, c.End); name != "" && end > start+len(p.text)+len(name) {
		return v.acted(name, end, c), true
	}
	if q, ok := v.quantityOver(start + len(p.text)); v.staged && ok && q.kind == "count" && q.span.Start == start+len(p.text) {
		return topic{}, false // 在产业园,北京|10家企业入驻
	}
	return p, true
}

// acted returns the person, whose name ends at byte end of clause c, as its topic.
func (v *passage) acted(name string, end int, c segment.Span) topic {
	v.named[v.clauseIndex(c.Start)] = end
	v.who = topic{text: v.s.block.Text[end-len(name) : v.entourage(end)], link: "referent", group: true}
	return v.who.by("actor")
}

// handles reports whether t marks what stands behind it as the object (把|X|建成,
// but not 将|建成X).
func (v *passage) handles(t segment.Token) bool {
	word := v.s.block.Text[t.Start:t.End]
	if word == "将" {
		next := v.tokenAt(t.End)
		return next.Start == t.End && (nounTag(next.POS) && next.POS != "vn" || next.POS == "r" || next.POS == "a" || next.POS == "b")
	}
	return v.is("handler", word)
}

// parkOf returns the park that the article names after the words from t on (慈湖
// for 慈湖高新区), unless they are a place.
func (v *passage) parkOf(t segment.Token) (mention, bool) {
	k := v.tokenIndex(t.Start)
	for n := 0; n < nounWords && k+n < len(v.s.tokens); n++ {
		word := v.s.block.Text[t.Start:v.s.tokens[k+n].End]
		if m, ok := v.parks[word]; ok && !v.isPlace(word) && m.before(v.i, t.Start) {
			return m, true
		}
	}
	return mention{}, false
}

// before reports whether m stands before byte i of a sentence.
func (m mention) before(sentence, i int) bool {
	return m.sentence < sentence || m.sentence == sentence && m.span.Start < i
}

// qualified returns the entity that clause c, from token k on, first describes and
// then lets act (专注显示的|X|攻关技术).
func (v *passage) qualified(k int, c segment.Span) (mention, bool) {
	text := v.s.block.Text
	for _, m := range v.mentionsIn(segment.Span{Start: v.s.tokens[k].Start, End: c.End}) {
		if !strings.HasSuffix(text[c.Start:m.span.Start], "的") {
			continue
		}
		if v.acts(m.span.End, c.End) || m.span.End == c.End && v.is("scene", text[v.s.tokens[k].Start:v.s.tokens[k].End]) {
			return m, true
		}
	}
	return mention{}, false
}

// shareholds reports whether text[from:to] ends in a word for the shareholder that is
// named behind it.
func (v *passage) shareholds(from, to int) bool {
	_, class, ok := v.anaphors.suffix(v.s.block.Text[from:to])
	return ok && class == "shareholder"
}

// opened returns the topic of clause c, which opens with mention m.
func (v *passage) opened(m mention, c segment.Span) (topic, bool) {
	if v.source(m, c) {
		return topic{}, false
	}
	// 新区 by itself is marked as a name, but says no more than the word.
	if ref, ok := v.refers(m.span, m.span.Len()); ok {
		return ref, true
	}
	owned := v.owned(m)
	if word, class, ok := v.anaphors.prefix(v.s.block.Text[m.span.End:max(c.End, m.span.End)]); ok && class == "shareholder" && owned.span == m.span {
		return v.refers(segment.Span{Start: m.span.End, End: c.End}, len(word)) // X|控股股东
	}
	return v.enumeration(owned, c)
}

// refers returns what the word at the head of sp, of at least so many bytes, stands
// for when it refers to a name before it.
func (v *passage) refers(sp segment.Span, size int) (topic, bool) {
	word, class, ok := v.anaphors.prefix(v.s.block.Text[sp.Start:sp.End])
	if !ok || len(word) < size || !v.boundary(sp.Start+len(word)) {
		return topic{}, false // 该行|业
	}
	ref := v.referent(class)
	if word == v.main.text {
		ref = v.main.by("referent") // any or all of them
	}
	if ref.text == "" && class != "topic" && class != "person" {
		ref = topic{text: word, typ: strings.TrimPrefix(class, "own "), link: "referent"} // nobody was named
	}
	return ref, ref.text != ""
}

// How often an article must use a noun, and how long that must be, before a
// clause that opens with it counts as being about it. Shorter nouns are mostly
// the head of a compound.
const (
	oftenNoun = 6
	longNoun  = len("三个字")
	nounWords = 3 // at most so many tokens make such a noun
	// It is enough to count in the first blocks, and to the first bytes of each:
	// an article keeps to its topic, and its length must not be paid twice.
	manyBlocks = 200
	manyBytes  = 4096
)

// frequent returns the noun that starts with t when the article keeps talking
// about it, else "".
func (v *passage) frequent(t segment.Token, c segment.Span) string {
	text := v.s.block.Text
	best, k := "", v.tokenIndex(t.Start)
	for n := 0; n < nounWords && k+n < len(v.s.tokens); n++ {
		u := v.s.tokens[k+n]
		if u.End > c.End || u.POS != "n" && u.POS != "nz" && u.POS != "x" && u.POS != "vn" && u.POS != "ng" {
			break
		}
		if noun := text[t.Start:u.End]; len(noun) >= longNoun && v.uses(noun) >= oftenNoun {
			best = noun
		}
	}
	return best
}

// uses counts how often the article holds s.
func (k *linking) uses(s string) int {
	if n, ok := k.nouns[s]; ok {
		return n
	}
	n := 0
	for i := range k.a.Blocks[:min(len(k.a.Blocks), manyBlocks)] {
		text := k.a.Blocks[i].Text
		n += countHan(text[:min(len(text), manyBytes)], s)
	}
	k.nouns[s] = n
	return n
}

// leadsIn reports whether t may stand before a subject: punctuation, a time, an
// adverb, or one of the lead-in words.
func (v *passage) leadsIn(t segment.Token) bool {
	word := v.s.block.Text[t.Start:t.End]
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsPunct(r) || unicode.IsSpace(r) || unicode.IsDigit(r) {
		return true
	}
	return v.is("leadin", word) || strings.HasPrefix(t.POS, "t") && !v.is("nominal", word) || strings.HasPrefix(t.POS, "m") || t.POS == "d" || t.POS == "c"
}

// locates reports whether t is a preposition or verb that names the scene (在,
// 走进): the place behind it is the topic of a text that has none, and of one that
// is about a place when it stands alone in clause c (在涪陵,…).
func (v *passage) locates(t segment.Token, c segment.Span) bool {
	text := v.s.block.Text
	if !v.is("scene", text[t.Start:t.End]) {
		return false
	}
	if v.main.text == "" || v.main.typ != "" {
		return v.main.text == ""
	}
	if m, ok := v.mentionAt(t.End); ok && m.span.End == c.End {
		return true
	}
	p, ok := v.places(segment.Token{Span: segment.Span{Start: t.End, End: t.End}})
	if ok && v.still(t.End+len(p.text), c.End) {
		return true
	}
	return v.parks[text[t.End:c.End]].name != ""
}

// gluedPlace returns the place behind 在 when gse takes that for a part of the word
// (在内|蒙古) and the text is about nobody else.
func (v *passage) gluedPlace(t segment.Token, c segment.Span) (topic, bool) {
	at, ok := after(v.s.block.Text[:c.End], t.Start, "在")
	if !ok || at >= t.End || v.main.text != "" && v.main.typ != "" {
		return topic{}, false
	}
	p, ok := v.places(segment.Token{Span: segment.Span{Start: at, End: at}})
	return p, ok && at+len(p.text) > t.End && (v.main.text == "" || at+len(p.text) == c.End)
}

// scene returns whom a clause names that says no more than where the text is set
// (在渤海湾畔的这家钢铁企业,…; 在柠檬主产地潼南,…); t is its first word. A text about
// a company or a park goes on about that.
func (v *passage) scene(t segment.Token, c segment.Span) (topic, bool) {
	text := v.s.block.Text
	if v.main.typ != "" || !v.is("staging", text[t.Start:t.End]) || t.End >= c.End {
		return topic{}, false
	}
	c.End = c.Start + len(strings.TrimSuffix(text[c.Start:c.End], "时"))
	if text[t.Start:t.End] != "在" && !strings.Contains(text[t.End:c.End], "这") {
		return topic{}, false // 走进X镇的产业园 goes on about X
	}
	if at := strings.LastIndex(text[t.End:c.End], "这"); at >= 0 {
		if p, ok := v.pointedAt(t.End+at, c.End); ok {
			return p, true
		}
	}
	var place topic
	for k := v.tokenIndex(t.End); k < len(v.s.tokens) && v.s.tokens[k].Start < c.End; k++ {
		u := v.s.tokens[k]
		m, named := v.mentionAt(u.Start)
		if named && m.span.End == c.End {
			return v.about(m, "opener"), true
		}
		if p, ok := v.places(u); ok && !named && u.Start+len(p.text) == c.End && place.text == "" {
			place = p
		}
		if !v.nominal(u) && !v.inner(u) && u.POS != "r" || v.quantityAt(u.Start) || v.timeAt(u.Start) {
			return topic{}, false
		}
	}
	if place.text != "" {
		return place, v.main.text != ""
	}
	np := v.nounPhrase(v.tokenIndex(t.End), c.End)
	if at := strings.LastIndex(text[np.Start:np.End], "的"); at > 0 {
		np.Start += at + len("的")
	}
	if m, ok := v.mentionOver(np.Start - 1); ok && np.Start > t.End {
		np.Start = m.span.Start // 渤海新区|生物医药产业园
	}
	if np.End == c.End && v.ends("actor", text[np.Start:np.End]) && !v.is("actor", text[np.Start:np.End]) {
		return v.noun(np), true
	}
	return topic{}, false
}

// pointedAt returns the noun that 这 at byte i points at, up to byte end (这座|刚刚投产的
// 加工中心).
func (v *passage) pointedAt(i, end int) (topic, bool) {
	if at := strings.LastIndex(v.s.block.Text[i:end], "的"); at >= 0 {
		i += at
	}
	np, _ := v.phrase(i, end)
	if np.End != end || utf8.RuneCountInString(v.s.block.Text[np.Start:np.End]) < 2 || v.is("actor", v.s.block.Text[np.Start:np.End]) || v.holdsName(np) {
		return topic{}, false
	}
	return v.noun(np), true
}

// speaksOf reports whether t opens a clause that says of whom the text goes on to
// speak (对于|X来说).
func (v *passage) speaksOf(t segment.Token, c segment.Span) bool {
	return v.is("speaking", v.s.block.Text[t.Start:t.End]) && v.ends("spoken", v.s.block.Text[t.Start:c.End])
}

// still reports whether nothing happens from byte i, behind a place, to end: it is
// empty or goes on with 的 and a noun (在宁乡|的这家企业,…).
func (v *passage) still(i, end int) bool {
	if i >= end {
		return i == end
	}
	if !strings.HasPrefix(v.s.block.Text[i:end], "的") {
		return false
	}
	for k := v.tokenIndex(i) + 1; k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		if t := v.s.tokens[k]; !v.nominal(t) || v.quantityAt(t.Start) {
			return false
		}
	}
	return true
}

// source reports whether clause c only names m as the source of what follows
// (东兴证券预计,…).
func (v *passage) source(m mention, c segment.Span) bool {
	if v.ends("spoken", v.s.block.Text[m.span.Start:max(c.End, m.span.End)]) {
		return false // 对于X来说
	}
	return v.ends("reporting", strings.TrimRight(v.s.block.Text[m.span.End:max(c.End, m.span.End)], " “"))
}

// cites reports whether clause c opens with an entity that is only the source of
// what follows.
func (v *passage) cites(c segment.Span) bool {
	ms := v.mentionsIn(c)
	return len(ms) > 0 && strings.Trim(v.s.block.Text[c.Start:ms[0].span.Start], " 　而据") == "" && v.source(ms[0], c)
}

// owned returns the mention that m is only the owner of (X集团子公司|Y), else m.
func (v *passage) owned(m mention) mention {
	if n, ok := v.mentionAt(v.ownedAt(m.span.End)); ok {
		return n
	}
	return m
}

// ownedAt returns where what is owned begins when a word for that stands at byte i,
// or -1.
func (v *passage) ownedAt(i int) int {
	word, _, ok := v.words["owned"].prefix(v.s.block.Text[i:v.s.span.End])
	if !ok {
		return -1
	}
	return i + len(word)
}

// joined returns where the next member of a group starts when one of the words
// between members stands at byte i.
func (v *passage) joined(i int) (next int, ok bool) {
	word, _, ok := v.words["joiner"].prefix(v.s.block.Text[i:v.s.span.End])
	return i + len(word), ok
}

// enumeration returns the topic that m opens. Members of a group whose number
// is stated next (A、B等6家单位) are no subject: the clause is about whom the text
// was talking about.
func (v *passage) enumeration(m mention, c segment.Span) (topic, bool) {
	text := v.s.block.Text
	end, count := m.span.End, 1
	for {
		next, ok := v.joined(end)
		if !ok {
			break
		}
		n, ok := v.mentionAt(next)
		if !ok || n.span.End > c.End {
			break
		}
		end, count = n.span.End, count+1
	}
	if next, ok := after(text, end, "等"); (ok || count > 1) && v.counts(next) {
		if v.topic.text == "" {
			return v.about(m, "opener"), true // 网信办等|四部门 in a text about nobody
		}
		return v.topic, true
	}
	if count == 1 || count == 2 && strings.HasPrefix(text[m.span.End:], "与") && v.opensWith("agreeing", text[v.pastBracket(end):v.s.span.End]) {
		return v.about(m, "opener"), true // A与B|签订: B is the other side
	}
	return topic{text: text[m.span.Start:end], link: "opener", group: true}, true
}

// pastBracket returns the end of the bracket that stands at byte i, or i.
func (v *passage) pastBracket(i int) int {
	text := v.s.block.Text[i:v.s.span.End]
	for open, shut := range map[string]string{"(": ")", "（": "）"} {
		if at := strings.Index(text, shut); strings.HasPrefix(text, open) && at > 0 {
			return i + at + len(shut)
		}
	}
	return i
}

// counts reports whether a number of things stands at byte i, bounds aside.
func (v *passage) counts(i int) bool {
	q, ok := v.quantityOver(i)
	return ok && q.kind == "count" && q.span.Start >= i && v.tail(i, q.span.Start) == i
}

// pivot returns the entity that clause c makes act (带动X实现…).
func (v *passage) pivot(c segment.Span) (topic, bool) {
	text := v.s.block.Text
	for _, m := range v.mentionsIn(c) {
		if v.ends("pivot", text[c.Start:m.span.Start]) {
			return v.about(m, "pivot"), true
		}
	}
	for k := v.tokenIndex(c.Start) + 1; k < len(v.s.tokens) && v.s.tokens[k].Start < c.End; k++ {
		if t := v.s.tokens[k]; v.ends("pivot", text[c.Start:t.Start]) {
			if p, ok := v.places(t); ok && !p.group && strings.HasSuffix(p.text, "港") {
				return p.by("pivot"), true
			}
		}
	}
	return topic{}, false
}

// amountAt reports whether a quantity that is more than a bare number, such as
// the 5 of 5A, starts at byte i.
func (v *passage) amountAt(i int) bool {
	q, ok := v.quantityOver(i)
	return ok && q.span.Start == i && q.kind != "number"
}

// quantityAt reports whether a quantity starts at byte i.
func (v *passage) quantityAt(i int) bool {
	q, ok := v.quantityOver(i)
	return ok && q.span.Start == i
}
