"""Trouble of the machine: a full disk, a folder without access, a file held by another program."""

import errno
import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

_DENIED = 5
_HELD = {_DENIED, 32, 33}
"""Windows' errors for a file that another program has open: access denied, shared, locked. The
first is also that of a read-only file."""
_REFUSED = {errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL, errno.ENOENT}
"""Errors for a name that no file can have; for one that is too long, Windows reports ENOENT."""
_TRIES, _PAUSE = 20, 0.1
"""Two seconds, in which a virus scanner or a cloud folder is done with a file."""

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def patiently(act: Callable[[], Result], sleep: Callable[[float], None] = time.sleep) -> Result:
    """Try for two seconds while another program holds the file, then raise its error. sleep: waits
    the given seconds."""
    for _ in range(_TRIES):
        try:
            return act()
        except OSError as fault:
            if not is_held(fault):
                raise
            sleep(_PAUSE)
    return act()


def is_held(fault: OSError) -> bool:
    """Whether another program seems to have the file open."""
    return getattr(fault, "winerror", None) in _HELD


def is_name_refused(fault: OSError) -> bool:
    """Whether the system refuses a file of that name."""
    return fault.errno in _REFUSED


def explanation_of(fault: BaseException) -> str | None:
    """What happened and what staff can do, in Vietnamese; None if it is an error of the program
    rather than trouble of the machine."""
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - few need it

    if isinstance(fault, MemoryError | BrokenExecutor):
        return "Máy không còn đủ bộ nhớ. Hãy đóng bớt chương trình rồi làm lại."
    if not isinstance(fault, OSError):
        return None
    name = fault.filename2 or fault.filename
    place = f" “{name}”" if isinstance(name, str) else ""
    if getattr(fault, "winerror", None) == _DENIED:
        return (
            f"Không ghi được{place}: chương trình khác đang mở, hoặc tệp hay thư mục chỉ đọc. Hãy "
            "đóng tệp ấy trong Word, Zalo, OneDrive, bỏ dấu Read-only rồi làm lại."
        )
    if is_held(fault):
        return (
            f"Chương trình khác đang mở tệp{place}. Hãy đóng tệp ấy trong Word, Zalo, OneDrive, "
            "trình duyệt hay cửa sổ khác rồi làm lại."
        )
    if fault.errno in _FULL:
        return f"Ổ đĩa đã đầy, chưa ghi được{place}. Hãy xóa bớt tệp không cần rồi làm lại."
    if fault.errno in _CLOSED:
        return (
            f"Không có quyền đọc hay ghi{place}. Hãy bỏ dấu chỉ đọc (Read-only) của tệp và thư "
            "mục, hoặc chép dự án vào thư mục của riêng bạn, rồi làm lại."
        )
    return None
