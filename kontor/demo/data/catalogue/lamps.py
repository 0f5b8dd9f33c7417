"""Lamps, sensors and drivers."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="led-tubes",
        maker="Lumera",
        part="LU-T8-{length:.3}-{kelvin:.2}",
        drawing="tube",
        start=805010,
        step=5,
        columns="length watt lumen kelvin price kg",
        rows="""
            600 | 7 | 1050 | 3000 | 48.00 | 0.12
            600 | 7 | 1050 | 4000 | 48.00 | 0.12
            1200 | 14 | 2100 | 3000 | 62.00 | 0.22
            1200 | 14 | 2100 | 4000 | 62.00 | 0.22
            1200 | 14 | 2100 | 6500 | 62.00 | 0.22
            1500 | 20 | 3100 | 3000 | 78.00 | 0.28
            1500 | 20 | 3100 | 4000 | 78.00 | 0.28
            1500 | 20 | 3100 | 6500 | 78.00 | 0.28
        """,
        name=say(
            "LED-rør T8 {length} mm, {kelvin} K",
            "LED-Röhre T8 {length} mm, {kelvin} K",
            "LED tube T8 {length} mm, {kelvin} K",
        ),
        description=say(
            "{watt} W, {lumen:n} lm, glass med splintvern, for elektronisk og konvensjonell forkobling. Ti i esken.",
            "{watt} W, {lumen:n} lm, Glas mit Splitterschutz, für EVG und KVG. Zehn im Karton.",
            "{watt} W, {lumen:n} lm, shatterproof glass, for electronic and magnetic ballasts. Ten to the box.",
        ),
        pack=10,
        breaks=(50, 200),
    ),
    Family(
        category="led-lamps",
        maker="Lumera",
        part="LU-E27-{watt}{i}",
        drawing="bulb",
        start=805110,
        step=5,
        columns="watt lumen kelvin price",
        rows="""
            4.9 | 470 | 2700 | 24.00
            8.5 | 806 | 2700 | 29.00
            8.5 | 806 | 4000 | 29.00
            11 | 1055 | 2700 | 38.00
            14 | 1521 | 2700 | 52.00
            14 | 1521 | 4000 | 52.00
        """,
        name=say(
            "LED-pære E27, {lumen:n} lm, {kelvin} K",
            "LED-Lampe E27, {lumen:n} lm, {kelvin} K",
            "LED lamp E27, {lumen:n} lm, {kelvin} K",
        ),
        description=say(
            "{watt} W, matt, CRI over 80, 15 000 timer. Ti i esken.",
            "{watt} W, matt, CRI über 80, 15.000 Stunden. Zehn im Karton.",
            "{watt} W, frosted, CRI above 80, 15,000 hours. Ten to the box.",
        ),
        pack=10,
        kg="0.06",
        breaks=(50, 200),
    ),
    Family(
        category="led-lamps",
        maker="Lumera",
        part="LU-GU10-{i}",
        drawing="spot",
        start=805210,
        step=5,
        columns="watt lumen kelvin price",
        rows="""
            4.3 | 350 | 2700 | 32.00
            4.3 | 350 | 4000 | 32.00
            6.9 | 575 | 2700 | 44.00
            6.9 | 575 | 4000 | 44.00
        """,
        name=say(
            "LED-spot GU10, {lumen} lm, {kelvin} K",
            "LED-Spot GU10, {lumen} lm, {kelvin} K",
            "LED spot GU10, {lumen} lm, {kelvin} K",
        ),
        description=say(
            "{watt} W, 36°, dimbar, CRI over 90. Ti i esken.",
            "{watt} W, 36°, dimmbar, CRI über 90. Zehn im Karton.",
            "{watt} W, 36°, dimmable, CRI above 90. Ten to the box.",
        ),
        pack=10,
        kg="0.05",
        breaks=(50, 200),
    ),
    Family(
        category="led-lamps",
        maker="Lumera",
        part="LU-HID-{watt}",
        drawing="bulb",
        start=805310,
        step=5,
        columns="watt lumen old base price",
        rows="""
            27 | 4000 | 70 | E27 | 348.00
            36 | 6000 | 125 | E27 | 428.00
            54 | 9000 | 150 | E40 | 598.00
            80 | 13000 | 250 | E40 | 798.00
        """,
        name=say(
            "LED-lampe {base}, {watt} W for veilys",
            "LED-Lampe {base}, {watt} W für Straßenleuchten",
            "LED lamp {base}, {watt} W for street lights",
        ),
        description=say(
            "{lumen:n} lm, 3000 K, erstatter {old} W natrium. Forkoblingen tas ut.",
            "{lumen:n} lm, 3000 K, ersetzt {old} W Natriumdampf. Das Vorschaltgerät wird ausgebaut.",
            "{lumen:n} lm, 3000 K, replaces {old} W sodium. The ballast is taken out.",
        ),
        kg="0.7",
        breaks=(10, 50),
    ),
    Family(
        category="sensors",
        maker="Lumera",
        part="LU-PS{i:02}",
        drawing="sensor",
        start=806010,
        step=5,
        columns="mount range output price",
        rows="""
            tak~Decke~ceiling | 8 | relé~Relais~relay | 498.00
            tak~Decke~ceiling | 8 | DALI-2 | 698.00
            tak~Decke~ceiling | 24 | relé~Relais~relay | 898.00
            høy hall~hohe Halle~high bay | 30 | DALI-2 | 1180.00
            vegg~Wand~wall | 12 | relé~Relais~relay | 448.00
        """,
        name=say(
            "Bevegelsessensor {mount}, {range} m, {output}",
            "Präsenzmelder {mount}, {range} m, {output}",
            "Presence sensor {mount}, {range} m, {output}",
        ),
        description=say(
            "Dagslysstyring og tilstedeværelse, dekker {range} m, innstilles med telefon.",
            "Tageslicht und Präsenz, Reichweite {range} m, Einstellung mit dem Telefon.",
            "Daylight and presence, range {range} m, set up by telephone.",
        ),
        kg="0.2",
        breaks=(10, 50),
    ),
    Family(
        category="sensors",
        maker="Lumera",
        part="LU-DM{i:02}",
        drawing="dimmer",
        start=806110,
        step=5,
        columns="kind load price",
        rows="""
            dreiebryter~Drehknopf~rotary | 250 W | 328.00
            trykknapp~Taster~push button | 300 W | 398.00
            DALI | 64 DALI-enheter~64 DALI-Teilnehmer~64 DALI devices | 698.00
        """,
        name=say("LED-dimmer, {kind}", "LED-Dimmer, {kind}", "LED dimmer, {kind}"),
        description=say(
            "Bakkant, for innfelt boks, minimumsnivå innstillbart. Inntil {load}.",
            "Phasenabschnitt, für die Unterputzdose, Mindesthelligkeit einstellbar. Bis {load}.",
            "Trailing edge, for the flush box, minimum level adjustable. Up to {load}.",
        ),
        kg="0.12",
        breaks=(10,),
    ),
    Family(
        category="drivers",
        maker="Lumera",
        part="LU-DR{watt}-{i}",
        drawing="driver",
        start=807010,
        step=5,
        columns="watt current control price kg",
        rows="""
            20 | 350 | fast~fest~fixed | 118.00 | 0.12
            20 | 500 | DALI-2 | 248.00 | 0.13
            40 | 1050 | fast~fest~fixed | 168.00 | 0.18
            40 | 1050 | DALI-2 | 328.00 | 0.2
            75 | 1400 | DALI-2 | 448.00 | 0.32
            150 | 2100 | DALI-2 | 698.00 | 0.85
        """,
        name=say(
            "LED-driver {watt} W, {current} mA, {control}",
            "LED-Treiber {watt} W, {current} mA, {control}",
            "LED driver {watt} W, {current} mA, {control}",
        ),
        description=say(
            "Konstantstrøm inntil {current} mA, flimmerfri, 100 000 timer ved tc 65 °C, fem års garanti.",
            "Konstantstrom bis {current} mA, flimmerfrei, 100.000 Stunden bei tc 65 °C, fünf Jahre Garantie.",
            "Constant current up to {current} mA, flicker-free, 100,000 hours at tc 65 °C, five years' warranty.",
        ),
        breaks=(10, 50),
        warehouse="Hamburg",
    ),
)
