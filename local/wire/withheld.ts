import type { Statement } from './iam.ts';

/** Actions that functions do without for a while, whatever the template grants them. */
type Withheld = {
  /** Returns what ends it. */
  add: (caller: string, action: string) => () => void;
  /** A caller's statements, less what is withheld from it. */
  from: (caller: string, statements: Statement[] | undefined) => Statement[] | undefined;
};

export const createWithheld = (): Withheld => {
  const pending = new Set<{ caller: string; action: string }>();
  return {
    add: (caller, action) => {
      const one = { caller, action };
      pending.add(one);
      return () => void pending.delete(one);
    },
    from: (caller, statements) => {
      const actions = [...pending].filter((one) => one.caller === caller).map(({ action }) => action);
      if (actions.length === 0) return statements;
      return statements?.map((statement) => ({
        ...statement,
        Action: statement.Action.filter((action) => !actions.includes(action)),
      }));
    },
  };
};
