"""A round and how far it has come, as its address tells: which questions, and what has been answered so far."""

import re
import secrets
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from content.cameratraps.spot.questions import Question, questions

MOST_LETTERS = 20
_LETTERS = "abcd"
_NEW_CODE = "23456789abcdefghjkmnpqrstvwxyz"
_NOT_IN_A_CODE = re.compile(r"[^\w-]+")


def new_code() -> str:
    """Return a code for a round that nobody has asked for by name."""
    return "".join(secrets.choice(_NEW_CODE) for _letter in range(5))


def clean_code(text: str) -> str:
    """Return a code as a class writes it on the board: letters and numbers of any script, case aside."""
    return _NOT_IN_A_CODE.sub("-", text.strip().casefold()).strip("-_")[:MOST_LETTERS]


@dataclass
class Round:
    """`given` holds one letter for each question answered, `said` the one that has just been answered."""

    code: str
    given: str = ""
    said: str = ""

    @cached_property
    def questions(self) -> list[Question]:
        return questions(self.code)

    @classmethod
    def of(cls, query) -> "Round":
        """Read a round from the query of an address; what makes no sense in it is left out."""
        found = cls(clean_code(query.get("round", "")))
        for letter in query.get("answers", "")[: len(found.questions)]:
            if found.option(len(found.given), letter) is None:
                break
            found.given += letter
        said = query.get("answer", "")
        if found.question and found.option(len(found.given), said) is not None:
            found.said = said
        return found

    def option(self, number: int, letter: str) -> str | None:
        """Return the option of a question (counted from 0) that a letter stands for."""
        options = self.questions[number].options
        place = _LETTERS.find(letter) if len(letter) == 1 else -1
        return options[place] if 0 <= place < len(options) else None

    @property
    def question(self) -> Question | None:
        """The question to ask or explain now; None at the end."""
        return self.questions[len(self.given)] if len(self.given) < len(self.questions) else None

    @property
    def chosen(self) -> str | None:
        """The option that has just been chosen."""
        return self.option(len(self.given), self.said) if self.said else None

    @property
    def marks(self) -> list[bool]:
        """Whether each question so far was answered rightly, the one just answered included."""
        return [
            self.option(number, letter) == self.questions[number].right
            for number, letter in enumerate(self.given + self.said)
        ]

    @property
    def next_query(self) -> str:
        return urlencode({"round": self.code, "answers": self.given + self.said})


def letter_of(place: int) -> str:
    return _LETTERS[place]
