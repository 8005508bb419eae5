import type { JsonSchema } from '../base/index.js';
import { smallestContradiction } from './explain/core.js';
import { assertSchema } from './arguments.js';
import { createDocument } from './document/document.js';
import { budgetOf, formatsOf, noCost } from './options.js';
import { constraintOf } from './solve/constraint.js';
import type { Constraint, Decision } from './solve/constraint.js';
import { createSolver } from './solve/solver.js';
import type { SearchEnd } from './solve/stop.js';
import type {
  AlgebraCost,
  AlgebraOptions,
  Emptiness,
  Inclusion,
  KeywordRef,
  Stop,
  Witness,
} from './types.js';

/** One question about some schemas, each wanted or refused. */
interface Question {
  schemas: readonly { schema: JsonSchema; positive: boolean }[];
  options: AlgebraOptions;
}

function ask({ schemas, options }: Question): { decision: Decision; cost: AlgebraCost } {
  for (const { schema } of schemas) assertSchema(schema);
  const cost = noCost();
  const solver = createSolver(formatsOf(options), cost, budgetOf(options));
  const constraints: Constraint[] = schemas.map(({ schema, positive }) =>
    constraintOf(schema, createDocument(schema), positive),
  );
  return { decision: solver.decide(constraints), cost };
}

/** The smallest part of the wanted schemas that contradicts itself and the refused ones. */
function contradiction({ schemas, options }: Question): KeywordRef[] {
  const wanted = schemas.flatMap(({ schema, positive }, index) => (positive ? [{ index, schema }] : []));
  const refused = schemas.filter(({ positive }) => !positive);
  const spots = wanted.map(({ index, schema }) => ({ index, pointer: '', schema }));
  return smallestContradiction(spots, (reduced) => {
    const parts = reduced.map((schema) => ({ schema, positive: true }));
    return ask({ schemas: [...parts, ...refused], options }).decision.kind === 'empty';
  });
}

/**
 * Has the schema no instance at all?
 *
 * @returns `yes` with a smallest contradicting set of its keywords, `no` with an instance, or `unknown` with what
 * ended the search
 */
export function isEmpty(schema: JsonSchema, options: AlgebraOptions = {}): Emptiness {
  const question: Question = { schemas: [{ schema, positive: true }], options };
  const { decision, cost } = ask(question);
  if (decision.kind === 'empty') return { verdict: 'yes', because: contradiction(question), cost };
  if (decision.kind === 'found') return { verdict: 'no', instance: decision.instance, cost };
  return { verdict: 'unknown', stoppedBy: stopOf(decision.stop), cost };
}

/**
 * Is every instance of `inner` an instance of `outer`?
 *
 * @returns `yes` with the keywords of `inner` (index 1) that keep its instances within `outer`, `no` with an instance
 * of `inner` that `outer` refuses, or `unknown` with what ended the search
 */
export function includes(outer: JsonSchema, inner: JsonSchema, options: AlgebraOptions = {}): Inclusion {
  const question: Question = {
    schemas: [
      { schema: outer, positive: false },
      { schema: inner, positive: true },
    ],
    options,
  };
  const { decision, cost } = ask(question);
  if (decision.kind === 'empty') return { verdict: 'yes', because: contradiction(question), cost };
  if (decision.kind === 'found') return { verdict: 'no', instance: decision.instance, cost };
  return { verdict: 'unknown', stoppedBy: stopOf(decision.stop), cost };
}

/** Have both schemas the same instances? `no` carries an instance of one that the other refuses. */
export function equivalent(a: JsonSchema, b: JsonSchema, options: AlgebraOptions = {}): Inclusion {
  const forth = includes(a, b, options);
  if (forth.verdict === 'no') return forth;
  const back = includes(b, a, options);
  if (back.verdict !== 'yes' || forth.verdict === 'yes') {
    if (back.verdict === 'yes' && forth.verdict === 'yes') {
      const because = [...forth.because, ...back.because.map((ref) => ({ ...ref, index: 0 }))];
      return { verdict: 'yes', because, cost: sum(forth.cost, back.cost) };
    }
    return back;
  }
  return forth;
}

function stopOf({ keyword, inWords }: SearchEnd): Stop {
  return { pointer: '', keyword, ...inWords() };
}

function sum(a: AlgebraCost, b: AlgebraCost): AlgebraCost {
  return {
    folds: a.folds + b.folds,
    cells: a.cells + b.cells,
    branches: a.branches + b.branches,
    exhausted: a.exhausted || b.exhausted,
  };
}

/** An instance of the schema, for samples and counterexamples, or the proof that there is none. */
export function witness(schema: JsonSchema, options: AlgebraOptions = {}): Witness {
  const answer = isEmpty(schema, options);
  if (answer.verdict === 'no') return { ...answer, verdict: 'yes' };
  if (answer.verdict === 'yes') return { ...answer, verdict: 'no' };
  return answer;
}
