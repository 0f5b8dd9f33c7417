"""Help for those who cannot get in: no mail, a dead link, rejected, no access to the old address (ON-14)."""

from kontor.demo.data.help.page import Page
from kontor.demo.data.texts import say

PAGES: tuple[Page, ...] = (
    Page(
        "no-mail",
        "start",
        "no-mail",
        say("Det kommer ingen e-post", "Es kommt keine E-Mail an", "No mail arrives"),
        say(
            """\
1. Vent noen minutter, og se i søppelposten.
2. Se om adressen på siden er riktig skrevet. Er den feil, velg «Endre adressen»: Alt du har fylt ut, blir med.
3. Be om en ny kode. Det går én gang i minuttet, ti ganger om dagen. Bare den nyeste koden virker.
4. Be IT-avdelingen slippe gjennom e-post fra oss.

Hadde adressen konto fra før, står det i e-posten hvordan du logger inn.

Hjelper ikke det, [skriv til oss](/help/contact/?about=no-mail). Legg gjerne ved et skjermbilde.
""",
            """\
1. Warten Sie ein paar Minuten, und sehen Sie im Spam-Ordner nach.
2. Prüfen Sie die Adresse auf der Seite. Ist sie falsch, wählen Sie „Adresse ändern“: Alles Ausgefüllte kommt mit.
3. Fordern Sie einen neuen Code an. Das geht einmal in der Minute, zehnmal am Tag. Nur der neueste Code gilt.
4. Bitten Sie Ihre IT, E-Mails von uns durchzulassen.

Hatte die Adresse schon ein Konto, steht in der E-Mail, wie Sie sich anmelden.

Hilft das nicht, [schreiben Sie uns](/help/contact/?about=no-mail), gern mit Bildschirmfoto.
""",
            """\
1. Wait a few minutes, and look into the spam folder.
2. Look whether the address on the page is right. If not, choose “Change the address”: all that you filled in comes along.
3. Ask for a new code. That works once a minute, ten times a day. Only the newest code counts.
4. Ask your IT department to let our mails through.

If the address had an account already, the mail says how you sign in.

If that does not help, [write to us](/help/contact/?about=no-mail), with a screenshot if you like.
""",
        ),
    ),
    Page(
        "dead-link",
        "start",
        "dead-link",
        say("Lenken virker ikke", "Der Link funktioniert nicht", "The link does not work"),
        say(
            """\
| Lenke | Gjelder | Er den for gammel |
|---|---|---|
| Bekrefte adressen | 14 dager | Registrer deg på nytt |
| Invitasjon | 90 dager | Be den som inviterte deg, om å sende den på nytt |
| Overta en gammel konto | 14 dager | Skriv adressen en gang til |
| Nytt passord | 24 timer | Be om en ny |

Hver lenke virker én gang, og bare den i den nyeste e-posten. Gikk en del tapt da den ble kopiert, åpne den fra e-posten.

Hjelper ikke det, [skriv til oss](/help/contact/?about=dead-link).
""",
            """\
| Link | Gilt | Wenn er zu alt ist |
|---|---|---|
| Adresse bestätigen | 14 Tage | Registrieren Sie sich erneut |
| Einladung | 90 Tage | Bitten Sie die einladende Person, sie erneut zu senden |
| Altes Konto übernehmen | 14 Tage | Geben Sie die Adresse noch einmal ein |
| Neues Passwort | 24 Stunden | Fordern Sie einen neuen an |

Jeder Link wirkt einmal, und nur der in der neuesten E-Mail. Ging beim Kopieren ein Teil verloren, öffnen Sie ihn aus der
E-Mail.

Hilft das nicht, [schreiben Sie uns](/help/contact/?about=dead-link).
""",
            """\
| Link | Good for | When it is too old |
|---|---|---|
| Confirm the address | 14 days | Register again |
| Invitation | 90 days | Ask whoever invited you to send it again |
| Take over an old account | 14 days | Type the address once more |
| New password | 24 hours | Ask for a new one |

Each link works once, and only the one in the newest mail. If a part was lost when it was copied, open it from the mail.

If that does not help, [write to us](/help/contact/?about=dead-link).
""",
        ),
    ),
    Page(
        "rejected",
        "start",
        "rejected",
        say(
            "Registreringen ble avslått", "Die Registrierung wurde abgelehnt", "The registration was rejected"
        ),
        say(
            """\
Grunnen står i e-posten og på siden til registreringen.

- Er det noe å rette, registrer deg på nytt. Ingenting av den gamle registreringen brukes.
- Sa administratoren i firmaet nei, snakk med dem: De legger deg til på et minutt.
- Mener du det er feil, [skriv til oss](/help/contact/?about=rejected) med nummeret på registreringen.
""",
            """\
Der Grund steht in der E-Mail und auf der Seite der Registrierung.

- Lässt sich etwas berichtigen, registrieren Sie sich erneut. Nichts von der alten Registrierung wird verwendet.
- Hat die Administratorrolle Ihres Unternehmens abgelehnt, sprechen Sie mit ihr: Sie sind dort in einer Minute hinzugefügt.
- Halten Sie es für ein Versehen, [schreiben Sie uns](/help/contact/?about=rejected) mit der Nummer der Registrierung.
""",
            """\
The reason stands in the mail and on the page of the registration.

- If something can be put right, register again. Nothing of the old registration is used.
- If an administrator of your company said no, talk to them: they add you in a minute.
- If you think it is a mistake, [write to us](/help/contact/?about=rejected) with the number of the registration.
""",
        ),
    ),
    Page(
        "old-address",
        "start",
        "old-address",
        say(
            "Jeg har ikke tilgang til den gamle adressen",
            "Ich habe keinen Zugriff auf meine alte Adresse",
            "I have no access to my old address",
        ),
        say(
            """\
Lenker for nytt passord går bare til adressen kontoen har. Uten den:

- Er du i samme firma, be en administrator legge deg til med den nye adressen.
- Er det ingen andre, [skriv til oss](/help/contact/?about=old-address): firma, gammel og ny adresse. Vi ringer firmaet før
  vi endrer noe.
- Husker du verken adresse eller brukernavn, [skriv også til oss](/help/contact/?about=forgotten).
""",
            """\
Links für ein neues Passwort gehen nur an die Adresse des Kontos. Ohne sie:

- Sind Sie im selben Unternehmen, lassen Sie sich von der Administratorrolle mit der neuen Adresse hinzufügen.
- Gibt es sonst niemanden, [schreiben Sie uns](/help/contact/?about=old-address): Unternehmen, alte und neue Adresse. Wir
  rufen im Unternehmen an, bevor wir etwas ändern.
- Wissen Sie weder Adresse noch Benutzernamen, [schreiben Sie uns ebenfalls](/help/contact/?about=forgotten).
""",
            """\
Links for a new password go only to the address that the account has. Without it:

- If you are with the same company, let an administrator add you with the new address.
- If there is nobody else, [write to us](/help/contact/?about=old-address): company, old and new address. We call the
  company before we change anything.
- If you know neither address nor user name, [write to us too](/help/contact/?about=forgotten).
""",
        ),
    ),
)
