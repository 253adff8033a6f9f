from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

from content.base.panels import translated_panel


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


INDIVIDUAL_PANELS = [
    _row("side", "species"),
    translated_panel("name"),
    MultiFieldPanel(
        [
            _row("sex", "birth_year", "birth_margin"),
            _row("status", "status_year"),
            FieldPanel("mother"),
        ],
        heading=_("Life"),
    ),
    MultiFieldPanel(
        [_row("left_flank", "right_flank")],
        heading=_("Flanks"),
        help_text=_("Frames of its visits. Each is shown only while its own visit can be seen."),
    ),
    translated_panel("about"),
    PageChooserPanel("story"),
    FieldPanel("is_sample"),
]

ALIAS_PANELS = [
    FieldPanel("individual"),
    _row("side", "code"),
    _row("valid_from", "valid_to"),
    FieldPanel("source"),
]
