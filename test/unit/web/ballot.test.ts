/**
 * The page's ballot against a server with real keys that loses requests and replies, fails, turns the quarter and
 * cheats: each answer counts once whatever is lost, what is sent again is the same ballot, no post holds an invitation
 * and an answer, and under a key that is not the page's nothing further is sent.
 */
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { signBlinded } from '../../../shared/adapters/crypto/blind-signature.ts';
import { makeBallot } from '../../../web/respondent/ballot.ts';
import { BallotServer, newQuarters, publicKeysOf, type Mishap } from '../../support/ballot-server.ts';

const ballots = '/v1/ballots';
const responses = '/v1/responses';
const invitation = {
  ticket: randomBytes(16).toString('base64url'),
  context: randomBytes(9).toString('base64url'),
};
const answers = { heard: 4, recommend: 0, comment: 'Hyvää yötä 😀' };
const changed = { heard: 2 };

const [first, second, third, foreign] = newQuarters('2026-Q1', '2026-Q2', '2026-Q3', 'foreign');
if (!first || !second || !third || !foreign) throw new Error('there are too few keys');
const quarters = [first, second, third];
const keys = [publicKeysOf(first), publicKeysOf(second)];

let server: BallotServer;
beforeEach(() => {
  server = new BallotServer(quarters);
});

const openPage = (pageKeys = keys) => makeBallot(invitation, pageKeys, server.line);

const reply = (status: number, body: unknown): Mishap => ({ kind: 'reply', reply: { status, body } });
/** Binary values as numbers of so many bytes, with zeros in front. */
const bytes = (text: string, length = 256): Buffer => {
  const decoded = Buffer.from(text, 'base64url');
  return Buffer.concat([Buffer.alloc(length - decoded.length), decoded]);
};

const nothingCame: readonly [string, Mishap][] = [
  ['the request is lost', { kind: 'lost-request' }],
  ['the reply is lost', { kind: 'lost-reply' }],
  ['the server fails', reply(500, { title: 'The request failed.' })],
  ['the server is not there', reply(503, { message: 'Service Unavailable' })],
  ['too many come at once', reply(429, { message: 'Too Many Requests' })],
  ['somebody in between answers with a page of theirs', reply(200, undefined)],
  ['somebody in between refuses with a page of theirs', reply(400, undefined)],
];

/** The answer that counts, where there is one and no other. */
function counted(): unknown {
  expect([...server.pool]).toHaveLength(1);
  expect([...server.marks]).toHaveLength(1);
  return server.read([...server.pool.keys()][0] ?? '');
}

const valuesOf = (path: string, member: string): string[] =>
  server.postsTo(path).map((body) => body[member] ?? '');

describe('where nothing goes wrong', () => {
  it('takes two posts, and the mix finds the context and the answers', async () => {
    expect(await openPage()(answers)).toBe('taken');
    expect(counted()).toEqual({ context: invitation.context, answers });
    expect(server.posts.map(({ path }) => path)).toEqual([ballots, responses]);
    expect(server.pausesMs).toEqual([]);
  });

  it('posts what the contract says, in its sizes, and nothing else', async () => {
    await openPage()(answers);
    const [ballot = {}] = server.postsTo(ballots);
    const [response = {}] = server.postsTo(responses);
    expect(Object.keys(ballot).sort()).toEqual(['blinded', 'keyId', 'ticket']);
    expect(Object.keys(response).sort()).toEqual(['keyId', 'nonce', 'sealed', 'signature']);
    const size = (text = ''): number => Buffer.from(text, 'base64url').length;
    expect(size(ballot['blinded'])).toBe(256);
    expect([size(response['nonce']), size(response['signature']), size(response['sealed'])]).toEqual([
      64, 256, 3840,
    ]);
    expect(ballot['ticket']).toBe(invitation.ticket);
    expect([ballot['keyId'], response['keyId']]).toEqual(['2026-Q1', '2026-Q1']);
  });

  it('posts the same sizes whatever was answered', async () => {
    const sizes = async (given: Record<string, number | string>): Promise<number[]> => {
      server = new BallotServer(quarters);
      await openPage()(given);
      return server.posts.map(({ body }) => JSON.stringify(body).length);
    };
    expect(await sizes({ heard: 1 })).toEqual(await sizes({ ...answers, comment: 'x'.repeat(1000) }));
  });
});

