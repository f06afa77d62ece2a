/** One cell of invented data. */
export const exampleRelease = {
  table: 'T2',
  period: '2026-Q1',
  revision: 1,
  releasedOn: '2026-04-02',
  correction: null,
  title: {
    fi: 'Kokemukset alueittain, rooleittain ja vuosineljänneksittäin',
    sv: 'Erfarenheter enligt område, roll och kvartal',
    en: 'Experiences by region, role and quarter',
  },
  dimensions: ['region', 'role', 'item'],
  labels: {
    region: { Itäinen: { fi: 'Itäinen', sv: 'Östra', en: 'Eastern' } },
    role: { parent: { fi: 'vanhempi', sv: 'förälder', en: 'parent' } },
    item: { heard: { fi: 'Minua kuunneltiin.', sv: 'Man lyssnade på mig.', en: 'I was listened to.' } },
  },
  notes: [],
  cells: [
    {
      region: 'Itäinen',
      role: 'parent',
      item: 'heard',
      responses: 23,
      distribution: [1, 0, 2, 6, 14],
      groups: [1, 2, 20],
      mean: 4.4,
      meanBand: null,
      index: null,
      indexInterval: null,
      responseRate: 0.4,
      earlier: [],
    },
  ],
};
