package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// add keeps q unless it stands where a number is part of a name, a slogan or a
// code; those become bare numbers when they are Arabic, and nothing else.
func (r *reading) add(q quantity) {
	prev, _ := utf8.DecodeLastRuneInString(r.text[r.start:q.span.Start])
	switch {
	case prev == '第' && !q.noUnit, prev == '№':
		return
	case r.inQuote(q.span), r.coded(q.span.Start), r.named(q), strings.ContainsRune("〔[", prev),
		q.noUnit && r.codeFollows(q.span.End):
		q.kind = "number"
	}
	r.shareUnit(q)
	r.found = append(r.found, q)
}

// shareUnit makes 个, which ends the number right in front of q in a list, the percentage points
// that q counts (提升|2.3个、5.1个百分点).
func (r *reading) shareUnit(q quantity) {
	k := len(r.found) - 1
	if q.kind != "percent_point" || k < 0 || r.found[k].unit != "个" {
		return
	}
	p := &r.found[k]
	if next, ok := after(r.text, p.span.End, "、", "和", "及", "与"); ok && next == q.span.Start {
		p.unit, p.kind, p.base, p.rule = q.unit, q.kind, q.base, q.rule
	}
}

// coded reports whether what stands before byte i makes a code of the number
// there: a letter or two (C919, MH370) or a hyphen behind a word (苏-57). A
// longer run of letters is a name that a number can follow (RCEP15个成员国), and
// an X between two lengths is a sign of multiplication.
func (r *reading) coded(i int) bool {
	text := r.text[r.start:i]
	prev, size := utf8.DecodeLastRuneInString(text)
	if prev == '-' || prev == '－' {
		before, _ := utf8.DecodeLastRuneInString(text[:len(text)-size])
		return unicode.IsLetter(before)
	}
	run := 0
	for run < len(text) && isLatin(text[len(text)-1-run]) {
		run++
	}
	const name = 3
	if run == 0 {
		return false
	}
	if run >= name {
		n, ok := readNumeral(r.text, i)
		return ok && r.codeFollows(n.span.End) // HPM600KW
	}
	times := run == 1 && (prev == 'x' || prev == 'X') && len(r.found) > 0 && r.found[len(r.found)-1].span.End == i-run
	return !times
}

// latin reports whether c is a Latin letter.
func latin(c rune) bool { return c < utf8.RuneSelf && isLatin(byte(c)) }

// codeFollows reports whether a letter right behind a number makes it a code (5G).
func (r *reading) codeFollows(i int) bool {
	return i < len(r.text) && isLatin(r.text[i])
}

// named reports whether the words right behind a time, or behind its number,
// make a name of it (三年|行动计划, 70|周年).
func (r *reading) named(q quantity) bool {
	if q.kind != "duration" {
		return false
	}
	if _, _, ok := r.naming.prefix(r.text[q.span.End:]); ok {
		return true
	}
	n, ok := readNumeral(r.text, q.span.Start)
	if !ok || n.span.End >= q.span.End {
		return false
	}
	_, class, ok := r.naming.prefix(r.text[n.span.End:q.span.End])
	return ok && class == "unit"
}

// inQuote reports whether sp lies in a slogan or title.
func (r *reading) inQuote(sp segment.Span) bool {
	k := endsAfter(r.quoted, sp.Start, spanEnd)
	return k < len(r.quoted) && r.quoted[k].Contains(sp)
}

// maxSlogan is the length, in bytes, up to which a quotation without a comma or
// full stop counts as a slogan or a name and not as speech: 14 characters.
const maxSlogan = 14 * 3

// quotes are the marks that a slogan or a title stands in.
var quotes = map[rune]rune{'“': '”', '‘': '’', '《': '》', '"': '"', '「': '」', '『': '』', '【': '】'}

// slogans finds the short quotations and the titles of text from byte start on, and
// appends them to spans.
func slogans(spans []segment.Span, text string, start int) []segment.Span {
	for i := start; i < len(text); {
		if b := text[i]; b != '"' && b != "“"[0] && b != "《"[0] {
			i++ // no quotation opens so
			continue
		}
		open, size := utf8.DecodeRuneInString(text[i:])
		i += size
		closing, ok := quotes[open]
		if !ok {
			continue
		}
		end := strings.IndexRune(text[i:], closing)
		if end < 0 {
			continue
		}
		inner := text[i : i+end]
		if open == '《' || open == '【' || len(inner) <= maxSlogan && !strings.ContainsAny(inner, "，。；！？,;!?") {
			spans = append(spans, segment.Span{Start: i, End: i + end})
			i += end
		}
	}
	return spans
}

// token returns the index of the token that holds byte i, or -1.
func (r *reading) token(i int) int {
	k := endsAfter(r.tokens, i, tokenEnd)
	if k == len(r.tokens) || r.tokens[k].Start > i {
		return -1
	}
	return k
}

// inWord reports whether sp lies inside a longer word that is no numeral, as
// 一 does in 统一 and 超 in 超市.
func (r *reading) inWord(sp segment.Span) bool {
	t := r.token(sp.Start)
	if t < 0 {
		return false
	}
	w := r.tokens[t]
	return (w.Start < sp.Start || w.End > sp.End) && !numeric(w.POS)
}

