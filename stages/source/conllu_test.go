package source

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// conlluOf makes lines of CoNLL-U of "id form misc", parted by semicolons. Comments, and lines
// behind an exclamation mark, stay as they are.
func conlluOf(lines string) string {
	var out strings.Builder
	for _, line := range strings.Split(lines, ";") {
		if field := strings.Fields(line); len(field) > 1 && line[0] != '#' && line[0] != '!' {
			misc := "_"
			if len(field) > 2 {
				misc = field[2]
			}
			line = field[0] + "\t" + field[1] + strings.Repeat("\t_", 7) + "\t" + misc
		}
		out.WriteString(strings.TrimPrefix(line, "!") + "\n")
	}
	return out.String()
}

// toldOf writes a document in short: its text, then sentences with their paragraph and words
// with spans.
func toldOf(b *Treebank) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%q", b.Text)
	for _, s := range b.Sentences {
		fmt.Fprintf(&out, " | %d-%d p%d:", s.Start, s.End, s.Paragraph)
		for _, w := range b.Words[s.First:s.Last] {
			fmt.Fprintf(&out, " %s@%d-%d", w.Form, w.Start, w.End)
		}
	}
	return out.String()
}

func TestTreebank(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"spaces as the tokens say", "1 Well SpaceAfter=No;2 ,;3 yes X=1|SpaceAfter=No;4 !", `"Well, yes!" | 0-10 p0: Well@0-4 ,@4-5 yes@6-9 !@9-10`},
		{"glued", "1 Yes SpaceAfter=No;2 .;", `"Yes." | 0-4 p0: Yes@0-3 .@3-4`},
		{"two sentences, the first one glued to the second", "1 A SpaceAfter=No;;1 B;;1 C;", `"AB C" | 0-1 p0: A@0-1 | 1-2 p0: B@1-2 | 3-4 p0: C@3-4`},
		{"a paragraph breaks what is glued", "# newpar;1 A SpaceAfter=No;;# newpar id = x;# text = B;1 B;;1 C;", "\"A\\n\\nB C\" | 0-1 p0: A@0-1 | 3-4 p1: B@3-4 | 5-6 p1: C@5-6"},
		{"newpar_block is none", "1 A;;# newpar_block;1 B;", `"A B" | 0-1 p0: A@0-1 | 2-3 p0: B@2-3`},
		{"a token of several words that make it up", "1-2 don't SpaceAfter=No;1 do;2 n't;3 !;", `"don't!" | 0-6 p0: do@0-2 n't@2-5 !@5-6`},
		{"a token of several words that do not", "1 Là;2-3 du;2 de;3 le;4 pain;", `"Là du pain" | 0-11 p0: Là@0-3 de@4-6 le@4-6 pain@7-11`},
		{"empty nodes are no words", "0.1 nobody;1 A;1.1 B;2 C;", `"A C" | 0-3 p0: A@0-1 C@2-3`},
		{"the last sentence without an empty line, CRLF", "!1\tA\t_\t_\t_\t_\t_\t_\t_\t_\r;\r;1 B", `"A B" | 0-1 p0: A@0-1 | 2-3 p0: B@2-3`},
		{"forms with spaces", "!1\tthế giới\t_\t_\t_\t_\t_\t_\t_\t_", `"thế giới" | 0-12 p0: thế giới@0-12`},
		{"bytes that are no UTF-8", "1 a\xffb;", `"a` + "\uFFFD" + `b" | 0-5 p0: a` + "\uFFFD" + `b@0-5`},
	} {
		page := &Page{Kind: CoNLLU, Body: []byte(conlluOf(c.lines))}
		bank, fault := page.Treebank()
		if fault != nil {
			t.Errorf("%s: %s", c.name, fault.Message)
		} else if got := toldOf(bank); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		} else if text, _, origin := page.UTF8(); string(text) != bank.Text || origin.Known() {
			t.Errorf("%s: UTF8 gives %q, %+v", c.name, text, origin)
		}
	}
}

