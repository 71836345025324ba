package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// bound makes Go's collector keep to a limit of memory, and not work harder than that takes:
// it lets the heap grow to three eighths of the limit, or by a tenth of it where more is in use, before
// it collects. Tables of many pages then take hardly more than those of a few. Without this floor the collector would run each few megabytes
// wherever little is in use; with the usual twice of what is in use each megabyte that the tables' open
// files hold would take two. What it gives puts the former settings back.
//
// The percentage is set anew after each collection, when it is known how much is in use, if it comes in
// time: of two collections close together it misses one, and then holds for what became of little. So it is
// not above 100, which lets the heap grow to twice of what is in use, but before the first collection: the
// models and lists that are read at the start stay, and a short run needs none.
func bound(limit int64) (release func()) {
	var done atomic.Bool
	floor, step := uint64(limit)/8*3, uint64(limit)/10
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	formerLimit, formerPercent := debug.SetMemoryLimit(limit), debug.SetGCPercent(int(100*floor/max(live[0].Value.Uint64(), 4<<20)))
	var arm func()
	arm = func() {
		type sentinel struct{ _ [4]*byte } // large and pointed enough to be collected by itself
		runtime.SetFinalizer(&sentinel{}, func(*sentinel) {
			if done.Load() {
				return
			}
			metrics.Read(live)
			inUse := max(live[0].Value.Uint64(), floor/2)
			debug.SetGCPercent(int(100 * (max(floor, inUse+step) - inUse) / inUse))
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
