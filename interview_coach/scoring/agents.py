"""Who does what in a clause: own action, the team's, somebody else's, and whether it happened."""

from collections.abc import Collection, Sequence
from enum import Enum
from typing import Final, NamedTuple

from interview_coach.scoring.words import IRREGULAR_PAST, PARTICIPLES, Word, is_past, listed


class Agent(Enum):
    """Whose deed it is."""

    OWN = "I"
    TEAM = "we"
    OTHER = "other"


class Mood(Enum):
    """Whether the deed happened."""

    PAST = "past"
    PRESENT = "present"
    IMAGINED = "imagined"
    DENIED = "denied"


class Deed(NamedTuple):
    """One verb with its subject; `place` is the verb's place among the clause's words."""

    agent: Agent
    mood: Mood
    verb: str
    place: int


_OWN: Final = frozenset({"i", "i'd", "i've", "i'm", "i'll"})
_TEAM: Final = frozenset({"we", "we'd", "we've", "we're", "we'll"})
_OTHER: Final = listed(
    """
    he she they he'd she'd they'd he's she's they've they're who somebody someone everybody everyone
    colleague coworker
    worker boss manager supervisor brother sister father mother dad mum mom friend mate wife husband
    cousin uncle foreman teammate partner director leader teacher trainer
    """
)
_SKIPPED: Final = listed(
    """
    just then also had have has did do does really myself always often first so even only already still
    later soon straight away once like kind of sort both all who and not therefore thus only
    """
)
_GOING_ON: Final = frozenset({"and", "then", "but", "also"})
_NO_ADVERBS: Final = listed("apply supply reply rely comply multiply imply family only")
_IMAGINING: Final = listed(
    """
    would could should might may will i'll we'll he'll she'll they'll can wouldn't couldn't shouldn't
    won't
    """
)
_NOT_ONLY: Final = listed("only just merely simply hesitate")
"""After "not" or "didn't" these deny nothing."""
_OBLIGED: Final = frozenset({"had", "have", "has"})
_NO_DEEDS: Final = listed("be have know wait think")
_DENYING: Final = listed(
    """
    didn't never not don't doesn't haven't hadn't hasn't wasn't weren't couldn't wouldn't can't won't
    cannot isn't aren't nobody nothing hardly barely neither
    """
)
_BETWEEN: Final = _SKIPPED | _IMAGINING | _DENYING
_REACH: Final = 6

STATES: Final = listed(
    """
    was were had thought felt knew wanted liked hoped needed seemed loved believed understood meant
    heard saw watched stood sat lived remembered guessed supposed worried expected wished enjoyed worked
    happened looked experienced learned learnt realised realized noticed got became stayed appeared
    preferred hated cared witnessed observed found kept said
    """
)
"""Past verbs that name no deed of one's own."""

VAGUE_DEEDS: Final = listed(
    """
    tried helped handled dealt did made worked managed contributed participated supported communicated
    ensured solved resolved improved took gave went came used involved succeeded achieved delivered
    focused collaborated demonstrated showed performed
    """
)
"""Past verbs that say that something was done and leave open what."""


def deeds(words: Sequence[Word], carried: Agent | None = None, paused: Collection[int] = ()) -> list[Deed]:
    """Return the deeds of one clause, in order.

    `carried` is the subject of the clause before, in the same sentence, for a clause without one
    ("and fixed it"); `paused` are the places of words with a comma before them.
    """
    found: list[Deed] = []
    agent = carried
    place = 0
    if agent is None and words and is_past(words[0].text) and words[0].text not in STATES:
        agent = Agent.OWN  # notes style: "Rang the client, fixed the pump."
    while place < len(words):
        subject = _subject(words, place)
        if subject is not None:
            deed = _deed_after(words, place, subject)
            # "I called the customer who complained and offered a refund": who offered is not the customer.
            agent = agent if agent is not None and _is_aside(words, place, subject) else subject
        elif agent is not None and _continues(words, place, paused):
            deed = Deed(agent, _mood_of_continued(words[place].text, found), words[place].text, place)
        else:
            deed = None
        if deed is not None:
            found.append(deed)
            place = max(deed.place, place)
        place += 1
    return found


def last_subject(words: Sequence[Word], carried: Agent | None = None) -> Agent | None:
    """Return the last subject named in the clause, or `carried`."""
    for place in range(len(words) - 1, -1, -1):
        subject = _subject(words, place)
        if subject is not None and not _is_aside(words, place, subject):
            return subject
    return carried


