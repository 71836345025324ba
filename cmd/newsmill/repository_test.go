package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/pipeline"
)

var repository = filepath.Join("..", "..")

// Every library that the module asks for itself is in docs/dependencies.md, with why.
func TestDependenciesAreExplained(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(repository, "docs", "dependencies.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"go.mod", filepath.Join("schemas", "interop", "go.mod")} {
		data, err := os.ReadFile(filepath.Join(repository, name))
		if err != nil {
			t.Fatal(err)
		}
		direct := 0
		for line := range strings.Lines(string(data)) {
			fields := strings.Fields(strings.TrimPrefix(line, "require"))
			if len(fields) != 2 || !strings.HasPrefix(fields[1], "v") { // more is a comment: indirect
				continue
			}
			direct++
			if path := strings.TrimPrefix(fields[0], "github.com/"); !strings.Contains(string(doc), path) {
				t.Errorf("%s requires %s, docs/dependencies.md does not say why", name, fields[0])
			}
		}
		if direct == 0 {
			t.Errorf("%s requires nothing", name)
		}
	}
}

// eachSource gives each source file below a top-level folder, tests left out.
func eachSource(t *testing.T, top string, see func(path string, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join(repository, top), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		see(path, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Imports run one way: cmd → pipeline → stages, schemas → data. A stage knows neither the engine
// nor the tables.
func TestImportsRunOneWay(t *testing.T) {
	allowed := map[string][]string{
		"cmd": {"cmd", "pipeline", "stages", "schemas", "data"}, "pipeline": {"pipeline", "stages", "schemas", "data"},
		"stages": {"stages", "data"}, "schemas": {"data"}, "data": {"data"},
	}
	const module = "github.com/newsmill/newsmill/"
	seen := 0
	for top, targets := range allowed {
		eachSource(t, top, func(path string, file *ast.File) {
			for _, spec := range file.Imports {
				imported, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					t.Fatal(path, err)
				}
				inside, ours := strings.CutPrefix(imported, module)
				if !ours {
					continue
				}
				seen++
				if target, _, _ := strings.Cut(inside, "/"); !slices.Contains(targets, target) {
					t.Errorf("%s imports %s", path, inside)
				}
			}
		})
	}
	if seen < 100 {
		t.Errorf("only %d imports were looked at", seen)
	}
}

// What a page becomes must not depend on how fast the machine is, on the day, or on chance: work
// is bounded by nodes and bytes. Whoever wants a limit of time can kill the run, and go on.
func TestNoStageAsksTheClockOrChance(t *testing.T) {
	forbidden := map[string]bool{
		"time.Now": true, "time.Since": true, "time.Until": true, "time.After": true, "time.AfterFunc": true, "time.Tick": true,
		"time.NewTimer": true, "time.NewTicker": true, "time.Sleep": true, "time.Local": true, "context.WithTimeout": true, "context.WithDeadline": true,
	}
	seen := 0
	for _, top := range []string{"stages", "schemas", "data"} {
		eachSource(t, top, func(path string, file *ast.File) {
			seen++
			for _, spec := range file.Imports {
				if strings.HasPrefix(spec.Path.Value, `"math/rand`) {
					t.Errorf("%s imports %s", path, spec.Path.Value)
				}
			}
			ast.Inspect(file, func(node ast.Node) bool {
				if s, ok := node.(*ast.SelectorExpr); ok {
					if pkg, ok := s.X.(*ast.Ident); ok && forbidden[pkg.Name+"."+s.Sel.Name] {
						t.Errorf("%s uses %s.%s", path, pkg.Name, s.Sel.Name)
					}
				}
				return true
			})
		})
	}
	if seen < 100 {
		t.Errorf("only %d files were looked at", seen)
	}
}

// What is embedded can change rows, so the build's name hangs on all of it, and each has a card
// that says where it comes from.
func TestEmbeddedDataIsNamedAndHasACard(t *testing.T) {
	models := pipeline.Models()
	files, err := filepath.Glob(filepath.Join(repository, "data", "*", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(source), "//go:embed") {
			continue
		}
		dir := filepath.Dir(path)
		if name := filepath.Base(dir); models[name] == "" {
			t.Errorf("data/%s is embedded and no part of the build's name", name)
		}
		if cards, _ := filepath.Glob(filepath.Join(dir, "*.md")); len(cards) == 0 {
			t.Errorf("%s has no card", dir)
		}
	}
}
