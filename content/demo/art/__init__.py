"""Drawn sample pictures: camera-trap frames and banners, made offline and committed as WebP."""
