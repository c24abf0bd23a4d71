package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"newsift/report"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"newsift": main})
}

// TestScripts runs the command line as its users do. Beside the usual commands
// a script has
//
//	encode ENCODING FROM TO     writes the UTF-8 file FROM in ENCODING to TO
//	eol crlf|lf FILE            checks how every line of FILE ends
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"encode": encode,
			"eol":    eol,
		},
		Condition: func(c string) (bool, error) {
			switch c {
			case "devfull":
				_, err := os.Stat("/dev/full")
				return err == nil, nil
			case "root":
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("unknown condition " + c)
		},
	})
}

func encode(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: encode ENCODING FROM TO")
	}
	enc := map[string]encoding.Encoding{
		"gb18030":   simplifiedchinese.GB18030,
		"gbk":       simplifiedchinese.GBK,
		"big5":      traditionalchinese.Big5,
		"utf-8-bom": unicode.UTF8BOM,
		"utf-16le":  unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"utf-16be":  unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	}[args[0]]
	if enc == nil {
		ts.Fatalf("unknown encoding %s", args[0])
	}
	data, err := enc.NewEncoder().Bytes([]byte(ts.ReadFile(args[1])))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), data, 0o666))
}

func eol(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: eol crlf|lf FILE")
	}
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		if strings.HasSuffix(line, "\r\n") != (args[0] == "crlf") {
			ts.Fatalf("%q does not end in %s", line, args[0])
		}
	}
}

const news = "华星高新区传来消息\n\n2020年,华星高新区新增企业69家。\n"

// start runs newsift with args as a process of its own.
func start(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := exec.LookPath("newsift") // put there by TestMain
	if err != nil {
		t.Fatal(err)
	}
	return exec.Command(exe, args...)
}

func TestClosedPipeEndsQuietly(t *testing.T) {
	var records bytes.Buffer
	for range 2000 { // more than a pipe holds
		records.WriteString(`{"id":"a","text":"2020年,华星高新区新增企业69家。"}` + "\n")
	}
	for _, format := range []string{"table", "csv", "tsv", "json", "jsonl"} {
		cmd := start(t, "claims", "-f", format)
		cmd.Stdin = bytes.NewReader(records.Bytes())
		var stderr strings.Builder
		cmd.Stderr = &stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(out, make([]byte, 10)); err != nil {
			t.Errorf("%s: %v", format, err)
		}
		out.Close()
		if err := cmd.Wait(); err != nil || stderr.Len() > 0 {
			t.Errorf("%s: %v, standard error %q", format, err, stderr.String())
		}
	}
}

// TestRecordsComeAsTheyAreRead writes one record, sees its row, and only then
// writes the next.
func TestRecordsComeAsTheyAreRead(t *testing.T) {
	in, records := io.Pipe()
	rows, out := io.Pipe()
	done := make(chan int)
	go func() {
		code := run([]string{"claims", "-f", "csv", "--columns", "doc,text", "--no-header"}, in, out, io.Discard)
		out.Close()
		done <- code
	}()
	for _, id := range []string{"first", "second"} {
		if _, err := io.WriteString(records, `{"id":"`+id+`","text":"2020年,华星高新区新增企业69家。"}`+"\n"); err != nil {
			t.Fatal(err)
		}
		want := id + ",69家\n"
		got := make([]byte, len(want))
		if _, err := io.ReadFull(rows, got); err != nil || string(got) != want {
			t.Fatalf("after record %s: %q, %v", id, got, err)
		}
	}
	records.Close()
	if code := <-done; code != exitDone {
		t.Errorf("exit status %d", code)
	}
}

func TestInterruptLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	cmd := start(t, "claims", "-o", filepath.Join(dir, "out.csv"))
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// It has begun to read when a pipe's worth has gone in.
	if _, err := stdin.Write(bytes.Repeat([]byte("新"), 50_000)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Skip(err)
	}
	if cmd.Wait() == nil {
		t.Error("an interrupted run succeeded")
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestParseLine(t *testing.T) {
	for _, tt := range []struct {
		args string
		want string
	}{
		{"page.txt", "newsift read -- page.txt"},
		{"claims page.txt -f csv", "newsift claims --format=csv -- page.txt"},
		{"-f csv claims page.txt", "newsift claims --format=csv -- page.txt"},
		{"claims -fcsv -", "newsift claims --format=csv -- -"},
		{"claims --format=csv --all a b", "newsift claims --format=csv --all -- a b"},
		{"page.txt claims", "newsift read -- page.txt claims"},
		{"claims claims", "newsift claims -- claims"},
		{"-- claims -f", "newsift read -- claims -f"},
		{"read", "newsift read -- read"},
		{"a --help", "newsift --help"},
		{"-h tokens", "newsift tokens --help"},
		{"help", "newsift --help"},
		{"help tokens", "newsift tokens --help"},
		{"-- help", "newsift read -- help"},
		{"a help", "newsift read -- a help"},
	} {
		line, err := parseLine(strings.Fields(tt.args))
		if err != nil {
			t.Errorf("%s: %v", tt.args, err)
		}
		if diff := cmp.Diff(strings.Fields(tt.want), line.args()); diff != "" {
			t.Errorf("%s: %s", tt.args, diff)
		}
	}
}

// brokenOutput fails as a full disk does.
type brokenOutput struct{}

func (brokenOutput) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestBrokenOutput(t *testing.T) {
	for _, command := range []string{"entities", "claims", "articles", "tokens"} {
		var stderr strings.Builder
		code := run([]string{command, "-f", "csv"}, strings.NewReader(news), brokenOutput{}, &stderr)
		if got := stderr.String(); code != exitFailed || strings.Count(got, "\n") != 1 || !strings.Contains(got, "no space left") {
			t.Errorf("%s: exit status %d, standard error %q", command, code, got)
		}
	}
}

// FuzzRun gives any bytes to every command: none panics, and what goes to
// standard error is one line a message.
func FuzzRun(f *testing.F) {
	f.Add([]byte(news), byte(0))
	f.Add([]byte(`{"id":"a","text":"1/3"}`+"\n{"), byte(7))
	f.Add([]byte("\xff\xfe2\x00"), byte(13))
	f.Fuzz(func(t *testing.T, data []byte, pick byte) {
		names := []string{"entities", "claims", "articles", "tokens", "explain"}
		formats := []string{"table", "csv", "tsv", "json", "jsonl"}
		args := []string{names[int(pick)%len(names)], "-f", formats[int(pick)/len(names)%len(formats)]}
		var stderr strings.Builder
		code := run(args, bytes.NewReader(data), io.Discard, &stderr)
		if code == exitUsage {
			t.Errorf("exit status %d, standard error %q", code, stderr.String())
		}
		for line := range strings.Lines(stderr.String()) {
			if !strings.HasPrefix(line, "newsift: ") || strings.Contains(line, faulty) {
				t.Errorf("line %q on standard error", line)
			}
		}
	})
}

// A fault of the program in one document is an error of that document.
func TestFaultInOneDocument(t *testing.T) {
	var page report.Page
	err := search(func(*report.Page) error { panic("slice bounds") }).in(&page)
	if err == nil || !strings.Contains(err.Error(), faulty) || !strings.Contains(err.Error(), "slice bounds") {
		t.Errorf("got error %v", err)
	}
}

// TestJobs runs many documents of all lengths through one and through many
// workers.
func TestJobs(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("testdata", "hitech-page.txt"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(page), "\n")
	var records strings.Builder
	for i := range 60 {
		text := strings.Join(lines[i%len(lines):min(len(lines), i%len(lines)+i%23)], "\\n")
		fmt.Fprintf(&records, "{\"id\":\"%d\",\"text\":\"%s\"}\n", i, strings.ReplaceAll(text, `"`, "”"))
	}
	var want []byte
	for _, jobs := range []string{"1", "5"} {
		for _, command := range []string{"entities", "claims", "explain", "tokens", "articles"} {
			var out, problems bytes.Buffer
			args := []string{command, "-f", "jsonl", "-j", jobs}
			if status := run(args, strings.NewReader(records.String()), &out, &problems); status != exitDone {
				t.Fatalf("newsift %v: exit %d: %s", args, status, &problems)
			}
			if jobs == "1" {
				want = append(want, out.Bytes()...)
				continue
			}
			if !bytes.Contains(want, out.Bytes()) || out.Len() == 0 {
				t.Errorf("newsift %v prints other rows than -j 1", args)
			}
		}
	}
}
