"""Our side in the demonstration: Hansa Industri, who sells where, what, and who looks after whom.

Organisation and VAT numbers are from test series, telephone numbers from ranges kept for fiction (Germany) or
made up (Norway), addresses of web and mail end in `.example`.
"""

from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal

from kontor.demo.data.texts import Texts, say


@dataclass(frozen=True)
class Operator:
    name: str
    colour: str
    email: str
    phone: str
    website: str
    mail_domain: str


@dataclass(frozen=True)
class ShippingRate:
    """What an order costs to send up to this weight; `None` = whatever is heavier."""

    method: str  # parcel | forwarder
    up_to_kg: Decimal | None
    price: Decimal


@dataclass(frozen=True)
class SellingEntity:
    code: str
    name: str
    country: str
    currency: str
    street: str
    postcode: str
    city: str
    organisation_number: str
    vat_number: str
    phone: str
    email: str
    language: str
    timezone: str
    tax_standard: Decimal
    tax_reduced: Decimal
    payment_days: int
    free_shipping_from: Decimal
    """Goods without VAT from which sending costs nothing; the bulky surcharge stays."""
    bulky_surcharge: Decimal
    forwarder_name: str
    forwarder_phone: str
    shipping_rates: tuple[ShippingRate, ...]


@dataclass(frozen=True)
class ProductArea:
    code: str
    name: Texts
    description: Texts
    drawing: str
    serial_pattern: str = ""
    """What a serial number looks like, as a regular expression; empty where nobody registers machines."""
    serial_example: str = ""
    serial_help: Texts = field(default_factory=dict)
    """Where to find the number."""
    meters: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opening:
    weekday: int
    """Monday is 0."""
    opens: time
    closes: time


@dataclass(frozen=True)
class PostcodeRange:
    country: str
    first: str
    last: str


@dataclass(frozen=True)
class Partner:
    code: str
    name: str
    entity: str
    street: str
    postcode: str
    city: str
    country: str
    phone: str
    email: str
    language: str
    timezone: str
    contact_email: str
    """The member of staff named on the customers' pages."""
    hours: tuple[Opening, ...]
    postcodes: tuple[PostcodeRange, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True)
class Tier:
    code: str
    name: Texts
    discount: Decimal
    """Per cent off every price that is not net."""


def _rates(*rows: tuple[str, str | None, str]) -> tuple[ShippingRate, ...]:
    return tuple(
        ShippingRate(method, Decimal(kg) if kg else None, Decimal(price)) for method, kg, price in rows
    )


def _week(opens: time, closes: time, friday: time) -> tuple[Opening, ...]:
    return tuple(Opening(day, opens, friday if day == 4 else closes) for day in range(5))


OPERATOR = Operator(
    name="Hansa Industri",
    colour="#0b5a66",
    email="post@hansa-industri.example",
    phone="+47 73 00 12 00",
    website="https://hansa-industri.example/",
    mail_domain="hansa-industri.example",
)

ENTITIES: tuple[SellingEntity, ...] = (
    SellingEntity(
        code="NO",
        name="Hansa Industri AS",
        country="NO",
        currency="NOK",
        street="Pir II 11",
        postcode="7010",
        city="Trondheim",
        organisation_number="310000027",
        vat_number="310000027MVA",
        phone="+47 73 00 12 00",
        email="ordre@hansa-industri.example",
        language="nb",
        timezone="Europe/Oslo",
        tax_standard=Decimal("25"),
        tax_reduced=Decimal("15"),
        payment_days=14,
        free_shipping_from=Decimal("5000"),
        bulky_surcharge=Decimal("490"),
        forwarder_name="Nordfrakt",
        forwarder_phone="+47 73 00 15 50",
        shipping_rates=_rates(
            ("parcel", "5", "119"),
            ("parcel", "20", "189"),
            ("parcel", "35", "289"),
            ("forwarder", "100", "590"),
            ("forwarder", "500", "890"),
            ("forwarder", None, "1490"),
        ),
    ),
    SellingEntity(
        code="DE",
        name="Hansa Industri GmbH",
        country="DE",
        currency="EUR",
        street="Großmannstraße 118",
        postcode="20539",
        city="Hamburg",
        organisation_number="Hamburg HRB 990001",
        vat_number="DE999000009",
        phone="+49 40 66969 100",
        email="auftrag@hansa-industri.example",
        language="de",
        timezone="Europe/Berlin",
        tax_standard=Decimal("19"),
        tax_reduced=Decimal("7"),
        payment_days=30,
        free_shipping_from=Decimal("4000"),
        bulky_surcharge=Decimal("45"),
        forwarder_name="Südfracht",
        forwarder_phone="+49 40 66969 155",
        shipping_rates=_rates(
            ("parcel", "5", "6.90"),
            ("parcel", "20", "12.90"),
            ("parcel", "31.5", "19.90"),
            ("forwarder", "500", "89"),
            ("forwarder", "1500", "129"),
            ("forwarder", None, "189"),
        ),
    ),
)

