package extract

import (
	"unicode/utf8"

	"newsift/segment"
)

// numeral is a number as written, before its unit is known.
type numeral struct {
	span     segment.Span
	lo, hi   number // equal unless the digits themselves give a range (两三百)
	isRange  bool
	over     bool // written with 多, 余, 几 or 数: at least the value
	about    bool // written with 来: roughly the value
	han      bool // Chinese digits only
	bare     bool // a magnitude with no digit before it (亿, 百余)
	year     bool // four digits without separators, Arabic or Chinese (2020, 二〇二〇)
	row      bool // Chinese digits side by side, read one by one (一二三)
	digits   int  // Arabic digits before the decimal point
	tail     int  // power of ten of the magnitudes at the end (50亿, 三百万)
	bigTail  int  // and of those from 万 on alone
	negative bool
}

// sign is one element of a numeral.
type sign struct {
	kind   signKind
	han    bool
	digits uint8  // of an Arabic literal, before the decimal point
	value  number // of a literal or decimal; of a magnitude, exp alone
	end    int    // byte offset behind it
}

type signKind uint8

const (
	noSign signKind = iota
	arabicSign
	literalSign   // in a numeral, also of Arabic digits
	magnitudeSign // 十, 百, 千, 万, …
	vagueSign     // 几 and 数: some, at least one
	overSign      // 多 and 余 before a magnitude
	aboutSign     // 来 before a magnitude
	decimalSign   // 点 with the digits behind it
)

// nextNumeral returns the first numeral of text that starts at or after from;
// ok is false when there is none.
func nextNumeral(text string, from int) (n numeral, ok bool) {
	for i := numeralLeads.next(text, from); i < len(text); i = numeralLeads.next(text, i) {
		if n, ok = readNumeral(text, i); ok {
			return n, true
		}
		i = n.span.End
	}
	return n, false
}

// maxSigns bounds the signs of one numeral; longer runs are no numbers.
const maxSigns = 40

// readNumeral reads the longest numeral that starts at byte i of text. When
// there is none, the span says what to pass over: at least one character.
func readNumeral(text string, i int) (n numeral, ok bool) {
	l := lexer{text: text}
	end := i
	for l.count < maxSigns {
		s, next := l.sign(end)
		if next <= end {
			break
		}
		end = next
		if s.kind == noSign {
			break // a code of digits without end
		}
		s.end = end
		l.push(s)
	}
	if l.count == 0 {
		_, size := utf8.DecodeRuneInString(text[min(i, len(text)):])
		n.span = segment.Span{Start: i, End: max(end, i+size)}
		return n, false
	}
	n, used := evaluate(l.signs[:l.count])
	if used == 0 {
		n.span = segment.Span{Start: i, End: end}
		return n, false
	}
	n.span = segment.Span{Start: i, End: l.signs[used-1].end}
	return n, true
}
