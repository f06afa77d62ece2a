/*
 * What people write, with places for somebody's name and for something else that tells who they are: `{nominative}` and
 * the like for a name in that case, `{full}` for first name and surname, `{secret}` for the rest.
 */

const lines = (text: string): readonly string[] => text.trim().split('\n');

export const namedInFinnish = lines(`
Meidän ohjaaja {nominative} oli aivan ihana.
Kiitos {allative}, joka jaksoi kuunnella meitä!
{nominative} ei vastannut puhelimeen kertaakaan.
Sosiaalityöntekijä {full} kohteli minua hyvin.
Olin tyytyväinen {genitive} työhön, mutta lopulta mikään ei muuttunut.
{genitive} kanssa oli helppo puhua.
Saimme {ablative} apua heti.
Lapseni pitää {elative} kovasti ja kysyy häntä usein.
Perhetyöntekijä {nominative} kävi meillä joka viikko ja {nominative} osasi auttaa.
Tapaamisessa olivat mukana {nominative} ja {nominative}.
Toivon, että {nominative} jatkaa meidän kanssa.
{full} pitäisi siirtää muihin töihin.
Puhuin asiasta {genitive} ja opettajan kanssa, mutta {allative} se ei käynyt.
Terveisin {full}
t. {nominative}
Poikani {nominative} sai olla mukana suunnittelemassa.
Rouva {surname} ei kuunnellut lasta lainkaan.
Lääkäri {surname} ymmärsi heti, mistä on kyse.
{surname} oli palaverissa tyly.
Ainoa, joka auttoi, oli {nominative}.
Isän puolelta {nominative}-mummo auttoi enemmän kuin kukaan muu.
Pojan kaveri {nominative} asuu samassa yksikössä.
Haluaisin kiittää erityisesti {full}, joka oli aina ystävällinen.
Luotan {allative} kertomiini asioihin enkä {adessive} ollut koskaan kiire.
ohjaaja {lower} oli ihan ok
kiitos {lower} ja muut, ootte parhaita
Vastaanotolla istui {nominative}, joka ei nostanut katsettaan.
{nominative} hoiti paperit kuntoon viikossa.
Kun {nominative} jäi lomalle, kukaan ei jatkanut asiaa.
Pyysin {genitive} yhteystiedot mutta niitä ei annettu.
En enää halua asioida {genitive} luona.
Meille jäi hyvä mieli {elative}.
Neuvolan {nominative} ja koulun {nominative} tekivät yhteistyötä.
Siskoni {nominative} on sijoitettu toiseen perheeseen.
Ensin työntekijänä oli {nominative}, hänen jälkeensä {full}.
{full} on paras sosiaaliohjaaja ikinä!
Esimies {full} ei palauta puheluita.
{nominative}, kiitos sinulle!
Veljeni {allative} kävi huonommin.
Oltiin {adessive} viikonloppu ja se oli kivaa.
Johtaja {surname} lupasi palata asiaan.
{surname} ja {surname} riitelivät keskenään palaverissa.
Isäni nimi on {full} eikä häntä kutsuttu.
{ablative} en saanut vastausta.
mun ohjaaja {lower} on super
`);

export const namedInSwedish = lines(`
Vår handledare {nominative} lyssnade på riktigt.
Tack till {nominative} för all hjälp!
{nominative} svarade aldrig när jag ringde.
Socialarbetaren {full} var vänlig mot oss.
Jag kunde prata med {nominative} om allt.
{possessive} sätt att möta barnet var fint.
Vi fick stöd av {nominative} och {nominative} hela hösten.
Min son {nominative} fick vara med och planera.
Fru {surname} förstod inte vad vi behövde.
{full} borde få ett tack.
Hälsningar {full}
Bara {nominative} visste vad som skulle hända sedan.
Det var {nominative} som såg till att vi fick hjälp.
Utan {nominative} hade vi inte klarat oss.
Ledaren {full} tog sig tid.
{nominative} på kontoret var otrevlig.
`);

export const namedInEnglish = lines(`
Our social worker {full} was very kind.
I want to thank {nominative} for listening to us.
{nominative} never called me back.
My daughter likes {nominative} a lot.
Mr {surname} did not understand our situation.
We met {nominative} and {nominative} every week.
It was {possessive} idea to talk with the school.
Only {full} told us what would happen.
The only one who cared was {nominative}.
{full} made me feel safe.
I told {nominative} everything and she believed me.
`);

export const secretInFinnish = lines(`
Soittakaa minulle: {secret}.
Minut tavoittaa parhaiten näin: {secret}, kiitos.
Tunnukseni on {secret} jos tarvitsette sitä.
Asia koskee tätä: {secret}
Lapseni tiedot ovat {secret}, tarkistakaa ne.
Kirjoitin jo aiemmin ({secret}) mutta en saanut vastausta.
Laittakaa vastaus tänne {secret} niin luen sen.
`);

export const secretInSwedish = lines(`
Ni når mig så här: {secret}.
Det gäller {secret}, tack för hjälpen.
Jag skrev redan ({secret}) men fick inget svar.
`);

export const secretInEnglish = lines(`
You can reach me here: {secret}.
This is about {secret} and nobody has answered.
Please use {secret} if you need more.
`);
