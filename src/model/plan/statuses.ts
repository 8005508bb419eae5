/** Where a case stands; done, cancelled and stopped are its end. */
export const caseStatuses = [
  'new',
  'draft',
  'expired',
  'starting',
  'refused',
  'running',
  'undoing',
  'done',
  'cancelled',
  'stopped',
] as const;

/** The statuses in which a step of a case still waits for something. */
export const openStatuses = [
  'waiting',
  'consenting',
  'ready',
  'executing',
  'retrying',
  'pending',
  'returned',
  'asking',
  'stalled',
] as const;

/** The statuses in which a step of a case stays for good. */
export const settledStatuses = [
  'approved',
  'rejected',
  'ineligible',
  'unavailable',
  'skipped',
  'stopped',
  'withdrawn',
  'cancelled',
] as const;
