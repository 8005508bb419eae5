import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useFormView } from 'onething/forms';
import type { JsonValue, Plan } from 'onething';
import type { Refusal } from 'onething/runtime';
import { Answers } from './answers.js';
import { api } from './api.js';
import type { ApplicationView } from './api.js';
import { FormOf } from './form.js';
import { RefusalNote } from './refusal-note.js';
import { useWords } from './words.js';

interface DraftPageProps {
  application: ApplicationView;
  plan: Plan;
  onSubmitted: () => void;
}

/** So long after the last key stroke the draft is kept. */
const patienceMs = 800;

/** The form, the page on which answers are checked, and handing in. */
export function DraftPage({ application, plan, onSubmitted }: DraftPageProps): ReactNode {
  const { locale, say, textOf } = useWords();
  const { id, answers, known } = application;
  const state = useFormView({ source: plan, data: answers, locale, known });
  const [isChecking, setChecking] = useState(false);
  const [showsMistakes, setShowsMistakes] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const kept = useKept(id, state.data);

  const goOn = (): void => {
    setShowsMistakes(true);
    if (state.mistakes.length === 0) setChecking(true);
    scrollTo(0, 0);
  };
  const submit = async (): Promise<void> => {
    const receipt = await api.submit(id, state.data).catch(() => undefined);
    if (receipt === undefined) setRefusal({ code: 'malformed', message: say('lost'), args: {} });
    else if (receipt.accepted) onSubmitted();
    else setRefusal(receipt.refusal);
  };
  return (
    <>
      <h1>{textOf(plan.title)}</h1>
      {refusal !== undefined && <RefusalNote refusal={refusal} schema={state.view.schema} />}
      {isChecking && (
        <>
          <h2>{say('check')}</h2>
          <Answers schema={state.view.schema} data={state.view.data} />
          <p className="actions">
            <button type="button" onClick={() => setChecking(false)}>
              {say('change')}
            </button>
            <button type="button" className="main" onClick={() => void submit()}>
              {say('submit')}
            </button>
          </p>
        </>
      )}
      {!isChecking && (
        <>
        <FormOf state={state} showsMistakes={showsMistakes} sources={sourcesOf(known)} />
        <p className="actions">
          <button type="button" className="main" onClick={goOn}>
            {say('check')}
          </button>
          <span role="status">{kept ? say('saved') : ''}</span>
        </p>
        </>
      )}
    </>
  );
}

/** Keeps the draft as it is typed; tells whether what stands on the page is kept. */
function useKept(id: string, data: ApplicationView['answers']): boolean {
  const [keptText, setKeptText] = useState<string>();
  const text = JSON.stringify(data);
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return;
    const timer = setTimeout(
      () =>
        void api.keep(id, data).then(
          () => setKeptText(text),
          () => undefined,
        ),
      patienceMs,
    );
    return () => clearTimeout(timer);
  }, [id, text]);
  return keptText === text;
}

/** What signing in told, place by place. */
function sourcesOf(known: JsonValue, at = ''): Record<string, { from: string }> {
  if (typeof known !== 'object' || known === null) return { [at]: { from: 'sign-in' } };
  const parts = Object.entries(known).map(([name, value]) => sourcesOf(value, `${at}/${name}`));
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}
