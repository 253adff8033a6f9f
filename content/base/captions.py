"""Captions of films as WebVTT: what is typed or pasted, SubRip too, is read line by line and written anew."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from content.base.tidying import tidy_text

MOST_CUES = 600
MOST_LETTERS = 240
_TIMES = re.compile(
    r"^\s*((?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3})\s+-->\s+((?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3})(?:\s.*)?$"
)
_TAG = re.compile(r"<[^<>]{0,80}>")
_ASIDE = ("NOTE", "STYLE", "REGION", "WEBVTT", "X-TIMESTAMP-MAP", "Kind:", "Language:")


@dataclass(frozen=True)
class Cue:
    """One caption: from and until which millisecond it stands, and its words."""

    start: int
    end: int
    text: str


def read_captions(text: str) -> list[Cue]:
    """Return the cues of a WebVTT or SubRip text. Raises ValidationError with the line that cannot be read."""
    cues: list[Cue] = []
    for number, lines in _paragraphs(text):
        if lines[0].startswith(_ASIDE):
            continue
        at = next((place for place, line in enumerate(lines[:2]) if "-->" in line), None)
        if at is None:
            raise _wrong(number, lines[0])
        cues.append(_cue(lines[at], lines[at + 1 :], number + at, cues))
    if not cues:
        raise ValidationError(_("There is no caption in it. Each has its times and its words."))
    if len(cues) > MOST_CUES:
        raise ValidationError(_("That is more than %(number)d captions.") % {"number": MOST_CUES})
    return cues


def write_captions(cues: list[Cue]) -> str:
    """Return cues as WebVTT, without styles, positions, notes or tags."""
    written = [f"{_clock(cue.start)} --> {_clock(cue.end)}\n{cue.text}" for cue in cues]
    return "\n\n".join(["WEBVTT", *written]) + "\n"


def words_of(captions: str) -> str:
    """Return the words of stored captions, for readers who do not play the film, and for search."""
    lines = captions.split("\n")
    return "\n".join(line for line in lines if line and line != "WEBVTT" and "-->" not in line)


def _paragraphs(text: str) -> list[tuple[int, list[str]]]:
    """Return the stretches between empty lines, each with the number of its first line."""
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.lstrip("\ufeff").replace("\r\n", "\n").split("\n"), start=1):
        if not line.strip():
            found.append((0, []))
        elif not found or not found[-1][1]:
            found.append((number, [line.strip()]))
        else:
            found[-1][1].append(line.strip())
    return [(number, lines) for number, lines in found if lines]


def _cue(times: str, words: list[str], number: int, before: list[Cue]) -> Cue:
    match = _TIMES.match(times)
    if match is None:
        raise _wrong(number, times)
    start, end = _milliseconds(match[1]), _milliseconds(match[2])
    if start >= end or (before and start < before[-1].start):
        text = _("Line %(number)d: times must run forwards.")
        raise ValidationError(text % {"number": number})
    spoken = "\n".join(tidy_text(_plain(line)) for line in words).strip()
    if not spoken or len(spoken) > MOST_LETTERS:
        text = _("Line %(number)d: a caption has one to %(most)d letters.")
        raise ValidationError(text % {"number": number, "most": MOST_LETTERS})
    return Cue(start, end, spoken)


def _plain(line: str) -> str:
    """Take tags out and keep what is left from being read as one, or as times."""
    bare = _TAG.sub("", line).replace("-->", "→")
    return bare.replace("&amp;", "&").replace("<", "").replace("&", "&amp;")


def _milliseconds(clock: str) -> int:
    *large, seconds = clock.replace(",", ".").split(":")
    minutes = sum(int(part) * 60**place for place, part in enumerate(reversed(large)))
    return round(minutes * 60_000 + float(seconds) * 1000)


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _wrong(number: int, line: str) -> ValidationError:
    text = _(
        "Line %(number)d is no caption: “%(line)s”. Write 00:00:01.000 --> 00:00:04.000, below it the words."
    )
    return ValidationError(text % {"number": number, "line": line[:40]})
