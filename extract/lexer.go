package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexer cuts a numeral into signs.
type lexer struct {
	text  string
	signs [maxSigns]sign
	count int  // of signs
	gaps  bool // a space stood before one of them
}

func (l *lexer) push(s sign) {
	l.signs[l.count] = s
	l.count++
}

// last returns the sign read last, or one of the kind noSign.
func (l *lexer) last() sign {
	if l.count == 0 {
		return sign{}
	}
	return l.signs[l.count-1]
}

// runeAt decodes the character at byte i; it is utf8.RuneError at the end.
func (l *lexer) runeAt(i int) (rune, int) {
	if i >= len(l.text) {
		return utf8.RuneError, 0
	}
	return utf8.DecodeRuneInString(l.text[i:])
}

// sign reads the sign at byte i and returns its end, i when none is there.
func (l *lexer) sign(i int) (s sign, end int) {
	r, size := l.runeAt(i)
	if size == 0 {
		return s, i
	}
	g := glyphOf(r)
	last := l.last()
	switch g.kind {
	case arabicSign:
		if last.kind == noSign || last.kind == magnitudeSign || last.kind == literalSign && last.han && last.value.coef == 0 {
			return l.arabic(i)
		}
		return s, i
	case literalSign:
		return l.literal(g, i, size)
	case magnitudeSign:
		return l.magnitude(g, i, size)
	case vagueSign:
		if strings.ContainsRune("数數", r) && last.kind != noSign || last.kind == literalSign && last.value.coef != 0 || last.kind > magnitudeSign {
			return s, i
		}
		return sign{kind: vagueSign, han: true}, i + size
	case overSign, aboutSign:
		if last.kind != noSign && last.kind < overSign && l.magnitudeFollows(i+size) {
			return sign{kind: g.kind, han: true}, i + size
		}
		return s, i
	}
	switch r {
	case '点', '點':
		return l.decimal(i, size)
	case ' ', '　':
		return l.spaced(i)
	case '个', '個':
		far := i + size
		if next, n := l.runeAt(far); glyphOf(next).kind == overSign {
			far += n // 三个多亿
		}
		if last.kind != noSign && l.magnitudeFollows(far) && (last.kind == literalSign || last.kind >= overSign) && !l.gradeFollows(far) {
			return l.sign(i + size)
		}
	case 'k', 'K':
		if last.kind == literalSign && (last.digits > 1 || last.value.exp < 0) && !l.wordAt(i+size) {
			return sign{kind: magnitudeSign, value: number{exp: 3}}, i + size
		}
	}
	return s, i
}

// literal reads a Chinese digit.
func (l *lexer) literal(g glyph, i, size int) (s sign, end int) {
	last := l.last()
	if last.kind == literalSign && !last.han || last.kind >= overSign {
		return s, i
	}
	if g.common && !l.formal(i, size) {
		return s, i
	}
	s = sign{kind: literalSign, han: true, value: number{coef: uint64(g.digit)}}
	if g.exp == 0 {
		return s, i + size
	}
	// 廿 and 卅 are a digit and a magnitude in one.
	if last.kind == literalSign && last.value.coef != 0 || l.count == maxSigns-1 {
		return s, i
	}
	s.end = i
	l.push(s)
	return sign{kind: magnitudeSign, han: true, value: number{exp: int(g.exp)}}, i + size
}

// formal reports whether the character text[i:i+size], which is an everyday
// word too, is meant as a digit: among formal digits, before the name of money,
// or with no Chinese word on either side.
func (l *lexer) formal(i, size int) bool {
	if l.count > 0 {
		return true
	}
	next, _ := l.runeAt(i + size)
	if glyphOf(next).formal || strings.ContainsRune("元圆圓角點点", next) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(l.text[:i])
	if unicode.Is(unicode.Han, before) && before != '之' {
		return false
	}
	kind := glyphOf(next).kind
	return !unicode.Is(unicode.Han, next) || kind == literalSign || kind == magnitudeSign
}

