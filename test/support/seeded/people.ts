/*
 * People who don't exist, for seeding comments. Each name stands with the stem that Finnish endings are put to, behind a
 * slash where it differs. Written for the tests, without a look at the lists that the masking knows: about every fourth is
 * on none of them, as in life.
 */

const listed = (text: string): readonly string[] => text.trim().split(/\s+/);

export const finnishFirstNames = listed(`
Maria Helena Johanna Anneli Kaarina Marjatta Anna Liisa Annikki/Anniki Sofia Elina Katariina Emilia Susanna Kristiina Marja Riitta/Riita Sirpa
Päivi Tuula Tiina Minna Satu Outi/Outi Heidi Laura Jenni Noora Veera Aino Helmi Venla Pinja Milja Iida Juhani Johannes/Johannekse Olavi
Antero Tapani Kalevi Tapio Matti/Mati Mikael/Mikaeli Timo Jari Pekka/Peka Mikko/Miko Juha Antti/Anti Markku/Marku Heikki/Heiki Jukka/Juka Hannu
Sami Ville Janne Petri Marko Jussi Lauri Markus/Markukse Tuomas/Tuomaa Eetu Aleksi Elias/Eliakse Leevi Onni Toivo Väinö Oiva Meri Lahja Rauha
Ilona Ruusu Sini Taika Pyry Otso Ukko Armas/Armaa Lempi/Lemme Aatos/Aatokse Jesse Roope Santeri Miisa Peppi/Pepi Lilja Minea Kerttu/Kertu Irja
Pirkko/Pirko Ritva Raija Seija Leila Arja Eija Merja Sari Tarja Kirsi Jaana Mervi Anu Katja Hanna Sanna Riikka/Riika Jonna Essi Nea Oona Siiri
Aada Eevi Isla Hilla Saana Lumi Kaisla Viivi Elsa Edith/Edithi Alvar/Alvari Oliver/Oliveri Noel/Noeli Eino Hugo Nooa Aaro Eeli Onerva Hilppa Ruska
Tuija/Tuija Jarmo/Jarmo Eveliina/Eveliina Niklas/Niklakse Kaija/Kaija Samuel/Samueli Marjo/Marjo Aapo/Aapo Henna/Henna Arttu/Artu Ellen/Elleni Tero/Tero Susanna/Susanna Kimmo/Kimmo Sanni/Sanni Joonas/Joonakse Ritu/Ritu Esa/Esa Tanja/Tanja Otto/Oto Vilma/Vilma Kalle/Kalle Auli/Auli Rauni/Rauni Pirjo/Pirjo Erkki/Erki Jasmin/Jasmini Nelli/Nelli Kaarlo/Kaarlo Taru/Taru Aija/Aija Reijo/Reijo
`);

export const finnishSurnames = listed(`
Korhonen/Korhose Virtanen/Virtase Mäkinen/Mäkise Nieminen/Niemise Mäkelä Hämäläinen/Hämäläise Laine/Lainee Heikkinen/Heikkise Koskinen/Koskise
Järvinen/Järvise Lehtonen/Lehtose Saarinen/Saarise Salminen/Salmise Heinonen/Heinose Niemi/Nieme Heikkilä Kinnunen/Kinnuse Salonen/Salose
Turunen/Turuse Salo Laitinen/Laitise Rantanen/Rantase Karjalainen/Karjalaise Mattila Ahonen/Ahose Leppänen/Leppäse Hiltunen/Hiltuse Kallio
Mäki/Mäe Koski/Koske Aho Lahti/Lahde Rinne/Rintee Joki/Joe Luoma Vainio Harju Koivisto Hakala Anttila Rautio Tervo Kurki/Kurje Sorsa Räty/Rädy
Pöllänen/Pölläse Kumpulainen/Kumpulaise Tolvanen/Tolvase Väyrynen/Väyryse Ylä-Outinen/Ylä-Outise Kettukangas/Kettukankaa Haapanala Liekovuori/Liekovuore
Sirkiä Kärnälä Oravisto Nuolikoski/Nuolikoske Paatsalo Vihtonen/Vihtose Hurskainen/Hurskaise Jormanainen/Jormanaise Torkko/Torko Mehtälä Kyrönlahti/Kyrönlahde
Peltonen/Peltose Hakkarainen/Hakkaraise Laukkanen/Laukkase Tuominen/Tuomise Heiskanen/Heiskase Vuorinen/Vuorise Niskanen/Niskase Ojala/Ojala Seppälä/Seppälä Nurmi/Nurme Aaltonen/Aaltose Manninen/Mannise Palomäki/Palomäe Haapakoski/Haapakoske Liukko/Liuko Vesterbacka/Vesterbacka Kivirinta/Kivirinta Tapola/Tapola Suokko/Suoko
`);

