package segment

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"pgregory.net/rapid"
)

func encode(t testing.TB, enc encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := enc.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return b
}

func toUTF16(s string, order binary.AppendByteOrder) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

const (
	newsText = "云岭高新区前三季度新签项目42个\n\n10月12日，记者从管委会获悉，协议投资额达86.5亿元，同比增长17.3%。"
	taiwan   = "新竹科學園區去年營業額成長一成\n\n管理局表示，半導體產業仍是主力，就業人數達十六萬人。"
)

func TestDecodeTellsEncodings(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		data       []byte
		encoding   string
		guessed    bool
	}{
		{"empty", "", nil, "utf-8", false},
		{"ascii", "R&D 19.42", []byte("R&D 19.42"), "utf-8", false},
		{"utf-8", newsText, []byte(newsText), "utf-8", false},
		{"utf-8 with mark", newsText, []byte("\ufeff" + newsText), "utf-8", false},
		{"utf-16le with mark", newsText, toUTF16("\ufeff"+newsText, binary.LittleEndian), "utf-16", false},
		{"utf-16be with mark", newsText, toUTF16("\ufeff"+newsText, binary.BigEndian), "utf-16", false},
		{"utf-16le", newsText, toUTF16(newsText, binary.LittleEndian), "utf-16", true},
		{"utf-16be", newsText, toUTF16(newsText, binary.BigEndian), "utf-16", true},
		{"utf-16le latin", "GDP 2020\r\n", toUTF16("GDP 2020\r\n", binary.LittleEndian), "utf-16", true},
		{"utf-16be headline", "园区新增企业", toUTF16("园区新增企业", binary.BigEndian), "utf-16", true},
		{"a stray NUL", "near 园区\x00企业", []byte("near 园区\x00企业"), "utf-8", false},
		{"a stray NUL in latin", "research and development\x00 spending", []byte("research and development\x00 spending"), "utf-8", false},
		{"gb18030", newsText, encode(t, simplifiedchinese.GB18030, newsText), "gb18030", true},
		{"gb18030 beyond gbk", "𠮷野高新区的企业与园区", encode(t, simplifiedchinese.GB18030, "𠮷野高新区的企业与园区"), "gb18030", true},
		{"big5", taiwan, encode(t, traditionalchinese.Big5, taiwan), "big5", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, d, err := Decode(tt.data, "auto")
			want := Decoding{Encoding: tt.encoding, Guessed: tt.guessed}
			if err != nil || d != want || text != tt.text {
				t.Errorf("Decode = %q, %+v, %v; want %q, %+v", text, d, err, tt.text, want)
			}
		})
	}
}

// Headlines are all the detector gets to see of a short input.
func TestDecodeGuessesHeadlines(t *testing.T) {
	for _, s := range []string{
		"园区", "昆明新增企业", "高新区签约项目18个", "某市开发区：产值破百亿", "青禾种业上市", "《规划》发布",
		"2021年招商大会召开", "“夜校”开课了", "GDP同比增长8.1%", "镕基、喆、堃",
	} {
		if text, d, _ := Decode(encode(t, simplifiedchinese.GBK, s), "auto"); text != s {
			t.Errorf("GBK %q read as %s: %q", s, d.Encoding, text)
		}
	}
	for _, s := range []string{
		"園區擴建", "科學園區營收創新高", "新竹市長表示", "台積電第三季營收2,386億元", "「產業升級」計畫", "中國時報",
	} {
		if text, d, _ := Decode(encode(t, traditionalchinese.Big5, s), "auto"); text != s {
			t.Errorf("Big5 %q read as %s: %q", s, d.Encoding, text)
		}
	}
}

