import type { ReactNode } from 'react';
import type { JsonSchema, JsonValue } from '../../base/index.js';
import { progressOf } from '../progress.js';
import { sayIn } from '../text.js';

export interface FormProgressProps {
  /** Of the view. */
  schema: JsonSchema;
  data: JsonValue;
  locale: string;
}

/** How much of each section is answered that has to be. */
export function FormProgress({ schema, data, locale }: FormProgressProps): ReactNode {
  const say = sayIn(locale);
  return (
    <ul className="onething-progress">
      {progressOf(schema, data).map(({ name, title, done, all }) => (
        <li key={name}>
          {title} <progress value={done} max={all} aria-label={title} /> {say('form.progress', { done, all })}
        </li>
      ))}
    </ul>
  );
}
