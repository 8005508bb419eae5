import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from './api.js';
import type { Start } from './api.js';
import { useWords } from './words.js';

/** What can be applied for, and what has been. */
export function ServicesPage({ services }: { services: Start['services'] }): ReactNode {
  const { locale, say, textOf } = useWords();
  const [mine, setMine] = useState<Awaited<ReturnType<typeof api.applications>>>([]);
  useEffect(() => void api.applications().then(setMine), []);
  const begin = (bundle: string) => (): void => {
    void api.begin(bundle).then(({ id }) => (location.hash = `#/application/${id}`));
  };
  const titles = new Map(services.map(({ id, title }) => [id, textOf(title)]));
  return (
    <>
      <h1>{say('services')}</h1>
      <ul className="choices">
        {services.map(({ id }) => (
          <li key={id}>
            <span>{titles.get(id)}</span>
            <button type="button" aria-label={`${say('begin')}: ${titles.get(id)}`} onClick={begin(id)}>
              {say('begin')}
            </button>
          </li>
        ))}
      </ul>
      {mine.length > 0 && <h2>{say('mine')}</h2>}
      <ul className="choices">
        {mine.map(({ id, bundle, number, changed }) => (
          <li key={id}>
            <span>
              {titles.get(bundle)} · {number === null ? say('draft') : `${say('number')} ${number}`} ·{' '}
              {new Date(changed).toLocaleString(locale)}
            </span>
            <a href={`#/application/${id}`}>{say('open')}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
