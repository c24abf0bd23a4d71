package extract

import "testing"

// Whole nouns are measured, however they are cut into words.
func TestMeasuredNouns(t *testing.T) {
	checkLinks(t, []linkTest{
		{"a verb before a bare measure", "合肥高新区智能终端接入数量超过3万台。", []link{
			{"3万台", "合肥高新区", "智能终端接入数量", "", ""}}},
		{"but not a verb of having", "合肥高新区实现收入5亿元。", []link{
			{"5亿元", "合肥高新区", "收入", "", ""}}},
		{"a threshold inside", "合肥高新区新签亿元以上项目12个。", []link{
			{"亿元以上", "*", "*", "*", ""}, {"12个", "合肥高新区", "亿元以上项目", "新签", ""}}},
		{"no time inside", "合肥高新区商场去年交易总额突破9亿元。", []link{
			{"9亿元", "合肥高新区", "交易总额", "", ""}}},
		{"a noun of a service fee", "合肥高新区为企业节省每票20元的数据传输费。", []link{
			{"20元", "合肥高新区", "数据传输费", "节省", ""}}},
		{"an adjective inside", "合肥高新区启动8个科技创新大项目。", []link{
			{"8个", "合肥高新区", "科技创新大项目", "", ""}}},
		{"manner is no part", "合肥高新区12家设计单位整体搬入新楼。", []link{
			{"12家", "合肥高新区", "设计单位", "", ""}}},
		{"behind an open bracket", "合肥高新区生产标准铜精矿(平均品位22%)600吨。", []link{
			{"22%", "*", "平均品位", "", ""}, {"600吨", "*", "*", "", ""}}},
		{"behind a bracket at the head", "合肥高新区有4家公司（不含分公司）持股12%。", []link{
			{"4家", "*", "公司", "", ""}, {"12%", "*", "持股", "", ""}}},
		{"towards a country", "去年，中国对美投资额增长3倍。", []link{
			{"3倍", "中国", "对美投资额", "增长", ""}}},
		{"things that are counted and what is measured of them", "合肥高新区6个产业集群产值规模超过2万亿元。", []link{
			{"6个", "合肥高新区", "产业集群", "", ""}, {"2万亿元", "合肥高新区", "产业集群产值规模", "", ""}}},
		{"a relative clause with 被", "合肥高新区有5种被业内公认的新材料。", []link{
			{"5种", "合肥高新区", "新材料", "", ""}}},
		{"no number as a measure", "合肥高新区共1，940人，其中2，000股。", []link{{"1，940人", "合肥高新区", "*", "*", ""}, {"2，000股", "*", "", "", ""}}},
		{"nouns that look like verbs", "合肥高新区推出28条综合政策举措。", []link{{"28条", "合肥高新区", "综合政策举措", "", ""}}},
		{"what has been made longer", "这项技术将水果保鲜储存时间延长约两个月。", []link{{"两个月", "*", "水果保鲜储存时间", "延长", ""}}},
		{"behind its own size", "合肥高新区建成46公里长的环湖公路。", []link{{"46公里", "合肥高新区", "环湖公路", "", ""}}},
		{"the third behind others", "森林食物成为继粮食之后的第三大农产品。", []link{{"第三", "*", "农产品", "", ""}}},
		{"what an amount is spent on", "科大讯飞拟3亿元收购一家芯片企业。", []link{
			{"3亿元", "科大讯飞", "收购", "", ""}, {"一家", "*", "芯片企业", "", ""}}},
		{"what half of something does", "合肥高新区新增订单的一半来自海外。", []link{{"一半", "合肥高新区", "订单", "新增", ""}}},
		{"what is done in parts", "科大讯飞分三批拨付专项资金2亿元。", []link{
			{"三批", "科大讯飞", "专项资金", "", ""}, {"2亿元", "科大讯飞", "专项资金", "", ""}}},
		{"what is issued in a place", "科大讯飞在上海发行5亿元绿色债券。", []link{{"5亿元", "科大讯飞", "绿色债券", "", ""}}},
		{"loans and their growth", "合肥高新区科技企业贷款同比增长9%，增速比上季度加快2个百分点。", []link{
			{"9%", "合肥高新区", "科技企业贷款", "同比增长", ""}, {"2个百分点", "合肥高新区", "增速", "加快", ""}}},
		{"nothing but a joining word", "合肥高新区拨付2亿元，并安排3亿元实施技改。", []link{
			{"2亿元", "合肥高新区", "*", "", ""}, {"3亿元", "合肥高新区", "实施", "", ""}}},
		{"an adverb makes a verb", "合肥高新区先后培育上市企业15家。", []link{{"15家", "合肥高新区", "上市企业", "", ""}}},
		{"money by what is said of it", "合肥高新区网上零售额达到40亿，发放补贴5亿多。", []link{
			{"40亿", "合肥高新区", "网上零售额", "", ""}, {"5亿多", "合肥高新区", "补贴", "", ""}}},
		{"nothing but an adverb behind", "合肥高新区平均2平方公里才有一家店。", []link{
			{"2平方公里", "合肥高新区", "*", "", ""}, {"一家", "*", "店", "", ""}}},
		{"in a hurry", "暴雨造成3人受伤，400人紧急撤离。", []link{
			{"3人", "暴雨", "受伤", "", ""}, {"400人", "暴雨", "撤离", "", ""}}},
		{"a loss", "科大讯飞上半年预亏2亿元。", []link{{"2亿元", "科大讯飞", "预亏", "预亏", "*"}}},
		{"a share bought", "科大讯飞拟3亿元收购东方精工5%股权。", []link{{"3亿元", "科大讯飞", "收购", "", ""}, {"5%", "*", "股权", "", ""}}},
		{"a verb and its object", "科大讯飞终止6亿元募资项目。", []link{{"6亿元", "科大讯飞", "募资项目", "", ""}}},
		{"not when something was done", "扣除费用后，科大讯飞2亿元用于建厂。", []link{{"2亿元", "科大讯飞", "用于", "", ""}}},
		{"words that stand for what was measured", "合肥高新区居民人均收入超过5万元，这一数字居安徽省第一。", []link{
			{"5万元", "合肥高新区", "居民人均收入", "", ""}, {"第一", "合肥高新区", "居民人均收入", "", ""}}},
		{"the same period of last year", "合肥高新区发电量25亿千瓦时，较上年同期20亿千瓦时增长25%。", []link{
			{"25亿千瓦时", "合肥高新区", "发电量", "", ""}, {"20亿千瓦时", "*", "发电量", "", ""}, {"25%", "*", "发电量", "增长", ""}}},
		{"what went on so long", "合肥高新区出口规模连续15年居安徽省第一。", []link{
			{"15年", "合肥高新区", "出口规模", "*", ""}, {"第一", "合肥高新区", "出口规模", "", ""}}},
		{"experience of so many years", "合肥高新区有着20多年的孵化经验。", []link{
			{"20多年", "合肥高新区", "孵化经验", "", ""}}},
		{"movement inside what is measured", "合肥高新区工业对经济增长的贡献率超过50%。", []link{
			{"50%", "合肥高新区", "*", "", ""}}},
		{"about a share", "合肥高新区光伏产业约占全省20%。", []link{
			{"20%", "*", "*", "", ""}}},
	})
}

