import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { JsonObject, JsonValue, Plan } from 'onething';
import { api } from './api.js';
import type { ApplicationView } from './api.js';
import { Answers } from './answers.js';
import { useWords } from './words.js';

/** What an approved matter yielded, to be printed. */
export function CertificatePage({ id, step: key }: { id: string; step: string }): ReactNode {
  const { locale, say, textOf } = useWords();
  const [found, setFound] = useState<{ application: ApplicationView; plan: Plan }>();
  useEffect(() => {
    const load = async (): Promise<void> => {
      const application = await api.application(id);
      setFound({ application, plan: await api.plan(application.bundle) });
    };
    void load();
  }, [id]);
  if (found === undefined) return null;
  const { application, plan } = found;
  const view = application.case?.steps.find((one) => one.key === key);
  const step = plan.steps.find((one) => one.id === view?.step);
  if (view?.status !== 'approved' || step === undefined) return null;
  const values = Object.values(step.out).flatMap(({ of, at }): [string, JsonValue][] => {
    const value = valueAt(application.case!.data, at, step.each, view.item);
    return value === undefined ? [] : [[of, value]];
  });
  const data: JsonObject = Object.fromEntries(values);
  return (
    <article className="certificate">
      <h1>{textOf(step.title)}</h1>
      <p>
        {say('number')}: {application.number} · {new Date(view.since).toLocaleDateString(locale)}
      </p>
      <Answers
        schema={{ properties: Object.fromEntries(values.map(([of]) => [of, { title: of }])) }}
        data={data}
      />
      <button type="button" onClick={() => print()}>
        {say('print')}
      </button>
    </article>
  );
}

/** The value at a place of the case; of a step for each item, that of its item. */
function valueAt(
  data: JsonObject,
  at: string,
  each: string | undefined,
  item: string | undefined,
): JsonValue | undefined {
  const tokens = at.split('/').slice(1);
  const isOfItem = each !== undefined && at.startsWith(`${each}/`);
  return tokens.reduce<JsonValue | undefined>((value, token, index) => {
    const part =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? value[token] : undefined;
    if (!isOfItem || index > 0 || !Array.isArray(part)) return part;
    return part.find((one) => (one as JsonObject)['$key'] === item);
  }, data);
}