AREAS: tuple[ProductArea, ...] = (
    ProductArea(
        "construction",
        say("Anleggsmaskiner", "Baumaschinen", "Construction machines"),
        say(
            "Filtre, væsker, slitedeler og hydraulikk til gravere, lastere og aggregater, og det byggeplassen trenger.",
            "Filter, Flüssigkeiten, Verschleißteile und Hydraulik für Bagger, Lader und Aggregate, dazu Baustellenbedarf.",
            "Filters, fluids, wear parts and hydraulics for excavators, loaders and generators, and what a site needs.",
        ),
        "filter",
        serial_pattern=r"[A-Z]{2}[0-9]{3}[A-Z]",
        serial_example="NH482K",
        serial_help=say(
            "På merkeskiltet til høyre bak førerhusdøren, på aggregater ved bryteren.",
            "Auf dem Typenschild rechts hinter der Kabinentür, bei Stromerzeugern neben dem Schalter.",
            "On the type plate to the right behind the cab door; on generators beside the switch.",
        ),
        meters=("hours", "idle"),
    ),
    ProductArea(
        "test",
        say("Måleteknikk", "Messtechnik", "Test equipment"),
        say(
            "Elektriske måleinstrumenter, lengdemåling, trykk, temperatur og dreiemoment, med kalibrering.",
            "Elektrische Messgeräte, Längenmesstechnik, Druck, Temperatur und Drehmoment, auf Wunsch kalibriert.",
            "Electrical testers, length, pressure, temperature and torque, calibrated on request.",
        ),
        "multimeter",
        serial_pattern=r"[A-Z]{2}[0-9]{3}[A-Z]",
        serial_example="AB123Z",
        serial_help=say(
            "På baksiden under støtten, på momentnøkler ved håndtaket. Står også på kalibreringsbeviset.",
            "Auf der Rückseite unter dem Aufsteller, bei Drehmomentschlüsseln am Griff. Steht auch auf dem Kalibrierschein.",
            "On the back under the stand; on torque wrenches at the grip. Also on the calibration certificate.",
        ),
        meters=("cycles",),
    ),
    ProductArea(
        "office",
        say("Kontorskrivere", "Bürodrucker", "Office printers"),
        say(
            "Laserskrivere og multifunksjonsmaskiner, toner, vedlikeholdssett og papir.",
            "Laserdrucker und Multifunktionsgeräte, Toner, Wartungskits und Papier.",
            "Laser printers and multifunction machines, toner, maintenance kits and paper.",
        ),
        "printer",
        serial_pattern=r"SK[0-9]{7}",
        serial_example="SK4081273",
        serial_help=say(
            "På klistrelappen bak skuffen for papir, eller i menyen under Om skriveren.",
            "Auf dem Aufkleber hinter dem Papierfach oder im Menü unter Geräteinformationen.",
            "On the label behind the paper tray, or in the menu under About this printer.",
        ),
        meters=("black", "colour"),
    ),
    ProductArea(
        "lighting",
        say("Belysning", "Beleuchtung", "Lighting"),
        say(
            "Armaturer for hall, kontor, byggeplass og nødlys, LED-rør, lyskilder og styring.",
            "Leuchten für Halle, Büro, Baustelle und Notlicht, LED-Röhren, Leuchtmittel und Steuerung.",
            "Luminaires for halls, offices, sites and emergency lighting, LED tubes, lamps and controls.",
        ),
        "high-bay",
    ),
    ProductArea(
        "copper",
        say("Kobberlegeringer og metaller", "Kupferlegierungen und Metalle", "Copper alloys and metals"),
        say(
            "Halvfabrikata i bronse, messing og kobber, stål, sveising, feste og slipemidler.",
            "Halbzeug aus Bronze, Messing und Kupfer, Stahl, Schweißen, Verbinden und Trennen.",
            "Semi-finished bronze, brass and copper, steel, welding, fixings and abrasives.",
        ),
        "round-bar",
    ),
)

PARTNERS: tuple[Partner, ...] = (
    Partner(
        code="hansa-nord",
        name="Hansa Nord",
        entity="NO",
        street="Haakon VIIs gate 25",
        postcode="7041",
        city="Trondheim",
        country="NO",
        phone="+47 73 00 12 40",
        email="service@hansa-nord.example",
        language="nb",
        timezone="Europe/Oslo",
        contact_email="petra@hansa-nord.example",
        hours=_week(time(7), time(16), time(15, 30)),
        postcodes=(PostcodeRange("NO", "0001", "9991"),),
        areas=("construction", "test", "office", "lighting", "copper"),
    ),
    Partner(
        code="hansa-sued",
        name="Hansa Süd",
        entity="DE",
        street="Landsberger Straße 290",
        postcode="80687",
        city="München",
        country="DE",
        phone="+49 89 99998 320",
        email="service@hansa-sued.example",
        language="de",
        timezone="Europe/Berlin",
        contact_email="stefan@hansa-sued.example",
        hours=_week(time(7, 30), time(17), time(16)),
        postcodes=(PostcodeRange("DE", "01001", "99998"),),
        areas=("construction", "test", "office", "lighting", "copper"),
    ),
)

TIERS: tuple[Tier, ...] = (
    Tier("silver", say("Sølv", "Silber", "Silver"), Decimal("3")),
    Tier("gold", say("Gull", "Gold", "Gold"), Decimal("6")),
    Tier("platinum", say("Platina", "Platin", "Platinum"), Decimal("9")),
)

GROUPS: tuple[tuple[str, Texts], ...] = (
    ("building", say("Bygg og anlegg", "Bau", "Construction")),
    ("metal", say("Metall og verksted", "Metallbau", "Metalworking")),
    ("municipal", say("Kommunal drift", "Kommunen", "Municipal services")),
)


def entity(code: str) -> SellingEntity:
    """The selling entity with this code."""
    return next(each for each in ENTITIES if each.code == code)
