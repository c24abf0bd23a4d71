package extract

import (
	"strings"
	"testing"

	"newsift/segment"
)

// extractText extracts from a text that is one article.
func extractText(t *testing.T, text string) *Result {
	t.Helper()
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x.Extract(segment.Parse("-", text, false))
}

// claimsIn returns the claims of a text without bare numbers and dates.
func claimsIn(t *testing.T, text string) (out []Claim) {
	for _, c := range extractText(t, text).Claims {
		switch c.Kind {
		case "number", "date", "time":
		default:
			out = append(out, c)
		}
	}
	return out
}

// A link is what a claim says beside its number; a field "*" is not checked.
type link struct{ text, subject, metric, change, period string }

func TestLinks(t *testing.T) {
	tests := []linkTest{
		{"the noun behind a count", "2021年,合肥高新区引进200多家科技企业。", []link{
			{"200多家", "合肥高新区", "科技企业", "", "2021"}}},
		{"the noun in front of a count", "2021年,合肥高新区新增高新技术企业69家。", []link{
			{"69家", "合肥高新区", "高新技术企业", "新增", "2021"}}},
		{"a clause that only says how the last number moved", "合肥高新区新增高新技术企业69家,增幅达57%。", []link{
			{"69家", "合肥高新区", "高新技术企业", "新增", ""},
			{"57%", "合肥高新区", "高新技术企业", "增幅", ""}}},
		{"a share keeps what it is a share of", "合肥高新区去年税收3亿元,占全市税收的30%。", []link{
			{"3亿元", "合肥高新区", "税收", "", ""},
			{"30%", "合肥高新区", "占全市税收", "", ""}}},
		{"a rank counts what stands before its circle", "合肥高新区税收总量位居安徽省第二。", []link{
			{"第二", "合肥高新区", "税收总量", "", ""}}},
		{"a comparison is not what is measured", "2022年,合肥高新区工业产值比2021年增长5.5%。", []link{
			{"5.5%", "合肥高新区", "工业产值", "增长", "2022"}}},
		{"a multiple of last year's", "补助资金是上年的2.5倍。", []link{
			{"2.5倍", "*", "补助资金", "", ""}}},
		{"the rate at which something moves", "合肥高新区产值以年均12%的速度增长，出口额保持20%以上的高速增长。", []link{
			{"12%", "合肥高新区", "产值", "增长", ""}, {"20%以上", "合肥高新区", "出口额", "高速增长", ""}}},
		{"the rate in front of what moves", "合肥高新区产值以9%的年均速度继续增长，出口额将以年均7%速度递增。", []link{
			{"9%", "合肥高新区", "产值", "增长", ""}, {"7%", "合肥高新区", "出口额", "递增", ""}}},
		{"amounts that are not the same for each", "合肥高新区企业的补贴额度从9万元到70万元不等。", []link{
			{"9万元", "*", "补贴额度", "", ""}, {"70万元", "*", "补贴额度", "", ""}}},
		{"no time in what is measured", "合肥高新区产值今后五年将增长9%。", []link{{"五年", "*", "*", "", ""}, {"9%", "*", "产值", "增长", ""}}},
		{"from one value to another", "园区企业数从18家增加到340多家。", []link{
			{"18家", "*", "企业数", "*", ""},
			{"340多家", "*", "企业数", "增加到", ""}}},
		{"a price in front of its noun", "双方以1200万元的价格成交。", []link{
			{"1200万元", "*", "价格", "", ""}}},
		{"what lasts", "他在工厂工作了36年。", []link{
			{"36年", "*", "工作", "", ""}}},
		{"what took so long", "合肥高新区用24小时建成生产线。", []link{
			{"24小时", "合肥高新区", "建成生产线", "", ""}}},
		{"a verb inside the noun phrase", "合肥高新区认定6家离岸创新创业基地。", []link{
			{"6家", "合肥高新区", "离岸创新创业基地", "", ""}}},
		{"a clause describes what is counted", "合肥高新区建成5个具有特色的产业基地。", []link{
			{"5个", "合肥高新区", "产业基地", "", ""}}},
		{"a quotation is part of the noun", "合肥高新区发放“人才卡”32张。", []link{
			{"32张", "合肥高新区", "“人才卡”", "", ""}}},
		{"per head is not what is paid", "合肥高新区给予员工每人2万元的安家补助。", []link{
			{"2万元", "合肥高新区", "安家补助", "", ""}}},
		{"the thing described from in front", "总投资35亿元的合肥国家实验室开工建设。", []link{
			{"35亿元", "合肥国家实验室", "总投资", "", ""}}},
		{"members of a group are not its subject", "合肥高新区表彰先进。科大讯飞、阳光电源等6家企业获奖。", []link{
			{"6家", "合肥高新区", "企业", "", ""}}},
		{"several names side by side", "科大讯飞、阳光电源共投入3亿元。", []link{
			{"3亿元", "科大讯飞、阳光电源", "*", "", ""}}},
		{"a word for a park named before", "合肥高新区发布公告。科大讯飞参会。园区拥有孵化器15家。", []link{
			{"15家", "合肥高新区", "孵化器", "", ""}}},
		{"a word for a company named before", "科大讯飞发布年报。公司实现净利润22亿元。", []link{
			{"22亿元", "科大讯飞", "净利润", "", ""}}},
		{"who only reports is not the subject", "科大讯飞发布年报。中信证券预计,公司净利润将达22亿元。", []link{
			{"22亿元", "科大讯飞", "净利润", "", ""}}},
		{"a place as subject", "四川省共有省级开发区21个。", []link{
			{"21个", "四川省", "省级开发区", "", ""}}},
		{"a country as subject", "我国风电装机容量达4450万千瓦。", []link{
			{"4450万千瓦", "我国", "风电装机容量", "", ""}}},
		{"a noun phrase that acts", "本届农博会将展出3000种农产品。", []link{
			{"3000种", "农博会", "农产品", "", ""}}},
		{"a noun phrase that is only measured", "全长约300公里。客运规模恢复至3亿人次。", []link{
			{"300公里", "*", "全长", "", ""}, {"3亿人次", "*", "客运规模", "*", ""}}},
		{"what people suffered", "洪水造成12人死亡、30多人受伤。", []link{
			{"12人", "洪水", "死亡", "", ""}, {"30多人", "洪水", "受伤", "", ""}}},
		{"a list that shares its noun", "合肥高新区走访了12家和30家企业。", []link{
			{"12家", "合肥高新区", "企业", "", ""}, {"30家", "合肥高新区", "企业", "", ""}}},
		{"a list with the noun of its class", "合肥高新区将举办20场高峰论坛、项目路演等活动。", []link{
			{"20场", "合肥高新区", "高峰论坛、项目路演等活动", "", ""}}},
		{"a noun that begins like a word of movement", "合肥高新区工业增加值300亿元。", []link{
			{"300亿元", "合肥高新区", "工业增加值", "", ""}}},
		{"what a source says is about another", "科大讯飞发布年报。合肥海关统计,去年出口额达22亿元。", []link{
			{"22亿元", "合肥", "出口额", "", ""}}},
		{"one of a class is no description", "四川省建成一个科大讯飞。", []link{
			{"一个", "四川省", "*", "", ""}}},
		{"a word for a park that nobody named", "园区新开工项目17个。", []link{
			{"17个", "园区", "*", "新开工", ""}}},
		{"members of a group with a bound", "合肥高新区表彰先进。科大讯飞、阳光电源等逾60家企业获奖。", []link{
			{"60家", "合肥高新区", "企业", "", ""}}},
		{"a rank in a circle", "合肥高新区亩均税收在全省17个开发区中排名第一。", []link{
			{"17个", "合肥高新区", "开发区", "", ""}, {"第一", "合肥高新区", "亩均税收", "", ""}}},
		{"a share of something", "合肥高新区产值137亿元,占全省1/6。", []link{
			{"137亿元", "合肥高新区", "产值", "", ""}, {"1/6", "合肥高新区", "产值占全省", "", ""}}},
		{"a list of things", "合肥高新区安装150台注塑、压铸等设备。", []link{
			{"150台", "合肥高新区", "注塑、压铸等设备", "", ""}}},
		{"what only compares", "合肥高新区税收3亿元。与前年相比,增长九成。", []link{
			{"3亿元", "合肥高新区", "税收", "", ""}, {"九成", "合肥高新区", "税收", "增长", ""}}},
		{"what follows a time", "未来十年合肥高新区产业规模将超千亿元。", []link{
			{"十年", "*", "*", "", ""}, {"千亿元", "合肥高新区", "产业规模", "", ""}}},
		{"space between Latin and Chinese", "科大讯飞 LED 器件收入为3427 万元。", []link{
			{"3427 万元", "科大讯飞", "LED 器件收入", "", ""}}},
		{"a short word of movement", "科大讯飞净利增21%。", []link{
			{"21%", "科大讯飞", "净利", "增", ""}}},
		{"per share", "科大讯飞每股收益0.56元。", []link{
			{"0.56元", "科大讯飞", "每股收益", "", ""}}},
		{"how long something lasts", "科大讯飞持续6个月领跑全省。", []link{
			{"6个月", "科大讯飞", "领跑全省", "", ""}}},
		{"what grew is not what holds the share", "科大讯飞增长较快的企业占全部企业的75%。", []link{
			{"75%", "科大讯飞", "占全部企业", "", ""}}},
		{"money against last year's", "科大讯飞补贴比上年增长约2354万元。", []link{
			{"2354万元", "科大讯飞", "补贴", "比上年增长", ""}}},
		{"a measure of what stands behind", "科大讯飞推出分辨率达到2纳米的显微镜。", []link{
			{"2纳米", "*", "分辨率", "", ""}}},
		{"a person who acts", "合肥高新区发布公告。王小明申报了3项专利。", []link{
			{"3项", "王小明", "专利", "", ""}}},
		{"a verb made a noun by its measure", "合肥高新区企业复工率超过95%。", []link{
			{"95%", "合肥高新区", "企业复工率", "", ""}}},
		{"a class that is a code", "合肥高新区共有8家5A级景区。", []link{
			{"8家", "合肥高新区", "5A级景区", "", ""}}},
		{"a number inside a noun", "合肥高新区PM2.5比2014年下降近六成。", []link{
			{"六成", "合肥高新区", "PM2.5", "下降", ""}}},
		{"what something is for years", "合肥高新区连续4年是行业先进单位。", []link{
			{"4年", "合肥高新区", "行业先进单位", "", ""}}},
		{"a place that a clause is about", "四川推进建设。在绵阳,100家企业开工。", []link{
			{"100家", "绵阳", "企业", "", ""}}},
		{"a facility named by its place", "四川加快建设。泸州港吞吐量为3145万吨。", []link{
			{"3145万吨", "泸州港", "吞吐量", "", ""}}},
		{"from one number to another of a year", "合肥高新区审批事项由122项压减到2020年的30项。", []link{
			{"122项", "合肥高新区", "审批事项", "*", "*"}, {"30项", "合肥高新区", "审批事项", "压减到", "2020"}}},
		{"what is made of what is counted", "合肥高新区将109个部门整合为1个。", []link{
			{"109个", "合肥高新区", "部门", "", ""}, {"1个", "合肥高新区", "*", "", ""}}},
		{"what is saved", "合肥高新区为企业节省了190万元的税款。", []link{
			{"190万元", "合肥高新区", "税款", "节省", ""}}},
		{"no word of movement across words", "合肥高新区围绕创新引进7个项目。", []link{
			{"7个", "合肥高新区", "项目", "", ""}}},
		{"per so many", "合肥高新区机器人密度达到每万人260台。", []link{
			{"260台", "合肥高新区", "机器人密度", "", ""}}},
		{"how often", "考察团三次到合肥高新区考察。", []link{
			{"三次", "考察团", "到合肥高新区考察", "", ""}}},
		{"the extent of a lead is no place", "四川加快建设。全球最大油船研制成功,累计投资3亿元。", []link{
			{"3亿元", "四川", "投资", "累计", ""}}},
		{"an entity that is described first", "合肥高新区发布公告。专注语音的科大讯飞投入3亿元。", []link{
			{"3亿元", "科大讯飞", "*", "", ""}}},
		{"a park by the first part of its name", "马鞍山青溪高新区成立。四川加快建设。在青溪,企业还有40家。", []link{
			{"40家", "马鞍山青溪高新区", "企业", "", ""}}},
		{"a park that the sentence names", "目前,已有600家总部落户合肥高新区。", []link{
			{"600家", "合肥高新区", "总部", "", ""}}},
		{"a person behind what he is called", "四川加快建设。村民阿依古丽养羊，去年阿依古丽卖出羊毛300斤。", []link{
			{"300斤", "阿依古丽", "羊毛", "", ""}}},
		{"a person whom gse does not know", "四川加快建设。温如柏种茶。三年前，温如柏带着10个人来到山里。", []link{
			{"三年", "*", "*", "", ""}, {"10个", "温如柏", "人", "", ""}}},
		{"a person that a length of time describes", "四川加快建设。温如柏回到家乡。种茶已有19年的温如柏很高兴。", []link{
			{"19年", "温如柏", "*", "", ""}}},
		{"a person who only says something", "合肥高新区扩大开放。主任温如柏告诉记者，去年引进企业40家。温如柏还说，前景很好。", []link{
			{"40家", "合肥高新区", "企业", "", ""}}},
		{"what is handled does not act", "四川扩大开放。这里将我国市场打开，试点的120项成果推广。", []link{
			{"120项", "四川", "*", "", ""}}},
		{"a share of a circle is not about it", "四川扩大开放。全国70%的班列从这里发车。", []link{
			{"70%", "四川", "班列", "", ""}}},
		{"bodies that are counted and act", "今年，12家示范区所涉及的工业园实现产值9亿元，同比增长6%。", []link{
			{"12家", "*", "*", "", ""}, {"9亿元", "工业园", "产值", "", ""}, {"6%", "工业园", "产值", "同比增长", ""}}},
		{"the place at the head of a scene", "湖南加快建设。在宁乡的这家企业，一分钟生产零件30个。", []link{
			{"一分钟", "*", "*", "", ""}, {"30个", "宁乡", "*", "", ""}}},
		{"to each its own measure", "四川加快建设，新能源、医药产值分别增长21%和14.1%。", []link{
			{"21%", "四川", "新能源产值", "增长", ""}, {"14.1%", "四川", "医药产值", "增长", ""}}},
		{"to each its own subject", "苏州和无锡分别实现产值2万亿元、1.5万亿元。", []link{
			{"2万亿元", "苏州", "产值", "", ""}, {"1.5万亿元", "无锡", "产值", "", ""}}},
		{"where a thing stands is not measured", "合肥高新区有8万平方米的仓库里堆满货物。", []link{
			{"8万平方米", "合肥高新区", "仓库", "", ""}}},
		{"each its share of the city", "合肥高新区企业数、税收分别占全市的22.3%和19.6%。", []link{
			{"22.3%", "合肥高新区", "企业数占全市", "", ""}, {"19.6%", "合肥高新区", "税收占全市", "", ""}}},
		{"a list of subjects goes on", "格力电器、海尔智家分别位列第一、第二，销量增长20.1%和14.8%。", []link{
			{"第一", "格力电器", "*", "", ""}, {"第二", "海尔智家", "*", "", ""},
			{"20.1%", "格力电器", "销量", "增长", ""}, {"14.8%", "海尔智家", "销量", "增长", ""}}},
		{"an everyday word that is ranked among firms", "三星销量居首，苹果第二，市场占有率17%。", []link{
			{"第二", "苹果", "*", "", ""}, {"17%", "苹果", "市场占有率", "", ""}}},
		{"the number of a place", "冰雪运动升温。在齐齐哈尔市的200多块冰场，人们滑冰。", []link{
			{"200多块", "齐齐哈尔市", "冰场", "", ""}}},
		{"bodies that are counted are not their own subject", "各地活动精彩。天津的赛场上，12所高校参赛；新疆阿勒泰市提供场地。", []link{
			{"12所", "天津", "*", "", ""}}},
		{"who is made to act", "合肥高新区带动科大讯飞实现增长,销售收入同比增长20%。", []link{
			{"20%", "科大讯飞", "销售收入", "同比增长", ""}}},
	}
	checkLinks(t, tests)
}

