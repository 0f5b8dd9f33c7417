"""Lifting, protective equipment, drinks."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="lifting",
        maker="Vernia",
        part="VE-RS-{tonnes}-{length}",
        drawing="sling",
        start=680010,
        step=5,
        columns="tonnes length colour price kg",
        rows="""
            1 | 2 | fiolett~violett~violet | 78.00 | 0.4
            2 | 2 | grønn~grün~green | 104.00 | 0.7
            2 | 4 | grønn~grün~green | 168.00 | 1.3
            3 | 4 | gul~gelb~yellow | 236.00 | 1.9
            5 | 4 | rød~rot~red | 358.00 | 3.1
            8 | 6 | blå~blau~blue | 890.00 | 7.4
        """,
        name=say(
            "Rundsling {tonnes} t, {length} m, {colour}",
            "Rundschlinge {tonnes} t, {length} m, {colour}",
            "Round sling {tonnes} t, {length} m, {colour}",
        ),
        description=say(
            "Polyester etter EN 1492-2, sikkerhetsfaktor 7, med sertifikat. Brukbar lengde {length} m.",
            "Polyester nach EN 1492-2, Sicherheitsfaktor 7, mit Zertifikat. Nutzlänge {length} m.",
            "Polyester to EN 1492-2, safety factor 7, with certificate. Working length {length} m.",
        ),
        breaks=(5, 20),
    ),
    Family(
        category="lifting",
        maker="Vernia",
        part="VE-SH-{i:02}",
        drawing="shackle",
        start=680110,
        step=5,
        columns="tonnes pin price kg",
        rows="""
            1 | 11 | 38.00 | 0.2
            2 | 16 | 58.00 | 0.4
            3.25 | 19 | 84.00 | 0.7
            4.75 | 22 | 118.00 | 1.1
            8.5 | 28 | 236.00 | 2.3
            12 | 35 | 412.00 | 4.3
        """,
        name=say("Sjakkel, bue, {tonnes} t", "Schäkel, geschweift, {tonnes} t", "Bow shackle {tonnes} t"),
        description=say(
            "Grad 6, varmforsinket, bolt {pin} mm med mutter og splint. Merket og sporbar.",
            "Güteklasse 6, feuerverzinkt, Bolzen {pin} mm mit Mutter und Splint. Gekennzeichnet und rückverfolgbar.",
            "Grade 6, hot-dip galvanised, {pin} mm pin with nut and cotter. Marked and traceable.",
        ),
        breaks=(10, 50),
    ),
    Family(
        category="lifting",
        maker="Vernia",
        part="VE-LS-{width}-{length}",
        drawing="strap",
        start=680210,
        step=5,
        columns="width length capacity price kg",
        rows="""
            25 | 5 | 750 | 64.00 | 0.7
            35 | 6 | 1500 | 112.00 | 1.5
            50 | 9 | 2500 | 168.00 | 2.9
        """,
        name=say(
            "Lastestropp {width} mm, {length} m",
            "Zurrgurt {width} mm, {length} m",
            "Ratchet strap {width} mm, {length} m",
        ),
        description=say(
            "To deler med skralle og spisskroker, LC {capacity:n} daN rett, etter EN 12195-2.",
            "Zweiteilig mit Ratsche und Spitzhaken, LC {capacity:n} daN gerade, nach EN 12195-2.",
            "Two parts with ratchet and claw hooks, LC {capacity:n} daN straight, to EN 12195-2.",
        ),
        breaks=(10, 50),
    ),
    Family(
        category="protection",
        maker="Vernia",
        part="VE-GL-{size}",
        drawing="glove",
        start=685010,
        columns="size price",
        rows="""
            7 | 46.00
            8 | 46.00
            9 | 46.00
            10 | 46.00
            11 | 46.00
        """,
        name=say(
            "Monteringshanske Grip, str. {size}",
            "Montagehandschuh Grip, Gr. {size}",
            "Assembly glove Grip, size {size}",
        ),
        description=say(
            "Sømløs, nitrilskum i håndflaten, EN 388 4121X. Godt grep også på vått og oljete.",
            "Nahtlos, Nitrilschaum in der Handfläche, EN 388 4121X. Griffig auch bei Öl und Nässe.",
            "Seamless, nitrile foam palm, EN 388 4121X. Grips when wet or oily.",
        ),
        unit="pair",
        pack=12,
        kg="0.06",
        breaks=(60, 240),
    ),
    Family(
        category="protection",
        maker="Vernia",
        part="VE-GW-{size}",
        drawing="glove",
        start=685030,
        columns="size price",
        rows="""
            9 | 118.00
            10 | 118.00
            11 | 118.00
        """,
        name=say(
            "Vinterhanske Frost, str. {size}",
            "Winterhandschuh Frost, Gr. {size}",
            "Winter glove Frost, size {size}",
        ),
        description=say(
            "Fôret og vanntett, EN 511 til −25 °C. Refleks på håndryggen.",
            "Gefüttert und wasserdicht, EN 511 bis −25 °C. Reflexstreifen auf dem Handrücken.",
            "Lined and waterproof, EN 511 down to −25 °C. Reflective strip on the back.",
        ),
        unit="pair",
        pack=6,
        kg="0.18",
        breaks=(24, 120),
    ),
    Family(
        category="protection",
        maker="Vernia",
        part="VE-HE-{i}",
        drawing="helmet",
        start=685110,
        step=5,
        columns="colour price",
        rows="""
            hvit~weiß~white | 248.00
            gul~gelb~yellow | 248.00
            blå~blau~blue | 248.00
            rød~rot~red | 248.00
        """,
        name=say("Vernehjelm Rigg, {colour}", "Schutzhelm Rigg, {colour}", "Safety helmet Rigg, {colour}"),
        description=say(
            "ABS med skruhjul, seks festepunkter, EN 397, −30 °C. Spor for hørselvern og visir.",
            "ABS mit Drehverschluss, Sechs-Punkt-Aufhängung, EN 397, −30 °C. Aufnahme für Gehörschutz und Visier.",
            "ABS with wheel ratchet, six-point harness, EN 397, −30 °C. Slots for ear defenders and visor.",
        ),
        kg="0.42",
        breaks=(10, 50),
    ),
    Family(
        category="protection",
        maker="Vernia",
        part="VE-HV-{size}",
        drawing="vest",
        start=685210,
        step=5,
        columns="size price",
        rows="""
            S | 698.00
            M | 698.00
            L | 698.00
            XL | 698.00
            XXL | 748.00
        """,
        name=say(
            "Varseljakke klasse 3, oransje, {size}",
            "Warnjacke Klasse 3, orange, {size}",
            "High-visibility jacket class 3, orange, {size}",
        ),
        description=say(
            "EN ISO 20471 klasse 3, vanntett 10 000 mm, teipede sømmer. Tåler 50 vask.",
            "EN ISO 20471 Klasse 3, wasserdicht 10.000 mm, getapte Nähte. Für 50 Wäschen.",
            "EN ISO 20471 class 3, waterproof 10,000 mm, taped seams. Good for 50 washes.",
        ),
        kg="0.9",
        breaks=(10, 30),
    ),
    Family(
        category="protection",
        maker="Vernia",
        part="VE-EY-{i}",
        drawing="glasses",
        start=685310,
        step=5,
        columns="tint price",
        rows="""
            klar~klar~clear | 58.00
            gul~gelb~yellow | 62.00
            grå~grau~grey | 62.00
        """,
        name=say("Vernebrille Klar, {tint}", "Schutzbrille Klar, {tint}", "Safety glasses Klar, {tint}"),
        description=say(
            "Dugg- og ripefri, EN 166 1F, sitter godt under hørselvern. 24 g.",
            "Beschlag- und kratzfest, EN 166 1F, sitzt gut unter dem Gehörschutz. 24 g.",
            "Anti-fog and scratch-resistant, EN 166 1F, sits well under ear defenders. 24 g.",
        ),
        pack=5,
        kg="0.03",
        breaks=(20, 100),
    ),
    Family(
        category="protection",
        maker="Vernia",
        part="VE-EA-{i}",
        drawing="ear-defenders",
        start=685410,
        step=5,
        columns="kind snr price kg",
        rows="""
            hodebøyle~mit Kopfbügel~headband | 30 | 286.00 | 0.25
            hjelmfeste~mit Helmbefestigung~helmet mount | 29 | 318.00 | 0.27
        """,
        name=say("Hørselvern Ro, {kind}", "Gehörschutz Ro, {kind}", "Ear defenders Ro, {kind}"),
        description=say(
            "SNR {snr} dB, EN 352, myke puter som kan skiftes.",
            "SNR {snr} dB, EN 352, weiche, austauschbare Polster.",
            "SNR {snr} dB, EN 352, soft cushions that can be renewed.",
        ),
        breaks=(10, 50),
    ),
    Family(
        category="refreshments",
        maker="Kildal",
        part="KD-{i:02}",
        drawing="bottle",
        start=690100,
        columns="name what price kg",
        rows="""
            690104: Kildevann, 24 × 0.5 l~Quellwasser, 24 × 0.5 l~Spring water, 24 × 0.5 l | Stille vann i pantefrie flasker~Stilles Wasser in Flaschen ohne Pfand~Still water in deposit-free bottles | 198.00 | 12.6
            690108: Kildevann med kullsyre, 24 × 0.5 l~Mineralwasser spritzig, 24 × 0.5 l~Sparkling water, 24 × 0.5 l | Med kullsyre og et drag av sitron~Mit Kohlensäure und einem Hauch Zitrone~Sparkling, with a touch of lemon | 212.00 | 12.6
            690112: Elektrolyttdrikk, 24 × 0.5 l~Elektrolytgetränk, 24 × 0.5 l~Electrolyte drink, 24 × 0.5 l | Salter og litt sukker for varme dager og tungt arbeid~Salze und wenig Zucker für heiße Tage und schwere Arbeit~Salts and a little sugar for hot days and heavy work | 339.00 | 12.9
            690116: Eplemost, 12 × 1 l~Apfelsaft, 12 × 1 l~Apple juice, 12 × 1 l | Presset, ikke fra konsentrat~Direktsaft, nicht aus Konzentrat~Pressed, not from concentrate | 276.00 | 12.8
        """,
        name=say("{name}", "{name}", "{name}"),
        description=say(
            "{what}. Brett i krympefilm, holdbart minst seks måneder.",
            "{what}. Tray in Schrumpffolie, mindestens sechs Monate haltbar.",
            "{what}. Shrink-wrapped tray, keeps for at least six months.",
        ),
        unit="pack",
        reduced=True,
        breaks=(10, 40),
    ),
    Family(
        category="refreshments",
        maker="Kildal",
        part="KD-{i:02}K",
        drawing="coffee",
        start=690200,
        step=4,
        columns="name what price kg",
        rows="""
            Kaffe filtermalt, 12 × 500 g~Filterkaffee, 12 × 500 g~Filter coffee, 12 × 500 g | Mellombrent, til trakter og termos~Mittlere Röstung, für Maschine und Thermoskanne~Medium roast, for machine and flask | 698.00 | 6.4
            Kaffe hele bønner, 6 × 1 kg~Kaffeebohnen, 6 × 1 kg~Coffee beans, 6 × 1 kg | Mørkbrent, til automat~Dunkle Röstung, für Vollautomaten~Dark roast, for bean-to-cup machines | 824.00 | 6.3
            Te, 4 slag, 100 poser~Tee, 4 Sorten, 100 Beutel~Tea, 4 kinds, 100 bags | Sort, grønn, rooibos og urter~Schwarz, grün, Rooibos und Kräuter~Black, green, rooibos and herbal | 118.00 | 0.3
        """,
        name=say("{name}", "{name}", "{name}"),
        description=say(
            "{what}. I eske, mørkt og tørt holder det et år.",
            "{what}. Im Karton, dunkel und trocken ein Jahr haltbar.",
            "{what}. In a box, keeps for a year in the dark and dry.",
        ),
        unit="pack",
        reduced=True,
        breaks=(6, 24),
    ),
)
