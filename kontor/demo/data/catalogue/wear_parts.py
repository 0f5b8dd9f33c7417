"""Wear parts: teeth, cutting edges, undercarriage."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="bucket-teeth",
        maker="Tannvik",
        part="TV-NX{size}",
        drawing="tooth",
        start=512000,
        columns="size tonnes price kg",
        rows="""
            512025: 25 | 8–12 | 168.00 | 2.4
            512030: 30 | 12–16 | 226.00 | 3.6
            512035: 35 | 16–20 | 289.00 | 5.1
            512040: 40 | 20–25 | 352.00 | 7.0
            512045: 45 | 22–28 | 428.00 | 9.2
            512050: 50 | 28–36 | 545.00 | 12.8
            512060: 60 | 36–50 | 798.00 | 19.5
        """,
        name=say(
            "Skuffetann NX {size}, smidd",
            "Löffelzahn NX {size}, geschmiedet",
            "Bucket tooth NX {size}, forged",
        ),
        description=say(
            "Smidd i borstål, 48–52 HRC, for gravere på {tonnes} tonn. Låses med tapp og gummilås.",
            "Aus Borstahl geschmiedet, 48–52 HRC, für Bagger von {tonnes} Tonnen. Mit Stift und Gummisicherung.",
            "Forged boron steel, 48–52 HRC, for excavators of {tonnes} tonnes. Held by pin and rubber lock.",
        ),
        breaks=(10, 40),
    ),
    Family(
        category="bucket-teeth",
        maker="Tannvik",
        part="TV-HX{size}",
        drawing="tooth",
        start=512200,
        columns="size price kg",
        rows="""
            512235: 35 | 486.00 | 5.6
            512245: 45 | 715.00 | 10.1
            512260: 60 | 1280.00 | 21.4
        """,
        name=say("Fjelltann NX {size}, spiss", "Felszahn NX {size}, spitz", "Rock tooth NX {size}, pointed"),
        description=say(
            "Spiss tann med sliteribber for sprengt stein. Varer omtrent dobbelt så lenge som standardtannen i fjell.",
            "Spitzer Zahn mit Verschleißrippen für gesprengten Fels. Hält im Fels etwa doppelt so lang wie der Standardzahn.",
            "Pointed tooth with wear ribs for blasted rock. Lasts about twice as long as the standard tooth in rock.",
        ),
        breaks=(10, 40),
    ),
    Family(
        category="bucket-teeth",
        maker="Tannvik",
        part="TV-P{size}",
        drawing="pin-lock",
        start=512300,
        columns="size length price kg",
        rows="""
            512325: 25/30 | 68 | 34.00 | 0.2
            512335: 35/40 | 86 | 42.00 | 0.3
            512345: 45/50 | 104 | 56.00 | 0.4
            512360: 60 | 126 | 78.00 | 0.6
        """,
        name=say(
            "Tapp og lås for tann NX {size}",
            "Stift und Sicherung für Zahn NX {size}",
            "Pin and lock for tooth NX {size}",
        ),
        description=say(
            "Herdet tapp {length} mm med gummilås. Bør skiftes hver gang tannen skiftes.",
            "Gehärteter Stift {length} mm mit Gummisicherung. Bei jedem Zahnwechsel zu erneuern.",
            "Hardened pin {length} mm with rubber lock. To be renewed with every tooth.",
        ),
        unit="set",
        breaks=(10, 50),
    ),
    Family(
        category="bucket-teeth",
        maker="Tannvik",
        part="TV-A{size}-{lip}",
        drawing="tooth",
        start=512400,
        columns="size lip price kg",
        rows="""
            512430: 30 | 30 | 540.00 | 6.2
            512440: 40 | 40 | 780.00 | 10.4
            512445: 45 | 45 | 960.00 | 14.0
            512460: 60 | 60 | 1690.00 | 27.5
        """,
        name=say(
            "Tannholder NX {size}, sveis",
            "Zahnhalter NX {size}, zum Anschweißen",
            "Tooth adapter NX {size}, weld-on",
        ),
        description=say(
            "For skjær på {lip} mm. Støpt legert stål, forvarmes til 150 °C før sveising.",
            "Für Schneidkanten von {lip} mm. Legierter Stahlguss, vor dem Schweißen auf 150 °C vorwärmen.",
            "For a lip of {lip} mm. Cast alloy steel, preheat to 150 °C before welding.",
        ),
        breaks=(5,),
    ),
    Family(
        category="cutting-edges",
        maker="Tannvik",
        part="TV-CE{width}",
        drawing="edge",
        start=514010,
        step=5,
        columns="width thick price kg",
        rows="""
            1000 | 20 | 1180.00 | 31
            1200 | 20 | 1390.00 | 38
            1400 | 25 | 1980.00 | 55
            1600 | 25 | 2260.00 | 63
            1800 | 30 | 2980.00 | 85
            2000 | 30 | 3310.00 | 94
            2500 | 40 | 5440.00 | 157
        """,
        name=say(
            "Skjær {width} × 200 × {thick} mm, 500 HB",
            "Schneidkante {width} × 200 × {thick} mm, 500 HB",
            "Cutting edge {width} × 200 × {thick} mm, 500 HB",
        ),
        description=say(
            "Slitestål med enkel fas, hullet for plogbolter M16. Kan vendes når den ene siden er slitt.",
            "Einseitig gefaster Verschleißstahl, gelocht für Pflugschrauben M16. Wendbar, wenn eine Seite verschlissen ist.",
            "Single bevel wear steel, punched for M16 plough bolts. Can be turned when one side is worn.",
        ),
        forwarder=True,
        breaks=(4,),
        lead_days=6,
    ),
    Family(
        category="cutting-edges",
        maker="Tannvik",
        part="TV-PB{width}-{i}",
        drawing="edge",
        start=514110,
        step=5,
        columns="width kind price kg",
        rows="""
            910 | stål~Stahl~steel | 690.00 | 17
            910 | hardmetall~Hartmetall~carbide | 2480.00 | 21
            1220 | stål~Stahl~steel | 890.00 | 23
            1220 | hardmetall~Hartmetall~carbide | 3240.00 | 28
        """,
        name=say(
            "Plogskjær {width} mm, {kind}",
            "Schürfleiste {width} mm, {kind}",
            "Plough blade {width} mm, {kind}",
        ),
        description=say(
            "For brøyteskjær med hullavstand 305 mm. Rolig gange og lite slitasje på dekket.",
            "Für Schneepflüge mit Lochabstand 305 mm. Ruhiger Lauf und wenig Abrieb am Belag.",
            "For snow ploughs with holes 305 mm apart. Runs quietly and spares the road surface.",
        ),
        breaks=(6,),
    ),
    Family(
        category="undercarriage",
        maker="Tannvik",
        part="TV-RT{width}-{pitch}-{links}",
        drawing="track",
        start=516010,
        step=5,
        columns="width pitch links tonnes price kg",
        rows="""
            230 | 48 | 70 | 1.5–2 | 3290.00 | 62
            250 | 72 | 52 | 2–2.7 | 4120.00 | 84
            300 | 52.5 | 84 | 2.7–3.5 | 5380.00 | 118
            400 | 72.5 | 74 | 4.5–6 | 8640.00 | 214
            450 | 81 | 76 | 7–9 | 12900.00 | 322
        """,
        name=say(
            "Gummibelte {width} × {pitch} × {links}",
            "Gummikette {width} × {pitch} × {links}",
            "Rubber track {width} × {pitch} × {links}",
        ),
        description=say(
            "Med gjennomgående stålkord, for minigravere på {tonnes} tonn. Selges stykkvis, bytt alltid begge sider.",
            "Mit durchgehender Stahleinlage, für Minibagger von {tonnes} Tonnen. Verkauf je Stück, bitte beide Seiten tauschen.",
            "With continuous steel cord, for mini excavators of {tonnes} tonnes. Sold singly, always change both sides.",
        ),
        bulky=True,
        forwarder=True,
        breaks=(2,),
        lead_days=8,
    ),
    Family(
        category="undercarriage",
        maker="Tannvik",
        part="TV-UC{i:02}",
        drawing="roller",
        start=516110,
        step=5,
        columns="part machine price kg",
        rows="""
            Bærerull~Stützrolle~Carrier roller | NX 200 | 1860.00 | 18
            Bærerull~Stützrolle~Carrier roller | NX 220 | 1980.00 | 19
            Løperull~Laufrolle~Track roller | NX 200 | 2480.00 | 34
            Løperull~Laufrolle~Track roller | NX 220 | 2640.00 | 36
            Ledehjul~Leitrad~Idler | NX 220 | 9850.00 | 126
        """,
        name=say("{part} {machine}", "{part} {machine}", "{part} {machine}"),
        description=say(
            "Livstidssmurt, flytende tetning, induksjonsherdet løpebane. Passer Nordhaug {machine}.",
            "Lebensdauergeschmiert, Gleitringdichtung, induktiv gehärtete Lauffläche. Für Nordhaug {machine}.",
            "Lubricated for life, floating seal, induction-hardened tread. Fits Nordhaug {machine}.",
        ),
        breaks=(4,),
        lead_days=7,
    ),
    Family(
        category="undercarriage",
        maker="Tannvik",
        part="TV-SP{teeth}",
        drawing="sprocket",
        start=516210,
        step=5,
        columns="machine teeth price kg",
        rows="""
            NX 200 | 21 | 3120.00 | 44
            NX 220 | 23 | 3480.00 | 51
        """,
        name=say(
            "Drivhjul {machine}, {teeth} tenner",
            "Antriebsrad {machine}, {teeth} Zähne",
            "Sprocket {machine}, {teeth} teeth",
        ),
        description=say(
            "Smidd og herdet. Bør skiftes sammen med beltekjedet.",
            "Geschmiedet und gehärtet. Am besten zusammen mit der Laufwerkskette tauschen.",
            "Forged and hardened. Best changed together with the track chain.",
        ),
        forwarder=True,
        breaks=(2,),
        lead_days=10,
    ),
)
