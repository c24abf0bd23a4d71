package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxByline is how many characters a line of writers may have.
const maxByline = 60

// nameEdge reports whether r may stand between the names of a byline.
func nameEdge(r rune) bool {
	switch r {
	case '、', '，', ',', ';', '；', '/', '／', '|':
		return true
	}
	return isSpace(r)
}

// bylineNames reads a line that names the writers and nothing else, such as
// "本报记者 张三 李四", "□ 王五/文", "(记者 赵六)" or names alone; nil when it is no
// such line. marked is true when a word or mark says that it is a byline, and
// not only the look of the names.
func (c *cues) bylineNames(s string) (names []string, marked bool) {
	if len(s) > 4*maxByline || utf8.RuneCountInString(s) > maxByline {
		return nil, false
	}
	s = strings.TrimFunc(s, isSpace)
	for b := c.bullet.prefix(s); b != ""; b = c.bullet.prefix(s) {
		s = strings.TrimLeftFunc(s[len(b):], isSpace)
		marked = true
	}
	if inner, ok := inBrackets(s); ok {
		s, marked = inner, true
	}
	if i := strings.Index(s, columnGap); i >= 0 {
		return c.bylineParts(s[:i], strings.TrimLeftFunc(s[i:], isSpace))
	}
	fields := strings.FieldsFunc(s, nameEdge)
	for i := 0; i < len(fields); i++ {
		f := fields[i]
		rest, role := c.afterRole(f)
		marked = marked || role
		switch {
		case rest == "" || c.bylineWord.has(rest) || role && c.bylineWord.has(f):
			continue
		case !role && (c.bylineWord.has(f) || len(names) > 0 && c.bylineWord.suffix(f) == "报道"):
			marked = true
			continue
		}
		// Names of two characters are set wide: 王　磊.
		if i+1 < len(fields) && oneHan(rest) && oneHan(fields[i+1]) {
			i++
			rest += fields[i]
		}
		name, ok := c.name(rest)
		if !ok {
			return nil, false
		}
		names = append(names, name)
	}
	const most = 6
	if len(names) > most {
		return nil, false
	}
	return names, marked
}

// columnGap is the white space by which programs that keep the layout of a page
// set its columns apart.
const columnGap = "      "

// bylineParts is bylineNames for a line with a wide gap between a and b. What
// stands behind the gap may belong to the column beside, unless it says itself
// that it names writers.
func (c *cues) bylineParts(a, b string) (names []string, marked bool) {
	names, marked = c.bylineNames(a)
	more, also := c.bylineNames(b)
	if len(names) == 0 || len(more) == 0 || !also {
		return nil, false
	}
	return append(names, more...), marked
}

// onlyNames reports whether s could be a byline.
func (c *cues) onlyNames(s string) bool {
	names, _ := c.bylineNames(s)
	return len(names) > 0
}

// afterRole returns what stands after the last role in field, as in
// 本报记者张三 or 作者:李四, and whether there is one.
func (c *cues) afterRole(field string) (rest string, ok bool) {
	field = strings.TrimRightFunc(field, colonMarks.has)
	if i := strings.LastIndexFunc(field, colonMarks.has); i >= 0 {
		_, n := utf8.DecodeRuneInString(field[i:])
		before := field[:i]
		if c.role.suffix(before) != "" || c.bylineWord.has(before) {
			return field[i+n:], true
		}
		return field, false
	}
	if c.role.suffix(field) != "" && !c.bylineWord.has(field) {
		return "", true
	}
	const shortest = 4 // a role and a name
	if len(field) < 3*shortest {
		return field, false
	}
	if end := c.role.lastEnd(field); end >= 0 {
		return field[end:], true
	}
	return field, false
}

// name returns the name of a person that s is, without a word such as 报道
// that is written up to it.
func (c *cues) name(s string) (string, bool) {
	if c.isName(s) {
		return s, true
	}
	if w := c.bylineWord.suffix(s); w != "" && c.isName(strings.TrimSuffix(s, w)) {
		return strings.TrimSuffix(s, w), true
	}
	return "", false
}

// isName reports whether s has the form of a name: a surname and one or two
// characters, or the parts of a transcribed name with points between them.
func (c *cues) isName(s string) bool {
	n := 0
	points := 0
	for _, r := range s {
		if r == '·' || r == '•' || r == '‧' {
			points++
			continue
		}
		if !unicode.Is(unicode.Han, r) {
			return false
		}
		n++
	}
	if points > 0 {
		return n >= 2 && n <= 12 && points <= 3
	}
	_, first := utf8.DecodeRuneInString(s)
	if n >= 3 && n <= 4 {
		_, second := utf8.DecodeRuneInString(s[first:])
		if c.surname.has(s[:first+second]) {
			return true
		}
	}
	return (n == 2 || n == 3) && c.surname.has(s[:first])
}

