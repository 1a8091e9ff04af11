"""note: what a reader saw and did not judge."""

from __future__ import annotations

from newslint.readers import read_bytes

NOT_UTF8 = "check: note\nkind: not-utf8\nmessage: 'not UTF-8: {detail}'"
FRONT_MATTER = "check: note\nkind: front-matter\nzones: [all]\nmessage: '{detail}'"


def test_a_file_in_an_old_encoding(rule) -> None:
    trial = rule(NOT_UTF8)
    data = "Café to close\n\nThe café closes.\n".encode("cp1252")
    (found,) = trial.linter.lint(read_bytes(data, "a.txt", "text")).diagnostics
    assert (tuple(found.span), found.match, found.zone) == ((3, 4), "é", None)
    assert found.message.startswith("not UTF-8: ")
    assert not trial.linter.lint(read_bytes("Café".encode(), "a.txt", "text")).diagnostics


def test_front_matter_that_can_t_be_read(rule) -> None:
    trial = rule(FRONT_MATTER)
    text = "---\ntitle: [Bridge\n---\n\nThe bridge closes.\n"
    (found,) = trial.linter.lint(trial.document(text, "markdown")).diagnostics
    assert found.message
    assert 0 <= found.span.start <= found.span.end <= len(text)
    trial.reads("---\ntitle: Bridge\n---\n\nThe bridge closes.\n", "markdown")


def test_other_notes_are_left_alone(rule) -> None:
    trial = rule("check: note\nkind: something-else")
    trial.reads("---\ntitle: [Bridge\n---\n\nThe bridge closes.\n", "markdown")


def test_what_is_refused(refuses) -> None:
    assert refuses("check: note") == ["the key 'kind' is missing: the kind of note"]
