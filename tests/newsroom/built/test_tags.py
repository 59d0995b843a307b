"""The quick look at tags finds what the library's parser finds."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.built.tags import tags_of

Found = list[tuple[str, dict[str, str]]]


class Library(HTMLParser):
    """Gathers the start tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Found = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in reversed(attrs)}))


def by_library(html: str) -> Found:
    parser = Library()
    parser.feed(html)
    parser.close()
    return parser.found


def quickly(html: str) -> Found:
    return [(tag.name, tag.attributes) for tag in tags_of(html)]


@pytest.mark.parametrize(
    "html",
    [
        "<a href=mat.md>", "<a href = 'a&amp;b' ID=x disabled>", '<img src="a"/>', "<br/>",
        "<a href='a\">b'>", '<a title="1 > 0" href="b">', "a < b <i>", "<!-- <b> --><i>",
        "<script>if (a<b) '<i>'</script><p>", "<style><b></style><p>",
        "</a href='b'><p>", "<a href=a href=b>", "<svg><use xlink:href='#a'/></svg>", "<đ><p>",
        "<!doctype html><p>", "<p><script>", "<scripts src='a'>", "<a\nhref='b'\n>",
    ],
)  # fmt: skip
def test_tags_and_attributes_are_the_librarys(html: str) -> None:
    assert quickly(html) == by_library(html)


@pytest.mark.parametrize("name", ["title", "textarea"])
def test_text_of_a_title_has_no_tags(name: str) -> None:
    """So says the standard; the library of older Pythons does not."""
    [tag, _] = tags_of(f"<{name}>Tin <b> &amp; bài</{name}><p>")

    assert (tag.name, tag.words) == (name, "Tin <b> & bài")


WORD = st.text("abđ-", min_size=1, max_size=4)
VALUE = st.text("ab/#.&<> '=đ", max_size=8).map(lambda text: f'"{text}"')
ATTRIBUTE = st.tuples(st.sampled_from(["href", "src", "id", "x"]), VALUE).map("=".join)
TAG = st.tuples(st.sampled_from(["a", "p", "img"]), st.lists(ATTRIBUTE, max_size=3)).map(
    lambda tag: f"<{' '.join([tag[0], *tag[1]])}>"
)
PIECE = st.one_of(
    TAG,
    WORD,
    TAG.map(lambda tag: f"<!-- {tag} -->"),
    TAG.map(lambda tag: f"<script>{tag}</script>"),
    st.sampled_from(["</a>", "</p>", "\n", " > ", "&lt;"]),
)


@pytest.mark.thorough
@settings(max_examples=300, derandomize=True)
@given(html=st.lists(PIECE, max_size=12).map("".join))
def test_so_they_are_in_any_page_that_a_program_writes(html: str) -> None:
    assert quickly(html) == by_library(html)


def test_what_stands_in_a_marked_element_is_what_staff_wrote() -> None:
    html = "<b><div data-written><i><div><u></div><u></div><b><p data-written><i></p><b>"

    assert [(tag.name, tag.is_written) for tag in tags_of(html) if tag.name in "biu"] == [
        ("b", False), ("i", True), ("u", True), ("u", True), ("b", False), ("i", True),
        ("b", False),
    ]  # fmt: skip


@pytest.mark.parametrize("html", ['<a "' * 20_000, "<a href=" * 20_000, "<!--" * 20_000])
def test_broken_page_takes_no_more_time_than_a_sound_one(html: str) -> None:
    """Else this does not end."""
    assert len(list(tags_of(html))) <= 1
