/** A fault that is planted in the engine: the judge of worlds has to see it. */
export interface Plant {
  /** What goes wrong. */
  name: string;
  /** The law that it breaks (DESIGN: the judge is a world). */
  law: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  file: string;
  /** A text that stands in the file once, and what is planted instead. */
  find: string;
  plant: string;
}

const given = 'src/plan/step-given.ts';
const sheet = 'src/plan/sheet.ts';
const settle = 'src/runtime/machine/settle.ts';
const attempt = 'src/runtime/machine/apply-attempt.ts';
const draft = 'src/runtime/machine/draft.ts';
const consent = 'src/runtime/machine/consent.ts';
const derive = 'src/derive/derivation.ts';

export const plants: readonly Plant[] = [
  {
    law: 2,
    name: 'codes are not translated',
    file: given,
    find: 'if (binding.codes === undefined) return value;',
    plant: 'if (binding !== undefined) return value;',
  },
  {
    law: 2,
    name: 'inputs are handed on whatever their condition',
    file: given,
    find: "if (applies === 'no' || applies === 'never') return { kind: 'not-taken' };",
    plant: "if (applies === 'never') return { kind: 'not-taken' };",
  },
  {
    law: 2,
    name: 'an alternative that was not chosen is handed on',
    file: given,
    find: '(name) => step.in[name]!.alternative !== true || chosen.has(name),',
    plant: '(name) => step.in[name] !== undefined,',
  },
  {
    law: 2,
    name: 'generated materials are left out',
    file: given,
    find: "} else if (source.from === 'generated') return { value: generated };",
    plant: '}',
  },
  {
    law: 6,
    name: 'a deferral is taken for the material',
    file: given,
    find: "&& value['way'] === 'deferral';",
    plant: "&& value['way'] === 'no such way';",
  },
  {
    law: 2,
    name: 'of a repeated role, the first item alone is handed over',
    file: given,
    find: '  for (const [index, value] of values.entries()) {\n    if (value !== undefined)',
    plant: '  for (const [index, value] of values.slice(0, 1).entries()) {\n    if (value !== undefined)',
  },
  {
    law: 1,
    name: 'a draft looks up without consent',
    file: consent,
    find: "if (key === undefined) return 'given';",
    plant: "if (key !== '') return 'given';",
  },
  {
    law: 1,
    name: 'consent that is given is not heeded',
    file: consent,
    find: "if (decision !== undefined) return decision === 'given' ? 'yes' : 'no';",
    plant: "if (decision !== undefined) return decision === 'refused' ? 'yes' : 'no';",
  },
  {
    law: 2,
    name: 'what a draft looked up is lost when it is handed in',
    file: 'src/runtime/machine/apply-draft.ts',
    find: 'known: draft.state.data, answers, lookedUp',
    plant: 'known: draft.state.draft!.known, answers, lookedUp',
  },
  { law: 1, name: 'a rejection stops nobody', file: settle, find: "  'rejected',\n", plant: '' },
  { law: 1, name: 'a withdrawal stops nobody', file: settle, find: "  'withdrawn',\n", plant: '' },
  {
    law: 1,
    name: 'who waits for the end is stopped by a rejection too',
    file: settle,
    find: "dependency.needs === 'approval' && failures",
    plant: 'failures',
  },
  {
    law: 1,
    name: 'edges hold whatever their condition',
    file: settle,
    find: "if (applies === 'no') return 'go';",
    plant: "if (dependency.because.length < 0) return 'go';",
  },
  {
    law: 1,
    name: 'who is not eligible is approved',
    file: settle,
    find: "if (eligible === 'no') return",
    plant: "if (eligible === 'never') return",
  },
  {
    law: 1,
    name: 'steps that do not apply are done',
    file: settle,
    find: "if (needed === 'no') return conclude('skipped', tell('because.condition'));",
    plant: '',
  },
  {
    law: 6,
    name: 'nothing is remembered as owed',
    file: settle,
    find: 'for (const need of reading.deferred) remember(draft, step, state, need);',
    plant: '',
  },
  {
    law: 1,
    name: 'a step for each item is done for the first alone',
    file: settle,
    find: 'keys.forEach((key, index) => addStep(draft, step, key, index));',
    plant: 'keys.slice(0, 1).forEach((key, index) => addStep(draft, step, key, index));',
  },
  {
    law: 1,
    name: 'steps begin before their order',
    file: settle,
    find: "    if (!isSettled(other.status)) waits = true;\n  }\n  return waits ? 'wait' : 'go';",
    plant: "    if (!isSettled(other.status)) waits = false;\n  }\n  return waits ? 'wait' : 'go';",
  },
  {
    law: 1,
    name: 'a withdrawal of the authority counts as approval',
    file: attempt,
    find: "else move(draft, state, 'withdrawn', reasonOf(answer));",
    plant: "else move(draft, state, 'approved');",
  },
  {
    law: 1,
    name: 'a rejection that stops all stops its own',
    file: attempt,
    find: "step.onReject === 'stop-all')",
    plant: "step.onReject === 'stop-dependants')",
  },
  {
    law: 7,
    name: 'an answer to an earlier round counts',
    file: attempt,
    find: 'if (!handedOver || state.round !== event.round) return stale;',
    plant: 'if (!handedOver) return stale;',
  },
  {
    law: 3,
    name: 'answers that nobody asked are taken',
    file: sheet,
    find: 'else if (!asked) sheet.notTaken.push(answer.said);',
    plant:
      'else if (!asked) progress = setValueAt(sheet.data, answer.path, cloneJson(answer.value)) || progress;',
  },
  {
    law: 3,
    name: 'the applicant overrides what signing in tells',
    file: sheet,
    find: 'const asked = told.has(pointer(...answer.path)) ? false : isAsked(',
    plant: 'const asked = told.has(pointer(...answer.path)) ? true : isAsked(',
  },
  {
    law: 2,
    name: 'conditions of items speak of the first item',
    file: draft,
    find: 'const truth = evaluate(predicate, factsOf(draft.state.data, item));',
    plant: 'const truth = evaluate(predicate, factsOf(draft.state.data, item && { ...item, index: 0 }));',
  },
  {
    law: 1,
    name: 'what is open counts as false at once',
    file: draft,
    find: "if (canStillCome(draft, field, of)) return 'wait';",
    plant: "if (canStillCome(draft, field, of)) return 'no';",
  },
  {
    law: 2,
    name: 'equal means that some are equal',
    file: derive,
    find: 'rest.every((value) => isEqual(value, first))',
    plant: 'rest.every((value) => !isEqual(value, first))',
  },
  {
    law: 2,
    name: 'an age counts begun years',
    file: derive,
    find: 'years - 1 : years]',
    plant: 'years : years]',
  },
  {
    law: 2,
    name: 'a sum forgets the first',
    file: derive,
    find: 'numbers.reduce((sum, value) => sum + value, 0)',
    plant: 'numbers.slice(1).reduce((sum, value) => sum + value, 0)',
  },
  {
    law: 2,
    name: 'the first source whatever the situation',
    file: given,
    find: "if (holds === 'no' || holds === 'never') continue;",
    plant: "if (holds === 'no' || holds === 'never') break;",
  },
  {
    law: 7,
    name: 'an attempt counts again in the next round',
    file: attempt,
    find: "if (state.status !== 'ready' || state.round !== event.round || event.attempt !== state.attempt + 1) {",
    plant: "if (state.status !== 'ready') {",
  },
  {
    law: 4,
    name: 'a running case goes by the limit of the law, not by the promise',
    file: attempt,
    find: 'const limit = deadline?.promised ?? deadline?.statutory;',
    plant: 'const limit = deadline?.statutory ?? deadline?.promised;',
  },
  {
    law: 4,
    name: 'the schedule forgets pauses',
    file: 'src/plan/schedule.ts',
    find: 'pauses: (step.pauses ?? []).filter(({ when }) => holds(when)).map(({ time }) => parseDuration(time)),',
    plant: 'pauses: [],',
  },
  {
    law: 4,
    name: 'the schedule counts who is not eligible',
    file: 'src/plan/schedule.ts',
    find: 'evaluate(require, facts) === false);',
    plant: 'evaluate(require, facts) === true && false);',
  },
  {
    law: 4,
    name: 'a step for an item waits for all items in the schedule',
    file: 'src/plan/schedule.ts',
    find: 'item?.role !== other.item.role || item.key === other.item.key,',
    plant: 'item?.role !== other.item.role || item.key !== undefined,',
  },
  {
    law: 5,
    name: 'a fact that nobody takes is no key',
    file: 'src/compose/origin/origin.ts',
    find: 'const facts = [...needed, ...rules.flatMap(({ given }) => given)].filter(hasFact);',
    plant: 'const facts = needed.filter(hasFact);',
  },
];
