import type { ReactNode } from 'react';
import { render } from 'onething';
import { titleAt } from 'onething/forms';
import type { JsonSchema } from 'onething';
import type { Refusal } from 'onething/runtime';
import { useWords } from './words.js';

/** Why something was not accepted, and what to put right. The answers stay on the page. */
export function RefusalNote({ refusal, schema }: { refusal: Refusal; schema: JsonSchema }): ReactNode {
  const { locale, say, textOf } = useWords();
  const { issues = [], unmet = [] } = refusal;
  return (
    <section role="alert" className="refusal">
      <h2>{say('refused')}</h2>
      <p>{unmet.length === 0 && (refusal.args === undefined ? refusal.message : render(refusal, locale))}</p>
      <ul>
        {unmet.map(({ otherwise }) => (
          <li key={textOf(otherwise)}>{textOf(otherwise)}</li>
        ))}
        {issues.map((issue) => (
          <li key={`${issue.at} ${issue.message}`}>
            {titleAt(schema, issue.at)}: {issue.args === undefined ? issue.message : render(issue, locale)}
          </li>
        ))}
      </ul>
    </section>
  );
}
