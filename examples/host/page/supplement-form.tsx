import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { createFormJudge, MaterialField } from 'onething/forms';
import type { MaterialWay } from 'onething/forms';
import type { JsonObject, JsonSchema, JsonValue, Plan, PlanStep, Text } from 'onething';
import type { CaseView } from 'onething/runtime';
import { api } from './api.js';
import { DrawnForm } from './drawn-form.js';
import { asObject } from './json.js';
import { useWords } from './words.js';

type Need = CaseView['needs'][number];

interface SupplementFormProps {
  need: Need;
  plan: Plan;
  onSend: (values: JsonObject) => void;
}

/** What an authority wants anew: its reason, and a field for each thing. */
export function SupplementForm({ need, plan, onSend }: SupplementFormProps): ReactNode {
  const { locale, say, textOf } = useWords();
  const [values, setValues] = useState<JsonObject>({});
  const step = plan.steps.find(({ id }) => need.step === id || need.step.startsWith(`${id}[`));
  const materials = need.needs.filter(({ of }) => of.includes(' of '));
  const fields = need.needs.filter(({ of }) => !of.includes(' of '));
  const schema = useMemo(() => schemaOf(fields, step?.input ?? true), [need, step]);
  const judge = useMemo(() => createFormJudge(schema, locale), [schema, locale]);
  const mistakes = judge(values);
  const isWhole = materials.every(({ at }) => at in values) && mistakes.length === 0;
  const take = (data: unknown): void => setValues((before) => ({ ...before, ...(data as JsonObject) }));
  return (
    <section className="todo">
      <h2>
        {say('next')}: {textOf(step?.title)}
      </h2>
      {need.because !== undefined && <p>{need.because.message}</p>}
      {materials.map(({ at, of, input }) => (
        <MaterialField
          key={at}
          title={of}
          locale={locale}
          ways={waysOf(step?.in[input]?.schema)}
          commitment={declaredIn(step?.in[input]?.commitment, textOf)}
          value={values[at]}
          onChange={(value: JsonValue | undefined) =>
            setValues(({ [at]: _, ...others }) => (value === undefined ? others : { ...others, [at]: value }))
          }
          required
          enabled
          upload={api.upload}
        />
      ))}
      {fields.length > 0 && (
        <DrawnForm
          schema={schema}
          data={values}
          mistakes={Object.keys(values).length === 0 ? [] : mistakes}
          onChange={take}
        />
      )}
      <button type="button" className="main" disabled={!isWhole} onClick={() => onSend(values)}>
        {say('send')}
      </button>
    </section>
  );
}

/** How a material may be given: what follows later is not given. */
function waysOf(schema: JsonSchema | undefined): MaterialWay[] {
  const way = asObject(asObject(asObject(schema)['properties'])['way']);
  const listed = way['enum'] ?? [way['const']];
  const ways: MaterialWay[] = ['upload', 'commitment'];
  return Array.isArray(listed) ? ways.filter((one) => listed.includes(one)) : ['upload'];
}

/** What is declared, and what follows if it is untrue, as the author words them. */
function declaredIn(
  commitment: PlanStep['in'][string]['commitment'],
  textOf: (text: Text | undefined) => string,
): string | undefined {
  return commitment === undefined
    ? undefined
    : `${textOf(commitment.text)} ${textOf(commitment.consequence)}`;
}

/** An object with one property for each field, named by its place. */
function schemaOf(fields: Need['needs'], input: JsonSchema): JsonSchema {
  const properties = Object.fromEntries(
    fields.map(({ at, input: name, of }) => [at, { title: of, ...asObject(inputAt(input, name)) }]),
  );
  return { type: 'object', properties, required: Object.keys(properties) };
}

/** The schema of an input, by the block's own name of it: "child.name". */
function inputAt(schema: JsonSchema, name: string): JsonValue | undefined {
  return name.split('.').reduce<JsonValue | undefined>((part, token) => {
    const properties = asObject(part)['properties'];
    return properties === undefined ? undefined : asObject(properties)[token];
  }, schema);
}
