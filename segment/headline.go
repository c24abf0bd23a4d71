package segment

import (
	"strings"
	"unicode/utf8"
)

// What speaks for the start of a new article, in points. A short line starts
// one from splitAt on; most evidence needs company.
const (
	splitAt = 4

	strongLead = 4 // 本报讯, 新华社北京1月2日电
	roleLead   = 3 // （记者 张三） in the opening words
	wordLead   = 3 // 近日, 日前
	weakLead   = 2 // 3月5日, 今天, 记者从…获悉

	bylineBelow = 3
	sourceBelow = 2
	dateBelow   = 3
	bylineAbove = 3 // the article before ended with its writer's name
	staffAbove  = 3
	sourceAbove = 2

	repeated = -3 // it says again what the headline of the article before says

	signed = 2 // names stand behind what follows, and the article before has its own
)

// How many characters a label or short heading has at most, and the first
// paragraph of an article at least.
const (
	maxLabel = 7
	minLead  = 20
)

// sameWords is how many characters in a row a heading has of the headline above it.
const sameWords = 8

// findStarts returns the indices of the units at which an article starts and
// makes its headline a title. The first is 0.
func (p *page) findStarts() []int {
	starts := []int{0}
	style := p.headStyle()
	body := false  // the article so far has a paragraph
	names := false // and a byline
	for i := range p.units {
		u := &p.units[i]
		switch {
		case u.kind == Byline:
			names = true
		case u.kind == Paragraph && !u.head && !u.cont && u.runes >= minLead:
			names = names || !body && len(p.leadNames(u.first())) > 0
			body = true
		case i > 0 && body && u.head && p.headline(i, starts[len(starts)-1], style, names):
			u.kind, body, names = Title, false, false
			if p.label(i - 1) {
				i--
			}
			starts = append(starts, i)
		}
	}
	return starts
}

// label reports whether units[i] is a short line right above another: the name
// of a section or series.
func (p *page) label(i int) bool {
	u := &p.units[i]
	return u.head && u.kind == Paragraph && !u.list && u.runes <= maxLabel &&
		i+1 < len(p.units) && (p.units[i+1].head || p.units[i+1].kind == Title)
}

// headStyle says how the short lines of a page are used.
type headStyle struct {
	heads lengths // all of them
	plain lengths // headings: nothing after them starts an article
	news  int     // those after which something does
	all   int     // all but labels
}

// lengths counts lines by their number of characters.
type lengths [maxTitle + 1]int

// near counts the lines about as long as runes.
func near(h lengths, runes int) int {
	const about = 6
	n := 0
	for k := max(runes-about, 0); k <= min(runes+about, maxTitle); k++ {
		n += h[k]
	}
	return n
}

func (p *page) headStyle() *headStyle {
	h := new(headStyle)
	for i := range p.units {
		u := &p.units[i]
		if !u.head || u.list {
			continue
		}
		points, ok := p.below(i)
		h.heads[u.runes]++
		if u.runes > maxLabel {
			h.all++
		}
		if points > 0 {
			h.news++
		} else if ok && u.kind != Title {
			h.plain[u.runes]++
		}
	}
	return h
}

// headline weighs whether the short line units[i] is the headline of a new
// article and not a heading in the one before.
// start is where that one starts; names is true when it has a byline already.
func (p *page) headline(i, start int, style *headStyle, names bool) bool {
	u := &p.units[i]
	if u.runes < 4 || u.runes > maxHead || isNumbered(u.first()) || p.label(i) && p.units[i+1].runes > maxLabel {
		return false
	}
	above := p.above(i)
	below, ok := p.below(i)
	if !ok {
		return false
	}
	points := above + below + looks(u)
	if u.list {
		points--
	}
	if names && p.signedBelow(i) {
		points += signed
	}
	if repeats(u.first(), p.units[start].first()) {
		points += repeated
	}
	if above == 0 && below < strongLead && near(style.plain, u.runes) > 0 {
		points -= 3
	}
	// Where every headline is followed by news, one more is no heading.
	if below > 0 && style.news >= style.all {
		points += min(style.news-1, 2)
	}
	return points >= splitAt
}

