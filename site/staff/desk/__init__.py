"""The first page of a person: what waits for them, the most urgent first."""
