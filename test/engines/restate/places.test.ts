/**
 * Matters across regions on a cluster: handled online, collected elsewhere, handled by several places, with transfers
 * between them. The machine by itself, the embedded runner and a node of Restate come to the same outcome, and tell the
 * handlers the same of who acts where.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/index.js';
import {
  machineVersion,
  createNoticeHub,
  createRestateClient,
  createRestateServices,
} from '../../../src/engines/restate/index.js';
import type { NoticeHub, RestateClient } from '../../../src/engines/restate/index.js';
import type { InputBinding, Plan } from '../../../src/model/index.js';
import { readCatalogue } from '../../../src/node/index.js';
import { composeBundle, mergeData } from '../../../src/plan/index.js';
import {
  attemptOf,
  beginningOf,
  createCalls,
  createManualClock,
  createMemoryStore,
  createRunner,
  createSimulation,
  createTokens,
  dateOf,
  decide,
  evolve,
  handIn,
  initialState,
  instantOf,
  isHandlerCommand,
  makeAttempt,
  noticesOf,
  outcomeOf,
  startedBy,
  Turn,
  viewOf,
} from '../../../src/runtime/index.js';
import type {
  CaseState,
  HandlerContext,
  Handlers,
  HandlerResult,
  Notice,
  SimulatedRunner,
} from '../../../src/runtime/index.js';
import { secret } from './harness.js';
import { serveInProcess } from './in-process.js';
import type { InProcess } from './in-process.js';
import { findServer } from './server.js';

/** A catalogue, a bundle in it, what the applicant says beside what is made up, and the ways in which it is handled. */
interface Mode {
  catalogue: string;
  bundle: string;
  answers: JsonObject;
  /** What registries hold beside what is made up, by field. */
  held?: JsonObject;
  transfers: string[];
}

const modes: Mode[] = [
  {
    catalogue: 'examples/catalogue',
    bundle: 'medical-reimbursement',
    answers: { treatment: { reason: 'remote' }, remote: { place: '360100' } },
    transfers: ['medical-reimbursement-insurance-collect'],
  },
  {
    catalogue: 'examples/catalogue',
    bundle: 'graduate-settlement',
    answers: { settlement: { moveTo: '310000' } },
    held: { 'employer.capital': 500 },
    transfers: ['graduate-settlement-move-certificate-accept'],
  },
  {
    catalogue: 'test/cases/plan/places/catalogue',
    bundle: 'moving-house',
    answers: { person: { livesAway: true, livesIn: '440100', byMail: true } },
    transfers: ['move-certificate-accept', 'registration-collect', 'registration-issue'],
  },
];

/** What handlers were told, by idempotency key. */
type Told = Map<string, unknown>;

const now = instantOf(Date.now(), '+08:00');
const plans = new Map<string, Plan>();
for (const { catalogue, bundle } of modes)
  plans.set(bundle, composeBundle(readCatalogue(catalogue), bundle).plan);

/** Only what the applicant gives can be found lacking. */
function isApplicants({ required, sources }: InputBinding): boolean {
  return required && sources.some(({ from }) => from === 'form');
}

/** The simulated authorities; what is collected is found lacking once. */
function handlersOf({ bundle, held = {} }: Mode, told: Told): Handlers {
  const plan = plans.get(bundle)!;
  const { handlers } = createSimulation(plan);
  const registries = Object.entries(handlers.registries ?? {}).map(([id, handler]) => [
    id,
    async (keys: JsonObject, context: HandlerContext) => {
      const output = (await handler(keys as never, context)) as JsonObject;
      const known = Object.entries(held).filter(([field]) => field in output);
      return { ...output, ...Object.fromEntries(known) };
    },
  ]);
  const tell = ({ idempotencyKey, handling, step }: HandlerContext, more = {}): void => {
    told.set(idempotencyKey, { step, handling, ...more });
  };
  const blocks = Object.keys(handlers.blocks).map((id) => [
    id,
    (_: JsonObject, context: HandlerContext) => {
      tell(context);
      return { status: 'pending' as const };
    },
  ]);
  const transfer = (
    input: JsonObject,
    context: HandlerContext & { transfer: unknown },
  ): HandlerResult<JsonObject> => {
    tell(context, { transfer: context.transfer });
    const [first] = plan.steps.flatMap(({ id, in: inputs }) =>
      id === context.step ? Object.keys(inputs).filter((name) => isApplicants(inputs[name]!)) : [],
    );
    const isFirst = context.idempotencyKey.endsWith('-collect#1') && first !== undefined;
    return isFirst ? { status: 'returned', needs: [first], reason: 'no stamp' } : { status: 'pending' };
  };
  return {
    ...handlers,
    blocks: Object.fromEntries(blocks) as Handlers['blocks'],
    registries: Object.fromEntries(registries) as NonNullable<Handlers['registries']>,
    transfers: { collect: transfer, accept: transfer, issue: transfer },
  };
}

