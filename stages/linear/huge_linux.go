package linear

import "syscall"

// AdviseHuge asks for large pages behind memory that was not yet written to. Rows are read in no
// order, and a processor does not remember the places of thousands of small pages. It is advice: of
// an error, as on memory that begins within a page, comes nothing but small pages.
func AdviseHuge(memory []byte) { _ = syscall.Madvise(memory, syscall.MADV_HUGEPAGE) }
