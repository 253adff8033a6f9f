"""The desk of a curator: visit after visit, by keyboard, mouse or touch, and by plain forms without JavaScript."""
