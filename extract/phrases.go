package extract

import (
	"strings"
	"unicode/utf8"
)

// phrases is a set of words, each with a value, looked up by what a text starts
// or ends with. It suits some hundred words and is built anew at every start, so
// it is cheap to fill: three slices and no maps. Names have a trie of their own.
type phrases[V any] struct {
	words []phrase[V]
	first runeTable // from a character to the words that start with it
	last  runeTable // and that end with it
}

// A phrase is a word in two chains: of the words that start and that end with the same
// character, longest first. A link is 1 + an index into phrases.words, 0 at the end.
type phrase[V any] struct {
	word        string
	value       V
	first, last int32
}

// add puts a word into the set; it reports false when the word is there.
func (p *phrases[V]) add(word string, value V) bool {
	if _, ok := p.get(word); ok {
		return false
	}
	p.words = append(p.words, phrase[V]{word: word, value: value})
	i := int32(len(p.words))
	r, _ := utf8.DecodeRuneInString(word)
	link := p.first.head(r)
	for *link != 0 && len(p.words[*link-1].word) >= len(word) {
		link = &p.words[*link-1].first
	}
	p.words[i-1].first, *link = *link, i
	r, _ = utf8.DecodeLastRuneInString(word)
	link = p.last.head(r)
	for *link != 0 && len(p.words[*link-1].word) >= len(word) {
		link = &p.words[*link-1].last
	}
	p.words[i-1].last, *link = *link, i
	return true
}

// get returns the value of a word.
func (p *phrases[V]) get(word string) (value V, ok bool) {
	r, _ := utf8.DecodeRuneInString(word)
	for i := p.first.get(r); i != 0; i = p.words[i-1].first {
		if q := &p.words[i-1]; q.word == word {
			return q.value, true
		}
	}
	return value, false
}

// firsts calls yield with the first character of each word.
func (p *phrases[V]) firsts(yield func(rune)) {
	for _, q := range p.words {
		r, _ := utf8.DecodeRuneInString(q.word)
		yield(r)
	}
}

// prefix returns the longest word that text starts with.
func (p *phrases[V]) prefix(text string) (word string, value V, ok bool) {
	r, _ := utf8.DecodeRuneInString(text)
	for i := p.first.get(r); i != 0; i = p.words[i-1].first {
		if q := &p.words[i-1]; strings.HasPrefix(text, q.word) {
			return q.word, q.value, true
		}
	}
	return "", value, false
}

// suffix returns the longest word that text ends with.
func (p *phrases[V]) suffix(text string) (word string, value V, ok bool) {
	r, _ := utf8.DecodeLastRuneInString(text)
	for i := p.last.get(r); i != 0; i = p.words[i-1].last {
		if q := &p.words[i-1]; strings.HasSuffix(text, q.word) {
			return q.word, q.value, true
		}
	}
	return "", value, false
}

// A runeTable maps characters to the heads of chains, 0 for none. It is a hash table
// that is never more than half full, so that most characters are found not to be
// there at one look.
type runeTable struct {
	slots []runeSlot
	used  int
}

type runeSlot struct {
	r    rune
	head int32 // 0 in a slot that is free
}

func (t *runeTable) get(r rune) int32 {
	if len(t.slots) == 0 {
		return 0
	}
	s := &t.slots[t.find(r)]
	return s.head
}

// find returns the slot of r, or the free one where it would be.
func (t *runeTable) find(r rune) int {
	const golden = 0x9E3779B1 // spreads neighbours
	mask := len(t.slots) - 1
	i := int(uint32(r)*golden>>16) & mask
	for t.slots[i].head != 0 && t.slots[i].r != r {
		i = (i + 1) & mask
	}
	return i
}

// head returns the head of r's chain, which the caller sets.
func (t *runeTable) head(r rune) *int32 {
	const least = 16
	if 2*(t.used+1) > len(t.slots) {
		old := t.slots
		t.slots = make([]runeSlot, max(least, 2*len(old)))
		for _, s := range old {
			if s.head != 0 {
				t.slots[t.find(s.r)] = s
			}
		}
	}
	s := &t.slots[t.find(r)]
	if s.head == 0 {
		t.used++
		s.r = r
	}
	return &s.head
}
