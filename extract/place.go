package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// places returns the place that starts with token t, or several side by side.
func (v *passage) places(t segment.Token) (topic, bool) {
	name, ok := v.place(t)
	if !ok || strings.HasSuffix(v.s.block.Text[:t.Start], "不") {
		return topic{}, false // 不|临海
	}
	rest := v.s.block.Text[t.Start+len(name) : v.s.span.End]
	if size := strings.TrimLeft(rest, "0123456789"); len(size) < len(rest) && strings.HasPrefix(size, "强") {
		return topic{}, false // 世界|500强
	}
	if _, people := after(v.s.block.Text[:v.s.span.End], t.Start+len(name), "裔", "籍"); people {
		return topic{}, false // 非洲|裔居民
	}
	if word, _, extent := v.lists.of("extent").prefix(rest); extent && !v.timeAt(t.Start+len(name)) {
		next := v.tokenAt(t.Start + len(name))
		longer := next.Start == t.Start+len(name) && next.Len() > len(word) && nounTag(next.POS) // 北美|化肥
		if !longer && !v.quantityAt(next.End) {
			return topic{}, false // 全球|最大的油船
		}
	}
	if q, ok := v.quantityOver(t.Start + len(name)); ok && q.span.Start == t.Start+len(name) && q.kind == "percent" {
		if _, of := after(v.s.block.Text, q.span.End, "的"); of {
			return topic{}, false // 全国|70%的班列 is a share of them
		}
	}
	end, group := v.further(t.Start+len(name)), false
	for {
		next, ok := v.joined(end)
		if !ok || next >= v.s.span.End {
			break
		}
		name, ok := v.place(segment.Token{Span: segment.Span{Start: next}})
		if m, named := v.mentionAt(next); !ok || named && m.span.Len() > len(name) {
			break // 肥西县与|合肥学院
		}
		end, group = v.further(next+len(name)), true
	}
	return topic{text: v.s.block.Text[t.Start:end], link: "place", group: group}, true
}

// further returns the end of what is named by the place that ends at byte i: a
// region around it or a part of it (合肥|都市圈, 长江|流域), a facility, or i.
func (v *passage) further(i int) int {
	for {
		word, _, ok := v.lists.of("region").prefix(v.s.block.Text[i:v.s.span.End])
		noun, _, _ := v.lists.of("nominal").prefix(v.s.block.Text[i:v.s.span.End])
		if !ok || !v.boundary(i+len(word)) || len(noun) > len(word) {
			return v.facility(i)
		}
		i += len(word)
	}
}

// placesAt returns the places that start at byte i, whatever gse cuts there.
func (v *passage) placesAt(i int) (topic, bool) {
	return v.places(segment.Token{Span: segment.Span{Start: i, End: i}})
}

// placeAt reports whether a place starts at byte i.
func (v *passage) placeAt(i int) bool {
	_, ok := v.placesAt(i)
	return ok
}

// circleAt reports whether a place or a circle of places (全球, 海外) begins at byte i.
func (v *passage) circleAt(i int) bool {
	_, _, ok := v.lists.of("scope").prefix(v.s.block.Text[i:v.s.span.End])
	return ok || v.placeAt(i)
}

// facility returns the end of a facility that stands right behind a place which
// ends at byte i and names it, or behind what says which one (凭祥|友谊关口岸, 全国|期货市场), or i.
func (v *passage) facility(i int) int {
	const far = 3 // tokens
	text := v.s.block.Text[:v.s.span.End]
	if word, _, ok := v.lists.of("facility").prefix(text[i:]); ok && v.boundary(i) && v.boundary(i+len(word)) && !v.measuresMarket(i+len(word)) {
		return i + len(word)
	}
	for n, k := 0, v.tokenIndex(i); n < far && k < len(v.s.tokens); n, k = n+1, k+1 {
		t := v.s.tokens[k]
		if t.Start < i || !v.nominal(t) || strings.ContainsAny(t.POS[:1], "mqr") || v.timeAt(t.Start) || v.quantityAt(t.Start) || v.isSize(text[t.Start:t.End]) {
			break
		}
		if _, named := v.mentionOver(t.Start); named || v.placeAt(t.Start) || v.is("way to", text[t.Start:t.End]) {
			break
		}
		if word, _, ok := v.lists.of("facility").suffix(text[i:t.End]); ok && i+len(word) < t.End && !v.measuresMarket(t.End) {
			return t.End
		}
	}
	return i
}

