"""Random Markdown: fragments of every syntax and of what is odd in text, among plain sentences."""

from hypothesis import strategies as st

WORDS = [
    "phường", "Sài Đồng", "họp", "hòa giải", "Ủy ban nhân dân", "7 giờ 30", "12.500.000", "1.", "–",
    "“Hàng xóm”", "đoàn_viên", "a_b_c", "C++", "B&B", "AT&T;", "3 < 5", "5 > 3", "x*y", "2 * 3",
    "phu\u031bo\u031b\u0300ng", "hie\u0302\u0323n", "[TOC]", "///Footnotes Go Here///", "!", "#1",
    "|", "{", "}", ":", "klzzwxh:0000", "wzxhzdk:0", "amp", "92",
]  # fmt: skip
MARKS = [
    "**đậm**", "*nghiêng*", "***cả hai***", "__đậm__", "_nghiêng_", "**hở", "*", "**", "_", "***",
    "**a *b* c**", "*a **b***", "`mã`", "``mã ` mã``", "`hở", "\\*", "\\\\", "\\`", "\\[", "\\_",
    "\\",
    "[liên kết](bai.md)", "[a](b.md 'tên')", '[a](<b c.md> "tên")', "[**a**](b.md)", "[a](b(c).md)",
    "![ảnh](a.jpg)", "![ảnh](a.jpg){ .rong }", "[![ảnh](a.jpg)](b.md)", "[ref]", "[chữ][ref]",
    "![ref]", "![chữ][ref]", "[ref][]", "[hở", "[a](", "[^1]", "[^2]", "[^hở", "<https://a.vn/>",
    "<a@b.vn>", "<b>đậm</b>", "<br>", "<br/>", "<span id='x'>", "</span>", "<!-- ghi chú -->",
    "<!--", "<a name='neo'></a>", "&amp;", "&nbsp;", "&#38;", "&lt;", "&", "<", ">", "{: .lop }",
    "{ .lop }", "{#neo}", "{ #neo .lop khoa=gia }", "{ checked }", "*a*{ .lop }",
    "{ title='a\"b' }",
    "~~xóa~~", "==tô==", "^trên^", "$x$", "||a||", ":smile:", "++chèn++", "<script>a</script>",
    "<style>", "<?php", "<![CDATA[a]]>", "&#38", "&#x1F600", "[a](b.md 'tên \"b\"')", "{ an }",
    "**a** > b", "*a* < b", "__a__ & b", "[a](b\nc.md)", "[a](b&c.md)", "[a](b<c>.md)",
]  # fmt: skip
ODD = [
    "\x00", "\x02", "\x03", "\x02klzzwxh:0000\x03", "\x0292\x03", "\x02amp\x03", "\t", "  ",
    "\x02wzxhzdk:0\x03", "\u00a0", "\u200b", "\u2028", "\x0b", "\x0c", "\x1c", "\x85", "\r", "\r\n",
    " \n", "  \n", "\\\n", "\ufeff", "\u3000", "😀", "²", "٣.",
]  # fmt: skip
STARTS = [
    "", "", "", "", "# ", "## ", "### ", "####### ", "#", "- ", "* ", "+ ", "1. ", "2. ", "10) ",
    "> ", ">", "    ", "   ", "  ", " ", "\t", "        ", "- - ", "- # ", "1. - ", "> - ",
    "    - ", "    1. ", "!!! note\n    ", '!!! tip "Mẹo"\n\n    ', "!!! note", "[^1]: ", "[^2]: ",
    "[ref]: ", "[ref]: a.md 'tên'", "| a | b |\n|---|:-:|\n| ", "a | b\n--- | ---\n", "|", "```\n",
    "``` { .py }\n", "~~~\n", "```", "---", "***", "===", "---\n", "- ***\n", "<div>",
    "<div markdown>", "<div markdown='1'>\n", "</div>", "<p markdown='span'>", "<table>", "<hr>",
    "**", "**Họp:** ", "_", "__", "“", "(", "*[HTML]: ", "/// note\n", '=== "Thẻ"\n    ', ": ",
    "??? a\n    ",
]  # fmt: skip
ENDS = [
    "", "", "", " #", "##", " { #neo }", "\n===", "\n---", "\n----  ", "  ", "\\", "\n{: .lop }",
    "\n```", "</div>", "|",
]  # fmt: skip
GAPS = ["\n\n", "\n\n", "\n\n", "\n", "\n", "\n\n\n", "\n \n", "\n\t\n", "  \n", "\r\n\r\n"]

_pieces = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(MARKS), st.sampled_from(ODD)
)
_plain = st.lists(st.sampled_from(WORDS[:8]), min_size=1, max_size=6).map(" ".join)
_mixed = st.builds(str.join, st.sampled_from([" ", "", "\n"]), st.lists(_pieces, max_size=6))
_lines = st.builds(
    lambda start, text, end: start + text + end,
    st.sampled_from(STARTS), st.one_of(_plain, _mixed), st.sampled_from(ENDS),
)  # fmt: skip
_markers = st.sampled_from(["[TOC]", "///Footnotes Go Here///", "## Mục { an }"])
_parts = st.one_of(_plain, _lines, _lines, _lines, _markers)
documents = st.lists(st.tuples(_parts, st.sampled_from(GAPS)), min_size=1, max_size=9).map(
    lambda parts: "".join(text + gap for text, gap in parts)
)
"""Markdown sources."""
