"""The one launcher: makes the environment that a command needs, then runs the command in it.

Only the standard library up to the point where the environment exists. Staff need no other file:

    python3 scripts/portal.py preview
"""

import hashlib
import os
import re
import signal
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
    os.environ.update(PYTHONUTF8="1", NO_MKDOCS_2_WARNING="1")
    return become([str(environment_python()), __file__, *arguments])


def become(command: "list[str]") -> int:
    """Go on as that program, so that whatever ends or interrupts this process does so to the
    program; on Windows, which has no such thing, run it. Its exit code."""
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the program as well
    return subprocess.call(command)


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
    """Run the environment's pip, quietly; a failure names its reason and its cure."""
    options = ["--quiet", "--disable-pip-version-check", "--no-input"]
    command = [str(environment_python()), "-m", "pip", *arguments, *options]
    finished = subprocess.run(
        command, check=False, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
    )
    if finished.returncode != 0:
        raise UnusableEnvironmentError(reason_of_failure(finished.stderr))
    print(finished.stderr, end="", file=sys.stderr)


FAILURES = {
    r"No space left|not enough space": ("Ổ đĩa đã đầy. Hãy xóa bớt tệp không cần rồi chạy lại."),
    r"Permission denied|Access is denied|Read-only file system|WinError (?:5|32)\b": (
        "Không ghi được vào thư mục .venv. Hãy đóng các cửa sổ đang chạy công cụ này, chép dự án "
        "vào thư mục của riêng bạn (không nằm trong OneDrive, Program Files) rồi chạy lại."
    ),
    r"DO NOT MATCH THE HASHES": (
        "Tệp tải về khác với tệp đã khóa nên không cài, phòng khi bị thay trên đường truyền. Hãy "
        "chạy lại bằng mạng khác; vẫn vậy thì báo cho kỹ thuật viên."
    ),
    r"NewConnectionError|NameResolution|getaddrinfo|[Tt]imed out|ConnectTimeout|ProxyError|SSLError"
    r"|[Cc]onnection (?:reset|refused|aborted|broken)|Network is unreachable|HTTP error [45]": (
        "Không tải được thư viện. Hãy kiểm tra mạng Internet (hoặc proxy của cơ quan) rồi chạy lại."
    ),
    r"No matching distribution|Requires-Python|metadata-generation-failed|subprocess-exited"
    r"|Failed to build|Failed building": (
        "Một thư viện chưa có bản cho Python {python}. Hãy cài một bản Python cũ hơn (từ 3.11) lấy "
        "ở python.org, xóa thư mục .venv rồi chạy lại bằng bản ấy."
    ),
}
"""What pip says of each kind of failure, and what staff are told. The first that is found counts:
pip says that there is no distribution whenever it could not ask for one."""
UNKNOWN = "Chưa cài được thư viện. Hãy gửi những dòng dưới đây cho kỹ thuật viên."
SHOWN_LINES, SHOWN_LETTERS = 4, 300


def reason_of_failure(said: str) -> str:
    """Why pip failed: a sentence for staff, then what pip itself said of it last."""
    sign = next((sign for sign in FAILURES if re.search(sign, said)), "")
    cure = FAILURES.get(sign, UNKNOWN)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if "ERROR" in line or re.search(sign, line)] or lines
    shown = (f"  {line[:SHOWN_LETTERS]}" for line in telling[-SHOWN_LINES:])
    python = ".".join(map(str, sys.version_info[:2]))
    return "\n".join([cure.format(python=python), *shown])


def environment_python() -> Path:
    """The Python of .venv, where Windows and where others keep it."""
    folder = "Scripts" if os.name == "nt" else "bin"
    return ENVIRONMENT / folder / ("python.exe" if os.name == "nt" else "python")


if __name__ == "__main__":
    raise SystemExit(main())
