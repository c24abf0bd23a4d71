package report

import "testing"

func TestClosest(t *testing.T) {
	known := []string{"table", "csv", "tsv", "json", "jsonl", "claims", "entities", "zh"}
	for got, want := range map[string]string{
		"cvs":       "csv",
		"CSV":       "csv",
		"jsno":      "json",
		"jsonlines": "",
		"claim":     "claims",
		"clams":     "claims",
		"entites":   "entities",
		"entity":    "entities",
		"page.txt":  "",
		"xml":       "",
		"en":        "",
		"":          "",
		"高新区":       "",
	} {
		if name := Closest(got, known); name != want {
			t.Errorf("Closest(%q) = %q, want %q", got, name, want)
		}
	}
}

func TestUnknown(t *testing.T) {
	for got, want := range map[string]string{
		"tabel": `unknown format "tabel"; did you mean table?`,
		"xml":   `unknown format "xml"; use one of table, csv`,
	} {
		if err := Unknown("format", got, []string{"table", "csv"}); err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
