"""Pictures sent by staff: several wait, cleaned, until they have their words; what is here already is told before."""

from django.utils.translation import gettext_lazy as _
from PIL import Image as PillowImage
from wagtail.images.forms import ImageInsertionForm
from wagtail.images.views.chooser import ImageUploadView
from wagtail.images.views.images import CreateView
from wagtail.images.views.multiple import AddView

from content.base.likeness import Twin, look_of, twin_picture
from content.base.scrubbing.traces import in_words
from content.base.twice import hash_of
from staff.file_uploads import TellsWhatWasRemoved


class PictureUpload(TellsWhatWasRemoved, CreateView):
    pass


class PictureUploads(AddView):
    """Wagtail's screen, which looks for duplicates only once a picture is stored."""

    page_title = _("Add pictures")

    def get_edit_upload_response_data(self) -> dict:
        self.object.removed_on_entry = in_words(self.upload_object.traces)
        data = super().get_edit_upload_response_data()
        twin = self._twin()
        data["duplicate"] = twin is not None
        if twin is not None:
            data["confirm_duplicate_upload"] = self.get_confirm_duplicate_upload_response(
                [twin.record]
            )
        return data

    def _twin(self) -> Twin | None:
        pictures = self.permission_policy.instances_user_has_permission_for(
            self.request.user, "choose"
        )
        with self.upload_object.file.open() as waiting:
            file_hash = hash_of(waiting)
            with PillowImage.open(waiting) as opened:
                look = look_of(opened)
        return twin_picture(pictures, file_hash, look)

    def get_confirm_duplicate_upload_response(self, duplicates) -> str:
        """Say which picture is there already; to drop the new one is to drop what waits."""
        self.delete_object_url_name = self.delete_upload_url_name
        self.object.id = self.upload_object.id
        return super().get_confirm_duplicate_upload_response(duplicates)


class PictureUploadInChooser(ImageUploadView):
    """Wagtail's upload within a page, which would ask about duplicates again after our form has done so."""

    def render_duplicate_found_response(self, request, new_image, existing_image):
        if not request.GET.get("select_format"):
            return self.get_chosen_response(new_image)
        form = ImageInsertionForm(
            initial={"alt_text": new_image.default_alt_text}, prefix="image-chooser-insertion"
        )
        return self.render_select_format_response(new_image, form)
