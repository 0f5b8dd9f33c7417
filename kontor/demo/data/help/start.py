"""Help on the first steps: registering, signing in, finding one's way."""

from kontor.demo.data.help.page import Page
from kontor.demo.data.texts import say

PAGES: tuple[Page, ...] = (
    Page(
        "become-a-customer",
        "start",
        "register",
        say("Hvordan blir vi kunde?", "Wie werden wir Kunde?", "How do we become a customer?"),
        say(
            """\
Registreringen tar noen minutter, og alt lagres underveis.

1. Skriv jobbadressen din og hvem du er.
2. Si om en kollega har konto fra før. Har noen det, er adressen til kollegaen nok, og administratoren hos dere
   bestemmer.
3. Ellers: firmaets navn, adresse og organisasjonsnummer.
4. Velg produktområder, lag et passord og les bruksvilkårene.
5. Skriv inn koden fra e-posten, eller trykk på lenken i den. Koden må brukes innen 14 dager.

## Hva skjer så?

Vi ser på registreringen. Du får en e-post når den er godkjent, når vi lurer på noe, eller hvis vi må si nei, og da
står grunnen der. Siden du kommer til, viser hele tiden hvor saken står.

## Ingen e-post?

Se i søppelposten. På siden kan du be om en ny kode.
""",
            """\
Die Registrierung dauert wenige Minuten, und alles wird unterwegs gespeichert.

1. Geben Sie Ihre geschäftliche E-Mail-Adresse an und wer Sie sind.
2. Sagen Sie, ob eine Kollegin oder ein Kollege schon ein Konto hat. Dann genügt deren Adresse, und Ihr Administrator
   entscheidet.
3. Sonst: Name, Anschrift und USt-IdNr. oder Registernummer Ihrer Firma.
4. Wählen Sie Produktbereiche, legen Sie ein Passwort fest und lesen Sie die Nutzungsbedingungen.
5. Geben Sie den Code aus der E-Mail ein, oder folgen Sie ihrem Link. Das geht 14 Tage lang.

## Und dann?

Wir sehen uns die Registrierung an. Sie erhalten eine E-Mail, wenn sie genehmigt ist, wenn wir eine Frage haben oder
wenn wir ablehnen müssen; dann steht der Grund dabei. Ihre Seite zeigt jederzeit, wie es steht.

## Keine E-Mail?

Sehen Sie im Spam-Ordner nach. Auf der Seite können Sie einen neuen Code anfordern.
""",
            """\
The registration takes a few minutes, and everything is kept on the way.

1. Enter your business address and who you are.
2. Say whether a colleague has an account already. If so, their address is enough, and your administrator decides.
3. Otherwise: your company's name, address and organisation or VAT number.
4. Choose product areas, set a password and read the terms of use.
5. Type the code from the mail, or follow its link. That works for 14 days.

## And then?

We look at the registration. You get a mail when it is approved, when we have a question, or when we have to say no;
then the reason stands there. Your page shows at any time where it stands.

## No mail?

Look into the spam folder. On the page you can ask for a new code.
""",
        ),
    ),
    Page(
        "sign-in",
        "start",
        "sign-in",
        say("Jeg kommer ikke inn", "Ich kann mich nicht anmelden", "I cannot sign in"),
        say(
            """\
Logg inn med e-postadressen eller brukernavnet ditt.

- **Passord glemt?** Trykk på «Glemt passordet?» og skriv adressen din. Lenken i e-posten setter et nytt passord.
- **Nytt passord** skal ingen kunne gjette. Noen ord etter hverandre er lette å huske.
- **Invitert av en kollega?** Bruk lenken i invitasjonen først; den gjelder i 90 dager. Er den gått ut, kan
  administratoren hos dere sende en ny.
- **Prøvd for mange ganger?** Vent noen minutter. Det verner kontoen din.

Kryss av for 12 timer bare på en maskin som ingen andre bruker.
""",
            """\
Melden Sie sich mit Ihrer E-Mail-Adresse oder Ihrem Benutzernamen an.

- **Passwort vergessen?** Wählen Sie „Passwort vergessen?“ und geben Sie Ihre Adresse ein. Der Link in der E-Mail setzt
  ein neues Passwort.
- **Ein neues Passwort** sollte niemand erraten können. Ein paar Wörter hintereinander merken sich leicht.
- **Eingeladen worden?** Nutzen Sie zuerst den Link der Einladung; er gilt 90 Tage. Ist er abgelaufen, sendet Ihr
  Administrator einen neuen.
- **Zu oft versucht?** Warten Sie ein paar Minuten. Das schützt Ihr Konto.

Wählen Sie die 12 Stunden nur an einem Rechner, den niemand sonst benutzt.
""",
            """\
Sign in with your e-mail address or your user name.

- **Password forgotten?** Choose “Password forgotten?” and enter your address. The link in the mail sets a new password.
- **A new password** is one that nobody guesses. A few words in a row are easy to remember.
- **Were you invited?** Use the link of the invitation first; it holds 90 days. If it has run out, your administrator
  can send a new one.
- **Tried too often?** Wait a few minutes. This protects your account.

Tick the 12 hours only on a computer that nobody else uses.
""",
        ),
    ),
    Page(
        "overview",
        "start",
        "overview",
        say("Hva viser oversikten?", "Was zeigt die Übersicht?", "What does the overview show?"),
        say(
            """\
Øverst står det som **venter på deg**: spørsmål i sakene, avlesninger som mangler, kolleger som vil være med, en
handlekurv som ikke er bestilt. Knappen til høyre fører dit du gjør det.

Under står de siste ordrene, åpne saker og maskinene deres. Hva du ser, følger av rollen din.
""",
            """\
Oben steht, was **auf Sie wartet**: Fragen in Ihren Vorgängen, fällige Ablesungen, Kolleginnen und Kollegen, die dazu
möchten, ein Warenkorb, der nicht bestellt ist. Der Knopf rechts führt dorthin.

Darunter stehen die letzten Bestellungen, offene Vorgänge und Ihre Maschinen. Was Sie sehen, richtet sich nach Ihrer Rolle.
""",
            """\
On top stands what **waits for you**: questions in your cases, readings that are due, colleagues who want to join, a
cart that is not ordered. The button at the right leads to where you do it.

Below are the latest orders, open cases and your machines. What you see depends on your role.
""",
        ),
    ),
    Page(
        "search-everything",
        "start",
        "search",
        say("Hvordan søker jeg i alt?", "Wie suche ich in allem?", "How do I search everything?"),
        say(
            """\
Feltet øverst søker i varer, ordrer, maskiner, saker og hjelpen på en gang. Trykk **/** for å komme dit.

- Et helt nummer kommer alltid først: varenummer, ordrenummer, serienummer, saksnummer.
- Flere ord må alle finnes. Det siste kan være uferdig.
- «Alle» ved en gruppe åpner listen med det samme søket.

Du finner bare det du har lov til å se.
""",
            """\
Das Feld oben sucht in Artikeln, Bestellungen, Maschinen, Vorgängen und der Hilfe zugleich. Mit **/** gelangen Sie dorthin.

- Eine ganze Nummer steht immer zuerst: Artikel-, Bestell-, Serien- oder Vorgangsnummer.
- Mehrere Wörter müssen alle vorkommen. Das letzte darf unfertig sein.
- „Alle“ bei einer Gruppe öffnet die Liste mit derselben Suche.

Sie finden nur, was Sie sehen dürfen.
""",
            """\
The field at the top searches products, orders, machines, cases and the help at once. Press **/** to get there.

- A whole number always comes first: of an article, an order, a machine, a case.
- Several words must all be there. The last one may be unfinished.
- “All” at a group opens the list with the same search.

You find only what you may see.
""",
        ),
    ),
)
