"""Whose processor time a benchmark took, by kind of process; on Linux, from /proc."""

import os
from pathlib import Path

KINDS = ("load", "web", "mails", "database")
_TICK = os.sysconf("SC_CLK_TCK")


def seconds_used(database: str) -> dict[str, float]:
    """Return the processor seconds so far: of this process, the web workers, the postman and its typesetting, and the
    sessions of a PostgreSQL `database` on this machine."""
    used = dict.fromkeys(KINDS, 0.0)
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if kind := _kind(int(process.name), words, database):
                used[kind] += _seconds(process)
        except (OSError, ValueError):  # it has ended meanwhile
            continue
    return used


def _kind(number: int, words: str, database: str) -> str:
    if number == os.getpid():
        return "load"
    if words.startswith("postgres:") and f" {database} " in words:
        return "database"
    if not _is_ours(number):
        return ""
    if "send_mail_queue" in words or "worker.py" in words:
        return "mails"
    return "web" if "gunicorn" in words else ""


def _is_ours(number: int) -> bool:
    """Say whether a process was begun by this one, however indirectly."""
    while number > 1 and number != os.getpid():
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        number = int(fields[1])
    return number == os.getpid()


def _seconds(process: Path) -> float:
    """Return the time of a process and of those it has waited for."""
    fields = (process / "stat").read_text().rpartition(")")[2].split()
    return sum(int(one) for one in fields[11:15]) / _TICK
