package segment

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// BuildTrie lays out a trie for OpenTrie: words[i] has the value values[i]. The
// words are sorted, unique, not empty and valid UTF-8, with at most 65,535
// different code points among them; anything else is an error. The same input
// gives the same bytes.
func BuildTrie(words []string, values []uint32) ([]byte, error) {
	if err := checkWords(words, values); err != nil {
		return nil, err
	}
	b := trieBuilder{words: words, values: values, ids: map[rune]uint16{}}
	b.numberRunes()
	if len(b.runes) > 1<<16-1 {
		return nil, fmt.Errorf("%d different code points are too many for a trie", len(b.runes))
	}
	b.layNodes()
	if len(b.units) > unitFrom {
		return nil, errors.New("too many words for a trie")
	}
	return b.encode(), nil
}

func checkWords(words []string, values []uint32) error {
	if len(words) != len(values) {
		return fmt.Errorf("%d words but %d values", len(words), len(values))
	}
	for i, w := range words {
		switch {
		case w == "":
			return errors.New("a word is empty")
		case !utf8.ValidString(w):
			return fmt.Errorf("word %q is not valid UTF-8", w)
		case i > 0 && w <= words[i-1]:
			return fmt.Errorf("word %q is not sorted after %q", w, words[i-1])
		}
	}
	return nil
}

// trieBuilder holds a trie on its way from sorted words to bytes.
type trieBuilder struct {
	words  []string
	values []uint32
	runes  []rune          // by id-1
	ids    map[rune]uint16 // 1, 2, …
	units  []trieUnit
	root   uint32 // its base

	// hunt is the base from which on to look for room for children, by how many they
	// are. It moves on when it takes many tries, so that the time stays linear.
	hunt [17]uint32
}

// A trieUnit is a unit in the making.
type trieUnit struct {
	base, from uint32
	skip       uint32 // the number of a unit between this one, if it is free, and the next that is
}

// numberRunes gives an id to every code point. The most frequent have the lowest, so
// that children lie close together.
func (b *trieBuilder) numberRunes() {
	count, edges := map[rune]int{}, 0
	last := ""
	for _, w := range b.words {
		for i, r := range w {
			if size := i + utf8.RuneLen(r); size > len(last) || w[:size] != last[:size] {
				count[r]++
				edges++
			}
		}
		last = w
	}
	b.units = make([]trieUnit, 0, edges+edges/4)
	b.runes = make([]rune, 0, len(count))
	for r := range count {
		b.runes = append(b.runes, r)
	}
	slices.SortFunc(b.runes, func(x, y rune) int { return cmp.Or(count[y]-count[x], int(x)-int(y)) })
	for i, r := range b.runes {
		b.ids[r] = uint16(i + 1)
	}
}

// A trieNode is the run of words[low:high] that share their first depth bytes and
// lead to a unit.
type trieNode struct {
	low, high, depth int32
	unit             uint32
	id               uint16 // of the code point that leads there
}

// layNodes gives every node its unit, breadth-first.
func (b *trieBuilder) layNodes() {
	b.take(0)
	for i := range b.hunt {
		b.hunt[i] = 1
	}
	level, next := []trieNode{{high: int32(len(b.words))}}, []trieNode(nil)
	for len(level) > 0 {
		next = next[:0]
		for _, n := range level {
			next = b.layChildren(next, n)
		}
		level, next = next, level
	}
	b.root, b.units[0].from = b.units[0].base, unitFrom
}

// layChildren gives the children of n their units and appends them to next.
func (b *trieBuilder) layChildren(next []trieNode, n trieNode) []trieNode {
	from := len(next)
	if n.depth > 0 && len(b.words[n.low]) == int(n.depth) {
		if n.low+1 == n.high {
			b.end(n.unit, n.low)
			return next
		}
		next = append(next, trieNode{low: n.low, high: n.low + 1})
		b.units[n.unit].from |= unitWord
		n.low++
	}
	next = b.children(next, n)
	children := next[from:]
	base := b.place(children)
	b.units[n.unit].base = base
	for i := range children {
		c := &children[i]
		c.unit = base + uint32(c.id)
		b.units[c.unit].from = n.unit
	}
	if len(children) > 0 && children[0].id == 0 { // not a child, but the end of a word
		b.end(children[0].unit, children[0].low)
		last := len(next) - 1
		copy(next[from:], next[from+1:])
		return next[:last]
	}
	return next
}

