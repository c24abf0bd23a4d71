package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// dateWord reads 去年, 上半年 and their like at byte i, with a month or part of
// the year behind them.
func (r *reading) dateWord(i int) int {
	word, w, ok := r.quantifier.dates.prefix(r.text[i:])
	if !ok || !w.dates() || strings.HasSuffix(word, "一年") && longer(r.text[i+len(word):]) {
		return i
	}
	if t := r.token(i); t >= 0 && r.tokens[t].Start < i && r.tokens[t].POS == "ns" {
		return i // 日|本年|轻人
	}
	d := dateExpr{span: segment.Span{Start: i, End: i + len(word)}, base: running}
	switch w.class {
	case "years":
		return r.plan(d, w)
	case "part":
		d.period = months(0, w.a, w.b)
	case "relative":
		d.base, d.offset = writing, w.a
	case "same":
		d.base = sameYear
	}
	if w.class != "part" {
		if end, ok := r.readMonth(r.text, d.span.End, &d.period); ok {
			d.span.End = end
		} else if word, p, ok := r.quantifier.dates.prefix(r.text[d.span.End:]); ok && p.class == "part" {
			d.period = months(0, p.a, p.b)
			d.span.End += len(word)
		}
		d.readSince(r.text)
	}
	return r.addDate(d)
}

// longer reports whether what stands behind a year makes it a longer time (过去一年|半).
func longer(rest string) bool {
	_, ok := after(rest, 0, "半", "多", "余")
	return ok
}

// plan reads 十三五期间: the name of a five-year plan, which is a period only with
// such a word behind it or its closing quotation mark.
func (r *reading) plan(d dateExpr, w dateWord) int {
	end, _ := after(r.text, d.span.End, "”", "’", "\"")
	open := strings.TrimRight(r.text[:d.span.Start], "“‘\"")
	if late, ok := after(r.text, end, "末", "初", "中期"); ok && (strings.HasSuffix(open, "到") || strings.HasSuffix(open, "至")) {
		d.span.End, d.base, d.vague = late, writing, true // 到“十二五”末
		return r.addDate(d)
	}
	end, ok := after(r.text, end, "规划期间", "规划时期", "期间", "时期", "以来")
	if !ok {
		return d.span.End
	}
	d.span.End, d.base = end, absolute
	d.period = period{from: moment{year: w.a}, to: moment{year: w.b}}
	return r.addDate(d)
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
	if !dateFollows(text, n.span.End) {
		return d, false
	}
	if readClock(text, &d, q) || readDecade(text, &d) || q.readShortYear(text, n, &d) {
		return d, true
	}
	d.base = running
	if end, ok := q.readMonth(text, n.span.Start, &d.period); ok {
		d.span.End = end
		return d, true
	}
	if end, ok := q.readDays(text, n.span.Start, &d.period, moment{}); ok {
		if _, within := after(text, end, "内", "之内", "以内"); within {
			return d, false // 签约之日起30日|内
		}
		d.span.End = end
		d.period, d.vague = period{}, true
		return d, true
	}
	return d, false
}

// readShortYear reads 18年10月, a year of this century by its last two digits, which
// only its month tells from a length of time.
func (q *quantifier) readShortYear(text string, n numeral, d *dateExpr) bool {
	const recent = 40 // 2040
	year, ok := n.lo.int(recent)
	end, named := after(text, n.span.End, "年")
	if !ok || !named || n.han || n.digits != 2 {
		return false
	}
	p := period{from: moment{year: 2000 + year}}
	if end, ok = q.readMonth(text, end, &p); !ok || p.from.month == 0 {
		return false
	}
	d.period, d.span.End = p, end
	return true
}

// dateFollows reports whether what stands at byte i, spaces aside, may make a date or a
// time of the number before it.
func dateFollows(text string, i int) bool {
	for i < len(text) && text[i] == ' ' {
		i++
	}
	switch c, _ := utf8.DecodeRuneInString(text[i:]); c {
	case ':', '：', '时', '点', '世', '年', '月', '季', '日', '号', '、', '至', '-', '～', '~', '—', '–':
		return true
	}
	return false
}

