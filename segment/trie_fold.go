package segment

import "unicode/utf8"

// PrefixesFold is Prefixes with every code point of text put through fold before
// it is compared: t's words are in folded form, text need not be. The ends it
// yields are those of text as given.
func (t *Trie) PrefixesFold(text string, fold func(rune) rune, yield func(end int, value uint32) bool) {
	t.PrefixesFoldFrom(t.root(), text, fold, yield)
}

// PrefixesFoldFrom is PrefixesFold for the words that go on from at, and for how they
// go on.
func (t *Trie) PrefixesFoldFrom(at Node, text string, fold func(rune) rune, yield func(end int, value uint32) bool) {
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
			if r == utf8.RuneError && size == 1 {
				return
			}
		}
		if !t.step(&at, t.id(fold(r))) {
			return
		}
		i += size
		if value, ok := t.value(at); ok && !yield(i, value) {
			return
		}
	}
}

// LeadFold returns the place that text leads to, every code point of it put through
// fold. ok is false when no word begins with it.
func (t *Trie) LeadFold(text string, fold func(rune) rune) (at Node, ok bool) {
	at = t.root()
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 || !t.step(&at, t.id(fold(r))) {
			return at, false
		}
		i += size
	}
	return at, true
}
