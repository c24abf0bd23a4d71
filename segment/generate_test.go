package segment_test

import (
	"bytes"
	"testing"

	"newsift/segment/internal/lexgen"
)

// The lexicon in the repository is the one that the gse in go.mod makes.
func TestLexiconIsCurrent(t *testing.T) {
	version, err := lexgen.Version()
	if err != nil {
		t.Fatal(err)
	}
	data, err := lexgen.Build(loadGse(t).Dict, version)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, []byte(readText(t, "lexicon.bin"))) {
		t.Error("lexicon.bin is out of date: run go generate ./segment")
	}
}
