package main

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/pflag"

	"github.com/newsmill/newsmill/pipeline"
)

// setting is one key of the configuration. Flags come before the environment, this before
// the file, this before the default.
type setting struct {
	key    string
	doc    string
	rows   bool // it can change a row, and so is part of what names a batch
	flag   string
	target func(*settings) any // pointer to string, int, int64 or float64
}

var allSettings = []setting{
	{
		key: "clean", flag: "clean", rows: true, doc: "auto takes boilerplate off text pages; none takes their text as it is",
		target: func(s *settings) any { return &s.config.Clean },
	},
	{
		key: "page_bytes", flag: "page-bytes", rows: true, doc: "a page of more bytes is rejected",
		target: func(s *settings) any { return &s.config.PageBytes },
	},
	{
		key: "tables", flag: "tables", rows: true, doc: "+tokens writes that table too: a row for each word",
		target: func(s *settings) any { return &s.config.Tables },
	},
	{
		key: "patterns", flag: "patterns", rows: true, doc: "file of your own patterns of events, which come before newsmill's",
		target: func(s *settings) any { return &s.config.Patterns },
	},
	{
		key: "max_bad_ratio", flag: "max-bad-ratio", doc: "share of rejected pages past which nothing is committed and the run fails",
		target: func(s *settings) any { return &s.config.MaxBadRatio },
	},
	{
		key: "workers", flag: "workers", doc: "cores to use, 0 for all",
		target: func(s *settings) any { return &s.config.Workers },
	},
	{
		key: "memory", flag: "memory", doc: "bytes of memory to stay within, about",
		target: func(s *settings) any { return &s.config.Memory },
	},
	{
		key: "progress", flag: "progress", doc: "auto, bar, plain (a line every few seconds) or none",
		target: func(s *settings) any { return &s.progress },
	},
}

// settings are the configuration of a call.
type settings struct {
	config   pipeline.Config
	progress string
	path     string
	origin   map[string]string // where each key's value comes from
	flags    settingsFlags
}

type settingsFlags map[string]*string

// register makes flags of the settings with these keys, or of all.
func (s *settings) register(flags *pflag.FlagSet, keys ...string) {
	s.flags = settingsFlags{}
	flags.StringVar(&s.path, "config", "", "configuration file (TOML; newsmill config shows the keys)")
	defaults := settings{config: pipeline.DefaultConfig(), progress: "auto"}
	for _, k := range allSettings {
		if len(keys) > 0 && !slices.Contains(keys, k.key) {
			continue
		}
		s.flags[k.key] = flags.String(k.flag, "", fmt.Sprintf("%s (default %v)", k.doc, value(k.target(&defaults))))
	}
}

// load settles every key. An unknown key, wherever it stands, is wrong usage.
func (s *settings) load(flags *pflag.FlagSet) (pipeline.Config, error) {
	s.config, s.progress = pipeline.DefaultConfig(), "auto"
	s.origin = map[string]string{}
	for _, k := range allSettings {
		s.origin[k.key] = "default"
	}
	for _, read := range []func() error{s.fromFile, s.fromEnvironment, func() error { return s.fromFlags(flags) }} {
		if err := read(); err != nil {
			return s.config, fmt.Errorf("%w%w", err, mark(errUsage))
		}
	}
	if err := s.config.Check(); err != nil {
		return s.config, fmt.Errorf("%w%w", err, mark(errUsage))
	}
	switch s.progress {
	case "auto", "bar", "plain", "none":
		return s.config, nil
	}
	return s.config, usage("progress is %q: give auto, bar, plain or none", s.progress)
}

func (s *settings) fromFile() error {
	path := s.path
	if path == "" {
		path = os.Getenv("NEWSMILL_CONFIG")
	}
	if path == "" {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var values map[string]any
	if err := toml.Unmarshal(data, &values); err != nil {
		var at *toml.DecodeError
		if errors.As(err, &at) {
			line, column := at.Position()
			return fmt.Errorf("%s:%d:%d: %w", path, line, column, err)
		}
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		v := values[key]
		k, err := settingNamed(key)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", path, lineOf(data, key), err)
		}
		if err := assign(k.target(s), v); err != nil {
			return fmt.Errorf("%s:%d: %s: %w", path, lineOf(data, key), key, err)
		}
		s.origin[key] = path
	}
	return nil
}

