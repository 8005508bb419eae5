import { useCallback, useMemo, useState } from 'react';
import type { JsonObject } from '../base/index.js';
import type { Composition, Plan } from '../model/index.js';
import { formView } from '../view/index.js';
import type { FormView, ViewOptions } from '../view/index.js';
import { withItemKeys } from './item-keys.js';
import { createFormJudge } from './mistakes.js';
import type { Mistake } from './mistakes.js';

/** What a form on a page is made of. */
export interface FormViewGiven extends ViewOptions {
  /** A composition or a plan. */
  source: Composition | Plan;
  /** The answers to begin with: a draft, or nothing. */
  data?: JsonObject;
  /** Makes the key of a new item; left out, random ones. */
  newKey?: () => string;
}

/** A form on a page as it stands. */
export interface FormViewState {
  view: FormView;
  /** The answers, with a key for each item of a repeated role. */
  data: JsonObject;
  /** Takes the answers as the renderer has them now. */
  change: (data: unknown) => void;
  /** What is wrong with them: one mistake for each place. Empty: they can be handed in. */
  mistakes: Mistake[];
}

/** The loop of a form: the answers change, so the view does. */
export function useFormView(given: FormViewGiven): FormViewState {
  const { source, locale, form, known, sources, newKey = randomKey } = given;
  const [data, setData] = useState<JsonObject>(() => withItemKeys(given.data ?? {}, newKey));
  const view = useMemo(() => {
    const options = { form, known, sources };
    const told = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    return formView(source, data, { locale, ...told });
  }, [source, data, locale, form, known, sources]);
  // Most answers decide nothing: the schema stays, and what was prepared for it serves on.
  const schemaText = JSON.stringify(view.schema);
  const judge = useMemo(() => createFormJudge(view.schema, locale), [schemaText, locale]);
  const mistakes = useMemo(() => judge(view.data), [judge, view.data]);
  const change = useCallback(
    (changed: unknown) => {
      const said = JSON.parse(JSON.stringify(changed ?? {})) as JsonObject;
      setData((before) => {
        const keyed = withItemKeys(said, newKey);
        // Renderers tell what they were given, too: that is no change.
        return JSON.stringify(keyed) === JSON.stringify(before) ? before : keyed;
      });
    },
    [newKey],
  );
  return { view, data, change, mistakes };
}

function randomKey(): string {
  return crypto.randomUUID();
}
