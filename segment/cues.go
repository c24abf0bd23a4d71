package segment

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed cues.txt
var cuesText string

//go:embed surnames.txt
var surnamesText string

// cues are the words by which the parts of a page are told from one another:
// the sections of cues.txt, where each is explained, and the surnames.
type cues struct {
	source, picture, staff, note, pictureEnd, caption, bullet, masthead cueSet
	role, bylineWord, end, outlet, report                               cueSet
	lead, weakLead, opener, dangling, surname                           cueSet
}

// pageCues are the built-in cues. The files are part of the program and linted
// by its tests, so a fault in them cannot reach a user.
var pageCues = sync.OnceValue(func() *cues {
	c, err := loadCues("cues.txt", cuesText, "surnames.txt", surnamesText)
	if err != nil {
		panic(err)
	}
	return c
})

// Prepare loads what Documents and Parse need. The first of them does it otherwise, while
// whoever called it waits.
func Prepare() { pageCues() }

// loadCues reads the text of a cue file and of a file of surnames. An error
// names the file and line.
func loadCues(cueFile, cueText, surnameFile, surnameText string) (*cues, error) {
	c := new(cues)
	sections := map[string]*cueSet{
		"source": &c.source, "picture": &c.picture, "staff": &c.staff, "picture-end": &c.pictureEnd,
		"note": &c.note, "caption": &c.caption, "bullet": &c.bullet, "masthead": &c.masthead, "role": &c.role, "byline-word": &c.bylineWord,
		"end": &c.end, "outlet": &c.outlet, "report": &c.report, "lead": &c.lead, "weak-lead": &c.weakLead,
		"opener": &c.opener, "dangling": &c.dangling,
	}
	if err := readCues(cueFile, cueText, sections, nil); err != nil {
		return nil, err
	}
	for name, set := range sections {
		if len(set.words) == 0 {
			return nil, fmt.Errorf("%s: section [%s] is missing or empty", cueFile, name)
		}
	}
	return c, readCues(surnameFile, surnameText, nil, &c.surname)
}

// readCues reads one cue a line into the section it stands under, or into set
// before the first section.
func readCues(file, text string, sections map[string]*cueSet, set *cueSet) error {
	no := 0
	for line := range strings.Lines(text) {
		no++
		cue := strings.TrimSuffix(line, "\n")
		switch {
		case cue == "" || cue[0] == '#':
			continue
		case strings.TrimSpace(cue) != cue:
			return fmt.Errorf("%s:%d: %q has white space around it", file, no, cue)
		case cue[0] == '[':
			name := strings.Trim(cue, "[]")
			if set = sections[name]; set == nil {
				return fmt.Errorf("%s:%d: there is no section [%s]", file, no, name)
			}
			continue
		case set == nil:
			return fmt.Errorf("%s:%d: %q stands before the first [section]", file, no, cue)
		}
		if first, ok := set.words[cue]; ok {
			return fmt.Errorf("%s:%d: %q already defined at %s:%d", file, no, cue, file, first)
		}
		set.add(cue, no)
	}
	for _, s := range sections {
		s.index()
	}
	if set != nil {
		set.index()
	}
	return nil
}

// A cueSet is a set of words that a text can start or end with.
type cueSet struct {
	words   map[string]int // the line each is defined on
	byFirst map[rune][]string
	byLast  map[rune][]string
	first   runeFilter // of the keys of byFirst
	last    runeFilter // of the keys of byLast
}

func (s *cueSet) add(word string, line int) {
	if s.words == nil {
		s.words = make(map[string]int)
		s.byFirst = make(map[rune][]string)
		s.byLast = make(map[rune][]string)
	}
	s.words[word] = line
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	s.byFirst[first] = append(s.byFirst[first], word)
	s.byLast[last] = append(s.byLast[last], word)
	s.first.add(first)
	s.last.add(last)
}

// index puts longer words before shorter ones, so that the first that fits is
// the longest.
func (s *cueSet) index() {
	for _, m := range [...]map[rune][]string{s.byFirst, s.byLast} {
		for _, words := range m {
			slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
		}
	}
}

// has reports whether word is in the set.
func (s *cueSet) has(word string) bool {
	_, ok := s.words[word]
	return ok
}

// prefix returns the longest word of the set that text starts with, or "".
func (s *cueSet) prefix(text string) string {
	r, _ := utf8.DecodeRuneInString(text)
	if !s.first.maybe(r) {
		return ""
	}
	for _, w := range s.byFirst[r] {
		if strings.HasPrefix(text, w) {
			return w
		}
	}
	return ""
}

// suffix returns the longest word of the set that text ends with, or "".
func (s *cueSet) suffix(text string) string {
	r, _ := utf8.DecodeLastRuneInString(text)
	if !s.last.maybe(r) {
		return ""
	}
	for _, w := range s.byLast[r] {
		if strings.HasSuffix(text, w) {
			return w
		}
	}
	return ""
}

// lastEnd returns where the last of the words in text ends that are longer than one
// character, -1 when there is none.
func (s *cueSet) lastEnd(text string) int {
	end := -1
	for i, r := range text {
		if !s.first.maybe(r) {
			continue
		}
		for _, w := range s.byFirst[r] {
			if len(w) > utf8.RuneLen(r) && strings.HasPrefix(text[i:], w) {
				end = max(end, i+len(w))
			}
		}
	}
	return end
}
