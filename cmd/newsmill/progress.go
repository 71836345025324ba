package main

import (
	"io"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// every is how often a line of progress is logged where there is no terminal.
const every = 5 * time.Second

// progress shows how long work goes on: a bar by bytes with rate and time left on a terminal,
// a line every few seconds elsewhere.
type progress struct {
	log  *slog.Logger
	talk io.Writer
	bar  bool

	mu    sync.Mutex
	shown *progressbar.ProgressBar
	phase string
	total int64
	now   int64
	begun time.Time

	closed sync.Once
	done   chan struct{}
}

func newProgress(mode string, quiet bool, talk io.Writer) *progress {
	file, isFile := talk.(*os.File)
	terminal := isFile && term.IsTerminal(int(file.Fd()))
	p := &progress{talk: talk, bar: mode == "bar" || mode == "auto" && terminal, done: make(chan struct{})}
	if quiet || mode == "none" {
		p.bar, p.talk = false, io.Discard
	}
	level := slog.LevelInfo
	if p.bar {
		level = slog.LevelWarn // the bar says the rest
	}
	p.log = slog.New(slog.NewTextHandler(p.talk, &slog.HandlerOptions{Level: level}))
	go p.tell()
	return p
}

// tell logs a line now and then until close.
func (p *progress) tell() {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			p.line(time.Now())
		case <-p.done:
			return
		}
	}
}

// line logs how far the phase is. One that counts steps, not bytes, only says that it goes on.
func (p *progress) line(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	spent := now.Sub(p.begun)
	switch {
	case p.phase == "" || p.shown != nil:
	case p.now == 0 || !inBytes(p.total):
		p.log.Info(p.phase, "since", spent.Round(time.Second))
	default:
		left := time.Duration(float64(spent) * float64(p.total-p.now) / float64(p.now))
		p.log.Info(p.phase, "done", bytesOf(p.now), "of", bytesOf(p.total), "rate", bytesOf(int64(float64(p.now)/spent.Seconds()))+"/s", "left", left.Round(time.Second))
	}
}

// inBytes tells a phase that counts bytes from one that counts a few steps.
func inBytes(total int64) bool { return total > 1000 }

// Phase implements pipeline.Reporter.
func (p *progress) Phase(name string, total int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.finish()
	p.phase, p.total, p.now = name, total, 0
	p.begun = time.Now()
	if p.bar {
		p.shown = progressbar.NewOptions64(max(total, 1), progressbar.OptionSetDescription(name), progressbar.OptionSetWriter(p.talk),
			progressbar.OptionShowBytes(inBytes(total)), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionSetPredictTime(true),
			progressbar.OptionClearOnFinish(), progressbar.OptionFullWidth())
	}
}

// Advance implements pipeline.Reporter.
func (p *progress) Advance(n int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now = min(p.now+n, p.total)
	if p.shown != nil {
		p.shown.Set64(p.now) // fails only where the terminal is gone
	}
}

func (p *progress) finish() {
	if p.shown != nil {
		p.shown.Finish() // fails only where the terminal is gone
		p.shown = nil
	}
}

// close takes the bar off the terminal and ends the lines.
func (p *progress) close() {
	p.closed.Do(func() { close(p.done) })
	p.mu.Lock()
	defer p.mu.Unlock()
	p.finish()
}
