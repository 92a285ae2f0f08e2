"""What questions are about, so that it is known whose answers cannot answer which."""

from collections import Counter
from collections.abc import Iterable

from interview_coach.banks.question import Question
from interview_coach.scoring.words import is_content, words_of


class Subjects:
    """Knows the words that few of the given questions have."""

    def __init__(self, questions: Iterable[Question], near: Iterable[tuple[Question, Question]] = ()) -> None:
        """`near` are questions of which one's answers are known to do for the other, if only in part."""
        self._near = frozenset(frozenset((one.ask, other.ask)) for one, other in near)
        distinct = {question.ask: question for question in questions}.values()
        self._asked = Counter(stem for question in distinct for stem in _words(question))
        self._rare = max(1.0, len(distinct) / 25)

    def apart(self, one: Question, other: Question) -> bool:
        """Return whether the questions share no rare word: what answers one does not answer the other."""
        if frozenset((one.ask, other.ask)) in self._near:
            return False
        shared = _words(one) & _words(other)
        return one.ask != other.ask and all(self._asked[stem] > self._rare for stem in shared)


def _words(question: Question) -> frozenset[str]:
    return frozenset(
        word.stem for word in words_of(f"{question.ask} {question.competency}") if is_content(word)
    )
