package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"newsift/report"
	"newsift/segment"
)

// option is one flag: the one place that its name, its values and its help come
// from.
type option struct {
	short, name string
	arg         string   // what its value is called; "" when it takes none
	values      []string // what the value may be; nil for anything
	initial     string   // the value when the flag is not given
	list        bool     // it may be given several times
	usage       string   // followed by values in the help
}

func options() []option {
	return []option{
		{short: "f", name: "format", arg: "FORMAT", values: report.Formats(), initial: "table", usage: "print as"},
		{short: "o", name: "output", arg: "FILE", usage: "write FILE, whole or not at all; without -f its ending (.csv) says how"},
		{name: "columns", arg: "A,B,C", list: true, usage: "print these columns in this order"},
		{name: "no-header", usage: "leave out the headings"},
		{name: "excel", usage: "csv for spreadsheets: BOM, CRLF, formulas defused"},
		{name: "lang", arg: "LANG", values: report.Langs(), usage: "headings:"},
		{name: "input", arg: "KIND", values: segment.Formats(), initial: "auto", usage: "read as"},
		{name: "encoding", arg: "ENCODING", values: segment.Encodings(), initial: "auto", usage: "decode as"},
		{name: "split", arg: "HOW", values: []string{"auto", "none"}, initial: "auto", usage: "split pages into articles:"},
		{name: "names", arg: "FILE", list: true, usage: "add names of your own, which win over all others; again for more files"},
		{name: "rules", arg: "DIR", usage: "lay rule files of your own over the built-in ones"},
		{short: "j", name: "jobs", arg: "N", usage: "work on N documents at a time, as many as there are cores when not given"},
		{name: "max-doc", arg: "SIZE", initial: "64MiB", usage: "refuse longer documents; SIZE is a number of bytes, KB, MB, GB, KiB, MiB or GiB"},
		{name: "all", usage: "claims: bare numbers, dates and times as well"},
		{short: "h", name: "help", usage: "print help; of a command when one is named"},
		{short: "v", name: "version", usage: "print the version"},
	}
}

// flags returns the options as urfave/cli has them; help and version are its own.
func flags() []cli.Flag {
	var fs []cli.Flag
	for _, o := range options() {
		switch {
		case o.name == "help" || o.name == "version":
		case o.arg == "":
			fs = append(fs, &cli.BoolFlag{Name: o.name})
		case o.list:
			fs = append(fs, &cli.StringSliceFlag{Name: o.name})
		default:
			fs = append(fs, &cli.StringFlag{Name: o.name, Value: o.initial})
		}
	}
	return fs
}

// flagHelp returns the help on all flags, one a line.
func flagHelp() string {
	var b strings.Builder
	for _, o := range options() {
		left := "    --" + o.name + " " + o.arg
		if o.short != "" {
			left = "-" + o.short + ", --" + o.name + " " + o.arg
		}
		usage := o.usage
		if o.values != nil {
			usage += " " + strings.Join(o.values, ", ")
		}
		fmt.Fprintf(&b, "  %-23s  %s\n", left, usage)
	}
	return b.String()
}

// checkValues checks the flags that take one of a few values.
func checkValues(c *cli.Context) error {
	for _, o := range options() {
		v := c.String(o.name)
		if o.values != nil && v != o.initial && !slices.Contains(o.values, v) {
			return usageError(report.Unknown(o.name, v, o.values).Error())
		}
	}
	return nil
}

// commandLine is a command line sorted into its parts: the flag package stops at
// the first file name, but here flags may stand anywhere before "--".
type commandLine struct {
	command       string   // "" when none is named
	flags         []string // each as --name or --name=value
	files         []string
	help, version bool
}

