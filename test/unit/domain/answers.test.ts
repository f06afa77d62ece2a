/** Only what a form asks, and only on its scale, is an answer: whatever else comes from outside is left out. */
import { expect, it } from 'vitest';
import { answersTo } from '../../../shared/domain/questions/answers.ts';
import { questionSetVersion } from '../../../shared/domain/questions/question-sets.ts';

const placement = questionSetVersion('family-placement', 1);
if (placement === undefined) throw new Error('the placement form is shipped');
const meeting = questionSetVersion('meeting', 1);
if (meeting === undefined) throw new Error('the meeting form is shipped');

it('keeps each end of each scale', () => {
  const lowest = { heard: 1, wellbeing: 1, recommend: 0 };
  const highest = { heard: 5, wellbeing: 10, recommend: 10 };
  expect(answersTo(placement, lowest)).toEqual(lowest);
  expect(answersTo(placement, highest)).toEqual(highest);
});

it.each([0, 6, -1, 2.5, NaN, Infinity, '4', '', true, null, undefined, [4], { value: 4 }])(
  'leaves out %j as an answer from 1 to 5',
  (value) => {
    expect(answersTo(placement, { heard: value, respect: 4 })).toEqual({ respect: 4 });
  },
);

it.each([
  ['recommend', -1],
  ['recommend', 11],
  ['wellbeing', 0],
  ['wellbeing', 11],
])('leaves out %s beyond its scale at %d', (key, value) => {
  expect(answersTo(placement, { [key]: value })).toEqual({});
});

it('leaves out what the form does not ask', () => {
  const given = { heard: 5, recommend: 9, comment: 'It was good.', toString: 3, constructor: 3 };
  expect(answersTo(meeting, given)).toEqual({ heard: 5 });
});

it('is not taken in by names that every object has', () => {
  expect(answersTo(meeting, JSON.parse('{"__proto__": {"heard": 5}}') as Record<string, unknown>)).toEqual(
    {},
  );
});
