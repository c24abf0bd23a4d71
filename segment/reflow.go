package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reach is how many units may stand between the halves of a torn paragraph.
const reach = 5

// joinAt is the evidence from which two pieces are taken for one paragraph.
const joinAt = 3

// reflow finds the paragraphs that a column break or a picture tore in two and
// links their pieces; what stands between them becomes a caption.
func reflow(c *cues, units []unit, lay layout) {
	for i := range units {
		a := &units[i]
		if a.kind != Paragraph || a.class != plain || isRow(a) {
			continue
		}
		if i+1 < len(units) && units[i+1].class == plain && cutsNumber(a.last(), units[i+1].first()) {
			a.join(&units[i+1], i+1)
			continue
		}
		if a.list || a.end > endComma {
			continue
		}
		torn := tornEvidence(c, a, lay)
		if a.head && i == 0 {
			torn -= 2 // a page starts with its headline
		}
		j, between, ok := nextPiece(c, units, i)
		if !ok || torn+between+goesOnEvidence(c, &units[j], lay) < joinAt {
			continue
		}
		a.join(&units[j], j)
		for k := i + 1; k < j; k++ {
			if units[k].kind == Paragraph {
				units[k].kind = Caption
			}
			units[k].head = false
		}
	}
}

// join makes b, the unit with index j, the second half of a.
func (u *unit) join(b *unit, j int) {
	u.next, u.head, u.list = j, false, false
	b.cont, b.head, b.list = true, false, false
	b.class = plain
}

// nextPiece finds the unit on which the paragraph units[i] could go on, past
// pictures with their captions and credits. between is the evidence that what
// it passed gives.
func nextPiece(c *cues, units []unit, i int) (j, between int, ok bool) {
	heads := 0
	for j = i + 1; j < len(units) && j <= i+reach; j++ {
		switch u := &units[j]; {
		case u.class == picture || u.kind == Caption:
			between = 2
		case u.class == number:
		case u.list || u.class == named || u.class == source || u.class == staff:
			return 0, 0, false
		case u.head:
			if heads++; heads > 1 && between == 0 {
				return 0, 0, false
			}
		default:
			if heads > 0 && c.leadEvidence(u.first()) > 0 {
				return 0, 0, false
			}
			if j == i+1 && u.lines[0].blanks == 0 && units[i].lines[0].blanks > 0 {
				between++
			}
			return j, between, true
		}
	}
	return 0, 0, false
}

// tornEvidence weighs whether a, which ends without a full stop, breaks off in
// mid-sentence.
func tornEvidence(c *cues, a *unit, lay layout) int {
	n := 0
	if a.end == endComma {
		n += 4
	}
	switch comma := commaMarks.in(a.last()); {
	case comma:
		n++
	case a.head:
		n -= 2
	}
	if !a.head || commaMarks.in(a.last()) && a.runes > 30 {
		n++ // too much for a headline
	}
	if endsInDigit(a.last()) && a.runes > 20 {
		n++
	}
	if a.runes > maxTitle {
		n++
	}
	if c.dangling.suffix(a.last()) != "" {
		n += 2
	}
	if opensMore(a.last()) {
		n++
	}
	if lay.sparse {
		n++
	}
	switch edge := lay.wrap.edge(&a.lines[len(a.lines)-1]); {
	case lay.wrap.column == 0:
	case edge+lay.wrap.slack >= lay.wrap.column:
		n += 2
	default:
		n -= 2
	}
	return n
}

// isRow reports whether a is a row of a table.
func isRow(a *unit) bool {
	return strings.ContainsAny(a.first(), "\t|")
}

func endsInDigit(s string) bool { return isDigit(s[len(s)-1]) }

// hasStop reports whether a sentence ends inside u.
func hasStop(u *unit) bool {
	for _, l := range u.lines {
		if strings.ContainsAny(l.text, "。；？！") {
			return true
		}
	}
	return false
}

// opensMore reports whether the last sentence of s opens more quotes or
// brackets than it closes.
func opensMore(s string) bool {
	s = s[len(s)-min(len(s), quoteReach):]
	s = s[strings.LastIndexByte(s, 0xE3)+1:]
	depth := 0
	for _, r := range s {
		switch {
		case strings.ContainsRune("“《（(「【", r):
			depth++
		case strings.ContainsRune("”》）)」】", r):
			depth = max(depth-1, 0)
		}
	}
	return depth > 0
}

