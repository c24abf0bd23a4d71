package report

import (
	"fmt"
	"strings"
)

// Unknown is the error of a name that is none of known, a kind of thing such as
// format: it asks whether a name close to got was meant, or lists all.
func Unknown(kind, got string, known []string) error {
	if name := Closest(got, known); name != "" {
		return fmt.Errorf("unknown %s %q; did you mean %s?", kind, got, name)
	}
	return fmt.Errorf("unknown %s %q; use one of %s", kind, got, strings.Join(known, ", "))
}

// Closest returns the one of known that got is most likely a slip of: at most
// two letters, or three of eight (entity for entities), are wrong, missing, too
// many or in each other's place, and at most half of them. Of several as close
// the first is taken; "" when there is none.
func Closest(got string, known []string) string {
	best, name := 4, ""
	for _, k := range known {
		most := 2
		if len(k) >= 8 {
			most = 3
		}
		if d := distance(strings.ToLower(got), k); d < best && d <= min(most, len(k)/2) {
			best, name = d, k
		}
	}
	return name
}

// distance returns how many letters must be put in, left out, replaced or
// swapped with their neighbour to make b of a, none of them twice.
func distance(a, b string) int {
	r, s := []rune(a), []rune(b)
	if len(r) > 2*len(s)+2 {
		return len(r) // far too long, and not worth the table
	}
	// d[i][j] is the distance between the first i letters of r and j of s.
	d := make([][]int, len(r)+1)
	for i := range d {
		d[i] = make([]int, len(s)+1)
		d[i][0] = i
	}
	for j := range s {
		d[0][j+1] = j + 1
	}
	for i := range r {
		for j := range s {
			wrong := 1
			if r[i] == s[j] {
				wrong = 0
			}
			n := min(d[i][j]+wrong, d[i][j+1]+1, d[i+1][j]+1)
			if i > 0 && j > 0 && r[i] == s[j-1] && r[i-1] == s[j] {
				n = min(n, d[i-1][j-1]+1)
			}
			d[i+1][j+1] = n
		}
	}
	return d[len(r)][len(s)]
}
