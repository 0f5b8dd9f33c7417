"""Texts about the portal itself: use, privacy, imprint, cookies, accessibility, as Markdown in three languages (QU-4).

They say what the portal really does: the cookies it sets, that nobody processes data for it, what is known of barriers.
"""

from kontor.demo.data.operator import ENTITIES, OPERATOR, SellingEntity
from kontor.demo.data.terms_privacy import PRIVACY
from kontor.demo.data.texts import Texts, say

TITLES: dict[str, Texts] = {
    "use": say("Bruksvilkår", "Nutzungsbedingungen", "Terms of use"),
    "privacy": say("Personvernerklæring", "Datenschutzhinweise", "Privacy notice"),
    "imprint": say("Om utgiveren", "Impressum", "Imprint"),
    "cookies": say("Informasjonskapsler", "Cookies", "Cookies"),
    "accessibility": say("Tilgjengelighet", "Barrierefreiheit", "Accessibility"),
}

_USE: Texts = {
    "nb": """\
Disse vilkårene gjelder for bruken av kundeportalen. For kjøp gjelder [salgsvilkårene](/legal/sale/).

## Hvem kan bruke portalen

Portalen er for bedrifter og offentlige virksomheter. Hver person har sin egen konto. En administrator hos dere
legger til kolleger, bestemmer hva hver av dem kan gjøre, og fjerner dem som slutter.

## Passord og konto

Hold passordet hemmelig og bruk det ikke andre steder. Tror du noen andre har brukt kontoen, bytt passord med en
gang og ring oss. Det som blir gjort med en konto, regnes som gjort av dere, til dere har sagt fra.

## Forretningsforbindelser

Når dere ber om en forretningsforbindelse i et produktområde, ser servicepartneren firmaets navn, adresser, brukere,
ordrer, maskiner, avlesninger og saker i det området. Andre partnere ser det ikke. Forbindelsen begynner når partneren
har godtatt den.

## Maskiner og avlesninger

Registrer bare maskiner som dere har. Avlesninger må være riktige; service og garanti bygger på dem.

## Saker og bilder

Send ikke bilder av mennesker uten at de vet om det. Vi fjerner stedet bildet er tatt fra filen.

## Når portalen ikke virker

Vi vedlikeholder portalen og melder planlagte avbrudd på forhånd. Haster det, kan dere alltid bestille og melde feil
på telefon: {phone}.

## Endringer

En ny versjon av vilkårene gjelder fra dagen som står over teksten. Eldre versjoner kan leses nederst på siden.
""",
    "de": """\
Diese Bedingungen gelten für die Nutzung des Kundenportals. Für Käufe gelten die
[Verkaufsbedingungen](/legal/sale/).

## Wer das Portal nutzt

Das Portal ist für Unternehmen und öffentliche Auftraggeber. Jede Person hat ein eigenes Konto. Ein Administrator
Ihrer Firma fügt Kolleginnen und Kollegen hinzu, legt fest, was jede Person darf, und entfernt, wer ausscheidet.

## Passwort und Konto

Halten Sie das Passwort geheim und verwenden Sie es nirgends sonst. Vermuten Sie, dass jemand anders das Konto
benutzt hat, ändern Sie es sofort und rufen Sie uns an. Was mit einem Konto geschieht, gilt als von Ihnen getan, bis
Sie uns Bescheid geben.

## Geschäftsbeziehungen

Fragen Sie in einem Produktbereich eine Geschäftsbeziehung an, sieht der Servicepartner in diesem Bereich Name,
Adressen, Personen, Bestellungen, Maschinen, Ablesungen und Vorgänge Ihrer Firma. Andere Partner sehen sie nicht. Die
Beziehung beginnt, wenn der Partner sie annimmt.

## Maschinen und Ablesungen

Registrieren Sie nur Maschinen, die Sie haben. Ablesungen müssen stimmen; Service und Garantie beruhen auf ihnen.

## Vorgänge und Bilder

Senden Sie keine Bilder von Menschen, die davon nicht wissen. Den Aufnahmeort entfernen wir aus der Datei.

## Wenn das Portal nicht erreichbar ist

Wir pflegen das Portal und kündigen geplante Unterbrechungen an. Ist es eilig, können Sie jederzeit telefonisch
bestellen und Störungen melden: {phone}.

## Änderungen

Eine neue Fassung gilt ab dem Tag, der über dem Text steht. Ältere Fassungen sind am Ende der Seite zu lesen.
""",
    "en": """\
These terms are about using the customer portal. Purchases are under the [terms of sale](/legal/sale/).

## Who uses the portal

The portal is for businesses and public bodies. Each person has an account of their own. An administrator of your
company adds colleagues, decides what each of them may do, and removes those who leave.

## Password and account

Keep the password secret and use it nowhere else. If you think that somebody else has used the account, change the
password at once and call us. What is done with an account counts as done by you until you have told us.

## Business relationships

When you ask for a business relationship in a product area, the service partner sees your company's name, addresses,
people, orders, machines, readings and cases in that area. Other partners do not. The relationship begins when the
partner has accepted it.

## Machines and readings

Register only machines that you have. Readings have to be right; service and warranty rest on them.

## Cases and pictures

Do not send pictures of people who do not know of it. We remove the place where a picture was taken from the file.

## When the portal cannot be reached

We maintain the portal and announce planned interruptions. If it is urgent you can always order and report faults by
telephone: {phone}.

## Changes

A new version holds from the day that stands above the text. Older versions can be read at the end of the page.
""",
}

