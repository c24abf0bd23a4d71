// Package extract finds in segmented news what it states: mentions of parks,
// companies and institutions, and numeric claims. Its knowledge is in the text
// files under rules/, not in the code.
package extract

import "newsift/segment"

// Entity is one mention of a named park, company or institution. The fields are
// the columns of the entities table.
type Entity struct {
	Doc     string // name of the document
	Article int    // 1-based number of the article on the page
	Line    int    // 1-based line of the source
	Start   int    // first character (code point) in the document
	End     int    // one past the last character
	Type    string // park, company or institution
	Subtype string // finer class, such as high_tech_zone or university
	Text    string // the mention as it stands in the mended text
	Name    string // fullest form of the name known
	Rule    string // file:line of the rule or dictionary entry that made it
}

// Claim is one number that states how much or how many of something. The fields
// are the columns of the claims table; Kind may also be number, date or time for
// numerals that are no claims.
type Claim struct {
	Doc       string
	Article   int
	Line      int
	Start     int
	End       int
	Kind      string // count, money, percent, …
	Text      string // number, magnitude and unit as they stand
	Value     string // exact decimal (or fraction a/b) in the unit
	ValueMax  string // upper end of a range, else empty
	Unit      string // unit without magnitude
	Bound     string // exact, about, over or under
	Subject   string // whom or what the claim is about
	Metric    string // what is counted or measured
	Change    string // the word of movement, if any
	Period    string // ISO 8601 date, month, year or range a/b
	BaseValue string // Value in the base unit of its dimension
	BaseUnit  string
	Sentence  string // the sentence it stands in
	Rule      string // file:line of the unit and of the linking rule
}

// Bare reports whether c is a bare number, a date or a time and states no amount.
func (c Claim) Bare() bool { return bare(c.Kind) }

func bare(kind string) bool { return kind == "number" || kind == "date" || kind == "time" }

// Result holds the rows of one document, in reading order.
type Result struct {
	Entities []Entity
	Claims   []Claim
}

// sentence is one sentence of an article with its tokens; all spans are byte
// offsets into the block's text.
type sentence struct {
	block  *segment.Block
	span   segment.Span
	tokens []segment.Token
	found  []quantity // and bare numbers, once they have been read
	dates  []dateExpr
}

// text returns the words of the sentence.
func (s *sentence) text() string { return s.block.Text[s.span.Start:s.span.End] }

// article is an article with its sentences cut and tokenised, in reading order.
type article struct {
	*segment.Article
	sentences []sentence
}

// mention is an entity found in a sentence, before it becomes a row.
type mention struct {
	sentence int // index into article.sentences
	span     segment.Span
	typ      string
	subtype  string
	name     string // fullest form known
	rule     string // file:line
}
