/**
 * Forms as they are stored: what is shipped until something is published, versions that stay, and of two who publish or
 * withdraw at once, also of different forms, one who is told that it came too late. A version that was checked by the limits and
 * languages of another day is read, shown and counted. The table is one in memory.
 */
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, expect, it, vi } from 'vitest';
import { answersTo } from '../../../shared/domain/questions/answers.ts';
import { asDraft } from '../../../shared/domain/questions/draft.ts';
import { asked } from '../../../shared/domain/questions/question.ts';
import { questionSets } from '../../../shared/domain/questions/question-sets.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { currentFormsKey, formReader, publishForm, readForms, standingsIn, withdrawVersion } =
  await import('../../../shared/adapters/question-sets.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => (dynamodb = new FakeDynamoDb()));

const change = { by: 'ann', at: Date.parse('2026-03-02T10:00:00Z') };
const shippedFamily = questionSets.find(({ id }) => id === 'family');
if (shippedFamily === undefined) throw new Error('there is no form for families');
const draft = { ...asDraft(shippedFamily), comment: false };

const publish = async (id: string, read = readForms('settings')) =>
  publishForm('settings', await read, { id, draft }, change);
const withdraw = async (version: number, read = readForms('settings')) =>
  withdrawVersion('settings', await read, { id: 'family', version, after: 1 }, change);

it('is what is shipped until the first publishing', async () => {
  expect(standingsIn(undefined)).toEqual([]);
  const { version, catalogue, publishings } = await readForms('settings');
  expect([version, publishings.size]).toEqual([0, 0]);
  expect(catalogue.current('family')).toBe(shippedFamily);
});

it('keeps every version, with who published it and when', async () => {
  expect([await publish('family'), await publish('own'), await publish('family')]).toEqual([2, 1, 3]);
  const { catalogue, publishings, version } = await readForms('settings');
  expect(version).toBe(3);
  expect(catalogue.versionsOf('family').map((form) => form.version)).toEqual([3, 2, 1]);
  expect(catalogue.version('family', 2)).toEqual({ ...shippedFamily, comment: false, version: 2 });
  expect(catalogue.current('own')).toEqual({ ...shippedFamily, comment: false, version: 1, id: 'own' });
  expect(publishings.get('family')).toMatchObject([
    { version: 2, publishedAt: '2026-03-02T10:00:00.000Z', publishedBy: 'ann' },
    { version: 3 },
  ]);
});

it('has a version also after it is withdrawn, and gives its number to no other', async () => {
  await publish('family');
  expect(await withdraw(2)).toBe(true);
  const { catalogue } = await readForms('settings');
  expect(catalogue.current('family')).toBe(shippedFamily);
  expect(catalogue.isWithdrawn('family', 2)).toBe(true);
  expect(catalogue.version('family', 2)).toBeDefined();
  expect(await publish('family')).toBe(3);
});

it('withdraws what is shipped, which nobody has ever published', async () => {
  expect(await withdraw(1)).toBe(true);
  expect((await readForms('settings')).catalogue.current('family')).toBeUndefined();
});

it('lets others read what is in force by its key, in one batch with anything else', async () => {
  await publish('family');
  await withdraw(1);
  const key = unmarshall(currentFormsKey);
  const item = dynamodb.items('settings').find(({ pk, sk }) => pk === key['pk'] && sk === key['sk']);
  expect(standingsIn(unmarshall(marshall(item ?? {})))).toEqual([
    { id: 'family', published: [2], withdrawn: [1] },
  ]);
});

it('reads, shows and counts a version from before a language and a limit', async () => {
  await publish('family');
  const [stored] = dynamodb.items('settings').filter(({ pk }) => pk === 'SURVEY#family');
  const [sv, en] = ['Jag blev hörd. ', 'I was heard. '].map((text) => text.repeat(40));
  const first = { key: 'comment', scale: 'agreement', text: { fi: 'Minua kuultiin.', sv, en, later: 'x' } };
  dynamodb.seed('settings', { ...stored, form: { questions: [first], comment: true, audience: 'adult' } });

  const form = await formReader('settings')({ id: 'family', version: 2 });
  expect((await readForms('settings')).catalogue.current('family')).toEqual(form);
  const [question] = form?.questions ?? [];
  if (form === undefined || question === undefined) throw new Error('the version has a question');
  expect(question.text).toEqual({ fi: 'Minua kuultiin.', sv, en });
  expect(asked(question, 'en')).toBe(en);
  expect(asked(question, 'fi-x-selko')).toBe('Minua kuultiin.');
  expect(answersTo(form, { comment: 4, heard: 4 })).toEqual({ comment: 4 });
  // Whoever goes on from it is told to enter the text that it lacks.
  expect(asDraft(form).questions[0]?.text).toEqual({ fi: 'Minua kuultiin.', sv, en, 'fi-x-selko': '' });
});

type Read = ReturnType<typeof readForms>;

it.each<[string, (read: Read) => Promise<unknown>, unknown]>([
  ['publishes another form', (read) => publish('own', read), undefined],
  ['withdraws a version', (read) => withdraw(1, read), false],
])('tells who %s that somebody has published since', async (_, late, told) => {
  await publish('family');
  const read = readForms('settings');
  await read;
  expect(await publish('family', read)).toBe(3);
  const before = dynamodb.items('settings');
  expect(await late(read)).toBe(told);
  expect(dynamodb.items('settings')).toEqual(before);
});
