package extract

// sections is the word lists of a rule file by the names of their sections. Rules ask
// for them at every word, by names that are constants: a glance at a few letters mostly
// tells which list is meant.
type sections struct {
	all   map[string]*phrases[string]
	slots [1 << 8]section
}

type section struct {
	name  string
	words *phrases[string]
}

func newSections(all map[string]*phrases[string]) *sections {
	s := &sections{all: all}
	for name, words := range all {
		*s.slot(name) = section{name, words} // one of those that share a slot
	}
	return s
}

func (s *sections) slot(name string) *section {
	n := uint(len(name))
	hash := uint(name[0]) + 7*uint(name[n/2]) + 31*uint(name[n-1]) + 101*n
	return &s.slots[hash%uint(len(s.slots))]
}

// of returns the words of a section.
func (s *sections) of(name string) *phrases[string] {
	if slot := s.slot(name); slot.name == name {
		return slot.words
	}
	return s.all[name]
}
