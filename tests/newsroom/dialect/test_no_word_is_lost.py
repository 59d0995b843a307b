"""Whatever is typed around them, the page shows every word."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.dialect.meant import as_meant

WORDS = [
    "phường", "Họp", "tổ", "dân", "phố", "em", "a", "i", "b", "u", "7h30", "15/6", "2023",
]  # fmt: skip
STARTS = [
    "", "", "", "- ", "* ", "+ ", "-", "• ", "•", "– ", "a) ", "b) ", "đ) ", "1. ", "2. ",
    "10. ", "2023. ", "1) ", "  - ", "   - ", "    - ", "  ", "    ", "\t", " ", "> ", ">",
    "# ", "#", "## ", "##", "####### ", "| ", "|", "!!! ", "!!! note ", '!!! tip "', "[^1]: ",
    "[x]: ", "[Lưu ý]: ", "(*) ", "*", "**", "_", "__", "***", "---", "===", "~~~\n", "```\n",
    "<div>", "</div>", "<p>", '<div align="center">', "<details><summary>", "</details>", "<b>",
    "<table><tr><td>", "</table>", "o\t", "+", '=== "', "??? ", "I. ", "- - ", "- # ", "1. - ",
    "- a) ", "<ul><li>", ": ",
]  # fmt: skip
AROUND = [
    "{}", "{}", "{}", "<{}>", "< {} >", "</{}>", "{{{}}}", "{{ {} }}", "{{: {} }}", "[{}]",
    "({})", "[{}][{}]", "*{}*", "**{}**", "_{}_", "`{}`", "`{}", "*{}", "{}*", "{} | {}",
    "| {} |", "|{}|{}|", "{}\t{}", "<em {}>", "<b>{}</b>", "<u>{}", "{}</i>", "<{} {}",
    "<?{}?>", "<!{}>", "&{};", "&{}", "\\{}", "{}\\", "[^{}]", "{}: {}", "{}  ", "<br>{}",
    "<Họ và {}>", "<{}", "{}>", "<o:p>{}</o:p>", "<center>{}</center>",
    "<font color=red>{}</font>", "<span>{}</span>", "\\<{}>", "<font {}>", "~{}~", "$$ {} $$",
    "== {} ==", "^{}^", "[{}]:", "<!-- -->{}", "||{}||", "<h1>{}</h1>",
]  # fmt: skip
GAPS = ["\n", "\n", "\n\n", "\n\n\n", "\n \n", "  \n", "\\\n", "\n\t\n"]

_pieces = st.tuples(
    st.sampled_from(AROUND), st.lists(st.sampled_from(WORDS), min_size=2, max_size=2)
)
_lines = st.tuples(st.sampled_from(STARTS), st.lists(_pieces, min_size=1, max_size=3))
documents = st.lists(st.tuples(_lines, st.sampled_from(GAPS)), min_size=1, max_size=7)


Document = list[tuple[tuple[str, list[tuple[str, list[str]]]], str]]


def written(document: Document) -> tuple[str, list[str]]:
    """The source, and the words in it, each with a number so that none stands for another."""
    source, typed = "", []
    for (start, pieces), gap in document:
        shown = []
        for around, words in pieces:
            numbered = [f"{word}z{len(typed) + n}z" for n, word in enumerate(words)]
            used = numbered[: around.replace("{{", "").replace("}}", "").count("{}")]
            shown.append(around.format(*used))
            typed += used
        source += start + " ".join(shown) + gap
    return source, typed


@pytest.mark.thorough
@settings(max_examples=500, derandomize=True)
@given(documents)
def test_every_word_of_any_text_is_on_its_page(
    words_of: Callable[[str], list[str]],
    document: Document,
) -> None:
    source, typed = written(document)
    page = " ".join(words_of(source))

    assert [word for word in typed if word not in page] == []


_typed_lines = st.builds(
    str.__add__,
    st.sampled_from(["", "a", "a) ", "a. ", "an ", "đ) ", "1) ", "1. ", "• ", "o  ", "#", "# "]),
    st.text('aạđÀ1. )"*_|:-+>#[]^=&•–', min_size=1),
)


@settings(max_examples=500, derandomize=True)
@given(st.lists(_typed_lines, min_size=1, max_size=5))
def test_line_reads_the_same_behind_a_blank(lines: list[str]) -> None:
    # A line that begins with letters is taken for prose at once, one behind a blank is not.
    assert as_meant("\n\n".join(lines)) == as_meant("\n\n".join(f" {line}" for line in lines))
