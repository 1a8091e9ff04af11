"""Quotations, as a table of marked texts.

⟦ ⟧ enclose each quotation. Behind ⟦, < says that it continues the paragraph before; before ⟧, > says that it runs on
into the next paragraph and ! that a mark is lost. A line is a paragraph.
"""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.model import Block, Document, Source, TextMap, Zone
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.marks import Words, find_marks
from newslint.text.pairing import pair, plain_pairs

AMERICAN = [
    'She said ⟦"yes"⟧.',
    "She said ⟦“yes”⟧.",
    '⟦"Yes,"⟧ she said, ⟦"we will."⟧',
    "⟦“Yes,”⟧ she said, ⟦“we will.”⟧",
    "⟦“He told me ⟦‘go home’⟧ and I did,”⟧ Ms Lund said.",
    "⟦\"He told me ⟦'go home'⟧ and I did,\"⟧ Ms Lund said.",
    "⟦“My father said, ⟦‘Never quit.’⟧”⟧",
    "⟦\"My father said, ⟦'Never quit.'⟧\"⟧",
    "⟦“⟦‘Never quit,’⟧ my father said. ⟦‘Ever.’⟧”⟧",
    "⟦“He said ⟦‘she wrote ⟦“no”⟧ twice’⟧, I think,”⟧ the clerk said.",
    '⟦"Get in!"⟧ he shouted. ⟦"Are you mad?"⟧',
    'The so-called ⟦"war room"⟧ (a ⟦"cupboard"⟧, said one) was shut.',
    '⟦"Hamlet"⟧-style plots, an ⟦"anti"⟧/⟦"pro"⟧ split, non-⟦"native"⟧ trees',
    'A plan—⟦"a good one"⟧—was drawn up; ⟦"I was—"⟧ he began.',
    '⟦"...and then it rained,"⟧ she said. ⟦“…and rained.”⟧',
    '⟦"£5m is a lot,"⟧ he said. ⟦"100%"⟧ certain.',
    'The note said:⟦"Out to lunch"⟧.',
    '(⟦"Parts of it are excellent"⟧)',
    '⟦"He told me ⟦"yes"⟧ and I went home,"⟧ said Ms Lund.',
    '⟦""Yes,""⟧ he said.',
    "⟦``Yes,''⟧ he said.",
    'He spoke of ⟦" spaces "⟧ at length.',
]

BRITISH = [
    "⟦‘Yes,’⟧ she said, ⟦‘we will.’⟧",
    "⟦'Yes,'⟧ she said, ⟦'we will.'⟧",
    "⟦‘He told me ⟦“go home”⟧ and I did,’⟧ Ms Lund said.",
    "⟦'He told me ⟦\"go home\"⟧ and I did,'⟧ Ms Lund said.",
    "⟦‘It’s the players’ bus and we’re late,’⟧ said the driver.",
    "⟦'It's the players' bus and we're late,'⟧ said the driver.",
    "⟦‘the dogs’ dinner’⟧ he said",
    "A ⟦‘dog’s dinner’⟧ of a bill, and the dogs’ home.",
    "It was ⟦‘for the boys’⟧ and nobody else, the girls’ team said.",
    "It was ⟦‘for the boys’⟧, said the girls’ team.",
    "⟦‘That’s goin’ nowhere,’⟧ he said.",
    "⟦‘We like rock ’n’ roll,’⟧ he said. ⟦'We like rock 'n' roll,'⟧ he said.",
    "⟦‘Ministers’ aides have ⟦“no idea”⟧,’⟧ said Dr Obi.",
    "⟦‘Bring ’em in,’⟧ she said. ⟦'Bring 'em in,'⟧ she said.",
    "The band split in the late ⟦‘golden 1990s’⟧ and never met again.",
    "⟦'Class of 69'⟧ reunites.",
]

