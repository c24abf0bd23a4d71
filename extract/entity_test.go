package extract

import (
	"maps"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"newsift/segment"
)

// newTestFinder returns a finder with the built-in rules and dictionaries.
func newTestFinder(t testing.TB) (*entityFinder, *segment.Cutter) {
	t.Helper()
	names, err := openGazetteer(nil)
	if err != nil {
		t.Fatal(err)
	}
	f, err := newEntityFinder(builtinRules(), names)
	if err != nil {
		t.Fatal(err)
	}
	cutter, err := segment.NewCutter()
	if err != nil {
		t.Fatal(err)
	}
	return f, cutter
}

// newTestArticle cuts paragraphs into the sentences of one article.
func newTestArticle(cutter *segment.Cutter, paragraphs ...string) *article {
	a := &article{Article: &segment.Article{Number: 1}}
	for _, text := range paragraphs {
		b := &segment.Block{Text: text}
		for _, s := range b.Sentences() {
			a.sentences = append(a.sentences, sentence{block: b, span: s, tokens: cutter.Cut(nil, text, s)})
		}
	}
	return a
}

// found lists the mentions of an article as type:text, those with another name
// as type:text=name.
func found(f *entityFinder, a *article) []string {
	var out []string
	for _, m := range f.find(a) {
		text := a.sentences[m.sentence].block.Text[m.span.Start:m.span.End]
		out = append(out, m.typ+":"+text)
	}
	return out
}

