"""A standard checklist for each type of question, for questions that come without one."""

from typing import Final

from interview_coach.banks.question import Point, PointKind, QuestionType

_BEHAVIOURAL: Final = (
    Point(
        id="situation",
        text="Names one occasion: who, where or when",
        kind=PointKind.SITUATION,
        counts=(
            "Last November, on the late shift at the Felixstowe depot, a trailer came in leaning.",
            "In my second month at the surgery, a man came to the desk whose prescription had gone missing.",
            "Two years ago my manager at the bank put me in charge of moving our branch to new tills.",
        ),
        does_not_count=(
            "That sort of thing happens to me all the time.",
            "In every job I have had there are moments like that.",
            "If it happened, I would talk to the person first.",
        ),
        probe="Where was that, and when?",
        tip="Open with the place and the month, in one sentence.",
    ),
    Point(
        id="task",
        text="Says what was at stake, or what was expected of you",
        counts=(
            "I had to get forty orders out by six, with half the crew off sick.",
            "It was my job to make sure nobody used the press until it had been checked.",
            "If we missed the date we would lose the contract.",
        ),
        does_not_count=(
            "It was quite a difficult situation for everybody.",
            "There was a lot going on at the time.",
        ),
        probe="What exactly was your part, and what would have happened if nobody had acted?",
        tip="One sentence: what had to be done, by when, and why it mattered.",
    ),
    Point(
        id="action",
        text="Says what you yourself did, step by step",
        kind=PointKind.OWNERSHIP,
        weight=2,
        counts=(
            "I stopped the line, called the fitter and wrote the fault down for the night shift.",
            "So I rang each customer myself, told them the truth and offered them a new slot.",
            "I tried the two cheapest fixes first and kept notes of what each one changed.",
        ),
        does_not_count=(
            "We all pulled together and got it done.",
            "It was dealt with quickly.",
            "I am someone who always takes the initiative.",
        ),
        probe="The team did a lot there: which part was yours?",
        tip="Say I, not we, for each thing that you did; two or three steps are enough.",
    ),
    Point(
        id="result",
        text="Says how it ended",
        kind=PointKind.RESULT,
        weight=2,
        counts=(
            "The lorry left on time, and the customer ordered again the next week.",
            "In the end she withdrew her complaint and thanked me in writing.",
            "It did not save the deal, but the auditors found nothing wrong afterwards.",
        ),
        does_not_count=(
            "I think it went well.",
            "These things usually sort themselves out.",
            "I was hoping that it would help.",
        ),
        probe="And how did it end?",
        tip="Finish the story: what changed, and who noticed.",
    ),
    Point(
        id="number",
        text="Gives a figure: how many, how much, how long",
        kind=PointKind.NUMBER,
        counts=(
            "Picking errors fell from twelve a week to three.",
            "It took me four days instead of ten.",
            "We saved about two thousand pounds a month.",
        ),
        does_not_count=(
            "It was much faster after that.",
            "A lot of people used it.",
        ),
        probe="Can you put a number on that?",
        tip="A rough figure, honestly called rough, is better than none.",
    ),
    Point(
        id="reflection",
        text="Says what you learned, or do differently now",
        kind=PointKind.REFLECTION,
        counts=(
            "Since then I check the paperwork before the driver has parked.",
            "What I took from it is to ask sooner instead of guessing.",
            "Today I would bring my manager in on the first day.",
        ),
        does_not_count=(
            "It was a good learning experience.",
            "You learn something every day.",
        ),
        probe="What would you do differently today?",
        tip="Close with one thing that you do differently since.",
    ),
    Point(
        id="fair",
        text="Does not run others down or lay the blame on them",
        kind=PointKind.ABSENCE,
        counts=(
            "He had his reasons, and we still get on.",
            "Part of it was my own doing.",
        ),
        does_not_count=(
            "It was all her fault, she never did any work.",
            "My boss was an idiot, so what could I do?",
        ),
        probe="How would the other person tell this story?",
        tip="Describe what the others did, not what they are like.",
    ),
)

