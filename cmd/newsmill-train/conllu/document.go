package conllu

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// Document is a document of a treebank as raw text: sentences as they are written, paragraphs
// parted by a blank line.
type Document struct {
	ID        string
	Text      string
	Sentences [][2]int // bytes; none where they are not known
}

// ReadDocuments reads the documents of a file.
func ReadDocuments(path string) (documents []Document, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var text strings.Builder
	var d Document
	flush := func() {
		if d.Text = text.String(); d.Text != "" {
			documents = append(documents, d)
		}
		text.Reset()
		d = Document{}
	}
	gap, until := "", ""
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		line := in.Text()
		if strings.HasPrefix(line, "# newdoc") {
			flush()
			_, d.ID, _ = strings.Cut(line, "= ")
		} else if strings.HasPrefix(line, "# newpar") {
			gap = "\n\n"
		} else if words, ok := strings.CutPrefix(line, "# text = "); ok {
			if text.Len() > 0 {
				text.WriteString(gap)
			}
			start := text.Len()
			text.WriteString(words)
			d.Sentences = append(d.Sentences, [2]int{start, text.Len()})
		} else if fields := strings.Split(line, "\t"); len(fields) == 10 && !strings.Contains(fields[0], ".") {
			_, last, whole := strings.Cut(fields[0], "-")
			if whole {
				until = last
			}
			if whole || until == "" { // what follows a contraction stands on its own line
				gap = " "
				if strings.Contains(fields[9], "SpaceAfter=No") {
					gap = ""
				}
			}
			if !whole && fields[0] == until {
				until = ""
			}
		}
	}
	flush()
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return documents, nil
}
