"""What only the headline says."""

import pytest

FIGURES = "check: headline-body\nreport: figures\nleast: 1\nzones: [headline]\n"
NAMES = "check: headline-body\nreport: names\nleast: 1\nwords: [Friday]\nzones: [headline]\n"


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Flood drives 500 from homes", "Some 530 people left."),
        ("Board wants £5bn", "It asked for £5.2 billion."),
        ("Three boats, 21 crew", "With twenty-one of a crew they sailed."),
        ("21st boat sinks", "It was the twenty-first."),
        ("12 boats sink", "A dozen sank."),
        ("1,200 leave", "Some 1200 left."),
        ("Flood takes homes", "Some left."),
    ],
)
def test_figures_that_the_article_has_in_another_form(rule, headline, body) -> None:
    rule(FIGURES).flags(f"headline: {headline}\n{body}")


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Flood drives [[350]] from homes", "Some 530 people left in 2019."),
        ("Board wants [[£5bn]]".replace("[[£", "£[["), "It asked for £5m."),
        ("[[3]] boats sink", "Four boats sank."),
        ("Rates at [[5.7]]%", "The rates are at 5.3%."),
    ],
)
def test_figures_that_the_article_lacks(rule, headline, body) -> None:
    rule(FIGURES).flags(f"headline: {headline}\n{body}")


def test_names(rule) -> None:
    rule(NAMES).flags("headline: Floods leave [[Harlow]] dry\nThe river rose in Perth.")
    rule(NAMES).flags("headline: Floods leave Italians dry on Friday\nThe river rose in Italy.")
    rule(NAMES).flags("headline: Floods Leave Harlow Dry\nThe river rose in Perth.")
    rule(NAMES).flags("headline: Floods leave RHB dry\nThe river rose in Perth.")


def test_short_articles_are_left(rule) -> None:
    rule(FIGURES.replace("least: 1", "least: 9")).flags("headline: 350 leave\nSome left.")


def test_a_figure_more_exact_than_the_article(rule) -> None:
    rule(FIGURES).flags("headline: Board wants £[[5.2bn]]\nIt asked for £5bn.")
    rule(FIGURES).flags("headline: Boat saves [[42]]\nThe boat saved 40 people.")


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Rovers win [[3-1]]", "Rovers won 3-2 at home."),
        ("Rovers win [[3-1]]", "United lost 2-3 at home."),
        ("Rovers win [[3–1]]", "Rovers won 3–2 at home, and led 1–0."),
        ("Rovers win 3-1", "Rovers led 2-1, and United lost 1-3 and 3-4."),
        ("Rovers win 3-1", "Rovers led 2-1 and 3-0."),
        ("Rovers win 3-1", "Rovers won."),
        ("Rovers in 2019-20", "They had 19-21 in 2019-20."),
    ],
)
def test_scores(rule, headline: str, body: str) -> None:
    trial = rule("check: headline-body\nreport: scores\nleast: 1\nzones: [headline]\n")
    trial.flags(f"headline: {headline}\n{body}")
