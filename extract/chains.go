package extract

import "unicode/utf8"

// chains maps the two characters that words start or end with to the first link of a
// chain. It is a hash table that is never more than half full, so that one look tells
// of most characters that no word starts with them.
type chains struct {
	slots []chain
	used  int
}

// A chain is one of the words with two characters, or with one that is all of a word;
// that one is there for any word that starts or ends so, even without a link.
type chain struct {
	one, two rune // two is 0 for none, and one in a slot that is free
	link     int32
}

// slot returns the slot of two characters, or the free one where it would be.
func (c *chains) slot(one, two rune) *chain {
	const golden, other = 0x9E3779B1, 0x85EBCA6B // spread neighbours
	mask := len(c.slots) - 1
	i := int((uint32(one)*golden^uint32(two)*other)>>15) & mask
	for {
		s := &c.slots[i]
		if s.one == one && s.two == two || s.one == 0 {
			return s
		}
		i = (i + 1) & mask
	}
}

// begun reports whether any word starts, or ends, with a character.
func (c *chains) begun(one rune) bool {
	return len(c.slots) > 0 && c.slot(one, 0).one != 0
}

// find returns the first link of the chain of two characters, 0 for none.
func (c *chains) find(one, two rune) int32 {
	if len(c.slots) == 0 {
		return 0
	}
	return c.slot(one, two).link
}

// link returns the first link of the chain of two characters, to be set.
func (c *chains) link(one, two rune) *int32 {
	c.take(one, 0)
	return &c.take(one, two).link
}

// take returns the slot of two characters.
func (c *chains) take(one, two rune) *chain {
	const least = 16
	if 2*(c.used+2) > len(c.slots) {
		old := c.slots
		c.slots = make([]chain, max(least, 2*len(old)))
		for _, s := range old {
			if s.one != 0 {
				*c.slot(s.one, s.two) = s
			}
		}
	}
	s := c.slot(one, two)
	if s.one == 0 {
		s.one, s.two = one, two
		c.used++
	}
	return s
}

// firstTwo returns the first two characters of s, 0 for those that are missing.
func firstTwo(s string) (one, two rune) {
	if s == "" {
		return 0, 0
	}
	one, size := utf8.DecodeRuneInString(s)
	if size < len(s) {
		two, _ = utf8.DecodeRuneInString(s[size:])
	}
	return one, two
}

// lastTwo returns the last two characters of s, the last one first, 0 for those that
// are missing.
func lastTwo(s string) (one, two rune) {
	if s == "" {
		return 0, 0
	}
	one, size := utf8.DecodeLastRuneInString(s)
	if size < len(s) {
		two, _ = utf8.DecodeLastRuneInString(s[:len(s)-size])
	}
	return one, two
}
