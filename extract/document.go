package extract

import (
	"strings"

	"newsift/segment"
)

// titleAt returns the title between 《 and 》 whose words begin at byte i, the word for a plan, a
// set of measures or the like that it ends in, and where the closing mark ends; kind is empty when
// there is none before byte end.
func (v *passage) titleAt(i, end int) (title, kind string, shut int) {
	text := v.s.block.Text
	if !strings.HasSuffix(text[:i], "《") || i >= end {
		return "", "", i
	}
	n := strings.Index(text[i:end], "》")
	if n <= 0 {
		return "", "", i
	}
	title = text[i : i+n]
	kind, _, _ = v.lists.of("document").suffix(unbracketed(title))
	return title, kind, i + n + len("》")
}

// unbracketed returns title without the bracket that it ends in (行动方案|(2022—2024年)).
func unbracketed(title string) string {
	if open := strings.LastIndexAny(title, "（("); open > 0 {
		return title[:open]
	}
	return title
}

// rememberDocuments keeps the titles of the plans, measures and the like that clause c names, by the
// word that they end in.
func (v *passage) rememberDocuments(c segment.Span) {
	text := v.s.block.Text
	for i := c.Start; ; {
		open := strings.Index(text[i:c.End], "《")
		if open < 0 {
			return
		}
		i += open + len("《")
		title, kind, _ := v.titleAt(i, c.End)
		if kind != "" && !strings.HasSuffix(unbracketed(v.documents[kind]), title) {
			v.documents[kind] = title // but 《实施方案》 is the one whose title was given in full
		}
	}
}

// document returns the plan, the set of measures or the like that clause c tells something of, when its
// title or a word for it begins with t (《若干措施》|从5个方面…, 该方案|谋划26个项目), by the fullest title that
// the text has. What one only puts forward for others is not told of it (《规划》|提出,…).
func (v *passage) document(t segment.Token, c segment.Span) (topic, bool) {
	text := v.s.block.Text[:c.End]
	title, kind, end := v.titleAt(t.Start, c.End)
	if rest, this := strings.CutPrefix(text[t.Start:], "该"); this {
		kind, _, _ = v.lists.of("document").prefix(rest)
		end = t.Start + len("该") + len(kind)
	}
	if kind == "" || !v.boundary(end) {
		return topic{}, false
	}
	if full := v.documents[kind]; title == "" || strings.HasSuffix(unbracketed(full), title) {
		title = full
	}
	if aims, ok := after(text, end, "提出到", "提出至"); ok && aims < c.End || v.tokenAt(end).End == c.End || v.ends("when", text[c.Start:]) || strings.HasSuffix(text, "以来") {
		return topic{}, false // 提出,… 提出到2030年… 实施以来,…
	}
	_, sets := after(text, end, "从", "围绕", "共", "系统", "主要")
	return topic{text: title, link: "opener", group: true}, title != "" && (sets || v.acts(end, c.End))
}
