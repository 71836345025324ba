package pipeline

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/newsmill/newsmill/stages/source"
)

// standardInput gives standard input where it is asked for and holds something, else nil. It
// is looked into before anything is made: a run without input leaves nothing behind.
func (e *engine) standardInput(ctx context.Context) (*bufio.Reader, error) {
	if !slices.Contains(e.options.Inputs, source.Stdin) {
		return nil, nil
	}
	in := bufio.NewReaderSize(&interruptible{ctx: ctx, in: e.options.Stdin}, 1<<20)
	_, err := in.Peek(1)
	switch err {
	case nil:
		return in, nil
	case io.EOF:
		return nil, nil
	}
	return nil, fmt.Errorf("read standard input: %w", err)
}

// spoolPath is where standard input is written to, for it is read more than once. What a run
// that was killed left there, the next one writes over.
func (e *engine) spoolPath() string { return e.options.Out.Hidden("stdin.jsonl") }

// spool writes standard input to a file and plans anew with it. The dataset is locked: of two
// runs that are given a stream, one writes.
func (e *engine) spool(in io.Reader) error {
	f, err := os.Create(e.spoolPath())
	if err != nil {
		return err
	}
	_, err = io.Copy(f, in)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("spool standard input: %w", err)
	}
	e.plan, err = makePlan(e.options.Inputs, e.spoolPath())
	return err
}

// interruptible ends a read with its context. A read from a pipe that nobody writes to cannot
// be broken off; it is left alone, and ends with the process.
type interruptible struct {
	ctx context.Context
	in  io.Reader
}

func (r *interruptible) Read(p []byte) (n int, err error) {
	done := make(chan struct{})
	var read int
	var failed error
	go func() {
		read, failed = r.in.Read(p)
		close(done)
	}()
	select {
	case <-done:
		return read, failed
	case <-r.ctx.Done():
		return 0, check(r.ctx)
	}
}
