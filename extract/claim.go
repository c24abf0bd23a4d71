package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// The sentence column holds at most so many bytes on either side of a number, so
// that a list of thousands of numbers in one sentence is not printed for each.
const maxAround = 900

// claim is a quantity with its links, before it becomes a row.
type claim struct {
	quantity
	sentence int
	subject  string
	metric   string
	change   string
	period   string
	link     string  // file:line of the rule that found the subject
	subjects []topic // all that it can be about, the likeliest first; only for explanations
}

// around returns the sentence about the number at sp, cut at a character and
// marked with … where it is very long.
func (s *sentence) around(sp segment.Span) string {
	text := s.block.Text
	start, end, head, foot := s.span.Start, s.span.End, "", ""
	if sp.Start-start > maxAround {
		start, head = sp.Start-maxAround, "…"
		for !utf8.RuneStart(text[start]) {
			start++
		}
	}
	if end-sp.End > maxAround {
		end, foot = sp.End+maxAround, "…"
		for !utf8.RuneStart(text[end]) {
			end--
		}
	}
	return head + strings.TrimSpace(text[start:end]) + foot
}

// claimRow makes the row of c.
func claimRow(doc *segment.Document, a *article, c claim) Claim {
	s := &a.sentences[c.sentence]
	start, end, line := s.block.Source(c.span)
	row := Claim{
		Doc: doc.Name, Article: a.Number, Line: line, Start: start, End: end,
		Kind: c.kind, Text: s.block.Text[c.span.Start:c.span.End], Unit: c.unit, Bound: c.bound,
		Subject: c.subject, Metric: c.metric, Change: c.change, Period: c.period,
		Sentence: s.around(c.span), Rule: c.rule,
	}
	if c.link != "" {
		row.Rule = strings.TrimSpace(c.rule + " " + c.link)
	}
	if c.value != nil {
		row.Value = formatRat(c.value)
	}
	if c.max != nil {
		row.ValueMax = formatRat(c.max)
	}
	if c.base != nil && c.value != nil {
		v := *c.value
		row.BaseValue = formatRat(v.Mul(&v, c.base.factor))
		row.BaseUnit = c.base.base
	}
	return row
}
