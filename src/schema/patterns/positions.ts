import { groupBy } from '../../base/index.js';
import { NotRepresentable } from './limits.js';
import type { Nfa, Program } from './program.js';

/** How many ways without a character are followed for one automaton. */
const wayBudget = 300_000;

/**
 * What a backtracking matcher walks through: position 0 is the beginning of the text, every other position is a
 * character of the pattern that has just been read.
 */
export interface Positions {
  readonly count: number;
  /** For each position, the classes of characters that lead to it, a bit each. */
  readonly classes: readonly Int32Array[];
  /** For each position, the positions that may follow, and whether there is more than one way to each. */
  readonly edges: readonly (readonly PositionEdge[])[];
  /** Of the edges of a position, at least those that a character can take that leads to another position as well. */
  readonly edgesLike: (from: number, other: number) => readonly PositionEdge[];
  /** Positions at which the pattern has matched whatever follows, so that nothing is tried again. */
  readonly matched: readonly boolean[];
}

interface PositionEdge {
  readonly to: number;
  readonly several: boolean;
}

/** The positions of an automaton. @throws NotRepresentable past the bound */
export function positionsOf(program: Program, nfa: Nfa, { search }: { search: boolean }): Positions {
  const nodes = nfa.nodes.flatMap((node, index) => (node.kind === 'char' ? [index] : []));
  const numbers = new Map(nodes.map((node, index) => [node, index + 1]));
  const budget = { left: wayBudget };
  const ways = [
    search ? nfa.start : nfa.entry,
    ...nodes.map((node) => (nfa.nodes[node] as { to: number }).to),
  ].map((from, position) => waysFrom(nfa, from, position > 0, budget));
  const anything = new Uint8Array(program.alphabet.size).fill(1);
  const members = program.members.map(bitsOf);
  const classes = [
    bitsOf(anything),
    ...nodes.map((node) => members[(nfa.nodes[node] as { set: number }).set]!),
  ];
  const edges = ways.map(({ counts }) =>
    [...counts].map(([node, count]) => ({ to: numbers.get(node)!, several: count > 1 })),
  );
  return {
    count: ways.length,
    classes,
    edges,
    edgesLike: indexByClass(edges, classes),
    matched: ways.map(({ matched }) => matched),
  };
}

/** Stands for more than one class. */
const several = -1;

/** Positions to which one class leads are found by it, so that very many alternatives are not compared pair by pair. */
function indexByClass(edges: Positions['edges'], classes: Positions['classes']): Positions['edgesLike'] {
  const only = classes.map(onlyClass);
  const indexed = edges.map((): Map<number, PositionEdge[]> | undefined => undefined);
  const indexOf = (from: number) =>
    (indexed[from] ??= groupBy(edges[from]!, ({ to }) => only[to] ?? several));
  return (from, other) => {
    const cls = only[other];
    if (cls === undefined) return edges[from]!;
    const index = indexOf(from);
    return [...(index.get(cls) ?? []), ...(index.get(several) ?? [])];
  };
}

/** The class that leads to a position where it is the only one. */
function onlyClass(classes: Int32Array): number | undefined {
  const word = classes.findIndex((bits) => bits !== 0);
  if (word < 0) return undefined;
  const bits = classes[word]!;
  const isOnly = (bits & (bits - 1)) === 0 && classes.every((others, at) => at === word || others === 0);
  return isOnly ? word * 32 + (31 - Math.clz32(bits)) : undefined;
}

function bitsOf(members: Uint8Array): Int32Array {
  const bits = new Int32Array(Math.ceil(members.length / 32));
  members.forEach((inside, cls) => (bits[cls >> 5]! |= inside << (cls & 31)));
  return bits;
}

/** Counts the ways to each next character; a way meets no node twice (ECMA-262 22.2.2.3.1 stops empty rounds). */
function waysFrom(
  nfa: Nfa,
  from: number,
  begun: boolean,
  budget: { left: number },
): { counts: Map<number, number>; matched: boolean } {
  const counts = new Map<number, number>();
  let matched = false;
  const onWay = new Set<number>();
  type Step = { node: number; ended: boolean; sure: boolean } | { leave: number };
  const open: Step[] = [{ node: from, ended: false, sure: true }];
  for (let step = open.pop(); step; step = open.pop()) {
    if ('leave' in step) {
      onWay.delete(step.leave);
      continue;
    }
    const { node: index, ended, sure } = step;
    if (onWay.has(index)) continue;
    if (--budget.left < 0) throw new NotRepresentable('too many ways');
    const node = nfa.nodes[index]!;
    if (node.kind === 'char') {
      if (!ended) counts.set(index, (counts.get(index) ?? 0) + 1);
    } else if (node.kind === 'accept') {
      matched ||= sure;
    } else {
      onWay.add(index);
      open.push({ leave: index });
      if (node.kind === 'split') {
        for (const to of node.to) open.push({ node: to, ended, sure });
      } else if (!(node.kind === 'behind' && node.edge && begun)) {
        open.push({ node: node.to, ended: ended || (node.kind === 'ahead' && node.edge), sure: false });
      }
    }
  }
  return { counts, matched };
}

/** The strongly connected component of each position (Tarjan, iterative), and whether it has a cycle. */
export function componentsOf(positions: Positions): { component: number[]; cyclic: boolean[] } {
  const { count, edges } = positions;
  const index = new Array<number>(count).fill(-1);
  const low = new Array<number>(count).fill(0);
  const component = new Array<number>(count).fill(-1);
  const cyclic: boolean[] = [];
  const stack: number[] = [];
  let next = 0;
  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue;
    const work: { at: number; edge: number }[] = [{ at: root, edge: 0 }];
    index[root] = low[root] = next++;
    stack.push(root);
    while (work.length > 0) {
      const frame = work.at(-1)!;
      const edge = edges[frame.at]![frame.edge++];
      if (edge) {
        if (index[edge.to] === -1) {
          index[edge.to] = low[edge.to] = next++;
          stack.push(edge.to);
          work.push({ at: edge.to, edge: 0 });
        } else if (component[edge.to] === -1) {
          low[frame.at] = Math.min(low[frame.at]!, index[edge.to]!);
        }
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) low[parent.at] = Math.min(low[parent.at]!, low[frame.at]!);
      if (low[frame.at] === index[frame.at]) {
        const size = stack.length - stack.lastIndexOf(frame.at);
        for (const member of stack.splice(-size)) component[member] = cyclic.length;
        cyclic.push(size > 1 || edges[frame.at]!.some((out) => out.to === frame.at));
      }
    }
  }
  return { component, cyclic };
}
