from wagtail.admin.forms import WagtailAdminModelForm

# An edit to any of these is an edit to what the two sides agreed to show.
DECISIVE = {"deployment", "observation_type", "species", "year", "month", "band", "count"}
DECISIVE_OF_FRAMES = {"image", "file_public", "shows_people"}


class EventForm(WagtailAdminModelForm):
    """The staff form of a visit."""

    @property
    def changes_what_is_shown(self) -> bool:
        """Say whether the edit touches what a release was given for."""
        if DECISIVE & set(self.changed_data):
            return True
        return any(
            DECISIVE_OF_FRAMES & set(frame.changed_data)
            for frame in self.formsets["media"].forms
            if frame.has_changed()
        )
