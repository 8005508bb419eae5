import type { ComponentProps, ReactNode } from 'react';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import type { Mistake } from 'onething/forms';
import {
  additionalErrors,
  ajvShaped,
  jsonFormsTexts,
  onethingRenderers,
  plainRenderers,
  withPlaces,
} from 'onething/forms/json-forms';
import type { JsonObject, JsonSchema } from 'onething';
import { useWords } from './words.js';

const renderers = withPlaces([...vanillaRenderers, ...plainRenderers, ...onethingRenderers]);
const ajv = ajvShaped() as never;

interface DrawnFormProps {
  schema: JsonSchema;
  /** Left out: one control for each property. */
  ui?: JsonObject;
  data: JsonObject;
  mistakes: readonly Mistake[];
  middleware?: ComponentProps<typeof JsonForms>['middleware'];
  onChange: (data: unknown) => void;
}

/** A form drawn by JSON Forms, with verdicts of ours: no code is made at run time. */
export function DrawnForm({ schema, ui, data, mistakes, middleware, onChange }: DrawnFormProps): ReactNode {
  const { locale } = useWords();
  return (
    <JsonForms
      schema={schema as never}
      {...(ui === undefined ? {} : { uischema: ui as never })}
      data={data}
      {...(middleware === undefined ? {} : { middleware })}
      renderers={renderers}
      cells={vanillaCells}
      ajv={ajv}
      i18n={jsonFormsTexts(locale) as never}
      validationMode="NoValidation"
      additionalErrors={additionalErrors(mistakes) as never}
      onChange={({ data: changed }) => onChange(changed)}
    />
  );
}
