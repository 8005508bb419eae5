/** An acyclic graph as names: what every contender is given. */
export interface Input {
  readonly name: string;
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

/**
 * Edges from random steps to later ones, five for each step, with the steps listed in an order that gives nothing away.
 *
 * @param count edges
 */
export function randomInput(count: number): Input {
  const random = createRandom(20_261_121);
  const nodes = Array.from({ length: count / 5 }, (_, at) => `step-${at}`);
  const pairs = new Set<number>();
  while (pairs.size < count) {
    const [a, b] = [random(nodes.length), random(nodes.length)];
    if (a !== b) pairs.add(Math.min(a, b) * nodes.length + Math.max(a, b));
  }
  const edges = Array.from(
    pairs,
    (pair) => [nodes[Math.floor(pair / nodes.length)]!, nodes[pair % nodes.length]!] as const,
  );
  return { name: 'random', nodes: shuffled(nodes, random), edges };
}

/** One chain: every step waits for the one before. */
export function chainInput(count: number): Input {
  const nodes = Array.from({ length: count + 1 }, (_, at) => `step-${at}`);
  const edges = nodes.slice(1).map((to, at) => [nodes[at]!, to] as const);
  return { name: 'chain', nodes: shuffled(nodes, createRandom(1)), edges };
}

/** A linear congruential generator (Knuth, TAOCP 2, 3.3.4), so that every run measures the same graphs. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffled(items: readonly string[], random: (below: number) => number): string[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}
