"""Checks and epochs: what they stand for."""

from dataclasses import replace

from search_documents import document

from newsroom.search.format.document_numbers import NumberedDocuments
from newsroom.search.format.layout import BLOCK, Layout
from newsroom.search.words.documents import SearchDocument


def laid_out(documents: list[SearchDocument]) -> Layout:
    return Layout.of(NumberedDocuments.of(documents))


def test_the_check_of_a_block_stands_for_its_documents_and_their_numbers_alone() -> None:
    documents = [document(n) for n in range(200)]
    layout = laid_out(documents)
    checks = {uri: check for _, uri, check in layout.document_files}
    moved = replace(documents[120], date=documents[122].date)
    others = laid_out([*documents[:120], moved, *documents[121:]])
    changed = {uri for _, uri, check in others.document_files if checks[uri] != check}

    assert "tin/120/" in changed
    assert len(changed) <= 2 * BLOCK
    assert "tin/0/" not in changed
    assert layout.columns_epoch != others.columns_epoch
    assert layout.shards_epoch == others.shards_epoch
    assert len(layout.checks) == 4 * (-(-layout.head // BLOCK) + len(layout.head_numbers))
