import { parentPort } from 'node:worker_threads';
import { createTaskRunner } from './check-tasks.js';
import type { CheckTask } from './check-tasks.js';

const run = createTaskRunner();

/** A thread of `checkCatalogueFolder`: each message is a piece of work, each answer what it comes to. */
parentPort?.on('message', (task: CheckTask) => {
  const answer = run(task);
  const bytes =
    task.kind === 'read' && answer !== undefined && 'bytes' in answer ? [answer.bytes.buffer] : [];
  parentPort?.postMessage(answer, bytes);
});
