import { createContext, useContext } from 'react';
import type { Dispute, FactSource } from './parts/known-fact.js';
import type { Upload } from './parts/material-field.js';

/** What a host brings to the forms on its page. */
export interface HostParts {
  /** The language of the form (BCP 47). */
  locale: string;
  /** Where files go. Left out: materials cannot be uploaded on this page. */
  upload?: Upload;
  /** The day by which a material has to follow that is handed in later, in words. */
  deferralDayOf?: (material: string) => string | undefined;
  /** Who says what stands at a place of the data, as a case tells it. */
  sources?: Readonly<Record<string, { from: string }>>;
  /** What the applicant says is wrong so far. */
  disputes?: readonly Dispute[];
  /** Left out: nothing can be disputed. */
  onDispute?: (at: string, dispute: Dispute | undefined) => void;
}

const HostContext = createContext<HostParts>({ locale: 'en' });

/** Around a form: what the host brings to it. */
export const FormHost = HostContext.Provider;

/** What the host brings. */
export function useFormHost(): HostParts {
  return useContext(HostContext);
}

/** Who says a value, as far as a form names sources. */
export function sourceAt({ sources }: HostParts, at: string): FactSource | undefined {
  const from = sources?.[at]?.from;
  const known: readonly string[] = ['sign-in', 'registry', 'derivation', 'step', 'host'];
  return from !== undefined && known.includes(from) ? (from as FactSource) : undefined;
}
