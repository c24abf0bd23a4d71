package main

import (
	"fmt"
	"iter"
	"slices"

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

// rooms is how many rooms there are per worker for the documents under way, those
// that are read, searched, or wait for their turn to be printed. One takes a room
// for every roomSize bytes of its text, up to maxRooms: memory stays flat with few
// long documents under way, and all workers are busy with many short ones.
const (
	rooms    = 16
	roomSize = 64 << 10
	maxRooms = 4
)

// A job is a step on its way through a worker.
type job struct {
	step
	rooms int
	done  chan struct{} // closed when the step is complete
}

// sideBySide is oneByOne with several workers. They start when documents wait for
// them: a single one costs no second worker.
func (p *printer) sideBySide(docs iter.Seq2[*segment.Document, *segment.Problem]) iter.Seq[step] {
	return func(yield func(step) bool) {
		l := &line{
			order: make(chan *job, rooms*p.workers),
			rooms: make(chan struct{}, rooms*p.workers),
			stop:  make(chan struct{}),
		}
		defer close(l.stop)
		go p.read(docs, l)
		for j := range l.order {
			<-j.done
			if !yield(j.step) {
				return
			}
			for range j.rooms {
				<-l.rooms
			}
		}
	}
}

// A line is what documents stand in from the reader to the printer.
type line struct {
	order chan *job     // as they were read
	rooms chan struct{} // the rooms taken
	stop  chan struct{} // closed when nobody wants more
}

// enter puts j in the line once there is room, and says whether more is wanted.
func (l *line) enter(j *job) bool {
	for range j.rooms {
		select {
		case l.rooms <- struct{}{}:
		case <-l.stop:
			return false
		}
	}
	l.order <- j // which holds a job for every room
	return true
}

// read hands the documents to workers, which it starts, and puts all steps in l. It
// may be waiting for input for good when nobody wants more; then it ends with the
// program.
func (p *printer) read(docs iter.Seq2[*segment.Document, *segment.Problem], l *line) {
	todo := make(chan *job, cap(l.order))
	defer close(todo)
	defer close(l.order)
	workers := 0
	for doc, problem := range docs {
		j := &job{step: step{problem: problem}, rooms: 1, done: make(chan struct{})}
		if problem != nil {
			close(j.done)
		} else {
			j.page = &report.Page{Doc: doc}
			j.rooms = min(1+len(doc.Text)/roomSize, maxRooms)
		}
		if !l.enter(j) {
			return
		}
		if problem != nil {
			continue
		}
		if workers == 0 || workers < p.workers && len(todo) > 0 {
			workers++
			find, broken := p.fork()
			go p.work(find, broken, todo)
		}
		todo <- j
	}
}

// work carries out jobs; broken says why it cannot. Of those that wait it takes its
// share at once and tells of the last first: waking the printer for each costs more
// than many a document does.
func (p *printer) work(find search, broken error, todo <-chan *job) {
	var share []*job
	for j := range todo {
		share = take(todo, len(todo)/p.workers, append(share[:0], j))
		for _, j := range share {
			if j.err = broken; broken == nil {
				j.err = find.in(j.page)
			}
		}
		for _, j := range slices.Backward(share) {
			close(j.done)
		}
	}
}

// take appends to share up to n jobs that wait.
func take(todo <-chan *job, n int, share []*job) []*job {
	for range n {
		select {
		case j, more := <-todo:
			if !more {
				return share
			}
			share = append(share, j)
		default:
			return share
		}
	}
	return share
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
