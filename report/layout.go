package report

import (
	"slices"
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// narrowest is the least width a column is shrunk to: two Chinese characters.
const narrowest = 4

// padding is what a column takes beside its text: a space on either side and a
// line.
const padding = 3

// need is what a column asks for.
type need struct {
	natural int  // the width of its widest cell
	least   int  // below it the column reads badly
	rigid   bool // numbers, which read badly when broken at all
}

// The widths below which a column is not shrunk, from the best to the worst case.
func (n need) readable() int  { return n.unlessRigid(max(n.least, narrowest)) }
func (n need) wholeOnly() int { return n.unlessRigid(narrowest) }
func (n need) narrowest() int { return min(n.natural, narrowest) }
func (n need) unlessRigid(width int) int {
	if n.rigid {
		return n.natural
	}
	return min(n.natural, width)
}

// fit returns the widths of columns that may take room together. What is wider
// than its share is shrunk, but stays readable; where room does not allow that,
// only numbers stay whole, and then nothing. When even that does not do, the
// result is wider than room.
func fit(needs []need, room int) []int {
	floors := make([]int, len(needs))
	for _, floor := range []func(need) int{need.readable, need.wholeOnly, need.narrowest} {
		sum := 0
		for i, n := range needs {
			floors[i] = floor(n)
			sum += floors[i]
		}
		if sum <= room {
			break
		}
	}
	return share(needs, floors, room)
}

// share returns the widths of columns cut down to one width, the largest with
// which they take at most room, but none below its floor.
func share(needs []need, floors []int, room int) []int {
	widths := slices.Clone(floors)
	spare := room
	for _, f := range floors {
		spare -= f
	}
	for w := 1; spare > 0; w++ { // one more each, as long as it lasts
		grown := false
		for i, n := range needs {
			if widths[i] < w && widths[i] < n.natural && spare > 0 {
				widths[i]++
				spare--
			}
			grown = grown || widths[i] < n.natural
		}
		if !grown {
			break
		}
	}
	return widths
}

// columnsOf returns how many columns of a terminal s takes: two for a Chinese
// character, one for an ambiguous one (“”—…·), counted as tablewriter does.
func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		n += displaywidth.Rune(r)
	}
	return n
}

// wrap breaks s into lines of at most width terminal columns: after a space, a
// slash or an underscore when one stands in the second half of a line, else anywhere, as
// Chinese is broken.
func wrap(s string, width int) []string {
	var lines []string
	start, used := 0, 0  // of the line being filled
	cut, cutUsed := 0, 0 // where it may be broken, and how wide it is then
	for pos, r := range s {
		w := displaywidth.Rune(r)
		if used+w > width && pos > start {
			if cut <= start || cutUsed*2 < width {
				cut, cutUsed = pos, used
			}
			lines = append(lines, strings.TrimSpace(s[start:cut]))
			start, used = cut, used-cutUsed
		}
		used += w
		if r == ' ' || r == '/' || r == '_' {
			cut, cutUsed = pos+1, used
		}
	}
	return append(lines, strings.TrimSpace(s[start:]))
}

// printable returns s as a terminal may be given it: white space of any kind is
// one space, and what is not seen is left out (control characters, with them
// the start of escape sequences, and marks that turn the direction of writing).
func printable(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s))
}
