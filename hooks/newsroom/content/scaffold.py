"""The scaffold of a new article: the required fields filled in, the others as comments."""

import json
from datetime import datetime

from newsroom.content.schema import FIELDS, Field
from newsroom.text.dates import to_iso

BODY = "Viết nội dung bài ở đây. Mỗi đoạn cách nhau một dòng trống."


def scaffold(title: str, section: str, moment: datetime) -> str:
    """The text of a new draft."""
    given = {
        "title": json.dumps(" ".join(title.split()), ensure_ascii=False),
        "date": to_iso(moment.replace(second=0)),
        "category": section,
        "draft": "true",
    }
    lines = [_line(field, given.get(field.name)) for field in FIELDS]
    return "\n".join(["---", *lines, "---", "", BODY, ""])


def _line(field: Field, value: str | None) -> str:
    if value is None:
        return f"# {field.name}: {field.example}  # {field.meaning}"
    comment = "  # Bản nháp: xóa dòng này khi đăng" if field.name == "draft" else ""
    return f"{field.name}: {value}{comment}"
