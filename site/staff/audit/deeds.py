"""What was done, in the past tense: Wagtail's own labels are those of its buttons."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

DEEDS: dict[str, Promise] = {
    "wagtail.create": pgettext_lazy("log", "created"),
    "wagtail.edit": pgettext_lazy("log", "changed"),
    "wagtail.delete": pgettext_lazy("log", "deleted"),
    "wagtail.publish": pgettext_lazy("log", "published"),
    "wagtail.publish.scheduled": pgettext_lazy("log", "published as scheduled"),
    "wagtail.publish.schedule": pgettext_lazy("log", "publication scheduled"),
    "wagtail.schedule.cancel": pgettext_lazy("log", "schedule cancelled"),
    "wagtail.unpublish": pgettext_lazy("log", "taken off the site"),
    "wagtail.unpublish.scheduled": pgettext_lazy("log", "taken off the site as scheduled"),
    "wagtail.lock": pgettext_lazy("log", "locked"),
    "wagtail.unlock": pgettext_lazy("log", "unlocked"),
    "wagtail.rename": pgettext_lazy("log", "renamed"),
    "wagtail.revert": pgettext_lazy("log", "earlier version restored"),
    "wagtail.copy": pgettext_lazy("log", "copied"),
    "wagtail.copy_for_translation": pgettext_lazy("log", "translation begun"),
    "wagtail.move": pgettext_lazy("log", "moved"),
    "wagtail.reorder": pgettext_lazy("log", "put in another order"),
    "wagtail.comments.create": pgettext_lazy("log", "comment written"),
    "wagtail.comments.edit": pgettext_lazy("log", "comment changed"),
    "wagtail.comments.delete": pgettext_lazy("log", "comment deleted"),
    "wagtail.comments.resolve": pgettext_lazy("log", "comment settled"),
    "wagtail.comments.create_reply": pgettext_lazy("log", "comment answered"),
    "wagtail.comments.edit_reply": pgettext_lazy("log", "answer to a comment changed"),
    "wagtail.comments.delete_reply": pgettext_lazy("log", "answer to a comment deleted"),
    "wagtail.view_restriction.create": pgettext_lazy("log", "made private"),
    "wagtail.view_restriction.edit": pgettext_lazy("log", "privacy changed"),
    "wagtail.view_restriction.delete": pgettext_lazy("log", "opened to everybody"),
    "wagtail.workflow.start": pgettext_lazy("log", "submitted for approval"),
    "wagtail.workflow.approve": pgettext_lazy("log", "approved"),
    "wagtail.workflow.reject": pgettext_lazy("log", "sent back"),
    "wagtail.workflow.resume": pgettext_lazy("log", "submitted again"),
    "wagtail.workflow.cancel": pgettext_lazy("log", "taken back from approval"),
}
