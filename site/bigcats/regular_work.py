"""What a running site has to do again and again, and when; `keep_house` does it, or a scheduler of the machine."""

import logging
from collections.abc import Callable
from io import StringIO

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.cron import CronTrigger
from django.core.management import call_command
from django.db import close_old_connections

logger = logging.getLogger("bigcats.regular_work")

# Times of day are UTC: 16:00 is two o'clock at night in Vladivostok and midnight in Beijing.
SCHEDULE: dict[str, dict[str, str]] = {
    "send_mail_queue": {"minute": "*"},
    "settle_bookings": {"minute": "*"},
    "publish_scheduled": {"minute": "*/5"},
    "look_for_overdue": {"minute": "*/5"},
    "tend_departures": {"minute": "*/10"},
    "send_digests": {"hour": "22"},
    "write_walk_mails": {"hour": "22", "minute": "30"},
    "purge_personal_data": {"hour": "16"},
    "reconcile_bookings": {"hour": "16", "minute": "20"},
    "check_links": {"hour": "16", "minute": "40"},
    "scan_public_files": {"day_of_week": "sun", "hour": "17"},
}


def run(command: str) -> None:
    """Run one command; what it says is logged, and a failure of one never stops the others."""
    close_old_connections()
    try:
        call_command(command, stdout=StringIO())
    except (Exception, SystemExit):
        logger.exception("%s failed; it will be tried again at its next time.", command)
    finally:
        close_old_connections()


def scheduler(
    run_command: Callable[[str], None] = run, kind: type[BaseScheduler] = BackgroundScheduler
) -> BaseScheduler:
    """Return a scheduler with everything of SCHEDULE, one thing at a time; not yet started."""
    keeper = kind(timezone="UTC", executors={"default": ThreadPoolExecutor(1)})
    for command, when in SCHEDULE.items():
        fields = {"second": "0", **({} if "minute" in when else {"minute": "0"}), **when}
        keeper.add_job(
            run_command,
            CronTrigger(timezone="UTC", **fields),
            args=[command],
            id=command,
            coalesce=True,
            misfire_grace_time=None,
        )
    return keeper
