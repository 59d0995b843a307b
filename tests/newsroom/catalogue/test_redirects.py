"""Where old addresses lead, and which of them are dropped and told."""

from collections.abc import Callable, Iterable

import pytest

from newsroom.catalogue.entries import entry_of
from newsroom.catalogue.redirects import Redirects, published, redirects_of
from newsroom.catalogue.taken import Taken
from newsroom.content.article import Article
from newsroom.content.old_address import OldAddress, read_old_address

Make = Callable[..., Article]
Resolve = Callable[..., Redirects]


@pytest.fixture
def resolve(make_article: Make) -> Resolve:
    """The redirects of articles named by their file, each with its old addresses as typed."""

    def redirects(articles: dict[str, list[str]], files: Iterable[str] = ()) -> Redirects:
        def typed(addresses: list[str]) -> Iterable[OldAddress]:
            for line, address in enumerate(addresses, 5):
                read = read_old_address(address)
                assert isinstance(read, OldAddress), read
                yield read._replace(line=line)

        made = [
            make_article(name, f"2023-04-{day:02}", aliases=tuple(typed(addresses)))
            for day, (name, addresses) in enumerate(articles.items(), 1)
        ]
        entries = [entry_of(article) for article in made]
        lists = ["", "chuyen-muc/", "chuyen-muc/tin/", "so-ket-quy/2023/quy-1/"]
        taken = Taken(files, (entry.uri for entry in entries), lambda: lists)
        return redirects_of(entries, taken, "articles")

    return redirects


def leads(redirects: Redirects) -> dict[str, str | list[str]]:
    """By file, the article that it leads to, or those among which its reader chooses."""
    return {
        file: page.target.path.split("/")[-1]
        if page.target
        else [entry.path.split("/")[-1] for entry, _ in page.by_article]
        for file, page in redirects.by_file.items()
    }


def told(redirects: Redirects) -> list[str]:
    assert not any(problem.blocking for problem in redirects.problems)
    assert all(problem.drops for problem in redirects.problems)
    return [f"{p.path.split('/')[-1]}:{p.line}: {p.found}" for p in redirects.problems]


def test_old_address_is_a_file_or_a_folder_of_the_site(resolve: Resolve) -> None:
    typed = ["/tin/a-1.html", "/tin/b", "/tin/c/", "/d.HTM/", "/tin/e.aspx/", "/tin/c/index.html"]

    redirects = resolve({"bai": typed})

    assert leads(redirects) == dict.fromkeys(
        ["tin/a-1.html", "tin/b/index.html", "tin/c/index.html", "d.HTM", "tin/e.aspx/index.html"],
        "bai.md",
    )
    assert told(redirects) == []


@pytest.mark.parametrize(
    "address",
    [
        "/index.html", "/INDEX.HTM", "/gioi-thieu", "/gioi-thieu/", "/Gioi-Thieu/index.html",
        "/gioi-thieu.html", "/chuyen-muc", "/chuyen-muc/TIN/", "/chuyen-muc/tin/trang/7/",
        "/chuyen-muc/tin.html", "/so-ket-quy/2023/quy-1", "/tim-kiem/", "/404.html", "/404",
        "/chua-dang", "/assets/x.html", "/search/x", "/tin/2023/04/khac/", "/tin/2023/04/khac.html",
        "/tin/2023/04/khac/index.html", "/tin/2023/tai-lieu/a.bin/x", "/TIN/2023/tai-lieu/A.bin",
        "/noi-quy/Kế-hoạch", "https://cu.example/gioi-thieu/?x=1#y", "/%67ioi-thieu",
    ],
)  # fmt: skip
def test_address_of_something_that_exists_is_dropped_and_told(
    resolve: Resolve, address: str
) -> None:
    files = [
        "index.html", "gioi-thieu/index.html", "tin/2023/tai-lieu/a.bin",
        "noi-quy/kê\u0301-hoa\u0323ch/index.html",
    ]  # fmt: skip

    redirects = resolve({"bai": ["/cu/", address], "khac": []}, files)

    assert leads(redirects) == {"cu/index.html": "bai.md"}
    assert len(told(redirects)) == 1
    assert told(redirects)[0].startswith("bai.md:6: ")
    assert told(redirects)[0].endswith(" là địa chỉ của một trang hay một tệp đang có.")


