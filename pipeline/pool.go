package pipeline

import (
	"context"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"github.com/newsmill/newsmill/stages/source"
)

// pool is the workers that all shards share, and the bound on what is between readers and
// writers: so many bytes of pages, so many pages.
type pool struct {
	tasks  chan func()
	bytes  *semaphore.Weighted
	budget int64
}

// pagesInFlight bounds the pages of one shard between its reader and its writer.
const pagesInFlight = 128

// overhead is what a page costs in flight besides its bytes.
const overhead = 4 << 10

// newPool starts workers; they end when stop is called, after all streams have ended.
func newPool(workers int, budget int64) (p *pool, stop func()) {
	p = &pool{tasks: make(chan func()), bytes: semaphore.NewWeighted(budget), budget: budget}
	for range workers {
		go func() {
			for task := range p.tasks {
				task()
			}
		}()
	}
	return p, func() { close(p.tasks) }
}

// entry is one item on its way, with its place in the unit.
type entry struct {
	source.Item
	ordinal int   // place in its unit, counted from the unit's first item
	section int   // index into the sections that were read
	skip    *skip // why it needs no work; nil where it does
	kept    bool  // it is held after it was written
}

// stream is one reader, the pool's workers, and one writer that sees the items in the order
// in which they were read. read emits items; work is called by workers, at the same time for
// many items; write is called for one after the other. A page is in memory from its reading to
// its writing and no longer, unless write keeps it.
func stream[T any](ctx context.Context, p *pool, read func(context.Context, func(entry) error) error, work func(*entry) T, write func(*entry, T) error) error {
	type pending struct {
		entry entry
		cost  int64
		out   T
		done  chan struct{}
	}
	group, ctx := errgroup.WithContext(ctx)
	ordered := make(chan *pending, pagesInFlight)
	group.Go(func() error {
		defer close(ordered)
		return read(ctx, func(e entry) error {
			next := &pending{entry: e, cost: overhead, done: make(chan struct{})}
			if e.Page != nil {
				next.cost += int64(e.Page.Size())
			}
			next.cost = min(next.cost, p.budget) // a page past the budget goes alone
			if err := p.bytes.Acquire(ctx, next.cost); err != nil {
				return check(ctx)
			}
			select {
			case ordered <- next:
			case <-ctx.Done():
				p.bytes.Release(next.cost)
				return check(ctx)
			}
			task := func() {
				next.out = work(&next.entry)
				close(next.done)
			}
			select {
			case p.tasks <- task:
				return nil
			case <-ctx.Done():
				return check(ctx)
			}
		})
	})
	group.Go(func() error {
		for next := range ordered {
			select {
			case <-next.done:
			case <-ctx.Done():
				return check(ctx)
			}
			if err := write(&next.entry, next.out); err != nil {
				return err // ends the reader too; the run as a whole is over
			}
			if next.entry.Page != nil && !next.entry.kept {
				next.entry.Page.Release()
			}
			p.bytes.Release(next.cost)
		}
		return nil
	})
	return group.Wait()
}
