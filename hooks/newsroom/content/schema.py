"""The schema of an article's front matter, declared once.

It feeds validation, the scaffold of `new`, the table in articles/README.md and the JSON Schema
that editors complete from.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from newsroom.content import due_kinds, figure_kinds, file_kinds, kinds, task_kinds
from newsroom.content.kind import Kind
from newsroom.content.newsroom import Newsroom


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the front matter, with its meaning for staff."""

    name: str
    kind: Kind
    meaning: str
    example: str
    """A value that could stand in it; see example_of for one that is right in a newsroom."""
    required: bool = False
    shows: bool = False
    """Whether it says when residents can read the article."""

    @property
    def decides(self) -> bool:
        """Whether an article in which it cannot be understood must be kept off the site."""
        return self.required or self.shows


FIELDS = (
    Field("title", kinds.TEXT, "Tiêu đề bài viết", '"Phường sơ kết công tác quý I"', required=True),
    Field("date", kinds.DATE, "Ngày giờ đăng, giờ Việt Nam", "2023-04-01 18:15", required=True),
    Field(
        "category", kinds.SECTION, "Chuyên mục, viết bằng mã trong mkdocs.yml",
        "ma-chuyen-muc", required=True,
    ),
    Field("updated", kinds.DATE, "Ngày giờ sửa nội dung lần cuối", "2023-04-02 08:00"),
    Field("changes", due_kinds.CHANGES,
          "Những lần sửa bài sau khi đăng, hiện ở cuối bài: ngày giờ (date) và sửa gì (note)",
          "[{date: 2023-04-02 08:00, note: Sửa giờ họp tổ dân phố}]"),
    Field("views", kinds.COUNT, "Số lượt xem", "201"),
    Field("summary", kinds.TEXT, "Sapo: một, hai câu mở đầu, hiện ở đầu bài và trong danh sách",
          '"Sáng 31/3, tại hội trường A3, …"'),
    Field("image", file_kinds.PATH, "Ảnh đại diện, đường dẫn tính từ tệp bài viết",
          "images/hoi-nghi.jpg"),
    Field("image_alt", kinds.TEXT, "Mô tả ảnh cho người không nhìn thấy ảnh",
          '"Hội trường kín chỗ, đại biểu ngồi theo dãy bàn"'),
    Field("image_caption", kinds.TEXT, "Chú thích dưới ảnh", '"Toàn cảnh hội nghị"'),
    Field("tags", kinds.TAGS, "Từ khóa", "[mặt trận, sơ kết quý]"),
    Field("author", kinds.TEXT, "Người viết hoặc bộ phận viết", "Ban Biên tập"),
    Field("source", kinds.TEXT, "Nguồn tin", "Đài Truyền thanh phường"),
    Field("archive", kinds.TEXT,
          "Đơn vị cũ đã đăng bài (bài lấy từ cổng của phường đã sáp nhập), hiện ở đầu bài",
          '"Phường Hoa Mai (trước 7/2025)"'),
    Field("campaign", kinds.CAMPAIGN,
          "Phong trào, chiến dịch mà bài thông báo, viết bằng mã trong mkdocs.yml",
          "ma-phong-trao"),
    Field("quarter", kinds.QUARTER, "Quý được sơ kết (chỉ cho bài sơ kết quý)", "2023-Q1"),
    Field("organization", kinds.TEXT, "Đơn vị của bài viết; bài sơ kết quý phải có",
          "Ủy ban nhân dân phường"),
    Field("figures", figure_kinds.FIGURES,
          "Số liệu của bài: tên (label), số (value), đơn vị tính (unit); có thể thêm kế hoạch "
          "(target), tổng số (of), các phần (parts), ghi chú (note), mã (key)",
          '[{label: Đại biểu có mặt, value: "1.160", unit: đại biểu, of: "2.500"}]'),
    Field("tasks", task_kinds.TASKS,
          "Nhiệm vụ quý sau (bài sơ kết quý); không ghi thì máy lấy danh sách dưới đề mục "
          "“Nhiệm vụ quý …” trong bài", "[Vận động quỹ vì người nghèo, Giám sát thu chi]"),
    Field("task_updates", task_kinds.TASK_UPDATES,
          "Nhiệm vụ quý trước đã làm tới đâu: nhiệm vụ (task, ghi mấy chữ đầu hoặc số thứ tự), "
          "kết quả (state: hoàn thành, đang thực hiện, chưa báo cáo), ghi chú (note)",
          "[{task: Vận động quỹ, state: hoàn thành}]"),
    Field("deadline", due_kinds.DEADLINE,
          "Hạn chót phải làm xong việc mà bài yêu cầu; chỉ ghi ngày thì tính đến hết ngày ấy",
          "2023-06-15 17:00"),
    Field("event", due_kinds.EVENT, "Sự kiện mời người dân: lúc bắt đầu, lúc kết thúc, địa điểm",
          "{start: 2023-06-10 08:00, end: 2023-06-10 11:30, place: Nhà văn hóa tổ 5}"),
    Field("contact", kinds.TEXT, "Hỏi ai về việc này: tên bộ phận, số điện thoại",
          '"Bộ phận Một cửa, 024 3999 0000"'),
    Field("pinned", kinds.FLAG, "Ghim lên đầu trang chủ", "true"),
    Field("pinned_until", due_kinds.DEADLINE,
          "Ghim lên đầu trang chủ đến lúc này; chỉ ghi ngày thì tính đến hết ngày ấy",
          "2023-06-15"),
    Field("draft", kinds.FLAG, "Bản nháp: chỉ hiện khi xem thử", "true", shows=True),
    Field("publish_at", kinds.DATE, "Hẹn giờ đăng", "2023-04-03 07:00", shows=True),
    Field("expires_at", kinds.DATE, "Gỡ bài vào lúc này", "2023-05-01 00:00", shows=True),
    Field("aliases", file_kinds.ALIASES, "Các địa chỉ cũ của bài, tự chuyển về địa chỉ mới",
          "[/tin-tuc/so-ket-quy-1-123.html]"),
    Field("attachments", file_kinds.ATTACHMENTS, "Tài liệu kèm theo: tên (title) và tệp (file)",
          "[{title: Kế hoạch số 12, file: tai-lieu/ke-hoach-12.pdf}]"),
)  # fmt: skip

