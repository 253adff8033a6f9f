"""Flat editorial banners, one composition a key."""

from .compositions import BANNERS, banner

__all__ = ["BANNERS", "banner"]
