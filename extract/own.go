package extract

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"newsift/extract/internal/names"
	"newsift/segment"
)

// Options are what a user adds to the rules and dictionaries of newsift. Whatever
// they say wins over what is built in.
type Options struct {
	// Rules is a directory of rule files with the names of the built-in ones;
	// dictionaries stand in it as not-names.txt and names/*.txt. "" for none.
	Rules string
	// Names are files of names in the form of the dictionaries.
	Names []string
	// Abreast is for whoever has a core to spare: the articles of one document are
	// worked on side by side. What is found is the same.
	Abreast bool
}

// laid returns the rule files with those in directory dir laid over them, and the
// dictionaries that are there. dir may be empty.
func (o Options) laid() (files *ruleFiles, dictionaries []string, err error) {
	files = builtinRules()
	if o.Rules == "" {
		return files, nil, nil
	}
	files.dir, files.own = o.Rules, make(map[string]string)
	list, err := os.ReadDir(o.Rules)
	if err != nil {
		return nil, nil, fmt.Errorf("%w; name a directory of rule files", err)
	}
	for _, f := range list {
		path := filepath.Join(o.Rules, f.Name())
		_, rules := files.builtin[f.Name()]
		switch {
		case rules:
			if files.own[f.Name()], err = readText(path); err != nil {
				return nil, nil, err
			}
		case f.Name() == "not-names.txt":
			dictionaries = append(dictionaries, path)
		case f.Name() == "names" && f.IsDir():
			more, err := filepath.Glob(filepath.Join(path, "*.txt")) // sorted
			if err != nil {
				return nil, nil, err
			}
			dictionaries = append(dictionaries, more...)
		case strings.HasSuffix(f.Name(), ".txt"):
			return nil, nil, fmt.Errorf("%s: no rule file has this name; there are %s, not-names.txt and names/*.txt", path, strings.Join(files.names(), ", "))
		}
	}
	return files, dictionaries, nil
}

// readText reads a file of rules or names as editors write them.
func readText(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !utf8.ValidString(text) {
		line := 1 + strings.Count(text[:firstBroken(text)], "\n")
		return "", fmt.Errorf("%s:%d: not UTF-8; save the file as UTF-8", path, line)
	}
	return text, nil
}

// firstBroken returns the offset of the first byte of text that is not UTF-8.
func firstBroken(text string) int {
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return len(text)
}

// ownNames are the names of a user. They are safe for concurrent use.
type ownNames struct {
	trie    *segment.Trie   // from a name to its first entry
	heads   pairSet         // the first two characters of every name
	entries [][]names.Entry // by file
	paths   []string        // of the files
	starts  []int           // by file: how many entries stand in the files before it
}

// ownHit is a name of the user at the head of a text.
type ownHit struct {
	end int // in bytes
	id  nameID
}

// readOwnNames reads dictionaries; of names that several hold the first wins.
// It returns all faults in one error, each with file and line, and nil when there
// is no name.
func readOwnNames(paths []string) (*ownNames, error) {
	o, n := new(ownNames), 0
	var faults []error
	for _, path := range paths {
		text, err := readText(path)
		if err != nil {
			return nil, err
		}
		list, err := names.Parse(path, names.Fold(text))
		faults = append(faults, err)
		o.entries, o.paths, o.starts = append(o.entries, list), append(o.paths, path), append(o.starts, n)
		n += len(list)
	}
	if err := errors.Join(faults...); err != nil || n == 0 {
		return nil, err
	}
	return o, o.index(n)
}

// index builds the trie of the n entries.
func (o *ownNames) index(n int) error {
	type numbered struct {
		name string
		i    uint32
	}
	all := make([]numbered, 0, n)
	for _, list := range o.entries {
		for k := range list {
			all = append(all, numbered{list[k].Name, uint32(len(all))})
		}
	}
	slices.SortFunc(all, func(a, b numbered) int { return cmp.Or(strings.Compare(a.name, b.name), cmp.Compare(a.i, b.i)) })
	all = slices.CompactFunc(all, func(a, b numbered) bool { return a.name == b.name })
	words, firsts := make([]string, len(all)), make([]uint32, len(all))
	for i, e := range all {
		words[i], firsts[i] = e.name, e.i
		o.heads.add(firstPair(e.name))
	}
	data, err := segment.BuildTrie(words, firsts)
	if err != nil {
		return err
	}
	o.trie, err = segment.OpenTrie(string(data))
	return err
}

