package names

import "strings"

// FoldRune returns the form of r that dictionaries use: the half-width one of
// full-width letters, digits and brackets, and one form for each of the dashes,
// middle dots and spaces that news writes in several. Case stays.
func FoldRune(r rune) rune {
	switch {
	case r < 0x2000: // ASCII and other alphabets
		if r == 0xA0 {
			return ' '
		}
		return r
	case r >= 0x3001 && r <= 0x30FA: // punctuation and kana
		return r
	case r > 0x30FB && r < 0xFF01: // Han
		return r
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	}
	switch r {
	case '\u3000': // ideographic space
		return ' '
	case '‐', '‑', '–', '—', '―':
		return '-'
	case '•', '‧', '∙', '・', '･':
		return '·'
	}
	return r
}

// Fold returns s with every code point folded.
func Fold(s string) string { return strings.Map(FoldRune, s) }