_COOKIES: Texts = {
    "nb": """\
Portalen setter bare informasjonskapsler den trenger for å virke. Derfor spør vi ikke om samtykke. Det finnes ingen
for statistikk eller reklame, og ingen fra andre enn oss.

| Navn | Hva den gjør | Hvor lenge |
|---|---|---|
| navn som slutter på `-session` | holder deg innlogget | til nettleseren lukkes, eller 12 timer hvis du ber om det |
| navn som slutter på `-csrf` | verner skjemaer mot forfalskning | ett år |
| `messages` | viser en bekreftelse på neste side | til den er vist |
| `language` | husker språket du valgte | ett år |
| `theme` | husker lyst eller mørkt utseende, hvis du har valgt | ett år |

Du kan slette dem i nettleseren når som helst. Uten de to første kan du ikke logge inn.
""",
    "de": """\
Das Portal setzt nur Cookies, die es zum Arbeiten braucht. Deshalb fragen wir nicht nach einer Einwilligung. Es gibt
keine für Statistik oder Werbung und keine von anderen als von uns.

| Name | Was es tut | Wie lange |
|---|---|---|
| Name, der auf `-session` endet | hält Sie angemeldet | bis der Browser geschlossen wird, oder 12 Stunden, wenn Sie es wünschen |
| Name, der auf `-csrf` endet | schützt Formulare vor Fälschung | ein Jahr |
| `messages` | zeigt eine Bestätigung auf der nächsten Seite | bis sie gezeigt ist |
| `language` | merkt sich die gewählte Sprache | ein Jahr |
| `theme` | merkt sich helles oder dunkles Aussehen, wenn Sie gewählt haben | ein Jahr |

Sie können sie jederzeit im Browser löschen. Ohne die ersten beiden ist keine Anmeldung möglich.
""",
    "en": """\
The portal sets only cookies that it needs in order to work. That is why we do not ask for consent. There are none for
statistics or advertising, and none from anybody but us.

| Name | What it does | How long |
|---|---|---|
| name that ends in `-session` | keeps you signed in | until the browser is closed, or 12 hours if you ask for it |
| name that ends in `-csrf` | protects forms against forgery | a year |
| `messages` | shows a confirmation on the next page | until it has been shown |
| `language` | remembers the language you chose | a year |
| `theme` | remembers light or dark, if you have chosen | a year |

You can delete them in your browser at any time. Without the first two you cannot sign in.
""",
}