// readYear goes on behind a four-digit year.
func (q *quantifier) readYear(text string, d dateExpr, year int) (dateExpr, bool) {
	d.period.from.year = year
	i := d.span.End
	if end, ok := readNumericDate(text, i, &d.period.from); ok {
		d.span.End = end
		return d, true
	}
	if j, ok := after(text, i, "-", "—", "―", "–", "~", "～", "至", "－", "年至", "年-", "年到", "年—"); ok {
		if n, ok := readNumeral(text, j); ok && n.year && n.lo.coef >= 1000 && n.lo.coef < 2200 {
			if end, ok := after(text, n.span.End, "年度", "年"); ok {
				d.period.to = moment{year: int(n.lo.coef)}
				d.span.End = end
				return d, true
			}
		}
	}
	end, ok := after(text, beforeUnit(text, i), "财年", "学年", "年度", "年")
	if _, part, named := q.dates.prefix(text[i:]); !ok && named && part.class == "part" {
		end, ok = i, true // 2010|上半年
	}
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
	case "到", "至", "-", "－", "—", "―", "——", "–", "~", "～":
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

// readDayFirst reads a date whose year comes last (16.12.2014), as some outlets set that of a page.
func readDayFirst(text string, i int) (d dateExpr, ok bool) {
	day, j := twoDigits(text, i)
	if day < 1 || day > 31 || j != i+len("16") || !strings.HasPrefix(text[j:], ".") {
		return d, false
	}
	month, k := twoDigits(text, j+1)
	if month < 1 || month > 12 || k != j+len(".12") || !strings.HasPrefix(text[k:], ".") {
		return d, false
	}
	n, ok := readNumeral(text, k+1)
	if !ok || !n.year || n.lo.coef < 1900 || n.lo.coef >= 2200 || n.span.Len() != len("2014") {
		return d, false
	}
	d.span = segment.Span{Start: i, End: n.span.End}
	d.period.from = moment{year: int(n.lo.coef), month: month, day: day}
	return d, true
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

// readMonth reads 5月, 1-5月, 2月底, 8月3日 or 前5个月 at byte i; the year of p stays.
func (q *quantifier) readMonth(text string, i int, p *period) (int, bool) {
	year := p.from.year
	if j, ok := after(text, i, "前"); ok {
		if m, k, ok := small(text, j, 12); ok {
			if end, ok := after(text, k, "个月", "月"); ok && (m > 1 || strings.HasPrefix(text[k:], "个")) {
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
	if k, ok := after(text, j, "-", "至", "到", "～", "~", "—", "―", "–", "月至", "月-", "月到", "月—"); ok {
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
	if k, ok := after(text, j, "-", "至", "～", "~", "—", "―", "–", "日至", "日-", "日到", "号至", "、"); ok {
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

// serialEnd returns the end of the number in Chinese digits with 号 at byte i that ends a name
// (神舟|九号, 华龙|一号, but not 本月|九号), or i. News writes the days of a month in Arabic digits.
func (q *quantifier) serialEnd(text string, i int) int {
	if first, _ := utf8.DecodeRuneInString(text[i:]); glyphOf(first).kind == noSign {
		return i
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	if !unicode.Is(unicode.Han, before) || glyphOf(before).kind != noSign {
		return i
	}
	if _, _, day := q.dates.days.suffix(text[:i]); day {
		return i
	}
	n, ok := readNumeral(text, i)
	if !ok || !n.han || n.bare {
		return i
	}
	end, ok := after(text, n.span.End, "号")
	if !ok {
		return i
	}
	return end
}

// readDecade reads 90年代 and 21世纪.
func readDecade(text string, d *dateExpr) bool {
	end, ok := after(text, beforeUnit(text, d.span.End), "世纪", "年代")
	if !ok {
		return false
	}
	for {
		n, ok := readNumeral(text, end)
		if !ok || n.lo.coef > 99 {
			break
		}
		e, ok := after(text, beforeUnit(text, n.span.End), "年代")
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
	if start == 0 || strings.ContainsRune("，,。；;：:", before) {
		return ok // 10点左右,…
	}
	if hour, to := strings.CutSuffix(strings.TrimSuffix(text[:start], "至"), "到"); (to || before == '至') && (strings.HasSuffix(strings.TrimSuffix(hour, "至"), "点") || strings.HasSuffix(hour, "时")) {
		return ok || !isWordRune(next) // 下午5点到|6点
	}
	return strings.ContainsRune("日号天晚间）)在于从至", before) && (ok || !isWordRune(next))
}
