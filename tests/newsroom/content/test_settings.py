"""The block extra.newsroom of mkdocs.yml, and what a ward that edits it is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from newsroom.content.newsroom import CampaignState, Newsroom
from newsroom.content.settings import read_settings

GOOD = """\
site_name: Tin
extra:
  newsroom:
    ward:
      name: Phường Thử
    sections:
      - slug: tin
        title: Tin tức
    campaigns:
      - slug: he
        title: Hè
        start: 2023-06-01
        end: 2023-08-31
    per_page: 20
"""


def problems(tmp_path: Path, old: str = "", new: str = "") -> list[str]:
    """What is told about the good settings with one text replaced."""
    assert GOOD.count(old) == 1 or not old
    file = tmp_path / "mkdocs.yml"
    file.write_text(GOOD.replace(old, new) if old else GOOD, encoding="utf-8")
    reading = read_settings(file)
    assert (reading.newsroom is None) == bool(reading.problems)
    return [str(problem) for problem in reading.problems]


def test_good_settings_are_read(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.sample
def test_repositorys_own_settings_are_read(root: Path) -> None:
    assert [str(problem) for problem in read_settings(root / "mkdocs.yml").problems] == []


def test_case_settings_hold_what_they_say(newsroom: Newsroom) -> None:
    assert newsroom.ward.name == "Phường Thử"
    assert list(newsroom.sections) == ["thong-bao", "mat-tran-doan-the", "tin-tuc-su-kien"]
    assert newsroom.campaigns["chia-se-yeu-thuong"].end is None
    assert newsroom.campaigns["he-2023"].steps == ("Báo tên với chi đoàn", "Mặc áo xanh")
    assert newsroom.campaigns["he-2023"].contact == "Đoàn phường, 024 0000 0002"
    assert newsroom.organizations[0].keywords == ("MTTQ",)
    assert newsroom.per_page == 3


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("      name: Phường Thử", "      nmae: Phường Thử",
         'mkdocs.yml:5: extra.newsroom.ward.nmae: không có mục này. Có phải là: name'),
        ("      - slug: tin\n", "      - slug: Tin tức\n",
         ("mkdocs.yml:7: extra.newsroom.slug: “Tin tức” không phải mã. "
          "Hãy viết không dấu: slug: tin-tuc")),
        ("      - slug: tin\n        title: Tin tức", "      - title: Tin tức",
         "mkdocs.yml:7: extra.newsroom.slug: chưa có mã. Hãy viết không dấu: slug: tin-tuc"),
        ("        title: Tin tức\n", "",
         ("mkdocs.yml:7: extra.newsroom.sections.title: chưa có tên. "
          "Hãy viết: title: Tên hiển thị")),
        ("        title: Tin tức\n",
         "        title: Tin tức\n      - slug: tin\n        title: Tin khác\n",
         ("mkdocs.yml:9: extra.newsroom.sections.slug: “tin” có hai lần. "
          "Mỗi mã chỉ dùng một lần; hãy đổi một mã.")),
        ("2023-06-01", "31/06/2023",
         ("mkdocs.yml:12: extra.newsroom.start: “31/06/2023” không phải là ngày. "
          "Hãy viết: start: 2023-01-09")),
        ("        start: 2023-06-01\n", "",
         ("mkdocs.yml:10: extra.newsroom.campaigns.start: chưa có ngày bắt đầu. "
          "Hãy viết: start: 2023-01-09")),
        ("2023-08-31", "2023-05-31",
         ("mkdocs.yml:10: extra.newsroom.campaigns.end: “2023-05-31” trước ngày bắt đầu "
          "“2023-06-01”. Hãy sửa lại.")),
        ("        end: 2023", "        steps: Báo tên\n        end: 2023",
         ("mkdocs.yml:13: extra.newsroom.campaigns.steps: phải là danh sách các câu. "
          "Hãy viết: steps: [Báo tên với tổ trưởng, Mang quà tới nhà văn hóa]")),
        ("        end: 2023", "        steps: [Gọi: 024]\n        end: 2023",
         ("mkdocs.yml:13: extra.newsroom.campaigns.steps: phải là danh sách các câu. "
          "Hãy viết: steps: [Báo tên với tổ trưởng, Mang quà tới nhà văn hóa]")),
        ("per_page: 20", "per_page: 0",
         ("mkdocs.yml:14: extra.newsroom.per_page: “0” không phải là số bài. "
          "Hãy viết một số từ 1 trở lên: per_page: 20")),
        ("    per_page: 20", "    connect: [https://dem.example, 'https://b.vn; script-src *']",
         ("mkdocs.yml:14: extra.newsroom.connect: “https://b.vn; script-src *” không phải địa chỉ "
          "gốc của trang. Hãy viết https:// và tên miền, không có gì phía sau: "
          "https://dem.phuong.example")),
        ("    per_page: 20", "    offline: tắt",
         ('mkdocs.yml:14: extra.newsroom.offline: “tắt” không hiểu được. '
          "Hãy viết: offline: false để tắt, hoặc xóa dòng này.")),
        ("    per_page: 20", "    doors: [{title: Liên hệ, uri: https://khac.vn/}]",
         ("mkdocs.yml:14: extra.newsroom.doors: thiếu tên, hoặc địa chỉ không dùng được. "
          "Hãy viết tên và địa chỉ trên trang: {title: Liên hệ, uri: lien-he/}")),
        ("    per_page: 20", "    photo_widths: [480, 9000]",
         ("mkdocs.yml:14: extra.newsroom.photo_widths: có bề rộng không dùng được. "
          "Hãy viết các bề rộng từ 200 đến 2560, ví dụ: photo_widths: [480, 960, 1600]")),
        ("    per_page: 20", "    photo_years: ba",
         ('mkdocs.yml:14: extra.newsroom.photo_years: “ba” không phải số năm. '
          "Hãy viết một số năm, ví dụ: photo_years: 3")),
        ("    per_page: 20", "    perpage: 20",
         ("mkdocs.yml:14: extra.newsroom.newsroom.perpage: không có mục này. "
          "Có phải là: per_page")),
        ("    sections:\n      - slug: tin\n        title: Tin tức\n", "",
         ("mkdocs.yml:4: extra.newsroom.sections: chưa có chuyên mục nào. "
          "Hãy khai ít nhất một.")),
        ("  newsroom:", "  tin-tuc:",
         "mkdocs.yml: thiếu khối extra.newsroom. Hãy chép lại khối này từ mkdocs.yml mẫu."),
    ],
)  # fmt: skip
def test_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert told in problems(tmp_path, old, new)


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    text = GOOD.replace("per_page: 20", "per_page: x").replace("2023-06-01", "mai")
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")

    assert len(read_settings(file).problems) == 2


@pytest.mark.parametrize(
    ("bad", "line"), [("\tname: A", 5), ('      name: "A', 5), ("      name: A: B", 5)]
)
def test_file_that_is_no_yaml_is_told_at_its_line(tmp_path: Path, bad: str, line: int) -> None:
    (told,) = problems(tmp_path, "      name: Phường Thử", bad)

    assert told.startswith(f"mkdocs.yml:{line}: không đọc được.")


@pytest.mark.parametrize("hidden", ["\x0b", "\x00"])
def test_hidden_character_is_told_and_no_crash(tmp_path: Path, hidden: str) -> None:
    (told,) = problems(tmp_path, "Phường Thử", f"Phường{hidden}Thử")

    assert told.startswith("mkdocs.yml")


def test_file_of_another_encoding_is_told_and_no_crash(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_bytes(GOOD.encode("utf-16"))

    (problem,) = read_settings(file).problems

    assert "UTF-8" in str(problem)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2023-05-31", CampaignState.COMING),
        ("2023-06-01", CampaignState.RUNNING),
        ("2023-08-31", CampaignState.RUNNING),
        ("2023-09-01", CampaignState.ENDED),
    ],
)
def test_campaign_runs_from_its_first_to_its_last_day(
    newsroom: Newsroom, day: str, state: CampaignState
) -> None:
    assert newsroom.campaigns["he-2023"].state(date.fromisoformat(day)) is state


@pytest.mark.parametrize(
    ("day", "announced", "state"),
    [
        ("2024-02-15", None, CampaignState.RUNNING),
        ("2024-02-16", None, CampaignState.ENDED),
        ("2024-02-16", "2023-06-01", CampaignState.RUNNING),
        ("2024-05-31", "2023-06-01", CampaignState.RUNNING),
        ("2024-06-01", "2023-06-01", CampaignState.ENDED),
        ("2024-02-16", "2022-06-01", CampaignState.ENDED),  # before it began
    ],
)
def test_campaign_without_an_end_goes_on_for_a_year_after_its_last_news(
    newsroom: Newsroom, day: str, announced: str | None, state: CampaignState
) -> None:
    campaign = newsroom.campaigns["chia-se-yeu-thuong"]
    heard = date.fromisoformat(announced) if announced else None

    assert campaign.state(date.fromisoformat(day), heard) is state


def test_campaign_with_an_end_needs_no_news(newsroom: Newsroom) -> None:
    long = replace(newsroom.campaigns["he-2023"], end=date(2030, 1, 1))

    assert long.state(date(2029, 1, 1)) is CampaignState.RUNNING


@pytest.mark.parametrize("typed", ["[ MTTQ , 'Mặt  trận' ]", "[MTTQ, '', Mặt trận, [x]]"])
def test_other_names_of_sections_and_organizations_are_read_alike(
    tmp_path: Path, typed: str
) -> None:
    organization = f"    organizations:\n      - title: Đoàn thể\n        keywords: {typed}\n"
    file = tmp_path / "mkdocs.yml"
    section = f"title: Tin tức\n        keywords: {typed}\n"
    file.write_text(GOOD.replace("title: Tin tức\n", section) + organization, encoding="utf-8")

    newsroom = read_settings(file).newsroom

    assert newsroom
    assert newsroom.sections["tin"].keywords == ("MTTQ", "Mặt trận")
    assert newsroom.organizations[0].keywords == ("MTTQ", "Mặt trận")
