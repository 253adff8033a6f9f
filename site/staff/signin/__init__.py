"""Signing in: password and second factor, its set-up, the sessions of a person, and what an administrator may undo."""
