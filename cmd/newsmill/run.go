package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/stages/source"
)

type runFlags struct {
	settings  settings
	out       string
	filesFrom string
	batch     string
	replace   bool
	shard     string
	dryRun    bool
	json      bool
	quiet     bool
}

func newRun(s *streams) *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "run INPUT... --out DIR",
		Short: "Take pages to tables",
		Long: `Run takes pages to tables. An INPUT is a file, a folder, or - for JSON Lines on standard
input. What is read, by name, each also with .gz or .zst behind it:

  .html .htm .xhtml   one page a file
  .txt                one page a file: text that something else pulled out of a page
  .warc               pages of a crawl
  .wet                pages of a crawl as plain text
  .jsonl .ndjson      one page a line: id, url, one of html or text, title, published_at, ...
  .parquet            one page a row, the same columns
  .conllu             one page a document of a treebank: its sentences and words are kept

A run into an existing dataset adds a batch. The same run again does nothing; one that was
interrupted goes on where it was.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some page was rejected, 5 the dataset
has another schema version, 10 no input, 11 the dataset is locked by another run, 130
interrupted, 143 terminated.`,
		Example: `  newsmill run pages/ --out data
  newsmill run crawl.warc.gz --out data --batch 2026-03-02
  zcat feed.jsonl.gz | newsmill run - --out data`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, s, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.out, "out", "", "folder of the dataset (made where it is not there)")
	flags.StringVar(&f.filesFrom, "files-from", "", "read further INPUTs from this file, one a line (- is standard input)")
	flags.StringVar(&f.batch, "batch", "", "name of the batch: a date, or a word in lower case (default: a digest of what goes in)")
	flags.BoolVar(&f.replace, "replace", false, "build the batch again where one of its name is there")
	flags.StringVar(&f.shard, "shard", "", "process the I-th of N slices, I/N (not yet)")
	flags.BoolVar(&f.dryRun, "dry-run", false, "say what would be read, and do nothing")
	flags.BoolVar(&f.json, "json", false, "print the summary as one line of JSON")
	flags.BoolVar(&f.quiet, "quiet", false, "print errors only")
	f.settings.register(flags)
	return cmd
}

func (f *runFlags) run(cmd *cobra.Command, s *streams, args []string) error {
	config, err := f.settings.load(cmd.Flags())
	if err != nil {
		return err
	}
	if f.shard != "" {
		return usage("--shard cannot be used yet; run without it")
	}
	if f.batch != "" {
		if err := dataset.CheckBatchName(f.batch); err != nil {
			return fmt.Errorf("%w%w", err, mark(errUsage))
		}
	}
	inputs, err := f.inputs(s, args)
	if err != nil {
		return err
	}
	if f.out == "" && !f.dryRun {
		return usage("--out is missing: give the folder of the dataset")
	}
	options := pipeline.Options{Inputs: inputs, Stdin: s.in, Out: dataset.Dataset{Dir: filepath.Clean(f.out)}, Config: config, Batch: f.batch, Replace: f.replace}
	if f.dryRun {
		if slices.Contains(inputs, source.Stdin) {
			return usage("--dry-run cannot look into standard input; give files")
		}
		plan, err := pipeline.DryRun(options)
		if err != nil {
			return err
		}
		return f.printPlan(s, plan)
	}
	if config.Workers > 0 {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(config.Workers)) // --workers are cores
	}
	defer bound(config.Memory)()
	progress := newProgress(f.settings.progress, f.quiet, s.err)
	defer progress.close()
	options.Report, options.Log = progress, slog.New(slog.NewTextHandler(io.Discard, nil))
	if !f.quiet {
		options.Log = progress.log
	}
	summary, err := pipeline.Run(cmd.Context(), options)
	progress.close()
	if err != nil {
		return err
	}
	if err := f.print(s, summary); err != nil {
		return err
	}
	if summary.Bad() {
		return coded(exitRejected)
	}
	return nil
}

// inputs gives the arguments and what --files-from lists.
func (f *runFlags) inputs(s *streams, args []string) ([]string, error) {
	if f.filesFrom != "" {
		listed, err := f.listed(s)
		if err != nil {
			return nil, err
		}
		args = append(slices.Clone(args), listed...)
	}
	if f.filesFrom == source.Stdin && slices.Contains(args, source.Stdin) {
		return nil, usage("standard input can hold the list of INPUTs or pages, not both; give the list as a file")
	}
	if len(args) == 0 {
		return nil, usage("INPUT is missing: give files, folders, or - for standard input")
	}
	return args, nil
}

func (f *runFlags) listed(s *streams) ([]string, error) {
	from := s.in
	if f.filesFrom != source.Stdin {
		file, err := os.Open(f.filesFrom)
		if err != nil {
			return nil, fmt.Errorf("%w%w", err, mark(errUsage))
		}
		defer file.Close()
		from = file
	}
	var inputs []string
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		if line := strings.TrimSuffix(lines.Text(), "\r"); line != "" {
			inputs = append(inputs, line)
		}
	}
	return inputs, lines.Err()
}

func (f *runFlags) printPlan(s *streams, plan *pipeline.PlanSummary) error {
	if f.json {
		return json.NewEncoder(s.out).Encode(plan)
	}
	for _, path := range plan.Paths {
		fmt.Fprintln(s.out, path)
	}
	for _, path := range plan.Skipped {
		fmt.Fprintf(s.err, "no input: %s\n", path)
	}
	_, err := fmt.Fprintf(s.err, "%s, %s, in %s of work\n", plural(int64(plan.Files), "file"), bytesOf(plan.Bytes), plural(int64(plan.Units), "unit"))
	return err
}

func usage(format string, args ...any) error {
	return fmt.Errorf("%w%w", fmt.Errorf(format, args...), mark(errUsage))
}
