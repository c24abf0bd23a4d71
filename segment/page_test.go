package segment

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outline writes d as the .want files do: a line for each article with title
// and byline, and one for each block with its line in the source, its kind and
// its text.
func outline(d *Document) string {
	var b strings.Builder
	for _, a := range d.Articles {
		fmt.Fprintln(&b, strings.TrimRight("article "+a.Title+" | "+a.Byline, " "))
		for i := range a.Blocks {
			_, _, line := a.Blocks[i].Source(Span{})
			fmt.Fprintln(&b, line, a.Blocks[i].Kind, a.Blocks[i].Text)
		}
	}
	return b.String()
}

func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	for _, page := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(page), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(page, ".txt") + ".want")
			if err != nil {
				t.Fatal(err)
			}
			d := Parse(page, string(text), true)
			if diff := cmp.Diff(string(want), outline(d)); diff != "" {
				t.Errorf("%s: -want +got\n%s", page, diff)
			}
			if err := checkDocument(d); err != nil {
				t.Error(err)
			}
		})
	}
}

// The page that the project is about, against what people read on it.
func TestHitechPage(t *testing.T) {
	text, err := os.ReadFile("../testdata/hitech-page.txt")
	if err != nil {
		t.Fatal(err)
	}
	gold, err := os.ReadFile("../testdata/gold/hitech-page.articles.tsv")
	if err != nil {
		t.Fatal(err)
	}
	d := Parse("hitech-page.txt", string(text), true)
	rows := strings.Split(strings.TrimSpace(string(gold)), "\n")[1:]
	if len(d.Articles) != len(rows) {
		t.Fatalf("%d articles, want %d", len(d.Articles), len(rows))
	}
	var all strings.Builder
	for i, a := range d.Articles {
		want := strings.Split(rows[i], "\t")
		if !slices.Contains(strings.Split(want[1], "|"), a.Title) || a.Byline != want[2] {
			t.Errorf("article %d: %q by %q, want %q by %q", i+1, a.Title, a.Byline, want[1], want[2])
		}
		for _, b := range a.Blocks {
			fmt.Fprintln(&all, b.Text)
		}
	}
	for _, whole := range []string{
		"发展,实现科技成果转化", "平台运营主体面向", "芯片项目等8个", "数字创新、", "平台和应急产业", "开展常态合作", "1个项目获得教育部", "文化创意等产业;",
	} {
		if !strings.Contains(all.String(), whole) {
			t.Errorf("%q is not whole", whole)
		}
	}
	if err := checkDocument(d); err != nil {
		t.Error(err)
	}
	if n := len(Parse("", string(text), false).Articles); n != 1 {
		t.Errorf("%d articles without splitting", n)
	}
}
