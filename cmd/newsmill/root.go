package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/stages/source"
)

// Exit codes, as the contract has them.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitRejected    = 3
	exitDamaged     = 4
	exitSchema      = 5
	exitNoInput     = 10
	exitLocked      = 11
	exitInterrupted = 130
	exitTerminated  = 143
)

// errUsage marks what the user can mend by calling otherwise.
var errUsage = errors.New("usage")

// coded is an outcome that is no error but has an exit code of its own.
type coded int

func (c coded) Error() string { return fmt.Sprintf("exit code %d", int(c)) }

// streams are where a command reads and writes: data on out, talk on err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run is the whole program but for the process around it.
func run(args []string, in io.Reader, out, err io.Writer) int {
	ctx, stop := interruptible(err)
	defer stop()
	s := &streams{in: in, out: out, err: err}
	root := newRoot(s)
	root.SetArgs(args)
	failed := root.ExecuteContext(ctx)
	if failed != nil && ctx.Err() != nil {
		failed = context.Cause(ctx) // whatever it was that the signal broke off
	}
	code := exitCode(failed)
	var quiet coded
	if failed != nil && !errors.As(failed, &quiet) {
		fmt.Fprintln(err, "newsmill:", message(failed))
	}
	return code
}

// The build is a digest of all models, which is taken where it is shown.
func init() { cobra.AddTemplateFunc("build", pipeline.Build) }

func newRoot(s *streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "newsmill",
		Short: "Turn scraped news pages into Parquet tables",
		Long: `newsmill turns scraped news pages into Parquet tables: articles, sentences, mentions of
people, organisations and places, quotes, and events: who did what to whom, when, where,
according to whom. Every row points to the characters it was read from.`,
		Example: `  newsmill run pages/ --out data
  newsmill run crawl.warc.gz feed.jsonl --out data --batch 2026-03-02
  newsmill show data 3f2a`,
		SilenceUsage: true, SilenceErrors: true,
		Version: pipeline.Version,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("newsmill version {{build}}\n")
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w; see %s --help%w", err, cmd.CommandPath(), mark(errUsage))
	})
	root.AddCommand(newRun(s), newLink(s), newStatus(s), newVerify(s), newShow(s), newExport(s), newSchema(s), newPatterns(s), newConfig(s), newVersion(s))
	for _, cmd := range root.Commands() {
		for _, sub := range append(cmd.Commands(), cmd) {
			sub.Args = usageArgs(sub.Args)
		}
	}
	root.Args = usageArgs(root.Args)
	return root
}

// opened gives the dataset that a command reads. A commit that a killed run left half done is
// completed first, for its tables are there and its manifest is not.
func opened(dir string) (dataset.Dataset, error) {
	data := dataset.Dataset{Dir: filepath.Clean(dir)}
	return data, data.Settle()
}

// usageArgs makes wrong arguments wrong usage.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return fmt.Errorf("%w; see %s --help%w", err, cmd.CommandPath(), mark(errUsage))
		}
		return nil
	}
}

// mark puts a sentinel into a chain of errors without words of its own.
func mark(sentinel error) error { return silentError{sentinel} }

type silentError struct{ error }

func (silentError) Error() string   { return "" }
func (e silentError) Unwrap() error { return e.error }

func exitCode(err error) int {
	var code coded
	var signal interrupted
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &signal):
		if signal.Signal == syscall.SIGTERM {
			return exitTerminated
		}
		return exitInterrupted
	case errors.Is(err, errUsage), errors.Is(err, source.ErrMissing), errors.Is(err, pipeline.ErrPatterns):
		return exitUsage
	case errors.Is(err, pipeline.ErrNoInput):
		return exitNoInput
	case errors.Is(err, dataset.ErrLocked):
		return exitLocked
	case errors.Is(err, dataset.ErrSchema):
		return exitSchema
	}
	return exitFailed
}

// message is what the user reads: the error, and where the cause is the machine's, a remedy.
func message(err error) string {
	var signal interrupted
	switch {
	case errors.As(err, &signal):
		return signal.Error() + "; the same command goes on where this one was"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return err.Error() + "; free some space and give the same command again, it goes on where this one was"
	case errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOTDIR):
		return err.Error() + "; give --out a folder that you may write to, or change its permissions"
	}
	return err.Error()
}

// interrupted says which signal ended the work.
type interrupted struct{ os.Signal }

func (i interrupted) Error() string {
	if i.Signal == syscall.SIGTERM {
		return "terminated"
	}
	return "interrupted"
}

// interruptible gives a context that ends at the first SIGINT or SIGTERM. The second one
// ends the process.
func interruptible(talk io.Writer) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 2)
	notify(signals)
	go func() {
		received, ok := <-signals
		if !ok {
			return
		}
		cancel(interrupted{received})
		if received, ok = <-signals; ok {
			fmt.Fprintln(talk, "newsmill: stopped at once")
			os.Exit(exitCode(interrupted{received}))
		}
	}()
	return ctx, func() {
		unnotify(signals)
		close(signals)
		cancel(nil)
	}
}
