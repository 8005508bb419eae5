import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/index.js';
import {
  consider,
  createManualClock,
  createMemoryStore,
  createRunner,
  createTokens,
  initialState,
} from '../../src/runtime/index.js';
import type { CaseStore, Handlers, Runner } from '../../src/runtime/index.js';
import { begin } from './drive.js';
import { buildPlan, withHash } from './plan-builder.js';

const plan = buildPlan({
  steps: [
    { id: 'good' },
    {
      id: 'bad',
      output: {
        type: 'object',
        properties: { person: { type: 'object', properties: { n: { type: 'integer' } } } },
      },
    },
  ],
});
const approved = { status: 'approved' as const, output: {} };

/** Runs a case in which one handler misbehaves, until nothing moves any more. */
async function misbehave(bad: unknown, clockRounds = 3): Promise<Record<string, string>> {
  const clock = createManualClock(begin);
  const handlers = { blocks: { good: () => approved, bad } } as unknown as Handlers;
  const runner = await createRunner({ handlers, clock, retry: { attempts: 2 }, attemptTimeoutMs: 1_000 });
  await runner.start(plan, { answers: {}, id: 'c' });
  for (let round = 0; round < clockRounds * 2; round++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const next = clock.next();
    if (next !== undefined) clock.advanceTo(next);
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  const view = (await runner.case('c'))!;
  await runner.stop(10);
  return Object.fromEntries(
    view.steps.map(({ key, status, because }) => [key, `${status} ${because?.message ?? ''}`.trim()]),
  );
}

describe('an applicant who may not apply', () => {
  it('is told every demand that is not met, as the plan words it, and on which basis', async () => {
    const only = buildPlan({
      eligibility: [
        {
          require: { field: 'person.age', schema: { minimum: 18 } },
          otherwise: { en: 'Only adults.', zh: '须年满十八周岁。' },
          basis: [{ title: 'Civil Code', article: '17' }],
        },
        { require: { field: 'person.age', schema: { maximum: 60 } }, otherwise: 'Not after 60.' },
        { require: { field: 'person.local', schema: { const: true } }, otherwise: 'Only locals.' },
      ],
      steps: [{ id: 'a' }],
    });
    const handlers = { blocks: { a: () => approved } } as unknown as Handlers;
    const runner = await createRunner({ handlers, clock: createManualClock(begin) });
    const receipt = await runner.start(only, { answers: { person: { age: 17, local: false } } });
    expect(receipt).toEqual({
      accepted: false,
      refusal: {
        code: 'not-eligible',
        message: 'The applicant does not meet the conditions of the bundle.',
        args: {},
        unmet: [
          {
            otherwise: { en: 'Only adults.', zh: '须年满十八周岁。' },
            basis: [{ title: 'Civil Code', article: '17' }],
          },
          { otherwise: 'Only locals.' },
        ],
      },
    });
    await runner.stop();
  });
});

describe('a handler', () => {
  it.each([
    [
      'that throws what is no error',
      () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is what the test is about
        throw null;
      },
      /^stalled The handler threw something/,
    ],
    ['that gives nothing', () => undefined, /^stalled The handler gave no answer/],
    ['that gives garbage', () => ({ status: 'maybe', output: 7n }), /^stalled The handler gave no answer/],
    [
      'that gives a ring',
      () => {
        const ring: Record<string, unknown> = { status: 'approved' };
        ring['output'] = ring;
        return ring;
      },
      /^stalled/,
    ],
    ['that never returns', () => new Promise(() => undefined), /^stalled The attempt took too long/],
    [
      'whose output the plan does not allow',
      () => ({ status: 'approved', output: { person: { n: 'x' } } }),
      /^stalled output-refused/,
    ],
    [
      'whose output is too large',
      () => ({ status: 'approved', output: { a: 'x'.repeat(20_000_000) } }),
      /^stalled The handler gave no answer/,
    ],
    [
      'that throws an error which cannot be read',
      () => {
        throw Object.defineProperty(new Error('x'), 'message', {
          get: () => {
            throw new Error('again');
          },
        });
      },
      /^stalled The handler could not be called/,
    ],
    [
      'that gives an object which cannot be read',
      () => new Proxy({}, { ownKeys: () => [Symbol('x'), 'a'], get: () => Symbol('y') }),
      /^stalled/,
    ],
    [
      'that wants what the block does not take',
      () => ({ status: 'returned', needs: ['__proto__'] }),
      /^stalled unknown-input/,
    ],
  ])('%s leaves a clear trace and nobody else suffers', async (_name, bad, trace) => {
    const steps = await misbehave(bad);
    expect(steps['good']).toBe('approved');
    expect(steps['bad']).toMatch(trace);
  });
});

