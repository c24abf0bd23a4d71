package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// place returns the name of the place that starts with token t, with the places
// right behind it. It looks at no token twice: rule after rule asks for the same.
func (v *passage) place(t segment.Token) (name string, ok bool) {
	k := v.tokenIndex(t.Start)
	if k == len(v.s.tokens) || v.s.tokens[k].Start != t.Start {
		return v.findPlace(t)
	}
	size := &v.placed[k]
	if *size == 0 {
		name, _ = v.findPlace(t)
		*size = 1 + int32(len(name))
	}
	end := t.Start + int(*size) - 1
	return v.s.block.Text[t.Start:end], end > t.Start
}

// division returns the end of the longest name of a country or division that starts at
// byte i, as a word of its own, or i.
func (v *passage) division(i int) int {
	end := i
	found := func(n int, id nameID) bool {
		if typ, _, guarded := v.gazetteer.kind(id); typ == names.Place && (!guarded || v.spelled(v.s.block.Text[i:i+n])) && v.nameEnds(i+n) {
			end = i + n
		}
		return true
	}
	k, text := v.tokenIndex(i), v.s.block.Text[i:v.s.span.End]
	if k == len(v.s.tokens) || v.s.tokens[k].Start != i || v.gazetteer.ownMayBegin(text) {
		v.gazetteer.prefixes(text, found)
		return end
	}
	t := &v.s.tokens[k]
	fact, ok := v.page.known(t)
	if !ok {
		v.gazetteer.prefixes(text, found)
		return end
	}
	if fact.marks&markPlace != 0 {
		end = t.End
	}
	if fact.marks&markLeads != 0 {
		v.gazetteer.index.PrefixesFrom(v.page.leads[fact.lead], v.s.block.Text[t.End:v.s.span.End], func(n, record int) bool {
			return found(t.Len()+n, nameID(record))
		})
	}
	return end
}

// spelled reports whether the article names the division of that short name, which is an everyday
// word too, with its rank as well (射洪市).
func (v *passage) spelled(name string) bool {
	return v.uses(name+"市") > 0 || v.uses(name+"县") > 0 || v.uses(name+"区") > 0
}

// guardedDivision returns the end of the division whose name is an everyday word too and starts
// at byte i, behind the place that it lies in, when nothing goes on behind it (浙江|三门,), or i.
func (v *passage) guardedDivision(i int) int {
	text := v.s.block.Text[:v.s.span.End]
	end := i
	v.gazetteer.prefixes(text[i:], func(n int, id nameID) bool {
		next, _ := utf8.DecodeRuneInString(text[i+n:])
		if typ, _, guarded := v.gazetteer.kind(id); typ == names.Place && guarded && v.boundary(i+n) && !unicode.IsLetter(next) {
			end = i + n
		}
		return true
	})
	return end
}

// nameEnds reports whether the name of a place may end at byte i: a word of the text does,
// or gse has joined the last character of the name to 内 or 外 (合肥|市内).
func (v *passage) nameEnds(i int) bool {
	if v.boundary(i) {
		return true
	}
	t := v.tokenAt(i)
	side, _ := after(v.s.block.Text, i, "内", "外", "里")
	return side > i && side == t.End && t.Start == i-len("市")
}

// countHan counts the occurrences of s in text, as strings.Count does, but searches for
// the third byte of s: many a Chinese character has the same first one.
func countHan(text, s string) (n int) {
	const at = 2
	if len(s) <= at {
		return strings.Count(text, s)
	}
	for i := at; i < len(text); {
		j := strings.IndexByte(text[i:], s[at])
		if j < 0 {
			break
		}
		if i += j; strings.HasPrefix(text[i-at:], s) {
			n++
			i += len(s)
		} else {
			i++
		}
	}
	return n
}
