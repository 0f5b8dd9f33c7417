"""Help on machines and their readings."""

from kontor.demo.data.help.page import Page
from kontor.demo.data.texts import say

PAGES: tuple[Page, ...] = (
    Page(
        "register-a-machine",
        "machines",
        "register-machine",
        say(
            "Hvordan registrerer jeg en maskin?",
            "Wie registriere ich eine Maschine?",
            "How do I register a machine?",
        ),
        say(
            """\
Velg produktområdet og skriv serienummeret. Formen er forskjellig fra område til område; feltet viser et eksempel og hvor
merkeskiltet sitter. Store og små bokstaver og mellomrom spiller ingen rolle.

Gi gjerne maskinen et eget navn, stikkord og et sted, så finner kollegene den igjen.

Servicepartneren ser på registreringen. Til da står det «Kontrolleres». Du får e-post når maskinen er godtatt, eller hvis
noe ikke stemmer, med grunnen.
""",
            """\
Wählen Sie den Produktbereich und geben Sie die Seriennummer ein. Ihre Form ist je Bereich verschieden; das Feld zeigt ein
Beispiel und wo das Typenschild sitzt. Groß, klein und Leerzeichen sind gleich.

Geben Sie der Maschine gern einen eigenen Namen, Stichwörter und einen Ort, damit andere sie wiederfinden.

Der Servicepartner prüft die Registrierung. Bis dahin steht dort, dass sie geprüft wird. Sie erhalten eine E-Mail, wenn die
Maschine angenommen ist oder etwas nicht stimmt, mit dem Grund.
""",
            """\
Choose the product area and enter the serial number. Its form differs from area to area; the field shows an example and
where the type plate is. Capitals and spaces make no difference.

Give the machine a name of your own, keywords and a place, so that colleagues find it again.

The service partner checks the registration. Until then it says “Being checked”. You get a mail when the machine is
accepted, or when something does not fit, with the reason.
""",
        ),
    ),
    Page(
        "send-readings",
        "machines",
        "machine",
        say("Hvordan melder jeg en avlesning?", "Wie melde ich eine Ablesung?", "How do I send a reading?"),
        say(
            """\
Åpne maskinen og skriv tallet som måleren viser, og datoen. Siste verdi og dato står ved feltet. Komma eller punktum går
like bra.

Vi tar ikke imot

- et tall som er lavere enn det siste,
- to avlesninger samme dag,
- en dato fram i tid.

Er en gammel avlesning feil, eller er måleren byttet? Opprett en sak om målerretting. Avlesninger blir aldri endret i
ettertid, men rettet med en ny.

Når den siste avlesningen er mer enn 31 dager gammel, minner oversikten på det.
""",
            """\
Öffnen Sie die Maschine und geben Sie die Zahl ein, die der Zähler zeigt, und das Datum. Letzter Wert und letztes Datum
stehen beim Feld. Komma oder Punkt gehen beide.

Wir nehmen nicht an

- eine Zahl, die kleiner ist als die letzte,
- zwei Ablesungen am selben Tag,
- ein Datum in der Zukunft.

Ist eine alte Ablesung falsch, oder wurde der Zähler getauscht? Eröffnen Sie einen Vorgang zur Zählerkorrektur.
Ablesungen werden nie nachträglich geändert, sondern durch eine neue berichtigt.

Ist die letzte Ablesung mehr als 31 Tage alt, erinnert die Übersicht daran.
""",
            """\
Open the machine and enter the figure that the meter shows, and the date. The last value and date stand beside the field.
Comma or point are both fine.

We do not take

- a figure lower than the last,
- two readings on the same day,
- a date in the future.

Is an old reading wrong, or was the meter replaced? Open a case for a meter correction. Readings are never changed
afterwards; a new one corrects them.

Once the last reading is more than 31 days old, the overview reminds you.
""",
        ),
    ),
    Page(
        "who-sees-which-machines",
        "machines",
        "machines",
        say("Hvem ser hvilke maskiner?", "Wer sieht welche Maschinen?", "Who sees which machines?"),
        say(
            """\
Vanligvis ser alle hos dere alle maskinene. En administrator kan bestemme at hver kollega bare ser maskinene som er tildelt
ham eller henne. Bryteren står under «Brukere» i firmaet.

Tildel maskiner på maskinens side, eller merk flere i listen og tildel dem samlet. Administratorer ser alltid alle.

Mangler du en maskin i listen? Spør administratoren hos dere.
""",
            """\
Gewöhnlich sehen alle in Ihrer Firma alle Maschinen. Ein Administrator kann festlegen, dass jede Person nur die ihr
zugewiesenen sieht. Der Schalter steht bei den Personen Ihrer Firma.

Weisen Sie Maschinen auf der Seite der Maschine zu, oder wählen Sie in der Liste mehrere aus. Administratoren sehen immer
alle.

Fehlt Ihnen eine Maschine? Fragen Sie Ihren Administrator.
""",
            """\
Usually everybody in your company sees all machines. An administrator can decide that each colleague sees only those
assigned to them. The switch is with the users of your company.

Assign machines on the machine's page, or choose several in the list. Administrators always see all.

Is a machine missing in your list? Ask your administrator.
""",
        ),
    ),
)
