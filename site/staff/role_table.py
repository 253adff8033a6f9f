"""The table of roles as a table to read: for the documentation and for the staff themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from wagtail.contrib.settings.models import BaseGenericSetting

from bookings.permissions import CHECK_IN
from content.base.formats import comma
from content.base.permissions import TRANSLATE, SidePermissionPolicy
from staff.granting import permission_names
from staff.roles import FILES, PICTURES, RELEASE, ROLES, Role
from staff.screens import registered_viewsets

ACTIONS = {
    "view": pgettext_lazy("right", "see"),
    "add": pgettext_lazy("right", "add"),
    "change": pgettext_lazy("right", "change"),
    "delete": pgettext_lazy("right", "delete"),
    "publish": pgettext_lazy("right", "publish"),
    "lock": pgettext_lazy("right", "lock"),
    "translate": pgettext_lazy("right", "own language’s texts only"),
    "yes": pgettext_lazy("right", "yes"),
}
SPECIAL = {
    TRANSLATE: gettext_lazy("Start and edit translations"),
    RELEASE: gettext_lazy("Release camera-trap visits for the own side"),
    CHECK_IN: gettext_lazy("Check parties in"),
    "notices.joint_urgentnotice": gettext_lazy("Publish urgent notices for both sides"),
    "approving.read_log": gettext_lazy("Read who did what"),
}
_NOT_PAGES = ("unlock", "bulk_delete")  # said by “lock” and “delete”


@dataclass(frozen=True)
class Cell:
    """What one role may do with a thing of its own side, and with one of the other side's."""

    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def own_text(self) -> str:
        return _in_words(self.own)

    @property
    def others_text(self) -> str:
        return _in_words(self.others)


@dataclass(frozen=True)
class Row:
    thing: str | Promise
    belongs_to_a_side: bool
    cells: tuple[Cell, ...]


LETTERS = {
    "view": "v",
    "add": "a",
    "change": "c",
    "delete": "d",
    "publish": "p",
    "lock": "l",
    "translate": "t",
    "yes": "✓",
}


def as_markdown() -> str:
    """Return the table as `docs/roles.md` holds it: a letter for each right, the other side's after a stroke."""
    roles = roles_of_the_table()
    head = ["", *(str(role.name) for role in roles)]
    lines = [head, ["---"] * len(head)]
    lines += [
        [_sentence(row.thing), *(_letters(cell, row) for cell in row.cells)] for row in rows()
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _sentence(thing: str | Promise) -> str:
    text = str(thing)
    return text[:1].upper() + text[1:]


def _letters(cell: Cell, row: Row) -> str:
    own, others = (
        "".join(LETTERS[a] for a in LETTERS if a in part) for part in (cell.own, cell.others)
    )
    if not own:
        return "–"
    return f"{own} / {others or '–'}" if row.belongs_to_a_side else own


def _in_words(actions: tuple[str, ...]) -> str:
    words = [str(ACTIONS[action]) for action in ACTIONS if action in actions]
    return comma().join(words) or pgettext("right", "nothing")


def roles_of_the_table() -> list[Role]:
    """Return the roles in the order of the columns; administrators may do everything and need none."""
    return [role for role in ROLES if not role.everything]


def rows() -> list[Row]:
    """Return what there is to do and which role may do it, in the active language."""
    registered_viewsets()  # facts know their screens from then on
    return [*_pages(), *_files(), *_facts(), *_special()]


def _pages() -> Iterator[Row]:
    sections = {grant.section: None for role in ROLES for grant in role.pages}
    for section in sections:
        cells = [Cell(_page_actions(role, section)) for role in roles_of_the_table()]
        yield Row(_section_name(section), True, tuple(cells))


def _section_name(section: str) -> str:
    """Return what a grant of pages is called; one without a section is for the whole tree of a language."""
    if not section:
        return _("Pages")
    return _("Pages: %(section)s") % {"section": apps.get_model(section)._meta.verbose_name}


def _page_actions(role: Role, section: str) -> tuple[str, ...]:
    granted = [grant.actions for grant in role.pages if grant.section in ("", section)]
    return tuple(dict.fromkeys(a for actions in granted for a in actions if a not in _NOT_PAGES))


def _files() -> Iterator[Row]:
    for kind in (PICTURES, FILES):
        name = apps.get_model("base", "image" if kind == PICTURES else "document")
        cells = [_file_cell(role, kind) for role in roles_of_the_table()]
        yield Row(name._meta.verbose_name_plural, True, tuple(cells))


def _file_cell(role: Role, kind: str) -> Cell:
    chosen = ("view",) if role.chooses else ()
    return Cell(("view", "add", "change") if kind in role.keeps else chosen, chosen)


def _facts() -> Iterator[Row]:
    granted = {role.code: permission_names(role) for role in roles_of_the_table()}
    for model in _models_of_the_table():
        policy = _policy_of(model)
        cells = [
            _fact_cell(role, model, granted[role.code], policy) for role in roles_of_the_table()
        ]
        is_one = issubclass(model, BaseGenericSetting)
        name = model._meta.verbose_name if is_one else model._meta.verbose_name_plural
        yield Row(name, bool(policy) or model._meta.app_label == "bookings", tuple(cells))


def _models_of_the_table() -> list[type]:
    labels: dict[str, None] = {}
    for role in ROLES:
        for label in role.models:
            app, _dot, model = label.partition(".")
            found = (
                apps.get_app_config(app).get_models() if model == "*" else [apps.get_model(label)]
            )
            labels |= {one._meta.label_lower: None for one in found if _has_a_screen(one)}
    return sorted((apps.get_model(label) for label in labels), key=lambda m: m._meta.label)


def _has_a_screen(model: type) -> bool:
    return hasattr(model, "snippet_viewset") or model._meta.app_label in ("bookings", "base")


def _policy_of(model: type) -> SidePermissionPolicy | None:
    viewset = getattr(model, "snippet_viewset", None)
    policy = viewset.permission_policy if viewset else None
    return policy if isinstance(policy, SidePermissionPolicy) else None


def _fact_cell(
    role: Role, model: type, names: set[str], policy: SidePermissionPolicy | None
) -> Cell:
    app, name = model._meta.label_lower.split(".")
    own = tuple(a for a in ("view", "add", "change", "delete") if f"{app}.{a}_{name}" in names)
    if policy is None or not policy.shows_other_side:
        return Cell(own)
    others = tuple(a for a in own if a == "view")
    if TRANSLATE in role.permissions and "change" in own:
        others += ("translate",)
    return Cell(own, others)


def _special() -> Iterator[Row]:
    for name, label in SPECIAL.items():
        cells = [
            Cell(("yes",) if name in role.permissions else ()) for role in roles_of_the_table()
        ]
        yield Row(label, False, tuple(cells))
