package report

import (
	"bytes"
	"encoding/json"
	"io"
)

// jsonEncoder writes one object a line: bare (JSON lines), or with brackets and
// commas around them (an array).
type jsonEncoder struct {
	view
	w     io.Writer
	array bool
	rows  int
	keys  [][]byte // `"name":` of each column
	line  bytes.Buffer
	text  *json.Encoder // writes strings to line
}

func newJSONLines(w io.Writer, views []view, _ Options) encoder {
	e := &jsonEncoder{view: views[0], w: w}
	for _, f := range e.picked() {
		e.keys = append(e.keys, []byte(`"`+f.name+`":`))
	}
	e.text = json.NewEncoder(&e.line)
	e.text.SetEscapeHTML(false) // <, > and & are safe outside HTML and common in text
	return e
}

func newJSONArray(w io.Writer, views []view, o Options) encoder {
	e := newJSONLines(w, views, o).(*jsonEncoder)
	e.array = true
	return e
}

func (e *jsonEncoder) header() error {
	if !e.array {
		return nil
	}
	_, err := io.WriteString(e.w, "[")
	return err
}

func (e *jsonEncoder) page(p *Page) error {
	fields := e.picked()
	return e.each(p, func(cells []string) error {
		e.line.Reset()
		switch {
		case e.array && e.rows > 0:
			e.line.WriteString(",\n")
		case e.array:
			e.line.WriteString("\n")
		}
		e.rows++
		for i, c := range cells {
			e.line.WriteByte("{,"[min(i, 1)])
			e.line.Write(e.keys[i])
			if fields[i].kind == integer {
				e.line.WriteString(c)
				continue
			}
			if err := e.text.Encode(c); err != nil {
				return err
			}
			e.line.Truncate(e.line.Len() - 1) // Encode ends with a line break
		}
		e.line.WriteByte('}')
		if !e.array {
			e.line.WriteByte('\n')
		}
		_, err := e.w.Write(e.line.Bytes())
		return err
	})
}

func (e *jsonEncoder) close() error {
	if !e.array {
		return nil
	}
	end := "\n]\n"
	if e.rows == 0 {
		end = "]\n"
	}
	_, err := io.WriteString(e.w, end)
	return err
}
