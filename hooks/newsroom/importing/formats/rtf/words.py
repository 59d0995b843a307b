"""Control words of RTF: the signs that they stand for, and which destinations hold what.

Source: Rich Text Format (RTF) Specification 1.9.1 (Microsoft, 2008).
"""

from types import MappingProxyType

SIGNS = MappingProxyType({
    "tab": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "~": "\u00a0", "emdash": "—",
    "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”",
})  # fmt: skip
TAGS = MappingProxyType({
    "b": "strong", "i": "em", "strike": "del", "striked": "del", "super": "sup", "sub": "sub",
})  # fmt: skip
"""What of the look of text HTML has a tag for."""
PICTURES = frozenset({
    "pngblip", "jpegblip", "emfblip", "wmetafile", "dibitmap", "wbitmap", "macpict", "pmmetafile",
})  # fmt: skip
"""Kinds of pictures."""
AROUND = frozenset({"do", "object", "picprop", "shp", "shpinst", "shppict", "sp"})
"""Destinations whose own text is none, but in which others stand that are."""
COLLECTED = frozenset({"fldinst", "listtext", "pntext", "sn", "sv"})
"""Those whose text says something of what stands around them."""
STREAMS = frozenset({
    "annotation", "dptxbxtext", "footer", "footerf", "footerl", "footerr", "footnote", "header",
    "headerf", "headerl", "headerr", "shptxt",
})  # fmt: skip
"""Those with paragraphs of their own."""
PASSED_OVER = frozenset({
    "colortbl", "fonttbl", "info", "nonesttables", "nonshppict", "objdata", "shprslt", "stylesheet",
})  # fmt: skip
"""Those that say nothing to readers, or say again what another says better."""