describe('an authority that never answers', () => {
  it('holds up no other authority, however many cases wait for it', async () => {
    const two = buildPlan({
      steps: [
        { id: 'bad', authority: 'silent' },
        { id: 'good', authority: 'quick' },
      ],
    });
    const handlers: Handlers = {
      blocks: { good: () => approved, bad: () => new Promise<never>(() => undefined) },
    };
    const clock = createManualClock(begin);
    const runner = await createRunner({ handlers, clock, limits: { total: 8 } });
    for (let index = 0; index < 30; index++) await runner.start(two, { answers: {}, id: `c${index}` });
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (let index = 0; index < 30; index++) {
      const { steps } = (await runner.case(`c${index}`))!;
      expect(steps.find(({ key }) => key === 'good')!.status).toBe('approved');
    }
    await runner.stop(1);
  });
});

describe('a clock that jumps', () => {
  const timed = buildPlan({
    steps: [{ id: 'bad', deadline: { promised: '5wd', workingDays: 5 } }, { id: 'good' }],
  });

  it('ahead and back again makes everything happen once, and nothing is forgotten', async () => {
    const clock = createManualClock(begin);
    let tries = 0;
    const handlers: Handlers = {
      blocks: {
        bad: () => ({ status: 'pending' }),
        good: () => {
          tries += 1;
          if (tries < 3) throw new Error('not now');
          return approved;
        },
      },
    };
    const store = createMemoryStore();
    const runner = await createRunner({ store, handlers, clock });
    const turn = async (to: string) => {
      clock.advanceTo(to);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await runner.idle();
    };
    await runner.start(timed, { answers: {}, id: 'c' });
    await runner.idle();
    for (const to of [
      '2056-01-01T00:00:00.000+08:00',
      '1999-01-01T00:00:00.000+08:00',
      '2056-01-02T00:00:00.000+08:00',
      '1999-01-01T00:00:00.000+08:00',
      '2056-01-03T00:00:00.000+08:00',
    ]) {
      await turn(to);
    }
    const view = (await runner.case('c'))!;
    expect(view.steps.map(({ key, status }) => [key, status])).toEqual([
      ['bad', 'pending'],
      ['good', 'approved'],
    ]);
    const told = (await runner.history('c')).flatMap(({ transitions }) =>
      transitions.map(({ type }) => type),
    );
    expect(told.filter((type) => type === 'deadline-near')).toHaveLength(1);
    expect(told.filter((type) => type === 'deadline-passed')).toHaveLength(1);
    const token = await createTokens(await store.secret()).issue({ case: 'c', step: 'bad', round: 1 });
    await turn('1999-01-01T00:00:00.000+08:00');
    expect(await runner.complete(token, approved)).toEqual({ accepted: true, case: 'c' });
    expect((await runner.case('c'))!.status).toBe('done');
    await runner.stop();
  });
});

