"""Serves a built site as GitHub Pages does: text is compressed, under the path of its address."""

import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

TEXT = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".webmanifest")


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site's home page, served while within."""
    base = base_of(site)
    answers = partial(Gzipping, directory=str(site), base=base)
    with ThreadingHTTPServer(("127.0.0.1", 0), answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()


def base_of(site: Path) -> str:
    """The path that the home page says it is published at, since 404.html names files by it."""
    home = (site / "index.html").read_text(encoding="utf-8")
    canonical = re.search(r'rel="canonical" href="([^"]+)"', home)
    return urlsplit(canonical[1]).path if canonical else "/"


class Gzipping(SimpleHTTPRequestHandler):
    """Answers whatever is asked for below the base from a folder."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, base: str, **options: object) -> None:
        self.base = base
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Where the file lies: below the base alone."""
        return super().translate_path("/" + path.removeprefix(self.base))

    def send_head(self) -> BinaryIO | None:  # type: ignore[override]
        """Send a text with gzip, anything else as it is."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in TEXT or not file.is_file():
            return super().send_head()  # type: ignore[return-value]
        packed = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        self.wfile.write(packed)
        return None

    def log_message(self, *_: object) -> None:
        """Say nothing."""
