"""Measures the search index of any articles, beside Material's stock search and Pagefind.

    python scripts/benchmark_search.py articles
    python scripts/benchmark_search.py news.jsonl.xz --limit 2000 --queries queries.jsonl
A folder holds articles in Markdown; a JSONL file has id, title, category and text a line. Queries
are, unless a file gives them (key `exact` or `noaccent`), four syllables of every n-th title.
Pagefind is measured where its package is installed: pip install 'pagefind[bin]'.
"""

import argparse
import functools
import gc
import gzip
import http.server
import importlib.util
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path

from playwright.sync_api import Browser

from benchmarking.browsing import chromium
from benchmarking.documents import read_documents
from newsroom.content.abbreviations_file import read_abbreviations
from newsroom.search.update.indexing import build_index
from newsroom.search.words.documents import SearchDocument
from newsroom.site.theme.scripts import SCRIPTS, published_scripts

ROOT = Path(__file__).resolve().parents[1]
STUB = "javascripts/search/field.js"
OURS = f'<!doctype html><title>-</title><script type="module" src="{STUB}"></script>'
PAGEFIND = """<!doctype html><title>-</title><script type="module">
window.portalSearch = async (query, count = 10) => {
  if (!query) return [];
  const pagefind = await import("./pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  return Promise.all(results.slice(0, count).map((result) => result.data().then((d) => d.url)));
};
</script>"""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--cold", type=int, default=60, help="how many queries, each a first visit")
    options = parser.parse_args(argv)
    documents = read_documents(options.articles)[: options.limit]
    queries = read_queries(options.queries, documents)
    wanted = queries[:: max(1, len(queries) // options.cold)][: options.cold]
    print(f"{len(documents)} articles, {len(wanted)} queries")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        measure_ours(documents, Path(folder) / "ours", browser, wanted)
        measure_material(documents)
        measure_pagefind(documents, Path(folder) / "pagefind", browser, wanted)
    return 0


def measure_ours(
    documents: list[SearchDocument], site: Path, browser: Browser, queries: list[str]
) -> None:
    text = (ROOT / "docs" / "abbreviations.yml").read_text(encoding="utf-8")
    abbreviations, _ = read_abbreviations(text)
    before = peak_memory()
    gc.disable()  # as in a build of the portal
    start = time.process_time()
    files = build_index(documents, abbreviations)
    spent = time.process_time() - start
    gc.enable()
    report_size("this index", files)
    print(f"  build {spent:.1f} s CPU; peak memory {before:.0f} → {peak_memory():.0f} MB")
    older = build_index(documents[:-1], abbreviations)
    changed = sum(older.get(name) != content for name, content in files.items())
    print(f"  one new article: {changed} of {len(files)} files written, "
          f"{len(older.keys() - files.keys())} removed")  # fmt: skip
    middle = len(documents) // 2
    less = build_index(documents[:middle] + documents[middle + 1 :], abbreviations)
    changed = sum(files.get(name) != content for name, content in less.items())
    print(f"  an old article deleted: {changed} files written")
    write_files(site / "search", files)
    write_files(site / SCRIPTS, published_scripts(ROOT / "docs" / SCRIPTS))
    stub = (site / STUB).stat().st_size
    print(f"  every page load {stub:,} bytes")
    (site / "index.html").write_text(OURS, encoding="utf-8")
    report_queries(site, browser, queries)


def measure_material(documents: list[SearchDocument]) -> None:
    """Material requests its whole index on every page load, so that is both figures."""
    docs = [{"location": d.uri, "title": d.title, "text": d.text} for d in documents]
    content = json.dumps({"config": {"lang": ["vi"]}, "docs": docs}, ensure_ascii=False).encode()
    print(f"Material's stock index\n  1 file, {len(content):,} bytes; "
          f"every page load {len(gzip.compress(content, 6)):,} bytes gzipped")  # fmt: skip


def measure_pagefind(
    documents: list[SearchDocument], site: Path, browser: Browser, queries: list[str]
) -> None:
    if importlib.util.find_spec("pagefind") is None:
        print("Pagefind is not installed: pip install 'pagefind[bin]'")
        return
    for document in documents:
        page = (
            f'<!doctype html><html lang="vi"><title>{escape(document.title)}</title>'
            f"<main data-pagefind-body><h1>{escape(document.title)}</h1>"
            f"<p>{escape(document.text)}</p></main></html>"
        )
        write_files(site, {f"{document.uri}index.html": page.encode()})
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site)], check=True, capture_output=True
    )
    spent = time.perf_counter() - start
    made = [path for path in (site / "pagefind").rglob("*") if path.is_file()]
    report_size("Pagefind", {str(path): path.read_bytes() for path in made})
    print(f"  build {spent:.1f} s")
    (site / "index.html").write_text(PAGEFIND, encoding="utf-8")
    report_queries(site, browser, queries)


def report_size(name: str, files: dict[str, bytes]) -> None:
    sizes = [len(content) for content in files.values()]
    print(f"{name}\n  {len(sizes)} files, {sum(sizes):,} bytes, largest {max(sizes):,}")


def report_queries(site: Path, browser: Browser, queries: list[str]) -> None:
    """Bytes as they lie on the disk, and with scripts gzipped, as most hosts serve them."""
    with served(site) as address:
        costs = [cold_query(browser, address, site, query) for query in queries]
    report("bytes of a cold query", [cost[0] for cost in costs])
    report("  scripts gzipped", [cost[1] for cost in costs])
    report("requests of a cold query", [cost[2] for cost in costs])


def report(name: str, values: list[int]) -> None:
    values.sort()
    high = values[min(len(values) - 1, len(values) * 95 // 100)]
    print(f"  {name}: mean {statistics.mean(values):,.0f}, p95 {high:,}, max {values[-1]:,}")


def cold_query(browser: Browser, address: str, site: Path, query: str) -> tuple[int, int, int]:
    """Bytes, bytes with scripts gzipped, requests of the first query of a first visit."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "index.html")
    asked: list[Path] = []
    page.on("requestfinished", lambda request: asked.append(site / request.url[len(address) :]))
    page.evaluate("query => window.portalSearch(query, 10)", query)
    context.close()
    asked = [path for path in asked if path.is_file()]
    contents = [path.read_bytes() for path in asked]
    scripts = [path.suffix == ".js" for path in asked]
    packed = [gzip.compress(c) if s else c for c, s in zip(contents, scripts, strict=True)]
    return sum(map(len, contents)), sum(map(len, packed)), len(asked)


def read_queries(path: Path | None, documents: list[SearchDocument]) -> list[str]:
    if path is None:
        return [" ".join(document.title.split()[1:5]) for document in documents]
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [row.get("exact") or row["abbr"] for row in rows]


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def peak_memory() -> float:
    """Megabytes that this process has used at most; 0 where the system does not tell (Windows)."""
    if importlib.util.find_spec("resource") is None:
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.handle_error = lambda *_: None  # what a browser breaks off
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    sys.exit(main())