func TestFindEntities(t *testing.T) {
	f, cutter := newTestFinder(t)
	for _, c := range []struct{ name, text, want string }{
		// By ending.
		{"the middle of a region", "云南省位于东南亚中心地带。", ""},
		{"a bureau of a zone", "合肥高新区统计局发布数据。", "institution:合肥高新区统计局"},
		{"a bureau whose data are quoted", "江苏省统计局数据显示,经济增长。", "institution:江苏省统计局"},
		{"an office of a government without its place", "省政府新闻办召开发布会。", "institution:省政府新闻办"},
		{"a firm by what it has at a place", "理想汽车常州基地交付整车。", "company:理想汽车"},
		{"a zone inside a zone", "合肥经开综保区进出口增长。", "park:合肥经开综保区"},
		{"those who grow something", "奶农联合办加工厂。四大工业园区建设加快。", ""},
		{"a verb in front of a park", "着力助推通航产业园建设,也折射出智能手表产业园的变化。", "park:通航产业园 park:智能手表产业园"},
		{"what comes about is of a kind", "当地形成高端装备产业集聚区。", ""},
		{"a zone that the cut takes apart", "经开区党工委召开会议。", "institution:经开区党工委"},
		{"all of a kind", "全国众创空间数量增长。", ""},
		{"a place where something is built up", "国务院支持江西建设综合性国家实验中心。", "institution:国务院"},
		{"an office of a ministry", "科技部火炬高技术产业开发中心印发通知。", "institution:科技部火炬高技术产业开发中心"},
		{"not a verb behind a body", "中国残疾人联合会联合中央电视台举办活动。", "institution:中国残疾人联合会 institution:中央电视台"},
		{"the whole of a quotation", "成立“科技双创联盟”。", "institution:科技双创联盟"},
		{"a paper of a province", "四川工人日报报道。", "institution:四川工人日报"},
		{"an office of a zone", "中国(湖北)自由贸易试验区工作办公室发布通知。", "institution:中国(湖北)自由贸易试验区工作办公室"},
		{"students", "青海大学生创新平台增多。青海大学生命科学学院成立。", "institution:青海大学生命科学学院"},
		{"a given name that is a school too", "董事长何清华发言。", ""},
		{"not the party", "公司中共有9家挂牌。", ""},
		{"a place that a committee makes a park", "中关村企业很多。中关村管委会发布数据。", "park:中关村 institution:中关村管委会"},
		{"a place that is only one", "他住在中关村。", ""},
		{"quoted firms that are counted", "基金陆续投资“瑞坦康”“银盟”等5家制药企业。", "company:瑞坦康 company:银盟"},
		{"quoted brands", "街道打造了“河畔之夜”“桥边音乐”等文化品牌。", ""},
		{"a quoted firm whose product follows", "产品用于“苹果”手机。", "company:苹果"},
		{"a zone by one character of its city", "记者从平房区(哈经开区)获悉。", "park:哈经开区"},
		{"a name that ends inside a trade", "拓日新能源投产。", "company:拓日新能源"},
		{"a system's company", "安佳厨房系统公司投产。", "company:安佳厨房系统公司"},
		{"the last of a list, with an adverb for the cut", "和诚芯智通、南极芯微电子、必丰生物三家公司签约。", "company:诚芯智通 company:南极芯微电子 company:必丰生物"},
		{"a trade in a place, not the firm", "瓦房店轴承集团有限责任公司扩产。瓦房店轴承产业升级。", "company:瓦房店轴承集团有限责任公司"},
		{"common words in front of a legal form", "记者从星河光电有限公司了解到,宏图机械制造有限公司已迁走。", "company:星河光电有限公司 company:宏图机械制造有限公司"},
		{"a brand that is no noun", "春天生物科技有限公司昨日开业。", "company:春天生物科技有限公司"},
		{"a dictionary name inside a legal name", "星河光电股份有限公司发布公告。", "company:星河光电股份有限公司"},
		{"place starts a company", "记者获悉合肥润朗光伏材料有限公司昨日开业。", "company:合肥润朗光伏材料有限公司"},
		{"verb ends the left edge", "该县去年引进绍兴昌泽印染集团。", "company:绍兴昌泽印染集团"},
		{"place in brackets inside a name", "卓岭电子(苏州)有限公司投产。", "company:卓岭电子(苏州)有限公司"},
		{"number in front", "走访新七方科技有限公司。", "company:新七方科技有限公司"},
		{"division in brackets behind a zone", "参观芜湖高新区(弋江区)展馆", "park:芜湖高新区(弋江区)"},
		{"Latin in front", "客户包括KVM传感科技有限公司。", "company:KVM传感科技有限公司"},
		{"branch behind a place", "中国移动宜昌分公司回应。", "company:中国移动宜昌分公司"},
		{"organisation begins a longer one", "中科院昆明植物研究所的专家", "institution:中科院昆明植物研究所"},
		{"park before its office", "芜湖高新区管委会表示", "institution:芜湖高新区管委会"},
		{"two names side by side", "芜湖高新区芜湖宏景电子股份有限公司获奖", "park:芜湖高新区 company:芜湖宏景电子股份有限公司"},
		{"offices need a place", "湖北省水利厅和有关厅局", "institution:湖北省水利厅"},
		{"verb behind a park", "在光谷科学城建设硅光创新中心", "park:光谷科学城 institution:硅光创新中心"},
		{"two charges of one office", "丽水市规划和自然资源局发文", "institution:丽水市规划和自然资源局"},
		{"government of a division", "常州市政府与美国政府", "institution:常州市政府"},
		{"ending cut apart", "走访梅河口经开区。", "park:梅河口经开区"},
		{"ending glued to what follows", "江西明理律师事务所律师说", "company:江西明理律师事务所"},
		{"common noun makes a park", "当地建起了竹编产业园。", "park:竹编产业园"},
		{"fund", "设立宁波海洋经济产业投资基金。", "institution:宁波海洋经济产业投资基金"},
		{"team in sport", "在昨晚的联赛中，黑豹队主场落败。", "institution:黑豹队"},
		{"party committee by itself", "市委召开会议", "institution:市委"},

		// What is no name.
		{"generic words", "该公司是一家知名企业，园区内多个研究院和龙头企业", ""},
		{"words that end like offices", "总部的干部部署工作，西部大局稳定", ""},
		{"countries and circles", "中国与日本在长三角和成渝都市圈", ""},
		{"a person", "董事长王建国表示", ""},

		// By trade word, enumeration, apposition, agreement.
		{"brand and trade", "会上，睿昊生物与多方见面。", "company:睿昊生物"},
		{"trade without brand", "发展现代生物和新能源汽车", ""},
		{"enumeration with a head noun", "吸引了华为、鑫垚科创、捷岚等一批知名企业", "company:华为 company:鑫垚科创 company:捷岚"},
		{"enumeration without names", "太阳能、风能等企业", ""},
		{"title behind", "钰垚科技董事长致辞", "company:钰垚科技"},
		{"item with a function character", "引进钰望科技、能达生物、砼匠新材等5家企业", "company:钰望科技 company:能达生物 company:砼匠新材"},
		{"titles are no items", "浦发银行副行长、上海科创银行董事长出席", "company:浦发银行 company:上海科创银行"},
		{"partner in an agreement", "该市与无锡鸿羿共同建设", "company:无锡鸿羿"},

		// Guarded names.
		{"everyday word", "现代人的理想生活", ""},
		{"with a company word", "理想公司公布财报", "company:理想公司"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(found(f, newTestArticle(cutter, c.text)), " ")
			if got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestShortForms(t *testing.T) {
	f, cutter := newTestFinder(t)
	for _, c := range []struct {
		name string
		text []string
		want []string // text=name
	}{
		{
			"brand, trades and place", []string{"南通泽润纺织集团股份有限公司增产。", "泽润纺织今年扩招，南通泽润称，泽润集团将上市。"},
			[]string{
				"南通泽润纺织集团股份有限公司=南通泽润纺织集团股份有限公司",
				"泽润纺织=南通泽润纺织集团股份有限公司", "南通泽润=南通泽润纺织集团股份有限公司", "泽润集团=南通泽润纺织集团股份有限公司",
			},
		},
		{
			"declared in brackets", []string{"吉安禾润农业科技有限公司(以下简称“老俵优品”)成立。", "老俵优品的订单翻番。"},
			[]string{
				"吉安禾润农业科技有限公司=吉安禾润农业科技有限公司",
				"老俵优品=吉安禾润农业科技有限公司", "老俵优品=吉安禾润农业科技有限公司",
			},
		},
		{
			"place in brackets", []string{"泽润电气(衢州)有限公司投产，衢州泽润今年达产。"},
			[]string{"泽润电气(衢州)有限公司=泽润电气(衢州)有限公司", "衢州泽润=泽润电气(衢州)有限公司"},
		},
		{
			"the sort of an office of a city", []string{"芜湖市食品药品监管局通报。", "这是芜湖市局开展的行动。"},
			[]string{"芜湖市食品药品监管局=芜湖市食品药品监管局", "芜湖市局=芜湖市食品药品监管局"},
		},
		{
			"but of two offices of the city neither", []string{"芜湖市公安局、芜湖市教育局通报。", "芜湖市局开展行动。"},
			[]string{"芜湖市公安局=芜湖市公安局", "芜湖市教育局=芜湖市教育局"},
		},
		{
			"place of a park dropped", []string{"绵阳涪滨数字经济产业园开园。", "涪滨数字经济产业园已满。"},
			[]string{"绵阳涪滨数字经济产业园=绵阳涪滨数字经济产业园", "涪滨数字经济产业园=绵阳涪滨数字经济产业园"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newTestArticle(cutter, c.text...)
			var got []string
			for _, m := range f.find(a) {
				got = append(got, a.sentences[m.sentence].block.Text[m.span.Start:m.span.End]+"="+m.name)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// Every candidate that lost says to which it lost, and every one names its rule.
func TestCandidatesAccountForThemselves(t *testing.T) {
	f, cutter := newTestFinder(t)
	p := f.propose(newTestArticle(cutter, "湖北省水利厅、华中科技大学同济医院和现代人"))
	p.resolve()
	for i := range p.cands {
		c := &p.cands[i]
		if p.fullName(c); !strings.Contains(c.rule, ".txt:") {
			t.Errorf("%s has rule %q", p.text(c), c.rule)
		}
		if c.lost > 0 {
			if w := &p.cands[c.lost-1]; w.lost != 0 || !w.span.Overlaps(c.span) {
				t.Errorf("%s lost to %s, which did not win over it", p.text(c), p.text(w))
			}
		}
	}
}

// The lists of words are sorted and hold nothing twice, so that a new word has
// one place to go.
func TestEntityRulesAreTidy(t *testing.T) {
	section, last := "", ""
	check := func(file string, line int, word string) {
		if word <= last {
			t.Errorf("%s:%d: %q does not belong behind %q", file, line, word, last)
		}
		last = word
	}
	for _, file := range []string{"suffixes.txt", "industry-words.txt", "coined-names.txt"} {
		data, err := os.ReadFile("rules/" + file)
		if err != nil {
			t.Fatal(err)
		}
		last = ""
		for i, line := range strings.Split(string(data), "\n") {
			if line == "" || line[0] == '#' {
				last = ""
				continue
			}
			check(file, i+1, strings.Fields(line)[0])
		}
	}
	data, err := os.ReadFile("rules/entity-cues.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]int)
	for i, line := range strings.Split(string(data), "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0][0] == '#' {
			continue
		}
		section = fields[0]
		for _, w := range fields[1:] {
			key := section + " " + w
			if first, ok := seen[key]; ok {
				t.Errorf("entity-cues.txt:%d: %q already stands under %s in line %d", i+1, w, section, first)
			}
			seen[key] = i + 1
		}
	}
}

// Every coined name is a guarded name of a dictionary: others need no listing.
func TestCoinedNamesAreGuarded(t *testing.T) {
	f, _ := newTestFinder(t)
	for _, name := range strings.Fields(coinedText) {
		if strings.HasPrefix(name, "#") || !strings.Contains(coinedText, "\n"+name+"\n") {
			continue
		}
		guarded := false
		f.names.prefixes(name, func(end int, id nameID) bool {
			if _, _, g := f.names.kind(id); end == len(name) {
				guarded = guarded || g
			}
			return true
		})
		if !guarded {
			t.Errorf("%s is no guarded name", name)
		}
	}
}

func TestEntityRuleErrors(t *testing.T) {
	good := map[string]string{
		"suffixes.txt":       "公司 company full name\n",
		"industry-words.txt": "药业 strong\n",
		"entity-cues.txt":    "stop 记者\n",
	}
	if _, err := loadEntityRules(&ruleFiles{builtin: good}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ file, data, want string }{
		{"suffixes.txt", "# endings\n公司 company full name\n公司 company full name\n", `suffixes.txt:3: "公司" already defined at suffixes.txt:2`},
		{"suffixes.txt", "公司 company\n", "suffixes.txt:1: want an ending"},
		{"suffixes.txt", "公司 firm full name\n", `suffixes.txt:1: unknown type "firm"`},
		{"suffixes.txt", "公司 company full maybe\n", `suffixes.txt:1: unknown need "maybe"`},
		{"industry-words.txt", "药业 strong\n药业 weak\n", `industry-words.txt:2: "药业" already defined at industry-words.txt:1`},
		{"industry-words.txt", "药业\n", "industry-words.txt:1: want a trade word"},
		{"entity-cues.txt", "halt 记者\n", `entity-cues.txt:1: unknown class "halt"`},
		{"entity-cues.txt", "head.firm 企业\n", `entity-cues.txt:1: unknown head "firm"`},
		{"entity-cues.txt", "head.company 企业\nhead.park 企业\n", `entity-cues.txt:2: "企业" already defined at entity-cues.txt:1`},
	} {
		rules := maps.Clone(good)
		rules[c.file] = c.data
		_, err := loadEntityRules(&ruleFiles{builtin: rules})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s with %q: error %v, want %s…", c.file, c.data, err, c.want)
		}
	}
}

func FuzzFindEntities(f *testing.F) {
	finder, cutter := newTestFinder(f)
	for _, s := range []string{
		"", "合肥润朗光伏材料有限公司(以下简称“润朗”)、华为等企业", "(有限公司", "“”产业园", "A·B-C集团", "第一医院", "\x00\xff公司集团", "和与、局厅部委",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "�")
		a := newTestArticle(cutter, text, text)
		sent, end := -1, 0
		for _, m := range finder.find(a) {
			s := &a.sentences[m.sentence]
			if m.sentence != sent {
				sent, end = m.sentence, s.span.Start
			}
			if m.span.Start < end || m.span.End > s.span.End || m.span.Len() <= 0 {
				t.Fatalf("mention %v of sentence %d %v overlaps or leaves it", m.span, m.sentence, s.span)
			}
			end = m.span.End
			if w := s.block.Text[m.span.Start:m.span.End]; !utf8.ValidString(w) {
				t.Fatalf("mention %q cuts a character", w)
			}
			if m.rule == "" || m.name == "" || m.typ == "" {
				t.Fatalf("mention %+v is incomplete", m)
			}
		}
	})
}

func BenchmarkFindEntities(b *testing.B) {
	f, cutter := newTestFinder(b)
	page, err := os.ReadFile("../testdata/hitech-page.txt")
	if err != nil {
		b.Fatal(err)
	}
	var articles []*article
	doc := segment.Parse("page", string(page), true)
	for i := range doc.Articles {
		a := &article{Article: &doc.Articles[i]}
		for j := range a.Blocks {
			blk := &a.Blocks[j]
			for _, s := range blk.Sentences() {
				a.sentences = append(a.sentences, sentence{block: blk, span: s, tokens: cutter.Cut(nil, blk.Text, s)})
			}
		}
		articles = append(articles, a)
	}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			f.find(a)
		}
	}
}

func BenchmarkNewEntityFinder(b *testing.B) {
	names, err := openGazetteer(nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := newEntityFinder(builtinRules(), names); err != nil {
			b.Fatal(err)
		}
	}
}
