/**
 * Names that are words in the first place, such as `Toivo` (hope) and `Lahti` (bay). They are names where a capital letter
 * stands in the middle of a sentence, and where another name stands beside them; otherwise they are words. In lower case.
 */
export const namesThatAreWords: ReadonlySet<string> = new Set(
  `
aalto aamu aatto aho aina alanen alho alli ansa ape aro arvo aura eli elo enna halme hana harju heimo hella
helle helmi hemmo hilja hilla hurme hämäläinen härmä iiri ilma ilo ilta ilves impi into jalo jana jauho joki
junnu jylhä jyrkki jäntti järvi kaari kai kaino kaipainen kallio kamal kamara kanerva kangas kape karhu
karjalainen karu kask kate kauno kemppi keskinen kielo kika kikka kirsikka kiuru kivi kivinen kokko kontio korpi
korte koski kukk kukka kulla kurki kuura kuutti kärki laakso lahja lahti laina lampi lappalainen lappi lauha
lehtiö lehto leili leimu lemmikki lempi liia liina lilja linna lohi louna lumi luoma maha maila mainio maja make
maksim malla malmi malva manne manta marina martta meri mets muna muse myy mäki männikkö naima niemi nipa nummi
nuppu nurmi närhi oja ola oma onnela onni ora orvo otso palmu park partio peikko pelto per petäjä pihka pihlaja
pohjola pyy raita ranta rauha raunio reka risku roman ruotsalainen ruusu ruut saaga saar saarelainen saari
saarni sade sakke saksa salli salmi salo sana sato savolainen seppä silla sini siru sointu sorsa sorvari sulho
sulo suoma suomalainen suutari syrjä särkkä taimi taipale taisto taito tamm tanaka tiinu timjami toivo tor
torppa tuisku tuomi tuovi turkki tuuli tuuti tuva tyyne tyyni ukko uljas unelma usko vaara vainio valo varis
varma vasara vehmas veikka veli venäläinen vepsäläinen vesa vieno vilja virkki virolainen virta visa voitto
aku altti ani otto olle hely suvi taika valto vuori vuoristo vuoti ylinen ylämäki
`
    .trim()
    .split(/\s+/),
);
