import type { JsonObject, JsonSchema } from '../../src/base/index.js';
import type { Library } from './libraries.js';

/** What a block asks of field number `index`: each block constrains the same field in another way. */
function asked(index: number, block: number): JsonObject {
  const variant = (index + block) % 6;
  switch (index % 4) {
    case 0:
      return [
        { type: 'string', minLength: 1 + (block % 3) },
        { type: 'string', maxLength: 40 + variant },
        { type: 'string', pattern: '^[^<>]+$' },
      ][block % 3]!;
    case 1:
      return [
        { type: 'integer', minimum: block % 40 },
        { type: 'integer', maximum: 100 + variant },
        { type: 'integer', minimum: 1, maximum: 500 },
      ][block % 3]!;
    case 2:
      return [
        { type: 'string', enum: ['a', 'b', 'c', 'd'] },
        { type: 'string', enum: ['d', 'c', 'b'] },
        { type: 'string', title: 'Kind' },
      ][block % 3]!;
    default:
      return [
        { type: 'string', format: 'date' },
        { type: 'string', description: 'When it began' },
        { type: 'string', minLength: 10 },
      ][block % 3]!;
  }
}

/** The form of one block: an object with so many fields. */
export function blockForm(fields: number, block: number): JsonSchema {
  const properties: JsonObject = {};
  for (let index = 0; index < fields; index++) properties[`field${index}`] = asked(index, block);
  return { type: 'object', properties, required: block === 0 ? ['field0', 'field1'] : ['field1'] };
}

/** The median processor time of joining the forms of some blocks, in microseconds for each field. */
export function timeOf(library: Library, fields: number, blocks: number, rounds = 9): number | undefined {
  const forms = Array.from({ length: blocks }, (_, block) => blockForm(fields, block));
  return median(rounds, fields, () => library.join(forms));
}

/** The same for copying the schemas of the blocks. */
export function timeOfCopying(fields: number, blocks: number, rounds = 9): number {
  const forms = Array.from({ length: blocks }, (_, block) => blockForm(fields, block));
  return median(rounds, fields, () => structuredClone(forms))!;
}

function median(rounds: number, fields: number, run: () => unknown): number | undefined {
  const times: number[] = [];
  for (let round = -2; round < rounds; round++) {
    // The time of the processor, not of the clock: what else the machine does must not count.
    const start = process.cpuUsage();
    try {
      run();
    } catch {
      return undefined;
    }
    const { user, system } = process.cpuUsage(start);
    // The first two warm up.
    if (round >= 0) times.push(user + system);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1]! / fields;
}
