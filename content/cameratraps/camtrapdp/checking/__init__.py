"""Reading the three tables of a package, one row at a time, each row against the rules and into the staging."""

from content.cameratraps.camtrapdp.checking.package import CheckedPackage, read_package

__all__ = ["CheckedPackage", "read_package"]
