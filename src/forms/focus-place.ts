/**
 * Puts the focus on the control of a place, or of the nearest place around it that is drawn.
 * @param at JSON Pointer to the answer
 * @returns whether there was one
 */
export function focusPlace(at: string, within: ParentNode = document): boolean {
  const drawn = [...within.querySelectorAll<HTMLElement>('[data-at]')];
  for (let place = at; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const found = drawn.find(({ dataset }) => dataset['at'] === place);
    const inside = drawn.find(({ dataset }) => dataset['at']?.startsWith(`${place}/`));
    const control = (found ?? inside)?.querySelector<HTMLElement>('input, select, textarea, button');
    if (control === null || control === undefined) continue;
    control.focus();
    return true;
  }
  return false;
}
