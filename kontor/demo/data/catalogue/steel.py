"""Steel bars and tubes in lengths of six metres."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

_LENGTH = say(
    "6 m lang, vekt {weight} kg. Går med spedisjon.",
    "6 m lang, Gewicht {weight} kg. Versand per Spedition.",
    "6 m long, weight {weight} kg. Sent by forwarder.",
)

FAMILIES: tuple[Family, ...] = (
    Family(
        category="flats-angles",
        maker="Hansa own brand",
        part="HX-F{weight:.2}{i:02}",
        drawing="flat-bar",
        start=201500,
        columns="size weight price kg",
        rows="""
            201503: 30×5 | 7.1 | 168.00 | 7.1
            201505: 30×8 | 11.3 | 248.00 | 11.3
            201506: 40×5 | 9.4 | 214.00 | 9.4
            201507: 40×8 | 15.1 | 326.00 | 15.1
            201508: 50×8 | 18.8 | 398.00 | 18.8
            201510: 50×10 | 23.6 | 496.00 | 23.6
            201512: 60×8 | 22.6 | 478.00 | 22.6
            201514: 60×10 | 28.3 | 590.00 | 28.3
            201518: 80×10 | 37.7 | 786.00 | 37.7
        """,
        name=say("Flatstål S235 {size}, 6 m", "Flachstahl S235 {size}, 6 m", "Flat bar S235 {size}, 6 m"),
        description=say(
            "Varmvalset etter EN 10058, S235JR+AR. " + _LENGTH["nb"],
            "Warmgewalzt nach EN 10058, S235JR+AR. " + _LENGTH["de"],
            "Hot-rolled to EN 10058, S235JR+AR. " + _LENGTH["en"],
        ),
        forwarder=True,
        breaks=(20, 100),
        warehouse="Hamburg",
    ),
    Family(
        category="flats-angles",
        maker="Hansa own brand",
        part="HX-L{weight:.2}{i:02}",
        drawing="angle",
        start=201200,
        columns="size weight price kg",
        rows="""
            201203: 30×30×3 | 8.2 | 196.00 | 8.2
            201204: 40×40×4 | 14.5 | 328.00 | 14.5
            201205: 50×50×5 | 22.6 | 486.00 | 22.6
            201206: 60×60×6 | 32.5 | 676.00 | 32.5
            201207: 70×70×7 | 44.3 | 928.00 | 44.3
            201208: 80×80×8 | 57.9 | 1210.00 | 57.9
        """,
        name=say("Vinkelstål S235 {size}, 6 m", "Winkelstahl S235 {size}, 6 m", "Angle S235 {size}, 6 m"),
        description=say(
            "Likebeint, varmvalset etter EN 10056. " + _LENGTH["nb"],
            "Gleichschenklig, warmgewalzt nach EN 10056. " + _LENGTH["de"],
            "Equal legs, hot-rolled to EN 10056. " + _LENGTH["en"],
        ),
        forwarder=True,
        breaks=(20, 100),
        warehouse="Hamburg",
    ),
    Family(
        category="hollow-sections",
        maker="Hansa own brand",
        part="HX-Q{weight:.2}{i:02}",
        drawing="square-tube",
        start=205000,
        columns="size weight price kg",
        rows="""
            205025: 25×25×2 | 8.5 | 226.00 | 8.5
            205030: 30×30×3 | 14.6 | 368.00 | 14.6
            205040: 40×40×3 | 20.2 | 532.00 | 20.2
            205050: 50×50×3 | 25.9 | 668.00 | 25.9
            205054: 50×50×4 | 33.8 | 848.00 | 33.8
            205060: 60×60×4 | 41.3 | 1020.00 | 41.3
            205080: 80×80×5 | 69.6 | 1690.00 | 69.6
        """,
        name=say(
            "Firkantrør S355 {size}, 6 m", "Quadratrohr S355 {size}, 6 m", "Square tube S355 {size}, 6 m"
        ),
        description=say(
            "Kaldformet hulprofil etter EN 10219, S355J2H. " + _LENGTH["nb"],
            "Kaltgefertigtes Hohlprofil nach EN 10219, S355J2H. " + _LENGTH["de"],
            "Cold-formed hollow section to EN 10219, S355J2H. " + _LENGTH["en"],
        ),
        forwarder=True,
        breaks=(20, 100),
        warehouse="Hamburg",
    ),
    Family(
        category="hollow-sections",
        maker="Hansa own brand",
        part="HX-R{weight:.2}{i:02}",
        drawing="square-tube",
        start=205600,
        columns="size weight price kg",
        rows="""
            205630: 50×30×3 | 20.2 | 548.00 | 20.2
            205640: 60×40×3 | 25.9 | 762.00 | 25.9
            205650: 80×40×3 | 31.5 | 898.00 | 31.5
            205660: 80×40×4 | 41.3 | 1120.00 | 41.3
            205670: 100×50×4 | 52.6 | 1390.00 | 52.6
            205680: 120×60×5 | 78.6 | 2080.00 | 78.6
        """,
        name=say(
            "Rektangulært rør S355 {size}, 6 m",
            "Rechteckrohr S355 {size}, 6 m",
            "Rectangular tube S355 {size}, 6 m",
        ),
        description=say(
            "Kaldformet hulprofil etter EN 10219, S355J2H. " + _LENGTH["nb"],
            "Kaltgefertigtes Hohlprofil nach EN 10219, S355J2H. " + _LENGTH["de"],
            "Cold-formed hollow section to EN 10219, S355J2H. " + _LENGTH["en"],
        ),
        forwarder=True,
        breaks=(20, 100),
        warehouse="Hamburg",
    ),
    Family(
        category="stainless-tubes",
        maker="Hansa own brand",
        part="HX-V{weight:.2}{i:02}",
        drawing="hollow-bar",
        start=208400,
        columns="size weight price kg",
        rows="""
            208412: 12×1.5 | 2.4 | 298.00 | 2.4
            208421: 21.3×2 | 5.8 | 546.00 | 5.8
            208433: 33.7×2 | 9.5 | 886.00 | 9.5
            208424: 42.4×2 | 12.1 | 1176.00 | 12.1
            208448: 48.3×2 | 13.9 | 1340.00 | 13.9
        """,
        name=say(
            "Rundrør {size} AISI 304, K240, 6 m",
            "Rundrohr {size} V2A, K240, 6 m",
            "Round tube {size} 304, 240 grit, 6 m",
        ),
        description=say(
            "1.4301, slipt korn 240, foliert, for rekkverk. " + _LENGTH["nb"],
            "1.4301, geschliffen Korn 240, foliert, für Geländer. " + _LENGTH["de"],
            "1.4301, ground 240 grit, in film, for railings. " + _LENGTH["en"],
        ),
        forwarder=True,
        breaks=(10, 50),
        warehouse="Hamburg",
        lead_days=10,
    ),
    Family(
        category="stainless-tubes",
        maker="Hansa own brand",
        part="HX-S{weight:.2}{i:02}",
        drawing="square-tube",
        start=208510,
        step=5,
        columns="size weight price kg",
        rows="""
            30×30×2 | 10.5 | 1090.00 | 10.5
            40×40×2 | 14.3 | 1420.00 | 14.3
        """,
        name=say(
            "Firkantrør {size} AISI 316L, 6 m", "Quadratrohr {size} V4A, 6 m", "Square tube {size} 316L, 6 m"
        ),
        description=say(
            "1.4404, beiset, for kyst og kjemi. " + _LENGTH["nb"],
            "1.4404, gebeizt, für Küste und Chemie. " + _LENGTH["de"],
            "1.4404, pickled, for coast and chemistry. " + _LENGTH["en"],
        ),
        forwarder=True,
        breaks=(10, 50),
        warehouse="Hamburg",
        to_order=True,
        lead_days=15,
    ),
    Family(
        category="flats-angles",
        maker="Hansa own brand",
        part="HX-O{weight:.2}{i:02}",
        drawing="round-bar",
        start=201700,
        columns="size weight price kg",
        rows="""
            201712: 12 | 5.3 | 128.00 | 5.3
            201716: 16 | 9.5 | 208.00 | 9.5
            201720: 20 | 14.8 | 316.00 | 14.8
            201730: 30 | 33.3 | 698.00 | 33.3
        """,
        name=say(
            "Rundstål S235 Ø {size}, 6 m", "Rundstahl S235 Ø {size}, 6 m", "Round bar S235 Ø {size}, 6 m"
        ),
        description=say(
            "Varmvalset etter EN 10060, S235JR+AR. " + _LENGTH["nb"],
            "Warmgewalzt nach EN 10060, S235JR+AR. " + _LENGTH["de"],
            "Hot-rolled to EN 10060, S235JR+AR. " + _LENGTH["en"],
        ),
        forwarder=True,
        breaks=(20, 100),
        warehouse="Hamburg",
    ),
)
