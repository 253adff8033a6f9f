"""Making the groups, collections and workflows that the table of roles asks for, and taking away what it does not."""

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from staff.roles import (
    FILES,
    OWN_SHELF,
    PICTURES,
    SHARED_SHELF,
    SHELVES,
    Role,
    groups,
    languages_of,
)
from staff.workflows import setup_workflows

WAGTAIL_GROUPS = (
    "Editors",
    "Moderators",
)  # made by Wagtail's own migrations, with rights to every page


@transaction.atomic
def setup_roles() -> list[str]:
    """Bring groups, collections and workflows in line with the table; return what was changed, a line each."""
    codenames = _permissions_by_name()
    changes = _drop_groups_of_wagtail()
    shelves = {name: _shelf(name, changes) for name in SHELVES}
    for name, (role, side) in groups().items():
        group, made = Group.objects.get_or_create(name=name)
        if made:
            changes.append(f"made group {name}")
        changes += _set_model_permissions(group, role, codenames)
        changes += _set_page_permissions(group, role, side, codenames)
        changes += _set_collection_permissions(group, role, side, shelves, codenames)
    return changes + setup_workflows()


def _permissions_by_name() -> dict[str, Permission]:
    return {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }


def _drop_groups_of_wagtail() -> list[str]:
    unused = Group.objects.filter(name__in=WAGTAIL_GROUPS, user__isnull=True)
    lines = [f"dropped group {group.name}" for group in unused]
    unused.delete()
    return lines


def _shelf(name: str, changes: list[str]) -> Collection:
    root = Collection.get_first_root_node()
    shelf = root.get_children().filter(name=name).first()
    if shelf is None:
        shelf = root.add_child(name=name)
        changes.append(f"made collection {name}")
    return shelf


def _set_model_permissions(group: Group, role: Role, codenames: dict[str, Permission]) -> list[str]:
    wanted = set(codenames) if role.everything else permission_names(role)
    target = {codenames[name] for name in wanted}
    present = set(group.permissions.all())
    group.permissions.remove(*(present - target))
    group.permissions.add(*(target - present))
    return _told(group, "model rights", len(target - present), len(present - target))


def permission_names(role: Role) -> set[str]:
    """Return the full names of the model permissions a role is granted, such as `trails.change_trail`."""
    names = {"wagtailadmin.access_admin", *role.permissions}
    for label, actions in _by_model(role).items():
        app, model = label.split(".")
        names |= {f"{app}.{action}_{model}" for action in actions}
    return names


def _by_model(role: Role) -> dict[str, tuple[str, ...]]:
    granted: dict[str, tuple[str, ...]] = {}
    for label, actions in sorted(role.models.items(), key=lambda item: not item[0].endswith("*")):
        app, _dot, model = label.partition(".")
        for one in _facts_of(app) if model == "*" else [label]:
            granted[one] = actions
    return granted


def _facts_of(app: str) -> list[str]:
    """Return the models of an app that people have rights to; copies that the site keeps for itself have none."""
    return [
        model._meta.label_lower
        for model in apps.get_app_config(app).get_models()
        if model._meta.default_permissions and not issubclass(model, Page)
    ]


def _set_page_permissions(
    group: Group, role: Role, side: str, codenames: dict[str, Permission]
) -> list[str]:
    wanted = {
        (page.pk, codenames[f"wagtailcore.{action}_page"].pk)
        for page, actions in _pages_of(role, side)
        for action in actions
    }
    present = {
        (right.page_id, right.permission_id): right
        for right in GroupPagePermission.objects.filter(group=group)
    }
    return _store(GroupPagePermission, group, "page", wanted, present)


def _pages_of(role: Role, side: str) -> Iterable[tuple[Page, tuple[str, ...]]]:
    if role.everything:
        yield (
            Page.get_first_root_node(),
            ("add", "bulk_delete", "change", "lock", "publish", "unlock"),
        )
    for grant in role.pages:
        for page in pages_of_section(grant.section or "reserve.HomePage", languages_of(side)):
            yield page, grant.actions


def pages_of_section(model: str, languages: Iterable[str]) -> list[Page]:
    """Return the pages of a section's own model in some languages; none while the section is not made."""
    return list(apps.get_model(model).objects.filter(locale__language_code__in=list(languages)))


def _set_collection_permissions(
    group: Group,
    role: Role,
    side: str,
    shelves: dict[str, Collection],
    codenames: dict[str, Permission],
) -> list[str]:
    root = Collection.get_first_root_node()
    wanted: set[tuple[int, int]] = set()

    def grant(shelf: Collection, kind: str, *actions: str) -> None:
        app, model = kind.split(".")
        wanted.update((shelf.pk, codenames[f"{app}.{action}_{model}"].pk) for action in actions)

    if role.everything:
        grant(root, PICTURES, "add", "change", "choose")
        grant(root, FILES, "add", "change", "choose")
        grant(root, "wagtailcore.collection", "add", "change", "delete")
    elif role.chooses:
        grant(root, PICTURES, "choose")
        grant(root, FILES, "choose")
    for kind in role.keeps:
        for name in (OWN_SHELF[side], SHARED_SHELF):
            grant(shelves[name], kind, "add", "change")
    present = {
        (right.collection_id, right.permission_id): right
        for right in GroupCollectionPermission.objects.filter(group=group)
    }
    return _store(GroupCollectionPermission, group, "collection", wanted, present)


def _store(model, group: Group, where: str, wanted: set, present: dict) -> list[str]:
    """Delete the rows that are not wanted and make those that are missing."""
    model.objects.filter(pk__in=[present[key].pk for key in present.keys() - wanted]).delete()
    missing = wanted - present.keys()
    model.objects.bulk_create(
        model(group=group, permission_id=permission, **{f"{where}_id": place})
        for place, permission in sorted(missing)
    )
    return _told(group, f"{where} rights", len(missing), len(present.keys() - wanted))


def _told(group: Group, what: str, added: int, removed: int) -> list[str]:
    return [f"{group.name}: {what} +{added} −{removed}"] if added or removed else []
