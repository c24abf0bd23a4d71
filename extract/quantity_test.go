package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"newsift/segment"
)

// newReader returns a function that reads the numbers and dates of a sentence.
func newReader(t testing.TB) func(text string) ([]quantity, []dateExpr) {
	t.Helper()
	q, err := newQuantifier(builtinRules())
	if err != nil {
		t.Fatal(err)
	}
	cutter, err := segment.NewCutter()
	if err != nil {
		t.Fatal(err)
	}
	return func(text string) ([]quantity, []dateExpr) {
		sp := segment.Span{End: len(text)}
		return q.read(&sentence{block: &segment.Block{Text: text}, span: sp, tokens: cutter.Cut(nil, text, sp)})
	}
}

// row prints a quantity as "text kind value unit bound", exact left out.
func (q quantity) row(text string) string {
	value := formatRat(q.value)
	if q.max != nil {
		value += ".." + formatRat(q.max)
	}
	unit := q.unit
	if unit == "" {
		unit = "-"
	}
	return strings.TrimSuffix(fmt.Sprintf("%s %s %s %s %s", text[q.span.Start:q.span.End], q.kind, value, unit, q.bound), " exact")
}

// claimsOf prints the claims of a sentence, "; " between them.
func claimsOf(text string, found []quantity) string {
	var rows []string
	for _, q := range found {
		if q.kind != "number" {
			rows = append(rows, q.row(text))
		}
	}
	return strings.Join(rows, "; ")
}

type quantityTest struct{ text, want string }

func testClaims(t *testing.T, tests []quantityTest) {
	t.Helper()
	read := newReader(t)
	for _, tt := range tests {
		found, _ := read(tt.text)
		if got := claimsOf(tt.text, found); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.text, got, tt.want)
		}
		for _, q := range found {
			if q.rule == "" {
				t.Errorf("%s: no rule for %s", tt.text, tt.text[q.span.Start:q.span.End])
			}
		}
	}
}

