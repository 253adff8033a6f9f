"""The order in which the apps may import each other, as `docs/architecture.md` states it."""

import ast
from pathlib import Path

import pytest

from bigcats.environment import BASE_DIR

# Each app may import itself, the apps to its right-hand side here, and nothing else of ours.
MAY_IMPORT = {
    "content.base": set(),
    "content.reserve": {"content.base"},
    "content.cameratraps": {"content.reserve", "content.base"},
    "content.trails": {"content.reserve", "content.base"},
    "content.schools": {"content.reserve", "content.base"},
    "content.stories": {"content.reserve", "content.base"},
    "content.notices": {"content.trails", "content.reserve", "content.base"},
    "search": {
        "content.base",
        "content.reserve",
        "content.cameratraps",
        "content.trails",
        "content.schools",
        "content.stories",
    },
    "bookings": {"content.trails", "content.schools", "content.reserve", "content.base"},
}
EVERYWHERE = {"bigcats.environment"}  # where the checkout lies, and nothing more
SAMPLE = (
    "content.demo"  # may import all of content; only `demo.py` modules and `load_demo` import it
)


def folder_of(app: str) -> Path:
    return (
        BASE_DIR / "site" / app
        if (BASE_DIR / "site" / app).exists()
        else BASE_DIR.joinpath(*app.split("."))
    )


def imported_modules(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def app_of(module: str) -> str | None:
    parts = module.split(".")
    if parts[0] == "content" and len(parts) > 1:
        return ".".join(parts[:2])
    return parts[0] if parts[0] in {"bookings", "search", "staff", "bigcats"} else None


@pytest.mark.parametrize("app", sorted(MAY_IMPORT))
def test_app_imports_only_what_it_may(app):
    allowed = MAY_IMPORT[app] | {app}
    wrong = []
    for path in folder_of(app).rglob("*.py"):
        for module in imported_modules(path):
            other = app_of(module)
            if other is None or other in allowed or module in EVERYWHERE:
                continue
            if other == SAMPLE and path.name == "demo.py":
                continue
            wrong.append(f"{path.relative_to(BASE_DIR)} imports {module}")
    assert wrong == []


def test_architecture_page_states_the_same_order():
    page = (BASE_DIR / "docs" / "architecture.md").read_text(encoding="utf-8")
    for app, others in MAY_IMPORT.items():
        row = next(line for line in page.splitlines() if line.startswith(f"| `{app}` |"))
        named = set(row.split("|")[2].replace("`", " ").replace(",", " ").split()) - {"–"}
        assert named == others, app
