"""The command `lock`: rewrites the locked requirements from pyproject.toml."""

import subprocess
import sys

import click

from commands import ROOT

OLDEST_PYTHON = "3.11"
LOCKS = (
    ["--group", "build", "-o", "requirements.txt"],
    ["--group", "build", "--group", "dev", "-c", "requirements.txt", "-o", "requirements-dev.txt"],
)
"""The second holds all of the first and is held to it: tests run on what is published with."""


@click.command(name="lock")
@click.option("--upgrade", is_flag=True, help="Nâng mọi thư viện lên bản mới nhất được phép.")
def command(upgrade: bool) -> int:
    """Khóa lại phiên bản thư viện theo pyproject.toml (dành cho người phát triển).

    Viết lại requirements.txt và requirements-dev.txt, kèm mã băm của từng tệp. Cần mạng Internet.
    """
    for lock in LOCKS:
        arguments = [*lock, "--upgrade"] if upgrade else lock
        if subprocess.run(compiler(arguments), cwd=ROOT, check=False).returncode != 0:
            raise click.ClickException(f"Chưa khóa được {lock[-1]}. Hãy xem thông báo của uv.")
        click.echo(f"Đã viết {lock[-1]}")
    return 0


def compiler(arguments: list[str]) -> list[str]:
    """The uv command that locks for every system, with hashes."""
    uv = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "pyproject.toml"]
    python = ["--universal", "--python-version", OLDEST_PYTHON]
    return [*uv, *python, "--generate-hashes", "--no-header", *arguments]
