package extract

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"newsift/extract/internal/names"
)

// coined reports whether a guarded name is a word of no other kind. The file is
// searched as it lies: few names come to it.
func (r *entityRules) coined(name string) bool {
	line := "\n" + name + "\n"
	return strings.Contains(r.coinedNames, line) || strings.Contains(r.ownCoined, line)
}

// A cue is a role that a word plays around or inside a name; a word may play
// several. The names are those of rules/entity-cues.txt.
type cue uint64

const (
	cueStop      cue = 1 << iota // never inside a name
	cueFunction                  // a single character that no name runs across
	cueGeneric                   // says what kind a thing is and names nothing
	cueTrade                     // a verb that makes part of a name
	cueOrgan                     // an ending that a park may stand in front of
	cueBranch                    // an ending that follows a parent and a place
	cueInside                    // begins an official name without being a place
	cueTitle                     // what a person is called behind a company
	cueAgent                     // what a company does
	cueCompany                   // stands beside a company
	cueLand                      // a country in one character
	cueNotEnd                    // ends like a name and is none
	cueSurname                   // a family name in one character
	cueCountry                   // a country or region
	cueHead                      // the noun behind an enumeration
	cueIndustry                  // a trade word that company names end in
	cueStrong                    // … which hardly stands anywhere else
	cueNamesOnly                 // … which stands in names only
	cueSport                     // a word of sport
	cuePact                      // what two companies do together
	cueAct                       // what only companies do
	cueProduct                   // what companies put their names on
	cueHard                      // a single character that ends any name to the left
	cueRunOn                     // a character that makes another word of an ending in front
	cueCore                      // behind 中心, which then is no place
	cueJoint                     // an ending that may have two charges in front (规划和自然资源局)
	cueOffice                    // an ending that a place alone does not make a name of (湖南厅)
	cueKind                      // the last character of a word for a kind or rank
	cueNotBrand                  // the last character of a word that is no brand
	cuePerson                    // the end of what somebody is called
	cueCalled                    // introduces a short form in brackets
	cueSeat                      // the last character of the name of a division
	cueRegion                    // behind a place, makes it one that another may follow
	cuePress                     // stands behind the name of a newspaper or station
	cueSole                      // what only companies do, never persons or bodies
	cueStraddle                  // begins with what could be the last character of a name (人民日报|社论)
	cueMission                   // an ending of bodies that a country keeps abroad (大使馆)
	cueMeasure                   // the last character of a measure word of bodies
	cueNotFirm                   // the last characters of an area or a body, no company
	cueBuilt                     // says behind a place what becomes of a park there, whose name it does not begin
	cueEach                      // opens a clause that says what all members of a list are
	cueTech                      // the Latin name of a technique, which names nobody
	cueBrand                     // an everyday word that names companies (未来, 远大)
	cueBuy                       // in front of a company that is bought
	cueStake                     // in front of a company of which a part changes hands
	cueLearned                   // what has founders and is no company (学派, 学科)
	cueBoard                     // an ending of what every company has (董事会)
	cueMany                      // an ending of which a country has many (英国超市)
	cueField                     // what industries are, behind a list of them
	cueShare                     // what shares do
	cueGrade                     // stands in front of what an officer is called
	cueFounder                   // what the founder of a company is called
	cueFound                     // what is done to a company that begins
	cueOwned                     // a kind of firm whose name stands behind it (全资子公司)
	cueCommittee                 // runs the park whose name stands in front
	cueForming                   // says that something of a kind comes about
	cueFigures                   // figures that somebody puts out, behind an ending that does not run on
	cueSite                      // what a company has at a place that stands behind its name
	cueLandform                  // the last character of a word for a part of the land
	cueCity                      // a city in one character, in front of 经开区 and 高新区
	cueNotSeat                   // begins like the 省 or 市 of an office and is another word (市场)
	cueReach                     // says behind a kind how many there are of it
	cueLearnt                    // says that something was learnt from whom 从 names
)

// cueNames gives the word that opens a line of entity-cues.txt for each cue.
var cueNames = [...]struct {
	name string
	cue  cue
}{
	{"stop", cueStop}, {"function", cueFunction}, {"generic", cueGeneric}, {"trade", cueTrade},
	{"organ", cueOrgan}, {"branch", cueBranch}, {"inside", cueInside}, {"title", cueTitle},
	{"agent", cueAgent}, {"company", cueCompany}, {"land", cueLand}, {"notend", cueNotEnd},
	{"surname", cueSurname}, {"country", cueCountry}, {"sport", cueSport}, {"pact", cuePact}, {"act", cueAct}, {"product", cueProduct}, {"hard", cueHard}, {"runon", cueRunOn},
	{"core", cueCore}, {"joint", cueJoint}, {"office", cueOffice}, {"kind", cueKind}, {"notbrand", cueNotBrand},
	{"person", cuePerson}, {"called", cueCalled}, {"seat", cueSeat}, {"brand", cueBrand}, {"press", cuePress}, {"region", cueRegion}, {"notfirm", cueNotFirm}, {"mission", cueMission}, {"straddle", cueStraddle}, {"sole", cueSole}, {"measure", cueMeasure}, {"buy", cueBuy}, {"stake", cueStake}, {"found", cueFound}, {"many", cueMany}, {"board", cueBoard}, {"field", cueField}, {"share", cueShare}, {"learned", cueLearned}, {"founder", cueFounder}, {"grade", cueGrade}, {"owned", cueOwned}, {"built", cueBuilt}, {"each", cueEach}, {"tech", cueTech}, {"committee", cueCommittee}, {"forming", cueForming}, {"city", cueCity}, {"figures", cueFigures}, {"site", cueSite}, {"landform", cueLandform},
	{"notseat", cueNotSeat}, {"reach", cueReach}, {"learnt", cueLearnt},
}

