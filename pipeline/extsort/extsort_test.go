package extsort

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func records(n int, seed uint64) [][]byte {
	random := rand.New(rand.NewPCG(seed, 1))
	out := make([][]byte, n)
	for i := range out {
		out[i] = make([]byte, random.IntN(40))
		for j := range out[i] {
			out[i][j] = byte(random.IntN(3))
		}
	}
	return out
}

func collect(t *testing.T, s *Sorter) (got [][]byte) {
	t.Helper()
	for r, err := range s.Sorted() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, bytes.Clone(r))
	}
	return got
}

// Whatever the budget, the records come out as a sort in memory gives them.
func TestSortedAsInMemory(t *testing.T) {
	for _, n := range []int{0, 1, 2, 100, 5000} {
		for _, budget := range []int64{0, 2000, 1 << 20} {
			t.Run(fmt.Sprintf("%d records in %d bytes", n, budget), func(t *testing.T) {
				dir := t.TempDir()
				s := New(dir, budget)
				want := records(n, uint64(n))
				for _, r := range want {
					if err := s.Add(r); err != nil {
						t.Fatal(err)
					}
				}
				slices.SortFunc(want, bytes.Compare)
				for range 2 { // it may be read again
					if got := collect(t, s); !slices.EqualFunc(got, want, bytes.Equal) {
						t.Fatalf("%d records out of order or lost", len(got))
					}
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if left, _ := os.ReadDir(dir); len(left) > 0 {
					t.Errorf("Close leaves %v", left)
				}
			})
		}
	}
}

func TestRecordPastTheBudget(t *testing.T) {
	s := New(t.TempDir(), 1<<10)
	defer s.Close()
	for _, r := range [][]byte{bytes.Repeat([]byte("b"), 1<<20), []byte("a"), []byte("c")} {
		if err := s.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	if got := collect(t, s); len(got) != 3 || len(got[1]) != 1<<20 {
		t.Errorf("%d records", len(got))
	}
}

func keptRun(t *testing.T, name string, of [][]byte) string {
	t.Helper()
	s := New(t.TempDir(), 4000)
	defer s.Close()
	for _, r := range of {
		if err := s.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), name)
	if err := s.WriteRun(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestKeptRunsMerge(t *testing.T) {
	one, other := records(700, 1), records(900, 2)
	paths := []string{keptRun(t, "one", one), keptRun(t, "other", other), keptRun(t, "empty", nil)}
	want := append(slices.Clone(one), other...)
	slices.SortFunc(want, bytes.Compare)
	var got [][]byte
	for r, err := range Merge(t.TempDir(), paths) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, bytes.Clone(r))
	}
	if !slices.EqualFunc(got, want, bytes.Equal) {
		t.Errorf("%d records, want %d", len(got), len(want))
	}
	for _, path := range paths {
		if err := Check(path); err != nil {
			t.Error(err)
		}
	}
}

// A dataset of many batches has more runs than a process may have open files.
func TestManyRunsMergeInRounds(t *testing.T) {
	temp := t.TempDir()
	var paths []string
	var want [][]byte
	for i := range fanIn*fanIn + 1 {
		of := records(3, uint64(i))
		path := filepath.Join(temp, fmt.Sprintf("run-%06d", i))
		slices.SortFunc(of, bytes.Compare)
		if err := writeRun(path, each(of), false); err != nil {
			t.Fatal(err)
		}
		paths, want = append(paths, path), append(want, of...)
	}
	slices.SortFunc(want, bytes.Compare)
	work := t.TempDir()
	var got [][]byte
	for r, err := range Merge(work, paths) {
		if err != nil {
			t.Fatal(err)
		}
		if len(got) == 0 {
			if open, _ := os.ReadDir("/proc/self/fd"); len(open) > 2*fanIn {
				t.Errorf("%d files are open", len(open))
			}
		}
		got = append(got, bytes.Clone(r))
	}
	if !slices.EqualFunc(got, want, bytes.Equal) {
		t.Errorf("%d records, want %d", len(got), len(want))
	}
	if left, _ := os.ReadDir(work); len(left) > 0 {
		t.Errorf("Merge leaves %v", left)
	}
	if left, _ := os.ReadDir(temp); len(left) != len(paths) {
		t.Errorf("Merge took runs that are not its own: %d of %d left", len(left), len(paths))
	}
}

func TestDamagedRunsAreNoticed(t *testing.T) {
	path := keptRun(t, "run", records(200, 3))
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, cut := range []int{0, 1, len(whole) / 2, len(whole) - 1} {
		if err := os.WriteFile(path, whole[:cut], 0o666); err != nil {
			t.Fatal(err)
		}
		if err := Check(path); !errors.Is(err, ErrDamaged) {
			t.Errorf("cut at %d: %v", cut, err)
		}
	}
	for _, at := range []int{0, 7, len(whole) / 2, len(whole) - 1} {
		changed := bytes.Clone(whole)
		changed[at] ^= 0x40
		if err := os.WriteFile(path, changed, 0o666); err != nil {
			t.Fatal(err)
		}
		if err := Check(path); !errors.Is(err, ErrDamaged) {
			t.Errorf("byte %d changed: %v", at, err)
		}
	}
}

func TestCutRunEndsInAnError(t *testing.T) {
	path := keptRun(t, "run", records(200, 3))
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, whole[:len(whole)/2], 0o666); err != nil {
		t.Fatal(err)
	}
	var failed error
	for _, err := range Merge(t.TempDir(), []string{path}) {
		failed = err
	}
	if !errors.Is(failed, ErrDamaged) {
		t.Errorf("reading half a run gives %v", failed)
	}
}

func BenchmarkSort(b *testing.B) {
	const n = 1 << 18
	record := make([]byte, 32)
	random := rand.New(rand.NewPCG(1, 2))
	b.SetBytes(n * 32)
	for b.Loop() {
		s := New(b.TempDir(), 2<<20)
		for range n {
			for j := 0; j < len(record); j += 8 {
				binary.BigEndian.PutUint64(record[j:], random.Uint64())
			}
			if err := s.Add(record); err != nil {
				b.Fatal(err)
			}
		}
		for _, err := range s.Sorted() {
			if err != nil {
				b.Fatal(err)
			}
		}
		s.Close()
	}
}
