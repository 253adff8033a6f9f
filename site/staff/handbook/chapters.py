"""Which page of the handbook belongs to a screen, so that a question there is one click from its answer."""

from staff.handbook.pages import START

# The beginning of a screen's name in the addresses → the page; the first that fits counts.
CHAPTERS = (
    ("wagtailsnippets_trails_closure", "notices"),
    ("wagtailsnippets_reserve_firedanger", "notices"),
    ("wagtailsnippets_notices", "urgent"),
    ("staff_urgent", "urgent"),
    ("wagtailsnippets_base_video", "pictures"),
    ("wagtailsnippets_cameratraps", "galleries"),
    ("cameratraps_", "galleries"),
    ("wagtailsnippets_schools", "lessons"),
    ("lessons", "lessons"),
    ("wagtailsnippets_", "facts"),
    ("departure", "bookings"),
    ("series", "bookings"),
    ("guide", "bookings"),
    ("booking", "bookings"),
    ("check_in", "check-in"),
    ("walk_", "check-in"),
    ("wagtailimages", "pictures"),
    ("wagtaildocs", "pictures"),
    ("pictures_without_words", "pictures"),
    ("wagtail_localize", "translate"),
    ("to_translate", "translate"),
    ("start_translation", "translate"),
    ("changes_of_original", "translate"),
    ("glossary", "translate"),
    ("missing_translations", "translate"),
    ("broken_links", "write"),
    ("staff_who_did_what", "approve"),
    ("wagtailadmin_reports:workflow", "approve"),
    ("wagtailadmin_pages:workflow", "approve"),
    ("wagtailadmin_pages:", "write"),
    ("wagtailadmin_explore", "write"),
    ("wagtailusers", "accounts"),
    ("invitations", "accounts"),
    ("wagtailadmin_account", "first-steps"),
)


def chapter_of(view_name: str) -> str:
    """Return the slug of the page about a screen, the start of the handbook when there is none."""
    return next((slug for start, slug in CHAPTERS if view_name.startswith(start)), START)
