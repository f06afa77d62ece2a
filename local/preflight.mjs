/* Runs on any Node from 14 on, before anything that needs the right one: says in one line what is missing. */
import { spawnSync } from 'node:child_process';

const javaOldest = 17;

/** Node strips types by itself, without a flag, from 22.18 on. */
function nodeProblem() {
  const parts = process.versions.node.split('.').map(Number);
  const suits = parts[0] > 22 || (parts[0] === 22 && parts[1] >= 18);
  return suits
    ? undefined
    : 'Kuultu runs on Node 22.18 or newer, and this is Node ' +
        process.versions.node +
        ': run `npm ci`, which brings Node 24 along for `npm start`.';
}

function javaProblem() {
  const wanted =
    'Install Java ' + javaOldest + ' or newer (DynamoDB Local runs on it), and have `java` on the path';
  const asked = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (asked.error || asked.status !== 0) return wanted + '.';
  // Java 8 and older call themselves 1.8, later ones 17 or 17.0.15.
  const version = /version "(?:1\.)?(\d+)/.exec(asked.stderr + asked.stdout);
  if (version === null) return wanted + ': this one does not tell its version.';
  return Number(version[1]) < javaOldest ? wanted + ': this is Java ' + version[1] + '.' : undefined;
}

const problem = nodeProblem() || javaProblem();
if (problem !== undefined) {
  process.stderr.write(problem + '\n');
  process.exit(1);
}
