"""What is missing or out of date in each language: over pages, facts, pictures and the words of the interface."""
