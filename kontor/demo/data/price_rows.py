"""Prices that are agreed by hand: those that the screens show, contracts, company lists and promotions."""

from decimal import Decimal

# General list prices in EUR where they are not worked out from those in NOK. Number: price for `per` units.
GENERAL_EUR: dict[str, str] = {
    "HI-748120": "44.50",
    "HI-748340": "12.90",
    "HI-748180": "57.80",
    "HI-748185": "61.20",
    "HI-201508": "37.40",
    "HI-201206": "63.60",
    "HI-205040": "50.00",
    "HI-205640": "71.70",
    "HI-208424": "110.70",
    "HI-330125": "1.45",
    "HI-330180": "5.45",
    "HI-330230": "2.45",
    "HI-352416": "91.60",
    "HI-749010": "11.80",
    "HI-748516": "3.47",
    "HI-601030": "8.75",
    "HI-748902": "29.20",
}

# Group lists where a percentage off the general list is not it. List, number: quantity = price, …
GROUP: dict[tuple[str, str], str] = {
    ("building-nok", "HI-440718"): "1=501.84 10=476.74 50=451.66",
    ("building-nok", "HI-440731"): "1=414.04 10=393.34",
    ("building-nok", "HI-449220"): "1=4168.51",
    ("building-nok", "HI-440650"): "1=339.04 5=322.10",
    ("building-nok", "HI-470046"): "1=6638.30 4=6372.77",
    ("building-nok", "HI-460734"): "1=289.94 5=275.45",
    ("building-nok", "HI-690112"): "1=307.45",
    ("metal-eur", "HI-748120"): "1=39.18 1000=36.90 5000=34.20",
    ("metal-eur", "HI-748340"): "1=11.34 1000=10.60",
    ("metal-eur", "HI-201508"): "1=32.89 100=31.25",
    ("metal-eur", "HI-201206"): "1=55.98 20=54.10",
    ("metal-eur", "HI-205040"): "1=44.02 20=42.60 100=40.90",
    ("metal-eur", "HI-205640"): "1=63.09 100=59.60",
    ("metal-eur", "HI-208424"): "1=97.42 50=92.40",
    ("metal-eur", "HI-330125"): "1=1.28 100=1.18 500=1.09",
    ("metal-eur", "HI-330180"): "1=4.79 50=4.55",
    ("metal-eur", "HI-330230"): "1=2.14 100=1.98",
    ("metal-eur", "HI-352416"): "1=80.62 20=76.60",
    ("metal-eur", "HI-749010"): "1=10.40 2000=9.80",
    ("metal-eur", "HI-748516"): "1=3.05 100=2.89",
    ("metal-eur", "HI-601030"): "1=7.68 12=7.20",
    ("metal-eur", "HI-748902"): "1=25.67",
}

# Per cent that a group pays less than the general list, by category of the first level; none = not on the list.
GROUP_DISCOUNTS: dict[str, dict[str, str]] = {
    "building": {
        "filters-fluids": "18",
        "wear-parts": "16",
        "hydraulics": "18",
        "site-supplies": "12",
        "luminaires": "12",
        "joining": "14",
        "workshop": "14",
        "steel": "12",
    },
    "metal": {
        "copper-alloys": "12",
        "steel": "12",
        "joining": "12",
        "workshop": "12",
        "mechanical-testing": "13",
        "hydraulics": "14",
    },
    "municipal": {
        "luminaires": "18",
        "lamps": "16",
        "controls": "15",
        "printing": "12",
        "supplies": "15",
        "filters-fluids": "12",
        "site-supplies": "12",
    },
}

# Company lists: company, per cent below the general list, the subcategories on it.
COMPANY: tuple[tuple[str, str, str], ...] = (
    ("101512", "21", "industrial-luminaires led-tubes outdoor-luminaires"),
    ("108671", "22", "office-luminaires led-lamps paper toner"),
    ("102046", "23", "hoses cutting-edges"),
    ("202461", "18", "round-bars bushes"),
    ("203415", "20", "outdoor-luminaires emergency-lighting sensors"),
    ("204760", "18", "toner maintenance-kits paper"),
)

