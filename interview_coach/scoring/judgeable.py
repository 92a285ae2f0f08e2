"""Whether an answer can be judged at all, and in words why not."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from interview_coach.banks.question import Question
from interview_coach.scoring.core import vocabulary
from interview_coach.scoring.words import STOP, Word, is_content, stem, words_of

FEWEST_WORDS: Final = 8
"""With fewer words there is nothing to judge."""

MOST_WORDS: Final = 5000
"""Half an hour of speech at 150 words a minute; longer texts are no answers."""

# Common little words of the languages most often met; those that are English too are left out.
_OTHER_LANGUAGES: Final = {
    "German": """
        und der die das ich nicht ist mit ein eine einen auf wir habe haben den dem von zu für auch als
        mich hatte sich es
    """,
    "French": """
        et le la les je ne pas est avec un une des dans nous ai avons pour que qui sur mais du au mon
        était ce il elle
    """,
    "Spanish": """
        y el los las yo es con un una del en nosotros he para que por mi pero al era fue lo cuando muy
        tenía de
    """,
    "Italian": """
        e il gli di non è con una un che per mi ho abbiamo della del sono era nel ma mio quando più ha
    """,
    "Portuguese": """
        e o os as eu não é com um uma do da em nós para que por mas meu era foi quando muito de
    """,
    "Dutch": """
        en het een ik niet is met van wij hebben heb dat op voor ook maar was mijn toen zijn er naar
    """,
    "Polish": """
        i w na się nie jest z do że to ja mam był była jak po dla ale moja mój przez kiedy
    """,
    "Swedish": """
        och det jag inte är med en ett som på vi har för att av men var min när till den
    """,
    "Turkish": """
        ve bir bu için ben çok ile ama gibi daha var bana sonra değil olarak kadar benim
    """,
}
_LEAST_ENGLISH: Final = 0.18
_LEAST_KNOWN: Final = 0.3


def refusal(question: Question, answer: str, words: Sequence[Word], language: str) -> str | None:
    """Return why the answer cannot be judged, in words; None where it can."""
    if not _is_english(language):
        return "This version can only score English answers; the answer is kept, without a score."
    for reason in (_by_size, _by_script, _by_repetition):
        said = reason(answer, words)
        if said is not None:
            return said
    return _by_language(question, words) or _by_copying(question, words)


def _is_english(language: str) -> bool:
    return language.strip().lower().replace("_", "-").split("-")[0] == "en"


def _by_size(answer: str, words: Sequence[Word]) -> str | None:
    if not words:
        return "There are no words in the answer." if answer.strip() else "The answer is empty."
    if len(words) > MOST_WORDS:
        return f"The answer has {len(words):,} words, more than the {MOST_WORDS:,} that can be scored."
    return None


def _by_script(answer: str, words: Sequence[Word]) -> str | None:
    letters = [char for char in answer if char.isalpha()]
    latin = sum(char < "\u0250" for char in letters)
    if letters and latin < len(letters) / 2:
        return "The answer is not in English, the language of this bank."
    if len(words) < FEWEST_WORDS:
        count = "1 word" if len(words) == 1 else f"{len(words)} words"
        return f"The answer has {count}: too short to be judged. Say at least what happened and what you did."
    return None


def _by_repetition(answer: str, words: Sequence[Word]) -> str | None:
    counts = Counter(word.text for word in words)
    most, times = counts.most_common(1)[0]
    # The commonest word of English text is about one word in fifteen; short answers vary.
    if times > len(words) * 0.4:
        return f"The answer mostly repeats one word ({most[:30]!r})."
    if len(counts) * 10 < min(len(words), 300):
        return "The answer repeats the same few words."
    return None


def _by_language(question: Question, words: Sequence[Word]) -> str | None:
    total = len(words)
    english = sum(word.text in STOP for word in words) / total
    other, share = _likeliest_other(words)
    if share > english and share > 0.15:
        return f"The answer seems to be in {other}, not in English."
    if english >= _LEAST_ENGLISH:
        return None
    pieces = vocabulary()
    asked = {word.stem for text in _texts(question) for word in words_of(text)}
    if sum(pieces.knows(word.text) or word.stem in asked for word in words) / total < _LEAST_KNOWN:
        return "No English sentences could be made out in the answer."
    return None


def _likeliest_other(words: Sequence[Word]) -> tuple[str, float]:
    shares = {
        name: sum(word.text in little for word in words) / len(words)
        for name, little in _little_words().items()
    }
    name = max(shares, key=lambda each: shares[each])
    return name, shares[name]


@cache
def _little_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed.split()) - STOP for name, listed in _OTHER_LANGUAGES.items()}


def _texts(question: Question) -> list[str]:
    return [question.ask, *(text for point in question.checklist for text in (point.text, *point.counts))]


def _by_copying(question: Question, words: Sequence[Word]) -> str | None:
    asked = {word.stem for word in words_of(question.ask)} - _PROMPTING
    said = {word.stem for word in words if is_content(word)}
    new = sum(word.stem not in asked and is_content(word) for word in words)
    if asked & said and new <= max(1, 0.1 * len(words)) and len(words) <= 4 * len(asked) + 10:
        return "The answer only reads the question back."
    if question.sample and _is_copy(question.sample, words):
        return "This is the sample answer, word for word. Tell your own story."
    return None


_PROMPTING: Final = frozenset(map(stem, ("tell", "describe", "give", "share", "explain", "talk", "walk")))
"""What a question does with these, an answer may do of its own: "I told him so"."""

_RUN: Final = 4


def _is_copy(sample: str, words: Sequence[Word]) -> bool:
    runs = _runs([word.text for word in words])
    sampled = _runs([word.text for word in words_of(sample)])
    return bool(runs) and len(runs & sampled) >= 0.8 * len(runs)


def _runs(texts: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(texts[place : place + _RUN]) for place in range(len(texts) - _RUN + 1)}
