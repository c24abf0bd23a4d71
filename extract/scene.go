package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// locates reports whether t is a preposition or verb that names the scene (在,
// 走进): the place behind it is the topic of a text that has none, and of one that
// is about a place when it stands alone in clause c (在涪陵,…).
func (v *passage) locates(t segment.Token, c segment.Span) bool {
	text := v.s.block.Text
	noun, _, _ := v.lists.of("nominal").prefix(text[t.Start:c.End])
	if !v.is("scene", text[t.Start:t.End]) || len(noun) > t.Len() {
		return false // 在孵|项目
	}
	if v.main.text == "" || v.main.typ != "" {
		return v.main.text == ""
	}
	if m, ok := v.mentionAt(t.End); ok && m.span.End == c.End {
		return true
	}
	p, ok := v.placesAt(t.End)
	if ok && v.still(t.End+len(p.text), c.End) {
		return true
	}
	return v.parks[text[t.End:c.End]].name != ""
}

// walkIn returns the company into whose rooms the reporter comes with clause c, whose first word
// is t, so that what follows is told of it (走进|X的生产车间, 在Y公司展厅里).
func (v *passage) walkIn(t segment.Token, c segment.Span) (mention, bool) {
	text := v.s.block.Text
	if !v.is("staging", text[t.Start:t.End]) || v.main.typ == "company" || t.End >= c.End {
		return mention{}, false
	}
	ms := v.mentionsIn(segment.Span{Start: t.End, End: c.End})
	if len(ms) == 0 {
		return mention{}, false
	}
	m := ms[len(ms)-1]
	if m.typ == "park" && m.span.End == c.End && v.main.typ == "park" && v.full(m) != v.main.text {
		return m, true // 在X产业园,|记者看到…
	}
	if m.typ != "company" {
		return mention{}, false
	}
	room := strings.TrimRight(text[m.span.End:c.End], "内里中上旁")
	for k := v.tokenIndex(m.span.End); k < len(v.s.tokens) && v.s.tokens[k].End <= m.span.End+len(room); k++ {
		if u := v.s.tokens[k]; u.POS != "uj" && !v.nominal(u) || v.quantityAt(u.Start) {
			return mention{}, false
		}
	}
	return m, v.ends("room", room) || room == "" && text[t.Start:t.End] != "在"
}

// gluedPlace returns the place behind 在 when gse takes that for a part of the word
// (在内|蒙古) and the text is about nobody else.
func (v *passage) gluedPlace(t segment.Token, c segment.Span) (topic, bool) {
	if end := v.timeEnd(t.Start); end > t.Start && end < t.End && end < c.End {
		return v.placesAt(end) // 2010|年长|沙市
	}
	at, ok := after(v.s.block.Text[:c.End], t.Start, "在")
	if !ok || at >= t.End || v.main.text != "" && v.main.typ != "" {
		return topic{}, false
	}
	p, ok := v.placesAt(at)
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
	if of := strings.LastIndex(text[t.End:c.End], "的"); of > 0 {
		at := t.End + of + len("的")
		if p, ok := v.placesAt(at); ok && at+len(p.text) == c.End {
			return p, true // 在被誉为“伞乡”的|浙江南阳,…
		}
	}
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
	if np.End != end || utf8.RuneCountInString(v.s.block.Text[np.Start:np.End]) < 2 || v.is("actor", v.s.block.Text[np.Start:np.End]) || v.refersTo(v.s.block.Text[np.Start:np.End]) || v.holdsName(np) {
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
