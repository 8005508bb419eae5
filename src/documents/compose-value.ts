import { EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { AliasEvent, Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { isObject, pointer, setOwn } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import { composedText } from './composed-text.js';
import { documentLimits } from './limits.js';
import { Unreadable } from './problem.js';
import type { Problem, Spot } from './problem.js';
import { resolvePlain } from './scalar.js';
import { coreTag, fitsTag } from './tag.js';
import type { CoreTag } from './tag.js';
import { literal } from '../messages/index.js';
import { tell } from './messages.js';

/** A collection that is being read. */
interface Frame {
  value: JsonValue[] | JsonObject;
  /** The key whose value comes next. */
  key: string | undefined;
  keySpot: { start: number; end: number } | undefined;
  isMerge: boolean;
  /** Keys that a merge brought, which a key of the mapping's own overrides. */
  merged: Set<string> | undefined;
  /** Nodes in it, those behind aliases counted each time. */
  nodes: number;
  anchor: string | undefined;
}

interface Anchor {
  value: JsonValue;
  nodes: number;
  /** Still being read: an alias to it would make a ring. */
  open: boolean;
}

/** The value of a text, and the faults that leave it a value. */
export interface Composed {
  /** One per document of the text. */
  values: JsonValue[];
  /** Where the first document ends. */
  firstEnd: number;
  problems: Problem[];
}

/**
 * Makes values of events: keys are texts, a repeated key is reported and the first one stays, aliases share what they
 * stand for, `<<` merges (https://yaml.org/type/merge.html), scalars follow the core schema of YAML 1.2.
 * @throws Unreadable where there can be no value
 */
export function composeValue(events: readonly Event[], source: string, format: 'YAML' | 'JSON'): Composed {
  return new ValueComposer(source, format).compose(events);
}

class ValueComposer {
  readonly #problems: Problem[] = [];
  readonly #values: JsonValue[] = [];
  readonly #frames: Frame[] = [];
  readonly #anchors = new Map<string, Anchor>();
  #aliasNodes = 0;
  #firstEnd = 0;
  /** The end of the last thing read: the place of an empty scalar. */
  #last = 0;

  constructor(
    readonly source: string,
    readonly format: 'YAML' | 'JSON',
  ) {}

  compose(events: readonly Event[]): Composed {
    for (const event of events) {
      switch (event.type) {
        case EVENT_ID.SCALAR:
          this.#scalar(event);
          break;
        case EVENT_ID.MAPPING:
        case EVENT_ID.SEQUENCE:
          this.#openCollection(event);
          break;
        case EVENT_ID.POP:
          this.#close();
          break;
        case EVENT_ID.ALIAS:
          this.#alias(event);
          break;
        case EVENT_ID.DOCUMENT:
          if (this.#values.length === 1) this.#firstEnd = this.#last;
          this.#anchors.clear();
          break;
      }
    }
    return { values: this.#values, firstEnd: this.#firstEnd, problems: this.#problems };
  }

  #scalar(event: ScalarEvent): void {
    if (event.valueStart >= 0) this.#last = event.valueEnd;
    const text = this.#textOf(event);
    const frame = this.#frames.at(-1);
    if (frame !== undefined && frame.key === undefined && !Array.isArray(frame.value)) {
      const isMerge = text === '<<' && event.style === SCALAR_STYLE.PLAIN && this.format === 'YAML';
      this.#key(frame, text, isMerge, event);
      if (event.anchorStart >= 0) this.#anchor(event, { value: text, nodes: 1, open: false });
      return;
    }
    const value = event.tagStart >= 0 ? this.#tagged(event, text) : this.#untagged(event, text);
    if (event.anchorStart >= 0) this.#anchor(event, { value, nodes: 1, open: false });
    this.#add(value, 1);
  }

  #textOf(event: ScalarEvent): string {
    if (this.format === 'YAML') return composedText(getScalarValue(this.source, event));
    const raw = this.source.slice(event.valueStart, event.valueEnd);
    const isPlain = event.style === SCALAR_STYLE.PLAIN || !raw.includes('\\');
    return composedText(isPlain ? raw : (JSON.parse(`"${raw}"`) as string));
  }

  #untagged(event: ScalarEvent, text: string): JsonValue {
    if (event.style !== SCALAR_STYLE.PLAIN) return text;
    const { value, changed, outsideJson } = resolvePlain(text);
    if (changed === true) {
      this.#report(this.#valueSpot(event), (at) =>
        createDiagnostic(
          'documents/number-changed',
          { text: literal(text), value: literal(String(value)) },
          at,
        ),
      );
    }
    if (outsideJson === true) {
      this.#report(this.#valueSpot(event), (at) =>
        createDiagnostic('documents/not-json', { text: literal(text) }, at),
      );
    }
    return value;
  }

  #tagged(event: ScalarEvent, text: string): JsonValue {
    const tag = this.#tagOf(event);
    if (tag === undefined || tag === 'any') return tag === 'any' ? text : this.#untagged(event, text);
    if (tag === 'str') return text;
    const { value } = resolvePlain(text);
    if (!fitsTag(tag, value)) this.#badTag(event);
    return value;
  }

  /** The core tag of a node; undefined, and reported, where it has another. */
  #tagOf(event: ScalarEvent | MappingEvent | SequenceEvent): CoreTag | undefined {
    const tag = coreTag(this.source.slice(event.tagStart, event.tagEnd));
    if (tag === undefined) this.#badTag(event);
    return tag;
  }

  #badTag(event: ScalarEvent | MappingEvent | SequenceEvent): void {
    const tag = this.source.slice(event.tagStart, event.tagEnd);
    const spot: Spot = { ...this.#valueSpot(event), start: event.tagStart, end: event.tagEnd };
    this.#report(spot, (at) => createDiagnostic('documents/tag', { tag }, at));
  }

  #key(frame: Frame, text: string, isMerge: boolean, event: ScalarEvent): void {
    const { start, end } = this.#extent(event);
    frame.key = text;
    frame.isMerge = isMerge;
    frame.keySpot = { start, end };
  }

  #openCollection(event: MappingEvent | SequenceEvent): void {
    const isMapping = event.type === EVENT_ID.MAPPING;
    const parent = this.#frames.at(-1);
    if (parent !== undefined && parent.key === undefined && !Array.isArray(parent.value)) {
      this.#refuse(event.start, (at) => createDiagnostic('documents/key-not-text', {}, at));
    }
    if (event.tagStart >= 0) {
      const tag = this.#tagOf(event);
      if (tag !== undefined && tag !== 'any' && tag !== (isMapping ? 'map' : 'seq')) this.#badTag(event);
    }
    const anchor = event.anchorStart >= 0 ? this.source.slice(event.anchorStart, event.anchorEnd) : undefined;
    const value: JsonValue[] | JsonObject = isMapping ? {} : [];
    if (anchor !== undefined) this.#anchors.set(anchor, { value, nodes: 0, open: true });
    this.#last = event.start + 1;
    this.#frames.push({
      value,
      key: undefined,
      keySpot: undefined,
      isMerge: false,
      merged: undefined,
      nodes: 1,
      anchor,
    });
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (frame.anchor !== undefined) {
      this.#anchors.set(frame.anchor, { value: frame.value, nodes: frame.nodes, open: false });
    }
    this.#add(frame.value, frame.nodes);
  }

  #alias(event: AliasEvent): void {
    const start = event.anchorStart - 1;
    const name = this.source.slice(event.anchorStart, event.anchorEnd);
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) {
      return this.#refuse(
        start,
        (at) => createDiagnostic('documents/unknown-alias', { name: `*${name}` }, at),
        event.anchorEnd,
      );
    }
    if (anchor.open) {
      return this.#refuse(
        start,
        (at) => createDiagnostic('documents/alias-cycle', { name: `*${name}` }, at),
        event.anchorEnd,
      );
    }
    this.#aliasNodes += anchor.nodes;
    if (this.#aliasNodes > documentLimits.aliasNodes) {
      const limit = documentLimits.aliasNodes;
      return this.#refuse(
        start,
        (at) => createDiagnostic('documents/alias-bomb', { limit }, at),
        event.anchorEnd,
      );
    }
    this.#last = event.anchorEnd;
    const frame = this.#frames.at(-1);
    if (frame !== undefined && frame.key === undefined && !Array.isArray(frame.value)) {
      if (typeof anchor.value === 'object' && anchor.value !== null) {
        return this.#refuse(
          start,
          (at) => createDiagnostic('documents/key-not-text', {}, at),
          event.anchorEnd,
        );
      }
      frame.key = String(anchor.value);
      frame.isMerge = false;
      frame.keySpot = { start, end: event.anchorEnd };
      return;
    }
    this.#add(anchor.value, anchor.nodes);
  }

  #add(value: JsonValue, nodes: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) {
      this.#values.push(value);
      return;
    }
    frame.nodes += nodes;
    if (Array.isArray(frame.value)) {
      frame.value.push(value);
      return;
    }
    const key = frame.key ?? '';
    if (frame.isMerge) this.#merge(frame, frame.value, value);
    else this.#set(frame, frame.value, key, value);
    frame.key = undefined;
  }

  #set(frame: Frame, target: JsonObject, key: string, value: JsonValue): void {
    if (!Object.hasOwn(target, key) || frame.merged?.delete(key) === true) {
      setOwn(target, key, value);
      return;
    }
    const place = this.#pointer();
    this.#report({ ...frame.keySpot!, pointer: place, on: 'key' }, (at, locate) =>
      createDiagnostic('documents/duplicate-key', { key }, at, {
        related: [{ at: locate(place, 'key'), ...tell('key.first', { key }) }],
      }),
    );
  }

  #merge(frame: Frame, target: JsonObject, value: JsonValue): void {
    const sources = Array.isArray(value) ? value : [value];
    frame.merged ??= new Set();
    for (const source of sources) {
      if (!isObject(source)) {
        const spot: Spot = { ...frame.keySpot!, pointer: this.#pointer(), on: 'key' };
        this.#report(spot, (at) => createDiagnostic('documents/merge', {}, at));
        return;
      }
      for (const key of Object.keys(source)) {
        if (Object.hasOwn(target, key)) continue;
        setOwn(target, key, source[key]!);
        frame.merged.add(key);
      }
    }
  }

  #anchor(event: ScalarEvent, anchor: Anchor): void {
    this.#anchors.set(this.source.slice(event.anchorStart, event.anchorEnd), anchor);
  }

  /** The pointer to what is being read. */
  #pointer(): string {
    const tokens: (string | number)[] = [];
    for (const frame of this.#frames) {
      if (Array.isArray(frame.value)) tokens.push(frame.value.length);
      else if (frame.key !== undefined) tokens.push(frame.key);
    }
    return pointer(...tokens);
  }

  #extent(event: ScalarEvent): { start: number; end: number } {
    if (event.valueStart < 0) return { start: this.#last, end: this.#last };
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return { start: event.valueStart - (quoted ? 1 : 0), end: event.valueEnd + (quoted ? 1 : 0) };
  }

  #valueSpot(event: ScalarEvent | MappingEvent | SequenceEvent): Spot {
    const extent =
      event.type === EVENT_ID.SCALAR ? this.#extent(event) : { start: event.start, end: event.start + 1 };
    return { ...extent, pointer: this.#pointer(), on: 'value' };
  }

  #report(spot: Spot, create: Problem['create']): void {
    const limit = documentLimits.findings;
    if (this.#problems.length < limit) {
      this.#problems.push({ spot, create });
    } else if (this.#problems.length === limit) {
      this.#problems.push({
        spot: { start: 0, end: 0, pointer: '', on: 'value' },
        create: (at) => createDiagnostic('documents/more-findings', { limit }, at),
      });
    }
  }

  #refuse(start: number, create: Problem['create'], end = start + 1): never {
    throw new Unreadable({ spot: { start, end, pointer: this.#pointer(), on: 'value' }, create });
  }
}
