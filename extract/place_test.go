package extract

import "testing"

// Villages, works and events that no dictionary holds.
func TestPlacesByTheirEnding(t *testing.T) {
	checkLinks(t, []linkTest{
		{"a village that the text keeps naming", "柳溪村地处山区。去年，柳溪村接待游客3万人次。", []link{{"3万人次", "柳溪村", "游客", "", ""}}},
		{"a town with the name of a city", "双河乡气候凉爽，番茄的产出率能达60%。", []link{{"60%", "双河乡", "*", "", ""}}},
		{"a village behind its county", "大通县东至沟村有23户农家院。", []link{{"23户", "大通县东至沟村", "农家院", "", ""}}},
		{"but no kind of village", "全县有20个贫困村，贫困村人均收入3000元。", []link{{"20个", "全县", "贫困村", "", ""}, {"3000元", "全县", "贫困村人均收入", "", ""}}},
		{"nouns that say what city it is", "煤炭大市大同的任务是压减原煤200万吨。", []link{{"200万吨", "大同", "*", "压减", ""}}},
		{"a railway of characters that make no words", "雅万高铁开通。今年，雅万高铁发送旅客500万人次。", []link{{"500万人次", "雅万高铁", "旅客", "", ""}}},
		{"a canal", "平陆运河全长134公里。", []link{{"134公里", "平陆运河", "全长", "", ""}}},
		{"an event that has been described", "刚刚结束的第六届安徽国际茶叶博览会，吸引了24个国家的客商，签约项目32个。", []link{{"24个", "第六届安徽国际茶叶博览会", "国家", "", ""}, {"32个", "第六届安徽国际茶叶博览会", "*", "", ""}}},
		{"where an event takes place", "科大讯飞公布新品。在2024年6月上海国际光伏展会上，公司签下订单30份。", []link{{"30份", "科大讯飞", "订单", "", "*"}}},
		{"a paragraph that has come to another place", "安徽：乡村振兴提速\n安徽加快发展。在安徽太湖县，茶园连片。每亩茶园增收2000元。\n今年，全省新建茶园3万亩。", []link{{"2000元", "安徽太湖县", "*", "*", ""}, {"3万亩", "安徽", "新建茶园", "*", "*"}}},
		{"the other ones", "除安徽以外，其他省份新增企业11家。", []link{{"11家", "其他省份", "企业", "新增", ""}}},
		{"what one of a kind can do", "这种气囊浮力可达35吨。", []link{{"35吨", "这种气囊", "*", "", ""}}},
		{"those who only speak", "习近平总书记对安徽提出要求。\n在合肥，他们每天发货10吨。", []link{{"10吨", "合肥", "*", "", ""}}},
		{"not with whom somebody trades", "我国对其他东盟国家进出口2万亿元。", []link{{"2万亿元", "我国", "东盟国家进出口", "", ""}}},
	})
}

// Nouns that stand further behind a number, or in front of what it is compared with.
func TestHeadsOfNouns(t *testing.T) {
	checkLinks(t, []linkTest{
		{"of how much it is", "合肥高新区发放了一笔五十万元的贷款。", []link{{"一笔", "合肥高新区", "贷款", "", ""}, {"五十万元", "合肥高新区", "贷款", "", ""}}},
		{"how large it is", "合肥是一个人口超过1000人的小镇。", []link{{"一个", "*", "小镇", "", ""}, {"1000人", "*", "人口", "", ""}}},
		{"those who are people", "科大讯飞聘请了两位材料学专业的博士组成团队。", []link{{"两位", "科大讯飞", "博士", "", ""}}},
		{"that they are", "科大讯飞员工22名，16名都是一线工人。", []link{{"22名", "科大讯飞", "员工", "", ""}, {"16名", "*", "工人", "", ""}}},
		{"what has been brought about", "合肥高新区投资孵化出科技企业412家。", []link{{"412家", "合肥高新区", "科技企业", "", ""}}},
		{"counted in another unit", "合肥高新区派出技术人员42批275人次赶赴灾区。", []link{{"42批", "合肥高新区", "技术人员", "", ""}, {"275人次", "合肥高新区", "技术人员", "", ""}}},
		{"of which place so many are", "安徽新增项目114个，其中合肥80个，芜湖12个。", []link{{"114个", "安徽", "项目", "新增", ""}, {"80个", "合肥", "项目", "", ""}, {"12个", "芜湖", "项目", "", ""}}},
		{"of which trade so much is", "全国新增贷款4.2万亿元，其中制造业1.5万亿元。", []link{{"4.2万亿元", "全国", "新增贷款", "*", ""}, {"1.5万亿元", "*", "新增贷款", "", ""}}},
		{"what has fallen to a share", "科大讯飞的产品销量下降到同期的20%。", []link{{"20%", "科大讯飞", "产品销量", "*", ""}}},
		{"what is but half of another", "新材料的价格只有进口材料的一半。", []link{{"一半", "新材料", "价格", "", ""}}},
		{"what 把 hands on", "合肥高新区通过“一事一议”把200万项目资金拨付到位。", []link{{"200万", "合肥高新区", "项目资金", "", ""}}},
		{"a list of goods", "芜湖港保障6亿吨煤炭、石油、粮食等重点物资运输。", []link{{"6亿吨", "芜湖港", "煤炭、石油、粮食等重点物资运输", "", ""}}},
		{"what a place sets up in a time", "浙江绍兴柯桥区在短短一个月内设立了5亿元的专项资金。", []link{{"一个月", "浙江绍兴柯桥区", "设立", "", ""}, {"5亿元", "浙江绍兴柯桥区", "专项资金", "", ""}}},
		{"growth that is awaited", "今年全球经济增长预期为2.1%。", []link{{"2.1%", "全球", "经济增长预期", "", ""}}},
		{"what can be reached", "合肥高新区的产出率能达80%。", []link{{"80%", "合肥高新区", "产出率", "", ""}}},
		{"which moves a little", "科大讯飞的毛利率小幅下降2个百分点。", []link{{"2个百分点", "科大讯飞", "毛利率", "下降", ""}}},
	})
}
