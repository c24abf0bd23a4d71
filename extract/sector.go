package extract

import (
	"strings"

	"newsift/segment"
)

// sectorAt returns the sector, all who deal in the same thing, that clause c measures and opens with at
// token k (铅酸电池市场|规模达3000亿元, 白酒行业|平均净利率为19%), or "".
func (v *passage) sectorAt(k int, c segment.Span) string {
	const most = 8 // tokens of its name
	if k == len(v.s.tokens) || !v.holdsQuantity(c) {
		return ""
	}
	text := v.s.block.Text[:c.End]
	if _, whole := after(text, v.s.tokens[k].Start, "整个"); whole && k+1 < len(v.s.tokens) {
		k++ // 整个|家电市场
	}
	start := v.s.tokens[k].Start
	end, word := start, ""
	for n := k; n < len(v.s.tokens) && n < k+most && v.s.tokens[n].End <= c.End && v.namesKind(v.s.tokens[n]); n++ {
		t := v.s.tokens[n]
		if kind, _, ok := v.lists.of("sector").suffix(text[start:t.End]); ok {
			end, word = t.End, kind
		}
	}
	if q, ok := v.quantityOver(start); ok && q.span.Start < start {
		return "" // 7|家企业
	}
	own := text[start : end-len(word)]
	if strings.HasSuffix(own, "于") || strings.HasSuffix(text[:start], "在") {
		return "" // 归属于上市公司
	}
	if own == "" && word != "行业" || v.is("scope", own) || v.isPlace(own) || v.is("owned", own+word) || v.is("owned", own) || !v.tellsOfSector(end, c) {
		return "" // 海外市场, 下属企业: those of the company
	}
	return strings.TrimSuffix(text[start:end], "的")
}

// holdsOfSector returns what clause c, in a text that speaks of a company or of nobody, opens with at
// token k and tells its share of a sector of (汽车启动|占整个电池市场的50%,|电动自行车|占30%), or "".
func (v *passage) holdsOfSector(k int, c segment.Span) string {
	const most = 6 // tokens of the name
	q, ok := v.quantityOver(v.s.tokens[k].Start)
	if v.topic.typ != "company" && v.topic.text != "" || !ok || q.kind != "percent" || q.span.Start >= c.End {
		return ""
	}
	text, start := v.s.block.Text[:c.End], v.s.tokens[k].Start
	end := start
	for n := k; n < len(v.s.tokens) && n < k+most && v.s.tokens[n].End <= q.span.Start; n++ {
		if t := v.s.tokens[n]; v.namesKind(t) {
			end = t.End
		} else if end < t.Start || text[t.Start:t.End] != "、" {
			break
		}
	}
	what := text[start:end]
	if q.span.Start <= end || len(what) <= len("字") || v.isSize(what) || v.refersTo(what) {
		return ""
	}
	if _, has := after(text, end, "所占", "占有的", "占的"); has {
		return what // 平板热水器|所占的份额
	}
	if v.topic.typ != "company" {
		return ""
	}
	about := strings.TrimLeft(text[end:q.span.Start], "约近仅")
	whole, shares := after(text, q.span.Start-len(about), "占据", "占到", "占了", "占")
	if !shares || whole > q.span.Start {
		return ""
	}
	j := v.clauseIndex(c.Start)
	goesOn := j > 0 && v.subjects[j-1].once && v.subjects[j-1].link == "noun" && v.tail(whole, q.span.Start) == whole
	if !goesOn && !v.ends("sector", strings.TrimSuffix(text[whole:v.tail(whole, q.span.Start)], "的")) {
		return ""
	}
	return what
}

// namesKind reports whether t may be part of the name of a kind of goods or of those who deal in them.
func (v *passage) namesKind(t segment.Token) bool {
	if _, named := v.mentionOver(t.Start); named || !v.nominal(t) && t.POS != "vn" || v.timeAt(t.Start) || v.quantityAt(t.Start) {
		return false // vn: 启动 of 汽车启动
	}
	bound, _, _ := v.bounds["before"].prefix(v.s.block.Text[t.Start:t.End])
	return bound == "" && !strings.ContainsAny(t.POS[:1], "ftrmd") && v.s.block.Text[t.Start:t.End] != "的"
}

// tellsOfSector reports whether clause c goes on behind a sector that ends at byte i with how large
// that is or how it moves (市场|规模达…, 板块|上涨3%, but 市场|份额, which somebody holds).
func (v *passage) tellsOfSector(i int, c segment.Span) bool {
	q, ok := v.quantityOver(i)
	if !ok || q.span.Start >= c.End || i == c.Start {
		return false
	}
	if _, _, won := v.lists.of("won").prefix(v.s.block.Text[i:c.End]); won {
		return false
	}
	next := v.tokenAt(i)
	if next.Start != i || next.POS == "" {
		return false
	}
	if strings.ContainsAny(next.POS[:1], "dvt") || next.POS == "zg" || v.timeAt(i) || v.quantityAt(i) || v.opens("average", i) {
		return true
	}
	to := v.tail(i, q.span.Start)
	return to > i && v.isSize(v.s.block.Text[i:to])
}
