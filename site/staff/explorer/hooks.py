"""Where our lists of pages take the place of Wagtail's."""

from wagtail import hooks

from staff.explorer.listing import ExplorerViewSet, explorer


@hooks.register("register_admin_viewset", order=1000)  # after Wagtail's own, whose place it takes
def register_explorer() -> ExplorerViewSet:
    return explorer
