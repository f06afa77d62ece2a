import type { Size, World } from './world/world.ts';

/** What attacks are let loose on. */
export type Grounds = {
  readonly size: Size['name'];
  /** The quarter that was played on the running system: played when somebody first asks for it. */
  readonly played: () => Promise<World>;
};

/** One thing that an adversary tries, and how well it went. All three are shares, 0 to 1. */
export type Try = {
  readonly name: string;
  readonly success: number;
  /** What the same guesses are worth where nothing but what is conceded is known. */
  readonly chance: number;
  /** Most success that is still no better than chance, for so many trials. */
  readonly limit: number;
};

/** What came of an attack: every try of it, and what a reader should know beside the figures. */
export type Outcome = { readonly tries: readonly Try[]; readonly remarks?: readonly string[] };

/** A system that an attack is let loose on: the real one, or one that was weakened on purpose. */
export type Target = {
  readonly name: string;
  readonly isWeakened: boolean;
  readonly attempt: (grounds: Grounds) => Promise<Outcome>;
};

export type Attack = {
  /** As in the table of attacks, such as `A-01`. */
  readonly id: string;
  /** Who attacks, and all that they hold. */
  readonly adversary: string;
  /** What they try, and what counts as success. */
  readonly tries: string;
  /** Whether it asks for the quarter that was played. */
  readonly isOnSystem: boolean;
  readonly targets: readonly Target[];
};

type Described<View, From> = Pick<Attack, 'id' | 'adversary' | 'tries'> & {
  /** All that the adversary is granted of the real system; or, for one who acts, the system itself. */
  readonly view: (from: From) => Promise<View> | View;
  /** The attack. It sees nothing but the view, and does the same whatever it is let loose on. */
  readonly attempt: (view: View) => Promise<Outcome> | Outcome;
  readonly weakened: readonly {
    /** What was weakened, and how: a transformed view, or a weakened function. */
    readonly name: string;
    readonly view: (from: From) => Promise<View> | View;
  }[];
};

/** Lets the same attempt loose on the real system and on every weakened one. */
export const attack = <View>(described: Described<View, World>): Attack =>
  attackFrom(described, true, ({ played }) => played());

/** The same for figures that were composed, but never stored: the view is made of the size of their world. */
export const attackOnFigures = <View>(described: Described<View, Size['name']>): Attack =>
  attackFrom(described, false, ({ size }) => Promise.resolve(size));

function attackFrom<View, From>(
  { view, attempt, weakened, ...described }: Described<View, From>,
  isOnSystem: boolean,
  fromOf: (grounds: Grounds) => Promise<From>,
): Attack {
  const target = (name: string, isWeakened: boolean, viewOf: Described<View, From>['view']): Target => ({
    name,
    isWeakened,
    attempt: async (grounds) => attempt(await viewOf(await fromOf(grounds))),
  });
  return {
    ...described,
    isOnSystem,
    targets: [
      target('the system', false, view),
      ...weakened.map(({ name, view: weaker }) => target(name, true, weaker)),
    ],
  };
}

/** The try that went furthest beyond its limit, or came closest to it. */
export function mostTelling({ tries }: Outcome): Try {
  const [first, ...others] = tries.toSorted((a, b) => b.success - b.limit - (a.success - a.limit));
  if (first === undefined) throw new Error('an attack that tries nothing shows nothing');
  // A figure that is none would be below every limit.
  for (const { name, success, chance, limit } of [first, ...others])
    if (![success, chance, limit].every(Number.isFinite)) throw new Error(`"${name}" has no figures`);
  return first;
}

/** Whether any try was better than its limit allows. */
export const isBroken = ({ tries }: Outcome): boolean => tries.some(({ success, limit }) => success > limit);
