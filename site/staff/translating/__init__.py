"""Translating pages as daily work: what waits, what changed, files for agencies, glossary, machine drafts."""