func TestQuantities(t *testing.T) {
	testClaims(t, []quantityTest{
		// counts, money, percent
		{"全镇有48家磨坊", "48家 count 48 家"},
		{"木椅3000 多把", "3000 多把 count 3000 把 over"},
		{"卖出１,２００只陶罐", "１,２００只 count 1200 只"},
		{"票款7.35亿元", "7.35亿元 money 735000000 元"},
		{"拟投33亿扩产", "33亿 money 3300000000 元"},
		{"惠及33亿农民", "33亿 count 3300000000 -"},
		{"销售突破600亿、700亿和900亿元", "600亿 money 60000000000 元 over; 700亿 money 70000000000 元 over; 900亿元 money 90000000000 元 over"},
		{"过亿元企业4家、过十亿元企业8家", "亿元 money 100000000 元 over; 4家 count 4 家; 十亿元 money 1000000000 元 over; 8家 count 8 家"},
		{"花了三千五百万元", "三千五百万元 money 35000000 元"},
		{"捐出两百万块钱", "两百万块钱 money 2000000 元"},
		{"合6000万美元", "6000万美元 money 60000000 美元"},
		{"亏损100亿日元", "100亿日元 money 10000000000 日元"},
		{"找零5角", "5角 money 0.5 元"},
		{"每只3元5角", "3元5角 money 3.5 元"},
		{"降价12.5％", "12.5％ percent 12.5 %"},
		{"盐度为35‰", "35‰ percent 35 ‰"},
		{"百分之八十的灯亮着", "百分之八十 percent 80 %"},
		{"百分之三至百分之五", "百分之三至百分之五 percent 3..5 %"},
		{"千分之三的误差", "千分之三 percent 3 ‰"},
		{"签约之日起30日内付款", "30日 duration 30 日"},
		{"形成25亿瓦时产能、18亿安时电池", "25亿瓦时 energy 2500000000 瓦时; 18亿安时 other 1800000000 安时"},
		{"建校125周年", "125周年 duration 125 周年"},
		{"八成农户签约", "八成 percent 80 %"},
		{"六成五的座位空着", "六成五 percent 65 %"},
		{"约四成半的基金飘红", "四成半 percent 45 % about"},
		{"三分之一的桥建成", "三分之一 percent 1/3 -"},
		{"约2/3的树活了下来", "2/3 percent 2/3 - about"},
		{"一半的路结冰", "一半 percent 0.5 -"},
		{"超过半数居民到场", "半数 percent 0.5 - over"},
		{"回落0.4个百分点", "0.4个百分点 percent_point 0.4 个百分点"},
		{"分别回升2.1个、3.2个百分点", "2.1个 percent_point 2.1 个百分点; 3.2个百分点 percent_point 3.2 个百分点"},
		{"下调25个基点", "25个基点 percent_point 25 个基点"},
		// multiples
		{"高出2.5倍", "2.5倍 multiple 2.5 倍"},
		{"售价翻倍", "翻倍 multiple 2 倍"},
		{"产量几乎翻番", "翻番 multiple 2 倍 under"},
		{"现有9万吨/年产能", "9万吨/年 rate 90000 吨/年"},
		{"收成翻番", "翻番 multiple 2 倍"},
		{"收成翻了一番", "翻了一番 multiple 2 倍"},
		{"收成翻两番", "翻两番 multiple 4 倍"},
		{"是去年的三倍半", "三倍半 multiple 3.5 倍"},
		// ranks
		{"稻米产量居全省第三", "第三 rank 3 位"},
		{"位列全国第12", "第12 rank 12 位"},
		{"他跑出第一名", "第一名 rank 1 位"},
		{"产量、质量居全省第七和第五", "第七 rank 7 位; 第五 rank 5 位"},
		{"综合环境排名22位", "22位 rank 22 位"},
		{"厂区停着22位老师傅的车", "22位 count 22 位"},
		{"跻身行业前50强", "前50强 rank 50 强 under"},
		{"进入前十名", "前十名 rank 10 位 under"},
		{"排名前三", "前三 rank 3 位 under"},
		{"把安全放在首位", "首位 rank 1 位"},
		// durations, ages, degrees
		{"修了一年半", "一年半 duration 1.5 年"},
		{"等了半个小时", "半个小时 duration 0.5 小时"},
		{"飞了5小时30分钟", "5小时30分钟 duration 5.5 小时"},
		{"用时4分20秒", "4分20秒 duration 260 秒"},
		{"用时4分钟20秒", "4分钟20秒 duration 260 秒"},
		{"一个半月完工", "一个半月 duration 1.5 个月"},
		{"三年零四个月", "三年零四个月 duration 40 个月"},
		{"今年83岁的木匠", "83岁 age 83 岁"},
		{"价格低于7.4元/股时增持", "7.4元/股 rate 7.4 元/股 under"},
		{"流量从90立方米每秒减少", "90立方米每秒 rate 90 立方米/秒"},
		{"新的一年修了3座桥", "3座 count 3 座"},
		{"前一交易日收盘价3元", "3元 money 3 元"},
		{"船队达到3亿载重吨", "3亿载重吨 mass 300000000 载重吨"},
		{"净利润为-3亿至-2亿元", "-3亿至-2亿元 money -300000000..-200000000 元"},
		{"净利润-5至1亿元", "-5至1亿元 money -500000000..100000000 元"},
		{"盈余约为-8亿元到-12亿元", "-8亿元到-12亿元 money -1200000000..-800000000 元 about"},
		{"水温零下5℃到零下3℃", "零下5℃到零下3℃ other -5..-3 摄氏度"},
		{"气温降到零下12度", "零下12度 other -12 度"},
		{"最低气温-6℃", "-6℃ other -6 摄氏度"},
		{"墙高1米75", "1米75 length 1.75 米"},
		{"一年跑3万2公里", "一年 duration 1 年; 3万2公里 length 32000 公里"},
		{"玉兔三号行驶", ""},
		{"贫困人口超过3万的县", "3万 count 30000 - over"},
		// ranges and lists
		{"提高3-5个百分点", "3-5个百分点 percent_point 3..5 个百分点"},
		{"造价30~50亿元", "30~50亿元 money 3000000000..5000000000 元"},
		{"工期三至五年", "三至五年 duration 3..5 年"},
		{"需要三到五百人", "三到五百人 count 300..500 人"},
		{"占26%—30%", "26%—30% percent 26..30 %"},
		{"从18亿元增长到340多亿元", "18亿元 money 1800000000 元; 340多亿元 money 34000000000 元 over"},
		{"从3家到11家", "3家 count 3 家; 11家 count 11 家"},
		{"分别投入10、20、30亿元", "10 money 1000000000 元; 20 money 2000000000 元; 30亿元 money 3000000000 元"},
		{"投入10万、20万元", "10万 money 100000 元; 20万元 money 200000 元"},
		{"产值翻一番以上", "翻一番以上 multiple 2 倍 over"},
		{"储气16万方", "16万方 volume 160000 立方米"},
		{"办理六大类事项", "六大类 count 6 大类"},
		{"625万建档立卡贫困人口脱贫", "625万 count 6250000 -"},
		{"国土面积的十分之一", "十分之一 percent 0.1 -"},
		{"建设4个万亿级产业基地", "4个 count 4 个"},
		{"带来27亿人民币收入", "27亿人民币 money 2700000000 元"},
		{"播出第二十五、二十六集", ""},
		{"两三百人围观", "两三百人 count 200..300 人"},
		{"板材为30米X18米", "30米 length 30 米; 18米 length 18 米"},
		{"装机2×34万千瓦", "34万千瓦 energy 340000 千瓦"},
		{"男女比例为3:1", "3:1 other 3 -"},
		// rates
		{"收购价15元/公斤", "15元/公斤 rate 15 元/公斤"},
		{"时速80公里/小时", "80公里/小时 rate 80 公里/小时"},
		{"浓度为35微克/立方米", "35微克/立方米 rate 35 微克/立方米"},
		{"每平方公里11.5亿元", "11.5亿元 money 1150000000 元"},
		// 大, and nouns without a measure word
		{"五大水系", "五大 count 5 大"},
		{"覆盖3000万农民", "3000万 count 30000000 -"},
		{"惠及5800多万低收入人口", "5800多万 count 58000000 - over"},
		{"人口400多万，居全省第三", "400多万 count 4000000 - over; 第三 rank 3 位"},
		{"占全省的1/5。", "1/5 percent 0.2 -"},
		{"上升了1.3和1.1个百分点", "1.3 percent_point 1.3 个百分点; 1.1个百分点 percent_point 1.1 个百分点"},
		{"1100人参演", "1100人 count 1100 人"},
		{"数千居民转移", "数千 count 1000 - over"},
		{"200多渔民返航", "200多 count 200 - over"},
		{"三、四倍的价格", "三、四倍 multiple 3..4 倍"},
		{"卖五、六十块钱", "五、六十块钱 money 50..60 元"},
		{"吸引5万多国内外业内人士", ""},
		{"88分队受到表彰", ""},
		{"经过无数次沟通，几天前达成协议", ""},
		{"观众人次超过了100万。", "100万 count 1000000 - over"},
		{"增长率在2--3倍以上", "2--3倍以上 multiple 2..3 倍 over"},
		{"城乡居民收入比缩小至1.61:1", "1.61:1 other 1.61 -"},
		{"产能为3000万重量箱", "3000万重量箱 mass 30000000 重量箱"},
		{"开车只需十分钟", "十分钟 duration 10 分钟"},
		{"走了1个礼拜", "1个礼拜 duration 1 礼拜"},
		{"节约5万吨标准煤", "5万吨标准煤 mass 50000 吨标准煤"},
		{"种了20亩地", "20亩 area 20 亩"},
		{"10点左右，大家到齐", ""},
		{"这两天很忙，惠及千行百业", ""},
		{"第三、第四轮比赛", ""},
		{"七大工程和13项工程", "七大 count 7 大; 13项 count 13 项"},
		{"照片上的63个人", "63个 count 63 个"},
		{"22部门联合行动", "22部门 count 22 部门"},
	})
}

