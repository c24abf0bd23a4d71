package extract

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"newsift/segment"
)

// goldDir holds pages with the rows that people marked on them.
const goldDir = "../testdata/gold"

// floors are the scores that the gold pages must reach; they are raised when a
// change earns it and never lowered.
var floors = map[string]float64{
	"entities": 0.97, // F1, type and text both right
	"claims":   0.99, // F1, text, value, value_max, unit, kind and bound all right
	"article":  1.00, // of matched rows
	"subject":  0.90, // of gold claims whose text was found
	"metric":   0.83,
	"change":   0.98,
	"period":   0.98,
}

// TestGoldPages scores the gold pages: rows are aligned in reading order, a cell
// of gold may hold alternatives between bars, and optional rows cost nothing.
func TestGoldPages(t *testing.T) {
	pages, err := filepath.Glob(goldDir + "/*.txt")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no gold pages in %s: %v", goldDir, err)
	}
	s := score{right: make(map[string]*share)}
	for _, page := range pages {
		stem := strings.TrimSuffix(page, ".txt")
		result := extractPage(t, page)
		s.entities(readGold(t, stem+".entities.tsv"), entityRows(result))
		s.claims(readGold(t, stem+".claims.tsv"), claimRows(result))
	}
	got := map[string]float64{"entities": s.entity.f1(), "claims": s.claim.f1()}
	for field, r := range s.right {
		got[field] = float64(r.right) / float64(r.of)
	}
	for what, floor := range floors {
		t.Logf("%-8s %.3f (floor %.2f)", what, got[what], floor)
		if got[what] < floor {
			t.Errorf("%s: %.3f is below the floor of %.2f", what, got[what], floor)
		}
	}
}

// goldRow is a row of gold or of the program, by column.
type goldRow map[string]string

func readGold(t *testing.T, path string) []goldRow {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(string(data)))
	r.Comma, r.Comment, r.LazyQuotes, r.FieldsPerRecord = '\t', '#', true, -1
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var rows []goldRow
	for _, line := range lines[1:] {
		row := make(goldRow)
		for i, cell := range line {
			row[lines[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func extractPage(t *testing.T, path string) *Result {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, _, err := segment.Decode(data, "auto")
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x.Extract(segment.Parse(path, text, true))
}

func entityRows(r *Result) (rows []goldRow) {
	for _, e := range r.Entities {
		rows = append(rows, goldRow{"article": fmt.Sprint(e.Article), "type": e.Type, "text": e.Text})
	}
	return rows
}

func claimRows(r *Result) (rows []goldRow) {
	for _, c := range r.Claims {
		switch c.Kind {
		case "number", "date", "time":
			continue
		}
		rows = append(rows, goldRow{
			"article": fmt.Sprint(c.Article), "kind": c.Kind, "text": c.Text, "value": c.Value, "value_max": c.ValueMax, "unit": c.Unit,
			"bound": c.Bound, "subject": c.Subject, "metric": c.Metric, "change": c.Change, "period": c.Period,
		})
	}
	return rows
}

// share counts the right ones among so many.
type share struct{ right, of int }

// tallied counts rows found, missed and extra.
type tallied struct{ found, extra, missed int }

func (t tallied) f1() float64 {
	return 2 * float64(t.found) / float64(2*t.found+t.extra+t.missed)
}

// score adds up over pages.
type score struct {
	entity, claim tallied
	right         map[string]*share
}

func (s *score) field(name string, ok bool) {
	if s.right[name] == nil {
		s.right[name] = new(share)
	}
	s.right[name].of++
	if ok {
		s.right[name].right++
	}
}

// agrees reports whether the program's cell is one of the alternatives of gold.
func agrees(gold, got goldRow, column string) bool {
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s)
	}
	for _, want := range strings.Split(gold[column], "|") {
		if squeeze(want) == squeeze(got[column]) {
			return true
		}
	}
	return false
}

func (s *score) entities(gold, got []goldRow) {
	typed := func(g, p goldRow) bool { return agrees(g, p, "type") }
	pairs := align(gold, got, typed)
	s.entity.add(gold, got, pairs, typed)
	for i, j := range pairs {
		s.field("article", agrees(gold[i], got[j], "article"))
	}
}

func (s *score) claims(gold, got []goldRow) {
	core := func(g, p goldRow) bool {
		for _, column := range []string{"value", "value_max", "unit", "kind", "bound"} {
			if !agrees(g, p, column) {
				return false
			}
		}
		return true
	}
	pairs := align(gold, got, core)
	s.claim.add(gold, got, pairs, core)
	for i, j := range pairs {
		if gold[i]["flag"] == "optional" {
			continue
		}
		for _, column := range []string{"article", "subject", "metric", "change", "period"} {
			s.field(column, agrees(gold[i], got[j], column))
		}
	}
}

func (t *tallied) add(gold, got []goldRow, pairs map[int]int, right func(g, p goldRow) bool) {
	taken := make(map[int]bool)
	for i, g := range gold {
		j, paired := pairs[i]
		switch {
		case g["flag"] == "optional":
			taken[j] = taken[j] || paired
		case paired && right(g, got[j]):
			t.found++
			taken[j] = true
		default:
			t.missed++
		}
	}
	for j := range got {
		if !taken[j] {
			t.extra++
		}
	}
}

// align pairs rows of the same text in reading order, as many as possible, and
// of equally many those of which most are right.
func align(gold, got []goldRow, right func(g, p goldRow) bool) map[int]int {
	weight := func(i, j int) int {
		switch {
		case !agrees(gold[i], got[j], "text"):
			return 0
		case right(gold[i], got[j]):
			return 1001
		}
		return 1000
	}
	best := make([][]int, len(gold)+1)
	for i := range best {
		best[i] = make([]int, len(got)+1)
	}
	for i := len(gold) - 1; i >= 0; i-- {
		for j := len(got) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if w := weight(i, j); w > 0 {
				best[i][j] = max(best[i][j], best[i+1][j+1]+w)
			}
		}
	}
	pairs := make(map[int]int)
	for i, j := 0, 0; i < len(gold) && j < len(got); {
		switch w := weight(i, j); {
		case w > 0 && best[i][j] == best[i+1][j+1]+w:
			pairs[i] = j
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	return pairs
}
