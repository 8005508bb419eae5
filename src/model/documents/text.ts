export { textIn } from '../../messages/index.js';
export type { Text } from '../../messages/index.js';

/** Ids and names: any Unicode letters, digits, `-` and `_`, beginning with a letter, a digit or `_`. */
export const namePattern = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

/** `role.element`: the identity by which inputs are deduplicated. */
export const fieldPattern = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*\.[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

/** A field that a plan tests: also one of a single item, "child[anna].name", and the key of an item, "child.$key". */
export const testedFieldPattern =
  /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*(?:\[[^.[\]\s]+\])?\.(?:\$key|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)$/u;
