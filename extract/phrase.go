package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// nominal reports whether t can be part of a noun phrase.
func (v *passage) nominal(t segment.Token) bool {
	if t.POS == "" {
		return false
	}
	word := v.s.block.Text[t.Start:t.End]
	switch t.POS[0] {
	case 'n', 'a', 'b', 'j', 'l', 'i', 'z', 's', 'k', 'h', 'g', 'm', 'q', 'f', 'r', 't':
		return t.POS != "ad" && !v.is("carrier", word)
	case 'v':
		return t.POS == "vn" && !v.is("carrier", word) || v.is("nominal", word) || v.is("size", word)
	case 'x', 'e':
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return v.is("nominal", word)
}

// inner reports whether t joins the parts of a noun phrase.
func (v *passage) inner(t segment.Token) bool {
	switch v.s.block.Text[t.Start:t.End] {
	case "、", "和", "与", "及", "以及", "的", "“", "”", "\"", "·", "(", ")", "（", "）", "-", "/", "《", "》", "&", "+":
		return true
	}
	return v.spaced(t) || v.decimal(t)
}

// decimal reports whether t is the point of a number (PM2|.|5).
func (v *passage) decimal(t segment.Token) bool {
	text := v.s.block.Text
	return text[t.Start:t.End] == "." && digitAt(text, t.Start-1) && digitAt(text, t.End)
}

// spaced reports whether t is space between Latin letters or digits and what
// belongs to them (LED 器件).
func (v *passage) spaced(t segment.Token) bool {
	text := v.s.block.Text
	if strings.Trim(text[t.Start:t.End], " ") != "" || t.End >= v.s.span.End || t.Start == v.s.span.Start {
		return false
	}
	return alnum(text[t.Start-1]) != alnum(text[t.End])
}

// alnum reports whether c is a Latin letter or a digit.
func alnum(c byte) bool { return isLatin(c) || c >= '0' && c <= '9' }

// phrase returns the noun phrase that ends at byte to, no further left than
// from. passed reports that a verb was skipped in front of to.
func (v *passage) phrase(from, to int) (np segment.Span, passed bool) {
	if sp, ok := v.share(from, to); ok {
		return sp, false
	}
	text := v.s.block.Text
	start := to
	for i := min(v.tokenIndex(to), len(v.s.tokens)-1); i >= 0; i-- {
		t := v.s.tokens[i]
		if t.Start >= to {
			continue
		}
		if t.Start < from {
			break
		}
		if m, ok := v.mentionOver(t.Start); ok && m.span.End <= to {
			break
		}
		if start == to && v.skipped(t) {
			passed = passed || strings.HasPrefix(t.POS, "v")
			to, start = t.Start, t.Start
			continue
		}
		if word := text[t.Start:t.End]; strings.HasPrefix(word, "每") && !v.is("nominal", word) {
			size := strings.TrimPrefix(text[t.Start:to], "每")
			switch {
			case strings.Contains(size, "的"):
				start = t.Start // 每平方厘米的密度
			case v.measures(size):
				to, start, passed = t.Start, t.Start, true // 密度达到|每万人260台
				continue
			}
			break
		}
		if q, ok := v.extended(t, from, start); ok {
			start, i = q, v.tokenIndex(q)
			continue
		}
		if v.nominal(t) || start < to && (v.inner(t) || v.sized(t, start)) {
			start = t.Start
			continue
		}
		if start == to && strings.HasPrefix(t.POS, "v") && !v.is("carrier", text[t.Start:t.End]) {
			start, passed = t.Start, true // 迁建500亩: a verb by itself may be what is counted
		}
		break
	}
	// 获|批资金: a verb that gse cut in two stays outside as a whole.
	// Alone (让|利三千万) it is what is measured.
	if t := v.tokenAt(start); start < to && t.End <= to {
		if word, _, ok := v.words["carrier"].suffix(text[from:t.End]); ok && len(word) > t.Len() {
			start = t.End
			if t.End == to {
				start, passed = to-len(word), true
			}
		}
	}
	return v.trim(segment.Span{Start: start, End: to}), passed
}

// measures reports whether word is a unit that a number may stand for (每|万人).
func (v *passage) measures(word string) bool {
	u, size := v.units.match(strings.TrimLeft(word, "百千万亿"), 0)
	return u != nil && size == len(strings.TrimLeft(word, "百千万亿"))
}

// sized reports whether t is a verb that the character behind it, where a phrase
// starts, makes a noun of (复工|率).
func (v *passage) sized(t segment.Token, start int) bool {
	next := v.tokenAt(start)
	return t.End == start && strings.HasPrefix(t.POS, "v") && next.Start == start && v.is("size", v.s.block.Text[next.Start:next.End])
}

// skipped reports whether t, next to a number, stands between it and what is
// measured: a verb that carries the number, an adverb, or a length of time.
func (v *passage) skipped(t segment.Token) bool {
	word := v.s.block.Text[t.Start:t.End]
	if v.is("nominal", word) {
		return false
	}
	if v.is("carrier", word) || v.is("small", word) || t.POS == "d" || t.POS == "ad" {
		return true
	}
	if q, ok := v.quantityOver(t.Start); ok && q.kind == "duration" && q.span.Contains(t.Span) {
		return true
	}
	k := endsAfter(v.times, t.Start, dateEnd)
	return k < len(v.times) && v.times[k].span.Contains(t.Span)
}

// extended returns a start further left for the phrase that begins at start,
// when t closes a quotation, or ends a word that gse cut in two: a nominal verb
// (在|孵) or a name or term of the dictionaries (自|贸|试验区).
func (v *passage) extended(t segment.Token, from, start int) (int, bool) {
	text := v.s.block.Text
	if t.End != start {
		return 0, false
	}
	if open := v.opening(t, from); open >= 0 {
		return open, true
	}
	if word, _, ok := v.words["nominal"].suffix(text[from:start]); ok && len(word) > t.Len() && v.boundary(start-len(word)) {
		return start - len(word), true
	}
	if v.nominal(t) {
		return 0, false
	}
	long := false
	v.gazetteer.prefixes(text[t.Start:v.s.span.End], func(end int, _ nameID) bool {
		long = t.Start+end > start
		return !long
	})
	return t.Start, long
}

// opening returns where the quotation or bracket begins that token t closes, or -1.
func (v *passage) opening(t segment.Token, from int) int {
	text := v.s.block.Text
	closing := text[t.Start:t.End]
	for open, mark := range quotes {
		if string(mark) == closing && t.Start > from {
			if at := strings.LastIndex(text[from:t.Start], string(open)); at >= 0 {
				return from + at
			}
		}
	}
	return -1
}

// share returns the whole of 占…比重, which names what a share is a share of.
func (v *passage) share(from, to int) (segment.Span, bool) {
	at := strings.LastIndex(v.s.block.Text[from:to], "占")
	if at < 0 {
		return segment.Span{}, false
	}
	at += from
	if t := v.tokenAt(at); t.Start != at || v.s.block.Text[t.Start:t.End] == "占地" {
		return segment.Span{}, false
	}
	return segment.Span{Start: at, End: to}, true
}

// behind returns the noun phrase right behind the number, or for a duration
// whatever the clause goes on to say.
func (v *passage) behind(c *claim) segment.Span {
	text := v.s.block.Text
	i, _ := after(text, c.span.End, "的")
	end := max(v.clauseOf(c.span.Start).End, i)
	switch c.kind {
	case "rank":
		i, _ = after(text, i, "大")
	case "duration":
		i, _ = after(text[:end], i, "时间", "里", "内", "间", "来", "之后", "以后", "后", "以来")
		if t := v.tokenAt(i); strings.HasPrefix(t.POS, "n") {
			return v.trim(v.forward(i, end, false))
		}
		end = i + len(strings.TrimRight(text[i:end], "。！？!? ”’)）"))
		if word, _, ok := v.words["equals"].prefix(text[i:end]); ok && v.boundary(i+len(word)) {
			i += len(word) // 连续4年|是最大伙伴
		}
		for t := v.tokenAt(i); t.Start == i && t.End < end && (t.POS == "d" || v.is("small", text[t.Start:t.End])); t = v.tokenAt(i) {
			i = t.End // 半年|才能|完成审批
		}
		return v.trim(segment.Span{Start: i, End: end})
	case "count":
		if np := v.relative(i, end); np.Len() > 0 {
			return v.trim(np)
		}
		if np := v.listed(i, end); np.Len() > 0 {
			return np
		}
	}
	return v.trim(v.forward(i, end, c.kind == "count"))
}

// relative returns the noun that a clause in front of it describes: 1个有产业
// 特色的|经开区. It is empty when no verb follows the number.
func (v *passage) relative(i, end int) segment.Span {
	text := v.s.block.Text
	k := v.tokenIndex(i)
	for k < len(v.s.tokens) && (v.s.tokens[k].Start < i || v.s.tokens[k].POS == "d") {
		k++ // gse may join a measure word to what follows (11|所在|建)
	}
	if k == len(v.s.tokens) || !strings.HasPrefix(v.s.tokens[k].POS, "v") || v.nominal(v.s.tokens[k]) {
		return segment.Span{}
	}
	if v.s.tokens[k].Start >= end {
		return segment.Span{}
	}
	at := strings.LastIndex(text[i:end], "的")
	if at < 0 || v.holdsQuantity(segment.Span{Start: i, End: i + at}) {
		return segment.Span{}
	}
	return v.forward(i+at+len("的"), end, true)
}

// listed returns the list with 等 and its noun that starts at byte i (150套|注塑、
// 压铸等设备), or nothing.
func (v *passage) listed(i, end int) segment.Span {
	const long = 60 // bytes
	text := v.s.block.Text
	at := strings.Index(text[i:min(end, i+long)], "等")
	if at <= 0 || !strings.Contains(text[i:i+at], "、") || v.holdsQuantity(segment.Span{Start: i, End: i + at}) {
		return segment.Span{}
	}
	noun := v.forward(i+at+len("等"), end, false)
	if noun.Len() == 0 || strings.ContainsAny(text[i:i+at], "的了，,") {
		return segment.Span{}
	}
	return segment.Span{Start: i, End: noun.End}
}

// forward returns the noun phrase that starts at byte i, up to end. When listed,
// the noun behind a list with 等 belongs to it.
func (v *passage) forward(i, end int, listed bool) segment.Span {
	text := v.s.block.Text
	stop, noun, last := i, false, ""
	for k := v.tokenIndex(i); k < len(v.s.tokens); k++ {
		t := v.s.tokens[k]
		if t.Start < i && stop == i {
			t.Start, t.POS = i, "n" // 三个|人: gse takes 个人 for one word
		}
		if t.Start < stop {
			continue
		}
		if t.Start >= end || v.amountAt(t.Start) || noun && v.timeAt(t.Start) {
			break
		}
		word := text[t.Start:t.End]
		if r, _ := utf8.DecodeRuneInString(word); noun && unicode.IsLetter(r) && v.is("small", word) {
			break // 记者|先后走进
		}
		if word == "等" && noun && listed && v.goesOn(k+1, end) {
			stop, last = t.End, "u" // 论坛、展会等|活动
			continue
		}
		if word == "的" && last == "n" || v.closesPhrase(word) || stop == i && v.is("change", word) {
			break
		}
		if e := v.closed(t, stop > i, end); e > 0 {
			stop, noun, last = e, true, "n"
			continue
		}
		if !v.continues(t, k, end, i, stop, noun) {
			break
		}
		nounish := strings.HasPrefix(t.POS, "n") || t.POS == "j" || t.POS == "vn"
		noun, stop, last = noun || nounish, t.End, t.POS[:min(1, len(t.POS))]
	}
	return segment.Span{Start: i, End: stop}
}

// closesPhrase reports whether word ends a noun phrase that runs forward.
func (v *passage) closesPhrase(word string) bool {
	_, _, ok := v.words["stop"].prefix(word)
	return ok
}

// closed returns the end of what stands as one piece at token t: a name inside
// the phrase, a quotation, or a term that gse cut in two; 0 when nothing does.
func (v *passage) closed(t segment.Token, begun bool, end int) int {
	text := v.s.block.Text
	if m, ok := v.mentionAt(t.Start); ok && begun && m.span.End <= end {
		return m.span.End
	}
	open, size := utf8.DecodeRuneInString(text[t.Start:t.End])
	if mark, ok := quotes[open]; ok {
		if e := strings.IndexRune(text[t.Start+size:end], mark); e > 0 && e <= maxSlogan {
			return t.Start + size + e + utf8.RuneLen(mark)
		}
	}
	if noun, _, ok := v.words["nominal"].prefix(text[t.Start:end]); ok && len(noun) > t.Len() && v.boundary(t.Start+len(noun)) {
		return t.Start + len(noun)
	}
	if v.nominal(t) || v.inner(t) || v.is("carrier", text[t.Start:t.End]) {
		return 0
	}
	stop := 0
	v.gazetteer.prefixes(text[t.Start:end], func(n int, _ nameID) bool {
		if t.Start+n > t.End && v.boundary(t.Start+n) {
			stop = t.Start + n
		}
		return true
	})
	return stop
}

// continues reports whether token k, which is t, goes on with the phrase that
// began at byte i and has come to stop.
func (v *passage) continues(t segment.Token, k, end, i, stop int, noun bool) bool {
	verbal := strings.HasPrefix(t.POS, "v")
	word := v.s.block.Text[t.Start:t.End]
	switch {
	case noun && (t.POS == "l" || t.POS == "i") && !v.goesOn(k+1, end):
		return false // 几十辆卡车|一字排开
	case noun && k+1 < len(v.s.tokens) && v.becomes(v.s.tokens[k+1]) && (!strings.HasPrefix(t.POS, "n") || v.quantityAt(v.s.tokens[k+1].End)):
		return false // 109枚公章|精简为1个
	case v.nominal(t):
		return !(verbal && noun) || v.goesOn(k+1, end) || v.closes(k+1, end) && !v.is("modifier", word)
	case stop > i && v.inner(t) && v.follows(k+1, end):
		return true
	}
	return !noun && stop == i && verbal && v.goesOn(k+1, end) && !v.is("carrier", word)
}

// becomes reports whether t says into what the verb in front of it turns something.
func (v *passage) becomes(t segment.Token) bool {
	switch v.s.block.Text[t.Start:t.End] {
	case "为", "到", "至", "成":
		return true
	}
	return false
}

// goesOn reports whether token k, before end, is a noun: the verb before it
// stands inside the phrase (创新|创业|基地).
func (v *passage) goesOn(k, end int) bool {
	for ; k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		t := v.s.tokens[k]
		if strings.HasPrefix(t.POS, "n") || t.POS == "j" || t.POS == "vn" {
			return true
		}
		if !v.is("nominal", v.s.block.Text[t.Start:t.End]) {
			return false
		}
	}
	return false
}

