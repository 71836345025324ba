package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// bound makes Go's collector keep to a limit of memory, and not work harder than that takes:
// it lets the heap grow to a third of the limit, or by an eighth of it where more is in use, before
// it collects. Without this floor the collector would run each few megabytes
// wherever little is in use; with the usual twice of what is in use each megabyte that the tables' open
// files hold would take two. What it gives puts the former settings back.
//
// The percentage is set anew after each collection, when it is known how much is in use.
func bound(limit int64) (release func()) {
	formerLimit, formerPercent := debug.SetMemoryLimit(limit), debug.SetGCPercent(100)
	var done atomic.Bool
	floor, step := uint64(limit)/3, uint64(limit)/8
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
