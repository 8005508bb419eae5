/**
 * Generated types and the runner say the same: what the runner took in each golden case, in the first form and in later
 * ones, compiles and can be given to its calls; with one thing wrong it does not. One program of the compiler for all.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { isObject } from '../../src/base/index.js';
import type { JsonObject, JsonValue } from '../../src/base/index.js';
import { typesOf } from '../../src/codegen/index.js';
import type { CaseEvent } from '../../src/runtime/index.js';
import { catalogueFiles } from '../properties/example-files.js';
import { expectationOf } from '../world/judge/expectation.js';
import { worldOfCase } from '../world/make-world.js';
import { play } from '../world/play.js';
import { createStage } from '../world/stage.js';
import type { Stage } from '../world/stage.js';
import { errorsIn, runtime } from './compile-types.js';
import { everyNth } from '../extent.js';

interface Taken {
  bundle: string;
  id: string;
  type: string;
  call: (answers: string) => string;
  answers: JsonObject;
}

let stage: Stage;
let taken: Taken[];
/** How many golden cases were played. */
let played: number;
let generated: Record<string, string>;

beforeAll(async () => {
  stage = await createStage(catalogueFiles().map(({ path, text }) => ({ path, text: String(text) })));
  taken = [];
  const cases = everyNth(3, [...stage.documents.case.values()]);
  played = cases.length;
  generated = {};
  for (const golden of cases) {
    const { bundle, id } = golden;
    generated[`${bundle}.ts`] ??= await typesOf(stage.plan(bundle), { runtime });
    const context = stage.context(bundle, worldOfCase(stage.documents, stage.flat(bundle), golden));
    const { history } = await play(stage.plan(bundle), context, expectationOf(context));
    for (const { event } of history) taken.push(...takenIn(event, bundle, id));
  }
});

function takenIn(event: CaseEvent, bundle: string, id: string): Taken[] {
  if (event.type === 'started') {
    const call = (answers: string) => `runner.start(plan, { id: 'x', answers: ${answers} })`;
    return [{ bundle, id, type: 'Form', call, answers: event.answers }];
  }
  if (event.type !== 'filled') return [];
  const call = (answers: string) => `runner.fill('x', ${JSON.stringify(event.step)}, ${answers})`;
  return [{ bundle, id, type: `${pascal(event.step)}Form`, call, answers: event.answers }];
}

function pascal(id: string): string {
  const words = id.replace(/\[.*$/s, '').split('-');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** A file for each bundle: its answers, each in a constant of the type. */
function hosts(list: readonly (Taken & { wrong?: boolean })[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { bundle, type, call, answers, wrong } of list) {
    files[`${bundle}-host.ts`] ??= [
      `import type * as Generated from './${bundle}.js';`,
      `import type { Runner } from '${runtime}';`,
      'declare const runner: Runner;',
      "declare const plan: Parameters<Runner['start']>[0];",
      '',
    ].join('\n');
    const name = `v${files[`${bundle}-host.ts`]!.length}`;
    const lines = [
      ...(wrong === true ? ['// @ts-expect-error one thing is wrong'] : []),
      `const ${name}: Generated.${type} = ${JSON.stringify(answers)};`,
      ...(wrong === true ? [] : [`void ${call(name)};`]),
      '',
    ];
    files[`${bundle}-host.ts`] += lines.join('\n');
  }
  return files;
}

/** The same answers, each time with another leaf of another type. */
function spoilt(one: Taken): (Taken & { wrong: true })[] {
  return leavesIn(one.answers)
    .slice(0, 12)
    .map((path) => ({ ...one, wrong: true, answers: replaced(one.answers, path) as JsonObject }));
}

function leavesIn(value: JsonValue, path: string[] = []): string[][] {
  if (Array.isArray(value)) return value.flatMap((item, at) => leavesIn(item, [...path, String(at)]));
  if (isObject(value))
    return Object.entries(value).flatMap(([name, inner]) => leavesIn(inner, [...path, name]));
  return [path];
}

function replaced(value: JsonValue, [name, ...rest]: readonly string[]): JsonValue {
  if (name === undefined) return { neither: 'this' };
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === name ? replaced(item, rest) : item));
  return { ...(value as JsonObject), [name]: replaced((value as JsonObject)[name]!, rest) };
}

describe('types of the answers', () => {
  it('are there for the first form of every golden case, and for later forms', () => {
    const later = taken.filter(({ type }) => type !== 'Form');
    expect(taken.length - later.length).toBeGreaterThan(played * 0.75);
    expect(later.length).toBeGreaterThan(0);
  });

  it('take what the runner took, and give it to its calls', () => {
    expect(errorsIn({ ...generated, ...hosts(taken) })).toEqual([]);
  });

  it('refuse the same answers with one thing wrong', () => {
    const wrong = taken.flatMap(spoilt);
    expect(wrong.length).toBeGreaterThan(played * 7.5);
    expect(errorsIn({ ...generated, ...hosts(wrong) })).toEqual([]);
  });
});
