"""The extensions whose processors have a quick form."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.toc import TocExtension, TocTreeprocessor

from newsroom.quick_markdown.preprocessors import QuickHtmlBlocks


class QuickContents(TocTreeprocessor):
    """Looks first whether a text has the mark that the table of contents replaces."""

    def replace_marker(self, root: Element, elem: Element) -> None:
        """Put the table of contents in place of its mark."""
        if any(self.marker in (element.text or "") for element in root.iter()):
            super().replace_marker(root, elem)


class _MarkdownInHtml(MarkdownInHtmlExtension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        md.preprocessors.register(QuickHtmlBlocks(md), "html_block", 20)


class _Toc(TocExtension):
    TreeProcessorClass = QuickContents


_QUICK: Mapping[type[Extension], type[Extension]] = {
    MarkdownInHtmlExtension: _MarkdownInHtml,
    TocExtension: _Toc,
}


def quick_extension(extension: Extension, configs: Mapping[str, Any]) -> Extension:
    """The quick form of the extension, made with the same settings, or the extension itself."""
    quick = _QUICK.get(type(extension))
    return quick(**configs) if quick else extension
