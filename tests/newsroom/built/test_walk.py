"""The walk of a built site finds what is broken, and tells what must not be published so."""

import pytest

from newsroom.built import walk as walking
from newsroom.built.tree import Tree
from newsroom.built.walk import walk
from newsroom.machine import processes

BAI = "bai/index.html"
NO_FILE = "mà trang web không có"
FOREIGN = "lấy từ trang khác"
FAULTS = [
    (BAI, '<a href="../mat/">a', NO_FILE),
    (BAI, '<a href="..#cuoi">a', "mục #cuoi, mà trang đích không có"),
    (BAI, '<a href="#cuoi">a', "mục #cuoi, mà trang đích không có"),
    (BAI, '<a href="/bai/">a', NO_FILE),
    (BAI, '<a href="../../bai/">a', NO_FILE),
    (BAI, '<a href="https://phuong.example/tin-tuc/mat/">a', NO_FILE),
    (BAI, '<a href="http://[">a', "không phải là địa chỉ"),
    (BAI, 'a<img src="../Đ.png">', NO_FILE),
    (BAI, "a<IMG SRC=../Đ.png>", NO_FILE),
    (BAI, 'a<img srcset="../đ.png 480w, ../e.png 960w">', NO_FILE),
    (BAI, 'a<img srcset="https://ngoai.example/a.png 2x">', FOREIGN),
    (BAI, 'a<script src="//ngoai.example/a.js"></script>', FOREIGN),
    (BAI, 'a<link rel="preconnect" href="https://fonts.gstatic.com">', FOREIGN),
    (BAI, 'a<iframe src="https://ngoai.example/"></iframe>', FOREIGN),
    (BAI, "a<p style=\"background: url('../e.png')\">", NO_FILE),
    (BAI, 'a<style>@import "https://ngoai.example/a.css";</style>', FOREIGN),
    (BAI, 'a<meta property="og:image" content="e.png">', NO_FILE),
    (BAI, 'a<meta http-equiv="refresh" content="0; url=../mat/">', NO_FILE),
    (BAI, "<main> <p></p><script>let a</script></main>Chân trang", "không có chữ nào"),
    (BAI, "", "không có chữ nào"),
    ("a.css", "@font-face { src: url(font.woff2) }", NO_FILE),
    ("a.css", "@import url(https://ngoai.example/a.css);", FOREIGN),
    ("rss.xml", "<rss><link>https://phuong.example/tin-tuc/mat/</link></rss>", NO_FILE),
    ("rss.xml", '<rss><enclosure url="https://phuong.example/tin-tuc/e.jpg"/></rss>', NO_FILE),
    ("rss.xml", '<rss><p>&lt;img src="/tin-tuc/đ.png"&gt;</p></rss>', "phải viết đầy đủ"),
    ("rss.xml", "<rss><channel>", "không phải XML"),
    ("sitemap.xml", "<u><loc>https://phuong.example/tin-tuc/mat/</loc></u>", NO_FILE),
    ("index.html", None, "thiếu trang chủ"),
    ("404.html", None, "thiếu trang báo “không tìm thấy”"),
    ("sitemap.xml", None, "thiếu sơ đồ trang"),
]


def told(tree: Tree) -> list[str]:
    return [str(problem) for problem in walk(tree).problems]


def test_sound_site_has_no_problem(site) -> None:
    found = walk(site())

    assert (found.problems, found.pages, found.files) == ([], 3, 7)
    assert found.size == sum(site().sizes.values())


@pytest.mark.parametrize(("file", "written", "found"), FAULTS)
def test_fault_is_told_with_its_page_and_its_cure(
    site, file: str, written: str | None, found: str
) -> None:
    problems = told(site({file: written}))

    [problem] = [one for one in problems if one.startswith(f"/{file.removesuffix('index.html')}: ")]
    assert found in problem
    assert "Hãy " in problem.split(found)[1]


@pytest.mark.parametrize(
    "harmless",
    [
        "<!-- <a href='../mat/'> -->",
        "<script>let a = \"<a href='../mat/'>\"</script>",
        "<p title=\"<a href='../mat/'>\">",
        '<a href="#top">Lên</a>',
        '<a href="..#:~:text=ph%C6%B0%E1%BB%9Dng">Trích</a>',
        '<a href="../?q=a#dau">Hỏi</a>',
        '<img src="data:image/png;base64,AA==">',
    ],
)
def test_what_is_no_link_or_leads_somewhere_is_let_be(site, harmless: str) -> None:
    assert told(site({BAI: f"Bài {harmless}"})) == []