APOSTROPHES = [
    "The players’ bus and the players' bus were late.",
    "’Tis the season; 'tis the season; ‘tis the season.",
    "Rock ’n’ roll, rock 'n' roll, rock ‘n’ roll, rock'n'roll, fish 'n' chips",
    "O’Neill and O'Neill met d’Arcy, al-Qa'ida and Qur’an scholars.",
    "In the '90s, the ’90s and the ‘90s; the summer of '68 and of ’68.",
    "Don't, won’t, 1990's, MPs’ pay, three weeks' leave, Jesus’ words.",
    "Goin' home; goin’ home; th' end; an' so on; a pint o' milk.",
    "Give 'em hell. Wait 'til May. Just 'cause. Give ‘em hell.",
    "Don‘t mix the marks, O‘Neill",
    "The boys' and girls' schools; the Joneses' house's roof",
    "’s garden was flooded; Ms Lund 's too",
    "⟦“Get ’em out of the players’ bus,”⟧ he said.",
    "⟦\"Get 'em out of the players' bus,\"⟧ he said.",
    "⟦“It’s the dogs’”⟧",
    "⟦\"It's the dogs'\"⟧",
    '⟦“’Tis true,”⟧ he said; ⟦"\'Tis true,"⟧ he said; ⟦‘’Tis true,’⟧ he said.',
    "⟦“Back in the ’90s we had ⟦‘real’⟧ music,”⟧ she said.",
]

FIGURES = [
    "He is 6'2\" tall and she 5’ 11” in her socks.",
    'A 70"+ television.',
    "A 12\" record, a 9” pipe and a 5' fence at 51°30'26\"N.",
    '⟦"He is 6\'2" tall,"⟧ she said.',
    "⟦“He is 6’2” tall,”⟧ she said.",
    '⟦"It is a 12" record,"⟧ she said. ⟦"Yes."⟧',
    '⟦"I was born in 1990"⟧, he said. ⟦"You?"⟧',
    "⟦“It was built in 1990”⟧ was all he said.",
]

OTHER_SHAPES = [
    "Er sagte ⟦„Ja“⟧ und ging, ⟦‚nein‘⟧ sagte sie.",
    "Il a dit ⟦«oui»⟧, puis ⟦« non »⟧.",
    "Han sa ⟦”ja”⟧ och gick.",
    "Sie sagte ⟦»ja«⟧ und ging.",
    '⟦“Straight out,"⟧ he said. ⟦"And in,”⟧ she said.',
    "⟦“Straight out,“⟧ he said and left.",
    "⟦‘Sun’⟧ reader: ⟦‘“Sun” readers know’⟧".replace("⟦‘“Sun”", "⟦‘⟦“Sun”⟧"),
    "⟦“It rained,’’⟧ he said. ⟦‘‘Yes.’’⟧",
    "⟦“”Never,”⟧ he said.",
    "⟦“\u2009⟦‘No,’⟧ he said.”⟧",
]

LOST = [
    "⟦“I am fine,!⟧ he said. Mr Lund went home.",
    "⟦“I am fine,!⟧ said the mayor. ⟦“Are you?”⟧",
    '⟦"I am fine,!⟧ he said.\nMs Lund went home.',
    "⟦“I am fine,!⟧ he said.\n⟦“Are you?”⟧ she said.",
    "⟦I am fine,”!⟧ he said. ⟦“Are you?”⟧",
    "The plan was ⟦“a mess and the mayor knew it.!⟧\n⟦“We knew,”⟧ she said.",
    "⟦“I know.!⟧ ⟦“You don’t,”⟧ he said.".replace("I know.!⟧ ⟦", "I know.>⟧ ⟦<"),
    "⟦“He said ⟦‘go home, and left,!⟧”⟧ she said.",
    "⟦“It rained.!⟧ He added: ⟦“It snowed.”⟧",
    "⟦'It rained all day,\"!⟧ he said. The roof leaked.",
    '⟦"A new car,"⟧ said Ms Lund.⟦"!⟧',
    "⟦“Yes,”⟧ he said. ⟦I will.”!⟧",
    "The ⟦‘mess was cleared.!⟧\nMr Lund’s van left.",
    "He said it ⟦“was over. Nobody moved.!⟧\nThen it rained.",
    "⟦“Yes,”⟧ he said.\n⟦“No, it rained.!⟧\nThe ⟦“rain”⟧ stopped.\n⟦“Yes,”⟧ he said.",
]