/** What the applicant says; made up once for all three. */
const given = new Map<string, { answers: JsonObject; known: JsonObject }>();

function answersOf({ bundle, answers }: Mode): { answers: JsonObject; known: JsonObject } {
  const simulation = createSimulation(plans.get(bundle)!);
  const made = given.get(bundle) ?? {
    answers: mergeData(simulation.answers(), answers),
    known: simulation.known(),
  };
  given.set(bundle, made);
  return made;
}

/** The machine with nothing around it: whatever it wants done is done at once. */
function createBareRunner(plan: Plan, handlers: Handlers, id: string) {
  const tokens = createTokens(secret);
  const { signal } = new AbortController();
  let state = initialState(plan.hash);
  let seq = 0;
  const submit = async (event: Parameters<Turn['apply']>[0]) => {
    const turn = new Turn(plan, state, seq);
    const refusal = turn.apply(event, now);
    ({ state } = turn);
    seq += turn.entries.length;
    return Promise.resolve(refusal);
  };
  const runner: SimulatedRunner = {
    ...createCalls({
      tokens,
      submit: (_id, event) => submit(typeof event === 'function' ? event(state) : event),
    }),
    case: () => Promise.resolve(viewOf(plan, { id, seq, state })),
    async idle() {
      for (;;) {
        const command = decide(plan, state).find(isHandlerCommand);
        if (command === undefined) return;
        await submit(beginningOf(command));
        const request = attemptOf(id, plan, state, command, dateOf(now));
        await handIn(request, await makeAttempt(request, { handlers, tokens, signal }), submit);
      }
    },
  };
  return { runner, submit, state: () => state };
}

async function onMachine(mode: Mode, told: Told): Promise<CaseState> {
  const plan = plans.get(mode.bundle)!;
  const bare = createBareRunner(plan, handlersOf(mode, told), mode.bundle);
  expect(await bare.submit(startedBy(answersOf(mode)))).toBeUndefined();
  await createSimulation(plan).run(bare.runner, createManualClock(now), mode.bundle, secret);
  return bare.state();
}

async function embedded(mode: Mode, told: Told): Promise<CaseState> {
  const plan = plans.get(mode.bundle)!;
  const store = createMemoryStore();
  const clock = createManualClock(now);
  const runner = await createRunner({ store, clock, handlers: handlersOf(mode, told) });
  await runner.start(plan, { ...answersOf(mode), id: mode.bundle });
  // A clock of its own, so that all three live in the same moment.
  await createSimulation(plan).run(runner, createManualClock(now), mode.bundle, await store.secret());
  const { state } = (await store.load(mode.bundle))!;
  await runner.stop();
  return state;
}

/** Steps on which somebody works right now. */
const busy: ReadonlySet<string> = new Set(['ready', 'executing', 'retrying']);

async function onCluster(mode: Mode, client: RestateClient): Promise<CaseState> {
  const plan = plans.get(mode.bundle)!;
  const id = mode.bundle;
  expect(await client.start(plan, { ...answersOf(mode), id })).toEqual({ accepted: true, case: id });
  const idle = async (): Promise<void> => {
    while ((await client.case(id))!.steps.some(({ status }) => busy.has(status))) await delay(20);
  };
  await createSimulation(plan).run({ ...client, idle }, createManualClock(now), id, secret);
  const log = await client.history(id);
  return log.reduce((state, { event }) => evolve(plan, state, event), initialState(plan.hash));
}

