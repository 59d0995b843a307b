"""`preview`: the site on this machine with live reload, drafts shown, by `mkdocs serve`."""

import os
import socket

import click

from commands.project import become_mkdocs, finish_build
from newsroom.content.uris import UNPUBLISHED

HOST = "127.0.0.1"


@click.command("preview")
@click.option(
    "--port",
    type=click.IntRange(1, 65_000),
    default=8000,
    show_default=True,
    metavar="SỐ",
    help="Cổng trên máy này.",
)
@click.option("--open/--no-open", "opens", default=True, help="Tự mở trình duyệt.")
@click.option("--clean", is_flag=True, help="Quên những lần xem trước, dựng lại từ đầu.")
def command(port: int, opens: bool, clean: bool) -> int:
    """Xem thử trang web trên máy này; sửa bài và lưu thì trang tự tải lại. Ctrl+C để dừng."""
    finish_build()
    address = f"{HOST}:{_free_port(port)}"
    click.echo(f"Đang dựng trang. Bấm Ctrl+C để dừng. Xem tại http://{address}/")
    click.echo(f"Bản nháp, bài hẹn giờ, bài có lỗi: http://{address}/{UNPUBLISHED}")
    # Named outright: with click 8.3 MkDocs 1.6 takes the flag's default for "off" (mkdocs#4032).
    options = ["--livereload", "--dev-addr", address, *(["--open"] if opens else [])]
    # MkDocs serves below the path of site_url; here the site stands at the root.
    os.environ["SITE_URL"] = f"http://{address}/"
    return become_mkdocs("serve", *options, clean=clean)


def _free_port(wanted: int) -> int:
    """The wanted port, or the next one that nothing else on this machine uses."""
    for port in range(wanted, wanted + 50):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) != 0:
                return port
    return wanted
