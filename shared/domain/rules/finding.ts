/** Something about a rule that an administrator is told of. */
export type Finding = {
  /** A JSON Pointer (RFC 6901) into the rule; empty where it concerns the rule as a whole. */
  readonly pointer: string;
  /** What is the matter, in plain words. */
  readonly detail: string;
  /** The other rule that this one is in conflict with. */
  readonly rule?: string;
};
