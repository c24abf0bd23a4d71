package extract

import "unicode/utf8"

// glyph is what a character can be in a numeral.
type glyph struct {
	kind   signKind
	digit  uint8 // of a literal
	exp    int8  // of a magnitude, or of the one that 廿 and 卅 hold
	formal bool  // written in documents of money
	common bool  // but also an everyday word or surname (陆, 伍, 收拾)
}

// glyphRows is the alphabet of numerals: simplified, traditional and formal.
var glyphRows = []struct {
	chars string
	glyph
}{
	{"0０", glyph{kind: arabicSign, digit: 0}}, {"1１", glyph{kind: arabicSign, digit: 1}},
	{"2２", glyph{kind: arabicSign, digit: 2}}, {"3３", glyph{kind: arabicSign, digit: 3}},
	{"4４", glyph{kind: arabicSign, digit: 4}}, {"5５", glyph{kind: arabicSign, digit: 5}},
	{"6６", glyph{kind: arabicSign, digit: 6}}, {"7７", glyph{kind: arabicSign, digit: 7}},
	{"8８", glyph{kind: arabicSign, digit: 8}}, {"9９", glyph{kind: arabicSign, digit: 9}},
	{"零〇", glyph{kind: literalSign}}, {"一幺", glyph{kind: literalSign, digit: 1}},
	{"二两兩", glyph{kind: literalSign, digit: 2}}, {"三", glyph{kind: literalSign, digit: 3}},
	{"四", glyph{kind: literalSign, digit: 4}}, {"五", glyph{kind: literalSign, digit: 5}},
	{"六", glyph{kind: literalSign, digit: 6}}, {"七", glyph{kind: literalSign, digit: 7}},
	{"八", glyph{kind: literalSign, digit: 8}}, {"九", glyph{kind: literalSign, digit: 9}},
	{"廿", glyph{kind: literalSign, digit: 2, exp: 1}}, {"卅", glyph{kind: literalSign, digit: 3, exp: 1}},
	{"卌", glyph{kind: literalSign, digit: 4, exp: 1}},
	{"壹", glyph{kind: literalSign, digit: 1, formal: true}}, {"贰貳", glyph{kind: literalSign, digit: 2, formal: true}},
	{"叁叄", glyph{kind: literalSign, digit: 3, formal: true}}, {"參", glyph{kind: literalSign, digit: 3, formal: true, common: true}},
	{"肆", glyph{kind: literalSign, digit: 4, formal: true, common: true}},
	{"伍", glyph{kind: literalSign, digit: 5, formal: true, common: true}},
	{"陆陸", glyph{kind: literalSign, digit: 6, formal: true, common: true}},
	{"柒", glyph{kind: literalSign, digit: 7, formal: true}}, {"捌", glyph{kind: literalSign, digit: 8, formal: true}},
	{"玖", glyph{kind: literalSign, digit: 9, formal: true}},
	{"十", glyph{kind: magnitudeSign, exp: 1}}, {"百", glyph{kind: magnitudeSign, exp: 2}}, {"千", glyph{kind: magnitudeSign, exp: 3}},
	{"拾", glyph{kind: magnitudeSign, exp: 1, formal: true, common: true}},
	{"佰陌", glyph{kind: magnitudeSign, exp: 2, formal: true, common: true}}, {"仟", glyph{kind: magnitudeSign, exp: 3, formal: true}},
	{"万", glyph{kind: magnitudeSign, exp: 4}}, {"亿", glyph{kind: magnitudeSign, exp: 8}},
	{"萬", glyph{kind: magnitudeSign, exp: 4, formal: true}}, {"億", glyph{kind: magnitudeSign, exp: 8, formal: true}},
	{"兆", glyph{kind: magnitudeSign, exp: 12, common: true}}, {"京", glyph{kind: magnitudeSign, exp: 16, common: true}},
	{"几幾数數", glyph{kind: vagueSign}}, {"多余餘", glyph{kind: overSign}}, {"来來", glyph{kind: aboutSign}},
}

// glyphIndex gives the number of a character's row, from 1, in glyphRows: pages[of[r>>8]][r&255]. The
// page of most characters is the first, which is empty. It is that small because every start builds it.
type glyphIndex struct {
	of    [1 << 16 >> 8]uint8
	pages [][1 << 8]uint8
}

var glyphs = func() *glyphIndex {
	x := &glyphIndex{pages: make([][1 << 8]uint8, 1, len(glyphRows))}
	for i, row := range glyphRows {
		for _, r := range row.chars {
			page := &x.of[r>>8]
			if *page == 0 {
				*page = uint8(len(x.pages))
				x.pages = append(x.pages, [1 << 8]uint8{})
			}
			x.pages[*page][r&(1<<8-1)] = uint8(i + 1)
		}
	}
	return x
}()

// glyphOf returns what r is in a numeral; its kind is noSign for other characters.
func glyphOf(r rune) glyph {
	if r < 0 || r >= 1<<16 {
		return glyph{}
	}
	row := glyphs.pages[glyphs.of[r>>8]][r&(1<<8-1)]
	if row == 0 {
		return glyph{}
	}
	return glyphRows[row-1].glyph
}

// runeSet is a set of characters of the basic plane, made for scanning.
type runeSet [1 << 16 / 64]uint64

func (s *runeSet) add(r rune) {
	if r >= 0 && r < 1<<16 {
		s[r>>6] |= 1 << (r & 63)
	}
}

// next returns the byte offset of the first member of s in text[from:], or
// len(text). It steps from character to character and decodes those of the
// basic plane by hand, since a numeral costs less to read than to find.
func (s *runeSet) next(text string, from int) int {
	i := from
	for i < len(text) {
		c := text[i]
		switch {
		case c < utf8.RuneSelf:
			if s[c>>6]&(1<<(c&63)) != 0 {
				return i
			}
			i++
		case c >= 0xe0 && c < 0xf0 && i+2 < len(text):
			r := rune(c&0x0f)<<12 | rune(text[i+1]&0x3f)<<6 | rune(text[i+2]&0x3f)
			if s[r>>6]&(1<<(r&63)) != 0 {
				if d, _ := utf8.DecodeRuneInString(text[i:]); d == r {
					return i
				}
				i++
				continue
			}
			if text[i+1]&0xc0 != 0x80 || text[i+2]&0xc0 != 0x80 {
				i++
				continue
			}
			i += 3
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			if r < 1<<16 && s[r>>6]&(1<<(r&63)) != 0 {
				return i
			}
			i += size
		}
	}
	return i
}

// numeralLeads are the characters that a numeral can start with.
var numeralLeads = func() *runeSet {
	s := new(runeSet)
	for _, row := range glyphRows {
		if row.kind <= vagueSign {
			for _, r := range row.chars {
				s.add(r)
			}
		}
	}
	return s
}()
