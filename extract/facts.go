package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// A fact is what the rules and dictionaries know of a word, whatever stands around
// it. News uses some ten thousand words over and over, so it is found out once.
type fact struct {
	cue   cue
	shape shape
	marks mark
}

// A mark says of a word whether there is any use in looking for something at it.
type mark uint8

const (
	markKnown mark = 1 << iota // the fact has been found out
	markBlank                  // it is white space
	markNamed                  // a dictionary name may begin with it, or it with one
	markEnds                   // an ending of names may end with it
	markGlued                  // two characters, the last of which no name runs across
	markLong                   // four characters or more
)

// fact returns what is known of a token.
func (p *page) fact(t *segment.Token, text string) fact {
	if t.Word < 0 || t.Word >= len(p.facts) {
		return p.f.learn(text, t.POS)
	}
	k := &p.facts[t.Word]
	if k.marks&markKnown == 0 {
		*k = p.f.learn(text, t.POS)
	}
	return *k
}

// learn finds out what is known of a word with a tag.
func (f *entityFinder) learn(text, pos string) fact {
	k := fact{cue: f.rules.cues[text], marks: markKnown}
	if strings.TrimSpace(text) == "" {
		k.marks |= markBlank
		return k
	}
	place := k.cue&cueCountry != 0
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(r) || unicode.IsDigit(r) {
		place = place || f.alonePlace(text)
		if f.names.index.Meets(text) {
			k.marks |= markNamed
		}
	}
	k.shape = shapeOf(text, pos, k.cue, place)
	if k.shape == shapeNoun && f.rules.firms(text) {
		k.cue |= cueCompany
	}
	if f.rules.mayEnd(text) {
		k.marks |= markEnds
	}
	switch n := utf8.RuneCountInString(text); {
	case n >= 4:
		k.marks |= markLong
	case n == 2 && f.rules.cues[text[len(firstChar(text)):]]&cueFunction != 0:
		k.marks |= markGlued
	}
	return k
}

// alonePlace reports whether a word by itself is a place and no other word.
func (f *entityFinder) alonePlace(text string) (place bool) {
	f.names.prefixes(text, func(end int, id nameID) bool {
		if end == len(text) {
			typ, _, guarded := f.names.kind(id)
			place = place || typ == names.Place && !guarded
		}
		return true
	})
	return place
}

// mayEnd reports whether an ending of names may end where a word ends.
func (r *entityRules) mayEnd(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	for _, s := range r.suffixes[last] {
		if strings.HasSuffix(word, s.text) || strings.HasSuffix(s.text, word) {
			return true
		}
	}
	return false
}
