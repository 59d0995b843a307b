"""The one launcher: makes the environment that a command needs, then runs the command in it.

Only the standard library up to the point where the environment exists. Staff need no other file:

    python3 scripts/portal.py preview
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
DEVELOPER_COMMANDS = {"test", "lock"}
NO_VENV = "Máy chưa tạo được môi trường Python. " + (
    "Hãy cài lại Python từ python.org rồi chạy lại."
    if os.name == "nt"
    else "Hãy cài rồi chạy lại: sudo apt install python3-venv"
)


def main() -> int:
    """Run the command named on the command line; exit code 2 where it cannot be run at all."""
    never_crash_the_console()
    if sys.version_info < OLDEST_PYTHON:
        print(f"Cần Python 3.11 trở lên, máy đang dùng {sys.version.split()[0]}. Hãy cài bản mới.")
        return 2
    if Path(sys.prefix).resolve() != ENVIRONMENT.resolve():
        return run_in_environment(sys.argv[1:])
    from commands import portal

    return portal(sys.argv[1:])


def never_crash_the_console() -> None:
    """Let a console that knows no Vietnamese show '?' instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def run_in_environment(arguments: "list[str]") -> int:
    """The command's exit code, run by the environment's Python once that has what it needs."""
    try:
        make_environment("requirements.txt")
        if DEVELOPER_COMMANDS & set(arguments[:1]):
            make_environment("requirements-dev.txt")
    except UnusableEnvironmentError as fault:
        print(fault, file=sys.stderr)
        return 2
    variables = {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    try:
        return subprocess.call([environment_python(), __file__, *arguments], env=variables)
    except KeyboardInterrupt:
        return 130


class UnusableEnvironmentError(Exception):
    """Why there is no environment, told to staff in one line."""


def make_environment(requirements: str) -> None:
    """Install what the locked file names into .venv, unless just that is installed already."""
    stamp = ENVIRONMENT / f"{requirements}.installed"
    wanted = fingerprint(requirements)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print(f"Đang cài các thư viện trong {requirements}, chỉ lần đầu, chờ vài phút …", flush=True)
    if not environment_python().exists():
        create_environment()
    pip("install", "--require-hashes", "--requirement", str(ROOT / requirements))
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp.write_text(wanted, encoding="utf-8")


def fingerprint(requirements: str) -> str:
    """What the installation depends on: the locked file, the project, the Python."""
    parts = [(ROOT / name).read_bytes() for name in (requirements, "pyproject.toml")]
    return hashlib.sha256(b"\0".join([*parts, sys.version.encode()])).hexdigest()


def create_environment() -> None:
    """Make an empty .venv."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        raise UnusableEnvironmentError(NO_VENV) from None
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=False)
    if made.returncode != 0:
        raise UnusableEnvironmentError(NO_VENV)


def pip(*arguments: str) -> None:
    """Run the environment's pip, quietly; a failure names itself and its cure."""
    options = ["--quiet", "--disable-pip-version-check", "--no-input"]
    command = [environment_python(), "-m", "pip", *arguments, *options]
    if subprocess.run(command, check=False).returncode != 0:
        raise UnusableEnvironmentError(
            "Chưa cài được thư viện. Hãy kiểm tra mạng Internet rồi chạy lại."
        )


def environment_python() -> Path:
    """The Python of .venv, where Windows and where others keep it."""
    folder = "Scripts" if os.name == "nt" else "bin"
    return ENVIRONMENT / folder / ("python.exe" if os.name == "nt" else "python")


if __name__ == "__main__":
    raise SystemExit(main())