func TestMagnitudesAlone(t *testing.T) {
	testClaims(t, []quantityTest{
		{"面积近百平方公里的新城", "百平方公里 area 100 平方公里 under"},
		{"百家门店开业", "百家 count 100 家"},
		{"有上千人在线", "上千人 count 1000 人 over"},
		{"14号数百名学生参加", "数百名 count 100 名 over"},
		{"惠及约44亿人口", "44亿 count 4400000000 - about"},
		{"高端人才超过2万。", "2万 count 20000 - over"},
		{"千手观音殿开放", ""},
		{"万家团圆之时", ""},
		{"百家争鸣", ""},
	})
}

func TestSignsAndRanges(t *testing.T) {
	testClaims(t, []quantityTest{
		{"利润总额-9139.15万元", "-9139.15万元 money -91391500 元"},
		{"同比下降10.71%至19.22%", "10.71%至19.22% percent 10.71..19.22 %"},
		{"利率由3%下降至2%", "3% percent 3 %; 2% percent 2 %"},
		{"甲醇价格升至3300元/吨以上", "3300元/吨以上 rate 3300 元/吨 over"},
		{"从4.56元/股涨至6.75元/股", "4.56元/股 rate 4.56 元/股; 6.75元/股 rate 6.75 元/股"},
		{"每辆补贴8元/车公里", "8元/车公里 rate 8 元/车公里"},
		{"吞吐量5万标箱和3万TEU", "5万标箱 count 50000 标箱; 3万TEU count 30000 TEU"},
		{"重2090千克", "2090千克 mass 2090 千克"},
	})
}

