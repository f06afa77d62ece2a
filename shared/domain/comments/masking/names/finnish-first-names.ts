/**
 * First names that are common in Finland among Finnish speakers, of all ages, with what people call each other. Such names
 * are facts of public statistics; the list was written by hand and takes nothing over from a database.
 */
export const finnishFirstNames: readonly string[] = `
Aada Aaliyah Aapeli Aapo Aappo Aarne Aarni Aaro Aaron Aarre Aarto Aatos Aatu Abel Ada Adalmiina Adele Adolf Agnes
Ahti Ahto Aija Aila Aili Aimo Aini Aino Airi Airit Aki Akseli Aksu Alarik Albert Aleksander Aleksandra
Aleksanteri Aleksi Aleksis Alex Alexander Alexandra Alfred Aliina Aliisa Alina Alisa Allan Alma Alpo Alvar
Alvari Alviina Amalia Amanda Amelia Amelie Amos Anders Andrea Andreas Ane Aneta Anette Angelika Angelina Anita
Anitta Anja Anje Anna Annala Anne Anneli Annemari Annette Anni Anniina Annika Annikka Annikki Annu Annukka Anselmi
Anssi Anteri Antero Anton Antsa Antti Anttoni Anu Ari Aria Ariel Arja Armas Armi Arnold Arsi Arska Arto Arttu
Artturi Arvi Arvid Asko Asla Asser Assi Assu Asta Astrid Atso Atte Aukusti Auli Aulikki Aulis Aune Auri Aurora Auvo
Axel Beata Benjam Benjamin Bertta Betty Bianca Birgit Birgitta Börje Carita Carola Cecilia Celia Charlotta Christa
Christian Christina Dani Daniel Daniela Daniella David Diana Dina Ditte Eana Ebba Edit Edla Edvard Edvin Eeki Eela
Eeli Eelis Eemeli Eemil Eenokki Eerik Eerika Eerikki Eerin Eero Eetu Eeva Eevastiina Eevert Eeverti Eevi Eevu Eija
Eila Einari Eini Eino Eira Ekku Elea Eleanoora Elena Eleonoora Eleonora Eliana Elias Eliel Eliina Elina Elisa
Elisabet Eliza Elja Eljas Ella Ellen Elli Ellinoora Elma Elmer Elmeri Elmo Elna Eloise Elsa Else Elsi Eltsu Elvi
Elviira Eme Emil Emilia Emma Emmaleena Emmi Emppu Enni Ensio Enska Eric Erica Erik Erika Erja Erkka Erkki Erkko
Ernest Ernesti Erno Esa Esaias Eskil Esko Esme Essi Estelle Ester Esteri Ethel Eufemia Eugen Eva Eveliina Evelina
Evert Fanni Fanny Fiina Fiona Frans Fransi Freja Frida Gabriel Gerda Göran Hagar Haisla Hanna Hannaleena Hanne
Hannele Hannes Hannu Harald Harri Harriet Harry Heidi Heikki Heini Heino Helen Helena Helga Helge Heli Helinä Heljä
Helka Hellevi Helmeri Helmiina Helvi Hemmi Hemminki Henna Hennariikka Henni Henniina Henri Henriika Henriikka
Henrik Henry Hermanni Hermi Hertta Hessu Hilda Hilkka Hillevi Hilma Hilppa Hilu Hugo Huugo Iia Iida Iidu Iina
Iines Iiris Iiro Iisa Iisakki Iisu Iita Iivari Iivo Ilari Ilja Ilkka Ilmari Ilmo Ilona Ilpo Ilppo Ilse Immi Immo Ina
Inari Indira Inga Inger Inka Inkeri Inna Ira Irene Irina Iris Irja Irma Irmeli Isa Isabel Isabella Isak Isla Ismo
Isto Ivar Jaakkima Jaakko Jaakob Jaana Jaani Jade Jalmari Jami Jan Jane Janette Jani Janica Janika Janina
Janita Janna Janne Janni Jannika Jannina Jape Jarano Jare Jari Jarkko Jarmo Jarno Jaska Jasmiina Jasmin Jasmine
Jasper Jasu Jauri Jenna Jenni Jenny Jere Jeremia Jeremias Jermu Jerry Jesper Jesse Jessica Jetro Jimi Jimmy Jirko
Joa Joakim Joel Joeli Johan Johanna Johannes John Jonatan Jonathan Joni Jonna Jonne Jonni Jonsu Jonttu Jooa Joona
Joonas Joonatan Jooseppi Jorma Josefiina Josefin Jouko Jouni Jousia Judit Juha Juhana Juhani Juho Juice Jukka Jukkis
Juko Julia Julianna Julius Jussi Justiina Justus Jutta Juudit Juuli Juulia Juuso Jyri Jyrki Kaapo Kaapro Kaarina
Kaarle Kaarlo Kaie Kaija Kaiju Kaisa Kaisla Kaisu Kaitsu Kaj Kake Kalervo Kalevi Kalevo Kalle Kari Kariitta Karin
Karita Karl Karla Karo Karoliina Karolina Karri Kasper Kasperi Kastehelmi Kata Katariina Kati Katja Katju Katri
Katriina Katriine Kauko Keijo Keimo Keiu Kerkko Kerttu Kerttuli Ketti Keviina Kia Kiia Kiira Kim Kimberly Kimi Kimmo
Kira Kirsi Kirsti Klaara Klaus Konsta Konstantin Kosti Kreeta Krista Kristian Kristiina Kristina Kristo Kristoffer
Kullervo Kustaa Kustavi Kyllikki Kyösti Köpi Laila Lari Laria Lars Lasse Lassi Laura Lauri Lea Leea
Leena Leeni Leevi Leevia Leila Leksa Lenita Lenni Leo Leona Leonard Liam Lida Liinu Liisa Liisi Liisu Lilia Lilian
Lilli Lily Lina Linda Linnea Lisbet Livia Lotta Loviisa Luca Luka Lukas Luukas Lyly Lyydia Lyyli Maaret Maaria
Maarika Maarit Madde Maija Maiju Maire Maisa Maisu Maj Malin Manu Margareta Margit Mari Maria Marianna Marianne
Mariel Marietta Mariia Marika Marikki Marita Maritta Marja Marjaana Marjaliisa Marjatta Marjis Marjo Marjukka Marjut
Markku Marko Markus Martti Masa Masi Matias Matilda Matti Mattis Mauno Maunu Mauri Max Maxim Meeri Meimi Meliina
Melina Melissa Merja Merli Merri Mervi Mette Mia Micke Mico Miia Miika Miikka Miikkael Miina Miio Miisa Mika Mikael
Mikaela Mikaeli Mike Mikko Mikku Mila Milana Milja Milka Milla Milo Mimi Mimmi Mimosa Minea Minja Minka Minna Minni
Minttu Mio Mira Miranda Mirella Miriam Mirja Mirjam Mirjami Mirka Mirkka Mirkku Miro Mirva Miska Misu Mona Monica
Monika Moona Naemi Nanna Nanni Natalia Natalie Nea Neea Neela Nella Nelli Nelma Netta Nette Nia Niclas Nico Niila
Niilo Niina Niki Nikke Niklas Niko Nikolai Nils Nina Ninni Noa Noel Nooa Noomi Noora Nora Norma Nuutti Nyyrikki Oili
Oiva Okko Okku Olavi Oleg Olga Oliivia Oliver Olivia Olli Olma Olna Olviina Ona Onerva Oona Orvokki Oskar
Oskari Osku Osma Osmo Ossi Otava Oula Outi Paavali Paavo Pali Pamela Panu Pasi Patricia Patrick Patrik Paula
Pauli Pauliina Paulina Paulus Pehr Peik Pekka Pekko Pellervo Pentti Peppi Peppiina Pertsa Pertti Perttu Pessi
Peter Petja Petri Petrus Petteri Pexi Pia Pietari Pietu Pihla Piia Piita Piitu Pinja Pipsa Pirita Piritta
Pirjo Pirkka Pirkko Pirre Pontus Pyry Päivi Päivikki Päiviö Pälvi Pärttyli Raafael Raakel Raija Raila Raili Raimo
Raine Rainer Raisa Ralf Rami Ramona Rane Rasmus Rauli Rauni Rauno Rautio Rea Rebecca Rebekka Reeta Reetta Reija
Reijo Reima Reimo Reino Reiska Renja Rickard Riia Riikka Riiko Riina Riitta Rikhard Rikhart Riku Rita Ritu Ritva
Robert Robin Roni Ronja Ronni Roope Roosa Rosa Rosita Roy Ruth Saana Saani Saara Saija Saila Saima Saimi Sakari Saku
Salla Salme Salomo Salomon Sami Sampo Samppa Sampsa Samu Samuel Samuli Sandra Sanelma Sani Sanna Sanni Sanppa Sanski
Santeri Santra Santtu Sara Sari Sarita Saska Satu Sauli Sebastian Seela Seija Selina Selja Selma Senja Senni Seppo
Serafiina Sergei Severi Sibylla Signe Sihja Siina Siiri Siiru Silja Silva Silvia Simeoni Simo Simon Simppa
Sinikka Sinja Sirja Sirke Sirkka Sirkku Sirpa Sofia Sohvi Soile Soili Soini Sonja Stefan Stella Stiina
Suometar Susan Susanna Susanne Susu Sylvi Sylvia Synnöve Säde Taavetti Taavi Tahvo Taija Taina Talvikki
Tamara Tami Taneli Tanja Tapani Tapio Tara Tarja Tarmo Taru Tatjana Tatu Tauno Tea Teea Teemu Teija Teijo Tellervo
Telma Teo Teodor Tepa Teppo Teresa Teresia Terhi Terho Tero Terttu Tessa Theo Thomas Tia Tiia Tiila Tiina Tiiti
Tiitus Tilda Tilja Tilla Timi Timo Timppa Tinja Tinka Tinttu Titta Tobias Toini Tomi Tommi Tommy Toni Tony Topi
Topias Torsti Touko Tuija Tuire Tuitu Tuomas Tuomo Tupu Turkka Turo Tuukka Tuula Tuulia Tuulikki Tuure Tyko Tytti
Ulla Ulla-Maija Ulpu Ulriikka Uma Unna Unni Unto Uolevi Uoti Urho Urmas Urpo Ursula Uuno Vaito Valde Valdemar
Valentin Valma Valpuri Valtteri Vanamo Vanessa Vappu Varpu Vaula Veera Veeti Veijo Veikko Veli-Matti Velipekka
Venla Vera Verna Verneri Veronika Vertti Vesku Viena Vihtori Viivi Viivu Viktor Viktoria Vilhelm Vilhelmiina Vilho
Vili Viljami Viljo Ville Vilma Vilppu Vincent Viola Virpi Virva Virve Vuokko Väinämö Väinö Wilhelm Wilhelmiina Wille
Wilma Ylermi Yrjänä Yrjö Yrsa Åke Åsa Äijö Öysti
`
  .trim()
  .split(/\s+/);
