package extract

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"newsift/segment"
)

// A page of many articles gives the same rows when they are worked on side by side, again and
// again by one Extractor.
func TestAbreast(t *testing.T) {
	text, err := os.ReadFile("../testdata/hitech-page.txt")
	if err != nil {
		t.Fatal(err)
	}
	one, side := newPair(t)
	for _, copies := range []int{1, 4, 2} {
		doc := segment.Parse("page", strings.Repeat(string(text)+"\n\n", copies), true)
		if n := len(doc.Articles); n < 6*copies {
			t.Fatalf("%d copies of the page have only %d articles", copies, n)
		}
		if diff := cmp.Diff(one.Extract(doc), side.Extract(doc)); diff != "" {
			t.Errorf("%d copies of the page (-one by one +abreast):\n%s", copies, diff)
		}
		if diff := cmp.Diff(one.Entities(doc), side.Entities(doc)); diff != "" {
			t.Errorf("entities of %d copies of the page (-one by one +abreast):\n%s", copies, diff)
		}
	}
}

// newPair returns an Extractor that works on one article at a time and one that works on them
// side by side.
func newPair(t *testing.T) (one, side *Extractor) {
	t.Helper()
	for _, x := range [...]struct {
		made    **Extractor
		abreast bool
	}{{&one, false}, {&side, true}} {
		var err error
		if *x.made, err = New(Options{Abreast: x.abreast}); err != nil {
			t.Fatal(err)
		}
	}
	return one, side
}

// A fault in any step reaches whoever called, and the Extractor is ready for the next document.
func TestAbreastFault(t *testing.T) {
	text, err := os.ReadFile("../testdata/hitech-page.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc := segment.Parse("page", string(text), true)
	one, x := newPair(t)
	want := one.Extract(doc)
	whole, cutter, finder := x.knowledge, x.cutter, x.page.f
	for step, damage := range map[string]func(){
		"cut":  func() { x.cutter = nil },
		"find": func() { x.page.f = nil },
		"put":  func() { x.knowledge = &knowledge{whole.gazetteer, whole.finder, whole.quantifier, nil} },
	} {
		damage()
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("a fault in step %s is not told", step)
				}
			}()
			x.Extract(doc)
		}()
		x.knowledge, x.cutter, x.page.f = whole, cutter, finder
		if diff := cmp.Diff(want, x.Extract(doc)); diff != "" {
			t.Errorf("after a fault in step %s (-want +got):\n%s", step, diff)
		}
	}
}
