package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// quantifier reads quantities and dates; it is read-only and may be shared.
type quantifier struct {
	units   *unitTable
	dates   *dateTable
	bounds  map[string]*phrases[string] // by place: before, after, bare, filler
	idioms  *phrases[string]            // phrases whose numerals are no claims
	naming  *phrases[string]            // words that make a name of the quantity before them
	series  *phrases[string]            // words that make an ordinal of the number behind them
	adverbs *phrases[string]            // quantities that are adverbs before a verb
	deictic *phrases[string]            // words that point with the 一 behind them
	forms   *formTable
	leads   runeSet // the characters that quantities, dates and idioms start with
	resets  runeSet // and those that words such as 目前, 建成后 and 预计 do
}

// boundPlaces are the places that bounds.txt has words for.
var boundPlaces = []string{"before", "after", "bare", "filler", "glue", "ahead"}

// newQuantifier loads the rule files that quantities need.
func newQuantifier(rules *ruleFiles) (*quantifier, error) {
	q := new(quantifier)
	var err error
	if q.units, err = loadUnits(rules); err != nil {
		return nil, err
	}
	if q.dates, err = loadDates(rules); err != nil {
		return nil, err
	}
	if q.bounds, err = loadBounds(rules); err != nil {
		return nil, err
	}
	if q.forms, err = loadForms(rules, q.units); err != nil {
		return nil, err
	}
	if err = q.loadNotClaims(rules); err != nil {
		return nil, err
	}
	q.lead()
	return q, nil
}

// loadNotClaims reads not-claims.txt.
func (q *quantifier) loadNotClaims(rules *ruleFiles) error {
	sets := make(map[string]*phrases[string])
	for name, set := range map[string]**phrases[string]{"idiom": &q.idioms, "named": &q.naming, "series": &q.series, "adverb": &q.adverbs, "deictic": &q.deictic} {
		*set = new(phrases[string])
		sets[name] = *set
	}
	return rules.read("not-claims.txt", func(l ruleLine) error {
		set := sets[l.section]
		if set == nil {
			return l.errorf("section %q is none of idiom, named, series, adverb, deictic", l.section)
		}
		if !set.add(l.field(0), l.field(1)) {
			return l.twice()
		}
		return nil
	})
}

// lead fills q.leads.
func (q *quantifier) lead() {
	q.leads = *numeralLeads
	q.idioms.firsts(q.leads.add)
	q.dates.firsts(q.leads.add)
	for _, w := range q.dates.words {
		if !w.value.dates() && w.value.class != "daytime" {
			r, _ := utf8.DecodeRuneInString(w.word)
			q.resets.add(r)
		}
	}
	for _, r := range "第前首翻半上成负負.．" {
		q.leads.add(r)
	}
}

// reading is one pass over a sentence.
type reading struct {
	*quantifier
	text   string // the block's text up to the end of the sentence
	start  int    // where the sentence starts
	tokens []segment.Token
	quoted []segment.Span // short quotations and 《titles》: slogans and names
	found  []quantity
	dates  []dateExpr
}

// readAll reads the sentences of a.
func (q *quantifier) readAll(a *article) {
	r := reading{quantifier: q}
	for i := range a.sentences {
		s := &a.sentences[i]
		// What is found lies in one array for all sentences, as far as it has room.
		r.found, r.dates = r.found[len(r.found):], r.dates[len(r.dates):]
		r.read(s)
		s.found, s.dates = slices.Clip(r.found), slices.Clip(r.dates)
	}
}

// claimsEnd returns one past the number of the last sentence of a, which has been
// read, that may make a claim; one that states no amount counts only when all do.
func (a *article) claimsEnd(all bool) int {
	for i := len(a.sentences) - 1; i >= 0; i-- {
		s := &a.sentences[i]
		if all && len(s.found)+len(s.dates) > 0 {
			return i + 1
		}
		for k := range s.found {
			q := &s.found[k]
			if !bare(q.kind) || q.large(s.block.Text[q.span.Start:q.span.End]) {
				return i + 1 // a large one may turn out to be money
			}
		}
	}
	return 0
}

// read finds the quantities, bare numbers and dates of a sentence.
func (q *quantifier) read(s *sentence) ([]quantity, []dateExpr) {
	r := reading{quantifier: q}
	r.read(s)
	return r.found, r.dates
}