_ACCESSIBILITY: Texts = {
    "nb": """\
Portalen skal kunne brukes av alle. Målet er WCAG 2.2, nivå AA.

## Slik står det til

- Vi prøver sidene med et verktøy (axe), på tre skjermbredder, på tre språk, i lyst og mørkt utseende.
- Alt kan gjøres med tastaturet, og fokus er alltid synlig.
- Sidene virker uten JavaScript og med 200 % forstørrelse.
- Farge står aldri alene: hver status har et ikon og et ord.

## Det vi vet ikke er godt nok

- Portalen er ikke prøvd av en uavhengig part, og ikke av brukere av alle skjermlesere.
- PDF-filer (ordrebekreftelser) er ikke merket opp for skjermlesere. Det samme står på ordrens side.
- Tegninger av varer har ingen beskrivelse ut over varens navn.

## Si fra

Kommer du ikke videre, ring {phone} eller skriv til {email}. Vi svarer innen fem arbeidsdager og hjelper deg på
telefon i mellomtiden. Du kan også klage til Digitaliseringsdirektoratet (uutilsynet.no).

Sist gjennomgått i november 2026, av oss selv.
""",
    "de": """\
Das Portal soll für alle nutzbar sein. Ziel ist WCAG 2.2, Stufe AA.

## Stand

- Wir prüfen die Seiten mit einem Werkzeug (axe), bei drei Breiten, in drei Sprachen, hell und dunkel.
- Alles geht mit der Tastatur, und der Fokus ist immer zu sehen.
- Die Seiten arbeiten ohne JavaScript und bei 200 % Vergrößerung.
- Farbe steht nie allein: Jeder Zustand hat ein Symbol und ein Wort.

## Was nach unserer Kenntnis nicht genügt

- Das Portal wurde nicht von unabhängiger Seite geprüft und nicht mit allen Screenreadern.
- PDF-Dateien (Auftragsbestätigungen) sind nicht für Screenreader ausgezeichnet. Dasselbe steht auf der Seite der
  Bestellung.
- Zeichnungen von Artikeln haben keine Beschreibung außer dem Namen des Artikels.

## Sagen Sie es uns

Kommen Sie nicht weiter, rufen Sie {phone} an oder schreiben Sie an {email}. Wir antworten innerhalb von fünf
Arbeitstagen und helfen Ihnen bis dahin am Telefon. Beschweren können Sie sich auch bei der
Marktüberwachungsstelle der Länder für die Barrierefreiheit von Produkten und Dienstleistungen.

Zuletzt durchgesehen im November 2026, von uns selbst.
""",
    "en": """\
The portal is meant for everybody. The aim is WCAG 2.2, level AA.

## Where it stands

- We check the pages with a tool (axe), at three widths, in three languages, light and dark.
- Everything can be done by keyboard, and the focus is always visible.
- The pages work without JavaScript and at 200 % zoom.
- Colour never stands alone: each state has an icon and a word.

## What we know is not good enough

- The portal has not been checked by an independent party, nor with every screen reader.
- PDF files (order confirmations) are not tagged for screen readers. The same stands on the page of the order.
- Drawings of articles have no description beyond the name of the article.

## Tell us

If you cannot get on, call {phone} or write to {email}. We answer within five working days and help you by telephone
until then. You may also complain to the Norwegian authority (uutilsynet.no) or the German market surveillance
authority for accessibility.

Last reviewed in November 2026, by ourselves.
""",
}

_SAYS: dict[str, Texts] = {
    "runs": say(
        "{name} driver denne kundeportalen. Disse selskapene selger gjennom den:",
        "{name} betreibt dieses Kundenportal. Über das Portal verkaufen:",
        "{name} runs this customer portal. These companies sell through it:",
    ),
    "organisation": say("Organisasjonsnummer", "Registernummer", "Organisation number"),
    "vat": say("Mva-nummer", "USt-IdNr.", "VAT number"),
    "phone": say("Telefon", "Telefon", "Telephone"),
    "email": say("E-post", "E-Mail", "E-mail"),
    "content": say(
        "Ansvarlig for innholdet: daglig leder i hvert selskap. Dette er en demonstrasjon: selskapene, numrene og "
        "adressene er oppdiktet.",
        "Verantwortlich für den Inhalt: die Geschäftsführung der jeweiligen Gesellschaft. Dies ist eine Vorführung: "
        "Gesellschaften, Nummern und Adressen sind erfunden.",
        "Responsible for the content: the management of each company. This is a demonstration: companies, numbers and "
        "addresses are made up.",
    ),
}


def _imprint(language: str) -> str:
    parts = [_SAYS["runs"][language].format(name=OPERATOR.name)]
    for entity in ENTITIES:
        lines = [
            f"{entity.street}, {entity.postcode} {entity.city}",
            f"{_SAYS['organisation'][language]}: {entity.organisation_number}"
            if entity.organisation_number
            else "",
            f"{_SAYS['vat'][language]}: {entity.vat_number}" if entity.vat_number else "",
            f"{_SAYS['phone'][language]}: {entity.phone}",
            f"{_SAYS['email'][language]}: {entity.email}",
        ]
        parts.append(f"## {entity.name}\n\n" + "\n".join(f"- {line}" for line in lines if line))
    parts.append(_SAYS["content"][language])
    return "\n\n".join(parts) + "\n"


def _controller(entity: SellingEntity) -> str:
    return f"- {entity.name}, {entity.street}, {entity.postcode} {entity.city}"


def body(kind: str, language: str) -> str:
    """One of these texts in one language."""
    if kind == "imprint":
        return _imprint(language)
    template = {"use": _USE, "privacy": PRIVACY, "cookies": _COOKIES, "accessibility": _ACCESSIBILITY}[kind]
    return template[language].format(
        controllers="\n".join(_controller(entity) for entity in ENTITIES),
        email=OPERATOR.email,
        phone=OPERATOR.phone,
    )
