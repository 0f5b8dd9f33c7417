"""Terms of sale between businesses, after Norwegian law for the Norwegian entity and German law for the German one."""

from kontor.demo.data.texts import Texts

_NORWAY: Texts = {
    "nb": """\
## 1. Hvem vilkårene gjelder for

Vilkårene gjelder for alt {name} selger til næringsdrivende og offentlige virksomheter gjennom
kundeportalen, på telefon eller på annen måte. Kundens egne innkjøpsvilkår gjelder bare når vi har godtatt
dem skriftlig.

## 2. Bestilling og avtale

Ordren er et bindende tilbud. Avtalen er inngått når vi bekrefter ordren. Prisen ved bestilling gjelder,
også om listen endres før varene sendes. Åpenbare skrivefeil binder ingen av partene.

## 3. Pris og merverdiavgift

Alle priser er uten merverdiavgift og frakt når ikke annet står. Merverdiavgift legges til etter satsen for
hver vare.

## 4. Levering og risiko

Levering skjer på adressen i ordrebekreftelsen. Risikoen går over når varene er losset der. Lovede datoer er
våre beste anslag; blir vi mer enn ti arbeidsdager forsinket, kan kunden heve kjøpet av de linjene det
gjelder.

## 5. Avbestilling og retur

Ordren kan avbestilles uten kostnad til vi begynner å plukke. Lagerførte varer i ubrutt emballasje kan
returneres innen 50 dager fra siste leveranse, uten begrunnelse. Varer laget etter mål og kappet metall tas
ikke i retur.

## 6. Reklamasjon og garanti

Kunden undersøker varene ved mottak og melder synlige mangler innen sju dager. Garantien er 12 måneder fra
levering når ikke annet er avtalt. Vi retter, leverer på nytt eller krediterer. Slitasje og feil bruk dekkes
ikke.

## 7. Ansvar

Vi svarer ikke for driftstap og annet indirekte tap, med mindre det er voldt forsettlig eller ved grov
uaktsomhet. Samlet ansvar er begrenset til det kunden har betalt for ordren.

## 8. Salgspant

Varene er vår eiendom til de er betalt, så langt panteloven tillater det.

## 9. Personopplysninger

Vi behandler navn, e-post og telefonnummer til dem som bestiller og tar imot, for å kunne levere. Spørsmål:
{email}.

## 10. Lov og verneting

Norsk rett gjelder, kjøpsloven med avvikene ovenfor. FNs kjøpslovkonvensjon gjelder ikke. Verneting er
Trøndelag tingrett.
""",
    "de": """\
## 1. Geltung

Diese Bedingungen gelten für alle Verkäufe der {name} an Unternehmen und öffentliche Auftraggeber, ob über
das Kundenportal, telefonisch oder auf anderem Weg. Einkaufsbedingungen des Kunden gelten nur, wenn wir
ihnen schriftlich zugestimmt haben.

## 2. Bestellung und Vertrag

Die Bestellung ist ein bindendes Angebot. Der Vertrag kommt mit unserer Auftragsbestätigung zustande. Es
gilt der Preis zum Zeitpunkt der Bestellung, auch wenn sich die Liste vor dem Versand ändert.
Offensichtliche Schreibfehler binden keine Seite.

## 3. Preise und Mehrwertsteuer

Alle Preise verstehen sich ohne norwegische Mehrwertsteuer und ohne Versand, soweit nichts anderes angegeben
ist. Die Steuer wird nach dem Satz des jeweiligen Artikels hinzugerechnet.

## 4. Lieferung und Gefahrübergang

Wir liefern an die Adresse der Auftragsbestätigung. Die Gefahr geht dort mit dem Abladen über. Zugesagte
Termine sind sorgfältig geschätzt; bei mehr als zehn Arbeitstagen Verzug kann der Kunde von den betroffenen
Positionen zurücktreten.

## 5. Stornierung und Rückgabe

Bis zum Beginn der Kommissionierung ist die Stornierung kostenlos. Lagerware in unbeschädigter Verpackung
nehmen wir innerhalb von 50 Tagen nach der letzten Lieferung ohne Begründung zurück. Sonderanfertigungen und
Zuschnitte sind ausgenommen.

## 6. Mängel und Garantie

Der Kunde prüft die Ware bei Erhalt und meldet erkennbare Mängel innerhalb von sieben Tagen. Die Garantie
beträgt 12 Monate ab Lieferung, soweit nichts anderes vereinbart ist. Wir bessern nach, liefern neu oder
schreiben gut. Verschleiß und unsachgemäßer Gebrauch sind ausgenommen.

## 7. Haftung

Für Betriebsausfall und andere mittelbare Schäden haften wir nur bei Vorsatz oder grober Fahrlässigkeit.
Insgesamt ist die Haftung auf den Betrag begrenzt, den der Kunde für den Auftrag bezahlt hat.

## 8. Eigentumsvorbehalt

Die Ware bleibt bis zur Bezahlung unser Eigentum, soweit das norwegische Pfandrecht es zulässt.

## 9. Personenbezogene Daten

Namen, E-Mail-Adressen und Telefonnummern der Besteller und Empfänger verarbeiten wir, um liefern zu können.
Fragen dazu: {email}.

## 10. Recht und Gerichtsstand

Es gilt norwegisches Recht, nicht das UN-Kaufrecht. Gerichtsstand ist das Amtsgericht Trøndelag (Trøndelag
tingrett).
""",
    "en": """\
## 1. Scope

These terms apply to everything that {name} sells to businesses and public bodies, through the customer
portal, by telephone or in any other way. The customer's own terms of purchase apply only where we have
accepted them in writing.

## 2. Order and contract

An order is a binding offer. The contract is made when we confirm the order. The price at the time of
ordering holds, also if the list changes before the goods are shipped. Obvious clerical errors bind neither
side.

## 3. Prices and VAT

All prices are without value added tax and shipping unless stated otherwise. VAT is added at the rate of
each article.

## 4. Delivery and risk

We deliver to the address in the order confirmation. The risk passes there when the goods are unloaded.
Promised dates are careful estimates; if we are more than ten working days late, the customer may cancel the
lines concerned.

## 5. Cancellation and return

An order can be cancelled free of charge until picking begins. Stock goods in unbroken packaging can be
returned within 50 days of the last delivery without a reason. Goods made to measure and metal cut to length
are excepted.

## 6. Complaints and warranty

The customer examines the goods on receipt and reports visible defects within seven days. The warranty is 12
months from delivery unless agreed otherwise. We repair, replace or credit. Wear and improper use are not
covered.

## 7. Liability

We are not liable for loss of production or other indirect loss unless caused wilfully or by gross
negligence. Our total liability is limited to what the customer has paid for the order.

## 8. Retention of title

The goods remain our property until they are paid for, as far as the Norwegian Mortgages and Pledges Act
allows.

## 9. Personal data

We process names, e-mail addresses and telephone numbers of those who order and receive, in order to
deliver. Questions: {email}.

## 10. Law and venue

Norwegian law applies, without the UN Convention on Contracts for the International Sale of Goods. The venue
is Trøndelag District Court.
""",
}

