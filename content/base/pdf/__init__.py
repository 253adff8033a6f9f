"""PDF files: the fonts they carry and the process that typesets them with Typst from `templates/pdf`."""
