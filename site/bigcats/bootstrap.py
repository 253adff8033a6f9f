"""Make `.venv` and install the pinned packages; run by the machine's own Python, so standard library only.

    python3 site/bigcats/bootstrap.py requirements.txt

Says in one sentence what is wrong when the Python is too old or an installation fails. Does nothing, and needs no
network, when the packages of the file are installed already.
"""

import hashlib
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VENV = os.path.join(ROOT, ".venv")
NEEDED = (3, 11)


def main(requirements):
    if sys.version_info < NEEDED:
        have = ".".join(str(part) for part in sys.version_info[:2])
        return f"Python 3.11 or newer is needed; this is Python {have}. Name another with PYTHON=python3.12."
    stamp = os.path.join(VENV, "installed-" + os.path.basename(requirements))
    wanted = _fingerprint(requirements)
    if _content(stamp) == wanted:
        return None
    problem = _make_venv() or _install(requirements)
    if problem is None:
        with open(stamp, "w") as file:
            file.write(wanted)
    return problem


def _content(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return None


def _fingerprint(requirements):
    """Hash the file and those it includes, and the Python they are for."""
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in (requirements, "requirements.txt"):
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def _python():
    folder = "Scripts" if os.name == "nt" else "bin"
    return os.path.join(VENV, folder, "python")


def _has_pip():
    if not os.path.exists(_python()):
        return False
    asked = subprocess.run([_python(), "-m", "pip", "--version"], capture_output=True, text=True)
    return asked.returncode == 0


def _make_venv():
    if _has_pip():
        return None
    print("Making .venv …", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", VENV]  # clear: one may be half made
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        return (
            "The virtual environment could not be made (on Debian: apt-get install python3-venv): "
            + _last_line(made.stderr or made.stdout)
        )
    return None


def _install(requirements):
    print(f"Installing the packages of {requirements} …", flush=True)
    command = [
        _python(),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-r",
        requirements,
    ]
    installed = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    if installed.returncode:
        return "The packages could not be installed (is there a network?): " + _last_line(
            installed.stderr
        )
    return None


def _last_line(text):
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return lines[-1] if lines else "no reason was given"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "requirements.txt"))
