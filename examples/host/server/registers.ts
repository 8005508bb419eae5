import { readFileSync } from 'node:fs';
import type { JsonObject, JsonValue } from 'onething';
import type { RegistryHandler } from 'onething/runtime';

/** What one register knows, by the names of elements and materials. */
type Entry = Readonly<Record<string, JsonValue>>;
/** All registers, by their ids. */
export type Registers = Readonly<Record<string, readonly Entry[]>>;

/** Simulated registers out of a file. A real host calls its data exchange here. */
export function readRegisters(path: string): Registers {
  return JSON.parse(readFileSync(path, 'utf8')) as Registers;
}

/** Answers with what is wanted of the entry that has all given values; with nothing, where there is none. */
export function lookUp(registers: Registers, registry: string): RegistryHandler<JsonObject, JsonObject> {
  return (input, { wanted = [] }) => {
    const given = Object.entries(input);
    const entry = registers[registry]?.find((one) =>
      given.every(([key, value]) => sayOf(one, key) === value),
    );
    if (entry === undefined) return {};
    return Object.fromEntries(
      wanted.flatMap((key) => {
        const value = sayOf(entry, key);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  };
}

/** What an entry says: of a register about several parties by the whole name, of others by the element or material alone. */
function sayOf(entry: Entry, key: string): JsonValue | undefined {
  return entry[key] ?? entry[elementOf(key)];
}

/** "name" of "mother.name", "id-card" of "id-card of mother". */
function elementOf(key: string): string {
  return key.includes('.') ? key.slice(key.indexOf('.') + 1) : key.replace(/ of .*$/u, '');
}