// measuresMarket reports whether a market that ends at byte i is only part of what is measured
// (钒电池市场|规模).
func (v *passage) measuresMarket(i int) bool {
	text := v.s.block.Text[:v.s.span.End]
	_, _, measured := v.lists.of("of a market").prefix(text[i:])
	return measured && strings.HasSuffix(text[:i], "市场")
}

// fullPlace returns the fullest form of place that the article uses (酒泉市 for 酒泉 and for 甘肃酒泉), or
// place when that is none.
func (v *passage) fullPlace(place string) string {
	if place == "" || v.is("country", place) {
		return place
	}
	if full, ok := v.fullPlaces[place]; ok {
		return full
	}
	full := place
	for _, name := range [...]string{place, v.pastProvince(place)} {
		rank := v.rank(name)
		for _, seat := range [...]string{"省", "市", "区", "县", "州"} {
			if rank != "" && !strings.HasSuffix(name, seat) && v.standing()[name+seat] && v.rank(name+seat) == rank {
				full = name + seat
				break
			}
		}
	}
	v.fullPlaces[place] = full
	return full
}

// pastProvince returns the city or county that place names behind its province (宁夏|银川), or place.
func (v *passage) pastProvince(place string) string {
	for i := range place {
		if head := place[:i]; i > 0 && v.rank(head) == "province" && !v.is("municipality", strings.TrimSuffix(head, "市")) {
			if rank := v.rank(place[i:]); rank == "city" || rank == "county" {
				return place[i:]
			}
		}
	}
	return place
}

// standing returns the words of the article that gse takes for places and that are no part of a
// name (酒泉市, but not that of 酒泉市统计局).
func (k *linking) standing() map[string]bool {
	if k.stood != nil {
		return k.stood
	}
	k.stood = make(map[string]bool)
	for i := range k.a.sentences {
		s := &k.a.sentences[i]
		if s.block.Kind == segment.Credit || s.block.Kind == segment.Byline {
			continue
		}
		for _, t := range s.tokens {
			if t.POS != "ns" {
				continue
			}
			ms := k.mentions[i]
			if n := endsAfter(ms, t.Start, mentionEnd); n == len(ms) || ms[n].span.Start > t.Start {
				k.stood[s.block.Text[t.Start:t.End]] = true
			}
		}
	}
	return k.stood
}

// rank returns of what rank the division of that name is: province, city or county, or "" when
// s is none.
func (l *linker) rank(s string) (rank string) {
	l.gazetteer.prefixes(s, func(n int, id nameID) bool {
		if typ, subtype, _ := l.gazetteer.kind(id); typ == names.Place && n == len(s) {
			rank = subtype
		}
		return true
	})
	return rank
}

// isPlace reports whether s is the whole name of a place, or of a region around one.
func (v *passage) isPlace(s string) bool {
	if region, _, ok := v.lists.of("region").suffix(s); ok && len(region) < len(s) {
		return v.isPlace(s[:len(s)-len(region)])
	}
	if v.is("country", s) || v.is("nature", s) {
		return true
	}
	end := v.placeAhead(s)
	return end > 0 && (end == len(s) || v.isPlace(s[end:])) // 北京|海淀区
}

// placeAhead returns the end of the longest place that s begins with and that is no everyday word
// too, or 0.
func (l *linker) placeAhead(s string) (end int) {
	l.gazetteer.prefixes(s, func(n int, id nameID) bool {
		if typ, _, guarded := l.gazetteer.kind(id); typ == names.Place && !guarded {
			end = n
		}
		return true
	})
	return end
}

// isPlaces reports whether sp is the whole name of a place, of one in another (浙江绍兴) or of
// several.
func (v *passage) isPlaces(sp segment.Span) bool {
	if v.isPlace(v.s.block.Text[sp.Start:sp.End]) {
		return true
	}
	p, ok := v.placesAt(sp.Start)
	return ok && len(p.text) == sp.Len()
}

