"""The ways by which a page goes out or is sent to the moderators; each holds it back while something must be mended."""