// linkTest is a text and what its claims must be linked to.
type linkTest struct {
	name, text string
	want       []link
}

func checkLinks(t *testing.T, tests []linkTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := claimsIn(t, tt.text)
			if len(got) != len(tt.want) {
				t.Fatalf("%s: %d claims, want %d: %+v", tt.text, len(got), len(tt.want), got)
			}
			for i, w := range tt.want {
				c := got[i]
				for _, f := range []struct{ field, got, want string }{
					{"text", c.Text, w.text}, {"subject", c.Subject, w.subject}, {"metric", c.Metric, w.metric},
					{"change", c.Change, w.change}, {"period", c.Period, w.period},
				} {
					if f.want != "*" && f.got != f.want {
						t.Errorf("%s\n%s of %s: %q, want %q", tt.text, f.field, c.Text, f.got, f.want)
					}
				}
			}
		})
	}
}

func TestWhomAnArticleIsAbout(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a place that the title opens with", "安徽：早动手 早见效\n今年以来，科大讯飞增资扩产。\n目前，已完成投资3亿元。\n", "安徽"},
		{"not the name of a series", "【走进合肥高新区】四川：早动手\n目前，已完成投资3亿元。\n", "四川"},
		{"a park of the place", "合肥：改革再出发\n合肥高新区扩大开放。\n合肥高新区服务企业。\n合肥高新区招才引智。\n目前，已完成投资3亿元。\n", "合肥高新区"},
		{"a text about a place comes back to it", "合肥高新区扩大开放\n科大讯飞扩产。目前，全年完成投资3亿元。\n", "合肥高新区"},
		{"a text about a company keeps to whom it spoke of", "科大讯飞扩产\n安徽电力集团有限公司参股。目前，完成投资3亿元。\n", "安徽电力集团有限公司"},
		{"the noun of the title", "绿色工厂引领转型\n多地建设绿色工厂。绿色工厂用能清洁。\n目前，已完成投资3亿元。\n", "绿色工厂"},
		{"the place of a heading", "湖北、湖南发展提速\n长江两岸万象更新，两省携手共进。\n湖北加快建设支点\n产业集群不断壮大，动能更加强劲。\n湖南打造制造高地\n产业体系加快构建，目前已完成投资3亿元。\n", "湖南"},
		{"not who tells the news", "楼市回暖\n新华社讯，买家增多。\n新华社了解到，新盘热销。\n新华社记者看到，目前，科大讯飞已完成投资3亿元。\n", "科大讯飞"},
		{"a word for any park", "高新区运行平稳\n目前，已完成投资3亿元。\n", "高新区"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := claimsIn(t, tt.text)
			if len(got) != 1 || got[0].Subject != tt.want {
				t.Errorf("%s\ngot %+v, want one claim of %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestItemsOfARoundup(t *testing.T) {
	text := `本周简讯

合肥高新区举行签约仪式
合肥高新区昨天举行签约仪式。仪式上签约项目32个。

江苏推进水利建设
今年以来，工程建设进展顺利。已经完成投资150亿元。

夏粮丰收
总产量1.4亿吨。
`
	want := []struct{ number, subject string }{{"32个", "合肥高新区"}, {"150亿元", "江苏"}, {"1.4亿吨", "总产量"}}
	got := claimsIn(t, text)
	if len(got) != len(want) {
		t.Fatalf("%d claims, want %d: %+v", len(got), len(want), got)
	}
	for i, w := range want {
		if got[i].Text != w.number || got[i].Subject != w.subject {
			t.Errorf("%s of %q, want %s of %q", got[i].Text, got[i].Subject, w.number, w.subject)
		}
	}
}

// A label over the first title makes a roundup of the text, though its items name one country
// again and again: nothing goes on from one to the next.
func TestLabelOfARoundup(t *testing.T) {
	got := claimsIn(t, `国内新闻快讯

2019年我国造船指数上升
国家统计局公布，2019年我国造船指数比上年增长23%。

6月我国用电量增长
国家能源局发布，6月份，我国用电量同比增长6.1%。
`)
	if len(got) != 2 || got[0].Period != "2019" || got[1].Period != "" {
		t.Errorf("%+v, want 23%% in 2019 and 6.1%% at no known time", got)
	}
}

func TestClaimPeriods(t *testing.T) {
	tests := []struct{ name, text, number, want string }{
		{"a list over years, the first", "2018-2020年，企业收入分别增长28%、7%、64%，其中海外收入增长53%、34%、65%。", "28%", "2018"},
		{"a list over years, the last", "2018-2020年，企业收入分别增长28%、7%、64%，其中海外收入增长53%、34%、65%。", "65%", "2020"},
		{"a year", "2020年新增企业69家。", "69家", "2020"},
		{"a month", "2020年11月新增企业69家。", "69家", "2020-11"},
		{"when something was built", "这个建成于2015年的社区，住着69户。", "69户", ""},
		{"a day", "2020年11月5日新增企业69家。", "69家", "2020-11-05"},
		{"a range of years", "2020-2021年新增企业69家。", "69家", "2020/2021"},
		{"a quarter", "2020年一季度新增企业69家。", "69家", "2020-01/2020-03"},
		{"a year and its month with spaces", "2011 年 5 月新增企业69家。", "69家", "2011-05"},
		{"from one day to another", "2020年4月21日到5月22日,新增企业69家。", "69家", "2020-04-21/2020-05-22"},
		{"a day without its month", "园区自2020年动工。13日,新增企业69家。", "69家", ""},
		{"a year that is only compared with", "新增企业69家,比2020年增长5%。今年上半年,新增企业70家。", "70家", ""},
		{"an aim", "到2035年，我国将建成科技强国。一季度新增企业69家。", "69家", ""},
		{"an earlier year that only says which crisis", "2012年开局平稳。遭受到2008年国际金融危机后的又一次挑战。11月份新增企业69家。", "69家", "2012-11"},
		{"from day to day with a long dash", "2018年1月1日―2018年12月31日，新增企业69家。", "69家", "2018-01-01/2018-12-31"},
		{"half a year", "2020年上半年新增企业69家。", "69家", "2020-01/2020-06"},
		{"the first months", "2020年前5个月新增企业69家。", "69家", "2020-01/2020-05"},
		{"months of a year", "2020年1-5月新增企业69家。", "69家", "2020-01/2020-05"},
		{"up to a month", "截至2020年5月底,共有企业69家。", "69家", "2020-05"},
		{"since a year", "2020年以来,新增企业69家。", "69家", "2020/"},
		{"since when something has been", "自2014年4月开工以来,公司新增企业69家。", "69家", ""},
		{"the day of the wire", "新华社合肥2020年6月8日电 合肥高新区新增企业69家。", "69家", ""},
		{"the day on which it was heard", "记者从2020年1月26日召开的座谈会上获悉，园区新增企业69家。", "69家", ""},
		{"since when a company has been", "2016年成立的科大讯飞，拥有专利69项。", "69项", ""},
		{"companies of a year", "园区2016年成立的69家公司都在增长。", "69家", "2016"},
		{"each of the listed years its own", "2011年、2012年，参赛人数分别为730人、69人。", "69人", "2012"},
		{"what a year is compared with", "2020年，园区营业额471亿元，较2019年园区营业额402亿元增加了69亿元。", "402亿元", "2019"},
		{"the year of an event that is held", "2月27日，园区召开2018年项目建设大会。今年，园区新增企业69家。", "69家", "2018"},
		{"the year that an event sums up", "2月27日，园区召开2018年总结大会。今年，园区新增企业69家。", "69家", ""},
		{"a report of half a year", "公司2020年半年报显示,新增企业69家。", "69家", "2020-01/2020-06"},
		{"a year that is not known", "1990年,公司成立,去年产值突破160亿元。", "160亿元", ""},
		{"behind a year that is not known", "1990年,公司成立,去年走出国门。目前有企业69家。", "69家", ""},
		{"Chinese digits", "二〇二〇年新增企业69家。", "69家", "2020"},
		{"full width", "２０２０年新增企业69家。", "69家", "2020"},
		{"the year of the paragraph", "2020年,园区加快发展。新增企业69家。", "69家", "2020"},
		{"the year is known", "2020年,园区加快发展。\n全年新增企业69家。", "69家", "2020"},
		{"now ends the year of the paragraph", "2020年,园区加快发展。目前,园区有企业69家。", "69家", ""},
		{"the year is not known", "上半年新增企业69家。", "69家", ""},
		{"last year, when nobody says which", "去年新增企业69家。", "69家", ""},
		{"another paragraph", "2020年,园区加快发展。\n园区有企业69家。", "69家", ""},
		{"another name ends it", "2020年,合肥高新区加快发展。科大讯飞有员工69人。", "69人", ""},
		{"the same time of last year", "2020年上半年发电量25亿千瓦时,较上年同期20亿千瓦时增长25%。", "20亿千瓦时", "2019-01/2019-06"},
		{"the same time of last year, told next", "2020年一季度,园区收入46亿元,去年同期则为45亿元。", "45亿元", "2019-01/2019-03"},
		{"what it is only compared with", "2020年一季度,园区收入46亿元,比去年同期和2019年四季度分别增长3%和9%。", "9%", "2020-01/2020-03"},
		{"the same time of a year that is named", "2020年一季度,园区收入46亿元,较2018年同期的40亿元增长15%。", "40亿元", "2018-01/2018-03"},
		{"that of last year and another time", "2020年二季度园区收入46亿元,而去年同期和2020年一季度分别为41亿元和43亿元。", "41亿元", "2019-04/2019-06"},
		{"and the other time", "2020年二季度园区收入46亿元,而去年同期和2020年一季度分别为41亿元和43亿元。", "43亿元", "2020-01/2020-03"},
		{"but not what grew since", "2020年上半年发电量25亿千瓦时,较上年同期20亿千瓦时增长25%。", "25%", "2020-01/2020-06"},
		{"the first three months", "2020年前三月新增企业69家。", "69家", "2020-01/2020-03"},
		{"to each its year", "2016年、2017年营业收入分别为3亿元、4亿元。", "4亿元", "2017"},
		{"to each its year of a range that is expected", "预计2016-2018年，公司利润分别为3亿元，4亿元和7亿元。", "4亿元", "2017"},
		{"no year of another paragraph for a part of this one", "海尔集团成立于2009年5月，产值3亿元。\n\n今年海尔集团很忙。上半年，产值4亿元。", "4亿元", ""},
		{"a year without 年", "海尔集团2016上半年产值4亿元。", "4亿元", "2016-01/2016-06"},
		{"to each its year, the first", "2016年、2017年营业收入分别为3亿元、4亿元。", "3亿元", "2016"},
		{"to each a year of the range", "2015年至2017年净利润分别为1亿元、2亿元和3亿元。", "2亿元", "2016"},
		{"a year by its last digits", "项目已于18年1月投产7万吨。", "7万吨", "2018-01"},
		{"but a length of time", "项目历时18年,投产7万吨。", "7万吨", ""},
		{"what a clause without numbers says", "2020年7月19日,记者从园区获悉,2020年上半年,园区新增企业69家。其中出口企业5家。", "5家", "2020-01/2020-06"},
		{"what figures show", "调查结果显示,2020年园区新增企业69家。其中出口企业5家。", "5家", "2020"},
		{"but a clause with its own number", "2020年,园区有企业300家,园区介绍,2019年新增企业69家。其中出口企业5家。", "5家", "2020"},
		{"this year, when the sentence says where that was heard", "从全省2022年上半年经济形势通报会上了解到,今年上半年,新增企业69家。", "69家", "2022-01/2022-06"},
		{"but not by the year of something else", "从2022年设立的园区获悉,今年上半年,新增企业69家。", "69家", ""},
		{"when a firm was founded", "公司成立于2004年,注册资本为1788万元。", "1788万元", ""},
		{"a date of its own behind a number", "今天的安徽,有企业69家,2017年,研发投入超过900亿元。", "69家", ""},
		{"a date that sums up", "职教中心迁建500亩,2020年共扩建1940亩。", "500亩", "2020"},
		{"not a date of something else", "合同金额27亿元,为公司2015年收入的28%。", "27亿元", ""},
		{"holdings have no date of the news", "2018年4月,科大讯飞发布公告。国资委持股45%。", "45%", ""},
		{"from the first year of a range", "2013年到2017年，产值从12亿元增加到17亿元，年均增长8%。", "12亿元", "2013"},
		{"to the last year of a range", "2013年到2017年，产值从12亿元增加到17亿元，年均增长8%。", "17亿元", "2017"},
		{"over the range", "2013年到2017年，产值从12亿元增加到17亿元，年均增长8%。", "8%", "2013/2017"},
		{"years up to now end the year of the paragraph", "2017年收入增长10%。5年来,新增企业69家。", "69家", ""},
		{"the largest since a year", "这次演习是自1981年以来规模最大的演习,参演车辆69辆。", "69辆", ""},
		{"the highest since a year", "上半年,新增企业69家,为2000年以来最高值。", "69家", ""},
		{"not a year in a name", "我国开展为期2个月的“清朗·2025年专项行动”。", "2个月", ""},
		{"what has grown from another year", "2021年，镇里的商店从2015年的3家增长到28家，收入增长5%。", "28家", "2021"},
		{"behind that", "2021年，镇里的商店从2015年的3家增长到28家，收入增长5%。", "5%", "2021"},
		{"a year that half a year has come up to", "上半年，销量已经相当于2018年全年的总量。二季度新增企业69家。", "69家", ""},
		{"the level of a year", "6月末，企业增至69家，恢复到2019年同期水平。", "69家", ""},
		{"what a growth is counted from", "2021年产值比2019年增长5%。", "5%", "2021"},
		{"the year behind", "园区年报\n来源:合肥日报 2021-02-03\n过去一年,新增企业69家。", "69家", "2020"},
		{"a month of the year of writing", "园区扩容\n来源:合肥日报 2021-11-03\n截至10月底,新增企业69家。", "69家", "2021-10"},
		{"no month that is still to come", "园区扩容\n来源:合肥日报 2021-11-03\n到12月,新增企业69家。", "69家", ""},
		{"an outlet and its date", "园区扩容\n合肥工人日报 2021-11-03 09:30\n今年,新增企业69家。", "69家", "2021"},
		{"that year, in the same paragraph", "2012年,园区挂牌,当年新增企业69家。", "69家", "2012"},
		{"that year, which nobody has named here", "2012年,园区挂牌。\n\n当年服务企业69家。", "69家", ""},
		{"years ago", "2021年,学校满百岁。60年前,教师69人来到这里。", "69人", ""},
		{"when all is built", "2021年,园区开工。项目建成后,可容纳企业69家。", "69家", ""},
		{"when that is known", "项目2022年建成后,可容纳企业69家。", "69家", "2022"},
		{"what is still to come", "项目2021年3月开工,计划引进企业69家。", "69家", ""},
		{"by the end of a year", "2021年底前,力争引进企业69家。", "69家", "2021"},
		{"a date in two lines", "园区扩容\n2021\n11/03\n截至10月底,新增企业69家。", "69家", "2021-10"},
		{"months joined by 到", "2021年1到9月,新增企业69家。", "69家", "2021-01/2021-09"},
		{"a year and a half", "园区扩容\n来源:合肥日报 2021-11-03\n过去一年半,新增企业69家。", "69家", ""},
		{"not the time of what another did", "甲公司总投资3亿元,2017年下半年试运行;乙公司占地69亩。", "69亩", ""},
		{"the time of a whole sentence", "预计到2020年,排放下降15%;优良天数比率达到80%。", "80%", "2020"},
		{"up to the end of a plan", "2010年,产值11亿元,预计至“十二五”末超过30亿元。", "30亿元", ""},
		{"a day of the year of writing", "园区扩容\n来源:合肥日报 2021-01-15\n2020年,园区建成。1月12日,新增企业69家。", "69家", "2021-01-12"},
		{"what is planned for a year", "2021年,园区计划引进企业69家。", "69家", "2021"},
		{"a date inside a clause", "3栋楼于2021年4月封顶,另外69栋刚刚开工。", "3栋", "2021-04"},
		{"since a day of the year of writing", "园区扩容\n来源:合肥日报 2021-11-03\n自4月1日挂牌以来,新增企业69家。", "69家", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, c := range claimsIn(t, tt.text) {
				if c.Text == tt.number {
					if c.Period != tt.want {
						t.Errorf("%s: period %q, want %q", tt.text, c.Period, tt.want)
					}
					return
				}
			}
			t.Errorf("%s: no claim %s", tt.text, tt.number)
		})
	}
}

// Every row can be found again: the characters at its offsets are its text, and
// a rule stands behind every claim.
func TestDegreesOfElectricity(t *testing.T) {
	for text, want := range map[string]string{
		"电站全年发电80亿度。":     "energy 8000000000 千瓦时",
		"每户家庭每月用电120度左右。": "energy 120 千瓦时",
		"山顶气温降到零下12度。":    "other -12 度",
		"气温升高2度，用电量增加两成。": "other 2 度",
	} {
		for _, c := range claimsIn(t, text) {
			if c.Unit != "度" {
				continue
			}
			if got := c.Kind + " " + c.BaseValue + " " + c.BaseUnit; got != want {
				t.Errorf("%s: %s, want %s", text, got, want)
			}
			want = ""
		}
		if want != "" {
			t.Errorf("%s: no claim in degrees", text)
		}
	}
}

func TestRowsPointAtTheSource(t *testing.T) {
	text := "标题\n\n合肥高新区新增企业69家,\n总投资超过3.5亿元。\n\n　　园区有员工1,200余名,占全市三成。"
	r := extractText(t, text)
	if len(r.Claims) < 4 || len(r.Entities) == 0 {
		t.Fatalf("only %d claims and %d entities", len(r.Claims), len(r.Entities))
	}
	chars := []rune(text)
	line := func(at int) int { return 1 + strings.Count(string(chars[:at]), "\n") }
	for _, c := range r.Claims {
		if got := string(chars[c.Start:c.End]); got != c.Text {
			t.Errorf("claim %s: at %d to %d stands %q", c.Text, c.Start, c.End, got)
		}
		if c.Line != line(c.Start) {
			t.Errorf("claim %s: line %d, want %d", c.Text, c.Line, line(c.Start))
		}
	}
	for _, e := range r.Entities {
		if got := string(chars[e.Start:e.End]); got != e.Text {
			t.Errorf("entity %s: at %d to %d stands %q", e.Text, e.Start, e.End, got)
		}
	}
}
