"""Reading stored files byte by byte for anything that is not pixels. Shares no code with the scrubber it checks."""

from content.base.scanning.findings import findings_in

__all__ = ["findings_in"]
