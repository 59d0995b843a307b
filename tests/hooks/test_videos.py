"""Videos and sounds of an article: a player for its own, a card for those that are elsewhere."""

import re
from typing import Any

import pytest

WATCHED = "https://www.youtube.com/watch?v=abc123"


def body_of(site: Any, body: str) -> str:
    for name in ("hoi-lang.mp4", "Hội làng.webm", "loa.mp3"):
        site.write(f"articles/2023/tai-lieu/{name}", b"x")
    for name in ("hoi-lang.vtt", "Hội làng.vtt", "loa.vtt"):
        site.write(f"articles/2023/tai-lieu/{name}", b"WEBVTT\n")
    site.article("bai", body=body)
    site.build()
    page: str = site.page("tin/2023/04/bai")
    return page.partition('<div class="news__body">')[2].partition("<footer")[0]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("[Hội làng Xuân](tai-lieu/hoi-lang.mp4)", "Hội làng Xuân"),
        ("![Hội làng Xuân](tai-lieu/hoi-lang.mp4)", "Hội làng Xuân"),
        ('<video src="tai-lieu/hoi-lang.mp4" autoplay width="900"></video>', "Video"),
        ('<video controls>\n<source src="tai-lieu/hoi-lang.mp4">\nMáy cũ\n</video>', "Video"),
    ],
)
def test_video_beside_the_article_has_a_player_with_its_captions(
    tiny_site: Any, typed: str, name: str
) -> None:
    shown = body_of(tiny_site, f"Trước.\n\n{typed}\n\nSau.")

    (player,) = re.findall("<video.*?</video>", shown)
    assert 'controls="controls" preload="none" src="../../tai-lieu/hoi-lang.mp4"' in player
    assert f'aria-label="{name}"' in player
    assert 'src="../../tai-lieu/hoi-lang.vtt"' in player
    assert "autoplay" not in player
    assert {"hoi-lang.mp4", "hoi-lang.vtt"} <= {
        file.name for file in (tiny_site.site / "tin/2023/tai-lieu").iterdir()
    }
    assert 'download="download">Tải video về</a>' in shown
    assert "https://thu.example/tin/2023/tai-lieu/hoi-lang.mp4</span>" in shown


def test_names_with_diacritics_find_their_captions_and_sounds_have_none(tiny_site: Any) -> None:
    shown = body_of(tiny_site, "[Hội](<tai-lieu/Hội làng.webm>)\n\n[Loa](tai-lieu/loa.mp3)")

    assert len(re.findall(r'<track [^>]*src="[^"]*hoi-lang-\w+\.vtt"', shown)) == 1
    assert "<audio controls" in shown
    assert not tiny_site.mentions("loa.vtt")


def test_a_player_has_a_line_of_its_own_and_a_link_within_words_stays_one(tiny_site: Any) -> None:
    shown = body_of(
        tiny_site,
        'Mở <video src="tai-lieu/hoi-lang.mp4"></video> rồi xem\n\n'
        "Xem [hội](tai-lieu/hoi-lang.mp4) nhé.\n\n- [hội](tai-lieu/hoi-lang.mp4)",
    )

    assert re.search(r"<p>Mở</p>\s*<figure.*</figure>\s*<p>rồi xem</p>", shown)
    assert shown.count("<video") == 1
    assert 'Xem <a href="../../tai-lieu/hoi-lang.mp4">hội</a> nhé.' in shown


def test_player_of_a_file_that_is_not_there_is_left_out(tiny_site: Any) -> None:
    shown = body_of(tiny_site, 'Trước <video src="tai-lieu/mat.mp4"></video> sau')

    assert "<video" not in shown
    assert "Trước" in shown


def test_address_of_a_video_on_its_own_line_is_a_card(tiny_site: Any) -> None:
    shown = body_of(
        tiny_site,
        f"Phóng sự:\n{WATCHED}\nHết.\n\n[Hội làng](https://www.facebook.com/p/videos/12/)\n\n"
        f"Xem {WATCHED} nhé.",
    )

    assert "<p>Phóng sự:</p>" in shown
    assert (
        f'<p class="video-card"><a href="{WATCHED}"><strong>Xem video trên YouTube</strong> '
        f'<span class="video-card__more">{WATCHED}</span></a></p>' in shown
    )
    assert "<strong>Hội làng</strong>" in shown
    assert "Xem video trên Facebook</span>" in shown
    assert f'Xem <a class="bare" href="{WATCHED}">' in shown
    assert not re.search(r"<(?:iframe|img|script)\b", shown)


def test_document_written_as_a_picture_is_a_link(tiny_site: Any) -> None:
    tiny_site.write("articles/2023/tai-lieu/ke-hoach.pdf", b"%PDF")

    shown = body_of(tiny_site, "![Kế hoạch](tai-lieu/ke-hoach.pdf) ![Quay](tai-lieu/quay.mov)")

    assert '<a href="../../tai-lieu/ke-hoach.pdf">Kế hoạch</a> Quay' in shown
