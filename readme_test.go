package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"newsift/report"
)

var readmes = []string{"README.md", "README.zh.md"}

// TestReadmeConsole runs the commands of the READMEs and checks that they print
// what is shown. A command is a line such as
//
//	$ newsift claims -f csv page.txt
//	$ echo 'text' | newsift claims
//
// in a console block, and a line that is only … stands for lines left out.
// Tables are compared by their cells, since a longer cell elsewhere in the table
// makes a column wider.
func TestReadmeConsole(t *testing.T) {
	t.Setenv("COLUMNS", "")
	for _, readme := range readmes {
		commands := readmeCommands(t, readme)
		if len(commands) == 0 {
			t.Errorf("%s shows no command", readme)
		}
		for _, c := range commands {
			var stdout, stderr bytes.Buffer
			code := run(strings.Fields(c.args), strings.NewReader(c.stdin), &stdout, &stderr)
			if code != exitDone || stderr.Len() > 0 {
				t.Errorf("%s: newsift %s: exit status %d, standard error %q", readme, c.args, code, stderr.String())
			}
			if got := narrow(stdout.String()); !c.shown.MatchString(got) {
				t.Errorf("%s: newsift %s prints\n%s", readme, c.args, stdout.String())
			}
		}
	}
}

// readmeCommand is one command with what the README shows of its output.
type readmeCommand struct {
	stdin, args string
	shown       *regexp.Regexp
}

func readmeCommands(t *testing.T, readme string) []readmeCommand {
	t.Helper()
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	var commands []readmeCommand
	for _, block := range regexp.MustCompile("(?ms)^```console\n(.*?)^```$").FindAllSubmatch(text, -1) {
		for _, one := range strings.Split("\n"+string(block[1]), "\n$ ")[1:] {
			call, output, _ := strings.Cut(one, "\n")
			stdin, args, ok := strings.Cut(call, "newsift ")
			if stdin != "" {
				stdin, ok = strings.CutSuffix(strings.TrimPrefix(stdin, "echo '"), "' | ")
				stdin += "\n"
			}
			if !ok {
				t.Fatalf("%s: cannot run %q", readme, call)
			}
			shown := regexp.QuoteMeta(narrow(strings.TrimSuffix(output, "\n") + "\n"))
			shown = regexp.MustCompile(`(?m)^…\n`).ReplaceAllLiteralString(shown, `(?:.*\n)*`)
			commands = append(commands, readmeCommand{stdin, args, regexp.MustCompile(`\A` + shown + `\z`)})
		}
	}
	return commands
}

// narrow makes the columns of the tables in text as narrow as can be.
func narrow(text string) string {
	text = regexp.MustCompile(`(?m) *│ *`).ReplaceAllLiteralString(text, "│")
	return regexp.MustCompile(`─+`).ReplaceAllLiteralString(text, "─")
}

// shared is how many columns both tables begin with.
const shared = 5

// TestReadmeNamesEverything checks that the READMEs explain the columns of both
// tables in their order, and name every command and flag.
func TestReadmeNamesEverything(t *testing.T) {
	for _, readme := range readmes {
		data, err := os.ReadFile(readme)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		var rows, want []string
		for _, row := range regexp.MustCompile("(?m)^\\| `([a-z_]+)` \\|").FindAllStringSubmatch(text, -1) {
			rows = append(rows, row[1])
		}
		for _, c := range slices.Concat(report.Columns("entities"), report.Columns("claims")[shared:]) {
			want = append(want, c.Name)
		}
		if !containsInOrder(rows, want) {
			t.Errorf("%s explains the columns %v, not %v", readme, rows, want)
		}
		for _, c := range commands() {
			if c.name != reading && !strings.Contains(text, "`"+c.name+"`") {
				t.Errorf("%s does not name the command %s", readme, c.name)
			}
		}
		for _, o := range options() {
			if !strings.Contains(text, "--"+o.name) {
				t.Errorf("%s does not name the flag --%s", readme, o.name)
			}
		}
	}
}

// containsInOrder reports whether rows hold want, other rows between them aside.
func containsInOrder(rows, want []string) bool {
	for _, w := range want {
		i := slices.Index(rows, w)
		if i < 0 {
			return false
		}
		rows = rows[i+1:]
	}
	return true
}
