package extract

import "strings"

// speaker returns the company of the one whose words the sentence, a quotation in which we
// speak, reports: it is named behind the closing sign, there or at the head of the next
// sentence (“我们去年增产两成。”|科大讯飞副总裁李明说).
func (v *passage) speaker() topic {
	text := v.s.block.Text
	if !strings.HasPrefix(v.s.text(), "“") || !v.firstPerson() {
		return topic{}
	}
	if shut := strings.LastIndex(v.s.text(), "”"); shut+len("”") < v.s.span.Len() {
		return v.speakerAt(v.i, v.s.span.Start+max(shut, 0)+len("”"))
	}
	if next := v.i + 1; next < len(v.a.sentences) && v.a.sentences[next].block == v.s.block && strings.HasSuffix(strings.TrimSpace(text[:v.a.sentences[next].span.Start]), "”") {
		return v.speakerAt(next, v.a.sentences[next].span.Start)
	}
	return topic{}
}

// firstPerson reports whether somebody speaks of their company in the sentence.
func (v *passage) firstPerson() bool {
	for _, t := range v.s.tokens {
		if v.opens("ourselves", t.Start) {
			return true
		}
	}
	return false
}

// speakerAt returns the company at byte from of sentence i when somebody of it says
// something there.
func (v *passage) speakerAt(i, from int) topic {
	s := &v.a.sentences[i]
	for _, m := range v.mentions[i] {
		if m.typ != "company" || m.span.Start < from || strings.TrimSpace(s.block.Text[from:m.span.Start]) != "" {
			continue
		}
		if v.reports(s.block.Text[m.span.End:s.span.End]) {
			return v.about(m, "ahead")
		}
	}
	if word, class, ok := v.anaphors.prefix(s.block.Text[from:s.span.End]); ok && (class == "company" || class == "own company") && v.reports(s.block.Text[from+len(word):s.span.End]) {
		return v.referent(class).by("ahead") // 公司副总经理李明说
	}
	return topic{}
}

// reports reports whether the clause that text begins with says that somebody says something.
func (l *linker) reports(text string) bool {
	if at := strings.IndexAny(text, ",，。：:“"); at >= 0 {
		text = text[:at]
	}
	return l.says(text)
}

// says reports whether a clause ends in a verb of saying, or with that something was told to a reporter
// (告诉|本报记者).
func (l *linker) says(clause string) bool {
	_, whom, told := strings.Cut(clause, "告诉")
	return l.ends("reporting", clause) || told && len(whom) <= len("《某某某某某某日报》记者") && (strings.HasSuffix(whom, "记者") || strings.HasSuffix(whom, "笔者"))
}
