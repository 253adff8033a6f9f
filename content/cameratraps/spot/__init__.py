"""Spot the cat: a game of ten questions on released pictures. It keeps nothing: a round is its address and no more."""
