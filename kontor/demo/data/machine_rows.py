"""Machines as tables a person can read: models, how much each sort of company has of them, and those of the named companies.

Models: code | area | maker | model | drawing | our article | serial number, # is a figure and @ a letter | meters | use a month
| first year. Written-out machines: company | model | serial | own name | place | keywords | held for months | meter now.
"""

MODELS = """
NX200 | construction | Nordhaug | NX 200 | excavator | | NH###@ | hours idle | 132 | 2014
NX220 | construction | Nordhaug | NX 220 | excavator | | NH###@ | hours idle | 148 | 2017
LX90 | construction | Nordhaug | LX 90 | wheel-loader | | LH###@ | hours idle | 104 | 2013
LX120 | construction | Nordhaug | LX 120 | wheel-loader | | LH###@ | hours idle | 118 | 2018
GS60 | construction | Nordhaug | GS 60 | generator | | GA###@ | hours | 86 | 2012
M40 | test | Ampelin | M40 | multimeter | HI-301025 | AM###@ | | 0 | 2018
C60 | test | Ampelin | C60 | clamp-meter | HI-301115 | AC###@ | | 0 | 2017
IT200 | test | Ampelin | IT 200 | tester-case | HI-302015 | AT###@ | cycles | 46 | 2016
IT300 | test | Ampelin | IT 300 EV | tester-case | HI-302020 | AT###@ | cycles | 58 | 2021
PT50 | test | Ampelin | PT 50 | tester-case | HI-302025 | AP###@ | cycles | 140 | 2017
R5 | test | Ampelin | R5 | tester-case | HI-302120 | AR###@ | cycles | 12 | 2015
TW200 | test | Mikronor | 40–200 Nm | torque-wrench | HI-312025 | MD###@ | cycles | 210 | 2016
TW340 | test | Mikronor | 60–340 Nm | torque-wrench | HI-312030 | MD###@ | cycles | 190 | 2018
LP3 | office | Skrivia | LaserPro 3 | printer | HI-900010 | SK####### | black | 620 | 2018
LP4 | office | Skrivia | LaserPro 4 | printer | HI-900020 | SK####### | black | 1180 | 2018
LP5 | office | Skrivia | LaserPro 5 | printer | HI-900030 | SK####### | black | 3100 | 2019
C3 | office | Skrivia | LaserPro C3 | printer | HI-900040 | SK####### | black colour | 540 | 2019
C5 | office | Skrivia | LaserPro C5 | printer | HI-900050 | SK####### | black colour | 1450 | 2020
M4 | office | Skrivia | OfficePro M4 | copier | HI-900110 | SK####### | black | 1700 | 2018
MC4 | office | Skrivia | OfficePro MC4 | copier | HI-900120 | SK####### | black colour | 1500 | 2019
MC30 | office | Skrivia | OfficePro MC30 | copier | HI-900130 | SK####### | black colour | 3400 | 2019
MC60 | office | Skrivia | OfficePro MC60 | copier | HI-900150 | SK####### | black colour | 8200 | 2021
"""

# Customer group: how many of each model among a hundred.
FLEETS: dict[str, str] = {
    "building": "NX200*20 NX220*19 LX90*17 LX120*9 GS60*16 M40*3 IT200*3 TW340*3 LP4*5 MC30*5",
    "metal": "TW200*12 TW340*8 R5*6 C60*10 M40*10 PT50*10 IT200*8 GS60*7 LX90*6 LP5*9 MC30*8 C5*6",
    "municipal": "LX90*11 GS60*13 IT200*12 IT300*8 PT50*9 C60*8 LP4*13 MC30*16 C5*10",
    "": "LP3*10 LP4*16 LP5*18 C3*10 C5*15 M4*8 MC4*8 MC30*10 MC60*5",
}

