package extract

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestReadNumeral(t *testing.T) {
	tests := []struct {
		text  string // the numeral starts it
		taken string // what of it is the numeral
		lo    string
		hi    string // if it is a range
	}{
		// Arabic digits
		{"69家", "69", "69", ""},
		{"１９４０套", "１９４０", "1940", ""},
		{"1,940人", "1,940", "1940", ""},
		{"1，940，000人", "1，940，000", "1940000", ""},
		{"3,45", "3", "3", ""},
		{"1,2345", "1", "1", ""},
		{"19.42亿", "19.42亿", "1942000000", ""},
		{"２．５万", "２．５万", "25000", ""},
		{"0.07", "0.07", "0.07", ""},
		{"1.6 万亿", "1.6 万亿", "1600000000000", ""},
		{"50个亿", "50个亿", "5000000000", ""},
		{"三个多亿", "三个多亿", "300000000", ""},
		{"3千5百万", "3千5百万", "35000000", ""},
		{"1万6千", "1万6千", "16000", ""},
		{"2万5", "2万5", "25000", ""},
		{"3千5", "3千5", "3500", ""},
		{"2万05", "2万05", "20005", ""},
		{"2万5000", "2万5000", "25000", ""},
		{"1.5e8", "1.5e8", "150000000", ""},
		{"30k", "30k", "30000", ""},
		{"4K", "4", "4", ""},
		{"2021.3.1", "2021", "2021", ""},
		// Chinese digits
		{"零", "零", "0", ""},
		{"十二", "十二", "12", ""},
		{"一百零五", "一百零五", "105", ""},
		{"一百一十", "一百一十", "110", ""},
		{"一百一", "一百一", "110", ""},
		{"三千五百万", "三千五百万", "35000000", ""},
		{"一万二", "一万二", "12000", ""},
		{"一万零二", "一万零二", "10002", ""},
		{"两亿三", "两亿三", "230000000", ""},
		{"三亿零四百万", "三亿零四百万", "304000000", ""},
		{"一点五亿", "一点五亿", "150000000", ""},
		{"二十点零三", "二十点零三", "20.03", ""},
		{"二〇二〇年", "二〇二〇", "2020", ""},
		{"一万亿", "一万亿", "1000000000000", ""},
		{"四千五百万零三十亿", "四千五百万零三十亿", "4500003000000000", ""},
		{"七百九十二兆零三亿", "七百九十二兆零三亿", "792000300000000", ""},
		{"廿三", "廿三", "23", ""},
		{"一千八百六十五亿四千零七万三千二百一十九", "一千八百六十五亿四千零七万三千二百一十九", "186540073219", ""},
		// formal and traditional digits
		{"壹贰叁", "壹贰叁", "123", ""},
		{"伍佰叁拾肆", "伍佰叁拾肆", "534", ""},
		{"參萬貳仟", "參萬貳仟", "32000", ""},
		{"兩億", "兩億", "200000000", ""},
		// vague digits and ranges
		{"十几", "十几", "10", ""},
		{"几十万", "几十万", "100000", ""},
		{"数百", "数百", "100", ""},
		{"二十几亿", "二十几亿", "2000000000", ""},
		{"300多万", "300多万", "3000000", ""},
		{"十余万", "十余万", "100000", ""},
		{"两三百", "两三百", "200", "300"},
		{"二三十", "二三十", "20", "30"},
		{"十七八", "十七八", "17", "18"},
		{"三五", "三五", "3", "5"},
		{"一万二三", "一万二三", "12000", "13000"},
		// where numerals end
		{"三百四百", "三百", "300", ""},
		{"五十千克", "五十", "50", ""},
		{"三千瓦", "三", "3", ""},
		{"一万八千米", "一万八千", "18000", ""},
		{"一百兆瓦", "一百", "100", ""},
		{"九点三十分", "九", "9", ""},
		{"八点零五分", "八", "8", ""},
		{"三百多人", "三百", "300", ""},
		{"三千 八百 五十", "三千 八百 五十", "3850", ""},
		{"三 五", "三", "3", ""},
	}
	for _, tt := range tests {
		n, ok := readNumeral(tt.text, 0)
		if !ok {
			t.Errorf("%s: no numeral", tt.text)
			continue
		}
		hi := ""
		if n.isRange {
			hi = formatRat(n.hi.rat())
		}
		if got := tt.text[n.span.Start:n.span.End]; got != tt.taken || formatRat(n.lo.rat()) != tt.lo || hi != tt.hi {
			t.Errorf("%s: got %s = %s..%s, want %s = %s..%s", tt.text, got, formatRat(n.lo.rat()), hi, tt.taken, tt.lo, tt.hi)
		}
	}
}

func TestNoNumeral(t *testing.T) {
	for _, text := range []string{"", "家", "陆家嘴", "伍先生", "收拾", "京沪", "兆头", "多少", "来年", "点", "123456789012345678901234"} {
		if n, ok := readNumeral(text, 0); ok {
			t.Errorf("%q: read %q", text, text[n.span.Start:n.span.End])
		}
	}
}