// A broken line is told with the file, its own place, and what to do.
func TestBrokenLineOfATreebankIsNamed(t *testing.T) {
	for lines, want := range map[string]string{
		"1 A;;1 B;!2\tC\t_;":           `"t.conllu" at byte 141: a line of 3 columns, wanted are 10, parted by tabs; mend the line`,
		"!1 A _ _ _ _ _ _ _ _":         `"t.conllu" at byte 100: a line of 1 columns, wanted are 10, parted by tabs; mend the line`,
		"1 A;3 B":                      `"t.conllu" at byte 120: word "3" stands where word 2 should; number the words of a sentence from 1 on, and end it with an empty line`,
		"1 A;1 B":                      `"t.conllu" at byte 120: word "1" stands where word 2 should; number the words of a sentence from 1 on, and end it with an empty line`,
		"1-3 AB;1 A;2 B;":              `"t.conllu" at byte 163: the sentence ends after word 2, and its last token goes up to 3; give all words of a token`,
		"1 A;1-2 AB":                   `"t.conllu" at byte 120: token 1-2 stands where word 2 should; number the words of a sentence from 1 on, and put a token before its words`,
		"!1\t\t_\t_\t_\t_\t_\t_\t_\t_": `"t.conllu" at byte 100: word "1" has no form; mend the line`,
	} {
		page := &Page{Path: "t.conllu", Kind: CoNLLU, Offset: 100, Record: "d", Body: []byte(conlluOf(lines))}
		_, fault := page.Treebank()
		if fault == nil || fault.Message != want || fault.Code != CodeBadCoNLLU || fault.Offset != 100 || fault.Record != "d" || !bytes.Equal(fault.Raw, page.Body) {
			t.Errorf("%q: got %+v\nwant %s", lines, fault, want)
		}
	}
}

func TestDocumentsOfATreebank(t *testing.T) {
	a, b := conlluOf("1 A;;1 B;"), conlluOf("1 C")
	for _, c := range []struct{ name, file, want string }{
		{"the file, where no line begins a document", a + b, "0 " + a + b},
		{
			"each newdoc, with the comments before it", "# x\n# newdoc id = 1\n" + a + "# sent_id = 7\n# newdoc id = 2\n# y\n" + b,
			"0 1 # x\n# newdoc id = 1\n" + a + "|62 2 # sent_id = 7\n# newdoc id = 2\n# y\n" + b,
		},
		{"what stands before the first one", a + "# newdoc\n" + b, "0 " + a + "|42 # newdoc\n" + b},
		{"comments at the head alone are no document", "# global.columns = ID FORM\n\n# newdoc id=1\n" + b, "28 1 # newdoc id=1\n" + b},
		{"a document without words", "# newdoc id = 1\n\n# newdoc id = 2\n# newdoc id = 3\n" + b, "0 !empty|17 !empty|33 3 # newdoc id = 3\n" + b},
		{"a byte order mark", "\xef\xbb\xbf# newdoc id = 1\n" + b, "0 1 \xef\xbb\xbf# newdoc id = 1\n" + b},
		{"newdocument is another word", "# newdocument = 1\n" + b, "0 # newdocument = 1\n" + b},
		{"nothing but comments", "# a\n\n", "0 !empty"},
		{"a document past the limit, and one behind it", "# newdoc id = 1\n" + strings.Repeat("1\tA\n\n", 300_000) + "# newdoc id = 2\n" + b, "0 !too_large|1500016 2 # newdoc id = 2\n" + b},
		{"noise", "\x00\x01\x02\x03", "0 !not_text"},
	} {
		for _, name := range []string{"t.conllu", "t.conllu.gz", "t.CoNLLU.zst"} {
			data := []byte(c.file)
			if strings.HasSuffix(name, ".gz") {
				data = gz(c.file)
			} else if strings.HasSuffix(name, ".zst") {
				data = zst(c.file)
			}
			f := write(t, name, data)
			var got []string
			for _, item := range readAll(t, whole(f)) {
				if p := item.Page; p != nil {
					got = append(got, strings.TrimSuffix(fmt.Sprintf("%d %s", p.Offset, p.Record), " ")+" "+string(p.Body))
				} else {
					got = append(got, fmt.Sprintf("%d !%s", item.Fault.Offset, item.Fault.Code))
				}
			}
			if all := strings.Join(got, "|"); all != c.want {
				t.Errorf("%s, %s:\ngot  %.300q\nwant %.300q", c.name, name, all, c.want)
			}
		}
	}
}

