"""Many files, summed up by reason."""

from pathlib import Path

from newsroom.importing.writing.importer import Outcome, Status
from newsroom.importing.writing.summary import reasons_of, unknown_sections


def outcome(name: str, *notes: str, section: str = "") -> Outcome:
    return Outcome(Path(name), Status.DRAFT, notes=notes, section_name=section)


def test_notes_that_differ_by_their_values_are_one_reason_the_most_frequent_first() -> None:
    reasons = reasons_of(
        [
            outcome("a", "tệp trống."),
            outcome("b", "thiếu ảnh “1.jpg”, “2.jpg” ở images/1.jpg.", "dòng 3: 46,4%"),
            outcome("c", "thiếu ảnh “x.png” ở images/x.png."),
        ]
    )

    assert [(reason.note, len(reason.outcomes)) for reason in reasons] == [
        ("thiếu ảnh “1.jpg”, “2.jpg” ở images/1.jpg.", 2),
        ("tệp trống.", 1),
        ("dòng 3: 46,4%", 1),
    ]


def test_names_of_unknown_sections_are_counted() -> None:
    outcomes = [outcome(str(n), section=name) for n, name in enumerate(["Tin hội", "", "Tin hội"])]

    assert unknown_sections(outcomes) == {"Tin hội": 2, "": 1}
