import type { FastifyInstance } from 'fastify';
import type { JsonObject, Plan, PlanStep } from 'onething';
import type { Answer, BlockHandler, Runner } from 'onething/runtime';
import type { Database } from './database.js';
import type { Services } from './services.js';
import { Refused, signedIn } from './sessions.js';

interface TaskRow {
  id: number;
  application: string;
  step: string;
  token: string;
  input: string;
  received: string;
  bundle: string;
  number: number;
}

/**
 * Puts a submission on the desk of its authority. The key is the same for every attempt, so that a submission that is
 * handed over twice lies there once.
 */
export function putOnDesk(database: Database, authority = ''): BlockHandler<JsonObject, JsonObject> {
  return (input, { case: application, step, idempotencyKey, token, handling }) => {
    database
      .prepare(
        `INSERT OR IGNORE INTO tasks (authority, application, step, idempotency_key, token, input, received)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        // Where a case is decided may depend on where somebody lives.
        handling?.decide?.authority ?? authority,
        application,
        step,
        idempotencyKey,
        token,
        JSON.stringify(input),
        new Date().toISOString(),
      );
    return { status: 'pending' };
  };
}

/** The work list of an authority, and its decisions. An authority sees its own tasks and no others. */
export function serveTasks(
  app: FastifyInstance,
  { database, services, runner }: { database: Database; services: Services; runner: Runner },
): void {
  const columns = `tasks.id, application, step, token, input, received, bundle, number`;
  const open = `SELECT ${columns} FROM tasks JOIN applications ON applications.id = application
    WHERE authority = ? AND decided IS NULL`;

  const taskOf = (authority: string, id: string): TaskRow => {
    const found = database.prepare(`${open} AND tasks.id = ?`).get(authority, Number(id)) as
      TaskRow | undefined;
    if (found === undefined) throw new Refused(404, 'There is no such task.');
    return found;
  };

  app.get('/api/tasks', (request) => {
    const authority = signedIn(request, 'authority');
    const rows = database.prepare(`${open} ORDER BY received`).all(authority) as unknown as TaskRow[];
    return Promise.all(
      rows.map(async ({ id, application, step, received, bundle, number }) => {
        const steps = (await runner.case(application))?.steps ?? [];
        const { due, overdue, title } = steps.find(({ key }) => key === step) ?? {};
        return { id, number, bundle, title, received, due, overdue };
      }),
    );
  });

  app.get<{ Params: { id: string } }>('/api/tasks/:id', (request) => {
    const task = taskOf(signedIn(request, 'authority'), request.params.id);
    const step = stepOf(services.plan(task.bundle), task.step);
    return {
      id: task.id,
      number: task.number,
      received: task.received,
      title: step.title,
      input: JSON.parse(task.input) as JsonObject,
      names: namesOf(step),
      output: step.output,
    };
  });

  app.post<{ Params: { id: string }; Body: Answer }>('/api/tasks/:id', async (request, reply) => {
    const task = taskOf(signedIn(request, 'authority'), request.params.id);
    const receipt = await runner.complete(task.token, request.body);
    if (!receipt.accepted) return reply.code(422).send(receipt);
    database.prepare('UPDATE tasks SET decided = ? WHERE id = ?').run(new Date().toISOString(), task.id);
    return receipt;
  });
}

function stepOf(plan: Plan, key: string): PlanStep {
  return plan.steps.find(({ id }) => key === id || key.startsWith(`${id}[`))!;
}

/** The inputs that may be returned, by the block's own names. */
function namesOf(step: PlanStep): string[] {
  return Object.keys(step.in).filter((name) =>
    step.in[name]!.sources.some(({ from }) => from === 'form' || from === 'ask'),
  );
}
