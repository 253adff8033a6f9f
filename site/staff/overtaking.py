"""Two people at one page: whoever opened it before the other saved does not save over that unseen.

Wagtail warns in the browser and then lets the save through; here the server holds it back until the person has said
that theirs shall go on top. Both versions are in the history of the page.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin import messages
from wagtail.models import Page, Revision

from content.base.formats import format_list
from content.base.overtaking import SAVE_OVER
from staff.approving.status import name_of

OPENED_ON = ("opened_revision", "overwrite_revision_id", "loaded_revision_id")


class NoticesNewerVersion:
    """Put before Wagtail's view that edits a page."""

    is_overtaken = False

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.expects_json_response or not self.is_out_of_date or self.locked_for_user:
            return super().post(request, *args, **kwargs)
        if request.POST.get(SAVE_OVER) == key_of(self.latest_revision):
            # Their version may not be replaced by a draft of ours that was saved by itself before.
            request.POST = request.POST.copy()
            request.POST.pop("overwrite_revision_id", None)
            return super().post(request, *args, **kwargs)
        return self._hold_back(request)

    def _hold_back(self, request: HttpRequest) -> HttpResponse:
        self.is_overtaken = self.has_unsaved_changes = True
        self.form = self.form_class(
            request.POST,
            request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=request.user,
        )
        self.form.defer_required_fields()  # what is missing is told when it is saved
        self.form.is_valid()
        self.form.restore_required_fields()
        messages.error(request, self._told(request))
        return self.render_to_response(self.get_context_data())

    def _told(self, request: HttpRequest) -> str:
        newest, opened = self.latest_revision, self._opened_revision(request)
        record = self.real_page_record.specific
        compare = [record.pk, opened and opened.pk, newest.pk]
        return render_to_string(
            "staff/overtaking/page.html",
            {
                "who": name_of(newest.user) if newest.user else "",
                "when": newest.created_at,
                "changed": format_list(changed_labels(record, opened, newest, request)),
                "theirs": opened and reverse("wagtailadmin_pages:revisions_compare", args=compare),
                "key": key_of(newest),
                "opened": opened,
            },
        )

    def _opened_revision(self, request: HttpRequest) -> Revision | None:
        """Return the version the form was opened on; None when it has been replaced by the newest."""
        given = next((request.POST[name] for name in OPENED_ON if request.POST.get(name)), "")
        if not given.isdecimal() or int(given) == self.latest_revision.pk:
            return None
        return self.real_page_record.revisions.filter(pk=given).first()

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        if self.is_overtaken:  # the form stays as old as it was, and waits for the person's word
            context |= {"loaded_revision_created_at": "", "autosave_enabled": False}
        return context


def key_of(revision: Revision) -> str:
    """Return what tells a version from every other; saving by itself keeps its number and changes its time."""
    return f"{revision.pk}/{revision.created_at.isoformat()}"


def changed_labels(
    page: Page, old: Revision | None, new: Revision, request: HttpRequest
) -> list[str]:
    """Return the labels of the fields in which two versions of a page differ."""
    if old is None:
        return []
    panel = page.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    before, after = old.as_object(), new.as_object()
    found = [compared(before, after) for compared in panel.get_comparison()]
    return list(dict.fromkeys(str(one.field_label()) for one in found if one.has_changed()))
