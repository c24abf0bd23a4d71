package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The marks that matter to sentences. They are part of the writing system, not
// knowledge about news, and so stand here and not among the cues.
const (
	stops   = "。．！？!?…" // a sentence can end after these
	closers = "”’」』）)】］]〕｝}"
	goesOn  = "，,、；;：:" // after these marks the sentence is not over
)

// quoteReach is how many bytes a quotation or bracket may span and still be
// kept in one sentence. A longer one is a speech and is cut like other text.
const quoteReach = 360

// Sentences cuts b.Text into sentences. The spans tile the text: each starts
// where the one before ends, and white space after a sentence belongs to it.
//
// A sentence ends after 。！？!? or an ellipsis, with the closing marks that
// follow. Semicolons end none, nor does a stop inside a pair of quotes or
// brackets unless it is the last thing in them. A half-width full stop counts
// only where it stands for 。: after a Chinese character and before another, a
// space or the end.
func (b *Block) Sentences() []Span {
	text := b.Text
	if text == "" {
		return nil
	}
	var spans []Span
	start := 0
	pairs := shelters(text)
	for i := 0; i < len(text); {
		if c := text[i]; !leadsMark(c) && c != '.' && c != '!' && c != '?' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isStop(text, i, r) {
			i += n
			continue
		}
		for len(pairs) > 0 && pairs[0].End <= i {
			pairs = pairs[1:]
		}
		end, ok := sentenceEnd(text, i+n, r, pairs)
		if ok {
			spans = appendSentence(spans, text, Span{start, end})
			start = end
		}
		i = end
	}
	if start < len(text) {
		spans = appendSentence(spans, text, Span{start, len(text)})
	}
	return spans
}

// longSentence is the length in bytes, some 2,000 characters, beyond which a sentence is
// cut at a comma: no sentence of prose comes near it, a table without full stops does, and
// the time that the rules take grows with the square of it.
const longSentence = 6000

// appendSentence appends sentence s of text to spans, in pieces if it is a long one.
func appendSentence(spans []Span, text string, s Span) []Span {
	for s.Len() > longSentence {
		end := s.Start + longSentence
		for end > s.Start+1 && !utf8.RuneStart(text[end]) {
			end--
		}
		if at := strings.LastIndexAny(text[s.Start:end], "，；、：;\n "); at > longSentence/2 {
			_, n := utf8.DecodeRuneInString(text[s.Start+at:])
			end = min(s.Start+at+n, s.Start+longSentence)
		}
		spans = append(spans, Span{s.Start, end})
		s.Start = end
	}
	return append(spans, s)
}

// leadsMark reports whether c is the first byte of one of the blocks of Unicode that
// hold all marks beyond ASCII: U+2000, U+3000 and U+F000. It is the first byte of few
// Chinese characters, and never another byte of one.
func leadsMark(c byte) bool { return c == 0xE2 || c == 0xE3 || c == 0xEF }

// isStop reports whether r at text[i] can end a sentence, by itself.
func isStop(text string, i int, r rune) bool {
	switch r {
	case '.':
		if strings.HasPrefix(text[i:], "...") {
			return true
		}
		prev, _ := utf8.DecodeLastRuneInString(text[:i])
		next, n := utf8.DecodeRuneInString(text[i+1:])
		return unicode.Is(unicode.Han, prev) &&
			(n == 0 || unicode.IsSpace(next) || chinese(next) || strings.ContainsRune(closers, next))
	case '．': // ２．２亿
		prev, _ := utf8.DecodeLastRuneInString(text[:i])
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		return !unicode.IsDigit(prev) || !unicode.IsDigit(next)
	case '!', '?':
		if i+1 == len(text) {
			return true
		}
		c := text[i+1] // neither a query string nor a name like Yahoo!
		return c != '=' && c != '/' && c != '&' && c != '#' && !isAlnum(c)
	}
	return strings.ContainsRune(stops, r)
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// sentenceEnd takes the marks and the white space that follow a stop which
// ends at i, and reports whether the sentence is over there. The first of
// pairs is the one that i may be in.
func sentenceEnd(text string, i int, stop rune, pairs []Span) (end int, ok bool) {
	for i < len(text) { // ？！ and ……
		r, n := utf8.DecodeRuneInString(text[i:])
		if r != '.' && !strings.ContainsRune(stops, r) {
			break
		}
		stop = r
		i += n
	}
	in := Span{-1, -1}
	if len(pairs) > 0 && pairs[0].Start < i {
		in = pairs[0]
	}
	closed := false
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(closers, r) && (r != '"' || i+n != in.End) {
			break
		}
		i += n
		closed = true
	}
	if i < in.End {
		return i, false
	}
	next, _ := utf8.DecodeRuneInString(text[i:])
	if i < len(text) && strings.ContainsRune(goesOn, next) {
		return i, false
	}
	// 提出“怎么办？”的问题: the quotation is a word of the sentence around it.
	if closed && in.Start > 0 && stop != '。' && unicode.Is(unicode.Han, next) {
		before, _ := utf8.DecodeLastRuneInString(text[:in.Start])
		if unicode.IsLetter(before) {
			return i, false
		}
	}
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isSpace(r) {
			break
		}
		i += n
	}
	return i, true
}

// shelters returns the outermost pairs of quotes and brackets in text that
// close within quoteReach, in order, each from its opening mark to behind its
// closing one.
func shelters(text string) []Span {
	type open struct {
		at   int
		mark rune // the mark that closes it
	}
	var stack []open
	var out []Span
	for i := range len(text) {
		switch text[i] {
		case '(', ')', '"', '[', ']', '{', '}', 0xE2, 0xE3, 0xEF:
		default:
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		// What was opened too long ago is no shelter any more.
		for len(stack) > 0 && i-stack[0].at > quoteReach {
			stack = stack[1:]
		}
		if k := matching(stack, func(o open) bool { return o.mark == r }); k >= 0 {
			s := Span{stack[k].at, i + size}
			stack = stack[:k]
			for len(out) > 0 && out[len(out)-1].Start > s.Start {
				out = out[:len(out)-1]
			}
			out = append(out, s)
			continue
		}
		if mark, ok := closing(r); ok {
			stack = append(stack, open{i, mark})
		}
	}
	return out
}

// matching returns the index of the last element for which ok holds, or -1.
func matching[T any](s []T, ok func(T) bool) int {
	for i := len(s) - 1; i >= 0; i-- {
		if ok(s[i]) {
			return i
		}
	}
	return -1
}

// closing returns the mark that closes what r opens.
func closing(r rune) (mark rune, ok bool) {
	switch r {
	case '"':
		mark = '"'
	case '“':
		mark = '”'
	case '‘':
		mark = '’'
	case '「':
		mark = '」'
	case '『':
		mark = '』'
	case '（':
		mark = '）'
	case '(':
		mark = ')'
	case '【':
		mark = '】'
	case '［':
		mark = '］'
	case '[':
		mark = ']'
	case '〔':
		mark = '〕'
	case '｛':
		mark = '｝'
	case '{':
		mark = '}'
	case '《':
		mark = '》'
	case '〈':
		mark = '〉'
	}
	return mark, mark != 0
}

// isSpace reports whether r is white space, counting the zero-width characters
// that web pages leave between others.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return zeroWidth(r) || unicode.IsSpace(r)
}

func zeroWidth(r rune) bool {
	return r == '\u200b' || r == '\u2060' || r == '\ufeff'
}
