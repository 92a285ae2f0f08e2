"""Words of an answer with their places in it, light stems, and the words that carry no content."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

# A number with its inner points and per cent sign, or letters with inner apostrophes or hyphens. Each
# repetition starts with a character the one before cannot take, so the match is linear.
_WORD: Final = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:['’‘ʼ`´′-][^\W\d_]+)*['’]?\d*")
APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))
_LONGEST_WORD: Final = 40


def listed(words: str) -> frozenset[str]:
    """Return the words written one after the other."""
    return frozenset(words.split())


class Word(NamedTuple):
    """One word: `text` in lower case with straight apostrophes, and its code points in the original."""

    text: str
    stem: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words and numbers of `text` in order; punctuation and symbols are left out."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        original = match.group()
        plain = original.translate(APOSTROPHES).lower().rstrip("'")
        if not plain:  # "ʼ" alone counts as a letter
            continue
        found.append(Word(plain, stem(plain), match.start(), match.end()))
    return found


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a rough stem, so that "told" meets "tells" and "managing" meets "managed"."""
    word = word[:_LONGEST_WORD].removesuffix("'s")
    if word in IRREGULAR:
        word = IRREGULAR[word]
    elif len(word) > 3:
        word = _without_ending(word)
    return word.removesuffix("e") if len(word) > 3 else word


def _without_ending(word: str) -> str:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    # "stopped" and "stop": undouble, but not "call" and "miss".
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word


_ENDINGS: Final = (
    ("iness", "y"),
    ("ments", ""),
    ("ment", ""),
    ("ations", "at"),
    ("ation", "at"),
    ("ising", "is"),
    ("izing", "is"),
    ("ised", "is"),
    ("ized", "is"),
    ("ize", "is"),
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("ing", ""),
    ("ed", ""),
    ("ers", ""),
    ("er", ""),
    ("es", ""),
    ("ly", ""),
    ("ss", "ss"),
    ("us", "us"),
    ("s", ""),
)

_IRREGULAR_FORMS: Final = """
be: was were been is am are being; have: had has having; do: did done does doing; go: went gone goes going;
get: got gotten; make: made; take: took taken; come: came; see: saw seen; give: gave given; find: found;
tell: told; say: said says; think: thought; know: knew known; keep: kept; leave: left; bring: brought;
begin: began begun; write: wrote written; run: ran; hold: held; stand: stood; hear: heard; mean: meant;
meet: met; pay: paid; sit: sat; speak: spoke spoken; lead: led; grow: grew grown; lose: lost; fall: fell
fallen; send: sent; build: built; understand: understood; draw: drew drawn; break: broke broken; spend:
spent; drive: drove driven; buy: bought; wear: wore worn; choose: chose chosen; rise: rose risen; win: won;
teach: taught; catch: caught; sell: sold; fight: fought; throw: threw thrown; show: shown; ring: rang rung;
drop: dropped; ride: rode ridden; shake: shook shaken; eat: ate eaten; sleep: slept; learn: learnt; steal:
stole stolen; stick: stuck; deal: dealt; wake: woke woken; feel: felt; forget: forgot forgotten; hide: hid
hidden; fly: flew flown; sweep: swept; swap: swapped; dig: dug; bend: bent; lend: lent; seek: sought; hang:
hung; strike: struck; swim: swam; sing: sang sung; sink: sank sunk; tear: tore torn; freeze: froze frozen;
bite: bit; blow: blew blown; step: stepped; shoot: shot; feed: fed; light: lit; spin: spun; become: became;
overcome: overcame; undo: undid undone; redo: redid redone; shut: shut; put: put; cut: cut; set: set; let:
let; hit: hit; cost: cost; read: read; split: split; hurt: hurt; quit: quit; spread: spread; man: men;
woman: women; child: children; person: people; wife: wives; lie: lied lay lain; shift: shift; team: team;
customer: customers customer; manager: managers manager; number: numbers number; order: orders ordered
ordering order; offer: offers offered offering offer; answer: answers answered answering answer; deliver:
delivers delivered delivering deliver delivery deliveries; consider: considered considering consider;
remember: remembered remember remembers; other: others other; supplier: suppliers supplier; driver: drivers
driver;
"""

IRREGULAR: Final[dict[str, str]] = {
    form: base.strip()
    for base, forms in (entry.split(":") for entry in _IRREGULAR_FORMS.split(";") if ":" in entry)
    for form in forms.split()
}

