// Command gse is the baseline of the benchmarks: gse with its whole simplified
// dictionary, cutting and nothing else.
//
//	gse FILE         loads the dictionary and cuts a file
//	gse bulk FILE    cuts the titles and texts of a JSONL file and prints how many
//	                 bytes that were and the seconds it took, loading aside
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/go-ego/gse"
)

func main() {
	if err := cut(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "gse:", err)
		os.Exit(1)
	}
}

func cut(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("usage: gse [bulk] FILE")
	}
	texts := [][]byte{nil}
	var err error
	if texts[0], err = os.ReadFile(args[len(args)-1]); err != nil {
		return err
	}
	if args[0] == "bulk" {
		if texts, err = records(args[1]); err != nil {
			return err
		}
	}
	seg := gse.Segmenter{SkipLog: true}
	if err := seg.LoadDictEmbed("zh_s"); err != nil {
		return fmt.Errorf("loading the dictionary: %w", err)
	}
	size, start := 0, time.Now()
	for _, text := range texts {
		seg.Segment(text)
		size += len(text)
	}
	_, err = fmt.Println(size, time.Since(start).Seconds())
	return err
}

// records returns the titles and texts of a JSONL file.
func records(path string) (texts [][]byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var r struct{ Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		texts = append(texts, []byte(r.Title+"\n"+r.Text))
	}
	return texts, lines.Err()
}
