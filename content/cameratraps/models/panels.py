from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from content.base.panels import translated_panel


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


EVENT_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("deployment"),
            _row("month", "year", "band"),
        ],
        heading=_("Where and when"),
        help_text=_("Zone, month and time of day are all that is kept. Never add more in words."),
    ),
    MultiFieldPanel(
        [
            _row("observation_type", "species"),
            _row("count", "life_stage", "sex"),
            translated_panel("behaviour"),
        ],
        heading=_("What was seen"),
    ),
    InlinePanel("media", heading=_("Frames"), label=_("frame"), min_num=0),
    translated_panel("title"),
    translated_panel("caption"),
    FieldPanel("is_sample"),
]
