package extract

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"newsift/segment"
)

// Texts that are put together from sentences in these tests, whole or cut anywhere, with numbers
// and marks between them, go through, and no claim overlaps another in its
// sentence.
func TestMixtures(t *testing.T) {
	const texts = 12000
	between := strings.Fields("13岁 2.5亿元 近30% 第3 约20年 5个 3-5个百分点 一半 2011年 10时 1:3 “ ” （ ) 、 ， 。 的 和 为 ① ３０％ 多 余 上百万亿")
	random := rand.New(rand.NewPCG(1, 2))
	sentences := sentencesOfTests(t)
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range texts {
		var b strings.Builder
		for range 3 + random.IntN(9) {
			piece := []rune(sentences[random.IntN(len(sentences))])
			if whole := random.IntN(2) == 0; !whole {
				from := random.IntN(len(piece))
				piece = piece[from:min(len(piece), from+3+random.IntN(50))]
			}
			b.WriteString(string(piece))
			b.WriteString(between[random.IntN(len(between))])
		}
		func() {
			defer func() {
				if fault := recover(); fault != nil {
					t.Fatalf("%s\n%v", b.String(), fault)
				}
			}()
			var last Claim
			for _, c := range x.AllClaims(segment.Parse("-", b.String(), true)) {
				if c.Start < last.End && c.Sentence == last.Sentence {
					t.Fatalf("%s\n%s overlaps %s", b.String(), c.Text, last.Text)
				}
				last = c
			}
		}()
	}
}

// sentencesOfTests returns the texts of several words that the tests beside this one hold.
func sentencesOfTests(t *testing.T) []string {
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	const enough = 1000
	var sentences []string
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range regexp.MustCompile(`"([^"\n]*\p{Han}{4}[^"\n]*)"`).FindAllStringSubmatch(string(source), -1) {
			sentences = append(sentences, strings.ReplaceAll(s[1], `\n`, "\n"))
		}
	}
	if len(sentences) < enough {
		t.Fatalf("%d sentences, want at least %d", len(sentences), enough)
	}
	return sentences
}
