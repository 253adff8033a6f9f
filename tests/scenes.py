"""Scenes: what many tests begin with, written once for all that follow each other instead of anew for each.

A scene lies in a transaction around the tests' own, which still roll back what they change. It is taken away before the
first test that asks for another one, for none, or for real commits.
"""

from collections.abc import Callable
from contextlib import ExitStack
from copy import deepcopy
from typing import Any

import pytest
from django.db import connections, transaction

Given = dict[str, Any]
_NO_CURSORS = "DISABLE_SERVER_SIDE_CURSORS"

_builders: dict[str, Callable[[], Given]] = {}
_on_stage = ExitStack()
_name = ""
_given: Given = {}


def scene(name: str) -> Callable[[Callable[[], Given]], Callable[[], Given]]:
    """Let tests with the fixture `name` share what a function writes; it returns what this and other fixtures give."""

    def register(build: Callable[[], Given]) -> Callable[[], Given]:
        _builders[name] = build
        return build

    return register


def given(fixture: str) -> Any:
    """Return a copy of what the scene gives as this fixture; None where there is none, as in a test that commits."""
    return deepcopy(_given.get(fixture))


def wanted_by(item: pytest.Item) -> str:
    """Return the scene a test begins with: the nearest that one of its fixtures names, none for one that commits."""
    database = item.get_closest_marker("django_db")
    commits = bool(database and database.kwargs.get("transaction"))
    if commits or "transactional_db" in item.fixturenames:
        return ""
    return next((name for name in reversed(_builders) if name in item.fixturenames), "")


def change_to(name: str) -> None:
    """Take the scene away that stands, if it is another one, and write this one."""
    global _name, _given
    if name == _name:
        return
    _on_stage.close()
    _name, _given = "", {}
    if name:
        for connection in connections.all():
            _on_stage.enter_context(_kept_open(connection))
        _name, _given = name, _builders[name]()


class _kept_open:
    """A transaction rolled back at its end. Django closes connections after each class of tests: not this one.

    A cursor of the server's that a test has left half read is closed whenever it is collected, when what it was opened
    in is gone: an error that would spoil the transaction of the test then running. So there are none.
    """

    def __init__(self, connection) -> None:
        self.connection = connection
        self.atomic = transaction.atomic(using=connection.alias)

    def __enter__(self) -> None:
        self.atomic.__enter__()
        self.connection.close = lambda: None
        self.had_cursors = self.connection.settings_dict.get(_NO_CURSORS, False)
        self.connection.settings_dict[_NO_CURSORS] = True

    def __exit__(self, *failure) -> None:
        self.connection.settings_dict[_NO_CURSORS] = self.had_cursors
        del self.connection.close
        transaction.set_rollback(True, using=self.connection.alias)
        self.atomic.__exit__(None, None, None)
