"""The numbers of an import that its report tells."""

from content.cameratraps.camtrapdp.checking import CheckedPackage

_EVENTS = "SELECT COUNT(DISTINCT event) FROM observations WHERE "


def tally(package: CheckedPackage) -> dict[str, int]:
    """Return how much of what is in a package; people, vehicles and empty frames are counted here and nowhere else."""
    ask = package.staging.number
    return {
        "deployments": len(package.deployments.places),
        "media": package.media_rows,
        "observations": package.observation_rows,
        "people": ask(f"{_EVENTS} kind = 'human' AND NOT is_setup"),
        "vehicles": ask(f"{_EVENTS} kind = 'vehicle' AND NOT is_setup"),
        "blanks": ask(f"{_EVENTS} kind = 'blank' AND NOT is_setup"),
        "setups": ask(f"{_EVENTS} is_setup"),
        "files_here": ask("SELECT COUNT(*) FROM media WHERE path IS NOT NULL"),
        "files_elsewhere": ask("SELECT COUNT(*) FROM media WHERE path IS NULL"),
    }