# Own names by language and drawing; {n} counts on within the company, {place} is where it stands.
NAMES: dict[str, dict[str, str]] = {
    "nb": {
        "excavator": "Graver {n}",
        "wheel-loader": "Hjullaster {n}",
        "generator": "Aggregat {n}",
        "multimeter": "Multimeter {n}",
        "clamp-meter": "Tang {n}",
        "tester-case": "Instrument {n}",
        "torque-wrench": "Momentnøkkel {n}",
        "printer": "Skriver {n}, {place}",
        "copier": "Kopimaskin {n}, {place}",
    },
    "de": {
        "excavator": "Bagger {n}",
        "wheel-loader": "Radlader {n}",
        "generator": "Stromerzeuger {n}",
        "multimeter": "Multimeter {n}",
        "clamp-meter": "Stromzange {n}",
        "tester-case": "Prüfgerät {n}",
        "torque-wrench": "Drehmoment {n}",
        "printer": "Drucker {n}, {place}",
        "copier": "Kopierer {n}, {place}",
    },
    "en": {
        "excavator": "Excavator {n}",
        "wheel-loader": "Loader {n}",
        "generator": "Generator {n}",
        "multimeter": "Multimeter {n}",
        "clamp-meter": "Clamp meter {n}",
        "tester-case": "Tester {n}",
        "torque-wrench": "Torque wrench {n}",
        "printer": "Printer {n}, {place}",
        "copier": "Copier {n}, {place}",
    },
}
KEYWORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "nb": {
        "construction": ("GPS", "rototilt", "utleie", "vinterdekk", "reserve", "hengsleredskap"),
        "test": ("kalibreres i mars", "servicebil", "verksted", "reserve"),
        "office": ("mottak", "brakke", "regnskap", "leieavtale"),
    },
    "de": {
        "construction": ("GPS", "Schwenklöffel", "Miete", "Reserve", "Anbaugerät", "Nachtschicht"),
        "test": ("Kalibrierung März", "Servicewagen", "Werkstatt", "Reserve"),
        "office": ("Empfang", "Container", "Buchhaltung", "Leasing"),
    },
    "en": {
        "construction": ("spare", "quay", "hire"),
        "test": ("calibration March", "van"),
        "office": ("reception", "site hut"),
    },
}

FJORDBYGG = """
104233 | NX220 | NH482K | Graver 7 | E6 Sluppen, Trondheim | E6, GPS, rototilt | 32 | 4688
104233 | NX200 | NH317C | Graver 3 | Moholt B3, Trondheim | GPS | 61 | 8126
104233 | NX200 | NH355F | Graver 5 | E6 Sluppen, Trondheim | E6 | 49 | 6471
104233 | NX220 | NH501B | Graver 8 | Moholt B3, Trondheim | rototilt, GPS | 14 | 1982
104233 | LX90 | LH117C | Hjullaster 2 | Lager Heimdal | pallegafler | 74 | 7388
104233 | LX120 | LH204A | Hjullaster 4 | E6 Sluppen, Trondheim | E6, kjøpt brukt | 7 | 3145
104233 | GS60 | GA903B | Aggregat Sluppen | E6 Sluppen, port 3 | E6, brakkerigg | 38 | 3264
104233 | GS60 | GA911D | Aggregat Moholt | Moholt B3, Trondheim | brakkerigg | 20 | 1718
104233 | GS60 | GA874H | Reserveaggregat | Lager Heimdal | reserve | 66 | 2205
104233 | M40 | AM214K | Multimeter verksted | Verksted, Trondheim | kalibreres i mars | 41 | 0
104233 | C60 | AC620H | Tang, servicebil 1 | Verksted, Trondheim | servicebil | 41 | 0
104233 | C60 | AC621H | Tang, servicebil 2 | Verksted, Trondheim | servicebil | 41 | 0
104233 | IT200 | AT318M | Installasjonstester | Verksted, Trondheim | servicebil, kalibreres i mars | 30 | 1402
104233 | PT50 | AP771D | Apparattester | Lager Heimdal | håndverktøy | 27 | 3810
104233 | R5 | AR052E | Isolasjonstester | Verksted, Trondheim | | 55 | 640
104233 | TW340 | MD480B | Momentnøkkel 340 | Verksted, Trondheim | hjulbolter | 36 | 6850
104233 | MC30 | SK4081273 | Kopimaskin 2. etasje | Kjøpmannsgata 40, Trondheim | leieavtale | 34 | 131200
104233 | LP5 | SK5117408 | Fakturaskriver | Kjøpmannsgata 40, Trondheim | regnskap | 45 | 148900
104233 | C5 | SK5530921 | Skriver prosjekt | Kjøpmannsgata 40, Trondheim | tegninger A4 | 22 | 33100
104233 | LP4 | SK4470216 | Skriver brakke Sluppen | E6 Sluppen, port 3 | brakke | 19 | 22840
104233 | LP4 | SK4470217 | Skriver brakke Moholt | Moholt B3, Trondheim | brakke | 19 | 20910
104233 | LP3 | SK3902554 | Skriver Heimdal | Lager Heimdal | følgesedler | 52 | 31760
104233 | LP3 | SK3902561 | Skriver verksted | Verksted, Trondheim | | 52 | 12480
"""
RHEINTAL = """
208117 | GS60 | GA715C | Stromerzeuger Baustelle | Theodor-Heuss-Ufer, Wiesbaden | Baustelle | 44 | 3820
208117 | LX90 | LH188E | Hoflader | Werk Mainz | Blechlager | 80 | 8410
208117 | TW200 | MD312F | Drehmoment Montage 1 | Montage Halle 3, Mainz | Montage | 28 | 5920
208117 | TW200 | MD313F | Drehmoment Montage 2 | Montage Halle 3, Mainz | Montage | 28 | 5480
208117 | TW340 | MD377A | Drehmoment Geländer | Theodor-Heuss-Ufer, Wiesbaden | Baustelle | 16 | 2960
208117 | PT50 | AP640C | Gerätetester | Werk Mainz | DGUV V3 | 35 | 4915
208117 | IT200 | AT207B | Installationstester | Werk Mainz | DGUV V3, Kalibrierung März | 31 | 1388
208117 | R5 | AR031D | Isolationsmessgerät | Werk Mainz | | 58 | 702
208117 | M40 | AM198C | Multimeter Schlosserei | Montage Halle 3, Mainz | Werkstatt | 33 | 0
208117 | MC30 | SK4079918 | Kopierer Verwaltung | Werk Mainz | Leasing | 29 | 98400
208117 | LP5 | SK5116093 | Drucker Versand | Werk Mainz | Lieferscheine | 40 | 126300
208117 | C5 | SK5529007 | Drucker Konstruktion | Montage Halle 3, Mainz | Zeichnungen | 25 | 36400
"""

