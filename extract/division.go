package extract

import (
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
	if k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].Start == i && v.page.placeless(&v.s.tokens[k]) {
		return i
	}
	v.gazetteer.prefixes(v.s.block.Text[i:v.s.span.End], func(n int, id nameID) bool {
		if typ, _, guarded := v.gazetteer.kind(id); typ == names.Place && !guarded && v.boundary(i+n) {
			end = i + n
		}
		return true
	})
	return end
}
