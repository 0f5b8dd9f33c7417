"""Oils, coolants and greases."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="oils",
        maker="Nordhaug",
        part="NH-OIL-{grade}A",
        drawing="drum",
        start=470030,
        columns="grade pour price",
        rows="""
            470032: 32 | 45 | 7790.00
            470046: 46 | 38 | 8095.50
            470068: 68 | 33 | 8360.00
        """,
        name=say(
            "Hydraulikkolje HVLP {grade} Arctic, fat 208 l",
            "Hydrauliköl HVLP {grade} Arctic, Fass 208 l",
            "Hydraulic oil HVLP {grade} Arctic, drum 208 l",
        ),
        description=say(
            "Flytepunkt ned til −{pour} °C. Sinkfri, høy viskositetsindeks, for maskiner som står ute hele vinteren.",
            "Pourpoint bis −{pour} °C. Zinkfrei, hoher Viskositätsindex, für Maschinen, die den ganzen Winter draußen stehen.",
            "Down to −{pour} °C pour point. Zinc-free, high viscosity index, for machines that stand outside all winter.",
        ),
        unit="drum",
        kg="184",
        bulky=True,
        forwarder=True,
        breaks=(4,),
    ),
    Family(
        category="oils",
        maker="Nordhaug",
        part="NH-OIL-{grade}K",
        drawing="canister",
        start=470130,
        columns="grade pour price",
        rows="""
            470132: 32 | 45 | 896.00
            470146: 46 | 38 | 924.00
            470168: 68 | 33 | 958.00
        """,
        name=say(
            "Hydraulikkolje HVLP {grade} Arctic, kanne 20 l",
            "Hydrauliköl HVLP {grade} Arctic, Kanister 20 l",
            "Hydraulic oil HVLP {grade} Arctic, canister 20 l",
        ),
        description=say(
            "Flytepunkt ned til −{pour} °C, sinkfri. Kanne med helletut, til etterfylling på stedet.",
            "Pourpoint bis −{pour} °C, zinkfrei. Kanister mit Ausgießer, zum Nachfüllen vor Ort.",
            "Down to −{pour} °C pour point, zinc-free. Canister with spout, for topping up on site.",
        ),
        kg="17.8",
        breaks=(6, 24),
    ),
    Family(
        category="oils",
        maker="Nordhaug",
        part="NH-OIL-B{i}",
        drawing="ibc",
        start=470246,
        columns="grade price",
        rows="46 | 36900.00",
        name=say(
            "Hydraulikkolje HVLP {grade} Arctic, container 1 000 l",
            "Hydrauliköl HVLP {grade} Arctic, Container 1.000 l",
            "Hydraulic oil HVLP {grade} Arctic, container 1,000 l",
        ),
        description=say(
            "IBC på europall, tappekran DN 50. Den tomme containeren hentes gratis.",
            "IBC auf Palette, Auslaufhahn DN 50. Der leere Container wird kostenlos abgeholt.",
            "IBC on a pallet, outlet DN 50. The empty container is collected free of charge.",
        ),
        kg="930",
        bulky=True,
        forwarder=True,
        breaks=(2,),
        lead_days=6,
    ),
    Family(
        category="oils",
        maker="Nordhaug",
        part="NH-ENG-{i}20",
        drawing="canister",
        start=470310,
        step=5,
        columns="grade norm price",
        rows="""
            5W-30 | ACEA C4, E6 | 1680.00
            10W-40 | ACEA E7, E9 | 1240.00
            15W-40 | ACEA E7 | 1085.00
        """,
        name=say(
            "Motorolje {grade} diesel, kanne 20 l",
            "Motoröl {grade} Diesel, Kanister 20 l",
            "Engine oil {grade} diesel, canister 20 l",
        ),
        description=say(
            "For tunge dieselmotorer, {norm}. Holder motoren ren ved lange skiftintervaller.",
            "Für schwere Dieselmotoren, {norm}. Hält den Motor auch bei langen Intervallen sauber.",
            "For heavy diesel engines, {norm}. Keeps the engine clean over long intervals.",
        ),
        kg="17.5",
        breaks=(6, 24),
    ),
    Family(
        category="oils",
        maker="Nordhaug",
        part="NH-ENG-{i}08",
        drawing="drum",
        start=470340,
        step=5,
        columns="grade norm price",
        rows="""
            5W-30 | ACEA C4, E6 | 15900.00
            10W-40 | ACEA E7, E9 | 11480.00
            15W-40 | ACEA E7 | 9890.00
        """,
        name=say(
            "Motorolje {grade} diesel, fat 208 l",
            "Motoröl {grade} Diesel, Fass 208 l",
            "Engine oil {grade} diesel, drum 208 l",
        ),
        description=say(
            'For tunge dieselmotorer, {norm}. Fat med 2"- og 3/4"-spuns.',
            'Für schwere Dieselmotoren, {norm}. Fass mit Spunden 2" und 3/4".',
            'For heavy diesel engines, {norm}. Drum with 2" and 3/4" bungs.',
        ),
        unit="drum",
        kg="182",
        bulky=True,
        forwarder=True,
        breaks=(4,),
    ),
    Family(
        category="oils",
        maker="Nordhaug",
        part="NH-GEAR-{i}",
        drawing="canister",
        start=470410,
        step=5,
        columns="grade use price",
        rows="""
            75W-90 GL-5 | Helsyntetisk~Vollsynthetisch~Fully synthetic | 2160.00
            80W-90 GL-5 | Mineralsk~Mineralisch~Mineral | 1190.00
            85W-140 GL-5 | Mineralsk~Mineralisch~Mineral | 1260.00
            UTTO 10W-30 | Delsyntetisk~Teilsynthetisch~Semi-synthetic | 1320.00
        """,
        name=say(
            "Girolje {grade}, kanne 20 l",
            "Getriebeöl {grade}, Kanister 20 l",
            "Gear oil {grade}, canister 20 l",
        ),
        description=say(
            "{use} olje for aksler, svinggir og endegir, med slitasjehindrende tilsetninger.",
            "{use}es Öl für Achsen, Schwenk- und Endgetriebe, mit Verschleißschutz.",
            "{use} oil for axles, slew and final drives, with anti-wear additives.",
        ),
        kg="17.9",
        breaks=(6, 24),
    ),
    Family(
        category="coolants-greases",
        maker="Nordhaug",
        part="NH-COOL-{i}",
        drawing="canister",
        start=472010,
        step=5,
        columns="kind frost price",
        rows="""
            konsentrat~Konzentrat~concentrate | 37 | 1140.00
            ferdigblandet~Fertigmischung~ready-mixed | 37 | 682.00
            arktisk, ferdigblandet~Arktis, Fertigmischung~arctic, ready-mixed | 52 | 824.00
        """,
        name=say("Kjølevæske OAT, {kind}, 20 l", "Kühlmittel OAT, {kind}, 20 l", "Coolant OAT, {kind}, 20 l"),
        description=say(
            "Silikatfri, frostsikker til −{frost} °C i bruk. Skiftes etter fem år eller 6 000 timer.",
            "Silikatfrei, im Gebrauch frostsicher bis −{frost} °C. Wechsel nach fünf Jahren oder 6.000 Stunden.",
            "Silicate-free, protects down to −{frost} °C in use. Changed after five years or 6,000 hours.",
        ),
        kg="21.5",
        breaks=(6, 24),
    ),
    Family(
        category="coolants-greases",
        maker="Hansa own brand",
        part="HX-GR-{i}",
        drawing="grease",
        start=472110,
        step=5,
        columns="grade base price",
        rows="""
            EP 2 | Litium~Lithium~Lithium | 54.00
            EP 2 MoS₂ | Litium~Lithium~Lithium | 68.00
            EP 1 vinter~EP 1 Winter~EP 1 winter | Litiumkompleks~Lithiumkomplex~Lithium complex | 79.00
            CaS 2 marin~CaS 2 Marine~CaS 2 marine | Kalsiumsulfonat~Calciumsulfonat~Calcium sulfonate | 112.00
        """,
        name=say(
            "Smørefett {grade}, patron 400 g",
            "Schmierfett {grade}, Kartusche 400 g",
            "Grease {grade}, cartridge 400 g",
        ),
        description=say(
            "{base}fett for bolter, foringer og lager. Passer vanlige fettpresser, tolv patroner i esken.",
            "{base}fett für Bolzen, Buchsen und Lager. Passt in übliche Fettpressen, zwölf Kartuschen im Karton.",
            "{base} grease for pins, bushes and bearings. Fits common grease guns, twelve cartridges to the box.",
        ),
        pack=12,
        kg="0.45",
        breaks=(24, 120),
    ),
    Family(
        category="coolants-greases",
        maker="Hansa own brand",
        part="HX-AUS-{i}",
        drawing="canister",
        start=472210,
        step=5,
        columns="container price kg",
        rows="""
            kanne 10 l~Kanister 10 l~canister 10 l | 148.00 | 11.2
            kanne 20 l~Kanister 20 l~canister 20 l | 236.00 | 22.2
        """,
        name=say(
            "AUS 32-væske for dieseleksos, {container}",
            "Harnstofflösung AUS 32, {container}",
            "Diesel exhaust fluid AUS 32, {container}",
        ),
        description=say(
            "Urealøsning 32,5 % etter ISO 22241, med helletut. Fryser ved −11 °C og kan tines uten tap.",
            "Harnstofflösung 32,5 % nach ISO 22241, mit Ausgießer. Gefriert bei −11 °C und lässt sich ohne Verlust auftauen.",
            "Urea solution 32.5% to ISO 22241, with spout. Freezes at −11 °C and thaws without loss.",
        ),
        breaks=(10, 60),
    ),
)
