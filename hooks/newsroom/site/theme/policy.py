"""The Content-Security-Policy of every page: what a browser may run and fetch for it.

Everything comes from the site itself, and nothing stands in the page: no script, no style. Should
one get past all else into an article, no browser heeds it.
"""

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup, escape

from newsroom.content.newsroom import Newsroom

SCRIPTS = "script-src 'self'"
"""Where a policy says which scripts may run."""
_POLICY = (
    f"default-src 'none'; {SCRIPTS}; style-src 'self'; img-src 'self'; font-src 'self'; "
    "media-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; connect-src "
)


def policy(newsroom: Newsroom) -> Markup:
    """The policy of every page of the ward's site, as an attribute between double quotes."""
    allowed = " ".join(("'self'", *map(escape, newsroom.connect)))
    return Markup(_POLICY + allowed)  # noqa: S704 - what is not ours in it is escaped


def hash_of(script: bytes) -> str:
    """The source by which a policy allows the inline script."""
    return f"'sha256-{b64encode(sha256(script).digest()).decode()}'"
