"""How a reader wants pages shown: size of text, spacing, colours, pictures. Remembered on the device, in one cookie."""

from contextvars import ContextVar
from dataclasses import asdict, dataclass, fields

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

COOKIE = "display"


class TextSize(TextChoices):
    NORMAL = "normal", _("normal")
    LARGE = "large", _("large")
    LARGEST = "largest", _("largest")


class Spacing(TextChoices):
    NORMAL = "normal", _("as usual")
    WIDE = "wide", _("wide")


class Colours(TextChoices):
    DEVICE = "device", _("as the device is set")
    LIGHT = "light", _("light")
    DARK = "dark", _("dark")
    INK = "ink", _("black on white")
    CHALK = "chalk", _("white on black")


class Pictures(TextChoices):
    SHOWN = "shown", _("shown")
    WORDS = "words", _("described in words")


CHOICES = {"text": TextSize, "spacing": Spacing, "colours": Colours, "pictures": Pictures}


@dataclass(frozen=True)
class Display:
    """The settings of one reader; the first choice of each is the site as it was designed."""

    text: str = TextSize.NORMAL
    spacing: str = Spacing.NORMAL
    colours: str = Colours.DEVICE
    pictures: str = Pictures.SHOWN

    @classmethod
    def of_cookie(cls, value: str) -> "Display":
        """Return what a cookie says; a word that is no choice counts as the design's own."""
        words = dict(part.split("-", 1) for part in value.split(".") if "-" in part)
        return cls(
            **{
                name: words[name]
                for name, kind in CHOICES.items()
                if words.get(name) in kind.values
            }
        )

    @property
    def cookie(self) -> str:
        return ".".join(f"{name}-{value}" for name, value in asdict(self).items())

    @property
    def classes(self) -> str:
        """The classes of `<html>`: one for each setting that differs from the design."""
        changed = (
            field.name for field in fields(self) if getattr(self, field.name) != field.default
        )
        return " ".join(f"{name}-{getattr(self, name)}" for name in changed)

    @property
    def has_pictures(self) -> bool:
        return self.pictures == Pictures.SHOWN


AS_DESIGNED = Display()
_current: ContextVar[Display] = ContextVar("display")


def activate(display: Display):
    """Make these the settings of the answer being made; return what `deactivate` needs to take them back."""
    return _current.set(display)


def deactivate(token) -> None:
    _current.reset(token)


def current() -> Display:
    """Return the settings of the reader who is being answered."""
    return _current.get(AS_DESIGNED)
