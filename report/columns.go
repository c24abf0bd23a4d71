package report

import (
	"strconv"
	"unicode/utf8"

	"newsift/extract"
	"newsift/segment"
)

// sheets is the one list of sheets and their columns. The order of columns is a
// promise to scripts: they only ever grow at the end.
func sheets() []sheet {
	return []sheet{
		newSheet("entities", noun{"entity", "entities", "个名称"},
			func(p *Page) []extract.Entity { return p.Entities },
			func(e *extract.Entity) int { return e.Article }, entityColumns()),
		newSheet("claims", noun{"claim", "claims", "条数据"},
			func(p *Page) []extract.Claim { return p.Claims },
			func(c *extract.Claim) int { return c.Article }, claimColumns()),
		newSheet("articles", noun{"article", "articles", "篇"},
			articleRows, nil, articleColumns()),
		newSheet("tokens", noun{"token", "tokens", "个词"},
			func(p *Page) []Token { return p.Tokens },
			func(t *Token) int { return t.Article }, tokenColumns()),
		newSheet("explain", noun{"candidate", "candidates", "个候选"},
			func(p *Page) []extract.Explanation { return p.Explanations },
			func(e *extract.Explanation) int { return e.Article }, explainColumns()),
	}
}

// Sheets returns the names of the sheets.
func Sheets() []string {
	var names []string
	for _, s := range sheets() {
		names = append(names, s.name)
	}
	return names
}

// Column says what a column of a sheet is called and holds.
type Column struct {
	Name    string // machine name
	Meaning string // in a few words
}

// Columns returns the columns of the named sheet, nil for an unknown one.
func Columns(name string) []Column {
	var columns []Column
	for _, s := range sheets() {
		for _, f := range s.fields {
			if s.name == name {
				columns = append(columns, Column{f.name, f.meaning})
			}
		}
	}
	return columns
}

func explainColumns() []column[extract.Explanation] {
	type row = extract.Explanation
	return []column[row]{
		{"doc", "Document", "文档", "the file, - for standard input, or the id of a JSONL record", free, place{}, func(r *row) string { return r.Doc }},
		{"article", "Article", "篇", "number of the article on the page", integer, place{}, func(r *row) string { return strconv.Itoa(r.Article) }},
		{"line", "Line", "行", "line of the source, from 1", integer, place{5, 4}, func(r *row) string { return strconv.Itoa(r.Line) }},
		{"start", "Start", "起", "first character in the document, from 0", integer, place{}, func(r *row) string { return strconv.Itoa(r.Start) }},
		{"end", "End", "止", "one past the last character", integer, place{}, func(r *row) string { return strconv.Itoa(r.End) }},
		{"of", "Of", "项", "what it is a candidate for: entity, claim or subject", free, place{2, 7}, func(r *row) string { return r.Of }},
		{"text", "Text", "文字", "the candidate; for a subject the name it would have", free, place{1, 10}, func(r *row) string { return r.Text }},
		{"as", "As", "类别", "type and subtype, kind of claim, or the rule for a subject", free, place{6, 8}, func(r *row) string { return r.As }},
		{"outcome", "Outcome", "结果", "won or lost", free, place{3, 7}, func(r *row) string { return r.Outcome }},
		{"reason", "Reason", "原因", "why", free, place{4, 10}, func(r *row) string { return r.Reason }},
		{"rule", "Rule", "规则", "file:line of the rule or dictionary entry that proposed it", free, place{7, 10}, func(r *row) string { return r.Rule }},
	}
}

func entityColumns() []column[extract.Entity] {
	type row = extract.Entity
	return []column[row]{
		{"doc", "Document", "文档", "the file, - for standard input, or the id of a JSONL record", free, place{}, func(r *row) string { return r.Doc }},
		{"article", "Article", "篇", "number of the article on the page, from 1", integer, place{}, func(r *row) string { return strconv.Itoa(r.Article) }},
		{"line", "Line", "行", "line of the source, from 1", integer, place{3, 4}, func(r *row) string { return strconv.Itoa(r.Line) }},
		{"start", "Start", "起", "first character in the document, from 0", integer, place{}, func(r *row) string { return strconv.Itoa(r.Start) }},
		{"end", "End", "止", "one past the last character", integer, place{}, func(r *row) string { return strconv.Itoa(r.End) }},
		{"type", "Type", "类型", "park, company or institution", free, place{4, 11}, func(r *row) string { return r.Type }},
		{"subtype", "Subtype", "细类", "finer class, such as high_tech_zone or university", free, place{5, 10}, func(r *row) string { return r.Subtype }},
		{"text", "Text", "原文", "the mention as the text has it", free, place{1, 10}, func(r *row) string { return r.Text }},
		{"name", "Name", "全称", "the fullest form of the name known", free, place{2, 10}, func(r *row) string { return r.Name }},
		{"rule", "Rule", "规则", "file:line of the rule that made the row", free, place{}, func(r *row) string { return r.Rule }},
	}
}

