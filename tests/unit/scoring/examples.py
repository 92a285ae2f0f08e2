"""Questions and answers of our own for the tests of the scorer."""

from interview_coach.banks.question import Point, PointKind, Question, QuestionType


def point(
    kind: str, text: str, counts: tuple[str, ...] = (), against: tuple[str, ...] = (), tip: str | None = None
) -> Point:
    return Point(kind, text, PointKind(kind), counts=counts, does_not_count=against, tip=tip)


IMPROVED = Question(
    id="improved",
    ask="Tell me about a time you improved something at work.",
    checklist=(
        point(
            "situation",
            "Names a specific occasion or workplace",
            ("At the parcel office in Leith two winters ago.",),
            ("Every workplace can be improved.",),
        ),
        point(
            "ownership",
            "Says what you yourself did",
            ("I printed a chart and hung it by the door.",),
            ("We changed the process.",),
            tip="Start with “I”.",
        ),
        point(
            "content",
            "Says how you brought the others along",
            ("I showed each person how it worked.", "I let the sceptics try it first for a week."),
            ("Everyone was fine with it.", "They had to follow it."),
        ),
        point("result", "Says what changed", ("Returns stopped within a month.",), ("It went well.",)),
        point(
            "number",
            "Gives a figure for it",
            ("Sorting took twenty minutes, not fifty.",),
            ("It was much faster.",),
        ),
        point(
            "reflection",
            "Says what you learned",
            ("I learned to ask the people who do the job first.",),
            ("I learned a lot.",),
        ),
        point(
            "absence",
            "Does not run down colleagues",
            ("They were used to the old way.",),
            ("They were too lazy to think.",),
        ),
    ),
)

STRONG = (
    "Two years ago, when I was working nights at a bakery in Fife, the flour bags were stacked in no "
    "order and we wasted ages looking for rye. One Sunday I painted a line on the floor for every kind "
    "and hung the list above it. Gordon, who had been there longest, thought it was daft, so I asked him "
    "to try it for one week and walked him through it. By the end of the month finding a bag took ten "
    "seconds instead of five minutes, and we stopped running out. I learned that people use what they "
    "helped to lay out."
)

SPOKEN = (
    "um so yeah last summer i was working at the library in town and the returns trolley was always a "
    "mess like nobody knew what went where so i made these coloured cards right and i stuck them on the "
    "shelves and then i showed the volunteers how to use them and uh in the end we got the trolley "
    "cleared in like half an hour instead of two hours and i guess what i took from it is you should try "
    "it on a small shelf first"
)

HYPOTHETICAL = (
    "If I saw something that could be improved at work, I would first talk to my manager and collect some"
    " data. Then I would write a proposal and convince my colleagues to try it for a week. I would "
    "measure the time before and after, and I would expect it to take half as long."
)

DENIED = (
    "To be honest I can't think of anything. I've never really improved anything at work, I didn't have "
    "the authority to change things and nobody asked me. I never measured anything either."
)

BOAST = (
    "I'm a natural innovator and I improve everything I touch. Everyone says that I'm the best at finding"
    " better ways. I always deliver outstanding results and my managers are always impressed. I have "
    "excellent communication skills and people love working with me."
)

STUFFED = (
    "Situation: improvement at work. Task: process optimisation. Action: took ownership, showed "
    "initiative, leadership and teamwork. Stakeholder management, buy-in, communication. Result: "
    "measurable impact, increased efficiency, great success. Lesson: continuous improvement."
)

TEAM_ONLY = (
    "Last March at our clinic in York the waiting list was kept on paper. We typed it all up and we set "
    "up reminders. We trained the receptionists and we got the doctors to try it. No-shows fell from "
    "fifteen a week to four. We learned that patients like a text the day before."
)

SOMEONE_ELSES = (
    "My colleague Dana was brilliant at this. Last year she noticed that the orders were printed twice, "
    "so she rewrote the form. She showed everybody how to use it and she saved the office six hours a "
    "week. She got an award for it, and they still use it."
)

TAKEN_BACK = (
    "Last year at the depot in Hull I built a new rack for the scanners and trained the shift on it, and "
    "charging time fell from an hour to ten minutes. Well, actually I didn't build it, my supervisor did "
    "it all, I was on leave that week. And it was never used in the end."
)

CONTEMPT = (
    "At my old warehouse last year the labels were wrong all the time because the idiots on days were too"
    " lazy to check. I printed a new sheet and put it at each bench. My boss was useless so I just did "
    "it. Wrong labels dropped by half."
)

VAGUE = (
    "I am always looking for ways to improve things. In my last job there were some issues with the "
    "process and we made some changes. It took some effort to get everyone on board but in the end "
    "everybody was happy and things were much better. I learned a lot from that experience."
)

PLANNED = Question(
    id="spill",
    ask="What would you do if you saw oil on the floor of a busy aisle?",
    type=QuestionType.SITUATIONAL,
    checklist=(
        point(
            "content",
            "Keeps people away from it",
            ("I would stand there and wave people round until cones come.",),
            ("I would walk round it.",),
        ),
        point("ownership", "Says what you yourself would do", ("I'd fetch the spill kit myself.",)),
    ),
)
