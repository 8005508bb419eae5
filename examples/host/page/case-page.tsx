import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { MaterialField, useFormView } from 'onething/forms';
import type { JsonObject, JsonValue, Plan } from 'onething';
import type { CaseView, Receipt, Refusal } from 'onething/runtime';
import { api } from './api.js';
import type { ApplicationView } from './api.js';
import { FormOf } from './form.js';
import { RefusalNote } from './refusal-note.js';
import { SupplementForm } from './supplement-form.js';
import { useWords, wordOf } from './words.js';

interface CasePageProps {
  application: ApplicationView;
  view: CaseView;
  plan: Plan;
  onChange: () => void;
}

/** The receipt, where each matter stands, and what the applicant is to do next. */
export function CasePage({ application, view, plan, onChange }: CasePageProps): ReactNode {
  const { locale, say, textOf } = useWords();
  const { id, number } = application;
  const [refusal, setRefusal] = useState<Refusal>();
  useFollowed(id, onChange);

  const answered = async (receipt: Promise<Receipt>): Promise<void> => {
    const given = await receipt;
    setRefusal(given.accepted ? undefined : given.refusal);
    onChange();
  };
  const isRunning = view.status === 'running';
  // All is decided, and a material is still to come.
  const isOwing = view.status === 'done' && view.open.length > 0;
  return (
    <>
      <h1>{textOf(plan.title)}</h1>
      <section className="receipt">
        <h2>{say('receipt')}</h2>
        <p>{say('receiptNote')}</p>
        <p>
          {say('number')}: <strong>{number}</strong> · {say(wordOf('case', isOwing ? 'open' : view.status))}
          {view.startedAt !== undefined && ` · ${new Date(view.startedAt).toLocaleString(locale)}`}
        </p>
        <button type="button" onClick={() => print()}>
          {say('print')}
        </button>
      </section>
      {refusal !== undefined && <RefusalNote refusal={refusal} schema={plan.form.schema} />}
      {view.asks.map(({ step }) => (
        <LaterForm
          key={step}
          {...{ step, view, plan }}
          onSend={(answers) => void answered(api.fill(id, step, answers))}
        />
      ))}
      {view.needs.map((need) => (
        <SupplementForm
          key={`${need.step} ${need.returned}`}
          {...{ need, plan }}
          onSend={(values) => void answered(api.supplement(id, need.step, need.returned, values))}
        />
      ))}
      {view.open.map((item) => (
        <OwedMaterial
          key={`${item.step} ${item.at}`}
          item={item}
          onSend={(value) => void answered(api.deliver(id, item.step, item.at, value))}
        />
      ))}
      <Progress application={id} view={view} />
      {isRunning && (
        <button type="button" onClick={() => void answered(api.withdraw(id))}>
          {say('withdraw')}
        </button>
      )}
    </>
  );
}

/** Where each matter stands. */
function Progress({ application, view }: { application: string; view: CaseView }): ReactNode {
  const { locale, say, textOf } = useWords();
  const steps = view.steps.filter(({ kind, status }) => kind === 'block' && status !== 'skipped');
  return (
    <section>
      <h2>{say('progress')}</h2>
      <ol className="steps">
        {steps.map(({ key, title, item, status, due, overdue, because }) => (
          <li key={key} data-status={status}>
            <span>
              {textOf(title)}
              {item === undefined ? '' : ` (${nameOfItem(view.data, item)})`}
            </span>
            <strong>{say(wordOf('step', status))}</strong>
            {due !== undefined && (
              <small>
                {say('due')} {new Date(due).toLocaleDateString(locale)} {overdue === true && say('overdue')}
              </small>
            )}
            {because !== undefined && <small>{because.message}</small>}
            {status === 'approved' && (
              <a href={`#/application/${application}/certificate/${encodeURIComponent(key)}`}>
                {say('certificate')}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Asks again where the case stands whenever something has happened to it. */
function useFollowed(id: string, onChange: () => void): void {
  useEffect(() => {
    const events = api.events(id);
    events.onmessage = onChange;
    events.onopen = onChange;
    return () => events.close();
  }, [id]);
}

/** What people call an item: by its name where it has one. */
function nameOfItem(data: JsonObject, key: string): string {
  const items = Object.values(data).flatMap((value) => (Array.isArray(value) ? value : []));
  const item = items.find((one) => (one as JsonObject)['$key'] === key) as JsonObject | undefined;
  return typeof item?.['name'] === 'string' ? item['name'] : key;
}

interface LaterFormProps {
  step: string;
  view: CaseView;
  plan: Plan;
  onSend: (answers: JsonObject) => void;
}

/** A form that could not be asked before. */
function LaterForm({ step, view, plan, onSend }: LaterFormProps): ReactNode {
  const { locale, say } = useWords();
  const state = useFormView({ source: plan, data: view.data, locale, form: step, sources: view.sources });
  const [showsMistakes, setShowsMistakes] = useState(false);
  const send = (): void => {
    setShowsMistakes(true);
    if (state.mistakes.length === 0) onSend(state.data);
  };
  return (
    <section className="todo">
      <h2>{say('next')}</h2>
      <FormOf state={state} showsMistakes={showsMistakes} sources={view.sources} />
      <button type="button" className="main" onClick={send}>
        {say('send')}
      </button>
    </section>
  );
}

/** A material that was allowed to follow. */
function OwedMaterial({
  item,
  onSend,
}: {
  item: CaseView['open'][number];
  onSend: (value: JsonValue) => void;
}): ReactNode {
  const { locale, say } = useWords();
  const [value, setValue] = useState<JsonValue>();
  return (
    <section className="todo">
      <h2>{say('owed')}</h2>
      <MaterialField
        title={item.of}
        locale={locale}
        ways={['upload']}
        value={value}
        onChange={(changed: JsonValue | undefined) => setValue(changed)}
        required
        enabled
        upload={api.upload}
      />
      {item.due !== undefined && (
        <p>
          {say('due')} {new Date(item.due).toLocaleDateString(locale)}
        </p>
      )}
      <button type="button" className="main" disabled={value === undefined} onClick={() => onSend(value!)}>
        {say('send')}
      </button>
    </section>
  );
}