# Contracts: code, company, "number=net price for `per` units" with further quantities after a slash.
CONTRACTS: tuple[tuple[str, str, str], ...] = (
    (
        "RA-2026-014",
        "104233",
        (
            "HI-441002=264.00/50:250.00 HI-512045=318.00/40:302.00 HI-512040=262.00/40:244.00 HI-512345=41.50/50:38.50 "
            "HI-470132=668.00/6:640.00/24:612.00 HI-442035=248.00/50:232.00"
        ),
    ),
    (
        "RA-2025-061",
        "101512",
        (
            "HI-801025=1290.00/40:1240.00 HI-805025=41.00/200:39.50 HI-803220=1640.00/10:1560.00/50:1490.00 "
            "HI-470320=845.00/6:805.00/24:775.00"
        ),
    ),
    (
        "RA-2026-022",
        "103318",
        "HI-449220=3690.00 HI-449205=3480.00 HI-470146=698.00/24:672.00 HI-512050=402.00/40:375.00",
    ),
    ("RA-2026-031", "105122", "HI-352510=352.00/24:338.00 HI-205050=486.00 HI-201206=498.00"),
    (
        "RA-2026-027",
        "208117",
        (
            "HI-101040=12950.00/100:12600.00/500:11900.00 HI-102030=6890.00/100:6590.00/500:6390.00 "
            "HI-352520=33.90 HI-330191=2.42"
        ),
    ),
    (
        "RA-2025-048",
        "201340",
        "HI-205080=116.00/20:112.00/100:106.00 HI-205680=142.00/20:138.00/100:130.00 HI-352515=32.90/24:30.40",
    ),
    (
        "RA-2026-009",
        "202461",
        (
            "HI-101060=11480.00/100:10990.00/500:10450.00 HI-101080=11600.00 "
            "HI-104025=10150.00/100:9690.00/500:9190.00"
        ),
    ),
    ("RA-2026-035", "203902", "HI-470046=512.00/4:495.00 HI-514025=148.00/4:142.00 HI-516030=828.00"),
)

# Promotions: code, name per currency, days from the demonstration's day, per cent off, subcategories. One runs now.
PROMOTIONS: tuple[tuple[str, dict[str, str], int, int, str, str], ...] = (
    (
        "promo-bench",
        {"NOK": "Måleuker", "EUR": "Messtechnik-Wochen"},
        -10,
        24,
        "25",
        "multimeters pressure-temperature",
    ),
    ("promo-office", {"NOK": "Kontorstart", "EUR": "Bürostart"}, -96, -55, "20", "paper toner"),
    ("promo-light", {"NOK": "Lyskampanje", "EUR": "Licht-Aktion"}, 16, 58, "22", "led-lamps sensors"),
)

# Nobody has a price for these: they are offered on request.
ON_REQUEST = frozenset({"HI-302125", "HI-900150", "HI-516130", "HI-208515", "HI-208510"})

LIST_NAMES: dict[str, dict[str, str]] = {
    "general": {"NOK": "Hovedprisliste {year}", "EUR": "Hauptpreisliste {year}"},
    "building": {"NOK": "Prisliste Anlegg {year}", "EUR": "Preisliste Bau {year}"},
    "metal": {"NOK": "Prisliste Metall {year}", "EUR": "Preisliste Metall {year}"},
    "municipal": {"NOK": "Prisliste Kommunal {year}", "EUR": "Preisliste Kommunal {year}"},
    "company": {"NOK": "Avtalt prisliste {year}", "EUR": "Vereinbarte Preisliste {year}"},
}


def steps(text: str) -> list[tuple[int, Decimal]]:
    """`1=501.84 10=476.74` as quantities and prices."""
    pairs = (step.split("=") for step in text.split())
    return [(int(quantity), Decimal(price)) for quantity, price in pairs]


def contract_lines(text: str) -> list[tuple[str, int, Decimal]]:
    """`HI-512045=318.00/40:302.00` as number, quantity and price, one for each quantity."""
    lines = []
    for item in text.split():
        number, _, prices = item.partition("=")
        first, *more = prices.split("/")
        lines.append((number, 1, Decimal(first)))
        for step in more:
            quantity, _, price = step.partition(":")
            lines.append((number, int(quantity), Decimal(price)))
    return lines
