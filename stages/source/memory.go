package source

import (
	"bytes"
	"math/bits"
	"sync"
)

// Pages of a WARC are read into memory that earlier ones are done with: new memory has to be cleared, and
// half of all that a run would take is for pages.

const (
	leastShared, mostShared = 16, 22 // powers of two of bytes
)

var shared [mostShared + 1]sync.Pool // of slices with a capacity of that power

// memory gives an empty slice for so many bytes, or for some of them where they are many: a false length must
// not take what it names.
func memory(size int64) []byte {
	power := bits.Len64(uint64(max(size, 1) - 1))
	if power < leastShared {
		return make([]byte, 0, size)
	}
	power = min(power, mostShared)
	if b, ok := shared[power].Get().(*[]byte); ok {
		return (*b)[:0]
	}
	return make([]byte, 0, 1<<power)
}

// Size is how many bytes a page takes: those of Body, or of the memory that it is a part of.
func (p *Page) Size() int { return max(len(p.Body), cap(p.memory)) }

// Keep gives the page memory of its own, of its size, so that it may stay for long. Nobody may hold a part of
// Body.
func (p *Page) Keep() {
	if max(p.Size(), cap(p.Body)) > len(p.Body)+len(p.Body)/8 {
		body := bytes.Clone(p.Body)
		p.Release()
		p.Body = body
	}
	p.memory = nil
}

// Release gives the memory of Body away. Nobody may hold a part of it.
func (p *Page) Release() {
	b := p.memory
	p.Body, p.memory = nil, nil
	if power := bits.Len(uint(cap(b))) - 1; power >= leastShared && power <= mostShared && cap(b) == 1<<power {
		shared[power].Put(&b)
	}
}
