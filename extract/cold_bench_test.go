package extract

import (
	"os"
	"testing"

	"newsift/segment"
)

// BenchmarkNew measures what every start pays before the first character.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPage measures one page: cold with an Extractor of its own, warm with
// one that has seen the words.
func BenchmarkPage(b *testing.B) {
	data, err := os.ReadFile("../testdata/hitech-page.txt")
	if err != nil {
		b.Fatal(err)
	}
	doc := segment.Parse("page", string(data), true)
	b.Run("cold", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			x, err := New(Options{})
			if err != nil {
				b.Fatal(err)
			}
			x.Extract(doc)
		}
	})
	b.Run("warm", func(b *testing.B) {
		x, err := New(Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			x.Extract(doc)
		}
	})
}