_SITUATIONAL: Final = (
    Point(
        id="facts",
        text="Finds out what is going on before deciding",
        counts=(
            "First I would ask them what has happened and let them finish.",
            "I'd look at the docket and check with the driver before I touched anything.",
            "I would want to know how urgent it is and who is affected.",
        ),
        does_not_count=(
            "I would just go with my gut.",
            "I'd assume they were in the wrong.",
        ),
        probe="What would you want to know before you did anything?",
        tip="Begin with the one or two questions that you would ask.",
    ),
    Point(
        id="first-step",
        text="Says plainly what you would do first",
        weight=2,
        counts=(
            "The first thing I'd do is make the area safe and stop the truck.",
            "I would take the caller off hold and apologise before anything else.",
            "To begin with I'd tell my supervisor that the date is at risk.",
        ),
        does_not_count=(
            "It depends on the situation.",
            "I would handle it professionally.",
            "I'd do whatever was necessary.",
        ),
        probe="And the very first thing: what would that be?",
        tip="Say: first I would …, and name something that a camera could see.",
    ),
    Point(
        id="reason",
        text="Says why: what comes first, and what you weigh against it",
        counts=(
            "I'd do that first because nobody's target is worth an injury.",
            "The patient comes before the paperwork, so the form can wait.",
            "I would rather lose an hour than send out a wrong order.",
        ),
        does_not_count=(
            "Because that is the right thing to do.",
            "Because those are the rules.",
        ),
        probe="Why that, and not something else, first?",
        tip="Add one sentence that begins with because.",
    ),
    Point(
        id="involve",
        text="Says whom you would tell, ask or bring in",
        counts=(
            "I would let the shift leader know straight away and log it.",
            "If it went beyond what I may decide, I'd hand it to the duty manager.",
            "I'd ask a colleague who knows the machine to look with me.",
        ),
        does_not_count=(
            "I would keep it to myself and deal with it.",
            "Somebody would have to be told at some point.",
        ),
        probe="Who else would need to know?",
        tip="Name the role: shift leader, ward sister, team manager.",
    ),
    Point(
        id="follow-up",
        text="Says how you would make sure that it is settled",
        counts=(
            "At the end of the shift I would go back and check that it had been repaired.",
            "I'd ring the customer the next day to see whether it had arrived.",
            "Afterwards I would suggest a change so that it does not happen again.",
        ),
        does_not_count=(
            "And then it would be fine.",
            "After that it is no longer my problem.",
        ),
        probe="How would you know that it had worked?",
        tip="Say what you would check afterwards, and when.",
    ),
    Point(
        id="experience",
        text="Backs it with something you have really done",
        kind=PointKind.SITUATION,
        counts=(
            "I had this last winter at the depot, when two drivers turned up for the same bay.",
            "In my first week at the call centre a man rang about his late mother's account, much like this.",
        ),
        does_not_count=(
            "I am sure I have seen this somewhere before.",
            "People who know me say I am good at these things.",
        ),
        probe="Has something like this ever happened to you?",
        tip="If you have lived it, say where and when in one sentence.",
    ),
    Point(
        id="responsible",
        text="Does not look away, cut a corner or pass it off",
        kind=PointKind.ABSENCE,
        counts=(
            "I would not move it until it had been signed off.",
            "I'd own up to my part of it.",
        ),
        does_not_count=(
            "I'd keep my head down, it is not my job.",
            "I'd skip the check this once to save time.",
        ),
        probe="And if doing it properly made you late?",
        tip="Leave out shortcuts, even as a joke.",
    ),
)

