"""Terms of the demonstration: sale, shipping and payment, as Markdown in three languages.

Each text has a part for every selling entity. Amounts and rates come from the entity, so that the page says what checkout charges.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kontor.demo.data import terms_portal
from kontor.demo.data.operator import ENTITIES, SellingEntity
from kontor.demo.data.terms_legal import LEGAL
from kontor.demo.data.texts import LANGUAGES, Texts, amount, kilograms, say

KINDS = ("sale", "shipping", "payment")

TITLES: dict[str, Texts] = {
    "sale": say("Salgsvilkår", "Verkaufsbedingungen", "Terms of sale"),
    "shipping": say("Frakt og levering", "Versand und Lieferung", "Shipping and delivery"),
    "payment": say("Betaling", "Zahlung", "Payment"),
}

_SHIPPING: Texts = {
    "nb": """\
Vi sender til bedrifter, til firmaadressen eller til byggeplassen. Alle beløp er uten mva.

## Hva frakten koster

Frakten regnes av ordrens samlede vekt. Må én vare gå med spedisjon, går hele ordren dit.

{rates}

Frakten er fri når varene kommer på {free} eller mer. Leverer vi i deler, koster det ikke mer.

## Tungt og stort gods

Varer merket «tungt gods», for eksempel fat og paller, har et tillegg på {bulky}. Det tas én gang for hver
ordre, også når frakten er fri. Tillegget står ved varen, i handlekurven og i kassen.

## Spedisjon

Det en pakke ikke kan bære, kjører {forwarder}. De ringer dagen før og avtaler klokkeslett med den som tar
imot, derfor ber vi om et telefonnummer i kassen. Du når dem på {forwarder_phone}. Noen må være til stede og
ha plass til å losse; si fra om port, kran eller trang innkjøring under «Spesielle ønsker».

Vi sender ikke til hentesteder.

## Når varene kommer

Varer på lager som er bestilt før kl. 12 på en arbeidsdag, sendes samme dag. Du velger i kassen om alt skal
komme samlet i en ønsket periode, eller i deler etter hvert som varene er klare. Ordrebekreftelsen sier når
hver linje er lovet.

## Når noe er skadet

Se over kolliene mens sjåføren er der, og la ham notere synlig skade. Skjult skade melder du innen sju
dager.
""",
    "de": """\
Wir liefern an Unternehmen, an die Geschäftsadresse oder auf die Baustelle. Alle Beträge verstehen sich ohne
MwSt.

## Was der Versand kostet

Die Versandkosten richten sich nach dem Gesamtgewicht des Auftrags. Muss ein Artikel mit der Spedition
reisen, reist der ganze Auftrag mit.

{rates}

Ab einem Warenwert von {free} liefern wir frei Haus. Teillieferungen kosten nicht mehr.

## Sperrgut

Artikel mit dem Hinweis „Sperrgut“, zum Beispiel Fässer und Paletten, tragen einen Zuschlag von {bulky}. Er
fällt einmal je Auftrag an, auch wenn der Versand frei ist. Er steht beim Artikel, im Warenkorb und an der
Kasse.

## Spedition

Was kein Paket tragen kann, fährt {forwarder}, zum Beispiel 6-m-Stangen. Die Spedition ruft am Vortag an und
vereinbart die Uhrzeit mit der Person, die annimmt. Deshalb fragen wir an der Kasse nach einer
Telefonnummer. Sie erreichen die Spedition unter {forwarder_phone}. Bitte sorgen Sie dafür, dass jemand vor
Ort ist und abgeladen werden kann; Hinweise auf Tor, Kran oder enge Zufahrt nehmen wir unter „Besondere
Wünsche“ auf.

An Paketshops und Packstationen liefern wir nicht.

## Wann die Ware kommt

Lagerware, die an einem Arbeitstag vor 12 Uhr bestellt wird, verlässt unser Lager am selben Tag. An der
Kasse wählen Sie, ob alles zusammen in einem Wunschzeitraum kommt oder in Teilen, sobald die Artikel bereit
sind. Die Auftragsbestätigung nennt den Termin jeder Position.

