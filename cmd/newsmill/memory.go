package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// bound makes Go's collector keep to a limit of memory, and not work harder than that takes:
// it lets the heap grow to a third of the limit, or to twice what is in use where that is
// more, before it collects. Without this floor the collector would run each few megabytes
// wherever little is in use. What it gives puts the former settings back.
//
// The percentage is set anew after each collection, when it is known how much is in use.
func bound(limit int64) (release func()) {
	formerLimit, formerPercent := debug.SetMemoryLimit(limit), debug.SetGCPercent(100)
	var done atomic.Bool
	floor := uint64(limit) / 3
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	var arm func()
	arm = func() {
		type sentinel struct{ _ [4]*byte } // large and pointed enough to be collected by itself
		runtime.SetFinalizer(&sentinel{}, func(*sentinel) {
			if done.Load() {
				return
			}
			metrics.Read(live)
			inUse := max(live[0].Value.Uint64(), 1<<20)
			percent := uint64(100)
			if floor > 2*inUse {
				percent = 100 * (floor - inUse) / inUse
			}
			debug.SetGCPercent(int(percent))
			arm()
		})
	}
	arm()
	return func() {
		done.Store(true)
		debug.SetGCPercent(formerPercent)
		debug.SetMemoryLimit(formerLimit)
	}
}
