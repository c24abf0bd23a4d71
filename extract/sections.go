package extract

import "math/bits"

// sections is the word lists of a rule file by the names of their sections. Rules ask
// for them at every word, by names that are constants: a glance at a few letters mostly
// tells which list is meant. It is a hash table that is never more than half full.
type sections []section

type section struct {
	name  string
	words *phrases[string]
}

func newSections(all map[string]*phrases[string]) sections {
	s := make(sections, 1<<bits.Len(uint(2*len(all))))
	for name, words := range all {
		*s.slot(name) = section{name, words}
	}
	return s
}

// slot returns the slot of a section, or the free one where it would be.
func (s sections) slot(name string) *section {
	n := uint(len(name))
	i := uint(name[0]) + 7*uint(name[n/2]) + 31*uint(name[n-1]) + 101*n
	for {
		slot := &s[i&uint(len(s)-1)]
		if slot.name == name || slot.words == nil {
			return slot
		}
		i++
	}
}

// of returns the words of a section, nil for one that there is not.
func (s sections) of(name string) *phrases[string] { return s.slot(name).words }
