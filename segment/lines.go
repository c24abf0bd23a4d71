package segment

import (
	"strings"
	"unicode/utf8"
)

// A line is what stands on one line of the source, without the white space
// around it. A line of the source that holds several paragraphs, set off by
// ideographic spaces, makes a line of each.
type line struct {
	text   string // substring of Document.Text
	char   int    // character offset of text in Document.Text
	no     int32  // 1-based line of the source
	blanks int32  // blank lines right above it
	indent int32  // width of the white space before it
	width  int32  // width of text; a Latin character is 1 wide and a Chinese one 2
	runes  int32  // characters in text
	spaces int32  // characters of the white space before it
}

// scanLines returns the lines of text that are not blank. A line ends at \n,
// \r\n or \r; form feeds and Unicode's line and paragraph separators also
// part lines, without counting as one.
func scanLines(text string) []line {
	lines := make([]line, 0, min(strings.Count(text, "\n")+1, len(text)/4+1))
	char, no, blanks := 0, 1, 0
	fresh := true // nothing but white space so far on this line of the source
	for pos := 0; pos < len(text); {
		end, next, counts := lineEnd(text, pos)
		l := newLine(text[pos:end], char)
		if l.text != "" {
			l.no, l.blanks = int32(no), int32(blanks)
			lines = append(lines, l)
			blanks, fresh = 0, false
		}
		char += utf8.RuneCountInString(text[pos:next])
		if counts {
			if fresh {
				blanks++
			}
			no++
			fresh = true
		}
		pos = next
	}
	return lines
}

// leadsLineEnd has the bytes at which lineEnd looks.
var leadsLineEnd = [256]bool{'\n': true, '\r': true, '\f': true, '\v': true, 0xC2: true, 0xE2: true, 0xE3: true}

// lineEnd finds where the line that starts at pos ends, where the next one
// starts, and whether the line number goes up between them.
func lineEnd(text string, pos int) (end, next int, counts bool) {
	for i := pos; i < len(text); i++ {
		if !leadsLineEnd[text[i]] {
			continue
		}
		switch c := text[i]; {
		case c == '\n':
			return i, i + 1, true
		case c == '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, i + 2, true
			}
			return i, i + 1, true
		case c == '\f' || c == '\v':
			return i, i + 1, false
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, i + 2, false
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i, i + 3, false
		case c == 0xE3 && strings.HasPrefix(text[i:], "\u3000\u3000") && afterStop(text[pos:i]):
			return i, i, false
		}
	}
	return len(text), len(text), false
}

// afterStop reports whether text ends in a full stop or the like, closing
// marks aside.
func afterStop(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text, closingMarks.has))
	return endMarks.has(r)
}

// newLine trims s, which starts at character char of the document.
func newLine(s string, char int) line {
	var l line
	trimmed := strings.TrimLeftFunc(s, isSpace)
	for _, r := range s[:len(s)-len(trimmed)] {
		switch {
		case r == '\t':
			l.indent += 4
		case r >= 0x2E80:
			l.indent += 2
		case !zeroWidth(r):
			l.indent++
		}
		l.spaces++
	}
	l.text, l.char = strings.TrimRightFunc(trimmed, isSpace), char+int(l.spaces)
	for i := 0; i < len(l.text); i++ {
		switch c := l.text[i]; {
		case c < utf8.RuneSelf:
			l.width++
			l.runes++
		case c >= 0xC0:
			l.width += 2
			l.runes++
		}
	}
	return l
}

// layout is what the lines of a document have in common.
type layout struct {
	// wrap is where lines were broken by hand, so that a paragraph goes on over
	// the end of its lines; its column is 0 when a line is a paragraph or a
	// piece of one.
	wrap wrap
	// sparse is true when blank lines stand between most lines.
	sparse bool
	// indented is true when paragraphs start with an indent.
	indented bool
	// margin is the indent that all lines have.
	margin int32
}

// findLayout looks at all lines together: single lines lie.
func findLayout(lines []line) layout {
	var lay layout
	apart, indents, short := 0, 0, 0
	lay.margin = 1 << 30
	for _, l := range lines {
		lay.margin = min(lay.margin, l.indent)
	}
	for i, l := range lines {
		if i > 0 && l.blanks > 0 {
			apart++
		}
		if in := l.indent - lay.margin; in >= 2 && in <= 8 {
			indents++
		}
		if l.runes < 20 {
			short++
		}
	}
	lay.sparse = len(lines) > 2 && apart*2 >= len(lines)-1
	lay.wrap = findWrap(lines)
	// Every paragraph has one first line; what is left may be headlines.
	lay.indented = indents >= 2 && (lay.wrap.column > 0 || 2*indents >= len(lines)-short)
	return lay
}

