package when

// same reads a unit behind "that", "the same", "that same": the day, the year that was told last.
func (s *scan) same(i int) (value, int) {
	if s.at(i).class == "same" {
		i++
	}
	it := s.at(i)
	if s.last.from == NoDay {
		return value{}, 0
	}
	switch {
	case it.class == "unit" && (it.text == "D" || it.text == "W" || it.text == "M" || it.text == "Y"):
		v := shift(s.last, 0, it.text)
		v.beside = true
		return v, i + 1
	case it.class == "daypart" && s.last.precision == "day":
		return s.partOfDay(i)
	}
	return value{}, 0
}

// current is the day that the text has told last or that of publication, or its week, month or year.
func (s *scan) current(unit string) value {
	v := s.anchor
	if unit == "D" && s.last.precision == "day" {
		v = s.last
	}
	v = shift(v, 0, unit)
	v.beside = true
	return v
}

// partOfDay reads "the morning" of the day that the text has told last.
func (s *scan) partOfDay(i int) (value, int) {
	v := open("TIME", "XXXX-XX-XX", "")
	if s.last.precision == "day" {
		v = dayValue(s.last.from)
	}
	v.kind, v.text, v.beside = "TIME", v.text+"T"+s.at(i).text, true
	return v, i + 1
}
