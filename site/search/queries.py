"""The question a visitor asks."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Case, Count, Q, QuerySet, When
from django.db.models.functions import Length

from search.folding import shortened, words_of
from search.models import Kind, SearchEntry


@dataclass(frozen=True)
class Found:
    """The answer to a question in one language; `is_near`: only without the endings of its words."""

    words: list[str]
    entries: QuerySet[SearchEntry]
    kinds: dict[str, int] = field(default_factory=dict)
    elsewhere: dict[str, int] = field(default_factory=dict)  # other language → number of results
    is_near: bool = False

    @property
    def total(self) -> int:
        return sum(self.kinds.values())


def find(question: str, language: str, kind: str = "") -> Found:
    """Return what has all words of a question, the best first; `kind` keeps one kind, all are counted."""
    words = words_of(question)
    if not words:
        return Found(words, SearchEntry.objects.none())
    counted = _count(words)
    is_near = not any(code == language for code, _kind in counted) and shortened(words) != words
    if is_near:
        words = shortened(words)
        counted = _count(words)
    kinds = {one: counted[language, one] for one in Kind.values if counted[language, one]}
    entries = _ranked(SearchEntry.objects.findable().filter(_has(words), language=language), words)
    return Found(
        words=words,
        entries=entries.filter(kind=kind) if kind else entries,
        kinds=kinds,
        elsewhere=_by_language(counted, language),
        is_near=is_near and bool(kinds),
    )


def _count(words: list[str]) -> Counter[tuple[str, str]]:
    """Count the results by language and kind, all in one question to the database."""
    rows = SearchEntry.objects.findable().filter(_has(words)).values_list("language", "kind")
    return Counter({(code, kind): number for code, kind, number in rows.annotate(Count("pk"))})


def _by_language(counted: Counter, language: str) -> dict[str, int]:
    totals: Counter[str] = Counter()
    for (code, _kind), number in counted.items():
        totals[code] += number
    return {code: number for code, number in totals.items() if code != language}


def _has(words: list[str], column: str = "folded_text") -> Q:
    condition = Q()
    for word in words:
        condition &= Q(**{f"{column}__contains": word})
    return condition


def _ranked(entries: QuerySet[SearchEntry], words: list[str]) -> QuerySet[SearchEntry]:
    """Order results: the very title, titles that begin so, that have the words, texts with the phrase, others."""
    phrase = " ".join(words)
    rank = Case(
        When(folded_title=phrase, then=0),
        When(folded_title__startswith=phrase, then=1),
        When(_has(words, "folded_title"), then=2),
        When(folded_text__contains=phrase, then=3),
        default=4,
    )
    ordered = entries.annotate(rank=rank).order_by(
        "rank", Length("folded_title"), "folded_title", "pk"
    )
    return ordered.defer("folded_title", "folded_text")
