"""Lesson plan, pupil sheet and answer key: the data they are typeset from."""