_GERMANY: Texts = {
    "nb": """\
## 1. Hvem vilkårene gjelder for

Vilkårene gjelder for alt {name} selger til næringsdrivende og offentlige virksomheter. Kundens egne
innkjøpsvilkår gjelder bare når vi har godtatt dem skriftlig. Vi selger ikke til forbrukere.

## 2. Bestilling og avtale

Ordren er et bindende tilbud. Avtalen er inngått når vi bekrefter ordren eller sender varene. Prisen ved
bestilling gjelder.

## 3. Pris og merverdiavgift

Alle priser er i euro, uten tysk merverdiavgift og frakt når ikke annet står.

## 4. Levering og risiko

Levering skjer på adressen i ordrebekreftelsen. Risikoen går over når varene er overlatt til kunden der. Vi
kan levere i deler når det er rimelig for kunden.

## 5. Avbestilling og retur

Ordren kan avbestilles uten kostnad til vi begynner å plukke. Lagerførte varer i ubrutt emballasje kan
returneres innen 50 dager fra siste leveranse. Varer laget etter mål og kappet metall tas ikke i retur.

## 6. Mangler

Kunden undersøker varene straks og melder mangler uten opphold (§ 377 HGB). Kravene foreldes 12 måneder
etter levering, bortsett fra der loven fastsetter en lengre frist som ikke kan fravikes.

## 7. Ansvar

Vi svarer ubegrenset for forsett, grov uaktsomhet og personskade. Ved lett uaktsomhet svarer vi bare for
brudd på vesentlige plikter, og bare for typisk og påregnelig skade.

## 8. Eiendomsforbehold

Varene er vår eiendom til alle krav fra forretningsforholdet er betalt. Kunden kan selge dem videre i vanlig
drift og overdrar allerede nå kravet mot kjøperen til oss.

## 9. Personopplysninger

Vi behandler navn, e-post og telefonnummer til dem som bestiller og tar imot, for å kunne levere. Spørsmål:
{email}.

## 10. Lov og verneting

Tysk rett gjelder, uten FNs kjøpslovkonvensjon. Verneting er Hamburg.
""",
    "de": """\
## 1. Geltung

Diese Bedingungen gelten für alle Verkäufe der {name} an Unternehmer und juristische Personen des
öffentlichen Rechts. An Verbraucher verkaufen wir nicht. Einkaufsbedingungen des Kunden gelten nur, wenn wir
ihnen schriftlich zugestimmt haben.

## 2. Bestellung und Vertrag

Die Bestellung ist ein bindendes Angebot. Der Vertrag kommt mit unserer Auftragsbestätigung oder mit der
Lieferung zustande. Es gilt der Preis zum Zeitpunkt der Bestellung.

## 3. Preise und Mehrwertsteuer

Alle Preise verstehen sich in Euro, ohne Mehrwertsteuer und Versand, soweit nichts anderes angegeben ist.

## 4. Lieferung und Gefahrübergang

Wir liefern an die Adresse der Auftragsbestätigung. Die Gefahr geht dort mit der Übergabe über.
Teillieferungen sind zulässig, soweit sie dem Kunden zumutbar sind.

## 5. Stornierung und Rückgabe

Bis zum Beginn der Kommissionierung ist die Stornierung kostenlos. Lagerware in unbeschädigter Verpackung
nehmen wir innerhalb von 50 Tagen nach der letzten Lieferung ohne Begründung zurück. Sonderanfertigungen und
Zuschnitte sind ausgenommen.

## 6. Mängel

Der Kunde untersucht die Ware unverzüglich und rügt Mängel unverzüglich (§ 377 HGB). Mängelansprüche
verjähren 12 Monate nach Ablieferung, soweit das Gesetz keine längere Frist zwingend vorschreibt.

## 7. Haftung

Wir haften unbeschränkt für Vorsatz, grobe Fahrlässigkeit und Schäden an Leben, Körper und Gesundheit. Bei
leichter Fahrlässigkeit haften wir nur für die Verletzung wesentlicher Vertragspflichten und nur für den
typischen, vorhersehbaren Schaden. Das Produkthaftungsgesetz bleibt unberührt.

## 8. Eigentumsvorbehalt

Die Ware bleibt bis zur Bezahlung aller Forderungen aus der Geschäftsbeziehung unser Eigentum. Der Kunde
darf sie im gewöhnlichen Geschäftsgang weiterverkaufen und tritt uns die Forderung gegen seinen Abnehmer
schon jetzt ab.

## 9. Personenbezogene Daten

Namen, E-Mail-Adressen und Telefonnummern der Besteller und Empfänger verarbeiten wir, um liefern zu können.
Fragen dazu: {email}.

## 10. Recht und Gerichtsstand

Es gilt deutsches Recht, nicht das UN-Kaufrecht. Gerichtsstand ist Hamburg.
""",
    "en": """\
## 1. Scope

These terms apply to everything that {name} sells to businesses and bodies under public law. We do not sell
to consumers. The customer's own terms of purchase apply only where we have accepted them in writing.

## 2. Order and contract

An order is a binding offer. The contract is made when we confirm the order or ship the goods. The price at
the time of ordering holds.

## 3. Prices and VAT

All prices are in euro, without German value added tax and shipping unless stated otherwise.

## 4. Delivery and risk

We deliver to the address in the order confirmation. The risk passes there on handover. We may deliver in
parts where that is reasonable for the customer.

## 5. Cancellation and return

An order can be cancelled free of charge until picking begins. Stock goods in unbroken packaging can be
returned within 50 days of the last delivery. Goods made to measure and metal cut to length are excepted.

## 6. Defects

The customer examines the goods and reports defects without delay (section 377 of the German Commercial
Code). Claims lapse 12 months after delivery unless the law prescribes a longer period that cannot be
waived.

## 7. Liability

We are liable without limit for intent, gross negligence and personal injury. For slight negligence we are
liable only for breach of essential duties, and only for typical, foreseeable damage.

## 8. Retention of title

The goods remain our property until all claims from the business relationship are paid. The customer may
resell them in the ordinary course of business and hereby assigns to us the claim against the buyer.

## 9. Personal data

We process names, e-mail addresses and telephone numbers of those who order and receive, in order to
deliver. Questions: {email}.

## 10. Law and venue

German law applies, without the UN Convention on Contracts for the International Sale of Goods. The venue is
Hamburg.
""",
}

LEGAL: dict[str, Texts] = {"NO": _NORWAY, "DE": _GERMANY}
