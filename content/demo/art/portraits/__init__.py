"""Flat portraits of single species, one composition a slug."""

from .gallery import PORTRAITS, portrait

__all__ = ["PORTRAITS", "portrait"]
