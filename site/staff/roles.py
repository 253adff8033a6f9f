"""The one table of who may do what. `setup_roles` makes the groups of it; tests walk it; nothing else grants anything.

Each role exists once for each side, except the site administrators. What belongs to one side (see
`content.base.permissions` and `bookings.staff_views.scoping`) is left to that side on top of what is granted here.
"""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bookings.permissions import CHECK_IN
from content.base.choices import OWN_SHELF, SideCode
from content.base.permissions import SIDE_LANGUAGES, TRANSLATE

SHARED_LANGUAGE = "en"  # both sides write the English pages

# Collections of pictures and files. Everybody chooses from all of them.
SHARED_SHELF = "Shared"
SAMPLE_SHELF = "Sample pictures"
SHELVES = (*OWN_SHELF.values(), SHARED_SHELF, SAMPLE_SHELF)
SHELF_NAMES = {
    "Russian side": _("Russian side"),
    "Chinese side": _("Chinese side"),
    "Shared": _("Shared"),
    "Sample pictures": _("Sample pictures"),
    "Lesson files": _("Lesson files"),  # made by the lessons themselves
}

VIEW = ("view",)
CHANGE = ("change", "view")
WRITE = ("add", "change", "view")
KEEP = ("add", "change", "delete", "view")

RELEASE = "cameratraps.release_event"
IDENTIFY = "cameratraps.identify_animal"
PUBLISH_EDITION = "cameratraps.publish_edition"
PICTURES, FILES = "wagtailimages.image", "wagtaildocs.document"
EDITIONS = (
    "cameratraps.edition",
    "cameratraps.editionapproval",
    "cameratraps.editionvisit",
    "cameratraps.editionframe",
)


@dataclass(frozen=True)
class Pages:
    """Rights to a section in the side's own language and in English; `section` is its page model, empty for all."""

    actions: tuple[str, ...]
    section: str = ""


@dataclass(frozen=True)
class Role:
    """What one kind of work needs. `models` names a model or, with `*`, the facts of a whole app."""

    code: str
    group: str
    name: Promise
    pages: tuple[Pages, ...] = ()
    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    keeps: tuple[
        str, ...
    ] = ()  # PICTURES, FILES: adds and changes those of the own and the shared collection
    permissions: tuple[str, ...] = ()
    chooses: bool = True  # pictures and files of every collection
    everything: bool = False
    both_sides: bool = False

    def group_name(self, side: str = "") -> str:
        """Return the fixed name of this role's group, such as `RU editors`."""
        return f"{side} {self.group}" if side else self.group[:1].upper() + self.group[1:]


FACTS = {
    "reserve.species": WRITE,
    "reserve.populationfigure": KEEP,
    "reserve.countmethod": KEEP,
    "reserve.protectedarea": CHANGE,
    "reserve.side": VIEW,
    "reserve.firedanger": KEEP,
    "reserve.holiday": VIEW,
    "trails.trail": WRITE,
    "trails.closure": KEEP,
    "trails.closurereason": VIEW,
    "trails.entryzone": VIEW,
    "stories.author": WRITE,
    "stories.topic": WRITE,
    "base.video": WRITE,
    "cameratraps.*": VIEW,
    "schools.*": VIEW,
    "staff.glossaryterm": VIEW,
}

