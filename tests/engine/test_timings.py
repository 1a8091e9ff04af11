"""Where the time goes."""

from __future__ import annotations

import time

from newslint.engine import Linter
from newslint.engine.timings import Timings

TEXT = "Zoo opens\n\nMr Ray Smith said: “An zebra was was here.” Ms Ann Lee left at noon.\n\nSmith went.\n"


def test_every_second_is_counted_once(core, article) -> None:
    timings = Timings()
    linter = Linter([r for r in core if r.status == "live"], core.lexicon, timings=timings)
    start = time.perf_counter()
    for _ in range(3):
        linter.lint(article(TEXT))
    took = time.perf_counter() - start
    record = timings.record()
    assert record["files"] == 3
    assert 0.5 * took < record["seconds"] <= took
    parts = [row for name in ("rules", "facts", "steps") for row in record[name]]
    assert abs(sum(row["seconds"] for row in parts) - record["seconds"]) < 1e-3
    assert abs(sum(row["share"] for row in parts) - 100) < 1
    assert abs(sum(r["seconds"] for r in record["checks"]) - sum(r["seconds"] for r in record["rules"])) < 1e-3
    assert {"tokens", "sentences", "quotations", "people"} <= {row["fact"] for row in record["facts"]}
    for name in ("rules", "checks", "facts", "steps"):
        costs = [row["seconds"] for row in record[name]]
        assert costs == sorted(costs, reverse=True)
    (twice,) = [row for row in record["rules"] if row["rule"] == "typos/doubled-word"]
    assert (twice["check"], twice["findings"]) == ("repetition", 3)


def test_the_findings_are_the_same(core, article) -> None:
    rules = [r for r in core if r.status == "live"]
    plain = Linter(rules, core.lexicon).lint(article(TEXT))
    timed = Linter(rules, core.lexicon, timings=Timings()).lint(article(TEXT))
    assert timed.diagnostics == plain.diagnostics and len(plain)


def test_a_slow_rule_is_the_dearest(lexicon, rule, article) -> None:
    timings = Timings()
    slow = rule(r"patterns: ['(a|aa)+\b!\b(?!x)']", "slow/one")
    text = "Zoo\n\n" + "a" * 60 + "! zebra\n"
    Linter([rule("words: [zebra]", "quick/one"), slow], lexicon, timings=timings).lint(article(text))
    assert timings.record()["rules"][0]["rule"] == "slow/one"
    assert timings.record()["rules"][0]["share"] > 50