_MOTIVATIONAL: Final = (
    Point(
        id="specific",
        text="Gives a reason that fits this job or this employer and few others",
        weight=2,
        counts=(
            "You train your own drivers, and I want my reach truck licence within the year.",
            "Your community team visits people at home, and that is the part of nursing I like most.",
            "I read that you are opening a second plant, so there will be new lines to set up.",
        ),
        does_not_count=(
            "You are a great company with a good reputation.",
            "I am looking for a new challenge.",
            "I saw the advert and thought, why not?",
        ),
        probe="What is there about us that you would not find elsewhere?",
        tip="Name one thing about them that you could only know by looking.",
    ),
    Point(
        id="origin",
        text="Ties the reason to something in your own past",
        kind=PointKind.SITUATION,
        counts=(
            "It goes back to my two summers on the loading bay at the brewery.",
            "When my father was in hospital in 2019, I watched how the night nurse worked.",
        ),
        does_not_count=(
            "I have always been interested in this.",
            "I have been passionate about it for as long as I can remember.",
        ),
        probe="Where does that come from?",
        tip="One sentence about the day or the job that made you want this.",
    ),
    Point(
        id="offer",
        text="Says what you bring that they need",
        counts=(
            "I have run a pick team of eight through two Christmas peaks.",
            "I speak Polish and Romanian, and half of your drivers do too.",
            "What I bring is five years on the phones without a single escalation to the ombudsman.",
        ),
        does_not_count=(
            "I am hard-working and a quick learner.",
            "I would give it one hundred per cent.",
        ),
        probe="And what do they gain by having you?",
        tip="Name a skill and where you used it.",
    ),
    Point(
        id="future",
        text="Says what you want to do or learn there",
        counts=(
            "In a year I would like to be able to train new starters.",
            "I want to move from testing into process engineering, and you let people switch.",
            "I'd like to stay on days, get to know every machine and become the person they ask.",
        ),
        does_not_count=(
            "I just want to grow as a person.",
            "We shall see what comes.",
        ),
        probe="Where would you like to be in two years?",
        tip="One realistic step, with a time.",
    ),
    Point(
        id="positive",
        text="Does not run down an employer or make money the only reason",
        kind=PointKind.ABSENCE,
        counts=(
            "I learned a great deal there, and now I have reached the ceiling.",
            "The pay is fair, and the training is why I applied.",
        ),
        does_not_count=(
            "My boss is unbearable, I need to get out.",
            "Honestly, it is only about the money.",
        ),
        probe="What did you like about your last job?",
        tip="Say what you are going towards, not what you are running from.",
    ),
)

_TECHNICAL: Final = (
    Point(
        id="answer",
        text="Answers the question in the first sentence or two",
        weight=2,
        counts=(
            "In short, it means that what came in first goes out first.",
            "You do it in three steps: isolate, lock, and try to start it.",
            "The difference is that the one keeps its order and the other does not.",
        ),
        does_not_count=(
            "That is a very good question.",
            "There are many ways of looking at that.",
            "I covered that in my training some time ago.",
        ),
        probe="In one sentence, what is the answer?",
        tip="Give the answer first and the reasons after it.",
    ),
    Point(
        id="how",
        text="Explains how or why it works, in order",
        counts=(
            "First you chock the wheels, then you lower the forks, and only after that do you switch off.",
            "That happens because the pressure drops on the suction side, so bubbles form.",
            "The lookup is fast since the key is turned straight into a place in memory.",
        ),
        does_not_count=(
            "It just works like that.",
            "The system takes care of it.",
        ),
        probe="What happens first, and what then?",
        tip="Use first, then, because: the listener wants to follow you.",
    ),
    Point(
        id="practice",
        text="Gives a case from your own work",
        kind=PointKind.SITUATION,
        counts=(
            "On our packing line in Leeds last spring, the seal kept failing for exactly that reason.",
            "When I was on placement at the eye clinic, I did this every morning before the first patient.",
        ),
        does_not_count=(
            "I have done that plenty of times.",
            "You come across it everywhere.",
        ),
        probe="Where have you used that yourself?",
        tip="One sentence: where you met it and what you did.",
    ),
    Point(
        id="limits",
        text="Names a risk, a limit or an exception",
        counts=(
            "It does not hold above eighty degrees, so you would use another grade there.",
            "What you must watch for is a load that hides the driver's view.",
            "The drawback is that every write becomes slower.",
        ),
        does_not_count=(
            "There is really nothing that can go wrong.",
            "It is always the best way.",
        ),
        probe="When would that not work?",
        tip="Say what can go wrong, and how you would notice.",
    ),
    Point(
        id="figure",
        text="Gives a figure: a quantity, a limit or a time",
        kind=PointKind.NUMBER,
        counts=(
            "The truck is rated for 1,600 kilos at a load centre of half a metre.",
            "We changed the filter every 250 hours.",
            "Hands are washed for at least twenty seconds.",
        ),
        does_not_count=(
            "It should not be too heavy.",
            "You do it fairly often.",
        ),
        probe="What figure do you go by?",
        tip="Give the number that you work with, and its unit.",
    ),
    Point(
        id="honest",
        text="Does not present a guess as knowledge",
        kind=PointKind.ABSENCE,
        counts=(
            "That part I do not know; I would look it up in the manual.",
            "I have not used that model, but on ours it was the same valve.",
        ),
        does_not_count=(
            "I don't really know, it is probably some computer thing.",
            "I'm just making this up, but it is definitely the pump.",
        ),
        probe="How sure are you, and where would you look?",
        tip="Say what you know, what you do not, and where you would look.",
    ),
)

