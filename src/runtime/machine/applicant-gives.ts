import type { InputBinding } from '../../model/index.js';

/** May the applicant give it where nobody else does? */
export function mayApplicantGive({ schema }: InputBinding): boolean {
  return schema !== false;
}
