"""How the staff form of a trail is laid out."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from content.base.panels import translated_panel
from content.trails.models.pictures import MOST_PICTURES


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


TRAIL_PANELS = [
    MultiFieldPanel(
        [
            translated_panel("name"),
            translated_panel("lead"),
            _row("slug", "side", "area", "order"),
            FieldPanel("image"),
        ],
        heading=_("The trail"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("gpx"),
            _row("drop_track", "is_sample_track"),
            _row("length_km", "length_is_certain"),
            _row("ascent_m", "descent_m"),
            _row("min_height_m", "max_height_m"),
        ],
        heading=_("Track and numbers"),
    ),
    MultiFieldPanel(
        [
            _row("difficulty", "route_type", "guide"),
            _row("duration_min", "duration_max"),
            _row("min_age", "min_party", "max_party"),
            FieldPanel("months"),
            _row("opens_at", "shuts_at"),
            translated_panel("season_note"),
            _row("price", "price_child", "price_concession"),
            translated_panel("price_note"),
        ],
        heading=_("The visit"),
    ),
    MultiFieldPanel(
        [
            translated_panel("meeting_point"),
            _row("meeting_lon", "meeting_lat"),
            translated_panel("access"),
        ],
        heading=_("Meeting point"),
    ),
    MultiFieldPanel(
        [
            _row("surface", "width_cm", "steps"),
            _row("wheelchair", "pushchair"),
            translated_panel("accessibility"),
        ],
        heading=_("Accessibility"),
    ),
    MultiFieldPanel(
        [
            translated_panel("bring"),
            translated_panel("rules"),
            FieldPanel("entry_zones", widget=forms.CheckboxSelectMultiple),
            translated_panel("entry_rule"),
            translated_panel("sources"),
        ],
        heading=_("Before the visit"),
    ),
    FieldPanel("species", widget=forms.CheckboxSelectMultiple),
    InlinePanel("points", heading=_("Points of interest"), label=_("point of interest")),
    InlinePanel(
        "pictures",
        heading=_("Pictures of the trail"),
        label=_("picture of the trail"),
        max_num=MOST_PICTURES,
    ),
]
