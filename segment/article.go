package segment

import (
	"slices"
	"strings"
)

// Parse mends a page and splits it into articles. name becomes Document.Name
// and text Document.Text. Without split the whole text is one article, mended
// all the same; its title and byline are those of the first article on the page.
//
// Every character of text that is not white space comes to stand in exactly
// one block. White space is what unicode.IsSpace reports and the zero-width
// characters U+200B, U+2060 and U+FEFF.
func Parse(name, text string, split bool) *Document {
	return parse(name, text, 0, split)
}

// ParseRecord is Parse for a record of a JSONL input, which is one article.
// Document.Text is the title, a line feed and the text, or the text alone when
// title is empty; offsets count characters of that.
func ParseRecord(name, title, text string) *Document {
	n := len(scanLines(title))
	if n == 0 {
		return Parse(name, text, false)
	}
	return parse(name, title+"\n"+text, n, false)
}

// parse is Parse for a text whose first titled lines are known to be the
// headline.
func parse(name, text string, titled int, split bool) *Document {
	d := &Document{Name: name, Text: text}
	lines := scanLines(text)
	if len(lines) == 0 {
		return d
	}
	c := pageCues()
	p := page{cues: c, layout: findLayout(lines[titled:])}
	p.units = group(c, lines, titled, p.layout)
	p.findLists()
	p.findBareBylines()
	p.findCaptions()
	reflow(c, p.units, p.layout)
	if titled == 0 {
		p.findTitle()
	}
	if titled > 0 { // a record
		d.Articles = []Article{p.article(1, p.units, 0, len(p.units))}
		return d
	}
	starts := p.findStarts()
	if !split {
		d.Articles = []Article{p.unsplit(starts)}
		return d
	}
	d.Articles = make([]Article, 0, len(starts))
	for i, from := range starts {
		to := len(p.units)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		d.Articles = append(d.Articles, p.article(i+1, p.units[from:to], from, to-from))
	}
	return d
}

// unsplit makes one article of a page whose articles start at the units starts.
// The headlines of all but the first are headings in it.
func (p *page) unsplit(starts []int) Article {
	first := len(p.units) // units of the first article
	if len(starts) > 1 {
		first = starts[1]
	}
	for i := first; i < len(p.units); i++ {
		if u := &p.units[i]; u.kind == Title {
			u.kind = Paragraph
		}
	}
	return p.article(1, p.units, 0, first)
}

// A page is the units of a document on the way to articles.
type page struct {
	*cues
	layout
	units []unit
}

// listRun is how many short lines in a row are a list and no headlines.
const listRun = 4

// findLists marks runs of short lines. The first line of the page may be its
// headline, and the last of a run the headline of what follows.
func (p *page) findLists() {
	for i := 0; i < len(p.units); i++ {
		j := i
		for j < len(p.units) && p.units[j].head && p.units[j].class == plain {
			j++
		}
		if j-i >= listRun {
			for k := max(i, 1); k < j-1; k++ {
				p.units[k].list, p.units[k].head = true, false
			}
			p.units[j-1].list = true
		}
		i = max(i, j-1)
	}
}

// findBareBylines finds the lines of nothing but names that stand where a
// byline would: under a headline, or below the last paragraph of an article.
func (p *page) findBareBylines() {
	for i := 1; i < len(p.units); i++ {
		u, prev := &p.units[i], &p.units[i-1]
		if u.class != bare || len(u.lines) > 1 {
			continue
		}
		last := i+1 == len(p.units)
		under := (prev.head || prev.kind == Title) && !prev.list && !last && !p.units[i+1].head
		below := prev.kind == Paragraph && prev.end == endStop && !prev.head &&
			(last || p.units[i+1].head || p.units[i+1].kind == Credit)
		if under || below {
			u.kind, u.class, u.head = Byline, named, false
		} else {
			u.class = plain
		}
	}
}

// findCaptions finds the captions that stand right above the credit of their
// picture.
func (p *page) findCaptions() {
	for i := 1; i+1 < len(p.units); i++ {
		u := &p.units[i]
		if !u.head || u.list || p.units[i+1].class != picture || u.runes > maxHead {
			continue
		}
		// A picture may also stand between a headline and its article.
		j := i + 1
		for j < len(p.units) && p.units[j].class == picture {
			j++
		}
		if j < len(p.units) && (p.units[j].class == named || p.leadEvidence(p.units[j].first()) >= strongLead) {
			continue
		}
		u.kind, u.head = Caption, false
	}
}

