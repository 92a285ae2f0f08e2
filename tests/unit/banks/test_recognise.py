"""The type and the competency that a wording suggests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.banks.question import QuestionType
from interview_coach.banks.recognise import recognise_competency, recognise_type

BEHAVIOURAL = """\
Tell me about a time you were asked to do something unsafe.
Tell us about a time when you led a team.
Give an example of a goal you reached and how you achieved it.
Give me an example of when you had to work under pressure.
Can you give an example of working well in a team?
Describe a situation where you had to make a difficult decision.
Describe a difficult customer you dealt with.
Have you ever made a mistake at work?
When was the last time you went out of your way for a customer?
What is your greatest achievement?
What's the most difficult decision you've had to make?
Tell me about your biggest failure.
Tell me about your proudest moment at work.
Think of an occasion when you disagreed with your manager.
Walk me through a project you are proud of.
Share an experience where you had to learn something quickly.
How have you handled conflict with a co-worker?
What did you do when a shift was short-staffed?
Tell me about something you improved.
Describe the last time you received criticism.
Tell me how you handled a difficult patient.
Tell me about the hardest shift you've worked.
What are you most proud of?
Please provide an example of a time when you had to persuade somebody.
Could you talk about a situation in which you had to adapt?
Describe a conflict with a colleague and how you resolved it.
Tell me about a colleague you found hard to work with.
Talk me through a time you spotted a hazard.
What has been your biggest challenge?
Can you recall a moment when things did not go to plan?
Tell me when you last went above and beyond.
What was the toughest feedback you have received?
Describe your experience of working nights.
How did you deal with a caller who would not calm down?
Tell me about a time when you had to explain something complicated.
I'd like to hear about a time you had to say no.
What is an example of a time you showed initiative?
Tell me about a problem you solved.
Have you used a reach truck before?
Was there a time you failed?
Describe how you handled an emergency.
"""

SITUATIONAL = """\
What would you do if a colleague asked you to skip a safety check?
How would you handle an angry caller?
Imagine you are alone on shift and the line stops. What do you do?
Suppose your manager asks you to cut a corner. How do you respond?
If you found a damaged pallet, what would you do?
You notice a forklift leaking oil. What do you do?
What would your first step be if you joined and found a mess?
A customer refuses to pay; how would you react?
Let's say two deadlines clash. What would you do?
Two of your team do not speak to each other. How do you proceed?
How would you prioritise five urgent tasks?
What will you do when you do not know the answer?
What do you do if the scanner stops working?
Say a colleague turns up drunk. What would you do?
What would you do first in this job?
How would you deal with a mistake that you had made?
You are asked to work overtime on a day you have plans. How do you respond?
If your supervisor asked you to do something unsafe, how would you respond?
Would you report a friend who was stealing?
What steps would you take if a patient fell?
Where would you start?
A pallet is leaning and the driver wants to leave; what now?
Your till is ten pounds short. What are your next steps?
How would you explain a database to a child?
"""

MOTIVATIONAL = """\
Why do you want to work here?
Why do you want this job?
Why this company?
Why us?
What attracts you to this role?
What attracted you to nursing?
Why did you leave your last job?
Why are you leaving your current employer?
Where do you see yourself in five years?
What motivates you?
What do you know about our company?
What are your career goals?
What is your dream job?
What are you looking for in your next role?
Why did you choose logistics?
Why would you like to join us?
Why have you applied for this position?
What interests you about this position?
What drew you to engineering?
What made you apply for this job?
Why are you interested in this role?
Why are you applying for nights?
What gets you out of bed in the morning?
What are your reasons for applying?
What do you want from your next job?
What makes you want to work in care?
Why nursing?
Why our hospital?
What salary are you expecting?
Why is there a gap in your CV?
What would make you leave a job?
"""

STRENGTHS = """\
What are your strengths?
What is your greatest weakness?
What is your biggest weakness?
What are you good at?
Tell me about yourself.
Tell me a little about yourself.
How would you describe yourself?
How would your colleagues describe you?
Why should we hire you?
What makes you a good fit for this role?
Describe yourself in three words.
What would your manager say about you?
What do you enjoy doing most at work?
What sets you apart from other candidates?
What can you bring to this team?
Do you prefer working alone or in a team?
What is your management style?
What would you bring to the role?
What would you say are your main strengths?
Are you a team player?
Are you organised?
What would your last boss say is your biggest weakness?
What do you consider your greatest strength?
Which of your skills would help you here?
Walk me through your CV.
How do you handle stress?
How do you prioritise your work?
How do you prioritize your work?
What three words would your friends use to describe you?
If I asked your last boss, what would he say about you?
What does good customer service mean to you?
Are you willing to relocate?
"""

TECHNICAL = """\
How does garbage collection work in Java?
What is the difference between TCP and UDP?
Explain what a near miss is.
What checks do you make before you drive a forklift?
How do you work out the centre of gravity of a load?
What does FIFO mean?
Walk me through the steps of a pre-use inspection.
What are the steps of lock-out/tag-out?
Describe how you would calibrate a scale.
Describe the process for reconciling a till.
Which documents does a driver need at the gate?
Explain polymorphism.
When should you use an index in a database?
Why is hand hygiene important?
How is blood pressure measured?
What is a hash table?
Define working capital.
How many pallets fit in a 40-foot container?
Can you explain the stages of a shift handover?
How do you lift a heavy box safely?
What types of fire extinguisher do you know?
What signs tell you that a bearing is failing?
How do you know a load is stable?
State three causes of pump cavitation.
What’s the difference between a lift and a hoist?
"""

CASES = [
    (ask, kind)
    for kind, asks in (
        (QuestionType.BEHAVIOURAL, BEHAVIOURAL),
        (QuestionType.SITUATIONAL, SITUATIONAL),
        (QuestionType.MOTIVATIONAL, MOTIVATIONAL),
        (QuestionType.STRENGTHS, STRENGTHS),
        (QuestionType.TECHNICAL, TECHNICAL),
    )
    for ask in asks.splitlines()
]


@pytest.mark.parametrize(("ask", "kind"), CASES)
def test_a_wording_and_its_type(ask: str, kind: QuestionType) -> None:
    assert recognise_type(ask) is kind
    assert recognise_type(ask.upper()) is kind
    assert recognise_type(f"  “{ask}”\n") is kind


def test_what_says_nothing_is_behavioural() -> None:
    assert recognise_type("") is QuestionType.BEHAVIOURAL
    assert recognise_type("为什么？") is QuestionType.BEHAVIOURAL


@pytest.mark.parametrize(
    ("ask", "competency"),
    [
        ("Tell me about a time you spotted a hazard.", "safety"),
        ("Tell me about a time you disagreed with your manager.", "conflict"),
        ("Describe a difficult customer.", "service"),
        ("Describe a time you led a project.", "leadership"),
        ("Do you like working in a team?", "teamwork"),
        ("How do you prioritise your work?", "planning"),
        ("Tell me about a mistake you made.", "resilience"),
        ("Why do you want to work here?", "motivation"),
        ("What is your greatest weakness?", "self-awareness"),
        ("What is a hash table?", "general"),
        ("Explain what a mislead is.", "general"),
    ],
)
def test_a_wording_and_its_competency(ask: str, competency: str) -> None:
    assert recognise_competency(ask) == competency


@given(st.text(max_size=300))
def test_any_text_has_one_type_and_one_competency(text: str) -> None:
    assert recognise_type(text) is recognise_type(text)
    assert recognise_competency(text)


def test_a_very_long_text_is_read_only_at_its_beginning() -> None:
    assert recognise_type("what would " * 200_000) is recognise_type("what would " * 60)
