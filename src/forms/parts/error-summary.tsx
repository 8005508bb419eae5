import type { ReactNode } from 'react';
import type { Mistake } from '../mistakes.js';
import { sayIn } from '../text.js';

export interface ErrorSummaryProps {
  mistakes: readonly Mistake[];
  locale: string;
  /** What people call a place: see `titleAt`. */
  titleOf: (at: string) => string;
  /** Leads to the control of a place. */
  onGo: (at: string) => void;
}

/** Every mistake with a way to its field, above the form. */
export function ErrorSummary({ mistakes, locale, titleOf, onGo }: ErrorSummaryProps): ReactNode {
  if (mistakes.length === 0) return null;
  return (
    <section role="alert" className="onething-mistakes">
      <h2>{sayIn(locale)('form.mistakes')}</h2>
      <ul>
        {mistakes.map(({ at, message }) => (
          <li key={at}>
            <button type="button" onClick={() => onGo(at)}>
              {titleOf(at)}
            </button>{' '}
            {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
