/** The command line of `npm run simulate-cis`: what it takes, and the one line with which it refuses the rest. */
import { expect, it } from 'vitest';
import { chooseTarget, readOptions, UnusableOptions } from '../../../local/simulation/options.ts';

const nowhere = '/nonexistent/endpoints.json';

it('has a default for everything', () => {
  expect(readOptions([])).toEqual({
    seed: 1,
    eventsPerYear: 100_000,
    from: '2026-01-01',
    lastDay: '2026-03-31',
    rate: undefined,
    moveClock: false,
    help: false,
  });
});

it.each([
  [['--seed', 'x'], '--seed'],
  [['--events-per-year', '0'], '--events-per-year'],
  [['--rate=-1'], '--rate'],
  [['--from', '1.1.2026'], '--from'],
  [['--to', '2026-02-30'], '--to'],
  [['--from', '2026-02-01', '--to', '2026-01-31'], '--to'],
  [['--unknown'], '--unknown'],
])('refuses %j and names what is wrong', (words, named) => {
  expect(() => readOptions(words)).toThrow(UnusableOptions);
  expect(() => readOptions(words)).toThrow(named);
});

it('sends to the system that is named, with its secret', () => {
  const named = { api: 'https://api.example.org', secret: 'whsec_AAAA', moveClock: false };
  expect(chooseTarget(named, nowhere)).toEqual({
    api: 'https://api.example.org',
    secret: 'whsec_AAAA',
    control: undefined,
  });
  expect(() => chooseTarget({ api: 'https://api.example.org', moveClock: false }, nowhere)).toThrow(
    '--secret',
  );
  expect(() => chooseTarget({ ...named, moveClock: true }, nowhere)).toThrow('--move-clock');
});

it('says what to do when no system runs', () => {
  expect(() => chooseTarget({ moveClock: false }, nowhere)).toThrow('npm start');
});
