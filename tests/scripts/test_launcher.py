"""scripts/portal.py: the environment it makes, consoles that know no Vietnamese, interruptions."""

import os
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
    assert b"'--fast'" in shown.stderr


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
