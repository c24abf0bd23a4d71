package extract

import "newsift/segment"

// lineUp is extract for the articles of a document that stand in a line: while the numbers of one
// are linked, the mentions of the next are found and the one behind that is cut. What is found is
// the same.
func (x *Extractor) lineUp(doc *segment.Document, w want, res *Result) {
	const waiting = 2 // articles between two steps, so that memory stays flat
	cut, found := make(chan *inLine, waiting), make(chan *inLine, waiting)
	go func() {
		defer close(cut)
		for i := range doc.Articles {
			x.tokens = nil // the article in front is still at work on them
			u := &inLine{}
			u.step(func() { x.cut(&u.underway, &doc.Articles[i], w) })
			cut <- u
		}
	}()
	go func() {
		defer close(found)
		for u := range cut {
			u.step(func() { x.find(&u.underway, w) })
			found <- u
		}
	}()
	defer func() {
		for range found { // the steps in front shall have let go of x
		}
	}()
	for u := range found {
		if u.fault != nil {
			panic(u.fault)
		}
		x.put(&u.underway, w, doc, res, nil)
	}
}

// An inLine is an article in a line.
type inLine struct {
	underway
	fault any // with which a step panicked; then no other is taken
}

// step takes a step. A panic ends only that, since nobody but whoever called the Extractor
// can say which document it came from.
func (u *inLine) step(take func()) {
	defer func() {
		if fault := recover(); fault != nil {
			u.fault = fault
		}
	}()
	if u.fault == nil {
		take()
	}
}
