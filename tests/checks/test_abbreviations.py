"""Abbreviations and their explanations."""

import pytest

KIND = "check: abbreviations\nknown: [BBC]\nleast: 3\nmessage: '{short} {meaning}'\n"


@pytest.mark.parametrize(
    ("report", "text", "messages"),
    [
        ("undefined", "The [[RHB]] met. The RHB said so to the BBC.", ["RHB "]),
        ("undefined", "The Regional Harbour Board met. The RHB said so.", []),
        ("undefined", "The Regional Harbour Board (RHB) met. The RHB said so.", []),
        ("undefined", "They drove an SRX Coupe to the EU.", []),
        ("late", "The [[RHB]] met.\nThe Regional Harbour Board (RHB) said so.", ["RHB Regional Harbour Board"]),
        ("late", "The RHB (Regional Harbour Board) met.", []),
        ("twice", "The Regional Harbour Board (RHB) met.\nThe [[Regional Harbour Board]] (RHB) said so.",
         ["RHB Regional Harbour Board"]),
        ("twice", "The Regional Harbour Board (RHB) met. The Regional Harbour Board said so.", []),
        ("unused", "The Regional Harbour Board ([[RHB]]) met.", ["RHB Regional Harbour Board"]),
        ("unused", "The Regional Harbour Board (RHB) met. The RHB said so.", []),
        ("turned", "The Regional Harbour Board (RHB) met. The [[RBH]] said so.", ["RHB Regional Harbour Board"]),
        ("turned", "The Regional Harbour Board (RHB) met. The RHC said so.", []),
        ("unlinked", "The Regional Board of Harbours met. The [[RBH]] said so.", ["RBH Regional Board of Harbours"]),
        ("unlinked", "The Regional Harbour Board (RHB) met. The regional board of harbours and the RBH said so.", []),
    ],
)  # fmt: skip
def test_reports(rule, report, text, messages) -> None:
    assert rule(KIND + f"report: {report}").flags(text).messages == messages


def test_a_standfirst_explains_for_itself(rule) -> None:
    trial = rule(KIND + "report: twice\nzones: [paragraph]")
    trial.flags("standfirst: The Regional Harbour Board (RHB) met.\nThe Regional Harbour Board (RHB) said so.")


def test_quotations_are_left(rule) -> None:
    rule(KIND + "report: undefined").flags("“The RHB met,” he said.")
