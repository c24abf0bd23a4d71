// Genindex writes the index of the dictionaries of names under a directory of
// rules to names.idx in it. It is run by go generate in package extract.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"newsift/extract/internal/names"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: genindex RULES")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(rules string) error {
	index, err := names.Build(os.DirFS(rules))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(rules, "names.idx"), index, 0o644)
}
