package extract

import (
	"math/bits"
	"unicode/utf8"
)

// A letter is a character as a key: the bytes of its encoding in a row. It stands for
// nothing but itself; 0 is none.
type letter uint32

// firstLetter returns the first letter of s and its length in bytes. What is no UTF-8
// and what lies beyond the basic plane falls into letters of its own making, the same
// ones every time.
func firstLetter(s string) (l letter, size int) {
	switch {
	case s == "":
		return 0, 0
	case len(s) >= 3 && s[0] >= 0xE0:
		return letter(s[0]) | letter(s[1])<<8 | letter(s[2])<<16, 3
	case len(s) >= 2 && s[0] >= 0xC0:
		return letter(s[0]) | letter(s[1])<<8, 2
	}
	return letter(s[0]), 1
}

// lastLetter is firstLetter from the end.
func lastLetter(s string) (l letter, size int) {
	n := len(s)
	switch {
	case s == "":
		return 0, 0
	case n >= 3 && s[n-1] >= utf8.RuneSelf && s[n-3] >= 0xE0:
		return letter(s[n-3]) | letter(s[n-2])<<8 | letter(s[n-1])<<16, 3
	case n >= 2 && s[n-1] >= utf8.RuneSelf && s[n-2] >= 0xC0:
		return letter(s[n-2]) | letter(s[n-1])<<8, 2
	}
	return letter(s[n-1]), 1
}

// chains maps the two letters that words start or end with to the first link of a
// chain. It is a hash table that is never more than half full, with a sieve in front
// that tells in a moment of most letters that no word starts with them.
type chains struct {
	sieve [16]uint64
	slots []chain
	used  int
}

// A chain is one of the words with two letters, or of the word of one letter.
type chain struct {
	one, two letter // two is 0 for none, and one in a slot that is free
	link     int32
}

const golden = 0x9E3779B1 // spreads neighbours when they are multiplied by it

// begun reports whether a word may start, or end, with a letter.
func (c *chains) begun(one letter) bool {
	h := one * golden >> 22
	return c.sieve[h>>6]&(1<<(h&63)) != 0
}

// room makes room for the chains of n words in an empty table.
func (c *chains) room(n int) {
	c.slots = make([]chain, 1<<bits.Len(uint(2*n)))
}

// slot returns the slot of two letters, or the free one where it would be.
func (c *chains) slot(one, two letter) *chain {
	const other = 0x85EBCA6B
	mask := len(c.slots) - 1
	i := int((one*golden^two*other)>>12) & mask
	for {
		s := &c.slots[i]
		if s.one == one && s.two == two || s.one == 0 {
			return s
		}
		i = (i + 1) & mask
	}
}

// find returns the first link of the chain of two letters, 0 for none. One of them has
// begun.
func (c *chains) find(one, two letter) int32 { return c.slot(one, two).link }

// link returns the first link of the chain of two letters, to be set.
func (c *chains) link(one, two letter) *int32 {
	const least = 16
	if 2*(c.used+1) > len(c.slots) {
		old := c.slots
		c.slots = make([]chain, max(least, 2*len(old)))
		for _, s := range old {
			if s.one != 0 {
				*c.slot(s.one, s.two) = s
			}
		}
	}
	h := one * golden >> 22
	c.sieve[h>>6] |= 1 << (h & 63)
	s := c.slot(one, two)
	if s.one == 0 {
		s.one, s.two = one, two
		c.used++
	}
	return &s.link
}
