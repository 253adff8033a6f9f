"""The texts of facts, one for each language: which are missing, and which another language has left behind."""
