import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import RjsfForm from '@rjsf/core';
import type { FormProps } from '@rjsf/core';
import type { ComponentProps, ReactNode } from 'react';
import { ErrorSummary, FormHost, FormProgress } from 'onething/forms';
import type { FormViewState, Mistake } from 'onething/forms';
import { additionalErrors, ajvShaped, choiceRenderers, jsonFormsTexts, onethingRenderers } from 'onething/forms/json-forms';
import { rjsfSettings, rjsfValidator, rjsfWidgets } from 'onething/forms/rjsf';
import { api } from './api.js';
import { goTo, titlesAt } from './places.js';
import { useWords } from './words.js';

const renderers = [...vanillaRenderers, ...choiceRenderers, ...onethingRenderers];
const ajv = ajvShaped();

/** `?renderer=rjsf` in the address of the page draws the same form with RJSF. */
const isRjsf = new URLSearchParams(location.search).get('renderer') === 'rjsf';

interface FormOfProps {
  state: FormViewState;
  /** Mistakes are shown once somebody has tried to go on. */
  showsMistakes: boolean;
  sources?: Readonly<Record<string, { from: string }>>;
}

/** A form as the applicant fills it in. */
export function FormOf({ state, showsMistakes, sources = {} }: FormOfProps): ReactNode {
  const { locale } = useWords();
  const mistakes = showsMistakes ? state.mistakes : [];
  const { schema } = state.view;
  return (
    <FormHost value={{ locale, upload: api.upload, sources }}>
      <FormProgress schema={schema} data={state.data} locale={locale} />
      <ErrorSummary
        mistakes={mistakes}
        locale={locale}
        titleOf={(at) => titlesAt(schema, at).join(' › ')}
        onGo={(at) => goTo(at, titlesAt(schema, at))}
      />
      {isRjsf ? <DrawnByRjsf state={state} /> : <DrawnByJsonForms state={state} mistakes={mistakes} />}
    </FormHost>
  );
}

function DrawnByJsonForms({ state, mistakes }: { state: FormViewState; mistakes: readonly Mistake[] }): ReactNode {
  const { locale } = useWords();
  const { view, change } = state;
  const props = {
    schema: view.schema,
    uischema: view.ui,
    data: view.data,
    renderers,
    cells: vanillaCells,
    ajv,
    i18n: jsonFormsTexts(locale),
    validationMode: 'NoValidation',
    additionalErrors: additionalErrors(mistakes),
    onChange: ({ data }: { data: unknown }) => change(data),
  };
  return <JsonForms {...(props as unknown as ComponentProps<typeof JsonForms>)} />;
}

function DrawnByRjsf({ state }: { state: FormViewState }): ReactNode {
  const { view, change } = state;
  const props = {
    ...rjsfSettings,
    ...view.rjsf,
    validator: rjsfValidator(),
    widgets: rjsfWidgets,
    formData: view.data,
    onChange: ({ formData }: { formData?: unknown }) => change(formData),
    // The page has its own way on.
    children: <></>,
  };
  return <RjsfForm {...(props as unknown as FormProps)} />;
}