func TestDecodeCountsDamage(t *testing.T) {
	gbk := string(encode(t, simplifiedchinese.GB18030, "高新区\n新增企业"))
	for _, tt := range []struct {
		name, data, encoding string
		text                 string
		want                 Decoding
	}{
		{"cut at the end", newsText[:len(newsText)-2], "auto", newsText[:len(newsText)-3] + "\ufffd", Decoding{"utf-8", true, 1, 3}},
		{"a damaged character is one", "园区\r\n新\xe5\xa2企业", "utf-8", "园区\r\n新\ufffd企业", Decoding{"utf-8", false, 1, 2}},
		{"stray bytes", "园\x80\x80区增长与企业", "auto", "园\ufffd\ufffd区增长与企业", Decoding{"utf-8", true, 2, 1}},
		{"old Mac line ends", "园区\r企业\r\xff增长", "utf-8", "园区\r企业\r\ufffd增长", Decoding{"utf-8", false, 1, 3}},
		{"replacement in the input", "园\ufffd区", "auto", "园\ufffd区", Decoding{"utf-8", false, 0, 0}},
		{"gb18030", gbk + "\xff", "gb18030", "高新区\n新增企业\ufffd", Decoding{"gb18030", false, 1, 2}},
		{"gb18030 with replacement", "\x84\x31\xa4\x37\n" + gbk + "\xff", "gb18030", "\ufffd\n高新区\n新增企业\ufffd", Decoding{"gb18030", false, 1, 3}},
		{"utf-16 odd", "\xff\xfe\x01\x4e\x02", "auto", "\u4e01\ufffd", Decoding{"utf-16", false, 1, 1}},
		{"utf-16 half a pair", "\xff\xfe\x42\xd8\x0a\x00\xb7\xdf", "auto", "\ufffd\n\ufffd", Decoding{"utf-16", false, 2, 1}},
		{"utf-16 replacement", "\xff\xfe\xfd\xff", "auto", "\ufffd", Decoding{"utf-16", false, 0, 0}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, d, err := Decode([]byte(tt.data), tt.encoding)
			if err != nil || d != tt.want || text != tt.text {
				t.Errorf("Decode = %q, %+v, %v; want %q, %+v", text, d, err, tt.text, tt.want)
			}
		})
	}
}

func TestDecodeUnknownEncoding(t *testing.T) {
	_, _, err := Decode(nil, "latin1")
	if err == nil || !strings.Contains(err.Error(), "latin1") || !strings.Contains(err.Error(), "auto, utf-8, gb18030, big5, utf-16") {
		t.Errorf("err = %v", err)
	}
}

// Whatever a text says, all encodings of it decode to it.
func TestDecodeRoundTrip(t *testing.T) {
	words := rapid.SampledFrom([]string{
		"园区", "企业", "新增", "增长", "管委会", "的", "项目", "2020年", "19.42亿元", "，", "。", "“", "”", "\n", "\r\n", "R&D", " ",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := "近日，" + strings.Join(rapid.SliceOfN(words, 1, 60).Draw(t, "words"), "")
		gb, _ := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
		for name, data := range map[string][]byte{
			"utf-8": []byte(text), "gb18030": gb,
			"utf-16le": toUTF16("\ufeff"+text, binary.LittleEndian), "utf-16be": toUTF16(text, binary.BigEndian),
		} {
			if got, d, _ := Decode(data, "auto"); got != text || d.Bad > 0 {
				t.Fatalf("%s: %q read as %+v: %q", name, text, d, got)
			}
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(newsText), uint8(0))
	f.Add([]byte("\xff\xfe\x42\xd8"), uint8(4))
	f.Add([]byte("\x84\x31\xa4\x37\x81"), uint8(2))
	f.Fuzz(func(t *testing.T, data []byte, which uint8) {
		names := Encodings()
		name := names[int(which)%len(names)]
		text, d, err := Decode(data, name)
		switch {
		case err != nil:
			t.Fatal(err)
		case !utf8.ValidString(text):
			t.Fatalf("%q is not UTF-8", text)
		case d.Bad > strings.Count(text, "\ufffd"):
			t.Fatalf("%d bad characters, %d replaced", d.Bad, strings.Count(text, "\ufffd"))
		case (d.Bad > 0) != (d.BadLine > 0):
			t.Fatalf("%+v", d)
		case name != "auto" && d.Encoding != name:
			t.Fatalf("asked for %s, got %s", name, d.Encoding)
		case utf8.Valid(data) && name == "utf-8" && strings.TrimPrefix(string(data), "\ufeff") != text:
			t.Fatalf("valid UTF-8 %q became %q", data, text)
		}
	})
}
