package extract

import (
	"cmp"
	"slices"

	"newsift/segment"
)

// Extractor turns documents into rows. It is for one goroutine at a time; Fork
// makes others, which share its rules and dictionaries.
type Extractor struct {
	*knowledge
	cutter  *segment.Cutter
	abreast bool // see Options.Abreast

	// What follows is kept from one article to the next only for its memory.
	page   page
	tokens []segment.Token
}

// knowledge is the rules and dictionaries. It never changes, so that any number of
// goroutines may read it.
type knowledge struct {
	gazetteer  *gazetteer
	finder     *entityFinder
	quantifier *quantifier
	linker     *linker
}

// New returns an Extractor with the built-in rules and dictionaries and what o
// adds to them. An error names the file and line of the rule that is wrong.
func New(o Options) (*Extractor, error) {
	files, dictionaries, err := o.laid()
	if err != nil {
		return nil, err
	}
	own, err := readOwnNames(slices.Concat(o.Names, dictionaries))
	if err != nil {
		return nil, err
	}
	k := new(knowledge)
	if k.gazetteer, err = openGazetteer(own); err != nil {
		return nil, err
	}
	if err := k.load(files); err != nil {
		return nil, err
	}
	return k.extractor(o.Abreast)
}

// load reads the rules, those of each kind beside the others, since whoever starts newsift for
// one page waits for them.
func (k *knowledge) load(files *ruleFiles) error {
	links, finder := make(chan error, 1), make(chan error, 1)
	go func() {
		var err error
		k.linker, err = newLinker(files)
		links <- err
	}()
	go func() {
		var err error
		k.finder, err = newEntityFinder(files, k.gazetteer)
		finder <- err
	}()
	var err error
	k.quantifier, err = newQuantifier(files)
	// Both are waited for; of several errors the first in this order is told, every time.
	if err = cmp.Or(err, <-finder, <-links); err != nil {
		return err
	}
	k.linker.quantifier, k.linker.gazetteer, k.linker.people = k.quantifier, k.gazetteer, k.finder.rules
	return nil
}

// Fork returns another Extractor with the same rules, for another goroutine. It may
// be called while x is at work.
func (x *Extractor) Fork() (*Extractor, error) { return x.knowledge.extractor(x.abreast) }

func (k *knowledge) extractor(abreast bool) (*Extractor, error) {
	cutter, err := segment.NewCutter()
	if err != nil {
		return nil, err
	}
	p := page{f: k.finder, facts: new(factTable), entries: make(map[nameID]*name), coinages: make(map[string]bool)}
	return &Extractor{knowledge: k, cutter: cutter, abreast: abreast, page: p}, nil
}

// Extract returns the rows of doc in reading order. Claims of the kinds number,
// date and time, which state no amount, are among them.
func (x *Extractor) Extract(doc *segment.Document) *Result {
	return x.extract(doc, want{entities: true, claims: true, all: true})
}

// Entities is Extract for those who want only entities.
func (x *Extractor) Entities(doc *segment.Document) []Entity {
	return x.extract(doc, want{entities: true}).Entities
}

// AllClaims is Extract for those who want only claims.
func (x *Extractor) AllClaims(doc *segment.Document) []Claim {
	return x.extract(doc, want{claims: true, all: true}).Claims
}

// Claims is Extract for those who want only claims that state an amount.
func (x *Extractor) Claims(doc *segment.Document) []Claim {
	return x.extract(doc, want{claims: true}).Claims
}

// want says which rows are to be found.
type want struct {
	entities, claims bool
	all              bool // claims that state no amount as well
}

func (x *Extractor) extract(doc *segment.Document, w want) *Result {
	res := new(Result)
	if x.abreast && len(doc.Articles) > 1 {
		x.lineUp(doc, w, res)
	} else {
		for i := range doc.Articles {
			u := &underway{}
			x.cut(u, &doc.Articles[i], w)
			x.find(u, w)
			x.put(u, w, doc, res, &x.page)
		}
	}
	slices.SortStableFunc(res.Entities, func(a, b Entity) int { return a.Start - b.Start })
	slices.SortStableFunc(res.Claims, func(a, b Claim) int { return a.Start - b.Start })
	return res
}

// An underway is an article that is being worked on.
type underway struct {
	a        *article
	end      int // one past the number of the last sentence that makes a claim, 0 for none
	mentions []mention
}

// cut is the first step: into words, and what the numbers among them are.
func (x *Extractor) cut(u *underway, a *segment.Article, w want) {
	u.a = x.article(a)
	if w.claims {
		x.quantifier.readAll(u.a)
		u.end = u.a.claimsEnd(w.all)
	}
}

// find is the second step: the mentions, unless nobody asks for them.
func (x *Extractor) find(u *underway, w want) {
	if u.end > 0 || w.entities {
		u.mentions = x.page.find(u.a)
	}
}

// put is the last step: the rows of doc, which it adds to res. It links the numbers with what
// p knows of the words, which may be nil.
func (x *Extractor) put(u *underway, w want, doc *segment.Document, res *Result, p *page) {
	if w.entities {
		for _, m := range u.mentions {
			res.Entities = append(res.Entities, entityRow(doc, u.a, m))
		}
	}
	if u.end == 0 {
		return
	}
	for _, c := range x.linker.claims(u.a, u.mentions, u.end, p) {
		if w.all || !bare(c.kind) {
			res.Claims = append(res.Claims, claimRow(doc, u.a, c))
		}
	}
}

// roomFor returns an empty slice with room for n elements, which is s when s has
// it. One that is many times too large, after an article of megabytes, is let go.
func roomFor[T any](s []T, n int) []T {
	const keep = 1 << 14
	if n > cap(s) || cap(s) > keep && cap(s) > 8*n {
		return make([]T, 0, n)
	}
	return s[:0]
}

// article cuts the blocks of a into sentences and tokens. Those of the article
// before are lost.
func (x *Extractor) article(a *segment.Article) *article {
	out := &article{Article: a}
	size := 0
	for i := range a.Blocks {
		size += len(a.Blocks[i].Text)
	}
	x.tokens = roomFor(x.tokens, size/4)
	for i := range a.Blocks {
		b := &a.Blocks[i]
		for _, sp := range b.Sentences() {
			from := len(x.tokens)
			x.tokens = x.cutter.Cut(x.tokens, b.Text, sp)
			out.sentences = append(out.sentences, sentence{block: b, span: sp, tokens: x.tokens[from:len(x.tokens):len(x.tokens)]})
		}
	}
	return out
}

func entityRow(doc *segment.Document, a *article, m mention) Entity {
	b := a.sentences[m.sentence].block
	start, end, line := b.Source(m.span)
	return Entity{
		Doc: doc.Name, Article: a.Number, Line: line, Start: start, End: end,
		Type: m.typ, Subtype: m.subtype, Text: b.Text[m.span.Start:m.span.End], Name: m.name, Rule: m.rule,
	}
}
