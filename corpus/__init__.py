"""Report files in, records with exact offsets out: the leftmost stage, which imports no other package of ours."""