func claimColumns() []column[extract.Claim] {
	type row = extract.Claim
	return []column[row]{
		{"doc", "Document", "文档", "the file, - for standard input, or the id of a JSONL record", free, place{}, func(r *row) string { return r.Doc }},
		{"article", "Article", "篇", "number of the article on the page, from 1", integer, place{}, func(r *row) string { return strconv.Itoa(r.Article) }},
		{"line", "Line", "行", "line of the source, from 1", integer, place{4, 4}, func(r *row) string { return strconv.Itoa(r.Line) }},
		{"start", "Start", "起", "first character in the document, from 0", integer, place{}, func(r *row) string { return strconv.Itoa(r.Start) }},
		{"end", "End", "止", "one past the last character", integer, place{}, func(r *row) string { return strconv.Itoa(r.End) }},
		{"kind", "Kind", "种类", "count, money, percent, area, …", free, place{}, func(r *row) string { return r.Kind }},
		{"text", "Text", "原文", "number, magnitude and unit as the text has them", free, place{1, 7}, func(r *row) string { return r.Text }},
		{"value", "Value", "数值", "the exact number in the unit: a decimal or a fraction", exact, place{6, 8}, func(r *row) string { return r.Value }},
		{"value_max", "Upper value", "上限", "upper end of a range", exact, place{}, func(r *row) string { return r.ValueMax }},
		{"unit", "Unit", "单位", "the unit without magnitude", free, place{7, 4}, func(r *row) string { return r.Unit }},
		{"bound", "Bound", "界限", "exact, about, over or under", free, place{}, func(r *row) string { return r.Bound }},
		{"subject", "Subject", "主体", "whom or what the claim is about", free, place{2, 8}, func(r *row) string { return r.Subject }},
		{"metric", "Metric", "指标", "what is counted or measured", free, place{3, 8}, func(r *row) string { return r.Metric }},
		{"change", "Change", "变化", "the word of movement, such as 同比增长", free, place{8, 6}, func(r *row) string { return r.Change }},
		{"period", "Period", "时期", "ISO 8601 date, month, year or range", free, place{5, 7}, func(r *row) string { return r.Period }},
		{"base_value", "Base value", "基准数值", "the value in the base unit of its dimension", exact, place{}, func(r *row) string { return r.BaseValue }},
		{"base_unit", "Base unit", "基准单位", "that unit", free, place{}, func(r *row) string { return r.BaseUnit }},
		{"sentence", "Sentence", "句子", "the sentence it stands in", free, place{}, func(r *row) string { return r.Sentence }},
		{"rule", "Rule", "规则", "file:line of the rule that made the row", free, place{}, func(r *row) string { return r.Rule }},
	}
}

func tokenColumns() []column[Token] {
	type row = Token
	return []column[row]{
		{"doc", "Document", "文档", "the file, - for standard input, or the id of a JSONL record", free, place{}, func(r *row) string { return r.Doc }},
		{"article", "Article", "篇", "number of the article on the page, from 1", integer, place{}, func(r *row) string { return strconv.Itoa(r.Article) }},
		{"line", "Line", "行", "line of the source, from 1", integer, place{3, 4}, func(r *row) string { return strconv.Itoa(r.Line) }},
		{"start", "Start", "起", "first character in the document, from 0", integer, place{4, 5}, func(r *row) string { return strconv.Itoa(r.Start) }},
		{"end", "End", "止", "one past the last character", integer, place{5, 3}, func(r *row) string { return strconv.Itoa(r.End) }},
		{"text", "Text", "词", "the word as the text has it", free, place{1, 4}, func(r *row) string { return r.Text }},
		{"pos", "POS", "词性", "part of speech: n noun, ns place, v verb, m numeral, …", free, place{2, 3}, func(r *row) string { return r.POS }},
	}
}

// articleRow is one article of a page as a row.
type articleRow struct {
	doc           string
	number        int
	title, byline string
	line, lines   int // first line of the source, and how many it runs over
	characters    int // of the mended text, titles and captions included
}

func articleColumns() []column[articleRow] {
	type row = articleRow
	return []column[row]{
		{"doc", "Document", "文档", "the file, - for standard input, or the id of a JSONL record", free, place{}, func(r *row) string { return r.doc }},
		{"article", "Article", "篇", "number of the article on the page, from 1", integer, place{2, 7}, func(r *row) string { return strconv.Itoa(r.number) }},
		{"title", "Title", "标题", "the headline", free, place{1, 10}, func(r *row) string { return r.title }},
		{"byline", "Byline", "作者", "the writers", free, place{3, 6}, func(r *row) string { return r.byline }},
		{"line", "Line", "行", "first line of the source", integer, place{4, 4}, func(r *row) string { return strconv.Itoa(r.line) }},
		{"lines", "Lines", "行数", "lines of the source it runs over", integer, place{5, 5}, func(r *row) string { return strconv.Itoa(r.lines) }},
		{"characters", "Characters", "字数", "characters of the mended text", integer, place{6, 10}, func(r *row) string { return strconv.Itoa(r.characters) }},
	}
}

func articleRows(p *Page) []articleRow {
	rows := make([]articleRow, 0, len(p.Doc.Articles))
	for i := range p.Doc.Articles {
		a := &p.Doc.Articles[i]
		r := articleRow{doc: p.Doc.Name, number: a.Number, title: a.Title, byline: a.Byline}
		last := 0
		for j := range a.Blocks {
			b := &a.Blocks[j]
			n := len(b.Text)
			_, _, first := b.Source(segment.Span{})
			_, _, end := b.Source(segment.Span{Start: max(n-1, 0), End: n})
			if r.line == 0 || first < r.line {
				r.line = first
			}
			last = max(last, end)
			r.characters += utf8.RuneCountInString(b.Text)
		}
		if r.line > 0 {
			r.lines = last - r.line + 1
		}
		rows = append(rows, r)
	}
	return rows
}