// findPlace returns the name of the place that starts with token t, with the places
// right behind it (安徽潜山, 辽宁省辽阳市). The gazetteer knows the divisions;
// towns and villages are told by gse's tag and their ending.
func (v *passage) findPlace(t segment.Token) (name string, ok bool) {
	text := v.s.block.Text[:v.s.span.End]
	end := t.Start
	for end < len(text) {
		word, _, ok := v.lists.of("country").prefix(text[end:])
		if !ok {
			word, _, ok = v.lists.of("nature").prefix(text[end:])
		}
		if ok && !v.boundary(end+len(word)) {
			region, _, _ := v.lists.of("region").prefix(text[end+len(word):]) // 长江流域 is one word to gse
			word = text[end : end+len(word)+len(region)]
		}
		if ok && v.boundary(end+len(word)) {
			if end > t.Start {
				break // 黑龙江|全国重点实验室
			}
			end += len(word)
			continue
		}
		next := v.division(end)
		if _, _, whole := v.lists.of("division").suffix(text[t.Start:end]); whole && next > end && v.town(end) > next {
			break // 大通县|东至沟村
		}
		if next == end || v.is("change", text[end:next]) {
			break
		}
		end = next
	}
	if end > t.Start {
		end = v.guardedDivision(end)
	}
	if next, ok := after(text, end, "镇", "乡", "村"); ok && end > t.Start && v.boundary(end) && v.boundary(next) && !v.ends("division", text[t.Start:end]) {
		end = next // 双河|乡: a town with the name of a city
	} else if end > t.Start {
		end = max(v.town(end), v.works(end))
	} else if e := v.tokenAt(t.Start); e.POS == "ns" && v.town(t.Start) > t.Start {
		end = v.town(t.Start)
	} else if size := v.placeAnd(e, "新"); size > 0 && e.Start == t.Start {
		end = e.Start + size // 辽阳新|增: gse takes 新 to the place
	} else if _, _, ok := v.lists.of("landform").suffix(text[e.Start:e.End]); ok && e.POS == "ns" && e.Start == t.Start && e.Len() > len("两字") {
		end = e.End // 洋山港
	} else if e.POS == "ns" && e.Start == t.Start && v.startsPlace(e) && !v.is("change", text[e.Start:e.End]) {
		end = e.End // 上海浦东: one word to gse
	}
	if end == t.Start {
		end = max(v.village(t.Start), v.works(t.Start))
	}
	if end == t.Start {
		end = v.shortVillage(t.Start)
	}
	v.keepVillage(t.Start, end)
	return text[t.Start:end], end > t.Start
}

// keepVillage keeps the village that the place from start to end ends with, for where the text
// calls it by its name alone.
func (v *passage) keepVillage(start, end int) {
	text := v.s.block.Text
	_, size := utf8.DecodeLastRuneInString(text[start:end])
	if end-size <= start || !strings.ContainsAny(text[end-size:end], "村镇乡") {
		return
	}
	for i := start; i < end-size; {
		if v.boundary(i) && v.town(i) == end {
			if own := text[i : end-size]; len(own) > len("一字") {
				v.villages[own] = text[start:end]
			}
		}
		_, one := utf8.DecodeRuneInString(text[i:])
		i += one
	}
}

// shortVillage returns the end of a village that has been named, without its last character,
// at byte i (西辛庄|只有600口人), or i.
func (v *passage) shortVillage(i int) int {
	const longest = 3 // tokens
	if len(v.villages) == 0 {
		return i
	}
	text := v.s.block.Text
	end := i
	for k := v.tokenIndex(i); k < len(v.s.tokens) && k < v.tokenIndex(i)+longest; k++ {
		if t := v.s.tokens[k]; v.villages[text[i:t.End]] != "" {
			end = t.End
		}
	}
	if whole, ok := after(text[:v.s.span.End], end, "村", "镇", "乡"); ok && end > i {
		return whole
	}
	return end
}

