package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/schemas"
)

// Manifest says what is committed. For the same batches, committed in any order, its bytes
// are the same: no clock, host, absolute path or number of workers is in it.
type Manifest struct {
	SchemaVersion string           `json:"schema_version"`
	Batches       []Batch          `json:"batches"` // by name
	Linked        []File           `json:"linked"`  // files of the tables that link rebuilds, by path
	LinkedBuild   string           `json:"linked_build"`
	Rows          map[string]int64 `json:"rows"` // by table
}

// Batch is one committed batch.
type Batch struct {
	Name         string            `json:"name"`
	Digest       string            `json:"digest"` // of inputs, configuration and build
	Build        string            `json:"build"`
	Models       map[string]string `json:"models"` // digests by name
	ConfigSHA256 string            `json:"config_sha256"`
	Config       map[string]any    `json:"config"` // keys that can change a row
	Counts       Counts            `json:"counts"`
	Files        []File            `json:"files"` // by path
}

// Counts are the books of a batch: Records is the sum of the other four.
type Counts struct {
	Records  int64 `json:"records"`
	Articles int64 `json:"articles"`
	Rejects  int64 `json:"rejects"`
	Repeated int64 `json:"repeated"`
	Known    int64 `json:"known"`
}

// Add adds other books to these.
func (c *Counts) Add(other Counts) {
	c.Records += other.Records
	c.Articles += other.Articles
	c.Rejects += other.Rejects
	c.Repeated += other.Repeated
	c.Known += other.Known
}

// File is one committed file.
type File struct {
	Path   string `json:"path"` // relative to DIR, slashes
	Rows   int64  `json:"rows"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Table gives the table that a file belongs to.
func (f File) Table() string {
	table, _, _ := strings.Cut(f.Path, "/")
	return table
}

// Read gives the manifest of the dataset. The error is ErrNone where there is none yet, and
// ErrSchema where another version of newsmill wrote it.
func (d Dataset) Read() (*Manifest, error) {
	data, err := os.ReadFile(d.manifestPath())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", d.Dir, ErrNone)
	}
	if err != nil {
		return nil, err
	}
	var m Manifest
	// Of a manifest in another schema, only its version can be relied on.
	var version struct {
		SchemaVersion string `json:"schema_version"`
	}
	if err := json.Unmarshal(data, &version); err != nil {
		return nil, fmt.Errorf("%s: %w; restore it from a copy, or run the batches again into a new folder", d.manifestPath(), err)
	}
	if version.SchemaVersion != schemas.Version {
		return nil, fmt.Errorf("%w: %s has schema version %s, this newsmill writes %s; use the newsmill that wrote it, or run the batches again into a new folder",
			ErrSchema, d.Dir, version.SchemaVersion, schemas.Version)
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fmt.Errorf("%s: %w", d.manifestPath(), err)
	}
	return &m, nil
}

// ReadOrEmpty is Read for a dataset that may not be there yet.
func (d Dataset) ReadOrEmpty() (*Manifest, error) {
	m, err := d.Read()
	if errors.Is(err, ErrNone) {
		return &Manifest{SchemaVersion: schemas.Version}, nil
	}
	return m, err
}

// Batch gives a batch by name, nil if it is not committed.
func (m *Manifest) Batch(name string) *Batch {
	for i := range m.Batches {
		if m.Batches[i].Name == name {
			return &m.Batches[i]
		}
	}
	return nil
}

// With gives the manifest with a batch put in (or put in the place of the one of its name)
// and other linked files.
func (m *Manifest) With(batch Batch, linked []File, build string) *Manifest {
	out := &Manifest{SchemaVersion: schemas.Version, Linked: linked, LinkedBuild: build}
	for _, b := range m.Batches {
		if b.Name != batch.Name {
			out.Batches = append(out.Batches, b)
		}
	}
	if batch.Name != "" {
		out.Batches = append(out.Batches, batch)
	}
	slices.SortFunc(out.Batches, func(a, b Batch) int { return strings.Compare(a.Name, b.Name) })
	out.Rows = map[string]int64{}
	for _, t := range schemas.All {
		if !t.Optional { // of the others those that some batch has
			out.Rows[t.Name] = 0
		}
	}
	for f := range out.Files {
		out.Rows[f.Table()] += f.Rows
	}
	return out
}

// Files yields every committed file.
func (m *Manifest) Files(yield func(File) bool) {
	for _, b := range m.Batches {
		for _, f := range b.Files {
			if !yield(f) {
				return
			}
		}
	}
	for _, f := range m.Linked {
		if !yield(f) {
			return
		}
	}
}

// TableFiles gives the places on disk of a table's committed files, batch by batch.
func (d Dataset) TableFiles(m *Manifest, table string) []string {
	var paths []string
	for f := range m.Files {
		if f.Table() == table {
			paths = append(paths, d.Path(f.Path))
		}
	}
	return paths
}

// BatchFiles gives the places on disk of a batch's files of one table.
func (d Dataset) BatchFiles(b *Batch, table string) []string {
	var paths []string
	for _, f := range b.Files {
		if f.Table() == table {
			paths = append(paths, d.Path(f.Path))
		}
	}
	return paths
}

func (m *Manifest) encode() ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(m)
	return out.Bytes(), err
}
