"""Links that open a letter with its subject and the beginning of its text."""

from urllib.parse import quote, urlencode


def letter(address: str, subject: str, text: str) -> str:
    """The link, as RFC 6068 has it: lines end in CRLF, and a space is never a plus."""
    lines = text.replace("\n", "\r\n")
    said = urlencode({"subject": subject, "body": lines}, quote_via=quote)
    return f"mailto:{quote(address, safe='@+')}?{said}"
