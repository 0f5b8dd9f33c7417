"""Screws, nuts, anchors and rivets."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="screws-nuts",
        maker="Festor",
        part="FE-933-{size}",
        drawing="hex-screw",
        start=748100,
        columns="size pack price kg",
        rows="""
            748040: M8×20 | 200 | 148.00 | 0.014
            748045: M8×25 | 200 | 156.00 | 0.016
            748050: M8×30 | 200 | 168.00 | 0.018
            748060: M8×40 | 200 | 186.00 | 0.022
            748080: M10×30 | 100 | 262.00 | 0.032
            748085: M10×40 | 100 | 298.00 | 0.038
            748095: M10×60 | 100 | 372.00 | 0.05
            748110: M12×30 | 100 | 398.00 | 0.05
            748120: M12×40 | 100 | 478.00 | 0.058
            748140: M12×50 | 100 | 536.00 | 0.067
            748180: M12×60 | 100 | 612.00 | 0.076
            748185: M12×65 | 100 | 648.00 | 0.08
            748190: M12×80 | 50 | 746.00 | 0.094
            748210: M16×50 | 50 | 1080.00 | 0.13
            748220: M16×70 | 50 | 1290.00 | 0.16
            748230: M16×100 | 25 | 1690.00 | 0.21
            748260: M20×80 | 25 | 2480.00 | 0.31
        """,
        name=say(
            "Sekskantskrue {size}, 8.8 elforsinket",
            "Sechskantschraube {size}, 8.8 verzinkt",
            "Hexagon screw {size}, 8.8 zinc-plated",
        ),
        description=say(
            "Helgjenget etter ISO 4017, Cr(VI)-fri. Pris for 100 stk., eske på {pack}.",
            "Vollgewinde nach ISO 4017, Cr(VI)-frei. Preis je 100 Stück, Karton zu {pack}.",
            "Full thread to ISO 4017, free of Cr(VI). Priced per 100, {pack} to the box.",
        ),
        per=100,
        breaks=(1000, 5000),
        warehouse="Hamburg",
    ),
    Family(
        category="screws-nuts",
        maker="Festor",
        part="FE-934-{size}",
        drawing="nut",
        start=748300,
        columns="size pack price kg",
        rows="""
            748320: M8 | 200 | 52.00 | 0.005
            748330: M10 | 200 | 98.00 | 0.011
            748340: M12 | 200 | 138.00 | 0.016
            748350: M16 | 100 | 286.00 | 0.033
            748360: M20 | 50 | 548.00 | 0.063
        """,
        name=say(
            "Sekskantmutter {size}, 8 elforsinket",
            "Sechskantmutter {size}, 8 verzinkt",
            "Hexagon nut {size}, 8 zinc-plated",
        ),
        description=say(
            "Etter ISO 4032, Cr(VI)-fri. Pris for 100 stk., eske på {pack}.",
            "Nach ISO 4032, Cr(VI)-frei. Preis je 100 Stück, Karton zu {pack}.",
            "To ISO 4032, free of Cr(VI). Priced per 100, {pack} to the box.",
        ),
        per=100,
        breaks=(1000, 5000),
        warehouse="Hamburg",
    ),
    Family(
        category="screws-nuts",
        maker="Festor",
        part="FE-125-{size}",
        drawing="washer",
        start=748400,
        columns="size pack price kg",
        rows="""
            748420: M8 | 500 | 22.00 | 0.002
            748430: M10 | 500 | 34.00 | 0.004
            748440: M12 | 200 | 48.00 | 0.006
            748450: M16 | 200 | 86.00 | 0.011
            748460: M20 | 100 | 148.00 | 0.017
        """,
        name=say(
            "Skive {size}, 200 HV elforsinket",
            "Scheibe {size}, 200 HV verzinkt",
            "Washer {size}, 200 HV zinc-plated",
        ),
        description=say(
            "Uten fas etter ISO 7089. Pris for 100 stk., eske på {pack}.",
            "Ohne Fase nach ISO 7089. Preis je 100 Stück, Karton zu {pack}.",
            "Without chamfer to ISO 7089. Priced per 100, {pack} to the box.",
        ),
        per=100,
        breaks=(1000, 5000),
        warehouse="Hamburg",
    ),
    Family(
        category="screws-nuts",
        maker="Festor",
        part="FE-A4-{size}",
        drawing="hex-screw",
        start=748610,
        step=5,
        columns="size pack price kg",
        rows="""
            M8×25 | 100 | 486.00 | 0.016
            M8×40 | 100 | 612.00 | 0.022
            M10×40 | 50 | 986.00 | 0.038
            M12×50 | 50 | 1640.00 | 0.067
            M16×60 | 25 | 3290.00 | 0.15
        """,
        name=say(
            "Sekskantskrue {size}, A4-80 syrefast",
            "Sechskantschraube {size}, A4-80",
            "Hexagon screw {size}, A4-80 stainless",
        ),
        description=say(
            "Helgjenget etter ISO 4017, 1.4401, for kyst og sjø. Pris for 100 stk.",
            "Vollgewinde nach ISO 4017, 1.4401, für Küste und Meer. Preis je 100 Stück.",
            "Full thread to ISO 4017, 1.4401, for coast and sea. Priced per 100.",
        ),
        per=100,
        breaks=(500, 2000),
        warehouse="Hamburg",
    ),
    Family(
        category="anchors-rivets",
        maker="Festor",
        part="FE-AB-{size}",
        drawing="anchor",
        start=748500,
        columns="size load pack price kg",
        rows="""
            748508: M8×75 | 5.2 | 50 | 9.80 | 0.03
            748510: M10×90 | 8.4 | 50 | 13.60 | 0.06
            748512: M12×110 | 12.6 | 25 | 19.80 | 0.1
            748514: M12×145 | 12.6 | 25 | 24.50 | 0.13
            748516: M16×145 | 20.8 | 20 | 36.90 | 0.23
            748518: M16×180 | 20.8 | 20 | 44.80 | 0.28
            748520: M20×170 | 31.0 | 10 | 72.00 | 0.43
        """,
        name=say("Ekspansjonsbolt {size}", "Ankerbolzen {size}", "Anchor bolt {size}"),
        description=say(
            "Elforsinket, ETA opsjon 1 for opprisset betong, {load} kN i strekk. Eske på {pack}.",
            "Verzinkt, ETA Option 1 für gerissenen Beton, {load} kN Zuglast. Karton zu {pack}.",
            "Zinc-plated, ETA option 1 for cracked concrete, {load} kN in tension. {pack} to the box.",
        ),
        breaks=(100, 500),
        warehouse="Hamburg",
    ),
    Family(
        category="anchors-rivets",
        maker="Festor",
        part="FE-BN-{i:02}",
        drawing="rivet",
        start=749000,
        columns="size grip pack price kg",
        rows="""
            749002: 3.2×8 | 3–5 | 1000 | 68.00 | 0.001
            749004: 4.0×10 | 5–6.5 | 500 | 92.00 | 0.002
            749006: 4.0×12 | 6.5–8.5 | 500 | 98.00 | 0.002
            749008: 4.8×10 | 4.5–6 | 500 | 118.00 | 0.003
            749010: 4.8×12 | 6–8 | 500 | 128.00 | 0.003
            749012: 4.8×16 | 10–12 | 250 | 146.00 | 0.004
            749014: 6.4×14 | 6–9 | 250 | 298.00 | 0.008
        """,
        name=say("Blindnagle {size} A2", "Blindniet {size} A2", "Blind rivet {size} A2"),
        description=say(
            "Flatt hode, rustfri hylse og stift, klemlengde {grip} mm. Pris for 100 stk., pakke på {pack}.",
            "Flachkopf, Hülse und Dorn Edelstahl, Klemmlänge {grip} mm. Preis je 100 Stück, Packung zu {pack}.",
            "Dome head, stainless body and mandrel, grip {grip} mm. Priced per 100, {pack} to the pack.",
        ),
        per=100,
        breaks=(2000, 10000),
        warehouse="Hamburg",
    ),
    Family(
        category="anchors-rivets",
        maker="Festor",
        part="FE-IM-{i:02}",
        drawing="grease",
        start=749110,
        step=5,
        columns="kind ml price kg",
        rows="""
            vinyl~Vinylester~vinylester | 300 | 148.00 | 0.6
            vinyl vinter~Vinylester Winter~vinylester winter | 300 | 168.00 | 0.6
            epoksy~Epoxid~epoxy | 440 | 398.00 | 0.8
        """,
        name=say(
            "Ankermasse {kind}, {ml} ml", "Verbundmörtel {kind}, {ml} ml", "Injection mortar {kind}, {ml} ml"
        ),
        description=say(
            "ETA for gjengestenger M8–M30 i betong. To blandespisser følger med.",
            "ETA für Gewindestangen M8–M30 in Beton. Mit zwei Mischern.",
            "ETA for threaded rods M8–M30 in concrete. With two mixers.",
        ),
        breaks=(12, 60),
        warehouse="Hamburg",
    ),
    Family(
        category="anchors-rivets",
        maker="Festor",
        part="FE-976-{size}",
        drawing="threaded-rod",
        start=748700,
        step=5,
        columns="size price kg",
        rows="""
            M8 | 19.80 | 0.3
            M10 | 28.50 | 0.5
            M12 | 39.80 | 0.7
            M16 | 72.00 | 1.3
            M20 | 118.00 | 2.1
        """,
        name=say(
            "Gjengestang {size} × 1000 mm, 8.8",
            "Gewindestange {size} × 1000 mm, 8.8",
            "Threaded rod {size} × 1000 mm, 8.8",
        ),
        description=say(
            "Elforsinket, etter DIN 976. For ankermasse, oppheng og gjennomgående feste.",
            "Verzinkt, nach DIN 976. Für Verbundmörtel, Abhängung und Durchsteckmontage.",
            "Zinc-plated, to DIN 976. For injection mortar, suspension and through fixing.",
        ),
        pack=10,
        breaks=(50, 200),
        warehouse="Hamburg",
    ),
)
