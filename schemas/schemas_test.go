package schemas

import (
	"bytes"
	"encoding/base64"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/apache/arrow/go/v17/arrow/ipc"
)

var update = flag.Bool("update", false, "write the golden files again")

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is no longer what it was; a changed column needs a new Version: raise it, then run go test ./schemas -update and read the diff\n%s", path, got)
	}
}

func TestSchemaOfThisVersion(t *testing.T) {
	var out bytes.Buffer
	for _, table := range All {
		fmt.Fprintf(&out, "%s key %s linked %v\n%s\n", table.Name, strings.Join(table.Key, ","), table.Linked, table.Schema)
		for _, ref := range table.Refs {
			fmt.Fprintf(&out, "%s → %s\n", ref.Column, ref.Table)
		}
	}
	golden(t, filepath.Join("testdata", "v"+Version+".golden"), out.Bytes())
}

func TestDocumentationIsCurrent(t *testing.T) {
	var out bytes.Buffer
	if err := WriteMarkdown(&out, All); err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("..", "docs", "tables.md"), out.Bytes())
}

func TestEveryColumnIsDescribed(t *testing.T) {
	for _, table := range All {
		for _, c := range table.Columns {
			if len(c.Doc) < 10 || !strings.HasSuffix(c.Doc, ".") && !strings.HasSuffix(c.Doc, "...") {
				t.Errorf("%s.%s is described as %q", table.Name, c.Name, c.Doc)
			}
		}
	}
}

// Who reads the description of a column learns every value that it may have.
func TestDescriptionsNameEveryValue(t *testing.T) {
	closed := 0
	for _, table := range All {
		for _, c := range table.Columns {
			words := strings.FieldsFunc(c.Doc, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) })
			for _, value := range c.Values {
				if !slices.Contains(words, value) {
					t.Errorf("%s.%s: the description does not name %s", table.Name, c.Name, value)
				}
			}
			closed += min(len(c.Values), 1)
		}
	}
	if closed < 20 {
		t.Errorf("only %d columns have a closed set of values", closed)
	}
}

func TestKeysAndReferencesNameColumns(t *testing.T) {
	for _, table := range All {
		for _, key := range table.Key {
			if c := table.Column(key); c == nil || c.Nullable {
				t.Errorf("%s: key %s is no column, or may be NULL", table.Name, key)
			}
		}
		for _, ref := range table.Refs {
			target := Named(ref.Table)
			if table.Column(ref.Column) == nil || target == nil || len(target.Key) != 1 {
				t.Errorf("%s: %s → %s leads nowhere", table.Name, ref.Column, ref.Table)
			}
		}
	}
}

// Parquet and Arrow must agree on what may be NULL, and a list is never NULL.
func TestParquetSchemaAgreesWithColumns(t *testing.T) {
	for _, table := range All {
		for i, field := range table.Schema.Fields() {
			c := table.Columns[i]
			if field.Name() != c.Name || field.Optional() != c.Nullable {
				t.Errorf("%s: column %s (NULL %v) is %s (NULL %v) in parquet", table.Name, c.Name, c.Nullable, field.Name(), field.Optional())
			}
			if c.Type == "list<string>" && c.Nullable {
				t.Errorf("%s.%s: a list is never NULL", table.Name, c.Name)
			}
		}
	}
}

func TestArrowSchemaCarriesDescriptions(t *testing.T) {
	for _, table := range All {
		pairs, err := table.Metadata("build", "config")
		if err != nil {
			t.Fatal(err)
		}
		last := pairs[len(pairs)-1]
		if last[0] != "ARROW:schema" {
			t.Fatalf("%s: last is %s", table.Name, last[0])
		}
		stream, err := base64.StdEncoding.DecodeString(last[1])
		if err != nil {
			t.Fatal(err)
		}
		reader, err := ipc.NewReader(bytes.NewReader(stream))
		if err != nil {
			t.Fatal(err)
		}
		for i, field := range reader.Schema().Fields() {
			if doc, ok := field.Metadata.GetValue("description"); !ok || doc != table.Columns[i].Doc {
				t.Errorf("%s.%s is described as %q", table.Name, field.Name, doc)
			}
		}
	}
}

// Types that every reader takes, and no others.
func TestPlainTypesOnly(t *testing.T) {
	for _, table := range All {
		for i := range table.Row.NumField() {
			kind := table.Row.Field(i).Type
			if kind.Kind() == reflect.Pointer {
				kind = kind.Elem()
			}
			switch kind.Kind() {
			case reflect.String, reflect.Int32, reflect.Int64, reflect.Float64, reflect.Bool, reflect.Slice:
			default:
				t.Errorf("%s.%s is %s", table.Name, table.Columns[i].Name, kind)
			}
		}
	}
}
