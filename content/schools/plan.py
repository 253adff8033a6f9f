"""A lesson page read into one plain form, from which the page, the files and the checks are made."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from content.schools.blocks.plan import Phase

if TYPE_CHECKING:
    from content.schools.models import LessonPage


@dataclass(frozen=True)
class Word:
    """A term in the three languages, its meaning in the language of the page."""

    en: str
    ru: str
    zh: str
    meaning: str


@dataclass(frozen=True)
class Step:
    """A step of the lesson. `start` and `end` count minutes from the bell; an optional step has neither."""

    phase: Phase
    minutes: int
    title: str
    teacher: str
    pupils: str
    start: int | None
    end: int | None

    @property
    def is_optional(self) -> bool:
        return self.start is None


@dataclass(frozen=True)
class Task:
    """A task of the pupil sheet with its answer. What a kind does not have stays empty."""

    kind: str
    prompt: str
    items: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    text: str = ""  # rich text in Wagtail's own notation
    choose: str = "one"
    lines: int = 0
    height_cm: int = 6
    answer: str = ""
    comment: str = ""
    answer_columns: list[str] = field(default_factory=list)
    answer_rows: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    objectives: list[str] = field(default_factory=list)
    materials: list[str] = field(default_factory=list)
    vocabulary: list[Word] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    background: str = ""  # rich text in Wagtail's own notation
    safety: list[str] = field(default_factory=list)
    assessment: list[str] = field(default_factory=list)
    home_version: str = ""
    extension: str = ""
    sources: list[tuple[str, str]] = field(default_factory=list)  # (date, text)
    tasks: list[Task] = field(default_factory=list)

    @property
    def counted_minutes(self) -> int:
        """Return the minutes of all steps that may not be left out."""
        return sum(step.minutes for step in self.steps if not step.is_optional)

    @property
    def optional_minutes(self) -> int:
        return sum(step.minutes for step in self.steps if step.is_optional)


def read_plan(lesson: "LessonPage") -> Plan:
    """Return the plan of a lesson page."""
    parts: dict = {}
    for block in lesson.body:
        if block.block_type != "step":
            parts[block.block_type] = _READERS[block.block_type](block.value)
    return Plan(
        **parts,
        steps=list(_timed(block.value for block in lesson.body if block.block_type == "step")),
        tasks=[_task(block.block_type, block.value) for block in lesson.sheet],
    )


def _timed(values) -> Iterator[Step]:
    clock = 0
    for value in values:
        minutes = value["minutes"] or 0
        is_optional = value["optional"]
        yield Step(
            phase=Phase(value["phase"]),
            minutes=minutes,
            title=value["title"],
            teacher=value["teacher"],
            pupils=value["pupils"],
            start=None if is_optional else clock,
            end=None if is_optional else clock + minutes,
        )
        clock += 0 if is_optional else minutes


def _task(kind: str, value) -> Task:
    key = value["key"]
    own = {name: _plain(part) for name, part in value.items() if name != "key"}
    return Task(
        kind=kind,
        **{name: part for name, part in own.items() if part is not None},
        answer=key["answer"],
        comment=key["comment"],
        answer_columns=_plain(key["columns"]),
        answer_rows=_plain(key["rows"]),
    )


def _plain(value):
    """Return a block's value as strings, numbers and lists of them."""
    if value is None or isinstance(value, str | int):
        return value
    if hasattr(value, "source"):
        return value.source
    return [_plain(item) for item in value]


def _words(value) -> list[Word]:
    return [
        Word(item["term_en"], item["term_ru"], item["term_zh_hans"], item["meaning"])
        for item in value
    ]


_READERS = {
    "objectives": list,
    "materials": list,
    "vocabulary": _words,
    "background": lambda value: value.source,
    "safety": list,
    "assessment": list,
    "home_version": str,
    "extension": str,
    "sources": lambda value: [(item["date"], item["text"]) for item in value],
}
