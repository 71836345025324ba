// Package portable makes the bytes of a Parquet file the same on every processor.
//
// The AVX2 code of parquet-go v0.32 that looks for eight equal values among the indices of a
// dictionary compares each half with its own first value, so it takes 1 1 1 1 2 2 2 2 for a run,
// ends a run of bit-packed values there and writes one header more than other processors do. What
// it writes can be read, but is not the same. Without the mark of AVX2 parquet-go uses code that
// compares all eight. Packages are initialised in the order of their import paths once what they
// import is (The Go Programming Language Specification, "Program initialization"), and this one
// imports what parquet-go does, so it comes first.
package portable

import "golang.org/x/sys/cpu"

func init() { cpu.X86.HasAVX2 = false }