// mayBegin reports whether text may begin with a name, or with one that goes on behind
// it. News is full of places where none can, and the trie need not be asked there.
func (o *ownNames) mayBegin(text string) bool {
	return o.heads.has(firstPair(text))
}

// firstPair returns the first two characters of text in the form of the dictionaries, 0
// where it has no more. No name is shorter.
func firstPair(text string) (one, two rune) {
	for i, r := range text {
		if i > 0 {
			return one, names.FoldRune(r)
		}
		one = names.FoldRune(r)
	}
	return one, 0
}

// pairSet is a set of pairs of characters, of which some share a place: it may hold
// more than were added.
type pairSet [1 << 16 / 64]uint64

func (s *pairSet) add(one, two rune) {
	i := s.place(one, two)
	s[i>>6] |= 1 << (i & 63)
}

func (s *pairSet) has(one, two rune) bool {
	i := s.place(one, two)
	return s[i>>6]&(1<<(i&63)) != 0
}

func (s *pairSet) place(one, two rune) uint16 {
	const golden = 0x9E3779B1 // spreads neighbours
	return uint16((uint32(one)<<16 ^ uint32(one)>>16 ^ uint32(two)) * golden >> 16)
}

// prefixes appends to hits the names that text begins with, shortest first.
func (o *ownNames) prefixes(hits []ownHit, text string) []ownHit {
	o.trie.PrefixesFold(text, names.FoldRune, func(end int, i uint32) bool {
		hits = append(hits, ownHit{end, nameID(^int(i))})
		return true
	})
	return hits
}

// entry returns an entry and the path of its file.
func (o *ownNames) entry(id nameID) (e *names.Entry, path string) {
	i := ^int(id)
	f := sort.SearchInts(o.starts, i+1) - 1
	return &o.entries[f][i-o.starts[f]], o.paths[f]
}

// kind returns the type and subtype of an entry, and whether it is guarded.
func (o *ownNames) kind(id nameID) (typ, subtype string, guarded bool) {
	e, _ := o.entry(id)
	return e.Kind.Type, e.Kind.Subtype, e.Guarded
}

// name returns an entry.
func (o *ownNames) name(id nameID) name {
	e, path := o.entry(id)
	return name{
		text: e.Name, full: cmp.Or(e.Full, e.Name), typ: e.Kind.Type, subtype: e.Kind.Subtype,
		guarded: e.Guarded, rule: path + ":" + strconv.Itoa(e.Line),
	}
}

// An edge of a name of the user that is at least so long need not be one of a
// word: gse cannot know the words of names that it has not.
const (
	minOneEdge = 3 * 3 // bytes; one edge is enough
	minNoEdge  = 4 * 3
)

// ownNames proposes the names of the user that stand in v, and as type None the
// phrases that are no names.
func (p *page) ownNames(v *view) {
	own := p.f.names.own
	if own == nil {
		return
	}
	var buf [8]ownHit
	for i := range v.text[v.span.Start:v.span.End] {
		start := v.span.Start + i
		if !own.mayBegin(v.text[start:v.span.End]) {
			continue
		}
		hits := own.prefixes(buf[:0], v.text[start:v.span.End])
		for len(hits) > 0 && !v.holdsOwn(start, hits[len(hits)-1].end) {
			hits = hits[:len(hits)-1]
		}
		if len(hits) == 0 {
			continue
		}
		last := hits[len(hits)-1]
		if typ, _, _ := own.kind(last.id); typ != names.Place {
			p.addName(v, start, last.end, last.id)
		}
	}
}

// holdsOwn reports whether a name of n bytes may stand at start. No Latin letters
// or digits may go on beside it.
func (v *view) holdsOwn(start, n int) bool {
	end := start + n
	if start > v.span.Start && alnum(v.text[start-1]) && alnum(v.text[start]) || end < v.span.End && alnum(v.text[end-1]) && alnum(v.text[end]) {
		return false
	}
	edges := 0
	if v.next(start) != nil {
		edges++
	}
	if v.endsWord(end) {
		edges++
	}
	return edges == 2 || n >= minNoEdge || edges == 1 && n >= minOneEdge
}
