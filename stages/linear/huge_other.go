//go:build !linux

package linear

// adviseHuge does nothing: only Linux is asked for large pages.
func adviseHuge([]byte) {}
