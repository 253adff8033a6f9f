"""The editors' handbook: `docs/editors/`, shown in the staff interface in the reader's language."""