// hanNumber writes v in Chinese, with the digits and magnitudes of letters.
func hanNumber(v uint64, letters string) string {
	l := []rune(letters) // 0 to 9, then 十百千万亿
	section := func(v uint64) (s string) {
		gap := false
		for exp, div := 3, uint64(1000); exp >= 0; exp, div = exp-1, div/10 {
			d := v / div % 10
			if d == 0 {
				gap = s != ""
				continue
			}
			if gap {
				s += string(l[0])
				gap = false
			}
			s += string(l[d])
			if exp > 0 {
				s += string(l[9+exp])
			}
		}
		return s
	}
	if v == 0 {
		return string(l[0])
	}
	out := ""
	for i, div := 2, uint64(1e8); i >= 0; i, div = i-1, div/1e4 {
		part := v / div % 1e4
		if part == 0 {
			continue
		}
		if out != "" && part < 1000 || out != "" && v/(div*1e4)%1e4 == 0 {
			out += string(l[0])
		}
		out += section(part)
		if i > 0 {
			out += string(l[12+i])
		}
	}
	return out
}

func fullWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r - '0' + '０'
		case r == '.':
			return '．'
		case r == ',':
			return '，'
		}
		return r
	}, s)
}

func grouped(s string) string {
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// A number is the same number in whatever letters it is written.
func TestNumeralForms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Uint64Range(0, 999999999999).Draw(t, "v")
		digits := strconv.FormatUint(v, 10)
		forms := []string{
			digits, fullWidth(digits), grouped(digits), fullWidth(grouped(digits)),
			hanNumber(v, "零一二三四五六七八九十百千万亿"),
			hanNumber(v, "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"),
			hanNumber(v, "零壹貳參肆伍陸柒捌玖拾佰仟萬億"),
		}
		if v >= 1e8 && v%1e4 == 0 {
			forms = append(forms, fmt.Sprintf("%d亿%d万", v/1e8, v%1e8/1e4))
		}
		if v%1e6 == 0 {
			forms = append(forms, big.NewRat(int64(v/1e6), 100).FloatString(2)+"亿")
		}
		for _, form := range forms {
			n, ok := readNumeral(form, 0)
			if !ok || n.span.Len() != len(form) || formatRat(n.lo.rat()) != digits {
				t.Fatalf("%s: read %q as %s, want %s", form, form[:n.span.End], formatRat(n.lo.rat()), digits)
			}
		}
	})
}

// The value column is the number that was written, to the last decimal.
func TestValueRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.Uint64Range(0, 99999999).Draw(t, "whole")
		decimals := rapid.StringMatching(`[0-9]{0,5}[1-9]`).Draw(t, "decimals")
		text := fmt.Sprintf("%d.%s", whole, decimals)
		for _, form := range []string{text, fullWidth(text)} {
			n, ok := readNumeral(form, 0)
			if !ok || formatRat(n.lo.rat()) != text {
				t.Fatalf("%s: value %s", form, formatRat(n.lo.rat()))
			}
		}
		n, _ := readNumeral(text+"万", 0)
		want, _ := new(big.Rat).SetString(text)
		if want.Mul(want, big.NewRat(10000, 1)); n.lo.rat().Cmp(want) != 0 {
			t.Fatalf("%s万: value %s", text, formatRat(n.lo.rat()))
		}
	})
}

func FuzzNumeral(f *testing.F) {
	for _, s := range []string{
		"1,940.5万", "一百二十三", "三千 八百", "十几亿", "2021.3.1", "1.5e-8", "壹佰贰拾叁", "五百 余万", "３．１４", "9999999999999999999999",
		"万亿亿亿亿亿亿", "零零零", "一二三四五六七八九", "点点点", "3千5", "\xff3万", "二\xe4\xb8", "廿卅卌", "兆京垓",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for i := 0; ; {
			n, ok := nextNumeral(text, i)
			if !ok {
				break
			}
			if n.span.Start < i || n.span.End <= n.span.Start || n.span.End > len(text) {
				t.Fatalf("%q: span %v from %d", text, n.span, i)
			}
			for _, at := range []int{n.span.Start, n.span.End} {
				if at < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[at]) {
					t.Fatalf("%q: span %v splits a character", text, n.span)
				}
			}
			if n.hi.rat().Cmp(n.lo.rat()) < 0 {
				t.Fatalf("%q: range falls", text[n.span.Start:n.span.End])
			}
			i = n.span.End
		}
	})
}

// benchText is made-up news with a number about every twenty characters.
func benchText() string {
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, "据当地统计部门介绍，该市去年新建道路%d条，改造老旧小区%s个，完成投资%d.%02d亿元，同比增长%d.%d%%。", i, hanNumber(uint64(i), "零一二三四五六七八九十百千万亿"), i, i%100, i%40, i%10)
		b.WriteString("居民们走出家门，在公园里散步，孩子们追着风筝奔跑，远处的山坡上开满了野花，空气里有青草的味道。")
	}
	return b.String()
}

func BenchmarkNumerals(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for i := 0; ; {
			n, ok := nextNumeral(text, i)
			if !ok {
				break
			}
			i = n.span.End
		}
	}
}
