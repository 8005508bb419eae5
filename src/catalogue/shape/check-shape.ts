import { isObject, own, suggest } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { createDiagnostic, meantAs } from '../../diagnostics/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import { isKind, kinds, documentSchema } from '../../model/index.js';
import type { Document, Kind } from '../../model/index.js';
import { compileShape } from './compile-shape.js';
import { broken, ShapeContext } from './issue.js';
import type { Check } from './issue.js';
import { nameOfType, typeOf } from './words.js';
import { literals, tellKind, valueArg } from '../../messages/index.js';

/** What is left of a document after its shape was checked. */
export interface Shaped {
  /** The document, without its broken parts; undefined where nothing can be made of it. */
  document: Document | undefined;
  /** What it says it is, also where nothing else of it can be used. */
  kind: Kind | undefined;
  id: string | undefined;
  diagnostics: Diagnostic[];
  /** The items of lists that are left out of the document, as pointers into the value as written. */
  dropped: ReadonlySet<string>;
}

const checks = new Map<Kind, Check>();

/** Checks a value against the published schema of its kind. */
export function checkShape(file: string, value: JsonValue): Shaped {
  const whole = { file, pointer: '', on: 'value' } as const;
  if (!isObject(value)) {
    const args = { expected: tellKind('kind.map'), actual: nameOfType(typeOf(value)) };
    return nothing([createDiagnostic('catalogue/wrong-type', args, whole)]);
  }
  const id = idOf(value);
  const kind = own(value, 'kind');
  if (!isKind(kind)) return { ...nothing([kindFault(file, value)]), id };
  const context = new ShapeContext(file, value);
  const kept = checkOf(kind)(value, context);
  const document = kept === broken ? undefined : (kept as unknown as Document);
  return { document, kind, id, diagnostics: context.diagnostics, dropped: context.dropped };
}

function checkOf(kind: Kind): Check {
  let check = checks.get(kind);
  if (check === undefined) checks.set(kind, (check = compileShape(documentSchema(kind))));
  return check;
}

function nothing(diagnostics: Diagnostic[]): Shaped {
  return { document: undefined, kind: undefined, id: undefined, diagnostics, dropped: new Set() };
}

function idOf(value: JsonObject): string | undefined {
  const id = own(value, 'id');
  return typeof id === 'string' ? id : undefined;
}

function kindFault(file: string, value: JsonObject): Diagnostic {
  const kind = own(value, 'kind');
  const allowed = literals(kinds);
  if (kind !== undefined) {
    const near = typeof kind === 'string' ? suggest(kind, kinds) : [];
    const at = { file, pointer: '/kind', on: 'value' } as const;
    return createDiagnostic('catalogue/unknown-kind', { kind: valueArg(kind), allowed }, at, meantAs(near));
  }
  const meant = Object.keys(value).find((key) => suggest(key, ['kind']).length > 0);
  if (meant !== undefined) {
    const at = { file, pointer: `/${meant}`, on: 'key' } as const;
    return createDiagnostic('catalogue/unknown-key', { key: meant }, at, meantAs(['kind']));
  }
  return createDiagnostic('catalogue/kind-missing', { allowed }, { file, pointer: '', on: 'key' });
}
