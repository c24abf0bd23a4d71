package segment

import (
	"strings"
	"testing"
)

func TestBuiltInCues(t *testing.T) {
	c, err := loadCues("cues.txt", cuesText, "surnames.txt", surnamesText)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(c.surname.words); n < 400 {
		t.Errorf("%d surnames", n)
	}
	for cue, line := range c.lead.words {
		if first, ok := c.opener.words[cue]; ok {
			t.Errorf("cues.txt:%d: %q opens an article, and at cues.txt:%d it does not", line, cue, first)
		}
	}
}

func TestCueErrorsNameFileAndLine(t *testing.T) {
	for in, want := range map[string]string{
		"# c\n近日\n":              `c.txt:2: "近日" stands before the first [section]`,
		"[leed]\n近日\n":           `c.txt:1: there is no section [leed]`,
		"[lead]\n近日\n\n日前\n近日\n": `c.txt:5: "近日" already defined at c.txt:2`,
		"[lead]\n近日 \n":          `c.txt:2: "近日 " has white space around it`,
		"[lead]\n近日\n":           `is missing or empty`,
	} {
		_, err := loadCues("c.txt", in, "s.txt", "王\n")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", in, err, want)
		}
	}
	if _, err := loadCues("cues.txt", cuesText, "s.txt", "王\n李\n王\n"); err == nil || err.Error() != `s.txt:3: "王" already defined at s.txt:1` {
		t.Errorf("surname twice: %v", err)
	}
}

func TestBylineNames(t *testing.T) {
	c := pageCues()
	for in, want := range map[string]string{
		"张三 李四":                 "张三 李四",
		"本报记者 张三 李四":            "张三 李四",
		"□ 记者 赵六":               "赵六",
		"(记者 王五)":               "王五",
		"文/图 孙小美":               "孙小美",
		"□ 本报记者 欧阳明月 文/图":       "欧阳明月",
		"本报通讯员 周晓东 王　磊":         "周晓东 王磊",
		"作者：钱伟":                 "钱伟",
		"新华社记者张三、李四":            "张三 李四",
		"本报记者 张三 北京报道":          "张三",
		"记者 阿依古丽·买买提":           "阿依古丽·买买提",
		"本报记者 吴越 本报通讯员 郑爽 摄影报道": "吴越 郑爽",
		"人才引进加快":                "",
		"创新 发展":                 "",
		"记者手记":                  "",
		"园区新增企业69家":             "",
		"":                      "",
		"张三 高新区新增企业69家":         "",
	} {
		names, _ := c.bylineNames(in)
		if got := strings.Join(names, " "); got != want {
			t.Errorf("bylineNames(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLeadNames(t *testing.T) {
	c := pageCues()
	for in, want := range map[string]string{
		"本报讯(记者 张三)在近日召开的会上":             "张三",
		"本报讯（记者李四 通讯员 王五）近日，":            "李四 王五",
		"新华社北京1月2日电（记者张三、李四）记者2日获悉":      "张三 李四",
		"本报讯 记者张三 通讯员李四报道：近日，园区开工":       "张三 李四",
		"本报讯 近日，园区开工。":                   "",
		"园区（记者站旧址）位于江北，":                 "",
		"本报记者从管委会获悉，":                    "",
		"近日，江北产业园（江北）举行推介会（记者 张三）的后续活动。": "张三",
	} {
		if got := strings.Join(c.leadNames(in), " "); got != want {
			t.Errorf("leadNames(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestReportHead(t *testing.T) {
	c := pageCues()
	for in, want := range map[string]string{
		"本报讯 近日，":          "本报讯",
		"本报讯(记者 张三)":       "本报讯",
		"新华社北京1月2日电（记者张三）": "新华社北京1月2日电",
		"江海晚报讯 ":           "江海晚报讯",
		"本台消息：国家":          "本台消息",
		"据中央气象台消息，受冷空气影响":  "",
		"企业用电，同比增长":        "",
		"通讯 设备":            "",
		"资讯：":              "",
	} {
		if got := in[:c.reportHead(in)]; got != want {
			t.Errorf("reportHead(%q) = %q, want %q", in, got, want)
		}
	}
}
