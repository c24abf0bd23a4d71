package extract

import (
	"strings"
	"testing"
	"unicode"

	"newsift/segment"
)

// Any text goes through, and every row's text is what stands at its offsets in the
// document, white space aside.
func FuzzExtract(f *testing.F) {
	for _, text := range []string{
		"2020年,合肥高新区新增企业69家,增幅达57%。",
		"科大讯飞与安徽电力集团有限公司签订合同，金额1，940万元，其中3，684股归公司。",
		"标题\n\n位于大邑县的安仁博物馆群从最初的5座分馆增加至20座。\n\n在北京，这家企业70%以上的生产线改造。",
		"将小型微利企业应纳税所得额上限由30万元提高到50万元；2015年至2017年净利润分别为1亿元、2亿元和3亿元。",
		"位于大邑县的\n0",
		"合肥市内，手机被偷走了3次，就在这时，小周站了出来。出口到10国。合肥市先后目前3家",
		"【合肥高新区拟设立10亿元产业基金】近10年来，5年内 全市目前的5家项目",
		"（王建国团队）比例为10：3人，每万人260台，占到47.7%。",
		"这批座分馆增加至0%的000。安徽：西辛庄村有3家。一家芯片企业，企业每年节约3000万元的历史新高。",
		"首家平台——安徽大别山电站今天开工——，消费对增长的贡献是7%，在浙江三门，当地增至高峰期的52列。",
	} {
		f.Add(text)
	}
	x, err := New(Options{})
	if err != nil {
		f.Fatal(err)
	}
	visible := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := segment.Parse("-", text, true)
		chars := []rune(text)
		check := func(what, got string, start, end int) {
			if start < 0 || start > end || end > len(chars) {
				t.Fatalf("%s %q: offsets %d to %d of %d", what, got, start, end, len(chars))
			}
			if there := visible(string(chars[start:end])); !strings.HasPrefix(there, visible(got)[:min(len(visible(got)), 3)]) && there != "" {
				t.Errorf("%s %q: at %d to %d stands %q", what, got, start, end, there)
			}
		}
		r := x.Extract(doc)
		for _, c := range r.Claims {
			check("claim", c.Text, c.Start, c.End)
		}
		for _, e := range r.Entities {
			check("entity", e.Text, e.Start, e.End)
		}
	})
}
