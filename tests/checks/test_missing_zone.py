"""Articles that lack a part."""


def test_an_article_without_the_zone(rule) -> None:
    trial = rule("check: missing-zone\nzone: headline\nleast: 3\nmessage: 'no {zone}'")
    assert trial.flags("[[]]The last boat leaves.").messages == ["no headline"]
    trial.flags("headline: Ferry to end\nThe last boat leaves.")
    trial.flags("Soon.")