// placeAnd returns the length of the place that token t holds in front of word, or 0.
func (v *passage) placeAnd(t segment.Token, word string) int {
	name, ok := strings.CutSuffix(v.s.block.Text[t.Start:t.End], word)
	if !ok || !v.isPlace(name) {
		return 0
	}
	return len(name)
}

// startsPlace reports whether the word t begins with the name of a place.
func (v *passage) startsPlace(t segment.Token) bool {
	found := false
	v.gazetteer.prefixes(v.s.block.Text[t.Start:t.End], func(_ int, k nameID) bool {
		typ, _, guarded := v.gazetteer.kind(k)
		found = typ == names.Place && !guarded
		return !found
	})
	return found
}

// village returns the end of the town or village whose name, which gse does not know, starts at
// byte i, when the article keeps naming it, or else i (石门|村, but not 贫困|村).
func (v *passage) village(i int) int {
	text := v.s.block.Text
	end := v.town(i)
	if end == i {
		return i
	}
	_, size := utf8.DecodeLastRuneInString(text[i:end])
	if v.uses(text[i:end]) < namedTwice {
		return i
	}
	for k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].Start < end-size; k++ {
		if t := v.s.tokens[k]; !v.boundary(i) || t.End > end-size || !strings.HasPrefix(t.POS, "n") && t.POS != "zg" && t.POS != "j" && t.POS != "f" && t.POS != "a" {
			return i
		}
	}
	return end
}

// works returns the end of a railway, tunnel or the like whose name, of characters that make no
// words, starts at byte i, when the article keeps naming it, or else i (雅万|高铁).
func (v *passage) works(i int) int {
	const longest = 4 // characters in front of the noun
	text := v.s.block.Text
	k := v.tokenIndex(i)
	if k < len(v.s.tokens) && v.s.tokens[k].Len() > len("字") && v.s.tokens[k].POS != "nz" {
		return i
	}
	for n := k; n < len(v.s.tokens) && n <= k+longest; n++ {
		t := v.s.tokens[n]
		word := text[t.Start:t.End]
		if t.Start >= i+len("两字") && v.is("works", word) && v.uses(text[i:t.End]) >= namedTwice {
			return t.End
		}
		if n > k && v.is("works kind", word) || n == k && t.Start == i && t.POS == "nz" && t.Len() == len("两字") {
			continue // 京唐|城际|铁路, 京哈|高铁
		}
		if verb := strings.HasPrefix(t.POS, "v") && n > k; t.Len() != len("字") || !verb && !strings.HasPrefix(t.POS, "n") && !slices.Contains([]string{"zg", "j", "g", "o"}, t.POS) {
			break
		}
	}
	return i
}

// commonVillage reports whether own, in front of 村, 镇 or 乡, makes no name with it (贫困|村,
// 山|村, but 龙山|村).
func (v *passage) commonVillage(own string) bool {
	word, _, ok := v.lists.of("common village").suffix(own)
	return ok && (word == own || utf8.RuneCountInString(word) > 1 || word == "农")
}

// town returns the end of the town or village whose name starts at byte i, right
// behind its county, or i when there is none (安徽潜山|源潭镇).
func (v *passage) town(i int) int {
	const long = 4 // characters, the ending included
	text := v.s.block.Text[i:v.s.span.End]
	if near := text[:min(len(text), long*len("字"))]; !strings.Contains(near, "村") && !strings.Contains(near, "镇") && !strings.Contains(near, "乡") {
		return i
	}
	n := 0
	for k, r := range text {
		if n++; n > long || !unicode.Is(unicode.Han, r) {
			break
		}
		if strings.ContainsRune("镇乡村", r) && n > 2 && (v.boundary(i+k+utf8.RuneLen(r)) || v.boundary(i+k) && v.opensWith("village's", text[k:])) {
			if v.commonVillage(text[:k]) {
				return i // 新型农|村
			}
			if t := v.tokenAt(i); t.End < i+k && t.POS != "" && strings.ContainsRune("vdpc", rune(t.POS[0])) {
				return i // 重庆|踏上乡村振兴之路, 甘肃省|共在乡、村设立
			}
			return i + k + utf8.RuneLen(r)
		}
	}
	return i
}
