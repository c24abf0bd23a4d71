package segment

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Decoding says how an input's bytes became text.
type Decoding struct {
	// Encoding is the encoding used: one of Encodings except auto.
	Encoding string
	// Guessed is true when nothing in the input proves the encoding: it was
	// inferred from how the bytes are distributed.
	Guessed bool
	// Bad counts the characters that could not be decoded; each became one
	// U+FFFD. A U+FFFD that the input itself encodes is not counted.
	Bad int
	// BadLine is the 1-based line of the first bad character, 0 when there is none.
	BadLine int
}

// A codec is one value of the encoding setting.
type codec struct {
	name   string
	decode func([]byte) decoded
}

// decoded is text with the damage found on the way.
type decoded struct {
	text string
	bad  int
	at   int // byte offset in text of the first bad character
}

// codecs are the encodings in the order in which they are listed to the user.
var codecs = [...]codec{
	{"utf-8", decodeUTF8},
	{"gb18030", decodeGB18030},
	{"big5", decodeBig5},
	{"utf-16", decodeUTF16},
}

const auto = "auto"

// Encodings returns the names that Decode takes, auto first.
func Encodings() []string {
	names := []string{auto}
	for _, c := range codecs {
		names = append(names, c.name)
	}
	return names
}

// Decode turns the bytes of an input into text. The encoding is one of
// Encodings; auto takes the byte order mark's word, then UTF-8 when the bytes
// are valid UTF-8, and else guesses. GBK and GB 2312 are decoded as GB 18030,
// which holds both. A byte order mark is not part of the text. The only error
// is an unknown encoding; damage is counted in d and never an error.
func Decode(data []byte, encoding string) (text string, d Decoding, err error) {
	d.Encoding = encoding
	if encoding == auto {
		d.Encoding, d.Guessed = detect(data)
	}
	for _, c := range codecs {
		if c.name != d.Encoding {
			continue
		}
		out := c.decode(data)
		if rest, ok := strings.CutPrefix(out.text, "\ufeff"); ok {
			out.text, out.at = rest, out.at-(len(out.text)-len(rest))
		}
		if d.Bad = out.bad; d.Bad > 0 {
			d.BadLine = lineAt(out.text, out.at)
		}
		return out.text, d, nil
	}
	return "", Decoding{}, fmt.Errorf("unknown encoding %q: choose one of %s",
		encoding, strings.Join(Encodings(), ", "))
}

// lineAt returns the 1-based number of the line on which off stands.
func lineAt(text string, off int) int {
	line := 1
	for i := 0; i < off; i++ {
		if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			line++
		}
	}
	return line
}

func decodeUTF8(data []byte) decoded {
	if utf8.Valid(data) {
		return decoded{text: string(data)}
	}
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	d := decoded{at: -1}
	for len(data) > 0 {
		if r, n := utf8.DecodeRune(data); r != utf8.RuneError || n > 1 {
			b.Write(data[:n])
			data = data[n:]
			continue
		}
		if d.at < 0 {
			d.at = b.Len()
		}
		d.bad++
		b.WriteRune(utf8.RuneError)
		data = data[damaged(data):]
	}
	d.text = b.String()
	return d
}

// damaged returns how many bytes at the head of data belong to one broken
// character: a lead byte with those of its followers that are there.
func damaged(data []byte) int {
	want := 1
	switch c := data[0]; {
	case c >= 0xF0 && c < 0xF5:
		want = 4
	case c >= 0xE0:
		want = 3
	case c >= 0xC2:
		want = 2
	}
	n := 1
	for n < want && n < len(data) && data[n]&0xC0 == 0x80 {
		n++
	}
	return n
}

func decodeUTF16(data []byte) decoded {
	order := utf16Order(data)
	var b strings.Builder
	b.Grow(len(data) * 3 / 2)
	d := decoded{at: -1}
	fail := func() {
		if d.at < 0 {
			d.at = b.Len()
		}
		d.bad++
		b.WriteRune(utf8.RuneError)
	}
	for ; len(data) >= 2; data = data[2:] {
		r := rune(order.Uint16(data))
		if utf16.IsSurrogate(r) {
			r2 := rune(0)
			if len(data) >= 4 {
				r2 = rune(order.Uint16(data[2:]))
			}
			if r = utf16.DecodeRune(r, r2); r == utf8.RuneError {
				fail()
				continue
			}
			data = data[2:]
		}
		b.WriteRune(r)
	}
	if len(data) > 0 {
		fail()
	}
	d.text = b.String()
	return d
}

// utf16Order finds the byte order of UTF-16 data: from its mark, else by which
// order reads more like text.
func utf16Order(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, bomUTF16BE):
		return binary.BigEndian
	case bytes.HasPrefix(data, bomUTF16LE):
		return binary.LittleEndian
	case utf16Score(data, binary.BigEndian) > utf16Score(data, binary.LittleEndian):
		return binary.BigEndian
	}
	return binary.LittleEndian
}

func decodeBig5(data []byte) decoded {
	return decodeWith(traditionalchinese.Big5, data)
}

// replacementGB18030 is how GB 18030 writes U+FFFD.
var replacementGB18030 = []byte{0x84, 0x31, 0xA4, 0x37}

func decodeGB18030(data []byte) decoded {
	if !bytes.Contains(data, replacementGB18030) {
		return decodeWith(simplifiedchinese.GB18030, data)
	}
	// The decoder does not tell a U+FFFD of the input from damage, so what
	// stands between them is decoded by itself.
	var b strings.Builder
	all := decoded{at: -1}
	for i, part := range bytes.Split(data, replacementGB18030) {
		if i > 0 {
			b.WriteRune(utf8.RuneError)
		}
		d := decodeWith(simplifiedchinese.GB18030, part)
		if all.at < 0 && d.bad > 0 {
			all.at = b.Len() + d.at
		}
		all.bad += d.bad
		b.WriteString(d.text)
	}
	all.text = b.String()
	return all
}

// decodeWith decodes with an encoding whose every U+FFFD means damage.
func decodeWith(enc encoding.Encoding, data []byte) decoded {
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil { // these decoders replace and never fail
		return decodeUTF8(data)
	}
	const replacement = string(utf8.RuneError)
	s := string(text)
	return decoded{s, strings.Count(s, replacement), strings.Index(s, replacement)}
}
