"""Two versions of a page beside each other: which they are, in the reader's language and zone, and who saved them."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.revisions import RevisionsCompare
from wagtail.models import Revision

from content.base.formats import in_brackets
from staff.approving.status import name_of


class VersionsCompared(RevisionsCompare):
    """Says above the changes which versions are compared; Wagtail names none."""

    template_name = "staff/comparing.html"

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        return context | {
            "before": self._name_of_version(self.revision_id_a),
            "after": self._name_of_version(self.revision_id_b),
        }

    def _name_of_version(self, key: str) -> str:
        if key == "live":
            return _("the version on the site")
        versions = self.object.revisions.select_related("user").order_by("created_at", "pk")
        if key == "earliest":
            return version_text(versions.first())
        return version_text(versions.last() if key == "latest" else versions.get(pk=key))


def version_text(version: Revision) -> str:
    """Return when a version was saved, and by whom if it was somebody."""
    when = date_format(localtime(version.created_at), "SHORT_DATETIME_FORMAT")
    text = _("version of %(when)s") % {"when": when}
    return text + in_brackets(name_of(version.user)) if version.user_id else text
