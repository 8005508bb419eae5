import type { JsonValue } from '../../../base/index.js';
import type { Target } from '../../document/schema-document.js';
import type { Place } from '../../explain/issue-place.js';
import { loose } from '../../solve/facts.js';
import { stopAt } from '../../solve/stop.js';
import type { Keyword, Meaning } from '../../solve/translate.js';
import { dynamicTarget } from '../dynamic-target.js';
import { inFrame } from '../in-place.js';
import type { KeywordRecord } from '../record.js';
import type { Frame, Run, Site, Truth } from '../site.js';
import { ALL_TYPES } from '../type-set.js';

/** The frame in which a target is read, seen from where the reference stands. */
const frameOf = (target: Target, frame: Frame): Frame =>
  target.base === frame.base ? frame : { base: target.base, outer: frame };

function follow(target: Target | undefined, instance: JsonValue, site: Site): Truth {
  if (target) return inFrame(target.schema, instance, site, frameOf(target, site.frame));
  if (site.seen) site.seen.unsure = true;
  return undefined;
}

function explainTarget(reference: string, target: Target | undefined, place: Place): void {
  if (target === undefined) {
    place.add('$ref', undefined, { reference });
    return;
  }
  const { instance, pointer, frame } = place;
  place.explain(target.schema, {
    instance,
    pointer,
    frame: frameOf(target, frame),
    path: place.pathOf(reference, target.schema),
  });
}

/** What a reference leads to. */
type Find = (reference: string, document: Run['document'], frame: Frame) => Target | undefined;

const translated = (keyword: Keyword, find: Find, positive: boolean): Meaning => {
  const { value, document, frame } = keyword;
  const target = typeof value === 'string' ? find(value, document, frame) : undefined;
  if (!target) return { all: [loose(stopAt(keyword.name, 'stop.reference'))], choices: [] };
  const constraint = { schema: target.schema, positive, document, frame: frameOf(target, frame) };
  return { all: [{ constraint }], choices: [] };
};

const reference = (name: string, hint: string, find: Find): KeywordRecord => ({
  name,
  topic: 'reference',
  shape: 'reference',
  hint,
  inPlace: 'counts',
  types: ALL_TYPES,
  check: (value, instance, site) =>
    typeof value !== 'string' || follow(find(value, site.run.document, site.frame), instance, site),
  combination: 'apart',
  translation: {
    holds: (keyword) => translated(keyword, find, true),
    fails: (keyword) => translated(keyword, find, false),
  },
  explain: (value, place) => {
    if (typeof value === 'string')
      explainTarget(value, find(value, place.site.run.document, place.frame), place);
  },
});

/** Core, sections 8.2.3.1 and 8.2.3.2. */
export const keywords: readonly KeywordRecord[] = [
  {
    ...reference('$ref', 'Another schema of the same document: "#/$defs/…".', (value, document, frame) =>
      document.resolve(frame.base, value),
    ),
    isInTypes: true,
  },
  reference('$dynamicRef', 'A reference that an outer schema may redirect.', dynamicTarget),
];
