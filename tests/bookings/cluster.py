"""A PostgreSQL server of a test's own, from the programs installed here, that may be stopped as if the power failed."""

import os
import shutil
import subprocess
import tempfile
from glob import glob
from pathlib import Path

from tests.benchmarks.serving import free_port

PROGRAMS = sorted(glob("/usr/lib/postgresql/*/bin/pg_ctl"))
FOUND = PROGRAMS[-1] if PROGRAMS else shutil.which("pg_ctl") or ""
# PostgreSQL refuses to run as root.
AS_POSTGRES = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


class Cluster:
    """A server with one database, `site`."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bigcats-cluster-"))
        self.port = free_port()
        self.url = f"postgres://postgres@127.0.0.1:{self.port}/site"
        if AS_POSTGRES:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-N", "-A", "trust", "-U", "postgres")
        self.start()

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-w", "-l", log, "-o", options, "start")

    def kill(self) -> None:
        """Stop at once, without a word to anybody; the next start recovers from the log."""
        self._run("pg_ctl", "-m", "immediate", "stop")

    def remove(self) -> None:
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def fill_from(self, source: dict) -> None:
        """Copy the database that Django's settings describe."""
        own = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres"]
        subprocess.run([self._program("createdb"), *own, "site"], check=True)
        theirs = ["-h", source["HOST"], "-p", str(source["PORT"] or 5432), "-U", source["USER"]]
        dump = subprocess.run(
            [self._program("pg_dump"), *theirs, "--no-owner", source["NAME"]],
            check=True,
            capture_output=True,
        )
        psql = [self._program("psql"), *own, "-q", "-v", "ON_ERROR_STOP=1", "-d", "site"]
        subprocess.run(psql, input=dump.stdout, check=True, stdout=subprocess.DEVNULL)

    def _run(self, program: str, *options: str) -> None:
        command = [*AS_POSTGRES, self._program(program), "-D", str(self.folder / "data"), *options]
        subprocess.run(
            command, check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    @staticmethod
    def _program(name: str) -> str:
        return str(Path(FOUND).parent / name)
