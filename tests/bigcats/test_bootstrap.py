"""`make run` on strange machines: one clear sentence."""

import os
import socket
import subprocess
import sys

from bigcats import bootstrap
from bigcats.environment import BASE_DIR


def test_old_python_is_named(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert bootstrap.main("requirements.txt").startswith(
        "Python 3.11 or newer is needed; this is Python 3.9."
    )


def test_failed_installation_says_why(tmp_path):
    broken = tmp_path / "broken.txt"
    broken.write_text("not a requirement at all ===\n")
    problem = bootstrap._install(str(broken))
    assert problem.startswith("The packages could not be installed")
    assert "\n" not in problem


def test_half_made_environment_is_made_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "VENV", str(tmp_path))
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    home = f"home = {os.path.dirname(sys.executable)}"
    (tmp_path / "pyvenv.cfg").write_text(f"{home}\ninclude-system-site-packages = false\n")
    assert not bootstrap._has_pip()
    assert bootstrap._make_venv() is None
    assert bootstrap._has_pip()


def test_installed_packages_are_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "VENV", str(tmp_path))
    stamp = tmp_path / "installed-requirements.txt"
    stamp.write_text(bootstrap._fingerprint("requirements.txt"))
    assert bootstrap.main("requirements.txt") is None
    assert [path.name for path in tmp_path.iterdir()] == [stamp.name]


def test_taken_port_says_so_in_one_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = subprocess.run(
            [sys.executable, "manage.py", "serve"],
            cwd=BASE_DIR,
            env={
                **os.environ,
                "PORT": str(port),
                "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
            },
            capture_output=True,
            text=True,
            timeout=120,
        )
    assert result.returncode == 1
    assert result.stderr.strip().endswith(f"make run PORT={port + 1}")
    assert "Traceback" not in result.stderr
