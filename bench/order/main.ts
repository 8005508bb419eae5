/** Orders the same graphs by several libraries and prints a table in Markdown: `npx tsx bench/order/main.ts`. */
import { contenders } from './contenders.js';
import type { Contender } from './contenders.js';
import { chainInput, randomInput } from './generate.js';
import type { Input } from './generate.js';

/** Small graphs are ordered more often, so that what is measured is compiled code. */
const roundsFor = (edges: number): number => Math.max(5, Math.round(100_000 / edges));

interface Result {
  /** Median milliseconds from names to an order, and of the ordering alone; a text says what happened instead. */
  readonly outcome: { readonly whole: number; readonly ordering: number } | string;
}

function measure({ build }: Contender, input: Input): Result {
  const whole: number[] = [];
  const ordering: number[] = [];
  const rounds = roundsFor(input.edges.length);
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const order = build(input);
    const built = performance.now();
    let result: readonly string[];
    try {
      result = order();
    } catch (error) {
      return { outcome: error instanceof RangeError ? 'stack overflow' : String(error) };
    }
    const ended = performance.now();
    if (!isOrder(result, input)) return { outcome: 'wrong order' };
    whole.push(ended - begun);
    ordering.push(ended - built);
  }
  return { outcome: { whole: median(whole), ordering: median(ordering) } };
}

/** Every contender's answer is checked, because a fast wrong answer is not a time. */
function isOrder(order: readonly string[], { nodes, edges }: Input): boolean {
  const place = new Map(order.map((node, at) => [node, at]));
  return place.size === nodes.length && edges.every(([from, to]) => place.get(from)! < place.get(to)!);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function cell({ outcome }: Result, ours: Result, part: 'whole' | 'ordering'): string {
  if (typeof outcome === 'string') return outcome;
  if (typeof ours.outcome === 'string') return '–';
  return `${(outcome[part] / ours.outcome[part]).toFixed(2)} (${outcome[part].toFixed(1)} ms)`;
}

function print(input: Input): void {
  const results = contenders.map((contender) => measure(contender, input));
  const ours = results[0]!;
  contenders.forEach(({ name }, at) => {
    const result = results[at]!;
    const row = [
      input.name,
      String(input.edges.length),
      name,
      cell(result, ours, 'whole'),
      cell(result, ours, 'ordering'),
    ];
    console.log(`| ${row.join(' | ')} |`);
  });
}

console.log('| graph | edges | library | from names to order | ordering alone |');
console.log('| --- | ---: | --- | ---: | ---: |');
for (const count of [1_000, 10_000, 100_000]) {
  print(randomInput(count));
  print(chainInput(count));
}
