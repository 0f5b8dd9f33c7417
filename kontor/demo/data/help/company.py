"""Help on the company, its people and one's own account."""

from kontor.demo.data.help.page import Page
from kontor.demo.data.texts import say

PAGES: tuple[Page, ...] = (
    Page(
        "add-colleagues",
        "company",
        "users",
        say(
            "Hvordan legger jeg til en kollega?", "Wie füge ich jemanden hinzu?", "How do I add a colleague?"
        ),
        say(
            """\
Administratorer finner «Brukere» under «Mitt firma».

1. Skriv e-postadresse og navn, og velg roller. En rolle sier hva kollegaen kan gjøre; tabellen på siden viser alt.
2. Kollegaen får en e-post med en personlig lenke og lager sitt eget passord.
3. Lenken gjelder i 90 dager. Du kan sende den på nytt eller trekke den tilbake.

Har noen registrert seg selv og sagt at de hører til hos dere, står de øverst på siden, og du bestemmer.
""",
            """\
Administratoren finden die Personen unter „Meine Firma“.

1. Geben Sie E-Mail-Adresse und Namen ein und wählen Sie Rollen. Eine Rolle sagt, was die Person darf; die Tabelle auf der
   Seite zeigt alles.
2. Die Person erhält eine E-Mail mit einem eigenen Link und legt ihr Passwort fest.
3. Der Link gilt 90 Tage. Sie können ihn erneut senden oder zurückziehen.

Hat sich jemand selbst registriert und gibt an, zu Ihnen zu gehören, steht das oben auf der Seite, und Sie entscheiden.
""",
            """\
Administrators find “Users” under “My company”.

1. Enter e-mail address and name, and choose roles. A role says what the colleague may do; the table on the page shows all.
2. The colleague gets a mail with a personal link and sets a password.
3. The link holds 90 days. You can send it again or withdraw it.

If somebody has registered and says that they belong to you, that stands on top of the page, and you decide.
""",
        ),
    ),
    Page(
        "business-relationships",
        "company",
        "relationships",
        say(
            "Hva er en forretningsforbindelse?",
            "Was ist eine Geschäftsbeziehung?",
            "What is a business relationship?",
        ),
        say(
            """\
Den sier hvilken servicepartner som tar seg av dere i et produktområde. Uten den kan vi ikke levere service der.

Velg området. Vi foreslår partneren dere har fra før, ellers den som har postnummeret deres. En annen kan dere be om. Les
bruksvilkårene og send forespørselen; partneren svarer, og du får e-post.

Partneren ser bare det som hører til området.
""",
            """\
Sie sagt, welcher Servicepartner Sie in einem Produktbereich betreut. Ohne sie können wir dort keinen Service leisten.

Wählen Sie den Bereich. Wir schlagen den Partner vor, den Sie schon haben, sonst den Ihrer Postleitzahl. Einen anderen
können Sie wünschen. Lesen Sie die Nutzungsbedingungen und senden Sie die Anfrage; der Partner antwortet, und Sie erhalten
eine E-Mail.

Der Partner sieht nur, was zu seinem Bereich gehört.
""",
            """\
It says which service partner looks after you in a product area. Without it we cannot give service there.

Choose the area. We suggest the partner you have already, else the one for your postcode. You may ask for another. Read the
terms of use and send the request; the partner answers, and you get a mail.

The partner sees only what belongs to the area.
""",
        ),
    ),
    Page(
        "company-profile",
        "company",
        "company",
        say("Hvordan endrer vi adresser?", "Wie ändern wir Anschriften?", "How do we change addresses?"),
        say(
            """\
Under «Mitt firma» står firmaets opplysninger, adressene og hvem som kan gjøre hva.

Leveringsadresser legger du til i kassen når du trenger dem. Navn, organisasjonsnummer og fakturaadresse endrer vi for dere,
fordi de står på lovpålagte dokumenter: ring eller skriv til servicepartneren.
""",
            """\
Unter „Meine Firma“ stehen die Angaben der Firma, die Anschriften und wer was darf.

Lieferanschriften fügen Sie an der Kasse hinzu, wenn Sie sie brauchen. Name, Register- oder Steuernummer und
Rechnungsanschrift ändern wir für Sie, weil sie auf gesetzlichen Belegen stehen: Rufen Sie Ihren Servicepartner an, oder
schreiben Sie ihm.
""",
            """\
Under “My company” stand the company's details, the addresses and who may do what.

You add delivery addresses at the checkout when you need them. Name, organisation or VAT number and billing address are
changed by us, since they stand on documents that the law asks for: call or write to your service partner.
""",
        ),
    ),
    Page(
        "my-account",
        "company",
        "account",
        say("Språk og passord", "Sprache und Passwort", "Language and password"),
        say(
            """\
Språket velger du øverst på siden. Det gjelder sidene og e-postene du får.

Passordet bytter du under «Min konto». Du får en e-post når det er byttet; var det ikke deg, ring oss med en gang. Lyst eller
mørkt utseende velger du i menyen bak initialene dine.
""",
            """\
Die Sprache wählen Sie oben auf der Seite. Sie gilt für die Seiten und für die E-Mails, die Sie erhalten.

Das Passwort ändern Sie unter „Mein Konto“. Danach erhalten Sie eine E-Mail; waren Sie es nicht, rufen Sie uns sofort an. Hell
oder dunkel wählen Sie im Menü hinter Ihren Initialen.
""",
            """\
You choose the language at the top of the page. It holds for the pages and for the mails you get.

You change the password under “My account”. You get a mail when it has changed; if that was not you, call us at once. Light
or dark is chosen in the menu behind your initials.
""",
        ),
    ),
)