// bigUnits begin what can stand behind 兆 and 京 when those are magnitudes.
const bigUnits = "元圆圓零日"

// magnitude reads 十, 百, 千, 万 and their like.
func (l *lexer) magnitude(g glyph, i, size int) (s sign, end int) {
	last := l.last()
	next, nextSize := l.runeAt(i + size)
	switch {
	case g.exp > 8: // 兆瓦 is a unit, and 京 a city
		if last.kind == noSign || !last.han || nextSize > 0 && glyphOf(next).kind == noSign && !strings.ContainsRune(bigUnits, next) {
			return s, i
		}
	case g.common && l.count == 0 && !l.formal(i, size):
		return s, i
	case prefixUnits.prefix(next, g.exp) && l.takesPrefix(last):
		return s, i
	}
	return sign{kind: magnitudeSign, han: true, value: number{exp: int(g.exp)}}, i + size
}

// unitPrefixes are the units that 百 and 千 can be a prefix of (千瓦, 百帕).
type unitPrefixes string

const prefixUnits unitPrefixes = "瓦克米卡伏焦帕赫"

func (u unitPrefixes) prefix(next rune, exp int8) bool {
	return (exp == 2 || exp == 3) && strings.ContainsRune(string(u), next)
}

// takesPrefix reports whether 千 behind last belongs to the unit that follows:
// not in 一万八千米, where it goes on the number.
func (l *lexer) takesPrefix(last sign) bool {
	for _, s := range l.signs[:l.count] {
		if s.kind == magnitudeSign && last.kind != magnitudeSign {
			return false
		}
	}
	return true
}

// magnitudeFollows reports whether 万 or a larger magnitude stands at byte i,
// after 个 or a space.
func (l *lexer) magnitudeFollows(i int) bool {
	r, size := l.runeAt(i)
	if r == '个' || r == '個' || r == ' ' {
		r, _ = l.runeAt(i + size)
	}
	g := glyphOf(r)
	return g.kind == magnitudeSign && g.exp >= 4 && g.exp <= 8
}

// gradeFollows reports whether the magnitudes at byte i are only the size of what is
// counted (4个|万亿级集群).
func (l *lexer) gradeFollows(i int) bool {
	for {
		r, size := l.runeAt(i)
		if glyphOf(r).kind != magnitudeSign {
			return r == '级' || r == '級'
		}
		i += size
	}
}

// wordAt reports whether a Latin letter or a digit stands at byte i.
func (l *lexer) wordAt(i int) bool {
	return i < len(l.text) && (isLatin(l.text[i]) || l.text[i] >= '0' && l.text[i] <= '9')
}

// spaced reads a sign behind spaces: a magnitude (1.6 万亿), and in Chinese
// numerals also a digit that has its magnitude with it (三千 八百).
func (l *lexer) spaced(i int) (s sign, end int) {
	const most = 2
	j := i
	for n := 0; ; n++ {
		r, size := l.runeAt(j)
		if r != ' ' && r != '　' {
			break
		}
		if n == most {
			return s, i
		}
		j += size
	}
	last := l.last()
	if last.kind == noSign {
		return s, i
	}
	r, size := l.runeAt(j)
	g := glyphOf(r)
	after, n := l.runeAt(j + size)
	if after == ' ' {
		after, _ = l.runeAt(j + size + n)
	}
	follows := glyphOf(after).kind == magnitudeSign
	switch {
	case g.kind == magnitudeSign:
		if last.kind == magnitudeSign && g.exp < 4 {
			return s, i
		}
	case g.kind == literalSign, g.kind == arabicSign:
		if last.kind != magnitudeSign || !follows && !(l.gaps && g.kind == literalSign) {
			return s, i
		}
	case g.kind == overSign, g.kind == vagueSign && last.kind == magnitudeSign, (r == '点' || r == '點') && last.han:
	default:
		return s, i
	}
	s, end = l.sign(j)
	if end <= j {
		return s, i
	}
	l.gaps = true
	return s, end
}

