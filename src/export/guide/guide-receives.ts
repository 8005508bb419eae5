import { isMaterialKey } from '../../model/index.js';
import type { PlanStep } from '../../model/index.js';
import type { Guide } from './guide.js';
import { transfersOf } from './guide-places.js';
import { resultLine } from './guide-steps.js';
import type { Words } from './words.js';

/** The documents, payments, services, goods and standings that come of the whole, each once, and how they arrive. */
export function receivedOf(words: Words, blocks: readonly PlanStep[]): Guide['receives'] {
  const found = new Map<string, { from: Set<string>; by: Set<string> }>();
  const add = (result: string, step: PlanStep, ways: readonly string[]): void => {
    const entry = found.get(result) ?? { from: new Set(), by: new Set() };
    entry.from.add(words.step(step.id));
    for (const way of ways) entry.by.add(way);
    found.set(result, entry);
  };
  for (const step of blocks) {
    const ways = issuedBy(step, words);
    for (const { of } of Object.values(step.out)) {
      if (isMaterialKey(of)) add(words.materialKey(of), step, ways);
    }
    for (const result of step.results ?? []) {
      const own = (result.by ?? []).map((way) => words.say(`results.${way}`));
      add(resultLine(result, step.when, words), step, own);
    }
  }
  return [...found].map(([result, { from, by }]) => ({ result, from: words.list([...from]), by: [...by] }));
}

/** How the documents of a matter reach the applicant. */
function issuedBy(step: PlanStep, words: Words): string[] {
  return transfersOf(step, words).flatMap(({ transfer, when }) =>
    transfer.to === 'applicant' ? [words.ifSo(words.say(`transfer.${transfer.by}`), when, step.when)] : [],
  );
}
