"""Every HTML file of a site has its policy; what it lets pages talk to is one setting."""

import re
from typing import Any

import pytest

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@pytest.fixture
def site(tiny_site: Any) -> Any:
    """A site with a redirect and a site that its scripts may talk to."""
    tiny_site.newsroom["connect"] = ["https://dem.phuong.example", "https://b.example:8443"]
    tiny_site.article("mot", {"aliases": "[/cu/mot.html, '/xem?id=7']"})
    tiny_site.build(strict=True)
    return tiny_site


def test_every_html_file_has_one_policy_before_all_that_it_fetches(site: Any) -> None:
    pages = [(name, data.decode()) for name, data in site.files().items() if name.endswith(".html")]
    assert any("Trang này đã chuyển" in page for _, page in pages)
    assert {"404.html", "cu/mot.html", "tin/2023/04/mot/index.html"} < {name for name, _ in pages}
    for name, page in pages:
        before, policy, _ = META.split(page)
        assert "<link" not in before, name
        assert "<script" not in before, name
        assert "unsafe" not in policy, name


def test_the_setting_widens_what_pages_may_talk_to(site: Any) -> None:
    policy = META.findall(site.page("tin/2023/04/mot"))[0]

    assert policy.endswith("connect-src 'self' https://dem.phuong.example https://b.example:8443")
    assert policy.count("https:") == 2


def test_a_script_in_an_article_changes_no_policy(tiny_site: Any) -> None:
    script = "<script>a()</script>"
    tiny_site.settings["site_description"] = script
    tiny_site.article("mot", {"title": f"'{script}'", "summary": f"'{script}'"}, body=script)
    tiny_site.article("hai")
    tiny_site.newsroom["quarantine"] = True
    tiny_site.build()

    policies = {META.findall(page)[0] for page in map(tiny_site.page, ("", "gioi-thieu"))}
    assert all("sha256" not in policy for policy in policies)
