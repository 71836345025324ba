package extract_test

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/extract"
)

// Old pages have their columns in cells of tables, and no names that tell which is which.
func TestColumnsOfTablesStayOut(t *testing.T) {
	const (
		masthead = `<TABLE WIDTH=780><TR><TD COLSPAN=3><FONT SIZE=6>The Varn Observer</FONT><BR><FONT SIZE=1>Since 1871, six days a week</FONT></TD></TR><TR VALIGN=top>`
		left     = `<TD WIDTH=150><B>12&deg; / 4&deg;</B><BR>SW 8<BR><BR><B>555-0142</B><BR>9.95 / 555-0143, 555-0144</TD>`
		tools    = `<HR><A HREF="/m">E-mail</A> | <A HREF="/p">Print this story</A> | <A HREF="/l">Write a letter to us</A>`
		right    = `<TD WIDTH=150><TABLE><TR><TD><B><A HREF="/1">{a}</A></B><BR>{b}: 21, 22, 23. <A HREF="/1">+++</A></TD></TR><TR><TD><B><A HREF="/2">{b}</A></B><BR>{a}. <A HREF="/2">+++</A></TD></TR></TABLE></TD>`
		footer   = `</TR><TR><TD COLSPAN=3>&copy; 2026 Varn Observer<BR><A HREF="/c">C</A> | <A HREF="/d">D</A></TD></TR></TABLE>`
		photo    = `<TABLE ALIGN=right><TR><TD><IMG SRC="x.jpg"></TD></TR><TR><TD>{b} (AP)</TD></TR></TABLE>`
	)
	exactly(t, 0, map[string]string{
		"three columns":                       masthead + left + `<TD>{text}</TD>` + right + footer,
		"a table in the cell":                 masthead + left + `<TD><TABLE><TR><TD>{text}` + tools + `</TD></TR></TABLE></TD>` + right + footer,
		"a photograph in a table of its own":  masthead + left + `<TD>` + photo + `{text}</TD>` + right + footer,
		"other stories in a row below":        masthead + `<TD>{text}</TD></TR><TR><TD><B><A HREF="/1">{a}</A></B><BR>{4} <A HREF="/1">+++</A>` + footer,
		"the headline and the day above it":   masthead + left + `<TD>March 3, 2026<BR><B>{h}</B><BR>Meridian Wire<HR>{text}</TD>` + right + footer,
		"paragraphs that are elements in one": masthead + left + `<TD>{1}{2}{3}{4}</TD>` + right + footer,
	})
}

// A brief of two paragraphs has columns too.
func TestColumnsBesideABrief(t *testing.T) {
	one, two := long("one"), long("two")
	page := `<TABLE><TR><TD COLSPAN=3>The Varn Observer</TD></TR><TR><TD>Markets<BR>Wheat 5.21<BR>Corn 4.10</TD><TD>` + one + `<BR><BR>` + two + `</TD><TD>Ask the mayor about the wall on Friday, at six.</TD></TR></TABLE>`
	if a := extract.HTML([]byte(page), extract.Options{}); a.Text != one+"\n\n"+two {
		t.Errorf("%q", a.Text)
	}
}

// Where paragraphs have cells of their own, or rows, no cell is the text's and no other a column.
func TestTextInManyCellsIsKept(t *testing.T) {
	for kind, markup := range map[string]string{
		"a row each":          `<table><tr><td>{1}</td></tr><tr><td>{2}</td></tr><tr><td>{3}</td></tr><tr><td>{4}</td></tr></table>`,
		"two columns of text": `<table><tr><td>{1}{2}</td><td>{3}{4}</td></tr></table>`,
		"a table for each":    `<table><tr><td>{1}</td></tr></table><table><tr><td>{2}</td></tr></table><table><tr><td>{3}</td></tr></table><table><tr><td>{4}</td></tr></table>`,
		"a mark before each":  `{1}{2}<table><tr><td><img src=x width=8 height=8></td><td>{3}</td></tr></table><table><tr><td><img src=x width=8 height=8></td><td>{4}</td></tr></table>`,
		"one paragraph below": `<table><tr><td>{1}{2}{3}</td></tr><tr><td><img src=x></td></tr><tr><td>{4}</td></tr></table>`,
	} {
		inEachLanguage(markup, func(language, got, want string) {
			if got != want {
				t.Errorf("%s, %s: %q", kind, language, got)
			}
		})
	}
}

