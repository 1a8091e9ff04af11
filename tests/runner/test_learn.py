"""What an archive says of its house."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from newslint.engine.proof import prove
from newslint.library import lint
from newslint.model import Document, Source
from newslint.readers import ReadContext, read
from newslint.rulebook.load import Rulebook, collect_at, load
from newslint.runner.house import honorific_setting, write_house
from newslint.runner.learn import Habit, Lessons, Topic, agreement


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


@pytest.fixture
def learnt(book: Rulebook) -> Callable[[Iterable[str]], Lessons]:
    def learn(texts: Iterable[str], section: str = "") -> Lessons:
        lessons = Lessons(book, book.lexicon)
        for n, text in enumerate(texts):
            lessons.add(document(book, text, f"archive/{n}.txt", section))
        return lessons

    return learn


def document(book: Rulebook, text: str, path: str, section: str = "") -> Document:
    metadata = {"section": section} if section else {}
    return read(Source(text, path), "text", ReadContext(book.lexicon, metadata, {}))


def forms(habits: Iterable[Habit], topic: str) -> tuple[tuple[str, int], ...]:
    return next(h.forms for h in habits if h.topic.topic == topic)


def test_counts_each_form_of_a_word(learnt: Callable[..., Lessons]) -> None:
    lessons = learnt(
        ["Ferry late\n\nThe adviser met two advisers and an advisor."] * 2 + ["Mill opens\n\nNobody came."]
    )
    assert lessons.articles == 3
    assert forms(lessons.habits(1), "adviser | advisor") == (("adviser", 4), ("advisor", 2))
    assert lessons.habits(7) == []


def test_quotations_and_names_are_no_evidence(learnt: Callable[..., Lessons]) -> None:
    text = 'Ferry late\n\nThe adviser said: "My advisor has gone." The Advisor Group agreed.'
    assert forms(learnt([text]).habits(1), "adviser | advisor") == (("adviser", 1),)


def test_later_mentions_are_counted_by_section(book: Rulebook) -> None:
    lessons = Lessons(book, book.lexicon)
    news = "Ferry late\n\nThe boat of Peter Hale was late. Mr Hale said so on Monday. Nobody asked Mr Hale why."
    sport = (
        "Cup won\n\nThe goal by Peter Hale came late. Then Hale said it was luck. The next goal, Hale said, was better."
    )
    for n in range(3):
        lessons.add(document(book, news, f"a/{n}.txt", "news"))
        lessons.add(document(book, sport, f"b/{n}.txt"))
    sections = lessons.by_section("honorifics/inconsistent", 5)
    assert {name: habit.forms for name, habit in sections.items()} == {"b": (("surname", 6),), "news": (("title", 6),)}
    assert lessons.names(6) == [("Peter Hale", 6)]


def test_sections_by_the_names_of_files_where_one_folder_holds_all(book: Rulebook, tmp_path: Path) -> None:
    news = "Ferry late\n\nThe boat of Peter Hale was late. Mr Hale said so on Monday. Nobody asked Mr Hale why."
    sport = "Cup won\n\nThe goal by Peter Hale came late. Then Hale said it was luck. Hale said it again."
    lessons = Lessons(book, book.lexicon)
    for n in range(4):
        lessons.add(document(book, news, f"all/news_{n:03}.txt"))
        lessons.add(document(book, sport, f"all/sport_{n:03}.txt"))
        lessons.add(document(book, news, f"2025/story{n}.txt"))
        lessons.add(document(book, news, f"mixed/story-{n}.txt"))
    lessons.add(document(book, news, "mixed/ferry.txt"))
    sections = lessons.by_section("honorifics/inconsistent", 5)
    assert {s: h.forms for s, h in sections.items()} == {
        "mixed": (("title", 10),), "news": (("title", 8),), "sport": (("surname", 8),)
    }  # fmt: skip
    write_house(lessons, {rule.id: rule for rule in book}, tmp_path / "house", 5)
    settings = (tmp_path / "house" / "newslint.yaml.draft").read_text()
    assert '  honorifics/inconsistent: {form: title, exempt_sections: ["sport"]}\n' in settings
    assert '  - {files: "sport*", section: "sport"}\n' in settings
    assert "  # sport: surname 8\n" in settings


def test_the_draft_settings_work_in_a_configuration(book: Rulebook, tmp_path: Path) -> None:
    news = "Ferry late\n\nThe boat of Peter Hale was late, Mr Hale said. “It is an old boat and slow,” said Mr Hale."
    sport = "Cup won\n\nThe goal by Peter Hale came late. Hale said it was luck, and then Hale said it again."
    lessons = Lessons(book, book.lexicon)
    for n in range(6):
        lessons.add(document(book, news, f"all/news_{n}.txt"))
        lessons.add(document(book, news, f"all/politics_{n}.txt"))
        lessons.add(document(book, sport, f"all/sport_{n}.txt"))
    write_house(lessons, {rule.id: rule for rule in book}, tmp_path / "house", 5)
    (tmp_path / "newslint.yaml").write_text((tmp_path / "house" / "newslint.yaml.draft").read_text())
    for name, mixed in (("news_9.txt", True), ("sport_9.txt", False)):
        (tmp_path / name).write_text(sport)
        report = lint(tmp_path / name, config=tmp_path / "newslint.yaml")
        assert ("honorifics/inconsistent" in {d.rule for d in report.diagnostics}) is mixed, name
    single = "Ferry late\n\n‘We had a “bad” time of it,’ she said. ‘It was “no joke” at all,’ he said."
    (tmp_path / "news_8.txt").write_text(single)
    assert "quotations/order" in {
        d.rule for d in lint(tmp_path / "news_8.txt", config=tmp_path / "newslint.yaml").diagnostics
    }


def test_marks_of_quotations_are_learnt(learnt: Callable[..., Lessons]) -> None:
    text = "Ferry late\n\n“The boat is old and slow,” she said. He called it ‘old’. ‘The boat is sound as a bell,’ he said."
    habit = next(h for h in learnt([text]).habits(1) if h.topic.rule == "consistency/quotation-marks")
    assert habit.forms == (("double", 1), ("single", 1))
    assert habit.writings == {"double": "“…”", "single": "‘…’"}


def test_an_example_has_what_its_pattern_looks_at(
    learnt: Callable[..., Lessons], book: Rulebook, tmp_path: Path
) -> None:
    text = "Ferry late\n\nThe boat of Mr Hale was late. Dr Tran said so, and Mr Berg, Ms Okafor and Mrs Dahl agreed with Mr Hale."
    lessons = learnt([text] * 4 + ["Mill opens\n\nThe mill of Mr. Hale opened."])
    written = write_house(lessons, {rule.id: rule for rule in book}, tmp_path / "house", 5)
    assert written.left_out == ()
    assert '- text: "[[Mr.]] Hale"' in (tmp_path / "house/honorifics/full-stop-house-form.yaml").read_text()


def test_abbreviations_that_nobody_explains(learnt: Callable[..., Lessons]) -> None:
    lessons = learnt(
        ["Ferry late\n\nThe ZQT met the River Transport Board (RTB). The RTB and the ZQT agreed on a date."] * 3
    )
    assert [(a.short, a.articles, a.defined) for a in lessons.undefined(3)] == [("ZQT", 3, 0)]


def test_the_pack_holds_its_examples_and_says_its_counts(
    learnt: Callable[..., Lessons], book: Rulebook, tmp_path: Path
) -> None:
    text = "Ferry late\n\nThe adviser of the centre met an adviser on 3 May. He came by 9 June and left on 12 July."
    lessons = learnt([text] * 9 + ["Mill opens\n\nThe advisor came on July 14 at noon."])
    folder = tmp_path / "desk style"
    written = write_house(lessons, {rule.id: rule for rule in book}, folder, 5)
    assert not written.left_out
    found, rules, problems = collect_at(folder)
    assert not problems
    assert {rule.id for rule in rules} == {"consistency/spelling-house", "dates/format-house-form"}
    assert [failure for rule in rules for failure in prove(rule, found.lexicon)] == []
    assert all(rule.status == "draft" for rule in rules)
    assert '"advisor": "adviser"   # adviser 18, advisor 1' in (folder / "consistency/spelling-house.yaml").read_text()
    assert 'packs: ["./desk style"]' in (folder / "newslint.yaml.draft").read_text()
    assert "# day first 27, month first 1" in (folder / "dates/format-house-form.yaml").read_text()
    with pytest.raises(FileExistsError):
        write_house(lessons, {rule.id: rule for rule in book}, folder, 5)


def habit(first: tuple[str, int], *others: tuple[str, int], topic: str = "") -> Habit:
    return Habit(Topic("x/y", topic), (first, *others), {})


def test_sections_that_differ_are_exempt() -> None:
    title, surname, mixed = (
        habit(("title", 90), ("surname", 5)),
        habit(("surname", 50)),
        habit(("title", 6), ("surname", 5)),
    )
    sections = {"news": title, "politics": title, "sport": surname, "arts": mixed}
    assert honorific_setting(sections) == ("title", ["sport"])
    assert honorific_setting({"arts": mixed}) is None


def test_agreement_of_two_halves() -> None:
    one = [habit(("a", 5), topic="a | b"), habit(("c", 5), topic="c | d"), habit(("e", 5), topic="e | f")]
    other = [habit(("a", 4), ("b", 1), topic="a | b"), habit(("d", 9), ("c", 1), topic="c | d")]
    assert agreement(one, other) == (2, [(one[1], other[1])])
