import { createErrorHandler, unwrapErrorHandler, validationDataMerge } from '@rjsf/utils';
import type {
  CustomValidator,
  ErrorSchema,
  ErrorTransformer,
  RJSFSchema,
  RJSFValidationError,
  UiSchema,
  ValidationData,
  ValidatorType,
} from '@rjsf/utils';
import { isObject, setOwn, tokensOf } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { accepts } from '../../schema/index.js';
import { partsOf } from '../data-path.js';
import { createFormJudge } from '../mistakes.js';
import type { FindMistakes, Mistake } from '../mistakes.js';

/**
 * The validator of RJSF: verdicts of `accepts`, one message for one mistake, no code made at run time.
 * @param locale of the form (BCP 47)
 */
export function rjsfValidator(locale = 'en'): ValidatorType {
  const judges = new WeakMap<object, FindMistakes>();
  const mistakesIn = (schema: RJSFSchema, data: unknown): Mistake[] => {
    let judge = judges.get(schema);
    if (judge === undefined) judges.set(schema, (judge = createFormJudge(schema, locale)));
    return judge(withoutAbsent(data) ?? {});
  };
  return {
    isValid: (schema, data, rootSchema) => isMet(schema, data, rootSchema),
    rawValidation: <Result>(schema: RJSFSchema, data?: unknown) => ({
      errors: mistakesIn(schema, data).map((mistake) => errorOf(mistake) as Result),
    }),
    validateFormData(data: unknown, schema, customValidate, transformErrors, uiSchema) {
      const errors = mistakesIn(schema, data).map(errorOf);
      return withHost(errors, { data, customValidate, transformErrors, uiSchema });
    },
  };
}

/** RJSF asks of parts of the schema too; their references lead into the whole. */
function isMet(schema: RJSFSchema, data: unknown, { $defs }: RJSFSchema): boolean {
  const whole = $defs === undefined ? schema : { ...schema, $defs };
  const value = withoutAbsent(data);
  if (value === undefined) return false;
  return accepts(whole, value) === true;
}

/** RJSF keeps emptied fields as properties whose value is undefined, which JSON cannot say. */
export function withoutAbsent(data: unknown): JsonValue | undefined {
  if (Array.isArray(data)) return data.map((item) => withoutAbsent(item) ?? null);
  if (typeof data !== 'object' || data === null) return data as JsonValue | undefined;
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(data)) {
    const kept = withoutAbsent(value);
    if (kept !== undefined) setOwn(result, key, kept);
  }
  return result;
}

function errorOf({ at, keyword, message }: Mistake): RJSFValidationError {
  const property = tokensOf(at)
    .map((token) => `.${token}`)
    .join('');
  return { name: keyword, property, message, stack: message, params: {}, schemaPath: '' };
}

interface HostParts {
  data: unknown;
  customValidate: CustomValidator | undefined;
  transformErrors: ErrorTransformer | undefined;
  uiSchema: UiSchema | undefined;
}

/** What the host adds to our errors, in the two ways that RJSF knows. */
function withHost(
  found: RJSFValidationError[],
  { data, customValidate, transformErrors, uiSchema }: HostParts,
): ValidationData<unknown> {
  const errors = transformErrors === undefined ? found : transformErrors(found, uiSchema);
  const own: ValidationData<unknown> = { errors, errorSchema: treeOf(errors) };
  if (customValidate === undefined) return own;
  const handler = customValidate(data, createErrorHandler(data), uiSchema, own.errorSchema);
  return validationDataMerge(own, unwrapErrorHandler(handler));
}

function treeOf(errors: readonly RJSFValidationError[]): ErrorSchema<unknown> {
  const root: ErrorSchema<Record<string, unknown>> = {};
  for (const { property = '', message } of errors) {
    let node = root as Record<string, unknown>;
    for (const name of partsOf(property)) {
      if (!isObject(node[name])) setOwn(node as JsonObject, name, {});
      node = node[name] as Record<string, unknown>;
    }
    const told = (node['__errors'] ??= []) as string[];
    if (message !== undefined) told.push(message);
  }
  return root;
}
