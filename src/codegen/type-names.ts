/**
 * TypeScript names for ids of any script: "household-registration" becomes `HouseholdRegistration`, Chinese ids stay
 * as they are, which TypeScript allows. Different ids get different names.
 * @param ids in an order that decides who gets the plain name
 * @param suffixes what is put behind each name: all of the combinations are free of collisions
 * @param options.reserved names that are taken
 * @param options.wordOf what the name is made of, where it is not the id itself
 */
export function typeNames(
  ids: readonly string[],
  suffixes: readonly string[],
  options: { reserved?: readonly string[]; wordOf?: (id: string) => string } = {},
): Map<string, string> {
  const taken = new Set(options.reserved);
  const names = new Map<string, string>();
  for (const id of ids) {
    const base = pascal(options.wordOf?.(id) ?? id);
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
