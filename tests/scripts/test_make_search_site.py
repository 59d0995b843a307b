"""A corpus becomes a site of any size to measure the search on, the same one every time."""

import json
from pathlib import Path

import pytest

from make_search_site import main

TITLES = ("Phường khám bệnh miễn phí", "Tổ dân phố họp bàn việc chung", "Chợ đêm mở lại")


def test_site_has_as_many_articles_as_are_wanted_and_is_the_same_every_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "tin.jsonl"
    rows = (
        {"id": str(number), "title": title, "category": "Tin", "text": f"{title}. Bà con vui."}
        for number, title in enumerate(TITLES)
    )
    corpus.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    for name in ("mot", "hai"):
        assert main([str(corpus), str(tmp_path / name), "--count", "20"]) == 0

    one, other = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")
         if path.is_file()}
        for folder in (tmp_path / "mot", tmp_path / "hai")
    )  # fmt: skip
    assert one == other
    assert capsys.readouterr().out.count("20 articles, ") == 2
    assert {"javascripts/search/field.js", "search/manifest.bin"} <= one.keys()
