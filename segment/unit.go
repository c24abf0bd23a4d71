package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A unit is a stretch of lines that belong together whatever stands around
// them: a paragraph or a piece of one, a headline, a credit.
type unit struct {
	lines []line
	names []string // the writers, when the unit looks like a byline
	runes int      // characters
	next  int      // index of the unit on which this paragraph goes on, 0 for none
	kind  Kind
	class class
	end   ending
	head  bool // short and without full stop, as headlines and headings are
	list  bool // one of a run of short lines: a list, a table, verse
	cont  bool // the second half of a paragraph that was torn
}

// class says more about a unit than the kind of block it becomes.
type class uint8

const (
	plain   class = iota
	source        // where and when the text came out
	picture       // whose picture it is
	staff         // who edited the page, or another mark of an article's end
	named         // a byline told by a word or mark, or by its place after a full stop
	bare          // nothing but what may be names
	number        // nothing but a number, such as a page's
)

// The longest headline, and the longest line that is looked at as a first
// headline, a credit or a caption, in characters.
const (
	maxHead    = 48
	maxTitle   = 64
	maxCredit  = 100
	maxCaption = 120
)

func (u *unit) first() string { return u.lines[0].text }
func (u *unit) last() string  { return u.lines[len(u.lines)-1].text }

// group puts lines together to units and says what each is by its own look.
// The first titled lines are the headline.
func group(c *cues, lines []line, titled int, lay layout) []unit {
	units := make([]unit, 0, len(lines)+len(lines)/16+1)
	if titled > 0 {
		units = append(units, unit{lines: lines[:titled:titled], kind: Title})
	}
	for i := titled; i < len(lines); {
		j := i + 1
		for j < len(lines) && wrapped(c, &lines[j-1], &lines[j], lay) {
			j++
		}
		u := unit{lines: lines[i:j:j]}
		i = j
		tail, ok := splitByline(c, &u, i < len(lines))
		c.classify(&u)
		units = append(units, u)
		if ok {
			c.classify(&tail)
			tail.kind, tail.class, tail.head = Byline, named, false
			units = append(units, tail)
		}
	}
	return units
}

// wrapped reports whether b goes on where a line wrapped by hand at the width
// of the layout broke off.
func wrapped(c *cues, a, b *line, lay layout) bool {
	if lay.wrap.column == 0 || b.blanks > 0 || a.no == b.no {
		return false
	}
	if lay.indented && b.indent >= lay.margin+2 {
		return false
	}
	// A number or a Latin word moves to the next line as a whole.
	if !lay.wrap.full(lay.wrap.edge(a), wordWidth(b.text)) {
		return false
	}
	switch endOf(a.text) {
	case endStop:
		return lay.indented || lay.sparse || cutsNumber(a.text, b.text)
	case endOpen:
		return lay.wrap.full(lay.wrap.edge(b), 0) || !c.onlyNames(b.text)
	}
	return true
}

// wordWidth returns the width of the Latin word or number that s starts with.
func wordWidth(s string) int32 {
	n := int32(0)
	for n < int32(len(s)) && s[n] > ' ' && s[n] < utf8.RuneSelf {
		n++
	}
	return min(n, 20)
}

// splitByline takes the writers' names behind the last full stop of u off it.
// Names that nothing sets off count only where no text follows that could go
// on with them, so at the end of the page.
func splitByline(c *cues, u *unit, more bool) (tail unit, ok bool) {
	last := &u.lines[len(u.lines)-1]
	at, spaced := c.trailingByline(last.text)
	if at < 0 || !spaced && more {
		return unit{}, false
	}
	tail.lines = []line{*last}
	t := &tail.lines[0]
	t.char += utf8.RuneCountInString(last.text[:at])
	t.text = last.text[at:]
	t.blanks = 0
	t.runes = int32(utf8.RuneCountInString(t.text))
	last.text = strings.TrimRightFunc(last.text[:at], isSpace)
	last.runes -= t.runes
	return tail, true
}

// classify says what u is as far as u alone can tell.
func (c *cues) classify(u *unit) {
	for _, l := range u.lines {
		u.runes += int(l.runes)
	}
	s := u.first()
	u.end = endOf(u.last())
	if len(u.lines) == 1 && u.runes <= maxCredit {
		c.classifyShort(u, s)
	}
	if u.kind == Paragraph && u.class == plain && c.caption.prefix(s) != "" && u.runes <= maxCaption {
		u.kind = Caption
	}
	u.head = u.kind == Paragraph && (u.class == plain || u.class == bare) && headlike(u) && c.leadEvidence(s) < wordLead
}

