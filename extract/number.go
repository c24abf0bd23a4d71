package extract

import (
	"math"
	"math/big"
	"math/bits"
)

// number is an exact non-negative decimal: coef × 10^exp. It stays in machine
// words so that reading numerals allocates nothing; arithmetic on values goes
// through rat.
type number struct {
	coef uint64
	exp  int
}

// maxExp bounds magnitudes: 万亿亿 is more than anyone writes in earnest.
const maxExp = 24

// rat returns n as a big rational.
func (n number) rat() *big.Rat {
	if whole := n.plain(); whole.exp == 0 {
		return new(big.Rat).SetUint64(whole.coef)
	}
	if tens := (number{1, -n.exp}).plain(); n.exp < 0 && tens.exp == 0 && n.coef <= math.MaxInt64 && tens.coef <= math.MaxInt64 {
		return big.NewRat(int64(n.coef), int64(tens.coef))
	}
	num := new(big.Int).SetUint64(n.coef)
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n.exp, -n.exp))), nil)
	if n.exp >= 0 {
		return new(big.Rat).SetInt(num.Mul(num, ten))
	}
	return new(big.Rat).SetFrac(num, ten)
}

// digit returns n with digit d written behind it; ok is false when the result
// does not fit, as with identifiers of more than 19 digits.
func (n number) digit(d uint64) (m number, ok bool) {
	hi, lo := bits.Mul64(n.coef, 10)
	lo, carry := bits.Add64(lo, d, 0)
	return number{lo, n.exp}, hi+carry == 0
}

// add returns n+m; ok is false when the sum does not fit.
func (n number) add(m number) (sum number, ok bool) {
	if n.coef == 0 {
		return m, true
	}
	if m.coef == 0 {
		return n, true
	}
	if n.exp < m.exp {
		n, m = m, n
	}
	for n.exp > m.exp {
		if n, ok = n.digit(0); !ok {
			return n, false
		}
		n.exp--
	}
	if n.coef > math.MaxUint64-m.coef {
		return n, false
	}
	return number{n.coef + m.coef, n.exp}, true
}

// plain returns n without a power of ten, if it fits.
func (n number) plain() number {
	m, ok := n, true
	for m.exp > 0 {
		if m, ok = m.digit(0); !ok {
			return n
		}
		m.exp--
	}
	return m
}

// int returns n when it is a whole number of at most limit.
func (n number) int(limit int) (v int, ok bool) {
	if n.exp != 0 || n.coef > uint64(limit) {
		return 0, false
	}
	return int(n.coef), true
}

// formatRat prints r as a plain decimal when it ends, else as a fraction a/b.
func formatRat(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	if prec, exact := r.FloatPrec(); exact {
		return r.FloatString(prec)
	}
	return r.RatString()
}