## Wenn etwas beschädigt ist

Bitte prüfen Sie die Packstücke, solange der Fahrer da ist, und lassen Sie sichtbare Schäden auf dem
Lieferschein vermerken. Verdeckte Schäden melden Sie uns bitte innerhalb von sieben Tagen.
""",
    "en": """\
We deliver to businesses, to the registered address or to the site. All amounts are without VAT.

## What shipping costs

The cost depends on the total weight of the order. If one article has to go by forwarder, the whole order
does.

{rates}

Shipping is free when the goods come to {free} or more. Delivery in parts does not cost more.

## Bulky goods

Articles marked “bulky”, such as drums and pallets, carry a surcharge of {bulky}. It is taken once an order,
also when shipping is free. It is shown at the article, in the cart and at the checkout.

## Forwarder

What a parcel cannot carry is driven by {forwarder}. They telephone the day before and agree on a time with
the person who receives the goods, so we ask for a telephone number at the checkout. You reach them at
{forwarder_phone}. Someone has to be there and able to unload; tell us about gates, cranes or narrow access
under “Special wishes”.

We do not deliver to parcel shops.

## When the goods come

Goods in stock that are ordered before noon on a working day leave the same day. At the checkout you choose
whether everything comes together in a period you wish, or in parts as the goods are ready. The order
confirmation says when each line is promised.

## If something is damaged

Please look at the packages while the driver is there, and have visible damage noted. Report hidden damage
within seven days.
""",
}

_PAYMENT: Texts = {
    "nb": """\
## Faktura

Du betaler på faktura, netto {days} dager fra fakturadato. Det kommer én faktura for hver leveranse, og bare
for det som er sendt. Fakturaen sendes den dagen varene går, til den e-postadressen du oppgir i kassen.

Skriv deres eget ordrenummer i kassen, så står det på alle dokumenter. Fakturaen har betalingsinformasjon
med referanse; bruk den, så føres betalingen riktig med en gang.

## Kreditt

Nye kunder kan kjøpe på faktura når firmaet er godkjent. Er en faktura mer enn 14 dager over forfall, kan
nye ordrer vente til den er betalt. Vi ringer før det skjer.

## Forsinket betaling

Ved forsinkelse løper rente etter forsinkelsesrenteloven. Vi sender én påminnelse uten gebyr.

## Spør oss

Spørsmål om en faktura: {email} eller {phone}.
""",
    "de": """\
## Rechnung

Sie zahlen auf Rechnung, {days} Tage netto ab Rechnungsdatum. Je Lieferung erhalten Sie eine Rechnung, und
nur über das, was geliefert wurde. Die Rechnung geht am Versandtag an die E-Mail-Adresse, die Sie an der
Kasse angeben.

Tragen Sie an der Kasse Ihre eigene Bestellnummer ein, dann steht sie auf allen Belegen. Bitte zahlen Sie
mit dem Verwendungszweck, der auf der Rechnung steht; so wird die Zahlung sofort richtig gebucht.

## Kredit

Neue Kunden kaufen auf Rechnung, sobald das Unternehmen geprüft ist. Ist eine Rechnung mehr als 14 Tage
überfällig, können neue Aufträge warten, bis sie bezahlt ist. Vorher rufen wir Sie an.

## Zahlungsverzug

Im Verzug gelten die gesetzlichen Zinsen. Wir erinnern einmal ohne Gebühr.

## Fragen

Fragen zu einer Rechnung: {email} oder {phone}.
""",
    "en": """\
## Invoice

You pay by invoice, net {days} days from the date of the invoice. There is one invoice for each delivery,
and only for what was shipped. It is sent on the day of shipping to the e-mail address that you give at the
checkout.

Enter your own order number at the checkout and it will be on every document. Please pay with the reference
on the invoice, so that the payment is booked correctly at once.

## Credit