describe('answers and tokens', () => {
  let runner: Runner;
  const tokens: string[] = [];
  const handlers: Handlers = {
    blocks: {
      good: () => approved,
      bad: (_input, { token }) => {
        tokens.push(token);
        return { status: 'pending' };
      },
    },
  };

  it('are refused where forged, guessed, cut or used before', async () => {
    runner = await createRunner({ handlers });
    await runner.start(plan, { answers: {}, id: 'c' });
    await runner.idle();
    const [token = ''] = tokens;
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    const other = `${btoa('["c","bad",2]').replaceAll('=', '')}.${token.split('.')[1]}`;
    const elsewhere = await createTokens('x'.repeat(64)).issue({ case: 'c', step: 'bad', round: 1 });
    // Each character alone, also where only some of its bits mean anything.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const changed = [...token].flatMap((character, index) =>
      [...alphabet]
        .filter((other) => other !== character && (index % 16 === 0 || index === token.length - 1))
        .map((other) => token.slice(0, index) + other + token.slice(index + 1)),
    );
    expect(changed.length).toBeGreaterThan(200);
    for (const wrong of [
      ...changed,
      elsewhere,
      forged,
      other,
      '',
      '.',
      'a.b.c',
      token.slice(1),
      'x'.repeat(100_000),
    ]) {
      expect(await runner.complete(wrong, approved)).toMatchObject({ refusal: { code: 'unknown-token' } });
    }
    expect(await runner.complete(token, approved)).toEqual({ accepted: true, case: 'c' });
    expect(await runner.complete(token, { status: 'rejected' })).toMatchObject({
      refusal: { code: 'settled' },
    });
    expect((await runner.case('c'))!.status).toBe('done');
    await runner.stop();
  });

  it('are refused where too large, too deep or no JSON, and start nothing', async () => {
    runner = await createRunner({ handlers });
    let deep: object = {};
    for (let depth = 0; depth < 100_000; depth++) deep = { deep };
    for (const answers of [
      deep,
      { a: 'x'.repeat(20_000_000) },
      { a: () => 1 },
      { a: NaN },
      { a: new Date() },
    ]) {
      const receipt = await runner.start(plan, { answers: answers as never });
      expect(receipt).toMatchObject({ accepted: false, refusal: { code: 'too-large' } });
    }
    const proto = JSON.parse(
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
    ) as never;
    expect(await runner.start(plan, { answers: proto, id: 'p' })).toEqual({ accepted: true, case: 'p' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(await runner.cases()).toHaveLength(1);
    await runner.stop();
  });

  it('are refused with the first twenty issues, and the number of the others', () => {
    const form = (count: number) =>
      buildPlan({
        form: { type: 'object', required: Array.from({ length: count }, (_, index) => `r${index}`) },
        steps: [{ id: 'a' }],
      });
    const refusalOf = (plan: Plan) =>
      consider(plan, initialState(plan.hash), { type: 'started', at: begin, answers: {} }).refusal!;
    const [twenty, more] = [refusalOf(form(20)), refusalOf(form(21))];
    expect(twenty.issues).toHaveLength(20);
    expect(twenty.moreIssues).toBeUndefined();
    expect(more.issues).toHaveLength(20);
    expect(more.moreIssues).toBe(1);
  });

  it('are refused by the form and by the output with places and keywords, and none of what was said', async () => {
    const strict = buildPlan({
      form: {
        type: 'object',
        properties: {
          person: { type: 'object', properties: { number: { type: 'string', pattern: '^[0-9]+$' } } },
        },
      },
      steps: [{ id: 'bad', output: { type: 'object', required: ['person'] } }],
    });
    runner = await createRunner({ handlers });
    const receipt = await runner.start(strict, { answers: { person: { number: 'my secret' } } });
    expect(receipt).toMatchObject({
      refusal: { code: 'answers-refused', issues: [{ at: '/person/number', keyword: 'pattern' }] },
    });
    expect(JSON.stringify(receipt)).not.toContain('secret');
    expect(await runner.cases()).toEqual([]);
    tokens.length = 0;
    await runner.start(strict, { answers: {}, id: 's' });
    await runner.idle();
    const answer = await runner.complete(tokens[0]!, { status: 'approved', output: { other: 'my secret' } });
    expect(answer).toMatchObject({ refusal: { code: 'output-refused', issues: [{ missing: 'person' }] } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect((await runner.case('s'))!.steps[0]!.status).toBe('pending');
    await runner.stop();
  });

  it('of a plan that was changed, or that lacks handlers, are not taken', async () => {
    runner = await createRunner({ handlers });
    await expect(runner.start({ ...plan, id: 'other' }, { answers: {} })).rejects.toThrow(
      'what its hash says',
    );
    await expect(runner.start({} as never, { answers: {} })).rejects.toThrow('is no plan');
    const { hash: _hash, ...rest } = buildPlan({ steps: [{ id: 'unheard' }] });
    await expect(runner.start(withHash(rest), { answers: {} })).rejects.toThrow('block "unheard"');
    // A list goes on after an id: what has none would be in no list, and a token would not hold a longer one.
    for (const id of ['', 'x'.repeat(513), 7 as never]) {
      await expect(runner.start(plan, { answers: {}, id })).rejects.toThrow('1 to 512 characters');
    }
    await runner.stop();
  });
});

describe('a store that fails', () => {
  it('acknowledges nothing, and the case goes on when it works again', async () => {
    const inner = createMemoryStore();
    let full = false;
    const store: CaseStore = {
      ...inner,
      commit: (commit) => (full ? Promise.reject(new Error('There is no room left.')) : inner.commit(commit)),
    };
    const clock = createManualClock(begin);
    let calls = 0;
    const handlers: Handlers = {
      blocks: {
        good: () => approved,
        bad: async () => {
          calls += 1;
          full = calls === 1;
          await Promise.resolve();
          return approved;
        },
      },
    };
    const runner = await createRunner({ store, handlers, clock });
    await runner.start(plan, { answers: {}, id: 'c' });
    await runner.idle();
    await expect(runner.start(plan, { answers: {}, id: 'd' })).rejects.toThrow('no room left');
    full = false;
    for (let round = 0; round < 4; round++) {
      const next = clock.next();
      if (next !== undefined) clock.advanceTo(next);
      await runner.idle();
    }
    expect((await runner.case('c'))!.status).toBe('done');
    expect(await runner.case('d')).toBeUndefined();
    await runner.stop();
  });
});
