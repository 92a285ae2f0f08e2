"""The wordings by which a question shows its type and its competency. English; matched in lower case.

Each line is one regular expression, found at word boundaries (or where `^` says: at the beginning). A word in
capitals stands for the alternatives of that name.
"""

from typing import Final

from interview_coach.banks.question import QuestionType

NAMED: Final = {
    "ASK_FOR": (
        "(tell|talk|share|describe|recall|recount|remember|think|walk|discuss|explain|give|provide|name|outline)"
    ),
    "EVENT": (
        "(times?|occasions?|situations?|instances?|incidents?|examples?|experience|moment|case|project|day|event"
        "|challenge|problem|conflict|disagreement|accomplishment|achievement|mistake|failure|decision|goal"
        "|deadline|crisis|emergency)"
    ),
    "MOST": r"(biggest|greatest|proudest|worst|best|hardest|toughest|largest|trickiest|busiest|most \w+)",
    "LIVED_THROUGH": (
        "(failures?|mistakes?|achievements?|accomplishments?|success|challenges?|decisions?|moments?|projects?"
        "|setbacks?|disappointments?|day|shift|regrets?|experience)"
    ),
    "DONE": (
        "(faced|had|have|made|done|dealt|handled|worked|received|given|taken|been|experienced|achieved|solved"
        "|led|managed|ever|learned|learnt)"
    ),
    "PULLS": (
        "(attract(s|ed)?|draws?|drew|interest(s|ed)?|appeal(s|ed)?|excites?|motivate[sd]?|inspire[sd]?|drives?"
        "|brings?|brought|makes?|made|led)"
    ),
    "STRAIN": (
        "(stress|pressure|conflicts?|criticism|feedback|change|failure|people|customers?|colleagues?|deadlines"
        "|time|workload|others)"
    ),
}

TYPES: Final[tuple[tuple[QuestionType, str], ...]] = (
    # The first group with a wording that is found decides, so the order says what is stronger: "What would
    # you do if you had made a mistake" is about an imagined event although it names one.
    (
        QuestionType.STRENGTHS,  # a portrait of oneself, asked with "would", "what" or "how"
        r"""
        how (would|do|might) (you|your \w+( \w+)?|others?|people) (\w+ )?(describe|rate|see) you(rself)?
        what (would|do) (you|your \w+( \w+)?|others?|people) (\w+ )?(say|think) (about|of|is|are) (you|your)
        (tell (me|us)( \w+)?( bit| little)? about|describe|introduce|sell|summari[sz]e|sum up) yourself
        what (would|do|can|could|will) you (bring|offer|contribute|consider|regard|see as)
        what makes you (a|an|the|different|unique|special|stand|suitable|suited|right|good|think you)
        (which|what) of your \w+
        if (i|we) (asked|called|rang) your
        what (\w+ )?(words?|adjectives?) would
        (through|about) your (cv|r[eé]sum[eé]|background|career|last job|current (job|role)|work history)
        means? to you
        """,
    ),
    (
        QuestionType.SITUATIONAL,
        r"""
        what (would|will|might|should|could) your?\b.{0,60} (do|say|be|action|response|reaction|first)
        what (\w+ )?(steps?|actions?|things?) (would|will) you
        how (would|might|will|could|should) you
        where would you (start|begin)
        your (first|next) (steps?|move|actions?|priority)
        what now
        what if
        what (do|would) you do (if|when|first|where|next)
        would you (ever|rather|report|tell|stop|help|still)
        (imagine|suppose) (that|you|a|an|your|it|one)
        ^(imagine|suppose|supposing|picture this|assume|let'?s say|pretend|consider (this|the following))
        ^say (you|a|an|that|your)
        ^if (you|your|a|an|the|one|someone|somebody|two|there)\b.*\b(would|do you|will you)
        ^(you|your \w+|a|an|the|two|it is|it's) .*[.;:,].*(what|how) (do|will) you
        """,
    ),
    (
        QuestionType.BEHAVIOURAL,
        r"""
        ASK_FOR\b.{0,40} (a|an|another|one|any|some|two|three|specific) (\w+ ){0,4}EVENT
        ASK_FOR\b.{0,40} (the|your) (last|most recent) (\w+ ){0,4}EVENT
        (an?|the (last|first|most recent)) (time|occasion|situation|instance) (when|where|that|in which|you)
        (have|haven't) you (ever|had to|already|recently|worked with|dealt|handled|done|made|been)
        did you ever
        (when|where) (was|were|did|have) (the last time|you)
        last time (you|that)
        (your|the) (\w+ )?MOST (\w+ ){0,2}LIVED_THROUGH
        MOST .{0,60}\b(you|you've|you'd) (\w+ )?DONE
        what are you (most )?proud(est)? of
        how (did|have|had) you
        what did you (do|say|learn|change)
        (tell|talk to) (me|us) (about|of) (when|how you|(some|any)(thing|one|body) you|a \w+ you)
        tell (me|us) (when|how) you
        """,
    ),
    (
        QuestionType.MOTIVATIONAL,
        r"""
        why (do|did|would|are|have|were) you(?! (be )?(the|a) (right|best|good|great|ideal|strong))
        why (this|our|us|here|now)
        ^why (\w+ ){0,2}\w+ing\W*$
        ^why .*\byour
        (what|which) (\w+ ){0,3}PULLS (to )?you
        what gets you
        where do you (see|want|hope|picture)
        (career|(long|short)[- ]term|professional) (goals?|aims?|plans?|ambitions?|aspirations?)
        what (are|were) you (looking for|hoping|seeking)
        what (are|were|is) your (goals?|ambitions?|reasons?|expectations?|dream|ideal)
        what (do|did) you know about (us|our|this|the) ?(\w+ )?(company|organi[sz]ation|firm|role|job|\W*$)
        (your|the|an?) (dream|ideal|perfect) (job|role|employer|company|manager|boss|team|workplace)
        (salary|notice period|when can you start)
        what (do you want|would you like) (from|out of|to)
        reasons? for (applying|leaving|wanting)
        """,
    ),
    (
        QuestionType.STRENGTHS,
        r"""
        (strengths?|weakness(es)?|shortcomings?|areas? (for|of) (improvement|development)|superpower)
        why should (we|i)
        why (are|would) you (be )?(the|a) (right|best|good|great|ideal|strong)
        what sets you apart
        (what|which) (are|is|do) your?\b.{0,40} (good at|best at|bad at|enjoy|excel|love|like|dislike)
        (what|which) (are|is|do) your?\b.{0,40} (skills?|qualities|talents?|style)
        (in|with) (one|two|three|five|a few) (words?|adjectives?)\b.*\b(you|yourself)
        what (energi[sz]es|comes (easily|naturally))
        good day at work
        would your \w+ (say|describe)
        do you (prefer|like|enjoy|consider yourself|see yourself|find it|get bored)
        are you (a|an|good|more|comfortable|able|someone|organi[sz]ed)
        how do you (\w+ly )?(feel|stay|prioriti[sz]e|organi[sz]e your|motivate|get along)
        how do you (\w+ly )?(handle|manage|(deal|cope) with|react to|take|work (under|with)) (\w+ )?STRAIN
        what do you do to
        what('s| is) your (\w+ )?(approach|style|attitude)
        who (inspires|motivates) you
        ^(do|can|are|will) you (have|work|willing|able|prepared|available|own|drive|speak|comfortable)
        """,
    ),
    (
        QuestionType.TECHNICAL,
        r"""
        (explain|define|outline|compare|list|state|name|demonstrate|calculate|write|implement|draw)
        how (do|does|is|are|can|should|many|much|often|long|far|deep|high|heavy)
        (what|which|when|where|who) (is|are|does|do|should|must|can|causes?|happens?)
        (what|which) (kinds?|types?|steps?|checks?|tools?|documents?|signs?)
        (differences?|steps|procedure|process|purpose|principles?|meaning) (between|of|for|in|to|from|when)
        (walk|talk|take) (me|us) through
        ^describe (the|how|what)
        ^why (is|are|does|do|must|should|can)
        """,
    ),
)

