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
	lead  int32 // of a word that names begin with: where they go on in page.leads
	shape shape
	marks mark
}

// A mark says of a word whether there is any use in looking for something at it.
type mark uint16

const (
	markBlank mark = 1 << iota // it is white space
	markNamed                  // it begins with a name of the dictionaries
	markLeads                  // a longer name begins with it
	markEnds                   // an ending of names may end with it
	markInner                  // an ending of names may end inside it
	markGlued                  // or in front of its last character, which no name runs across
	markTrade                  // a place and its trade that the cut has as one word
	markList                   // it joins the items of an enumeration
	markPlace                  // by itself it is a place and no other word
)

// fact returns what is known of a token.
func (p *page) fact(t *segment.Token, text string) fact {
	if t.Word == 0 || p.facts == nil {
		k, _ := p.f.learn(text, t.POS)
		if k.marks&markLeads != 0 {
			k.marks |= markNamed // where it leads is not kept
		}
		return k
	}
	if k, ok := p.facts.get(t.Word); ok {
		return *k
	}
	k, lead := p.f.learn(text, t.POS)
	if k.marks&markLeads != 0 {
		k.lead = int32(len(p.leads))
		p.leads = append(p.leads, lead)
	}
	p.facts.add(t.Word, k)
	return k
}

// factTable keeps facts by segment.Token.Word. It is a hash table that is never more
// than three quarters full.
type factTable struct {
	slots []wordFact
	used  int
}

type wordFact struct {
	word int32 // 0 in a slot that is free
	fact
}

// slot returns the slot of a word, or the free one where it would be.
func (t *factTable) slot(word int) *wordFact {
	const golden = 0x9E3779B1 // spreads neighbours
	mask := len(t.slots) - 1
	i := int(uint32(word)*golden>>12) & mask
	for t.slots[i].word != 0 && t.slots[i].word != int32(word) {
		i = (i + 1) & mask
	}
	return &t.slots[i]
}

func (t *factTable) get(word int) (k *fact, ok bool) {
	if len(t.slots) == 0 {
		return nil, false
	}
	s := t.slot(word)
	return &s.fact, s.word != 0
}

// add keeps the fact of a word that is not there.
func (t *factTable) add(word int, k fact) {
	const least = 1 << 12
	if 4*(t.used+1) > 3*len(t.slots) {
		old := t.slots
		t.slots = make([]wordFact, max(least, 2*len(old)))
		for i := range old {
			if old[i].word != 0 {
				*t.slot(int(old[i].word)) = old[i]
			}
		}
	}
	*t.slot(word) = wordFact{int32(word), k}
	t.used++
}

// learn finds out what is known of a word with a tag, and where the names go on that
// begin with it.
func (f *entityFinder) learn(text, pos string) (k fact, lead segment.Node) {
	k.cue = f.rules.cues[text]
	if strings.TrimSpace(text) == "" {
		k.marks |= markBlank
		return k, lead
	}
	place := false
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(r) || unicode.IsDigit(r) {
		var leads bool
		var named bool
		if named, place = f.begins(text); named {
			k.marks |= markNamed
		}
		if place {
			k.marks |= markPlace
		}
		if lead, leads = f.names.index.Lead(text); leads {
			k.marks |= markLeads
		}
	}
	k.shape = shapeOf(text, pos, k.cue, place || k.cue&cueCountry != 0)
	if k.shape == shapeNoun && f.rules.firms(text) {
		k.cue |= cueCompany
	}
	if f.rules.mayEnd(text) {
		k.marks |= markEnds
	}
	switch n, first := utf8.RuneCountInString(text), firstChar(text); {
	case n >= 4 && f.rules.mayEndInside(text):
		k.marks |= markInner
	case n == 2 && f.rules.cues[text[len(first):]]&cueFunction != 0 && f.rules.mayEnd(first):
		k.marks |= markGlued
	}
	if f.isPlaceTrade(text, k.shape) {
		k.marks |= markTrade
	}
	if listSigns[text] {
		k.marks |= markList
	}
	return k, lead
}

// begins reports whether a word begins with the name of something that is no place, and
// whether by itself it is a place and no other word.
func (f *entityFinder) begins(word string) (named, place bool) {
	f.names.prefixes(word, func(end int, id nameID) bool {
		typ, _, guarded := f.names.kind(id)
		_, ok := typeNames[typ]
		named = named || ok && !id.own()
		place = place || typ == names.Place && end == len(word) && !guarded
		return true
	})
	return named, place
}

// known returns what has been found out of a token. Of a name of the user that goes on
// behind the token it says nothing.
func (p *page) known(t *segment.Token) (k *fact, ok bool) {
	if p == nil || p.facts == nil || t.Word == 0 {
		return nil, false
	}
	return p.facts.get(t.Word)
}

// mayEndInside reports whether an ending of names may end inside a word, behind its first
// two characters.
func (r *entityRules) mayEndInside(word string) bool {
	for end := range word {
		if end >= 2*3 && r.mayEnd(word[:end]) {
			return true
		}
	}
	return false
}

// isPlaceTrade reports whether a word of a shape is a place and its trade (昆明制药).
func (f *entityFinder) isPlaceTrade(word string, s shape) bool {
	if s != shapeNoun || utf8.RuneCountInString(word) != 4 {
		return false
	}
	front, ok := f.trimTrade(word)
	return ok && f.isPlace(front)
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
