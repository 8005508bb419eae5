import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { JsonValue } from '../../base/index.js';
import { sayIn } from '../text.js';

/** Who says a value that the applicant does not. */
export type FactSource = 'sign-in' | 'registry' | 'derivation' | 'step' | 'host';

/** What the applicant says is wrong about a known value; `start` takes a list of these. */
export interface Dispute {
  /** JSON Pointer to the value. */
  field: string;
  claim: JsonValue;
  reason: string;
}

export interface KnownFactProps {
  title: string;
  /** As people read it: the title of a code, not the code. */
  text: string;
  /** JSON Pointer to the value. */
  at: string;
  locale: string;
  source?: FactSource | undefined;
  dispute?: Dispute | undefined;
  /** Left out, nothing can be disputed. */
  onDispute?: ((dispute: Dispute | undefined) => void) | undefined;
}

/** A value that is known: shown with its source, never asked, and open to dispute. */
export function KnownFact({
  title,
  text,
  at,
  locale,
  source,
  dispute,
  onDispute,
}: KnownFactProps): ReactNode {
  const id = useId();
  const origin = source === undefined ? 'form.unknown-source' : (`form.from-${source}` as const);
  return (
    <div className="onething-known">
      <span id={`${id}-title`}>{title}</span> <output aria-labelledby={`${id}-title`}>{text}</output>{' '}
      <small>({sayIn(locale)(origin)})</small>
      {onDispute !== undefined && (
        <DisputeField title={title} at={at} locale={locale} dispute={dispute} onDispute={onDispute} />
      )}
    </div>
  );
}

type DisputeFieldProps = Pick<KnownFactProps, 'title' | 'at' | 'locale' | 'dispute'> & {
  onDispute: (dispute: Dispute | undefined) => void;
};

function DisputeField({ title, at, locale, dispute, onDispute }: DisputeFieldProps): ReactNode {
  const id = useId();
  const [isOpen, setOpen] = useState(dispute !== undefined);
  if (!isOpen) {
    return (
      <button
        type="button"
        aria-label={`${sayIn(locale)('form.dispute')}: ${title}`}
        onClick={() => setOpen(true)}
      >
        {sayIn(locale)('form.dispute')}
      </button>
    );
  }
  const { claim, reason } = dispute ?? { claim: '', reason: '' };
  const change = (changed: Partial<Dispute>): void => onDispute({ field: at, claim, reason, ...changed });
  return (
    <fieldset>
      <legend>{`${sayIn(locale)('form.dispute')}: ${title}`}</legend>
      <label htmlFor={`${id}-claim`}>{sayIn(locale)('form.dispute.claim')}</label>
      <input
        id={`${id}-claim`}
        value={typeof claim === 'string' ? claim : JSON.stringify(claim)}
        onChange={({ target }) => change({ claim: target.value })}
      />
      <label htmlFor={`${id}-reason`}>{sayIn(locale)('form.dispute.reason')}</label>
      <input id={`${id}-reason`} value={reason} onChange={({ target }) => change({ reason: target.value })} />
      <p role="status">{sayIn(locale)('form.dispute.noted')}</p>
      <button
        type="button"
        onClick={() => {
          setOpen(false);
          onDispute(undefined);
        }}
      >
        {sayIn(locale)('form.dispute.withdraw')}
      </button>
    </fieldset>
  );
}
