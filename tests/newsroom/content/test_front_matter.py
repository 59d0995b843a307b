"""Front matter: fields as they were typed, each with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.syntax_fault import SyntaxFault


def parsed(text: str) -> FrontMatter:
    parts = read_front_matter(text)
    assert isinstance(parts, FrontMatter), parts
    return parts


def fault(text: str) -> SyntaxFault:
    parts = read_front_matter(text)
    assert isinstance(parts, SyntaxFault), parts
    return parts


@pytest.mark.parametrize(
    "typed",
    ["18:15", "0201", "1.234", "No", "yes", "2023-04-01", "1e3", "0x1F", "12_000", "=", "1.0"],
)
def test_value_stays_as_it_was_typed(typed: str) -> None:
    assert parsed(f"---\nviews: {typed}\n---\nbài").entries["views"].value == typed


@pytest.mark.parametrize("typed", ["", "~", "null", '""', "# chú thích"])
def test_nothing_typed_is_empty(typed: str) -> None:
    assert parsed(f"---\nviews: {typed}\n---\nbài").entries["views"].value == ""


def test_quoted_null_is_a_word() -> None:
    assert parsed('---\nauthor: "null"\n---\n').entries["author"].value == "null"


def test_lists_and_mappings_hold_texts() -> None:
    parts = parsed("---\ntags: [1.10, no]\nattachments:\n  - {title: 007, file: a.pdf}\n---\n")

    assert parts.entries["tags"].value == ["1.10", "no"]
    assert parts.entries["attachments"].value == [{"title": "007", "file": "a.pdf"}]


def test_every_field_knows_its_line() -> None:
    text = "---\n# chú thích\ntitle: A\n\nsummary: >-\n  một\n  hai\ndate: 2023-04-01\n---\nbài"

    lines = {name: entry.line for name, entry in parsed(text).entries.items()}

    assert lines == {"title": 3, "summary": 5, "date": 8}


@pytest.mark.parametrize("opening", ["---\n", "---\n\n\n", "\n\n---\n", "-----  \n", "---\t\n"])
def test_lines_and_spans_are_those_of_the_file_however_it_opens(opening: str) -> None:
    text = f"{opening}title: A\ndate: 1-4-2023 # đó\n---\n\nbài\n"
    entry = parsed(text).entries["date"]

    assert text.split("\n")[entry.line - 1] == "date: 1-4-2023 # đó"
    assert text[entry.start : entry.end] == "1-4-2023"
    assert text.split("\n")[parsed(text).body_line - 1] == "bài"


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("1-4-2023", "1-4-2023"),
        ('"1-4-2023"', '"1-4-2023"'),
        ("'1-4-2023'   # chú thích", "'1-4-2023'"),
        ("[a, b]", "[a, b]"),
        ("ngày 1 tháng 4 😀", "ngày 1 tháng 4 😀"),
        (">-\n  1-4-2023", ">-\n  1-4-2023"),
        ("\n  1-4-2023\n", "1-4-2023"),
    ],
)
def test_span_is_the_value_and_nothing_else(typed: str, span: str) -> None:
    text = f"---\ntitle: Đẹp 😀\ndate: {typed}\nviews: 1\n---\nbài"
    entry = parsed(text).entries["date"]

    assert text[entry.start : entry.end] == span


values = st.text(alphabet="abđẹ1 .,😀", max_size=20).map(lambda text: f"Đ{text}".strip())


@given(st.lists(values, min_size=1, max_size=6))
def test_spans_of_all_fields_give_back_what_was_typed(typed: list[str]) -> None:
    fields = "".join(f"f{place}: {value}\n" for place, value in enumerate(typed))
    text = f"---\n{fields}---\n\nbài\n"

    for place, value in enumerate(typed):
        entry = parsed(text).entries[f"f{place}"]
        assert text[entry.start : entry.end] == value
        assert (entry.value, entry.line) == (value, place + 2)


def test_rule_in_the_body_belongs_to_the_body() -> None:
    parts = parsed("---\ntitle: A\n---\n\nmột\n\n---\n\nhai\n")

    assert parts.body == "một\n\n---\n\nhai"
    assert parts.body_line == 5


def test_file_without_front_matter_is_told_how_to_open() -> None:
    for text in ("", "\n\n", "Chỉ có chữ.", "# Đề mục\n\n---\n\nchữ\n\n---\n"):
        assert fault(text).line == 1
        assert fault(text).found == "tệp không có phần đầu bài."


def test_unclosed_front_matter_is_told_to_close() -> None:
    assert fault("---\ntitle: A\n\nbài").found == "phần đầu bài chưa đóng."


def test_double_field_is_told_at_its_second_line() -> None:
    double = fault("---\ntitle: A\ndate: 2023-04-01\ntitle: B\n---\nbài")

    assert (double.line, double.found) == (4, "dòng title có hai lần.")


@pytest.mark.parametrize("before", ["", "\n", "\n\n"])
def test_colon_in_a_title_is_told_at_its_line_with_the_quoted_form(before: str) -> None:
    text = f"---\n{before}date: 2023-04-01\ntitle: Sơ kết: quý I\n---\nbài"
    colon = fault(text)

    assert text.split("\n")[colon.line - 1] == "title: Sơ kết: quý I"
    assert colon.found == "không đọc được dòng “title: Sơ kết: quý I”."
    assert colon.cure.endswith('title: "Sơ kết: quý I"')


def test_tab_is_told_at_its_line() -> None:
    tab = fault("---\ntitle: A\n\tdate: 2023-04-01\n---\nbài")

    assert (tab.line, tab.cure) == (3, "Hãy xóa phím Tab: date: 2023-04-01")


def test_open_quote_is_told_where_it_opens() -> None:
    quote = fault('---\ntitle: "A\ndate: 2023-04-01\n---\nbài')

    assert quote.line == 2
    assert quote.cure == 'Hãy viết: title: "A"'


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ('"Tết trồng cây" ở đê', '"“Tết trồng cây” ở đê"'),
        ('"Tết", "Hội"', '"“Tết”, “Hội”"'),
        ("'Tết trồng cây' ở đê", "\"'Tết trồng cây' ở đê\""),
        ('"Mời dự "Tết trồng cây" ở đê"', '"Mời dự “Tết trồng cây” ở đê"'),
    ],
)
def test_title_that_begins_with_a_quotation_keeps_it(typed: str, written: str) -> None:
    assert fault(f"---\ntitle: {typed}\ndate: 2023-04-01\n---\nbài").correct == f"title: {written}"


@pytest.mark.parametrize("typed", ['"Tết trồng cây" ở "đê', '"Tết trồng cây" ở đê"'])
def test_quotation_mark_that_stands_alone_is_told_and_not_mended(typed: str) -> None:
    assert fault(f"---\ntitle: {typed}\ndate: 2023-04-01\n---\nbài").correct is None


@pytest.mark.parametrize("fields", ["- a\n- b", "chỉ một dòng chữ"])
def test_front_matter_without_fields_is_told_the_form(fields: str) -> None:
    assert "“tên: giá trị”" in fault(f"---\n{fields}\n---\nbài").found


@pytest.mark.parametrize(
    "line", ["tags: &a [*a]", "tags: *a", "[a]: b", "? {a: b}\n: c", "a: !!binary x", "%YAML", "@a"]
)
def test_strange_yaml_is_a_fault_or_a_value_but_never_a_crash(line: str) -> None:
    read_front_matter(f"---\ntitle: A\n{line}\n---\nbài")


@pytest.mark.parametrize("hidden", ["\x00", "\x08", "\x7f", "\ufffe"])
def test_character_that_nobody_sees_is_read_as_a_space(hidden: str) -> None:
    parts = parsed(f"---\ntitle: A{hidden}B\n---\nmột{hidden}hai")

    assert parts.entries["title"].value == "A B"
    assert parts.body == "một hai"


@given(st.text(alphabet="-:\n \t\"'[]{}#&*!|>%@`abđ,?\\\x0b\x85\u2028", max_size=60))
def test_no_text_crashes_the_reader(text: str) -> None:
    read_front_matter(f"---\n{text}\n---\nbài")
    read_front_matter(text)


@pytest.mark.parametrize("hidden", ["\u00ad", "\u200b", "\u200e", "\u2060"])
def test_word_goes_on_across_what_nobody_sees(hidden: str) -> None:
    parts = parsed(f"---\ntitle: Họp tổ dân ph{hidden}ố\n---\nMời bà c{hidden}on.")

    assert (parts.entries["title"].value, parts.body) == ("Họp tổ dân phố", "Mời bà con.")


def test_words_own_line_break_ends_a_line_of_the_body_and_none_of_a_field() -> None:
    parts = parsed("---\ntitle: Họp\x0btổ\u2028dân\u00a0phố\n---\nmột\x0bhai\u2028ba")

    assert parts.entries["title"].value == "Họp tổ dân phố"
    assert parts.body == "một\u2028hai\u2028ba"


def test_emoji_of_several_stay_one_and_styled_letters_are_letters() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    parts = parsed(f"---\ntitle: 𝐇𝐨̣𝐩 tổ {family}\n---\n𝗠𝗼̛̀𝗶 bà con {family}")

    assert parts.entries["title"].value == f"Họp tổ {family}"
    assert parts.body == f"Mời bà con {family}"


def test_hard_space_after_a_colon_is_a_space() -> None:
    assert parsed("---\ntitle:\u00a0Họp tổ\n---\nMời.").entries["title"].value == "Họp tổ"


def test_moment_of_another_zone_is_ours() -> None:
    found = fault("+++\ntitle = 'A'\ndate = 2023-05-10T20:30:00Z\n+++\nbài")

    assert found.correct and "date: 2023-05-11 03:30" in found.correct.split("\n")


def test_fence_around_an_article_with_code_is_left_to_people() -> None:
    body = "bài\n```sh\nls\n```\nhết\n```\n"

    found = fault(f"```\n---\ntitle: A\n---\n{body}")

    assert "khối mã" in found.found and found.correct is None
