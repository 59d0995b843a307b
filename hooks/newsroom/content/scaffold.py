"""The scaffold of a new article: the required fields filled in, the others as comments."""

import json
from datetime import datetime

from newsroom.content.newsroom import Newsroom
from newsroom.content.schema import FIELDS, example_of
from newsroom.text.dates import to_iso

BODY = "Viết nội dung bài ở đây. Mỗi đoạn cách nhau một dòng trống."


def scaffold(title: str, section: str, moment: datetime, newsroom: Newsroom) -> str:
    """The text of a new draft, with examples of the newsroom."""
    given = {
        "title": json.dumps(" ".join(title.split()), ensure_ascii=False),
        "date": to_iso(moment.replace(second=0)),
        "category": section,
        "draft": "true",
    }
    lines = [
        _given(field.name, given[field.name])
        if field.name in given
        else f"# {field.name}: {example_of(field, newsroom)}  # {field.meaning}"
        for field in FIELDS
    ]
    return "\n".join(["---", *lines, "---", "", BODY, ""])


def _given(name: str, value: str) -> str:
    comment = "  # Bản nháp: xóa dòng này khi đăng" if name == "draft" else ""
    return f"{name}: {value}{comment}"
