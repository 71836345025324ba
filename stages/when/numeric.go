package when

// numeric reads what is written in digits and marks at item i: 2021-12-23, 23/12/2021,
// 23.12.2021, 10:30, 3:30pm, 10 a.m.
func (s *scan) numeric(i int) (value, int) {
	start := s.items[i].start
	if start > 0 && glued(s.text[start-1]) {
		return value{}, 0
	}
	if v, end := s.numericDate(start); end > 0 && (end == len(s.text) || !glued(s.text[end])) {
		return v, s.after(i, end)
	}
	if !s.english {
		return value{}, 0
	}
	clock, end := s.clock(i)
	if end == 0 {
		return value{}, 0
	}
	return s.withDate(s.after(i, end), clock)
}

// glued says whether a byte next to a number makes it part of something else.
func glued(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || c == '/' || c == '-' || c == '_' || c == '$' || c == '+' || c == '='
}

// after is the index of the first item from i on that begins at end or behind.
func (s *scan) after(i, end int) int {
	for i < len(s.items) && s.items[i].start < end {
		i++
	}
	return i
}

// number reads digits at a byte: at most width of them.
func (s *scan) number(at, width int) (n, next int) {
	next = at
	for next < len(s.text) && next-at < width && '0' <= s.text[next] && s.text[next] <= '9' {
		n = n*10 + int(s.text[next]-'0')
		next++
	}
	return n, next
}

// numericDate reads a date at a byte and gives the byte behind it. Day and month parted by
// slashes are read only where their order is plain; with full stops the day is first, but
// English texts do not agree on that either.
func (s *scan) numericDate(start int) (value, int) {
	a, at := s.number(start, 4)
	widthA := at - start
	if at >= len(s.text) {
		return value{}, 0
	}
	mark := s.text[at]
	if mark != '-' && mark != '/' && mark != '.' {
		return value{}, 0
	}
	b, mid := s.number(at+1, 2)
	if mid == at+1 || mid >= len(s.text) || s.text[mid] != mark {
		return value{}, 0
	}
	c, end := s.number(mid+1, 4)
	var year, month, day int
	switch {
	case widthA == 4 && (mark == '-' || mark == '/') && end == mid+3:
		year, month, day = a, b, c
	case widthA <= 2 && end == mid+5:
		year, month, day = c, b, a
		switch {
		case mark == '.' && !s.english, a == b, a > 12:
		case b > 12:
			month, day = a, b
		default:
			return value{}, 0
		}
	default:
		return value{}, 0
	}
	if year < 1000 || year >= 2100 || !isDate(year, month, day) {
		return value{}, 0
	}
	return dayValue(DayOf(year, month, day)), end
}

// clock reads a time of day at item i: its TIMEX3 form, and the byte behind it. Without "am"
// or "pm" it must follow "at" or the like: 3:30 may be a score.
func (s *scan) clock(i int) (text string, end int) {
	hour, at := s.number(s.items[i].start, 2)
	minute, minutes := 0, false
	if at+2 < len(s.text) && (s.text[at] == ':' || s.text[at] == '.') {
		if m, next := s.number(at+1, 2); next == at+3 && m < 60 {
			minute, at, minutes = m, next, s.text[at] == ':'
		}
	}
	half := at
	if half < len(s.text) && s.text[half] == ' ' {
		half++
	}
	if add, next := s.half(half); next > 0 && hour >= 1 && hour <= 12 {
		return pad(hour%12+add, 2) + ":" + pad(minute, 2), next
	}
	if !minutes || hour > 24 || at < len(s.text) && (glued(s.text[at]) || s.text[at] == ':' || s.fraction(at)) {
		return "", 0
	}
	switch s.at(i - 1).class {
	case "at", "preposition", "before", "after", "comma":
		return pad(hour, 2) + ":" + pad(minute, 2), at
	}
	return "", 0
}

// fraction says whether a full stop and a digit stand at a byte: 2:02.75 is how long a race took.
func (s *scan) fraction(at int) bool {
	return s.text[at] == '.' && at+1 < len(s.text) && '0' <= s.text[at+1] && s.text[at+1] <= '9'
}

// half reads am, pm, a.m., p.m. at a byte: the hours to add, and the byte behind it.
func (s *scan) half(at int) (add, next int) {
	next = at
	for _, want := range [...]byte{0, 'm'} {
		if next >= len(s.text) {
			return 0, 0
		}
		c := s.text[next] | 0x20
		switch {
		case want == 'm' && c == 'm', want == 0 && c == 'a':
		case want == 0 && c == 'p':
			add = 12
		default:
			return 0, 0
		}
		next++
		if next < len(s.text) && s.text[next] == '.' && (want == 0 || s.text[next-2] == '.') {
			next++
		}
	}
	if next < len(s.text) && glued(s.text[next]) && s.text[next] != '-' {
		return 0, 0
	}
	return add, next
}

// withDate joins a time of day with the date that follows it: "10 a.m. on Monday".
func (s *scan) withDate(next int, clock string) (value, int) {
	at := next
	if c := s.at(at).class; c == "on" || c == "comma" {
		at++
	}
	if v, end := s.date(at); end > 0 && v.kind == "DATE" && v.precision == "day" {
		v.kind, v.text, v.precision = "TIME", v.text+"T"+clock, "minute"
		return v, end
	}
	v := open("TIME", "T"+clock, "minute")
	if s.last.precision == "day" && s.governed(next-1) == past {
		v = dayValue(s.last.from)
		v.kind, v.text, v.precision, v.beside = "TIME", v.text+"T"+clock, "minute", true
	}
	return v, next
}
