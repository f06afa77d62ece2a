/** What a caller is sent of what could be sent, by its `Accept`, as RFC 9110 has it. */
import { describe, expect, it } from 'vitest';
import { mostWanted, weightsIn } from '../../../shared/lambda/accepted.ts';

const chosen = (header: string | undefined): string | undefined =>
  mostWanted(header, ['text/html', 'application/json', 'text/csv'], (type) => [type]);

describe('of three types', () => {
  it.each([undefined, '', ' ', ',', ' , ,'])('the first is sent where %j names none', (header) => {
    expect(chosen(header)).toBe('text/html');
  });

  it.each([
    ['text/csv', 'text/csv'],
    [', text/csv,', 'text/csv'],
    ['application/json, text/html', 'text/html'],
    ['application/json, text/html;q=0.9', 'application/json'],
    ['Application/JSON ; Q=0.5 , image/png', 'application/json'],
    ['text/html;level=1;q=0.3, text/csv;q=0.4', 'text/csv'],
    ['text/*, application/json', 'text/html'],
    ['text/html;q=0.1, text/*;q=0.5, */*;q=0.3', 'text/csv'],
    ['text/html;q=0, */*;q=0.1', 'application/json'],
    ['text/csv;q=0.001, text/html;q=0.000', 'text/csv'],
    // A weight that is none does not count.
    ['text/csv;q=2, text/html;q=0.9', 'text/csv'],
  ])('%j is sent %s', (header, type) => {
    expect(chosen(header)).toBe(type);
  });

  it.each(['image/png', 'text/html;q=0', '*/*;q=0', 'text', '*'])('none is what %j asks for', (header) => {
    expect(chosen(header)).toBeUndefined();
  });
});

it('an offer is asked for by any of its types', () => {
  const offers = {
    stat: ['application/json-stat+json', 'application/json-stat'],
    csv: ['text/csv'],
  } as const;
  const wanted = (header: string) => mostWanted(header, ['csv', 'stat'] as const, (offer) => offers[offer]);
  expect(wanted('application/json-stat, text/csv;q=0.5')).toBe('stat');
});

it('of encodings, nothing is wanted where nothing is named', () => {
  expect([...weightsIn('')]).toEqual([]);
  expect([...weightsIn('br, gzip;q=0.8')]).toEqual([
    ['br', 1],
    ['gzip', 0.8],
  ]);
});
