package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// trim takes joining words, times, numbers and measure words off the ends of sp.
func (v *passage) trim(sp segment.Span) segment.Span {
	sp = v.trimTail(v.trimHead(sp))
	if t := v.tokenAt(sp.Start); t.Span == sp && (t.POS == "f" || t.Len() == len("后") && strings.Contains("前后内里中", v.s.block.Text[t.Start:t.End])) {
		sp.End = sp.Start // 投产|后|一年
	}
	return sp
}

// trimHead is trim for the head of sp.
func (v *passage) trimHead(sp segment.Span) segment.Span {
	text := v.s.block.Text
	for sp.Len() > 0 {
		t := v.tokenAt(sp.Start)
		if end := v.timeEnd(sp.Start); end > sp.Start && end < sp.End {
			sp.Start, _ = after(text, end, "末", "底", "初")
			continue
		}
		if t.Start != sp.Start || t.End > sp.End {
			break
		}
		if noun, _, ok := v.lists.of("nominal").prefix(text[sp.Start:sp.End]); ok && len(noun) > t.Len() {
			break // 亩|均税收
		}
		if t.End < sp.End && v.is("such as", text[t.Start:t.End]) {
			sp.Start = t.End // 比如|运费
			continue
		}
		if q, ok := v.quantityOver(sp.Start); ok && q.span.Start == sp.Start && v.limits(q) {
			break // 亿元以上|项目
		}
		if _, graded := after(text[:sp.End], t.End, "级", "級"); graded && strings.HasPrefix(t.POS, "m") {
			break // 万亿|级集群
		}
		if q, ok := v.quantityOver(sp.Start); ok && q.span.Start == sp.Start && q.span.End < sp.End && strings.HasPrefix(text[q.span.End:], "级") {
			break // 四|级豆油
		}
		if q, ok := v.quantityOver(sp.Start); ok && q.kind == "duration" && q.span.Start == sp.Start && q.span.End <= sp.End && strings.HasPrefix(text[q.span.End:sp.End], "的") {
			sp.Start = q.span.End + len("的") // 4年的|净利润
			continue
		}
		if end := v.spellEnd(sp.Start); end > sp.Start && end <= sp.End {
			sp.Start = end // 5年内|投资
			continue
		}
		if end, ok := after(text[:sp.End], t.End, "末", "底", "初"); ok && t.POS == "mq" && v.boundary(end) {
			sp.Start = end // 一季度末|贷款余额
			continue
		}
		if word, _, ok := v.anaphors.prefix(text[sp.Start:sp.End]); ok && len(word) > t.Len() && v.boundary(sp.Start+len(word)) {
			break // gse cuts 我|区
		}
		w := text[t.Start:t.End]
		if w == "并" || w == "继" || w == "整个" || (w == "后" || w == "时间" && v.quantityEnds(sp.Start)) && t.End < sp.End {
			sp.Start = t.End // 挂牌后|新设企业数, 三年时间|投入
			continue
		}
		if before := v.tokenAt(sp.Start - 1); w == "中" && before.End == sp.Start && before.POS == "r" {
			sp.Start = t.End // 它们|中
			continue
		}
		joins := v.inner(t) && w != "“" && w != "(" && w != "（" && w != "《"
		if t.POS == "f" && t.Len() == len("南") && strings.Contains("东西南北", w) {
			break // 南繁种业
		}
		if !joins && w != "内" && w != "中" && (v.is("nominal", w) || t.POS == "mq" || !strings.ContainsAny(t.POS[:min(1, len(t.POS))], "fmtrq")) {
			break
		}
		sp.Start = t.End
	}
	return sp
}

