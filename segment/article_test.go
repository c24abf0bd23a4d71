package segment

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// checkTiles reports how d breaks the promise that every character of its text
// that is not white space stands in exactly one block, where Source says.
func checkTiles(d *Document) error {
	source := []rune(d.Text)
	seen := make([]bool, len(source))
	for _, a := range d.Articles {
		for i := range a.Blocks {
			b := &a.Blocks[i]
			if err := checkBlock(b, source, seen); err != nil {
				return fmt.Errorf("article %d block %d (%s): %w", a.Number, i, b.Kind, err)
			}
		}
	}
	for i, r := range source {
		if !isSpace(r) && !seen[i] {
			return fmt.Errorf("character %d %q is in no block", i, r)
		}
	}
	return nil
}

func checkBlock(b *Block, source []rune, seen []bool) error {
	if b.Text == "" || strings.TrimFunc(b.Text, isSpace) != b.Text {
		return fmt.Errorf("text %q is empty or has white space around it", b.Text)
	}
	for off, r := range b.Text {
		if isSpace(r) {
			continue
		}
		start, end, line := b.Source(Span{off, off + len(string(r))})
		switch {
		case start < 0 || end != start+1 || end > len(source):
			return fmt.Errorf("%q at %d: source %d to %d", r, off, start, end)
		case source[start] != r:
			return fmt.Errorf("%q at %d: source %d holds %q", r, off, start, source[start])
		case seen[start]:
			return fmt.Errorf("character %d %q is in two blocks", start, r)
		case line < 1:
			return fmt.Errorf("%q at %d: line %d", r, off, line)
		}
		seen[start] = true
	}
	return nil
}

// checkSentences reports how the sentences of d fail to tile its blocks, or
// which of them the source does not hold where Source says.
func checkSentences(d *Document) error {
	source := []rune(d.Text)
	for _, a := range d.Articles {
		for i := range a.Blocks {
			b := &a.Blocks[i]
			at := 0
			for _, s := range b.Sentences() {
				if s.Start != at || s.End <= s.Start {
					return fmt.Errorf("sentence %v does not follow on %d in %q", s, at, b.Text)
				}
				at = s.End
				start, end, _ := b.Source(s)
				if !within(b.Text[s.Start:s.End], source[start:end]) {
					return fmt.Errorf("%q is not in its source %q", b.Text[s.Start:s.End], string(source[start:end]))
				}
			}
			if at != len(b.Text) {
				return fmt.Errorf("sentences end at %d of %d", at, len(b.Text))
			}
		}
	}
	return nil
}

// within reports whether the characters of s that are not white space stand in
// source in that order.
func within(s string, source []rune) bool {
	for _, r := range s {
		if isSpace(r) {
			continue
		}
		i := slices.Index(source, r)
		if i < 0 {
			return false
		}
		source = source[i+1:]
	}
	return true
}

func checkDocument(d *Document) error {
	if err := checkTiles(d); err != nil {
		return err
	}
	return checkSentences(d)
}

// pieces of pages, put together at random by the property test.
var scraps = []string{
	"本报讯", "近日", "记者", "（记者 张三）", "王小明 李四", "新华社北京1月2日电", "图片来源:", "来源：", "责任编辑：赵六",
	"高新区", "新增企业69家", "以实", "现科技成果转化", "，", "。", "；", "、", "！", "？”", "“", "……", "(", ")", "《", "》",
	"\n", "\n\n", "\r\n", "\n\n\n", "\u3000\u3000", " ", "\t", "\u00a0", "\u200b", "\ufeff", "\f", "\u2028",
	"abc", "R&D", "19.42亿元", "3.", "一、", "2021-03-01", "郭树勋", "摄", "\x00", "\ufffd", "𠮷", "\xff",
}

func TestEveryCharacterLandsInOneBlock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(scraps), 0, 80).Draw(t, "scraps"), "")
		text = strings.ToValidUTF8(text, "\ufffd")
		for _, split := range []bool{true, false} {
			if err := checkDocument(Parse("page", text, split)); err != nil {
				t.Fatal(err)
			}
		}
		title, rest, _ := strings.Cut(text, "。")
		if err := checkDocument(ParseRecord("id", title, rest)); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add("标题一\n\n本报讯 近日，某园区开工。 张三\n\n标题二\n\n本报讯 昨日", true)
	f.Add("　　第一段，\n没完\n\n。\u3000\u3000第二段", false)
	f.Fuzz(func(t *testing.T, text string, split bool) {
		text = strings.ToValidUTF8(text, "\ufffd")
		d := Parse("page", text, split)
		if err := checkDocument(d); err != nil {
			t.Fatal(err)
		}
		if !split && len(d.Articles) > 1 {
			t.Fatalf("%d articles without splitting", len(d.Articles))
		}
	})
}