// The text of a treebank is the one that its own comments give, where they are right, with
// paragraphs parted by a blank line. Needs the shared treebanks; without them it is skipped.
func TestTextOfATreebankIsThatOfItsComments(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/language/ud/*-dev.conllu")
	if len(files) == 0 {
		t.Skip("no treebanks beside the repository")
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sentences, other := 0, 0
		for _, item := range readAll(t, whole(write(t, filepath.Base(path), data))) {
			if item.Fault != nil {
				t.Fatal(item.Fault.Message)
			}
			bank, fault := item.Page.Treebank()
			if fault != nil {
				t.Fatal(fault.Message)
			}
			i := 0
			for line := range strings.Lines(string(item.Page.Body)) {
				if text, ok := strings.CutPrefix(line, "# text = "); ok {
					s := bank.Sentences[i]
					if strings.TrimSpace(text) != bank.Text[s.Start:s.End] {
						other++
					}
					i++
				}
			}
			if i != len(bank.Sentences) {
				t.Errorf("%s has %d sentences, want %d", item.Page.Record, len(bank.Sentences), i)
			}
			sentences += i
		}
		if other*1000 > sentences {
			t.Errorf("%s: %d of %d sentences are not what their comments say", path, other, sentences)
		}
	}
}

// Whatever the bytes, documents lie in the file one after the other, and what is read of one has
// sentences and words that follow each other and slice back to their forms.
func FuzzTreebank(f *testing.F) {
	f.Add([]byte("# newdoc id = a\n# newpar\n" + conlluOf("1-2 don't SpaceAfter=No;1 do;2 n't;3 !;;1-2 du;1 de;2 le;2.1 x") + "# newdoc\n" + conlluOf("1 \xff")))
	f.Add([]byte("\xef\xbb\xbf#newdoc\r\n\r\n1\tA\t\t\t\t\t\t\t\t\r\n"))
	path := filepath.Join(f.TempDir(), "t.conllu")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		end := int64(0)
		for _, item := range readAll(t, Section{File: File{Path: path, Rel: "t.conllu", Format: CoNLLUFile}, End: -1}) {
			if item.Fault != nil {
				if item.Fault.Message == "" || item.Fault.Code == "" {
					t.Fatalf("a fault without words: %+v", item.Fault)
				}
				continue
			}
			p := item.Page
			if p.Offset < end || !bytes.HasPrefix(data[p.Offset:], p.Body) {
				t.Fatalf("document at %d is not what stands there", p.Offset)
			}
			end = p.Offset + int64(len(p.Body))
			if bank, fault := p.Treebank(); fault == nil {
				checkTreebank(t, bank)
			}
		}
	})
}

func checkTreebank(t *testing.T, b *Treebank) {
	t.Helper()
	if !utf8.ValidString(b.Text) {
		t.Fatalf("text is no UTF-8: %q", b.Text)
	}
	at, word := 0, 0
	for _, s := range b.Sentences {
		if s.Start < at || s.First != word || s.Last <= s.First {
			t.Fatalf("sentence %+v after %d, word %d", s, at, word)
		}
		last := Word{Start: s.Start, End: s.Start}
		for _, w := range b.Words[s.First:s.Last] {
			shared := w.Start == last.Start && w.End == last.End
			if w.Form == "" || w.End > s.End || w.Start < last.End && !shared {
				t.Fatalf("word %+v after %+v in sentence %+v", w, last, s)
			}
			last = w
		}
		if last.End != s.End {
			t.Fatalf("sentence %+v ends behind its last word %+v", s, last)
		}
		at, word = s.End, s.Last
	}
	if word != len(b.Words) || at != len(b.Text) {
		t.Fatalf("%d of %d words, %d of %d bytes", word, len(b.Words), at, len(b.Text))
	}
}

func TestTreebankIsNamedByItsLanguage(t *testing.T) {
	for file, want := range map[string]string{
		"ud/en_ewt-ud-dev.conllu": "en", "yue_hk-ud-test.conllu.gz": "yue", "notes.conllu": "", "my_own.conllu": "my", "EN_x.conllu": "", "english_x.conllu": "",
	} {
		if got := languageOfTreebank(file); got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}
