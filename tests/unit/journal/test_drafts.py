from interview_coach.journal import Journal
from tests.unit.journal.samples import draft


def test_a_draft_comes_back_as_it_was(journal: Journal) -> None:
    journal.drafts.save(draft("half a\nsentence \0 \x1b"))
    assert journal.drafts.get("rehearsal-1", 0) == draft("half a\nsentence \0 \x1b")
    assert journal.drafts.get("rehearsal-1", 1) is None
    assert journal.drafts.get("rehearsal-2", 0) is None


def test_the_last_draft_of_a_question_counts(journal: Journal) -> None:
    for text in ("a", "ab", "abc"):
        journal.drafts.save(draft(text))
    journal.drafts.save(draft("other question", position=1))
    assert journal.drafts.get("rehearsal-1", 0) == draft("abc")
    assert journal.drafts.count() == 2


def test_a_draft_can_be_dropped_alone_or_with_all_of_its_rehearsal(journal: Journal) -> None:
    for position in range(3):
        journal.drafts.save(draft(position=position))
    journal.drafts.save(draft(rehearsal_id="other"))
    journal.drafts.drop("rehearsal-1", 1)
    journal.drafts.drop("rehearsal-1", 1)
    assert journal.drafts.get("rehearsal-1", 1) is None
    assert journal.drafts.count() == 3
    journal.drafts.drop("rehearsal-1")
    assert journal.drafts.count() == 1
    assert journal.drafts.get("other", 0) is not None


def test_nothing_of_a_dropped_draft_is_left_in_the_file(journal: Journal) -> None:
    journal.drafts.save(draft("my secret answer"))
    journal.drafts.drop("rehearsal-1")
    journal.close()
    assert b"my secret answer" not in journal.path.read_bytes()
