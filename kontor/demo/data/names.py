"""First and last names for the people of the demonstration, and how a name becomes an e-mail address."""


def _each(names: str) -> list[str]:
    return names.split()


NORWEGIAN_FIRST = _each(
    "Ingrid Lars Kari Ola Siw Magnus Hanne Eirik Marte Sindre Liv Henrik Astrid Knut Solveig Torbjørn Randi Håkon "
    "Silje Øyvind Maren Geir Tuva Stian Gunn Audun Frida Terje Ragnhild Vegard Nora Espen Ida Morten Turid Kjetil "
    "Aina Trond Oda Svein Amir Leila Piotr Ewa Marius Camilla Roar Unni Jørgen Berit Anders Synne Arvid Elin "
    "Tore Vilde Rune Åse Steinar Guro Halvor Ane Eivind Mona Ole Hedda Bård Tiril Sverre Jorunn"
)
NORWEGIAN_LAST = _each(
    "Aune Brekke Dahl Eide Fossum Grønli Haugen Iversen Johnsen Kvam Lien Moen Nygård Opheim Pedersen Røed Sæther "
    "Tveit Ulvik Vik Wold Ås Bakken Engen Fjeld Gjerde Hovland Indrebø Jacobsen Kleven Løvås Myhre Nilsen Olsen "
    "Rønning Solbakken Tangen Viken Øverland Aasen Berntsen Dybvik Enger Flaten Gundersen Holm Kolstad Langeland "
    "Midtbø Nordby Rustad Skaar Thoresen Veum Hussain Nowak Berg Strand Hauge Sandvik Myklebust Furuseth"
)
GERMAN_FIRST = _each(
    "Sabine Thomas Katrin Markus Jana Florian Ute Michael Nicole Jens Heike Oliver Silke Matthias Birgit Ralf "
    "Leonie Sebastian Anke Torsten Melanie Dirk Carolin Uwe Franziska Holger Greta Kai Monika Jörg Emine Murat "
    "Agnieszka Tomasz Lena Philipp Marlene Simon Annika Bernd"
)
GERMAN_LAST = _each(
    "Albers Bauer Claßen Dietrich Engel Fischer Groß Hartmann Imhof Jung Krämer Lehmann Möller Neumann Ott Pohl "
    "Reuter Seidel Thiel Ullrich Vogt Winkler Zimmer Arnold Böhm Decker Ebert Franke Günther Heß Jansen Köhler Ludwig "
    "Marx Nagel Petersen Roth Schuster Voß Yılmaz Nowicki Brandl"
)

_LETTERS = str.maketrans(
    {"ø": "o", "å": "a", "æ": "ae", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ı": "i", "é": "e", "ł": "l"}
)


def plain(name: str) -> str:
    """A name in the letters of an e-mail address: `Bjørn` becomes `bjorn`, `Schäfer` becomes `schaefer`."""
    return name.lower().translate(_LETTERS).replace(" ", "-")
