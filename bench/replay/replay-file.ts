import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { recordIn } from '../../shared/adapters/records.ts';
import { Replay } from '../../shared/domain/replay/replay.ts';
import { defaultRules } from '../../shared/domain/rules/default-rules.ts';

/* Replays a file of stored records in a process of its own, and prints what it took. */

const [file = '', cap = ''] = process.argv.slice(2);
const rules = defaultRules.map((rule) =>
  cap === '' ? rule : { ...rule, personCap: { ...rule.personCap, most: Number(cap) } },
);
const replay = new Replay({ rules, from: Date.UTC(2025, 0, 1), to: Date.UTC(2027, 0, 1) });
const before = process.memoryUsage().rss;
const started = performance.now();
const item = z.record(z.string(), z.any());
for await (const line of createInterface({ input: createReadStream(file) }))
  replay.take(recordIn(item.parse(JSON.parse(line))));
const report = replay.report();
const seconds = (performance.now() - started) / 1000;
console.log(
  JSON.stringify({
    ...{ events: report.events, recipients: report.recipients, same: report.same },
    different: report.different,
    recipientsPerSecond: Math.round(report.recipients / seconds),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    startMegabytes: Math.round(before / 1024 / 1024),
  }),
);