describe('no link', () => {
  it('is in the bytes: the two posts share nothing but the quarter', async () => {
    await openPage()(answers);
    expect(sharedRuns(server.postsTo(ballots), server.postsTo(responses))).toEqual([]);
  });

  it('is in a ticket: two pages of one invitation post nothing alike but the invitation', async () => {
    await openPage()(answers);
    const before = server;
    server = new BallotServer(quarters);
    await openPage()(answers);
    const but = (body: Readonly<Record<string, string>>) => ({ ...body, ticket: '' });
    for (const path of [ballots, responses])
      expect(sharedRuns(before.postsTo(path).map(but), server.postsTo(path).map(but))).toEqual([]);
  });

  it('is in a nonce that would know the ticket: it comes from chance, prefix and all', async () => {
    const nonces = new Set<string>();
    for (let times = 0; times < 20; times++) {
      server = new BallotServer(quarters);
      await openPage()(answers);
      const nonce = Buffer.from(valuesOf(responses, 'nonce')[0] ?? '', 'base64url').toString('hex');
      for (let at = 0; at < nonce.length; at += 16) nonces.add(nonce.slice(at, at + 16));
    }
    expect(nonces.size).toBe(20 * 8);
  });
});

describe.each([ballots, responses])('at %s', (path) => {
  it.each(nothingCame)('%s, up to three times: the answer counts once', async (_, mishap) => {
    for (const times of [1, 2, 3]) {
      server = new BallotServer(quarters);
      server.mishaps[path] = Array.from({ length: times }, () => mishap);
      expect(await openPage()(answers)).toBe('taken');
      expect(counted()).toEqual({ context: invitation.context, answers });
      expect(server.pausesMs).toEqual([1000, 3000, 9000].slice(0, times));
      const sent = server.postsTo(path).map((body) => JSON.stringify(body));
      expect(sent).toHaveLength(times + 1);
      expect(new Set(sent).size).toBe(1);
    }
  });

  it.each(nothingCame)('%s, again and again: the next press of Send takes it up', async (_, mishap) => {
    server.mishaps[path] = Array.from({ length: 8 }, () => mishap);
    const send = openPage();
    expect(await send(answers)).toBe('unavailable');
    expect(server.postsTo(path)).toHaveLength(4);
    expect(await send(answers)).toBe('unavailable');
    expect(await send(changed)).toBe('taken');
    expect(new Set(valuesOf(ballots, 'blinded')).size).toBe(1);
    expect(new Set(valuesOf(responses, 'nonce')).size).toBe(1);
    expect(server.postsTo(ballots)).toHaveLength(path === ballots ? 9 : 1);
    // What had arrived before stays; what had not is what was chosen in the end.
    const hadArrived = path === responses && mishap.kind === 'lost-reply';
    expect(counted()).toEqual({ context: invitation.context, answers: hadArrived ? answers : changed });
  });

  it.each([
    [400, 'refused'],
    [409, 'used'],
    [410, 'expired'],
  ] as const)('%i is an answer: %s, and is not asked for twice', async (status, outcome) => {
    server.mishaps[path] = [reply(status, {})];
    expect(await openPage()(answers)).toBe(outcome);
    expect(server.postsTo(path)).toHaveLength(1);
    expect(server.postsTo(responses)).toHaveLength(path === responses ? 1 : 0);
  });
});

it('tells the second page of one invitation that it has been used', async () => {
  expect(await openPage()(answers)).toBe('taken');
  expect(await openPage()(changed)).toBe('used');
  expect(counted()).toEqual({ context: invitation.context, answers });
});

it('can be sent again after it was taken, and is taken as the one it was', async () => {
  const send = openPage();
  expect([await send(answers), await send(changed)]).toEqual(['taken', 'taken']);
  expect(counted()).toEqual({ context: invitation.context, answers });
});

