"""`build`: the site as it is published, by `mkdocs build`."""

import click

from commands.project import become_mkdocs


@click.command("build")
@click.option("--strict", is_flag=True, help="Dừng khi có bài lỗi hoặc cảnh báo.")
@click.option("--site-dir", metavar="THƯ MỤC", help="Nơi ghi trang web (mặc định: site).")
@click.option("--clean", is_flag=True, help="Quên những lần dựng trước, dựng lại từ đầu.")
def command(strict: bool, site_dir: str | None, clean: bool) -> int:
    """Dựng trang web vào thư mục site: chỉ dựng những gì đã đổi. Hỏng thì bản cũ vẫn nguyên."""
    options = ["--strict"] if strict else []
    options += ["--site-dir", site_dir] if site_dir else []
    return become_mkdocs("build", *options, clean=clean)
