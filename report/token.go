package report

import "newsift/segment"

// Token is one word of a document as a row of the tokens sheet.
type Token struct {
	Doc     string // name of the document
	Article int    // 1-based number of the article on the page
	Line    int    // 1-based line of the source
	Start   int    // first character (code point) in the document
	End     int    // one past the last character
	Text    string // the word as it stands in the mended text
	POS     string // part of speech, as segment.Token.POS
}

// Tokens returns the words of doc as cutter cuts them, in reading order.
func Tokens(doc *segment.Document, cutter *segment.Cutter) []Token {
	var rows []Token
	var words []segment.Token
	for i := range doc.Articles {
		a := &doc.Articles[i]
		for j := range a.Blocks {
			b := &a.Blocks[j]
			words = words[:0]
			for _, s := range b.Sentences() {
				words = cutter.Cut(words, b.Text, s)
			}
			for _, w := range words {
				t := Token{Doc: doc.Name, Article: a.Number, Text: b.Text[w.Start:w.End], POS: w.POS}
				t.Start, t.End, t.Line = b.Source(w.Span)
				rows = append(rows, t)
			}
		}
	}
	return rows
}