// end makes a unit the end of a word.
func (b *trieBuilder) end(unit uint32, word int32) {
	u := &b.units[unit]
	u.base, u.from = b.values[word], u.from|unitLeaf
}

// children appends the children of n, sorted by id.
func (b *trieBuilder) children(children []trieNode, n trieNode) []trieNode {
	from, last := len(children), rune(-1)
	for i := n.low; i < n.high; i++ {
		r, size := utf8.DecodeRuneInString(b.words[i][n.depth:])
		if r != last {
			children = append(children, trieNode{low: i, depth: n.depth + int32(size), id: b.ids[r]})
			last = r
		}
		children[len(children)-1].high = i + 1
	}
	if added := children[from:]; len(added) > 1 {
		slices.SortFunc(added, func(x, y trieNode) int { return int(x.id) - int(y.id) })
	}
	return children
}

const manyTries = 256

// place takes units for children, which are sorted by id, and returns their base.
func (b *trieBuilder) place(children []trieNode) uint32 {
	if len(children) == 0 {
		return 0
	}
	first := uint32(children[0].id)
	hunt := &b.hunt[bits.Len(uint(len(children)))]
	base, tries := b.free(*hunt+first)-first, 0
	for ; !b.fits(base, children); tries++ {
		base = b.free(base+first+1) - first
	}
	if tries > manyTries {
		*hunt = base
	}
	for i := range children {
		b.take(base + uint32(children[i].id))
	}
	return base
}

// free returns the first unit from number n on that is not in use.
func (b *trieBuilder) free(n uint32) uint32 {
	for int(n) < len(b.units) && b.units[n].skip != n {
		u := &b.units[n]
		if int(u.skip) < len(b.units) {
			u.skip = b.units[u.skip].skip
		}
		n = u.skip
	}
	return n
}

// fits reports whether the units of children are free at a base.
func (b *trieBuilder) fits(base uint32, children []trieNode) bool {
	for i := range children {
		if n := base + uint32(children[i].id); int(n) < len(b.units) && b.units[n].skip != n {
			return false
		}
	}
	return true
}

// take makes use of unit number n.
func (b *trieBuilder) take(n uint32) {
	for int(n) >= len(b.units) {
		b.units = append(b.units, trieUnit{from: unitFrom, skip: uint32(len(b.units))})
	}
	b.units[n].skip = n + 1
}

// encode writes the parts in the order that Trie documents.
func (b *trieBuilder) encode() []byte {
	pages, ids := b.pages()
	out := make([]byte, 0, trieHeaderSize+2*(len(pages)+len(ids))+unitSize*len(b.units))
	out = append(out, trieMagic...)
	for _, n := range [...]int{len(b.words), len(b.units), int(b.root), len(ids) >> pageBits, len(b.runes) + 1} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, part := range [...][]uint16{pages, ids} {
		for _, n := range part {
			out = binary.LittleEndian.AppendUint16(out, n)
		}
	}
	for i := range b.units {
		out = binary.LittleEndian.AppendUint32(out, b.units[i].base)
		out = binary.LittleEndian.AppendUint32(out, b.units[i].from)
	}
	return out
}

// pages returns the two-level table from code points to ids.
func (b *trieBuilder) pages() (pages, ids []uint16) {
	pages = make([]uint16, pageCount)
	sorted := slices.Clone(b.runes)
	slices.Sort(sorted)
	for _, r := range sorted {
		page := &pages[r>>pageBits]
		if *page == 0 {
			ids = append(ids, make([]uint16, 1<<pageBits)...)
			*page = uint16(len(ids) >> pageBits)
		}
		ids[(int(*page)-1)<<pageBits+int(r)&(1<<pageBits-1)] = b.ids[r]
	}
	return pages, ids
}
