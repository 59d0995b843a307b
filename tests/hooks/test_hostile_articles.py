"""A build publishes the good articles whatever lies beside them, and nothing that is no news."""

import logging
import random
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from newsroom.content.media import media_uri

FUZZ = Path(__file__).resolve().parents[2] / "scripts" / "fuzz_articles.py"
HOSTILE = {
    "dau-la": "Thân.\n\n<![Ảnh](images/a.jpg)\n\nHết.",
    "sau": "> " * 400 + "a",
    "ngoac": "[" * 20_000,
    "dau-huyen": "`" * 15_000,
    "ghi-chu": "Họp <!-- chưa đóng",
    "anh-dan": "![a](data:image/png;base64," + "A" * 400_000 + ")",
    "the": "<div>" * 5000,
    "ma": f"&#{'9' * 5000};",
    "duong-dan-dai": f"[a]({'thu-muc/' * 600}a.pdf)",
    "nul": "[a](a%00b.pdf)",
}


def test_hostile_articles_are_left_out_and_the_others_published(
    tiny_site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    tiny_site.article("tot")
    for name, body in HOSTILE.items():
        tiny_site.article(name, body=body)
    tiny_site.article("yaml", {"tags": "[" * 200_000})
    tiny_site.article("so", {"views": "9" * 5000})
    tiny_site.newsroom["quarantine"] = True
    caplog.set_level(logging.INFO, logger="mkdocs")

    tiny_site.build()

    assert "Bài tot" in tiny_site.page("tin/2023/04/tot")
    assert "nên sửa: articles/2023/so.md:" in caplog.text
    assert "Bài so" in tiny_site.page("tin/2023/04/so")
    for name in (*HOSTILE, "yaml"):
        assert f"chặn đăng: articles/2023/{name}.md:" in caplog.text
        assert not (tiny_site.site / "tin/2023/04" / name).exists()
    assert tiny_site.mentions("Bài nul") == []


def test_mended_article_is_published_by_the_next_build(tiny_site: Any) -> None:
    tiny_site.article("tot")
    tiny_site.article("la", body=HOSTILE["dau-la"])
    tiny_site.newsroom["quarantine"] = True
    tiny_site.build()
    tiny_site.article("la", body="Thân.")
    tiny_site.build()

    assert "Bài la" in tiny_site.page("tin/2023/04/la")
    assert "Bài la" in (tiny_site.site / "rss.xml").read_text(encoding="utf-8")


def test_links_lead_nowhere_out_of_the_folder_or_in_a_circle(tiny_site: Any) -> None:
    secret = tiny_site.write("bi-mat/luong.pdf", "%PDF bí mật")
    tiny_site.article("tot", {"attachments": "[{title: Lương, file: luong.pdf}]"})
    folder = tiny_site.folder / "articles" / "2023"
    (folder / "luong.pdf").symlink_to(secret)
    (folder / "vong").symlink_to(folder)
    (folder / "tu-minh.md").symlink_to(folder / "tu-minh.md")

    tiny_site.build()

    assert "Bài tot" in tiny_site.page("tin/2023/04/tot")
    assert tiny_site.mentions("bí mật") == []


def test_only_files_of_listed_kinds_are_published(
    tiny_site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("trang.html", "ma.js", "ghi-chu.ini", "README.md", ".an.pdf", "khong-nhac.pdf"):
        tiny_site.write(f"articles/2023/{name}", "CHẠY ĐƯỢC")
    tiny_site.write("articles/2023/so-do.svg", "<svg><script>CHẠY ĐƯỢC</script></svg>")
    tiny_site.write("articles/2023/nhac.pdf", "%PDF")
    links = "[a](trang.html) [b](ma.js) [c](ghi-chu.ini) [d](README.md) [e](.an.pdf) [f](so-do.svg)"
    tiny_site.article("bai", body=f"{links} [g](nhac.pdf)")

    tiny_site.build()

    assert tiny_site.mentions("CHẠY ĐƯỢC") == []
    assert (tiny_site.site / "tin/2023/nhac.pdf").exists()
    for name in ("trang.html", "ma.js", "ghi-chu.ini", "so-do.svg"):
        assert f"2023/{name}" in caplog.text
        assert f'{name}"' not in tiny_site.page("tin/2023/04/bai")


def test_comment_of_an_editor_is_nowhere_on_the_site(tiny_site: Any) -> None:
    tiny_site.write("articles/2023/cu.pdf", "%PDF")
    body = (
        "Sáng nay phường họp <!-- hỏi 0912 345 678 > chưa chốt --> bàn việc.\n\n"
        "<!--\nMẬT một\n\n![](mat.jpg) [cũ](cu.pdf) > MẬT hai\n-->\n\nHết."
    )
    tiny_site.article("bai", body=body)

    tiny_site.build(strict=True)

    assert "Sáng nay phường họp bàn việc." in tiny_site.page("tin/2023/04/bai")
    for word in ("0912 345 678", "chưa chốt", "MẬT"):
        assert tiny_site.mentions(word) == []
    assert not (tiny_site.site / "tin/2023/cu.pdf").exists()


def test_file_named_by_letters_and_marks_apart_has_one_address(tiny_site: Any) -> None:
    name = "Kế hoạch"
    apart = unicodedata.normalize("NFD", name)
    tiny_site.write(f"articles/2023/{apart}.pdf", "%PDF-1.4")
    tiny_site.write(f"articles/2023/{apart}.md", b"---\ntitle: Ban\ndate: 2023-04-02\n"
                    b"category: tin\n---\n\nThan.")  # fmt: skip
    for typed in (name, apart):
        tiny_site.article(
            f"bai-{len(typed)}",
            {"attachments": f"[{{title: Tệp, file: {typed}.pdf}}]"},
            body=f"[tệp](<{typed}.pdf>) [bài](<{typed}.md>)",
        )

    tiny_site.build(strict=True)

    assert (tiny_site.site / media_uri(f"2023/{name}.pdf")).read_bytes() == b"%PDF-1.4"
    for typed in (name, apart):
        page = tiny_site.page(f"tin/2023/04/bai-{len(typed)}")
        assert page.count(media_uri(f"2023/{name}.pdf").rpartition("/")[2]) == 2
        assert 'href="../ke-hoach/"' in page


def test_name_with_a_number_sign_is_linked_to_as_the_check_says(tiny_site: Any) -> None:
    tiny_site.write("articles/2023/Kế hoạch #12.pdf", "%PDF")
    tiny_site.article("bai", body="[tệp](<Kế hoạch %2312.pdf>)")

    tiny_site.build(strict=True)

    name = media_uri("2023/Kế hoạch #12.pdf").rpartition("/")[2]
    assert f'{name}"' in tiny_site.page("tin/2023/04/bai")


def test_error_of_a_template_ends_the_build_in_one_message(
    tiny_site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    tiny_site.settings["theme"] = {"custom_dir": "overrides"}
    tiny_site.write("overrides/newsroom/article.html", "{{ khong.co.gi }}")
    tiny_site.article("bai")

    with pytest.raises(Abort):
        tiny_site.build()

    (told,) = [r.getMessage() for r in caplog.records if "không dựng được trang" in r.getMessage()]
    assert told.startswith("articles/2023/bai.md: không dựng được trang này (UndefinedError")


def test_fuzzed_articles_take_no_build_along(
    tiny_site: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(FUZZ.parent)
    from fuzz_articles import hostile_article

    dice = random.Random(12)  # noqa: S311 - to be thrown again
    caplog.set_level(logging.ERROR)
    tiny_site.article("tot")
    for number in range(150):
        tiny_site.write(f"articles/2023/fuzz-{number}.md", hostile_article(dice))
    tiny_site.newsroom["quarantine"] = True

    tiny_site.build()

    assert "Bài tot" in tiny_site.page("tin/2023/04/tot")
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR] == []