// inBrackets returns what stands between the brackets around s.
func inBrackets(s string) (inner string, ok bool) {
	for _, pair := range [...][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}, {"(", "）"}, {"（", ")"}} {
		if strings.HasPrefix(s, pair[0]) && strings.HasSuffix(s, pair[1]) && len(s) > len(pair[0])+len(pair[1]) {
			return s[len(pair[0]) : len(s)-len(pair[1])], true
		}
	}
	return s, false
}

func oneHan(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.Is(unicode.Han, r)
}

// trailingByline finds the writers' names that follow the last full stop of a
// line, as in "…建立了长效机制。 郭树勋" or "…。(记者 王五)". at is where they start
// in s; spaced is true when white space or brackets set them off.
func (c *cues) trailingByline(s string) (at int, spaced bool) {
	from := len(s) - min(len(s), 4*maxByline)
	i := strings.LastIndexFunc(s[from:], fullStops.has)
	if i < 0 {
		return -1, false
	}
	i += from
	_, n := utf8.DecodeRuneInString(s[i:])
	tail := s[i+n:]
	i = len(s) - len(strings.TrimLeft(tail, "”’」』"))
	at = len(s) - len(strings.TrimLeftFunc(s[i:], isSpace))
	if at == len(s) {
		return -1, false
	}
	names, marked := c.bylineNames(s[at:])
	if len(names) == 0 {
		return -1, false
	}
	return at, marked || at > i
}

// leadNames returns the writers that the opening words of a report name, as
// in 本报讯(记者 张三) and 新华社北京1月2日电（记者李四、王五）.
func (c *cues) leadNames(s string) []string {
	head := firstRunes(s, maxByline)
	for open := 0; ; {
		i := strings.IndexFunc(head[open:], openBrackets.has)
		if i < 0 {
			break
		}
		open += i
		_, n := utf8.DecodeRuneInString(head[open:])
		end := strings.IndexAny(head[open:], ")）")
		if end < 0 {
			break
		}
		inner := head[open+n : open+end]
		if names, _ := c.bylineNames(inner); len(names) > 0 {
			if _, role := c.afterRole(strings.Fields(inner + " ")[0]); role {
				return names
			}
		}
		open += end
	}
	return c.openNames(head)
}

// openNames returns the names after a role that opens a report without
// brackets: 本报讯 记者张三 通讯员李四报道 …
func (c *cues) openNames(head string) []string {
	edge := func(r rune) bool { return isSpace(r) || r == '：' || r == ':' || r == '，' || r == ',' }
	first := strings.TrimLeftFunc(head, edge)
	end := strings.IndexFunc(first, edge)
	if end < 0 {
		return nil
	}
	if _, role := c.afterRole(first[:end]); !role && c.reportHead(first[:end]) == 0 {
		return nil
	}
	fields := strings.FieldsFunc(head, edge)
	var names []string
	expect := false
	for i, f := range fields {
		if i == len(fields)-1 || i > 8 {
			break
		}
		rest, role := c.afterRole(f)
		if rest == "" || c.bylineWord.has(rest) {
			expect = role
			continue
		}
		if i == 0 && !role {
			continue
		}
		var got []string
		for _, p := range strings.FieldsFunc(rest, func(r rune) bool { return r == '、' }) {
			if n, ok := c.name(p); ok {
				got = append(got, n)
			}
		}
		if !role && !expect || len(got) == 0 {
			break
		}
		names = append(names, got...)
	}
	return names
}

// reportHead returns the length of the opening words of a report, such as
// 本报讯, 新华社北京1月2日电 or 经济日报消息, at the start of s, 0 when there are none.
func (c *cues) reportHead(s string) int {
	head := firstRunes(s, 30)
	outlet := c.outlet.prefix(head) != ""
	for i := range head {
		w := c.report.prefix(head[i:])
		if w == "" || i == 0 {
			continue
		}
		next, n := utf8.DecodeRuneInString(head[i+len(w):])
		if n > 0 && !isSpace(next) && !strings.ContainsRune("(（:：，,—-|丨　", next) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(head[:i])
		if outlet || w != "消息" && strings.ContainsRune("报社网台刊日", before) {
			return i + len(w)
		}
	}
	return 0
}

// firstRunes returns at most n characters of s.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
