import { useCallback, useMemo, useRef, useState } from 'react';
import { deepEqual, isObject, omitUndefined } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import type { Composition, Plan } from '../model/index.js';
import { formView } from '../view/index.js';
import type { FormView, ViewOptions } from '../view/index.js';
import { withItemKeys } from './item-keys.js';
import { laidOver } from './laid-over.js';
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
  /** What the renderer is given as data: another object only where it has to show what it does not have. */
  shown: JsonObject;
  /** Takes the answers as the renderer has them now. */
  change: (data: unknown) => void;
  /** What is wrong with them: one mistake for each place. Empty: they can be handed in. */
  mistakes: Mistake[];
}

/** The loop of a form: the answers change, so the view does. */
export function useFormView(given: FormViewGiven): FormViewState {
  const { source, locale, form, known, sources, newKey = randomKey } = given;
  const [data, setData] = useState<JsonObject>(() => withItemKeys(given.data ?? {}, newKey));
  const view = useMemo(
    () => formView(source, data, { locale, ...omitUndefined({ form, known, sources }) }),
    [source, data, locale, form, known, sources],
  );
  // Most answers decide nothing: the schema says the same, and its judge serves on.
  const schemaText = JSON.stringify(view.schema);
  const judge = useMemo(
    () => createFormJudge(JSON.parse(schemaText) as JsonObject, locale),
    [schemaText, locale],
  );
  const mistakes = useMemo(() => judge(view.data), [judge, view.data]);

  // Whoever types is ahead of what the renderer has told; what it has is never handed back to it.
  const told = useRef<JsonObject>(undefined);
  const shown = useRef<JsonObject>({});
  const wanted = laidOver(data, view.data);
  if (told.current === undefined || !deepEqual(wanted, told.current)) {
    shown.current = wanted;
    told.current = wanted;
  }
  const change = useCallback(
    (changed: unknown) => {
      // Renderers leave `undefined` where something was taken back.
      const said = JSON.parse(JSON.stringify(changed ?? {})) as JsonObject;
      told.current = said;
      // A renderer that is drawn anew begins with this; one that goes on has it already.
      if (isObject(changed)) shown.current = changed;
      setData((before) => {
        const keyed = withItemKeys(said, newKey);
        return deepEqual(keyed, before) ? before : keyed;
      });
    },
    [newKey],
  );
  return { view, data, shown: shown.current, change, mistakes };
}

function randomKey(): string {
  return crypto.randomUUID();
}
