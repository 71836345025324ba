package main

import (
	"strings"
	"testing"
	"time"
)

// Where there is no terminal, a line now and then tells how far the work is, by bytes, with rate
// and time left; of what has no bytes, that it goes on.
func TestProgressLines(t *testing.T) {
	var talk strings.Builder
	p := newProgress("plain", false, &talk)
	defer p.close()
	p.line(time.Now()) // before any phase there is nothing to tell
	p.Phase("process", 100<<20)
	p.Advance(25 << 20)
	p.line(p.begun.Add(5 * time.Second))
	p.Phase("link: entities", 1)
	p.line(p.begun.Add(10 * time.Second))
	lines := strings.Split(strings.TrimSpace(talk.String()), "\n")
	if len(lines) != 2 {
		t.Fatalf("it tells %q", lines)
	}
	for i, want := range []string{`msg=process done="25 MiB" of="100 MiB" rate="5.0 MiB/s" left=15s`, `msg="link: entities" since=10s`} {
		if !strings.HasSuffix(lines[i], want) {
			t.Errorf("line %d is %q, want %q", i, lines[i], want)
		}
	}
}

func TestQuietTellsNothing(t *testing.T) {
	for _, mode := range []string{"none", "plain", "bar"} {
		var talk strings.Builder
		p := newProgress(mode, mode != "none", &talk)
		p.Phase("process", 100)
		p.Advance(50)
		p.line(p.begun.Add(time.Second))
		p.close()
		if talk.Len() > 0 {
			t.Errorf("%s: it tells %q", mode, talk.String())
		}
	}
}
