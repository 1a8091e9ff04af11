"""One article, one kind of quotation marks."""

RULE = "check: quotation-style\nleast: 3\nmessage: '{form} {house} {count}'\n"


def test_the_rarer_marks_are_found(rule) -> None:
    found = rule(RULE).flags("“The boats are old,” he said. “They leak badly.”\n[[‘They are sound,’]] she said.")
    assert found.messages == ["single double 2"]
    assert found.levels == ["warning"]


def test_words_at_arms_length_and_nested_ones_are_left(rule) -> None:
    rule(RULE).flags("“The boats are ‘old and slow’,” he said.\nThe ‘old’ boats left.")
    rule(RULE).flags("‘The boats are old,’ he said.")
