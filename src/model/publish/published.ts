import { kinds } from '../documents/document.js';
import type { Kind } from '../documents/document.js';

/** What has a published JSON Schema: each kind of document, and what onething writes. */
export type Published =
  | Kind
  | 'baseline'
  | 'plan'
  | 'composition'
  | 'diagnostic'
  | 'case-state'
  | 'case-event'
  | 'packed-catalogue'
  | 'diff'
  | 'findings'
  | 'explanation'
  | 'resolution'
  | 'projections'
  | 'world';

/** Everything that has a published JSON Schema. */
export const published: readonly Published[] = [
  ...kinds,
  'plan',
  'composition',
  'diagnostic',
  'baseline',
  'case-state',
  'case-event',
  'packed-catalogue',
  'diff',
  'findings',
  'explanation',
  'resolution',
  'projections',
  'world',
];

/** Where the published schemas say they stand; nothing is ever fetched from there. */
export const schemaAddress = 'https://onething.dev/schemas/';
