"""`python -m interview_coach` is the same as the command `interview-coach`."""

import sys

from interview_coach.cli import main

if __name__ == "__main__":
    sys.exit(main())
