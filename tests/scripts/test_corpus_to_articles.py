"""A corpus becomes articles that the portal accepts, with their words as they were."""

import importlib.util
import json
import lzma
from datetime import datetime
from pathlib import Path
from typing import Any

import markdown
import pytest

from newsroom.content.folder import read_articles
from newsroom.content.settings import read_settings
from newsroom.site.pages.search_update import text_of
from newsroom.text.dates import VIETNAM

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "newsroom" / "cases"
TEXT = "1. Đoạn một có *sao*, <b> và _gạch_.\n# Không phải đề mục\n- Gạch đầu dòng [x] & 5 < 7"


@pytest.fixture
def script() -> Any:
    """The script as a module, for the ward of the cases."""
    path = ROOT / "scripts" / "corpus_to_articles.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ROOT = CASES
    return module


@pytest.mark.parametrize("packed", [False, True])
def test_corpus_becomes_articles(script: Any, tmp_path: Path, packed: bool) -> None:
    row = json.dumps({"id": "tin000001", "title": 'Tin: "một"', "text": TEXT}) + "\n"
    corpus = tmp_path / ("c.jsonl.xz" if packed else "c.jsonl")
    corpus.write_bytes(lzma.compress(row.encode()) if packed else row.encode())

    assert script.main([str(corpus), str(tmp_path / "articles")]) == 0

    newsroom = read_settings(CASES / "mkdocs.yml").newsroom
    assert newsroom
    found = read_articles(tmp_path / "articles", newsroom, datetime(2024, 1, 1, tzinfo=VIETNAM))
    assert [str(problem) for problem in found.problems] == []
    (article,) = found.articles
    assert (article.slug, article.title) == ("tin000001", 'Tin: "một"')
    rendered = text_of(markdown.markdown(article.body, extensions=["sane_lists", "attr_list"]))
    assert rendered.split() == TEXT.split()