// closes reports whether the clause or the phrase ends in front of token k.
func (v *passage) closes(k, end int) bool {
	if k >= len(v.s.tokens) || v.s.tokens[k].Start >= end {
		return true
	}
	word := v.s.block.Text[v.s.tokens[k].Start:v.s.tokens[k].End]
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsPunct(r) || word == "的" || v.inner(v.s.tokens[k])
}

// follows reports whether token k, before end, can continue a noun phrase.
func (v *passage) follows(k, end int) bool {
	if k >= len(v.s.tokens) || v.s.tokens[k].Start >= end {
		return false
	}
	t := v.s.tokens[k]
	return v.nominal(t) && t.POS != "r" || v.inner(t)
}

// trim takes joining words, times, numbers and measure words off the ends of sp.
func (v *passage) trim(sp segment.Span) segment.Span {
	text := v.s.block.Text
	for sp.Len() > 0 {
		t := v.tokenAt(sp.Start)
		if end := v.timeEnd(sp.Start); end > sp.Start && end < sp.End {
			sp.Start = end
			continue
		}
		if t.Start != sp.Start || t.End > sp.End {
			break
		}
		if noun, _, ok := v.words["nominal"].prefix(text[sp.Start:sp.End]); ok && len(noun) > t.Len() {
			break // 亩|均税收
		}
		w := text[t.Start:t.End]
		joins := v.inner(t) && w != "“" && w != "(" && w != "（" && w != "《"
		if !joins && w != "内" && w != "中" && (v.is("nominal", w) || t.POS == "mq" || !strings.ContainsAny(t.POS[:min(1, len(t.POS))], "fmtrq")) {
			break
		}
		sp.Start = t.End
	}
	for sp.Len() > 0 {
		cut := strings.TrimRight(text[sp.Start:sp.End], " 、的和与及,，")
		if t := v.tokenAt(sp.Start + len(cut) - 1); len(cut) > 0 && t.Start > sp.Start && (t.POS == "f" || text[t.Start:t.End] == "里") {
			cut = text[sp.Start:t.Start]
		}
		if open := strings.LastIndex(cut, "“"); open >= 0 && !strings.Contains(cut[open:], "”") {
			cut = cut[:open]
		}
		if sp.Start+len(cut) == sp.End {
			break
		}
		sp.End = sp.Start + len(cut)
	}
	return sp
}

// tokenIndex returns the index of the token that holds byte i.
func (v *passage) tokenIndex(i int) int {
	lo, hi := 0, len(v.s.tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if v.s.tokens[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// tokenAt returns the token that holds byte i, or none.
func (v *passage) tokenAt(i int) segment.Token {
	if k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].Start <= i {
		return v.s.tokens[k]
	}
	return segment.Token{}
}

// boundary reports whether a token starts at byte i.
func (v *passage) boundary(i int) bool {
	k := v.tokenIndex(i)
	return k < len(v.s.tokens) && v.s.tokens[k].Start == i || i == v.s.span.End
}
