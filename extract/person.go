package extract

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"newsift/segment"
)

// person returns the name of the person that stands at byte i, or "".
func (v *passage) person(i int) string {
	k := v.tokenIndex(i)
	if k >= len(v.s.tokens) || v.s.tokens[k].Start != i {
		return ""
	}
	if name := cmp.Or(v.surnamed(k), v.familiar(i)); name != "" {
		return name
	}
	return v.recurring(k)
}

// familiar returns 老 or 小 with the surname that stands behind it at byte i when the
// article keeps calling somebody so (老宋), or "".
func (v *passage) familiar(i int) string {
	const size = len("老宋")
	text := v.s.block.Text[i:v.s.span.End]
	if len(text) < size || !strings.HasPrefix(text, "老") && !strings.HasPrefix(text, "小") {
		return ""
	}
	name := text[:size]
	if v.people.cues[name[len("老"):]]&cueSurname == 0 || !v.boundary(i+size) || v.uses(name) < namedTwice {
		return ""
	}
	return name
}

// surnamedAt is surnamed for the token that starts at byte i, if one does.
func (v *passage) surnamedAt(i int) string {
	if k := v.tokenIndex(i); k < len(v.s.tokens) && v.s.tokens[k].Start == i {
		return v.surnamed(k)
	}
	return ""
}

// surnamed returns the name that starts with token k when gse knows its first
// character as a surname. It cuts most names into characters.
func (v *passage) surnamed(k int) string {
	const long = len("三个字")
	tokens, text := v.s.tokens, v.s.block.Text
	i := tokens[k].Start
	known := tokens[k].POS == "nr" || tokens[k].POS == "nrfg" || tokens[k].POS == "zg" && k+1 < len(tokens) && tokens[k+1].Start == tokens[k].End && tokens[k+1].POS == "nr" // 刘|萍
	if !known || v.people.cues[firstChar(text[i:])]&cueSurname == 0 {
		return ""
	}
	end := tokens[k].End
	if tokens[k].POS == "nrfg" {
		return text[i:end] // the whole name of somebody famous
	}
	for k++; k < len(tokens) && end-i < long; k++ {
		t := tokens[k]
		if end-i > len("字") && (t.POS == "d" || text[t.Start:t.End] == "未") {
			break // 孟凯|未
		}
		if t.POS == "nr" && t.Len() == len("两字") && end-i == len("字") {
			end = t.End // 闫|大鹏
			break
		}
		if t.Len() != len("字") || strings.HasPrefix(t.POS, "v") || strings.HasPrefix(t.POS, "x") || t.POS == "uj" {
			break
		}
		end = t.End
	}
	if _, town := v.villages[text[i:end]]; town || end-i < len("两字") || v.ends("size", text[i:end]) || v.is("nominal", text[i:end]) {
		return "" // 贡献率 and 沙溪 of 沙溪镇: no person to us
	}
	if next := i + long; end == i+len("两字") && next < v.s.span.End && !v.boundary(next) {
		if after, _ := utf8.DecodeRuneInString(text[next:]); strings.ContainsRune("共均也已还曾未将仍都就又", after) && v.uses(text[i:next]) >= namedTwice {
			end = next // 邱茂国|共: gse takes 国共 for a word
		}
	}
	return text[i:end]
}

// introduced returns the name of three characters that starts with token k, a surname,
// right behind what the person is called, where gse takes the rest for another word
// (职工|曹|贵德), or "".
func (v *passage) introduced(k int) string {
	tokens, text := v.s.tokens, v.s.block.Text
	if k+1 >= len(tokens) || !v.ends("role", text[v.s.span.Start:tokens[k].Start]) {
		return ""
	}
	t, rest := tokens[k], tokens[k+1]
	if t.POS != "nr" || v.people.cues[text[t.Start:t.End]]&cueSurname == 0 || rest.Start != t.End || rest.Len() != len("两字") || !nounTag(rest.POS) || rest.POS == "x" {
		return ""
	}
	return text[t.Start:rest.End]
}

// How often an article must hold a string of characters that make no words to one
// another before it counts as the name of a person: one that begins with a surname
// or stands behind what somebody is called (牧民|加羊多杰), and any other.
const (
	namedTwice = 2
	namedOften = 3
)

