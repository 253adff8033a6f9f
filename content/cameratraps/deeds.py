"""What the log calls the decisions about visits and animals."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

IDENTITY_ACTIONS = {
    "claim": (_("Name an animal"), _("Animal named on a visit")),
    "claim_agreed": (_("Agree to a name"), _("The other side agrees who the animal is")),
    "claim_disputed": (_("Disagree with a name"), _("The other side disagrees who the animal is")),
    "claim_withdrawn": (_("Take back a name"), _("Name of an animal taken back")),
    "match": (_("Compare two animals"), _("A word on whether two codes are one animal")),
    "merged": (_("Merge two animals"), _("Two codes found to be one animal")),
    "split": (_("Split an animal"), _("Two codes held to be two animals again")),
}
RELEASE_ACTIONS = {
    "release": (_("Release"), _("Released for one side")),
    "withdraw": (_("Take back the release"), _("Release taken back")),
    "confirm": (_("Look again"), _("Looked at again and released further")),
    "refuse": (_("Refuse"), _("Refused for one side")),
    "refusal_withdrawn": (_("Take back the refusal"), _("Refusal taken back")),
    "asked_again": (_("Ask again"), _("Asked again after a change")),
    "embargo": (_("Change the embargo"), _("Embargo changed")),
    "embargo_wish": (_("Ask for an earlier day"), _("Earlier day asked for")),
    "reidentify": (_("Name the species anew"), _("Species named anew")),
    "rezone": (_("Move to a zone"), _("Moved to another zone")),
    "frame_shown": (_("Show a frame"), _("Frame may be shown")),
    "frame_hidden": (_("Hide a frame"), _("Frame kept back")),
    "people_found": (_("Mark people"), _("People found on a frame")),
    "no_people": (_("Unmark people"), _("No people on a frame after all")),
    "frame_cut": (_("Cut a frame"), _("Frame cut")),
    "set_aside": (_("Set aside"), _("Set aside, every frame hidden")),
    "handed_on": (_("Hand on"), _("Handed on to both sides")),
    "undone": (_("Undo"), _("Last step undone")),
}


class SaidFormatter(LogFormatter):
    """Tells with a decision for which side it was, and what was said."""

    def format_message(self, log_entry) -> str:
        data = log_entry.data or {}
        parts = [str(self.message), data.get("side", ""), data.get("comment", "")]
        return " · ".join(part for part in parts if part)


def register(actions) -> None:
    """Tell the log what is done here."""
    for name, (label, message) in IDENTITY_ACTIONS.items():
        actions.register_action(f"cameratraps.{name}", label, message)
    for name, (label, message) in RELEASE_ACTIONS.items():
        words = {"label": label, "message": message}
        actions.register_action(f"cameratraps.{name}")(type("Said", (SaidFormatter,), words))
