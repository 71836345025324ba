// Package bench measures newsmill as a whole process: speed, memory, and how both grow with cores and with the
// input. Its figures are in docs/architecture.md.
package bench

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// Run is the command `newsmill-train bench`: it measures newsmill as a whole process on copies of a folder of pages, written as a
// WARC of gzipped records as a crawler leaves it: pages a second with one core and with two,
// the share of each stage, resident memory, and how it grows with twenty times the input.
func Run(args []string) error {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	binary := flags.String("newsmill", "bin/newsmill", "the newsmill to measure")
	pages := flags.String("pages", "data/sample/nights", "folder of pages: .html, .html.gz")
	count := flags.Int("count", 1000, "pages of the small corpus, at least")
	rounds := flags.Int("rounds", 3, "runs with each number of workers; the fastest counts")
	if err := flags.Parse(args); err != nil {
		return err
	}
	bodies, err := benchPages(*pages)
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "newsmill-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	size := 0
	for _, body := range bodies {
		size += len(body)
	}
	copies := (*count + len(bodies) - 1) / len(bodies)
	small, large := filepath.Join(temp, "small.warc.gz"), filepath.Join(temp, "large.warc.gz")
	if err := benchCorpus(small, bodies, copies); err != nil {
		return err
	}
	if err := benchCorpus(large, bodies, copies*20); err != nil {
		return err
	}
	fmt.Printf("corpus     %d pages (%d × %d), %d KiB a page; %s, %d cores\n", copies*len(bodies), len(bodies), copies, size/len(bodies)/1024, runtime.GOARCH, runtime.NumCPU())
	best := map[int]benchRun{}
	for range *rounds {
		for workers := 1; workers <= 2; workers++ {
			run, err := benchOnce(*binary, small, filepath.Join(temp, "out"), workers)
			if err != nil {
				return err
			}
			if old, ok := best[workers]; !ok || run.summary.Elapsed < old.summary.Elapsed {
				best[workers] = run
			}
		}
	}
	for workers := 1; workers <= 2; workers++ {
		r := best[workers]
		fmt.Printf("%d workers  %.1f pages/s, %.1f pages/s/core, %.1f MB/s of pages, %d MiB resident\n", workers, r.rate(), r.rate()/float64(workers),
			r.rate()*float64(size)/float64(len(bodies))/1e6, r.resident>>20)
	}
	fmt.Printf("scaling    2 workers are %.2f× 1 worker\n", best[2].rate()/best[1].rate())
	var total int64
	for _, s := range best[1].summary.Stages {
		total += s.Time
	}
	for _, s := range best[1].summary.Stages {
		fmt.Printf("stage      %-10s %5.1f %% of the workers' time, %.2f ms a page\n", s.Stage, 100*float64(s.Time)/float64(total),
			float64(s.Time)/1e6/float64(best[1].summary.Counts.Records))
	}
	big, err := benchOnce(*binary, large, filepath.Join(temp, "out"), 2)
	if err != nil {
		return err
	}
	fmt.Printf("memory     20× the input: %d MiB resident, %.2f× that of the small corpus; %.1f pages/s\n", big.resident>>20,
		float64(big.resident)/float64(best[2].resident), big.rate())
	return nil
}

// benchSummary is what bench reads of the summary that newsmill prints.
type benchSummary struct {
	Counts  struct{ Records, Articles int64 }
	Elapsed int64 `json:"elapsed_ns"`
	Stages  []struct {
		Stage string
		Time  int64 `json:"time_ns"`
	}
}

type benchRun struct {
	summary  benchSummary
	resident int64 // bytes at most
}

func (r benchRun) rate() float64 {
	return float64(r.summary.Counts.Records) / (float64(r.summary.Elapsed) / 1e9)
}

func benchOnce(binary, input, out string, workers int) (r benchRun, err error) {
	if err := os.RemoveAll(out); err != nil {
		return r, err
	}
	cmd := exec.Command(binary, "run", input, "--out", out, "--workers", fmt.Sprint(workers), "--json", "--progress", "none")
	cmd.Stderr = os.Stderr
	data, err := cmd.Output()
	if err != nil {
		return r, fmt.Errorf("run %s: %w", input, err)
	}
	if err := json.Unmarshal(data, &r.summary); err != nil {
		return r, err
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return r, errors.New("this system does not tell the memory of a process")
	}
	r.resident = usage.Maxrss << 10 // Linux counts KiB
	if runtime.GOOS == "darwin" {
		r.resident = usage.Maxrss
	}
	return r, nil
}

func benchPages(root string) (bodies [][]byte, err error) {
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".html") && !strings.HasSuffix(path, ".html.gz") {
			return err
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if strings.HasSuffix(path, ".gz") {
			in, err := gzip.NewReader(bytes.NewReader(body))
			if err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			if body, err = io.ReadAll(in); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
		bodies = append(bodies, body)
		return nil
	})
	if err == nil && len(bodies) == 0 {
		err = fmt.Errorf("no pages in %s", root)
	}
	return bodies, err
}

// benchCorpus writes every page so many times, each time as the only page of a site of its
// own: copies on one site would make a template of the article.
func benchCorpus(path string, bodies [][]byte, copies int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for c := range copies {
		for i, body := range bodies {
			http := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n", len(body))
			head := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:bench:%d:%d>\r\nWARC-Date: 2026-03-02T00:00:00Z\r\n"+
				"WARC-Target-URI: https://page%d-copy%d.example/\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n", c, i, i, c, len(http)+len(body))
			record, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
			if err != nil {
				return err
			}
			for _, part := range [][]byte{[]byte(head), []byte(http), body, []byte("\r\n\r\n")} {
				if _, err := record.Write(part); err != nil {
					return err
				}
			}
			if err := record.Close(); err != nil {
				return err
			}
		}
	}
	return f.Close()
}