// classifyShort recognises the lines that a cue or their form gives away.
func (c *cues) classifyShort(u *unit, s string) {
	var marked bool
	credit := creditMarks.in(s)
	switch {
	case credit && c.isCredit(&c.staff, s), c.note.prefix(strings.TrimLeft(s, "(（*")) != "", c.end.has(bareMark(s)):
		u.kind, u.class = Credit, staff
	case credit && c.isCredit(&c.picture, s):
		u.kind, u.class = Credit, picture
	case isDateline(s), isOutletDateline(s), credit && c.isSource(s):
		u.kind, u.class = Credit, source
	case isPageNumber(s):
		u.class = number
	case c.endsInCredit(u, s, credit):
	default:
		if u.names, marked = c.bylineNames(s); len(u.names) > 0 {
			u.class = bare
			if marked {
				u.kind, u.class = Byline, named
			}
		}
	}
}

// bareMark returns s without the brackets around it.
func bareMark(s string) string {
	inner, _ := inBrackets(s)
	return strings.TrimFunc(inner, isSpace)
}

// isCredit reports whether s starts with a cue of set and a colon or slash.
func (c *cues) isCredit(set *cueSet, s string) bool {
	if !creditMarks.in(s) {
		return false
	}
	for b := c.bullet.prefix(s); b != ""; b = c.bullet.prefix(s) {
		s = strings.TrimLeftFunc(s[len(b):], isSpace)
	}
	s = strings.TrimLeft(s, "(（[【*")
	w := set.prefix(s)
	if w == "" {
		return false
	}
	rest := strings.TrimLeftFunc(s[len(w):], isSpace)
	r, _ := utf8.DecodeRuneInString(rest)
	return creditMarks.has(r)
}

// isSource reports whether s says where the text comes from, be it after the
// writer's name as in "作者：张三 来源：…".
func (c *cues) isSource(s string) bool {
	if c.isCredit(&c.source, s) {
		return true
	}
	if !colonMarks.in(s) || strings.ContainsAny(s, "。，,") {
		return false
	}
	fields := strings.FieldsFunc(s, isSpace)
	return len(fields) > 1 && slices.ContainsFunc(fields, func(f string) bool { return c.isCredit(&c.source, f) })
}

// sourceNames returns the writers that the fields of a source line name.
func (c *cues) sourceNames(s string) []string {
	var names []string
	for _, f := range strings.FieldsFunc(s, isSpace) {
		if _, role := c.afterRole(f); role {
			got, _ := c.bylineNames(f)
			names = append(names, got...)
		}
	}
	return names
}

// endsInCredit recognises a line that ends by saying whose picture it is. What
// stands before that is its caption. credit says that the line has a mark of credits.
func (c *cues) endsInCredit(u *unit, s string, credit bool) bool {
	bare := strings.TrimRightFunc(s, closingMarks.has)
	i := 0
	if credit {
		i = strings.LastIndexFunc(bare, func(r rune) bool { return isSpace(r) || openBrackets.has(r) })
	}
	if i > 0 {
		_, n := utf8.DecodeRuneInString(bare[i:])
		if c.isCredit(&c.picture, bare[i+n:]) {
			u.kind, u.class = Caption, picture
			return true
		}
	}
	w := c.pictureEnd.suffix(bare)
	if w == "" {
		return false
	}
	before := bare[:len(bare)-len(w)]
	fields := strings.FieldsFunc(before, func(r rune) bool { return isSpace(r) || strings.ContainsRune("(（/／", r) })
	if len(fields) == 0 {
		return utf8.RuneCountInString(w) > 1
	}
	rest, role := c.afterRole(fields[len(fields)-1])
	if !c.isName(rest) && !(role && rest == "") && utf8.RuneCountInString(w) < 2 {
		return false
	}
	u.kind, u.class = Credit, picture
	if names, _ := c.bylineNames(before); len(names) == 0 && u.runes > 16 {
		u.kind = Caption
	}
	return true
}

