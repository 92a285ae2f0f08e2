"""The journal: every answer, on disk before anything else happens to it. The only place with SQL."""
