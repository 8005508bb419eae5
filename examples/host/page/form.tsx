import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import RjsfForm from '@rjsf/core';
import { ErrorSummary, focusPlace, FormHost, FormProgress, titleAt } from 'onething/forms';
import type { FormViewState, Mistake } from 'onething/forms';
import { keepTyping } from 'onething/forms/json-forms';
import { rjsfSettings, rjsfValidator, rjsfWidgets } from 'onething/forms/rjsf';
import { api } from './api.js';
import { DrawnForm } from './drawn-form.js';
import { useWords } from './words.js';

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
  const { schema, data } = state.view;
  return (
    <FormHost value={{ locale, upload: api.upload, sources }}>
      <ErrorSummary
        mistakes={mistakes}
        locale={locale}
        titleOf={(at) => titleAt(schema, at)}
        onGo={(at) => focusPlace(at)}
      />
      <FormProgress schema={schema} data={data} locale={locale} />
      {isRjsf ? <DrawnByRjsf state={state} /> : <DrawnByJsonForms state={state} mistakes={mistakes} />}
    </FormHost>
  );
}

function DrawnByJsonForms({
  state,
  mistakes,
}: {
  state: FormViewState;
  mistakes: readonly Mistake[];
}): ReactNode {
  const [middleware] = useState(keepTyping);
  const { view, shown, change } = state;
  return (
    <DrawnForm
      schema={view.schema}
      ui={view.ui}
      data={shown}
      middleware={middleware}
      mistakes={mistakes}
      onChange={change}
    />
  );
}

function DrawnByRjsf({ state }: { state: FormViewState }): ReactNode {
  const { locale } = useWords();
  const validator = useMemo(() => rjsfValidator(locale), [locale]);
  return (
    <RjsfForm
      {...rjsfSettings}
      {...(state.view.rjsf as { schema: object })}
      formData={state.shown}
      validator={validator}
      widgets={rjsfWidgets}
      onChange={({ formData }: { formData?: unknown }) => state.change(formData)}
    >
      {/* The page has its own way on. */}
      <></>
    </RjsfForm>
  );
}
