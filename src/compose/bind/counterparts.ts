import type { BoundUse } from './bound.js';

/**
 * The uses of a block that a statement in another use means: those about the same person or thing. Roles that both blocks
 * call the same are bound alike; where they share no name, a use that shares a role of the bundle is meant before others.
 */
export function counterpartsOf(use: BoundUse, others: readonly BoundUse[]): BoundUse[] {
  const alike = others.filter(
    (other) => other.name !== use.name && !isOfOtherItem(use, other) && isBoundAlike(use, other),
  );
  const sharing = alike.filter((other) => sharesRole(use, other));
  return sharing.length > 0 ? sharing : alike;
}

/** Of two uses that are done for each item of a role, the one for another item is about somebody else. */
function isOfOtherItem({ item: one }: BoundUse, { item: other }: BoundUse): boolean {
  return one !== undefined && other !== undefined && one.role === other.role && one.key !== other.key;
}

function isBoundAlike(a: BoundUse, b: BoundUse): boolean {
  return [...a.roles].every(([name, role]) => {
    const other = b.roles.get(name);
    return other === undefined || other === role || typeOf(a, name) !== typeOf(b, name);
  });
}

function sharesRole(a: BoundUse, b: BoundUse): boolean {
  const roles = new Set(b.roles.values());
  return [...a.roles.values()].some((role) => roles.has(role));
}

function typeOf({ block }: BoundUse, name: string): string | undefined {
  const declared = Object.hasOwn(block.roles, name) ? block.roles[name] : undefined;
  return typeof declared === 'object' ? declared.type : declared;
}