// A need says what must stand in front of an ending for it to make a name.
type need uint8

const (
	needName     need = iota // a place, a proper or an unknown word
	needNoun                 // any modifier that is not generic
	needPlace                // a place or an organisation at the very left
	needOrg                  // an organisation right in front
	needLand                 // a country in one character right in front
	needBare                 // nothing: it is a name by itself
	needSeat                 // a division of a country right in front
	needPartners             // as needName, and (有限合伙) behind it
	needTeam                 // a place, a proper word or, in sport, any noun
)

var needNames = map[string]need{
	"name": needName, "noun": needNoun, "place": needPlace, "org": needOrg, "land": needLand, "bare": needBare, "seat": needSeat, "partners": needPartners, "team": needTeam,
}

// A suffix is an ending that makes a name.
type suffix struct {
	text, typ, subtype string
	need               need
	cue                cue  // cueOrgan and cueBranch, when it is such an ending
	legal              bool // the legal form of a registered company
	latin              bool
	rule               string // file:line
}

// A head is the noun behind an enumeration with what it says of the items.
type head struct {
	typ, subtype string
	rule         string
}

// entityRules are the endings, trade words and cues in force.
type entityRules struct {
	suffixes map[rune][]*suffix // by last character
	endings  phrases[*suffix]   // the same, to find the longest
	cues     map[string]cue
	heads    map[string]head
	industry map[string]string // trade word to file:line
	rules    map[string]string // cue word that proposes names to file:line

	coinedNames, ownCoined string // coined-names.txt, built-in and the user's
}

