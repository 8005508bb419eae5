import type { ReactNode } from 'react';
import { api } from './api.js';
import type { Start } from './api.js';
import { useWords } from './words.js';

/** A simulated sign-in. A real host sends people to its identity service here. */
export function SignInPage({ start, onSession }: { start: Start; onSession: () => void }): ReactNode {
  const { say, textOf } = useWords();
  const signIn = (kind: string, id: string) => (): void => void api.signIn(kind, id).then(onSession);
  return (
    <>
      <h1>{say('signIn')}</h1>
      <p>{say('signInNote')}</p>
      <h2>{say('person')}</h2>
      <ul className="choices">
        {start.people.map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={signIn('person', id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      <h2>{say('authority')}</h2>
      <ul className="choices">
        {start.authorities.map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={signIn('authority', id)}>
              {textOf(title)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
