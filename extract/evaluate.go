package extract

// evaluate works out what the signs of a numeral are worth, and how many of them,
// from the first on, make a number; none when used is 0.
func evaluate(signs []sign) (n numeral, used int) {
	for used = len(signs); used > 0; {
		t := tally{signs: signs[:used]}
		cut := t.run()
		if cut == used {
			return t.numeral(), used
		}
		used = cut
	}
	return n, 0
}

// tally is one attempt to read signs as a number.
type tally struct {
	signs    []sign
	lo, hi   worth
	isRange  bool
	row      bool
	zero     bool // 零 stands before the next digit
	literals int
}

// run adds up the signs and returns how many of them can be part of a number;
// if that is not all of them, the sums are void.
func (t *tally) run() int {
	t.lo, t.hi = worth{small: 4}, worth{small: 4}
	for i := 0; i < len(t.signs); {
		next, ok := t.step(i)
		if !ok {
			return t.cut(i)
		}
		i = next
	}
	last := len(t.signs) - 1
	if t.zero || t.signs[last].kind == overSign || t.signs[last].kind == aboutSign {
		return last
	}
	if !t.lo.close() || !t.hi.close() {
		return 0
	}
	return len(t.signs)
}

// cut returns where to cut the numeral when sign i does not go on it: a digit
// belongs to the magnitude behind it, so they go together.
func (t *tally) cut(i int) int {
	j := i
	if t.signs[i].kind == magnitudeSign {
		for j > 0 && t.signs[j-1].kind == literalSign {
			j--
		}
	}
	if j == 0 {
		return i
	}
	return j
}

// step takes in the sign at index i, with the digits beside it, and returns the
// index of the next one; ok is false when it does not fit.
func (t *tally) step(i int) (next int, ok bool) {
	s := t.signs[i]
	switch s.kind {
	case literalSign:
		if s.han && s.value.coef == 0 && i > 0 && t.signs[i-1].kind == magnitudeSign && i+1 < len(t.signs) {
			t.zero = true
			return i + 1, true
		}
		return t.digits(i)
	case vagueSign:
		t.zero = false
		// 几 counts one of the magnitude behind it, and nothing behind a number (十几).
		if i == 0 || i+1 < len(t.signs) && t.signs[i+1].kind == magnitudeSign && t.signs[i+1].value.exp < 4 {
			return i + 1, t.literal(number{coef: 1}, number{coef: 1}, true)
		}
		return i + 1, true
	case magnitudeSign:
		zero := t.zero
		t.zero = false
		return i + 1, t.lo.magnitude(s.value.exp, zero) && t.hi.magnitude(s.value.exp, zero)
	case decimalSign:
		return i + 1, !t.zero && t.lo.decimal(s.value) && t.hi.decimal(s.value)
	}
	return i + 1, !t.zero
}

// digits takes in the literals from index i on. Chinese digits that stand side
// by side are a range when they are neighbours (两三百 is 200 to 300), else a row
// that is read digit by digit (二〇二〇).
func (t *tally) digits(i int) (next int, ok bool) {
	j := i + 1
	for t.signs[i].han && j < len(t.signs) && t.signs[j].kind == literalSign && t.signs[j].han {
		j++
	}
	a := t.signs[i].value
	switch j - i {
	case 1:
		return j, t.literal(a, a, t.signs[i].han || t.signs[i].digits == 1)
	case 2:
		b := t.signs[i+1].value
		if a.coef != 0 && b.coef == a.coef+1 || a.coef == 3 && b.coef == 5 {
			if j == len(t.signs) || t.signs[j].kind != decimalSign {
				t.isRange = true
				return j, t.literal(a, b, true)
			}
		}
	}
	if i > 0 {
		return i, false
	}
	row := number{}
	for _, s := range t.signs[i:j] {
		if row, ok = row.digit(s.value.coef); !ok {
			return i, false
		}
	}
	t.row = true
	ok = t.literal(row, row, true)
	t.lo.whole, t.hi.whole = true, true
	return j, ok
}

func (t *tally) literal(lo, hi number, one bool) bool {
	zero := t.zero
	t.zero = false
	t.literals++
	return t.lo.literal(lo, one, zero) && t.hi.literal(hi, one, zero)
}

