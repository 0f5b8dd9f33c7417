"""Hoses, couplings and seals."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="hoses",
        maker="Hydrolin",
        part="HY-2SC-{dn}-{length}",
        drawing="hose",
        start=460710,
        step=3,
        columns="size dn length bar price kg",
        rows="""
            1/4" | 06 | 650 | 400 | 112.00 | 0.4
            1/4" | 06 | 1200 | 400 | 148.00 | 0.6
            3/8" | 10 | 850 | 330 | 154.00 | 0.7
            3/8" | 10 | 1400 | 330 | 196.00 | 1.0
            1/2" | 13 | 950 | 275 | 186.00 | 0.9
            1/2" | 13 | 1500 | 275 | 238.00 | 1.3
            5/8" | 16 | 1200 | 250 | 254.00 | 1.4
            3/4" | 19 | 1200 | 215 | 286.00 | 1.7
            460734: 3/4" | 19 | 1850 | 215 | 353.60 | 2.4
            3/4" | 19 | 2400 | 215 | 424.00 | 3.0
            1" | 25 | 1500 | 165 | 438.00 | 2.9
            1" | 25 | 2400 | 165 | 586.00 | 4.4
        """,
        name=say(
            "Hydraulikkslange {size}, {length:n} mm",
            "Hydraulikschlauch {size}, {length:n} mm",
            "Hydraulic hose {size}, {length:n} mm",
        ),
        description=say(
            "2SC med pressede koblinger i begge ender, {bar} bar arbeidstrykk, −40 til +100 °C. Spylt og plugget.",
            "2SC mit verpressten Armaturen an beiden Enden, {bar} bar Betriebsdruck, −40 bis +100 °C. Gespült und verschlossen.",
            "2SC with crimped fittings at both ends, {bar} bar working pressure, −40 to +100 °C. Flushed and capped.",
        ),
        breaks=(5, 20),
    ),
    Family(
        category="hoses",
        maker="Hydrolin",
        part="HY-SP-{inner}",
        drawing="hose",
        start=460810,
        step=5,
        columns="inner outer price kg",
        rows="""
            16 | 12–16 | 18.50 | 0.1
            20 | 17–22 | 23.00 | 0.1
            32 | 27–36 | 36.00 | 0.2
            50 | 40–56 | 58.00 | 0.4
        """,
        name=say(
            "Slangebeskytter spiral {inner} mm",
            "Schutzspirale für Schläuche {inner} mm",
            "Spiral hose guard {inner} mm",
        ),
        description=say(
            "PE-HD, svart, for slanger på {outer} mm. Tåler UV og −30 °C. Selges per meter, rull på 20 m.",
            "PE-HD, schwarz, für Schläuche von {outer} mm. UV-fest, bis −30 °C. Verkauf nach Metern, Rolle zu 20 m.",
            "HDPE, black, for hoses of {outer} mm. UV-resistant, down to −30 °C. Sold by the metre, 20 m to the coil.",
        ),
        unit="m",
        pack=20,
        breaks=(100,),
    ),
    Family(
        category="couplings",
        maker="Hydrolin",
        part="HY-FF{dn}-{side:.1}",
        drawing="coupling",
        start=462010,
        step=5,
        columns="size dn side flow price kg",
        rows="""
            3/8" | 10 | han~Stecker~male | 23 | 168.00 | 0.2
            3/8" | 10 | hun~Muffe~female | 23 | 246.00 | 0.4
            1/2" | 13 | han~Stecker~male | 45 | 212.00 | 0.3
            1/2" | 13 | hun~Muffe~female | 45 | 318.00 | 0.6
            3/4" | 20 | han~Stecker~male | 100 | 364.00 | 0.6
            3/4" | 20 | hun~Muffe~female | 100 | 548.00 | 1.1
            1" | 25 | han~Stecker~male | 190 | 586.00 | 1.0
            1" | 25 | hun~Muffe~female | 190 | 892.00 | 1.9
        """,
        name=say(
            "Hurtigkobling flat-face {size}, {side}",
            "Flat-Face-Kupplung {size}, {side}",
            "Flat-face coupling {size}, {side}",
        ),
        description=say(
            "Dryppfri etter ISO 16028, {flow} l/min, 250 bar. Kan kobles under resttrykk.",
            "Leckölfrei nach ISO 16028, {flow} l/min, 250 bar. Kuppelbar unter Restdruck.",
            "Drip-free to ISO 16028, {flow} l/min, 250 bar. Connects under residual pressure.",
        ),
        breaks=(5, 25),
    ),
    Family(
        category="couplings",
        maker="Hydrolin",
        part="HY-AD-{i:02}",
        drawing="coupling",
        start=462110,
        step=5,
        columns="one two price kg",
        rows="""
            G 1/4 | G 1/4 | 18.50 | 0.04
            G 3/8 | G 3/8 | 22.00 | 0.06
            G 1/2 | G 1/2 | 29.00 | 0.1
            G 1/2 | G 3/4 | 38.00 | 0.15
            G 3/4 | G 3/4 | 44.00 | 0.2
            G 1 | G 1 | 68.00 | 0.3
        """,
        name=say("Brystnippel {one} – {two}", "Doppelnippel {one} – {two}", "Double nipple {one} – {two}"),
        description=say(
            "Stål, sinknikkel, 60° konus, 315 bar. Etter BSP.",
            "Stahl, Zink-Nickel, 60°-Konus, 315 bar. BSP.",
            "Steel, zinc-nickel, 60° cone, 315 bar. BSP.",
        ),
        pack=5,
        breaks=(50, 200),
    ),
    Family(
        category="seals",
        maker="Nordhaug",
        part="NH-SK-{i:02}",
        drawing="seal",
        start=464010,
        step=5,
        columns="part machine rod price kg",
        rows="""
            bomsylinder~Auslegerzylinder~boom cylinder | NX 200 | 80 | 890.00 | 0.4
            bomsylinder~Auslegerzylinder~boom cylinder | NX 220 | 85 | 960.00 | 0.4
            stikkesylinder~Stielzylinder~arm cylinder | NX 220 | 90 | 1040.00 | 0.5
            skuffesylinder~Löffelzylinder~bucket cylinder | NX 220 | 80 | 910.00 | 0.4
            styresylinder~Lenkzylinder~steering cylinder | LX 90 | 45 | 420.00 | 0.2
        """,
        name=say("Pakningssett {part} {machine}", "Dichtsatz {part} {machine}", "Seal kit {part} {machine}"),
        description=say(
            "Stang- og stempelpakninger, avstrykere og føringsringer for stang Ø {rod} mm. Passer Nordhaug {machine}.",
            "Stangen- und Kolbendichtungen, Abstreifer und Führungsringe für Stange Ø {rod} mm. Für Nordhaug {machine}.",
            "Rod and piston seals, wipers and guide rings for rod Ø {rod} mm. Fits Nordhaug {machine}.",
        ),
        unit="set",
        breaks=(5,),
    ),
    Family(
        category="seals",
        maker="Hansa own brand",
        part="HX-BS-{i:02}",
        drawing="washer",
        start=464110,
        step=5,
        columns="thread inner price kg",
        rows="""
            G 1/4 | 13.7 | 148.00 | 0.002
            G 3/8 | 17.3 | 182.00 | 0.003
            G 1/2 | 21.5 | 236.00 | 0.005
            G 3/4 | 27.0 | 318.00 | 0.008
            G 1 | 33.9 | 462.00 | 0.012
        """,
        name=say(
            "Usit-ring {thread}, {inner} mm",
            "Usit-Ring {thread}, {inner} mm",
            "Bonded seal {thread}, {inner} mm",
        ),
        description=say(
            "Stålring med påvulkanisert NBR, tett til 600 bar. Pris for 100 stk.",
            "Stahlring mit anvulkanisierter NBR-Lippe, dicht bis 600 bar. Preis je 100 Stück.",
            "Steel ring with bonded NBR lip, tight up to 600 bar. Priced per 100.",
        ),
        pack=50,
        per=100,
        breaks=(500, 2000),
        warehouse="Hamburg",
    ),
)
