"""The companies as a table a person can read.

Norwegian: number | name | domain | tier | group | weight | street, postcode, town | delivery addresses, each
set apart by /. German: the same with court and kind of registration before the billing address.
"""

NORWEGIAN = """
104233 | Fjordbygg AS | fjordbygg | gold | building | 95 | Kjøpmannsgata 40, 7011, Trondheim | E6 Sluppen, port 3, Sluppenvegen 18, 7037, Trondheim / Lager Heimdal, Industrivegen 31, 7080, Heimdal / Moholt B3, Jonsvannsveien 82, 7050, Trondheim / Verksted, Fossegrenda 15, 7038, Trondheim
101512 | Nordlys Drift AS | nordlys-drift | platinum | municipal | 230 | Storgata 112, 9008, Tromsø | Driftssentral Tromsdalen, Tomasjordvegen 64, 9024, Tomasjord / Lager Alta, Betongveien 9, 9515, Alta / Depot Harstad, Mercurveien 21, 9408, Harstad
102046 | Kystbetong AS | kystbetong | gold | building | 120 | Keiser Wilhelms gate 29, 6003, Ålesund | Blandeverk Breivika, Breivikvegen 44, 6018, Ålesund / Kai Molde, Fabrikkvegen 8, 6415, Molde
103318 | Trønder Maskin AS | tronder-maskin | gold | building | 110 | Havnegata 16, 7500, Stjørdal | Verksted, Sutterøgata 5, 7500, Stjørdal / Avdeling Steinkjer, Sjøfartsgata 12, 7714, Steinkjer
103904 | Moholt Entreprenør AS | moholt-entreprenor | silver | building | 60 | Brøsetvegen 168, 7069, Trondheim | Rigg Leangen, Bromstadvegen 59, 7047, Trondheim / Lager, Ranheimsvegen 127, 7053, Ranheim
104611 | Havn & Kai AS | havnogkai | silver | building | 42 | Nyhavna 7, 6509, Kristiansund N | Kai 4, Dageløkkveien 22, 6517, Kristiansund N
105122 | Rana Stålverksted AS | rana-stalverksted | gold | metal | 85 | Svortdalsveien 3, 8624, Mo i Rana | Hall 2, Svortdalsveien 3, 8624, Mo i Rana / Anleggslager, Verkstedveien 40, 8622, Mo i Rana
105377 | Polar Offshore Services AS | polar-offshore | silver | metal | 48 | Strandgata 61, 9600, Hammerfest | Base Polar, Fuglenesveien 150, 9602, Hammerfest
106018 | Indre Fjordane Vegdrift AS | fjordane-vegdrift | silver | building | 38 | Hafstadvegen 42, 6800, Førde | Stasjon Førde, Firdavegen 19, 6800, Førde / Stasjon Sogndal, Hovevegen 5, 6856, Sogndal
106240 | Midtfjord Vann og Avløp IKS | midtfjord-va | silver | municipal | 34 | Kirkegata 55, 7600, Levanger | Renseanlegg Havna, Moloveien 2, 7600, Levanger / Pumpelager Verdal, Nordgata 16, 7650, Verdal
106587 | Skogli Bygg AS | skogli-bygg | silver | building | 26 | Storgata 70, 2609, Lillehammer | Byggeplass Strandtorget, Strandpromenaden 85, 2609, Lillehammer
106833 | Mjøsbyen Elektro AS | mjosbyen-elektro | silver | municipal | 40 | Vangsvegen 73, 2317, Hamar | Lager, Børstadvegen 1, 2319, Hamar / Avdeling Gjøvik, Hunnsvegen 5, 2821, Gjøvik
107109 | Bryggen Rør og Metall AS | bryggen-rm | gold | metal | 70 | Damsgårdsveien 125, 5160, Laksevåg | Verksted, Damsgårdsveien 125, 5160, Laksevåg / Prosjekt Kokstad, Kokstadvegen 23, 5257, Kokstad
107356 | Karmsund Sveis AS | karmsund-sveis | silver | metal | 44 | Haraldsgata 139, 5527, Haugesund | Dokk 1, Garpaskjærvegen 6, 5527, Haugesund
107702 | Jærstål Industri AS | jaerstal | silver | metal | 52 | Gamle Forusveien 10, 4031, Stavanger | Hall A, Kanalsletta 2, 4033, Stavanger / Montasje Sandnes, Hoveveien 9, 4306, Sandnes
108044 | Sørhavn Kran og Transport AS | sorhavn-kran | silver | building | 30 | Vestre Strandgate 23, 4611, Kristiansand S | Kranterminal, Kjøita 40, 4630, Kristiansand S
108390 | Grenland Messing og Ventil AS | grenland-messing | silver | metal | 58 | Porsgrunnsvegen 208, 3736, Skien | Støperi, Rødmyrlia 20, 3735, Skien
108671 | Oslofjord Eiendomsdrift AS | oslofjord-drift | platinum | municipal | 140 | Karl Johans gate 12, 0154, Oslo | Driftsentral Økern, Økernveien 115, 0579, Oslo / Varemottak Lysaker, Lysaker torg 15, 1366, Lysaker / Lager Alnabru, Strømsveien 266, 1081, Oslo
108925 | Romerike Kontorservice AS | romerike-kontor | silver |  | 46 | Storgata 4, 2000, Lillestrøm | Varemottak, Nesgata 19, 2004, Lillestrøm
109248 | Drammen Lys og Skilt AS | drammen-lys | silver | municipal | 28 | Bragernes torg 9, 3017, Drammen | Verksted, Kobbervikdalen 75, 3036, Drammen
109563 | Numedal Presisjon AS | numedal-presisjon | silver | metal | 36 | Kirkegårdsveien 45, 3616, Kongsberg | Maskinhall, Dyrmyrgata 35, 3611, Kongsberg
109811 | Østfold Anleggsteknikk AS | ostfold-anlegg | silver | building | 32 | Mosseveien 60, 1610, Fredrikstad | Anleggslager, Titangata 13, 1630, Gamle Fredrikstad
110127 | Salten Driftsetat KF | salten-drift | silver | municipal | 40 | Sjøgata 21, 8006, Bodø | Uteseksjon, Olav V gate 98, 8008, Bodø / Depot Fauske, Terminalveien 6, 8200, Fauske
110480 | Ofoten Bergverk AS | ofoten-bergverk | gold | building | 90 | Kongens gate 36, 8514, Narvik | Dagbrudd, Fagernesveien 100, 8514, Narvik
110736 | Lofoten Sjømat Teknikk AS | lofoten-teknikk | silver | metal | 22 | Torget 15, 8300, Svolvær | Slipp, Havneveien 4, 8300, Svolvær
111052 | Namdal Maskinlag SA | namdal-maskinlag | silver | building | 24 | Verftsgata 8, 7800, Namsos | Maskinhall, Spillumsvegen 31, 7820, Spillum
111395 | Orkla Dalføre Kraftvedlikehold AS | orkdal-kraft | silver | metal | 20 | Orkdalsveien 84, 7300, Orkanger | Kraftstasjon Svorka, Skolegata 2, 7332, Løkken Verk
"""