describe("a signature that is not by the page's key", () => {
  const signatures: readonly [string, (blinded: string) => unknown][] = [
    ["another key's", (blinded) => signBlinded(foreign.ballot, bytes(blinded))?.toString('base64url')],
    ["the mix's", (blinded) => signBlinded(first.mix, bytes(blinded, 384))?.toString('base64url')],
    ['missing', () => undefined],
    ['null', () => null],
    ['a number', () => 7],
    ['empty', () => ''],
    ['no base64url', () => '!'.repeat(342)],
    ['what was blinded', (blinded) => blinded],
    ['random', () => randomBytes(256).toString('base64url')],
    ['one byte short', () => randomBytes(255).toString('base64url')],
    ['0', () => Buffer.alloc(256).toString('base64url')],
  ];

  it.each(signatures)('(%s) ends it: no answer is posted, then or later', async (_, signatureFor) => {
    let asked = 0;
    const send = makeBallot(invitation, keys, {
      ...server.line,
      post: async (path, body) => {
        if (asked++ > 0 || !('blinded' in body)) return server.line.post(path, body);
        return { status: 200, body: { signature: signatureFor(String(body.blinded)) } };
      },
    });
    expect(await send(answers)).toBe('tampered');
    // What comes now would come of an honest server; this page has seen enough.
    expect(await send(answers)).toBe('tampered');
    expect([asked, server.posts]).toEqual([1, []]);
    expect(await openPage()(answers)).toBe('taken');
  });

  it('ends it where the key is the other one of the page', async () => {
    const swapped = new BallotServer([{ ...first, ballot: second.ballot }, second]);
    expect(await makeBallot(invitation, keys, swapped.line)(answers)).toBe('tampered');
    expect(swapped.postsTo(responses)).toEqual([]);
  });
});

describe('the quarter turns', () => {
  it('before the ballot: a new blinding for the next key, and the answer is sealed to it', async () => {
    server.current = '2026-Q2';
    expect(await openPage()(answers)).toBe('taken');
    expect(counted()).toEqual({ context: invitation.context, answers });
    expect(valuesOf(ballots, 'keyId')).toEqual(['2026-Q1', '2026-Q2']);
    expect(new Set(valuesOf(ballots, 'blinded')).size).toBe(2);
    expect(server.postsTo(responses)).toEqual([
      expect.objectContaining({ keyId: '2026-Q2', nonce: expect.any(String) as string }),
    ]);
    expect(server.postsTo(responses)[0]).not.toHaveProperty('sealedTo');
  });

  it('between the two posts: the same ballot, sealed anew', async () => {
    server.before = ({ path }) => {
      if (path === responses) server.current = '2026-Q2';
    };
    expect(await openPage()(answers)).toBe('taken');
    expect(counted()).toEqual({ context: invitation.context, answers });
    expect(server.postsTo(ballots)).toHaveLength(1);
    expect(valuesOf(responses, 'keyId')).toEqual(['2026-Q1', '2026-Q1']);
    expect(valuesOf(responses, 'sealedTo')).toEqual(['', '2026-Q2']);
    expect(new Set(valuesOf(responses, 'nonce')).size).toBe(1);
    expect(new Set(valuesOf(responses, 'signature')).size).toBe(1);
    expect(new Set(valuesOf(responses, 'sealed')).size).toBe(2);
  });

  it.each([
    [ballots, 'the reply to the ballot is lost over it'],
    [responses, 'the reply to the response is lost over it'],
  ])('at %s: %s, and the answer counts once', async (path) => {
    server.mishaps[path] = [{ kind: 'lost-reply' }];
    server.before = () => {
      if (server.postsTo(path).length === 1) server.current = '2026-Q2';
    };
    expect(await openPage()(answers)).toBe('taken');
    expect(counted()).toEqual({ context: invitation.context, answers });
    expect(new Set(valuesOf(ballots, 'blinded')).size).toBe(1);
  });

  it('while the page waits to be sent again', async () => {
    server.mishaps[responses] = Array.from({ length: 4 }, () => ({ kind: 'lost-request' }));
    const send = openPage();
    expect(await send(answers)).toBe('unavailable');
    server.current = '2026-Q2';
    expect(await send(changed)).toBe('taken');
    expect(counted()).toEqual({ context: invitation.context, answers: changed });
    expect(server.postsTo(ballots)).toHaveLength(1);
  });

  it('twice: a page that has neither key is outdated, and has spent nothing', async () => {
    server.current = '2026-Q3';
    expect(await openPage()(answers)).toBe('outdated');
    expect([...server.marks]).toEqual([]);
    expect(server.postsTo(responses)).toEqual([]);
  });

  it('twice between the posts: no newer page could send this any more', async () => {
    server.before = ({ path }) => {
      if (path === responses) server.current = '2026-Q3';
    };
    expect(await openPage()(answers)).toBe('expired');
    expect([...server.pool]).toEqual([]);
  });
});

