//go:build !linux

package linear

// AdviseHuge does nothing: only Linux is asked for large pages.
func AdviseHuge([]byte) {}
