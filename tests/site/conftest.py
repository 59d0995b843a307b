"""The repository's own site: built once a run, and served as GitHub Pages serves it."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from newsroom.text.dates import VIETNAM

ROOT = Path(__file__).resolve().parents[2]
SAMPLE_DAY = datetime(2026, 11, 27, 12, tzinfo=VIETNAM)
"""The moment at which the sample is built, whatever the clock says: its campaigns run then."""
BUILD_PATIENCE = 600
"""Seconds that one test process waits for the build of another."""

PAGE_KINDS = {
    "home": r"",
    "article": r"tin/\d{4}/\d{2}/[^/]+/",
    "sections": r"chuyen-muc/",
    "section": r"chuyen-muc/[^/]+/",
    "tags": r"tu-khoa/",
    "tag": r"tu-khoa/[^/]+/",
    "archive": r"luu-tru/",
    "year": r"luu-tru/\d{4}/",
    "quarter": r"luu-tru/\d{4}/quy-[1-4]/",
    "month": r"luu-tru/\d{4}/\d{2}/",
    "reviews": r"so-ket-quy/",
    "reviews of a quarter": r"so-ket-quy/\d{4}/quy-[1-4]/",
    "reviews of a year": r"so-ket-nam/\d{4}/(?:6-thang-dau-nam/)?",
    "organization": r"don-vi/[^/]+/",
    "campaigns": r"phong-trao/",
    "campaign": r"phong-trao/[^/]+/",
    "calendar": r"lich/",
    "most viewed": r"doc-nhieu/",
    "following": r"theo-doi/",
    "search": r"tim-kiem/",
    "about": r"gioi-thieu/",
    "contact": r"lien-he/",
    "english": r"english/",
    "not found": r"404\.html",
}
"""Each kind of page with the addresses that it has, relative to the site's root."""


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site; the first test process builds, the others wait for it."""
    folder = folder_of_the_run(tmp_path_factory)
    site, lock, report = (folder / f"built-site{end}" for end in ("", ".lock", ".report"))
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        wait_for(report)
    else:
        publish_report(report, build(site))
    if failure := report.read_text(encoding="utf-8"):
        pytest.fail(failure, pytrace=False)
    return site


def folder_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The temporary folder that all processes of this run share, and no other run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture
def properdocs_site(tmp_path: Path) -> Path:
    """The folder of the same site, built by ProperDocs."""
    if failure := build(tmp_path / "site", "properdocs"):
        pytest.fail(failure, pytrace=False)
    return tmp_path / "site"


def build(site: Path, by: str = "mkdocs") -> str:
    """Build the site; what MkDocs said if that fails, else nothing. No warning is let pass."""
    command = [sys.executable, "-m", by, "build", "--strict", "--site-dir", str(site)]
    command += ["--config-file", "mkdocs.yml"]  # ProperDocs looks for properdocs.yml
    moment = {"SOURCE_DATE_EPOCH": f"{SAMPLE_DAY.timestamp():.0f}"}
    variables = {**os.environ, **moment, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    finished = subprocess.run(
        command,
        cwd=ROOT,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if finished.returncode == 0:
        return ""
    return f"{by} build failed\n{finished.stdout}{finished.stderr}"


def publish_report(report: Path, text: str) -> None:
    """Write the report so that who waits for it sees it whole or not at all."""
    draft = report.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(report)


def wait_for(report: Path) -> None:
    """Return once the report exists."""
    end = time.monotonic() + BUILD_PATIENCE
    while not report.exists():
        if time.monotonic() > end:
            pytest.fail(f"no build within {BUILD_PATIENCE} s", pytrace=False)
        time.sleep(0.1)


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> str:
    """The address that the home page says it is published at, ending in '/'."""
    home = (built_site / "index.html").read_text(encoding="utf-8")
    canonical = re.search(r'<link\b[^>]*\brel="?canonical"?[^>]*>', home)
    address = re.search(r'href="?(https?://[^\s">]+/)', canonical[0] if canonical else "")
    assert address, "the home page names no canonical address; is site_url set in mkdocs.yml?"
    return address[1]


@pytest.fixture(scope="session")
def served_site(built_site: Path, site_url: str) -> Iterator[str]:
    """The base URL of a server that answers as GitHub Pages does, under site_url's path."""
    handler = partial(PagesHandler, directory=str(built_site), base=urlsplit(site_url).path)
    with PagesServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{urlsplit(site_url).path}"
        server.shutdown()
        thread.join()


class PagesServer(ThreadingHTTPServer):
    """Says nothing of a browser that closes a page before all of it has come."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class PagesHandler(SimpleHTTPRequestHandler):
    """GitHub Pages in small: one site under a path, 404.html for whatever it does not hold."""

    extensions_map = {  # noqa: RUF012 (the base class has it so; Windows' registry is not asked)
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".gz": "application/gzip",
        ".html": "text/html; charset=utf-8",
        ".ico": "image/vnd.microsoft.icon",
        ".ics": "text/calendar; charset=utf-8",
        ".jpg": "image/jpeg",
        ".js": "application/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".mjs": "application/javascript; charset=utf-8",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".webmanifest": "application/manifest+json; charset=utf-8",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }

    def __init__(self, *args: object, base: str, **kwargs: object) -> None:
        self.base = base
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            return str(Path(self.directory) / "outside the site")
        return super().translate_path("/" + path.removeprefix(self.base))

    def list_directory(self, path: str) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's)
        """Keep quiet: a failed request shows in the browser's tests."""


@pytest.fixture(scope="session")
def page_uris(built_site: Path) -> list[str]:
    """The addresses of all pages, relative to the site's root: '', 'lien-he/', '404.html'."""
    return sorted(
        page.relative_to(built_site).as_posix().removesuffix("index.html")
        for page in built_site.rglob("*.html")
    )


@pytest.fixture(scope="session", params=PAGE_KINDS)
def page_uri(request: pytest.FixtureRequest, page_uris: list[str], built_site: Path) -> str:
    """The address of a page, of every kind in turn."""
    return page_of_kind(request.param, page_uris, built_site)


@pytest.fixture(scope="session")
def page_of_each_kind(page_uris: list[str], built_site: Path) -> list[Path]:
    """The files of the same pages."""
    uris = [page_of_kind(kind, page_uris, built_site) for kind in PAGE_KINDS]
    return [page_file(built_site, uri) for uri in uris]


def page_of_kind(kind: str, page_uris: list[str], site: Path) -> str:
    """The longest page of the kind, because it shows the most."""
    uris = [uri for uri in page_uris if re.fullmatch(PAGE_KINDS[kind], uri)]
    assert uris, f"the built site has no page of the kind “{kind}” ({PAGE_KINDS[kind]})"
    return max(uris, key=lambda uri: page_file(site, uri).stat().st_size)


def page_file(site: Path, uri: str) -> Path:
    """Where the built site holds the page."""
    return site / (uri if uri.endswith(".html") else f"{uri}index.html")
