"""Conversations in German."""

from typing import Final

THREADS: Final = """
# fault excavator | {Hydrauliköl unter dem Bagger|Schlauch am Stiel schwitzt Öl|Drehdurchführung undicht}
c*oil 0 Guten Morgen, unter {machine} steht seit gestern Öl, geschätzt {ein halber Liter|eine Tasse}. Druck und Bewegungen sind normal. {Können wir weiterarbeiten?|Hält das bis zum Wochenende?}
s 1.5 Guten Morgen, danke für das Bild. Das sieht nach einer Dichtung an der Drehdurchführung aus. Sie können weiterarbeiten, bitte prüfen Sie den Ölstand vor jeder Schicht. Wie viele Stunden zeigt die Maschine?
c 2 {hours} Stunden.
n 0.3 Dichtsatz liegt in Hamburg. Zweiter {model} in diesem Jahr, beim Hersteller nachfragen.
s 21 Der Dichtsatz kommt morgen, Herr Petrović ist am Donnerstag um 7 Uhr bei Ihnen. Bitte einen ebenen Platz frei halten, an dem wir den Ausleger ablegen können.
c 3 Passt, {place}, wir halten den Platz frei.
s 45 Dichtung gewechselt, eine Stunde warm gefahren, alles trocken. Bitte in einer Woche noch einmal nachsehen.
c 60 Weiterhin trocken. Vielen Dank für die schnelle Hilfe.

# fault excavator | {Kette läuft schief|Kette schlägt am Rahmen}
c 0 Bei {machine} läuft die {rechte|linke} Kette nicht mittig. Wir haben gestern nachgespannt, das hielt eine Stunde.
s 3 Bitte nicht weiter im Fels fahren, bis wir die Rollen gesehen haben. Können Sie ein Bild genau von hinten machen?
c*track 4 Anbei. Links passt ein Finger dazwischen, rechts vier.
s 2 Danke, das ist die vordere Laufrolle. Wir haben sie da und kommen morgen Vormittag.
n 20 Laufrolle gewechselt, 3,5 Stunden mit Anfahrt.
s 1 Die Rolle ist gewechselt. Bitte nach zehn Stunden nachspannen, im Handbuch auf Seite 88.
c 24 Läuft gerade, danke.

# fault excavator | {Leistung fällt ab, wenn er warm ist|Drehzahl bricht unter Last ein}
c 0 Nach etwa zwei Stunden wird {machine} träge. Kalt ist alles in Ordnung, keine Meldung im Display.
s 2 Das klingt nach Kraftstofffilter oder Luft im System. Wann wurden die Filter zuletzt gewechselt?
c 1.5 Das steht leider nirgends.
s 1 Dann fangen wir damit an. Der Filtersatz für {model} ist am Lager. Sollen wir ihn schicken oder den Wechsel machen?
c 4 Bitte schicken, wir wechseln selbst.
s 25 Ist unterwegs, Sie haben ihn morgen. Bitte danach mit der Handpumpe entlüften, bis sie fest wird.
c 52 Es war der Filter, schwarz wie Kaffeesatz. Er zieht wieder.

# fault wheel-loader | {Bremsdruck zu niedrig|Warnlampe Bremse an der Rampe}
c 0 An der Rampe bei {place} leuchtet bei {machine} kurz die Warnlampe für den Bremsdruck. Der Fahrer möchte so nicht weiterfahren.
s 0.7 Richtig so. Bitte nur noch in der Ebene bewegen, bis wir gemessen haben. {Heute Nachmittag|Morgen früh} kann ich da sein.
c 1 Gut, bitte an der Pforte nach mir fragen.
n 6 Speicher hält den Druck nicht. Neuer bestellt, zwei Tage.
s 0.5 Der Druckspeicher ist müde. Der neue kommt in zwei Tagen, bis dahin bitte Unterlegkeile über Nacht.
s 49 Neuer Speicher eingebaut, der Druck steht auch nach einer Stunde bei 160 bar.
c 2 Danke, das ging zügig.

# fault wheel-loader winter | Lenkung {schwergängig|ruckelt bei Kälte}
c 0 {machine} lenkt morgens die ersten zehn Minuten sehr schwer. Liegt das am Öl?
s 4 Meistens ja. Ist 46er oder 32er im Tank?
c 2 46, so steht es auf dem Fass.
s 1 Dann empfehle ich für den Winter 32 und fünf Minuten Leerlauf, bevor Sie voll einschlagen.
c 28 Umgefüllt, deutlich besser.

# fault generator | {Stromerzeuger geht unter Last aus|Stromerzeuger springt nicht an}
c 0 {machine} {geht nach einer Viertelstunde aus, sobald die Container am Netz sind|dreht, zündet aber nicht}. Batterie ist geladen, Diesel frisch. Auf der Baustelle wartet alles darauf, es eilt ein wenig.
s 0.4 Ich rufe gleich an. Bitte schon einmal den Wasserabscheider unter dem Filter ablassen.
n 0.3 Telefonat geführt. Ersatzgerät steht in München bereit, falls nötig.
c 1.2 Da kam fast ein Glas Wasser heraus. Er läuft!
s 0.6 Sehr gut. Bitte jede Woche ablassen und den Deckel unter ein Dach.
c 22 Hat die ganze Nacht durchgehalten. Danke!

# fault generator | {Spannung schwankt zwischen 215 und 240 V|Licht im Container flackert}
c 0 Im Büro-Container flackert das Licht, die Spannung an {machine} geht auf und ab, auch ohne Last.
s 2 Das ist vermutlich der Regler. Lesen Sie bitte die Stunden ab und ob auf dem Schild hinter {serial} ein A oder ein B steht.
c*plate 3 {hours} Stunden, es steht ein B. Bild vom Schild liegt bei.
s 1 Danke, dann weiß ich, welcher. Am Mittwoch bauen wir ihn ein.
s 46 Eingebaut, 230 V mit und ohne Last.
c 2 Bestätigt, das Licht ist ruhig.

# fault tester-case | {Zeigt E-07 beim Einschalten|Display bleibt dunkel}
c*error 0 {machine} {meldet E-07 und piept|bleibt dunkel, piept aber}. Batterien sind neu. Am Freitag haben wir eine Abnahme.
s 1 E-07 ist der Selbsttest des Schleifenkreises. Bitte die Prüftaste zehn Sekunden halten und dabei einschalten. Kommt die Meldung wieder?
c 1 Ja, leider.
s 0.7 Dann schicken wir heute ein Leihgerät, das reicht bis Freitag. Ihres legen Sie bitte in denselben Karton.
n 0.2 Leihgerät LG-09 ist raus, Rückgabe in 14 Tagen.
c 28 Das Leihgerät ist da, unseres ist unterwegs.
s 118 Platine auf Garantie getauscht und neu kalibriert, der Schein liegt bei.
c 30 Angekommen, Leihgerät ist zurück. Vielen Dank.

# fault torque-wrench | {Löst nicht mehr aus|Zeigt zu wenig an}
c 0 {machine} {löst bei 120 Nm nicht mehr aus|liegt gegenüber einem neuen Schlüssel zu niedrig}.
s 5 Wann war er zuletzt in der Kalibrierung?
c 3 Vor gut einem Jahr. Bei uns läuft er jeden Tag.
s 1 Dann ist es die Feder. Schicken Sie ihn bitte ein, Justage und Kalibrierung zum Festpreis, vier Arbeitstage.
c 26 Ist unterwegs.
s 98 Justiert, die Abweichung liegt unter 1 %. Beim nächsten Mal bitte nach 5.000 Auslösungen.
c 20 Liegt wieder gut in der Hand. Danke.

# fault printer | {Papierstau in Fach 2|Zieht zwei Blätter ein}
c 0 {machine} hat mehrmals am Tag Stau in Fach 2. Papier gewechselt, Rollen gereinigt.
s 2 Ist es immer dieselbe Stelle am Blatt? Ein Bild hilft mir.
c*jam 3 Immer ganz vorne geknickt, siehe Bild.
s 1 Dann ist es die Trennrolle. Ich schicke einen Rollensatz, der wird ohne Werkzeug eingeklickt und geht auf Garantie.
c 50 Eingesetzt, seit hundert Seiten Ruhe.

# fault printer | {Streifen auf jeder Seite|Graue Flecken im Druck}
c 0 Alle Seiten aus {machine} haben rechts einen {dunklen Streifen|grauen Fleck}. Auf den Lieferscheinen sieht das nicht gut aus.
s 3 Das ist die Trommel. Was sagt der Zähler?
c 1 {hours} Seiten.
s 1 Dann hat sie ihre Arbeit getan. Die neue ist am Lager, soll ich sie auf Ihr Konto schicken?
c 2 Ja bitte, Bestellzeichen {place}.
s 22 Ist unterwegs. Die alte vor dem Herausnehmen leicht kippen, dann staubt es weniger.
c 28 Sauber, danke.

# fault copier | {Scan an E-Mail kommt nicht an|Nach dem Update kein Netz}
c 0 Seit {dem neuen Server|dem Wochenende} kommt von {machine} kein Scan mehr an. Am Gerät steht «gesendet».
s 1 Dann wird wohl der Absender bei Ihnen abgewiesen. Kann Ihre IT prüfen, ob das Gerät über Port 587 senden darf?
c 23 Freigegeben, drei alte Scans kamen auf einmal.
s 1 Gut. Die Einstellung ist nun auf dem Gerät gesichert und übersteht das nächste Update.

# consumables printer | {Toner fast leer|Toner bis morgen nötig}
c 0 {machine} steht bei 4 %. Können zwei Kartuschen heute noch mit?
s 0.6 Ja, zwei XL gehen heute Abend mit, Sie haben sie vor 10 Uhr. Leere Kartuschen nimmt der Fahrer mit.
c 20 Um 9 Uhr angekommen. Perfekt.

# consumables copier | Resttonerbehälter voll
c 0 {machine} druckt nicht mehr, der Resttonerbehälter ist voll. Im Shop finden wir ihn nicht.
s 1.5 Er liegt jetzt in Ihrem Warenkorb und ist am Lager. Mit «Fortsetzen» schafft das Gerät noch 500 Seiten.
c 2 Bestellt, und der Trick hilft. Danke!

# consumables excavator | Welche Zähne passen auf {den neuen Löffel|den Felslöffel}?
c 0 Wir haben für {machine} einen Löffel gebraucht gekauft. Woran erkennen wir die Größe der Zähne?
s 2 Messen Sie den Halter innen, unten an der Sicherung. 45 mm ist bei {model} üblich, 60 am Felslöffel.
c 4 45. Dann passt, was wir haben?
s 0.5 Ja. Stift und Sicherung bitte neu, die alten halten selten ein zweites Mal.
c 24 Sitzt alles. Danke.

# consumables torque-wrench | Ersatz für die Umschaltung
c 0 An {machine} ist der Hebel der Umschaltung gebrochen. Gibt es den einzeln?
s 3 Ja, als Satz mit Feder und Kugel. Nach dem Einbau bitte einmal zur Kalibrierung, die Ratsche gehört zum Messweg.
c 20 Dann schicken wir ihn gleich ein.
s 90 Eingebaut und kalibriert, ist auf dem Rückweg.

# move generator | Stromerzeuger umsetzen, {nächste Baustelle|neue Fläche}
c 0 {machine} muss {am Montag|nächste Woche} von {place} weg. Haben Sie einen Wagen mit Kran? Die Einfahrt ist nur drei Meter hoch.
s 2 Dienstag ab 8 Uhr ist frei. Bitte den Tank unter halb voll, dann entfällt der Zuschlag. Wer nimmt am Ziel an?
c 3 Das mache ich selbst.
n 0.5 Kranwagen Dienstag 8 Uhr, Durchfahrt 3,0 m.
s 47 Umgesetzt und in Betrieb, Erder gemessen mit 12 Ohm.
c 4 Danke, alles bestens.

# move copier | Kopierer {in den ersten Stock|ins neue Büro}
c 0 Wir ziehen um, {machine} soll {einen Stock höher|in das andere Gebäude}. Dürfen wir ihn selbst schieben?
s 4 Lieber nicht, das Vorlagenglas mag keine Türschwelle. Wir brauchen eine halbe Stunde, berechnet wird eine Anfahrt. Ab wann ist der Raum frei?
c 26 Ab Donnerstag.
s 48 Steht und ist im Netz, die Scans sind geprüft.
c 2 Danke!

# meter construction | {Falscher Zählerstand|Zahlendreher bei der Ablesung}
c 0 Bei {machine} habe ich mich vertan, richtig ist {hours}.
s 1 Ist berichtigt, Sie sehen es im Verlauf.
c 1 Danke.

# meter copier | Zähler nach Reparatur auf null
c 0 Nach dem Tausch der Platine zählt {machine} wieder von vorn. Was sollen wir melden?
s 3 Danke für den Hinweis. Was stand vorher da?
c 1 {hours}, steht auf dem letzten Ausdruck.
s 2 Das rechnen wir dazu, Sie melden ab jetzt nur noch, was im Display steht.
c 4 Gut.

# account - | {Kollege kommt nicht hinein|Anmeldung nach dem Urlaub}
c 0 Ein {neuer Kollege|Kollege} kann sich nicht anmelden, das Passwort soll stimmen.
s 0.7 Sein Konto ist noch nicht eröffnet, er hat den Link aus der Einladung nicht geöffnet. Unter «Unser Unternehmen» können Sie sie erneut senden, sie gilt dann 90 Tage.
c 2 Lag im Spam. Jetzt ist er drin, danke.

# account - | Neue Lieferadresse {für eine Baustelle|für ein Außenlager}
c 0 Wir bekommen {eine neue Baustelle|ein Außenlager}. Tragen Sie die Adresse ein oder wir?
s 1 Das können Sie unter «Unser Unternehmen, Adressen» selbst. Tor und Annahmezeiten gern in den Namen, der Fahrer liest es.
c 3 Erledigt.

# account - | Wer darf {bestellen|Preise sehen}?
c 0 Kann ein Vorarbeiter Teile zusammenstellen, ohne zu bestellen?
s 5 Ja, geben Sie ihm die Rolle Service. Bestellen können dann nur Einkauf und Verwaltung.
c 2 So machen wir es.

# invoice - | {Menge auf Rechnung {invoice} stimmt nicht|Rechnung {invoice} ohne Bestellzeichen}
c 0 Auf Rechnung {invoice} {stehen sechs Stück, geliefert wurden vier|fehlt unser Bestellzeichen}. Bitte vor der Zahlung berichtigen.
s 2 Sie haben recht. Sie erhalten eine Gutschrift und eine neue Rechnung, die Zahlungsfrist beginnt dann neu.
n 0.2 Buchhaltung informiert, Gutschrift heute.
c 20 Neue Rechnung liegt vor und ist freigegeben.

# invoice - | {Sammelrechnung möglich?|Rechnung als ZUGFeRD}
c 0 Wir bekommen viele kleine Rechnungen. Geht {eine im Monat|auch ein elektronisches Format}?
s 3 Ja, ab dem nächsten Ersten. Das Bestellzeichen jeder Lieferung steht in der Zeile.
c 24 Das spart uns viel Arbeit, danke.

# invoice - | Doppelt gezahlt
c 0 {invoice} haben wir offenbar zweimal überwiesen. Können Sie das prüfen?
s 4 Stimmt, der Betrag kam zweimal. Rücküberweisen oder verrechnen?
c 1 Bitte verrechnen.
s 1 Steht als Guthaben auf Ihrem Konto.

# contact excavator | {Einweisung für neue Fahrer|Schulung am Schwenklöffel}
c 0 Wir haben {zwei|drei} neue Fahrer ohne Erfahrung mit Schwenklöffel. Bieten Sie Einweisungen an?
s 6 Ja, ab drei Personen kommen wir für einen halben Tag auf Ihre Baustelle, mit Ihrer Maschine.
c 26 Dann bitte übernächste Woche.
s 2 Mittwoch 8 Uhr ist eingetragen. Bitte Sicherheitsschuhe nicht vergessen.
c 70 War sehr gut, die Fahrer sind zufrieden.

# contact - december | {Betriebsferien im Dezember|Erreichbar zwischen den Jahren?}
c 0 Wir arbeiten zwischen den Jahren. Ist jemand erreichbar, wenn etwas steht?
s 2 Die Notfallnummer ist täglich von 7 bis 19 Uhr besetzt, das Lager am Montag und Mittwoch vormittags.
c 1 Danke, dann wissen wir Bescheid.

# contact construction | {Nächste Wartung|Wann ist die Wartung fällig?}
c 0 Wann ist {machine} wieder dran? Stand heute: {hours}.
s 3 Bei den nächsten vollen 500. Wir melden uns zwei Wochen vorher, das ergibt sich aus Ihren Ablesungen.
c 2 Gut, dann müssen wir nicht daran denken.

# contact torque-wrench | Kalibrierschein {fehlt|für das Audit}
c 0 Wir haben {am Donnerstag|nächste Woche} ein Audit und finden den Schein zu {machine}, {serial}, nicht. Haben Sie eine Kopie?
s 0.8 Ja, vom Frühjahr. Ich habe sie Ihnen eben per E-Mail geschickt.
c 0.5 Gerettet, danke!
"""
