import { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE } from 'js-yaml';
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { tokensOf } from '../base/index.js';

/** A stretch of the text. */
export interface Extent {
  start: number;
  end: number;
}

interface PositionNode extends Extent {
  /** Keys and indices to children; undefined for a scalar. */
  children?: Map<string, PositionChild>;
  isList?: boolean;
  /** Mappings that `<<` brought in, nearest first. */
  merged?: PositionNode[];
  /** What an alias stands for: the places within it are there. */
  target?: PositionNode;
}

interface PositionChild {
  key?: Extent;
  node: PositionNode;
}

interface OpenNode {
  node: PositionNode;
  isMapping: boolean;
  isFlow: boolean;
  keyText: string | undefined;
  key: Extent | undefined;
  isMerge: boolean;
}

/** Where everything in a document stands. Made only when somebody asks: a sound document needs no positions. */
export class PositionTree {
  readonly #root: PositionNode | undefined;

  constructor(events: readonly Event[], source: string, textOf: (event: ScalarEvent) => string) {
    this.#root = new TreeBuilder(source, textOf).build(events);
  }

  /**
   * The extent of the key or the value at a pointer; where the pointer leads nowhere, of the nearest place above it.
   */
  locate(pointer: string, on: 'key' | 'value'): Extent | undefined {
    if (this.#root === undefined) return undefined;
    let child: PositionChild = { node: this.#root };
    for (const token of tokensOf(pointer)) {
      const next = find(child.node, token);
      if (next === undefined) return child.key ?? headOf(child.node);
      child = next;
    }
    return on === 'key'
      ? (child.key ?? headOf(child.node))
      : { start: child.node.start, end: child.node.end };
  }
}

/** Of a collection without a key only the beginning is meant: the whole would underline a whole file. */
function headOf(node: PositionNode): Extent {
  return { start: node.start, end: node.children === undefined ? node.end : node.start };
}

function find(node: PositionNode, token: string): PositionChild | undefined {
  const place = node.target ?? node;
  const direct = place.children?.get(token);
  if (direct !== undefined) return direct;
  for (const source of place.merged ?? []) {
    const found = find(source, token);
    if (found !== undefined) return found;
  }
  return undefined;
}

class TreeBuilder {
  readonly #open: OpenNode[] = [];
  readonly #anchors = new Map<string, PositionNode>();
  #root: PositionNode | undefined;
  #last = 0;

  constructor(
    readonly source: string,
    readonly textOf: (event: ScalarEvent) => string,
  ) {}

  build(events: readonly Event[]): PositionNode | undefined {
    for (const event of events) {
      if (event.type === EVENT_ID.SCALAR) this.#scalar(event);
      else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) this.#collection(event);
      else if (event.type === EVENT_ID.ALIAS) this.#alias(event.anchorStart, event.anchorEnd);
      else if (event.type === EVENT_ID.POP && !this.#pop()) break;
    }
    return this.#root;
  }

  #scalar(event: ScalarEvent): void {
    const node: PositionNode = this.#extentOf(event);
    this.#last = node.end;
    if (event.anchorStart >= 0) {
      this.#anchors.set(this.source.slice(event.anchorStart, event.anchorEnd), node);
    }
    const parent = this.#open.at(-1);
    if (parent?.isMapping === true && parent.key === undefined) {
      parent.keyText = this.textOf(event);
      parent.isMerge = parent.keyText === '<<' && event.style === SCALAR_STYLE.PLAIN;
      parent.key = { start: node.start, end: node.end };
    } else {
      this.#add(node);
    }
  }

  #extentOf(event: ScalarEvent): Extent {
    const { valueStart: start, valueEnd: end } = event;
    if (start < 0) return this.#empty();
    switch (event.style) {
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return { start: start - 1, end: end + 1 };
      case SCALAR_STYLE.LITERAL_BLOCK:
      case SCALAR_STYLE.FOLDED_BLOCK:
        return { start: this.#blockHeader(start, event.style), end: trimmedEnd(this.source, start, end) };
      default:
        return { start, end };
    }
  }

  /** An empty value stands right after the colon or dash that it follows. */
  #empty(): Extent {
    let at = this.#last;
    while (' \t'.includes(this.source[at] ?? '\n')) at++;
    if (':-?'.includes(this.source[at] ?? '\n')) at++;
    else at = this.#last;
    return { start: at, end: at };
  }

  /** The `|` or `>` of a block scalar, on the line before its text. */
  #blockHeader(textStart: number, style: number): number {
    const sign = style === SCALAR_STYLE.LITERAL_BLOCK ? '|' : '>';
    const from = this.source.indexOf(sign, this.#last);
    return from === -1 || from > textStart ? textStart : from;
  }

  #collection(event: MappingEvent | SequenceEvent): void {
    const isMapping = event.type === EVENT_ID.MAPPING;
    const node: PositionNode = {
      start: event.start,
      end: event.start,
      children: new Map(),
      isList: !isMapping,
    };
    if (event.anchorStart >= 0) {
      this.#anchors.set(this.source.slice(event.anchorStart, event.anchorEnd), node);
    }
    const bracket = this.source[event.start];
    this.#open.push({
      node,
      isMapping,
      isFlow: event.style === COLLECTION_STYLE.FLOW && (bracket === '{' || bracket === '['),
      keyText: undefined,
      key: undefined,
      isMerge: false,
    });
    this.#last = event.start + (bracket === '{' || bracket === '[' ? 1 : 0);
  }

  /** False at the end of the first document. */
  #pop(): boolean {
    const closed = this.#open.pop();
    if (closed === undefined) return false;
    if (closed.isFlow) this.#last = this.#closingBracket(this.#last);
    closed.node.end = Math.max(closed.node.start, this.#last);
    this.#add(closed.node);
    return true;
  }

  /** Behind the last item only space, comments, a comma or an empty value may stand. */
  #closingBracket(from: number): number {
    for (let at = from; at < this.source.length; at++) {
      const char = this.source[at];
      if (char === '}' || char === ']') return at + 1;
      if (char === '#') while (at + 1 < this.source.length && !'\r\n'.includes(this.source[at + 1]!)) at++;
    }
    return from;
  }

  #alias(nameStart: number, nameEnd: number): void {
    const target = this.#anchors.get(this.source.slice(nameStart, nameEnd));
    const node: PositionNode = { start: nameStart - 1, end: nameEnd };
    if (target !== undefined) node.target = target.target ?? target;
    this.#last = nameEnd;
    this.#add(node);
  }

  #add(node: PositionNode): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      this.#root ??= node;
      return;
    }
    const children = parent.node.children!;
    if (!parent.isMapping) {
      children.set(String(children.size), { node });
      return;
    }
    const { key, keyText } = parent;
    if (parent.isMerge) this.#merge(parent.node, node);
    else if (key !== undefined && keyText !== undefined && !children.has(keyText)) {
      children.set(keyText, { key, node });
    }
    parent.key = undefined;
  }

  #merge(into: PositionNode, node: PositionNode): void {
    const source = node.target ?? node;
    into.merged ??= [];
    if (source.isList !== true) into.merged.push(source);
    else for (const { node: item } of source.children!.values()) into.merged.push(item.target ?? item);
  }
}

function trimmedEnd(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && '\r\n'.includes(source[at - 1]!)) at--;
  return at;
}
