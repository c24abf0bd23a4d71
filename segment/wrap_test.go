package segment

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var story = []string{
	"上半年，东岭高新区坚持创新驱动，园区企业员工达到2.1万人，实现工业总产值312.6亿元，同比增长8.45%，规模以上工业企业218家，其中高新技术企业135家，比去年同期增加26家。",
	"“今年以来，我们把服务企业放在首位。”高新区管委会主任说，截至6月底，累计走访企业1,280家次，解决难题3,456件，办结率达98.7%，为企业减负1.35亿元。",
	"园区还引进了24个投资超过10亿元的项目，总投资586.32亿元，预计2025年全部建成投产，届时可以新增就业岗位1.2万个，年产值有望突破1000亿元。",
	"下一步，东岭高新区将继续完善基础设施，推动产业链、创新链深度融合，打造一流的营商环境，努力在高质量发展中走在前列。",
}

// fold breaks s into lines of at most width: of characters, or of columns, as a
// newspaper sets them, where a line starts with no punctuation.
func fold(s string, width int, chars bool) []string {
	var lines []string
	line, used := "", 0
	for _, r := range s {
		w := 2
		if chars || r < utf8.RuneSelf {
			w = 1
		}
		if used+w > width && (chars || !strings.ContainsRune("，。、；：”》）", r)) {
			lines = append(lines, line)
			line, used = "", 0
		}
		line += string(r)
		used += w
	}
	return append(lines, line)
}

// A page that was wrapped by hand at any width, by characters or by columns, is
// whole again: no number is cut, and the byline is none of the headline.
func TestWrappedAtAnyWidth(t *testing.T) {
	const title, byline = "东岭高新区工业产值再创新高", "王晓明 李静"
	for _, chars := range []bool{true, false} {
		for _, indent := range []string{"　　", ""} {
			for width := 12; width <= 40; width++ {
				columns := width
				if !chars {
					columns = 2*width + width%2
				}
				var page []string
				for _, p := range story {
					page = append(page, fold(indent+p, columns, chars)...)
				}
				for _, top := range []string{title + "\n" + byline + "\n", title + "\n" + byline + "\n\n", title + "\n\n" + byline + "\n\n"} {
					d := Parse("", top+strings.Join(page, "\n"), true)
					a := d.Articles[0]
					var got []string
					for _, b := range a.Blocks {
						if b.Kind == Paragraph {
							got = append(got, b.Text)
						}
					}
					name := fmt.Sprintf("width %d, characters %t, indent %q, top %q", width, chars, indent, top)
					if a.Title != title || a.Byline != byline || len(d.Articles) > 1 {
						t.Errorf("%s: %d articles, %q by %q", name, len(d.Articles), a.Title, a.Byline)
					}
					if diff := cmp.Diff(story, got); diff != "" && (indent != "" || strings.Join(got, "") != strings.Join(story, "")) {
						t.Errorf("%s:\n%s", name, diff)
					}
				}
			}
		}
	}
}

func TestNumbersCutByLineEnds(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"东岭园区传来消息\n\n园区企业员工2.\n1万人，增长很快。", []string{"园区企业员工2.1万人，增长很快。"}},
		{"东岭园区传来消息\n\n园区企业员工2.\n\n1万人，增长很快。", []string{"园区企业员工2.1万人，增长很快。"}},
		{"东岭园区传来消息\n\n园区企业员工2．\n1万人，增长很快。", []string{"园区企业员工2．1万人，增长很快。"}},
		{"东岭园区传来消息\n\n园区新增企业3,\n200家，增长很快。", []string{"园区新增企业3,200家，增长很快。"}},
		{"东岭园区传来消息\n\n园区新增企业3,\n20家迁入，增长很快。", []string{"园区新增企业3, 20家迁入，增长很快。"}},
		// Numbers of list items and sections are whole.
		{"东岭园区传来消息\n\n1.\n2020年新增企业69家，增长很快。\n2.\n2021年新增企业70家，增长很快。",
			[]string{"1.", "2020年新增企业69家，增长很快。", "2.", "2021年新增企业70家，增长很快。"}},
		{"东岭园区传来消息\n\n产值排名上升到第3.\n1. 全年新增企业69家，增长很快。", []string{"产值排名上升到第3.", "1. 全年新增企业69家，增长很快。"}},
	} {
		var got []string
		for _, b := range Parse("", tt.text, true).Articles[0].Blocks {
			if b.Kind != Title {
				got = append(got, b.Text)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q: %s", tt.text, diff)
		}
	}
}

// Columns side by side put words next to a byline that are no names.
func TestNeighboursOfABylineAreNoWriters(t *testing.T) {
	c := pageCues()
	for _, tt := range []struct {
		line string
		want []string
	}{
		{"王晓明 李静", []string{"王晓明", "李静"}},
		{"王　磊　　李静", []string{"王磊", "李静"}},
		{"本报记者 王晓明      通讯员 李静", []string{"王晓明", "李静"}},
		{"王晓明          高质量", nil},
		{"本报记者 王晓明          高质量", nil},
	} {
		if got, _ := c.bylineNames(tt.line); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %v, want %v", tt.line, got, tt.want)
		}
	}
}
