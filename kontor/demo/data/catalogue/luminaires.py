"""Luminaires."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="industrial-luminaires",
        maker="Lumera",
        part="LU-HB{watt}-{kelvin:.2}",
        drawing="high-bay",
        start=801010,
        step=5,
        columns="watt lumen kelvin price kg",
        rows="""
            80 | 12800 | 4000 | 1290.00 | 2.6
            100 | 16000 | 4000 | 1480.00 | 2.9
            150 | 24000 | 4000 | 1890.00 | 3.8
            150 | 24000 | 5000 | 1890.00 | 3.8
            200 | 32000 | 4000 | 2380.00 | 4.7
            200 | 32000 | 5000 | 2380.00 | 4.7
            240 | 38400 | 4000 | 2890.00 | 5.6
        """,
        name=say(
            "Hallarmatur {watt} W, {kelvin} K",
            "Hallenleuchte {watt} W, {kelvin} K",
            "High bay {watt} W, {kelvin} K",
        ),
        description=say(
            "{lumen:n} lm, 160 lm/W, 90°, IP65, DALI-2. For takhøyder fra 6 m, −40 til +50 °C.",
            "{lumen:n} lm, 160 lm/W, 90°, IP65, DALI-2. Ab 6 m Deckenhöhe, −40 bis +50 °C.",
            "{lumen:n} lm, 160 lm/W, 90°, IP65, DALI-2. For ceilings from 6 m, −40 to +50 °C.",
        ),
        breaks=(8, 40),
        lead_days=5,
    ),
    Family(
        category="industrial-luminaires",
        maker="Lumera",
        part="LU-DP{length}-{watt}",
        drawing="linear",
        start=801110,
        step=5,
        columns="length watt lumen price kg",
        rows="""
            600 | 18 | 2700 | 348.00 | 1.1
            1200 | 28 | 4200 | 448.00 | 1.8
            1200 | 40 | 6000 | 528.00 | 1.9
            1500 | 34 | 5100 | 548.00 | 2.3
            1500 | 50 | 7500 | 648.00 | 2.4
            1500 | 70 | 10500 | 798.00 | 2.6
        """,
        name=say(
            "Tett armatur {length} mm, {watt} W",
            "Feuchtraumleuchte {length} mm, {watt} W",
            "Damp-proof luminaire {length} mm, {watt} W",
        ),
        description=say(
            "{lumen:n} lm, 4000 K, IP66, IK08, gjennomgangskoblet 5 × 2,5 mm². For verksted, garasje og fjøs.",
            "{lumen:n} lm, 4000 K, IP66, IK08, Durchgangsverdrahtung 5 × 2,5 mm². Für Werkstatt, Garage und Stall.",
            "{lumen:n} lm, 4000 K, IP66, IK08, through-wired 5 × 2.5 mm². For workshops, garages and barns.",
        ),
        breaks=(10, 50),
    ),
    Family(
        category="office-luminaires",
        maker="Lumera",
        part="LU-PN{size:.3}-{i}",
        drawing="panel",
        start=802010,
        step=5,
        columns="size watt kelvin price kg",
        rows="""
            600 × 600 | 30 | 3000 | 568.00 | 2.4
            600 × 600 | 30 | 4000 | 568.00 | 2.4
            600 × 600 | 36 | 4000 | 628.00 | 2.4
            300 × 1200 | 30 | 3000 | 612.00 | 2.6
            300 × 1200 | 30 | 4000 | 612.00 | 2.6
        """,
        name=say(
            "LED-panel {size}, {watt} W, {kelvin} K",
            "LED-Panel {size}, {watt} W, {kelvin} K",
            "LED panel {size}, {watt} W, {kelvin} K",
        ),
        description=say(
            "UGR under 19 for skjermarbeid, flimmerfri, CRI over 90. For systemhimling.",
            "UGR unter 19 für Bildschirmarbeit, flimmerfrei, CRI über 90. Für Rasterdecken.",
            "UGR below 19 for screen work, flicker-free, CRI above 90. For grid ceilings.",
        ),
        breaks=(10, 50),
    ),
    Family(
        category="office-luminaires",
        maker="Lumera",
        part="LU-DL{cut}-{i}",
        drawing="downlight",
        start=802110,
        step=5,
        columns="cut watt lumen price kg",
        rows="""
            83 | 8 | 760 | 218.00 | 0.3
            125 | 12 | 1250 | 298.00 | 0.5
            165 | 18 | 1980 | 378.00 | 0.7
            210 | 25 | 2900 | 478.00 | 1.0
        """,
        name=say(
            "Downlight {watt} W, utsparing {cut} mm",
            "Downlight {watt} W, Ausschnitt {cut} mm",
            "Downlight {watt} W, cut-out {cut} mm",
        ),
        description=say(
            "{lumen:n} lm, 3000 K, dimbar, IP44 nedenfra. Klemmer uten verktøy.",
            "{lumen:n} lm, 3000 K, dimmbar, IP44 von unten. Werkzeuglose Klemmen.",
            "{lumen:n} lm, 3000 K, dimmable, IP44 from below. Tool-free terminals.",
        ),
        breaks=(10, 50),
    ),
    Family(
        category="outdoor-luminaires",
        maker="Fyrlykt",
        part="FY-FL{watt}",
        drawing="floodlight",
        start=803010,
        step=5,
        columns="watt lumen price kg",
        rows="""
            30 | 3900 | 348.00 | 1.0
            50 | 6500 | 468.00 | 1.4
            100 | 13000 | 798.00 | 2.5
            150 | 20000 | 1180.00 | 3.4
            200 | 27000 | 1480.00 | 4.4
        """,
        name=say("Lyskaster {watt} W", "Strahler {watt} W", "Floodlight {watt} W"),
        description=say(
            "{lumen:n} lm, 4000 K, asymmetrisk, IP66, IK08. Bøyle og 1 m kabel.",
            "{lumen:n} lm, 4000 K, asymmetrisch, IP66, IK08. Mit Bügel und 1 m Leitung.",
            "{lumen:n} lm, 4000 K, asymmetric, IP66, IK08. With bracket and 1 m cable.",
        ),
        breaks=(6, 30),
    ),
    Family(
        category="outdoor-luminaires",
        maker="Fyrlykt",
        part="FY-WL{lumen}",
        drawing="work-light",
        start=803110,
        step=5,
        columns="lumen hours price kg",
        rows="""
            2000 | 6 | 698.00 | 1.1
            4000 | 5 | 1090.00 | 1.9
            8000 | 4 | 1890.00 | 3.6
            15000 | 3 | 3490.00 | 7.2
        """,
        name=say(
            "Arbeidslykt batteri {lumen:n} lm",
            "Akku-Arbeitsleuchte {lumen:n} lm",
            "Battery work light {lumen:n} lm",
        ),
        description=say(
            "{hours} timer på fullt, lader også andre verktøy over USB-C, IP54. Tåler fall fra 2 m.",
            "{hours} Stunden bei voller Leistung, lädt Geräte über USB-C, IP54. Übersteht Stürze aus 2 m.",
            "{hours} hours at full power, charges tools by USB-C, IP54. Survives falls from 2 m.",
        ),
        breaks=(5, 20),
    ),
    Family(
        category="outdoor-luminaires",
        maker="Fyrlykt",
        part="FY-ST{watt}",
        drawing="street-light",
        start=803210,
        step=5,
        columns="watt lumen price kg",
        rows="""
            20 | 3000 | 1890.00 | 4.1
            35 | 5250 | 2090.00 | 4.4
            50 | 7500 | 2380.00 | 4.9
            75 | 11250 | 2890.00 | 6.0
            100 | 15000 | 3380.00 | 6.6
        """,
        name=say(
            "Veilysarmatur {watt} W, 3000 K",
            "Straßenleuchte {watt} W, 3000 K",
            "Street light {watt} W, 3000 K",
        ),
        description=say(
            "{lumen:n} lm, mastfeste 60 mm, sokkel for styreenhet, nattsenking fra fabrikk.",
            "{lumen:n} lm, Mastansatz 60 mm, Sockel für Steuermodul, Nachtabsenkung ab Werk.",
            "{lumen:n} lm, 60 mm spigot, socket for a controller, factory-set night dimming.",
        ),
        breaks=(10, 50),
        lead_days=12,
    ),
    Family(
        category="emergency-lighting",
        maker="Fyrlykt",
        part="FY-EX{range}-{i}",
        drawing="exit-sign",
        start=804010,
        step=5,
        columns="range mount price kg",
        rows="""
            20 | vegg~Wand~wall | 598.00 | 0.7
            24 | vegg~Wand~wall | 690.00 | 0.8
            30 | tak~Decke~ceiling | 890.00 | 1.0
            30 | innfelt~Einbau~recessed | 980.00 | 1.1
        """,
        name=say(
            "Markeringslys LED, {mount}, {range} m",
            "Rettungszeichenleuchte LED, {mount}, {range} m",
            "Exit sign LED, {mount}, {range} m",
        ),
        description=say(
            "Synlig på {range} m, 1 time batteri, selvtest med lampe og DALI-melding. Tre piktogrammer følger med.",
            "Erkennungsweite {range} m, 1 Stunde Akku, Selbsttest mit Anzeige und DALI-Meldung. Mit drei Piktogrammen.",
            "Seen from {range} m, 1 hour battery, self-test with lamp and DALI report. With three pictograms.",
        ),
        breaks=(5, 25),
    ),
    Family(
        category="emergency-lighting",
        maker="Fyrlykt",
        part="FY-EM{lumen}",
        drawing="exit-sign",
        start=804110,
        step=5,
        columns="lumen optics price kg",
        rows="""
            150 | rømningsvei~Fluchtweg~escape route | 548.00 | 0.5
            250 | åpent rom~Fläche~open area | 648.00 | 0.6
            400 | åpent rom~Fläche~open area | 798.00 | 0.8
        """,
        name=say(
            "Ledelys {lumen} lm, {optics}",
            "Notleuchte {lumen} lm, {optics}",
            "Emergency light {lumen} lm, {optics}",
        ),
        description=say(
            "LiFePO₄-batteri for tre timer, selvtest hver uke. Innfelt eller utenpåliggende.",
            "LiFePO₄-Akku für drei Stunden, wöchentlicher Selbsttest. Einbau oder Aufbau.",
            "LiFePO₄ battery for three hours, weekly self-test. Recessed or surface-mounted.",
        ),
        breaks=(5, 25),
    ),
)
