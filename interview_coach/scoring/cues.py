"""The phrases by which a careful reader tells what kind of thing a clause says, by idea.

Written from general knowledge of interviews; see `phrases.Phrases` for the notation.
"""

from functools import cache
from typing import Final

from interview_coach.scoring.phrases import Phrases

FAMILIES: Final[dict[str, str]] = {
    # Whether it happened.
    "imagined": """
        hypothetically, in theory, imagine, suppose i/we/you/that/someone, if
        i/we/you/someone/somebody/anyone/there/a/an/my, if it/that/this ever/did/were/happened, if ever,
        in that situation, in that case, in such a case, in such a situation, were to, would probably,
        would try, would just, would say i, would have to be, should it happen
    """,
    "habit": """
        always, usually, normally, generally, typically, mostly, often, regularly, every time, whenever,
        as a rule, most of the time, tend to, day to day, on a daily basis, all the time, in general, from
        time to time, now and then, now and again, all sorts of, a lot of the time, i am someone who, i'm
        someone who, i'm the kind/type/sort of, i am the kind/type/sort of, i'm a, i am a, i'm very, i am
        very, i'm good at, i am good at, i pride myself, i believe in, you have/need/should, you've got
        to, one should, one has to
    """,
    "denial": """
        i've never had, i have never had, i've never been in, i've never really, i have never really, i
        never had a/an/any, never come across, never happened to me, can't/cannot think of, can't/cannot
        really think, can't/cannot remember/recall, don't/didn't remember/recall, nothing comes/springs to
        mind, nothing really comes to mind, don't have an/any example, don't have an/any examples, don't
        really have, haven't got an/any example, haven't had, haven't really had, haven't been in, haven't
        come across, haven't ever, not that i can, not that i remember, never needed to, no example,
        drawing a blank, nothing like that, i've not had, i have not had, hasn't happened, hasn't come up,
        i do not have, no idea, never did anything like, wouldn't say i have, not really had
    """,
    "nothing_done": """
        didn't/did not do/say/change/learn/measure/check/ask what, didn't/did not
        count/track/help/get/finish/manage/know what, never
        measured/counted/checked/tracked/asked/found/heard/looked/got, never
        did/told/said/knew/solved/fixed/finished/learned/learnt, nothing happened, nothing changed,
        nothing came of, no result, no results, couldn't/can't/cannot tell/say/give, don't know, didn't
        really, wasn't really, not sure, no figures, no numbers, didn't work, wasn't measured, weren't
        measured, wasn't able, weren't able, couldn't do, i just left, i gave up, i did nothing, wouldn't
        change/do anything, never found out
    """,
    "hedge": """
        maybe, perhaps, probably, i think, i guess, i suppose, sort of, kind of, more or less, hopefully,
        somehow, some kind of, some sort of, i believe, or something, or so, i hope, i'd like to think, i
        would like to think, might have, could have been, in a way, pretty much, as far as i
    """,
    # Where, when and who.
    "when": """
        last week/month/year/spring/summer/autumn/fall/winter, last
        christmas/easter/monday/tuesday/wednesday/thursday/friday/saturday, last
        sunday/january/february/march/april/may/june/july, last
        august/september/october/november/december/time/term/season/night, in
        january/february/march/april/june/july/august, in
        september/october/november/december/spring/summer/autumn/winter, years/months/weeks/days ago, a
        year/month/week ago, one day/morning/afternoon/evening/night/time/monday, one
        tuesday/wednesday/thursday/friday/saturday/sunday/christmas, on a/the/my
        monday/tuesday/wednesday/thursday/friday/saturday/sunday, on
        monday/tuesday/wednesday/thursday/friday/saturday/sunday, yesterday, that
        day/morning/afternoon/evening/night, that week/year/summer/winter/spring/autumn, back in, this
        year/month/week/spring/summer/autumn/winter/morning, when i was, when i worked, when i started,
        when i joined, while i was, while i worked, my first/second/third/last day/week/month/year/shift,
        during my/the/our, halfway through, just before, the day/week/night/morning before, the year i,
        the day/night/week we, the other day/week, earlier this year, early/late in, first/second week,
        over christmas/easter, at christmas/easter, black friday, half past, o'clock, in the middle of, a
        couple of years/months/weeks, few years/months/weeks back, few years/months/weeks ago
    """,
    # Talk about oneself instead of an event.
    "buzz": """
        communication, teamwork, leadership, initiative, ownership, accountability, stakeholder~, synergy,
        problem solving, problem-solving, proactive~, results-driven, result-oriented, results-oriented,
        team player, team-player, measurable, impact, deliverable~, collaboration, empathy, active
        listening, time management, prioritisation, prioritization, adaptability, flexibility, resilience,
        integrity, innovation, excellence, customer focus, customer-focused, continuous improvement, best
        practice~, strategic~, key skills, core competency, growth mindset, go the extra mile, think
        outside, outside the box, fast learner, quick learner, hard-working, hardworking, hard worker,
        detail-oriented, motivated, leverage~, kpi~, soft skills, star method, personal responsibility,
        measurable result~
    """,
}


@cache
def phrases() -> Phrases:
    """Return the finder of all cues."""
    return Phrases(FAMILIES)
