"""Electrical test equipment."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="multimeters",
        maker="Ampelin",
        part="AM-{model}",
        drawing="multimeter",
        start=301010,
        step=5,
        columns="model counts volts extra price kg",
        rows="""
            M10 | 4000 | 600 | Automatisk område og summetone~Automatische Bereichswahl und Durchgangssummer~Auto-ranging with continuity buzzer | 498.00 | 0.3
            M20 | 6000 | 600 | Sann effektivverdi~Echteffektivwert~True RMS | 890.00 | 0.4
            M30 | 6000 | 1000 | Sann effektivverdi og temperatur~Echteffektivwert und Temperatur~True RMS and temperature | 1340.00 | 0.5
            M40 | 10000 | 1000 | Lavpassfilter for frekvensomformere~Tiefpassfilter für Frequenzumrichter~Low-pass filter for frequency drives | 2280.00 | 0.5
            M50 BT | 50000 | 1000 | Minne og trådløs overføring~Speicher und Funkübertragung~Memory and wireless transfer | 4180.00 | 0.6
        """,
        name=say("Digitalmultimeter {model}", "Digitalmultimeter {model}", "Digital multimeter {model}"),
        description=say(
            "{extra}. {counts:n} trinn, inntil {volts} V CAT III, IP54. Med målekabler og veske.",
            "{extra}. {counts:n} Digits, bis {volts} V CAT III, IP54. Mit Messleitungen und Tasche.",
            "{extra}. {counts:n} counts, up to {volts} V CAT III, IP54. With test leads and pouch.",
        ),
        breaks=(5,),
        warehouse="Hamburg",
    ),
    Family(
        category="multimeters",
        maker="Ampelin",
        part="AM-{model}",
        drawing="clamp-meter",
        start=301110,
        step=5,
        columns="model amps kind jaw price kg",
        rows="""
            C40 | 400 | AC | 30 | 790.00 | 0.3
            C60 | 600 | AC/DC | 35 | 1490.00 | 0.4
            C100 | 1000 | AC/DC | 45 | 2240.00 | 0.5
            C200 | 2000 | AC/DC | 60 | 3380.00 | 0.7
            LK6 | 60 | AC | 30 | 2890.00 | 0.4
        """,
        name=say(
            "Tangamperemeter {model}, {amps} A {kind}",
            "Stromzange {model}, {amps} A {kind}",
            "Clamp meter {model}, {amps} A {kind}",
        ),
        description=say(
            "Sann effektivverdi, kjeft {jaw} mm, startstrøm og nullstilling. CAT III 1000 V.",
            "Echteffektivwert, Zangenöffnung {jaw} mm, Anlaufstrom und Nullabgleich. CAT III 1000 V.",
            "True RMS, jaw {jaw} mm, inrush current and zeroing. CAT III 1000 V.",
        ),
        breaks=(5,),
        warehouse="Hamburg",
    ),
    Family(
        category="installation-testers",
        maker="Ampelin",
        part="AM-{model}",
        drawing="tester-case",
        start=302010,
        step=5,
        columns="model what price kg",
        rows="""
            IT 100 | Isolasjon, jordfeilbryter, sløyfe og jordtak~Isolation, RCD, Schleife und Erdung~Insulation, RCD, loop and earth | 8950.00 | 1.4
            IT 200 | Isolasjon, jordfeilbryter type B, sløyfe uten utkobling~Isolation, RCD Typ B, Schleife ohne Auslösung~Insulation, RCD type B, loop without tripping | 12900.00 | 1.5
            IT 300 EV | Alt i IT 200 og lading av elbil~Alles aus IT 200 und Ladepunkte~All of IT 200 and charging points | 17400.00 | 1.8
            PT 50 | Flyttbart utstyr etter NEK EN 50699~Ortsveränderliche Geräte nach EN 50699~Portable appliances to EN 50699 | 9800.00 | 2.2
        """,
        name=say("Installasjonstester {model}", "Installationstester {model}", "Installation tester {model}"),
        description=say(
            "{what}. Protokoll til PC, kalibreringsbevis følger med.",
            "{what}. Protokoll an den PC, mit Kalibrierschein.",
            "{what}. Report to the PC, calibration certificate included.",
        ),
        breaks=(3,),
        warehouse="Hamburg",
        lead_days=6,
    ),
    Family(
        category="installation-testers",
        maker="Ampelin",
        part="AM-{model}",
        drawing="tester-case",
        start=302110,
        step=5,
        columns="model volts range price kg",
        rows="""
            R1 | 1000 | 20 GΩ | 3480.00 | 0.7
            R2 | 2500 | 100 GΩ | 6900.00 | 1.6
            R5 | 5000 | 1 TΩ | 14800.00 | 2.9
            R10 | 10000 | 25 TΩ | 28900.00 | 4.2
        """,
        name=say(
            "Isolasjonstester {model}, {volts} V",
            "Isolationsmessgerät {model}, {volts} V",
            "Insulation tester {model}, {volts} V",
        ),
        description=say(
            "Måler til {range}, med polarisasjonsindeks og utlading av objektet etter målingen.",
            "Misst bis {range}, mit Polarisationsindex und Entladung des Prüflings nach der Messung.",
            "Measures up to {range}, with polarisation index and discharge of the object afterwards.",
        ),
        breaks=(3,),
        warehouse="Hamburg",
        lead_days=6,
    ),
    Family(
        category="installation-testers",
        maker="Ampelin",
        part="AM-{model}",
        drawing="probe",
        start=302210,
        step=5,
        columns="model volts what price kg",
        rows="""
            V1 | 690 | Topolt med LED-rekke~Zweipolig mit LED-Anzeige~Two-pole with LED bar | 328.00 | 0.2
            V2 | 1000 | Topolt med display, dreiefelt og last~Zweipolig mit Display, Drehfeld und Last~Two-pole with display, phase rotation and load | 690.00 | 0.3
            V0 | 1000 | Berøringsfri penn~Berührungsloser Stift~Non-contact pen | 198.00 | 0.1
        """,
        name=say(
            "Spenningstester {model}, {volts} V",
            "Spannungsprüfer {model}, {volts} V",
            "Voltage tester {model}, {volts} V",
        ),
        description=say(
            "{what}. Etter EN 61243-3, IP65, virker også med tomt batteri.",
            "{what}. Nach EN 61243-3, IP65, warnt auch bei leerer Batterie.",
            "{what}. To EN 61243-3, IP65, warns also with a flat battery.",
        ),
        breaks=(5, 20),
        warehouse="Hamburg",
    ),
    Family(
        category="test-accessories",
        maker="Ampelin",
        part="AM-L{length}-{i}",
        drawing="test-lead",
        start=303010,
        step=5,
        columns="length colour price kg",
        rows="""
            100 | rød~rot~red | 64.00 | 0.06
            100 | svart~schwarz~black | 64.00 | 0.06
            150 | rød~rot~red | 78.00 | 0.08
            150 | svart~schwarz~black | 78.00 | 0.08
            200 | rød~rot~red | 94.00 | 0.1
            200 | svart~schwarz~black | 94.00 | 0.1
        """,
        name=say(
            "Målekabel 4 mm, {length} cm, {colour}",
            "Messleitung 4 mm, {length} cm, {colour}",
            "Test lead 4 mm, {length} cm, {colour}",
        ),
        description=say(
            "Silikon, myk ned til −40 °C, 1000 V CAT III, 20 A. Bananplugg i begge ender.",
            "Silikon, weich bis −40 °C, 1000 V CAT III, 20 A. Beidseitig Bananenstecker.",
            "Silicone, supple down to −40 °C, 1000 V CAT III, 20 A. Banana plugs at both ends.",
        ),
        breaks=(10, 50),
        warehouse="Hamburg",
    ),
    Family(
        category="test-accessories",
        maker="Ampelin",
        part="AM-ACC-{i:02}",
        drawing="test-lead",
        start=303110,
        step=5,
        columns="name what price kg",
        rows="""
            Krokodilleklemmer, par~Krokodilklemmen, Paar~Crocodile clips, pair | Åpning 20 mm, 4 mm kontakt, 1000 V~Öffnung 20 mm, 4-mm-Buchse, 1000 V~Opening 20 mm, 4 mm socket, 1000 V | 96.00 | 0.08
            Magnetprober, par~Magnetprüfspitzen, Paar~Magnetic probes, pair | Fester på skruehoder i tavler~Haften an Schraubenköpfen im Schaltschrank~Hold on to screw heads in switchboards | 348.00 | 0.05
            Bæreveske L~Tragetasche L~Carrying case L | Polstret, med rom for to instrumenter og kabler~Gepolstert, für zwei Geräte und Leitungen~Padded, holds two instruments and leads | 286.00 | 0.9
            Jordspyd, sett~Erdspieße, Satz~Earth spikes, set | To spyd og 20 + 40 m kabel på tromler~Zwei Spieße und 20 + 40 m Leitung auf Haspeln~Two spikes with 20 + 40 m lead on reels | 1480.00 | 3.6
        """,
        name=say("{name}", "{name}", "{name}"),
        description=say("{what}.", "{what}.", "{what}."),
        breaks=(5,),
        warehouse="Hamburg",
    ),
    Family(
        category="installation-testers",
        maker="Ampelin",
        part="AM-T{pixels:.3}",
        drawing="ir-thermometer",
        start=302310,
        step=5,
        columns="pixels top price kg",
        rows="""
            160 × 120 | 400 | 8900.00 | 0.5
            256 × 192 | 550 | 14600.00 | 0.6
            384 × 288 | 650 | 32900.00 | 0.9
        """,
        name=say("Termokamera {pixels}", "Wärmebildkamera {pixels}", "Thermal camera {pixels}"),
        description=say(
            "−20 til {top} °C, 0,05 K oppløsning, bilde i bilde og rapport på PC. Ladestasjon følger med.",
            "−20 bis {top} °C, 0,05 K Auflösung, Bild im Bild und Bericht am PC. Mit Ladestation.",
            "−20 to {top} °C, 0.05 K sensitivity, picture in picture and report on the PC. With charger.",
        ),
        breaks=(3,),
        warehouse="Hamburg",
        lead_days=9,
    ),
)
