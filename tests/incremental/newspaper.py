"""The sources that every sequence of changes starts from: a bit of everything, on one screen."""

from sites import Project, png

SECTIONS = ("tin", "thong-bao", "y-te")
CAMPAIGNS = ("he", "tet")
ADDED_HOOK = "hooks/them.py"


def fill(project: Project, others: int = 0) -> Project:
    """Write the sources of a small newspaper, none of them faulty; others: articles beside those
    that everything turns on, over ten years."""
    _settings(project)
    _hand_written(project)
    project.write("articles/2023/images/a.png", png(2))
    project.write("articles/2023/images/b.png", png(3))
    project.write("articles/2023/tai-lieu/ke-hoach.pdf", "%PDF-1.4 kế hoạch")
    for name, fields in ARTICLES.items():
        project.save(name, **fields)
    for number in range(others):
        project.save(f"khac-{number}", **_another(number))
    return project


def _another(number: int) -> dict[str, str]:
    """One of many. A section, a tag and a campaign have hundreds, a quarter a dozen reviews."""
    year, month, day = 2014 + number % 10, number % 12 + 1, number % 28 + 1
    fields = {
        "title": f"Tổ dân phố {number % 97} và việc số {number}", "views": str(number * 7 % 1000),
        "date": f"{year}-{month:02}-{day:02} 09:00", "category": SECTIONS[number % 3],
        "tags": f"[chợ, việc {number % 40}]",
        "body": f"Xem [chợ](cho.md). {'Bà con họp bàn. ' * (number % 9 + 1)}\n\n## Mục hai\n",
    }  # fmt: skip
    if number % 5 == 0:
        fields["campaign"] = CAMPAIGNS[number % 2]
    if number % 9 == 0:
        share = f"{{label: Hộ, value: {number % 50}, of: 50, unit: hộ}}"
        fields["figures"] = f"[{{label: Suất quà, value: {number}, unit: suất}}, {share}]"
        fields["tasks"] = f"[Việc {number}, Họp tổ]"
        fields["quarter"] = f"{year}-Q{number % 4 + 1}"
        fields["organization"] = f"Tổ {number % 8}"
    return fields


ARTICLES: dict[str, dict[str, str]] = {
    # Six of one section, so that its list has a numbered page of three.
    "cho": {
        "title": "Chợ phường", "date": "2023-04-01 08:00", "category": "tin", "tags": "[chợ, hè]",
        "image": "images/a.png", "image_alt": "Chợ", "views": "50",
        "body": "UBND họp.[^1]\n\nXem [bài đường](duong.md#muc-hai).\n\n[^1]: Chú thích.",
    },
    "duong": {
        "title": "Đường mới", "date": "2023-04-02 08:00", "category": "tin", "tags": "[chợ]",
        "body": "Mở đầu.\n\n## Mục hai\n\nĐường.\n\n![Đường](images/b.png)",
    },
    "den": {"title": "Đèn", "date": "2023-04-03", "category": "tin", "views": "70"},
    "cay": {"title": "Cây", "date": "2023-05-01", "category": "tin", "campaign": "he"},
    "ngo": {"title": "Ngõ", "date": "2023-05-02", "category": "tin", "aliases": "[/cu/]"},
    "cau": {"title": "Cầu", "date": "2023-06-02", "category": "tin", "tags": "[hè]"},
    "lich": {
        "title": "Lịch họp", "date": "2023-06-03", "category": "thong-bao", "campaign": "tet",
        "attachments": "[{title: Kế hoạch, file: tai-lieu/ke-hoach.pdf}]",
        "body": "Xem [chợ](cho.md) và [ngõ](ngo.md).",
    },
    "quy": {
        "title": "Sơ kết", "date": "2023-04-05", "category": "thong-bao", "quarter": "2023-Q1",
        "organization": "Công an phường", "pinned": "true", "updated": "2023-04-06",
    },
    "tiem": {
        "title": "Tiêm", "date": "2023-12-01", "category": "y-te", "summary": "Tiêm chủng.",
        "expires_at": "2024-01-02 08:00", "body": "Xem [nháp](nhap.md).", "campaign": "tet",
        "figures": "[{label: Suất quà, value: 40, unit: suất}]",
    },
    "kham": {
        "title": "Khám", "date": "2024-01-01", "category": "y-te", "publish_at": "2024-01-02 07:00",
    },
    "nhap": {"title": "Nháp", "date": "2023-12-05", "category": "y-te", "draft": "true"},
}  # fmt: skip


def _settings(project: Project) -> None:
    project.newsroom.update(
        per_page=3,
        sections=[{"slug": slug, "title": f"Mục {slug}"} for slug in SECTIONS],
        campaigns=[
            {"slug": "he", "title": "Hè vui", "start": "2023-06-01"},
            {
                "slug": "tet",
                "title": "Tết ấm",
                "start": "2023-12-20",
                "end": "2024-01-01",
                "goal": {"label": "Suất quà", "value": "300 suất"},
            },
        ],
    )
    project.settings["extra_css"] = ["stylesheets/chung.css"]
    project.settings["hooks"] = [*project.settings["hooks"], ADDED_HOOK]
    project.settings["nav"] += [{"Tìm": "tim-kiem.md"}, "noi-quy.md"]


def _hand_written(project: Project) -> None:
    search = "---\ntitle: Tìm kiếm\nsearch: false\ntemplate: newsroom/search.html\n---\n"
    project.write("docs/tim-kiem.md", search)
    project.write("docs/abbreviations.yml", "UBND: Ủy ban nhân dân\nHĐND: Hội đồng nhân dân\n")
    project.write(
        "docs/noi-quy.md",
        "# Nội quy\n\nXem [giới thiệu](gioi-thieu.md).\nCủa {{ ward.name }}.\n"
        "Gọi {{ ward.phone }}.\n\n{{ sections_table }}\n\n{{ campaigns_table }}\n",
    )
    project.write("docs/stylesheets/chung.css", "body { color: black; }\n")
    project.write(ADDED_HOOK, "def on_post_page(output, **_):\n    return output\n")
