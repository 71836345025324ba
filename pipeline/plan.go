package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/newsmill/newsmill/stages/source"
)

// plan is what a run is going to read, cut into units. It is the same on every machine and
// for any number of workers.
type plan struct {
	Files   []plannedFile
	Units   []unit
	Skipped []string
	Bytes   int64 // stored
}

type plannedFile struct {
	source.File
	SHA256 string
}

// unit is what survey reads in one go: a run of sections in plan order.
type unit struct {
	Sections []section
	Bytes    int64 // stored, about
}

type section struct {
	source.Section
	file  int   // index into plan.Files
	bytes int64 // stored, about: its share of the file
}

// ErrNoInput says that there is nothing to read.
var ErrNoInput = errors.New("no input")

// makePlan walks the inputs and cuts them into units. It reads no page. stdin is the file that
// standard input was written to, "" where that is empty or still to be read.
func makePlan(inputs []string, stdin string) (*plan, error) {
	files, skipped, err := source.Walk(inputs, stdin)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		err := fmt.Errorf("%w: no file in %s is of a kind that newsmill reads", ErrNoInput, shortList(inputs))
		if slices.Contains(inputs, source.Stdin) {
			err = fmt.Errorf("%w; standard input is empty", err)
		}
		if len(skipped) > 0 {
			err = fmt.Errorf("%w; passed over: %s", err, shortList(skipped))
		}
		return nil, err
	}
	p := &plan{Skipped: skipped, Files: make([]plannedFile, len(files))}
	for i, f := range files {
		p.Files[i].File = f
		p.Bytes += f.Size
	}
	p.cut()
	return p, nil
}

// hash fills in the digests of the files, which name the batch and stand in the books.
func (p *plan) hash(ctx context.Context, workers int, report Reporter) error {
	report.Phase("hash", p.Bytes)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(workers)
	for i := range p.Files {
		f := &p.Files[i]
		group.Go(func() error {
			if err := check(ctx); err != nil {
				return err
			}
			if sum, err := hashFile(ctx, f.Path, report); err == nil {
				f.SHA256 = sum
			}
			// Else its reader will say so in a row of rejects; an empty digest tells it from
			// the same file once it can be read.
			return check(ctx)
		})
	}
	return group.Wait()
}

func hashFile(ctx context.Context, path string, report Reporter) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	hash := sha256.New()
	buffer := make([]byte, 256<<10)
	for {
		n, err := f.Read(buffer)
		hash.Write(buffer[:n])
		report.Advance(int64(n))
		if err == io.EOF {
			return hex.EncodeToString(hash.Sum(nil)), nil
		}
		if err == nil {
			err = check(ctx)
		}
		if err != nil {
			return "", err
		}
	}
}

func (p *plan) cut() {
	var current unit
	flush := func() {
		if len(current.Sections) > 0 {
			p.Units = append(p.Units, current)
			current = unit{}
		}
	}
	for i := range p.Files {
		f := &p.Files[i]
		sections, err := source.Cut(f.File, shardBytes)
		if err != nil {
			// Reading it whole will say what is wrong with it, as a reject.
			sections = []source.Section{{File: f.File, End: -1}}
		}
		for _, s := range sections {
			size := f.Size / int64(len(sections))
			if current.Bytes+size > shardBytes || len(current.Sections) >= shardPages {
				flush()
			}
			current.Sections = append(current.Sections, section{Section: s, file: i, bytes: size})
			current.Bytes += size
		}
	}
	flush()
}

// digest tells batches apart: the same inputs, configuration and build give the same rows.
func (p *plan) digest(c Config, build string) string {
	hash := sha256.New()
	encoder := json.NewEncoder(hash)
	encoder.Encode([]string{build, c.SHA256()}) // writing to a hash never fails
	for _, f := range p.Files {
		encoder.Encode([]any{f.Rel, f.Size, f.SHA256})
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// unchanged fails where a file is no longer the one that was planned: its digest stands in
// the books, so its pages must be of the same bytes.
func (f *plannedFile) unchanged() error {
	info, err := os.Stat(f.Path)
	if err != nil {
		if f.SHA256 == "" {
			return nil // it could not be read then either
		}
		return err
	}
	if info.Size() != f.Size || !info.ModTime().Equal(f.ModTime) {
		return fmt.Errorf("%s changed while it was read; run again when it is complete", f.Path)
	}
	return nil
}

func batchNameOf(digest string) string { return "b" + digest[:12] }

// shortList names the first few of a list, for messages.
func shortList(names []string) string {
	const most = 5
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}
