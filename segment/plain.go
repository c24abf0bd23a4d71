package segment

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// A plainReader reads records of nothing but strings, as most are, in a fraction of
// the time that encoding/json takes.
type plainReader struct {
	rest []byte // what is left of the line
	buf  []byte // of the string with escapes at hand
}

// record reads a line. ok is false for anything but a plain record, right or wrong.
func (p *plainReader) record(line []byte) (rec Record, ok bool) {
	if !utf8.Valid(line) || len(line) == 0 || line[0] != '{' {
		return rec, false
	}
	p.rest = line
	text := false
	for sep := byte('{'); p.skip(sep); sep = ',' {
		name, ok := p.string()
		if !ok || !p.skip(':') {
			return rec, false
		}
		value, ok := p.string()
		if !ok {
			return rec, false
		}
		switch name {
		case "id":
			rec.ID = value
		case "title":
			rec.Title = value
		case "text":
			rec.Text, text = value, true
		}
	}
	return rec, text && p.skip('}') && len(p.rest) == 0
}

// skip takes c and the white space around it.
func (p *plainReader) skip(c byte) bool {
	p.space()
	if len(p.rest) == 0 || p.rest[0] != c {
		return false
	}
	p.rest = p.rest[1:]
	p.space()
	return true
}

func (p *plainReader) space() {
	for len(p.rest) > 0 && (p.rest[0] == ' ' || p.rest[0] == '\t' || p.rest[0] == '\n' || p.rest[0] == '\r') {
		p.rest = p.rest[1:]
	}
}

// string takes a string; ok is false when there is none.
func (p *plainReader) string() (s string, ok bool) {
	if len(p.rest) == 0 || p.rest[0] != '"' {
		return "", false
	}
	p.rest = p.rest[1:]
	p.buf = p.buf[:0]
	for {
		n := 0
		for n < len(p.rest) && p.rest[n] >= ' ' && p.rest[n] != '"' && p.rest[n] != '\\' {
			n++
		}
		if n == len(p.rest) || p.rest[n] < ' ' {
			return "", false
		}
		run, c := p.rest[:n], p.rest[n]
		p.rest = p.rest[n+1:]
		if c == '"' && len(p.buf) == 0 {
			return string(run), true
		}
		if p.buf = append(p.buf, run...); c == '"' {
			return string(p.buf), true
		}
		if !p.escape() {
			return "", false
		}
	}
}

// escape takes what stands behind a backslash and adds what it means to buf. Halves of
// surrogate pairs are left to encoding/json.
func (p *plainReader) escape() bool {
	if len(p.rest) == 0 {
		return false
	}
	c := p.rest[0]
	p.rest = p.rest[1:]
	switch c {
	case '"', '\\', '/':
		p.buf = append(p.buf, c)
	case 'n':
		p.buf = append(p.buf, '\n')
	case 't':
		p.buf = append(p.buf, '\t')
	case 'r':
		p.buf = append(p.buf, '\r')
	case 'u':
		const digits = 4
		if len(p.rest) < digits {
			return false
		}
		n, err := strconv.ParseUint(string(p.rest[:digits]), 16, 16)
		if err != nil || utf16.IsSurrogate(rune(n)) {
			return false
		}
		p.buf = utf8.AppendRune(p.buf, rune(n))
		p.rest = p.rest[digits:]
	default:
		return false
	}
	return true
}
