"""What a library raised while something was read or written, as a reason for staff."""

from newsroom.importing.record import Refusal


def told_of(error: Exception) -> Refusal:
    """Why it could not be imported, whatever went wrong."""
    if isinstance(error, OSError):
        found = f"không đọc hoặc ghi được tệp: {error.strerror}."
        return Refusal(found, "Hãy kiểm tra ổ đĩa và quyền.")
    if isinstance(error, RecursionError):
        return Refusal("trang có quá nhiều lớp lồng nhau.", "Hãy chép bài thành tệp .txt.")
    return Refusal(
        f"máy không đọc được tệp này ({type(error).__name__}: {str(error)[:80]}).",
        "Hãy chép bài thành tệp .txt, và gửi tệp này cho kỹ thuật viên.",
    )
