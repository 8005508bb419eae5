import { changeKinds } from '../model/index.js';
import type { CatalogueDiff, Change } from '../model/index.js';

interface Version {
  major: number;
  minor: number;
  patch: number;
}

/** Semantic Versioning 2.0.0, section 2; what stands behind a hyphen or a plus is not looked at. */
export function parseVersion(text: string): Version | undefined {
  const match = /^(0|[1-9]\d{0,9})\.(0|[1-9]\d{0,9})\.(0|[1-9]\d{0,9})(?:[-+].*)?$/.exec(text);
  if (match === null) return undefined;
  const [major, minor, patch] = match.slice(1).map(Number);
  return { major: major!, minor: minor!, patch: patch! };
}

/**
 * The least version that may follow: a major one where something breaks (a minor one before 1.0.0), a minor one where
 * something is added (a patch before 1.0.0), else a patch (Semantic Versioning 2.0.0, sections 4 and 6 to 8).
 */
export function leastVersion(
  old: string,
  changes: readonly Change[],
): NonNullable<CatalogueDiff['version']> | undefined {
  const from = parseVersion(old);
  if (from === undefined) return undefined;
  const because = weightOf(changes);
  return { least: versionText(next(from, because)), because };
}

type Weight = NonNullable<CatalogueDiff['version']>['because'];

function weightOf(changes: readonly Change[]): Weight {
  if (changes.length === 0) return 'nothing';
  if (changes.some(({ grade }) => grade === 'breaking')) return 'breaking';
  return changes.some(({ kind }) => changeKinds[kind].level === 'addition') ? 'addition' : 'detail';
}

function next({ major, minor, patch }: Version, weight: Weight): Version {
  if (weight === 'nothing') return { major, minor, patch };
  const isEarly = major === 0;
  if (weight === 'breaking' && !isEarly) return { major: major + 1, minor: 0, patch: 0 };
  if (weight === 'breaking' || (weight === 'addition' && !isEarly))
    return { major, minor: minor + 1, patch: 0 };
  return { major, minor, patch: patch + 1 };
}

function versionText({ major, minor, patch }: Version): string {
  // eslint-disable-next-line no-restricted-syntax -- a version, no key
  return `${major}.${minor}.${patch}`;
}

/** Is the version at least the other one? */
export function isAtLeast(text: string, least: string): boolean {
  const [is, wanted] = [parseVersion(text), parseVersion(least)];
  if (is === undefined || wanted === undefined) return false;
  if (is.major !== wanted.major) return is.major > wanted.major;
  if (is.minor !== wanted.minor) return is.minor > wanted.minor;
  return is.patch >= wanted.patch;
}
