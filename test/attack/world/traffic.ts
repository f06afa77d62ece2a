import * as z from 'zod';
import type { System } from '../../../local/system.ts';

/** A call that a function made to a service, as metrics count it: by function, operation and resource. */
export type Counted = { readonly caller: string; readonly action: string; readonly resource: string };

/** What a moment has left behind beside what is stored. */
export type Traffic = {
  readonly calls: readonly Counted[];
  /** Bodies of messages that went into a queue. */
  readonly queued: readonly string[];
  /** Lines that functions have logged. */
  readonly lines: readonly { readonly function: string; readonly text: string }[];
};

const sent = z.object({
  MessageBody: z.string().optional(),
  Entries: z.array(z.object({ MessageBody: z.string() })).optional(),
});

/** Takes note of what functions log, queue and call, moment by moment. */
export class Listener {
  readonly #system: System;
  readonly #heard = new Map<string, number>();

  constructor(system: System) {
    this.#system = system;
    system.wire.ledger.keepBodies(true);
    this.take();
  }

  /** Names of tables that were written to since anything was last taken: the wire sees every call. */
  writtenTo(): Set<string> {
    const writes = this.#system.wire.ledger
      .calls()
      .filter(({ service, wrote }) => service === 'dynamodb' && wrote);
    return new Set(writes.flatMap(({ resources }) => resources.map((arn) => arn.split('/')[1] ?? '')));
  }

  /** All since it was last taken. */
  take(): Traffic {
    const { ledger } = this.#system.wire;
    const calls = ledger.calls().filter(({ caller }) => caller !== 'local');
    const queued = calls
      .filter(({ service, action }) => service === 'sqs' && action.startsWith('SendMessage'))
      .flatMap(({ bodies }) => messagesIn(bodies?.request.toString() ?? '{}'));
    ledger.reset();
    return {
      calls: calls.map(({ caller, service, action, resources: [resource = ''] }) => ({
        caller,
        action: `${service}:${action}`,
        resource,
      })),
      queued,
      lines: this.#newLines(),
    };
  }

  #newLines(): Traffic['lines'] {
    return this.#system.logs.all().flatMap(({ function: name, text }) => {
      const fresh = text.slice(this.#heard.get(name) ?? 0);
      this.#heard.set(name, text.length);
      return fresh
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ function: name, text: line }));
    });
  }
}

function messagesIn(request: string): string[] {
  const { MessageBody: body, Entries: entries = [] } = sent.parse(JSON.parse(request));
  return [...(body === undefined ? [] : [body]), ...entries.map(({ MessageBody }) => MessageBody)];
}
