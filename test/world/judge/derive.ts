import type { JsonObject, JsonValue } from '../../../src/base/index.js';

/**
 * What follows from other values, by the names of derivations of the design.
 * @param given in the order of the document; of a repeated role, a list
 */
export function derived(
  name: string,
  given: readonly JsonValue[],
  options: JsonObject,
  today: string,
): JsonValue | undefined {
  switch (name) {
    case 'equal':
      return given.every((value) => JSON.stringify(value) === JSON.stringify(given[0]));
    case 'before': {
      const other = given[1] ?? (options['than'] === 'today' ? today : options['than']);
      return (given[0] as string) < (other as string);
    }
    case 'age-at': {
      const at = (given[1] ?? options['at'] ?? today) as string;
      const birth = given[0] as string;
      const years = Number(at.slice(0, 4)) - Number(birth.slice(0, 4));
      return at.slice(5) >= birth.slice(5) ? years : years - 1;
    }
    case 'sum': {
      const cents = given.flat().reduce<number>((total, value) => total + Math.round(Number(value) * 1e6), 0);
      return cents / 1e6;
    }
    case 'count': {
      const values = given.flat();
      return Object.hasOwn(options, 'of')
        ? values.filter((value) => JSON.stringify(value) === JSON.stringify(options['of'])).length
        : values.length;
    }
    case 'identity-birth-date': {
      const digits = /^\d{6}(\d{4})(\d\d)(\d\d)/.exec(String(given[0]));
      return digits === null ? undefined : digits.slice(1).join('-');
    }
    case 'identity-sex': {
      const digit = /^\d{16}(\d)/.exec(String(given[0]))?.[1];
      if (digit === undefined) return undefined;
      return Number(digit) % 2 === 1 ? (options['male'] ?? 'male') : (options['female'] ?? 'female');
    }
    default:
      throw new Error(`The judge does not know the derivation "${name}".`);
  }
}
