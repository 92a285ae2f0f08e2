"""What is quoted of the clauses that show a point."""

from interview_coach.scoring.reading import quoted


def test_the_best_clause_is_quoted_with_what_shows_the_point_nearly_as_well_beside_it() -> None:
    assert quoted([0.1, 0.5, 0.3, 0.1], [0, 0, 0, 0])[:2] == (1, 2)
    assert quoted([0.1, 0.5, 0.3, 0.1], [0, 0, 1, 1])[:2] == (1, 1)
    assert quoted([0.3, 0.1, 0.6], [0, 0, 0])[:2] == (2, 2)


def test_its_share_is_of_all_that_shows_the_point() -> None:
    assert quoted([0.2, 0.6, 0.2], [0, 1, 2]).share == 0.6
    assert quoted([0.0, 0.0], [0, 1]).share == 0


def test_where_all_show_it_alike_only_neighbours_are_quoted() -> None:
    quote = quoted([0.1] * 10, [0] * 10)
    assert quote.last - quote.first <= 2
    assert quote.share < 0.4
