// Package interop reads a dataset with an engine that is not ours. It has a module of its own
// so that the engine, a library in C++, is no dependency of newsmill.
package interop

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	_ "github.com/duckdb/duckdb-go/v2"
)

const root = "../.."

// sample takes the sample corpus to tables with the newsmill that make built.
func sample(t *testing.T) string {
	t.Helper()
	binary, err := filepath.Abs(filepath.Join(root, "bin", "newsmill"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(binary); err != nil {
		t.Fatalf("%v; run make build first", err)
	}
	inputs, err := filepath.Glob(filepath.Join(root, "data", "sample", "nights", "*"))
	if err != nil || len(inputs) == 0 {
		t.Fatalf("no sample corpus: %v", err)
	}
	dir := filepath.Join(t.TempDir(), "dataset")
	for _, input := range append(inputs, filepath.Join(root, "data", "sample", "broken")) {
		out, err := exec.Command(binary, "run", input, "--out", dir, "--batch", filepath.Base(input), "--quiet").CombinedOutput()
		var failed *exec.ExitError
		if err != nil && (!errors.As(err, &failed) || failed.ExitCode() != 3) { // 3: some page was rejected
			t.Fatalf("run %s: %v\n%s", input, err, out)
		}
	}
	return dir
}

type manifest struct {
	Rows map[string]int64 `json:"rows"`
}

type table struct {
	Name    string `json:"name"`
	Columns []struct {
		Name string `json:"name"`
		Type string `json:"type"`
	} `json:"columns"`
	ForeignKeys []struct{ Column, Table string } `json:"foreign_keys"`
	PrimaryKey  []string                         `json:"primary_key"`
	Linked      bool                             `json:"linked"`
	Optional    bool                             `json:"optional"`
}

var duckTypes = map[string]string{
	"string": "VARCHAR", "binary": "BLOB", "int32": "INTEGER", "int64": "BIGINT", "double": "DOUBLE", "bool": "BOOLEAN",
	"date": "DATE", "timestamp": "TIMESTAMP WITH TIME ZONE", "list<string>": "VARCHAR[]",
}

func TestDuckDBReadsEveryTable(t *testing.T) {
	dir := sample(t)
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var m manifest
	data, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(filepath.Join(root, "bin", "newsmill"), "schema", "--format", "json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var tables []table
	if err := json.Unmarshal(out, &tables); err != nil {
		t.Fatal(err)
	}
	tables = slices.DeleteFunc(tables, func(t table) bool { return t.Optional }) // the sample has none of them
	for _, table := range tables {
		files := filepath.Join(dir, table.Name, "**", "*.parquet")
		if _, err := db.Exec(fmt.Sprintf("CREATE VIEW %s AS SELECT * FROM read_parquet('%s', hive_partitioning=true)", table.Name, files)); err != nil {
			t.Fatalf("%s: %v", table.Name, err)
		}
	}
	for _, table := range tables {
		t.Run(table.Name, func(t *testing.T) {
			if got := number(t, db, "SELECT count(*) FROM "+table.Name); got != m.Rows[table.Name] {
				t.Errorf("%d rows, the manifest says %d", got, m.Rows[table.Name])
			}
			checkTypes(t, db, table)
			for _, ref := range table.ForeignKeys {
				target := primaryKey(tables, ref.Table)
				open := number(t, db, fmt.Sprintf("SELECT count(*) FROM %s a WHERE a.%s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s b WHERE b.%s = a.%s)",
					table.Name, ref.Column, ref.Table, target, ref.Column))
				if open != 0 {
					t.Errorf("%d values of %s are no key of %s", open, ref.Column, ref.Table)
				}
			}
			for _, c := range table.Columns {
				if c.Type == "list<string>" {
					if n := number(t, db, fmt.Sprintf("SELECT count(*) FROM %s WHERE %s IS NULL", table.Name, c.Name)); n != 0 {
						t.Errorf("%d NULLs in the list %s", n, c.Name)
					}
				}
			}
		})
	}
	for _, name := range []string{"sentences", "quotes"} {
		wrong := number(t, db, fmt.Sprintf("SELECT count(*) FROM %s s JOIN articles a USING (article_id) WHERE substr(a.text, s.char_start + 1, s.char_end - s.char_start) <> s.text", name))
		if wrong != 0 {
			t.Errorf("%d offsets of %s do not slice back", wrong, name)
		}
	}
	wrong := number(t, db, "SELECT count(*) FROM mentions m JOIN articles a USING (article_id) WHERE substr(a.text, m.char_start + 1, m.char_end - m.char_start) <> m.surface")
	if wrong != 0 {
		t.Errorf("%d offsets of mentions do not slice back", wrong)
	}
}

func checkTypes(t *testing.T, db *sql.DB, table table) {
	t.Helper()
	rows, err := db.Query("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position", table.Name)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	i := 0
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			t.Fatal(err)
		}
		if i == len(table.Columns) {
			if name != "batch" || table.Linked {
				t.Errorf("unexpected column %s", name)
			}
			continue
		}
		if want := table.Columns[i]; name != want.Name || kind != duckTypes[want.Type] {
			t.Errorf("column %d is %s %s, want %s %s", i, name, kind, want.Name, duckTypes[want.Type])
		}
		i++
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	if i != len(table.Columns) {
		t.Errorf("%d columns, want %d", i, len(table.Columns))
	}
}

func TestDescriptionsAreInTheFiles(t *testing.T) {
	dir := sample(t)
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	keys := map[string]bool{}
	rows, err := db.Query(fmt.Sprintf("SELECT decode(key) FROM parquet_kv_metadata('%s')", filepath.Join(dir, "events", "*.parquet")))
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var key string
		if err := rows.Scan(&key); err != nil {
			t.Fatal(err)
		}
		keys[key] = true
	}
	for _, key := range strings.Fields("newsmill.schema_version newsmill.table newsmill.build newsmill.config_sha256 newsmill.primary_key ARROW:schema") {
		if !keys[key] {
			t.Errorf("no metadata %s", key)
		}
	}
}

func primaryKey(tables []table, name string) string {
	for _, table := range tables {
		if table.Name == name {
			return table.PrimaryKey[0]
		}
	}
	return ""
}

func number(t *testing.T, db *sql.DB, query string) (n int64) {
	t.Helper()
	if err := db.QueryRow(query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}
