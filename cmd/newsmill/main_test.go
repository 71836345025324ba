package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/newsmill/newsmill/pipeline/dataset"
)

// asProgram makes the test's own binary behave as newsmill, for tests that send signals.
const asProgram = "RUN_AS_NEWSMILL"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"newsmill": main})
}

// program gives a newsmill process, not yet started.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

// Each script is a promise of the command line.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "digest": digest, "hold": hold, "newline": newline, "damage": damage, "big": big, "deep": deep,
		},
	})
}

// exits runs newsmill and checks its exit code: exits 3 run pages --out data
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE ARGS...")
	}
	err := ts.Exec("newsmill", args[1:]...)
	code := "0"
	if err != nil {
		code = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if code != args[0] {
		ts.Fatalf("exit code %s, want %s", code, args[0])
	}
}

// digest remembers the bytes of a folder under a name, or with ! compares them with what was
// remembered: digest data before; ! digest data before
func digest(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] digest DIR NAME")
	}
	var all strings.Builder
	root := ts.MkAbs(args[0])
	err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		sum, err := dataset.HashFile(path)
		all.WriteString(strings.TrimPrefix(path, root) + " " + sum + "\n")
		return err
	})
	ts.Check(err)
	file := ts.MkAbs(args[1] + ".digest")
	if !neg {
		ts.Check(os.WriteFile(file, []byte(all.String()), 0o666))
		return
	}
	before, err := os.ReadFile(file)
	ts.Check(err)
	if string(before) != all.String() {
		ts.Fatalf("%s changed:\n%s\nwas\n%s", args[0], all.String(), before)
	}
}

// hold keeps a dataset locked until the script ends.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	unlock, err := dataset.Dataset{Dir: ts.MkAbs(args[0])}.Lock()
	ts.Check(err)
	ts.Defer(unlock)
}

// newline copies a file to a name with a newline, a space and a quote in it.
func newline(ts *testscript.TestScript, _ bool, args []string) {
	data := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[1]), "odd \n'name.html"), []byte(data), 0o666))
}

// damage changes one byte in the middle of a file.
func damage(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	data[len(data)/2] ^= 0xff
	ts.Check(os.WriteFile(path, data, 0o666))
}

// big writes an HTML page of so many KiB.
func big(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	line := "<p>The river rose again on Monday and the town council met to speak of it.</p>\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("<html><body>"+strings.Repeat(line, size*1024/len(line))), 0o666))
}

// deep writes an HTML page of so many nested tags, with a story in their depth.
func deep(ts *testscript.TestScript, _ bool, args []string) {
	tags, err := strconv.Atoi(args[1])
	ts.Check(err)
	var page strings.Builder
	page.WriteString("<html lang=en><body><h1>A story in the depth</h1>" + strings.Repeat("<div>", tags))
	for i := range 40 {
		page.WriteString("<p>Sentence " + strconv.Itoa(i+1) + " of the story tells how the town council met on Monday, and what it said of the river.</p>\n")
	}
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o777))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(page.String()), 0o666))
}

// A run that is interrupted says so, exits with 130 or 143, and goes on when given again.
func TestSignals(t *testing.T) {
	input := filepath.Join(t.TempDir(), "feed.jsonl")
	text := strings.Repeat("The minister of trade said on Monday that talks with Norway would go on in Geneva. ", 10)
	writeFeed(t, input, text, 100)
	for _, c := range []struct {
		signal os.Signal
		code   int
	}{{os.Interrupt, exitInterrupted}, {syscall.SIGTERM, exitTerminated}} {
		dir := filepath.Join(t.TempDir(), "data")
		cmd := program(t, "run", input, "--out", dir, "--progress", "none", "--clean", "none")
		var talk strings.Builder
		cmd.Stderr = &talk
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		waitFor(t, filepath.Join(dir, ".newsmill", "work"))
		if err := cmd.Process.Signal(c.signal); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != c.code {
			t.Errorf("%v: exit code %d, want %d\n%s", c.signal, code, c.code, talk.String())
		}
		if !strings.Contains(talk.String(), "goes on where this one was") {
			t.Errorf("%v: it says %q", c.signal, talk.String())
		}
		if _, err := os.Stat(filepath.Join(dir, "manifest.json")); err == nil {
			t.Errorf("%v: something was committed", c.signal)
		}
		if out, err := program(t, "run", input, "--out", dir, "--clean", "none", "--quiet").CombinedOutput(); err != nil {
			t.Errorf("%v: the same command fails: %v\n%s", c.signal, err, out)
		}
	}
}

// The first signal lets the page at hand end; the second one does not wait for it. The next run
// finds nothing in its way.
func TestSecondSignalEndsAtOnce(t *testing.T) {
	input := filepath.Join(t.TempDir(), "long.txt")
	if err := os.WriteFile(input, []byte(strings.Repeat("Norway and Sweden held talks on March 3, 2024. ", 150_000)), 0o666); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "data")
	cmd := program(t, "run", input, "--out", dir, "--progress", "none", "--clean", "none")
	var talk strings.Builder
	cmd.Stderr = &talk
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	waitFor(t, filepath.Join(dir, ".newsmill", "work"))
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
	}
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitTerminated || !strings.Contains(talk.String(), "stopped at once") {
		t.Errorf("exit code %d, want %d\n%s", code, exitTerminated, talk.String())
	}
	short := program(t, "run", "-", "--out", dir, "--quiet", "--clean", "none")
	short.Stdin = strings.NewReader(`{"text":"Norway and Sweden held talks in Oslo on Tuesday."}`)
	if out, err := short.CombinedOutput(); err != nil {
		t.Errorf("the next run fails: %v\n%s", err, out)
	}
}

// A run that waits for standard input ends at the first signal too, and leaves nothing that the
// next one would stumble over: neither a lock nor half a stream.
func TestSignalWhileStandardInputIsRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	cmd := program(t, "run", "-", "--out", dir, "--quiet")
	stream, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Close()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	row := `{"id":"1","text":"Norway and Sweden held talks in Oslo on Tuesday."}` + "\n"
	if _, err := io.WriteString(stream, row); err != nil {
		t.Fatal(err)
	}
	spool := filepath.Join(dir, ".newsmill", "stdin.jsonl")
	waitFor(t, spool)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("exit code %d, want %d", code, exitInterrupted)
	}
	if _, err := os.Stat(spool); err == nil {
		t.Error("half a stream is left behind")
	}
	again := program(t, "run", "-", "--out", dir, "--quiet")
	again.Stdin = strings.NewReader(row)
	if out, err := again.CombinedOutput(); err != nil {
		t.Errorf("the same command fails: %v\n%s", err, out)
	}
}

// waitFor waits until a path is there; the test's own time limit ends it otherwise.
func waitFor(t *testing.T, path string) {
	t.Helper()
	for range 6000 {
		if _, err := os.Stat(path); err == nil {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatalf("%s did not appear", path)
}

func writeFeed(t *testing.T, path, text string, pages int) {
	t.Helper()
	var out strings.Builder
	for i := range pages {
		out.WriteString(`{"id":"` + strings.Repeat("x", i%7) + strconv.Itoa(i) + `","text":"` + text + `"}` + "\n")
	}
	if err := os.WriteFile(path, []byte(out.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}
