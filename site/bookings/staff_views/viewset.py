"""What the sets of staff screens have in common."""

from wagtail.admin.viewsets.model import ModelViewSet


class BookingModelViewSet(ModelViewSet):
    """Screens of a model without Wagtail's own for deleting, history and usage, and without whatever else is unused."""

    unused_views: tuple[str, ...] = ()
    add_to_reference_index = False

    def get_common_view_kwargs(self, **kwargs):
        unused = ("delete", "history", "usage", *self.unused_views)
        nowhere = {f"{view}_url_name": None for view in unused}
        return super().get_common_view_kwargs(**{**nowhere, **kwargs})
