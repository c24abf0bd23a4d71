package extract

import (
	"strings"
	"testing"

	"newsift/segment"
)

func explain(t *testing.T, text string) []Explanation {
	t.Helper()
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x.Explain(segment.Parse("-", text, false))
}

func TestExplain(t *testing.T) {
	text := "合肥高新区带动科大讯飞实现增长,销售收入同比增长20%。理想很丰满,“三张纸”做法推广。龙头企业很多,中航物业总公司来了。"
	rows := explain(t, text)
	tests := []struct{ of, text, outcome, reason string }{
		{"entity", "科大讯飞", "won", "nothing longer"},
		{"entity", "讯飞", "lost", "科大讯飞"},
		{"entity", "理想", "lost", "everyday word"},
		{"entity", "龙头企业", "lost", "only ends like a name"},
		{"entity", "中航物业总公司", "lost", "common nouns"},
		{"claim", "20%", "won", "%"},
		{"claim", "三张", "lost", "slogan"},
		{"subject", "科大讯飞", "won", "20%"},
		{"subject", "合肥高新区", "lost", "科大讯飞"},
	}
	for _, tt := range tests {
		found := false
		for _, r := range rows {
			if r.Of != tt.of || r.Text != tt.text || r.Outcome != tt.outcome {
				continue
			}
			found = found || strings.Contains(r.Reason, tt.reason)
			if r.Rule == "" {
				t.Errorf("%s %s: no rule", r.Of, r.Text)
			}
		}
		if !found {
			t.Errorf("no row says that the %s %s %s for %q", tt.of, tt.text, tt.outcome, tt.reason)
		}
	}
}

// What explain says has won is what entities and claims print.
func TestExplainAgreesWithTheRows(t *testing.T) {
	text := "2021年,合肥高新区引进科大讯飞、阳光电源等60余家企业,投资3亿元。A公司获5G专利12项。"
	result := extractText(t, text)
	won := make(map[string]int)
	for _, r := range explain(t, text) {
		if r.Outcome == "won" && r.Of != "subject" {
			won[r.Of+r.Text]++
		}
	}
	for _, e := range result.Entities {
		won["entity"+e.Text]--
	}
	for _, c := range result.Claims {
		switch c.Kind {
		case "number", "date", "time":
		default:
			won["claim"+c.Text]--
		}
	}
	for what, n := range won {
		if n != 0 {
			t.Errorf("%s: explain has %+d more than the rows", what, n)
		}
	}
}