// recurring returns the name of three to five characters that starts with token k,
// which gse does not know and the article repeats, or "".
func (v *passage) recurring(k int) string {
	const short, long = 3, 5
	tokens, text := v.s.tokens, v.s.block.Text
	i := tokens[k].Start
	need := namedOften
	if tokens[k].Len() == len("字") && v.people.cues[text[i:tokens[k].End]]&cueSurname != 0 || v.ends("role", text[v.s.span.Start:i]) {
		need = namedTwice
	}
	best := ""
	for ; k < len(tokens); k++ {
		t := tokens[k]
		word := text[t.Start:t.End]
		if t.Len() != len("字") && (t.Len() != len("两字") || !strings.HasPrefix(t.POS, "nr")) || t.POS == "x" || t.POS == "uj" ||
			best != "" && v.people.cues[word]&cueFunction != 0 {
			break
		}
		name := text[i:t.End]
		switch n := utf8.RuneCountInString(name); {
		case n > long || n > short && need == namedTwice && best != "" && v.people.cues[firstChar(name)]&cueSurname != 0:
			return best
		case n >= short && v.uses(name) >= need:
			best = name
		}
	}
	return best
}

// called returns the person whose name clause c gives behind 叫 at byte i, and where
// the name ends.
func (v *passage) called(i int, c segment.Span) (name string, end int) {
	start, ok := after(v.s.block.Text[:c.End], i, "名叫", "叫做", "叫", "就是")
	if !ok {
		return "", 0
	}
	if start+len("两字") <= c.End && c.End <= start+len("五个字的名") {
		return v.s.block.Text[start:c.End], c.End
	}
	return "", 0
}

// entourage returns the end of the word for those around a person whose name ends at
// byte i (雷嘉宾|团队, 谭登周|老两口), or i.
func (v *passage) entourage(i int) int {
	word, _, _ := v.lists.of("entourage").prefix(v.s.block.Text[i:v.s.span.End])
	return i + len(word)
}

// titledAt returns the name of the person that stands at byte i, by itself or behind what
// the person is called (女军医|江晓静), and where the name starts.
func (v *passage) titledAt(i int) (name string, start int) {
	for k := v.tokenIndex(i); k < len(v.s.tokens); k++ {
		t := v.s.tokens[k]
		if t.Start < i {
			break // i is inside a word
		}
		if t.Start == i || v.ends("role", v.s.block.Text[i:t.Start]) {
			if name := cmp.Or(v.person(t.Start), v.introduced(k)); name != "" {
				return name, t.Start
			}
		}
		if !nounTag(t.POS) && t.POS != "b" || t.POS == "x" {
			break
		}
	}
	return "", i
}

// roled returns the name of the person that clause text from token k on begins with,
// by itself or behind what that is called (党员|加羊多杰), and lets act, and where
// it ends.
func (v *passage) roled(k, end int) (name string, after int) {
	start := v.s.tokens[k].Start
	for ; k < len(v.s.tokens) && v.s.tokens[k].Start < end; k++ {
		t := v.s.tokens[k]
		if t.Start == start || v.ends("role", v.s.block.Text[start:t.Start]) {
			if name := cmp.Or(v.person(t.Start), v.introduced(k)); name != "" && (v.actor(name, t.Start+len(name), end) || t.Start > start && t.Start+len(name) == end) {
				return name, t.Start + len(name) // also a clause of its own: 队员X,每次…
			}
		}
		if !nounTag(t.POS) && t.POS != "uj" && !strings.HasPrefix(t.POS, "m") && t.POS != "q" && t.POS != "b" {
			break
		}
	}
	return "", 0
}

// lastPerson returns the name of the person whom the clause of byte i names last in front of
// it, or "".
func (v *passage) lastPerson(i int) (name string) {
	for k := v.tokenIndex(v.clauseOf(i).Start); k < len(v.s.tokens) && v.s.tokens[k].End <= i; k++ {
		if found := v.person(v.s.tokens[k].Start); found != "" && v.s.tokens[k].Start+len(found) <= i {
			name = found
		}
	}
	return name
}

// ageAt reports whether an age stands at byte i.
func (v *passage) ageAt(i int) bool {
	q, ok := v.quantityOver(i)
	return ok && q.kind == "age" && q.span.Start == i
}

// actor reports whether the person whose name ends at byte i acts there, with others
// or alone. Of one whom the article keeps naming everything is told (X行程9万公里).
func (v *passage) actor(name string, i, end int) bool {
	i = v.entourage(i)
	title, _, _ := v.lists.of("role").prefix(v.s.block.Text[i:v.s.span.End])
	i += len(title) // 习近平|总书记
	rest := v.s.block.Text[i:max(i, end)]
	if _, _, says := v.lists.of("reporting").prefix(rest); says || v.ends("reporting", rest) {
		return false
	}
	if v.acts(i, end) || v.ageAt(v.timeEnd(i)) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("和与被把将带为在", next) || next != '的' && v.uses(name) >= namedOften
}
