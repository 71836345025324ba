package source

import (
	"bytes"
	"testing"
)

// A page's memory goes to later pages only once it is given away, and what was copied out of it stays.
func TestReleasedMemoryIsReadIntoAgain(t *testing.T) {
	first := memory(1 << leastShared)
	page := &Page{Body: append(first, "<p>first"...), memory: first}
	kept := bytes.Clone(page.Body)
	if page.Size() != 1<<leastShared {
		t.Errorf("a page of %d bytes takes %d", len(page.Body), page.Size())
	}
	page.Release()
	if page.Body != nil {
		t.Error("a page that was given away still has a body")
	}
	page.Release() // once more gives nothing away
	second := append(memory(1<<leastShared), "<p>other"...)
	third := append(memory(1<<leastShared), "<p>third"...)
	if &second[0] == &third[0] {
		t.Error("two pages share their memory")
	}
	if string(kept) != "<p>first" {
		t.Errorf("the copy became %q", kept)
	}
}

// A length that is false takes no more than four megabytes before the first byte is read.
func TestMemoryOfALengthIsBounded(t *testing.T) {
	for _, size := range []int64{0, 1, 1 << 10, 1 << 16, 1<<16 + 1, 1 << 22, 1 << 40} {
		got := int64(cap(memory(size)))
		if got > 1<<mostShared || got < min(size, 1<<mostShared) {
			t.Errorf("%d bytes get %d", size, got)
		}
	}
}
