"""Semi-finished copper alloys, copper and brass."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

_BAR = say(
    "Pris for 1 000 kg, kappes til ønsket lengde. Attest 3.1 følger med.",
    "Preis je 1.000 kg, Zuschnitt auf Wunschlänge. Mit Zeugnis 3.1.",
    "Priced per 1,000 kg, cut to the length you want. With 3.1 certificate.",
)


FAMILIES: tuple[Family, ...] = (
    Family(
        category="round-bars",
        maker="Gussholt",
        part="GH-1212-{diameter}",
        drawing="round-bar",
        start=101000,
        columns="diameter price",
        rows="""
            101020: 20 | 189000.00
            101025: 25 | 186000.00
            101030: 30 | 184000.00
            101040: 40 | 182000.00
            101050: 50 | 181000.00
            101060: 60 | 181000.00
            101080: 80 | 183000.00
            101100: 100 | 186000.00
        """,
        name=say(
            "Rundstang CuSn12-C, Ø {diameter} mm",
            "Rundstange CuSn12-C, Ø {diameter} mm",
            "Round bar CuSn12-C, Ø {diameter} mm",
        ),
        description=say(
            "Strengstøpt tinnbronse etter EN 1982 for glidelager og snekkehjul. " + _BAR["nb"],
            "Stranggegossene Zinnbronze nach EN 1982 für Gleitlager und Schneckenräder. " + _BAR["de"],
            "Continuously cast tin bronze to EN 1982 for plain bearings and worm wheels. " + _BAR["en"],
        ),
        unit="kg",
        kg="1",
        per=1000,
        minimum=5,
        breaks=(100, 500),
        warehouse="Hamburg",
    ),
    Family(
        category="round-bars",
        maker="Gussholt",
        part="GH-3903-{diameter}",
        drawing="round-bar",
        start=102000,
        columns="diameter price",
        rows="""
            102008: 8 | 104000.00
            102012: 12 | 101000.00
            102016: 16 | 99500.00
            102020: 20 | 98500.00
            102030: 30 | 97500.00
            102040: 40 | 97500.00
            102060: 60 | 98500.00
        """,
        name=say(
            "Rundstang CuZn39Pb3, Ø {diameter} mm",
            "Rundstange CuZn39Pb3, Ø {diameter} mm",
            "Round bar CuZn39Pb3, Ø {diameter} mm",
        ),
        description=say(
            "Automatmessing etter EN 12164, trukket h9, lengder på 3 m. " + _BAR["nb"],
            "Automatenmessing nach EN 12164, gezogen h9, Längen zu 3 m. " + _BAR["de"],
            "Free-machining brass to EN 12164, drawn h9, in lengths of 3 m. " + _BAR["en"],
        ),
        unit="kg",
        kg="1",
        per=1000,
        minimum=5,
        breaks=(100, 500),
        warehouse="Hamburg",
    ),
    Family(
        category="round-bars",
        maker="Gussholt",
        part="GH-1005-{diameter}",
        drawing="round-bar",
        start=103000,
        columns="diameter price",
        rows="""
            103025: 25 | 172000.00
            103040: 40 | 168000.00
            103060: 60 | 166000.00
            103080: 80 | 166000.00
            103120: 120 | 171000.00
        """,
        name=say(
            "Rundstang CuAl10Ni5Fe4, Ø {diameter} mm",
            "Rundstange CuAl10Ni5Fe4, Ø {diameter} mm",
            "Round bar CuAl10Ni5Fe4, Ø {diameter} mm",
        ),
        description=say(
            "Aluminiumbronse etter EN 12163, tåler sjøvann og høyt trykk. " + _BAR["nb"],
            "Aluminiumbronze nach EN 12163, beständig gegen Seewasser und hohen Druck. " + _BAR["de"],
            "Aluminium bronze to EN 12163, stands sea water and high pressure. " + _BAR["en"],
        ),
        unit="kg",
        kg="1",
        per=1000,
        minimum=5,
        breaks=(100, 500),
        warehouse="Hamburg",
        lead_days=8,
    ),
    Family(
        category="bushes",
        maker="Gussholt",
        part="GH-RG7-{outer}{inner}",
        drawing="hollow-bar",
        start=104010,
        step=5,
        columns="outer inner price",
        rows="""
            42 | 22 | 164000.00
            52 | 28 | 162000.00
            62 | 38 | 161000.00
            82 | 48 | 160000.00
            102 | 58 | 161000.00
            122 | 78 | 163000.00
        """,
        name=say(
            "Hulstang CuSn7Zn4Pb7-C, {outer} × {inner} mm",
            "Hohlstange CuSn7Zn4Pb7-C, {outer} × {inner} mm",
            "Hollow bar CuSn7Zn4Pb7-C, {outer} × {inner} mm",
        ),
        description=say(
            "Rødgods RG 7, strengstøpt med bearbeidingstillegg, for foringer. " + _BAR["nb"],
            "Rotguss Rg 7, Strangguss mit Bearbeitungszugabe, für Buchsen. " + _BAR["de"],
            "Gunmetal, continuously cast with machining allowance, for bushes. " + _BAR["en"],
        ),
        unit="kg",
        kg="1",
        per=1000,
        minimum=5,
        breaks=(100, 500),
        warehouse="Hamburg",
    ),
    Family(
        category="bushes",
        maker="Gussholt",
        part="GH-FB-{i:02}",
        drawing="bush",
        start=105010,
        step=5,
        columns="inner outer length price kg",
        rows="""
            20 | 26 | 25 | 68.00 | 0.05
            25 | 32 | 30 | 86.00 | 0.09
            30 | 38 | 35 | 112.00 | 0.14
            40 | 50 | 40 | 178.00 | 0.3
            50 | 60 | 50 | 246.00 | 0.5
            80 | 95 | 80 | 698.00 | 1.6
        """,
        name=say(
            "Flensforing {inner} × {outer} × {length}, sinterbronse",
            "Bundbuchse {inner} × {outer} × {length}, Sinterbronze",
            "Flanged bush {inner} × {outer} × {length}, sintered bronze",
        ),
        description=say(
            "Oljeimpregnert, vedlikeholdsfri, etter ISO 2797. Passer bolt f7.",
            "Ölgetränkt, wartungsfrei, nach ISO 2797. Für Welle f7.",
            "Oil-impregnated, maintenance-free, to ISO 2797. For an f7 shaft.",
        ),
        breaks=(10, 50),
        warehouse="Hamburg",
    ),
    Family(
        category="copper-products",
        maker="Gussholt",
        part="GH-BB-{width}{thick}",
        drawing="flat-bar",
        start=106010,
        step=5,
        columns="width thick weight price",
        rows="""
            20 | 3 | 0.53 | 7200.00
            20 | 5 | 0.89 | 11900.00
            30 | 5 | 1.34 | 17800.00
            40 | 5 | 1.78 | 23600.00
            40 | 10 | 3.56 | 46900.00
            60 | 10 | 5.34 | 69800.00
        """,
        name=say(
            "Strømskinne Cu-ETP {width} × {thick} mm",
            "Stromschiene Cu-ETP {width} × {thick} mm",
            "Busbar Cu-ETP {width} × {thick} mm",
        ),
        description=say(
            "Etter EN 13601, R240, avrundede kanter, {weight} kg/m, lengder på 4 m. Pris for 100 m.",
            "Nach EN 13601, R240, gerundete Kanten, {weight} kg/m, Längen zu 4 m. Preis je 100 m.",
            "To EN 13601, R240, rounded edges, {weight} kg/m, in lengths of 4 m. Priced per 100 m.",
        ),
        unit="m",
        pack=4,
        kg="1.6",
        per=100,
        breaks=(40, 200),
        warehouse="Hamburg",
    ),
    Family(
        category="copper-products",
        maker="Gussholt",
        part="GH-WR-{size}",
        drawing="coil",
        start=106110,
        step=5,
        columns="size pack price",
        rows="""
            6 | 100 | 1180.00
            10 | 100 | 1890.00
            16 | 50 | 2980.00
            25 | 50 | 4680.00
        """,
        name=say(
            "Jordledning kobber {size} mm², blank",
            "Erdungsleiter Kupfer {size} mm², blank",
            "Earth conductor copper {size} mm², bare",
        ),
        description=say(
            "Flertrådet, glødet, kveil på {pack} m. Pris for 100 m.",
            "Mehrdrähtig, geglüht, Ring zu {pack} m. Preis je 100 m.",
            "Stranded, annealed, {pack} m to the coil. Priced per 100 m.",
        ),
        unit="m",
        pack=50,
        kg="0.13",
        per=100,
        breaks=(200, 1000),
        warehouse="Hamburg",
    ),
    Family(
        category="copper-products",
        maker="Gussholt",
        part="GH-SH-{thick:.2}{i}",
        drawing="sheet",
        start=106210,
        step=5,
        columns="alloy thick weight price",
        rows="""
            CuZn37 | 0.5 | 8.5 | 1180.00
            CuZn37 | 1.0 | 17 | 2180.00
            CuZn37 | 2.0 | 34 | 4290.00
            Cu-DHP | 0.7 | 12.5 | 1790.00
            Cu-DHP | 1.0 | 18 | 2480.00
        """,
        name=say(
            "Plate {alloy}, {thick} × 1000 × 2000 mm",
            "Blech {alloy}, {thick} × 1000 × 2000 mm",
            "Sheet {alloy}, {thick} × 1000 × 2000 mm",
        ),
        description=say(
            "Halvhard, folie på én side, omtrent {weight} kg. Sendes på pall.",
            "Halbhart, einseitig foliert, etwa {weight} kg. Versand auf Palette.",
            "Half-hard, film on one side, about {weight} kg. Sent on a pallet.",
        ),
        kg="18",
        forwarder=True,
        breaks=(5,),
        warehouse="Hamburg",
    ),
)
