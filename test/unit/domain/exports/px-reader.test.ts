/**
 * Releases as PX files, read back by Px.js, which others wrote to read the files of statistical offices: all that production
 * composes of an invented quarter comes back as the same numbers, and as no others.
 */
import Px from 'px';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '../../../../shared/adapters/linear-programs.ts';
import { composeReleases } from '../../../../shared/domain/releases/compose.ts';
import { pxOf } from '../../../../shared/domain/releases/exports/px.ts';
import type { Release } from '../../../../shared/domain/releases/release.ts';
import { languages } from '../../../../shared/domain/vocabulary.ts';
import { Deployment } from '../../../simulation/releases/deployment.ts';
import { numbersIn, placeOf, pxCode } from '../../../support/releases.ts';

let releases: readonly Release[];
beforeAll(async () => {
  const deployment = new Deployment({ regions: 2, units: 5, responsesFrom: 10, responsesTo: 30, seed: 5 });
  const closed = deployment.close('2026-Q1', deployment.responses('2026-Q1'));
  releases = composeReleases(closed, await loadSolver()).map((draft) => ({
    ...draft,
    ...{ revision: 1, releasedOn: '2026-05-02', correction: null },
  }));
});

describe.each(languages)('what is composed, in %s', (language) => {
  it('is read by others as the same numbers', () => {
    let read = 0;
    for (const release of releases) {
      const file = new Px(pxOf(release, language));
      const codes = file.variables().map((_, variable) => [file.codes(variable)].flat());
      let told = 0;
      for (const cell of release.cells) {
        const place = Object.values(placeOf(release, cell)).map(pxCode);
        for (const [figure, number] of numbersIn(cell)) {
          const values = [...place, release.period, figure].map((code, variable) =>
            variable === place.length ? 0 : (codes[variable]?.indexOf(code) ?? -1),
          );
          expect(values).not.toContain(-1);
          expect(Number(file.datum(values))).toBe(number);
          told += 1;
        }
      }
      expect(file.data.filter((number) => number !== '".."')).toHaveLength(told);
      read += told;
    }
    expect(read).toBeGreaterThan(500);
  });
});
