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
	heads chains // by the first letters of words
	tails chains // by the last, from the end
}

// A phrase is a word in two chains, of words that start and that end with the same two
// letters, longest first. A link is 1 + an index into phrases.words, 0 at the end.
type phrase[V any] struct {
	word       string
	value      V
	head, tail int32
}

// room makes room for n words in an empty set, so that it need not grow while it is filled.
func (p *phrases[V]) room(n int) {
	p.words = make([]phrase[V], 0, n)
	p.heads.room(n)
	p.tails.room(n)
}

// add puts a word into the set; it reports false when the word is there.
func (p *phrases[V]) add(word string, value V) bool {
	if _, ok := p.get(word); ok {
		return false
	}
	p.words = append(p.words, phrase[V]{word: word, value: value})
	if n := len(p.words); n > len(p.heads.links) {
		p.heads.room(n)
		p.tails.room(n)
		for i := range p.words {
			p.chain(i)
		}
		return true
	}
	p.chain(len(p.words) - 1)
	return true
}

// chain puts word i into its chains.
func (p *phrases[V]) chain(i int) {
	word := p.words[i].word
	one, size := firstLetter(word)
	two, _ := firstLetter(word[size:])
	link := p.heads.begin(one, two)
	for *link != 0 && len(p.words[*link-1].word) >= len(word) {
		link = &p.words[*link-1].head
	}
	p.words[i].head, *link = *link, int32(i+1)
	one, size = lastLetter(word)
	two, _ = lastLetter(word[:len(word)-size])
	link = p.tails.begin(one, two)
	for *link != 0 && len(p.words[*link-1].word) >= len(word) {
		link = &p.words[*link-1].tail
	}
	p.words[i].tail, *link = *link, int32(i+1)
}

// get returns the value of a word.
func (p *phrases[V]) get(word string) (value V, ok bool) {
	one, size := firstLetter(word)
	if !p.heads.begun(one) {
		return value, false
	}
	two, _ := firstLetter(word[size:])
	for i := *p.heads.link(one, two); i != 0; i = p.words[i-1].head {
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

// all calls yield with each word.
func (p *phrases[V]) all(yield func(string) bool) {
	for i := range p.words {
		if !yield(p.words[i].word) {
			return
		}
	}
}

// prefix returns the longest word that text starts with.
func (p *phrases[V]) prefix(text string) (word string, value V, ok bool) {
	one, size := firstLetter(text)
	if !p.heads.begun(one) {
		return "", value, false
	}
	if two, _ := firstLetter(text[size:]); two != 0 {
		for i := *p.heads.link(one, two); i != 0; i = p.words[i-1].head {
			if q := &p.words[i-1]; strings.HasPrefix(text, q.word) {
				return q.word, q.value, true
			}
		}
	}
	for i := *p.heads.link(one, 0); i != 0; i = p.words[i-1].head {
		if q := &p.words[i-1]; strings.HasPrefix(text, q.word) {
			return q.word, q.value, true
		}
	}
	return "", value, false
}

// suffix returns the longest word that text ends with.
func (p *phrases[V]) suffix(text string) (word string, value V, ok bool) {
	one, size := lastLetter(text)
	if !p.tails.begun(one) {
		return "", value, false
	}
	if two, _ := lastLetter(text[:len(text)-size]); two != 0 {
		for i := *p.tails.link(one, two); i != 0; i = p.words[i-1].tail {
			if q := &p.words[i-1]; strings.HasSuffix(text, q.word) {
				return q.word, q.value, true
			}
		}
	}
	for i := *p.tails.link(one, 0); i != 0; i = p.words[i-1].tail {
		if q := &p.words[i-1]; strings.HasSuffix(text, q.word) {
			return q.word, q.value, true
		}
	}
	return "", value, false
}
