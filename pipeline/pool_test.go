package pipeline

import (
	"context"
	"errors"
	"runtime"
	"sync/atomic"
	"testing"

	"github.com/newsmill/newsmill/stages/source"
)

func pages(n, size int) func(context.Context, func(entry) error) error {
	return func(_ context.Context, emit func(entry) error) error {
		for i := range n {
			if err := emit(entry{Item: source.Item{Page: &source.Page{Body: make([]byte, size)}}, ordinal: i}); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestStreamKeepsOrder(t *testing.T) {
	p, stop := newPool(4, 1<<20)
	defer stop()
	next := 0
	work := func(e *entry) int {
		for range e.ordinal * 7 % 13 { // so that later pages are often done first
			runtime.Gosched()
		}
		return e.ordinal
	}
	err := stream(context.Background(), p, pages(1000, 100), work, func(e *entry, out int) error {
		if e.ordinal != next || out != next {
			t.Fatalf("page %d with the result of %d came in place of %d", e.ordinal, out, next)
		}
		next++
		return nil
	})
	if err != nil || next != 1000 {
		t.Errorf("%d pages, %v", next, err)
	}
}

func TestStreamBoundsBytesInFlight(t *testing.T) {
	const size, budget = 10_000, 50_000
	p, stop := newPool(4, budget)
	defer stop()
	var flying, most atomic.Int64
	read := func(ctx context.Context, emit func(entry) error) error {
		return pages(300, size)(ctx, func(e entry) error {
			err := emit(e) // returns when the page has been taken in
			most.Store(max(most.Load(), flying.Add(1)))
			return err
		})
	}
	err := stream(context.Background(), p, read, func(*entry) int { return 0 }, func(*entry, int) error {
		flying.Add(-1)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if bound := int64(budget/(size+overhead) + 2); most.Load() > bound {
		t.Errorf("%d pages were in flight, the budget is for %d", most.Load(), bound)
	}
}

func TestStreamTakesAPagePastTheBudget(t *testing.T) {
	p, stop := newPool(2, 1000)
	defer stop()
	n := 0
	err := stream(context.Background(), p, pages(3, 1_000_000), func(*entry) int { return 0 }, func(*entry, int) error { n++; return nil })
	if err != nil || n != 3 {
		t.Errorf("%d pages, %v", n, err)
	}
}

func TestStreamEndsAtAnError(t *testing.T) {
	broken := errors.New("disk full")
	p, stop := newPool(2, 10_000)
	defer stop()
	err := stream(context.Background(), p, pages(10_000, 1000), func(*entry) int { return 0 }, func(e *entry, _ int) error {
		if e.ordinal == 100 {
			return broken
		}
		return nil
	})
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
}

func TestStreamEndsWithItsContext(t *testing.T) {
	p, stop := newPool(2, 10_000)
	defer stop()
	stopped := errors.New("interrupted")
	ctx, cancel := context.WithCancelCause(context.Background())
	err := stream(ctx, p, pages(10_000, 1000), func(*entry) int { return 0 }, func(e *entry, _ int) error {
		if e.ordinal == 100 {
			cancel(stopped)
		}
		return nil
	})
	if !errors.Is(err, stopped) {
		t.Errorf("the error is %v", err)
	}
}
