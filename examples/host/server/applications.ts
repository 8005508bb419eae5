import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JsonObject, JsonValue } from 'onething';
import type { Receipt, Runner } from 'onething/runtime';
import type { Database } from './database.js';
import { deleteFiles } from './files.js';
import { knownOf } from './people.js';
import type { Person } from './people.js';
import type { Services } from './services.js';
import { Refused, signedIn } from './sessions.js';

/** An application of a person: a draft until it has a number. */
interface Application {
  id: string;
  person: string;
  bundle: string;
  answers: string;
  number: number | null;
  changed: string;
}

/** What the pages of applicants need. */
export interface ApplicantDesk {
  database: Database;
  services: Services;
  runner: Runner;
  people: readonly Person[];
  files: string;
}

type Of<Body = unknown> = { Params: { id: string }; Body: Body };

/** Drafts, submission, and what an applicant does to a case. A person sees their own applications and no others. */
export function serveApplications(app: FastifyInstance, desk: ApplicantDesk): void {
  const { database } = desk;

  app.get('/api/applications', (request) => {
    const rows = database
      .prepare('SELECT * FROM applications WHERE person = ? ORDER BY changed DESC')
      .all(signedIn(request, 'person')) as unknown as Application[];
    return rows.map(({ id, bundle, number, changed }) => ({ id, bundle, number, changed }));
  });

  app.post<{ Body: { bundle: string } }>('/api/applications', (request) => {
    const person = signedIn(request, 'person');
    const { bundle } = request.body;
    if (!desk.services.has(bundle)) throw new Refused(404, 'There is no such service.');
    const id = randomUUID();
    database
      .prepare('INSERT INTO applications VALUES (?, ?, ?, ?, NULL, ?)')
      .run(id, person, bundle, '{}', new Date().toISOString());
    return { id };
  });

  app.get<Of>('/api/applications/:id', async (request) => {
    const application = applicationOf(desk, request);
    const { id, bundle, number } = application;
    return {
      id,
      bundle,
      number,
      answers: JSON.parse(application.answers) as JsonObject,
      known: knownOf(desk.services.plan(bundle), personOf(desk, application)),
      // Somebody who may not apply has a case that never began; what they typed is still a draft.
      ...(number === null ? {} : { case: await desk.runner.case(id) }),
    };
  });

  app.put<Of<JsonObject>>('/api/applications/:id/answers', (request) => {
    const { id, number } = applicationOf(desk, request);
    if (number !== null) throw new Refused(409, 'This application has been submitted.');
    keepAnswers(database, id, request.body);
    return {};
  });

  app.post<Of<JsonObject>>('/api/applications/:id/submission', async (request, reply) => {
    const application = applicationOf(desk, request);
    const { id, bundle, person } = application;
    // Kept before they are judged: refused answers are not lost.
    if (application.number === null) keepAnswers(database, id, request.body);
    const plan = desk.services.plan(bundle);
    const known = knownOf(plan, personOf(desk, application));
    const receipt = await desk.runner.start(plan, { id, answers: request.body, known, reference: person });
    if (!receipt.accepted) return reply.code(422).send(receipt);
    return { ...receipt, number: numberOf(database, id) };
  });

  app.delete<Of>('/api/applications/:id', async (request, reply) => {
    const { id, number } = applicationOf(desk, request);
    if (number !== null) {
      const forgotten = await desk.runner.forget(id);
      if (!forgotten.accepted) return reply.code(422).send(forgotten);
      const ids = forgotten.files.map((file) => file.id);
      await deleteFiles(database, desk.files, ids);
    }
    database.prepare('DELETE FROM tasks WHERE application = ?').run(id);
    database.prepare('DELETE FROM applications WHERE id = ?').run(id);
    return {};
  });

  serveCase(app, desk);
}

/** What an applicant does once the case runs. */
function serveCase(app: FastifyInstance, desk: ApplicantDesk): void {
  const { runner } = desk;
  const answer = async (reply: FastifyReply, receipt: Promise<Receipt>): Promise<unknown> => {
    const given = await receipt;
    return given.accepted ? given : reply.code(422).send(given);
  };

  app.post<Of<{ step: string; answers: JsonObject }>>('/api/applications/:id/form', (request, reply) => {
    const { id } = applicationOf(desk, request);
    return answer(reply, runner.fill(id, request.body.step, request.body.answers));
  });

  type Supplement = { step: string; returned: number; values: Record<string, JsonValue> };
  app.post<Of<Supplement>>('/api/applications/:id/supplement', (request, reply) => {
    const { id } = applicationOf(desk, request);
    const { step, returned, values } = request.body;
    return answer(reply, runner.supplement(id, step, values, { returned }));
  });

  type Delivery = { step: string; place: string; value: JsonValue };
  app.post<Of<Delivery>>('/api/applications/:id/delivery', (request, reply) => {
    const { id } = applicationOf(desk, request);
    const { step, place, value } = request.body;
    return answer(reply, runner.deliver(id, step, place, value));
  });

  app.post<Of<{ step?: string; reason?: string }>>('/api/applications/:id/withdrawal', (request, reply) => {
    const { id } = applicationOf(desk, request);
    const { step, reason } = request.body;
    return answer(reply, step === undefined ? runner.cancel(id, reason) : runner.withdraw(id, step, reason));
  });

  // Tells the page that something happened; the page then asks where the case stands.
  app.get<Of>('/api/applications/:id/events', (request, reply) => {
    const { id } = applicationOf(desk, request);
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write(': connected\n\n');
    const notices = runner.events({ case: id });
    request.raw.once('close', () => void notices.return?.());
    void tellAll(notices, (position) => reply.raw.write(`id: ${position}\ndata: changed\n\n`)).finally(() =>
      reply.raw.end(),
    );
  });
}

async function tellAll(
  notices: ReturnType<Runner['events']>,
  write: (position: number) => void,
): Promise<void> {
  for await (const { position } of notices) write(position);
}

/** @throws Refused 404 where the person who asks has no such application */
function applicationOf({ database }: ApplicantDesk, request: FastifyRequest): Application {
  const person = signedIn(request, 'person');
  const { id } = request.params as { id: string };
  const query = 'SELECT * FROM applications WHERE id = ? AND person = ?';
  const found = database.prepare(query).get(id, person) as Application | undefined;
  if (found === undefined) throw new Refused(404, 'There is no such application.');
  return found;
}

function personOf({ people }: ApplicantDesk, { person }: Application): Person {
  return people.find(({ id }) => id === person)!;
}

function keepAnswers(database: Database, id: string, answers: JsonObject): void {
  database
    .prepare('UPDATE applications SET answers = ?, changed = ? WHERE id = ?')
    .run(JSON.stringify(answers), new Date().toISOString(), id);
}

/** The number on the receipt: the same for a submission that is repeated. */
function numberOf(database: Database, id: string): number {
  database
    .prepare(
      `UPDATE applications SET number = (SELECT coalesce(max(number), 0) + 1 FROM applications) WHERE id = ? AND number IS NULL`,
    )
    .run(id);
  const row = database.prepare('SELECT number FROM applications WHERE id = ?').get(id) as { number: number };
  return row.number;
}
