import type { Change, Weakness } from './altered.ts';

/* Every change that makes a system weaker than ours, line by line. A test sees to it that each still changes something. */

const showSurvey = 'functions/show-survey/handler.ts';
const takeResponse = 'functions/take-responses/take-response.ts';

/** Changes to the page's own code, in `web/respondent/`. */
export const weakerPages = {
  /** The page takes any signature for the key's that it came with. */
  unverified: [
    {
      file: 'web/respondent/blind-signature.ts',
      from: 'if (publicPower(signature, n) !== blinding.encoded) return undefined;',
      to: '',
    },
  ],
  /** A ballot's nonce is a hash of the ticket. */
  nonceOfTicket: [nonceFrom('ticket')],
  /** A ballot's nonce is a hash of the ticket and of the second. */
  nonceOfTime: [nonceFrom('ticket + String(Math.floor(Date.now() / 1000))')],
  /** An envelope is as long as what is in it. */
  unpadded: [
    {
      file: 'web/respondent/seal.ts',
      from: 'new Uint8Array(sealedBytes - wrapped.length - iv.length - tagBytes).fill(0x20)',
      to: 'new Uint8Array(plaintext.length)',
    },
  ],
} as const satisfies Readonly<Record<string, readonly Change[]>>;

function nonceFrom(text: string): Change {
  const digest = `process.getBuiltinModule('node:crypto').createHash('sha512').update(${text}).digest()`;
  return {
    file: 'web/respondent/ballot.ts',
    from: 'const nonce = randomBytes(preparedBytes);',
    to: `const nonce = Uint8Array.from(${digest});`,
  };
}

/** Tickets are marked under another condition. */
const markedIf = (condition: string): Weakness => {
  const change = {
    file: 'shared/adapters/ballots.ts',
    from: "may === 'begin' ? 'attribute_not_exists(id) OR ballot = :ballot' : 'ballot = :ballot'",
    to: `'${condition}'`,
  };
  return { 'sign-ballots': [change], 'take-answers': [change] };
};

/** Changes to functions. */
export const weakerFunctions = {
  /** The page holds another key for every reader. */
  keyOfTheReader: {
    'show-survey': [
      {
        file: showSurvey,
        from: 'scriptAt(quarterAt(now())),',
        to: `scriptAt(quarterAt(now())).then((script) => {
          const reader = Buffer.from((request.headers['x-forwarded-for'] ?? '').split(',')[0].slice(-6)).toString('base64url');
          return script.replace(/"ballot":".{8}/, '"ballot":"' + reader.padEnd(8, 'A'));
        }),`,
      },
    ],
  },
  /** No policy says which script may run in the page. */
  noPolicy: {
    'show-survey': [
      {
        file: 'shared/lambda/html-page.ts',
        from: "'content-security-policy': [",
        to: "'x-no-policy': [",
      },
    ],
  },
  /** The nonce in the form without JavaScript is a hash of the ticket. */
  nonceOfTicket: {
    'show-survey': [
      {
        file: showSurvey,
        from: "nonce: randomBytes(nonceBytes).toString('base64url'),",
        to: "nonce: createHash('sha256').update(invitation.ticket).digest('base64url'),",
      },
      {
        file: showSurvey,
        from: "import { randomBytes } from 'node:crypto';",
        to: "import { createHash } from 'node:crypto';",
      },
    ],
  },
  /** Whoever comes with a ticket may use it, again and again. */
  markedAlways: markedIf('attribute_not_exists(id) OR attribute_exists(id) OR ballot = :ballot'),
  /** Whoever comes with a used ticket is turned away, also by whom it was used. */
  markedOnce: markedIf('attribute_not_exists(id) AND NOT (ballot = :ballot)'),
  /** Every response is a new answer. */
  pooledAlways: {
    'take-responses': [
      {
        file: takeResponse,
        from: 'const ballot = ballotHash(nonce);',
        to: 'const ballot = ballotHash(nonce + Math.random());',
      },
    ],
  },
  /** No MAC, no number and no signature is looked at. */
  tooTrusting: {
    'sign-ballots': [
      {
        file: 'shared/adapters/crypto/tickets.ts',
        from: 'if (!timingSafeEqual(bytes.subarray(signedBytes), macOf(key, signed))) return undefined;',
        to: '',
      },
      {
        file: 'shared/adapters/crypto/blind-signature.ts',
        from: 'if (!canBeSigned(message, modulusOf(publicKey))) return undefined;',
        to: '',
      },
    ],
    'take-responses': [
      { file: takeResponse, from: '!verify?.(bytesOf(nonce), bytesOf(signature))', to: '!verify' },
    ],
  },
  /** The code that somebody has typed goes into a line of the log. */
  loggingCodes: {
    'show-survey': [
      {
        file: showSurvey,
        from: "const invitation = readCode(browserFormOf(request).get('code') ?? '');",
        to: `const invitation = readCode(browserFormOf(request).get('code') ?? '');
          console.log(JSON.stringify({ level: 'INFO', message: 'a code was typed', ...invitation }));`,
      },
    ],
  },
  /** An envelope may have any size. */
  anySize: {
    'take-responses': [
      {
        file: 'shared/api/ballots.ts',
        from: 'sealed: encoded(sealedBytes)',
        to: 'sealed: encoded()',
      },
    ],
  },
  /** Who posts again is told so. */
  tellingRepeats: {
    'take-responses': [
      {
        file: takeResponse,
        from: 'await poolAnswer(pool, ballot, {',
        to: `if (await isPooled(pool, ballot)) return 'over';
          await poolAnswer(pool, ballot, {`,
      },
    ],
  },
  /** A release is computed again each day, and replaces the one before. */
  computingAnew: {
    'publish-report': [
      {
        file: 'functions/publish-report/publish-periods.ts',
        from: 'const releases = await listReleases(table);',
        to: `const today = new Date(now).toISOString().slice(0, 10);
          const releases = (await listReleases(table)).filter(({ releasedOn }) => releasedOn === today);`,
      },
      {
        file: 'shared/adapters/dynamodb.ts',
        from: "  ConditionExpression: `attribute_not_exists(${'pk' in item ? 'pk' : 'id'})`,",
        to: '',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Weakness>>;

/** The mix counts answers for a unit whatever their context is named: a name that nobody was given is as good as any. */
export const unsignedContexts = (unit: string): Weakness => ({
  'mix-responses': [
    {
      file: 'functions/mix-responses/places.ts',
      from: '=> contextName(key, context) === name)',
      to: `=> context.unit === '${unit}' || contextName(key, context) === name)`,
    },
  ],
});

/** The mix counts an envelope for a unit as often as it lies in the pool. */
export const copiesCounted = (unit: string): Weakness => ({
  'mix-responses': [
    {
      file: 'functions/mix-responses/counting.ts',
      from: 'const opened = this.#isCopy(sealed) ? undefined : open(sealed, privateKey);',
      to: `const opening = open(sealed, privateKey);
        const isOfUnit = opening && this.#places.contexts.get(opening.context)?.unit === '${unit}';
        const opened = this.#isCopy(sealed) && !isOfUnit ? undefined : opening;`,
    },
  ],
});
