"""The first links of the staff home: what this person can do."""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from bookings.permissions import CHECK_IN
from content.base.permissions import SIDE_LANGUAGES, TRANSLATE
from staff.models import User


@dataclass(frozen=True)
class Task:
    """One link: its words, its picture, and where it leads for a user; None when it is not their work.

    It stands first for those whose own work it is: who have the right `own`, and not every right.
    """

    label: Promise
    hint: Promise
    icon: str
    find: Callable[[User], str | None]
    own: str = ""


@dataclass(frozen=True)
class Link:
    """A task with the address it has for one user."""

    label: Promise
    hint: Promise
    icon: str
    url: str


def under(model: str) -> Callable[[User], str | None]:
    """Return what finds the page list of a section, in the user's own language, where they may add or edit."""

    def find(user: User) -> str | None:
        pages = apps.get_model(model).objects.filter(
            locale__language_code=SIDE_LANGUAGES.get(user.side, "en")
        )
        page = pages.first()
        if page is None or not _may_work_under(user, page):
            return None
        return reverse("wagtailadmin_explore", args=[page.pk])

    return find


def _may_work_under(user: User, page: Page) -> bool:
    rights = page.permissions_for_user(user)
    return rights.can_add_subpage() or rights.can_edit()


def listing(name: str, permission: str) -> Callable[[User], str | None]:
    """Return what finds an address by its name for those who have a permission."""
    return lambda user: reverse(name) if user.has_perm(permission) else None


def any_page(user: User) -> str | None:
    may = page_permission_policy.user_has_any_permission(user, ["add", "change", "publish"])
    return reverse("wagtailadmin_explore_root") if may else None


TASKS = (
    Task(
        _("Check-in"),
        _("Today’s parties: who came, who is back"),
        "check",
        listing("check_in", CHECK_IN),
    ),
    Task(
        _("Departures"),
        _("Guided walks: days, places, closing"),
        "calendar-alt",
        listing("departure:index", "bookings.view_departure"),
    ),
    Task(
        _("Bookings"),
        _("Find a party, change or cancel"),
        "clipboard-list",
        listing("booking:index", "bookings.view_booking"),
    ),
    Task(
        _("Visits"),
        _("What the cameras saw: check, release"),
        "camera-trap",
        listing("wagtailsnippets_cameratraps_event:list", "cameratraps.add_event"),
        own="cameratraps.add_event",
    ),
    Task(
        _("Images"),
        _("Upload pictures, describe them"),
        "image",
        listing("wagtailimages:index", "cameratraps.add_event"),
        own="cameratraps.add_event",
    ),
    Task(
        _("Translations"),
        _("Pages that are being translated"),
        "wagtail-localize-language",
        listing("to_translate", TRANSLATE),
    ),
    Task(
        _("Stories"),
        _("Write one, go on with a draft"),
        "story",
        under("stories.StoryIndexPage"),
    ),
    Task(_("Pages"), _("All pages, by language"), "folder-open-inverse", any_page),
    Task(
        _("Galleries"),
        _("Pages with camera-trap pictures"),
        "folder-open-1",
        under("cameratraps.GalleryIndexPage"),
    ),
    Task(
        pgettext_lazy("staff", "Schools"),
        _("Programmes, units and lessons"),
        "lesson",
        under("schools.SchoolsIndexPage"),
        own="schools.add_subject",
    ),
    Task(
        _("Trails"),
        _("Facts of every trail"),
        "trail",
        listing("wagtailsnippets_trails_trail:list", "trails.change_trail"),
    ),
    Task(
        _("Closures"),
        _("Close a trail, open it again"),
        "warning",
        listing("wagtailsnippets_trails_closure:list", "trails.add_closure"),
    ),
    Task(
        _("Species"),
        _("Facts of every animal"),
        "snippet",
        listing("wagtailsnippets_reserve_species:list", "reserve.change_species"),
    ),
    Task(
        _("Contact messages"),
        _("What visitors wrote to us"),
        "mail",
        listing("wagtailsnippets_reserve_contactmessage:list", "reserve.view_contactmessage"),
    ),
    Task(
        _("People and roles"),
        _("Accounts of staff"),
        "user",
        listing("wagtailusers_users:index", "staff.change_user"),
    ),
)


def links_for(user: User) -> list[Link]:
    """Return the tasks of a user, each with its address."""
    does_all = user.has_perm("staff.change_user")
    is_own = {task: bool(task.own) and user.has_perm(task.own) for task in TASKS}
    tasks = TASKS if does_all else sorted(TASKS, key=lambda task: not is_own[task])
    found = ((task, task.find(user)) for task in tasks)
    return [Link(task.label, task.hint, task.icon, url) for task, url in found if url]
