"""Wagtail's lists of pictures and files, their collections named in the reader's language."""

from wagtail.admin.ui.tables import Column
from wagtail.documents.views.documents import IndexView as WagtailFileList
from wagtail.images.views.images import IndexView as WagtailPictureList


def with_named_collections(columns: list[Column]) -> list[Column]:
    """Return the columns with the collection itself in place of its bare name."""
    return [
        Column("collection", label=column.label, accessor="collection")
        if column.name == "collection"
        else column
        for column in columns
    ]


class PictureList(WagtailPictureList):
    @property
    def columns(self) -> list[Column]:
        return with_named_collections(super().columns)


class FileList(WagtailFileList):
    @property
    def columns(self) -> list[Column]:
        return with_named_collections(super().columns)
