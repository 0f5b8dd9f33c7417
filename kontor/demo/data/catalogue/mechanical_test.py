"""Mechanical test equipment: length, torque, pressure and temperature."""

from kontor.demo.data.catalogue.family import Family
from kontor.demo.data.texts import say

FAMILIES: tuple[Family, ...] = (
    Family(
        category="length",
        maker="Mikronor",
        part="MN-DC{range}",
        drawing="caliper",
        start=310010,
        step=5,
        columns="range jaw price kg",
        rows="""
            150 | 40 | 486.00 | 0.2
            200 | 50 | 648.00 | 0.3
            300 | 60 | 980.00 | 0.5
            500 | 100 | 2380.00 | 1.2
        """,
        name=say(
            "Digitalt skyvelære {range} mm, IP67",
            "Digital-Messschieber {range} mm, IP67",
            "Digital caliper {range} mm, IP67",
        ),
        description=say(
            "Oppløsning 0,01 mm, kjefter {jaw} mm, herdet rustfritt stål. Tåler kjølevæske.",
            "Auflösung 0,01 mm, Schnäbel {jaw} mm, gehärteter Edelstahl. Unempfindlich gegen Kühlschmierstoff.",
            "Resolution 0.01 mm, jaws {jaw} mm, hardened stainless steel. Not bothered by coolant.",
        ),
        breaks=(5,),
        warehouse="Hamburg",
    ),
    Family(
        category="length",
        maker="Mikronor",
        part="MN-MI{i:02}",
        drawing="micrometer",
        start=310110,
        step=5,
        columns="range price kg",
        rows="""
            0–25 | 890.00 | 0.3
            25–50 | 1040.00 | 0.4
            50–75 | 1190.00 | 0.5
            75–100 | 1340.00 | 0.7
            100–125 | 1620.00 | 0.9
        """,
        name=say(
            "Digitalt mikrometer {range} mm",
            "Digital-Bügelmessschraube {range} mm",
            "Digital micrometer {range} mm",
        ),
        description=say(
            "Oppløsning 0,001 mm, måleflater i hardmetall, friksjonsskralle. Med kalibreringsbevis.",
            "Auflösung 0,001 mm, Hartmetall-Messflächen, Gefühlsratsche. Mit Kalibrierschein.",
            "Resolution 0.001 mm, carbide faces, ratchet. With calibration certificate.",
        ),
        breaks=(5,),
        warehouse="Hamburg",
    ),
    Family(
        category="length",
        maker="Mikronor",
        part="MN-DI{i:02}",
        drawing="gauge",
        start=310210,
        step=5,
        columns="range step price kg",
        rows="""
            0.8 | 0.01 | 420.00 | 0.1
            10 | 0.01 | 386.00 | 0.2
            30 | 0.01 | 720.00 | 0.3
        """,
        name=say(
            "Måleur {range} mm, {step} mm",
            "Messuhr {range} mm, {step} mm",
            "Dial indicator {range} mm, {step} mm",
        ),
        description=say(
            "Skive 58 mm, støtsikret verk, spindel 8 mm h6.",
            "Zifferblatt 58 mm, stoßgeschütztes Werk, Einspannschaft 8 mm h6.",
            "58 mm dial, shock-proof movement, 8 mm h6 stem.",
        ),
        breaks=(5,),
        warehouse="Hamburg",
    ),
    Family(
        category="torque",
        maker="Mikronor",
        part="MN-TW{top}",
        drawing="torque-wrench",
        start=312010,
        step=5,
        columns="low top drive price kg",
        rows="""
            2 | 25 | 1/4" | 1180.00 | 0.6
            10 | 60 | 3/8" | 1290.00 | 0.9
            20 | 100 | 3/8" | 1390.00 | 1.0
            40 | 200 | 1/2" | 1490.00 | 1.5
            60 | 340 | 1/2" | 1780.00 | 1.9
            150 | 750 | 3/4" | 4680.00 | 5.2
            200 | 1000 | 3/4" | 5890.00 | 6.8
        """,
        name=say(
            "Momentnøkkel {low}–{top} Nm, {drive}",
            "Drehmomentschlüssel {low}–{top} Nm, {drive}",
            "Torque wrench {low}–{top} Nm, {drive}",
        ),
        description=say(
            "Klikk, ±3 %, firkant {drive} med vendbar skralle. Kalibreringsbevis etter ISO 6789 følger med.",
            "Auslösend, ±3 %, Vierkant {drive} mit Umschaltknarre. Mit Kalibrierschein nach ISO 6789.",
            "Click type, ±3%, {drive} drive with reversible ratchet. ISO 6789 calibration certificate included.",
        ),
        breaks=(3,),
        warehouse="Hamburg",
    ),
    Family(
        category="pressure-temperature",
        maker="Mikronor",
        part="MN-PG{dn}-{bar}",
        drawing="gauge",
        start=314010,
        step=5,
        columns="dn bar thread price kg",
        rows="""
            63 | 10 | G 1/4 | 148.00 | 0.2
            63 | 25 | G 1/4 | 148.00 | 0.2
            63 | 60 | G 1/4 | 154.00 | 0.2
            63 | 160 | G 1/4 | 158.00 | 0.2
            63 | 250 | G 1/4 | 162.00 | 0.2
            63 | 400 | G 1/4 | 168.00 | 0.2
            100 | 16 | G 1/2 | 368.00 | 0.7
            100 | 100 | G 1/2 | 378.00 | 0.7
            100 | 400 | G 1/2 | 396.00 | 0.8
        """,
        name=say(
            "Manometer {dn} mm, 0–{bar} bar",
            "Manometer {dn} mm, 0–{bar} bar",
            "Pressure gauge {dn} mm, 0–{bar} bar",
        ),
        description=say(
            "Glyserinfylt, rustfritt hus, {thread} nedover, klasse 1,6. Tåler pulsering og vibrasjon.",
            "Glyzerinfüllung, Edelstahlgehäuse, {thread} unten, Klasse 1,6. Unempfindlich gegen Pulsation und Vibration.",
            "Glycerine-filled, stainless case, {thread} bottom entry, class 1.6. Stands pulsation and vibration.",
        ),
        breaks=(5, 25),
        warehouse="Hamburg",
    ),
    Family(
        category="pressure-temperature",
        maker="Mikronor",
        part="MN-DM{bar}",
        drawing="gauge",
        start=314110,
        step=5,
        columns="bar price kg",
        rows="""
            10 | 2180.00 | 0.3
            100 | 2240.00 | 0.3
            400 | 2380.00 | 0.3
            700 | 2690.00 | 0.3
        """,
        name=say(
            "Digitalmanometer 0–{bar} bar",
            "Digitalmanometer 0–{bar} bar",
            "Digital pressure gauge 0–{bar} bar",
        ),
        description=say(
            "0,25 % av området, lagrer topp- og bunnverdi, lysende display. G 1/4, batteritid 1 500 timer.",
            "0,25 % vom Endwert, speichert Höchst- und Tiefstwert, beleuchtete Anzeige. G 1/4, Batterie für 1.500 Stunden.",
            "0.25% of span, keeps highest and lowest value, lit display. G 1/4, battery for 1,500 hours.",
        ),
        breaks=(3,),
        warehouse="Hamburg",
    ),
    Family(
        category="pressure-temperature",
        maker="Mikronor",
        part="MN-IR{top}",
        drawing="ir-thermometer",
        start=314210,
        step=5,
        columns="top optics price kg",
        rows="""
            380 | 12:1 | 498.00 | 0.2
            650 | 20:1 | 980.00 | 0.3
            1000 | 50:1 | 2140.00 | 0.4
        """,
        name=say(
            "IR-termometer −30 til {top} °C",
            "Infrarot-Thermometer −30 bis {top} °C",
            "Infrared thermometer −30 to {top} °C",
        ),
        description=say(
            "Optikk {optics}, dobbelt lasersikte, innstillbar emisjon 0,1–1,0.",
            "Optik {optics}, doppeltes Laservisier, Emissionsgrad einstellbar 0,1–1,0.",
            "Optics {optics}, twin laser sight, emissivity adjustable from 0.1 to 1.0.",
        ),
        breaks=(5,),
        warehouse="Hamburg",
    ),
    Family(
        category="pressure-temperature",
        maker="Mikronor",
        part="MN-PT{i:02}",
        drawing="probe",
        start=314310,
        step=5,
        columns="kind length price kg",
        rows="""
            innstikk~Einstechfühler~insertion | 100 | 386.00 | 0.1
            innstikk~Einstechfühler~insertion | 250 | 428.00 | 0.1
            overflate~Oberflächenfühler~surface | 120 | 548.00 | 0.1
            luft~Luftfühler~air | 150 | 398.00 | 0.1
        """,
        name=say(
            "Temperaturføler Pt100, {kind}, {length} mm",
            "Pt100-Fühler, {kind}, {length} mm",
            "Pt100 probe, {kind}, {length} mm",
        ),
        description=say(
            "Klasse A, 4-leder, −50 til +400 °C, 1,5 m kabel.",
            "Klasse A, 4-Leiter, −50 bis +400 °C, 1,5 m Kabel.",
            "Class A, 4-wire, −50 to +400 °C, 1.5 m cable.",
        ),
        breaks=(5,),
        warehouse="Hamburg",
    ),
    Family(
        category="pressure-temperature",
        maker="Mikronor",
        part="MN-LOG{i}",
        drawing="logger",
        start=314410,
        step=5,
        columns="what values price kg",
        rows="""
            temperatur~Temperatur~temperature | 32000 | 690.00 | 0.1
            temperatur og fukt~Temperatur und Feuchte~temperature and humidity | 32000 | 980.00 | 0.1
            trykk~Druck~pressure | 64000 | 3480.00 | 0.3
        """,
        name=say("Datalogger, {what}", "Datenlogger, {what}", "Data logger, {what}"),
        description=say(
            "{values:n} måleverdier, leses over USB som PDF og CSV uten egen programvare.",
            "{values:n} Messwerte, Ausgabe über USB als PDF und CSV, ohne eigene Software.",
            "{values:n} readings, read by USB as PDF and CSV without any software.",
        ),
        breaks=(5, 20),
        warehouse="Hamburg",
    ),
)
