"""`build`: the site as it is published, by `mkdocs build`."""

import subprocess
import sys

import click

from commands import ROOT
from commands.project import build_environment


@click.command("build")
@click.option("--strict", is_flag=True, help="Dừng khi có bài lỗi hoặc cảnh báo.")
@click.option("--site-dir", metavar="THƯ MỤC", help="Nơi ghi trang web (mặc định: site).")
@click.option("--clean", is_flag=True, help="Quên những lần dựng trước, dựng lại từ đầu.")
def command(strict: bool, site_dir: str | None, clean: bool) -> int:
    """Dựng trang web vào thư mục site: chỉ dựng những gì đã đổi. Hỏng thì bản cũ vẫn nguyên."""
    options = ["--strict"] if strict else []
    options += ["--site-dir", site_dir] if site_dir else []
    finished = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=ROOT,
        env=build_environment(clean=clean),
        check=False,
    )
    return finished.returncode