// splitsWord reports whether a Chinese quantity starts or ends inside a word
// that is no numeral (万|一元, 一家|人), so that it is no quantity.
func (r *reading) splitsWord(sp segment.Span) bool {
	if before, _ := utf8.DecodeLastRuneInString(r.text[:sp.Start]); strings.ContainsRune("多少无", before) && strings.HasPrefix(r.text[sp.Start:], "数") {
		return true // 多数|席位
	}
	if t := r.token(sp.Start); t >= 0 && r.tokens[t].Start < sp.Start && !numeric(r.tokens[t].POS) {
		return !r.bounded(r.tokens[t], sp)
	}
	t := r.token(sp.End - 1)
	if t < 0 || r.tokens[t].End <= sp.End || numeric(r.tokens[t].POS) {
		return false
	}
	// 十几|个人: gse takes 个 to the noun when the numeral is no word of its own.
	w := r.tokens[t]
	return w.Start <= sp.Start || !strings.HasPrefix(r.text[w.Start:], "个")
}

// bounded reports whether word w is nothing but a bound and the quantity at sp
// (近百家, which gse has for one word).
func (r *reading) bounded(w segment.Token, sp segment.Span) bool {
	before := r.text[w.Start:sp.Start]
	word, _, ok := r.bounds["before"].suffix(before)
	return ok && word == before && w.End <= sp.End
}

// inNoun reports whether the unit at byte i is the head of a noun that begins
// like a measure word (731部|队), so that it is no unit.
func (r *reading) inNoun(i int) bool {
	t := r.token(i)
	if t < 0 || r.tokens[t].Start != i {
		return false
	}
	word := r.text[i:r.tokens[t].End]
	end, ok := r.forms.starts("not-unit", word, 0)
	if _, ranks := after(r.text, r.tokens[t].End, "全", "世界", "首", "第"); ok && ranks && strings.HasSuffix(word, "居") {
		return false // 84家|居全国第五
	}
	return ok && end == len(word)
}

// inCounted reports whether the unit of so many bytes at byte i only begins a noun
// that numbers count without one (44亿|人口).
func (r *reading) inCounted(i, size int) bool {
	t := r.token(i)
	if t < 0 || r.tokens[t].Start != i || r.tokens[t].End <= i+size {
		return false
	}
	return r.forms.ends("counted", r.text[i:r.tokens[t].End])
}

// otherWord reports whether gse knows a Chinese quantity as a word that states
// no amount: an adverb, a pronoun, a saying.
func (r *reading) otherWord(sp segment.Span) bool {
	t := r.token(sp.Start)
	return t >= 0 && r.tokens[t].Span == sp && r.tagged(t, "drcvil")
}

// tagged reports whether the tag of token t begins with one of the letters.
func (r *reading) tagged(t int, letters string) bool {
	pos := r.tokens[t].POS
	return pos != "" && strings.IndexByte(letters, pos[0]) >= 0
}

// adverb reports whether the quantity sp is an adverb here: one of the words of
// the section adverb, with somebody named before it in the clause (同各方一道) or
// with a verb or a mark behind it.
func (r *reading) adverb(sp segment.Span) bool {
	if _, _, ok := r.adverbs.prefix(r.text[sp.Start:sp.End]); !ok {
		return false
	}
	clause := r.text[r.start:sp.Start]
	clause = clause[strings.LastIndexAny(clause, "，。；,;")+1:]
	t := r.token(sp.End)
	if t < 0 || strings.ContainsAny(clause, "同与和跟") {
		return true
	}
	c, _ := utf8.DecodeRuneInString(r.text[sp.End:])
	return r.tagged(t, "vad") || unicode.IsPunct(c)
}

// standsAlone reports whether a Chinese number without a unit is one: a word of
// its own and no digit of another word (万一, 统一).
func (r *reading) standsAlone(n numeral) bool {
	if n.negative || r.aloneAt(n.span) {
		return true
	}
	if n.bare {
		_, cue := r.boundBefore(n.span.Start, true)
		return cue
	}
	next, _ := utf8.DecodeRuneInString(r.text[n.span.End:])
	if r.text[n.span.Start:n.span.End] == "一" && unicode.Is(unicode.Han, next) || r.splitsWord(n.span) {
		return false
	}
	t := r.token(n.span.Start)
	if t < 0 {
		return false
	}
	w := r.tokens[t]
	return w.End < n.span.End || numeric(w.POS) || w.Start < n.span.Start
}

// aloneAt reports whether no letter, digit or Chinese character touches sp.
func (r *reading) aloneAt(sp segment.Span) bool {
	prev, _ := utf8.DecodeLastRuneInString(r.text[r.start:sp.Start])
	next, _ := utf8.DecodeRuneInString(r.text[sp.End:])
	return !isWordRune(prev) && !isWordRune(next)
}

// numeric reports whether pos is the tag of a numeral, a measure word or a time.
func numeric(pos string) bool {
	return strings.HasPrefix(pos, "m") || strings.HasPrefix(pos, "q") || strings.HasPrefix(pos, "t")
}