export const swedishFirstNames = listed(`
Anna Karin Maria Ulla Gunilla Carita Monica Åsa Annika Malin Linnéa Emma Ida Sofie Elin Frida Ebba Saga Tuva Johan Erik Kristian Anders Mats Lars
Kjell Göran Ralf Patrik Jonas Mikael Fredrik Viktor Emil Oskar Linus Melvin Vidar Sixten Elvi Ann-Sofi Maj-Len Börje Torbjörn Rurik Alfhild
`);

export const swedishSurnames = listed(`
Johansson Karlsson Andersson Nyman Lindholm Lindström Eklund Holmström Björklund Nylund Söderholm Sundqvist Forsman Wikström Ahlqvist Granlund
Nordlund Enqvist Backman Lönnqvist Sjöblom Westerlund Mattsson Skogster Storgårds Kronlöf Hästbacka Nygrund Åkervik Tallnäs
Sundell Fagerlund Rosenqvist
`);

/** Of people whose parents came from elsewhere. Their stems end in a vowel by themselves or by the i that Finnish puts there. */
export const otherFirstNames = listed(`
Mohamed/Mohamedi Ahmed/Ahmedi Abdirahman/Abdirahmani Fatima Ayaan/Ayaani Hodan/Hodani Ifrah/Ifrahi Zahra Hassan/Hassani Ali Omar/Omari Yusuf/Yusufi
Svetlana Natalia Olga Irina Dmitri Sergei/Sergei Vladimir/Vladimiri Oksana Iryna Mykola Oleksandr/Oleksandri Kaisa-Leena Jaan/Jaani Kadri Liis/Liisi Nguyen/Nguyeni Linh/Linhi
Somsak/Somsaki Siriporn/Siriporni Priyanka Rajesh/Rajeshi Besnik/Besniki Arbnora Dilara Emre Rojin/Rojini Shilan/Shilani Chidi Ngozi Wanjiku Tesfaye Selam/Selami
John/Johni Sarah/Sarahi Michael/Michaeli Emily Jürgen/Jürgeni Agnieszka Piotr/Piotri Gintaras/Gintarakse Ilze Daniela
Amina/Amina Khalid/Khalidi Nasra/Nasra Tatjana/Tatjana Viktor/Viktori Leyla/Leyla Huong/Huongi Kwabena/Kwabena Shirin/Shirini Deniz/Denizi
`);

export const otherSurnames = listed(`
Mohamud/Mohamudi Warsame Abdullahi Hussein/Husseini Jama Farah/Farahi Ivanova Petrov/Petrovi Kuznetsova Shevchenko Tamm/Tammi Saar/Saari Tran/Trani Pham/Phami
Krasniqi Berisha Yilmaz/Yilmazi Karimi Rahimi Okonkwo Mwangi Tekle Smith/Smithi Brown/Browni Kowalska Jankauskas/Jankauskakse Srisuk/Srisuki Chaudhary
Hashemi Osman/Osmani Popova
`);

/** A name in a place of a sentence: as it is, or with an ending. */
export type Case = 'nominative' | 'genitive' | 'allative' | 'ablative' | 'adessive' | 'elative';

/** @param name with its stem behind a slash */
export function inflected(name: string, as: Case): string {
  const [nominative = '', stem = nominative] = name.split('/');
  if (as === 'nominative') return nominative;
  if (as === 'genitive') return `${stem}n`;
  const isBack = /[aou]/i.test(stem.split('-').at(-1) ?? '');
  const a = isBack ? 'a' : 'ä';
  return `${stem}${{ allative: 'lle', ablative: `lt${a}`, adessive: `ll${a}`, elative: `st${a}` }[as]}`;
}

export const nominative = (name: string): string => inflected(name, 'nominative');
