"""Wagtail's lists of pages, with how each page stands in every language."""