func TestBounds(t *testing.T) {
	testClaims(t, []quantityTest{
		{"近300万元", "300万元 money 3000000 元 under"},
		{"将近40人", "40人 count 40 人 under"},
		{"约6吨", "6吨 mass 6 吨 about"},
		{"大约60公里", "60公里 length 60 公里 about"},
		{"60公里左右", "60公里左右 length 60 公里 about"},
		{"200人上下", "200人上下 count 200 人 about"},
		{"超过80座", "80座 count 80 座 over"},
		{"超80座", "80座 count 80 座 over"},
		{"逾80座", "80座 count 80 座 over"},
		{"突破了80座", "80座 count 80 座 over"},
		{"300多家", "300多家 count 300 家 over"},
		{"300余家", "300余家 count 300 家 over"},
		{"三百多万人", "三百多万人 count 3000000 人 over"},
		{"3分37秒73的成绩", "3分37秒73 duration 217.73 秒"},
		{"业绩由-12亿元至-8亿元向下修正为-32亿元至-21.42亿元", "-12亿元至-8亿元 money -1200000000..-800000000 元; -32亿元至-21.42亿元 money -3200000000..-2142000000 元"},
		{"占地约620亩", "620亩 area 620 亩 about"},
		{"占地近113亩", "113亩 area 113 亩 under"},
		{"投资过10亿元的项目", "10亿元 money 1000000000 元 over"},
		{"走过10元店", "10元 money 10 元"},
		{"10多亿元", "10多亿元 money 1000000000 元 over"},
		{"一个多月", "一个多月 duration 1 个月 over"},
		{"三年多", "三年多 duration 3 年 over"},
		{"80%以上", "80%以上 percent 80 % over"},
		{"20人以下", "20人以下 count 20 人 under"},
		{"5分钟以内", "5分钟以内 duration 5 分钟 under"},
		{"不足30米", "30米 length 30 米 under"},
		{"不到30米", "30米 length 30 米 under"},
		{"不低于5亿元", "5亿元 money 500000000 元 over"},
		{"至少7人", "7人 count 7 人 over"},
		{"最多7人", "7人 count 7 人 under"},
		{"不超过7人", "7人 count 7 人 under"},
		{"高达90%", "90% percent 90 %"},
		{"仅9人", "9人 count 9 人"},
		{"数百家", "数百家 count 100 家 over"},
		{"上百家", "上百家 count 100 家 over"},
		{"成千名志愿者", "成千名 count 1000 名 over"},
		{"几十万元", "几十万元 money 100000 元 over"},
		{"十几个人", "十几个 count 10 个 over"},
		{"超亿元", "亿元 money 100000000 元 over"},
		{"近百项", "百项 count 100 项 under"},
		{"利润率降到-3.5%", "-3.5% percent -3.5 %"},
		{"增长3%-5%", "3%-5% percent 3..5 %"},
		{"镇上有近百家磨坊", "百家 count 100 家 under"},
		{"十来个孩子", "十来个 count 10 个 about"},
		{"超市卖出5箱", "5箱 count 5 箱"},
	})
}

func TestNotClaims(t *testing.T) {
	read := newReader(t)
	for _, text := range []string{
		// dates and times
		"2021年3月1日", "截至9时30分", "15:30开会", "20世纪90年代", "下午3点", "5月底", "2019-2020年", "下午5点到6点",
		// numbers of documents, roads, telephones, addresses
		"林发〔2018〕45号", "沿318国道", "电话0571-88661234", "长安街18号", "地铁5号线", "神舟十二号",
		// models and codes
		"5G基站", "歼-20战机", "C919客机", "MH370航班", "HPM600KW机组", "PM2.5浓度", "COVID-19",
		// numbering
		"第四批名单", "第二所学校", "第一，要节约；", "3.1.2节", "十三届全国人大四次会议",
		// slogans, terms, idioms, names
		"落实“三张纸”", "一批老人", "一流水平", "千方百计", "五花八门", "世界500强企业", "统一标准", "一村一品", "新一轮谈判",
		"三年行动计划", "8.5代线投产", "上世纪90 年代初", "四分之一决赛", "一类航空口岸", "卡车一辆接着一辆", "工人三三两两", "30日抵达", "愿同各方一道努力", "四处逃散", "零部件", "一张张笑脸", "731部队旧址", "2009级学生",
		"万家灯火", "以3比1取胜", "3:2战胜对手", "陆家嘴", "大陆百姓",
	} {
		found, _ := read(text)
		if got := claimsOf(text, found); got != "" {
			t.Errorf("%s: found %s", text, got)
		}
	}
}

