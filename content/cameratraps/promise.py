"""The privacy promise: what is hidden and why, said from the rules in force, and what the last scan of files found.

Every number here is the one that the code itself goes by: change a setting, and the page says so.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.base.choices import SideCode
from content.base.formats import format_date, format_list, format_number, format_time
from content.base.menus import MenuItem
from content.base.models import Video
from content.base.models.scans import FileScan, last_scan
from content.cameratraps import checklist, small_numbers
from content.cameratraps.choices import Band, ObservationType
from content.cameratraps.editions.places import PRECISION

NEVER_SHOWN = (ObservationType.HUMAN, ObservationType.VEHICLE)


@dataclass(frozen=True)
class Rule:
    """One thing that is hidden: what is done, and why."""

    title: str
    text: str
    why: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScanReport:
    """What the last scan found, in words."""

    result: str
    when: str
    kinds: list[str]
    is_clean: bool
    is_late: bool


def promise_context(page, request: HttpRequest) -> dict:
    """Return the rules and the last scan."""
    scan = last_scan()
    return {
        "extra_breadcrumbs": [MenuItem(page.title, page.get_url(request))],
        "groups": [
            {"title": _("Where"), "rules": [place(), exports()]},
            {"title": _("When"), "rules": [time(), embargo()]},
            {"title": _("Who decides"), "rules": [both_sides(), looked_for(), people()]},
            {"title": _("Numbers"), "rules": [few()]},
            {"title": _("Files"), "rules": [files(), *sound()]},
        ],
        "scan": report_of(scan) if scan else None,
    }


def place() -> Rule:
    return Rule(
        _("A large zone, never a place"),
        _(
            "The database of this site holds no position of a camera at all: it is dropped in memory before "
            "anything is written. A picture tells a zone of at least %(cameras)s camera places and %(area)s km². "
            "Common animals are treated like rare ones, so that secrecy itself gives nothing away."
        )
        % {
            "cameras": format_number(settings.PUBLIC_ZONE_MIN_CAMERAS),
            "area": format_number(settings.PUBLIC_ZONE_MIN_KM2),
        },
        _(
            "What is not stored cannot leak. A cat uses the same paths for years, and a poacher needs one."
        ),
    )


def time() -> Rule:
    bands = format_list([str(Band(band).label) for band in Band.values])
    return Rule(
        _("A month and a part of the day"),
        _(
            "Day and hour are never told, only the month and one of %(number)d parts of the day: %(bands)s."
        )
        % {"number": len(Band.values), "bands": bands},
        _(
            "An exact time, with the height of the sun or the rounds of the rangers, would lead to a camera."
        ),
    )


def embargo() -> Rule:
    days = settings.PUBLIC_EMBARGO_DAYS
    return Rule(
        _("Nothing new"),
        ngettext(
            "A visit is shown no sooner than %(count)d day after the end of its month. A side may make this longer.",
            "A visit is shown no sooner than %(count)d days after the end of its month. A side may make this longer.",
            days,
        )
        % {"count": days},
        _("By then the animal is somewhere else."),
    )


def both_sides() -> Rule:
    number = len(SideCode.values)
    return Rule(
        _("Both countries must agree"),
        _(
            "Every visit needs the word of both sides, from %(number)d different people who have looked at each "
            "frame. One refusal is enough to hide it, from every page, list, search and edition of the data at "
            "once."
        )
        % {"number": number},
        _("A ridge, a sign or a river bend that one side overlooks, the other may know."),
    )


def looked_for() -> Rule:
    points = checklist.VERSIONS[checklist.CURRENT]
    return Rule(
        _("What a picture must not show"),
        _(
            "Before they agree, both answer point by point whether a frame shows one of these. A frame that does "
            "is not released."
        ),
        _("One stone that can be recognised is enough to find a place."),
        tuple(str(point.words) for point in points if point.blocks),
    )


def people() -> Rule:
    names = format_list([str(kind.label) for kind in NEVER_SHOWN])
    return Rule(
        _("Never people"),
        _(
            "Frames of these are never shown and not even stored from a package: %(kinds)s, and the setting up of "
            "a camera. One such frame hides the whole visit."
        )
        % {"kinds": names},
        _(
            "Rangers and neighbours did not ask to be photographed, and their rounds are nobody’s business."
        ),
    )


def few() -> Rule:
    return Rule(
        _("No small numbers"),
        _(
            "Charts tell no number below %(least)d, nor one from which it could be worked out, and nothing at all "
            "of fewer than %(enough)d visits."
        )
        % {"least": small_numbers.LEAST, "enough": small_numbers.ENOUGH},
        _("Of one or two visits a table tells the same as a list."),
    )


def exports() -> Rule:
    return Rule(
        _("Data to download are no finer"),
        _(
            "An edition of the data has one point for each zone, rounded to %(precision)s of a degree, and other "
            "random identifiers than every other edition. When a visit is withdrawn, the editions with it are "
            "pulled back."
        )
        % {"precision": format_number(PRECISION)},
        _("Two tables that can be laid over each other tell more than either."),
    )


def files() -> Rule:
    return Rule(
        _("Files without a past"),
        _(
            "Of a picture or film only what can be seen is kept: no camera, position, date, name, comment, small "
            "preview or colour profile, in no size and no download. Files have random names."
        ),
        _("Cameras write their number and the minute into every picture."),
    )


def sound() -> list[Rule]:
    """Return the rule about sound while films lose theirs unless somebody decides otherwise."""
    if Video._meta.get_field("keeps_sound").default:
        return []
    return [
        Rule(
            _("Films are silent"),
            _(
                "Sound is taken out of every film, unless a person has listened to all of it and wants it kept."
            ),
            _("A voice, a stream or a road can tell a place."),
        )
    ]


def report_of(scan: FileScan) -> ScanReport:
    """Put a scan into words; names of files are for staff alone."""
    number = format_number(scan.files)
    if scan.with_findings:
        result = ngettext(
            "%(files)s files were read; %(count)d holds something it should not. Staff have been told.",
            "%(files)s files were read; %(count)d hold something they should not. Staff have been told.",
            scan.with_findings,
        )
    else:
        result = ngettext(
            "%(files)s file was read; nothing was found in it.",
            "%(files)s files were read; nothing was found in any.",
            scan.files,
        )
    return ScanReport(
        result=result % {"files": number, "count": scan.with_findings},
        when=_("%(day)s, %(time)s UTC")
        % {"day": format_date(scan.ended_at.date()), "time": format_time(scan.ended_at, "UTC")},
        kinds=sorted(scan.kinds),
        is_clean=not scan.with_findings,
        is_late=scan.is_late,
    )
