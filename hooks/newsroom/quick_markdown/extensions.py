"""The extensions whose processors have a quick form."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.toc import TocExtension, TocTreeprocessor

from newsroom.quick_markdown.preprocessors import QuickFences, QuickHtmlBlocks


class QuickAttributes(AttrListTreeprocessor):
    """Looks for a brace in any text first."""

    def run(self, doc: Element) -> None:
        """Give elements the attributes that stand in braces."""
        if any("{" in (element.text or "") + (element.tail or "") for element in doc.iter()):
            super().run(doc)


class QuickContents(TocTreeprocessor):
    """Looks first whether a text has the mark that the table of contents replaces."""

    def replace_marker(self, root: Element, elem: Element) -> None:
        """Put the table of contents in place of its mark."""
        if any(self.marker in (element.text or "") for element in root.iter()):
            super().replace_marker(root, elem)


class _AttrList(AttrListExtension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        md.treeprocessors.register(QuickAttributes(md), "attr_list", 8)


class _FencedCode(FencedCodeExtension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        md.preprocessors.register(QuickFences(md, self.getConfigs()), "fenced_code_block", 25)


class _MarkdownInHtml(MarkdownInHtmlExtension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        md.preprocessors.register(QuickHtmlBlocks(md), "html_block", 20)


class _Toc(TocExtension):
    TreeProcessorClass = QuickContents


_QUICK: Mapping[type[Extension], type[Extension]] = {
    AttrListExtension: _AttrList,
    FencedCodeExtension: _FencedCode,
    MarkdownInHtmlExtension: _MarkdownInHtml,
    TocExtension: _Toc,
}


def quick_extension(extension: Extension, configs: Mapping[str, Any]) -> Extension:
    """The quick form of the extension, made with the same settings, or the extension itself."""
    quick = _QUICK.get(type(extension))
    return quick(**configs) if quick else extension
