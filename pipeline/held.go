package pipeline

import (
	"context"
	"slices"
	"sync/atomic"
)

// room is the memory in which pages are held between survey and process.
type room struct{ left atomic.Int64 }

func (r *room) take(size int64) bool {
	if r.left.Add(-size) >= 0 {
		return true
	}
	r.left.Add(size)
	return false
}

// held is what survey read of a unit and process need not read again: its first items, as far as there is room for
// them. Small inputs are read, unpacked and decoded once so.
type held struct {
	items []entry // by their ordinals
	full  bool    // further items are read again
	rest  cut     // where to begin, if full
}

// add holds an item, unless there was no room for one before it.
func (h *held) add(item *entry, room *room) {
	switch {
	case h.full:
	case room.take(item.size()):
		if item.Page != nil {
			item.Page.Keep()
		}
		item.kept = true
		h.items = append(h.items, *item)
	default:
		h.full, h.rest = true, h.restAt(*item, room)
	}
}

// restAt is where to read on for an item that is not held. Items before it are given up until one can be read from its
// own place, or is the first of a section.
func (h *held) restAt(item entry, room *room) cut {
	for item.Page == nil || !item.Page.Apart {
		n := len(h.items) - 1
		if n < 0 || h.items[n].section != item.section {
			return cut{Section: item.section, Offset: -1, Ordinal: item.ordinal}
		}
		item = h.items[n]
		room.left.Add(item.size())
		h.items[n] = entry{}
		h.items = h.items[:n]
	}
	return cut{Section: item.section, Offset: item.Page.Offset, Ordinal: item.ordinal}
}

// mentionSize is what a mention that the input gives takes besides its text.
const mentionSize = 32

// size is about how many bytes an item takes while it is held.
func (e *entry) size() int64 {
	switch {
	case e.Page != nil:
		size := overhead + int64(len(e.Page.Body)) + int64(len(e.Page.URL)+len(e.Page.Given.Title))
		for i := range e.Page.Given.Mentions {
			size += mentionSize + int64(len(e.Page.Given.Mentions[i].Type))
		}
		return size
	case e.Fault != nil:
		return overhead + int64(len(e.Fault.Raw))
	}
	return overhead
}

// readShard gives the items of a shard: those that are held, and the others from their files.
func (e *engine) readShard(ctx context.Context, s shard, emit func(entry) error) error {
	h := &e.held[s.unit]
	end, sections, first, skipped := e.until(s), s.sections, s.first, 0
	last := min(end, len(h.items))
	if first < last {
		if sections = nil; last < end {
			skipped = h.rest.Section - s.base
			sections, first = slices.Clone(s.sections[skipped:]), h.rest.Ordinal
			if h.rest.Offset >= 0 {
				sections[0].Start = h.rest.Offset
			}
		}
		bytes := s.bytes
		for i := range sections {
			bytes -= sections[i].size()
		}
		if err := e.readHeld(ctx, s, last, max(bytes, 0), emit); err != nil {
			return err
		}
	}
	return e.read(ctx, sections, first, func(item entry) error {
		item.section += skipped
		return emit(item)
	})
}

// readHeld gives the items of a shard that are held, up to one, and holds them no longer. They are so many stored bytes.
func (e *engine) readHeld(ctx context.Context, s shard, last int, bytes int64, emit func(entry) error) error {
	items := e.held[s.unit].items[s.first:last]
	done := int64(0)
	for i := range items {
		if err := check(ctx); err != nil {
			return err
		}
		item := items[i]
		items[i] = entry{}
		item.section, item.kept = item.section-s.base, false
		if err := emit(item); err != nil {
			return err
		}
		to := bytes * int64(i+1) / int64(len(items))
		e.report.Advance(to - done)
		done = to
	}
	return nil
}
