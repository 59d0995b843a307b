"""Which field a name means that staff wrote in another way: Title, tieu_de, “chuyên mục”."""

from collections.abc import Collection
from types import MappingProxyType

from newsroom.text.slug import slugify

_IN_VIETNAMESE = MappingProxyType({
    "title": "tiêu đề, tên bài", "date": "ngày, ngày đăng, ngày giờ", "category": "chuyên mục, mục",
    "updated": "ngày sửa, cập nhật", "views": "lượt xem, số lượt xem",
    "summary": "tóm tắt, sapo, tóm lược", "image": "ảnh, ảnh đại diện, hình ảnh",
    "image_alt": "mô tả ảnh", "image_caption": "chú thích ảnh", "tags": "từ khóa, thẻ",
    "author": "tác giả, người viết",
    "source": "nguồn, nguồn tin", "campaign": "phong trào, chiến dịch",
    "quarter": "quý", "organization": "đơn vị", "figures": "số liệu", "tasks": "nhiệm vụ",
    "deadline": "hạn chót, thời hạn", "event": "sự kiện", "contact": "liên hệ", "pinned": "ghim",
    "draft": "nháp, bản nháp",
    "publish_at": "hẹn giờ, hẹn giờ đăng", "expires_at": "gỡ bài, hết hạn",
    "aliases": "địa chỉ cũ", "attachments": "tài liệu, tài liệu kèm theo, đính kèm",
})  # fmt: skip
NAMES = frozenset(_IN_VIETNAMESE)
"""Of the fields that staff write most."""
_BY_KEY = MappingProxyType(
    {slugify(name): field for field, names in _IN_VIETNAMESE.items() for name in names.split(", ")}
)


def field_meant(name: str, known: Collection[str]) -> str | None:
    """The known field that a name which is none certainly means; None where that is not certain.

    >>> field_meant("Title", ["title"]), field_meant("Chuyên mục", ["category"])
    ('title', 'category')
    """
    key = slugify(name.replace("_", " "))
    same = key.replace("-", "_")
    if same in known:
        return same
    field = _BY_KEY.get(key)
    return field if field in known else None