// decimal reads 点 and the digits behind it, which are no minutes (九点三十,
// 八点零五分).
func (l *lexer) decimal(i, size int) (s sign, end int) {
	last := l.last()
	if last.kind != literalSign && last.kind != magnitudeSign || !last.han {
		return s, i
	}
	end = i + size
	if r, n := l.runeAt(end); r == ' ' {
		end += n
	}
	s.kind, s.han = decimalSign, true
	for s.value.exp > -18 {
		r, n := l.runeAt(end)
		g := glyphOf(r)
		if g.kind != literalSign && g.kind != arabicSign || g.exp != 0 {
			break
		}
		s.value, _ = s.value.digit(uint64(g.digit))
		s.value.exp--
		end += n
	}
	r, _ := l.runeAt(end)
	if g := glyphOf(r); s.value.exp == 0 || g.kind == magnitudeSign && g.exp < 4 || r == '分' && s.value.exp == -2 {
		return s, i
	}
	return s, end
}

// arabic reads Arabic digits with thousands separators and decimals. A run that
// is too long for a number gives a sign of the kind noSign.
func (l *lexer) arabic(i int) (s sign, end int) {
	s.kind = literalSign
	digits, j, fits, grouped := 0, i, true, false
	for {
		r, n := l.runeAt(j)
		g := glyphOf(r)
		if g.kind != arabicSign {
			if r != ',' && r != '，' || digits == 0 || digits > 3 && !grouped || !l.group(j+n) {
				break
			}
			grouped = true
			j += n
			continue
		}
		var ok bool
		if s.value, ok = s.value.digit(uint64(g.digit)); !ok {
			fits = false
		}
		digits++
		j += n
	}
	j = l.exponent(l.fraction(j, &s), &s)
	if !fits || digits == 0 {
		s.kind = noSign
	}
	s.digits = uint8(min(digits, 255))
	return s, j
}

// fraction reads a decimal point and the digits behind it into s, unless more
// points follow, as in dates and the numbers of sections and versions.
func (l *lexer) fraction(i int, s *sign) (end int) {
	r, n := l.runeAt(i)
	if r != '.' && r != '．' {
		return i
	}
	value := s.value
	for end = i + n; ; end += n {
		var g glyph
		r, n = l.runeAt(end)
		if g = glyphOf(r); g.kind != arabicSign {
			break
		}
		if next, ok := value.digit(uint64(g.digit)); ok {
			value = next
			value.exp--
		}
	}
	if r, n := l.runeAt(end); value.exp == 0 || (r == '.' || r == '．') && l.digitAt(end+n) {
		return i
	}
	s.value = value
	return end
}

// exponent reads the power of ten of scientific notation (1.5e8) into s.
func (l *lexer) exponent(i int, s *sign) (end int) {
	if i >= len(l.text) || l.text[i]|0x20 != 'e' {
		return i
	}
	end = i + 1
	r, n := l.runeAt(end)
	minus := strings.ContainsRune("-－−", r)
	if minus || r == '+' {
		end += n
	}
	exp := 0
	for ; l.digitAt(end) && exp <= maxExp; end += n {
		r, n = l.runeAt(end)
		exp = exp*10 + int(glyphOf(r).digit)
	}
	if exp == 0 || exp > maxExp || l.wordAt(end) {
		return i
	}
	if minus {
		exp = -exp
	}
	s.value.exp += exp
	return end
}

func (l *lexer) digitAt(i int) bool {
	r, _ := l.runeAt(i)
	return glyphOf(r).kind == arabicSign
}

// group reports whether exactly three digits stand at byte i, as they do behind
// a thousands separator.
func (l *lexer) group(i int) bool {
	for range 3 {
		if !l.digitAt(i) {
			return false
		}
		_, n := l.runeAt(i)
		i += n
	}
	return !l.digitAt(i)
}
