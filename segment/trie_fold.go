package segment

import (
	"strings"
	"unicode/utf8"
)

// PrefixesFold is Prefixes with every code point of text put through fold before
// it is compared: t's words are in folded form, text need not be. The ends it
// yields are those of text as given.
func (t *Trie) PrefixesFold(text string, fold func(rune) rune, yield func(end int, value uint32) bool) {
	at := t.root()
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 || !t.step(&at, t.id(fold(r))) {
			return
		}
		i += size
		if value, ok := t.value(at); ok && !yield(i, value) {
			return
		}
	}
}

// MeetsFold reports whether t has a word that text begins with, or one that begins
// with text, every code point of text put through fold.
func (t *Trie) MeetsFold(text string, fold func(rune) rune) bool {
	at := t.root()
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") || !t.step(&at, t.id(fold(r))) {
			return false
		}
		if _, ok := t.value(at); ok {
			return true
		}
	}
	return true
}
