"""Several pictures sent at once: each waits, cleaned, until it has its words."""

from django.utils.translation import gettext_lazy as _
from wagtail.images.utils import find_image_duplicates
from wagtail.images.views.multiple import AddView
from wagtail.utils.file import hash_filelike


class PictureUploads(AddView):
    """Wagtail's screen, which looks for duplicates only once a picture is stored."""

    page_title = _("Add pictures")

    def get_edit_upload_response_data(self) -> dict:
        data = super().get_edit_upload_response_data()
        with self.upload_object.file.open() as waiting:
            self.object.file_hash = hash_filelike(waiting)
        duplicates = find_image_duplicates(self.object, self.request.user, self.permission_policy)
        data["duplicate"] = bool(duplicates)
        if duplicates:
            data["confirm_duplicate_upload"] = self.get_confirm_duplicate_upload_response(
                duplicates
            )
        return data

    def get_confirm_duplicate_upload_response(self, duplicates) -> str:
        """Say which picture is there already; to drop the new one is to drop what waits."""
        self.delete_object_url_name = self.delete_upload_url_name
        self.object.id = self.upload_object.id
        return super().get_confirm_duplicate_upload_response(duplicates)
