package names

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"newsift/segment"
)

// Index finds the entries of dictionaries by their names without having read
// them. It is a view of the string that BuildIndex made:
//
//	header   magic, then three uint32: number of files, of records, bytes of trie
//	files    by file: a uint32 each for its size in bytes and the length of its
//	         path, and the path
//	records  8 bytes by entry, sorted by name, see Record
//	trie     segment.Trie from a name to the number of its first record
//
// All integers are little-endian. An Index is safe for concurrent use.
type Index struct {
	Files   []File
	records string
	trie    *segment.Trie
}

// File is a dictionary that an index was made of.
type File struct {
	Path string // as rows name it, such as names/media.txt
	Size int    // in bytes
}

// Record says where an entry is and what must be known to pass over it.
type Record struct {
	File    int // position in Index.Files
	Line    int // 1-based
	Offset  int // of the line, in bytes
	Kind    Kind
	Guarded bool
}

const (
	indexMagic = "names1\n\x00"
	headerSize = len(indexMagic) + 3*4

	// A record is a uint32 for Offset, a uint16 for Line, a byte for File and
	// one for the position of Kind, with two flags: that it is guarded, and that
	// it is the last of its name.
	recordSize  = 8
	flagGuarded = 1 << 6
	flagLast    = 1 << 7
)

var errIndex = errors.New("not an index of names, or one cut short")

// OpenIndex returns a view of the index in data. It fails on anything whose
// header does not fit its length.
func OpenIndex(data string) (*Index, error) {
	if len(data) < headerSize || data[:len(indexMagic)] != indexMagic {
		return nil, errIndex
	}
	files, records, trie := u32(data, 8), u32(data, 12), u32(data, 16)
	x := &Index{}
	rest := data[headerSize:]
	for range files {
		if len(rest) < 8 || len(rest)-8 < u32(rest, 4) {
			return nil, errIndex
		}
		end := 8 + u32(rest, 4)
		x.Files = append(x.Files, File{Path: rest[8:end], Size: u32(rest, 0)})
		rest = rest[end:]
	}
	if len(rest) != recordSize*records+trie {
		return nil, errIndex
	}
	x.records = rest[:recordSize*records]
	var err error
	x.trie, err = segment.OpenTrie(rest[recordSize*records:])
	return x, err
}

func u32(s string, i int) int {
	return int(uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24)
}

// Prefixes calls yield with the end (in bytes) and the number of each entry
// whose name text begins with once it is folded, shortest name first, until
// yield returns false. Entries of one name follow each other: the one without
// guard, if there is one, comes first.
func (x *Index) Prefixes(text string, yield func(end, record int) bool) {
	x.trie.PrefixesFold(text, FoldRune, func(end int, first uint32) bool { return x.each(end, first, yield) })
}

// PrefixesFrom is Prefixes for a text that goes on from where Lead has led, for the names
// that are longer than that and for how they go on.
func (x *Index) PrefixesFrom(at segment.Node, text string, yield func(end, record int) bool) {
	x.trie.PrefixesFoldFrom(at, text, FoldRune, func(end int, first uint32) bool { return x.each(end, first, yield) })
}

// each calls yield with the entries of one name, the number of the first of which is
// given.
func (x *Index) each(end int, first uint32, yield func(end, record int) bool) bool {
	for i := int(first); i < x.Len(); i++ {
		if !yield(end, i) {
			return false
		}
		if x.records[recordSize*i+7]&flagLast != 0 {
			break
		}
	}
	return true
}

// Lead returns the place in x that text leads to once it is folded; ok is false when no
// name begins so.
func (x *Index) Lead(text string) (at segment.Node, ok bool) { return x.trie.LeadFold(text, FoldRune) }

// Len returns the number of records.
func (x *Index) Len() int { return len(x.records) / recordSize }