PARAGRAPHS = [
    "⟦“I came.>⟧\n⟦<“I saw.>⟧\n⟦<“I won,”⟧ he said.",
    '⟦"I came.>⟧\n⟦<"I saw,"⟧ he said. ⟦"I won."⟧',
    "⟦‘I came.>⟧\n⟦<‘I saw,’⟧ he said.",
    "He said: ⟦“I came. I saw.>⟧\n⟦<“I won.”⟧",
    "He called it ⟦“a trap. Nobody saw it.>⟧\n⟦<“We went in.”⟧",
    "⟦“He asked: ⟦‘Who came?>⟧>⟧\n⟦<“⟦<‘Who saw?’⟧ and left.”⟧",
    "⟦“I came.>⟧\n⟦<I saw,”!⟧ he said.",
    "⟦“I came.”⟧\n⟦“I saw.”⟧",
    '⟦"I came.>⟧ ⟦<"I saw.>⟧ ⟦<"I won,"⟧ he said.',
    "⟦“Never,”⟧ he said, ⟦“in my life.>⟧\n⟦<“Not once.”⟧",
    "Q: ⟦Who came?⟧\nA: ⟦I did, and Mr ⟦“Big”⟧ Lund.⟧\nQ: ⟦Why?⟧\nA: ⟦Money⟧",
    "Ohio: It rained.\nUtah: It snowed.\nOhio: It froze.\nIowa: It thawed.\nUtah: It hailed.\nMaine: It blew.",
    "Note: it rained.\nPrice: it rose.",
]

CASES = [*AMERICAN, *BRITISH, *APOSTROPHES, *FIGURES, *OTHER_SHAPES, *LOST, *PARAGRAPHS]


def article(text: str, lexicon: Lexicon, zone: Zone = Zone.PARAGRAPH) -> Article:
    source = Source(text)
    blocks = [Block(zone, TextMap.slice(text, m.start(), m.end())) for m in re.finditer(r"[^\n]+", text)]
    return Article(Document(source, blocks), lexicon)


def marked(text: str, lexicon: Lexicon, zone: Zone = Zone.PARAGRAPH) -> str:
    """The text with its quotations in ⟦ ⟧."""
    made = article(text, lexicon, zone)
    lines = []
    for block in made.blocks:
        pieces = [""] * (len(block.text) + 1)
        for q in made.quotations(block):
            pieces[q.start] += "⟦" + "<" * q.continues
            pieces[q.end] = ">" * q.runs_on + "!" * q.lost + "⟧" + pieces[q.end]
        lines.append("".join(p + c for p, c in zip(pieces, [*block.text, ""], strict=True)))
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES)
def test_table(case: str, lexicon: Lexicon) -> None:
    text = re.sub(r"⟦<?|[>!]*⟧", "", case)
    assert marked(text, lexicon) == case


def test_headlines_have_quotations_too(lexicon: Lexicon) -> None:
    assert marked("PM ‘sorry’ for delays", lexicon, Zone.HEADLINE) == "PM ⟦‘sorry’⟧ for delays"


def test_captions_between_paragraphs_do_not_part_a_speech(lexicon: Lexicon) -> None:
    text = "“I came.\nA boat\n“I saw.”"
    made = article(text, lexicon)
    blocks = [Block(z, b.map) for z, b in zip((Zone.PARAGRAPH, Zone.CAPTION, Zone.PARAGRAPH), made.blocks, strict=True)]
    made = Article(Document(Source(text), blocks), lexicon)
    assert made.quotations(made.blocks[0])[0].runs_on
    assert made.quotations(made.blocks[2])[0].continues


