"""The terms of a document."""

from search_documents import document

from newsroom.search.words.contraction import Contraction
from newsroom.search.words.document_terms import (
    IN_TITLE,
    OFTEN,
    TITLE,
    document_terms,
    spaced_words,
    words_in,
)


def test_terms_tell_title_and_body_apart_and_stop_at_punctuation() -> None:
    made = document(
        0, title="Hòa giải", lead="", text="Phường họp. Dân họp, dân họp." + " Xa." * 400
    )
    terms = document_terms(words_in(spaced_words(made)), Contraction.of([]))
    words = {name: strength for strength, names in enumerate(terms.words) for name in names}
    pairs = {name: strength for strength, names in enumerate(terms.pairs) for name in names}

    assert words["hoa `"] == words["giai ?"] == TITLE
    assert words["hop ."] > words["phuong phương`"]
    assert pairs == {"hoa giai": IN_TITLE, "phuong hop": 0, "dan hop": OFTEN}
