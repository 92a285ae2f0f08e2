"""Who does what in a clause: own action, the team's, somebody else's, and whether it happened."""

from collections.abc import Sequence
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
_TEAM: Final = frozenset({"we", "we'd", "we've", "we're", "we'll", "everyone", "everybody"})
_OTHER: Final = listed(
    """
    he she they he'd she'd they'd he's she's they've they're who somebody someone colleague coworker
    worker boss manager supervisor brother sister father mother dad mum mom friend mate wife husband
    cousin uncle foreman teammate partner director leader teacher trainer
    """
)
_SKIPPED: Final = listed(
    """
    just then also had have has 've did do does really actually quickly immediately personally myself
    always usually often finally eventually first so simply even only already still later soon straight
    away calmly carefully politely once basically literally um uh like kind of sort both all who and not
    """
)
_IMAGINING: Final = listed(
    """
    would could should might may will i'll we'll he'll she'll they'll 'd can wouldn't couldn't shouldn't
    won't
    """
)
_DENYING: Final = listed(
    """
    didn't never not don't doesn't haven't hadn't hasn't wasn't weren't couldn't wouldn't can't won't
    cannot isn't aren't nobody nothing hardly barely neither
    """
)
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


def deeds(words: Sequence[Word], carried: Agent | None = None) -> list[Deed]:
    """Return the deeds of one clause, in order.

    `carried` is the subject of the clause before, in the same sentence, for a clause without one
    ("and fixed it").
    """
    found: list[Deed] = []
    agent = carried
    place = 0
    if agent is None and words and is_past(words[0].text) and words[0].text not in STATES:
        agent = Agent.OWN  # notes style: "Rang the client, fixed the pump."
    while place < len(words):
        subject = _subject(words, place)
        if subject is not None:
            agent = subject
            deed = _deed_after(words, place, agent)
        elif agent is not None and _continues(words, place):
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
        if subject is not None:
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
    if text in _OTHER or _is_name(words, place):
        following = words[place + 1].text if place + 1 < len(words) else ""
        if is_past(following) or text.endswith(("'d", "'s")) or following in _SKIPPED | _IMAGINING | _DENYING:
            return Agent.OTHER
    return None


def _is_name(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    return word.capital and place > 0 and not words[place - 1].capital and word.text not in _OWN


def _continues(words: Sequence[Word], place: int) -> bool:
    """Whether a verb goes on with the subject before: "and rang", or at the start of the clause."""
    word = words[place].text
    if not is_past(word):
        return False
    if place == 0:
        return True
    before = words[place - 1].text
    # More than a space between them: a comma ("I sat him down, let him talk").
    listed_on = words[place].start - words[place - 1].end > 1
    return listed_on or before in {"and", "then", "but", "also"} or (place == 1 and before in _SKIPPED)


def _deed_after(words: Sequence[Word], place: int, agent: Agent) -> Deed | None:
    mood: Mood | None = None
    short_would = words[place].text.endswith("'d")
    if words[place].text.endswith("'ll"):
        mood = Mood.IMAGINED
    for there in range(place + 1, min(place + _REACH, len(words))):
        text = words[there].text
        if text in _DENYING:
            mood = mood if mood is Mood.IMAGINED else Mood.DENIED
        elif text in _IMAGINING:
            # "could" and "can" claim no deed either.
            mood = Mood.IMAGINED if text not in {"couldn't", "can't"} else Mood.DENIED
        elif text in _SKIPPED:
            continue
        elif mood is not None:
            return Deed(agent, mood, text, there)
        elif short_would:
            return Deed(agent, _mood_of_short_would(text), text, there)
        elif is_past(text) or (words[place].text.endswith("'ve") and text in PARTICIPLES):
            return Deed(agent, Mood.PAST, text, there)
        else:
            return Deed(agent, Mood.PRESENT, text, there)
    return None


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
