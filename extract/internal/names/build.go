package names

import (
	"errors"
	"io/fs"
)

// Globs are the dictionaries under the directory of rules.
var Globs = [...]string{"names/*.txt", "not-names.txt"}

// Build reads the dictionaries under rules and returns their index. It returns
// all faults of all files in one error.
func Build(rules fs.FS) ([]byte, error) {
	var files []File
	var entries [][]Entry
	var faults []error
	for _, glob := range Globs {
		paths, err := fs.Glob(rules, glob) // sorted
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			text, err := fs.ReadFile(rules, path)
			if err != nil {
				return nil, err
			}
			list, err := Parse(path, string(text))
			faults = append(faults, err)
			files = append(files, File{path, len(text)})
			entries = append(entries, list)
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return BuildIndex(files, entries)
}