const binary = findServer();

describe.skipIf(binary === undefined)('matters across regions on one node of Restate', () => {
  const told: Told = new Map();
  let cluster: InProcess;
  let notices: NoticeHub;
  const heard: Notice[] = [];
  let listening: Promise<void>;

  beforeAll(async () => {
    notices = createNoticeHub();
    const services = modes.flatMap((mode) =>
      createRestateServices({
        handlers: handlersOf(mode, told),
        secret,
        name: mode.bundle,
        notify: notices.notify,
      }),
    );
    cluster = await serveInProcess(binary!, services);
    const events = clientOf(modes[0]!).events();
    listening = (async () => {
      for await (const notice of events) heard.push(notice);
    })();
  });

  afterAll(async () => {
    notices.end();
    await listening;
    await cluster.stop();
  });

  /** Services of a name of their own for each plan: their registries have names in common. */
  const clientOf = ({ bundle: name }: Mode): RestateClient =>
    createRestateClient({ ingress: cluster.node.ingress, secret, name, notices });

  it.each(modes)('$bundle comes to the outcome of the machine and of the embedded runner', async (mode) => {
    const ofMachine: Told = new Map();
    const ofEmbedded: Told = new Map();
    const machine = await onMachine(mode, ofMachine);
    expect(machine.status).toBe('done');
    for (const id of mode.transfers) expect(machine.steps[id]!.status).toBe('approved');
    expect(outcomeOf(await embedded(mode, ofEmbedded))).toEqual(outcomeOf(machine));
    expect(outcomeOf(await onCluster(mode, clientOf(mode)))).toEqual(outcomeOf(machine));
    const ofCluster = new Map([...told].filter(([key]) => key.startsWith(`${mode.bundle}/`)));
    expect(ofEmbedded).toEqual(ofMachine);
    expect(ofCluster).toEqual(ofMachine);
    for (const id of mode.transfers) {
      const key = `${mode.bundle}/${id}#${machine.steps[id]!.round}`;
      expect(ofMachine.get(key)).toMatchObject({
        step: id,
        handling: { decide: { authority: expect.any(String) as string } },
      });
    }
  });

  it('tells a listener in the same process everything that is in the logs, in order and once', async () => {
    for (const mode of modes) {
      const { bundle } = mode;
      const log = await clientOf(mode).history(bundle);
      const ofCase = () => heard.filter((notice) => notice.case === bundle);
      for (let tries = 0; ofCase().length < log.length && tries < 200; tries++) await delay(25);
      expect(ofCase()).toEqual(noticesOf(bundle, log));
    }
  });

  it('refuses whatever is no event or no request, and holds up nothing', async () => {
    const mode = modes[0]!;
    const { seq } = (await clientOf(mode).case(mode.bundle))!;
    const post = async (id: string, handler: string, body: string): Promise<unknown> => {
      const url = `${cluster.node.ingress}/${mode.bundle}-case-${machineVersion}/${id}/${handler}`;
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(20_000),
      });
      return response.status === 200 ? response.json() : response.status;
    };
    for (const body of ['null', '[]', '"x"', '{}', '{"type":"reached","at":7,"__proto__":{"x":1}}']) {
      expect(await post('nobody', 'start', body)).toBe(400);
      expect(await post('nobody', 'submit', body)).toMatchObject({ code: 'unknown-case' });
      const known = await post(mode.bundle, 'submit', body);
      // A look at the clock is an event like any other, whatever else is written beside it.
      if (!body.includes('reached'))
        expect(known).toMatchObject({
          code: /^(malformed|too-large)$/.exec((known as { code: string }).code)![0],
        });
      // What the services say to each other is not for the ingress.
      expect(await post(mode.bundle, 'report', body)).toBe(400);
      expect(await post(mode.bundle, 'wake', body)).toBe(400);
    }
    expect((await clientOf(mode).case(mode.bundle))!.seq).toBe(seq);
  });
});
