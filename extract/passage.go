package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// passage is a sentence cut into clauses, with what stands in it.
type passage struct {
	*linking
	i        int // index of the sentence
	s        *sentence
	clauses  []segment.Span
	subjects []topic // by clause: whom it is about
	named    []int   // by clause: where the name of the person ends who acts in it, or 0
	found    []quantity
	times    []dateExpr
	used     int        // where the last claim's noun behind its number ends
	staged   bool       // a clause before says where the text is set
	cited    topic      // whom a clause before cites or ranks, for 其
	placed   []int32    // by token: 1 + the length of the place that starts with it, 0 where nobody has looked
	nearby   []standing // the parks or places that the sentence names, once looked has asked
	looked   bool
	near     int // the token that tokenIndex found last
	phrased  phrased
	held     bool // the clause that ends at byte heldEnd says that something takes place
	heldEnd  int
}

// enter makes v a passage of sentence i, in the memory that it has.
func (v *passage) enter(k *linking, i int, found []quantity) {
	s := &k.a.sentences[i]
	*v = passage{
		linking: k, i: i, s: s, found: found, times: s.dates,
		subjects: v.subjects, named: v.named, placed: v.placed, nearby: v.nearby[:0],
		clauses: v.clauses[:0],
	}
	headline := s.block.Kind == segment.Title || s.block.Kind == segment.Heading
	v.clauses = clauses(v.clauses, s.block.Text, s.span, found, headline)
	if s.span.Start == 0 && headline {
		if end := seriesEnd(s.block.Text); end < v.clauses[0].End && (len(found) == 0 || found[0].span.Start >= end) {
			v.clauses[0].Start = end
		}
	}
	v.subjects = cleared(v.subjects, len(v.clauses))
	v.named = cleared(v.named, len(v.clauses))
	v.placed = cleared(v.placed, len(s.tokens))
}

// cleared returns n zero elements, in the memory of s if that has room.
func cleared[T any](s []T, n int) []T {
	s = roomFor(s, n)[:n]
	clear(s)
	return s
}

