"""Members of staff for tests of the editors' interface."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import GroupPagePermission, Page

from staff.models import User

EDITOR = ("add_page", "change_page", "publish_page")
WRITER = ("add_page", "change_page")  # may write, may not publish


def make_editor(
    pages: list[Page], codenames: tuple[str, ...] = EDITOR, name: str = "editor"
) -> User:
    """Return a user who may do what `codenames` say on these pages and below, and send for translation."""
    group = Group.objects.create(name=name)
    group.permissions.set(
        [
            _permission("wagtailadmin", "admin", "access_admin"),
            _permission("wagtail_localize", "translation", "submit_translation"),
        ]
    )
    for page in pages:
        for codename in codenames:
            permission = _permission("wagtailcore", "page", codename)
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = User.objects.create_user(name, f"{name}@example.org", "a long password")
    user.groups.add(group)
    return user


def _permission(app: str, model: str, codename: str) -> Permission:
    """Return a permission; made when the database was set up without migrations."""
    kind, _made = ContentType.objects.get_or_create(app_label=app, model=model)
    return Permission.objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": codename}
    )[0]