ROLES = (
    Role(
        code="editor",
        group="editors",
        name=_("Editors"),
        pages=(Pages(("add", "change")),),
        models=FACTS,
        keeps=(PICTURES, FILES),
    ),
    Role(
        code="moderator",
        group="moderators",
        name=_("Moderators"),
        pages=(Pages(("add", "change", "publish", "lock", "unlock")),),
        models={
            **FACTS,
            "reserve.species": KEEP,
            "reserve.side": CHANGE,
            "reserve.contactmessage": ("view", "delete"),
            "reserve.holiday": KEEP,
            "trails.entryzone": KEEP,
            "trails.closurereason": KEEP,
            "trails.trail": KEEP,
            "stories.author": KEEP,
            "stories.topic": KEEP,
            "base.video": KEEP,
            "base.sitesettings": ("change",),
            "staff.glossaryterm": KEEP,
            "notices.preparedphrase": KEEP,
            "notices.urgentnotice": WRITE,
        },
        keeps=(PICTURES, FILES),
        permissions=(RELEASE, PUBLISH_EDITION, "notices.joint_urgentnotice", "approving.read_log"),
    ),
    Role(
        code="translator",
        group="translators",
        name=_("Translators"),
        pages=(Pages(("change",)),),
        # Of the other side's records a translator changes the texts in their own language only.
        models={
            "reserve.species": CHANGE,
            "reserve.populationfigure": CHANGE,
            "reserve.countmethod": CHANGE,
            "reserve.protectedarea": CHANGE,
            "reserve.side": CHANGE,
            "reserve.firedanger": CHANGE,
            "trails.trail": CHANGE,
            "trails.closure": CHANGE,
            "trails.closurereason": CHANGE,
            "trails.entryzone": CHANGE,
            "reserve.holiday": CHANGE,
            "stories.author": CHANGE,
            "stories.topic": CHANGE,
            "base.video": CHANGE,
            "cameratraps.event": CHANGE,
            "cameratraps.zone": CHANGE,
            "cameratraps.gallery": CHANGE,
            "cameratraps.individual": CHANGE,
            "cameratraps.*": VIEW,
            "staff.glossaryterm": WRITE,
            "schools.subject": CHANGE,
            "schools.material": CHANGE,
            "schools.*": VIEW,
        },
        keeps=(PICTURES,),
        permissions=(TRANSLATE,),
    ),
    Role(
        code="photo-curator",
        group="photo curators",
        name=_("Photo curators"),
        pages=(Pages(("add", "change"), section="cameratraps.GalleryIndexPage"),),
        models={
            "cameratraps.*": KEEP,
            "cameratraps.packageimport": VIEW,  # imports write themselves
            **dict.fromkeys(EDITIONS, VIEW),  # so do editions
            "reserve.species": VIEW,
            "base.video": WRITE,
        },
        keeps=(PICTURES,),
        permissions=(RELEASE, IDENTIFY, PUBLISH_EDITION),
    ),
    Role(
        code="education-officer",
        group="education officers",
        name=_("Education officers"),
        pages=(Pages(("add", "change"), section="schools.SchoolsIndexPage"),),
        models={"schools.*": KEEP, "base.video": WRITE},
        keeps=(PICTURES, FILES),
    ),
    Role(
        code="booking-officer",
        group="booking officers",
        name=_("Booking officers"),
        models={
            "bookings.departure": KEEP,
            "bookings.departureseries": WRITE,
            "bookings.guide": WRITE,
            "bookings.quotazone": WRITE,
            "bookings.booking": CHANGE,
            "bookings.classvisit": CHANGE,
            "bookings.auditevent": VIEW,
            "bookings.outboxmail": VIEW,
            "reserve.holiday": KEEP,
            "trails.entryzone": KEEP,
            "trails.closurereason": VIEW,
            "notices.preparedphrase": VIEW,
            "notices.urgentnotice": WRITE,
        },
        permissions=(CHECK_IN, "approving.read_log"),
        chooses=False,
    ),
    Role(
        code="ranger",
        group="rangers",
        name=_("Rangers"),
        permissions=(CHECK_IN,),
        chooses=False,
    ),
    Role(
        code="administrator",
        group="site administrators",
        name=_("Site administrators"),
        everything=True,
        both_sides=True,
    ),
)


def role_with(code: str) -> Role:
    """Return the role of a code such as `photo-curator`; raises StopIteration for an unknown one."""
    return next(role for role in ROLES if role.code == code)


def groups() -> dict[str, tuple[Role, str]]:
    """Return group name → role and side, empty for both, of every group of the table."""
    return {
        role.group_name(side): (role, side)
        for role in ROLES
        for side in ([""] if role.both_sides else list(SideCode.values))
    }


def group_label(name: str) -> str:
    """Return a group's name in the reader's language; the name itself when it is not one of the table's."""
    known = groups().get(name)
    if known is None:
        return name
    role, side = known
    return f"{role.name} · {SideCode(side).label}" if side else str(role.name)


def languages_of(side: str) -> tuple[str, ...]:
    """Return the codes of the language trees in which a side's staff work."""
    return (SIDE_LANGUAGES[SideCode(side)], SHARED_LANGUAGE)
