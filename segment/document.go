// Package segment takes news from bytes to words: it decodes an input, mends
// the page (paragraphs torn by column breaks, captions, bylines), splits it
// into articles, sentences and tokens, and keeps for every byte of the mended
// text where it stood in the source.
package segment

import (
	"sort"
	"unicode/utf8"
)

// Span is a half-open range of byte offsets into one text, usually Block.Text.
type Span struct {
	Start, End int
}

// Len returns the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Document is one decoded input: a file, standard input or a JSONL record.
type Document struct {
	// Name is what the doc column prints: the file's name as given, "-" for
	// standard input, or a record's id.
	Name string
	// Text is the decoded text as it was given, without a byte order mark.
	// Offsets in rows count its characters (Unicode code points).
	Text string
	// Articles are the articles on the page in reading order; a document that
	// holds more than white space has at least one.
	Articles []Article
}

// Article is one news item of a document.
type Article struct {
	Number int    // 1-based
	Title  string // headline, empty when there is none
	Byline string // the writers' names, separated by single spaces
	Blocks []Block
}

// Kind says what a block of an article is.
type Kind uint8

// The kinds of block. Only paragraphs run on across a column break.
const (
	Paragraph Kind = iota
	Title          // the headline
	Byline         // a line that only names the writers
	Heading        // a section heading inside an article
	Caption        // the text under a picture, or a page number between halves of a paragraph
	Credit         // a source, date or staff line such as 图片来源:… or 责任编辑:…
)

// String returns the name of k in lower case.
func (k Kind) String() string {
	return [...]string{"paragraph", "title", "byline", "heading", "caption", "credit"}[k]
}

// Block is a mended stretch of an article: words that a line or column break
// cut in two are whole again.
type Block struct {
	Kind Kind
	// Text is the mended text. All spans of sentences, tokens and mentions are
	// byte offsets into it.
	Text string

	pieces []piece
}

// A piece is a run of Block.Text that stands unbroken on one line of the source.
type piece struct {
	text int // byte offset in Block.Text at which it starts
	char int // character offset in Document.Text at which it starts
	line int // 1-based line of the source
}

func (b *Block) piece(off int) piece {
	i := sort.Search(len(b.pieces), func(i int) bool { return b.pieces[i].text > off })
	return b.pieces[max(i-1, 0)]
}

// Source maps a span of b.Text to where it stands in the document: the
// half-open range of characters and the 1-based line on which it starts. A
// span across a column break covers what stands between its two halves.
func (b *Block) Source(s Span) (start, end, line int) {
	if len(b.pieces) == 0 {
		return 0, 0, 0
	}
	p := b.piece(s.Start)
	start = p.char + utf8.RuneCountInString(b.Text[p.text:s.Start])
	q := p
	if s.End > s.Start {
		q = b.piece(s.End - 1)
	}
	end = q.char + utf8.RuneCountInString(b.Text[q.text:s.End])
	return start, end, p.line
}
