/**
 * What people write who name nobody. Full of words that are names too, or look like one, of services and of towns, all of
 * which a reader needs. Written for the tests, and changed for none of them.
 */
export const ordinarySentences: readonly string[] = `
Saimme apua nopeasti ja meitä kuunneltiin.
Kiitos kaikesta, olette tehneet arvokasta työtä.
Toivon, että jatkossa sama työntekijä pysyisi mukana.
Toivo heräsi, kun saimme vihdoin oman työntekijän.
Ilo on palannut kotiin.
Lapsi oppi taas nauttimaan leikistä, ja rauha palasi perheeseen.
Onni on, että naapuri huomasi tilanteen ajoissa.
Pian sen jälkeen kaikki muuttui parempaan.
Päivien odottaminen oli raskasta, mutta päivisin sai onneksi levätä.
Anna meille enemmän aikaa keskustella.
Annan täydet pisteet perhetyölle.
Kelan päätös viipyi, ja Kelasta neuvottiin takaisin kuntaan.
Wilma-viesteihin vastattiin aina saman päivän aikana.
Teams-palaverit eivät toimi, jos netti pätkii.
Helsingissä palvelut ovat hajallaan, Espoossa asiat sujuivat paremmin.
Muutimme Tampereelta Turkuun ja palvelu katkesi.
Olen ollut asiakkaana vuodesta 2019 ja työntekijä on vaihtunut 7 kertaa.
Tapaaminen oli 12.3.2026 klo 14.30 ja se kesti 45 minuuttia.
Suunnitelma tehtiin keväällä 2025/2026 lukuvuodeksi.
Meille luvattiin 3 käyntiä viikossa, mutta saimme 1-2.
Tukea tuli 150 euroa kuukaudessa, vaikka menot olivat 1 200 euroa.
Hyvinvointialueen puhelinpalvelu jonottaa 30–40 minuuttia.
Palvelutarpeen arviointi kesti liian kauan.
Lastensuojelun ilmoituksesta ei kerrottu meille mitään.
Minua kohdeltiin arvostavasti, ja tiesin mihin pyritään.
Asiakassuunnitelma jäi epäselväksi, ja tavoitteet unohtuivat matkalla.
Pojalla on ADHD ja tyttärellä Aspergerin oireyhtymä.
HUS:n poliklinikka ja THL:n ohjeet olivat ristiriidassa.
Koulun kuraattori ja terveydenhoitaja tekivät hyvää yhteistyötä.
Isovanhemmat, täti ja veli auttoivat, kun emme jaksaneet.
Meri ja luonto rauhoittivat lasta leirillä.
Lahja joulukuussa oli kaunis ele.
Satu, jonka ohjaaja luki, jäi lapsen mieleen.
Lumi satoi, kun muutimme sijaisperheeseen.
Tuuli kääntyi, kun uusi tiimi aloitti.
Mäki on jyrkkä, mutta kulku pyörätuolilla onnistui.
Työntekijä osasi auttaa meitä ja oli tavoitettavissa.
Olisin kaivannut selkeämpää tietoa siitä, kuka päättää.
Te olette ammattilaisia, ja Teille kuuluu kiitos.
Jumalan kiitos saimme apua ennen joulua.
Suomen laki turvaa lapsen edun.
Perheneuvolassa käynti muutti kaiken.
Kriisipuhelimeen ei päässyt läpi yöllä.
Sijoituksen loppuminen pelotti, mutta jälkihuolto tuki.
Vanhempien erimielisyydet otettiin puheeksi oikealla hetkellä.
Ruoka oli hyvää ja huoneet siistejä.
Nuoret saivat itse päättää viikonlopun ohjelmasta.
Mielestäni palaute pitäisi kysyä useammin.
En saanut sanoa mielipidettäni, vaikka sitä kysyttiin.
Ohjaajat vaihtuivat koko ajan, mikä oli lapselle raskasta.
Kukaan ei kertonut, mitä seuraavaksi tapahtuu.
Perille päästiin lopulta, kun lista asioista käytiin läpi kohta kohdalta.
Alan ammattilaisten pitäisi kuunnella ylimpänä lasta.
Varma, turvallinen aikuinen puuttui pitkään.
Usko omiin voimiin palasi.
Taika oli siinä, että joku pysähtyi.
Aamu alkoi aina riidalla, nyt riita on harvinainen.
Kevään aikana kävimme Linnanmäellä ja Korkeasaaressa tukiperheen kanssa.
Netflix ja TikTok veivät kaiken ajan, mutta siihenkin löytyi sopimus.
Vi fick hjälp snabbt och någon lyssnade på oss.
Hans lugn smittade av sig på hela familjen.
Ingen berättade vad som skulle hända sedan.
Jag ville inte prata, men det var okej att vara tyst.
Vilken skillnad det gör när samma person kommer varje gång!
Dagen då vi fick beskedet var den längsta i mitt liv.
Innan jul var allt kaos, nu är det lugnare.
Socialarbetaren förklarade allt två gånger.
Vi bor i Borgå men fick service i Helsingfors och Esbo.
FPA och välfärdsområdet skickade oss fram och tillbaka.
Barnet fick vara med och planera sin egen vardag.
Björnar och vargar intresserade pojken mer än samtalen.
Tack för att ni fanns där i maj när det var som svårast.
Stig in, sade hon, och vi kände oss välkomna.
Jag önskar att mötena hölls på svenska.
Det tog tre månader innan någon ringde upp.
Mamma och pappa fick prata var för sig.
Er personal är fantastisk, och Ni ska ha ett stort tack.
Klart att man blir trött när allt måste berättas om igen.
Skolan och barnskyddet borde samarbeta bättre.
We were listened to, and things got better.
I think the Finnish system is good, but slow.
I'm grateful for the support that I got in Helsinki.
The meeting was on Monday, and nobody spoke English.
Hope is what we needed most, and we got it.
Grace under pressure: the whole team stayed calm.
My son said that he will miss the place.
It may take time, but we trust the process.
Kela and Social Services should talk to each other.
The Somali interpreter came late twice in May.
Christmas at the unit was warm and peaceful.
Summer was hard, and winter was worse.
Nobody told me what the plan was, or who decided.
They helped us apply for child benefit.
Palvelu oli ystävällistä mutta hidasta.
Meitä ei uskottu, ja se satutti eniten.
Olisi hienoa, jos samat kasvot säilyisivät koko prosessin ajan.
Tukiperhe on ollut pelastus koko perheelle.
Lapsi odottaa viikonloppuja innolla.
Keväällä luvattiin apua, syksyllä sitä alkoi tulla.
Mari-niminen sovellus ei toiminut koskaan kunnolla.
Kuntoutus Lapissa teki hyvää.
Kaipaisin enemmän yhteistä aikaa ilman kiirettä.
Sovittu tapaaminen peruttiin kolmesti samana päivänä.
Vantaan ja Keravan alueella palvelut yhdistettiin.
Hoitopaikka löytyi Oulusta, vaikka asumme Kemissä.
Sosiaalipäivystys vastasi viidessä minuutissa.
Ohjaus oli selkeää ja rauhallista.
Kaikki eivät osaa suomea, siksi tulkki on tärkeä.
Lääkkeet vaihdettiin, eikä siitä kerrottu kotiin.
Ensikodissa opin hoitamaan vauvaa.
Mielipidettäni kysyttiin vasta lopuksi.
Maanantaisin ja torstaisin pääsi kerhoon.
Apua tuli silloin, kun sitä vähiten odotin.
Ilman perhetyötä emme olisi enää yhdessä.
Hakemukseen vastattiin 21 päivässä, mikä on kohtuullista.
Kesäleiri Saimaalla oli nuorille tärkeä.
Avopalvelut riittivät meille hyvin.
Isänpäivänä soitto jäi saamatta.
Pelkäsin aluksi, että lapset viedään.
Tunteet saivat tulla, ja niistä puhuttiin.
Ukrainasta tulleille pitäisi olla oma neuvonta.
Netissä oleva lomake kaatui kaksi kertaa.
Tuntui siltä, että vain säännöillä oli väliä.
Personalen bemötte oss med värme.
Vi väntade i åtta veckor på ett svar.
Alla papper fanns bara på finska.
Bra att man kunde mötas hemma i lugn och ro.
Sommaren i stödfamiljen betydde mycket.
Kommunen och Folkpensionsanstalten borde prata med varandra.
Det kändes som om ingen läste det vi skrev.
The forms were confusing and far too long.
Our family got support when we needed it most.
Every visit felt rushed, and the worker kept checking the clock.
She explained our rights in plain words.
After Easter the visits stopped without warning.
`
  .trim()
  .split('\n');
