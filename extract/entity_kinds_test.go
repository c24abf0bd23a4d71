package extract

import (
	"strings"
	"testing"
)

// Names of many kinds with long or unusual modifiers, and what looks like them.
func TestKindsOfNames(t *testing.T) {
	f, cutter := newTestFinder(t)
	for _, c := range []struct{ name, text, want string }{
		{"bureau with function characters", "黄石市经信局和大冶市经科局参会。", "institution:黄石市经信局 institution:大冶市经科局"},
		{"bureau in front of its head", "乐山市文广旅局局长讲话，四川省经济合作局发文。", "institution:乐山市文广旅局 institution:四川省经济合作局"},
		{"short names of a ministry and a station", "应急部发布预警，中央广电总台报道。", "institution:应急部 institution:中央广电总台"},
		{"department of a ministry", "水利部河湖管理司发文。", "institution:水利部河湖管理司"},
		{"school of a park", "宜昌高新区实验小学开学。", "institution:宜昌高新区实验小学"},
		{"school with an ordinal", "孩子们就读于朝阳第五小学。", "institution:朝阳第五小学"},
		{"college with 与 in its name", "长江大学石油工程与技术学院的团队", "institution:长江大学石油工程与技术学院"},
		{"association of people", "荆州市律师协会、湖北省企业家协会和随州市茶油行业协会成立。", "institution:荆州市律师协会 institution:湖北省企业家协会 institution:随州市茶油行业协会"},
		{"trade associations as such", "各行业协会和企业家协会要发挥作用。", ""},
		{"ending glued to a position", "走进古田工业园内的车间。", "park:古田工业园"},
		{"time word for a place", "参观隆中众创空间。", "park:隆中众创空间"},
		{"times are no places", "今年产业园、昨天众创空间迎来客人。", ""},
		{"group with a numeral", "巨一集团扩产。", "company:巨一集团"},
		{"media in front of press words", "据凤凰卫视报道。", "institution:凤凰卫视"},
		{"committees by themselves", "区委、县委和团县委联合发文。", "institution:区委 institution:县委 institution:团县委"},
		{"longer words hold no names", "司法部门、外交部门、美国银行界和民主党派。", ""},
		{"sites are no companies", "参观了华为、镜湖创意城、松山双创基地等企业。", "company:华为 park:镜湖创意城 park:松山双创基地"},
		{"parks that a province builds or has", "安徽省建设产业园区30个，江苏省现有开发区120家，苏州市规划产业园12个。", ""},
		{"a park's park, and parks of a country", "国家高新区园区增长7%，中国自贸试验区扩容。", ""},
		{"coined park", "据了解，恒利源电子线路板科技产业园开工。", "park:恒利源电子线路板科技产业园"},
		{"district that the cut does not know", "开州区共签约项目56个。", ""},
		{"office of a state administration", "国家税务总局深圳市税务局发布公告。", "institution:国家税务总局深圳市税务局"},
		{"name glued to the preposition", "记者从中铁十一局获悉。", "company:中铁十一局"},
		{"verb glued to a town", "专家云集云栖小镇。", "park:云栖小镇"},
		{"brand that begins with a function character", "记者在胜美达电机(吉安)有限公司看到。", "company:胜美达电机(吉安)有限公司"},
		{"a list of what its next clause says", "包括常州瑞德丰、苏州晟固、苏州华鹏，均为动力电池配套企业。", "company:常州瑞德丰 company:苏州晟固 company:苏州华鹏"},
		{"firms with everyday words inside", "上海晟宏企业管理有限公司和镇江鼎达园区建设发展有限公司签约。", "company:上海晟宏企业管理有限公司 company:镇江鼎达园区建设发展有限公司"},
		{"what a word for its kind describes", "以城市型生态产业园为目标。", ""},
		{"new port area", "沙洋新港区签约。", "park:沙洋新港区"},
		{"base of a group", "恒瑞医药集团连云港基地投产。", "company:恒瑞医药集团"},
		{"verb behind a trade name", "森隆药业抱着成果走了。", "company:森隆药业"},
		{"partner before 合作", "康奈集团表示，康奈与意大利健乐士合作。", "company:康奈集团 company:康奈 company:意大利健乐士"},
		{"centre that a phrase describes", "这里成为新的制陶中心，全国第一个水质监测中心也在此。", ""},
		{"reports are no newspapers", "听取了市委办公室工作汇报。", "institution:市委办公室"},
		{"group named after a park", "中关村集团股份有限公司扩产。", "company:中关村集团股份有限公司"},
		{"park inside a park", "芜湖高新区汽车产业园开园。", "park:芜湖高新区汽车产业园"},
		{"institute of a park", "芜湖高新区机器人技术研究院揭牌。", "institution:芜湖高新区机器人技术研究院"},
		{"incubator with a place in brackets", "走访青禾众创空间（芜湖）。", "park:青禾众创空间（芜湖）"},
		{"number of a school", "芜湖一六五中学和鸠江一中开学。", "institution:芜湖一六五中学 institution:鸠江一中"},
		{"division that the ending completes", "弋江区委书记和弋江区政府", "institution:弋江区委 institution:弋江区政府"},
		{"place that the lexicon has as an adverb", "大连青禾集团投产。", "company:大连青禾集团"},
		{"trade that the cut took apart", "信号已覆盖物联网创业园。", "park:物联网创业园"},
		{"place behind a region", "成立长三角地区双城文创产业联盟。", "institution:长三角地区双城文创产业联盟"},
		{"hospital of a company", "来到首钢医院。", "institution:首钢医院"},
		{"rank in front of common nouns", "设立国家级陶瓷研究中心，培育一个文创产业园。", ""},
		{"part of a group is not its short form", "三家儿童医院组成苏南儿童医院集团。", "company:苏南儿童医院集团"},
		{"numeral and time words that are brands", "山西三维集团和南湖大学未来技术学院签约。", "company:山西三维集团 institution:南湖大学未来技术学院"},
		{"adjective of a trade", "参观大飞机产业园。", "park:大飞机产业园"},
		{"missions abroad", "马来西亚驻华大使馆、中国驻俄罗斯使馆和日本驻沈阳总领事馆", "institution:马来西亚驻华大使馆 institution:中国驻俄罗斯使馆 institution:日本驻沈阳总领事馆"},
		{"an office anywhere is none", "各驻京办事处和驻外使馆", ""},
		{"number behind its sign", "第79集团军某旅", "institution:第79集团军"},
		{"names of kinds in a count", "建成223家绿色工业园区，有五家矿业研究中心。", ""},
		{"a rank and a country make no name", "黑龙江全国重点实验室增加，美国智库认为，澳大利亚一医院出错。", ""},
		{"verb and countries in front of an ending", "新设兽医学院开学，承建方中建三局到场。", "company:中建三局"},
		{"dash inside a name", "佩诺—里加集团与中国——上海医院", "company:佩诺—里加集团 institution:上海医院"},
		{"given names are no brands", "许传音和萧达飞发言。", ""},
		{"office that is no name by itself", "乌鲁木齐市民政局与各县民政局", "institution:乌鲁木齐市民政局"},
		{"longer head noun", "鑫垚科创、捷岚等国内软件厂商", "company:鑫垚科创 company:捷岚"},
		{"kind of firm is no short form", "首家小微专营支行开业，小微企业融资快了。", "company:小微专营支行"},
		{"name glued to a function word", "以京东方为龙头，联合国内高校。", "company:京东方"},
		{"brand with a function character in a list", "长光卫星、长光辰芯、希达电子三家公司已完成股改。", "company:长光卫星 company:长光辰芯 company:希达电子"},
		{"product behind a brand", "小鹏G9上市。", "company:小鹏"},
		{"branch in a park", "中国银行西安高新技术开发区支行放贷。", "company:中国银行西安高新技术开发区支行"},
		{"之 in the name of a park", "走进瀚海之星孵化器。", "park:瀚海之星孵化器"},
		{"alliances as such", "组建产业联盟和创新联盟。", ""},
		{"site of a hospital", "同德医院中法新城院区和同德医院东院区", "institution:同德医院中法新城院区 institution:同德医院东院区"},
		{"leader of a newspaper", "人民日报社论：稳中求进。", "institution:人民日报"},
		{"all offices of a kind", "全国海关和全国法院弘扬海关精神。", ""},
		{"firms of a country", "中国一汽与美企签约，北大医疗队出发。", "company:中国一汽"},
		{"everyday words behind a country or a firm", "扩大西班牙农产品出口，企业机器人增多，智能网联汽车上路，民企老板到场。", ""},
		{"everyday word with its company", "美国苹果诉讼，苹果公司回应，苹果推出手机。", "company:苹果 company:苹果公司 company:苹果"},
		{"a company that an everyday word stands inside", "沈阳新松机器人自动化股份有限公司展出机器人。", "company:沈阳新松机器人自动化股份有限公司"},
		{"persons and places do what companies do", "总理同米舒斯京共同主持会议，默克尔宣布访华，在阿勒颇实施停火，RCEP实施。", ""},
		{"unknown characters do", "砼垚泱联合两所大学攻关。", "company:砼垚泱"},
		{"a farm leaves its place", "塞罕坝林场的工人说，塞罕坝绿了。", "company:塞罕坝林场"},
		{"ports and railways of listed firms", "宁波舟山港和大秦铁路繁忙。", ""},
		{"endings that make no names", "北京城市副中心、东北老工业基地、粒子加速器、叙利亚边境小镇和礼兵列队", ""},
		{"one office with another", "财政部会同农业农村部发文，永葆共产党人本色。", "institution:财政部 institution:农业农村部"},
		{"kinds of parks that are described", "建成集研发、物流于一体的智能制造产业园区，是全球第二大LED产业基地。", ""},
		{"a township of one character behind another", "小碧乡政府表示支持，濮院镇政府也支持。", "institution:小碧乡政府 institution:濮院镇政府"},
		{"part of a foreigner's name", "医生萨洛蒙·梅尔根扎根大地办大学。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(found(f, newTestArticle(cutter, c.text)), " ")
			if got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}
