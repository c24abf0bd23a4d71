//go:build ignore

// Generate writes lexicon.bin, the dictionary of the gse version in go.mod.
package main

import (
	"fmt"
	"os"

	"newsift/segment/internal/lexgen"
)

func main() {
	if err := generate("lexicon.bin"); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(name string) error {
	version, err := lexgen.Version()
	if err != nil {
		return err
	}
	seg, err := lexgen.Load()
	if err != nil {
		return err
	}
	data, err := lexgen.Build(seg.Dict, version)
	if err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
