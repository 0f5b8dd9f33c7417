"""Files to try quick order with: as Excel writes them in Norway and in Germany, each with two bad lines."""

from pathlib import Path

# Fjordbygg, UTF-8 with a mark, semicolons, decimal comma. 44O718 has the letter O; 18 gloves are not whole dozens.
_NORWEGIAN = """\
Artikkelnummer;Antall;Merknad
HI-440718;6;Graver 7
HYD-TRYKK-3;4;
BREATH-60;2,0;
NH-79900-20;1;service 2000 t
OLJE-46;2;to fat under taket
HI-44O718;4;
TANN-45;12;
HI-460734;3;
HANSKE-10;18;
HI-690112;4;
"""
# Rheintal, Windows-1252 without a mark. 74818O has the letter O; 750 rivets are not whole packs of 500.
_GERMAN = """\
Artikelnummer;Menge;Bemerkung
HI-748120;400;für Geländer
HI-748340;400;
RM-FLACH-50;24;
HI-74818O;200;
2000003301254;100;Trennscheiben
HI-330180;40;
HI-205040;18,0;
RM-WIG-24;6;
HI-749010;750;
HI-201206;12;
RM-ANKER-16;80;größere nicht nötig
HI-601030;9;
HI-748902;2;
HI-330230;50;
"""
# English, commas, quoted, with an ambiguous maker's number (WS-38) and a quantity in words.
_ENGLISH = """\
article,quantity,note
HI-440718,10,"return filter, from 10"
WS-38,50,
HI-441002,two,
HI-440731,4,
"""

FILES: dict[str, bytes] = {
    "hurtigbestilling-fjordbygg.csv": b"\xef\xbb\xbf" + _NORWEGIAN.replace("\n", "\r\n").encode(),
    "schnellbestellung-rheintal.csv": _GERMAN.replace("\n", "\r\n").encode("cp1252"),
    "quick-order-english.csv": _ENGLISH.encode(),
}


def write_samples(folder: Path) -> None:
    """Write the files to try into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
