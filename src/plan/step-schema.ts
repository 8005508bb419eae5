import { compareCodeUnits, fromEntries, keyOfValue, own } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import type { BoundUse, ComposedBundle, LeafDemand } from '../compose/index.js';
import { elementSchemaOf, fold, leavesOf, narrowingOf } from '../compose/index.js';
import { deferralIn, fieldParts, materialParts } from '../model/index.js';
import type { Block, InputBinding } from '../model/index.js';
import { selfContained } from '../schema/index.js';

interface Slot {
  role: string;
  property: string;
  material: boolean;
  schema: JsonSchema;
  required: boolean;
}

/**
 * What a step is given, as JSON Schema over the block's own roles. What is taken under a condition is not
 * required by the schema; the binding says when it is.
 * @param only these inputs and no others
 */
export function inputSchema(
  composed: ComposedBundle,
  use: BoundUse,
  only?: Readonly<Record<string, InputBinding>>,
): JsonSchema {
  const isCertain = (name: string) => only === undefined || own(only, name)?.when === undefined;
  const required = new Set(
    use.demands.flatMap((demand) =>
      demand.kind !== 'choice' &&
      demand.guard === true &&
      !demand.optional &&
      !mayFollow(demand) &&
      isCertain(demand.blockKey)
        ? [demand.blockKey]
        : [],
    ),
  );
  const slots = new Map<string, Slot>();
  for (const leaf of leavesOf(use.demands)) {
    if (leaf.guard === false || (only !== undefined && own(only, leaf.blockKey) === undefined)) continue;
    const schema = givenSchema(composed, leaf);
    const present = slots.get(leaf.blockKey);
    const slot = slotOf(leaf, schema, required.has(leaf.blockKey));
    slots.set(
      leaf.blockKey,
      present === undefined ? slot : { ...present, required: present.required || slot.required },
    );
  }
  return payloadSchema(use.block, [...slots.values()]);
}

/** What a step answers, as JSON Schema over the block's own roles. */
export function outputSchema(composed: ComposedBundle, use: BoundUse): JsonSchema {
  const slots = new Map<string, Slot>();
  for (const output of use.outputs) {
    if (output.guard === false) continue;
    const [blockRole, property] = namesOf(output.kind, output.blockKey);
    const element =
      output.kind === 'field' ? elementSchemaOf(composed.bound, 'field', output.role, output.name) : true;
    const slot: Slot = {
      role: blockRole,
      property,
      material: output.kind === 'material',
      schema: fold([element, output.schema ?? true]),
      required: output.guard === true,
    };
    const present = slots.get(output.blockKey);
    // Of a list whose items the facts know one by one, each item has to have it only where all of them have.
    const required = slot.required && present?.required !== false;
    slots.set(output.blockKey, { ...slot, required });
  }
  return payloadSchema(use.block, [...slots.values()]);
}

/** A deferred material need not be there when the step begins. */
function mayFollow(leaf: LeafDemand): boolean {
  return deferralIn(leaf.accept) !== undefined;
}

function slotOf(leaf: LeafDemand, schema: JsonSchema, required: boolean): Slot {
  const [role, property] = namesOf(leaf.kind, leaf.blockKey);
  return { role, property, material: leaf.kind === 'material', schema, required };
}

/** The block's role and the property's name. */
export function namesOf(kind: 'field' | 'material', blockKey: string): [role: string, property: string] {
  if (kind === 'material') return [materialParts(blockKey).role, blockKey];
  const { role, element } = fieldParts(blockKey);
  return [role, element];
}

/** What the authority receives: its own codes where it has some, otherwise what the element and the input allow. */
function givenSchema(composed: ComposedBundle, leaf: LeafDemand): JsonSchema {
  // A material may also come from a registry or another step, in whatever shape that gives it.
  if (leaf.kind === 'material') return true;
  const codes = 'codes' in leaf.input ? leaf.input.codes : undefined;
  const element = elementSchemaOf(composed.bound, 'field', leaf.role, leaf.name);
  const narrowing = narrowingOf(composed.bound, leaf);
  const schema = fold([element, narrowing ?? true]);
  if (codes === undefined) return schema;
  const allowed = typeof schema === 'object' && Array.isArray(schema['enum']) ? schema['enum'] : undefined;
  const values = Object.keys(codes)
    .filter((key) => allowed === undefined || allowed.some((value) => keyOfValue(value) === key))
    .map((key): JsonValue => codes[key]!);
  return { enum: values };
}

function payloadSchema(block: Block, slots: readonly Slot[]): JsonSchema {
  const properties: [string, JsonSchema][] = [];
  const required: string[] = [];
  const roles = [...new Set(slots.filter(({ material }) => !material).map(({ role }) => role))].sort(
    compareCodeUnits,
  );
  for (const role of roles) {
    const declared = Object.hasOwn(block.roles, role) ? block.roles[role] : undefined;
    const many = typeof declared === 'object' && declared.many === true;
    const own = slots.filter((slot) => slot.role === role && !slot.material);
    const object = objectOf(own);
    properties.push([role, many ? { type: 'array', items: object } : object]);
    if (own.some((slot) => slot.required)) required.push(role);
  }
  const materials = slots.filter(({ material }) => material);
  if (materials.length > 0) {
    properties.push(['materials', objectOf(materials)]);
    if (materials.some((slot) => slot.required)) required.push('materials');
  }
  return selfContained(closed(properties, required));
}

function objectOf(slots: readonly Slot[]): JsonObject {
  const sorted = [...slots].sort((a, b) => compareCodeUnits(a.property, b.property));
  return closed(
    sorted.map(({ property, schema }) => [property, schema]),
    sorted.filter((slot) => slot.required).map(({ property }) => property),
  );
}

/** A step sees nothing but its own. */
function closed(properties: readonly [string, JsonSchema][], required: readonly string[]): JsonObject {
  return {
    type: 'object',
    properties: fromEntries(properties),
    ...(required.length > 0 ? { required: [...required].sort(compareCodeUnits) } : {}),
    additionalProperties: false,
  };
}
