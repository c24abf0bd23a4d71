package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// phrases is a set of words, each with a value, looked up by what a text starts
// or ends with. It suits some hundred words and is built anew at every start, so
// it is laid out to be cheap to fill in sorted order: two slices and no maps.
// Names have a trie of their own.
type phrases[V any] struct {
	words []phrase[V] // sorted
	ends  []int32     // indexes into words, by the words' last character, longest first

	first, last runeSieve // their first and last characters
}

// A runeSieve tells in a moment of most characters that they are not in a set.
type runeSieve [16]uint64

func (s *runeSieve) add(r rune)      { s[r>>6&15] |= 1 << (r & 63) }
func (s *runeSieve) has(r rune) bool { return s[r>>6&15]&(1<<(r&63)) != 0 }

type phrase[V any] struct {
	word  string
	value V
}

// add puts a word into the set; it reports false when the word is there.
func (p *phrases[V]) add(word string, value V) bool {
	q := phrase[V]{word, value}
	r, _ := utf8.DecodeRuneInString(word)
	p.first.add(r)
	r, _ = utf8.DecodeLastRuneInString(word)
	p.last.add(r)
	i := len(p.words)
	if i == 0 || p.words[i-1].word < word {
		p.words = append(p.words, q)
	} else {
		var found bool
		if i, found = p.find(word); found {
			return false
		}
		p.words = slices.Insert(p.words, i, q)
		for k := range p.ends {
			if p.ends[k] >= int32(i) {
				p.ends[k]++
			}
		}
	}
	at, _ := slices.BinarySearchFunc(p.ends, word, func(k int32, word string) int {
		v := p.words[k].word
		if c := strings.Compare(lastRune(v), lastRune(word)); c != 0 {
			return c
		}
		return len(word) - len(v)
	})
	p.ends = slices.Insert(p.ends, at, int32(i))
	return true
}

func (p *phrases[V]) find(word string) (int, bool) {
	return slices.BinarySearchFunc(p.words, word, func(q phrase[V], w string) int { return strings.Compare(q.word, w) })
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
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || !p.first.has(r) {
		return "", value, false
	}
	// All words that text starts with sort before it, the longest one last.
	i, found := p.find(text)
	if found {
		return p.words[i].word, p.words[i].value, true
	}
	for i--; i >= 0 && strings.HasPrefix(p.words[i].word, text[:size]); i-- {
		if strings.HasPrefix(text, p.words[i].word) {
			return p.words[i].word, p.words[i].value, true
		}
	}
	return "", value, false
}

// suffix returns the longest word that text ends with.
func (p *phrases[V]) suffix(text string) (word string, value V, ok bool) {
	if r, _ := utf8.DecodeLastRuneInString(text); !p.last.has(r) {
		return "", value, false
	}
	last := lastRune(text)
	i, _ := slices.BinarySearchFunc(p.ends, last, func(k int32, last string) int {
		if c := strings.Compare(lastRune(p.words[k].word), last); c != 0 {
			return c
		}
		return 1 // the first of them
	})
	for ; i < len(p.ends); i++ {
		q := p.words[p.ends[i]]
		if strings.HasSuffix(text, q.word) {
			return q.word, q.value, true
		}
		if lastRune(q.word) != last {
			break
		}
	}
	return "", value, false
}

// lastRune returns the last character of s.
func lastRune(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}
