package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		name string
		want []string // the text is their concatenation
	}{
		{"plain", []string{"园区新增企业69家。", "总数达182家！", "够吗？", "还在增长"}},
		{"semicolons end nothing", []string{"新增企业69家;增幅57%；总数182家。"}},
		{"half-width marks", []string{"够吗?", "够了!", "好"}},
		{"runs of marks", []string{"什么？！", "没有……", "真的吗!!!", "好。"}},
		{"white space stays behind", []string{"第一句。 ", "第二句。\u3000\u3000", "第三句。"}},
		{"closing marks belong to the end", []string{"他说：“已经开工。”", "大家鼓掌。）", "好。"}},
		{"stops inside quotes", []string{"他说：“一期已建成。二期在建。”", "现场响起掌声。"}},
		{"stops inside brackets", []string{"项目（一期已建成。二期在建）进展顺利。", "完"}},
		{"a question as a word", []string{"针对“钱从哪里来？”的问题，园区设立基金。", "规模10亿元。"}},
		{"a title with a mark", []string{"他读过《谁来养活中国？》一书。", "好。"}},
		{"quote followed by a comma", []string{"“太好了！”，他说，“我们来。”", "完"}},
		{"quote never closed", []string{"“园区要发展。", "企业要壮大。"}},
		{"half-width full stop", []string{"总投资10亿元.", "项目占地300亩."}},
		{"decimal point and abbreviation", []string{"产值19.42亿元，由ABC Co., Ltd.投资，见www.example.cn/a?b=1。", "完"}},
		{"full-width decimal point", []string{"产值２．２亿元。", "完．", "好"}},
		{"straight quotes", []string{"他说:\"开工了。人来了。\"", "好。"}},
		{"ellipsis of dots", []string{"机器人、激光......", "都来了。"}},
		{"white space only after", []string{"完。 "}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := Block{Text: strings.Join(tt.want, "")}
			var got []string
			for _, s := range b.Sentences() {
				got = append(got, b.Text[s.Start:s.End])
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// A speech of many sentences in one pair of quotes is cut like other text.
func TestSentencesCutLongQuotes(t *testing.T) {
	b := Block{Text: "他说：“" + strings.Repeat("园区企业数量同比增长超过两成。", 12) + "”"}
	if n := len(b.Sentences()); n < 10 {
		t.Errorf("%d sentences in a speech of 12", n)
	}
	if spans := (&Block{}).Sentences(); spans != nil {
		t.Errorf("sentences of nothing: %v", spans)
	}
}

func TestSentencesCutWhatNeverStops(t *testing.T) {
	for name, unit := range map[string]string{"at commas": "园区新增企业69家，", "where there are none": "园", "of bytes": "\x80"} {
		text := strings.Repeat(unit, 20000)
		b := Block{Text: text}
		at := 0
		for _, s := range b.Sentences() {
			if s.Start != at || s.Len() == 0 || s.Len() > longSentence {
				t.Fatalf("%s: sentence %v behind byte %d", name, s, at)
			}
			if name == "at commas" && !strings.HasSuffix(text[s.Start:s.End], "，") {
				t.Fatalf("%s: cut behind %q", name, text[s.End-6:s.End])
			}
			at = s.End
		}
		if at != len(text) {
			t.Errorf("%s: sentences up to byte %d of %d", name, at, len(text))
		}
	}
}
