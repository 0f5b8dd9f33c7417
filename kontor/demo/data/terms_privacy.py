"""The privacy notice, with what is kept, why, for how long, and who processes it: nobody (QU-4)."""

from kontor.demo.data.texts import Texts

PRIVACY: Texts = {
    "nb": """\
Her står hvilke personopplysninger kundeportalen bruker, hvorfor, og hvilke rettigheter du har.

## Hvem er ansvarlig

{controllers}

Spørsmål om personvern: {email} eller {phone}.

## Hva vi lagrer, og hvorfor

| Opplysninger | Hvorfor | Grunnlag |
|---|---|---|
| Navn, e-post, telefon, tittel, språk, rolle | konto og tilgang | avtale, art. 6 nr. 1 b |
| Passord, bare som kontrollsum | innlogging | avtale, art. 6 nr. 1 b |
| Ordrer, adresser, hvem som bestilte og tar imot | levering og faktura | avtale og lov, art. 6 nr. 1 b og c |
| Maskiner, avlesninger, saker med bilder | service | avtale, art. 6 nr. 1 b |
| Hvem som gjorde hva og når | sporbarhet og sikkerhet | berettiget interesse, art. 6 nr. 1 f |
| Mislykkede innlogginger, telt per adresse | vern mot misbruk | berettiget interesse, art. 6 nr. 1 f |
| E-poster som portalen har sendt deg | å kunne vise hva du fikk | berettiget interesse, art. 6 nr. 1 f |

Vi lager ingen profiler, og ingenting blir avgjort uten et menneske.

## Hvem som ser det

Kolleger i firmaet etter sin rolle, servicepartneren dere har en forbindelse med, og medarbeidere hos oss som trenger
det. Speditøren får navn og telefonnummer til den som tar imot. Vi selger ingenting videre.

## Databehandlere

Ingen. Portalen, databasen og e-posten går på våre egne maskiner i Norge. Nettleseren din henter ingenting fra andre
enn oss.

## Hvor lenge

Kontoen til den blir fjernet. En registrering som ikke er bekreftet, utløper etter 14 dager. Ordrer og fakturabilag
så lenge bokføringsloven krever (5 år) og tysk rett krever (8 år). Saker og avlesninger så lenge maskinen er hos dere
og tre år etter.

## Dine rettigheter

Du kan få innsyn, få rettet, slettet eller utlevert opplysninger, begrense bruken eller protestere. Skriv til
{email}; vi svarer innen en måned. Du kan klage til Datatilsynet (datatilsynet.no), i Tyskland til tilsynet i
Hamburg (datenschutz-hamburg.de).
""",
    "de": """\
Hier steht, welche personenbezogenen Daten das Kundenportal verwendet, wozu, und welche Rechte Sie haben.

## Wer verantwortlich ist

{controllers}

Fragen zum Datenschutz: {email} oder {phone}.

## Was wir speichern, und wozu

| Daten | Zweck | Grundlage |
|---|---|---|
| Name, E-Mail, Telefon, Funktion, Sprache, Rolle | Konto und Zugang | Vertrag, Art. 6 Abs. 1 b DSGVO |
| Passwort, nur als Prüfwert | Anmeldung | Vertrag, Art. 6 Abs. 1 b DSGVO |
| Bestellungen, Adressen, wer bestellt und annimmt | Lieferung und Rechnung | Vertrag und Gesetz, Art. 6 Abs. 1 b und c DSGVO |
| Maschinen, Ablesungen, Vorgänge mit Bildern | Service | Vertrag, Art. 6 Abs. 1 b DSGVO |
| Wer wann was getan hat | Nachvollziehbarkeit und Sicherheit | berechtigtes Interesse, Art. 6 Abs. 1 f DSGVO |
| Fehlgeschlagene Anmeldungen, je Adresse gezählt | Schutz vor Missbrauch | berechtigtes Interesse, Art. 6 Abs. 1 f DSGVO |
| E-Mails, die das Portal Ihnen gesendet hat | Nachweis, was Sie erhielten | berechtigtes Interesse, Art. 6 Abs. 1 f DSGVO |

Wir bilden keine Profile, und nichts wird ohne einen Menschen entschieden.

## Wer es sieht

Kolleginnen und Kollegen nach ihrer Rolle, der Servicepartner, mit dem Sie eine Beziehung haben, und bei uns, wer es
braucht. Die Spedition erhält Name und Telefonnummer der annehmenden Person. Wir verkaufen nichts weiter.

## Auftragsverarbeiter

Keine. Portal, Datenbank und E-Mail laufen auf unseren eigenen Maschinen in Norwegen. Ihr Browser lädt nichts von
anderen als von uns.

## Wie lange

Das Konto, bis es entfernt wird. Eine nicht bestätigte Registrierung läuft nach 14 Tagen ab. Bestellungen und
Rechnungsbelege, solange das norwegische (5 Jahre) und das deutsche Recht (8 Jahre) es verlangen. Vorgänge und
Ablesungen, solange die Maschine bei Ihnen ist, und drei Jahre danach.

## Ihre Rechte

Sie können Auskunft, Berichtigung, Löschung, Herausgabe oder Einschränkung verlangen und widersprechen. Schreiben Sie
an {email}; wir antworten innerhalb eines Monats. Beschweren können Sie sich beim Hamburgischen Beauftragten für
Datenschutz (datenschutz-hamburg.de), in Norwegen beim Datatilsynet (datatilsynet.no).
""",
    "en": """\
This says which personal data the customer portal uses, what for, and which rights you have.

## Who is responsible

{controllers}

Questions about privacy: {email} or {phone}.

## What we keep, and what for

| Data | What for | Basis |
|---|---|---|
| Name, e-mail, telephone, title, language, role | account and access | contract, GDPR art. 6(1)(b) |
| Password, only as a check value | signing in | contract, GDPR art. 6(1)(b) |
| Orders, addresses, who orders and receives | delivery and invoice | contract and law, GDPR art. 6(1)(b), (c) |
| Machines, readings, cases with pictures | service | contract, GDPR art. 6(1)(b) |
| Who did what and when | traceability and security | legitimate interest, GDPR art. 6(1)(f) |
| Failed sign-ins, counted per address | protection against abuse | legitimate interest, GDPR art. 6(1)(f) |
| Mails that the portal sent you | to know what you were told | legitimate interest, GDPR art. 6(1)(f) |

We make no profiles, and nothing is decided without a person.

## Who sees it

Colleagues in your company according to their role, the service partner you have a relationship with, and people on
our side who need it. The forwarder gets name and telephone number of the person who receives. We sell nothing on.

## Processors

None. Portal, database and mail run on our own machines in Norway. Your browser fetches nothing from anybody but us.

## How long

The account until it is removed. A registration that is not confirmed expires after 14 days. Orders and invoice
documents as long as Norwegian (5 years) and German law (8 years) demand. Cases and readings while the machine is with
you and three years after.

## Your rights

You may ask for access, correction, erasure, a copy or restriction, and object. Write to {email}; we answer within a
month. You may complain to Datatilsynet (datatilsynet.no), in Germany to the authority of Hamburg
(datenschutz-hamburg.de).
""",
}
