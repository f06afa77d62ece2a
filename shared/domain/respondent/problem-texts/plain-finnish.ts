import type { ProblemTexts } from './wording.ts';

export const plainFinnish: ProblemTexts = {
  told: {
    missing: {
      title: 'Sivua ei löydy',
      text: 'Ehkä osoitteesta puuttuu osa. Avaa linkki uudelleen viestistä.',
    },
    'no-survey': {
      title: 'Kyselyä ei löydy',
      text: 'Ehkä linkistä puuttuu osa. Ehkä kyselyä ei enää ole. Avaa linkki uudelleen viestistä. Voit myös kirjoittaa tähän koodin viestistä.',
    },
    withdrawn: {
      title: 'Tähän kyselyyn ei voi vastata',
      text: 'Ehkä kyselyä ei enää ole. Emme ota siihen enää vastauksia. Sinun ei tarvitse tehdä mitään. Kiitos, että halusit vastata.',
    },
    incomplete: {
      title: 'Vastauksista puuttui osa',
      text: 'Emme tallentaneet mitään. Ehkä sivu ei latautunut kokonaan. Ehkä lomake muuttui matkalla. Avaa linkki uudelleen viestistä. Vastaa sitten vielä kerran.',
    },
    misplaced: {
      title: 'Tällä sivulla ei ole mitään',
      text: 'Tähän osoitteeseen vain lähetetään vastauksia. Näitkö jo sanan Kiitos? Silloin vastauksesi ovat perillä. Jos et, avaa linkki uudelleen viestistä.',
    },
    'too-large': {
      title: 'Tekstiä oli liikaa',
      text: 'Emme tallentaneet mitään. Kirjoitit enemmän tekstiä kuin voimme ottaa vastaan. Yritä palata edelliselle sivulle. Poista tekstistä osa. Jos vastauksesi eivät ole enää siellä, avaa linkki uudelleen viestistä. Vastaa sitten vielä kerran.',
    },
    failed: {
      title: 'Jokin meni vikaan',
      text: 'Vika on meidän palvelussamme. Sinä et tehnyt mitään väärin. Odota hetki. Yritä sitten uudelleen.',
    },
  },
  help: 'Tarvitsetko apua? Sivun lopussa kerrotaan, keneltä voit kysyä.',
  shorten: (excess) =>
    `Kirjoitit liian pitkän tekstin. Poista siitä ainakin ${new Intl.NumberFormat('fi').format(excess)} ${excess === 1 ? 'merkki' : 'merkkiä'}. Lähetä sitten uudelleen. Vastauksesi ovat vielä tällä sivulla.`,
};
