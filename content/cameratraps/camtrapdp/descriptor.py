"""`datapackage.json`: which version it is, where the tables lie, and what must be said of the project."""

import codecs
import json
import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.cameratraps.camtrapdp.problems import PackageRefusedError, Problems
from content.cameratraps.camtrapdp.source import DESCRIPTOR, Source, is_local

VERSIONS = ("1.0", "1.0.1", "1.0.2")
TABLES = ("deployments", "media", "observations")
MAX_BYTES = 50 * 1024 * 1024
_VERSION = re.compile(r"camtrap-dp/v?([0-9][0-9A-Za-z.\-]*)/")
_REQUIRED = (
    "resources",
    "profile",
    "created",
    "contributors",
    "project",
    "spatial",
    "temporal",
    "taxonomic",
)
_OF_PROJECT = ("title", "samplingDesign", "captureMethod", "individualAnimals", "observationLevel")
_DESIGNS = {
    "simpleRandom",
    "systematicRandom",
    "clusteredRandom",
    "experimental",
    "targeted",
    "opportunistic",
}
_METHODS, _LEVELS = {"activityDetection", "timeLapse"}, {"media", "event"}

MISSING = gettext_lazy("This property is missing.")
NOT_AS_MEANT = gettext_lazy("This value is not one the standard knows.")


@dataclass(frozen=True)
class Resource:
    """One table: the path of its file, or of the files it is cut into, one after another."""

    name: str
    paths: tuple[str, ...]
    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'


@dataclass(frozen=True)
class Descriptor:
    """What a package says of itself, as far as it is of use here."""

    version: str
    project: str  # keeps the identifiers of two projects apart
    resources: dict[str, Resource]
    taxa: frozenset[str] = field(default_factory=frozenset)


def read_descriptor(source: Source, problems: Problems) -> Descriptor:
    """Read and check `datapackage.json`. Raises PackageRefusedError for what cannot be read any further."""
    content = _loaded(source)
    version = _version(content)
    for name in _REQUIRED:
        if content.get(name) in (None, "", [], {}):
            problems.add(DESCRIPTOR, 0, name, MISSING)
    project = content["project"] if isinstance(content.get("project"), dict) else {}
    _check_project(project, problems)
    _check_licences(content, problems)
    return Descriptor(
        version, _project_key(project, content), _resources(content, source), _taxa(content)
    )


def _loaded(source: Source) -> dict:
    try:
        with source.open(DESCRIPTOR) as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise PackageRefusedError(
            _("There is no datapackage.json: this is no Camtrap DP package.")
        ) from error
    if len(data) > MAX_BYTES:
        raise PackageRefusedError(_("The datapackage.json is too large."))
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise PackageRefusedError(_("The datapackage.json is not JSON in UTF-8.")) from error
    if not isinstance(content, dict):
        raise PackageRefusedError(_("The datapackage.json is not JSON in UTF-8."))
    return content


def _version(content: dict) -> str:
    found = _VERSION.search(str(content.get("profile", "")))
    if found is None:
        raise PackageRefusedError(
            _("The profile of the package is not one of Camtrap DP: %(profile)s")
            % {"profile": str(content.get("profile", ""))[:120] or "–"}
        )
    if found[1] not in VERSIONS:
        raise PackageRefusedError(
            _("This is Camtrap DP %(version)s. Versions %(known)s are read: export it anew.")
            % {"version": found[1][:20], "known": ", ".join(VERSIONS)}
        )
    return found[1]


def _check_project(project: dict, problems: Problems) -> None:
    for name in _OF_PROJECT:
        if project.get(name) in (None, "", []):
            problems.add(DESCRIPTOR, 0, f"project.{name}", MISSING)
    for name, known in (
        ("samplingDesign", _DESIGNS),
        ("captureMethod", _METHODS),
        ("observationLevel", _LEVELS),
    ):
        given = project.get(name) or []
        if not set(map(str, given if isinstance(given, list) else [given])) <= known:
            problems.add(DESCRIPTOR, 0, f"project.{name}", NOT_AS_MEANT)


def _check_licences(content: dict, problems: Problems) -> None:
    licences = content.get("licenses")
    if not licences:
        return
    scopes = {one.get("scope") for one in licences if isinstance(one, dict)}
    if not {"data", "media"} <= scopes:
        problems.add(
            DESCRIPTOR,
            0,
            "licenses",
            gettext_lazy("One licence must be for the data and one for the media."),
        )


def _project_key(project: dict, content: dict) -> str:
    for value in (project.get("id"), project.get("title"), content.get("name")):
        if value:
            return str(value)
    return ""


def _taxa(content: dict) -> frozenset[str]:
    listed = content.get("taxonomic")
    taxa = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    names = (taxon.get("scientificName") for taxon in taxa)
    return frozenset(str(name).strip() for name in names if name)


def _resources(content: dict, source: Source) -> dict[str, Resource]:
    listed = content.get("resources")
    by_name: dict[str, dict] = {}
    for one in listed if isinstance(listed, list) else []:
        if isinstance(one, dict) and one.get("name") in TABLES:
            by_name.setdefault(one["name"], one)
    missing = [name for name in TABLES if name not in by_name]
    if missing:
        raise PackageRefusedError(
            _("The package lacks the table %(names)s.") % {"names": ", ".join(missing)}
        )
    return {name: _resource(name, by_name[name], source) for name in TABLES}


def _resource(name: str, given: dict, source: Source) -> Resource:
    paths = given.get("path")
    paths = [paths] if isinstance(paths, str) else paths
    if not isinstance(paths, list) or not paths or not all(isinstance(one, str) for one in paths):
        raise PackageRefusedError(_("The table %(name)s has no file.") % {"name": name})
    for path in paths:
        if not is_local(path):
            raise PackageRefusedError(
                _(
                    "The table %(name)s lies outside of the package: %(path)s. Nothing is fetched from elsewhere."
                )
                % {"name": name, "path": path[:120]}
            )
        if not source.has(path):
            raise PackageRefusedError(
                _("The file %(path)s of the table %(name)s is not in the package.")
                % {"name": name, "path": path[:120]}
            )
    dialect = given.get("dialect") if isinstance(given.get("dialect"), dict) else {}
    return Resource(
        name,
        tuple(paths),
        _encoding(name, given),
        str(dialect.get("delimiter") or ",")[:1],
        str(dialect.get("quoteChar") or '"')[:1],
    )


def _encoding(name: str, given: dict) -> str:
    encoding = str(given.get("encoding") or "utf-8")
    try:
        known = codecs.lookup(encoding).name
        b"".decode(known)
    except (LookupError, ValueError) as error:
        raise PackageRefusedError(
            _("The table %(name)s is in an encoding that is not known: %(encoding)s")
            % {"name": name, "encoding": encoding[:40]}
        ) from error
    return "utf-8-sig" if known == "utf-8" else known
