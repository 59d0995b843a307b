"""Two built sites are compared by their pages, in Vietnamese."""

from newsroom.built.comparison import compare, told


def page(title: str, text: str = "Lời.") -> str:
    return f"<title>{title} – Phường Thử</title><body>{text}</body>"


def test_new_changed_and_removed_pages_are_named_by_their_titles(site) -> None:
    old = site(
        {
            "tin/2023/04/cu/index.html": page("Bài cũ"),
            "tin/2023/04/sua/index.html": page("Bài sửa", "Một."),
            "lien-he/index.html": page("Liên hệ", "Một."),
        },
        "cu",
    )
    new = site(
        {
            "tin/2023/05/moi/index.html": page("Bài mới &amp; hay"),
            "tin/2023/04/sua/index.html": page("Bài sửa", "Hai."),
            "lien-he/index.html": page("Liên hệ", "Hai."),
            "anh.png": "ảnh",
        },
        "moi",
    )

    assert told(compare(old, new)) == (
        "#### Trang mới: 1\n\n- Bài mới \\& hay – `/tin/2023/05/moi/`\n\n"
        "#### Trang thay đổi: 2\n\n- Bài sửa – `/tin/2023/04/sua/`\n- Liên hệ – `/lien-he/`\n\n"
        "#### Trang bị xóa: 1\n\n- Bài cũ – `/tin/2023/04/cu/`\n\n"
        "Tệp khác (ảnh, tệp đính kèm, dữ liệu tìm kiếm …) thay đổi: 1."
    )


def test_same_sites_have_no_change(site) -> None:
    assert told(compare(site(name="cu"), site(name="moi"))) == "Không trang nào thay đổi."


def test_only_so_many_pages_are_named(site) -> None:
    more = {f"tin/2023/04/{n:04}/index.html": page(f"Bài {n}") for n in range(1340)}

    text = told(compare(site(name="cu"), site(more, "moi")))

    assert "#### Trang mới: 1.340" in text
    assert text.count("\n- ") == 41
    assert "- … và 1.300 trang khác" in text


def test_title_cannot_write_markdown_or_mention_people(site) -> None:
    other = {"a/index.html": "<title>[x](http://a.example) &lt;img&gt; @ten `a`</title>A"}

    text = told(compare(site(name="cu"), site(other, "moi")))

    assert r"\[x\](http://a.example) \<img\> \@ten \`a\`" in text


def test_address_cannot_end_its_code(site) -> None:
    other = {"a`b<i>/index.html": "<title>A</title>A"}

    assert "`/ab<i>/`" in told(compare(site(name="cu"), site(other, "moi")))
