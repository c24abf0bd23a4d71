package extract

import (
	"strings"

	"newsift/segment"
)

// How often an article must use a noun, and how long that must be, before a
// clause that opens with it counts as being about it. Shorter nouns are mostly
// the head of a compound.
const (
	oftenNoun = 6
	longNoun  = len("三个字")
	nounWords = 3 // at most so many tokens make such a noun
	// It is enough to count in the first blocks, and to the first bytes of each:
	// an article keeps to its topic, and its length must not be paid twice.
	manyBlocks = 200
	manyBytes  = 4096
)

// frequent returns the noun that starts with t when the article keeps talking
// about it, else "".
func (v *passage) frequent(t segment.Token, c segment.Span) string {
	text := v.s.block.Text
	best, k := "", v.tokenIndex(t.Start)
	for n := 0; n < nounWords && k+n < len(v.s.tokens); n++ {
		u := v.s.tokens[k+n]
		if u.End > c.End || v.timeAt(u.Start) || u.POS != "n" && u.POS != "nz" && u.POS != "x" && u.POS != "vn" && u.POS != "ng" {
			break
		}
		if noun := text[t.Start:u.End]; len(noun) >= longNoun && v.uses(noun) >= oftenNoun && !(v.sizeNoun(segment.Span{Start: t.Start, End: u.End}) && v.gauged(segment.Span{Start: t.Start, End: u.End}, c)) {
			best = noun
		}
	}
	if best != "" {
		end := t.Start + len(best)
		if field, _, ok := v.lists.of("field").prefix(text[end:c.End]); ok && v.boundary(end) && v.boundary(end+len(field)) {
			end += len(field) // 机器人|行业
		}
		best = text[t.Start:v.pastPlaced(end)]
	}
	if v.is("trading", best) {
		if j := v.clauseIndex(c.Start); v.topic.text != "" || j > 0 && v.subjects[j-1].text != "" {
			return "" // 进出口|增速: somebody's own
		}
	}
	return best
}

// serialAt returns the name that starts with token k and ends in a number with 号
// (嫦娥|五号, 遥感|卫星|十六号), with what that is (神舟九号|飞船), before byte end, or "".
func (v *passage) serialAt(k, end int) string {
	const most = 3 // tokens in front of the number
	text, start := v.s.block.Text[:end], v.s.tokens[k].Start
	for n := k; n < k+most && n < len(v.s.tokens) && v.s.tokens[n].End < end; n++ {
		t := v.s.tokens[n]
		noun := nounTag(t.POS) && t.POS != "x" || t.Len() == len("天") && (t.POS == "q" || t.POS == "zg" || t.POS == "g")
		verb := n == k && strings.HasPrefix(t.POS, "v") // 探索|一号
		if !noun && !verb || v.quantityAt(t.Start) {
			break
		}
		if e := v.serialEnd(text, t.End); e > t.End && t.End > start+len("天") {
			if craft, _, ok := v.lists.of("craft").prefix(text[e:]); ok && v.boundary(e+len(craft)) {
				e += len(craft)
			}
			return text[start:e]
		}
		if verb && !noun {
			break
		}
	}
	return ""
}

// lineEnd returns the end, no further than end, of the numbered line that begins at byte i, behind
// nouns for what it is of (轨道交通工程|1号线), or 0.
func (v *passage) lineEnd(i, end int) int {
	const most = 4 // tokens in front of the number
	text := v.s.block.Text[:end]
	for n, k := 0, v.tokenIndex(i); n <= most && k < len(v.s.tokens) && v.s.tokens[k].Start < end; n, k = n+1, k+1 {
		t := v.s.tokens[k]
		if t.Start < i {
			return 0
		}
		if number, ok := readNumeral(text, t.Start); ok && n > 0 {
			if line, ok := after(text, number.span.End, "号线"); ok {
				return line
			}
		}
		if !nounTag(t.POS) || t.POS == "x" {
			return 0
		}
	}
	return 0
}

// groundAt returns the name of a piece of land that starts with token k, which no
// dictionary has and the article repeats (回归园|一期), or "".
func (v *passage) groundAt(k, end int) string {
	const most = 4 // tokens
	text := v.s.block.Text
	first := v.s.tokens[k]
	start := first.Start
	if q, ok := v.quantityOver(start); v.timeAt(start) || ok && q.span.Start < first.End || first.POS != "" && strings.ContainsRune("mqtrpdcu", rune(first.POS[0])) {
		return ""
	}
	for n := 0; n < most && k+n < len(v.s.tokens) && v.s.tokens[k+n].End <= end; n++ {
		t := v.s.tokens[k+n]
		name := text[start:t.End]
		if !v.ends("ground", name) || len(name) < longNoun || strings.HasPrefix(name, "占") || v.refersTo(name) || v.isPlace(name) || v.uses(name) < namedTwice {
			continue
		}
		if stage, ok := after(text[:end], t.End, "一期", "二期", "三期"); ok {
			return text[start:stage]
		}
		return name
	}
	return ""
}

// uses counts how often the article holds s.
func (k *linking) uses(s string) int {
	if n, ok := k.nouns[s]; ok {
		return n
	}
	n := 0
	for i := range k.a.Blocks[:min(len(k.a.Blocks), manyBlocks)] {
		text := k.a.Blocks[i].Text
		n += countHan(text[:min(len(text), manyBytes)], s)
	}
	k.nouns[s] = n
	return n
}
