import { join } from 'node:path';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import files from '@fastify/static';
import { createRunner, readCatalogue } from 'onething/node';
import type { Handlers } from 'onething/runtime';
import { serveApplications } from './applications.js';
import { openDatabase, secretOf } from './database.js';
import { serveFiles } from './files.js';
import { readPeople } from './people.js';
import { lookUp, readRegisters } from './registers.js';
import type { Registers } from './registers.js';
import { createServices } from './services.js';
import { closeSession, openSession, Refused, sessionOf, useSessions } from './sessions.js';
import type { Session } from './sessions.js';
import { putOnDesk, serveTasks } from './tasks.js';
import type { Database } from './database.js';
import type { LoadedCatalogue } from 'onething';

/** Where things lie. */
export interface HostOptions {
  catalogue: string;
  /** The bundles that are offered; all of the catalogue, where none is named. */
  bundles?: readonly string[];
  /** A folder of simulated people and registers. */
  data: string;
  /** The folder for cases, drafts and uploaded files. */
  store: string;
  /** The built pages; none where only the interface is wanted. */
  pages?: string;
}

/** Pages may run their own scripts and nothing else. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/** The host: call `listen` to start it, `close` to stop it with everything that it opened. */
export async function createHost(options: HostOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 1024 * 1024 });
  const database = openDatabase(join(options.store, 'host.db'));
  const catalogue = readCatalogue(options.catalogue);
  const services = createServices(catalogue, options.bundles ?? [...catalogue.bundles.keys()]);
  const people = readPeople(join(options.data, 'people.json'));
  const handlers = handlersOf(catalogue, database, readRegisters(join(options.data, 'registers.json')));
  const runner = await createRunner({ store: join(options.store, 'cases.db'), handlers });
  const uploads = join(options.store, 'files');

  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', policy).header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
  app.setErrorHandler((error, _request, reply) => {
    const { statusCode = 500, message } = error as Partial<Refused>;
    if (statusCode >= 500) console.error(error);
    void reply
      .code(statusCode)
      .send({ message: statusCode < 500 ? message : 'The service is out of order.' });
  });
  app.addHook('onClose', async () => {
    await runner.stop();
    database.close();
  });

  await useSessions(app, secretOf(database));
  await serveFiles(app, database, uploads);
  serveApplications(app, { database, services, runner, people, files: uploads });
  serveTasks(app, { database, services, runner });
  serveStart(app, { services, people, catalogue });
  if (options.pages !== undefined) await app.register(files, { root: options.pages });
  return app;
}

/** Signing in, which is simulated, and the list of services. */
function serveStart(
  app: FastifyInstance,
  parts: {
    services: ReturnType<typeof createServices>;
    people: ReturnType<typeof readPeople>;
    catalogue: LoadedCatalogue;
  },
): void {
  const { services, people, catalogue } = parts;
  app.get('/api/start', (request) => ({
    session: sessionOf(request) ?? null,
    people: people.map(({ id, title }) => ({ id, title })),
    authorities: [...catalogue.authorities].map(([id, { document }]) => ({ id, title: document.title })),
    services: services.list(),
  }));
  app.get<{ Params: { bundle: string } }>('/api/services/:bundle', (request) => {
    const { bundle } = request.params;
    if (!services.has(bundle)) throw new Refused(404, 'There is no such service.');
    return services.plan(bundle);
  });
  app.post<{ Body: Session }>('/api/session', (request, reply) => {
    const { kind, id } = request.body;
    const isKnown =
      kind === 'person' ? people.some((person) => person.id === id) : catalogue.authorities.has(id);
    if (!isKnown) throw new Refused(404, 'Nobody of this name can sign in.');
    openSession(reply, { kind, id });
    return {};
  });
  app.delete('/api/session', (_request, reply) => {
    closeSession(reply);
    return {};
  });
}

/** Every block goes to the desk of its authority; every register is looked up in the simulated ones. */
function handlersOf(catalogue: LoadedCatalogue, database: Database, registers: Registers): Handlers {
  return {
    blocks: Object.fromEntries(
      [...catalogue.blocks].map(([id, { document }]) => [id, putOnDesk(database, document.authority)]),
    ),
    registries: Object.fromEntries([...catalogue.registries.keys()].map((id) => [id, lookUp(registers, id)])),
    transfers: {
      collect: () => ({ status: 'approved', output: {} }),
      accept: () => ({ status: 'approved', output: {} }),
      issue: () => ({ status: 'approved', output: {} }),
    },
  };
}
