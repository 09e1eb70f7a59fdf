"""Reports in, ranked passages and accounted statements out: library, vectors, lexical index, search and census."""
