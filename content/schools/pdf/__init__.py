"""Lesson plan, pupil sheet and answer key as tagged PDF, typeset by Typst."""