func TestModelsAreNoClaims(t *testing.T) {
	for text, want := range map[string]int{
		"园区安装了金风600KW风机。": 0, "科大讯飞8GB版本上市。": 0, "电站功率600KW。": 1, "风机单机功率达到600KW。": 1,
	} {
		if got := claimsIn(t, text); len(got) != want {
			t.Errorf("%s: %d claims, want %d: %+v", text, len(got), want, got)
		}
	}
}

func TestMostIsNoNumber(t *testing.T) {
	for text, want := range map[string]int{"民主党占据多数席位。": 0, "合肥高新区产值达到千亿元。": 1, "县里投入八个多亿。": 1} {
		if got := claimsIn(t, text); len(got) != want {
			t.Errorf("%s: %d claims, want %d: %+v", text, len(got), want, got)
		}
	}
}

func TestBoundOfAShare(t *testing.T) {
	got := claimsIn(t, "合肥高新区光伏产业约占全省20%。")
	if len(got) != 1 || got[0].Bound != "about" {
		t.Errorf("got %+v, want one claim of about 20%%", got)
	}
}

// Noun phrases begin and end with their own words.
func TestEdgesOfNouns(t *testing.T) {
	checkLinks(t, []linkTest{
		{"a verb that says what the noun behind it is for", "合肥高新区开通25个线上祭扫平台。", []link{{"25个", "合肥高新区", "线上祭扫平台", "", ""}}},
		{"and in front of the number", "合肥高新区已建成蔬菜工厂化育秧中心30个。", []link{{"30个", "合肥高新区", "蔬菜工厂化育秧中心", "", ""}}},
		{"but not an act", "合肥高新区已回收网点30个。", []link{{"30个", "合肥高新区", "网点", "", ""}}},
		{"an adverb that gse takes for a noun", "合肥高新区26名医生轮流值班。", []link{{"26名", "合肥高新区", "医生", "", ""}}},
		{"an experience and whose it is", "有着20年从业经历的王建国种了8亩水稻。", []link{
			{"20年", "王建国", "从业经历", "", ""}, {"8亩", "王建国", "水稻", "", ""}}},
		{"a verb of reaching glued to a measure", "合肥高新区手机类产品占比达32%。", []link{{"32%", "合肥高新区", "手机类产品占比", "", ""}}},
		{"a count is no part of the size of what it counts", "合肥高新区培育50家以上年利润超过千万元的企业。", []link{
			{"50家以上", "合肥高新区", "企业", "", ""}, {"千万元", "*", "年利润", "", ""}}},
		{"better than last year", "合肥高新区8万亩小麦长势好于去年。", []link{{"8万亩", "合肥高新区", "小麦长势", "", ""}}},
		{"what it has made better", "合肥高新区15场戏曲演出丰富了居民生活。", []link{{"15场", "合肥高新区", "戏曲演出", "", ""}}},
		{"a reach from one thing to another", "合肥高新区建成一条从设计到封装的芯片产业链。", []link{{"一条", "合肥高新区", "芯片产业链", "", ""}}},
		{"a superlative", "合肥高新区走访12个最不发达国家的企业。", []link{{"12个", "合肥高新区", "最不发达国家的企业", "", ""}}},
		{"a time behind the noun", "合肥高新区20名学生昨晚返校。", []link{{"20名", "合肥高新区", "学生", "", ""}}},
		{"a change in a list of what it is about", "合肥高新区从激发活力、扩大投资等六大领域提出18条举措。", []link{
			{"六大", "合肥高新区", "领域", "", ""}, {"18条", "合肥高新区", "举措", "", ""}}},
		{"a change in front of 的 is another's", "合肥高新区推出扩大投资的20条举措。", []link{{"20条", "合肥高新区", "举措", "", ""}}},
		{"what money of a deed is", "合肥高新区用抵扣出的500万元资金，升级设备。", []link{{"500万元", "合肥高新区", "资金", "", ""}}},
		{"a time as the measure of a service", "合肥高新区审批时限为52小时，同比缩短1.5小时。", []link{
			{"52小时", "合肥高新区", "审批时限", "", ""}, {"1.5小时", "合肥高新区", "审批时限", "*", ""}}},
		{"a flood of so many years", "合肥高新区防洪标准达到50年一遇。", []link{{"50年", "合肥高新区", "防洪标准", "", ""}}},
		{"a bare number of the clause before", "合肥高新区景气指数已达119.9，比上月提高4.8个点。", []link{{"4.8个点", "合肥高新区", "景气指数", "提高", ""}}},
		{"a share of a place and not of a fund", "高校承担了80%以上国家自然科学基金项目。", []link{{"80%以上", "高校", "*", "", ""}}},
		{"a noun that a clause in front describes, and what it tells", "合肥高新区六名奋战在一线的代表分享了他们的故事。", []link{{"六名", "合肥高新区", "代表", "", ""}}},
		{"the last of a list is measured", "西部通道组成部分、全长约315公里的贵州遵义至广西百色铁路昨天开工。", []link{{"315公里", "贵州遵义至广西百色铁路", "全长", "", ""}}},
		{"records are no measure", "2015年，合肥高新区赤字达到创纪录的约9亿元。", []link{{"9亿元", "合肥高新区", "赤字", "", "2015"}}},
		{"what a policy is for", "合肥高新区出台了4项针对纺织产业的专项政策。", []link{{"4项", "合肥高新区", "专项政策", "", ""}}},
		{"a sum is one word", "合肥高新区企业收入总和超过20亿元。", []link{{"20亿元", "合肥高新区", "企业收入总和", "", ""}}},
		{"before the next of a list", "合肥高新区一年卖出超6亿件服装、交易额超500亿元。", []link{
			{"一年", "*", "*", "", ""}, {"6亿件", "合肥高新区", "服装", "", ""}, {"500亿元", "合肥高新区", "交易额", "", ""}}},
		{"a deed with its length", "经过9个小时的手术，王建国脱离危险。", []link{{"9个小时", "*", "手术", "", ""}}},
	})
}

