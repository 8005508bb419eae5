import { readFileSync } from 'node:fs';
import type { JsonObject, JsonValue, Plan } from 'onething';

/** Somebody who can sign in, and what the identity service tells of them, by element. */
export interface Person {
  id: string;
  title: string;
  claims: Readonly<Record<string, JsonValue>>;
  /** What comes with an invitation to a service, by bundle and shaped like its form: the births that a hospital tells of. */
  also?: Readonly<Record<string, JsonObject>>;
}

/** Simulated people out of a file. A real host has its identity service here. */
export function readPeople(path: string): readonly Person[] {
  return JSON.parse(readFileSync(path, 'utf8')) as Person[];
}

/** What signing in tells of the applicant, shaped like the form of a plan. */
export function knownOf(plan: Plan, person: Person): JsonObject {
  const { applicant } = plan;
  return { ...person.also?.[plan.id], ...(applicant === undefined ? {} : { [applicant]: { ...person.claims } }) };
}
