import type { ReactNode } from 'react';
import { titleAt } from 'onething/forms';
import type { JsonObject, JsonSchema } from 'onething';
import { placesOf } from './places.js';
import { useWords } from './words.js';

/** Answers for reading: before they are handed in, and on the desk of an authority. */
export function Answers({ schema, data }: { schema: JsonSchema; data: JsonObject }): ReactNode {
  const { locale } = useWords();
  return (
    <dl className="answers">
      {placesOf(schema, data, locale)
        .filter(({ at }) => !at.endsWith('/$key'))
        .map(({ at, text }) => (
          <div key={at}>
            <dt>{titleAt(schema, at)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
