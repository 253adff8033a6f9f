"""Camtrap DP out: what both sides have released, as coarse as the pages tell it, packed once and published by both."""
