"""The phrases by which a careful reader tells what kind of thing a clause says, by idea.

Written from general knowledge of interviews; see `phrases.Phrases` for the notation.
"""

from functools import cache
from typing import Final

from interview_coach.scoring.concepts import CONCEPTS
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
    "takeback": """
        actually i/we didn't, actually i never, wasn't me, wasn't actually, weren't actually, didn't
        actually, never actually, that's not true, that isn't true, not quite true, not entirely true, i
        made that up, i'm making, scratch that, come to think, in fact i/we didn't, in fact it was, in
        reality, truth is, the truth is, to be fair it was, it was really/actually/mostly/mainly
        my/the/a/him/her, i wasn't there, i wasn't involved, i wasn't really involved, i had nothing to
        do, i didn't do, i was only watching, i was on leave, i was off, well not really, or rather, i
        take that back, did it all, did most of it, did all of, but she/he did, but they did
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
    "where": """
        at/in/for/with my last/previous/old/first/current/former
        job/role/company/place/school/employer/team/firm/position, at/in/on the/a/our
        warehouse/shop/store/ office/hospital/ward/clinic/school yard/airport/station/port/workshop,
        at/in/on the/a/our warehouse/shop/store/ office/hospital/ward/clinic/school
        bakery/pharmacy/library/bar/pub/cafe, at/in/on the/a/our warehouse/shop/store/
        office/hospital/ward/clinic/school café/surgery/line/dock/bay/floor, at/in/on the/a/our
        warehouse/shop/store/ office/hospital/ward/clinic/school gym/studio/salon/nursery/museum/theatre,
        at/in/on the/a/our warehouse/shop/store/ kitchen/restaurant/hotel/site/depot/factory
        yard/airport/station/port/workshop, at/in/on the/a/our warehouse/shop/store/
        kitchen/restaurant/hotel/site/depot/factory bakery/pharmacy/library/bar/pub/cafe, at/in/on
        the/a/our warehouse/shop/store/ kitchen/restaurant/hotel/site/depot/factory
        café/surgery/line/dock/bay/floor, at/in/on the/a/our warehouse/shop/store/
        kitchen/restaurant/hotel/site/depot/factory gym/studio/salon/nursery/museum/theatre, at/in/on
        the/a/our warehouse/shop/store/
        plant/branch/lab/bank/centre/center/university/college/garage/farm/
        yard/airport/station/port/workshop, at/in/on the/a/our warehouse/shop/store/
        plant/branch/lab/bank/centre/center/university/college/garage/farm/
        bakery/pharmacy/library/bar/pub/cafe, at/in/on the/a/our warehouse/shop/store/
        plant/branch/lab/bank/centre/center/university/college/garage/farm/
        café/surgery/line/dock/bay/floor, at/in/on the/a/our warehouse/shop/store/
        plant/branch/lab/bank/centre/center/university/college/garage/farm/
        gym/studio/salon/nursery/museum/theatre, where i worked/work/was, i was working at/in/for/on/as, i
        worked at/in/for/as, i used to work, at/in uni/university/college/school, on the
        night/late/early/day shift, call centre, care home, building site, loading bay, front desk, help
        desk, distribution centre
    """,
    "who": """
        customer~, client~, patient~, passenger~, guest~, resident~, pupil~, student~, tenant~, supplier~,
        contractor~, driver~, my manager/boss/supervisor/colleague, my
        coworker/co-worker/teammate/foreman/lead, my
        director/mentor/trainer/trainee/partner/workmate/mate/teacher/landlord, a/one/another/the
        colleague/coworker/manager/supervisor starter, a/one/another/the
        foreman/engineer/developer/designer/nurse starter, a/one/another/the
        doctor/technician/chef/cook/picker/packer/operator/apprentice/trainee starter, a/one/another/the
        intern/director/teacher/lady/man/woman/gentleman/lad/girl starter, a/one/another/the
        guy/receptionist/electrician/fitter/agent starter, a/one/another/the
        inspector/auditor/buyer/planner/new starter, mr, mrs, ms, called, named
    """,
    "episode": """
        there was a/an/this/one, there was a time, we had a/an/this, i had a/an/this, on one occasion,
        once i/we/when, this one time, it was a/the/my, happened when, remember when, an example is, for
        example, one example, for instance, the time when/i/we, a time when/i, came in, turned up, rang,
        came to me, was asked to, i was asked, i noticed, i realised, i realized, i found out, i saw
    """,
    # What came of it.
    "outcome": """
        in the end, as a result, the result was, the outcome was, ended up, eventually, finally, at the
        end, so that, since then, after that, afterwards, from then on, led to, meant that, turned out,
        managed to, thanks to, by the end, the following/next day/week/month/morning/year, from that day,
        which meant, to this day, and now, got the, it worked, that worked, was
        fixed/solved/resolved/finished/delivered/approved/shipped, was
        accepted/signed/adopted/saved/cleared/repaired/completed/sorted, were
        fixed/solved/resolved/finished/delivered/approved, were
        shipped/accepted/signed/adopted/saved/cleared/completed, thanked me/us, went live, on time, ahead
        of, within budget, renewed, came back, signed off, gave me, still use/uses/used/using/do/works,
        passed, kept the, got promoted, was promoted, no one was hurt, nobody was hurt, never happened
        again, hasn't happened since, not * since, stayed with us, agreed to, apologised, left happy, went
        home, won the
    """,
    "change": """
        increase~, decrease~, reduce~, drop~, fell, cut * by, cut * from, cut * to, rose, grew, double~,
        halve~, by half, in half, tripled, saved, saving, went up, went down, down from, up from, down to,
        up to, instead of, faster than, less than, more than, fewer, improved by, from * to, under budget,
        out of, per cent, percent, compared with/to, went from, used to take, took us/me, none of, not a
        single, zero, record, all of them, every single
    """,
    "vague_outcome": """
        went well, went really well, went fine, went great, went ok, went okay, worked out, worked well,
        all good, turned out fine/well/ok/okay/good/great, was fine, everyone/everybody was
        happy/pleased/satisfied, a success, very successful, really successful, was successful, was happy,
        were happy, was pleased, were pleased, was satisfied, great result/results, good result/results,
        positive outcome/result/results, sorted it/out, got sorted, was solved, got better, happy ending,
        great feedback, good feedback, positive feedback, all ended well, was great, was good, got done,
        got it done, in the end it/everything, it all worked
    """,
    "vague_amount": """
        a lot, lots, loads, much faster/better/quicker/more/less/fewer/higher/lower/easier, way
        faster/better/quicker/more/less, far faster/better/quicker/more/less/fewer, significantly,
        considerably, massively, hugely, dramatically, greatly, substantially, most of, nearly all, almost
        all, many, several, plenty, tons of, so much, quicker, faster, a great deal, big difference, huge
        difference, more efficient, increase~, improve~, reduce~, better results, record
    """,
    # What they took from it.
    "lesson": """
        i learned, i learnt, i've learned, i've learnt, i have learned, i have learnt, we learned, we
        learnt, taught me, i realised, i realized, i've realised, made me realise/realize, i understood, i
        now know, i know now, lesson, took away, i've understood, i came to see, i found out that, showed
        me, opened my eyes, what i took, the takeaway, my takeaway, looking back, in hindsight, with
        hindsight, made me think, made me see, stuck with me, i discovered, it hit me
    """,
    "next_time": """
        next time, if i did it again, if i could do it again, do it again, do differently, done
        differently, do things differently, would do it differently, i'd do it differently, should have,
        should've, i'd now, i would now, another time, if it happened again, if i had to do it again, in
        future, in the future, going forward, i would have, i'd have, instead i would, wish i had, wish
        i'd
    """,
    "since_then": """
        since then, from then on, ever since, now i, i now, these days i, from that day, after that i,
        nowadays i, since that day, i've since, i have since, from now on, the next time i, on the next,
        on my next, today i
    """,
    # Tone.
    "contempt": """
        idiot~, stupid~, useless, lazy, incompetent, hopeless, moron~, clueless, pathetic, toxic, terrible
        manager/boss/company/management, jerk~, liar~, lied to, dumb, dumber, arrogant, ignorant,
        disgrace~, whinger~, whiner~, bully~, waste of space, no clue, doesn't/didn't have a clue,
        hadn't/hasn't a clue, pain in the neck/arse/ass/backside, can't/couldn't stand him/her/them,
        control freak, impossible to work with, bad manager, bad boss, treated me/us badly, treat people
        badly, micromanage~, losers, loser, drama queen, badly run, badly managed, poor management, hate
        my/that/this/the/him/her/them, hated my/him/her/them, fool, fools
    """,
    # Ill words that are as often said of things: they count only where a person is near.
    "ill": """
        rubbish, nightmare, ridiculous, awful, horrible, unbearable, annoying, crazy, a joke, waste of
        time, fed up, sick of, difficult person, mad, rude, unprofessional, unfair~, screamed at, nasty,
        thick, hated, hate
    """,
    "blame": """
        his fault, her fault, their fault, the company's fault, not my fault, wasn't my fault, blame~,
        because of him/her/them, they messed up, he messed up, she messed up, let me down, let us down,
        they never listen~, nobody listened, stabbed, threw me under, not my job, not my problem, didn't
        do their job, didn't do his job, didn't do her job, they didn't care, they don't care, management
        doesn't/don't/never, my boss never/doesn't/didn't, the manager never/doesn't/didn't
    """,
    "private": """
        divorce~, my wife, my husband, my girlfriend, my boyfriend, my ex, my kids, my children, my son,
        my daughter, my baby, pregnan~, pregnant, pregnancy, married, my marriage, my religion, my faith,
        my church, christian, muslim, catholic, jewish, hindu, atheist, my health, my illness, depression,
        anxiety, my therapist, therapy, medication, my mother, my father, my mum, my mom, my dad, my
        parents, my debts, in debt, my mortgage, politics, i vote~, my political, born in, years old,
        single mother, single mum, my weight, alcohol, my star sign, prison, custody, breakup, broke up
        with
    """,
    "cliche": """
        perfectionist~, perfectionism, work too hard, works too hard, working too hard, worked too hard,
        care too much, cares too much, caring too much, workaholic~, too dedicated, too committed, too
        passionate, too ambitious, too honest, too organised, too organized, too loyal, too punctual, too
        helpful, too nice, too hard on myself, want everything perfect, want things to be perfect,
        everything to be perfect, can't say no to work, don't know when to stop, give too much, never stop
        working, can't stop working, forget to take breaks, no weaknesses, don't have any weaknesses,
        don't have a weakness, high standards, expect too much of
    """,
    "money": """
        money, salary, pay, paid, wage~, pays, earn~, better paid, pay rise, raise, bonus~, package, cash,
        income, pension
    """,
    "only": """
        only, just, nothing else, all i care, mainly, purely, honestly, simply, first and foremost, the
        main, whatever, don't care, need the
    """,
    # Talk about oneself instead of an event.
    "boast": """
        i was the best, the best they, i was a natural, nobody * like me, no one * like me, i have a gift,
        that gift, a gift for, i'm the best, i am the best, best at, the best in, nobody does, no one
        does, nobody else could, without me, i'm a natural, natural leader, born leader, i'm amazing, i'm
        brilliant, i'm excellent, i am excellent, i excel, i'm known for, known for my, i'm great, expert
        at, i never fail, i never make, never make mistakes, everyone/everybody
        loves/admires/says/knows/looks, people say i, people tell me, outstanding, exceptional, i'm
        extremely, i am extremely, second to none, top performer, rockstar, superstar, one of the best,
        always deliver, always succeed, 100% committed, 110%, give 110, i can handle anything, i can do
        anything
    """,
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
    """Return the finder of all cues, and of all concepts as families that start with "c:"."""
    return Phrases({**FAMILIES, **{f"c:{name}": listed for name, listed in CONCEPTS.items()}})
