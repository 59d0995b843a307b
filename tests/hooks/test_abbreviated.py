"""Abbreviations in a rendered body: which are marked up, and which are left alone."""

import pytest

from newsroom.site.html.abbreviated import with_abbreviations
from newsroom.text.abbreviations import Abbreviation

UBND = Abbreviation("UBND", ("Ủy ban nhân dân", "UB nhân dân"))
MTTQ = Abbreviation("MTTQ", ("Mặt trận Tổ quốc",))
U, M = (f'<abbr title="{a.meaning}" tabindex="0">{a.short}</abbr>' for a in (UBND, MTTQ))


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>UBND và MTTQ, UBND</p><p>MTTQ</p>", f"<p>{U} và {M}, UBND</p><p>MTTQ</p>"),
        ('<h2 id="a">UBND</h2>\n<p><b>UBND</b></p>', f'<h2 id="a">UBND</h2>\n<p><b>{U}</b></p>'),
        ('<p><a href="b"><b>UBND</b></a> UBND</p>', f'<p><a href="b"><b>UBND</b></a> {U}</p>'),
        ("<pre><code>UBND</code> UBND</pre>UBND", f"<pre><code>UBND</code> UBND</pre>{U}"),
        ('<img alt="UBND" src="a.jpg"><p>x</p>', '<img alt="UBND" src="a.jpg"><p>x</p>'),
        ("<p>UBMTTQ, ubnd</p>", "<p>UBMTTQ, ubnd</p>"),
    ],
)
def test_first_of_each_in_running_text_is_marked(html: str, marked: str) -> None:
    assert with_abbreviations(html, [UBND, MTTQ]) == marked


@pytest.mark.parametrize("meaning", ["Ủy ban nhân dân", "ub  nhân dân"])
def test_one_that_was_just_explained_is_not_marked_again(meaning: str) -> None:
    html = f"<p>{meaning} (UBND) họp. UBND kết luận.</p>"

    assert with_abbreviations(html, [UBND, MTTQ]) == html


def test_words_of_another_paragraph_explain_nothing() -> None:
    html = "<p>Ủy ban nhân dân</p><p>(UBND)</p>"

    assert with_abbreviations(html, [UBND]) == f"<p>Ủy ban nhân dân</p><p>({U})</p>"


def test_a_ward_may_have_none() -> None:
    assert with_abbreviations("<p>UBND</p>", []) == "<p>UBND</p>"
