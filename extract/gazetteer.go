package extract

import (
	"embed"
	"fmt"
	"io"
	"strconv"
	"strings"

	"newsift/extract/internal/names"
)

//go:generate go run ./internal/names/genindex rules

//go:embed rules/names/*.txt rules/not-names.txt
var nameFiles embed.FS

//go:embed rules/names.idx
var nameIndex string

// name is one entry of a dictionary. A name of two meanings has two entries, of
// which at most one is not guarded.
type name struct {
	text string // half width, see names.FoldRune
	full string // the fullest form known; text when there is none fuller
	// typ and subtype are those of Entity, or names.Place and one of province,
	// city, county, or names.None for a phrase that only ends like a name.
	typ, subtype string
	guarded      bool   // also an everyday word, place or person: needs evidence
	rule         string // file:line
}

// nameID stands for an entry of a gazetteer; those of the user's names are below 0.
type nameID int

func (id nameID) own() bool { return id < 0 }

// gazetteer looks up the names of the dictionaries where they lie: nothing is
// read before a text holds it. It is safe for concurrent use.
type gazetteer struct {
	index *names.Index
	files []io.ReaderAt // by position in index.Files
	own   *ownNames     // of the user, nil for none
}

// openGazetteer returns the built-in dictionaries, with the names of the user if
// there are any. It fails when the index was
// not made of the files that are there.
func openGazetteer(own *ownNames) (*gazetteer, error) {
	index, err := names.OpenIndex(nameIndex)
	if err != nil {
		return nil, fmt.Errorf("names.idx: %w", err)
	}
	g := &gazetteer{index: index, files: make([]io.ReaderAt, len(index.Files)), own: own}
	for i, f := range index.Files {
		file, err := nameFiles.Open("rules/" + f.Path)
		if err != nil {
			return nil, fmt.Errorf("names.idx: %w: run \"go generate ./...\"", err)
		}
		info, err := file.Stat()
		if err != nil {
			return nil, err
		}
		if info.Size() != int64(f.Size) {
			return nil, fmt.Errorf("names.idx: %s has changed: run \"go generate ./...\"", f.Path)
		}
		g.files[i] = file.(io.ReaderAt) // as package embed promises
	}
	return g, nil
}

// prefixes calls yield with each entry whose name text begins with, and where in
// text (in bytes) it ends, shortest name first, until yield returns false.
// Full-width letters, digits and brackets in text are the same as half-width
// ones. Of the entries of one name the one without guard comes first. It does
// not allocate.
//
// A name of the user stands for all entries of that name in the dictionaries.
func (g *gazetteer) prefixes(text string, yield func(end int, id nameID) bool) {
	if !g.ownMayBegin(text) {
		g.index.Prefixes(text, func(end, record int) bool { return yield(end, nameID(record)) })
		return
	}
	g.merge(text, yield)
}

// ownMayBegin reports whether text may begin with a name of the user.
func (g *gazetteer) ownMayBegin(text string) bool {
	return g.own != nil && g.own.mayBegin(text)
}

// merge is prefixes where the user has names.
func (g *gazetteer) merge(text string, yield func(end int, id nameID) bool) {
	var buf [8]ownHit
	own := g.own.prefixes(buf[:0], text)
	covered, going := 0, true
	g.index.Prefixes(text, func(end, record int) bool {
		for ; going && len(own) > 0 && own[0].end <= end; own = own[1:] {
			covered, going = own[0].end, yield(own[0].end, own[0].id)
		}
		if going && covered != end {
			going = yield(end, nameID(record))
		}
		return going
	})
	for ; going && len(own) > 0; own = own[1:] {
		going = yield(own[0].end, own[0].id)
	}
}

// kind returns what can be said of an entry without reading it: its type and
// subtype, and whether it is guarded.
func (g *gazetteer) kind(id nameID) (typ, subtype string, guarded bool) {
	if id.own() {
		return g.own.kind(id)
	}
	r := g.index.Record(int(id))
	return r.Kind.Type, r.Kind.Subtype, r.Guarded
}

// name reads an entry.
func (g *gazetteer) name(id nameID) name {
	if id.own() {
		return g.own.name(id)
	}
	r := g.index.Record(int(id))
	file := g.index.Files[r.File]
	columns := strings.SplitN(g.line(r.File, r.Offset), "\t", 3)
	n := name{
		text:    columns[0],
		full:    columns[0],
		typ:     r.Kind.Type,
		subtype: r.Kind.Subtype,
		guarded: r.Guarded,
		rule:    file.Path + ":" + strconv.Itoa(r.Line),
	}
	if len(columns) > 1 && columns[1] != "" {
		n.full = columns[1]
	}
	return n
}

// line returns the line of a file that starts at offset.
func (g *gazetteer) line(file, offset int) string {
	for size := 256; ; size *= 2 {
		buf := make([]byte, size)
		n, err := g.files[file].ReadAt(buf, int64(offset))
		line, _, whole := strings.Cut(string(buf[:n]), "\n")
		if whole || err != nil {
			return line
		}
	}
}
