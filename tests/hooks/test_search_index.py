"""What the search index of a built site holds, on a tiny site, and what it must never hold."""

import json
import zlib
from collections.abc import Callable
from typing import Any

import pytest

HIDDEN = {
    "zzdraft": {"draft": "true"},
    "zzscheduled": {"publish_at": "2024-01-01 12:01"},
    "zzexpired": {"expires_at": "2024-01-01 12:00"},
    "zzquarantined": {"category": "khong-co"},
}


@pytest.fixture(scope="module")
def site(shared_site: Callable[[], Any]) -> Any:
    """A site with a published article and one of every other kind."""
    site = shared_site()
    site.newsroom["quarantine"] = True
    site.write("docs/abbreviations.yml", "UBND: Ủy ban nhân dân\nMTTQ: Mặt trận Tổ quốc\n")
    site.write(
        "docs/search-words.yml", "question_words: [ở đâu]\nsynonyms: [[cúp điện, mất điện]]\n"
    )
    site.article("mot", body="UBND phường họp với MTTQ.\n\n## UBND làm gì\n\nUBND tiếp dân.")
    for word, fields in HIDDEN.items():
        site.article(word, {**fields, "title": f"Bài {word}"}, body=f"Chuyện {word}.")
    site.build()
    return site


def index_text(site: Any) -> str:
    """All that can be read out of the index's files."""
    files = {name: data for name, data in site.files().items() if name.startswith("search/")}
    assert files
    return "\n".join(decompressed(data) for data in files.values())


def decompressed(data: bytes) -> str:
    is_gzip = data.startswith(b"\x1f\x8b")
    return (zlib.decompress(data, 31) if is_gzip else data).decode("utf-8", "replace")


def test_published_article_and_hand_written_page_are_in_the_index(site: Any) -> None:
    text = index_text(site)

    assert '"uri":"tin/2023/04/mot/"' in text
    assert '"uri":"gioi-thieu/"' in text


@pytest.mark.parametrize("word", HIDDEN)
def test_no_word_of_what_residents_cannot_read_is_in_any_index_file(site: Any, word: str) -> None:
    assert word not in index_text(site)


def test_engine_is_told_how_people_ask_and_what_the_ward_is_called(site: Any) -> None:
    told = json.loads(decompressed(site.files()["search/manifest.bin"]))
    ward = site.newsroom["ward"]["name"]

    assert told["little"][0] == "ở đâu"
    assert ward.lower() in [words.lower() for words in told["little"]]
    assert ward.partition(" ")[2] in told["little"]
    assert told["synonyms"] == [["cúp điện", "mất điện"]]


def test_first_abbreviation_in_running_text_is_explained(site: Any) -> None:
    page = site.page("tin/2023/04/mot")

    mark = '<abbr title="Ủy ban nhân dân" tabindex="0">UBND</abbr>'
    assert page.count(mark) == 1
    assert f"<p>{mark} phường họp với" in page
    assert '<abbr title="Mặt trận Tổ quốc" tabindex="0">MTTQ</abbr>' in page


def test_fault_in_the_abbreviations_is_told_and_stops_a_strict_build(tiny_site: Any) -> None:
    tiny_site.article("mot")
    tiny_site.write("docs/abbreviations.yml", "UBND:\n")

    finished = tiny_site.run_mkdocs("--strict")

    assert finished.returncode == 1
    assert "docs/abbreviations.yml:1: UBND: Chưa có cách viết đầy đủ." in finished.stderr


def test_fault_in_the_words_for_searching_is_told_and_stops_a_strict_build(tiny_site: Any) -> None:
    tiny_site.article("mot")
    tiny_site.write("docs/search-words.yml", "synonyms:\n  - [cúp điện]\n")

    finished = tiny_site.run_mkdocs("--strict")

    assert finished.returncode == 1
    assert "docs/search-words.yml:2: Một nhóm phải có từ hai cách gọi" in finished.stderr