@pytest.mark.parametrize("address", ["/chuyen-muc/bai-5.html", "/tin/bai-5/", "/phong-trao/cu"])
def test_address_beside_what_exists_is_kept(resolve: Resolve, address: str) -> None:
    assert list(leads(resolve({"bai": [address]})).values()) == ["bai.md"]


@pytest.mark.parametrize("address", ["/tin/2023/04/bai/", "/Tin/2023/04/BAI.html"])
def test_own_address_is_dropped_and_told(resolve: Resolve, address: str) -> None:
    redirects = resolve({"bai": [address]})

    assert leads(redirects) == {}
    assert told(redirects) == [
        f"bai.md:5: “{address.rstrip('/')}” là địa chỉ hiện nay của chính bài này."
    ]


@pytest.mark.parametrize("other", ["/cu/x", "/cu/x/", "/cu/x.html", "/CU/X", "/cu/x/index.html"])
def test_address_that_two_articles_claim_lists_both_and_both_are_told(
    resolve: Resolve, other: str
) -> None:
    redirects = resolve({"a": ["/cu/x"], "b": [other]})

    assert set(map(str, leads(redirects).values())) == {"['b.md', 'a.md']"}
    assert [line.split("“")[0] for line in told(redirects)] == ["b.md:5: ", "a.md:5: "]
    assert "cũng là địa chỉ cũ của articles/2023/a.md (" in told(redirects)[0]


def test_addresses_that_only_a_query_tells_apart_are_one_page_that_chooses(
    resolve: Resolve,
) -> None:
    redirects = resolve({"nam": ["/Default.aspx?id=5"], "sau": ["/Default.aspx?id=6"]})

    (page,) = redirects.by_file.values()
    assert page.target is None
    assert [(entry.path, queries) for entry, queries in page.by_article] == [
        ("2023/sau.md", ["id=6"]),
        ("2023/nam.md", ["id=5"]),
    ]
    assert len(told(redirects)) == 2


def test_address_with_a_query_leads_nobody_on_unasked(resolve: Resolve) -> None:
    redirects = resolve({"bai": ["/Default.aspx?id=5"]})

    assert leads(redirects) == {"Default.aspx/index.html": ["bai.md"]}
    assert told(redirects) == []


def test_query_does_not_matter_where_the_article_has_the_address_without_one_too(
    resolve: Resolve,
) -> None:
    redirects = resolve({"bai": ["/x.html?id=3", "/x.html"]})

    assert leads(redirects) == {"x.html": "bai.md"}


def test_of_two_spellings_that_differ_by_case_the_first_is_kept(resolve: Resolve) -> None:
    redirects = resolve({"bai": ["/Tin/X.html", "/tin/x.html"]})

    assert leads(redirects) == {"Tin/X.html": "bai.md"}
    assert told(redirects) == [
        "bai.md:6: “/tin/x.html” chỉ khác chữ hoa, chữ thường với “/Tin/X.html”."
    ]


def test_message_names_no_more_than_three_of_many_others(resolve: Resolve) -> None:
    redirects = resolve({f"bai-{number}": ["/cu/"] for number in range(1, 7)})

    named = ", ".join(f"articles/2023/bai-{number}.md" for number in (5, 4, 3))
    assert f"cũng là địa chỉ cũ của {named} và 2 bài nữa (" in told(redirects)[0]


def test_readers_are_led_to_published_articles_only(resolve: Resolve) -> None:
    redirects = resolve({"a": ["/cu/"], "b": ["/cu/"], "kin": ["/kin/"]})

    seen = published(redirects, {"2023/a.md"})

    assert list(seen) == ["cu/index.html"]
    assert seen["cu/index.html"].target