// findTitle takes the first short line of the page for its headline.
func (p *page) findTitle() {
	i := 0
	for i < len(p.units) && (p.units[i].kind == Credit || p.units[i].class == number || p.masthead(i)) {
		i++
	}
	if i == len(p.units) {
		return
	}
	u := &p.units[i]
	if !u.head && !(i+1 < len(p.units) && u.next == 0 && longTitle(u)) {
		return
	}
	if p.label(i) && p.headlineUnder(i) {
		i++
	}
	p.units[i].kind = Title
}

// headlineUnder reports whether the headline of the page is not the label
// units[i] but the line under it. Over several headlines of one length a label
// is the headline itself, that of a roundup.
func (p *page) headlineUnder(i int) bool {
	const shortest, several = 10, 3
	u := &p.units[i+1]
	if !u.head || u.list || u.runes < shortest {
		return false
	}
	if i+2 < len(p.units) && (p.units[i+2].kind == Byline || p.units[i+2].class == source) {
		return true
	}
	style := p.headStyle()
	points, _ := p.below(i + 1)
	return points >= strongLead || near(style.heads, u.runes) < several ||
		points >= wordLead && near(style.plain, u.runes) == 0
}

// masthead reports whether units[i] is the name of the paper, above the date of
// the issue, and makes it a credit.
func (p *page) masthead(i int) bool {
	const most = 16
	u := &p.units[i]
	if !u.head || u.runes > most || p.cues.masthead.suffix(u.last()) == "" ||
		i+1 == len(p.units) || !isDateline(p.units[i+1].first()) {
		return false
	}
	u.kind, u.class, u.head = Credit, source, false
	return true
}

// longTitle reports whether u could be a headline of several parts.
func longTitle(u *unit) bool {
	const most = 120
	return u.kind == Paragraph && u.end == endOpen && u.runes <= most && !hasStop(u) &&
		strings.Count(u.first(), "，")+strings.Count(u.first(), ",") <= 2
}

// article makes the blocks of an article from its units, of which the first is
// p.units[from]; its writers are named in the first signed of them.
func (p *page) article(number int, units []unit, from, signed int) Article {
	a := Article{Number: number, Blocks: make([]Block, 0, len(units))}
	var names []string
	lead := true // no paragraph so far
	for i := range units {
		u := &units[i]
		if u.cont {
			continue
		}
		lines, sep := u.lines, ""
		kind := u.kind
		switch {
		case kind == Title:
			sep = " "
		case kind == Byline && i < signed:
			names = append(names, u.names...)
		case kind == Credit && u.class == source && i < signed:
			names = append(names, p.sourceNames(u.first())...)
		case kind == Paragraph && u.head && !u.list:
			kind = Heading
			if i+1 < len(units) && units[i+1].class == source && !isDateline(units[i+1].first()) && !lead {
				kind = Caption
			}
		}
		if u.next != 0 {
			lines = joined(units, i, from)
		}
		b := newBlock(kind, lines, sep)
		switch {
		case kind == Title:
			a.Title = strings.Join(strings.FieldsFunc(b.Text, isSpace), " ")
		case kind == Paragraph && lead && i < signed:
			names = append(names, p.leadNames(b.Text)...)
			lead = false
		}
		a.Blocks = append(a.Blocks, b)
	}
	a.Byline = strings.Join(unique(names), " ")
	return a
}

// joined returns the lines of units[i] and of those on which it goes on; from is
// the index on the page of units[0].
func joined(units []unit, i, from int) []line {
	size := len(units[i].lines)
	for n := units[i].next; n != 0; n = units[n-from].next {
		size += len(units[n-from].lines)
	}
	lines := append(make([]line, 0, size), units[i].lines...)
	for n := units[i].next; n != 0; n = units[n-from].next {
		lines = append(lines, units[n-from].lines...)
	}
	return lines
}

// unique returns s without what stands in it before.
func unique(s []string) []string {
	var out []string
	for _, v := range s {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}