GERMAN = """
208117 | Rheintal Metallbau GmbH | rheintal-metallbau | silver | metal | 90 | Mainz HRB | Am Güterbahnhof 14, 55120, Mainz | Werk Mainz, Am Güterbahnhof 14, 55120, Mainz / Montage Halle 3, Industriestraße 44, 55120, Mainz / Baustelle Theodor-Heuss-Ufer, Uferstraße 7, 65203, Wiesbaden
201340 | Neckarstahl Konstruktion GmbH | neckarstahl | gold | metal | 120 | Mannheim HRB | Industriestraße 52, 68169, Mannheim | Werk 1, Industriestraße 52, 68169, Mannheim / Werk 2, Salzachstraße 15, 68199, Mannheim
201877 | Alpkamm Bau GmbH | alpkamm-bau | silver | building | 46 | Kempten HRB | Ulmer Straße 19, 87437, Kempten | Bauhof, Dieselstraße 30, 87437, Kempten
202461 | Schwabenbronze Gleitlager GmbH | schwabenbronze | platinum | metal | 150 | Augsburg HRB | Zirbelstraße 58, 86154, Augsburg | Wareneingang Tor 2, Zirbelstraße 58, 86154, Augsburg / Außenlager, Daimlerstraße 4, 86368, Gersthofen
202938 | Frankenlicht Elektrotechnik GmbH | frankenlicht | silver | municipal | 50 | Nürnberg HRB | Sigmundstraße 177, 90431, Nürnberg | Lager, Sigmundstraße 177, 90431, Nürnberg
203415 | Stadtbetriebe Auental AöR | stadtbetriebe-auental | gold | municipal | 80 | Ulm HRA | Wichernstraße 10, 89073, Ulm | Bauhof Donautal, Daimlerstraße 36, 89079, Ulm / Klärwerk, Seligweilerstraße 2, 89081, Ulm
203902 | Hellweg Tiefbau GmbH & Co. KG | hellweg-tiefbau | gold | building | 100 | Dortmund HRB | Bornstraße 301, 44145, Dortmund | Baustelle Hafen, Drehbrückenstraße 12, 44147, Dortmund / Bauhof, Hannöversche Straße 22, 44143, Dortmund
204388 | Kranwerk Ruhrort GmbH | kranwerk-ruhrort | silver | metal | 44 | Duisburg HRB | Vinckeweg 20, 47119, Duisburg | Halle 5, Vinckeweg 20, 47119, Duisburg
204760 | Domblick Büroservice GmbH | domblick-buero | silver |  | 52 | Köln HRB | Venloer Straße 389, 50825, Köln | Poststelle, Venloer Straße 389, 50825, Köln
205233 | Lahntal Messtechnik GmbH | lahntal-messtechnik | silver | metal | 36 | Wetzlar HRB | Ernst-Leitz-Straße 30, 35578, Wetzlar | Labor, Ernst-Leitz-Straße 30, 35578, Wetzlar
205691 | Weserkante Hafenlogistik GmbH | weserkante | silver | building | 34 | Bremen HRB | Konsul-Smidt-Straße 78, 28217, Bremen | Terminal 2, Senator-Borttscheller-Straße 8, 28197, Bremen
206104 | Leine Anlagenservice GmbH | leine-anlagen | silver | building | 28 | Hannover HRB | Vahrenwalder Straße 205, 30165, Hannover | Werkstatt, Beneckeallee 10, 30419, Hannover
206577 | Elbsand Spezialtiefbau GmbH | elbsand | gold | building | 75 | Hamburg HRB | Billstraße 139, 20539, Hamburg | Gerätepark, Andreas-Meyer-Straße 41, 22113, Hamburg / Baustelle Grasbrook, Dessauer Straße 4, 20457, Hamburg
207048 | Pleißetal Gebäudetechnik GmbH | pleissetal | silver | municipal | 30 | Leipzig HRB | Torgauer Straße 231, 04347, Leipzig | Lager Ost, Torgauer Straße 231, 04347, Leipzig
207520 | Elbflorenz Kunstguss GmbH | elbflorenz-guss | silver | metal | 24 | Dresden HRB | Löbtauer Straße 46, 01159, Dresden | Gießerei, Löbtauer Straße 46, 01159, Dresden
208604 | Dreisam Holz- und Metallwerkstätten eG | dreisam-werkstaetten | silver | metal | 18 | Freiburg GnR | Tullastraße 72, 79108, Freiburg im Breisgau | Werkstatt Nord, Tullastraße 72, 79108, Freiburg im Breisgau
"""