# company | model | serial | own name | place | months held, until which month ago | why it went
GONE = """
103904 | LX120 | LH204A | Hjullaster 1 | Rigg Leangen, Trondheim | 60 | 7 | Solgt til Fjordbygg AS
103318 | NX200 | NH214B | Graver 1 | Verksted, Stjørdal | 90 | 11 | Byttet inn mot ny maskin
203902 | LX90 | LH099D | Radlader 1 | Bauhof, Dortmund | 96 | 16 | Verkauft
201340 | LP5 | SK5020044 | Drucker Versand alt | Werk 1, Mannheim | 64 | 5 | Verschrottet
"""

# company | model of the number | serial | own name | place | keywords | e-mail name of who registered | days ago | at
WAITING = """
104233 | NX220 | NH526L | Graver 9 | E6 Sluppen, Trondheim | E6, rototilt | jonas.lie | 1 | 14:22
104611 | LX90 | LH170D | Hjullaster kai 4 | Kai 4, Kristiansund N | kai | | 2 | 10:41
102046 | GS60 | GA940C | Aggregat Breivika | Blandeverk Breivika, Ålesund | | | 4 | 08:17
101512 | MC30 | SK4091150 | Kopimaskin Alta | Lager Alta | leieavtale | | 1 | 09:05
110480 | NX220 | NH533D | | Dagbrudd, Narvik | | | 6 | 15:48
208117 | PT50 | AP802A | Gerätetester 2 | Werk Mainz | DGUV V3 | a.maier | 1 | 07:52
203902 | NX200 | NH498G | Bagger 12 | Baustelle Hafen, Dortmund | GPS | | 3 | 13:30
206577 | GS60 | GA951F | Stromerzeuger Grasbrook | Baustelle Grasbrook, Hamburg | Baustelle | | 5 | 11:11
"""
# The number that another company holds: whoever waits, and who has it.
HELD_ELSEWHERE = ("104611", "LH170D", "102046", "Hjullaster Molde", "Kai Molde")

# company | model | serial | own name | days ago | at | decided after days | why not
DECLINED = """
109811 | LX90 | LH990Z | Hjullaster Titan | 64 | 10:15 | 1 | Nummeret finnes ikke hos Nordhaug. Se på skiltet til høyre bak førerhuset, det fjerde tegnet er lett å ta feil av.
205233 | TW200 | MD118K | Drehmoment Labor | 31 | 09:40 | 2 | Diese Nummer gehört zu einem Gerät, das 2023 verschrottet wurde. Bitte vergleichen Sie das Typenschild am Griff.
108925 | LP5 | SK5000001 | Skriver resepsjon | 118 | 13:02 | 1 | Dette er eksempelnummeret fra esken. Serienummeret står på klistrelappen bak skuffen.
"""