// A wrap is the place at which lines were broken by hand.
type wrap struct {
	column int32 // the widest line, by the measure; 0 when nothing was wrapped
	slack  int32 // how far a line may fall short because a number or a mark did not fit
	chars  bool  // lines are measured in characters and not in columns of a terminal
}

// edge returns where l ends, by the measure of w.
func (w wrap) edge(l *line) int32 {
	if w.chars {
		return l.spaces + l.runes
	}
	return l.indent + l.width
}

// full reports whether a line that ends at edge is as wide as lines are, so that
// the next word, which is that wide, did not fit. A line that is far too wide was
// set by itself, as headlines are.
func (w wrap) full(edge, word int32) bool {
	return edge+word+w.slack > w.column && edge <= w.column+w.slack
}

// The narrowest column and the widest page that count as wrapped by hand.
const (
	minWrap = 20
	maxWrap = 240
)

// findWrap returns the place at which the lines were wrapped: by their width on
// paper, or by a program that counts characters, whichever they fit better.
func findWrap(lines []line) wrap {
	columns, fit := wrap{slack: 5}.find(lines, minWrap)
	chars, better := wrap{slack: 2, chars: true}.find(lines, minWrap/2)
	if better > fit {
		return chars
	}
	return columns
}

// find looks for the place at which the lines were wrapped, shortest or more
// from the margin, and returns how many lines end there. Wrapped lines are all
// about as wide, mostly stop in mid-sentence, and hold commas and stops inside,
// which verse and tables do not.
func (w wrap) find(lines []line, shortest int) (found wrap, ends int) {
	var all, open, inner [maxWrap + 1]int
	n := 0
	for i := range lines {
		l := &lines[i]
		edge := w.edge(l)
		if edge > maxWrap || i+1 == len(lines) || lines[i+1].blanks > 0 {
			continue
		}
		n++
		all[edge]++
		if endOf(l.text) <= endComma || cutsNumber(l.text, lines[i+1].text) {
			open[edge]++
		}
		if clauseMarks.in(trimLast(l.text)) {
			inner[edge]++
		}
	}
	if n < 2 {
		return wrap{}, 0
	}
	sum := func(h *[maxWrap + 1]int, column int) (s int) {
		for k := column - int(w.slack); k <= column; k++ {
			s += h[k]
		}
		return s
	}
	best, column := 0, 0
	for k := shortest; k <= maxWrap; k++ {
		if s := sum(&all, k); s > best {
			best, column = s, k
		}
	}
	if best < 2 || 5*best < 2*n || 2*sum(&open, column) < best || 3*sum(&inner, column) < best {
		return wrap{}, 0
	}
	w.column = int32(column)
	wide := 0
	for i := range lines {
		if l := &lines[i]; w.edge(l) > w.column && !spansColumns(l) {
			wide++
		}
	}
	if 20*wide > len(lines) {
		return wrap{}, 0
	}
	return w, best
}

// spansColumns reports whether l, which is wider than the column it stands over,
// has the look of a headline and not of a paragraph.
func spansColumns(l *line) bool {
	return l.runes <= maxHead && endOf(l.text) == endOpen && !bodyMarks.in(l.text)
}

// cutsNumber reports whether a line end cut a number in two behind its decimal
// point, a being the line before it and b the one after. The number of a list
// item that stands on a line of its own is not one.
func cutsNumber(a, b string) bool {
	bare := strings.TrimSuffix(strings.TrimSuffix(a, "."), "．")
	if len(bare) == len(a) || b == "" || !isDigit(b[0]) || isNumbered(b) {
		return false
	}
	number := strings.TrimRight(bare, "0123456789")
	return len(number) < len(bare) && number != ""
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// trimLast returns s without its last character.
func trimLast(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[:len(s)-n]
}

// An ending says how a stretch of text ends.
type ending uint8

const (
	endOpen  ending = iota // in mid-sentence, or as headlines do
	endComma               // with a mark that promises more
	endSoft                // with a colon or semicolon
	endStop                // with a full stop or the like
)

// endOf returns how text ends; closing quotes and brackets are looked through,
// and so is what a last pair of brackets adds behind a full stop.
func endOf(text string) ending {
	bare := strings.TrimRightFunc(text, lineClosers.has)
	r, _ := utf8.DecodeLastRuneInString(bare)
	if len(bare) < len(text) && !stopMarks.has(r) {
		if i := strings.LastIndexFunc(bare, openBrackets.has); i > 0 && afterStop(strings.TrimRightFunc(bare[:i], isSpace)) {
			return endStop
		}
	}
	switch r {
	case '。', '．', '！', '？', '!', '?', '…':
		return endStop
	case '.':
		return endStop
	case '；', ';', '：', ':':
		return endSoft
	case '，', ',', '、', '—', '（', '(', '“', '‘', '《':
		return endComma
	}
	return endOpen
}