// Numbers belong to whom their own sentence is about.
func TestLocalSubjects(t *testing.T) {
	checkLinks(t, []linkTest{
		{"a part of a river", "长江流域水质优良比例为96.5%。", []link{{"96.5%", "长江流域", "水质优良比例", "", ""}}},
		{"a circle of cities", "合肥都市圈总人口约2500万人。", []link{{"2500万人", "合肥都市圈", "总人口", "", ""}}},
		{"but not the product of a region", "合肥地区生产总值达到1万亿元。", []link{{"1万亿元", "合肥", "地区生产总值", "", ""}}},
		{"firms of a country", "近期，中国企业在美投资加快，投资额已达50亿美元。", []link{{"50亿美元", "中国企业", "投资额", "", ""}}},
		{"a project with a place in its name", "马来西亚东部铁路项目顺利开工。线路全长688公里。", []link{{"688公里", "马来西亚东部铁路项目", "线路全长", "", ""}}},
		{"what a size describes", "年处理能力5万吨的污水处理厂建成。", []link{{"5万吨", "*", "*", "", ""}}},
		{"a project that an investment describes", "投资200亿元的邯郸国际内陆港开工。", []link{{"200亿元", "邯郸国际内陆港", "投资", "", ""}}},
		{"a noun behind a description", "位于大邑县的安仁博物馆群从最初的5座分馆增加至20座。", []link{
			{"5座", "安仁博物馆群", "分馆", "*", ""}, {"20座", "安仁博物馆群", "分馆", "增加至", ""}}},
		{"a person behind a description", "因病无法劳作的王建国去年领到护林收入6000元。", []link{{"6000元", "王建国", "护林收入", "", ""}}},
		{"a person from a place", "银川一家门店店长王建国有着12年的销售经验。", []link{{"一家", "*", "*", "", ""}, {"12年", "王建国", "销售经验", "", ""}}},
		{"a body of one's own", "江西出版集团旗下的二十一世纪出版社引进图书120种。", []link{{"120种", "二十一世纪出版社", "图书", "", ""}}},
		{"the firm and not its companion", "科大讯飞与安徽电力集团有限公司重组后，公司实现收入47亿元。", []link{{"47亿元", "科大讯飞", "收入", "", ""}}},
		{"of whom a text goes on to speak", "对于科大讯飞来说，三个月时间建成了厂房。", []link{{"三个月", "科大讯飞", "*", "", ""}}},
		{"what 将 moves", "会议决定，将小型微利企业应纳税所得额上限由30万元提高到50万元。", []link{
			{"30万元", "小型微利企业", "应纳税所得额上限", "*", ""}, {"50万元", "小型微利企业", "应纳税所得额上限", "提高到", ""}}},
		{"but 将 of the future moves nothing", "合肥高新区将投入2亿元。", []link{{"2亿元", "合肥高新区", "*", "", ""}}},
		{"as such a city, it", "作为连续5年增长最快的城市，合肥新增企业3万户。", []link{
			{"5年", "合肥", "*", "*", ""}, {"3万户", "合肥", "企业", "新增", ""}}},
		{"one of two sides", "科大讯飞与安徽电力集团有限公司签订合同，金额3亿元。", []link{{"3亿元", "科大讯飞", "金额", "", ""}}},
		{"the holder of shares", "科大讯飞持有安徽电力集团有限公司6%的股权。", []link{{"6%", "科大讯飞", "股权", "", ""}}},
		{"公司 is whom the article is about", "科大讯飞公布业绩\n科大讯飞收购安徽电力集团有限公司。预计公司收入5亿元。", []link{{"5亿元", "科大讯飞", "收入", "", ""}}},
		{"the team of a person", "创业者王建国团队扩大到300多人。", []link{{"300多人", "王建国团队", "*", "*", ""}}},
		{"whom a report is cited of", "根据科大讯飞年报数据，其营业收入为4亿元。", []link{{"4亿元", "科大讯飞", "营业收入", "", ""}}},
		{"a port", "合肥临港经济开发区开放提速。上海港完成集装箱吞吐量400万标箱。", []link{{"400万标箱", "上海港", "集装箱吞吐量", "", ""}}},
		{"money of contracts without its unit", "科大讯飞新签27亿海外合同。", []link{{"27亿", "科大讯飞", "海外合同", "*", ""}}},
		{"a scene that is pointed at", "四川经济提速。在这座刚刚投产的加工中心，每天可分拣芒果100吨。", []link{{"100吨", "加工中心", "芒果", "", ""}}},
		{"where firms have settled", "改革成效明显。17万多家企业落户合肥高新区。", []link{{"17万多家", "合肥高新区", "企业", "", ""}}},
		{"of whose parts a share is one", "合肥高新区出口提速。这批汽车80%的部件产自本地。", []link{{"80%", "这批汽车", "部件", "", ""}}},
		{"上市公司 is whom the article is about", "科大讯飞公布方案\n安徽电力集团有限公司将成为上市公司的股东，上市公司将成为全国第一大语音企业。", []link{{"第一", "科大讯飞", "*", "", ""}}},
		{"a person of an age", "在合肥高新区，57岁的女军医王建国已经工作了3个多月。", []link{
			{"57岁", "王建国", "女军医", "", ""}, {"3个多月", "王建国", "工作", "", ""}}},
		{"an age and the firm", "58岁的鞍钢职工曹贵德种了8亩水稻。", []link{{"58岁", "曹贵德", "鞍钢职工", "", ""}, {"8亩", "曹贵德", "水稻", "", ""}}},
		{"a word that only sounds like a village", "目前安徽省共在乡、村设立网点1902个。", []link{{"1902个", "安徽省", "网点", "", ""}}},
		{"whose goods they are", "安徽省对原产于美国的5000个税目加征关税。", []link{{"5000个", "安徽省", "税目", "", ""}}},
		{"a place behind a number", "在安徽怀宁，30多场惠民演出吸引了游客。", []link{{"30多场", "安徽怀宁", "惠民演出", "", ""}}},
		{"a national version is not the nation", "我国扩大开放。全国版负面清单从93条减到40条。", []link{
			{"93条", "*", "*", "*", ""}, {"40条", "*", "*", "减到", ""}}},
	})
}
