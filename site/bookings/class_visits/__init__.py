"""Visits of school classes: a teacher asks, the office answers; no place is held before."""