BY_NAME = {field.name: field for field in FIELDS}


def example_of(field: Field, newsroom: Newsroom) -> str:
    """A value of the field from the newsroom's own lists, where it has any."""
    match field.name:
        case "category":
            own: Iterable[str] = newsroom.sections
        case "campaign":
            own = newsroom.campaigns
        case "organization":
            own = (organization.title for organization in newsroom.organizations)
        case _:
            own = ()
    return next(iter(own), field.example)


def json_schema(newsroom: Newsroom) -> dict[str, Any]:
    """The front matter as a JSON Schema (draft 2020-12) with this newsroom's closed lists."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Phần đầu của một bài viết",
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in FIELDS if field.required],
        "properties": {
            field.name: {
                "description": f"{field.meaning}. "
                f"Ví dụ: {field.name}: {example_of(field, newsroom)}",
                **field.kind.json_schema(newsroom),
            }
            for field in FIELDS
        },
    }


def field_table(newsroom: Newsroom) -> str:
    """The fields as a Markdown table in Vietnamese, one row a field, with the newsroom's own
    examples."""
    rows = [
        f"| `{f.name}` | {'có' if f.required else ''} | {f.kind.title} | {f.meaning} "
        f"| `{f.name}: {example_of(f, newsroom)}` |"
        for f in FIELDS
    ]
    head = "| Dòng | Bắt buộc | Kiểu | Ý nghĩa | Ví dụ |\n| --- | --- | --- | --- | --- |"
    return "\n".join([head, *rows])
