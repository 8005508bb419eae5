import { omitUndefined } from '../../../src/base/index.js';
import type { JsonObject, JsonSchema } from '../../../src/base/index.js';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import type { LoadedCatalogue } from '../../../src/catalogue/index.js';
import type { Block, Bundle, Composition, Document, Registry, Text } from '../../../src/model/index.js';
import { composeBundle } from '../../../src/plan/index.js';
import type { BundleOptions } from '../../../src/plan/index.js';

/** Elements that most tests need. */
const elements: Record<string, JsonSchema> = {
  name: { type: 'string', minLength: 1, maxLength: 50 },
  idNumber: { type: 'string', minLength: 1 },
  phone: { type: 'string' },
  sex: { enum: ['male', 'female'] },
  age: { type: 'integer', minimum: 0, maximum: 150 },
  married: { type: 'boolean' },
  grade: { enum: [1, 2, 3, 4] },
  account: { type: 'string', minLength: 1 },
};

/** What a test says of its catalogue; everything else is made up around it. */
export interface Sketch {
  elements?: Record<string, JsonSchema>;
  /** What elements say of a value that they refuse. */
  messages?: Record<string, Text>;
  blocks: Record<string, Partial<Block>>;
  bundle?: Partial<Bundle>;
  registries?: Partial<Registry>[];
  materials?: string[];
  others?: Document[];
}

/** A catalogue of one bundle, "one", over the subject "person". */
export function sketchCatalogue(sketch: Sketch): LoadedCatalogue {
  const all = { ...elements, ...sketch.elements };
  const documents: Document[] = [
    {
      kind: 'subject',
      id: 'person',
      elements: Object.fromEntries(
        Object.entries(all).map(([name, schema]) => [
          name,
          { title: name, schema, ...omitUndefined({ message: sketch.messages?.[name] }) },
        ]),
      ),
    },
    ...(sketch.materials ?? []).map((id): Document => ({ kind: 'material', id })),
    ...(sketch.registries ?? []).map((registry, index): Document => ({
      kind: 'registry',
      id: `registry${index}`,
      given: [],
      gives: [],
      ...registry,
    })),
    ...Object.entries(sketch.blocks).map(([id, block]): Document => ({
      kind: 'block',
      id,
      roles: { person: 'person' },
      ...block,
    })),
    {
      kind: 'bundle',
      id: 'one',
      roles: { person: 'person' },
      uses: Object.keys(sketch.blocks).map((block) => ({ block })),
      ...sketch.bundle,
    },
    ...(sketch.others ?? []),
  ];
  return loadCatalogue([], { documents });
}

/** The composition of a sketched catalogue. */
export function compose(sketch: Sketch, options: BundleOptions = {}): Composition {
  return composeBundle(sketchCatalogue(sketch), 'one', options);
}

/** The names of the fields that the form asks. */
export function askedFields(composition: Composition): string[] {
  return composition.form.fields.filter(({ asked }) => asked).map(({ field }) => field);
}

/** The codes of the findings. */
export function codesOf(composition: Composition): string[] {
  return composition.diagnostics.map(({ code }) => code);
}

/** A part of the form's schema by the names of its properties. */
export function propertyAt(composition: Composition, ...names: string[]): JsonSchema | undefined {
  let schema: JsonSchema | undefined = composition.form.schema;
  for (const name of names) {
    const object: JsonObject | undefined = typeof schema === 'object' ? schema : undefined;
    const holder = (name === '*' ? { '*': object?.['items'] } : object?.['properties']) as
      JsonObject | undefined;
    schema = holder?.[name] as JsonSchema | undefined;
  }
  return schema;
}