COMPETENCIES: Final[tuple[tuple[str, str], ...]] = (
    ("safety", r"safe(ty|ly)?|unsafe|hazard\w*|near miss|accident\w*|injur\w+|risk assessment|protective"),
    (
        "conflict",
        r"conflict\w*|disagree\w*|argu(e|ed|ments?)|difficult (colleague|co-?worker|person|boss|manager)",
    ),
    ("service", r"customers?|clients?|callers?|patients?|guests?|complain\w*|passengers?"),
    (
        "leadership",
        r"lead|led|leader\w*|manage a team|mentor\w*|delegat\w+|coach(ed|ing)?|motivate (others|a team)",
    ),
    (
        "teamwork",
        r"teams?|teamwork|collaborat\w+|colleagues?|co-?workers?|cooperat\w+|work(ed|ing)? with others",
    ),
    ("integrity", r"honest\w*|ethic\w*|integrity|confidential\w*|trust\w*|wrongdoing"),
    ("planning", r"deadlines?|priorit\w+|organi[sz]e[sd]?|multitask\w*|plan(ned|ning)?|workload|targets?"),
    (
        "resilience",
        r"pressure|stress\w*|setbacks?|fail\w*|mistakes?|criticism|feedback|disappoint\w*|overc[ao]me",
    ),
    (
        "adaptability",
        r"adapt\w*|chang(e|ed|es|ing)|flexib\w+|unexpected|learn(ed|t)? (something|a new|quickly)",
    ),
    (
        "problem-solving",
        r"problems?|solv\w+|decisions?|analy[sz]\w+|creativ\w+|initiative|improv\w+|innovat\w+",
    ),
    (
        "communication",
        r"communicat\w+|explained|had to explain|presentations?|persua\w+|convinc\w+|negotiat\w+|listen\w*",
    ),
    ("reliability", r"punctual\w*|on time|attendance|overtime|transport|reliab\w+|absen(t|ce)"),
)
"""Competency and the words that suggest it; the first that is found decides."""
