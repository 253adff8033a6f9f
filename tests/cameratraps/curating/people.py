"""Curators for tests, and what they say."""

from django.contrib.auth.models import Permission

from staff.models import User


def make_curator(side: str, name: str = "") -> User:
    """Create somebody who may do everything with camera traps, for one side."""
    user = User.objects.create(username=name or f"curator-{side}", side=side)
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label="cameratraps")
        | Permission.objects.filter(codename="access_admin")
    )
    return user
