"""What is left of a package once it is read, in a nameless file of SQLite that is gone when it is closed.

A million rows do not fit into memory, and the checks across tables want them all. No position, name or comment comes in
here; identifiers do as keyed digests.
"""

import sqlite3
from collections.abc import Iterable, Iterator

BATCH = 2_000
_TABLES = """
CREATE TABLE media (
    file TEXT, row INTEGER, id BLOB, deployment INTEGER, moment INTEGER, path TEXT, name TEXT, kind TEXT,
    favourite INTEGER
);
CREATE TABLE observations (
    file TEXT, row INTEGER, id BLOB, deployment INTEGER, media BLOB, event BLOB, is_event INTEGER, kind TEXT,
    is_setup INTEGER, first INTEGER, last INTEGER, taxon INTEGER, number INTEGER, life TEXT, sex TEXT, behaviour TEXT,
    x REAL, y REAL, width REAL, height REAL, confidence REAL
);
"""
_INDEXES = """
CREATE INDEX media_id ON media (id);
CREATE INDEX observations_time ON observations (deployment, first) WHERE is_event;
CREATE INDEX observations_event ON observations (event, taxon);
CREATE INDEX observations_media ON observations (media) WHERE media IS NOT NULL;
"""


class Staging:
    """Two tables to write in bulk, then to ask."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode=OFF")
        self._connection.execute("PRAGMA cache_size=-65536")  # 64 MB, then the file
        self._connection.executescript(_TABLES)
        self._waiting: dict[str, list[tuple]] = {"media": [], "observations": []}

    def add(self, table: str, values: tuple) -> None:
        """Keep one row."""
        waiting = self._waiting[table]
        waiting.append(values)
        if len(waiting) >= BATCH:
            self._write(table)

    def finish(self) -> None:
        """Write what waits and index everything for the questions to come."""
        for table in self._waiting:
            self._write(table)
        self._connection.executescript(_INDEXES)

    def ask(self, question: str, values: Iterable = ()) -> Iterator[tuple]:
        """Return the rows that answer a question, as they come."""
        return self._connection.execute(question, tuple(values))

    def number(self, question: str, values: Iterable = ()) -> int:
        """Return the one number that answers a question."""
        return self._connection.execute(question, tuple(values)).fetchone()[0] or 0

    def close(self) -> None:
        self._connection.close()

    def _write(self, table: str) -> None:
        waiting, self._waiting[table] = self._waiting[table], []
        if waiting:
            marks = ", ".join("?" * len(waiting[0]))
            self._connection.execute("BEGIN")
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", waiting)
            self._connection.execute("COMMIT")