// numeral returns the number that all signs make.
func (t *tally) numeral() numeral {
	n := numeral{lo: t.lo.total, hi: t.hi.total, isRange: t.isRange, row: t.row, han: true}
	for _, s := range t.signs {
		n.han = n.han && s.han
		n.over = n.over || s.kind == vagueSign || s.kind == overSign
		n.about = n.about || s.kind == aboutSign
		if n.digits == 0 {
			n.digits = int(s.digits)
		}
	}
	n.bare = t.literals == 0 && t.signs[0].value.exp > 1
	n.tail, n.bigTail = t.tail()
	if n.row {
		n.year = len(t.signs) == 4
	} else {
		n.year = len(t.signs) == 1 && n.digits == 4 && n.lo.exp == 0
	}
	return n
}

// tail returns the power of ten of the magnitudes that end the numeral (50亿,
// 三百万), and of those from 万 on alone.
func (t *tally) tail() (all, big int) {
	for i := len(t.signs) - 1; i >= 0; i-- {
		switch s := t.signs[i]; {
		case s.kind == magnitudeSign:
			all += s.value.exp
			if s.value.exp >= 4 {
				big += s.value.exp
			}
		case s.kind < overSign || s.kind == decimalSign:
			return all, big
		}
	}
	return all, big
}

// worth is the sum of the signs read so far. Magnitudes up to 千 build a section;
// 万 and larger ones close it, and one that is larger than those before it
// multiplies them (1.2万亿).
type worth struct {
	total, section, cur number

	pending  bool // cur waits for its magnitude
	elliptic bool // cur is one digit, of the next lower magnitude if none follows (一万二, 2万5)
	whole    bool // cur is a row of digits, which 十, 百 and 千 do not multiply
	small    int  // the last magnitude of the section; 4 when it has none
	big      int  // the last magnitude that closed a section
	last     int  // the magnitude read last; 0 when there is none
}

// literal puts v in wait of its magnitude; one says that it is written as one digit.
func (w *worth) literal(v number, one, zero bool) bool {
	if w.pending {
		return false
	}
	w.cur, w.pending = v, true
	w.elliptic = one && !zero && v.exp == 0 && v.coef < 10
	return true
}

// flush adds the literal in wait.
func (w *worth) flush() (ok bool) {
	if !w.pending {
		return true
	}
	if w.elliptic && w.last > 1 {
		w.cur.exp = w.last - 1
	}
	w.section, ok = w.section.add(w.cur)
	w.cur, w.pending, w.elliptic = number{}, false, false
	return ok
}

// magnitude multiplies what stands before it by 10^exp. A magnitude without a
// digit counts one at the start, behind 零 and, if 十, behind 百.
func (w *worth) magnitude(exp int, zero bool) (ok bool) {
	defer func() { w.last = exp }()
	if exp >= 4 {
		return w.closeSection(exp)
	}
	if !w.pending {
		if w.last != 0 && !zero && !(exp == 1 && w.last == 2) {
			return false
		}
		w.cur = number{coef: 1}
	}
	if w.whole || exp >= w.small {
		return false
	}
	w.cur.exp += exp
	w.section, ok = w.section.add(w.cur)
	w.cur, w.pending, w.elliptic, w.small = number{}, false, false, exp
	return ok
}

// closeSection is magnitude for 万 and larger ones.
func (w *worth) closeSection(exp int) (ok bool) {
	digits := w.pending || w.section.coef != 0
	w.elliptic = w.elliptic && w.small < 4
	if !w.flush() {
		return false
	}
	switch {
	case !digits && w.last == 0: // 万, 亿
		w.section = number{coef: 1}
	case !digits && exp < w.big: // 亿万
		return false
	case !digits, w.big != 0 && exp > w.big:
		if w.section, ok = w.total.add(w.section); !ok {
			return false
		}
		w.total = number{}
	case w.big != 0 && exp == w.big:
		return false
	}
	w.section.exp += exp
	if w.section.exp > maxExp {
		return false
	}
	w.total, ok = w.total.add(w.section)
	w.section, w.small, w.big, w.whole = number{}, 4, exp, false
	return ok
}

// decimal adds a decimal fraction to the digits before it.
func (w *worth) decimal(v number) (ok bool) {
	if !w.flush() {
		return false
	}
	w.cur, w.pending, w.small = v, true, 0
	return true
}

// close ends the number; total is its value.
func (w *worth) close() (ok bool) {
	if !w.flush() {
		return false
	}
	w.total, ok = w.total.add(w.section)
	w.total = w.total.plain()
	return ok
}