// repeats reports whether a heading says again what title, the first line of the article, says:
// they share sameWords characters in a row.
func repeats(heading, title string) bool {
	if utf8.RuneCountInString(title) > maxTitle {
		return false // no title
	}
	for i := range heading {
		head := firstRunes(heading[i:], sameWords)
		if utf8.RuneCountInString(head) < sameWords {
			return false
		}
		if strings.Contains(title, head) {
			return true
		}
	}
	return false
}

// looks weighs the line itself: headlines are longer than headings, and have
// forms of their own.
func looks(u *unit) int {
	n := 0
	switch {
	case u.runes >= 10:
		n++
	case u.runes <= 4:
		n -= 2
	case u.runes <= maxLabel:
		n--
	}
	s := u.first()
	if strings.HasPrefix(s, "【") {
		n++
	}
	if f := strings.FieldsFunc(s, isSpace); len(f) == 2 &&
		utf8.RuneCountInString(f[0]) >= 4 && utf8.RuneCountInString(f[1]) >= 4 {
		n++
	}
	if len(u.lines) > 1 {
		n++
	}
	return n
}

// above weighs whether an article ends before units[i].
func (p *page) above(i int) int {
	for k := i - 1; k > 0 && k >= i-reach; k-- {
		u := &p.units[k]
		switch {
		case u.class == picture, u.kind == Caption, u.class == number:
			continue
		case u.kind == Byline:
			return bylineAbove
		case u.class == staff:
			return staffAbove
		case u.class == source:
			return sourceAbove
		case u.end <= endComma && u.kind == Paragraph && !u.head:
			return -1 // something is missing here
		case !p.label(k):
			return 0
		}
	}
	return 0
}

// signedBelow reports whether the paragraphs below units[i] end with names.
func (p *page) signedBelow(i int) bool {
	body := false
	for j := i + 1; j < len(p.units); j++ {
		switch u := &p.units[j]; {
		case u.kind == Byline && body:
			return true
		case u.head && body:
			return false
		case u.kind == Paragraph && !u.head:
			body = true
		}
	}
	return false
}

// below weighs whether what follows units[i] reads like the start of an
// article. ok is false when no paragraph follows.
func (p *page) below(i int) (points int, ok bool) {
	sub := false
	for j := i + 1; j < len(p.units) && j <= i+reach; j++ {
		u := &p.units[j]
		switch {
		case u.cont:
			return 0, false
		case u.kind == Byline:
			points = max(points, bylineBelow)
		case u.class == source && isDateline(u.first()):
			points = max(points, dateBelow)
		case u.class == source:
			points = max(points, sourceBelow)
		case u.class == picture, u.kind == Caption:
		case u.head && !sub && j == i+1 && !p.label(i):
			sub = true
		case u.kind != Paragraph || u.head || u.list || u.runes < minLead:
			return 0, false
		default:
			lead := p.leadEvidence(u.first())
			if points > 0 && lead > 0 {
				lead++
			}
			return max(points, lead), true
		}
	}
	return 0, false
}

// leadEvidence weighs whether s opens a report.
func (c *cues) leadEvidence(s string) int {
	switch {
	case c.reportHead(s) > 0:
		return strongLead
	case len(c.leadNames(s)) > 0:
		return roleLead
	case c.lead.prefix(s) != "":
		return wordLead
	case c.weakLead.prefix(s) != "", startsWithDay(s), c.newsInClause(s):
		return weakLead
	}
	return 0
}

// newsInClause reports whether the first clause of s says that it is news:
// 某某公司近日宣布，…
func (c *cues) newsInClause(s string) bool {
	head := firstRunes(s, 30)
	if i := strings.IndexAny(head, "，,。"); i >= 0 {
		head = head[:i]
	}
	for i := range head {
		if c.lead.prefix(head[i:]) != "" {
			return true
		}
	}
	return false
}

// startsWithDay reports whether s starts with a day: 3月5日, 5日, 2021年3月5日.
func startsWithDay(s string) bool {
	s = firstRunes(s, 12)
	i := strings.Index(s, "日")
	if i <= 0 {
		return false
	}
	for _, r := range s[:i] {
		if (r < '0' || r > '9') && r != '年' && r != '月' {
			return false
		}
	}
	return true
}
