package segment

import (
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
	b := trieBuilder{words: words, ids: map[rune]uint16{}}
	b.numberRunes()
	if len(b.runes) > 1<<16-1 {
		return nil, fmt.Errorf("%d different code points are too many for a trie", len(b.runes))
	}
	b.layEdges()
	return b.encode(values), nil
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
	words []string
	runes []rune          // by id-1
	ids   map[rune]uint16 // 1, 2, …
	roots int

	labels []uint16 // by edge
	inner  []bool   // by edge: has children
	first  []uint32 // by inner node: first edge of its children
	ends   []int    // by edge: index of the word that ends there, -1 when none does
}

// numberRunes gives an id to every code point: first to those that begin a word.
func (b *trieBuilder) numberRunes() {
	var begin, other []rune
	seen := map[rune]bool{}
	add := func(to *[]rune, r rune) {
		if !seen[r] {
			seen[r] = true
			*to = append(*to, r)
		}
	}
	for _, w := range b.words {
		r, _ := utf8.DecodeRuneInString(w)
		add(&begin, r)
	}
	for _, w := range b.words {
		for _, r := range w {
			add(&other, r)
		}
	}
	slices.Sort(begin)
	slices.Sort(other)
	b.runes, b.roots = append(begin, other...), len(begin)
	for i, r := range b.runes {
		b.ids[r] = uint16(i + 1)
	}
}

// A trieNode is the run of words[low:high] that share their first depth bytes.
type trieNode struct {
	low, high, depth int
}

// layEdges walks the trie breadth-first, which fixes the number of every edge.
func (b *trieBuilder) layEdges() {
	queue := []trieNode{{0, len(b.words), 0}}
	for at := 0; at < len(queue); at++ {
		node := queue[at]
		end := -1
		if node.depth > 0 && len(b.words[node.low]) == node.depth {
			end = node.low
			node.low++
		}
		if at > 0 {
			b.ends = append(b.ends, end)
			b.inner = append(b.inner, node.low < node.high)
		}
		if node.low == node.high {
			continue
		}
		if at > 0 {
			b.first = append(b.first, uint32(len(queue)-1))
		}
		children := b.children(node)
		for _, c := range children {
			b.labels = append(b.labels, b.label(c, node.depth))
		}
		queue = append(queue, children...)
	}
	b.first = append(b.first, uint32(len(b.labels)))
}

// children returns the children of node, sorted by label.
func (b *trieBuilder) children(node trieNode) []trieNode {
	var children []trieNode
	last := rune(-1)
	for i := node.low; i < node.high; i++ {
		r, size := utf8.DecodeRuneInString(b.words[i][node.depth:])
		if r != last {
			children = append(children, trieNode{i, i, node.depth + size})
			last = r
		}
		children[len(children)-1].high = i + 1
	}
	slices.SortFunc(children, func(x, y trieNode) int {
		return int(b.label(x, node.depth)) - int(b.label(y, node.depth))
	})
	return children
}

// label returns the id of the code point that leads from depth to node.
func (b *trieBuilder) label(node trieNode, depth int) uint16 {
	r, _ := utf8.DecodeRuneInString(b.words[node.low][depth:])
	return b.ids[r]
}

// encode writes the parts in the order that Trie documents.
func (b *trieBuilder) encode(values []uint32) []byte {
	h := trieHeader{
		words: len(b.words), edges: len(b.labels), inner: len(b.first) - 1,
		roots: b.roots, width: 1,
	}
	for _, v := range values {
		h.width = max(h.width, (bits.Len32(v)+7)/8)
	}
	pages, ids := b.pages()
	h.idPage = len(ids) >> pageBits

	out := []byte(trieMagic)
	for _, n := range [...]int{h.words, h.edges, h.inner, h.roots, h.idPage, h.width} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, part := range [...][]uint16{pages, ids} {
		for _, n := range part {
			out = binary.LittleEndian.AppendUint16(out, n)
		}
	}
	out = b.appendRanks(out)
	for _, n := range b.first {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	for _, n := range b.labels {
		out = binary.LittleEndian.AppendUint16(out, n)
	}
	for _, end := range b.ends {
		if end >= 0 {
			value := binary.LittleEndian.AppendUint32(nil, values[end])
			out = append(out, value[:h.width]...)
		}
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

// appendRanks appends the record of every 64 edges.
func (b *trieBuilder) appendRanks(out []byte) []byte {
	inners, words := uint32(0), uint32(0)
	for at := 0; at < len(b.labels); at += 64 {
		var inner, word uint64
		for i := at; i < min(at+64, len(b.labels)); i++ {
			if b.inner[i] {
				inner |= 1 << (i - at)
			}
			if b.ends[i] >= 0 {
				word |= 1 << (i - at)
			}
		}
		out = binary.LittleEndian.AppendUint64(out, inner)
		out = binary.LittleEndian.AppendUint64(out, word)
		out = binary.LittleEndian.AppendUint32(out, inners)
		out = binary.LittleEndian.AppendUint32(out, words)
		inners += uint32(bits.OnesCount64(inner))
		words += uint32(bits.OnesCount64(word))
	}
	return out
}
