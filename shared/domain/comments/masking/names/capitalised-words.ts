/*
 * What is written with a capital letter in the middle of a sentence and names nobody: towns and countries, services and
 * products, and what English writes so. Whatever else is written so is taken for a name.
 */

/** Finnish and Swedish towns, regions and countries. They take the endings of surnames, most of which are places. */
export const places: readonly string[] = `
Suomi Finland Helsinki Helsingfors Espoo Esbo Vantaa Vanda Kauniainen Grankulla Tampere Tammerfors Turku Åbo Oulu Uleåborg Jyväskylä Lahti
Lahtis Kuopio Pori Björneborg Kouvola Joensuu Lappeenranta Villmanstrand Hämeenlinna Tavastehus Vaasa Vasa Seinäjoki Rovaniemi Mikkeli
Kotka Salo Porvoo Borgå Kokkola Karleby Hyvinkää Hyvinge Lohja Lojo Järvenpää Träskända Rauma Raumo Kajaani Kajana Kerava Kervo Savonlinna
Nyslott Tuusula Tusby Nurmijärvi Kirkkonummi Kyrkslätt Sipoo Sibbo Kangasala Ylöjärvi Lempäälä Nokia Raisio Reso Lieto Naantali
Nådendal Riihimäki Imatra Raasepori Raseborg Hanko Hangö Loviisa Lovisa Vihti Vichtis Siuntio Sjundeå Inkoo Ingå Mäntsälä Hollola Heinola
Valkeakoski Sastamala Hamina Fredrikshamn Forssa Iisalmi Varkaus Äänekoski Pieksämäki Jämsä Raahe Brahestad Tornio Torneå Kemi Kuusamo
Ylivieska Pietarsaari Jakobstad Närpiö Närpes Mustasaari Korsholm Kristiinankaupunki Kristinestad Uusikaarlepyy Nykarleby Maarianhamina
Mariehamn Ahvenanmaa Åland Uusimaa Nyland Pirkanmaa Birkaland Satakunta Kymenlaakso Pohjanmaa Österbotten Lappi Lappland Kainuu Savo Savolax
Häme Karjala Karelen Kanta-Häme Päijät-Häme Keski-Suomi Etelä-Suomi Länsi-Suomi Itä-Suomi Pohjois-Suomi Pohjois-Savo Etelä-Savo Pohjois-Karjala
Etelä-Karjala Etelä-Pohjanmaa Pohjois-Pohjanmaa Keski-Pohjanmaa Varsinais-Suomi Itä-Uusimaa Keski-Uusimaa Länsi-Uusimaa Myyrmäki Tikkurila
Itäkeskus Malmi Pasila Kallio Leppävaara Matinkylä Tapiola Hervanta Ruotsi Sverige Norja Norge Tanska Danmark Viro Estland Venäjä Ryssland
Saksa Tyskland Ranska Espanja Spanien Italia Italien Englanti England Britannia Irlanti Puola Polen Ukraina Somalia Irak Iran Syyria Syrien Afganistan
Afghanistan Turkki Turkiet Thaimaa Thailand Vietnam Kiina Kina Intia Indien Eurooppa Europa Europe Afrikka Afrika Africa Amerikka Amerika America Aasia Asien Asia
Pohjoismaat Norden Tukholma Stockholm Tallinna Tallinn Lontoo London Pietari Moskova Moskva Sweden Norway Denmark Estonia Russia Germany France
Spain Italy Poland Ukraine Syria Iraq Turkey China India Britain Ireland
`
  .trim()
  .split(/\s+/);

