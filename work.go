package main

import (
	"fmt"
	"iter"

	"newsift/report"
	"newsift/segment"
)

// A step is what became of one document, or a problem with an input.
type step struct {
	page    *report.Page     // nil with a problem
	problem *segment.Problem // nil with a page
	err     error            // why nothing could be found in the page
}

// steps yields what is found in files, in their order.
func (p *printer) steps(in segment.Input, files []string) iter.Seq[step] {
	docs := func(yield func(*segment.Document, *segment.Problem) bool) {
		for _, in.Name = range files {
			for doc, problem := range in.Documents(p.stdin) {
				if !yield(doc, problem) {
					return
				}
			}
		}
	}
	if p.workers == 1 {
		return p.oneByOne(docs)
	}
	return p.sideBySide(docs)
}

func (p *printer) oneByOne(docs iter.Seq2[*segment.Document, *segment.Problem]) iter.Seq[step] {
	return func(yield func(step) bool) {
		find, broken := p.fork()
		for doc, problem := range docs {
			s := step{problem: problem}
			if problem == nil {
				s.page = &report.Page{Doc: doc}
				if s.err = broken; broken == nil {
					s.err = find.in(s.page)
				}
			}
			if !yield(s) {
				return
			}
		}
	}
}

// waiting is how many steps per worker may be under way or wait for their turn to
// be printed: enough to keep all busy past a long document, few enough to keep
// memory flat.
const waiting = 4

// A job is a step on its way through a worker.
type job struct {
	step
	done chan struct{} // closed when the step is complete
}

// sideBySide is oneByOne with several workers. They start when documents wait for
// them: a single one costs no second worker.
func (p *printer) sideBySide(docs iter.Seq2[*segment.Document, *segment.Problem]) iter.Seq[step] {
	return func(yield func(step) bool) {
		order := make(chan *job, waiting*p.workers) // as they were read
		stop := make(chan struct{})
		defer close(stop)
		go p.read(docs, order, stop)
		for j := range order {
			<-j.done
			if !yield(j.step) {
				return
			}
		}
	}
}

// read hands the documents to workers, which it starts, and all steps to order,
// until stop is closed. It may be waiting for input for good when nobody wants
// more; then it ends with the program.
func (p *printer) read(docs iter.Seq2[*segment.Document, *segment.Problem], order chan<- *job, stop <-chan struct{}) {
	todo := make(chan *job)
	defer close(todo)
	defer close(order)
	workers := 0
	for doc, problem := range docs {
		j := &job{step: step{problem: problem}, done: make(chan struct{})}
		if problem != nil {
			close(j.done)
		} else {
			j.page = &report.Page{Doc: doc}
		}
		select {
		case order <- j:
		case <-stop:
			return
		}
		if problem != nil {
			continue
		}
		select {
		case todo <- j:
			continue
		default:
		}
		if workers < p.workers {
			workers++
			find, broken := p.fork()
			go work(find, broken, todo)
		}
		select {
		case todo <- j:
		case <-stop:
			return
		}
	}
}

// work carries out jobs; broken says why it cannot.
func work(find search, broken error, todo <-chan *job) {
	for j := range todo {
		if j.err = broken; broken == nil {
			j.err = find.in(j.page)
		}
		close(j.done)
	}
}

// in carries out the search. Where the program itself is at fault, that is an error
// of the document: what was found in others must not be lost with it.
func (find search) in(p *report.Page) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%s (%v): please report it with the text", faulty, fault)
		}
	}()
	return find(p)
}

const faulty = "newsift has a fault that this text brings out"
