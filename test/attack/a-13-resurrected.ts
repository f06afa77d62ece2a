import { createPrivateKey, type KeyObject } from 'node:crypto';
import { unseal } from '../../shared/adapters/crypto/seal.ts';
import { environment } from '../../shared/contract/environment.ts';
import { attack, type Try } from './attack.ts';
import { itemsOf, type Dump, type Item } from './world/dumps.ts';
import { actingAs, mixRole, rolesOf, type Unwrap } from './world/roles.ts';
import type { World } from './world/world.ts';

type View = {
  readonly quarter: string;
  /** Full copies: of the quarter's last evening, as a backup would have it, and after the close. */
  readonly evening: Dump;
  readonly present: Dump;
  /** Every message that was ever queued, dead letters included, and every line that was logged. */
  readonly written: readonly string[];
  /** The roles as which the adversary may act, beside that of the mix. */
  readonly roles: readonly string[];
  readonly unwrap: Unwrap;
};

const viewOf = (world: World): View => ({
  quarter: world.quarter,
  ...{ evening: world.beforeClose, present: world.afterClose },
  written: world.moments.flatMap(({ queued, lines }) => [...queued, ...lines.map(({ text }) => text)]),
  roles: rolesOf(world.stage.system).filter((role) => role !== mixRole),
  unwrap: actingAs(world.stage.system),
});

/** Every byte string of a copy that is no sealed answer, and could be a key, wrapped or not. */
const bytesIn = (copy: Dump): Buffer[] => {
  const found = [...copy]
    .filter(([table]) => table !== environment.poolTable)
    .flatMap(([, items]) => items.flatMap((item) => Object.values(item)))
    .flatMap((value) => (value instanceof Uint8Array ? [Buffer.from(value).toString('base64')] : []));
  return [...new Set(found)].map((text) => Buffer.from(text, 'base64'));
};

/** Keys that were written out somewhere in the open: in base64, or line by line. */
const bytesInTexts = (texts: readonly string[]): Buffer[] =>
  texts.flatMap((text) => (text.match(/[\w+/-]{800,}=*/g) ?? []).map((word) => Buffer.from(word, 'base64')));

function privateKeyIn(der: Uint8Array | undefined): KeyObject[] {
  try {
    return der === undefined
      ? []
      : [createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })];
  } catch {
    return [];
  }
}

/** Unwraps whatever can be unwrapped, as anybody. */
async function keysUnwrapped(
  { quarter, unwrap }: View,
  copy: Dump,
  roles: readonly string[],
): Promise<KeyObject[]> {
  const keys: KeyObject[] = [];
  for (const bytes of bytesIn(copy))
    for (const role of roles) keys.push(...privateKeyIn(await unwrap(role, bytes, quarter)));
  return keys;
}

/** Opens as many of the evening's sealed answers as any key opens. */
function opened(name: string, { evening }: View, keys: readonly KeyObject[]): Try {
  const sealed = itemsOf(evening, environment.poolTable);
  const open = sealed.filter((item) => keys.some((key) => isOpenedBy(key, item)));
  return { name, success: open.length / sealed.length, chance: 0, limit: 0 };
}

function isOpenedBy(key: KeyObject, { sealed }: Item): boolean {
  try {
    return sealed instanceof Uint8Array && unseal(key, sealed).includes('"answers"');
  } catch {
    return false;
  }
}

/** Answers that were written out where a failed message or an error rests. */
function readable({ written, evening }: View): Try {
  const found = written.filter((text) => /"answers\\*"\s*:\s*\{|\bheard(-faces)?\\*"?\s*[:=]/.test(text));
  const sealed = itemsOf(evening, environment.poolTable).length;
  return {
    name: 'answers readable in a message or a line',
    success: Math.min(1, found.length / sealed),
    chance: 0,
    limit: 0,
  };
}

async function attempt(view: View) {
  const { evening, present, roles, written } = view;
  return {
    tries: [
      opened(
        "opened by what others than the mix unwrap of the evening's copy",
        view,
        await keysUnwrapped(view, evening, roles),
      ),
      opened(
        'opened by what the mix itself still unwraps',
        view,
        await keysUnwrapped(view, present, [mixRole]),
      ),
      opened(
        'opened by keys that lie about',
        view,
        [...bytesIn(evening), ...bytesIn(present), ...bytesInTexts(written)].flatMap(privateKeyIn),
      ),
      readable(view),
    ],
    remarks: [
      `${roles.length} roles asked KMS to unwrap. Whoever can act as ${mixRole} and has kept the evening's copy is not kept ` +
        'out: who may do that is said in its role and in the policy of the key.',
    ],
  };
}

export const resurrected = attack<View>({
  id: 'A-13',
  adversary:
    'holds a copy of the evening before the close with its wrapped keys, every message and every log line',
  tries: 'to open sealed answers once the quarter has closed, as every role but that of the mix',
  view: viewOf,
  attempt,
  weakened: [
    {
      name: 'one more role may unwrap (the adversary acts as the mix)',
      view: (world) => ({ ...viewOf(world), roles: [mixRole] }),
    },
    {
      name: 'the key is not destroyed after the mix (copy changed)',
      view: (world) => ({ ...viewOf(world), present: world.beforeClose }),
    },
    {
      name: 'answers that could not be taken rest in a dead-letter queue (messages added)',
      view: (world) => {
        const letters = world.answered.map(({ invited: { context }, answers }) =>
          JSON.stringify({ context, answers }),
        );
        return { ...viewOf(world), written: letters };
      },
    },
  ],
});
