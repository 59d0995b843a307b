"""The Content-Security-Policy of every page: what a browser may run and fetch for it.

Should a script get past all else into a page, no browser runs it: only the theme's own few inline
scripts are allowed, by hashes made from the theme's templates, never from what a page holds.
"""

import re
from base64 import b64encode
from hashlib import sha256

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newsroom.site.mkdocs.settings import newsroom_of

SCRIPTS = "script-src 'self'"
"""Where a policy says which scripts may run."""
_POLICY = (
    f"default-src 'self'; {SCRIPTS} %s; style-src 'self'; img-src 'self' data:; worker-src 'self'; "
    "connect-src %s; form-action 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'"
)
"""The theme's stylesheet has its icons as data:."""
_INLINE = ("base", "palette", "content")
"""The theme's templates of inline scripts that our pages have."""
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'
"""Stands first in a head. Behind it the policy holds for all that a page fetches."""
_HEAD = f'{_CHARSET}\n      <meta http-equiv="Content-Security-Policy" content="%s">'


class Policies:
    """The policies of one build: one for each way in which pages write the site's root."""

    def __init__(self) -> None:
        self._heads: dict[str, Markup] = {}

    @pass_context
    def with_policy(self, context: Context, head: str) -> Markup:
        """The beginning of a page's head with the policy in it."""
        if _CHARSET not in head:
            raise LookupError(f"no {_CHARSET} in the theme's head, behind which the policy belongs")
        root = context["base_url"]
        if root not in self._heads:
            self._heads[root] = Markup(_HEAD % _policy(context))  # noqa: S704 - holds no page's text
        return Markup(head).replace(_CHARSET, self._heads[root], 1)  # noqa: S704 - is HTML


def _policy(context: Context) -> str:
    config = context["config"]
    variables = {**context.get_all(), "features": config.theme.get("features") or []}
    templates = (f"partials/javascripts/{name}.html" for name in _INLINE)
    html = [context.environment.get_template(name).render(variables) for name in templates]
    allowed = " ".join(hash_of(script.encode()) for script in _SCRIPT.findall("".join(html)))
    connect = " ".join(("'self'", *newsroom_of(config).connect))
    return _POLICY % (allowed, connect)


def hash_of(script: bytes) -> str:
    """The source by which a policy allows the inline script."""
    return f"'sha256-{b64encode(sha256(script).digest()).decode()}'"
