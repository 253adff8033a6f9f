"""Texts of a page as files for an outside agency: PO and XLIFF 1.2, out and in."""
