"""The Content-Security-Policy of every page: what a browser may run and fetch for it.

Everything comes from the site itself, and nothing stands in the page: no script, no style. Should
one get past all else into an article, no browser heeds it.
"""

from base64 import b64encode
from hashlib import sha256

from newsroom.content.newsroom import Newsroom

SCRIPTS = "script-src 'self'"
"""Where a policy says which scripts may run."""
_POLICY = (
    f"default-src 'none'; {SCRIPTS}; style-src 'self'; img-src 'self'; font-src 'self'; "
    "media-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; connect-src "
)


def policy(newsroom: Newsroom) -> str:
    """The policy of every page of the ward's site."""
    return _POLICY + " ".join(("'self'", *newsroom.connect))


def hash_of(script: bytes) -> str:
    """The source by which a policy allows the inline script."""
    return f"'sha256-{b64encode(sha256(script).digest()).decode()}'"