def _subject(words: Sequence[Word], place: int) -> Agent | None:
    text = words[place].text
    if text in _OWN:
        return Agent.OWN
    if text in _TEAM:
        return Agent.TEAM
    if text == "team" and place and words[place - 1].text in {"the", "our", "my"}:
        return Agent.TEAM
    if text == "who" and _is_oneself(words, place):
        return Agent.OWN
    if text in _OTHER:
        following = words[place + 1].text if place + 1 < len(words) else ""
        if is_past(following) or text.endswith(("'d", "'s")) or following in _BETWEEN:
            return Agent.OTHER
    return None


def _is_aside(words: Sequence[Word], place: int, subject: Agent) -> bool:
    """Whether only an aside is told of the subject ("the customer who complained")."""
    return words[place].text == "who" and subject is Agent.OTHER


def _is_oneself(words: Sequence[Word], place: int) -> bool:
    """Whether "who" is the speaker: "it was me who", "I was the one who"."""
    before = [word.text for word in words[max(place - 4, 0) : place]]
    return before[-1:] == ["me"] or (before[-2:] == ["the", "one"] and not _OWN.isdisjoint(before))


def _continues(words: Sequence[Word], place: int, paused: Collection[int]) -> bool:
    """Whether a verb goes on with the subject before: "and rang", or at the start of the clause."""
    word = words[place].text
    if not is_past(word):
        return False
    if place == 0:
        return True
    if place in paused:  # "I sat him down, let him talk"
        return True
    for at in range(place - 1, -1, -1):
        before = words[at].text
        if before in _GOING_ON:
            return True
        if before not in _SKIPPED and not _is_adverb(before):
            return False
    return True


def _is_adverb(word: str) -> bool:
    return len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERBS


def _deed_after(words: Sequence[Word], place: int, agent: Agent) -> Deed | None:
    subject = words[place].text
    mood = Mood.IMAGINED if subject.endswith("'ll") else None
    for there in range(place + 1, min(place + _REACH, len(words))):
        if _leads_on(words, there):
            mood = _mood_after(words, there, mood)
            continue
        verb = words[there].text
        if mood is None and subject.endswith("'d"):
            mood = _mood_of_short_would(verb)
        elif mood is None:
            happened = is_past(verb) or (subject.endswith("'ve") and verb in PARTICIPLES)
            mood = Mood.PAST if happened else Mood.PRESENT
        return Deed(agent, mood, verb, there)
    return None


def _leads_on(words: Sequence[Word], place: int) -> bool:
    """Whether the word stands between a subject and its verb."""
    word, before = words[place].text, words[place - 1].text
    if word == "to":
        following = words[place + 1].text if place + 1 < len(words) else ""
        return before == "hesitate" or (before in _OBLIGED and following not in _NO_DEEDS)
    if word == "hesitate":
        return before in _DENYING
    return word in _BETWEEN or _is_adverb(word)


def _mood_after(words: Sequence[Word], place: int, mood: Mood | None) -> Mood | None:
    """Return the mood that the word between subject and verb gives, or leaves."""
    word = words[place].text
    following = words[place + 1].text if place + 1 < len(words) else ""
    if word in _DENYING and following in _NOT_ONLY:
        return Mood.PAST if word == "didn't" or following == "hesitate" else mood
    if word in _IMAGINING:
        # "could" and "can" claim no deed either.
        return Mood.DENIED if word in {"couldn't", "can't"} else Mood.IMAGINED
    if word in _DENYING:
        return mood if mood is Mood.IMAGINED else Mood.DENIED
    if word == "to" and mood is None:
        # "I had to rebuild it" tells a deed; "I have to" claims none.
        return Mood.PAST if words[place - 1].text == "had" else Mood.PRESENT
    return mood


SAME_IN_BOTH: Final = listed("put let set cut read hit shut split run come become cost hurt quit spread")
"""Verbs whose past is also a present form."""


def _mood_of_continued(verb: str, before: Sequence[Deed]) -> Mood:
    """Settle "and put": after "I would fetch it" it is imagined too."""
    imagined = bool(before) and before[-1].mood is Mood.IMAGINED and verb in SAME_IN_BOTH
    return Mood.IMAGINED if imagined else Mood.PAST


def _mood_of_short_would(verb: str) -> Mood:
    """Settle "I'd": "I'd told him" happened, "I'd tell him" did not, and "I'd put" most often did not."""
    happened = verb in PARTICIPLES or (is_past(verb) and verb not in IRREGULAR_PAST)
    return Mood.PAST if happened and verb not in SAME_IN_BOTH else Mood.IMAGINED
