package extract

import (
	"strings"
	"testing"
)

func TestFirms(t *testing.T) {
	f, cutter := newTestFinder(t)
	for _, c := range []struct{ name, text, want string }{
		{"house with another trade", "康佳实业昨日揭牌。", "company:康佳实业"},
		{"house with a trade that repeats", "康佳化学扩产，康佳化学的订单排到年底。", "company:康佳化学 company:康佳化学"},
		{"house with its product", "市民购买康佳电视和雀巢饮料。", "company:康佳 company:雀巢"},
		{"house with a verb", "康佳投资了一个项目，康佳投资的钱不多。", "company:康佳 company:康佳"},
		{"house with its data", "康佳数据显示，销量上升。", "company:康佳"},
		{"bought", "公司去年全资收购渔舟药业，借此转型。", "company:渔舟药业"},
		{"bought produce", "各地已收购夏粮，收购小麦种子和中药材。", ""},
		{"bought list of one word each", "他们前年收购飞鱼和彩虹两家游戏公司。", "company:飞鱼 company:彩虹"},
		{"bought list of things", "粮站收购了玉米和大豆两个品种。", ""},
		{"kind of firm in front", "全资子公司枫桥药业被调查，控股股东近日减持。", "company:枫桥药业"},
		{"function character at the end of a brand", "乳品生产商斯洛达公司增资。", "company:斯洛达公司"},
		{"person in front of a firm", "小明在公司上班，他和公司的事。", ""},
		{"quotation in front of a firm", "他加入了“小蓝鲸星”公司，参观“皮包”公司和“三无”公司。", "company:小蓝鲸星"},
		{"quotation of a firm that begins", "三年前他们创办了“云雀数科”，还成立了“红领巾志愿队”。", "company:云雀数科 institution:红领巾志愿队"},
		{"founder behind", "岚珂咖啡联合创始人张小燕和这门学科创始人李明", "company:岚珂咖啡"},
		{"partner behind", "峻石资本高级合伙人刘畅认为", "company:峻石资本"},
		{"Latin behind a firm", "芯片公司 Lumen Nova 获投，公司CEO和公司LOGO", "company:Lumen Nova"},
		{"brand with a function character", "垚芯达注册资本五千万元。", "company:垚芯达"},
		{"partnership", "深圳前程共赢投资合伙企业（有限合伙）持股", "company:深圳前程共赢投资合伙企业（有限合伙）"},
		{"share under special treatment", "*ST云禾公告，控股股东拟增持公司股份。", "company:*ST云禾"},
		{"share that changes hands", "公司拟购买云海沃邦48.88%的股权，云海沃邦从事采矿，又购买王小明21%股权。", "company:云海沃邦 company:云海沃邦"},
		{"class of shares in the name", "康佳A的股价上涨，康佳A股受追捧，康佳A轮融资。", "company:康佳A company:康佳 company:康佳"},
		{"code of a share", "主要企业有岚云飞信（600999）、枫桥电气(300999.SZ)，面积（120000平方米）", "company:岚云飞信 company:枫桥电气"},
		{"list with commas", "三星,苹果,华为分列前三。", "company:三星 company:苹果 company:华为"},
		{"conjunction glued to what follows", "浙江大学和平高集团签约", "institution:浙江大学 company:平高集团"},
		{"function character at the start of a clause", "在电子产业，木时芯源、青镁科技等18家企业入驻", "company:木时芯源 company:青镁科技"},
		{"Latin words in front of a firm", "去年收购了Lumen Nova公司。", "company:Lumen Nova公司"},
		{"everyday word in a pact", "2014年与奔驰合作，与合资公司合作", "company:奔驰"},
		{"fields", "聚焦量子计算、岚珂智能、未来网络等领域，岚珂智能等公司入驻", "company:岚珂智能 company:岚珂智能"},
		{"country with many", "英国超市和美公司，印度航空公司停飞", "company:印度航空公司"},
		{"date of an accident", "处理天津港“8·12”瑞海公司事故", "company:瑞海公司"},
		{"two places in front of a firm", "由上海静安梦想投资发展有限公司运营", "company:上海静安梦想投资发展有限公司"},
		{"factory without its place", "记者走进祥云县青石乡合顺针织厂。合顺针织厂已有十年。", "company:祥云县青石乡合顺针织厂 company:合顺针织厂"},
		{"coined name of a bank and a network", "昨天，银联和招行发布数据，用分众化的办法", "company:银联 company:招行"},
		{"everyday word that is researched", "在机器人研发领域领先", ""},
		{"verb in front of a place", "建立并运营广西江海智能装备研究院有限公司", "company:广西江海智能装备研究院有限公司"},
		{"defined as a firm", "松岭智造是一家专业从事机床研发的企业，我父亲是一家公司的员工，这里是一家企业", "company:松岭智造"},
		{"name of a share", "证券简称：云禾股份，证券代码：688999", "company:云禾股份"},
		{"partnership by its bracket", "宁波岚珂股权投资企业（有限合伙）增资，外商投资企业减少", "company:宁波岚珂股权投资企业（有限合伙）"},
		{"accountants with their form", "收到岚珂会计师事务所（特殊普通合伙）的报告", "company:岚珂会计师事务所（特殊普通合伙）"},
		{"not the month in front", "今年2月份岚珂控股有限公司挂牌", "company:岚珂控股有限公司"},
		{"numbered branch", "中铁十一局三公司和湖北电建一公司中标，这三公司都来了", "company:中铁十一局三公司 company:湖北电建一公司"},
		{"company behind a conjunction glued to it", "毕竟，搜狐和雅虎在广告市场竞争。", "company:搜狐 company:雅虎"},
		{"place for a brand", "湘潭永宁投资有限公司增资。", "company:湘潭永宁投资有限公司"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(found(f, newTestArticle(cutter, c.text)), " "); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestBodies(t *testing.T) {
	f, cutter := newTestFinder(t)
	for _, c := range []struct{ name, text, want string }{
		{"law", "审议《中华人民共和国公共美术馆法（草案）》。", ""},
		{"two that act together", "水利部联合教育部等发文，清华大学联合实验室揭牌。", "institution:水利部 institution:教育部 institution:清华大学联合实验室"},
		{"park in a park", "走进石家庄高新区石墨烯产业园，再到江北新区软件园区。", "park:石家庄高新区石墨烯产业园 park:江北新区软件园区"},
		{"firm in a park", "石家庄高新区金石新材料有限公司", "park:石家庄高新区 company:金石新材料有限公司"},
		{"place that the cut has taken apart", "目前，张江山水孵化园开放。", "park:张江山水孵化园"},
		{"island and village of work", "苏州数字岛和临安青山艺术村开放，两座小岛和一个村子", "park:苏州数字岛 park:临安青山艺术村"},
		{"numeral that is a brand", "近年来，六角工业园订单饱满。", "park:六角工业园"},
		{"function character glued to a university", "他生前任剑桥大学教授，毕业于清华大学", "institution:剑桥大学 institution:清华大学"},
		{"function character glued to a park", "他从中关村软件园出发", "park:中关村软件园"},
		{"party group glued to its ministry", "教育部党组书记出席", "institution:教育部党组"},
		{"board of a firm", "康佳集团董事会主席和国际货币基金组织董事会", "company:康佳集团 institution:国际货币基金组织董事会"},
		{"body of the state", "他到国家数字档案馆和国家级科技中心，土耳其最高选举委员会公布", "institution:国家数字档案馆 institution:土耳其最高选举委员会"},
		{"number in front of kinds", "下设三大前端科研产业研究所", ""},
		{"former body", "他是朔州市人大常委会原党组书记，全国大中小学开学", "institution:朔州市人大常委会"},
		{"houses of culture", "湘潭市青少年活动中心、湘潭博物院和湘潭科技馆开放，参观科技馆", "institution:湘潭市青少年活动中心 institution:湘潭博物院 institution:湘潭科技馆"},
		{"the whole world in front of a body", "世界岩画联合会成立，特邀洛北医院专家", "institution:世界岩画联合会 institution:洛北医院"},
		{"what a quotation calls a firm", "世界第三大“造船航母”华舟造船集团投产", "company:华舟造船集团"},
		{"branch of a law firm", "成都市方圆律师事务所绵阳分所律师", "company:成都市方圆律师事务所绵阳分所"},
		{"kinds of shares", "H股股东前来咨询，A股董事长", ""},
		{"goods in a list of firms", "海尔、美的、复合肥企业签约", "company:海尔 company:美的"},
		{"two names with a wide hyphen", "诺维拉－安凯特公司公布", "company:诺维拉－安凯特公司"},
		{"quality in front", "建设高水平自由贸易港。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(found(f, newTestArticle(cutter, c.text)), " "); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}
