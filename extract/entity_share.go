package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/segment"
)

// The stock market gives companies away: by the codes of their shares, by the
// mark ST and by 证券简称.

// stockName proposes what stands behind 证券简称 and a colon.
func (p *page) stockName(v *view, w *word) {
	b, colon := v.prev(w.Start), v.next(w.End)
	if b == nil || b.text != "证券" && b.text != "股票" || colon == nil || colon.text != ":" && colon.text != "：" {
		return
	}
	start := colon.End
	n := strings.IndexAny(v.text[start:v.span.End], ",，;；)） ")
	if n < 0 {
		n = v.span.End - start
	}
	s := segment.Span{Start: start, End: start + n}
	const most = 6
	if c := utf8.RuneCountInString(v.text[s.Start:s.End]); c < 2 || c > most || !p.free(v, s) && !p.extends(v, s) {
		return
	}
	p.add(v, candidate{
		sentence: v.index, span: s, typ: "company", subtype: "short", rule: p.f.rules.rules["股份"], rank: rankContext,
	})
}

// listed proposes what stands in front of the code of a share in the bracket w.
func (p *page) listed(v *view, w *word) {
	if !shareCode(v.text[w.End:v.span.End]) {
		return
	}
	if start := p.freeStart(v, w.Start); start >= 0 {
		p.add(v, candidate{
			sentence: v.index, span: segment.Span{Start: start, End: w.Start}, typ: "company", subtype: "short",
			rule: p.f.rules.rules["股份"], rank: rankContext,
		})
	}
}

// shareLetter reports whether the A or B of a class of shares stands at off by itself,
// which is part of the short name of some listed companies (深振业|A). A noun that a
// letter tells the kind of may not follow (A股, A轮).
func (v *view) shareLetter(off int) bool {
	w := v.word(off)
	if w == nil || w.Start != off || w.text != "A" && w.text != "B" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(v.text[w.End:v.span.End])
	return !strings.ContainsRune("股轮级类座区型款版站、+-.&", next) && (unicode.Is(unicode.Han, next) || unicode.IsPunct(next) || w.End == v.span.End)
}

// staked proposes the company of which w, 股权, is said to be a part of so many per
// cent: 购买X|48.88%的股权.
func (p *page) staked(v *view, w *word) {
	end := v.span.Start + len(strings.TrimRight(strings.TrimSuffix(v.text[v.span.Start:w.Start], "的"), "0123456789.%％"))
	if c, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(v.text[:w.Start], "的")); c != '%' && c != '％' {
		return
	}
	start := end
	for b := v.prev(start); b != nil && !b.is(cueStake); b = v.prev(start) {
		if held := v.prev(b.Start); b.text == "的" && held != nil && held.is(cueStake) {
			break // 董国强持有|的|X100%股权
		}
		if b.shape == shapePunct || strings.ContainsAny(b.text, "的了和与及或等由向对被将从在其所") || b.is(cueStop|cueCompany) || utf8.RuneCountInString(v.text[b.Start:end]) > maxQuoted {
			return
		}
		start = b.Start
	}
	s := segment.Span{Start: start, End: end}
	text := v.text[start:end]
	if n := utf8.RuneCountInString(text); n < 3 || n == 3 && p.f.rules.cues[firstChar(text)]&cueSurname != 0 || start == v.span.Start || p.f.notName(text) || !p.free(v, s) {
		return
	}
	p.add(v, candidate{
		sentence: v.index, span: s, typ: "company", subtype: "short", rule: p.f.rules.rules["股份"], rank: rankContext,
	})
}

// special proposes the company that w, the mark of shares under special
// treatment, stands in front of. Its name has two characters.
func (p *page) special(v *view, w *word) {
	start, end := w.Start, w.End
	if strings.HasSuffix(v.text[v.span.Start:start], "*") {
		start--
	}
	for range 2 {
		r, n := utf8.DecodeRuneInString(v.text[end:v.span.End])
		if !unicode.Is(unicode.Han, r) {
			return
		}
		end += n
	}
	p.add(v, candidate{
		sentence: v.index, span: segment.Span{Start: start, End: end}, typ: "company", subtype: "short",
		rule: p.f.rules.rules["股份"], rank: rankContext,
	})
}

// shareCode reports whether s begins with the code of a share and the bracket that
// closes it: 600309), 00700.HK).
func shareCode(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n < 4 || n > 6 {
		return false
	}
	end := strings.IndexAny(s, ")）")
	if end < 0 || end > n+5 {
		return false
	}
	rest := strings.Trim(s[n:end], "., ")
	if rest == "" {
		return n >= 5
	}
	return strings.Trim(rest, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && len(rest) == 2
}

// freeStart returns where the words in front of end begin that nothing but a name
// can be, or -1.
func (p *page) freeStart(v *view, end int) int {
	const max = 6
	start := end
	for !v.clean(start) {
		w := v.prev(start)
		if w.is(cueStop) || utf8.RuneCountInString(v.text[w.Start:end]) > max {
			return -1
		}
		start = w.Start
	}
	s := segment.Span{Start: start, End: end}
	if n := utf8.RuneCountInString(v.text[start:end]); n < 2 || n > max || !p.free(v, s) || p.f.notName(v.text[start:end]) {
		return -1
	}
	return start
}
