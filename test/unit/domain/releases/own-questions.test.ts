/**
 * Questions that an organisation has thought of itself, in a release: named in its words beside those of the bank, and in
 * exports in the order of the bank first and of publishing then, also once the release has been stored and read back.
 */
import { expect, it } from 'vitest';
import { packed, unpacked } from '../../../../shared/adapters/packed.ts';
import { bank } from '../../../../shared/domain/questions/bank.ts';
import { catalogueOf } from '../../../../shared/domain/questions/catalogue.ts';
import { cubeOf } from '../../../../shared/domain/releases/exports/cube.ts';
import { labelsOf } from '../../../../shared/domain/releases/labels.ts';
import { releaseSchema, type Release } from '../../../../shared/domain/releases/release.ts';
import { readableRelease } from '../../../support/releases.ts';

const [first, second] = ['z-first', 'a-second'].map((key) => ({
  ...bank.heard,
  ...{ key, text: { fi: `${key} fi`, sv: `${key} sv`, en: `${key} en` } },
}));
if (first === undefined || second === undefined) throw new Error('there are two questions');
const form = (version: number, ...questions: (typeof first)[]) => ({
  ...{ id: 'own', version, audience: 'adult' as const, comment: false, questions },
});
const { items } = catalogueOf({
  standings: [{ id: 'own', published: [1, 2], withdrawn: [1] }],
  published: [form(1, first), form(2, second)],
});

const [cell] = readableRelease.cells;
const keys = ['a-second', 'gone', 'heard', 'heard-faces', 'recommend', 'z-first'];
const cells = keys.map((item) => ({ ...cell, item }));
const labels = labelsOf(['region', 'role', 'item'], cells, { units: [], questions: items });
const categoriesOf = (release: Release) =>
  cubeOf(release)
    .dimensions.find(({ id }) => id === 'item')
    ?.categories.map(({ code }) => code);

it('are named, also when they are asked no more; what nobody knows goes by its key', () => {
  expect(labels['item']?.['z-first']).toEqual({ fi: 'z-first fi', sv: 'z-first sv', en: 'z-first en' });
  expect(labels['item']?.['gone']?.fi).toBe('gone');
  expect(labels['item']?.['recommend']).toEqual(bank.recommend.text);
});

it('come after the bank, in the order of publishing', () => {
  const release = { ...readableRelease, cells, labels };
  const inOrder = ['heard', 'recommend', 'heard-faces', 'z-first', 'a-second', 'gone'];
  expect(categoriesOf(release)).toEqual(inOrder);
  expect(categoriesOf(releaseSchema.parse(unpacked(packed(release))))).toEqual(inOrder);
});