New customers buy on account as soon as the company has been checked. If an invoice is more than 14 days
overdue, new orders may wait until it is paid. We telephone before that happens.

## Late payment

Late payment bears the statutory interest. We remind you once free of charge.

## Questions

Questions about an invoice: {email} or {phone}.
""",
}

_METHODS: dict[str, Texts] = {
    "parcel": say("Pakke", "Paket", "Parcel"),
    "forwarder": say("Spedisjon", "Spedition", "Forwarder"),
}
_SELLER: dict[str, Texts] = {
    "NO": say("Kunder i Norge: {name}", "Kunden in Norwegen: {name}", "Customers in Norway: {name}"),
    "DE": say("Kunder i Tyskland: {name}", "Kunden in Deutschland: {name}", "Customers in Germany: {name}"),
}
_UP_TO = say("inntil", "bis", "up to")
_ABOVE = say("over", "über", "above")


@dataclass(frozen=True)
class Terms:
    """One version of one text."""

    kind: str
    version: int
    titles: Texts
    bodies: Texts
    years_ago: int = 0
    """From the first day of which year on it is in force."""


def rate_list(entity: SellingEntity, language: str) -> str:
    """The entity's shipping rates as Markdown list items."""
    lines = []
    reached = Decimal(0)
    for rate in entity.shipping_rates:
        method = _METHODS[rate.method][language]
        weight = (
            f"{_UP_TO[language]} {kilograms(rate.up_to_kg, language)}"
            if rate.up_to_kg is not None
            else f"{_ABOVE[language]} {kilograms(reached, language)}"
        )
        reached = rate.up_to_kg or reached
        lines.append(f"- {method} {weight}: {amount(rate.price, entity.currency, language)}")
    return "\n".join(lines)


def _whole(kind: str, language: str, entities: Sequence[SellingEntity] = ENTITIES) -> str:
    parts = (
        f"# {_SELLER[entity.country][language].format(name=entity.name)}\n\n{_body(kind, entity, language)}"
        for entity in entities
    )
    return "\n".join(parts)


def _body(kind: str, entity: SellingEntity, language: str) -> str:
    if kind == "sale":
        return LEGAL[entity.code][language].format(name=entity.name, email=entity.email)
    template = (_SHIPPING if kind == "shipping" else _PAYMENT)[language]
    return template.format(
        rates=rate_list(entity, language),
        free=amount(entity.free_shipping_from, entity.currency, language),
        bulky=amount(entity.bulky_surcharge, entity.currency, language),
        forwarder=entity.forwarder_name,
        forwarder_phone=entity.forwarder_phone,
        days=entity.payment_days,
        email=entity.email,
        phone=entity.phone,
    )


def _without_last_section(kind: str, language: str) -> str:
    """As the text was before its last section was added."""
    return terms_portal.body(kind, language).rpartition("\n## ")[0] + "\n"


def all_terms() -> Iterator[Terms]:
    """The texts in force: of sale, of shipping, of payment, and those about the portal itself; before it, one of old."""
    stricter = [replace(entity, payment_days=10) for entity in ENTITIES]
    yield Terms(
        kind="payment",
        version=1,
        titles=TITLES["payment"],
        bodies={language: _whole("payment", language, stricter) for language in LANGUAGES},
        years_ago=1,
    )
    for kind in KINDS:
        yield Terms(
            kind=kind,
            version=4 if kind == "sale" else 2,
            titles=TITLES[kind],
            bodies={language: _whole(kind, language) for language in LANGUAGES},
        )
    yield Terms(
        kind="use",
        version=1,
        titles=terms_portal.TITLES["use"],
        bodies={language: _without_last_section("use", language) for language in LANGUAGES},
        years_ago=1,
    )
    for kind, titles in terms_portal.TITLES.items():
        yield Terms(
            kind=kind,
            version=2 if kind == "use" else 1,
            titles=titles,
            bodies={language: terms_portal.body(kind, language) for language in LANGUAGES},
        )
