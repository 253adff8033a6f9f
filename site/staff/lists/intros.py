"""A sentence above each list: what is in it, and what one does there."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

INTROS: dict[str, Promise] = {
    "wagtailsnippets_trails_trail": _(
        "Facts of every trail: length, season, price, track. Choose several with the boxes to close them together."
    ),
    "wagtailsnippets_trails_closure": _(
        "Days on which a trail is closed. Visitors see the reason at once and cannot book these days."
    ),
    "wagtailsnippets_reserve_firedanger": _(
        "The class of the day for your side. The newest notice stands on the site until its last day ends."
    ),
    "wagtailsnippets_reserve_species": _(
        "Each animal is one record in three languages; a change is on every page at once."
    ),
    "wagtailsnippets_reserve_populationfigure": _(
        "Published numbers, each with its source and date. Never add the numbers of the two countries."
    ),
    "wagtailsnippets_reserve_protectedarea": _(
        "The parks and reserves. Each belongs to one side, which keeps its facts."
    ),
    "wagtailsnippets_reserve_side": _(
        "Offices, telephone numbers and clocks of the two countries, as shown on every page."
    ),
    "wagtailsnippets_reserve_contactmessage": _(
        "What visitors wrote to your office. Answer by e-mail; a message itself cannot be changed."
    ),
    "wagtailsnippets_stories_author": _(
        "Who writes. An author may sign stories in every language."
    ),
    "wagtailsnippets_stories_topic": _("What stories are about; visitors choose by these words."),
    "wagtailsnippets_cameratraps_event": _(
        "What passed a camera. A visit is public once both sides have released it and its embargo is over."
    ),
    "wagtailsnippets_cameratraps_gallery": _(
        "Visits in an order of your choice. The page that shows a gallery is under Gallery pages."
    ),
    "wagtailsnippets_cameratraps_individual": _(
        "Animals your side or the other knows by their coats. An animal is public while a visit of it is."
    ),
    "wagtailsnippets_cameratraps_alias": _(
        "The codes of the two catalogues. Codes of both sides meet when both find them to be one animal."
    ),
    "wagtailsnippets_cameratraps_zone": _(
        "Public parts of the reserve, large on purpose: nobody finds a camera by them."
    ),
    "wagtailsnippets_cameratraps_deployment": _(
        "Cameras at work in a zone. Their positions are stored nowhere."
    ),
    "wagtailsnippets_schools_subject": _("School subjects by which teachers look for lessons."),
    "wagtailsnippets_schools_framework": _("Curricula of both countries to which lessons refer."),
    "wagtailsnippets_schools_standardnode": _(
        "Single entries of the curricula, and how many lessons serve each."
    ),
    "wagtailsnippets_schools_material": _(
        "Worksheets, keys and slides of the lessons; plans are made by the site itself."
    ),
    "lessons": _(
        "Lessons in every language: which are published where, and which files they lack."
    ),
    "departure": _(
        "Guided walks of your country, the next on top. Times are the trail’s own; yours stand beside if different."
    ),
    "series": _(
        "Walks that come again. One form fills a season; each night what has come due is added to the calendar."
    ),
    "guide": _(
        "Who leads walks of your country. Their telephone is for the staff alone; visitors read the languages."
    ),
    "quota": _(
        "How many people a day some trails bear together. Whoever books is counted; a full day shows as full."
    ),
    "booking": _(
        "Parties of your country’s walks. Find one by its number or name; cancelling tells the party by e-mail."
    ),
    "wagtailimages": _(
        "Pictures of both sides. You may use all of them and change those of your side and the shared ones."
    ),
    "wagtaildocs": _(
        "Files that visitors can download. You may use all of them and change those of your side and the shared ones."
    ),
    "wagtailusers_users": _(
        "Accounts of the staff. Whoever leaves is made inactive, not deleted, so that the history keeps the name."
    ),
}
LISTS = {"list", "list_results", "index", "index_results"}


def intro_of(view_name: str) -> Promise | str:
    """Return the sentence above a list by the name of its address; nothing for other screens."""
    namespace, _colon, name = view_name.partition(":")
    return INTROS.get(namespace, "") if name in LISTS else ""
