package segment

import "unicode/utf8"

// PrefixesFold is Prefixes with every code point of text put through fold before
// it is compared: t's words are in folded form, text need not be. The ends it
// yields are those of text as given.
func (t *Trie) PrefixesFold(text string, fold func(rune) rune, yield func(end int, value uint32) bool) {
	edge := noEdge
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			return
		}
		if id := t.id(fold(r)); i == 0 {
			edge = t.root(id)
		} else {
			edge = t.child(edge, id)
		}
		if edge == noEdge {
			return
		}
		i += size
		if w := t.word(edge); w >= 0 && !yield(i, t.value(w)) {
			return
		}
	}
}