// clauses cuts a sentence at commas, semicolons and colons outside brackets,
// quotations and the numbers found in it, and appends them to out. A headline has blanks for
// commas.
func clauses(out []segment.Span, text string, sp segment.Span, found []quantity, headline bool) []segment.Span {
	const least = len("四字以上") // what is shorter was only spaced out
	depth, start := 0, sp.Start
	var last *quantity // in front of byte i
	for i := sp.Start; i < sp.End; {
		if b := text[i]; b >= utf8.RuneSelf && b != "《"[0] && b != "，"[0] {
			i++ // no mark begins so (《 and the blank of full width begin alike)
			continue
		}
		for len(found) > 0 && found[0].span.End <= i {
			last, found = &found[0], found[1:]
		}
		if len(found) > 0 && found[0].span.Start < i {
			i = found[0].span.End // 1：3 and 1，000 are one
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		switch c {
		case '(', '（', '《':
			depth++
		case ')', '）', '》':
			depth = max(depth-1, 0)
		case '，', '；', ';', '：', ',', ':':
			if depth == 0 && !(size == 1 && digitAt(text, i-1) && digitAt(text, i+1)) {
				out = append(out, segment.Span{Start: start, End: i})
				start = i + size
			}
		case ' ', '　':
			counts := last != nil && last.span.End == i && last.unit == "" // 新增200亿 再贷款
			if headline && !counts && depth == 0 && i-start >= least && sp.End-i-size >= least {
				out = append(out, segment.Span{Start: start, End: i})
				start = i + size
			}
		}
		i += size
	}
	return append(out, segment.Span{Start: start, End: sp.End})
}

func digitAt(text string, i int) bool {
	return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9'
}

// endsAfter returns the index of the first of list, which is in reading order and
// does not overlap, that ends behind byte i. A sentence can hold thousands of
// numbers, so nothing may look at all of them for each.
func endsAfter[T any](list []T, i int, end func(*T) int) int {
	lo, hi := 0, len(list)
	for lo < hi {
		mid := (lo + hi) / 2
		if end(&list[mid]) > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

func spanEnd(s *segment.Span) int { return s.End }

func mentionEnd(m *mention) int { return m.span.End }

func quantityEnd(q *quantity) int { return q.span.End }

func dateEnd(d *dateExpr) int { return d.span.End }

func tokenEnd(t *segment.Token) int { return t.End }

func wordEnd(w *word) int { return w.End }

// clauseIndex returns the index of the clause that holds byte i.
func (v *passage) clauseIndex(i int) int {
	return min(endsAfter(v.clauses, i, spanEnd), len(v.clauses)-1)
}

func (v *passage) clauseOf(i int) segment.Span { return v.clauses[v.clauseIndex(i)] }

// mentionsIn returns the mentions that lie in sp.
func (v *passage) mentionsIn(sp segment.Span) []mention {
	ms := v.mentions[v.i]
	ms = ms[endsAfter(ms, sp.Start, mentionEnd):]
	if len(ms) > 0 && ms[0].span.Start < sp.Start {
		ms = ms[1:]
	}
	n := 0
	for n < len(ms) && ms[n].span.End <= sp.End {
		n++
	}
	return ms[:n]
}

// mentionOver returns the mention that covers byte i.
func (v *passage) mentionOver(i int) (mention, bool) {
	ms := v.mentions[v.i]
	if k := endsAfter(ms, i, mentionEnd); k < len(ms) && ms[k].span.Start <= i {
		return ms[k], true
	}
	return mention{}, false
}

// mentionAt returns the mention that starts at byte i.
func (v *passage) mentionAt(i int) (mention, bool) {
	m, ok := v.mentionOver(i)
	return m, ok && m.span.Start == i
}

// insideName reports whether sp is part of a name (三一重工, 第二中学).
func (v *passage) insideName(sp segment.Span) bool {
	m, ok := v.mentionOver(sp.Start)
	if ok && m.span.Contains(sp) {
		return true
	}
	for k := v.tokenIndex(sp.Start) - 1; k >= 0 && k >= v.tokenIndex(sp.Start)-2; k-- {
		t := v.s.tokens[k]
		if t.POS != "ns" {
			break
		}
		if name, ok := v.place(t); ok && t.Start+len(name) >= sp.End {
			return true // 浙江三门
		}
	}
	place, _, ok := v.lists.of("nature").prefix(v.s.block.Text[sp.Start:v.s.span.End])
	return ok && sp.Start+len(place) > sp.End // 六盘|山
}

// model reports whether q, whose unit is in Latin letters, belongs to the name of a
// product: the name of its maker stands right in front (金风|600KW风机).
func (v *passage) model(q quantity) bool {
	text := v.s.block.Text
	if q.kind == "number" || !isLatin(text[q.span.End-1]) || q.span.Start == v.s.span.Start {
		return false
	}
	if m, ok := v.mentionOver(q.span.Start - 1); ok {
		return m.span.End == q.span.Start
	}
	t := v.tokenAt(q.span.Start - 1)
	return t.End == q.span.Start && (strings.HasPrefix(t.POS, "nr") || t.POS == "nz" || t.POS == "nt")
}

// quantityOver returns the number that covers byte i, or else the next one.
func (v *passage) quantityOver(i int) (quantity, bool) {
	if k := endsAfter(v.found, i, quantityEnd); k < len(v.found) {
		return v.found[k], true
	}
	return quantity{}, false
}

// opens reports whether a word of a section of links.txt starts at byte i of the
// sentence.
func (v *passage) opens(section string, i int) bool {
	word, _, ok := v.lists.of(section).prefix(v.s.block.Text[i:v.s.span.End])
	return ok && v.boundary(i+len(word))
}

// clauseHolds reports whether a word of a section of links.txt stands in the clause of byte i.
func (v *passage) clauseHolds(section string, i int) bool {
	c := v.clauseOf(i)
	return v.inside(section, v.s.block.Text[c.Start:c.End])
}

// amountAt reports whether a quantity that is more than a bare number, such as
// the 5 of 5A, starts at byte i.
func (v *passage) amountAt(i int) bool {
	q, ok := v.quantityOver(i)
	return ok && q.span.Start == i && q.kind != "number"
}

// quantityAt reports whether a quantity starts at byte i.
func (v *passage) quantityAt(i int) bool {
	q, ok := v.quantityOver(i)
	return ok && q.span.Start == i
}

func (k *linking) passage(i int, found []quantity) *passage {
	v := new(passage)
	v.enter(k, i, found)
	return v
}

// tokenIndex returns the index of the token that holds byte i.
func (v *passage) tokenIndex(i int) int {
	// Most looks are at the token looked at last or beside it.
	for k := max(v.near-1, 0); k < min(v.near+2, len(v.s.tokens)); k++ {
		if t := &v.s.tokens[k]; t.Start <= i && i < t.End {
			v.near = k
			return k
		}
	}
	v.near = endsAfter(v.s.tokens, i, tokenEnd)
	return v.near
}

// tokenAt returns the token that holds byte i, or none.
func (v *passage) tokenAt(i int) segment.Token {
	if k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].Start <= i {
		return v.s.tokens[k]
	}
	return segment.Token{}
}

// boundary reports whether a token starts at byte i.
func (v *passage) boundary(i int) bool {
	k := v.tokenIndex(i)
	return k < len(v.s.tokens) && v.s.tokens[k].Start == i || i == v.s.span.End
}
