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
func (k *linking) speakerAt(i, from int) topic {
	s := &k.a.sentences[i]
	for _, m := range k.mentions[i] {
		if m.typ != "company" || m.span.Start < from || strings.TrimSpace(s.block.Text[from:m.span.Start]) != "" {
			continue
		}
		behind := s.block.Text[m.span.End:s.span.End]
		if at := strings.IndexAny(behind, ",，。：:“"); at >= 0 {
			behind = behind[:at]
		}
		if k.ends("reporting", behind) {
			return k.about(m, "ahead")
		}
	}
	return topic{}
}