func (s *settings) fromEnvironment() error {
	const prefix = "NEWSMILL_"
	for _, pair := range os.Environ() {
		name, text, _ := strings.Cut(pair, "=")
		key, ours := strings.CutPrefix(name, prefix)
		if !ours || key == "CONFIG" {
			continue
		}
		k, err := settingNamed(strings.ToLower(key))
		if err != nil {
			return fmt.Errorf("environment: %s: %w", name, err)
		}
		if err := parse(k.target(s), text); err != nil {
			return fmt.Errorf("environment: %s: %w", name, err)
		}
		s.origin[k.key] = name
	}
	return nil
}

func (s *settings) fromFlags(flags *pflag.FlagSet) error {
	for _, k := range allSettings {
		if !flags.Changed(k.flag) {
			continue
		}
		if err := parse(k.target(s), *s.flags[k.key]); err != nil {
			return fmt.Errorf("--%s: %w", k.flag, err)
		}
		s.origin[k.key] = "--" + k.flag
	}
	return nil
}

func settingNamed(key string) (*setting, error) {
	for i := range allSettings {
		if allSettings[i].key == key {
			return &allSettings[i], nil
		}
	}
	nearest, best := "", len(key)+1
	for _, k := range allSettings {
		if d := distance(key, k.key); d < best {
			nearest, best = k.key, d
		}
	}
	return nil, fmt.Errorf("unknown key %q; the nearest is %q", key, nearest)
}

func value(target any) any { return reflect.ValueOf(target).Elem().Interface() }

// parse sets a value from text, as flags and the environment have it.
func parse(target any, text string) (err error) {
	switch t := target.(type) {
	case *string:
		*t = text
	case *int:
		*t, err = strconv.Atoi(text)
	case *float64:
		*t, err = strconv.ParseFloat(text, 64)
	case *int64:
		return parseBytes(t, text)
	}
	if err != nil {
		return fmt.Errorf("%q is no %s", text, kindOf(target))
	}
	return nil
}

// parseBytes reads a count of bytes: 67108864, 64MiB, 64MB.
func parseBytes(target *int64, text string) error {
	n, err := humanize.ParseBytes(text)
	if err != nil || n > math.MaxInt64 {
		return fmt.Errorf("%q is no count of bytes: give a whole number, or one with a unit like 64MiB", text)
	}
	*target = int64(n)
	return nil
}

// assign sets a value from TOML.
func assign(target, v any) error {
	switch t := target.(type) {
	case *string:
		if text, ok := v.(string); ok {
			*t = text
			return nil
		}
	case *float64:
		switch n := v.(type) {
		case float64:
			*t = n
			return nil
		case int64:
			*t = float64(n)
			return nil
		}
	case *int64:
		switch n := v.(type) {
		case int64:
			*t = n
			return nil
		case string:
			return parseBytes(t, n)
		}
	case *int:
		if n, ok := v.(int64); ok {
			*t = int(n)
			return nil
		}
	}
	return fmt.Errorf("%v is no %s", v, kindOf(target))
}

func kindOf(target any) string {
	switch target.(type) {
	case *string:
		return "text"
	case *float64:
		return "number"
	}
	return "whole number"
}

// lineOf finds the line of a top-level key, for messages.
func lineOf(data []byte, key string) int {
	for i, line := range strings.Split(string(data), "\n") {
		name, _, found := strings.Cut(line, "=")
		if found && strings.Trim(strings.TrimSpace(name), `"'`) == key {
			return i + 1
		}
		if strings.TrimSpace(line) == "["+key+"]" {
			return i + 1
		}
	}
	return 1
}

// distance is the number of single-letter edits between two keys.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, last+1)
		}
	}
	return row[len(b)]
}
