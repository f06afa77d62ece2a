/**
 * Surnames that are common in Finland, by the most part Finnish. Such names are facts of public statistics; the list was
 * written by hand and takes nothing over from a database.
 */
export const surnames: readonly string[] = `
Aaltonen Ahlgren Ahlqvist Ahlstedt Ahokas Ahola Ahonen Ahtiainen Ahtola Airaksinen Alajärvi Alasalmi
Alatalo Anttila Arola Arvonen Asikainen Astikainen Auvinen Avikainen Eerola Eklund Ekman Elovaara Enqvist Erkkilä
Erola Eronen Eskelinen Eskola Fagerholm Forsman Granlund Grönlund Grönroos Haapakoski Haapala Haapanen Haapaniemi
Haapasalo Haataja Haavisto Hakala Hakkarainen Hakulinen Hallikainen Halmetoja Halonen Halttunen Hannula Harjula
Harjunen Harmaala Hartikainen Hartonen Hassinen Hautala Hautamäki Haverinen Havukainen Heikkilä Heikkinen Heikkonen
Heikura Heimonen Heino Heinola Heinonen Heiskanen Helander Helenius Helin Helminen Hietala Hietanen Hietaniemi
Hietaranta Hiitola Hiltunen Hintikka Hirsimäki Hirvelä Hirvonen Hoikkala Hokkanen Holmberg Holmström Holopainen
Honkala Honkanen Honkonen Hopponen Huhta Huhtala Huhtanen Huovinen Huttunen Huusko Huuskonen Hynninen Hyppönen
Hyttinen Hyvärinen Hyvönen Hyyppä Häkkinen Hämeenaho Hänninen Härkönen Häyrinen Ihalainen Iivonen Ikonen Ilvonen
Immonen Inkinen Innanen Isokangas Isotalo Itkonen Jaakkola Jaatinen Jalava Jalkanen Jalonen Janatuinen Janhunen
Jantunen Jarva Jauhiainen Jokela Jokinen Jokiranta Joronen Julkunen Junnila Junnonen Junttila Juntunen Jurvanen
Jussila Jutila Juutinen Juvonen Jämsä Järvelä Järveläinen Järvenpää Järvinen Jääskeläinen Kaartinen Kaikkonen
Kainulainen Kalliomäki Kankaanpää Kantola Karhula Karhunen Karila Karppinen Karttunen Karvonen Kaukonen Kauppila
Kauppinen Kaurala Kekkonen Kemppainen Kervinen Keränen Keskitalo Ketola Kettula Kettunen Kiiskinen Kilpeläinen
Kilpinen Kinnari Kinnula Kinnunen Kivelä Kivimäki Kiviniemi Kivistö Klemola Koistinen Koivisto Koivula Koivunen
Koivuniemi Kokkonen Kolehmainen Komulainen Kontkanen Koponen Kopra Korhola Korhonen Korkala Korpela Korpinen
Kortelainen Koskela Koskimäki Koskinen Koskiniemi Kosonen Kostiainen Kotila Kotilainen Kuisma Kuivalainen Kujala
Kukkonen Kumpulainen Kuosmanen Kurkela Kuronen Kuusela Kuusinen Kuusisto Kyllönen Kähkönen Kärkkäinen Kärnä Laaksola
Laaksonen Laamanen Lahtinen Laine Laitinen Lamminen Lampela Lampinen Lankinen Lassila Laukkanen Lauri Laurila
Lauronen Lehmusvuori Lehtimäki Lehtinen Lehtola Lehtonen Lehtovaara Leino Leinonen Lemmetyinen Lepistö Lepola
Leppälä Leppänen Leskinen Liimatainen Liljeström Lindroos Lintunen Lipponen Liukkonen Loikkanen Louhivuori
Luostarinen Luukkonen Lyytinen Lähteenmäki Maijala Makkonen Malinen Mannila Manninen Markkanen Markkula Martikainen
Marttila Marttinen Matikainen Mattila Mattinen Maunula Mehtonen Melin Merilä Metsola Metsälä Metsänen Metsäranta
Mielonen Mietola Miettinen Mikkola Mikkonen Moilanen Mononen Muhonen Muittari Multanen Murtonen Mustajärvi
Mustakallio Mustonen Mykkänen Myllylä Myllymäki Myllynen Mäkelä Mäkeläinen Mäkilä Mäkinen Mäkipää Mällinen Mäntylä
Mäntynen Määttä Määttänen Naukkarinen Nenonen Nevalainen Niemelä Nieminen Nikkanen Nikkilä Nikkinen Nikula Niskanen
Nissinen Nokelainen Nokkala Nousiainen Nummela Nummelin Nurmela Nurminen Nuutinen Nykänen Nyman Oikarinen Oinonen
Ojaharju Ojala Ojanen Ojaniemi Okkonen Oksanen Olkkonen Ollikainen Ollila Paajanen Paalanen Paananen Paasonen
Paavola Pajunen Pakarinen Pakkala Palomäki Palonen Palosaari Papinniemi Parikka Parkkinen Partanen Parviainen
Pasanen Paukkunen Pekkala Pekkarinen Pelkonen Peltola Peltomaa Peltonen Peltoniemi Pennala Pennanen Penttilä
Penttinen Perttula Perttunen Perälä Pesonen Pietikäinen Pietilä Pihlajamäki Piippo Piirainen Piiroinen Pirinen
Pirttilä Pitkänen Pohjonen Poikonen Poutiainen Puhakka Pulkkinen Puputti Puranen Purhonen Pursiainen Puttonen
Puustinen Pyykkö Pyykkönen Pääkkönen Pöllänen Pöntinen Raappana Raatikainen Rahikainen Rahkonen Raitanen Raitio
Rajala Rantakokko Rantala Rantamäki Rantanen Rauhala Rautanen Rautavaara Rautiainen Rautio Rekola Repo
Riihimäki Riikonen Rinne Rintala Rintamäki Rissanen Ritola Romppanen Ronkainen Ronkanen Roponen Rossi Rouhiainen
Ruohonen Ruokolainen Ruokonen Ruuska Ruuskanen Ryynänen Räihä Räikkönen Rämö Räsänen Räty Rönkkö Rönkä Röyhkä
Saarela Saarenmaa Saarikoski Saarinen Saastamoinen Saharinen Sainio Salmela Salmenkivi Salminen Salminiemi
Salokangas Salonen Samuelsson Santala Sarajärvi Sarkkinen Sauramo Savela Savinainen Seppälä Seppänen Siekkinen
Sihvonen Siitonen Silander Sillanpää Siltala Siltanen Silvasti Silvennoinen Simola Simonen Sinisalo Sinkkonen Sipilä
Sipola Sirola Sirviö Sivonen Soikkeli Soini Soininen Sorjonen Suhonen Sumelius Sundqvist Suokas Suomela Suominen
Suonpää Suutarinen Syrjälä Syrjänen Särkinen Takala Talvitie Tamminen Tamminiemi Tanskanen Tanttu Tarkiainen
Tarvainen Taskinen Tauriainen Tenhunen Teppo Tervo Tervonen Tiainen Tiihonen Tiilikainen Tiittanen Tikkanen Timonen
Tirkkonen Toikka Toivanen Toivola Toivonen Tolonen Tolvanen Tommila Torkkeli Torvinen Tossavainen Tuhkanen Tuomainen
Tuomela Tuominen Tuomisto Tuomola Tuononen Tuovinen Turpeinen Turtiainen Turunen Tyni Tähtinen Törmänen Törnroos
Törrönen Uotila Urpilainen Utriainen Uusimäki Uusitalo Vahtera Valkama Valkeapää Valkonen Valtonen Vanhala Vanhanen
Varjola Vartiainen Vatanen Vehviläinen Vesala Vesterinen Vihavainen Viherlaakso Viinikainen Viitala Viitanen
Viitasalo Vilén Viljakainen Viljanen Vilkman Vilppula Virkkunen Virtala Virtanen Voutilainen Vuolle Vuorela Vuorinen
Väisänen Välimaa Välimäki Vänskä Väyrynen Väänänen Wallenius Wikman Wirén Ylitalo Ylönen Yrjölä Äijälä
Ärölä Öhman Östman
`
  .trim()
  .split(/\s+/);