/** Services, offices, products and feasts. */
export const services: readonly string[] = `
Kela Kansaneläkelaitos Folkpensionsanstalten FPA Fpa Valvira Omakanta Kanta Kantapalvelut Wilma Teams Zoom Skype WhatsApp Whatsapp Facebook Instagram Snapchat TikTok Tiktok Messenger
Google Meet Outlook YouTube Youtube Discord Netflix Microsoft Android Apple Apotti Effica Lifecare Pegasos Omaolo Kuultu Vamos Icehearts
Perhekumppani Nuortenelämä Ehyt Barnahus Barnavernd Mannerheim Folkhälsan Barnskyddet Socialen Familjecentret Lastensuojelu
Perhekeskus Ensikoti Turvakoti Hyvinvointialue Välfärdsområdet Soite Eksote Siun Sote Keusote Luvn Varha Pirha Kymenhva Hyvaks Pohde Vake Sosiaalitoimi
Poliisi Polisen Migri Te-toimisto Covid Korona Corona Asperger Tourette Adhd Autismi Jumala Gud Joulu Pääsiäinen Juhannus Ramadan Jul Påsk Midsommar
Lidl Prisma Citymarket Ikea HelsinkiMissio Martat Lapsikylä Pelastusarmeija Diakonissa Martha Marthaförbundet
`
  .trim()
  .split(/\s+/);

/**
 * What English writes with a capital: days, months, peoples, offices, and "I" with all that is put to it. What politeness
 * writes so: `Te` in all its forms, `Ni`, `Sie`.
 */
export const capitalisedWords: ReadonlySet<string> = new Set(
  `
i i'm i’m i've i’ve i'll i’ll i'd i’d monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december finnish swedish english somali russian arabic estonian kurdish ukrainian turkish persian
chinese vietnamese thai german french spanish italian polish albanian roma sámi european african asian american british muslim
muslims christian christians islam islamic catholic orthodox lutheran jewish god allah christmas easter ramadan eid internet mr mrs ms
miss dr prof ok okei okej okay tv pc sms pdf usa uk eu social services service child welfare worker family centre center protection county
city municipality wellbeing school hospital police court mum mom dad mother father grandma grandpa te teitä teidän teille teiltä teillä teistä teissä teihin teidät sinä sinun sinua sinulle ni er ert era eder sie ihr
`
    .trim()
    .split(/\s+/),
);

/** What sentences begin with, so that a name behind it stays a name and the word a word. */
export const openers: ReadonlySet<string> = new Set(
  `
kiitos kiitokset kiitän kiittäisin hei moi terve hyvä hyvää hyvin paras parasta olen olin olimme oli on ovat ei en emme eivät minä minun
minua minulle mina me meidän meitä meille hän hänen he heidän te se sen ne tämä tuo jos kun koska että mutta ja tai sekä myös vain silti
kuitenkin onneksi valitettavasti erityisesti varsinkin lapsi lapsen lapsemme poika poikani poikamme tyttö tyttäreni tyttäremme perhe perheemme äiti isä
vanhempi työntekijä työntekijämme ohjaaja ohjaajamme ohjaajat sosiaalityöntekijä sosiaalityöntekijämme sosiaaliohjaaja perhetyöntekijä
lääkäri psykologi terapeutti opettaja rouva herra neiti kysy soita soittakaa lähetä rakas ihana mahtava mukava
tapasin tapasimme kävin kävimme sain saimme toivon toivoisin haluan haluaisin luotan pidän tykkään jotta vaikka kuten esimerkiksi viime
eilen tänään huomenna aina joskus usein nyt sitten ensin lopuksi yhdessä kaikki kukaan joku toinen uusi vanha oma asiakas palaute terveisin terkuin
tack hej bra god vi jag du han hon hen de den det ett en ni men och eller om när att som socialarbetaren socialarbetare handledaren
handledare familjearbetaren barnet barnets min mitt mina vår vårt våra mamma pappa läkaren läkare psykologen fru herr fröken fråga ring kära hälsningar
igår idag imorgon alltid ibland ofta nu sedan först tillsammans alla ingen någon ny gammal särskilt tyvärr kanske på i för från med utan hos
thanks thank hello hi dear we he she they it this that if when because but and or also only our my the a an social worker ms mr mrs
dr doctor nurse teacher miss mum mom dad mother father please ask call yesterday today always sometimes often now then first finally together everyone somebody
new old good great best with without from for at in on to of especially unfortunately maybe regards
`
    .trim()
    .split(/\s+/),
);
