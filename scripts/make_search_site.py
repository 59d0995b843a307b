"""Makes a site of nothing but a search index and its scripts, to measure what queries find.

    python scripts/make_search_site.py CORPUS.jsonl[.xz] FOLDER --count 10000

The corpus is as for `benchmark_search.py`; a larger count is reached by articles that chance puts
together (`benchmarking/documents.py`). `search_variants.py` asks it whole questions.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarking.documents import multiplied, read_documents
from newsroom.content.abbreviations_file import read_abbreviations
from newsroom.content.search_words_file import read_search_words
from newsroom.content.settings import read_settings
from newsroom.search.update.indexing import build_index
from newsroom.site.theme.scripts import SCRIPTS, published_scripts
from newsroom.text.search_words import SearchWords

ROOT = Path(__file__).resolve().parents[1]
PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>-</title>
<form class="search-field" action="tim-kiem/" data-search-field>
<label for="q">Từ cần tìm</label><input id="q" name="q" type="search"></form>
<script type="module" src="javascripts/search/field.js"></script></html>"""


def main(argv: Sequence[str] | None = None) -> int:
    """Write the site; 2 where mkdocs.yml has faults."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=0, help="how many articles; all by default")
    options = parser.parse_args(argv)
    newsroom = read_settings(ROOT / "mkdocs.yml").newsroom
    if newsroom is None:
        return 2
    documents = read_documents(options.corpus)
    documents = multiplied(documents, options.count)[: options.count or None]
    abbreviations, _ = read_abbreviations(
        (ROOT / "docs/abbreviations.yml").read_text(encoding="utf-8")
    )
    words, _ = read_search_words(ROOT / "docs")
    words = SearchWords((*words.question_words, newsroom.ward.name_in_text), words.synonyms)
    files = build_index(documents, abbreviations, words)
    write(options.folder, files)
    print(f"{len(documents)} articles, {len(files)} files in {options.folder}")
    return 0


def write(site: Path, index: dict[str, bytes]) -> None:
    """The page, the scripts and the index in the place of those before."""
    shutil.rmtree(site, ignore_errors=True)
    scripts = published_scripts(ROOT / "docs" / SCRIPTS)
    files = {f"search/{name}": content for name, content in index.items()}
    files |= {f"{SCRIPTS}{name}": content for name, content in scripts.items()}
    for name, content in (files | {"index.html": PAGE.encode()}).items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
