package segment

import (
	"errors"
	"math"
	"unicode/utf8"
)

// Trie is a read-only map from words to uint32 values, laid out in one flat
// string: a file embedded with go:embed is used where it lies, without parsing
// or allocation. A Trie is safe for concurrent use.
//
// The layout, all integers little-endian:
//
//	header   28 bytes: magic, then the five uint32 of trieHeader
//	pages    a uint16 per 256 code points: which page of ids they have, 0 none
//	letters  256 uint16 per page: the id of a code point, 0 when no word has it
//	units    8 bytes per unit of a double array
//
// The units make a double array: from the node at unit n, the code point with id i
// leads to the unit at the base of n plus i, if that says that it came from n; so a
// step takes one look, however many ways there are. A unit is a uint32 base, and a
// uint32 with the number of the unit it came from and two flags:
//
//   - unitLeaf: no word goes on from here; the base is the value of the word that
//     ends here.
//   - unitWord: a word ends here and others go on; its value is the base of the
//     unit that id 0 leads to.
//
// The root is unit 0, and the base of no unit but it is 0. What a unit that is not in
// use came from is unitFrom, and so is that of the root.
type Trie struct {
	trieHeader
	pages, letters, units string
}

// trieHeader holds the counts that fix the size of every part.
type trieHeader struct {
	words  int // number of words
	nodes  int // number of units
	base   int // of the root
	idPage int // number of pages of ids
	ids    int // number of ids, with 0
}

const (
	trieMagic      = "trie2\n\x00\x00"
	trieHeaderSize = 28
	pageBits       = 8
	pageCount      = (utf8.MaxRune + 1) >> pageBits

	unitSize = 8
	unitLeaf = 1 << 31
	unitWord = 1 << 30
	unitFrom = unitWord - 1 // the bits that say where a unit came from
)

var errTrie = errors.New("not a trie, or one cut short")

// OpenTrie returns a view of the trie in data, as BuildTrie made it. It fails on
// anything whose header does not fit its length. It does not read further: in a
// damaged trie with a sound header words may be wrong or missing, but no lookup
// panics.
func OpenTrie(data string) (*Trie, error) {
	if len(data) < trieHeaderSize || data[:len(trieMagic)] != trieMagic {
		return nil, errTrie
	}
	field := func(i int) int {
		return int(u32(data, len(trieMagic)+4*i) & math.MaxInt32)
	}
	t := &Trie{trieHeader: trieHeader{words: field(0), nodes: field(1), base: field(2), idPage: field(3), ids: field(4)}}
	rest := data[trieHeaderSize:]
	parts := [...]*string{&t.pages, &t.letters, &t.units}
	for i, size := range t.sizes() {
		if size > uint64(len(rest)) {
			return nil, errTrie
		}
		*parts[i], rest = rest[:size], rest[size:]
	}
	if rest != "" {
		return nil, errTrie
	}
	return t, nil
}

// sizes returns the size in bytes of each part behind the header.
func (h *trieHeader) sizes() [3]uint64 {
	return [3]uint64{2 * pageCount, 2 * uint64(h.idPage) << pageBits, unitSize * uint64(h.nodes)}
}

// Len returns the number of words.
func (t *Trie) Len() int { return t.words }

// Get returns the value of word, and whether t has it.
func (t *Trie) Get(word string) (uint32, bool) {
	found, value := false, uint32(0)
	t.Prefixes(word, func(end int, v uint32) bool {
		if end == len(word) {
			found, value = true, v
		}
		return true
	})
	return value, found
}

// Prefixes calls yield with the end (in bytes) and the value of each word that
// text begins with, the shortest first, until yield returns false. It does not
// allocate.
func (t *Trie) Prefixes(text string, yield func(end int, value uint32) bool) {
	at := t.root()
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 || !t.step(&at, t.id(r)) {
			return
		}
		i += size
		if value, ok := t.value(at); ok && !yield(i, value) {
			return
		}
	}
}

// A Node is a place in a trie, to which the letters of a text have led.
type Node struct {
	unit uint32 // its number
	base uint32
	from uint32 // and flags
}

func (t *Trie) root() Node { return Node{base: uint32(t.base), from: unitFrom} }

// step follows the code point with the given id from at, if a word goes on so.
func (t *Trie) step(at *Node, id uint16) bool {
	unit := t.peek(at, id)
	if unit == 0 {
		return false
	}
	*at = t.nodeOf(at, id, unit)
	return true
}

// peek returns the unit that the code point with the given id leads to from at, 0 if
// no word goes on so.
func (t *Trie) peek(at *Node, id uint16) uint64 {
	next := unitSize * (uint64(at.base) + uint64(id))
	if id == 0 || next >= uint64(len(t.units)) {
		return 0
	}
	unit := u64(t.units, int(next))
	if uint32(unit>>32)&unitFrom != at.unit {
		return 0
	}
	return unit
}

// nodeOf returns the node at a unit that peek has returned.
func (t *Trie) nodeOf(at *Node, id uint16, unit uint64) Node {
	return Node{at.base + uint32(id), uint32(unit), uint32(unit >> 32)}
}

// value returns the value of the word that ends at a node, and whether one does.
func (t *Trie) value(at Node) (value uint32, ok bool) {
	switch {
	case at.from&unitLeaf != 0:
		return at.base, true
	case at.from&unitWord == 0 || uint64(at.base) >= uint64(len(t.units)/unitSize):
		return 0, false
	}
	return u32(t.units, unitSize*int(at.base)), true
}

// id returns the id of r, 0 when no word has it.
func (t *Trie) id(r rune) uint16 {
	if uint32(r) > utf8.MaxRune {
		return 0
	}
	page := int(u16(t.pages, 2*int(r>>pageBits)))
	if page == 0 || page > t.idPage {
		return 0
	}
	return u16(t.letters, 2*((page-1)<<pageBits+int(r)&(1<<pageBits-1)))
}

func u16(s string, i int) uint16 {
	return uint16(s[i]) | uint16(s[i+1])<<8
}

func u32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

func u64(s string, i int) uint64 {
	_ = s[i+7]
	return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
		uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
}