describe('a key that is named', () => {
  it.each([
    ['the one in use', '2026-Q1'],
    ['one that the page did not come with', '2026-Q3'],
    ['one of another deployment', 'x'],
    ['no text', 7],
  ])('at the ballot is not taken where it is %s', async (_, keyId) => {
    server.mishaps[ballots] = [reply(409, { keyId })];
    expect(await openPage()(answers)).toBe('outdated');
    expect(server.posts).toHaveLength(1);
  });

  it.each([
    ['2026-02-10T12:00:00Z', 'outdated', ['2026-Q1']],
    ['2026-03-31T12:00:00Z', 'taken', ['2026-Q1', '2026-Q2']],
  ])('at the ballot on %s, for the quarter after, ends as %s', async (today, ended, asked) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(today) });
    try {
      server.current = '2026-Q2';
      expect(await openPage()(answers)).toBe(ended);
      expect(valuesOf(ballots, 'keyId')).toEqual(asked);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is never an earlier one: the two are not played against each other', async () => {
    server.mishaps[ballots] = [reply(409, { keyId: '2026-Q2' }), reply(409, { keyId: '2026-Q1' })];
    expect(await openPage()(answers)).toBe('outdated');
    expect(valuesOf(ballots, 'keyId')).toEqual(['2026-Q1', '2026-Q2']);
  });

  it('at the response is never an earlier one either', async () => {
    server.mishaps[responses] = [reply(409, { keyId: '2026-Q2' }), reply(409, { keyId: '2026-Q1' })];
    expect(await openPage()(answers)).toBe('expired');
    expect(server.postsTo(responses)).toHaveLength(2);
  });
});

it('has nothing to send with where the page came without keys', async () => {
  expect(await openPage([])(answers)).toBe('outdated');
  expect(server.posts).toEqual([]);
});

it('posts nothing where the answers do not fit the envelope: the ticket is not spent on them', async () => {
  const send = openPage();
  await expect(send({ comment: 'x'.repeat(3500) })).rejects.toThrow(RangeError);
  expect(server.posts).toEqual([]);
  expect(await send(answers)).toBe('taken');
});

/** Runs of eight bytes that occur in binary or other values of both, the name of the quarter apart. */
function sharedRuns(
  some: readonly Readonly<Record<string, string>>[],
  others: readonly Readonly<Record<string, string>>[],
): string[] {
  const runsOf = (bodies: readonly Readonly<Record<string, string>>[]): Set<string> => {
    const values = bodies.flatMap((body) => Object.values({ ...body, keyId: '' }));
    const hex = values.flatMap((value) => [
      Buffer.from(value).toString('hex'),
      Buffer.from(value, 'base64url').toString('hex'),
    ]);
    return new Set(
      hex.flatMap((digits) =>
        Array.from({ length: Math.max(0, digits.length / 2 - 7) }, (_run, at) =>
          digits.slice(2 * at, 2 * at + 16),
        ),
      ),
    );
  };
  const runs = runsOf(some);
  expect(runs.size).toBeGreaterThan(200);
  return [...runsOf(others)].filter((run) => runs.has(run));
}
