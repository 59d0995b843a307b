"""A small site with a search index, and a server of it that can be broken and counted."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader

from newsroom.content import uris
from newsroom.content.newsroom import Ward
from newsroom.search.update.indexing import build_index
from newsroom.search.words.documents import SearchDocument
from newsroom.site.theme.scripts import SCRIPTS as FOLDER
from newsroom.site.theme.scripts import published_scripts
from newsroom.site.theme.templates import prepare
from newsroom.text.abbreviations import Abbreviation
from newsroom.text.dates import VIETNAM
from newsroom.text.search_words import NO_WORDS, SearchWords

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCRIPTS = ROOT / "docs" / "javascripts" / "search"
JS = "text/javascript"
SOON = 0.02
"""Seconds until a server that is told to end looks whether it is; half a second, as it would be,
costs the tests of this folder two minutes."""
OLD = """delete Object.hasOwn; delete Array.prototype.at; delete String.prototype.replaceAll;
delete String.prototype.matchAll; delete Object.fromEntries; delete Promise.allSettled;
delete Element.prototype.replaceChildren; delete self.DecompressionStream;
delete self.structuredClone; delete self.queueMicrotask;"""
"""What the oldest browsers of decision 36 do not have."""
WARD = Ward(
    name="Phường Hoa Sen",
    city="Thành phố Hà Nội",
    address="Số 1 phố Hoa Sen",
    phone="024 1234 5678",
    email="hoasen@phuong.example",
    working_hours="Thứ Hai đến thứ Sáu: 8:00–17:00",
)


class EngineError(Exception):
    """What the engine raised."""


def document(number: int = 0, **fields: Any) -> SearchDocument:
    date = datetime(2023, 1, 1, 8, tzinfo=VIETNAM) + timedelta(days=20 * number)
    values: dict[str, Any] = {
        "uri": f"tin/{number}/", "title": f"Bài {number}", "date": date, "lead": "", "text": "",
        "section_slug": "thong-bao", "section_title": "Thông báo",
        "campaign_slug": "", "campaign_title": "",
        "quarter": f"{date.year}-Q{(date.month + 2) // 3}", "views": 0,
    }  # fmt: skip
    return SearchDocument(**(values | fields))


SLIPS = [
    document(0, title="Ngói lợp nhà"),
    *(document(n, title=f"Quỹ vì người nghèo {n}") for n in range(1, 5)),
]
"""Ngoi is a word, but not beside "vì" and "nghèo"."""


def ranked_documents(cases: dict[str, Any]) -> list[SearchDocument]:
    return [
        document(number, uri=f"tin/{slug}/", title=article["title"], text=article["text"],
                 lead=article["text"].partition("\n")[0],
                 keywords=tuple(article.get("keywords", ())))
        for number, (slug, article) in enumerate(cases["articles"].items())
    ]  # fmt: skip


@dataclass
class Site:
    """A server of files that can be changed, broken and counted while it runs."""

    files: dict[str, bytes] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    broken: dict[str, int] = field(default_factory=dict)
    """How many of the next requests fail, by the start of the path."""
    cache_control: str = "no-store"
    cached: dict[str, bytes] = field(default_factory=dict)
    """What is answered, ten minutes old, unless it is asked for anew."""
    published: str = ""
    """When all files were published, where the server says so."""
    address: str = ""

    def publish(
        self,
        documents: list[SearchDocument],
        abbreviations: list[Abbreviation] | None = None,
        words: SearchWords = NO_WORDS,
    ) -> None:
        """Put the index of the documents in the place of the one before, and the scripts."""
        index = build_index(documents, abbreviations or [], words)
        pages = {name: text for name, text in self.files.items() if name.endswith(".html")}
        scripts = {f"{FOLDER}{name}": text for name, text in published_scripts(SCRIPTS).items()}
        self.files = pages | scripts | {f"search/{name}": data for name, data in index.items()}

    @property
    def index_address(self) -> str:
        return f"{self.address}search/"

    def asked(self, start: str) -> list[str]:
        return [path for path in self.requests if path.startswith(start)]

    def answer(self, path: str, *, is_anew: bool) -> tuple[int, bytes, dict[str, str]]:
        self.requests.append(path)
        if path in self.cached and not is_anew:
            return 200, self.cached[path], {"Age": "600"}
        for start, times in self.broken.items():
            if path.startswith(start) and times:
                self.broken[start] -= 1
                return 503, b"", {}
        content = self.files.get(path)
        headers = {"Last-Modified": self.published} if self.published else {}
        return (404, b"", {}) if content is None else (200, content, headers)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    """Head and content go out together: apart, the second waits 40 ms for the first's receipt."""

    def __init__(self, site: Site, *arguments: Any) -> None:
        self.site = site
        super().__init__(*arguments)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].removeprefix("/")
        path += "index.html" if path.endswith("/") or not path else ""
        is_anew = "Cache-Control" in self.headers
        status, content, headers = self.site.answer(path, is_anew=is_anew)
        kinds = {".js": "text/javascript", ".html": "text/html; charset=utf-8"}
        self.send_response(status)
        self.send_header("Content-Type", kinds.get(Path(path).suffix, "text/plain"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", self.site.cache_control)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128
    """Node opens a connection for each file at once; one more than fit is tried again after 1 s."""


@contextmanager
def serve() -> Iterator[Site]:
    site = Site()
    handler = functools.partial(_Handler, site)
    with _Server(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(SOON,))
        thread.start()
        site.address = f"http://127.0.0.1:{server.server_port}/"
        yield site
        server.shutdown()
        thread.join()


def cases(name: str) -> Any:
    """A file of cases, every value as it is written."""
    return yaml.load((HERE / name).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506


def drawn(template: str) -> str:
    """A part of a page of that ward, whose site lies at the root."""
    environment = Environment(loader=FileSystemLoader(ROOT / "docs/overrides"), autoescape=True)
    prepare(environment)
    environment.filters["url"] = lambda uri: f"/{uri}"
    newsroom = SimpleNamespace(ward=WARD)
    return environment.get_template(f"newsroom/partials/{template}.html").render(
        config={"extra": {"newsroom": newsroom}}, nav={"pages": [{"url": uris.CONTACT}]}, uris=uris
    )
