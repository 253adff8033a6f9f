"""The regular work: every command exists and runs, a failure stops nothing, and it ends with the server."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest
from django.core.management import get_commands

from bigcats import regular_work
from bigcats.environment import BASE_DIR
from bigcats.regular_work import SCHEDULE, scheduler


def test_everything_scheduled_is_a_command_and_stands_in_the_docs():
    docs = (BASE_DIR / "docs/operating.md").read_text()
    for command in SCHEDULE:
        assert command in get_commands()
        assert f"`manage.py {command}`" in docs


def test_holds_and_mails_are_looked_at_every_minute_and_erasing_every_night():
    keeper = scheduler()
    now = datetime(2026, 11, 30, 9, 59, 30, tzinfo=UTC)
    due = {job.id: job.trigger.get_next_fire_time(None, now) for job in keeper.get_jobs()}
    assert set(due) == set(SCHEDULE)
    assert (
        due["settle_bookings"] == due["send_mail_queue"] == now.replace(hour=10, minute=0, second=0)
    )
    assert due["purge_personal_data"] == now.replace(hour=16, minute=0, second=0)
    assert due["scan_public_files"].date().isoformat() == "2026-12-06"


@pytest.mark.django_db
def test_a_failing_command_is_logged_and_stops_nothing(caplog, monkeypatch):
    monkeypatch.setattr(regular_work, "call_command", lambda *a, **k: sys.exit(1))
    regular_work.run("reconcile_bookings")
    assert "reconcile_bookings failed" in caplog.text


@pytest.mark.long
def test_it_ends_with_the_process_that_started_it(tmp_path):
    script = (
        "import subprocess, sys; "
        "child = subprocess.Popen([sys.executable, 'manage.py', 'keep_house', '--with-parent'], "
        "stdout=subprocess.PIPE, text=True); "
        "child.stdout.readline(); print(child.pid, flush=True)"
    )
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3"}
    answer = subprocess.run(
        [sys.executable, "-c", script],
        cwd=BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    pid = int(answer.stdout)
    deadline = time.monotonic() + 30
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.5)
    assert not is_running(pid)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rpartition(")")[2].split()[0] != "Z"
