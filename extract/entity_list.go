package extract

import (
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// An item is one member of an enumeration.
type item struct {
	span segment.Span
	cand int // index of the candidate that fills it, or -1
}

// lists proposes the unknown members of enumerations whose head noun or whose
// other members say what they are: 与A、B等高校合作; A、B等一批龙头企业.
func (p *page) lists(v *view) {
	if strings.Contains(v.text[v.span.Start:v.span.End], "”等") {
		p.quotedList(v)
	}
	if v.marks&markList == 0 {
		return
	}
	for i := 0; i < len(v.words); i++ {
		if w := &v.words[i]; w.marks&markList == 0 || w.text != "、" && w.text != "和" && w.text != "与" && w.text != "及" {
			continue
		}
		items, end := p.listAt(v, i)
		if len(items) < 2 {
			continue
		}
		p.fillList(v, items, end)
		for i+1 < len(v.words) && v.words[i+1].Start < end {
			i++
		}
	}
}

// quotedList proposes the names in quotation marks, side by side, that a word for firms
// behind 等 types (“思坦康”“金盟”等9家企业).
func (p *page) quotedList(v *view) {
	const longest = 8 // characters
	for i := 1; i < len(v.words); i++ {
		shut := &v.words[i-1]
		if v.words[i].text != "等" || shut.text != "”" {
			continue
		}
		h, ok := p.headAfter(v, v.words[i].Start)
		count := strings.TrimLeft(v.text[v.words[i].End:v.span.End], "0123456789一二三四五六七八九十几多余数")
		if !ok || h.typ != "company" || !strings.HasPrefix(count, "家") {
			continue // “海河之夜”“桥边音乐汇”等品牌
		}
		var names []segment.Span
		for shut != nil && shut.text == "”" {
			open := strings.LastIndex(v.text[v.span.Start:shut.Start], "“")
			if open < 0 {
				break
			}
			s := segment.Span{Start: v.span.Start + open + len("“"), End: shut.Start}
			if n := utf8.RuneCountInString(v.text[s.Start:s.End]); n < 2 || n > longest || strings.ContainsAny(v.text[s.Start:s.End], "，。、；：”") || !p.free(v, s) || p.f.isPlace(v.text[s.Start:s.End]) {
				break
			}
			names = append(names, s)
			shut = v.prev(s.Start - len("“"))
			if shut != nil && shut.marks&markList != 0 {
				shut = v.prev(shut.Start)
			}
		}
		for k := 0; k < len(names) && len(names) > 1; k++ {
			p.add(v, candidate{sentence: v.index, span: names[k], typ: h.typ, subtype: h.subtype, rule: h.rule, rank: rankList})
		}
	}
}

// listAt returns the items of the enumeration whose first sign is word i, and
// the offset where the last one ends.
func (p *page) listAt(v *view, i int) (items []item, end int) {
	first, ok := p.itemBefore(v, v.words[i].Start)
	if !ok {
		return nil, 0
	}
	items = append(items, first)
	for i < len(v.words) && v.words[i].marks&markList != 0 && !v.lastOfName(&v.words[i]) {
		next, ok := p.itemAfter(v, v.words[i].End)
		if !ok {
			break
		}
		items = append(items, next)
		end = next.span.End
		i = v.wordAt(end)
		if i < 0 {
			break
		}
	}
	return items, end
}

// maxItem bounds an item of an enumeration in words.
const maxItem = 6

// itemBefore returns the item that ends at end.
func (p *page) itemBefore(v *view, end int) (item, bool) {
	if c := p.sureEnding(v, end); c >= 0 {
		return item{p.cands[c].span, c}, true
	}
	start := end
	for range maxItem {
		w := v.prev(start)
		if w != nil && v.text[end:end+len("、")] == "、" && w.shape == shapeFunction && w.runes() == 1 && !w.is(cueHard) && v.opens(w) {
			return item{segment.Span{Start: v.opening(w), End: end}, -1}, true
		}
		if w == nil || w.shape <= shapeNumber || w.is(cueBuy) || w.is(cueGeneric) && w.runes() > 1 {
			break
		}
		start = w.Start
	}
	return item{segment.Span{Start: start, End: end}, -1}, start < end
}

// opening returns where the clause of w begins when nothing but a character or two
// stand in front of w in it, or -1: 信息产业,木|时|芯源.
func (v *view) opening(w *word) int {
	start := w.Start
	for range 2 {
		b := v.prev(start)
		if b == nil || b.shape == shapePunct {
			return start
		}
		if b.runes() != 1 || b.is(cueHard) || b.shape == shapeNumber {
			break
		}
		start = b.Start
	}
	return -1
}

// opens reports whether w, a function character, is part of what opens its clause
// and no word by itself.
func (v *view) opens(w *word) bool { s := v.opening(w); return s >= 0 && s < w.Start }

// itemAfter returns the item that starts at start: all up to the next sign when
// one is near, since nothing else can stand between two signs.
func (p *page) itemAfter(v *view, start int) (item, bool) {
	end, closed := p.nextSign(v, start)
	if c := p.sureStarting(v, start); c >= 0 {
		if s := p.cands[c].span; !closed || s.End >= end || !p.goesOn(v, s.End, end) {
			return item{s, c}, true
		}
		return item{segment.Span{Start: start, End: end}, -1}, true
	}
	if closed {
		return item{segment.Span{Start: start, End: end}, -1}, true
	}
	end = start
	for range maxItem {
		w := v.next(end)
		if w == nil || w.is(cueHead|cueTitle) || end > start && w.is(cuePact) || w.shape <= shapeNumber && !v.lastOfName(w) && !v.inTrade(w) {
			break
		}
		end = w.End
	}
	return item{segment.Span{Start: start, End: end}, -1}, start < end
}

// nextSign returns where the item that starts at start ends, when that is at a
// sign of enumeration or at 等.
func (p *page) nextSign(v *view, start int) (end int, ok bool) {
	end = start
	for range maxItem {
		w := v.next(end)
		if w == nil {
			return end, false
		}
		if w.text == "等" || w.marks&markList != 0 && !v.lastOfName(w) {
			return end, end > start
		}
		if w.shape == shapePunct || w.shape == shapeStop && w.pos != famousPOS || w.shape == shapeFunction && w.runes() > 1 || w.is(cueHead|cueTitle) || w.is(cueHard) {
			return end, false
		}
		end = w.End
	}
	return end, false
}

// goesOn reports whether a name goes on from off to end with one or two trades
// (中建|市政).
func (p *page) goesOn(v *view, off, end int) bool {
	n := 0
	for off < end {
		w := v.next(off)
		if w == nil || w.shape != shapeSingle && !w.is(cueIndustry|cueTrade) || w.is(cueProduct) {
			return false
		}
		n += w.runes()
		off = w.End
	}
	return n <= 5
}

// inTrade reports whether w is a function character between the first one of a
// brand and its trade (希|达|电子), or opens an item that goes on to a trade.
func (v *view) inTrade(w *word) bool {
	n := v.next(w.End)
	if b := v.prev(w.Start); n != nil && n.shape == shapeSingle && b != nil && b.marks&markList != 0 && w.runes() == 1 && !w.is(cueHard) {
		n = v.next(n.End) // 、必|盈|生物
		return n != nil && n.is(cueIndustry)
	}
	return v.inBrand(w) && n != nil && n.is(cueIndustry)
}

// lastOfName reports whether w is 和 or 与 as the last character of a name, right
// before 等 (亿和等).
func (v *view) lastOfName(w *word) bool {
	n := v.next(w.End)
	return w.marks&markList != 0 && w.shape == shapeFunction && n != nil && n.text == "等"
}

// sureEnding and sureStarting return the longest sure candidate of v that ends or
// starts at off, or -1.
func (p *page) sureEnding(v *view, off int) int {
	return p.sureWhere(v, func(s segment.Span) bool { return s.End == off })
}

func (p *page) sureStarting(v *view, off int) int {
	return p.sureWhere(v, func(s segment.Span) bool { return s.Start == off })
}

func (p *page) sureWhere(v *view, fits func(segment.Span) bool) int {
	best := -1
	for _, i := range v.cands {
		c := &p.cands[i]
		if !c.guard && fits(c.span) && (best < 0 || c.span.Len() > p.cands[best].span.Len()) {
			best = i
		}
	}
	return best
}

// fillList proposes the items that no candidate fills, with the type that the
// head noun gives or, with a brand of their own, that of their neighbours.
func (p *page) fillList(v *view, items []item, end int) {
	h, headed := p.headAfter(v, end)
	known, unknown := 0, 0
	var like *candidate
	for _, it := range items {
		if it.cand < 0 {
			unknown++
			continue
		}
		if c := &p.cands[it.cand]; !headed && c.typ == "company" || headed && c.typ == h.typ {
			known, like = known+1, c
		}
	}
	buy := p.buyer(v, items[0].span.Start)
	if buy != nil && !p.counted(v, end) {
		buy = nil
	}
	if !headed && v.fields(end) {
		return
	}
	if unknown == 0 || !headed && known == 0 && buy == nil || headed && known == 0 && h.typ != "company" {
		return
	}
	typ, subtype, rule := h.typ, h.subtype, h.rule
	if !headed && known == 0 {
		typ, subtype, rule = "company", "short", p.f.rules.rules[buy.text]
	} else if !headed {
		p.fullName(like) // reads its rule
		typ, subtype, rule = like.typ, "short", like.rule
	}
	if headed && known == 0 && p.mostlyCommon(v, items, typ) {
		return // 聚氨酯、石化及新材料|供应商
	}
	for _, it := range items {
		if it.cand >= 0 || !p.itemFits(v, it.span, typ, headed && known > 0 || buy != nil) && !(buy != nil && p.boughtFits(v, it.span)) {
			continue
		}
		p.add(v, candidate{sentence: v.index, span: it.span, typ: typ, subtype: subtype, rule: rule, rank: rankList})
	}
}

// mostlyCommon reports whether most of items cannot be names of a type, so that the list is one
// of goods or trades.
func (p *page) mostlyCommon(v *view, items []item, typ string) bool {
	fit := 0
	for _, it := range items {
		if it.cand >= 0 || p.itemFits(v, it.span, typ, false) {
			fit++
		}
	}
	return 2*fit < len(items)
}

// buyer returns the verb right before off behind which a company stands that is
// bought, or nil.
func (p *page) buyer(v *view, off int) *word {
	w := v.prev(off)
	if w != nil && w.text == "了" {
		w = v.prev(w.Start)
	}
	if w == nil || !w.is(cueBuy) {
		return nil
	}
	return w
}

// counted reports whether what stands at off counts firms: 三家, 两个网络平台.
func (p *page) counted(v *view, off int) bool {
	w := v.next(off)
	if w == nil || !strings.HasPrefix(w.pos, "m") {
		return false
	}
	measure := lastChars(w.text, 1)
	n := v.next(w.End)
	if n != nil && w.runes() == 1 {
		measure, n = n.text, v.next(n.End)
	}
	if measure == "家" && (n == nil || n.shape == shapePunct) {
		return true
	}
	for ; n != nil && n.shape >= shapeStop && (measure == "家" || measure == "个"); n = v.next(n.End) {
		if n.is(cueCompany|cueHead) || p.f.rules.cues[lastChars(n.text, 2)]&cueCompany != 0 || strings.HasSuffix(n.text, "平台") {
			return true
		}
	}
	return false
}

// boughtFits reports whether s, an item of a list of firms that are counted and
// bought, may be one word that is a brand.
func (p *page) boughtFits(v *view, s segment.Span) bool {
	w := v.next(s.Start)
	return w != nil && w.End == s.End && w.runes() >= 2 && w.runes() <= 4 && w.shape >= shapeNoun && w.shape != shapePlace &&
		!w.is(cueGeneric|cueTrade|cueIndustry|cueProduct|cueCompany|cueHead|cueNotEnd|cueInside) && !p.f.notName(w.text) && p.free(v, s)
}

// itemFits reports whether the words of s can be a name of a type. easy says
// that another item and the head noun agree on the type, so that common words
// may do.
func (p *page) itemFits(v *view, s segment.Span, typ string, easy bool) bool {
	text := v.text[s.Start:s.End]
	n := utf8.RuneCountInString(text)
	if n < 2 || n > 12 || p.f.notName(text) || p.f.isPlace(text) || !p.free(v, s) && !p.extends(v, s) {
		return false
	}
	if t := p.f.rules.suffixAt(text, 0, len(text)); t != nil && t.typ != typ {
		return false
	}
	if (p.f.rules.cues[lastChars(text, 1)]|p.f.rules.cues[lastChars(text, 2)])&cueNotFirm != 0 {
		first := v.next(s.Start) // 立得|空间 among firms
		if !easy || first == nil || first.End >= s.End || first.shape == shapeNoun || first.shape == shapePlace || strings.HasPrefix(first.pos, "v") || first.is(cueHard|cueStop|cueGeneric) {
			return false
		}
	}
	if p.f.rules.cues[lastChars(text, 1)]&cueNotBrand != 0 && (n > 2 || p.f.rules.cues[firstChar(text)]&cueLand != 0) && !p.extends(v, s) {
		return false // 美企, 仿制药, but 国药
	}
	rare, words, place := 0, 0, false
	for off := s.Start; off < s.End; {
		w := v.next(off)
		if w == nil || w.is(cueHead|cueStop|cueTitle) || p.f.personal(w.text) {
			return false
		}
		switch w.shape {
		case shapeSingle, shapeFunction, shapeStop: // the stop is a famous person (志成|华科)
			rare++
		case shapeProper, shapeLatin:
			rare += 2
		case shapePlace:
			place = true
		case shapeAbroad:
			rare++
		}
		words++
		off = w.End
	}
	if typ != "company" {
		return false
	}
	if first := v.next(s.Start); n <= 3 && p.f.rules.cues[firstChar(first.text)]&cueSurname != 0 && !easy {
		return false
	}
	return rare >= 2 || p.extends(v, s) || easy && (rare > 0 || place && words > 1 || words > 1)
}

// extends reports whether s begins with a sure company and goes on.
func (p *page) extends(v *view, s segment.Span) bool {
	c := p.sureStarting(v, s.Start)
	return c >= 0 && p.cands[c].typ == "company" && p.cands[c].span.End < s.End && p.goesOn(v, p.cands[c].span.End, s.End)
}

// personal reports whether s is what somebody is called (副行长, 总监).
func (f *entityFinder) personal(s string) bool {
	return utf8.RuneCountInString(s) > 1 && (f.rules.cues[lastChars(s, 1)]|f.rules.cues[lastChars(s, 2)])&cuePerson != 0
}

// headAfter returns the head noun of an enumeration that ends at off, behind 等
// and a few words of number and kind.
func (p *page) headAfter(v *view, off int) (head, bool) {
	i := v.wordAt(off)
	if i < 0 || v.words[i].Start != off {
		return head{}, false
	}
	if h, ok := p.headBehind(v, i); ok {
		return h, true
	}
	etc := v.words[i].text == "等"
	for j := i; j < len(v.words) && j-i < 8; j++ {
		w := &v.words[j]
		if j == i+1 && v.words[i].shape == shapeNumber && (w.shape == shapeFunction || w.shape == shapeSingle) {
			etc = true // 6|家|企业
		}
		if j > i && strings.HasSuffix(w.text, "产品") {
			break // TDI、TPU等|产品供应商
		}
		if h, ok := p.f.rules.headOf(w); ok && (etc || j == i) {
			if j+1 < len(v.words) && (v.words[j+1].is(cueHead) || v.words[j+1].is(cueRunOn) && v.words[j+1].runes() == 1) {
				continue // 高新企业、创新型企业|数
			}
			return h, true
		}
		if !etc && (j > i || w.shape != shapeNumber) || w.shape == shapePunct {
			break
		}
		if w.shape == shapeNumber && j == i && w.runes() > 1 {
			etc = true // 60余家
		}
	}
	return head{}, false
}

// headBehind returns the head noun that the clause behind an enumeration says of all its
// members; word i is the comma between them (A、B,|均为配套企业).
func (p *page) headBehind(v *view, i int) (head, bool) {
	const (
		far     = 8 // words
		longest = len("均为是")
	)
	if v.words[i].text != "，" && v.words[i].text != "," || i+1 == len(v.words) {
		return head{}, false
	}
	said, each := v.text[v.words[i].End:v.span.End], false
	for n := range said[:min(len(said), longest)] {
		each = each || p.f.rules.cues[said[:n]]&cueEach != 0
	}
	for j := i + 1; each && j < len(v.words) && j-i < far; j++ {
		if j+1 == len(v.words) || v.words[j+1].shape == shapePunct {
			return p.f.rules.headOf(&v.words[j])
		}
	}
	return head{}, false
}
