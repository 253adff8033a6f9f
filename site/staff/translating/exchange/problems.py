"""Why a file is refused."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a file: the line, 0 where it is the file as a whole, and the reason for its reader.

    `file` names the file where several came in one archive.
    """

    line: int
    reason: str
    file: str = ""


class RefusedFileError(Exception):
    """A file that is not taken: nothing of it is."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.reason for problem in problems))
        self.problems = sorted(problems, key=lambda problem: (problem.file, problem.line))
