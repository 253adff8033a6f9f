from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

KNOWN_ADDRESS = RegexValidator(
    r"^(https?://|mailto:|tel:|/(?![/\\])|#)\S*$",
    _("Write a whole address: https://…, mailto:…, tel:… or /… for a page of this site."),
)


class AddressBlock(blocks.CharBlock):
    """An address that is typed; it is neither searched nor offered to translators as words."""

    def __init__(self, **kwargs) -> None:
        super().__init__(
            **{"required": False, "max_length": 300, "validators": [KNOWN_ADDRESS], **kwargs},
            search_index=False,
        )

    def get_translatable_segments(self, value: str) -> list:
        return []


class LinkValue(blocks.StructValue):
    @property
    def href(self) -> str:
        """Where it leads: the chosen page, else the typed address."""
        page = self.get("page")
        return page.url if page else self.get("url", "")


class LinkBlock(blocks.StructBlock):
    """Words that lead to a page of this site or to another address."""

    label = blocks.CharBlock(label=pgettext_lazy("link", "Words"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = AddressBlock(label=_("or an address"))

    class Meta:
        icon = "link"
        label = pgettext_lazy("button", "Link")
        value_class = LinkValue

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("url")):
            reason = ValidationError(_("Choose a page or write an address, one of the two."))
            raise blocks.StructBlockValidationError(block_errors={"url": reason})
        return cleaned