// trimTail is trim for the tail of sp.
func (v *passage) trimTail(sp segment.Span) segment.Span {
	text := v.s.block.Text
	for sp.Len() > 0 {
		cut := strings.TrimRight(text[sp.Start:sp.End], " 、的和与及,，")
		if !v.boundary(sp.Start + len(cut)) {
			cut = text[sp.Start:sp.End] // 收入总|和
		}
		for _, first := range []string{"首次", "首"} {
			if number, ok := strings.CutSuffix(cut, first); ok && strings.HasSuffix(number, "数") {
				cut = number // gse cuts 集装箱|数首次
			}
		}
		if t := v.tokenAt(sp.Start + len(cut) - 1); len(cut) > 0 && t.Start > sp.Start && (t.POS == "f" || t.POS == "h" || t.POS == "t" && v.quantityAt(t.End) || text[t.Start:t.End] == "以及" || text[t.Start:t.End] == "里" || text[t.Start:t.End] == "并" || text[t.Start:t.End] == "有些" || text[t.Start:t.End] == "年" || v.is("average", text[t.Start:t.End]) || v.manner(t)) {
			cut = text[sp.Start:t.Start]
		}
		if front, ok := strings.CutSuffix(cut, "总"); ok && front != "" && v.boundary(sp.Start+len(front)) && v.opens("sized", sp.Start+len(cut)) && v.opens("sized", sp.Start+len(front)) {
			cut = front // 聚丙烯项目|总投资
		}
		for _, next := range []string{"、总", "、年", "、近", "、约", "、超"} {
			if front, ok := strings.CutSuffix(cut, next); ok && v.boundary(sp.Start+len(front)) && (v.opens("sized", sp.Start+len(cut)) || v.quantityAt(sp.Start+len(cut))) {
				cut = front // 孵化园项目、总|投资8亿元的…
			}
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

// spellEnd returns the end of the length of time that starts at byte i, bounds and all, with
// the word behind it that makes it a time (近10年来, 5年内), or i.
func (v *passage) spellEnd(i int) int {
	text := v.s.block.Text[:v.s.span.End]
	bound, _, _ := v.bounds["before"].prefix(text[i:])
	q, ok := v.quantityOver(i + len(bound))
	if !ok || q.kind != "duration" || q.span.Start > i+len(bound) {
		return i
	}
	end, ok := after(text, q.span.End, "以来", "来", "内", "间", "里")
	if !ok || !v.boundary(end) {
		return i
	}
	return end
}

// unbracket takes what stands in front of an open bracket, or in brackets at the
// head, off np (钼精矿(|平均品位, （股权出质）|持股).
func (v *passage) unbracket(np segment.Span) segment.Span {
	text := v.s.block.Text
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}, {"【", "】"}} {
		open := strings.LastIndex(text[np.Start:np.End], pair[0])
		if open < 0 {
			if shut := strings.LastIndex(text[np.Start:np.End], pair[1]); shut >= 0 && shut+len(pair[1]) < np.Len() {
				np.Start += shut + len(pair[1])
			}
			continue
		}
		shut := strings.Index(text[np.Start+open:np.End], pair[1])
		switch {
		case shut < 0:
			np.Start += open + len(pair[0])
		case open == 0 && shut+len(pair[1]) < np.Len():
			np.Start += shut + len(pair[1])
		}
	}
	return np
}

// unpointed takes the measure word behind 该 or 这 off the head of np (该|块土地).
func (v *passage) unpointed(np segment.Span) segment.Span {
	text := v.s.block.Text
	first := v.tokenAt(np.Start)
	if first.Start != np.Start || first.Len() >= np.Len() || first.Len() > len("字") {
		return np
	}
	before, _ := utf8.DecodeLastRuneInString(text[:np.Start])
	if strings.ContainsRune("该这此那", before) && v.measures(text[first.Start:first.End]) {
		np.Start = first.End
	}
	return np
}

// toward takes in the preposition in front of a country or place of one character, or of
// a currency, that np begins with (对|美投资额, 对|美元汇率).
func (v *passage) toward(np segment.Span, from int) segment.Span {
	t := v.tokenAt(np.Start - 1)
	first := v.tokenAt(np.Start)
	if np.Len() <= first.Len() || first.Start != np.Start || t.Start < from || t.End != np.Start {
		return np
	}
	text := v.s.block.Text
	if at := v.partners(np, from); at >= 0 {
		np.Start = at
		return np
	}
	money, size := v.units.match(text[first.Start:first.End], 0)
	currency := money != nil && money.kind == "money" && size >= len("美元")
	if name, ok := v.place(first); text[t.Start:t.End] == "对" && (ok && v.opens("trading", np.Start+len(name)) || strings.HasPrefix(text[np.Start:], "“") && v.ends("trading", text[np.Start:np.End]) || strings.Contains(text[np.Start:np.End], "的贡献")) {
		np.Start = t.Start // 对|非洲进出口额
		return np
	}
	if word := text[t.Start:t.End]; (word == "对" || word == "在") && first.Len() == len("字") && (first.POS == "ns" || first.POS == "j") || (word == "对" || word == "兑") && currency {
		np.Start = t.Start
	}
	return np
}

// partners returns where 对 stands in front of the countries with which np is traded, no further
// left than from (对|共建“一带一路”国家进出口), or -1.
func (v *passage) partners(np segment.Span, from int) int {
	const far = 8 // tokens
	text := v.s.block.Text[:np.End]
	if !strings.Contains(text[np.Start:], "进口") && !strings.Contains(text[np.Start:], "出口") && !v.ends("trading", text[np.Start:]) {
		return -1
	}
	for k, n := v.tokenIndex(np.Start-1), 0; k >= 0 && n < far && v.s.tokens[k].Start >= from; k, n = k-1, n+1 {
		t := v.s.tokens[k]
		if word := text[t.Start:t.End]; word == "对" || word == "与" {
			with := text[t.End:]
			if _, ok := v.placesAt(t.End); ok || strings.Contains(with, "国家") || strings.Contains(with, "成员国") || strings.Contains(with, "伙伴") {
				return t.Start
			}
			return -1
		}
		if _, clause := after(text, t.Start, "，", ",", "；", "。"); clause {
			break
		}
	}
	return -1
}

// quantityEnds reports whether a quantity ends at byte i.
func (v *passage) quantityEnds(i int) bool {
	q, ok := v.quantityOver(i - 1)
	return ok && i > 0 && q.span.End == i
}

// manner reports whether t says how the verb behind it is done and is no part of the
// noun phrase in front (15家单位|整体|进入).
func (v *passage) manner(t segment.Token) bool {
	next := v.tokenAt(t.End)
	return v.is("manner", v.s.block.Text[t.Start:t.End]) && next.Start == t.End && strings.HasPrefix(next.POS, "v")
}
