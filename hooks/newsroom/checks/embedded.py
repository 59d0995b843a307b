"""Checks of pictures that are written into an article as text (data:), as Google Docs does.

No page shows them: they would be published as they are, with the place where they were taken.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b

from newsroom.content.pictures import embedded_picture
from newsroom.content.problem import Edit, NewFile, Problem

_ADDRESS = re.compile(r"data:image/[\w.+-]+;base64,[A-Za-z0-9+/=%]*", re.IGNORECASE)
_BY_HAND = "Hãy lưu ảnh thành tệp trong thư mục images cạnh bài rồi chèn: ![mô tả](images/anh.jpg)"


def embedded_pictures(shown: str, text: str) -> Iterator[Problem]:
    """Pictures that the text of the article at shown holds itself; each can become a file."""
    for address in _ADDRESS.finditer(text):
        line = text.count("\n", 0, address.start()) + 1
        found = "ảnh được dán thẳng vào bài dưới dạng chữ (data:…), nên trang không có ảnh này."
        picture = embedded_picture(address[0])
        if picture is None:
            yield Problem(shown, found, _BY_HAND, line, blocking=False)
            continue
        content, suffix = picture
        path = f"images/anh-{blake2b(content, digest_size=4).hexdigest()}{suffix}"
        edit = Edit(*address.span(), path, NewFile(path, content))
        cure = f"Hãy chạy check --fix để chuyển thành tệp cạnh bài: {path}"
        yield Problem(shown, found, cure, line, blocking=False, edit=edit)