// Record returns record i.
func (x *Index) Record(i int) Record {
	s := x.records[recordSize*i : recordSize*(i+1)]
	r := Record{
		Offset:  u32(s, 0),
		Line:    int(s[4]) | int(s[5])<<8,
		File:    int(s[6]),
		Guarded: s[7]&flagGuarded != 0,
	}
	if k := int(s[7] & (flagGuarded - 1)); k < len(kinds) {
		r.Kind = kinds[k]
	}
	return r
}

// BuildIndex lays out the index of dictionaries for OpenIndex: entries[i] are
// those of files[i]. The same input gives the same bytes. It fails when two
// entries of one name contradict each other: only one of them may be without a
// guard, and a phrase of type None has no other meaning.
func BuildIndex(files []File, entries [][]Entry) ([]byte, error) {
	all, err := sortEntries(files, entries)
	if err != nil {
		return nil, err
	}
	var words []string
	var firsts []uint32
	var records []byte
	for i, e := range all {
		if i == 0 || e.Name != all[i-1].Name {
			words, firsts = append(words, e.Name), append(firsts, uint32(i))
		}
		flags := byte(slices.Index(kinds[:], e.Kind))
		if e.Guarded {
			flags |= flagGuarded
		}
		if i+1 == len(all) || all[i+1].Name != e.Name {
			flags |= flagLast
		}
		records = binary.LittleEndian.AppendUint32(records, uint32(e.Offset))
		records = binary.LittleEndian.AppendUint16(records, uint16(e.Line))
		records = append(records, byte(e.file), flags)
	}
	trie, err := segment.BuildTrie(words, firsts)
	if err != nil {
		return nil, err
	}
	data := []byte(indexMagic)
	for _, n := range []int{len(files), len(all), len(trie)} {
		data = binary.LittleEndian.AppendUint32(data, uint32(n))
	}
	for _, f := range files {
		data = binary.LittleEndian.AppendUint32(data, uint32(f.Size))
		data = binary.LittleEndian.AppendUint32(data, uint32(len(f.Path)))
		data = append(data, f.Path...)
	}
	return slices.Concat(data, records, trie), nil
}

type filedEntry struct {
	Entry
	file int
}

// sortEntries puts the entries of all files in the order of the records.
func sortEntries(files []File, entries [][]Entry) ([]filedEntry, error) {
	if len(files) > math.MaxUint8 {
		return nil, fmt.Errorf("%d dictionaries are too many for an index", len(files))
	}
	var all []filedEntry
	for i, list := range entries {
		for _, e := range list {
			if e.Line > math.MaxUint16 {
				return nil, fmt.Errorf("%s:%d: too long for an index, split it", files[i].Path, e.Line)
			}
			all = append(all, filedEntry{e, i})
		}
	}
	slices.SortFunc(all, func(a, b filedEntry) int {
		guard := func(e filedEntry) int {
			if e.Guarded {
				return 1
			}
			return 0
		}
		return cmp.Or(
			strings.Compare(a.Name, b.Name),
			cmp.Compare(guard(a), guard(b)),
			cmp.Compare(a.file, b.file),
			cmp.Compare(a.Line, b.Line),
		)
	})
	return all, checkHomonyms(files, all)
}

// checkHomonyms returns an error with a line for each entry that contradicts an
// earlier one of the same name.
func checkHomonyms(files []File, all []filedEntry) error {
	var faults []error
	for i := 1; i < len(all); i++ {
		first, e := all[i-1], all[i]
		if first.Name != e.Name {
			continue
		}
		where := fmt.Sprintf("%s:%d: %q", files[e.file].Path, e.Line, e.Name)
		was := fmt.Sprintf("%s:%d", files[first.file].Path, first.Line)
		switch {
		case first.Kind.Type == None || e.Kind.Type == None:
			faults = append(faults, fmt.Errorf("%s is a name and, with %s, none", where, was))
		case !e.Guarded:
			faults = append(faults, fmt.Errorf("%s already defined at %s: one of the two needs the guard context", where, was))
		case first.Kind.Type == e.Kind.Type && first.Full == e.Full:
			faults = append(faults, fmt.Errorf("%s already defined at %s", where, was))
		}
	}
	return errors.Join(faults...)
}
