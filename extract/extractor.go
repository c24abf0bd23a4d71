package extract

import (
	"slices"

	"newsift/segment"
)

// Extractor turns documents into rows. It is for one goroutine at a time; Fork
// makes others, which share its rules and dictionaries.
type Extractor struct {
	cutter     *segment.Cutter
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
	x := new(Extractor)
	if x.cutter, err = segment.NewCutter(); err != nil {
		return nil, err
	}
	if x.quantifier, err = newQuantifier(files); err != nil {
		return nil, err
	}
	if x.gazetteer, err = openGazetteer(own); err != nil {
		return nil, err
	}
	if x.finder, err = newEntityFinder(files, x.gazetteer); err != nil {
		return nil, err
	}
	if x.linker, err = newLinker(files, x.quantifier, x.gazetteer, x.finder.rules); err != nil {
		return nil, err
	}
	return x, nil
}

// Fork returns another Extractor with the same rules, for another goroutine.
func (x *Extractor) Fork() (*Extractor, error) {
	fork := *x
	var err error
	fork.cutter, err = segment.NewCutter()
	return &fork, err
}

// Extract returns the rows of doc in reading order. Claims of the kinds number,
// date and time, which state no amount, are among them.
func (x *Extractor) Extract(doc *segment.Document) *Result { return x.extract(doc, true) }

// Entities is Extract without the claims, for those who want only entities.
func (x *Extractor) Entities(doc *segment.Document) []Entity { return x.extract(doc, false).Entities }

func (x *Extractor) extract(doc *segment.Document, claims bool) *Result {
	res := new(Result)
	for i := range doc.Articles {
		a := x.article(&doc.Articles[i])
		ms := x.finder.find(a)
		for _, m := range ms {
			res.Entities = append(res.Entities, entityRow(doc, a, m))
		}
		if !claims {
			continue
		}
		for _, c := range x.linker.claims(a, ms) {
			res.Claims = append(res.Claims, claimRow(doc, a, c))
		}
	}
	slices.SortStableFunc(res.Entities, func(a, b Entity) int { return a.Start - b.Start })
	slices.SortStableFunc(res.Claims, func(a, b Claim) int { return a.Start - b.Start })
	return res
}

// article cuts the blocks of a into sentences and tokens.
func (x *Extractor) article(a *segment.Article) *article {
	out := &article{Article: a}
	for i := range a.Blocks {
		b := &a.Blocks[i]
		if b.Kind == segment.Byline {
			continue
		}
		for _, sp := range b.Sentences() {
			out.sentences = append(out.sentences, sentence{block: b, span: sp, tokens: x.cutter.Cut(nil, b.Text, sp)})
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
