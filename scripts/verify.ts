/**
 * Everything that a commit has to pass: `npm test`. What looks at the text goes side by side in two lanes, then the tests
 * have both processors.
 */
import { spawn } from 'node:child_process';

type Job = readonly [name: string, command: string];

/** Types and lint read the same program, and write the declarations of the package that is looked at then. */
const code: readonly Job[] = [
  ['bundles', 'tsup --silent'],
  ['types, lint and declarations', 'tsx scripts/check-code.ts'],
  ['package', 'npm run --silent package'],
];
const text: readonly Job[] = [
  ['format', 'npm run --silent format'],
  ['floors', 'npm run --silent floors'],
  ['unused code', 'npm run --silent knip'],
];
const tests: Job = ['tests', 'npm run --silent vitest'];

/** What a job prints is shown in one piece, so that lanes do not mix; that of the tests as it comes. */
function run([name, command]: Job, isShownAtOnce = false): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: isShownAtOnce ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('close', (exitCode) => {
      console.log(
        `== ${name}${exitCode === 0 ? '' : ': failed'}\n${Buffer.concat(printed).toString('utf8')}`,
      );
      resolve(exitCode === 0);
    });
  });
}

/** One job after the other, until one fails. */
async function runLane(jobs: readonly Job[]): Promise<boolean> {
  for (const job of jobs) if (!(await run(job))) return false;
  return true;
}

const lanes = await Promise.all([runLane(code), runLane(text)]);
const isRight = lanes.every(Boolean) && (await run(tests, true));
process.exitCode = isRight ? 0 : 1;
