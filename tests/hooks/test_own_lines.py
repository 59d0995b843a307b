"""Lines of a paragraph that become blocks of their own."""

import pytest
from growth import LINEAR, growth

from newsroom.site.html.own_lines import with_blocks


def player(line: str) -> str | None:
    return f"[{line}]" if line.startswith("<video") else None


@pytest.mark.parametrize("between", ["<br>", " <br>\n", "\n", " <br>\n<br>  "])
def test_player_within_words_has_a_line_of_its_own(between: str) -> None:
    html = f"<p>Trước{between}<video></video>{between}sau</p>"

    assert with_blocks(html, player) == "<p>Trước</p>\n[<video></video>]\n<p>sau</p>"


def test_a_run_of_blanks_is_read_once() -> None:
    def read(html: str) -> str:
        return with_blocks(html, player)

    assert growth(read, lambda size: f"<p>Trước{' ' * size}sau</p>", 2000) < LINEAR