// read adds what it finds in a sentence to r.found and r.dates.
func (r *reading) read(s *sentence) {
	r.text, r.start, r.tokens = s.block.Text[:s.span.End], s.span.Start, s.tokens
	r.quoted = slogans(r.quoted[:0], r.text, r.start)
	leads := &r.quantifier.leads
	for i := leads.next(r.text, r.start); i < len(r.text); i = leads.next(r.text, i) {
		end := r.at(i)
		if end <= i {
			_, size := utf8.DecodeRuneInString(r.text[i:])
			end = i + size
		}
		i = end
	}
}

// at reads what starts at byte i and returns where to go on; a return of i or
// less means that nothing starts there.
func (r *reading) at(i int) int {
	if end := r.idiom(i); end > i {
		return end
	}
	if end := r.dateWord(i); end > i {
		return end
	}
	first, size := utf8.DecodeRuneInString(r.text[i:])
	switch first {
	case '第', '前', '首':
		return r.rank(i)
	case '翻':
		return r.doubling(i)
	case '半':
		return r.half(i)
	case '上', '成':
		return r.hundreds(i)
	case '负', '負':
		return r.negative(i, size)
	case '.', '．':
		return r.point(i, size)
	}
	n, ok := readNumeral(r.text, i)
	if !ok {
		if glyphOf(first).kind == arabicSign {
			return n.span.End // a code of too many digits
		}
		return i
	}
	if n.over && n.han && r.inWord(n.span) {
		return i
	}
	if end := r.belowZero(n); end > i {
		return end
	}
	r.sign(&n)
	if r.coded(n.span.Start) || r.inSeries(n) {
		r.addBare(n)
		return n.span.End
	}
	return r.number(n)
}

// distributive returns the end of 一…一… with a character each (一村一品, 一步一步),
// which counts nothing, or i.
func (r *reading) distributive(i int) int {
	const one = "一"
	end := i
	for range 2 {
		j, ok := after(r.text, end, one)
		c, size := utf8.DecodeRuneInString(r.text[j:])
		if !ok || !unicode.Is(unicode.Han, c) || glyphOf(c).kind != noSign {
			return i
		}
		end = j + size
	}
	return end
}

// inSeries reports whether the word before n makes an ordinal of it: of a meeting
// (十二届|五次会议) or of a day of the week (星期五).
func (r *reading) inSeries(n numeral) bool {
	_, class, ok := r.series.suffix(r.text[r.start:n.span.Start])
	if !ok || !n.han || class == "day" {
		return ok && n.han
	}
	_, ok = after(r.text, n.span.End, "次", "届")
	return ok
}

// number reads what starts with n: a fraction, a date or a quantity.
func (r *reading) number(n numeral) int {
	if end := r.fraction(n); end > 0 {
		return end
	}
	if end := r.serialEnd(r.text, n.span.Start); end > n.span.Start {
		return end // 神舟|九号
	}
	if d, ok := readDayFirst(r.text, n.span.Start); ok {
		return r.addDate(d)
	}
	if d, ok := r.readDate(r.text, n); ok {
		return r.addDate(d)
	}
	if end := r.dotted(n.span.End); end > n.span.End {
		return end
	}
	return r.quantity(n)
}

// idiom returns the end of the phrase at byte i whose numerals are no claims, or
// i when none is there. A phrase that is a numeral too (十一, 千万, 一点) is only
// that phrase where the numeral does not go on and has no unit.
func (r *reading) idiom(i int) int {
	if end := r.distributive(i); end > i {
		return end
	}
	word, _, ok := r.idioms.prefix(r.text[i:])
	if !ok {
		return i
	}
	end := i + len(word)
	n, ok := readNumeral(r.text, i)
	if whole, fraction := after(r.text, n.span.End, "分之"); ok && fraction && end < whole {
		return i // 十分|之一 is not very
	}
	if !ok {
		return end
	}
	u, unitEnd, _ := r.unitAt(n)
	if n.span.End < end && (u == nil || unitEnd <= end) {
		return end // but 十|分钟 goes on behind 十分
	}
	if n.span.End > end || u != nil || r.aloneAt(n.span) {
		return i
	}
	return end
}

// addDate keeps d; behind 到 or a dash it is the end of the period that the date
// before it opens (4月21日到5月22日).
func (r *reading) addDate(d dateExpr) int {
	if end, same := after(r.text, d.span.End, "同期", "的同期"); same && d.period.from.month == 0 && d.period.to == (moment{}) && (d.base == absolute || d.base == writing) {
		d.same, d.span.End = true, end
	}
	if n := len(r.dates); n > 0 {
		if whole, ok := r.dates[n-1].until(d, r.text); ok {
			r.dates[n-1] = whole
			return d.span.End
		}
	}
	r.dates = append(r.dates, d)
	return d.span.End
}