func TestParseRecord(t *testing.T) {
	d := ParseRecord("r1", "园区新增企业\u300069家", "本台消息：近日，园区开工。\n抓服务\n本报讯 近日，投产。")
	want := "园区新增企业\u300069家\n本台消息：近日，园区开工。\n抓服务\n本报讯 近日，投产。"
	if d.Name != "r1" || d.Text != want || len(d.Articles) != 1 {
		t.Fatalf("%+v", d)
	}
	a := d.Articles[0]
	if a.Title != "园区新增企业 69家" || a.Blocks[0].Kind != Title {
		t.Errorf("title %q, first block %s", a.Title, a.Blocks[0].Kind)
	}
	if start, end, line := a.Blocks[1].Source(Span{0, len("本台")}); start != 11 || end != 13 || line != 2 {
		t.Errorf("source %d to %d, line %d", start, end, line)
	}
	if d := ParseRecord("r2", " \n", "近日，园区开工。"); d.Text != "近日，园区开工。" || d.Articles[0].Title != "" {
		t.Errorf("record without title: %+v", d)
	}
	if d := Parse("", " \n\u3000\r\n", true); len(d.Articles) != 0 {
		t.Errorf("articles in white space: %+v", d.Articles)
	}
}

// A page that is kept in one piece is signed by the writers of its first article.
func TestUnsplitPage(t *testing.T) {
	page := "东岭高新区产值再创新高\n\n王晓明 李静\n\n本报讯 近日，东岭高新区传来消息，园区企业今年以来产值再创新高。\n\n" +
		"西湖园区建成孵化器\n\n张三\n\n本报讯 日前，西湖园区传来消息，园区建成一座新的孵化器，面积很大。\n"
	if a := Parse("", page, true).Articles; len(a) != 2 || a[1].Byline != "张三" {
		t.Fatalf("%d articles", len(a))
	}
	a := Parse("", page, false).Articles
	if len(a) != 1 || a[0].Title != "东岭高新区产值再创新高" || a[0].Byline != "王晓明 李静" {
		t.Fatalf("%d articles, the first %q by %q", len(a), a[0].Title, a[0].Byline)
	}
	if b := a[0].Blocks[3]; b.Kind != Heading || b.Text != "西湖园区建成孵化器" {
		t.Errorf("%s %q", b.Kind, b.Text)
	}
	// A record is one article, with or without title.
	if a := ParseRecord("", "", page).Articles; len(a) != 1 {
		t.Errorf("%d articles in a record", len(a))
	}
}

// The bytes of a line that needs no mending are those of the document.
func TestBlocksShareTheText(t *testing.T) {
	text := "标题\n\n" + strings.Repeat("园区新增企业69家。", 1000)
	if n := testing.AllocsPerRun(20, func() { Parse("", text, true) }); n > 30 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkParse(b *testing.B) {
	const size = 10 << 20
	line := "园区新增企业69家，同比增长57%，总数达182家，R&D支出19.42亿元。"
	column := "据悉，园区新增高新技术企业六十九家，总数\n"
	for _, bm := range []struct{ name, text string }{
		{"one line", strings.Repeat(line, size/len(line))},
		{"paragraphs", strings.Repeat(strings.Repeat(line, 3)+"\n\n", size/(3*len(line)+2))},
		{"columns", strings.Repeat(column, size/len(column))},
		{"short lines", strings.Repeat("园区\n", size/7)},
		{"brackets", strings.Repeat("（(“", size/7)},
		{"commas", strings.Repeat("园，\n\n", size/8)},
		{"names", strings.Repeat("王五 李四\n", size/14)},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(bm.text)))
			for b.Loop() {
				for _, a := range Parse("", bm.text, true).Articles {
					for i := range a.Blocks {
						a.Blocks[i].Sentences()
					}
				}
			}
		})
	}
}
