package segment

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
)

var (
	bomUTF8    = []byte{0xEF, 0xBB, 0xBF}
	bomUTF16LE = []byte{0xFF, 0xFE}
	bomUTF16BE = []byte{0xFE, 0xFF}
)

// sample is how many bytes of an input the guess looks at.
const sample = 64 << 10

// sure is the share of plausible characters from which a reading of the bytes
// is believed without asking further.
const sure = 0.9

// detect finds the encoding of data; guessed is true when neither a mark nor
// validity proves it.
func detect(data []byte) (name string, guessed bool) {
	switch {
	case bytes.HasPrefix(data, bomUTF8):
		return "utf-8", false
	case bytes.HasPrefix(data, bomUTF16LE), bytes.HasPrefix(data, bomUTF16BE):
		return "utf-16", false
	}
	head := data[:min(len(data), sample)]
	// UTF-16 can be valid UTF-8 by chance, but then it is full of NUL and
	// other control bytes.
	const controls = 0.05
	valid := utf8.Valid(data)
	switch {
	case valid && controlShare(head) < controls:
		return "utf-8", false
	case mostlyUTF8(head):
		return "utf-8", !valid
	case max(utf16Score(head, binary.LittleEndian), utf16Score(head, binary.BigEndian)) > sure:
		return "utf-16", true
	case valid:
		return "utf-8", false
	}
	return detectDoubleByte(head), true
}

// controlShare returns the share of the bytes of data that are control
// characters which texts do not hold.
func controlShare(data []byte) float64 {
	n := 0
	for _, c := range data {
		if isControl(c) {
			n++
		}
	}
	return float64(n) / float64(max(len(data), 1))
}

// isControl reports whether c is a control character that texts do not hold.
func isControl(c byte) bool { return c < ' ' && (c < '\t' || c > '\r') }

// detectDoubleByte tells GB 18030 from Big5. Headlines are too short for the
// detector's statistics, so the layout of the two sets decides when it is
// clear, and the detector when it is not.
func detectDoubleByte(head []byte) string {
	gb, big5 := doubleByteScore(head, gbUsage), doubleByteScore(head, big5Usage)
	const clear = 0.2
	switch {
	case gb-big5 > clear:
		return "gb18030"
	case big5-gb > clear:
		return "big5"
	case chardet.Detect(head).Encoding == "Big5":
		return "big5"
	}
	return "gb18030"
}

// mostlyUTF8 reports whether data that is not valid UTF-8 is UTF-8 all the
// same, with a few damaged characters. GBK yields hardly any three-byte UTF-8
// sequences of Chinese characters by chance.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
			n = damaged(data[i:])
		case chinese(r):
			good++
		}
		i += n
	}
	const perBad = 3
	return good >= perBad*bad && good > 0 ||
		good > bad && doubleByteScore(data, gbUsage) <= 0 // a few characters, cut short
}

// chinese reports whether r is a character that only text in Chinese is full
// of: a unified ideograph, CJK punctuation or a full-width form.
func chinese(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}

// utf16Score returns the share of UTF-16 code units in data that are Chinese
// or printable Latin characters: near 1 for text, 0.3 or less for the bytes of
// another encoding paired up.
func utf16Score(data []byte, order binary.ByteOrder) float64 {
	units, good := len(data)/2, 0
	if units == 0 {
		return 0
	}
	for i := 0; i < units; i++ {
		switch r := rune(order.Uint16(data[2*i:])); {
		case r >= 0x20 && r < 0x7F, r == '\n', r == '\r', r == '\t',
			chinese(r), r >= 0x2010 && r <= 0x2030, r == 0xB7, r == 0xA0:
			good++
		case utf16.IsSurrogate(r), r < 0x20:
			good--
		}
	}
	return float64(good) / float64(units)
}

// usage says how likely a pair of bytes is in running text.
type usage int

const (
	invalid usage = -2 // no character
	rare    usage = -1 // a character seldom used
	symbol  usage = 0  // punctuation, full-width forms
	common  usage = 1  // a character of the set's part for everyday use
)

// doubleByteScore walks data as pairs of bytes with the high bit set on the
// first and returns the mean usage, -2 to 1.
func doubleByteScore(data []byte, classify func(lead, trail byte) usage) float64 {
	sum, n := 0, 0
	for i := 0; i+1 < len(data); i++ {
		if data[i] < 0x80 {
			continue
		}
		c := classify(data[i], data[i+1])
		sum += int(c)
		n++
		if c != invalid {
			i++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(sum) / float64(n)
}

// gbUsage knows the layout of GB 2312: everyday characters in rows 0xB0 to
// 0xD7, symbols in 0xA1 to 0xA3, both with trail bytes from 0xA1.
func gbUsage(lead, trail byte) usage {
	switch {
	case lead == 0x80 || lead == 0xFF || trail < 0x30 || trail == 0x7F || trail == 0xFF:
		return invalid
	case trail >= 0xA1 && lead >= 0xB0 && lead <= 0xD7:
		return common
	case trail >= 0xA1 && lead >= 0xA1 && lead <= 0xA3:
		return symbol
	}
	return rare
}

// big5Usage knows the layout of Big5: everyday characters in rows 0xA4 to
// 0xC6, symbols in 0xA1 to 0xA3.
func big5Usage(lead, trail byte) usage {
	switch {
	case lead < 0xA1 || lead > 0xF9 || trail < 0x40 || trail > 0x7E && trail < 0xA1 || trail == 0xFF:
		return invalid
	case lead >= 0xA4 && lead <= 0xC6:
		return common
	case lead <= 0xA3:
		return symbol
	}
	return rare
}
