package segment

import (
	"errors"
	"math"
	"math/bits"
	"unicode/utf8"
)

// Trie is a read-only map from words to uint32 values, laid out in one flat
// string: a file embedded with go:embed is used where it lies, without parsing
// or allocation. A Trie is safe for concurrent use.
//
// The layout, all integers little-endian:
//
//	header   32 bytes: magic, then the six uint32 of trieHeader
//	pages    a uint16 per 256 code points: which page of ids they have, 0 none
//	ids      256 uint16 per page: the id of a code point, 0 when no word has it
//	ranks    24 bytes per 64 edges, see rankSize
//	first    a uint32 per inner node and one more: the first edge of its children
//	labels   a uint16 per edge: the id of its code point
//	values   width bytes per word, in the order of the edges that end them
//
// An edge stands for the node it leads to. Edges lie breadth-first, so the
// children of a node are neighbours, sorted by label. Code points that begin a
// word have the lowest ids, so that the root finds a child without searching:
// id i is edge i-1.
type Trie struct {
	trieHeader
	pages, ids, ranks, first, labels, values string
}

// trieHeader holds the counts that fix the size of every part.
type trieHeader struct {
	words  int // number of words
	edges  int // number of nodes but the root
	inner  int // number of those that have children
	roots  int // number of code points that begin a word
	idPage int // number of pages of ids
	width  int // bytes of a value, 1 to 4
}

const (
	trieMagic      = "trie1\n\x00\x00"
	trieHeaderSize = 32
	pageBits       = 8
	pageCount      = (utf8.MaxRune + 1) >> pageBits

	// rankSize is the size of the record of 64 edges: a uint64 with a bit for
	// each edge that has children, one with a bit for each that ends a word, and
	// a uint32 each for how many of them came before.
	rankSize = 24
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
	t := &Trie{trieHeader: trieHeader{
		words: field(0), edges: field(1), inner: field(2),
		roots: field(3), idPage: field(4), width: field(5),
	}}
	if t.width < 1 || t.width > 4 || t.roots > t.edges || t.inner > t.edges || t.words > t.edges {
		return nil, errTrie
	}
	rest := data[trieHeaderSize:]
	parts := [...]*string{&t.pages, &t.ids, &t.ranks, &t.first, &t.labels, &t.values}
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
func (h *trieHeader) sizes() [6]uint64 {
	return [6]uint64{
		2 * pageCount,
		2 * uint64(h.idPage) << pageBits,
		rankSize * ((uint64(h.edges) + 63) / 64),
		4 * (uint64(h.inner) + 1),
		2 * uint64(h.edges),
		uint64(h.width) * uint64(h.words),
	}
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
	edge := noEdge
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			return
		}
		if i == 0 {
			edge = t.root(t.id(r))
		} else {
			edge = t.child(edge, t.id(r))
		}
		if edge == noEdge {
			return
		}
		i += size
		if w := t.word(edge); w >= 0 && !yield(i, t.value(w)) {
			return
		}
	}
}

// noEdge is what root and child return when there is no such child.
const noEdge = -1

// id returns the id of r, 0 when no word has it.
func (t *Trie) id(r rune) uint16 {
	if uint32(r) > utf8.MaxRune {
		return 0
	}
	page := int(u16(t.pages, 2*int(r>>pageBits)))
	if page == 0 || page > t.idPage {
		return 0
	}
	return u16(t.ids, 2*((page-1)<<pageBits+int(r)&(1<<pageBits-1)))
}

// root returns the edge that leaves the root with the label id.
func (t *Trie) root(id uint16) int {
	if int(id) > t.roots {
		return noEdge
	}
	return int(id) - 1
}

// child returns the edge that leaves the node of edge with the label id.
func (t *Trie) child(edge int, id uint16) int {
	at, bit := edge>>6*rankSize, uint(edge)&63
	set := u64(t.ranks, at)
	if set>>bit&1 == 0 || id == 0 {
		return noEdge
	}
	node := int(u32(t.ranks, at+16)) + bits.OnesCount64(set<<(63-bit)) - 1
	if node < 0 || node >= t.inner {
		return noEdge // damaged
	}
	low, high := int(u32(t.first, 4*node)), int(u32(t.first, 4*node+4))
	if high > t.edges {
		return noEdge // damaged
	}
	if low >= high {
		return noEdge // damaged
	}
	for n := high - low; n > 1; {
		half := n >> 1
		if u16(t.labels, 2*(low+half)) <= id {
			low += half
		}
		n -= half
	}
	if u16(t.labels, 2*low) != id {
		return noEdge
	}
	return low
}

// word returns the number (0 to Len-1) of the word that ends with edge, -1 when
// none does.
func (t *Trie) word(edge int) int {
	at, bit := edge>>6*rankSize, uint(edge)&63
	set := u64(t.ranks, at+8)
	if set>>bit&1 == 0 {
		return -1
	}
	w := int(u32(t.ranks, at+20)) + bits.OnesCount64(set<<(63-bit)) - 1
	if w < 0 || w >= t.words {
		return -1 // damaged
	}
	return w
}

// value returns the value of a word by its number.
func (t *Trie) value(word int) uint32 {
	value := uint32(0)
	for i := t.width - 1; i >= 0; i-- {
		value = value<<8 | uint32(t.values[word*t.width+i])
	}
	return value
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
