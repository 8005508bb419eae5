/**
 * TypeScript names for ids of any script: "household-registration" becomes `HouseholdRegistration`, Chinese ids stay
 * as they are, which TypeScript allows. Different ids get different names.
 * @param ids in an order that decides who gets the plain name
 * @param suffixes what is put behind each name: all of the combinations are free of collisions
 * @param reserved names that are taken
 */
export function typeNames(
  ids: readonly string[],
  suffixes: readonly string[],
  reserved: readonly string[] = [],
): Map<string, string> {
  const taken = new Set(reserved);
  const names = new Map<string, string>();
  for (const id of ids) {
    const base = pascal(id);
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base}${number}`;
      const all = suffixes.map((suffix) => name + suffix);
      if (all.some((one) => taken.has(one))) continue;
      for (const one of all) taken.add(one);
      names.set(id, name);
      break;
    }
  }
  return names;
}

function pascal(id: string): string {
  const words = id.split(/[^\p{ID_Continue}]+|_+/u).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}
