package extract

import "newsift/segment"

// dateWord reads 去年, 上半年 and their like at byte i, with a month or part of
// the year behind them.
func (r *reading) dateWord(i int) int {
	word, w, ok := r.quantifier.dates.prefix(r.text[i:])
	if !ok || w.class == "daytime" || w.class == "reset" {
		return i
	}
	d := dateExpr{span: segment.Span{Start: i, End: i + len(word)}, base: running}
	switch w.class {
	case "years":
		return r.plan(d, w)
	case "part":
		d.period = months(0, w.a, w.b)
	case "relative":
		d.base, d.offset = writing, w.a
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

// plan reads 十三五期间: the name of a five-year plan, which is a period only with
// such a word behind it or its closing quotation mark.
func (r *reading) plan(d dateExpr, w dateWord) int {
	end, _ := after(r.text, d.span.End, "”", "’", "\"")
	end, ok := after(r.text, end, "规划期间", "规划时期", "期间", "时期", "以来")
	if !ok {
		return d.span.End
	}
	d.span.End, d.base = end, absolute
	d.period = period{from: moment{year: w.a}, to: moment{year: w.b}}
	return r.addDate(d)
}
