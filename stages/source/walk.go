package source

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode/utf8"
)

// ErrMissing says that an INPUT does not exist.
var ErrMissing = errors.New("no such input")

// File is one input file.
type File struct {
	Path        string // on disk
	Rel         string // source_path, as the tables have it: valid UTF-8, slashes, distinct
	Format      Format
	Compression Compression
	Size        int64     // stored bytes
	ModTime     time.Time // to notice a change during the run; never in an output

	layout layout // of a compressed WARC, where it is known
}

// Stdin is the INPUT that stands for standard input, and the source_path of its pages.
const Stdin = "-"

// Walk lists the files of inputs in plan order: the inputs as they were given, each folder in
// byte order of its slash paths. Where one is [Stdin], stdin is the file of JSON Lines that it
// was written to; "" says that it holds nothing. A symbolic link is followed, but no file and no folder is read
// twice within a walk, so a loop ends. Skipped names what is no input: files of other kinds, and
// datasets. An input that does not
// exist is an [ErrMissing].
func Walk(inputs []string, stdin string) (files []File, skipped []string, err error) {
	w := walk{skipped: []string{}, seen: map[string]bool{}, rels: map[string]bool{}}
	for _, input := range inputs {
		if input == Stdin {
			if err := w.standard(stdin); err != nil {
				return nil, nil, err
			}
			continue
		}
		info, err := os.Stat(input)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil, fmt.Errorf("%w: %q", ErrMissing, input)
		} else if err != nil {
			return nil, nil, err
		}
		base := filepath.Base(input)
		if absolute, err := filepath.Abs(input); err == nil {
			base = filepath.Base(absolute) // "." and ".." have a name too
		}
		root := utf8Name(base)
		if len(inputs) > 1 {
			root = w.free(root)
		}
		prefix := ""
		if len(inputs) > 1 {
			prefix = root + "/"
		}
		if !info.IsDir() {
			w.file(input, root, info)
			continue
		}
		w.folder(input, prefix)
	}
	sort.Strings(w.skipped)
	return w.files, w.skipped, nil
}

type walk struct {
	files   []File
	skipped []string
	seen    map[string]bool // real paths
	rels    map[string]bool // names of inputs that are taken
}

// standard adds standard input, once.
func (w *walk) standard(path string) error {
	if path == "" || w.seen[path] {
		return nil
	}
	w.seen[path] = true
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	w.files = append(w.files, File{Path: path, Rel: Stdin, Format: JSONLFile, Size: info.Size(), ModTime: info.ModTime()})
	return nil
}

// free gives name, or name with the first number behind it that no other input has.
func (w *walk) free(name string) string {
	free := name
	for n := 2; w.rels[free]; n++ {
		free = fmt.Sprintf("%s~%d", name, n)
	}
	w.rels[free] = true
	return free
}

// folder walks without recursion, so a deep tree costs no stack. The stack holds what is still
// to be visited, the next one last.
func (w *walk) folder(root, prefix string) {
	type place struct {
		path, rel string
		name      string // rel, with a slash behind it where it is a folder: the order of slash paths
		info      fs.FileInfo
	}
	stack := []place{{path: root, rel: prefix}}
	for first := true; len(stack) > 0; first = false {
		p := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !first {
			if !p.info.IsDir() {
				w.file(p.path, p.rel, p.info)
				continue
			}
			p.rel += "/"
		}
		real, err := filepath.EvalSymlinks(p.path)
		if err != nil || w.seen[real] {
			continue
		}
		w.seen[real] = true
		entries, err := os.ReadDir(p.path)
		if err != nil {
			w.skipped = append(w.skipped, strings.TrimSuffix(p.rel, "/")) // no permission: named, not lost
			continue
		}
		if slices.ContainsFunc(entries, ofDataset) {
			w.skipped = append(w.skipped, cmp.Or(strings.TrimSuffix(p.rel, "/"), utf8Name(filepath.Base(real))))
			continue
		}
		places := make([]place, 0, len(entries))
		for _, entry := range entries {
			path := filepath.Join(p.path, entry.Name())
			rel := p.rel + utf8Name(entry.Name())
			info, err := os.Stat(path)
			if err != nil {
				if info, err = os.Lstat(path); err != nil || info.Mode()&fs.ModeSymlink != 0 {
					w.skipped = append(w.skipped, rel) // a link to nowhere
					continue
				}
			}
			name := entry.Name()
			if info.IsDir() {
				name += "/"
			}
			places = append(places, place{path: path, rel: rel, name: name, info: info})
		}
		sort.Slice(places, func(i, k int) bool { return places[i].name > places[k].name })
		stack = append(stack, places...)
	}
}

// ofDataset tells the folder of a dataset by what stands in it. Its tables are Parquet with
// columns like those of an input, and a run that is given the folder around its dataset must
// not read what it wrote.
func ofDataset(entry fs.DirEntry) bool { return entry.Name() == ".newsmill" }

func (w *walk) file(path, rel string, info fs.FileInfo) {
	format, compression, ok := FormatOf(filepath.Base(path))
	if !ok || !info.Mode().IsRegular() {
		w.skipped = append(w.skipped, rel)
		return
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		if w.seen[real] {
			return
		}
		w.seen[real] = true
	}
	f := File{Path: path, Rel: rel, Format: format, Compression: compression, Size: info.Size(), ModTime: info.ModTime()}
	f.layout = probe(f)
	w.files = append(w.files, f)
}

// utf8Name escapes the bytes of a file name that are not UTF-8 as %XX. A percent sign is
// escaped too in such a name, so that two names never become one by the escapes alone.
func utf8Name(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	var out strings.Builder
	out.WriteString("%FF") // a mark that no valid name begins with by accident
	for len(name) > 0 {
		r, n := utf8.DecodeRuneInString(name)
		if r == utf8.RuneError && n == 1 || r == '%' {
			fmt.Fprintf(&out, "%%%02X", name[0])
		} else {
			out.WriteString(name[:n])
		}
		name = name[n:]
	}
	return out.String()
}
