"""What helps staff to write well: the checks of a page under work, pictures sent twice, cleaned texts."""