IRREGULAR_PAST: Final = listed(
    """
    was were had did went got made took came saw gave found told said thought knew kept left brought
    began wrote ran held stood heard meant met paid sat spoke led grew lost fell sent built understood
    drew broke spent drove bought wore chose rose won taught caught sold fought threw rang rode shook
    ate slept learnt stole stuck dealt woke felt forgot hid flew swept dug bent lent sought hung struck
    swam sang sank tore froze bit blew shot fed lit spun became overcame undid redid shut put cut set
    let hit cost read split hurt quit spread lay laid bound wound ground swung shone bled bred fled
    swore fitted
    """
)
"""Past forms that do not end in -ed; some of them are also present forms, which context must settle."""

PARTICIPLES: Final = listed(
    """
    been gone done got made taken come seen given found told said thought known kept left brought begun
    written run held stood heard meant met paid sat spoken led grown lost fallen sent built understood
    drawn broken spent driven bought worn chosen risen won taught caught sold fought thrown rung ridden
    shaken eaten slept learnt stolen stuck dealt woken felt forgotten hidden flown swept dug sought hung
    struck sunk torn frozen blown shot fed lit become overcome had
    """
)

_ED_BUT_NOT_PAST: Final = listed(
    """
    need needed feed speed indeed hundred bed red shed seed weed exceed proceed succeed led used
    supposed tired excited interested bored experienced skilled qualified motivated dedicated committed
    organised organized detailed so-called worried concerned pleased related limited advanced embed
    breed greed wicked naked sacred
    """
)


def is_past(word: str) -> bool:
    """Return whether `word` looks like a verb in the past."""
    if word in IRREGULAR_PAST or (word.startswith(("re", "over", "under")) and _without_prefix(word)):
        return True
    return len(word) > 4 and word.endswith("ed") and word not in _ED_BUT_NOT_PAST


def _without_prefix(word: str) -> bool:
    """Whether a known past form follows "re-", "over-" or "under-" ("rebuilt", "oversaw")."""
    return any(word.startswith(p) and word[len(p) :] in IRREGULAR_PAST for p in ("re", "over", "under"))


STOP: Final = listed(
    """
    a about above after again all also although am an and any anyway are aren't as at be because been
    before being between both but by can can't cannot could couldn't did didn't do does doesn't doing
    don't down during each either else even ever every few for from further get gets getting go goes
    going got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him
    himself his how however i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just
    let let's like lot lots many may maybe me might mine more most much must my myself no nor not now of
    off oh ok okay on once one only onto or other our ours ourselves out over own perhaps quite rather
    really right said same say says she she'd she'll she's should shouldn't since so some something such
    than that that's the their theirs them themselves then there there's these they they'd they'll
    they're they've thing things this those though through to too under until up upon us used very was
    wasn't way we we'd we'll we're we've well went were weren't what what's when where whether which
    while who who's whole whom whose why will with within without won't would wouldn't yeah yes yet you
    you'd you'll you're you've your yours yourself um uh er erm
    """
)
"""Words that carry no content of their own; also what shows that a text is English."""

GENERIC: Final = frozenset(
    map(
        stem,
        listed(
            """
            ability able achieve action activity actual answer approach area aspect attitude best better
            big business care career case certain challenge challenging change clear colleague
            communicate communication company complete concern confident consider create day deal decide
            decision develop development different difficult difficulty do done easy effective effort
            end enjoy ensure environment everybody everyone everything example excellent expect
            experience fact feel field fine focus full general give goal good great group guess handle
            happen happy hard help high hope idea important improve information interest involve issue
            job join keep key kind know knowledge large lead learn level life like line little long look
            love main make manage matter mean member mind motivate need nice number okay old open
            opportunity order outcome part passion passionate people person personal place plan play
            point positive possible practice prepare present pressure probably problem process
            professional project proper provide quality question quick reach ready real reason related
            require respect responsibility responsible result role sense service set show side simple
            situation skill small solution solve somebody someone somewhere sort special specific start
            step strength strong stuff style success successful support sure system take talk task team
            teamwork tell thank think time together tough try turn type understand use useful value
            various view want way week whatever wonderful work workplace world worth year
            """
        ),
    )
)
"""Stems so common in interview talk that they say nothing about what happened."""


def is_content(word: Word) -> bool:
    """Return whether the word carries content at all."""
    return word.text not in STOP and len(word.text) > 1


def is_concrete(word: Word) -> bool:
    """Return whether the word says something particular, rather than interview talk in general."""
    return is_content(word) and word.stem not in GENERIC
