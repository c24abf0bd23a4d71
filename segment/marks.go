package segment

import (
	"strings"
	"unicode/utf8"
)

// A runeFilter tells in no time that most characters are not in a set.
type runeFilter [16]uint64

func (f *runeFilter) add(r rune)        { f[r>>6&15] |= 1 << (r & 63) }
func (f *runeFilter) maybe(r rune) bool { return f[r>>6&15]>>(r&63)&1 != 0 }

// marks is a set of characters that every line is searched for, which the
// functions of package strings are slow at when they are Chinese.
type marks struct {
	all    string
	filter runeFilter
	leads  [256]bool // the first bytes of their encodings, which are no later bytes of others
}

func newMarks(all string) *marks {
	m := &marks{all: all}
	for _, r := range all {
		m.filter.add(r)
		m.leads[string(r)[0]] = true
	}
	return m
}

// has reports whether r is one of the marks.
func (m *marks) has(r rune) bool { return m.filter.maybe(r) && strings.ContainsRune(m.all, r) }

// in reports whether one of the marks stands in s.
func (m *marks) in(s string) bool {
	for i := range len(s) {
		if !m.leads[s[i]] {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); m.has(r) {
			return true
		}
	}
	return false
}

// The sets of marks that tell the lines of a page apart.
var (
	closingMarks = newMarks(closers)
	lineClosers  = newMarks(closers + `"`)
	stopMarks    = newMarks(stops)
	endMarks     = newMarks("。！？!?…") // a paragraph is over
	fullStops    = newMarks("。！？")
	commaMarks   = newMarks("，,")
	colonMarks   = newMarks(":：")
	creditMarks  = newMarks(":：/／|｜") // between the cue of a credit and what it credits
	openBrackets = newMarks("(（")
	clauseMarks  = newMarks("，。,；、")  // running text holds some
	bodyMarks    = newMarks("。；;\t|") // no headline holds any
	pageMarks    = newMarks("-—–·. /第页版")
	goesOnMarks  = newMarks("，,、。；;：:）)”’》」』】%％") // no sentence starts with one
	startMarks   = newMarks("【“‘■□●◆▲")           // something starts with one
	listMarks    = newMarks("①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶•·-－–*")
	listDigits   = newMarks("0123456789一二三四五六七八九十百零")
)
