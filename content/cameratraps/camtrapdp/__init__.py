"""Camtrap DP in: a package of camera-trap data is checked whole, loses every position, and becomes drafts of visits."""

from content.cameratraps.camtrapdp.importing import check_package, import_package
from content.cameratraps.camtrapdp.problems import PackageRefusedError

__all__ = ["PackageRefusedError", "check_package", "import_package"]
