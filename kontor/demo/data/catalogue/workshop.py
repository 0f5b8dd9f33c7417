"""Welding consumables, abrasives, sprays and assortments."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="welding",
        maker="Weldara",
        part="WE-T-{alloy}-{size}",
        drawing="welding-rod",
        start=352400,
        columns="alloy use size price",
        rows="""
            352408: 308L | rustfritt 304~V2A~304 stainless | 1.6 | 798.00
            352410: 308L | rustfritt 304~V2A~304 stainless | 2.4 | 748.00
            352414: 316L | syrefast 316L~V4A~316L stainless | 1.6 | 1020.00
            352416: 316L | syrefast 316L~V4A~316L stainless | 2.4 | 976.00
            352418: 316L | syrefast 316L~V4A~316L stainless | 3.2 | 968.00
            352424: CuSi3 | kobber og bronse~Kupfer und Bronze~copper and bronze | 2.4 | 1380.00
        """,
        name=say(
            "TIG-stav {alloy}, {size} mm, 5 kg",
            "WIG-Schweißstab {alloy}, {size} mm, 5 kg",
            "TIG rod {alloy}, {size} mm, 5 kg",
        ),
        description=say(
            "Staver på 1000 mm i rør, merket i begge ender, for {use}. Attest 2.2.",
            "Stäbe 1000 mm in der Röhre, beidseitig gekennzeichnet, für {use}. Zeugnis 2.2.",
            "1000 mm rods in a tube, marked at both ends, for {use}. Certificate 2.2.",
        ),
        unit="pack",
        kg="5.2",
        breaks=(5, 20),
        warehouse="Hamburg",
    ),
    Family(
        category="welding",
        maker="Weldara",
        part="WE-M-{i:02}",
        drawing="wire-spool",
        start=352510,
        step=5,
        columns="alloy size price",
        rows="""
            G3Si1 | 0.8 | 498.00
            G3Si1 | 1.0 | 478.00
            G3Si1 | 1.2 | 468.00
            316LSi | 1.0 | 2190.00
        """,
        name=say(
            "MAG-tråd {alloy}, {size} mm, 15 kg",
            "MAG-Draht {alloy}, {size} mm, 15 kg",
            "MAG wire {alloy}, {size} mm, 15 kg",
        ),
        description=say(
            "Jevnt spolet på kurvspole K300, for manuell og robotsveising.",
            "Lagenweise gespult auf Korbspule K300, für Hand und Roboter.",
            "Layer-wound on a K300 basket spool, for hand and robot.",
        ),
        kg="15.6",
        breaks=(6, 24),
        warehouse="Hamburg",
    ),
    Family(
        category="welding",
        maker="Weldara",
        part="WE-E-{i:02}",
        drawing="welding-rod",
        start=352610,
        step=5,
        columns="size length price kg",
        rows="""
            2.5 | 350 | 268.00 | 4.3
            3.2 | 350 | 286.00 | 4.7
            4.0 | 450 | 328.00 | 5.9
        """,
        name=say(
            "Sveiseelektrode basisk 7018, {size} mm",
            "Stabelektrode basisch 7018, {size} mm",
            "Basic electrode 7018, {size} mm",
        ),
        description=say(
            "Lengde {length} mm, vakuumpakket, seig ned til −46 °C. Kan brukes rett fra pakken.",
            "Länge {length} mm, vakuumverpackt, zäh bis −46 °C. Ohne Rücktrocknung verschweißbar.",
            "Length {length} mm, vacuum-packed, tough down to −46 °C. Used straight from the pack.",
        ),
        unit="pack",
        breaks=(6, 24),
        warehouse="Hamburg",
    ),
    Family(
        category="abrasives",
        maker="Schleifmark",
        part="SM-K{n}",
        drawing="cutting-disc",
        start=330100,
        columns="size metal pack price kg",
        rows="""
            330115: 115×1.0 | Inox | 25 | 14.80 | 0.03
            330125: 125×1.0 | Inox | 25 | 15.60 | 0.04
            330126: 125×1.6 | Inox | 25 | 16.80 | 0.05
            330127: 125×1.6 | stål~Stahl~steel | 25 | 13.90 | 0.05
            330178: 180×1.6 | Inox | 25 | 24.80 | 0.1
            330230: 230×1.9 | stål~Stahl~steel | 25 | 26.90 | 0.2
            330231: 230×1.9 | Inox | 25 | 29.80 | 0.2
        """,
        name=say("Kappeskive {size} {metal}", "Trennscheibe {size} {metal}", "Cutting disc {size} {metal}"),
        description=say(
            "Tynn, hull 22,23 mm, EN 12413. Lite grad og rolig snitt.",
            "Dünn, Bohrung 22,23 mm, EN 12413. Wenig Grat, ruhiger Schnitt.",
            "Thin, 22.23 mm bore, EN 12413. Little burr, quiet cut.",
        ),
        breaks=(100, 500),
        warehouse="Hamburg",
    ),
    Family(
        category="abrasives",
        maker="Schleifmark",
        part="SM-F{n}",
        drawing="flap-disc",
        start=330170,
        columns="size grit price kg",
        rows="""
            330140: 125 | 40 | 42.00 | 0.09
            330141: 125 | 60 | 42.00 | 0.09
            330142: 125 | 80 | 42.00 | 0.09
            330179: 180 | 40 | 66.00 | 0.2
            330180: 180 | 60 | 58.90 | 0.2
            330181: 180 | 80 | 66.00 | 0.2
        """,
        name=say(
            "Lamellskive {size}, korn {grit}",
            "Fächerscheibe {size}, Korn {grit}",
            "Flap disc {size}, grit {grit}",
        ),
        description=say(
            "Zirkonkorund på glassfiber, vinklet 12°. Sliper og pusser i ett.",
            "Zirkonkorund auf Glasfaserteller, 12° gewölbt. Schleift und glättet in einem Gang.",
            "Zirconia on glass fibre, angled 12°. Grinds and finishes in one go.",
        ),
        pack=10,
        breaks=(50, 200),
        warehouse="Hamburg",
    ),
    Family(
        category="abrasives",
        maker="Schleifmark",
        part="SM-G{n}",
        drawing="cutting-disc",
        start=330190,
        columns="size price kg",
        rows="""
            330190: 125×6 | 22.80 | 0.2
            330191: 180×6 | 36.90 | 0.4
            330192: 230×6 | 54.80 | 0.7
        """,
        name=say("Slipeskive {size} stål", "Schruppscheibe {size} Stahl", "Grinding disc {size} steel"),
        description=say(
            "Nedsenket nav, hull 22,23 mm, EN 12413. Tar godt og holder lenge på sveisesømmer.",
            "Gekröpft, Bohrung 22,23 mm, EN 12413. Greift gut und hält lange an Schweißnähten.",
            "Depressed centre, 22.23 mm bore, EN 12413. Bites well and lasts on weld seams.",
        ),
        pack=10,
        breaks=(50, 200),
        warehouse="Hamburg",
    ),
    Family(
        category="sprays",
        maker="Sprutia",
        part="SP-{i:02}",
        drawing="spray",
        start=601000,
        columns="name what ml price",
        rows="""
            601010: Rustløser~Rostlöser~Penetrating oil | Kryper inn i gjenger og løsner på fem minutter~Kriecht in Gewinde und löst in fünf Minuten~Creeps into threads and loosens within five minutes | 400 | 68.00
            601015: Bremserens~Bremsenreiniger~Brake cleaner | Fjerner fett uten rester~Entfettet rückstandsfrei~Degreases without residue | 500 | 46.00
            601020: Kjedespray~Kettenspray~Chain spray | Hefter, tåler vann og høye farter~Haftet, wasserfest und schleuderfest~Clings, waterproof and fling-proof | 400 | 89.00
            601030: Sinkspray lys~Zinkspray hell~Zinc spray bright | Utbedrer varmforsinking, 550 timer saltspray~Bessert Feuerverzinkung aus, 550 Stunden Salzsprühtest~Mends hot-dip galvanising, 550 hours salt spray | 400 | 94.00
            601035: Lekkasjesøker~Lecksuchspray~Leak detector | Bobler ved gasslekkasje, også i frost~Zeigt Gaslecks, auch bei Frost~Bubbles at gas leaks, in frost too | 400 | 78.00
            601040: Sveisespray~Schweißschutzspray~Anti-spatter spray | Uten silikon, hindrer sprut i dyse og på gods~Silikonfrei, gegen Spritzer an Düse und Werkstück~Silicone-free, stops spatter on nozzle and workpiece | 400 | 58.00
        """,
        name=say("{name}, {ml} ml", "{name}, {ml} ml", "{name}, {ml} ml"),
        description=say(
            "{what}. Tolv i esken, selges også enkeltvis.",
            "{what}. Zwölf im Karton, auch einzeln.",
            "{what}. Twelve to the box, also sold singly.",
        ),
        kg="0.45",
        breaks=(12, 60),
        warehouse="Hamburg",
    ),
    Family(
        category="sprays",
        maker="Hansa own brand",
        part="HX-AS-{i:02}",
        drawing="assortment",
        start=748900,
        columns="what count price kg",
        rows="""
            748902: O-ringer NBR~O-Ringe NBR~O-rings NBR | 382 | 312.00 | 0.6
            748904: O-ringer FKM~O-Ringe FKM~O-rings FKM | 225 | 798.00 | 0.5
            748906: låseringer~Sicherungsringe~circlips | 300 | 248.00 | 0.9
            748908: kobberskiver~Kupferscheiben~copper washers | 568 | 298.00 | 1.1
        """,
        name=say(
            "Sortiment {what}, {count} stk.",
            "Sortiment {what}, {count} Stück",
            "Assortment of {what}, {count} pieces",
        ),
        description=say(
            "De vanligste målene i koffert med fast rominndeling og tabell i lokket.",
            "Die gängigsten Maße im Koffer mit festen Fächern und Tabelle im Deckel.",
            "The most common sizes in a case with fixed compartments and a table in the lid.",
        ),
        unit="set",
        breaks=(5,),
        warehouse="Hamburg",
    ),
)
