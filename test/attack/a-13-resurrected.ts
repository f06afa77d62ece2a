import type { KeyObject } from 'node:crypto';
import { unseal } from '../../shared/adapters/crypto/seal.ts';
import { environment } from '../../shared/contract/environment.ts';
import { attack, type Try } from './attack.ts';
import { itemsOf, type Dump, type Item } from './world/dumps.ts';
import { bytesIn, bytesInTexts, privateKeyIn } from './world/key-material.ts';
import { kmsOf, mixRole, rolesOf, type Kms } from './world/roles.ts';
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
  readonly kms: Kms;
  /** The keys that private keys are wrapped with. */
  readonly wrappingKeys: readonly string[];
};

async function viewOf(world: World): Promise<View> {
  const { system } = world.stage;
  const kms = kmsOf(system);
  // Names of keys are no secret: those who may unwrap say with which one.
  const unwrappers = [mixRole, 'sign-ballots'];
  const wrappingKeys = (await unwrapped(kms, world.beforeClose, unwrappers, world.quarter)).map(
    ({ key }) => key,
  );
  return {
    quarter: world.quarter,
    ...{ evening: world.beforeClose, present: world.afterClose },
    written: world.moments.flatMap(({ queued, lines }) => [...queued, ...lines.map(({ text }) => text)]),
    roles: rolesOf(system).filter((role) => role !== mixRole),
    ...{ kms, wrappingKeys: [...new Set(wrappingKeys)] },
  };
}

/** Unwraps whatever in a copy can be unwrapped, as anybody. */
async function unwrapped(kms: Kms, copy: Dump, roles: readonly string[], quarter: string) {
  const answers = [];
  for (const bytes of bytesIn(copy))
    for (const role of roles) answers.push(await kms.unwrap(role, bytes, quarter));
  return answers.filter((answer) => answer !== undefined);
}

async function keysUnwrapped(
  { kms, quarter }: View,
  copy: Dump,
  roles: readonly string[],
): Promise<KeyObject[]> {
  return (await unwrapped(kms, copy, roles, quarter)).flatMap(({ plain }) => privateKeyIn(plain));
}

/** Whoever could wrap a key of their own could put it in the place of a quarter's, and the mix would take it. */
async function planted({ kms, wrappingKeys, roles }: View): Promise<Try> {
  const everybody = [...roles, mixRole];
  let allowed = 0;
  for (const key of wrappingKeys)
    for (const role of everybody) allowed += (await kms.wrapOwn(role, key)).length > 0 ? 1 : 0;
  const success = allowed / (wrappingKeys.length * everybody.length);
  return { name: 'roles that may wrap a key of their own', success, chance: 0, limit: 0 };
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
      await planted(view),
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
  tries:
    'to open sealed answers once the quarter has closed, as every role but that of the mix; to plant a key of their own',
  view: viewOf,
  attempt,
  weakened: [
    {
      name: 'one more role may unwrap (the adversary acts as the mix)',
      view: async (world) => ({ ...(await viewOf(world)), roles: [mixRole] }),
    },
    {
      name: 'the key is not destroyed after the mix (copy changed)',
      view: async (world) => ({ ...(await viewOf(world)), present: world.beforeClose }),
    },
    {
      name: 'the key that wraps says nothing against wrapping with it (a key without a policy of its own)',
      view: async (world) => {
        const view = await viewOf(world);
        return { ...view, wrappingKeys: view.wrappingKeys.map((key) => `${key}-without-a-policy`) };
      },
    },
    {
      name: 'answers that could not be taken rest in a dead-letter queue (messages added)',
      view: async (world) => {
        const letters = world.answered.map(({ invited: { context }, answers }) =>
          JSON.stringify({ context, answers }),
        );
        return { ...(await viewOf(world)), written: letters };
      },
    },
  ],
});