// A cell below that goes on with the text has short lines too.
func TestShortLinesOfTextInAnotherRowAreKept(t *testing.T) {
	page := `<table><tr><td><p>` + long("one") + `</p><p>` + long("two") + `</p><p>` + long("three") + `</p></td></tr><tr><td><h3>The council answers</h3><p>` + long("four") + `</p></td></tr></table>`
	want := strings.Join([]string{long("one"), long("two"), long("three"), "The council answers", long("four")}, "\n\n")
	if a := extract.HTML([]byte(page), extract.Options{}); a.Text != want {
		t.Errorf("%q", a.Text)
	}
}

// An announcement of another story has its address twice: in its headline, and behind its summary.
func TestAnnouncementsBehindTheTextStayOut(t *testing.T) {
	for kind, markup := range map[string]string{
		"a paragraph each": `<div>{1}{2}{3}</div><div><p><b><a href="/1">{a}</a></b><br>{S} <a href="/1">+++</a></p><p><b><a href="https://varn.example/2#c">{b}</a></b><br>{S} <a href="/2">+++</a></p></div>`,
		"an element each":  `<div>{1}{2}{3}</div><div><div><h3><a href="/1">{a}</a></h3><p>{S}</p><a href="/1">+++ &raquo;</a></div></div>`,
	} {
		for language, s := range stories {
			page := s.page(language, strings.ReplaceAll(markup, "{S}", s.body[3]))
			if a := extract.HTML(page, extract.Options{}); a.Text != strings.Join(s.body[:3], "\n\n") {
				t.Errorf("%s, %s: %q", kind, language, a.Text)
			}
		}
	}
}

// Two links to one address are no announcement within running text, in an article that is a list, or of the page itself.
func TestTwoLinksToOneAddressWithinTheTextAreKept(t *testing.T) {
	one, two, three := long("one"), long("two"), long("three")
	linked := `<a href="/s">The survey</a> of the old wall had been ready for years when the mayor found it, and the town paid for it twice: <a href="/s">the survey</a>`
	item := func(text string) string {
		return `<h3><a href="/` + text[:4] + `">Number ` + text[:4] + `</a></h3><p>` + text + `</p><a href="/` + text[:4] + `">Go there</a>`
	}
	for name, c := range map[string]struct{ markup, want string }{
		"running text": {`<p>` + one + `</p><p>` + two + `</p><p>` + linked + `.</p><p>` + three + `</p>`, "ready for years when the mayor found it"},
		"a list":       {`<p>` + one + `</p>` + item("Alfa "+two) + item("Beta "+three) + item("Coda "+one), "Beta " + three},
		"itself":       {`<h2><a href="https://varn.example/wall">The wall</a></h2><p>` + one + `</p><a href="/wall">#</a><p>` + two + `</p><p>` + three + `</p>`, one},
	} {
		page := `<html><head><title>The wall</title><link rel=canonical href="https://varn.example/wall/"></head><body><div>` + c.markup + `</div></body></html>`
		if a := extract.HTML([]byte(page), extract.Options{}); !strings.Contains(a.Text, c.want) {
			t.Errorf("%s: %q", name, a.Text)
		}
	}
}

// A sentence with links is no row of them, nor is a list of names whose marks are those of a sentence.
func TestRowsOfLinks(t *testing.T) {
	one, two, three := long("one"), long("two"), long("three")
	for row, kept := range map[string]bool{
		`<a href="/m">E-mail this story to a friend</a> | <a href="/p">Printer-friendly version</a>`:         false,
		`<a href="/m">E-mail this story to a friend</a>&nbsp;&middot; <a href="/p">Printer version</a>`:      false,
		`Read <a href="/m">the survey of the town</a> | <a href="/p">the bills of the town</a> for the wall`: true,
		`<a href="/m">The survey of the old wall</a>, <a href="/p">the bills that the town has paid</a>`:     true,
	} {
		page := `<TABLE><TR><TD>` + one + `<BR><BR>` + two + `<BR><BR>` + three + `<BR><BR>` + row + `<BR><BR></TD></TR></TABLE>`
		a := extract.HTML([]byte(page), extract.Options{})
		if got := strings.Count(a.Text, "\n\n") == 3; got != kept || !strings.Contains(a.Text, three) {
			t.Errorf("%s: %q", row, a.Text)
		}
	}
}