// parseLine sorts args, which do not include the program's name.
func parseLine(args []string) (commandLine, error) {
	var line commandLine
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		switch {
		case arg == "--":
			line.files, args = append(line.files, args...), nil
		case arg != "-" && strings.HasPrefix(arg, "-"):
			o, flag, rest, err := readFlag(arg, args)
			if err != nil {
				return line, err
			}
			line.help = line.help || o.name == "help"
			line.version = line.version || o.name == "version"
			line.flags, args = append(line.flags, flag), rest
		case line.command == "" && line.files == nil:
			if err := line.first(arg); err != nil {
				return line, err
			}
		default:
			line.files = append(line.files, arg)
		}
	}
	return line, nil
}

// first takes the first argument that is no flag: a command, a file, or the word
// help, after which comes a command.
func (l *commandLine) first(arg string) error {
	names := commandNames()
	_, missing := os.Stat(arg)
	switch {
	case slices.Contains(names, arg):
		l.command = arg
	case arg == "help":
		l.help = true
	case l.help || missing != nil && report.Closest(arg, names) != "":
		return usageError(report.Unknown("command", arg, names).Error())
	default:
		l.files = append(l.files, arg)
	}
	return nil
}

// args returns the line in the one order urfave/cli understands.
func (l *commandLine) args() []string {
	switch {
	case l.help && l.command == "":
		return []string{"newsift", "--help"}
	case l.help:
		return []string{"newsift", l.command, "--help"}
	}
	return slices.Concat([]string{"newsift", cmp.Or(l.command, reading)}, l.flags, []string{"--"}, l.files)
}

// readFlag reads the flag arg, whose value may be the first of the args that
// follow. It returns the flag written in one way, --name=value or --name, and
// the args that are left.
func readFlag(arg string, follow []string) (o *option, flag string, rest []string, err error) {
	o, value, hasValue := findOption(arg)
	switch {
	case o == nil:
		return nil, "", nil, unknownFlag(arg)
	case o.arg == "" && hasValue:
		return nil, "", nil, usageError(fmt.Sprintf("flag --%s takes no value; leave out %q", o.name, value))
	case o.arg == "":
		return o, "--" + o.name, follow, nil
	case !hasValue && len(follow) == 0:
		return nil, "", nil, usageError(fmt.Sprintf("flag %s needs a value; newsift --help explains it", arg))
	case !hasValue:
		value, follow = follow[0], follow[1:]
	}
	return o, "--" + o.name + "=" + value, follow, nil
}

func unknownFlag(arg string) error {
	var names []string
	for _, o := range options() {
		names = append(names, "--"+o.name)
	}
	name, _, _ := strings.Cut(arg, "=")
	if meant := report.Closest(name, names); meant != "" {
		return usageError(fmt.Sprintf("unknown flag %s; did you mean %s?", name, meant))
	}
	return usageError(fmt.Sprintf("unknown flag %s; newsift --help lists the flags", name))
}

// findOption returns the option that arg names, nil for none, and the value in
// it: --format=csv, -f=csv or -fcsv.
func findOption(arg string) (o *option, value string, hasValue bool) {
	name, value, hasValue := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
	for _, o := range options() {
		switch {
		case name == o.name || name == o.short && o.short != "":
			return &o, value, hasValue
		case o.short != "" && o.arg != "" && arg[1] != '-' && arg[1:2] == o.short:
			return &o, arg[2:], true
		}
	}
	return nil, "", false
}

// parseSize returns the number of bytes that s names, such as 64MiB or 500000.
func parseSize(s string) (int, error) {
	digits := strings.TrimRight(s, "BKMGbikmg ")
	n, err := strconv.ParseUint(digits, 10, 32)
	unit, ok := sizes[strings.ToLower(strings.TrimSpace(s[len(digits):]))]
	if err != nil || !ok || n == 0 || n > math.MaxInt/uint64(unit) {
		return 0, usageError(fmt.Sprintf("--max-doc %q is no size; write it as 64MiB, 500KB or 1000000", s))
	}
	return int(n) * unit, nil
}

// sizes are the units of parseSize.
var sizes = map[string]int{
	"": 1, "b": 1,
	"kb": 1e3, "mb": 1e6, "gb": 1e9,
	"k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
}