def test_levels(lexicon: Lexicon) -> None:
    made = article("“He said ‘she wrote “no” twice’, I think.” ‘Yes.’", lexicon)
    assert [q.level for q in made.quotations(made.blocks[0])] == [0, 1, 2, 0]


def test_quoted(lexicon: Lexicon) -> None:
    text = "Mr Lund said: “Lund ‘is’ late.” Lund left."
    made = article(text, lexicon)
    block = made.blocks[0]
    places = [m.start() for m in re.finditer("Lund", text)]
    assert [made.quoted(block, at, at + 4) for at in places] == [False, True, False]
    assert made.quoted(block, text.index("is’"), text.index("is’") + 2)
    assert not made.quoted(block, 0, len(text))


def test_a_blockquote_is_quoted(lexicon: Lexicon) -> None:
    made = article("Lund left.", lexicon, Zone.BLOCKQUOTE)
    assert made.quoted(made.blocks[0], 0, 4)


# fmt: off
UNITS = [
    '"',
    "“",
    "”",
    "‘",
    "’",
    "'",
    "“‘",
    "' \"",
    '"a ',
    "'a ",
    "a' ",
    "s' ",
    "‘a s’ ",
    "“a ‘b ",
    '1" ',
    ", he said.",
]


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit: str, lexicon: Lexicon, grows_linearly) -> None:
    def pair(times: int) -> None:
        made = article("“" + unit * times, lexicon)
        made.quotations(made.blocks[0])

    grows_linearly(pair, 10_000)


@given(st.text(alphabet="ab S1.,!“”‘’\"'«»„-\n", max_size=80))
def test_any_marks_make_ordered_quotations_inside_their_paragraphs(lexicon: Lexicon, text: str) -> None:
    made = article(text, lexicon)
    for block in made.blocks:
        found = made.quotations(block)
        assert [q.start for q in found] == sorted(q.start for q in found)
        for q in found:
            assert 0 <= q.start < q.end <= len(block.text)
            assert block.text[q.start : q.end].startswith(q.open)
            assert block.text[q.start : q.end].endswith(q.close) or not q.closed


PIECES = st.sampled_from([
    "a", "no", "Yes,", "x's", "dogs'", "It’s", "5", " ", " ", '"', '"', "'", "“", "”", "’", "‘", ".", "?", "–", "(", ")", "[",
    "5'", '10"', '" ', ' "', " “", "” ", "«", "`", "\u2009",
])  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
@settings(max_examples=500)
@example('"Yes," she said (the "boss"), "it\'s 5.5%."')
@example("“Yes,” she said, “it’s the players’ bus.”")
@example("she's 5'10\" \"a\"")
def test_plain_pairs_are_pairs(lexicon: Lexicon, text: str) -> None:
    plain = plain_pairs(text)
    if plain is not None:
        full = pair(text, find_marks(text, Words.of(lexicon)))
        assert [[getattr(d, name) for name in d.__slots__] for d in plain] == [
            [getattr(d, name) for name in d.__slots__] for d in full
        ]


@pytest.mark.parametrize("text", ['He said "yes" to it.', "“Yes,” she said, “it’s on.”", "The players’ bus", "none"])
def test_common_texts_are_plain(text: str) -> None:
    assert plain_pairs(text) is not None


@given(st.text(alphabet="ab .,“”‘’\"'", max_size=40))
def test_a_paragraph_without_speech_marks_is_not_touched_by_its_neighbours(lexicon: Lexicon, text: str) -> None:
    made = article(text + "\nThe rain stopped.\n“Yes,” he said.", lexicon)
    assert made.quotations(made.blocks[-2]) == []
    assert [q.closed for q in made.quotations(made.blocks[-1])] == [True]