// Numbers that state no amount are still printed as bare numbers.
func TestBareNumbers(t *testing.T) {
	read := newReader(t)
	for _, tt := range []quantityTest{
		{"负三十二", "-32"}, {"零", "0"}, {"一一", "11"}, {"-7.5", "-7.5"}, {"1/3", "1/3"}, {"二又三分之一", "7/3"}, {"1 3/5", "1.6"},
		{".5", "0.5"}, {"半百", "50"}, {"答案是四不是五", "4 5"}, {"1千零20", "1020"}, {"第3万回", "30000"}, {"２０.５万", "205000"},
		{"八点四五", "8.45"}, {"四十九兆零三億", "49000300000000"},
	} {
		found, _ := read(tt.text)
		var values []string
		for _, q := range found {
			values = append(values, formatRat(q.value))
		}
		if got := strings.Join(values, " "); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestBaseValues(t *testing.T) {
	read := newReader(t)
	for _, tt := range []struct{ text, want string }{
		{"3亩", "2000 平方米"}, {"2公顷", "20000 平方米"}, {"1.5平方公里", "1500000 平方米"}, {"10英亩", "40468.564224 平方米"},
		{"5公里", "5000 米"}, {"2海里", "3704 米"}, {"6英寸", "0.1524 米"}, {"八十里", "40000 米"},
		{"7吨", "7000 千克"}, {"9公斤", "9 千克"}, {"4斤", "2 千克"}, {"2盎司", "0.05669904625 千克"},
		{"3桶", "0.476961884784 立方米"}, {"50毫升", "0.00005 立方米"}, {"8立方米", "8 立方米"},
		{"4兆瓦", "4000 千瓦"}, {"6吉瓦时", "6000000 千瓦时"}, {"100度电", "100 千瓦时"},
		{"2小时", "7200 秒"}, {"3年", "36 月"}, {"2个季度", "6 月"},
		{"5角", "0.5 元"}, {"8美元", "8 美元"}, {"五成", "50 %"}, {"20‰", "2 %"}, {"50个基点", "0.5 个百分点"},
		{"3GB", "3000000000 字节"}, {"2兆帕", "2000000 帕"}, {"36公里/小时", "10 米/秒"},
	} {
		found, _ := read(tt.text)
		if len(found) != 1 || found[0].base == nil {
			t.Errorf("%s: %d quantities", tt.text, len(found))
			continue
		}
		q := found[0]
		if got := formatRat(q.value.Mul(q.value, q.base.factor)) + " " + q.base.base; got != tt.want {
			t.Errorf("%s: base value %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestPeriods(t *testing.T) {
	read := newReader(t)
	for _, tt := range []struct{ text, want string }{
		{"2021年", "2021"}, {"2021年5月", "2021-05"}, {"2021年5月3日", "2021-05-03"}, {"2021-05-03", "2021-05-03"}, {"2021.5.3", "2021-05-03"},
		{"２０２１年５月", "2021-05"}, {"二〇二一年五月", "2021-05"}, {"2019-2021年", "2019/2021"}, {"2020年上半年", "2020-01/2020-06"},
		{"2020年一季度", "2020-01/2020-03"}, {"2020年1-3季度", "2020-01/2020-09"}, {"2020年1-5月", "2020-01/2020-05"}, {"2015年以来", "2015/"},
		{"“十三五”期间", "2016/2020"}, {"十四五时期", "2021/2025"},
	} {
		found, dates := read(tt.text)
		if len(dates) != 1 || dates[0].period.String() != tt.want || len(found) != 0 {
			t.Errorf("%s: got %d dates %v, want %s; numbers %s", tt.text, len(dates), dates, tt.want, claimsOf(tt.text, found))
		}
	}
}

func FuzzQuantities(f *testing.F) {
	for _, s := range []string{
		"投资30~50亿元，同比增长6.2%", "三分之一", "第12位前50强", "-5℃至零下3度", "1米75", "“三张纸”", "2020年1-3月", "3/5的人", "半", "第", "前", "翻", "上百", "负",
		"5小时30分", "10、20、30亿元", "一一一一", "百分之", "3:1比例", "\xff\xfe三\x00家", "十三五期间", ".5.5.5", "①②③", "9999999999999999999999999亿元",
	} {
		f.Add(s)
	}
	read := newReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		found, dates := read(text)
		var spans []segment.Span
		for _, q := range found {
			spans = append(spans, q.span)
			if q.value == nil || q.kind == "" || q.bound == "" {
				t.Fatalf("%q: incomplete %+v", text, q)
			}
		}
		for _, d := range dates {
			spans = append(spans, d.span)
		}
		for _, s := range spans {
			if s.Start < 0 || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q: span %v", text, s)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
				t.Fatalf("%q: span %v splits a character", text, s)
			}
		}
	})
}
