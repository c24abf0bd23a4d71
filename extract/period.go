package extract

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// moment is a day, a month or a year of the calendar; parts that are not known
// are zero.
type moment struct {
	year, month, day int
}

// String returns m as ISO 8601, as exact as it is known.
func (m moment) String() string {
	switch {
	case m.month == 0:
		return fmt.Sprintf("%04d", m.year)
	case m.day == 0:
		return fmt.Sprintf("%04d-%02d", m.year, m.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", m.year, m.month, m.day)
}

// period is a moment, or a range of two, or everything since a moment.
type period struct {
	from, to moment // to is zero for a single moment
	since    bool   // from … 以来
}

// String returns p as ISO 8601: a moment, "from/to", or "from/" for 以来.
func (p period) String() string {
	switch {
	case p.from.year == 0:
		return ""
	case p.since:
		return p.from.String() + "/"
	case p.to != moment{}:
		return p.from.String() + "/" + p.to.String()
	}
	return p.from.String()
}

// yearBase says what the year of a date expression is counted from.
type yearBase uint8

const (
	absolute yearBase = iota // the year stands there
	running                  // the year the text is talking about
	writing                  // the year of writing, plus offset
)

// dateExpr is a date or time as written.
type dateExpr struct {
	span   segment.Span
	period period
	base   yearBase
	offset int  // years from the year of writing
	clock  bool // a time of day
	vague  bool // a day without its month or a decade: no period can be made of it
}

// dateWord is one entry of dates.txt.
type dateWord struct {
	class    string // relative, running, part, years, daytime, numbered or reset
	a, b     int    // offset; first and last month; first and last year
	ruleLine string
}

// dateTable is dates.txt.
type dateTable struct {
	phrases[dateWord]                 // words that name a period
	things            phrases[string] // nouns that 号 numbers, when they stand behind it
	places            phrases[string] // nouns that end in a number with 号
}

// loadDates reads dates.txt.
func loadDates(rules *ruleFiles) (*dateTable, error) {
	t := new(dateTable)
	err := rules.read("dates.txt", func(l ruleLine) error {
		args := strings.Fields(l.section)
		if len(args) == 0 {
			return l.errorf("%q stands before any section", l.field(0))
		}
		w := dateWord{class: args[0], ruleLine: l.where()}
		for i, p := range []*int{&w.a, &w.b} {
			if i+1 < len(args) {
				var err error
				if *p, err = strconv.Atoi(args[i+1]); err != nil {
					return l.errorf("section %q: %q is no number", l.section, args[i+1])
				}
			}
		}
		added := false
		switch w.class {
		case "thing":
			added = t.things.add(l.field(0), l.where())
		case "place":
			added = t.places.add(l.field(0), l.where())
		default:
			added = t.add(l.field(0), w)
		}
		if !added {
			return l.twice()
		}
		return nil
	})
	return t, err
}

// small reads a numeral of one or two places at byte i: months, days, hours.
func small(text string, i, limit int) (v, end int, ok bool) {
	n, ok := readNumeral(text, i)
	if !ok || n.isRange || n.over || n.bare || n.digits > 2 {
		return 0, i, false
	}
	if v, ok = n.lo.int(limit); !ok {
		return 0, i, false
	}
	return v, beforeUnit(text, n.span.End), true
}

// beforeUnit returns where a unit of dates stands that only spaces part from a
// number before byte i (2011 年), or i.
func beforeUnit(text string, i int) int {
	j := i
	for j < len(text) && text[j] == ' ' {
		j++
	}
	if c, _ := utf8.DecodeRuneInString(text[j:]); j > i && strings.ContainsRune("年月日号", c) {
		return j
	}
	return i
}

// after returns the end of the first of words that text holds at i.
func after(text string, i int, words ...string) (int, bool) {
	for _, w := range words {
		if strings.HasPrefix(text[i:], w) {
			return i + len(w), true
		}
	}
	return i, false
}

// readDate reads a date or a time of day that starts with numeral n.
func (q *quantifier) readDate(text string, n numeral) (d dateExpr, ok bool) {
	if n.isRange || n.over || n.negative || n.lo.exp != 0 {
		return d, false
	}
	d.span = n.span
	switch {
	case n.year && n.lo.coef >= 1000 && n.lo.coef < 2200:
		return q.readYear(text, d, int(n.lo.coef))
	case n.lo.coef > 60 || n.digits > 2:
		return d, n.lo.coef <= 99 && readDecade(text, &d)
	}
	if readClock(text, &d, q) || readDecade(text, &d) {
		return d, true
	}
	d.base = running
	if end, ok := q.readMonth(text, n.span.Start, &d.period); ok {
		d.span.End = end
		return d, true
	}
	if end, ok := q.readDays(text, n.span.Start, &d.period, moment{}); ok {
		d.span.End = end
		d.period, d.vague = period{}, true
		return d, true
	}
	return d, false
}

// readYear goes on behind a four-digit year.
func (q *quantifier) readYear(text string, d dateExpr, year int) (dateExpr, bool) {
	d.period.from.year = year
	i := d.span.End
	if end, ok := readNumericDate(text, i, &d.period.from); ok {
		d.span.End = end
		return d, true
	}
	if j, ok := after(text, i, "-", "—", "–", "~", "～", "至", "－", "年至", "年-", "年到", "年—"); ok {
		if n, ok := readNumeral(text, j); ok && n.year && n.lo.coef >= 1000 && n.lo.coef < 2200 {
			if end, ok := after(text, n.span.End, "年度", "年"); ok {
				d.period.to = moment{year: int(n.lo.coef)}
				d.span.End = end
				return d, true
			}
		}
	}
	end, ok := after(text, beforeUnit(text, i), "财年", "学年", "年度", "年")
	if !ok {
		_, ok = after(text, i, "半年报", "年报", "赛季", "中报")
		return d, ok
	}
	d.span.End = end
	if next := end + len(text[end:]) - len(strings.TrimLeft(text[end:], " ")); next > end && digitAt(text, next) {
		end = next // 2011 年 5 月
	}
	if e, ok := q.readMonth(text, end, &d.period); ok {
		d.span.End = e
	} else if word, w, ok := q.dates.prefix(text[end:]); ok && w.class == "part" {
		d.period = months(year, w.a, w.b)
		d.span.End = end + len(word)
	}
	d.readSince(text)
	return d, true
}

// readSince takes in 以来 and 起 behind a date, which leave its end open.
func (d *dateExpr) readSince(text string) {
	i, _ := after(text, d.span.End, "底", "初", "末", "年中")
	if j, ok := after(text, i, "以来", "起至今", "至今"); ok && d.period.to == (moment{}) {
		d.period.since = true
		i = j
	}
	d.span.End = i
}

// until returns the period from d to end when the text says so between the two.
// The year, and so what it is counted from, is that of d unless end names its own.
func (d dateExpr) until(end dateExpr, text string) (dateExpr, bool) {
	switch strings.TrimSpace(text[d.span.End:end.span.Start]) {
	case "到", "至", "-", "－", "—", "——", "–", "~", "～":
	default:
		return d, false
	}
	from, to := d.period.from, end.period.from
	if d.clock || end.clock || d.period.to != (moment{}) || d.period.since || from == (moment{}) || to == (moment{}) {
		return d, false
	}
	if end.base == running && (d.base == absolute || d.base == writing) {
		to.year = from.year
	} else if end.base != d.base {
		return d, false
	}
	if end.period.to != (moment{}) {
		to = moment{year: to.year, month: end.period.to.month, day: end.period.to.day}
	}
	d.period.to = to
	d.span.End = end.span.End
	return d, true
}

// readNumericDate reads the rest of 2021-03-01, 2021/3/1 or 2021.03.01.
func readNumericDate(text string, i int, m *moment) (int, bool) {
	if i >= len(text) || !strings.ContainsRune("-/.", rune(text[i])) {
		return i, false
	}
	sep := text[i]
	month, j := twoDigits(text, i+1)
	if month < 1 || month > 12 || j >= len(text) || text[j] != sep {
		return i, false
	}
	day, j := twoDigits(text, j+1)
	if day < 1 || day > 31 {
		return i, false
	}
	m.month, m.day = month, day
	return j, true
}

// twoDigits reads the Arabic digits at byte i, at most two; v is 0 when none or
// more stand there.
func twoDigits(text string, i int) (v, end int) {
	l := lexer{text: text}
	for end = i; l.digitAt(end); {
		r, n := l.runeAt(end)
		v, end = v*10+int(glyphOf(r).digit), end+n
		if v > 99 {
			return 0, i
		}
	}
	return v, end
}

// months returns the period of months a to b of year.
func months(year, a, b int) period {
	switch {
	case a == 1 && b == 12:
		return period{from: moment{year: year}}
	case a == b:
		return period{from: moment{year: year, month: a}}
	}
	return period{from: moment{year: year, month: a}, to: moment{year: year, month: b}}
}

// readMonth reads 5月, 1-5月, 2月底, 8月3日 or 前5个月 at byte i; the year of p stays.
func (q *quantifier) readMonth(text string, i int, p *period) (int, bool) {
	year := p.from.year
	if j, ok := after(text, i, "前"); ok {
		if m, k, ok := small(text, j, 12); ok {
			if end, ok := after(text, k, "个月"); ok {
				*p = months(year, 1, max(m, 1))
				return end, true
			}
		}
	}
	m, j, ok := small(text, i, 12)
	if !ok || m == 0 {
		return i, false
	}
	to := 0
	if k, ok := after(text, j, "-", "至", "～", "~", "—", "–", "月至", "月-", "月到", "月—"); ok {
		if t, e, ok := small(text, k, 12); ok && t > m {
			if _, ok := after(text, e, "月", "季度"); ok {
				to, j = t, e
			}
		}
	}
	if end, ok := after(text, j, "季度"); ok && max(m, to) <= 4 {
		*p = months(year, 3*m-2, 3*max(m, to))
		return end, true
	}
	end, ok := after(text, j, "月份", "月")
	if !ok {
		return i, false
	}
	if to != 0 {
		*p = months(year, m, to)
		return end, true
	}
	p.from.month = m
	if e, ok := q.readDays(text, end, p, p.from); ok {
		return e, true
	}
	end, _ = after(text, end, "上旬", "中旬", "下旬", "底", "初", "末")
	return end, true
}

// readDays reads 3日, 3号, 3日至5日 or 3-5日 at byte i.
func (q *quantifier) readDays(text string, i int, p *period, month moment) (int, bool) {
	d, j, ok := small(text, i, 31)
	if !ok || d == 0 {
		return i, false
	}
	from := month
	from.day = d
	if k, ok := after(text, j, "-", "至", "～", "~", "—", "–", "日至", "日-", "日到", "号至", "、"); ok {
		if t, e, ok := small(text, k, 31); ok && t > d {
			if end, ok := after(text, e, "日", "号"); ok {
				to := month
				to.day = t
				*p = period{from: from, to: to}
				return end, true
			}
		}
	}
	end, ok := after(text, j, "日", "号")
	if !ok {
		return i, false
	}
	if strings.HasSuffix(text[:end], "号") && q.numbered(text, i, end, month.month != 0) {
		return i, false
	}
	p.from = from
	return end, true
}

// numbered reports whether 号, behind a number from byte i to end, numbers a thing
// or a place (5号线, 长安街18号) and is no day.
// Behind a month only 线 and 楼 do.
func (q *quantifier) numbered(text string, i, end int, month bool) bool {
	if month {
		_, ok := after(text, end, "线", "楼")
		return ok
	}
	_, _, thing := q.dates.things.prefix(text[end:])
	_, _, place := q.dates.places.suffix(text[:i])
	return thing || place
}

// readDecade reads 90年代 and 21世纪.
func readDecade(text string, d *dateExpr) bool {
	end, ok := after(text, d.span.End, "世纪", "年代")
	if !ok {
		return false
	}
	for {
		n, ok := readNumeral(text, end)
		if !ok || n.lo.coef > 99 {
			break
		}
		e, ok := after(text, n.span.End, "年代")
		if !ok {
			break
		}
		end = e
	}
	d.span.End, d.vague, d.period = end, true, period{}
	return true
}

// readClock reads 9时30分, 15:30 or 下午3点 at the start of d.
func readClock(text string, d *dateExpr, q *quantifier) bool {
	_, i, ok := small(text, d.span.Start, 24)
	if !ok {
		return false
	}
	_, w, daytime := q.dates.suffix(text[:d.span.Start])
	daytime = daytime && w.class == "daytime"
	if j, ok := after(text, i, ":", "："); ok {
		n, ok := readNumeral(text, j)
		if !ok || n.digits != 2 || n.lo.coef > 59 || n.lo.exp != 0 {
			return false
		}
		d.span.End = n.span.End
	} else if j, ok := after(text, i, "时", "点"); ok {
		if _, compound := after(text, i, "时间", "时期", "时代"); compound {
			return false
		}
		k, minutes := after(text, j, "半", "整", "许", "钟")
		if _, e, ok := small(text, j, 59); ok {
			if m, ok := after(text, e, "分"); ok {
				k, minutes = m, true
			}
		}
		if text[i:j] == "点" && !minutes && !daytime && !hourStands(text, d.span.Start, j) {
			return false
		}
		d.span.End = k
	} else {
		return false
	}
	d.clock, d.period = true, period{}
	return true
}

// hourStands reports whether a bare 16点 is a time and no count of points: it
// follows a day and is not followed by what the points are of.
func hourStands(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	next, _ := utf8.DecodeRuneInString(text[end:])
	_, ok := after(text, end, "前", "后", "许", "起", "档", "左右", "到", "至", "开始")
	return strings.ContainsRune("日号天晚间）)在于从至", before) && (ok || !isWordRune(next))
}