// goesOnEvidence weighs whether b begins in mid-sentence.
func goesOnEvidence(c *cues, b *unit, lay layout) int {
	s := b.first()
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case goesOnMarks.has(r):
		return 4
	case isNumbered(s), startMarks.has(r):
		return -2
	case c.leadEvidence(s) > 0:
		return -3
	case c.opener.prefix(s) != "":
		return -2
	}
	if lay.indented {
		if b.lines[0].indent >= lay.margin+2 {
			return -3
		}
		return 2
	}
	return 0
}

// A frag is a stretch of the source that goes into a block as it stands.
type frag struct {
	text string
	char int
	line int
}

// maxPiece is how many bytes of one line a piece covers at most, so that
// Source never counts far.
const maxPiece = 512

// newBlock makes a block of kind from lines. Where a line ends the words run
// on; sep, when it is not empty, is set between lines all the same.
func newBlock(kind Kind, lines []line, sep string) Block {
	if len(lines) == 1 && !hasZeroWidth(lines[0].text) {
		b := Block{Kind: kind, Text: lines[0].text}
		b.pieces = appendPieces(make([]piece, 0, len(b.Text)/maxPiece+1), 0, frag{b.Text, lines[0].char, int(lines[0].no)})
		return b
	}
	size := 0
	for i := range lines {
		size += len(lines[i].text) + 1
	}
	var text strings.Builder
	text.Grow(size)
	pieces := make([]piece, 0, len(lines))
	for i, l := range lines {
		if i > 0 {
			s := sep
			if s == "" {
				s = joint(lines[i-1].text, l.text)
			}
			text.WriteString(s)
		}
		for f := range visible(l) {
			pieces = appendPieces(pieces, text.Len(), f)
			text.WriteString(f.text)
		}
	}
	return Block{Kind: kind, Text: text.String(), pieces: pieces}
}

// appendPieces adds the pieces of f, which stands at off in the block's text.
func appendPieces(pieces []piece, off int, f frag) []piece {
	for {
		pieces = append(pieces, piece{off, f.char, f.line})
		if len(f.text) <= maxPiece {
			return pieces
		}
		n := maxPiece
		for n > 0 && !utf8.RuneStart(f.text[n]) {
			n--
		}
		if n == 0 {
			n = maxPiece
		}
		off += n
		f.char += utf8.RuneCountInString(f.text[:n])
		f.text = f.text[n:]
	}
}

// zeroWidths are the characters that zeroWidth reports.
const zeroWidths = "\u200b\u2060\ufeff"

func hasZeroWidth(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == 0xE2 || c == 0xEF {
			if r, _ := utf8.DecodeRuneInString(s[i:]); zeroWidth(r) {
				return true
			}
		}
	}
	return false
}

// visible yields what stands between the zero-width characters of l: they
// would cut words in two.
func visible(l line) func(yield func(frag) bool) {
	return func(yield func(frag) bool) {
		s, char := l.text, l.char
		for {
			i := strings.IndexAny(s, zeroWidths)
			if i < 0 {
				yield(frag{s, char, int(l.no)})
				return
			}
			if i > 0 && !yield(frag{s[:i], char, int(l.no)}) {
				return
			}
			_, n := utf8.DecodeRuneInString(s[i:])
			char += utf8.RuneCountInString(s[:i]) + 1
			s = s[i+n:]
		}
	}
}

// joint returns what belongs between two lines of one paragraph: a space
// between Latin words, nothing between Chinese characters or inside a number.
func joint(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if last >= 0x2E80 || first >= 0x2E80 || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return ""
	}
	switch {
	case last == ',' && cutsThousands(a, b):
		return ""
	case unicode.IsLetter(last), strings.ContainsRune(",;:!?", last):
		return " "
	case last == '.':
		if unicode.IsLetter(first) {
			return " "
		}
	case unicode.IsDigit(last):
		// The year of "in 2020 the", not the digits of 3 / 00万元.
		word := strings.TrimRight(a, "0123456789.,")
		if strings.HasSuffix(word, " ") && unicode.IsLetter(first) {
			return " "
		}
	}
	return ""
}

// cutsThousands reports whether the comma that a ends with parts the thousands of
// a number that goes on in b: 3, / 200家.
func cutsThousands(a, b string) bool {
	before := len(a) - 1
	after := len(b) - len(strings.TrimLeft(b, "0123456789"))
	return before > 0 && isDigit(a[before-1]) && after == 3
}
