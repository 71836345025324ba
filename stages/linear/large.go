package linear

// Large copies stored models into large pages, where the system has them. What is embedded lies in small ones: tables of
// megabytes whose rows are looked up in no order are read faster from a copy.
func Large(stored []byte) []byte {
	memory := make([]byte, len(stored))
	AdviseHuge(memory)
	copy(memory, stored)
	return memory
}
