"""Reading article numbers and quantities out of what people type, paste and export."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontor.shopping.reading import read_line, read_rows, read_text


@pytest.mark.parametrize(
    ("line", "number", "quantity"),
    [
        ("HI-440718 4", "HI-440718", "4"),
        ("4 HI-440718", "HI-440718", "4"),
        ("  HI-440718\t 4 ", "HI-440718", "4"),
        ("2x HI-440718", "HI-440718", "2"),
        ("2 x HI-440718", "HI-440718", "2"),
        ("3 × HI-440718", "HI-440718", "3"),
        ("2xHI-440718", "HI-440718", "2"),
        ("HI-440718 x2", "HI-440718", "2"),
        ("HI-440718 × 2", "HI-440718", "2"),
        ("HI-440718 2 stk", "HI-440718", "2"),
        ("2 Stück HI-440718", "HI-440718", "2"),
        ("2 stk. HI-440718", "HI-440718", "2"),
        ("HI-440718 1,5", "HI-440718", "1,5"),
        ("HI-440718 1.000", "HI-440718", "1.000"),
        ("HI-440718 1000000", "HI-440718", "1000000"),
        ("HI-440718 -4", "HI-440718", "-4"),
        ("HI-440718 0", "HI-440718", "0"),
        ("440718 4", "440718", "4"),
        ("4 440718", "440718", "4"),
        ("4006381333931 5", "4006381333931", "5"),
        ("5 4006381333931", "4006381333931", "5"),
        ("4006381 333931", "4006381 333931", ""),  # its check digit says that it is one number
        ("4006381 333931 12", "4006381 333931", "12"),
        ("HI-440718", "HI-440718", ""),
        ("2XL-GLOVE", "2XL-GLOVE", ""),
        ("2XL-GLOVE 10", "2XL-GLOVE", "10"),
        ("12X34-5 7", "12X34-5", "7"),
        ("HI-440718;4", "HI-440718", "4"),
        ("HI-440718 many", "HI-440718 many", ""),
    ],
)
def test_a_line_is_read_as_people_write_it(line, number, quantity):
    assert read_line(line) == (number, quantity)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("HI-1\t4\nHI-2\t5", [("HI-1", "4"), ("HI-2", "5")]),
        ("HI-1;4\r\nHI-2;1,5\r\n", [("HI-1", "4"), ("HI-2", "1,5")]),
        ("HI-1,4\nHI-2,5", [("HI-1", "4"), ("HI-2", "5")]),
        ("HI-1, 4\nHI-2, 5", [("HI-1", "4"), ("HI-2", "5")]),
        ("\ufeffArtikelnummer;Menge\nHI-1;4", [("HI-1", "4")]),
        ("Varenummer;Antall\nHI-1;4", [("HI-1", "4")]),
        ("Article no.,Quantity\nHI-1,4", [("HI-1", "4")]),
        ("Menge;Bezeichnung;Art.-Nr.\n4;Filter;HI-1", [("HI-1", "4")]),
        ("Artikelnummer Menge\nHI-1 4", [("HI-1", "4")]),
        ("SKU\nHI-1\nHI-2", [("HI-1", ""), ("HI-2", "")]),
        ("sep=;\nHI-1;4", [("HI-1", "4")]),
        ('number,quantity\n"HI-1","2,5"', [("HI-1", "2,5")]),
        ('"HI;1";4\n"HI ""2""";5', [("HI;1", "4"), ('HI "2"', "5")]),
        ("1;HI-1;Filter RF 330;4;120,00\n2;HI-2;Oil;5;1,00", [("HI-1", "4"), ("HI-2", "5")]),
        ("5;HI-1\n6;HI-2", [("HI-1", "5"), ("HI-2", "6")]),
        ("4006381333931;5\n4006381333948;7", [("4006381333931", "5"), ("4006381333948", "7")]),
        ("100;4006381333931\n5;4006381333948", [("4006381333931", "100"), ("4006381333948", "5")]),
        ("HI-1;\n;4\nHI-2;abc", [("HI-1", ""), ("", "4"), ("HI-2", "abc")]),
        ("HI-1;4\n\n;;\n  \nHI-2;5", [("HI-1", "4"), ("HI-2", "5")]),
        ("HI-1;4\n2x HI-2\nHI-3 7", [("HI-1", "4"), ("HI-2", "2"), ("HI-3", "7")]),
        ('M12 5" pipe;4\nHI-2;5', [('M12 5" pipe', "4"), ("HI-2", "5")]),
        ('"HI-1;4\nHI-2;5', [("HI-1", "4"), ("HI-2", "5")]),  # a quote that never ends swallows nothing
        ("HI-1,2,5", [("HI-1", "2 , 5")]),  # 2.5, or 2 and 5? Not guessed.
        ("Foo;Bar\nHI-1;4", [("Foo", "Bar"), ("HI-1", "4")]),
        ("HI-1 4 kg\nHI-2 3 Paar", [("HI-1", "4"), ("HI-2", "3")]),
        ("", []),
        ("\n \n;;\n", []),
    ],
)
def test_a_text_is_read_whatever_separates_its_cells(text, lines):
    assert read_text(text) == lines


def test_a_table_is_read_by_its_titles_in_any_order():
    rows = [["Pos", "Menge", "Bezeichnung", "Ihre Artikelnummer"], ["1", "4", "Filter", "HYD-RET-7"]]
    assert read_rows(rows) == [("HYD-RET-7", "4")]


def test_a_row_with_nothing_where_it_should_be_is_shown_as_it_is():
    assert read_rows([["HI-1", "", "4"], ["", "Total", ""], ["", "a", "", "b"]])[-1].number == "a b"


def test_a_line_of_a_million_cells_does_not_take_for_ever():
    assert len(read_text(";" * 1_000_000 + "HI-1;4\n" + "HI-2;5\n" * 500)) == 501


@given(st.text())
def test_any_text_is_read_without_a_crash(text):
    assert all(any(cell.strip() for cell in line) for line in read_text(text))


words = st.text(alphabet=string.ascii_letters + string.digits + "-./ ,x×äØ\"'", min_size=1).map(
    lambda word: " ".join(word.split())
)


@given(st.lists(words.filter(lambda word: any(sign.isalnum() for sign in word)), min_size=1, max_size=20))
def test_no_line_is_lost(lines):
    """What is not a row of titles comes out as a line, and nothing of what was written is missing."""
    read = read_text("0 no-titles-here\n" + "\n".join(lines))
    if not any('"' in line for line in lines):  # quotes may put several lines into one cell
        assert len(read) == len(lines) + 1


@given(st.lists(st.tuples(words, words), min_size=1, max_size=20))
def test_nothing_of_a_line_with_two_cells_is_cut(pairs):
    text = "\n".join(f"{number.replace('"', '')}\t{quantity.replace('"', '')}" for number, quantity in pairs)
    read = read_text("no titles here 1\t1\n" + text)
    letters = "".join(
        sign for line in read for cell in line for sign in cell if sign.isalpha() and sign != "x"
    )
    for number, quantity in pairs:
        for cell in (number, quantity):
            for word in cell.replace('"', "").split():
                if word.isalpha() and word.casefold() not in ("x", "m", "l", "kg", "st", "ea", "pc", "pk"):
                    assert word.replace("x", "") in letters
