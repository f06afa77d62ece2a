import type { ProblemTexts } from './wording.ts';

export const finnish: ProblemTexts = {
  told: {
    missing: {
      title: 'Sivua ei löytynyt',
      text: 'Osoitteesta on voinut jäädä osa pois. Avaa saamasi viestin linkki uudelleen.',
    },
    'no-survey': {
      title: 'Kyselyä ei löytynyt',
      text: 'Linkistä on voinut jäädä osa pois, tai kysely on voitu poistaa käytöstä. Avaa viestin linkki uudelleen tai kirjoita viestissä oleva koodi tähän.',
    },
    withdrawn: {
      title: 'Tähän kyselyyn ei voi vastata',
      text: 'Kysely on voitu poistaa käytöstä, eikä vastauksia siihen oteta enää vastaan. Sinun ei tarvitse tehdä mitään. Kiitos, että halusit vastata.',
    },
    incomplete: {
      title: 'Lomake ei tullut perille kokonaisena',
      text: 'Mitään ei tallennettu. Sivusta on voinut jäädä osa lataamatta, tai lomake on voinut muuttua matkalla. Avaa viestin linkki uudelleen ja vastaa vielä kerran.',
    },
    misplaced: {
      title: 'Tässä osoitteessa ei ole mitään nähtävää',
      text: 'Tähän osoitteeseen vain lähetetään vastauksia. Jos näit jo kiitoksen, vastauksesi on perillä. Jos et, avaa viestin linkki uudelleen.',
    },
    'too-large': {
      title: 'Tekstiä oli liikaa',
      text: 'Mitään ei tallennettu, koska kirjoitit enemmän kuin voimme ottaa vastaan. Kokeile palata selaimella edelliselle sivulle ja lyhentää kommenttia. Jos vastauksesi eivät ole siellä enää, avaa viestin linkki uudelleen ja vastaa vielä kerran.',
    },
    failed: {
      title: 'Jokin meni vikaan',
      text: 'Vika on palvelussa, et tehnyt mitään väärin. Yritä hetken päästä uudelleen.',
    },
  },
  help: 'Jos tarvitset apua, kysy: yhteystiedot ovat sivun lopussa.',
  shorten: (excess) =>
    `Kommentti on liian pitkä: poista siitä ainakin ${new Intl.NumberFormat('fi').format(excess)} ${excess === 1 ? 'merkki' : 'merkkiä'} ja lähetä uudelleen. Vastauksesi ovat tallella tällä sivulla.`,
};