@pytest.mark.parametrize(
    ("written", "is_blocking"),
    [
        ('<a href="../mat/">', False),  # as a settings file or a hand-written page may have it
        ('<a href="../tin/2023/04/mat/">', True),
        ('<a href="../luu-tru/2013/">', False),
        ('<div data-written><div></div><a href="../tin/2023/04/mat/"></div>', False),
        ('<div data-written><div></div></div><a href="../tin/2023/04/mat/">', True),
        ('<div data-written><a href="../tin/2023/04/mat/">', False),
        ('<img src="../tin/2023/images/mat.jpg">', False),
        ('<a href="../tin/2023/tai-lieu/mat.pdf">', False),
        ('<link rel="stylesheet" href="../mat.css">', True),
        ('<script src="../mat.js"></script>', True),
        ('<link rel="icon" href="../mat.png">', False),
        ('<a href="#mat">', False),
    ],
)
def test_only_what_no_staff_can_have_typed_keeps_the_site_from_being_published(
    site, written: str, is_blocking: bool
) -> None:
    [problem] = walk(site({BAI: f"Bài {written}"})).problems

    assert problem.blocking is is_blocking


def test_same_fault_of_many_pages_is_told_once_and_counted(site) -> None:
    pages = {f"{n}/index.html": '<a href="../mat/">Mất</a>' for n in range(1200)}

    [problem] = told(site(pages))

    assert problem.startswith("/0/: liên kết “../mat/” dẫn tới /mat/, mà trang web không có.")
    assert "Cùng lỗi này: 1.199 chỗ khác." in problem


def test_grave_problems_come_first(site) -> None:
    problems = walk(site({BAI: 'Bài <a href="../mat/">', "404.html": None})).problems

    assert [problem.blocking for problem in problems] == [True, False]


def test_large_site_is_told_before_it_is_too_large(site, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = site()
    size = sum(tree.sizes.values())

    monkeypatch.setattr(walking, "SITE_LIMIT", size * 10 // 9 - 1)
    assert (walk(tree).is_nearly_full, walk(tree).problems) == (True, [])
    monkeypatch.setattr(walking, "SITE_LIMIT", size * 10 // 8)
    assert not walk(tree).is_nearly_full

    monkeypatch.setattr(walking, "SITE_LIMIT", size - 1)
    [problem] = walk(tree).problems
    assert problem.blocking
    assert "GitHub Pages chỉ đăng đến" in problem.found


def test_file_that_github_does_not_take_is_told(site) -> None:
    tree = site()
    tree.sizes["phim.mp4"] = 101 * 2**20

    assert told(tree) == [
        "/phim.mp4: tệp nặng 105,9 MB, GitHub chỉ nhận tệp đến 100 MB. Hãy thu nhỏ tệp này."
    ]


def test_many_processes_find_what_one_does(site, monkeypatch) -> None:
    tree = site({f"{n}/index.html": f'<a href="../{n % 7}/mat/">Mất</a>' for n in range(1600)})
    found = {}
    for cores in (1, 2):
        monkeypatch.setattr(processes, "cores", lambda: cores)  # noqa: B023
        found[cores] = told(tree)

    assert found[1] == found[2] != []


def test_bytes_that_are_no_text_do_not_end_the_walk(site) -> None:
    tree = site()
    (tree.folder / BAI).write_bytes(b"\xff\xfe<a href='../mat/'>")

    assert len(told(tree)) == 1


def test_list_that_the_home_page_leads_to_must_be_there(site) -> None:
    link = '<a href="chuyen-muc/y-te/">Y tế</a></body>'
    home = site().text("index.html").replace("</body>", link)

    [problem] = walk(site({"index.html": home})).problems

    assert problem.blocking


def test_link_above_the_root_is_judged_for_each_folder(site) -> None:
    """On both pages the link is written alike; only from one it stays below the site's root."""
    link = '<a href="../../tin-tuc/bai/">Bài</a>'

    problems = told(site({"bai/index.html": link, "mot/hai/index.html": link}))

    assert [one.split(":")[0] for one in problems] == ["/mot/hai/"]
