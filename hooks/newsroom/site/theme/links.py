"""Links of templates to the site's own files."""

from typing import TYPE_CHECKING, cast

from jinja2 import pass_context
from jinja2.runtime import Context
from mkdocs.utils import normalize_url

if TYPE_CHECKING:
    from mkdocs.utils.templates import TemplateContext


@pass_context
def url(context: Context, address: object) -> str:
    """The address, seen from the page that is drawn.

    MkDocs goes up only as far as the page and the address have the same folders. This goes by way
    of the home page, so that whatever all pages link to is the same text on all of one depth.
    """
    root = cast("TemplateContext", context)["base_url"]
    return normalize_url(str(address), base="" if root == "." else root) if address else root