func loadEntityRules(files *ruleFiles) (*entityRules, error) {
	r := &entityRules{
		suffixes: make(map[rune][]*suffix, 256),
		cues:     make(map[string]cue, 3000),
		heads:    make(map[string]head, 64),
		industry: make(map[string]string, 512),
		rules:    make(map[string]string, 256),

		coinedNames: files.builtin["coined-names.txt"],
	}
	if text := files.own["coined-names.txt"]; text != "" {
		r.ownCoined = "\n" + text + "\n"
	}
	for _, file := range [...]struct {
		name string
		add  func(at string, fields []string) error
	}{
		{"entity-cues.txt", r.addCues},
		{"suffixes.txt", r.addSuffix},
		{"industry-words.txt", r.addIndustry},
	} {
		if err := files.each(file.name, file.add); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// each calls add for every line of the file name: first the user's, then the
// built-in ones that it does not then call defined twice.
func (r *ruleFiles) each(name string, add func(at string, fields []string) error) error {
	if err := eachRule(filepath.Join(r.dir, name), r.own[name], add); err != nil {
		return err
	}
	return eachRule(name, r.builtin[name], func(at string, fields []string) error {
		return r.overruled(name, add(at, fields))
	})
}

// eachRule calls add with file:line and the fields of every line of the text of
// file that is neither empty nor a comment.
func eachRule(file, text string, add func(at string, fields []string) error) error {
	rest, line, places := text, 0, new(places)
	var fields []string // add keeps the strings, not the slice
	for rest != "" {
		var text string
		text, rest, _ = strings.Cut(rest, "\n")
		line++
		if i := strings.IndexByte(text, '#'); i >= 0 {
			text = text[:i]
		}
		fields = splitFields(fields[:0], text)
		if len(fields) == 0 {
			continue
		}
		at := places.name(file, line)
		if err := add(at, fields); err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
	}
	return nil
}

// splitFields appends to dst the fields of text, which spaces, tabs and carriage
// returns separate.
func splitFields(dst []string, text string) []string {
	for text != "" {
		i := strings.IndexAny(text, " \t\r")
		if i < 0 {
			return append(dst, text)
		}
		if i > 0 {
			dst = append(dst, text[:i])
		}
		text = text[i+1:]
	}
	return dst
}

func (r *entityRules) addSuffix(at string, f []string) error {
	if len(f) != 4 {
		return fmt.Errorf("want an ending, its type, subtype and need, have %d fields", len(f))
	}
	n, ok := needNames[f[3]]
	if !ok {
		return fmt.Errorf("unknown need %q", f[3])
	}
	if _, ok := typeNames[f[1]]; !ok && f[1] != names.None {
		return fmt.Errorf("unknown type %q", f[1])
	}
	if first, ok := r.endings.get(f[0]); ok {
		return twiceError(fmt.Sprintf("%q already defined at %s", f[0], first.rule))
	}
	s := &suffix{
		text: f[0], typ: f[1], subtype: f[2], need: n, cue: r.cues[f[0]] & (cueOrgan | cueBranch | cueJoint | cueOffice | cueMission | cueMany | cueBoard), rule: at,
		legal: strings.HasSuffix(f[0], "有限公司") || strings.HasSuffix(f[0], "责任公司") || strings.HasSuffix(f[0], "合伙企业") || n == needPartners,
		latin: f[0][0] < utf8.RuneSelf,
	}
	r.endings.add(s.text, s)
	last, _ := utf8.DecodeLastRuneInString(s.text)
	r.suffixes[last] = append(r.suffixes[last], s)
	return nil
}

// typeNames are the types of entity.
var typeNames = map[string]struct{}{"park": {}, "company": {}, "institution": {}}

func (r *entityRules) addIndustry(at string, f []string) error {
	if len(f) != 2 || f[1] != "sole" && f[1] != "strong" && f[1] != "weak" {
		return fmt.Errorf("want a trade word and sole, strong or weak")
	}
	if first, ok := r.industry[f[0]]; ok {
		return twiceError(fmt.Sprintf("%q already defined at %s", f[0], first))
	}
	r.industry[f[0]] = at
	c := cueIndustry
	switch f[1] {
	case "sole":
		c |= cueStrong | cueNamesOnly
	case "strong":
		c |= cueStrong
	}
	r.cues[f[0]] |= c
	return nil
}

func (r *entityRules) addCues(at string, f []string) error {
	class, words := f[0], f[1:]
	if h, ok := strings.CutPrefix(class, "head."); ok {
		return r.addHeads(at, h, words)
	}
	for _, c := range cueNames {
		if c.name != class {
			continue
		}
		for _, w := range words {
			r.cues[w] |= c.cue
			if c.cue&(cueTitle|cueAct|cueSole|cuePact|cueBuy|cueOwned|cueCompany|cuePress) != 0 {
				r.rules[w] = at
			}
		}
		return nil
	}
	return fmt.Errorf("unknown class %q", class)
}

// headTypes gives type and subtype of the items for each head class.
var headTypes = map[string][2]string{
	"company":     {"company", "short"},
	"bank":        {"company", "bank"},
	"university":  {"institution", "university"},
	"research":    {"institution", "research"},
	"hospital":    {"institution", "hospital"},
	"institution": {"institution", "other"},
	"park":        {"park", "industrial_park"},
}

func (r *entityRules) addHeads(at, class string, words []string) error {
	t, ok := headTypes[class]
	if !ok {
		return fmt.Errorf("unknown head %q", class)
	}
	for _, w := range words {
		if h, ok := r.heads[w]; ok {
			return twiceError(fmt.Sprintf("%q already defined at %s", w, h.rule))
		}
		r.heads[w] = head{t[0], t[1], at}
		r.cues[w] |= cueHead
	}
	return nil
}

// headOf returns what w says of the items of an enumeration in front of it, be
// it a longer word for some kind of company (软件厂商).
func (r *entityRules) headOf(w *word) (head, bool) {
	h, ok := r.heads[w.text]
	if !ok && w.is(cueCompany) && w.runes() > 2 {
		h, ok = r.heads[lastChars(w.text, 2)]
	}
	return h, ok
}

// suffixAt returns the longest ending of text[:end] that starts at or after
// from, or nil.
func (r *entityRules) suffixAt(text string, from, end int) *suffix {
	_, s, _ := r.endings.suffix(text[from:end])
	return s
}

// firms reports whether s is a longer word for some kind of company (民营企业)
// that is no ending of names.
func (r *entityRules) firms(s string) bool {
	const both = cueCompany | cueHead
	end := lastChars(s, 2)
	return len(s) > len(end) && r.cues[end]&both == both && r.suffixAt(end, 0, len(end)) == nil
}

// countsKind reports whether the article tells how many there are of a kind of parks or bodies
// (21家|自贸试验区, 各|自贸试验区), so that the word by itself means any or all of them.
func (r *entityRules) countsKind(a *article, kind string) bool {
	for i := range a.sentences {
		s := &a.sentences[i]
		for k := 1; k < len(s.tokens); k++ {
			before, t := s.tokens[k-1], s.tokens[k]
			if before.End != t.Start || !strings.HasPrefix(s.block.Text[t.Start:s.span.End], kind) {
				continue
			}
			word := s.block.Text[before.Start:before.End]
			counted := utf8.RuneCountInString(word) == 1 || strings.HasPrefix(before.POS, "m") // 家, 21家, but not 国家
			if word == "各" || counted && r.cues[lastChars(word, 1)]&cueMeasure != 0 {
				return true
			}
		}
	}
	return false
}