// dotted returns the end of a number of a section, version or address (3.1.2)
// whose first part ends at byte i; i when it is none.
func (r *reading) dotted(i int) int {
	l := lexer{text: r.text}
	end := i
	for parts := 0; ; parts++ {
		c, n := l.runeAt(end)
		if c != '.' && c != '．' || !l.digitAt(end+n) {
			if parts < 2 {
				return i
			}
			return end
		}
		for end += n; l.digitAt(end); end += n {
			_, n = l.runeAt(end)
		}
	}
}

// sign takes in a minus that can be no hyphen or range sign.
func (r *reading) sign(n *numeral) {
	before, size := utf8.DecodeLastRuneInString(r.text[:n.span.Start])
	if n.han || !strings.ContainsRune("-－−", before) || size == 0 {
		return
	}
	head := r.text[:n.span.Start-size]
	prev, _ := utf8.DecodeLastRuneInString(head)
	if prev == utf8.RuneError || strings.ContainsRune(" ,(（，：:、", prev) || r.signed(*n, head) {
		n.negative = true
		n.span.Start -= size
	}
}

// signed reports whether the hyphen between head and n is a minus although a
// word stands before it: for a temperature or a percentage always (气温-3.5度),
// for anything else behind a word that leads to an amount (降到-2元). A hyphen
// behind a number or a Latin letter is none.
func (r *reading) signed(n numeral, head string) bool {
	u, _, _ := r.unitAt(n)
	prev, _ := utf8.DecodeLastRuneInString(head)
	if latin(prev) || r.digitBefore(len(head)) {
		return false
	}
	_, _, led := r.bounds["filler"].suffix(head)
	if j, ok := r.forms.starts("range", r.text, n.span.End); ok && u == nil {
		_, below := after(r.text, j, "-", "－", "−")
		return below && led || r.forms.ends("balance", head) // 利润-3亿至-2亿元
	}
	if u == nil {
		return false
	}
	return led || r.forms.ends("from", head) || strings.HasSuffix(u.name, "度") || u.kind == "percent" || u.kind == "money" && r.forms.ends("balance", head)
}

// digitBefore reports whether a number or its unit ends at byte i, so that a
// hyphen there is the sign of a range.
func (r *reading) digitBefore(i int) bool {
	if len(r.found) > 0 && r.found[len(r.found)-1].span.End == i {
		return true
	}
	c, _ := utf8.DecodeLastRuneInString(r.text[:i])
	return unicode.IsDigit(c)
}

// negative reads 负 and the number behind it.
func (r *reading) negative(i, size int) int {
	j := i + size
	if j < len(r.text) && r.text[j] == ' ' {
		j++
	}
	n, ok := readNumeral(r.text, j)
	if !ok || n.bare || r.inOther(segment.Span{Start: i, End: i + size}, n.span.End) {
		return i
	}
	n.span.Start, n.negative = i, true
	if end := r.fraction(n); end > 0 {
		return end
	}
	return r.quantity(n)
}

// belowZero reads 零下 and the temperature behind it, given the 零.
func (r *reading) belowZero(n numeral) int {
	start := n.span.Start
	i, ok := after(r.text, start, "零下", "零度以下")
	if !ok {
		return start
	}
	n, ok = readNumeral(r.text, i)
	if !ok {
		return start
	}
	if u, _, _ := r.unitAt(n); u == nil || !strings.HasSuffix(u.name, "度") {
		return start
	}
	n.span.Start, n.negative = start, true
	return r.quantity(n)
}

// point reads a decimal fraction without a whole part (.5).
func (r *reading) point(i, size int) int {
	prev, _ := utf8.DecodeLastRuneInString(r.text[r.start:i])
	if isWordRune(prev) || strings.ContainsRune(".．…", prev) {
		return i
	}
	n, ok := readNumeral(r.text, i+size)
	if !ok || n.han || n.lo.exp != 0 || n.digits == 0 || n.span.Len() != n.digits {
		return i
	}
	n.lo.exp = -n.digits
	n.hi, n.span.Start, n.year = n.lo, i, false
	r.sign(&n)
	return r.quantity(n)
}

// isWordRune reports whether c is a letter, a digit or a Chinese character.
func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
