"""Filters of construction machines."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="hydraulic-filters",
        maker="Nordhaug",
        part="NH-771{i:02}-{micron}",
        drawing="return-filter",
        start=440706,
        step=2,
        columns="model flow micron price kg",
        rows="""
            RF 60 | 60 | 10 | 218.00 | 0.4
            RF 60 | 60 | 25 | 196.00 | 0.4
            RF 110 | 110 | 10 | 284.00 | 0.6
            RF 110 | 110 | 25 | 258.00 | 0.6
            RF 240 | 240 | 10 | 468.00 | 1.1
            RF 240 | 240 | 25 | 424.00 | 1.1
            RF 330 | 330 | 10 | 612.00 | 1.4
            RF 330 | 330 | 25 | 556.00 | 1.4
            RF 500 | 500 | 10 | 845.00 | 2.2
            RF 500 | 500 | 25 | 768.00 | 2.2
            RF 660 | 660 | 5 | 1240.00 | 3.1
            RF 660 | 660 | 10 | 1090.00 | 3.1
            RF 850 | 850 | 10 | 1385.00 | 3.9
            RF 850 | 850 | 25 | 1260.00 | 3.9
        """,
        name=say(
            "Returfilter {model}, {micron} µm",
            "Rücklauffilter {model}, {micron} µm",
            "Return filter {model}, {micron} µm",
        ),
        description=say(
            "Glassfiber, {flow} l/min, omløp 1,5 bar. Elementet settes i tankens returhus og skiftes uten å tømme tanken.",
            "Glasfaser, {flow} l/min, Bypass 1,5 bar. Das Element sitzt im Rücklaufgehäuse des Tanks und wird ohne Entleeren gewechselt.",
            "Glass fibre, {flow} l/min, bypass 1.5 bar. Sits in the tank's return housing and is changed without draining the tank.",
        ),
    ),
    Family(
        category="hydraulic-filters",
        maker="Nordhaug",
        part="NH-77{n:.3}{i}",
        drawing="cartridge",
        start=440727,
        step=2,
        columns="model flow bar price kg",
        rows="""
            PF 60 | 60 | 210 | 298.00 | 0.6
            PF 110 | 110 | 210 | 386.00 | 0.8
            440731: PF 160 | 160 | 210 | 505.00 | 1.1
            PF 220 | 220 | 210 | 642.00 | 1.5
            PF 300 | 300 | 280 | 890.00 | 2.0
            PF 400 | 400 | 280 | 1145.00 | 2.6
            PF 500 | 500 | 420 | 1580.00 | 3.4
        """,
        name=say("Trykkfilter {model}", "Druckfilterpatrone {model}", "Pressure filter cartridge {model}"),
        description=say(
            "Skru-på-patron, {flow} l/min, inntil {bar} bar. Med pakning og tilsmussingsindikator.",
            "Anschraubpatrone, {flow} l/min, bis {bar} bar. Mit Dichtung und Verschmutzungsanzeige.",
            "Spin-on, {flow} l/min, up to {bar} bar. With seal and clogging indicator.",
        ),
    ),
    Family(
        category="hydraulic-filters",
        maker="Filtra",
        part="FT-SS-{dn}",
        drawing="strainer",
        start=440642,
        step=2,
        columns="size dn flow price kg",
        rows="""
            3/4" | 20 | 25 | 142.00 | 0.2
            1" | 25 | 40 | 178.00 | 0.3
            1 1/4" | 32 | 65 | 236.00 | 0.4
            1 1/2" | 40 | 95 | 312.00 | 0.6
            440650: 2" | 50 | 150 | 413.50 | 0.9
            2 1/2" | 65 | 240 | 586.00 | 1.3
            3" | 80 | 360 | 798.00 | 1.9
        """,
        name=say("Sugesil S {size}", "Saugkorb S {size}", "Suction strainer S {size}"),
        description=say(
            "Stålduk 125 µm, innvendig gjenge, {flow} l/min. Kan vaskes ren og settes inn igjen.",
            "Stahlgewebe 125 µm, Innengewinde, {flow} l/min. Lässt sich auswaschen und wieder einsetzen.",
            "Steel mesh 125 µm, female thread, {flow} l/min. Can be washed out and refitted.",
        ),
        warehouse="Hamburg",
        breaks=(5, 20),
    ),
    Family(
        category="hydraulic-filters",
        maker="Filtra",
        part="FT-BR-60",
        drawing="breather",
        start=441002,
        columns="price kg",
        rows="368.00 | 0.5",
        name=say("Tankpuster med silikagel", "Tankbelüfter mit Silikagel", "Tank breather with silica gel"),
        description=say(
            "G 3/4, 60 l/min, holder fukt ute. Silikagelet skifter farge fra oransje til grønt når det er mettet.",
            "G 3/4, 60 l/min, hält Feuchte fern. Das Silikagel wechselt von Orange zu Grün, wenn es gesättigt ist.",
            "G 3/4, 60 l/min, keeps moisture out. The silica gel turns from orange to green when saturated.",
        ),
    ),
    Family(
        category="hydraulic-filters",
        maker="Hansa own brand",
        part="HX-B{flow}",
        drawing="breather",
        start=441010,
        step=4,
        columns="thread flow price kg",
        rows="""
            G 1/4 | 25 | 58.00 | 0.1
            G 1/2 | 40 | 82.00 | 0.1
            G 3/4 | 60 | 118.00 | 0.2
            G 1 | 110 | 164.00 | 0.3
            G 1 1/4 | 200 | 228.00 | 0.4
        """,
        name=say(
            "Påfyllings- og luftefilter {thread}",
            "Einfüll- und Belüftungsfilter {thread}",
            "Filler breather {thread}",
        ),
        description=say(
            "Forkrommet lokk med 10 µm luftfilter, {flow} l/min, gjenge {thread}. Med kjede og påfyllingssil.",
            "Verchromter Deckel mit 10-µm-Luftfilter, {flow} l/min, Gewinde {thread}. Mit Kette und Einfüllsieb.",
            "Chromed cap with 10 µm air filter, {flow} l/min, thread {thread}. With chain and filler strainer.",
        ),
    ),
    Family(
        category="hydraulic-filters",
        maker="Nordhaug",
        part="NH-799{i:02}-{hours:.2}",
        drawing="filter-kit",
        start=449195,
        step=5,
        columns="machine hours price kg",
        rows="""
            NX 200 | 500 | 1290.00 | 2.6
            NX 200 | 1000 | 2680.00 | 5.8
            NX 200 | 2000 | 4790.00 | 11.2
            NX 220 | 500 | 1360.00 | 2.8
            NX 220 | 1000 | 2840.00 | 6.1
            449220: NX 220 | 2000 | 5085.00 | 11.8
            LX 90 | 500 | 980.00 | 2.1
            LX 90 | 1000 | 2120.00 | 4.4
            LX 90 | 2000 | 3790.00 | 8.5
            GS 60 | 500 | 640.00 | 1.4
        """,
        name=say(
            "Filtersett {machine}, {hours:n} t",
            "Filter-Servicekit {machine}, {hours:n} h",
            "Filter service kit {machine}, {hours:n} h",
        ),
        description=say(
            "Retur, trykk, styreolje og puster med pakninger, alt til servicen ved {hours:n} timer. Passer Nordhaug {machine}.",
            "Rücklauf, Druck, Steueröl und Belüfter mit Dichtungen, alles für die Wartung bei {hours:n} Stunden. Für Nordhaug {machine}.",
            "Return, pressure, pilot and breather, with seals: all for the {hours:n} hour service. Fits Nordhaug {machine}.",
        ),
        unit="set",
        breaks=(4,),
    ),
    Family(
        category="engine-filters",
        maker="Filtra",
        part="FT-OF-{i}{thread:.3}",
        drawing="cartridge",
        start=442010,
        step=5,
        columns="model thread height price kg",
        rows="""
            OF 76 | M20 | 95 | 96.00 | 0.4
            OF 93 | M22 | 142 | 128.00 | 0.6
            OF 93 L | M22 | 174 | 148.00 | 0.7
            OF 108 | M24 | 210 | 196.00 | 1.0
            OF 118 | M27 | 260 | 264.00 | 1.4
            OF 136 | M30 | 305 | 342.00 | 1.9
            OF 136 D | M30 | 305 | 418.00 | 2.0
            OF 150 | M36 | 340 | 486.00 | 2.5
        """,
        name=say("Motoroljefilter {model}", "Motorölfilter {model}", "Engine oil filter {model}"),
        description=say(
            "Skru-på-filter {thread} × 1,5, høyde {height} mm, med tilbakeslagsventil.",
            "Anschraubfilter {thread} × 1,5, Höhe {height} mm, mit Rücklaufsperrventil.",
            "Spin-on filter {thread} × 1.5, height {height} mm, with anti-drain valve.",
        ),
    ),
    Family(
        category="engine-filters",
        maker="Filtra",
        part="FT-FW-{flow}{i}",
        drawing="cartridge",
        start=442110,
        step=5,
        columns="model flow micron price kg",
        rows="""
            FW 90 | 90 | 30 | 214.00 | 0.7
            FW 140 | 140 | 10 | 268.00 | 0.8
            FW 230 | 230 | 10 | 356.00 | 1.1
            FW 340 | 340 | 4 | 448.00 | 1.3
            FW 340 V | 340 | 4 | 612.00 | 1.6
        """,
        name=say(
            "Drivstoffilter {model} med vannutskiller",
            "Kraftstofffilter {model} mit Wasserabscheider",
            "Fuel filter {model} with water separator",
        ),
        description=say(
            "{flow} l/h, {micron} µm, tappekran i bunnen. Skiller ut minst 95 % av fritt vann.",
            "{flow} l/h, {micron} µm, Ablasshahn am Boden. Scheidet mindestens 95 % des freien Wassers ab.",
            "{flow} l/h, {micron} µm, drain tap at the bottom. Separates at least 95% of free water.",
        ),
    ),
    Family(
        category="engine-filters",
        maker="Nordhaug",
        part="NH-78{n:.3}-{i}",
        drawing="air-filter",
        start=442210,
        step=5,
        columns="machine part length price kg",
        rows="""
            NX 200 | ytre~außen~outer | 420 | 486.00 | 2.1
            NX 200 | indre~innen~inner | 400 | 298.00 | 0.9
            NX 220 | ytre~außen~outer | 446 | 528.00 | 2.3
            NX 220 | indre~innen~inner | 425 | 318.00 | 1.0
            LX 90 | ytre~außen~outer | 365 | 412.00 | 1.7
            LX 90 | indre~innen~inner | 350 | 246.00 | 0.7
            GS 60 | ytre~außen~outer | 280 | 268.00 | 1.1
        """,
        name=say(
            "Luftfilter {machine}, {part}", "Luftfilter {machine}, {part}", "Air filter {machine}, {part}"
        ),
        description=say(
            "Foldet papirelement, lengde {length} mm, radiell tetning. Passer Nordhaug {machine}.",
            "Gefaltetes Papierelement, Länge {length} mm, Radialdichtung. Für Nordhaug {machine}.",
            "Pleated paper element, length {length} mm, radial seal. Fits Nordhaug {machine}.",
        ),
    ),
    Family(
        category="engine-filters",
        maker="Hansa own brand",
        part="HX-C{n:.3}{i}",
        drawing="strainer",
        start=442310,
        step=5,
        columns="machine size price kg",
        rows="""
            NX 200/220 | 420 × 210 × 40 | 238.00 | 0.4
            LX 90 | 360 × 180 × 35 | 206.00 | 0.3
            LX 120 | 380 × 200 × 40 | 224.00 | 0.4
        """,
        name=say(
            "Kupéfilter {machine}, aktivt kull",
            "Kabinenfilter {machine}, Aktivkohle",
            "Cab filter {machine}, active carbon",
        ),
        description=say(
            "Tar støv, pollen og lukt, {size} mm. Skiftes uten verktøy.",
            "Gegen Staub, Pollen und Gerüche, {size} mm. Wechsel ohne Werkzeug.",
            "Against dust, pollen and smells, {size} mm. Changed without tools.",
        ),
    ),
)
