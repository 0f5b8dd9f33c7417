"""Printers and their supplies."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="laser-printers",
        maker="Skrivia",
        part="SK-LP{model}",
        drawing="printer",
        start=900010,
        step=10,
        columns="model speed colour price kg",
        rows="""
            3 | 30 | svart-hvitt~Schwarzweiß~black and white | 2190.00 | 11
            4 | 40 | svart-hvitt~Schwarzweiß~black and white | 3690.00 | 14
            5 | 50 | svart-hvitt~Schwarzweiß~black and white | 6890.00 | 22
            C3 | 25 | farge~Farbe~colour | 3290.00 | 19
            C5 | 38 | farge~Farbe~colour | 7980.00 | 28
        """,
        name=say(
            "Laserskriver LaserPro {model}, {colour}",
            "Laserdrucker LaserPro {model}, {colour}",
            "Laser printer LaserPro {model}, {colour}",
        ),
        description=say(
            "{speed} sider i minuttet, tosidig, nettverk og sikker utskrift med kode. Leveres med starttoner.",
            "{speed} Seiten je Minute, beidseitig, Netzwerk und vertraulicher Druck mit PIN. Mit Starttoner.",
            "{speed} pages a minute, two-sided, network and secure print by code. With starter toner.",
        ),
        breaks=(5,),
        lead_days=5,
    ),
    Family(
        category="multifunction",
        maker="Skrivia",
        part="SK-MF{model}",
        drawing="copier",
        start=900110,
        step=10,
        columns="model size speed price kg",
        rows="""
            M4 | A4 | 40 | 6490.00 | 21
            MC4 | A4 | 35 | 8990.00 | 31
            MC30 | A3 | 30 | 28900.00 | 78
            MC45 | A3 | 45 | 42900.00 | 96
            MC60 | A3 | 60 | 68900.00 | 142
        """,
        name=say(
            "Multifunksjon OfficePro {model}, {size}",
            "Multifunktionsgerät OfficePro {model}, {size}",
            "Multifunction OfficePro {model}, {size}",
        ),
        description=say(
            "Skriv ut, skann og kopier {speed} sider i minuttet, dobbel skanning i ett løp. Vi setter den opp hos dere.",
            "Drucken, scannen und kopieren mit {speed} Seiten je Minute, beidseitiger Scan in einem Durchgang. Wir richten es bei Ihnen ein.",
            "Prints, scans and copies {speed} pages a minute, two-sided scan in one pass. We set it up at your place.",
        ),
        breaks=(3,),
        lead_days=10,
        forwarder=True,
    ),
    Family(
        category="toner",
        maker="Skrivia",
        part="SK-T{model}-K{i}",
        drawing="toner",
        start=902010,
        step=5,
        columns="model pages price kg",
        rows="""
            LaserPro 3 | 2500 | 598.00 | 0.8
            LaserPro 3 XL | 6000 | 998.00 | 1.0
            LaserPro 4 | 4000 | 748.00 | 0.9
            LaserPro 4 XL | 10000 | 1390.00 | 1.2
            LaserPro 5 | 8000 | 1180.00 | 1.3
            LaserPro 5 XL | 18000 | 2140.00 | 1.7
            OfficePro M4 | 10000 | 1290.00 | 1.2
        """,
        name=say(
            "Toner svart {model}, {pages:n} sider",
            "Toner schwarz {model}, {pages:n} Seiten",
            "Toner black {model}, {pages:n} pages",
        ),
        description=say(
            "Original. {pages:n} sider etter ISO/IEC 19752. Tomme kassetter tar vi gratis i retur.",
            "Original. {pages:n} Seiten nach ISO/IEC 19752. Leere Kassetten nehmen wir kostenlos zurück.",
            "Original. {pages:n} pages to ISO/IEC 19752. We take empty cartridges back free of charge.",
        ),
        breaks=(4, 20),
    ),
    Family(
        category="toner",
        maker="Skrivia",
        part="SK-C{i:02}",
        drawing="toner",
        start=902110,
        step=5,
        columns="model colour pages price kg",
        rows="""
            LaserPro C3 | svart~schwarz~black | 3000 | 748.00 | 0.6
            LaserPro C3 | cyan~cyan~cyan | 2500 | 798.00 | 0.6
            LaserPro C3 | magenta~magenta~magenta | 2500 | 798.00 | 0.6
            LaserPro C3 | gul~gelb~yellow | 2500 | 798.00 | 0.6
            LaserPro C5 | svart~schwarz~black | 12000 | 1490.00 | 0.9
            LaserPro C5 | cyan~cyan~cyan | 9000 | 1690.00 | 0.9
            LaserPro C5 | magenta~magenta~magenta | 9000 | 1690.00 | 0.9
            LaserPro C5 | gul~gelb~yellow | 9000 | 1690.00 | 0.9
            OfficePro MC30 | svart~schwarz~black | 28000 | 980.00 | 1.1
            OfficePro MC30 | cyan~cyan~cyan | 21000 | 1480.00 | 1.0
            OfficePro MC30 | magenta~magenta~magenta | 21000 | 1480.00 | 1.0
            OfficePro MC30 | gul~gelb~yellow | 21000 | 1480.00 | 1.0
        """,
        name=say(
            "Toner {colour} {model}, {pages:n} sider",
            "Toner {colour} {model}, {pages:n} Seiten",
            "Toner {colour} {model}, {pages:n} pages",
        ),
        description=say(
            "Original. {pages:n} sider ved 5 % dekning. Tomme kassetter tar vi gratis i retur.",
            "Original. {pages:n} Seiten bei 5 % Deckung. Leere Kassetten nehmen wir kostenlos zurück.",
            "Original. {pages:n} pages at 5% coverage. We take empty cartridges back free of charge.",
        ),
        breaks=(4, 20),
    ),
    Family(
        category="maintenance-kits",
        maker="Skrivia",
        part="SK-D{i:02}",
        drawing="drum-unit",
        start=904010,
        step=5,
        columns="model pages price kg",
        rows="""
            LaserPro 3 | 30000 | 980.00 | 0.7
            LaserPro 4 | 40000 | 1190.00 | 0.8
            LaserPro 5 | 60000 | 1580.00 | 1.1
            LaserPro C5 | 50000 | 2280.00 | 1.4
            OfficePro MC30 | 90000 | 2690.00 | 1.9
        """,
        name=say("Trommel {model}", "Trommeleinheit {model}", "Drum unit {model}"),
        description=say(
            "Holder i omtrent {pages:n} sider. Skriveren sier fra når det er 10 % igjen.",
            "Reicht für etwa {pages:n} Seiten. Der Drucker meldet sich bei 10 % Rest.",
            "Lasts for about {pages:n} pages. The printer tells when 10% is left.",
        ),
        breaks=(4,),
    ),
    Family(
        category="maintenance-kits",
        maker="Skrivia",
        part="SK-MK{i:02}",
        drawing="drum-unit",
        start=904110,
        step=5,
        columns="model pages price kg",
        rows="""
            LaserPro 4 | 100000 | 2190.00 | 2.4
            LaserPro 5 | 200000 | 3480.00 | 3.8
            LaserPro C5 | 150000 | 4280.00 | 4.1
            OfficePro MC30 | 300000 | 6890.00 | 6.2
        """,
        name=say(
            "Vedlikeholdssett {model}, {pages:n} sider",
            "Wartungskit {model}, {pages:n} Seiten",
            "Maintenance kit {model}, {pages:n} pages",
        ),
        description=say(
            "Fikseringsenhet, overføringsrulle og papirruller. Skiftes av bruker på et kvarter.",
            "Fixiereinheit, Transferrolle und Papiereinzugsrollen. Vom Anwender in einer Viertelstunde zu tauschen.",
            "Fuser, transfer roller and feed rollers. Changed by the user in a quarter of an hour.",
        ),
        unit="set",
        breaks=(3,),
        lead_days=6,
    ),
    Family(
        category="paper",
        maker="Hansa own brand",
        part="HX-P{size}{grams}",
        drawing="paper",
        start=906010,
        step=5,
        columns="size grams sheets price kg",
        rows="""
            A4 | 75 | 2500 | 248.00 | 11.7
            A4 | 80 | 2500 | 268.00 | 12.5
            A4 | 90 | 2500 | 348.00 | 14.0
            A4 | 120 | 1000 | 236.00 | 7.5
            A3 | 80 | 2500 | 548.00 | 25.0
        """,
        name=say(
            "Kopipapir {size}, {grams} g, {sheets:n} ark",
            "Kopierpapier {size}, {grams} g, {sheets:n} Blatt",
            "Copy paper {size}, {grams} g, {sheets:n} sheets",
        ),
        description=say(
            "Hvithet CIE 161, for laser og blekk, tosidig. Fra sertifisert skogbruk, eske.",
            "Weiße CIE 161, für Laser und Tinte, beidseitig. Aus zertifizierter Forstwirtschaft, im Karton.",
            "CIE whiteness 161, for laser and ink, two-sided. From certified forestry, by the box.",
        ),
        unit="pack",
        breaks=(5, 40),
    ),
    Family(
        category="paper",
        maker="Hansa own brand",
        part="HX-PAL80",
        drawing="paper",
        start=906090,
        columns="boxes price kg",
        rows="40 | 9880.00 | 512",
        name=say(
            "Kopipapir A4, 80 g, pall {boxes} esker",
            "Kopierpapier A4, 80 g, Palette {boxes} Kartons",
            "Copy paper A4, 80 g, pallet of {boxes} boxes",
        ),
        description=say(
            "100 000 ark på pall, innpakket mot fukt. Pallen løftes av ved port eller rampe.",
            "100.000 Blatt auf Palette, gegen Feuchte eingeschlagen. Anlieferung an Tor oder Rampe.",
            "100,000 sheets on a pallet, wrapped against damp. Delivered to a gate or ramp.",
        ),
        unit="pack",
        bulky=True,
        forwarder=True,
        breaks=(2,),
    ),
    Family(
        category="paper",
        maker="Hansa own brand",
        part="HX-E{i:02}",
        drawing="paper",
        start=906110,
        step=5,
        columns="size each price kg",
        rows="""
            210 × 297 | 1 | 138.00 | 1.6
            105 × 148 | 4 | 138.00 | 1.6
            70 × 37 | 24 | 142.00 | 1.6
            99.1 × 67.7 | 8 | 148.00 | 1.6
        """,
        name=say(
            "Etiketter {size} mm, 100 ark", "Etiketten {size} mm, 100 Blatt", "Labels {size} mm, 100 sheets"
        ),
        description=say(
            "Hvite, {each} på arket, permanent lim, for laser og blekk.",
            "Weiß, {each} je Blatt, permanent haftend, für Laser und Tinte.",
            "White, {each} to the sheet, permanent adhesive, for laser and ink.",
        ),
        unit="pack",
        breaks=(10,),
    ),
)
