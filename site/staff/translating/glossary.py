"""The words of this site: which stand in a text, and how they are said in the language it is translated into."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from staff.translating.models import GlossaryTerm

SHIPPED = Path(__file__).with_name("glossary.json")
FORMER = Path(__file__).with_name("glossary_former.json")
COLUMNS = {"en": "en", "ru": "ru", "zh-hans": "zh_hans"}
HAN_LANGUAGE = "zh-hans"
STEM = 5  # Russian words longer than this are compared without their ending
ENDING = 2


@dataclass(frozen=True)
class Term:
    """A word of a text and its counterpart."""

    source: str
    target: str
    note: str = ""


def shipped_terms() -> list[dict[str, str]]:
    """Return the terms that come with the code, by column; `docs/translating.md` prints the same."""
    return json.loads(SHIPPED.read_text(encoding="utf-8"))


def former_terms() -> list[dict[str, str]]:
    """Return terms as they came with the code in former times; `now` is the English of what each has become."""
    return json.loads(FORMER.read_text(encoding="utf-8"))


def terms_in(texts: Iterable[str], source: str, target: str) -> list[Term]:
    """Return the terms that stand in texts, each once, in the order of the glossary."""
    text = re.sub(r"<[^<>]*>", " ", "\n".join(texts))
    found = (
        term
        for row in GlossaryTerm.objects.all()
        for term in _pairs(row, COLUMNS[source], COLUMNS[target])
        if any(_pattern(form, source).search(text) for form in _forms(term.source))
    )
    return list(dict.fromkeys(found))


def _pairs(row: GlossaryTerm, source: str, target: str) -> list[Term]:
    """Part “habitat / range” into two terms where both languages name two."""
    ours, theirs = getattr(row, source).split(" / "), getattr(row, target).split(" / ")
    if len(ours) != len(theirs):
        return [Term(getattr(row, source), getattr(row, target), row.note)]
    return [Term(one, other, row.note) for one, other in zip(ours, theirs, strict=True)]


def _forms(term: str) -> list[str]:
    """Return the ways a term may be written: what stands in brackets is another name of the same."""
    bare = re.sub(r"\s*[(（][^)）]*[)）]", "", term)
    inside = re.findall(r"[(（]([^)）]*)[)）]", term)
    return [form for one in (bare, *inside) for form in re.split(r"\s/\s|、|,\s", one) if form]


@cache
def _pattern(form: str, language: str) -> re.Pattern[str]:
    if language == HAN_LANGUAGE:
        return re.compile(re.escape(form))
    words = [_word(word, language) for word in form.split()]
    return re.compile(r"\b" + r"\s+".join(words) + r"\b", re.IGNORECASE)


def _word(word: str, language: str) -> str:
    if language == "ru" and len(word) > STEM:
        return re.escape(word[:-ENDING]) + r"\w{0,4}"
    return re.escape(word) + ("(?:s|es)?" if language == "en" else r"\w{0,2}")
