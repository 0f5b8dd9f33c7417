"""The category tree: product area, category, subcategory."""

from dataclasses import dataclass

from kontor.demo.data.texts import LANGUAGES, Texts, say

# Lines at the margin are categories, indented ones their subcategories: code | nb | de | en
_TREE = {
    "construction": """
filters-fluids | Filtre og væsker | Filter und Flüssigkeiten | Filters and fluids
  hydraulic-filters | Hydraulikkfiltre | Hydraulikfilter | Hydraulic filters
  engine-filters | Motorfiltre | Motorfilter | Engine filters
  oils | Oljer | Öle | Oils
  coolants-greases | Kjølevæske og fett | Kühlmittel und Fette | Coolants and greases
wear-parts | Slitedeler | Verschleißteile | Wear parts
  bucket-teeth | Skuffetenner | Löffelzähne | Bucket teeth
  cutting-edges | Skjær og plogstål | Schneidkanten | Cutting edges
  undercarriage | Understell | Laufwerk | Undercarriage
hydraulics | Hydraulikk | Hydraulik | Hydraulics
  hoses | Slanger | Schläuche | Hoses
  couplings | Koblinger | Kupplungen | Couplings
  seals | Pakninger | Dichtungen | Seals
site-supplies | Byggeplass | Baustellenbedarf | Site supplies
  lifting | Løft og surring | Heben und Zurren | Lifting and lashing
  protection | Verneutstyr | Arbeitsschutz | Protective equipment
  refreshments | Drikke og kantine | Getränke und Kantine | Drinks and canteen
""",
    "test": """
electrical-testing | Elektrisk måling | Elektrische Messgeräte | Electrical testing
  multimeters | Multimetre og tenger | Multimeter und Stromzangen | Multimeters and clamp meters
  installation-testers | Installasjonstestere | Installationstester | Installation testers
  test-accessories | Måletilbehør | Messzubehör | Test accessories
mechanical-testing | Mekanisk måling | Mechanische Messgeräte | Mechanical testing
  length | Lengdemåling | Längenmesstechnik | Length measurement
  torque | Dreiemoment | Drehmoment | Torque
  pressure-temperature | Trykk og temperatur | Druck und Temperatur | Pressure and temperature
""",
    "office": """
printing | Skrivere | Drucker | Printers
  laser-printers | Laserskrivere | Laserdrucker | Laser printers
  multifunction | Multifunksjon | Multifunktionsgeräte | Multifunction printers
supplies | Rekvisita | Verbrauchsmaterial | Supplies
  toner | Toner | Toner | Toner
  maintenance-kits | Tromler og vedlikeholdssett | Trommeln und Wartungskits | Drums and maintenance kits
  paper | Papir og etiketter | Papier und Etiketten | Paper and labels
""",
    "lighting": """
luminaires | Armaturer | Leuchten | Luminaires
  industrial-luminaires | Industriarmaturer | Industrieleuchten | Industrial luminaires
  office-luminaires | Kontorarmaturer | Büroleuchten | Office luminaires
  outdoor-luminaires | Ute- og arbeidslys | Außen- und Arbeitsleuchten | Outdoor and work lights
  emergency-lighting | Nødlys | Notbeleuchtung | Emergency lighting
lamps | Lyskilder | Leuchtmittel | Lamps
  led-tubes | LED-rør | LED-Röhren | LED tubes
  led-lamps | LED-pærer | LED-Lampen | LED lamps
controls | Styring | Steuerung | Controls
  sensors | Sensorer og dimmere | Sensoren und Dimmer | Sensors and dimmers
  drivers | LED-drivere | LED-Treiber | LED drivers
""",
    "copper": """
copper-alloys | Kobberlegeringer | Kupferlegierungen | Copper alloys
  round-bars | Rundstenger | Rundstangen | Round bars
  bushes | Foringer og hulstenger | Buchsen und Hohlstangen | Bushes and hollow bars
  copper-products | Kobber og messing | Kupfer und Messing | Copper and brass
steel | Stål | Stahl | Steel
  flats-angles | Flatstål og vinkler | Flach- und Winkelstahl | Flats and angles
  hollow-sections | Hulprofiler | Hohlprofile | Hollow sections
  stainless-tubes | Rustfrie rør | Edelstahlrohre | Stainless tubes
joining | Sveising og feste | Schweißen und Befestigen | Welding and fixings
  welding | Sveisetilsett | Schweißzusätze | Welding consumables
  screws-nuts | Skruer og muttere | Schrauben und Muttern | Screws and nuts
  anchors-rivets | Ankere og nagler | Anker und Niete | Anchors and rivets
workshop | Verksted | Werkstatt | Workshop
  abrasives | Slipe- og kappeskiver | Trenn- und Schleifscheiben | Abrasives
  sprays | Spray og sortiment | Sprays und Sortimente | Sprays and assortments
""",
}


@dataclass(frozen=True)
class Category:
    """A leaf of the tree with the names on the way to it."""

    code: str
    area: str
    path: str
    """Codes joined by a stroke: `filters-fluids/hydraulic-filters`."""
    names: Texts
    """Names joined by ` > `."""


def _leaves() -> dict[str, Category]:
    leaves: dict[str, Category] = {}
    for area, tree in _TREE.items():
        parent: list[str] = []
        for line in tree.strip().splitlines():
            cells = [cell.strip() for cell in line.split("|")]
            if not line.startswith(" "):
                parent = cells
                continue
            names = {
                language: f"{parent[index + 1]} > {cells[index + 1]}"
                for index, language in enumerate(LANGUAGES)
            }
            leaves[cells[0]] = Category(
                cells[0], area, f"{parent[0]}/{cells[0]}", say(names["nb"], names["de"], names["en"])
            )
    return leaves


LEAVES: dict[str, Category] = _leaves()
