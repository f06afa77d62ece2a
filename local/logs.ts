import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the functions write, one file for each, and never the terminal. */
export type Logs = {
  /** Takes a piece of a function's output. */
  write: (functionName: string, text: string) => void;
  /** Everything a function has written since the start. */
  of: (functionName: string) => string;
  all(): { function: string; text: string }[];
};

/** Logs in a folder, which is emptied first. Without a folder they are kept in memory only. */
export const createLogs = (folder: string | undefined): Logs => {
  const kept = new Map<string, string[]>();
  if (folder !== undefined) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  return {
    write: (functionName, text) => {
      kept.set(functionName, kept.get(functionName) ?? []);
      kept.get(functionName)?.push(text);
      if (folder !== undefined) appendFileSync(join(folder, `${functionName}.log`), text);
    },
    of: (functionName) => kept.get(functionName)?.join('') ?? '',
    all: () => [...kept].map(([name, texts]) => ({ function: name, text: texts.join('') })),
  };
};
