// Newsift sifts Chinese news text: which parks, companies and institutions an
// article names, and what numbers it states about them.
package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"newsift/extract"
	"newsift/report"
	"newsift/segment"
)

const version = "0.1.0"

// Exit statuses.
const (
	exitDone   = 0
	exitFailed = 1 // an input could not be read whole, or the output not written
	exitUsage  = 2
)

func main() {
	collectLate()
	// A reader that goes away (newsift … | head -1) shall be an error of the
	// write, not a signal that kills.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// collectLate lets a single page be done before the garbage collector starts, which
// costs a tenth of the time that takes. Whoever sets GOGC knows better.
func collectLate() {
	const percent = 400
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// collectSoon keeps memory small in a run of many documents, where collecting costs
// little.
func collectSoon() {
	const percent = 100
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// run is the program without its process: args without the program's name, the
// three streams, and the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	line, err := parseLine(args)
	s := &program{stdin: stdin, stdout: stdout, stderr: stderr}
	switch {
	case err == nil && line.version:
		_, err = fmt.Fprintln(stdout, "newsift", version)
		err = outputError("standard output", err)
	case err == nil:
		err = newApp(s, line.help).Run(line.args())
	}
	var wrong usageError
	switch {
	case errors.As(err, &wrong):
		fmt.Fprintln(stderr, "newsift:", wrong)
		return exitUsage
	case err != nil:
		s.tell(err.Error())
		return exitFailed
	case s.failed:
		return exitFailed
	}
	return exitDone
}

// usageError is wrong use of the command line: what is wrong and what would be
// right.
type usageError string

func (e usageError) Error() string { return string(e) }

// reading is the command that runs when none is named.
const reading = "read"

// command is one command: what it is for, the tables it prints, and how what
// they hold is found.
type command struct {
	name, usage string
	sheets      []string
	open        func(c *cli.Context) (fork, error)
}

// A search finds what a command prints of the document in p, and fills p in. It is
// for one goroutine.
type search func(p *report.Page) error

// A fork makes searches that do the same, for as many goroutines.
type fork func() (search, error)

func commands() []command {
	return []command{
		{reading, "both tables, article by article, to read", []string{"entities", "claims"}, openExtractor},
		{"entities", "parks, companies and institutions, one row a mention", []string{"entities"}, openEntities},
		{"claims", "what numbers state, one row a claim", []string{"claims"}, openClaims},
		{"articles", "how the input was split into articles", []string{"articles"}, openNothing},
		{"tokens", "words with their part of speech", []string{"tokens"}, openCutter},
		{"explain", "every candidate, the rule that proposed it, what won and why", []string{"explain"}, openExplanation},
	}
}

// commandNames returns the commands that are called by their names.
func commandNames() []string {
	var names []string
	for _, c := range commands() {
		if c.name != reading {
			names = append(names, c.name)
		}
	}
	return names
}

func openNothing(*cli.Context) (fork, error) {
	return func() (search, error) {
		return func(*report.Page) error { return nil }, nil
	}, nil
}

// newExtractor returns an extractor with the rules and names that the flags add.
// What is wrong with those is wrong use of the command line.
func newExtractor(c *cli.Context) (*extract.Extractor, error) {
	workers, err := jobs(c)
	if err != nil {
		return nil, err
	}
	o := extract.Options{Rules: c.String("rules"), Names: c.StringSlice("names"), Abreast: workers > 1}
	x, err := extract.New(o)
	if err != nil && (o.Rules != "" || o.Names != nil) {
		err = usageError(strings.ReplaceAll(err.Error(), "\n", "\nnewsift: "))
	}
	return x, err
}

// forks returns searches that find with an extractor each.
func forks(c *cli.Context, find func(*extract.Extractor, *report.Page)) (fork, error) {
	first, err := newExtractor(c)
	next := first
	return func() (search, error) {
		x := next
		next = nil
		var err error
		if x == nil {
			x, err = first.Fork()
		}
		return func(p *report.Page) error {
			find(x, p)
			return nil
		}, err
	}, err
}

func openEntities(c *cli.Context) (fork, error) {
	return forks(c, func(x *extract.Extractor, p *report.Page) { p.Entities = x.Entities(p.Doc) })
}

func openClaims(c *cli.Context) (fork, error) {
	find := (*extract.Extractor).Claims
	if c.Bool("all") {
		find = (*extract.Extractor).AllClaims
	}
	return forks(c, func(x *extract.Extractor, p *report.Page) { p.Claims = find(x, p.Doc) })
}

func openExtractor(c *cli.Context) (fork, error) {
	all := c.Bool("all")
	return forks(c, func(x *extract.Extractor, p *report.Page) {
		result := x.Extract(p.Doc)
		p.Entities, p.Claims = result.Entities, result.Claims
		if !all {
			p.Claims = slices.DeleteFunc(p.Claims, extract.Claim.Bare)
		}
	})
}

func openExplanation(c *cli.Context) (fork, error) {
	return forks(c, func(x *extract.Extractor, p *report.Page) { p.Explanations = x.Explain(p.Doc) })
}

func openCutter(*cli.Context) (fork, error) {
	return func() (search, error) {
		cutter, err := segment.NewCutter()
		return func(p *report.Page) error {
			p.Tokens = report.Tokens(p.Doc, cutter)
			return nil
		}, err
	}, nil
}

const about = `newsift sifts Chinese news: the parks, companies and institutions an article
names, and what its numbers state about them.

  newsift [COMMAND] [FLAGS] [FILE...]
  newsift help [COMMAND]

Without a FILE, or where it is -, standard input is read: text in any encoding,
or JSONL, one {"id": …, "title": …, "text": …} a line.
`

const examples = `  newsift page.txt                           both tables, to read
  newsift claims -f csv page.txt > c.csv     claims as CSV
  newsift entities -o e.jsonl docs.jsonl
  cat *.txt | newsift claims --columns text,value,unit,subject
`

// columnHelp returns the help on the columns of a table, one a line.
func columnHelp(sheet string) string {
	var b strings.Builder
	for _, c := range report.Columns(sheet) {
		fmt.Fprintf(&b, "  %-10s  %s\n", c.Name, c.Meaning)
	}
	return b.String()
}

// newApp returns the commands as urfave/cli has them. Left to itself it prints
// help to standard output when a flag is wrong, and ends the process. It can print
// help when that is said to be wanted.
func newApp(s *program, help bool) *cli.App {
	wrong := func(_ *cli.Context, err error, _ bool) error { return usageError(err.Error()) }
	app := &cli.App{
		Name:            "newsift",
		HideHelpCommand: true,
		HideVersion:     true,
		Writer:          s.stdout,
		ErrWriter:       s.stderr,
		OnUsageError:    wrong,
		ExitErrHandler:  func(*cli.Context, error) {},

		DisableSliceFlagSeparator: true, // file names may have commas
	}
	for _, c := range commands() {
		app.Commands = append(app.Commands, &cli.Command{
			Name:            c.name,
			Flags:           flags(),
			HideHelpCommand: true,
			OnUsageError:    wrong,
			Action:          func(ctx *cli.Context) error { return s.do(c, ctx) },
		})
	}
	if help {
		addHelp(app)
	}
	return app
}

// addHelp adds the help to app, which takes a while to write.
func addHelp(app *cli.App) {
	list := ""
	for i, c := range commands() {
		name, call := c.name, " "+c.name
		if c.name == reading {
			name, call = "(none)", ""
		}
		list += fmt.Sprintf("  %-8s  %s\n", name, c.usage)
		text := "newsift" + call + " [FLAGS] [FILE...] prints " + c.usage + ".\n"
		for _, sheet := range c.sheets {
			text += "\nColumns of " + sheet + "\n" + columnHelp(sheet)
		}
		app.Commands[i].CustomHelpTemplate = text + "\nFlags\n" + flagHelp()
	}
	app.CustomAppHelpTemplate = about + "\nCommands\n" + list + "\nFlags, before or after the files\n" + flagHelp() +
		"\nExit status: 0 done, 1 some input failed (the others are printed), 2 wrong usage.\n\nExamples\n" + examples
}

// program is one run: its streams, and whether an input failed.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	failed         bool
}

// tell prints one line to standard error.
func (s *program) tell(message string) {
	fmt.Fprintln(s.stderr, "newsift: "+strings.NewReplacer("\n", " ", "\r", " ").Replace(message))
}

// do carries out one command.
func (s *program) do(cmd command, c *cli.Context) error {
	if err := checkValues(c); err != nil {
		return err
	}
	out := bufio.NewWriterSize(s.stdout, 64<<10)
	w, err := report.New(out, s.layout(cmd, c))
	if err != nil {
		return usageError(err.Error())
	}
	files := c.Args().Slice()
	if len(files) == 0 {
		if report.IsTerminal(s.stdin) {
			return usageError("no file is named and standard input is a terminal; try\n" + examples + "  newsift --help")
		}
		files = []string{"-"}
	}
	p := &printer{program: s, w: w, out: out}
	if p.workers, err = jobs(c); err != nil {
		return err
	}
	if p.workers > 1 {
		go segment.Prepare()
	}
	if p.fork, err = cmd.open(c); err != nil {
		return err
	}
	in := segment.Input{Format: c.String("input"), Encoding: c.String("encoding"), Split: c.String("split") == "auto"}
	if in.MaxDoc, err = parseSize(c.String("max-doc")); err != nil {
		return err
	}
	if name := c.String("output"); name != "" && name != "-" {
		return p.toFile(name, in, files)
	}
	return outputError("standard output", p.print(in, files))
}

// layout returns what the flags say about the output.
func (s *program) layout(cmd command, c *cli.Context) report.Options {
	o := report.Options{
		Sheets:   cmd.sheets,
		Format:   c.String("format"),
		Columns:  split(c.StringSlice("columns")),
		Lang:     c.String("lang"),
		NoHeader: c.Bool("no-header"),
		Excel:    c.Bool("excel"),
		Width:    report.Width(s.stdout),
	}
	switch {
	case c.IsSet("format"):
	case o.Excel:
		o.Format = "csv"
	default:
		o.Format = cmp.Or(report.FormatOf(c.String("output")), o.Format)
	}
	return o
}

// split returns the parts of lists, between their commas.
func split(lists []string) (parts []string) {
	for _, list := range lists {
		parts = append(parts, strings.Split(list, ",")...)
	}
	return parts
}

// jobs returns how many documents to work on at a time.
func jobs(c *cli.Context) (int, error) {
	text := c.String("jobs")
	if text == "" {
		return runtime.GOMAXPROCS(0), nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > maxJobs {
		return 0, usageError(fmt.Sprintf("--jobs %q is no number from 1 to %d", text, maxJobs))
	}
	return n, nil
}

// maxJobs bounds the memory that workers take: some 30 MB each.
const maxJobs = 256

// printer prints what is found in the inputs of one run.
type printer struct {
	*program
	fork    fork
	workers int // how many documents are worked on at a time
	w       *report.Writer
	out     *bufio.Writer // what w writes to
	printed int           // documents so far
}

// print prints what is found in files; its error is one of the output.
func (p *printer) print(in segment.Input, files []string) error {
	for s := range p.steps(in, files) {
		switch {
		case s.problem != nil:
			p.failed = p.failed || !s.problem.Warning
			p.tell(s.problem.Error())
			continue
		case s.err != nil:
			p.failed = true
			p.tell(s.page.Doc.Name + ": " + s.err.Error())
			continue
		}
		if p.printed++; p.printed == 1 {
			collectSoon()
		}
		if err := p.w.Write(s.page); err != nil {
			return err
		}
		// A pipe gets the rows of a document when they are found.
		if err := p.out.Flush(); err != nil {
			return err
		}
	}
	if err := p.w.Close(); err != nil {
		return err
	}
	return p.out.Flush()
}

// toFile prints to the file called name, which is left alone when nothing could
// be read or not all be written.
func (p *printer) toFile(name string, in segment.Input, files []string) error {
	file, err := report.Create(name)
	if err != nil {
		return outputError(name, err)
	}
	p.out.Reset(file)
	err = p.print(in, files)
	switch {
	case err != nil:
		file.Abort()
	case p.printed == 0 && p.failed:
		file.Abort()
		p.tell(name + ": not written; no input could be read")
	default:
		err = file.Commit()
	}
	return outputError(name, err)
}

// outputError says that the output called name could not be written.
func outputError(name string, err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case err == nil || report.IsClosed(err):
		return nil // the reader has seen enough
	case errors.As(err, &at):
		err = at.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Errorf("%s: cannot be written: %w; check the place, its permissions and its free space", name, err)
}