// isDateline reports whether s is the date of an issue or a posting and what
// goes with it, such as "2021-03-01 08:30 来源: …", "2021年3月1日 星期一" or
// "2021年3月1日08:30 某某报".
func isDateline(s string) bool {
	s = strings.TrimLeft(s, "[【(（")
	part := func(most int) int {
		n := 0
		for n < len(s) && n < most && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		s = s[n:]
		return n
	}
	sep := func(marks string) bool {
		r, n := utf8.DecodeRuneInString(s)
		if n == 0 || !strings.ContainsRune(marks, r) {
			return false
		}
		s = s[n:]
		return true
	}
	switch part(4) {
	case 4:
		if !sep("-/.年") || part(2) == 0 || !sep("-/.月") || part(2) == 0 {
			return false
		}
	case 2: // 16.12.2014
		if !sep(".") || part(2) != 2 || !sep(".") || part(4) != 4 {
			return false
		}
	default:
		return false
	}
	sep("日")
	if rest := strings.TrimLeft(s, "0123456789:："); strings.ContainsAny(s[:len(s)-len(rest)], ":：") {
		s = rest // the hour, right behind the day
	}
	r, n := utf8.DecodeRuneInString(s)
	return n == 0 || (isSpace(r) || strings.ContainsRune(")）]】", r)) && !strings.ContainsAny(s, "，。,")
}

// isOutletDateline reports whether s is the name of an outlet and the date, with the
// hour or the page or without, and nothing else (安徽工人报 2019-03-05 08:10,
// 《人民日报》(2018年03月02日 第09版)).
func isOutletDateline(s string) bool {
	const longest = 12 // characters of a name
	at := strings.IndexFunc(s, isSpace)
	if quoted, ok := strings.CutPrefix(s, "《"); ok {
		s = strings.TrimLeftFunc(quoted, isSpace)
		at = strings.IndexFunc(s, func(r rune) bool { return isSpace(r) || r == '》' })
	}
	if at <= 0 || utf8.RuneCountInString(s[:at]) > longest || strings.ContainsFunc(s[:at], func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	date := strings.TrimLeftFunc(s[at:], func(r rune) bool { return isSpace(r) || strings.ContainsRune("》(（", r) })
	return isDateline(date) && strings.Trim(date, "0123456789-/.:：年月日第版()（） 　") == ""
}

// isPageNumber reports whether s is a number with nothing but dashes, dots and
// blanks around it.
func isPageNumber(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !pageMarks.has(r):
			return false
		}
	}
	return digits > 0 && digits <= 4
}

// headlike reports whether u is short and ends as headlines do.
func headlike(u *unit) bool {
	if u.runes < 2 || u.runes > maxTitle || len(u.lines) > 2 {
		return false
	}
	switch u.end {
	case endOpen:
	case endStop:
		r, _ := utf8.DecodeLastRuneInString(u.last())
		if u.runes > 30 || !strings.ContainsRune("？！?!", r) || strings.ContainsAny(trimLast(u.first()), "？！?!") {
			return false
		}
	default:
		return false
	}
	letters, clauses, gaps := 0, 1, 0
	for _, l := range u.lines {
		if bodyMarks.in(l.text) {
			return false
		}
		for _, r := range l.text {
			switch {
			case commaMarks.has(r):
				clauses++
			case unicode.IsLetter(r):
				letters++
			case isSpace(r):
				gaps++
			}
		}
	}
	r, _ := utf8.DecodeRuneInString(u.first())
	const clause = 12 // a headline of several has short ones
	return 2*letters >= u.runes-gaps && (clauses < 3 || clauses == 3 && u.runes <= 2*clause) && gaps <= max(3, u.runes/3) &&
		!strings.ContainsRune("，,、)）”’》", r)
}

// isNumbered reports whether s starts with the number or mark of a list item
// or section.
func isNumbered(s string) bool {
	s = strings.TrimLeft(s, "(（第")
	r, n := utf8.DecodeRuneInString(s)
	if listMarks.has(r) && !strings.HasPrefix(s, "--") {
		return true
	}
	rest := strings.TrimLeftFunc(s, listDigits.has)
	if n == 0 || len(rest) == len(s) || len(s)-len(rest) > 9 {
		return false
	}
	r, n = utf8.DecodeRuneInString(rest)
	switch r {
	case '、', '．', ')', '）', '章', '节', '条':
		return true
	case '.':
		next, _ := utf8.DecodeRuneInString(rest[n:])
		return !unicode.IsDigit(next)
	}
	return false
}
