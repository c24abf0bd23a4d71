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

// chains finds the words that start, or end, with two letters: a table of the first link
// of a chain each, with a sieve in front that tells in a moment of most letters that no
// word starts with them. Words of other letters may have got into the same chain.
type chains struct {
	sieve [16]uint64
	links []int32 // a power of two of them
}

const golden = 0x9E3779B1 // spreads neighbours when they are multiplied by it

// begun reports whether a word may start, or end, with a letter.
func (c *chains) begun(one letter) bool {
	h := one * golden >> 22
	return c.sieve[h>>6]&(1<<(h&63)) != 0
}

// room makes an empty table for n words or a few more.
func (c *chains) room(n int) {
	c.sieve = [16]uint64{}
	c.links = make([]int32, 1<<bits.Len(uint(n)))
	// Fresh memory is mapped when it is first touched, and once more, at several times the
	// cost, when it was first read and then written, as that of links would be.
	clear(c.links)
}

// link returns the first link of the chain of two letters; two is 0 for a word of one.
func (c *chains) link(one, two letter) *int32 {
	const other = 0x85EBCA6B
	return &c.links[int((one*golden^two*other)>>12)&(len(c.links)-1)]
}

// begin is link for a word that is put into the chain.
func (c *chains) begin(one, two letter) *int32 {
	h := one * golden >> 22
	c.sieve[h>>6] |= 1 << (h & 63)
	return c.link(one, two)
}
