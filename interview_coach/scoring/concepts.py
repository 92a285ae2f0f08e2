"""A small thesaurus of work: ideas that interview questions ask about, and the everyday ways of saying them.

Written from general knowledge of interviews in many trades; see `phrases.Phrases` for the notation. It lets
"I let him finish" meet "shows you listened", which share no word.
"""

from typing import Final

CONCEPTS: Final[dict[str, str]] = {
    "conflict": """
        disagree~, disagreement~, argue~, argument~, conflict~, clash~, quarrel~, row with, dispute~, fell
        out, falling out, fall out, tension~, at odds, butt heads, didn't see eye, didn't agree, different
        opinion/opinions/view/views, wanted to, refused, objected, insisted, pushed back, differ~
    """,
    "colleague": """
        colleague~, coworker~, co-worker~, teammate~, workmate~, peer~, other shift, foreman, my
        supervisor, my manager, my boss, another/the other nurse/driver/picker/engineer/developer,
        another/the other cook/chef/teacher/fitter/operator
    """,
    "customer": """
        customer~, client~, guest~, patient~, passenger~, shopper~, caller, callers, tenant~, resident~, a
        lady, an old lady, gentleman, buyer~, visitor, visitors, diner, diners, family, parent~, user~,
        member of the public
    """,
    "complaint": """
        complain~, complaint~, angry, upset, furious, cross, shouting, shouted, unhappy, dissatisfied,
        raised his/her voice, frustrated, irate, disappointed, mad, wanted a refund, demanded, refund~,
        broken, wrong order, crying, in tears
    """,
    "listen": """
        listen~, hear~ * out, heard, let him/her/them/the * finish/speak/talk/vent, asked
        him/her/them/why/what/how, ask him/her/them, sat down with, side of, point of view, perspective,
        wanted to understand, understand~ why, understood, find out why, found out why, worried about,
        concern~, his/her/their reasons, in his/her/their shoes, explained to me, take * seriously, took *
        seriously
    """,
    "empathy": """
        empath~, empathy, empathise~, sorry, apologise~, apologize~, apology, sympathy, sympathise~,
        calm~, reassure~, understood how, i understand how, must be, patient with, kind~, gently, how
        he/she/they felt, thanked
    """,
    "respect": """
        respect~, polite~, professional~, courteous~, good person, good colleague, fair~, great person, we
        still, get on well, get along, appreciate~, valued, no hard feelings, stayed calm, she/he was
        right, had a point, lovely
    """,
    "agree": """
        agree~, agreed, compromise~, common ground, settle~, shake hands, shook hands, made up, middle
        ground, resolve~, in the end we, both sides, win-win, deal
    """,
    "propose": """
        suggest~, propose~, proposal~, recommend~, offered to, offer~, put forward, pitch~, idea~, came up
        with
    """,
    "explain": """
        explain~, show~ * how, walk~ * through, demonstrate~, describe~, clarify~, present~, talk~ *
        through, went through, told, draw~
    """,
    "persuade": """
        persuade~, convince~, buy-in, win * over, won * over, on board, get * to use, got * to use, got *
        to try, pilot~, trial~, roll~ out, try it, tried it, trained, training, workshop~, guide, manual,
        demo~, adopt~, everyone uses, started using, use it now, leaflet, show~ everyone
    """,
    "resist": """
        resist~, obstacle~, difficulty, difficulties, hurdle~, barrier~, setback~, didn't want to, were
        against, was against, sceptical, skeptical, pushback, pushed back, refused, hard part, tricky, not
        easy, struggled, struggle~, at first, said no, wasn't keen, complained, broke down, got stuck, ran
        into, problem was
    """,
    "lead": """
        lead~, led, leader~, leadership, in charge, supervise~, manage~, run~ the, head~ of, coordinate~,
        coordinator, responsible for, team leader, shift leader, project manager, captain, organise~,
        organize~, delegate~, assign~, divided
    """,
    "role": """
        my role, i was the, i was a, as a, as the, team of, of us, people in, reporting to, reported to
        me, in charge, responsible for, team leader, lead developer, project lead, shift lead, my job was,
        my task was, i had to, i was responsible, supervisor, i headed
    """,
    "motivate": """
        motivate~, encourage~, praise~, morale, cheer~, support~, thank~ them, thanked each, helped *
        with, checked in, check in, one-to-one, one to one, coached, mentor~, reward~, recognise~,
        recognize~, spirits, celebrate~, pep, pizza, tea, biscuits, took over * for, listened to, their
        worries, feel valued, well done, struggling
    """,
    "plan": """
        plan~, prioritise~, prioritize~, priority, priorities, list, to-do, first things, most urgent,
        urgent, order of, schedule~, timetable, broke it down, broke * into, split~, step by step, worked
        backwards, calendar, spreadsheet, whiteboard, in order, deadline first, biggest first, left *
        until, postpone~, rank~, sequence, sorted, divided, allocate~, postponed, dropped
    """,
    "deadline": """
        deadline~, due~, by friday/monday/tuesday/wednesday/thursday, by
        saturday/sunday/noon/midnight/tomorrow/then, short notice, days left, hours left, in time, on
        time, late, time pressure, under pressure, before the, rush~, had to be ready, launch~, only *
        days/hours/weeks, two days, cut-off, urgent
    """,
    "warn": """
        warn~, risk~, trade-off~, tradeoff~, flag~, let * know, told my manager/boss/supervisor, told the
        client/customer/team, inform~, raised, escalate~, update~, keep * informed, kept * informed, might
        not, heads up, in advance, rang, phoned, called, emailed, e-mailed, messaged, radioed, delay~,
        slip, extra time
    """,
    "deliver": """
        deliver~, finish~, complete~, hand~ in, handed, met the deadline, meet the deadline, made it, on
        time, ship~, submitted, launched, went out, ready by, done by, with * to spare, hours early, days
        early, a day early
    """,
    "mistake": """
        mistake~, error~, wrong, fail~, failure, forgot, mess~ up, messed, missed, broke, broken, lost,
        dropped, slip, screw~ up, mix~ up, mixed up, went wrong, overlooked, miscalculat~, misread, didn't
        check, sent the wrong, damage~, crash~
    """,
    "responsible": """
        responsib~, responsible, my fault, my mistake, own up, owned up, owned it, own it, admitted,
        admit~, i should have, i should've, my own doing, on me, down to me, to blame, blame myself, took
        responsibility, i take, accept~, i was wrong, confess~, i apologised, i apologized, no excuse,
        nobody else's fault, accountable, because i
    """,
    "cause": """
        because, because of, cause~, reason was, due to, since i, the reason, why it, turned out, root,
        had not, hadn't, didn't check, assumed, underestimated, too quick, too many, rushed, in a hurry,
        in a rush, without checking, wasn't paying, as i, so i
    """,
    "repair": """
        fix~, repair~, correct~, put * right, made up for, replaced, replace~, refund~, redid, redo~, did
        * again, apologised, apologized, sorted, restor~, undo~, recover~, limit the damage, reported,
        told my manager, called the, rang the, straight away, immediately, overnight, rebuilt, cleaned,
        rolled back
    """,
    "prevent": """
        prevent~, avoid~, never happens again, not happen again, doesn't happen again, in future, from
        then on, now check, double check, double-check, checklist~, new procedure, procedure~, new rule,
        process~, put in place, introduced, sign~, label~, reminder~, training, checks, since then,
        afterwards i, notice, permanent
    """,
    "learn": """
        learn~, learnt, learned, lesson~, taught me, realise~, realize~, understood, insight, take away,
        took away, taken away, looking back, hindsight
    """,
    "study": """
        study~, course~, tutorial~, video~, youtube, read the, reading, manual, book~, practise~,
        practice~, practised, practiced, shadow~, online, exercises, documentation, notes, taught myself,
        evening class, evenings, weekends, training, trained, exam, lessons, revise~, revision,
        flashcards, watched, copied, trial and error
    """,
    "new_skill": """
        had to learn, needed to learn, learn~, new system/software/language/machine/tool/skill/job, never
        used, never done, hadn't used, hadn't done, didn't know, from scratch, no experience, unfamiliar,
        picked up, get up to speed, up to speed, switched to, introduced
    """,
    "ask_help": """
        ask~, asked, asked for help, ask for help, feedback, advice, help from, helped me, showed me,
        taught me, experienced colleague, mentor, questions, expert~, check my work, checked my work,
        second pair, turned to, rang a, phoned a, called a
    """,
    "apply": """
        since then, next project, next time, used it, using it, used that, i now, now i, every time,
        applied, i apply, put it into practice, ever since, on the next, a month later, a year later, the
        following, later on, still use
    """,
    "improve": """
        improve~, better, faster, quicker, reduce~, save~, saving, fewer, efficient~, streamline~,
        simplify, simplified, automate~, automated, redesigned, reorganised, reorganized, changed,
        rearranged, cut down, increased
    """,
    "old_process": """
        used to, process~, old way, before that, by hand, manually, paper, on paper, slow~, took ages,
        took hours, wasted, waste~, waiting, queue~, duplicate~, twice, copying, searching, walk, mess~,
        lost, every time, kept going wrong, errors, no system, spreadsheets, too long, confusing, nobody
        knew
    """,
    "matter": """
        because, matter~, important, cost~, lost money, customers were, safety, safe~, risk~, otherwise,
        could have, would have, meant, money, complaints, lives, waiting, affected, business, wasted,
        users, value
    """,
    "change_made": """
        changed, change~, introduced, built, made a, set up, wrote, created, designed, moved, replaced,
        rearranged, automated, programmed, drew up, put in, started, developed, added, removed, combined,
        stopped
    """,
    "feedback": """
        feedback, told me, said i, said that i, criticise~, criticism, critique, review~, appraisal~,
        pointed out, comment~, i was told, was too, my manager said, my boss said, evaluation, took me
        aside, pulled me aside, wasn't * enough, needed to
    """,
    "open": """
        thank~, grateful, listened, asked for examples, asked for an example, example~, took it, accept~,
        agreed, was right, good point, fair point, appreciate~, open~, wrote it down, reflect~, thought
        about it, didn't get defensive, wasn't defensive, at first * but, stung, hurt, questions
    """,
    "strength": """
        strength~, strong at, good at, great at, skill~, skilled, talent~, best at, able to, patient,
        organised, organized, reliable, calm, careful, thorough, languages, i speak, i can, licence,
        license, certificate~, qualified, trained in
    """,
    "weakness": """
        weakness~, struggle~, not good at, bad at, not great at, find it hard, find it difficult, hard for
        me, difficult for me, i tend to, impatient, nervous, shy, afraid, disorganised, disorganized,
        delegate~, delegating, public speaking, interrupt~, put off, procrastinat~, too quiet, late,
        forget~, say no, saying no, distracted, avoid~, poor, slow at
    """,
    "working_on": """
        working on, work on, course, practise~, practice~, joined, signed up, now i, i now, started, so i,
        reminder~, timer~, alarm, list~, calendar, asked my, coach, mentor, book~, every week, every day,
        each week, each morning, set myself, forced myself, class~, club, to improve
    """,
    "progress": """
        improved, better, less, fewer, last month, last week, recently, this year, managed to, first time,
        no longer, now i can, now people, noticed, my manager/boss/supervisor said/says, since then, used
        to, by now, months, gave a presentation, passed, without
    """,
    "affect": """
        affect~, effect, impact, slowed, delay~, others had to, my team had to, colleagues had to, wait
        for me, waiting for me, cost us, extra work, bothered, frustrated, upset, people felt, my
        colleagues, the team, overtime, consequences, knock-on, unfair on
    """,
    "current_job": """
        i currently, currently, at the moment, right now, at present, these days, i work as, i work at, i
        work in, i work for, i'm working, i am working, i'm a, i am a, i'm in my, my current, presently,
        i'm studying, i am studying, my final year, second year, today i
    """,
    "past_job": """
        before that, previously, years of, for * years, worked as, worked at, worked in, worked for, i
        started, my first job, degree, apprenticeship, internship, graduated, trained, background,
        experience, i was a, after school, i did, spent, moved to, years in, studied
    """,
    "achievement": """
        achieve~, award~, won, promoted, prize, proud, built, increased, reduced, saved, record, employee
        of the, first to, passed, launched, grew, sold, raised, set up, certificate, medal, best,
        distinction, top, completed
    """,
    "why_role": """
        interest~ me, interested in, this role, this job, this position, your role, your job, why i
        applied, i applied, excite~, excited, attract~, drawn to, love to, would love, i want to, i'd like
        to, looking for, appeal~, draw~ me, the chance, opportunity, suits me, fits, advert, job
        description, advertised
    """,
    "company": """
        your company, your team, your products, your product, your website, your store, your shop, your
        hospital, your school, your warehouse, your new, your customers, you make, you build, you sell,
        you offer, you run, you opened, you have, you are the, you're the, i read that you, i saw that
        you, you recently, your work, your site, your reputation, your approach, known for, your clients,
        your services, you use, your patients
    """,
    "values": """
        value~, mission, believe~, belief, share, care about, matters to me, sustainab~, environment,
        community, ethic~, fair trade, charity, stand for, important to me, principles, green, recycle~,
        people first, purpose
    """,
    "contribute": """
        contribute~, bring, i could help, i can help, i'd help, help you, offer you, i'd bring, i would
        bring, add, i could, i can, useful to, from day one, i'd be able, benefit, my experience would,
        set up for you, for your team
    """,
    "homework": """
        i read, i looked, i visited, i tried, i used your, i've used, i use your, i spoke to, i talked to,
        your website, annual report, i saw, i watched, i followed, i follow, i follow you, researched, on
        linkedin, in the news, i noticed, i came to your, i ordered, a friend works
    """,
    "growth": """
        grow~, develop~, career, long term, in five years, in three years, in the future, one day, become
        a, progress~, qualification, qualify~, promotion, step up, move up, learn more, train as, take on
        more, lead a team, team leader, specialise~, specialize~, i hope to, i'd like to, i want to, goal~
    """,
    "leave": """
        leave~, leaving, contract, closing, closed, redundan~, laid off, moved, moving, relocat~, no room,
        no further, ceiling, nowhere to go, outgrown, new challenge, hours, commute, cut back, temporary,
        fixed-term, ended, ends, ready for, change of, different field, shut~, restructur~, merger,
        looking for
    """,
    "positive_job": """
        enjoy~, enjoyed, like~, love~, grateful, thankful, learned a lot, learnt a lot, good people, great
        team, good team, great colleagues, good place, taught me, proud, fair, been good to me, happy
        there, supported me, appreciate~, miss
    """,
    "money": """
        money, pay, paid, salary, wage~, raise, earn~, bonus
    """,
    "ending": """
        in the end, left, went home, happy, ended, finally, thanked, came back, refund~, kept, stayed,
        left a review, satisfied, got his/her/their, smile~, sorted, problem was, solved, review, walked
        out, result, afterwards
    """,
    "safety": """
        safe~, safety, unsafe, danger~, hazard~, injur~, accident~, near miss, risk~, hurt, ppe, hi-vis,
        helmet, guard, lock out, lockout, isolate~, harness, forklift, speeding, spill~, procedure~, stop~
        the line, stopped work, refuse~
    """,
    "report": """
        report~, told my manager, told my supervisor, told the supervisor, told the manager, log~, logged,
        recorded, wrote it up, incident, form, raised it, near miss book, flagged, escalated, informed,
        handed over, handover
    """,
    "check": """
        check~, inspect~, count~, counted, measure~, verify~, test~, double-checked, scanned, weigh~,
        audit~, compare~, went over, look~ over, walk round, walked round, tick~, pre-use
    """,
    "accuracy": """
        accura~, correct, error~, mistake~, mispick~, right item, right product, wrong item, discrepan~,
        stock count, scan~, label~, location, barcode, double check, count
    """,
    "stop": """
        stop~, refuse~, said no, wouldn't, paused, switched off, turned off, shut down, pulled, held off,
        put down, stepped back, no until
    """,
    "rule": """
        rule~, polic~, procedure~, regulation~, law, legal, standard~, guideline~, complian~, allowed,
        permit, signed off, licence, certificate
    """,
    "team": """
        team, together, shift, crew, helped each, joined in, shared, group, colleagues, everybody, cover~,
        covered, pitched in, lend a hand, hand over
    """,
    "ask_question": """
        asked, question~, find out, found out, wanted to know, enquire~, clarify~, what did, why did, how
        did
    """,
    "adapt": """
        adapt~, change~ plan, changed plan, flexib~, switched, at short notice, new plan, adjust~,
        unexpected, suddenly, last minute, plan b, alternative, improvis~, swapped, instead
    """,
    "decide": """
        decide~, decision~, chose, choose, weigh~ up, options, option, judged, judgement, concluded,
        picked, opted, pros and cons, made the call
    """,
    "analyse": """
        analyse~, analyze~, data, figures, looked into, investigat~, root cause, traced, measured, worked
        out, found that, pattern, went through, compared, logs, spreadsheet, numbers, research~
    """,
    "goal": """
        goal~, target~, aim~, objective~, ambition, want to, wanted to, needed to, had to, my task, was
        to, asked to
    """,
    "stress": """
        stress~, pressure, breath~, break, calm, prioriti~, sleep, exercise, walk, cope~, overwhelm~,
        busy, heavy, peak
    """,
    "train_others": """
        train~, taught, showed, coach~, mentor~, explained, demonstrat~, induct~, buddy, new starter, new
        starters, trainee~, apprentice~, guided, supervised
    """,
    "maintain": """
        kept, follow~ up, followed up, checked back, rang back, called back, monitor~, kept an eye,
        reviewed, a week later, next day
    """,
}
