package sample

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/charmap"
)

// flatText is the page as many tools hand it on: visible lines, boilerplate still in them.
func (d delivery) flatText() (string, error) {
	page := d.page
	if d.Outlet.Charset == "windows-1252" {
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(page)
		if err != nil {
			return "", err
		}
		page = decoded
	}
	return flatten(page)
}

// flatten gives one line for each stretch of visible text between two block tags.
func flatten(page []byte) (string, error) {
	var out, line strings.Builder
	end := func() {
		if text := strings.Join(strings.Fields(line.String()), " "); text != "" {
			out.WriteString(text + "\n")
		}
		line.Reset()
	}
	hidden := 0
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			end()
			if errors.Is(z.Err(), io.EOF) {
				return out.String(), nil
			}
			return "", z.Err()
		case html.TextToken:
			if hidden == 0 {
				line.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Script, atom.Style, atom.Noscript, atom.Template:
				if kind == html.StartTagToken {
					hidden++
				} else if kind == html.EndTagToken && hidden > 0 {
					hidden--
				}
			case atom.A, atom.B, atom.I, atom.Em, atom.Strong, atom.Span, atom.Font, atom.Time, atom.Small, atom.U:
			default:
				end()
			}
		}
	}
}
