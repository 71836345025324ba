// Package cores does work that comes in independent pieces on several cores. What a piece gives
// must not hang on the others, so that the same comes out on any number of cores.
package cores

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls work for 0 to n-1, in any order, on all cores.
func Each(n int, work func(int)) { AtMost(runtime.GOMAXPROCS(0), n, work) }

// AtMost is [Each] with so many calls at a time: of work that takes much memory.
func AtMost(calls, n int, work func(int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(calls, n) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	wait.Wait()
}
