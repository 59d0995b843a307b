"""scripts/portal.py: the environment it makes, consoles that know no Vietnamese, interruptions."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INNER = """
import sys
from pathlib import Path
sys.path.insert(0, {scripts!r})
import portal
portal.ENVIRONMENT = Path({environment!r})
sys.argv[0] = "portal.py"
{before}
raise SystemExit(portal.main())
"""


def launch(
    *arguments: str, environment: Path = Path(sys.prefix), before: str = "", **variables: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run the launcher in a process, as if .venv were that environment."""
    code = INNER.format(scripts=str(ROOT / "scripts"), environment=str(environment), before=before)
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, **variables},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258", "utf-8"])
def test_console_of_any_encoding_shows_help_and_does_not_crash(encoding: str) -> None:
    shown = launch("check", "--help", PYTHONIOENCODING=encoding, PYTHONUTF8="0")

    assert shown.returncode == 0, shown.stderr
    assert b"portal.py check" in shown.stdout
    assert b"Traceback" not in shown.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_console_of_any_encoding_gets_messages(encoding: str) -> None:
    shown = launch("check", "--fast", PYTHONIOENCODING=encoding, PYTHONUTF8="0")

    assert shown.returncode == 2
    assert b"Traceback" not in shown.stderr
    assert b"--fast" in shown.stderr


def test_machine_without_ensurepip_is_told_in_one_line_what_to_install(tmp_path: Path) -> None:
    blocked = (
        "class Blocker:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'ensurepip': raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Blocker())\n"
    )

    shown = launch("check", environment=tmp_path / ".venv", before=blocked, PYTHONUTF8="1")

    assert shown.returncode == 2
    cure = (
        "Hãy cài lại Python từ python.org rồi chạy lại."
        if os.name == "nt"
        else "Hãy cài rồi chạy lại: sudo apt install python3-venv"
    )
    assert shown.stderr.decode().splitlines() == [f"Máy chưa tạo được môi trường Python. {cure}"]
    assert not (tmp_path / ".venv").exists()


def test_failed_installation_is_told_and_tried_again_next_time(tmp_path: Path) -> None:
    """The environment's Python is a stand-in that ends with 1, as pip does without a network."""
    environment = tmp_path / ".venv"
    stand_in = (
        "portal.environment_python = lambda: Path(sys.executable)\n"
        "portal.pip = lambda *a: (_ for _ in ()).throw("
        "portal.UnusableEnvironmentError('Chưa cài được thư viện.'))\n"
    )

    shown = launch("check", environment=environment, before=stand_in, PYTHONUTF8="1")

    assert shown.returncode == 2
    assert "Chưa cài được thư viện." in shown.stderr.decode()
    assert not (environment / "requirements.txt.installed").exists()


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")
@pytest.mark.parametrize(
    ("said", "cure", "shown"),
    [
        (
            "Retrying: NewConnectionError\nERROR: No matching distribution found for pyyaml==6\n",
            "Hãy kiểm tra mạng Internet",
            "NewConnectionError",
        ),
        (
            "ERROR: No matching distribution found for pillow==1\n",
            "chưa có bản cho Python",
            "pillow",
        ),
        ("error: subprocess-exited-with-error\nERROR: Failed to build 'x'\n", "chưa có bản", "'x'"),
        ("ERROR: [Errno 28] No space left on device: '/a'\n", "Ổ đĩa đã đầy.", "'/a'"),
        (
            "ERROR: [WinError 32] C:\\nha\\.venv\\x.pyd\n",
            "Không ghi được vào thư mục .venv",
            "x.pyd",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES …\n", "khác với tệp đã khóa", "HASHES"),
        ("Traceback\nKeyError: 'lạ'\n", "gửi những dòng dưới đây", "KeyError: 'lạ'"),
    ],
    ids=["no network", "no wheel", "no compiler", "disk full", "held", "hash", "unknown"],
)
def test_failed_installation_tells_the_kind_of_reason_and_pips_own_words(
    tmp_path: Path, said: str, cure: str, shown: str
) -> None:
    """The environment's Python is a stand-in whose pip says that and ends with 1."""
    failing = tmp_path / "python"
    failing.write_text(
        f"#!{sys.executable}\nimport sys\nsys.stderr.write({said!r})\nsys.exit(1)\n",
        encoding="utf-8",
    )
    failing.chmod(0o755)
    stand_in = f"portal.environment_python = lambda: Path({str(failing)!r})\n"

    ended = launch("check", environment=tmp_path / ".venv", before=stand_in, PYTHONUTF8="1")

    sentence, *pips = ended.stderr.decode().splitlines()
    assert ended.returncode == 2
    assert cure in sentence
    assert shown in "\n".join(pips)
    assert len(pips) <= 4


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals of this kind")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_what_ends_the_launcher_ends_the_command(tmp_path: Path, number: int) -> None:
    """The launcher's process is the command's, so there is none that could live on."""
    program = tmp_path / "program.py"
    program.write_text(
        "import os, time\nprint(os.getpid(), flush=True)\ntime.sleep(60)\n", encoding="utf-8"
    )
    code = (
        "import signal, sys, portal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job ignores it\n"
        f"portal.become([sys.executable, {str(program)!r}])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT / "scripts", stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as launcher:  # fmt: skip
        assert launcher.stdout
        assert int(launcher.stdout.readline()) == launcher.pid
        launcher.send_signal(number)

        assert launcher.wait(20) == -number


def test_old_python_is_told_what_to_install(tmp_path: Path) -> None:
    old = "portal.OLDEST_PYTHON = (99, 0)\n"

    shown = launch("check", environment=tmp_path, before=old, PYTHONUTF8="1")

    assert shown.returncode == 2
    assert "Hãy cài bản mới." in shown.stdout.decode()


def test_launcher_runs_the_command_by_the_environments_python(tmp_path: Path) -> None:
    """An installed environment is used as it is: nothing is installed a second time."""
    environment = tmp_path / ".venv"
    environment.mkdir()
    ready = (
        "portal.environment_python = lambda: Path(sys.executable)\n"
        "portal.pip = None\n"
        "stamp = portal.ENVIRONMENT / 'requirements.txt.installed'\n"
        "stamp.write_text(portal.fingerprint('requirements.txt'), encoding='utf-8')\n"
        "portal.__file__ = sys.argv.pop(1)\n"
    )
    program = tmp_path / "program.py"
    program.write_text(
        "import os, sys\nprint(sys.argv[1:], os.environ['PYTHONUTF8'])\nsys.exit(7)\n",
        encoding="utf-8",
    )

    shown = launch(str(program), "check", "--fix", environment=environment, before=ready)

    assert shown.returncode == 7, shown.stderr
    assert shown.stdout.decode().strip() == "['check', '--fix'] 1"


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_change_of_what_is_installed_installs_again(tmp_path: Path, name: str) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("launcher", ROOT / "scripts" / "portal.py")
    assert spec and spec.loader
    launcher = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(launcher)
    vars(launcher)["ROOT"] = tmp_path
    for file in ("requirements.txt", "pyproject.toml"):
        (tmp_path / file).write_text("a", encoding="utf-8")
    before = launcher.fingerprint("requirements.txt")

    (tmp_path / name).write_text("b", encoding="utf-8")

    assert launcher.fingerprint("requirements.txt") != before
