import type { ReactNode } from 'react';
import type { JsonObject, JsonSchema, JsonValue } from 'onething';
import { placesOf } from './places.js';
import { useWords } from './words.js';

/** Answers for reading: before they are handed in, and on the desk of an authority. */
export function Answers({ schema, data }: { schema: JsonSchema; data: JsonObject }): ReactNode {
  const { locale } = useWords();
  return (
    <dl className="answers">
      {placesOf(schema, data)
        .filter(({ at }) => !at.endsWith('/$key'))
        .map(({ at, titles, value }) => (
          <div key={at}>
            <dt>{titles.join(' › ')}</dt>
            <dd>{textOfValue(value, locale)}</dd>
          </div>
        ))}
    </dl>
  );
}

function textOfValue(value: JsonValue, locale: 'zh' | 'en'): string {
  if (typeof value === 'boolean') return locale === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  if (Array.isArray(value))
    return value.map((one) => textOfValue(one, locale)).join(locale === 'zh' ? '、' : ', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
