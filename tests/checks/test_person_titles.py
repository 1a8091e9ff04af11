"""Titles that do not go with a person."""

import pytest

KIND = "check: person-titles\nzones: [prose]\nkin: [husband]\nmessage: '{name}|{title}|{other}'\n"


@pytest.mark.parametrize(
    ("report", "text"),
    [
        ("genders", "Ann Dahl spoke. Ms Dahl left.\n[[Mr Dahl]] agreed."),
        ("genders", "Ann Dahl spoke. Ms Dahl left.\nHer husband came. Mr Dahl agreed."),
        ("genders", "Shirley Dahl spoke.\nMr Dahl agreed."),
        ("genders", "Ann Dahl spoke. Dahl left.\n[[Mr Dahl]] agreed."),
        ("genders", "Shirley Dahl spoke. Dahl left.\nMr Dahl agreed. Mr Dahl came."),
        ("earned", "Ann Dahl spoke. Dr Dahl left. Dr Dahl agreed.\n[[Ms Dahl]] came."),
        ("earned", "Ann Dahl spoke. Ms Dahl left.\n[[Professor Dahl]] came, and Ms Dahl agreed."),
        ("earned", "Ann Dahl spoke. Dr Dahl left.\nHer husband, Mr Dahl, came."),
        ("mixed", "Ann Dahl spoke. Ms Dahl left. Ms Dahl agreed.\n[[Mrs Dahl]] came."),
        ("mixed", "Ann Dahl spoke. Ms Dahl left. Mr Dahl came."),
        ("rank", "Sir Alan Lindqvist spoke. [[Sir Lindqvist]] left."),
        ("rank", "Sir Alan Lindqvist spoke. Sir Alan left."),
        ("rank", "Sir Alan James spoke. Sir James left."),
        ("first", "Ann Dahl, Karl Berg and Peter Hale met [[Mr John Wood]]."),
        ("first", "Ann Dahl met Mr John Wood."),
        ("first", "Ann Dahl, Karl Berg, Peter Hale, Ms Anna Sand and Mr John Wood met."),
    ],
)
def test_reports(rule, report, text) -> None:
    rule(KIND + f"report: {report}").flags(text)


def test_sections_without_titles(rule) -> None:
    trial = rule(KIND + "report: exempt\nsections: [sport]\n")
    trial.flags("Ann Dahl won. [[Ms Dahl]] said so.", section="Sport / Tennis")
    trial.flags("Ann Dahl won. Ms Dahl said so.", section="news")


def test_children(rule) -> None:
    trial = rule(KIND + "report: exempt\nminimum_age: 16")
    assert trial.flags("Karl Dahl, 12, won. [[Mr Dahl]] said so.").offers == [["Dahl"]]
    trial.flags("Karl Dahl, 42, won. Mr Dahl said so.")


def test_fixes(rule) -> None:
    found = rule(KIND + "report: rank").flags("Sir Alan Lindqvist spoke. [[Sir Lindqvist]] left.")
    assert found.messages == ["Alan Lindqvist|Sir|Sir Alan"]
    assert found.offers == [["Sir Alan"]]
