"""How people are introduced."""

import pytest

KIND = "check: person-names\nmessage: '{name} {other} {office}'\nzones: [prose]\n"


@pytest.mark.parametrize(
    ("report", "text"),
    [
        ("no-full-name", "The ferry will end, [[Ms Lindqvist]] said. Ms Lindqvist left."),
        ("no-full-name", "The ferry will end, Ann Lindqvist said. Ms Lindqvist left."),
        ("no-full-name", "The ferry will end, President Lindqvist said. Ms Lindqvist left."),
        ("no-full-name", "“Ask Ms Dahl,” he said."),
        ("late-full-name", "[[Ms Lindqvist]] left.\nAnn Lindqvist said so."),
        ("late-full-name", "Ann Lindqvist left.\nMs Lindqvist said so."),
        ("late-full-name", "headline: Lindqvist leaves\nAnn Lindqvist left. Lindqvist said so."),
        ("namesakes", "Ann Dahl met Karen Dahl.\n[[Ms Dahl]] left."),
        ("namesakes", "Ann Dahl met Peter Dahl.\nMs Dahl left."),
        ("namesakes", "Ann Dahl met Karen Dahl.\nAnn Dahl said Ms Dahl would leave."),
        ("offices", "Finance Minister Ann Dahl spoke.\n[[Transport Minister]] Ann Dahl left."),
        ("offices", "Finance Minister Ann Dahl spoke.\nMinister Dahl left."),
        ("office-again", "Finance Minister Ann Dahl spoke.\n[[Finance Minister Ann Dahl]] left."),
        ("office-again", "Finance Minister Ann Dahl spoke.\nFinance Minister Dahl left."),
    ],
)
def test_reports(rule, report, text) -> None:
    rule(KIND + f"report: {report}").flags(text)


def test_people_who_need_no_introduction(rule) -> None:
    rule(KIND + "report: no-full-name\nknown: [Lindqvist]").flags("It will end, Ms Lindqvist said. Ms Lindqvist left.")


def test_messages(rule) -> None:
    found = rule(KIND + "report: offices").flags(
        "Finance Minister Ann Dahl spoke.\n[[Transport Minister]] Ann Dahl left."
    )
    assert found.messages == ["Ann Dahl Finance Minister Transport Minister"]