_STRENGTHS: Final = (
    Point(
        id="name-it",
        text="Names one quality, good or bad, in plain words",
        counts=(
            "I am careful: I count everything twice.",
            "My strongest side is staying calm with upset people.",
            "What I find hard is handing work over to somebody else.",
        ),
        does_not_count=(
            "I have a lot of strengths.",
            "Nobody has ever complained about me.",
            "I don't think I have any weaknesses.",
        ),
        probe="If you could name only one, which would it be?",
        tip="One quality, in words that you would use at home.",
    ),
    Point(
        id="occasion",
        text="Proves it with one occasion: who, where or when",
        kind=PointKind.SITUATION,
        weight=2,
        counts=(
            "At stocktaking in June I found a whole pallet that the system had lost.",
            "Last Easter, with the ward two people short, the charge nurse had me run the medicine round.",
        ),
        does_not_count=(
            "Everybody who knows me would confirm that.",
            "I show it every day in everything I do.",
        ),
        probe="When did that last show?",
        tip="One short scene with a place and a month.",
    ),
    Point(
        id="action",
        text="Says what you yourself did there",
        kind=PointKind.OWNERSHIP,
        counts=(
            "I went back through the delivery notes and rang the haulier.",
            "I wrote myself a checklist and asked a colleague to go over it every Friday.",
        ),
        does_not_count=(
            "We are a good team like that.",
            "It comes naturally to me.",
        ),
        probe="What did you do, exactly?",
        tip="Two things that you did, each with I.",
    ),
    Point(
        id="result",
        text="Says what came of it",
        kind=PointKind.RESULT,
        counts=(
            "The stock was right to the last box, and I have done the count ever since.",
            "My error rate went down, and in the spring I was allowed to sign off on my own.",
        ),
        does_not_count=(
            "That is why people like me.",
            "I believe it helps a lot.",
        ),
        probe="What difference did it make?",
        tip="Say what was better afterwards.",
    ),
    Point(
        id="awareness",
        text="Shows that you know its other side, or what you do about it",
        kind=PointKind.REFLECTION,
        counts=(
            "It makes me slow at times, so now I set myself a limit.",
            "I used to take over too soon; these days I wait until I am asked.",
            "I have been working on it with a course since January.",
        ),
        does_not_count=(
            "I am a perfectionist, that is my only fault.",
            "I simply work too hard.",
        ),
        probe="What does that cost you now and then, and what do you do about it?",
        tip="Every strength has a price: name it, and what you do about it.",
    ),
    Point(
        id="use",
        text="Says how it helps in this job",
        counts=(
            "On your night shift there is nobody to ask, so being able to decide alone will help.",
            "You get two hundred calls a day, and that is where my patience is worth something.",
        ),
        does_not_count=(
            "That is useful in any job.",
            "I think I would fit in well.",
        ),
        probe="Where in this job would we notice that?",
        tip="Tie it to one thing from the advert.",
    ),
)

_CHECKLISTS: Final = {
    QuestionType.BEHAVIOURAL: _BEHAVIOURAL,
    QuestionType.SITUATIONAL: _SITUATIONAL,
    QuestionType.MOTIVATIONAL: _MOTIVATIONAL,
    QuestionType.TECHNICAL: _TECHNICAL,
    QuestionType.STRENGTHS: _STRENGTHS,
}


def standard_checklist(type: QuestionType) -> tuple[Point, ...]:  # noqa: A002 - the word of the bank format
    """Return the standard checklist for a type of question: five to seven points, ids unique, in English."""
    return _CHECKLISTS[type]
