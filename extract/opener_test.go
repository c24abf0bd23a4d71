package extract

import "testing"

// Whom a clause is about, by what it opens with.
func TestOpeners(t *testing.T) {
	checkLinks(t, []linkTest{
		{"the shareholder named before", "科大讯飞控股股东中国移动增持股份。公告称，控股股东持有的股份增至8000万股。", []link{
			{"8000万股", "中国移动", "股份", "增至", ""}}},
		{"a shareholder whom nobody named", "科大讯飞控股股东质押股份9000万股。", []link{
			{"9000万股", "控股股东", "股份", "", ""}}},
		{"a place behind 在 that the cut has glued to it", "在内蒙古，全区300万亩草场得到修复。", []link{
			{"300万亩", "内蒙古", "草场", "", ""}}},
		{"a disaster", "今年以来，洪涝灾害造成12人受伤，直接经济损失3亿元。", []link{
			{"12人", "洪涝灾害", "受伤", "", ""}, {"3亿元", "洪涝灾害", "经济损失", "", ""}}},
		{"a disaster in a text about an office", "国家防总部署防汛\n国家防总今天开会。\n国家防总要求加强监测。\n国家防总说，截至6月3日，今年以来洪涝灾害造成9人受伤。", []link{
			{"9人", "洪涝灾害", "受伤", "", "*"}}},
		{"what lasts so long", "为期40天的全国春运结束。", []link{{"40天", "全国春运", "*", "", ""}}},
		{"not the time in front", "暑运期间全社会跨区域出行量超过900万人次。", []link{
			{"900万人次", "全社会", "跨区域出行量", "", ""}}},
		{"the first of several offices in a text about nobody", "财政部等三部门印发办法。", []link{{"三部门", "财政部", "*", "", ""}}},
		{"not the last of those who get something", "科大讯飞向合肥高新区以及中国移动2名股东发行股票。", []link{
			{"2名", "科大讯飞", "*", "", ""}}},
		{"a numbered event", "第十二届国际茶叶博览会吸引800家企业参展。", []link{
			{"800家", "第十二届国际茶叶博览会", "企业", "", ""}}},
		{"something made here", "我国自主研制的采棉机实现量产，售价降至90万元。", []link{
			{"90万元", "采棉机", "售价", "降至", ""}}},
		{"a person whom the title portrays", "李志强：守住大漠\n李志强今年种下3000棵树。\n李志强爱树，李志强也爱花。\n如今，成活率达到95%。", []link{
			{"3000棵", "李志强", "树", "", "*"}, {"95%", "李志强", "成活率", "", "*"}}},
		{"an event with its year", "2014南湖书香节暨书展昨天开幕，展出图书超过35万种。", []link{{"35万种", "2014南湖书香节暨书展", "图书", "", ""}}},
		{"an event that takes place", "南湖冰雪旅游节今天在合肥启动，吸引游客2万人次。", []link{{"2万人次", "南湖冰雪旅游节", "游客", "", ""}}},
		{"what a place does with the first of many", "昨天，内蒙古首批1179项重大项目集中开工。", []link{{"1179项", "内蒙古", "重大项目", "", ""}}},
		{"whom a clause leads up to", "历经10公里的追击，王建国成功将汽车逼停在路边。", []link{{"10公里", "王建国", "追击", "", ""}}},
		{"who is at a place", "位于上海的中国商飞，目前已与海外72家企业建立合作关系。", []link{{"72家", "中国商飞", "企业", "", ""}}},
		{"a share of what is in a place", "四川85%的野生动物种类得到保护。", []link{{"85%", "四川", "野生动物种类", "", ""}}},
		{"what acts for nobody", "四川经济提速。今年，长三角科技创新共同体建设加快推进，已集聚装置23个。", []link{{"23个", "长三角", "装置", "", ""}}},
		{"a stock index", "沪深股市高开。上证综指上涨2.17%，恒生指数下跌1.3%。", []link{
			{"2.17%", "上证综指", "*", "上涨", ""}, {"1.3%", "恒生指数", "*", "下跌", ""}}},
		{"a name in quotation marks that begins like a place", "浦东新区的“上海梧桐里”推出200余套房源。", []link{{"200余套", "上海梧桐里", "房源", "", ""}}},
		{"a person who says it", "合肥高新区产业提速\n王建国分析，产值将达到3亿元。", []link{{"3亿元", "合肥高新区", "产值", "", ""}}},
		{"the place where somebody is", "如今，老李所在的宁乡，茶园已有70家。", []link{{"70家", "宁乡", "茶园", "", ""}}},
		{"a noun that is pointed at", "该航线全长900公里。", []link{{"900公里", "该航线", "全长", "", ""}}},
		{"not whoever reports", "记者从合肥了解到，预计全国铁路发送旅客90万人次。", []link{{"90万人次", "全国铁路", "*", "", ""}}},
		{"no verb inside another", "科大讯飞转让东方精工股份3亿股，占总股本的2%。", []link{
			{"3亿股", "科大讯飞", "*", "", ""}, {"2%", "科大讯飞", "*", "", ""}}},
		{"no word inside a longer one", "该行业利润增长6%。", []link{{"6%", "该行业", "*", "增长", ""}}},
		{"what the number before was about", "固定资产投资完成300亿元，增速加快2个百分点。", []link{
			{"300亿元", "固定资产投资", "固定资产投资", "", ""}, {"2个百分点", "固定资产投资", "增速", "加快", ""}}},
	})
}
