/*
 * Words of Finnish, Swedish and English that look like a form of a name that people have. Found by holding the names
 * against dictionaries of the three languages, and picked by hand: what somebody is likelier to mean than the name.
 */

const listed = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** In lower case, and where a sentence begins, these are taken for the word. */
export const wordsLikeNames = listed(`
ainoa ainoaa ainoan ainoana ainoassa ainoasta ainoalla ainoalle ainoahan ainoakaan ainoakin aina aidan alin alista alita
annan annahan annakaan annakin annankin annanko annanpa annapa annata annella anneta annetahan annetakaan
annettako antia antiin antina arista arvosta arvosi arvostakaan arvostakin armasta armaan august augusti augustis
aurinko aurinkohan dag dagis dags dan dankin else elin elinten ennalta ennaltakin eros erosi erosin erosit erosta
gun guns halimaan hans hanskaan heikenne inga inge ingen inger inges inget innan jaan jaankaan jaankin jaanpa jalkasi
jeans jon jonkin jonne jonnekin joukko joukkoon joukoin joukoksi joukolla joukolle joukolta joukon joukossa joukosta
kallein katan kata keräsi keräsikin keräsin keräsit klara klaras klass koskisi koskisiko koskisin koskisit kovas kovasi
kovasta kuusista laaksosta lassen lasses lehtinen lehtistä leskistä loikkasi loikkasin lukea lukeko madden mean meas
miettisi miettisikin miettisikään miettisin miettisit miettisitkö millasta niemistä niskasi niskasta oksasta ojasta
pian pianhan piankaan piankin pianko pianpa pitkäsi pitkästä pitkästäkin pitkästäkään päivien päiviin päiviksi päiville
päivillä päiviltä päivin päivinä päivissä päivistä päivittä päivitä päiviä päiviähän päiviäkin päiviäkään riita riitaa
riitaan riitahan riitakaan riitakin riitana rintalasta satuta syrjästä särkisi särkisin tage tagen tages taget 
tarmo tarmoa tarmolla tarmon tea teas teoksi teolla teolle teolta teon teonkin teossa teosta titta tittas toivosi
toivosin toivosta tom tuomaan tuomaankin tuominen tuomisen tuomisia tuomista törmäsi törmäsin törmäsit törmästä
aarre aarretta alaa alaan alaakin alien angina edit edition arvion arvionkin jyrkin jyrkistä lean lehtiset lehtisen lehtisiä mete meteen metsäsi metsästä parikaan satuin seven sirkus
sirkusta teoin teos tomten tomta tuomaa tuomasi törmäsikin unto valde valdes vanhasta vanhastakin vappu vappua vapun vappuna vappuun viljasta virtasi viitasta ylös ylöskin
`);

/** In lower case these are taken for the word; where a sentence begins, for the name. */
export const lowerCaseWordsLikeNames = listed(`
anna annas tapani ali bosse eva helinä helga henna heini iris jade joni jonna kalle kirsi kari lari laine lea lena lilja lilla lina linn linna
lisa lotta mari marie marin marina marja marjan marjaa masa mats matti mika mike mila milan milla milo mimmi mina minna minttu
moa mona musa nia nick nina olavi oliver paula pekan per petra pia piia pinja pyry rea rita robin rosa rosas rune rut ruth salla
same samin sanna sara sari satu satua satun satuja silva simon sirkka siv sohvi stella stig stigs taru tarua tarun
terttu tim toni tora torsten tove tyra ulla unna urban urho vera victor viola viking ville virpi ida mia max adam art ben bill carol
chase christian dean dale dawn dick don drew eden faith frank grace grant guy harry hazel heather holly hope iris ivy jack jade jean
jerry jenny jimmy joy june kelly mark martin may melody mercy miles nancy nanny norm olive page pat patty penny pepper peter phil
pierce pierre prince ray reed rich rob robin roger rose ruby rusty sally sandy scarlet sheikh sierra skip sky stone sue summer sunny terry
timothy tony trinity victor violet wade ward will willow
`);
