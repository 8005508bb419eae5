/** Reads the drawn page as a person and a screen reader do. Runs in the page. */

/** One native control, or what stands for one. */
export interface DrawnControl {
  /** What a screen reader calls it. */
  name: string;
  /** The names of the groups around it, up to its place, nearest first. */
  groups: string[];
  type: string;
  editable: boolean;
  /** It says by itself that it must be filled in. */
  required: boolean;
  /** The texts that it offers. */
  options: string[];
}

/** Everything that is drawn for one place of the data. */
export interface DrawnPlace {
  at: string;
  controls: DrawnControl[];
  /** Its text, with the mark of what is required. */
  text: string;
  /** The headings of the groups around it, nearest first. */
  headings: string[];
  /** The renderer says that it cannot draw it. */
  untyped: boolean;
}

export interface Drawn {
  places: DrawnPlace[];
  /** Groups in which nothing is drawn, by their heading. */
  emptyGroups: string[];
  /** Controls that stand at no place. */
  loose: string[];
}

const controlSelector =
  'input, select, textarea, [role="combobox"], [role="radiogroup"] [role="radio"], button, output';
const cannot = /No applicable (renderer|cell) found|Unsupported field schema|Unknown field type/;

export function lookAt(host: Element): Drawn {
  const marked = [...host.querySelectorAll<HTMLElement>('[data-at]')].filter(
    (mark) => mark.dataset['at'] !== '',
  );
  const places = new Map<string, DrawnPlace>();
  for (const mark of marked) {
    const at = mark.dataset['at']!;
    const place = places.get(at) ?? {
      at,
      controls: [],
      text: '',
      headings: [],
      untyped: false,
    };
    places.set(at, place);
    const own = [...mark.querySelectorAll<HTMLElement>(controlSelector)].filter(
      (element) => isSeen(element) && !isPartOfAnother(element),
    );
    // A renderer and its cell stand at the same place; what one holds the other holds too.
    if (own.length >= place.controls.length) {
      place.controls = own.map((element) => controlOf(element, mark));
      // What another item has may stand here too, out of sight.
      if (own.length > 0) place.headings = headingsOf(mark);
    }
    const text = textOf(mark);
    if (text.length >= place.text.length) place.text = text;
    place.untyped ||= cannot.test(text);
  }
  return {
    places: [...places.values()].filter(({ controls, untyped }) => controls.length > 0 || untyped),
    emptyGroups: emptyGroups(host),
    loose: [...host.querySelectorAll<HTMLElement>('input, select, textarea')]
      .filter((element) => isSeen(element) && element.closest('[data-at]:not([data-at=""])') === null)
      .map((element) => nameOf(element)),
  };
}

function controlOf(element: HTMLElement, mark: Element): DrawnControl {
  return {
    name: nameOf(element),
    groups: groupNames(element, mark),
    type: element.getAttribute('role') ?? (element as HTMLInputElement).type,
    editable: !isFixed(element),
    required: element.hasAttribute('required') || element.getAttribute('aria-required') === 'true',
    options: optionsOf(element),
  };
}

function optionsOf(element: HTMLElement): string[] {
  if (element instanceof HTMLSelectElement)
    return [...element.options].map(({ label, text }) => (label || text).trim());
  return JSON.parse(element.dataset['options'] ?? '[]') as string[];
}

function isFixed(element: HTMLElement): boolean {
  return (
    element.matches('output, :disabled, [readonly], [aria-disabled="true"], [aria-readonly="true"]') ||
    element.closest('fieldset:disabled, [aria-disabled="true"]') !== null
  );
}

function isSeen(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement && element.type === 'hidden') return false;
  if (element.matches('[aria-hidden="true"], [aria-hidden="true"] *')) return false;
  // A radio button may be drawn by its label, itself transparent or out of sight.
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
}

function headingsOf(mark: Element): string[] {
  const headings: string[] = [];
  for (let at = mark.parentElement; at !== null; at = at.parentElement) {
    if (at.matches('[data-kind="Group"]')) headings.push(textOf(at).split('\n')[0]!);
  }
  return headings;
}

/** What opens or clears a control is a part of it. */
function isPartOfAnother(element: HTMLElement): boolean {
  return element instanceof HTMLButtonElement && element.tabIndex < 0;
}

function textOf(element: Element): string {
  return (element as HTMLElement).innerText?.trim() ?? '';
}

/** The accessible name, by the steps of the standard that forms need. */
function nameOf(element: HTMLElement): string {
  const labelled = textsOf(element.getAttribute('aria-labelledby'));
  if (labelled !== '') return labelled;
  const said = element.getAttribute('aria-label')?.trim() ?? '';
  if (said !== '') return said;
  const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) =>
    (label.textContent ?? '').trim(),
  );
  const name = labels.filter((text) => text !== '').join(' ');
  if (name !== '') return name;
  if (element instanceof HTMLButtonElement) return textOf(element) || element.title;
  return element.title;
}

function textsOf(ids: string | null): string {
  return (ids ?? '')
    .split(/\s+/)
    .map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '').trim()))
    .filter((text) => text !== '')
    .join(' ');
}

function groupNames(element: HTMLElement, mark: Element): string[] {
  const names: string[] = [];
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at.matches('fieldset')) {
      const legend = at.querySelector(':scope > legend');
      names.push(legend?.textContent?.trim() || nameOf(at));
    } else if (at.matches('[role="radiogroup"], [role="group"]')) names.push(nameOf(at));
    if (at === mark) break;
  }
  return names.filter((name) => name !== '');
}

function emptyGroups(host: Element): string[] {
  return [...host.querySelectorAll<HTMLElement>('fieldset:not([aria-hidden="true"]), [data-kind="Group"]')]
    .filter((group) => getComputedStyle(group).visibility !== 'hidden')
    .filter((group) => group.getClientRects().length > 0 || group.dataset['kind'] === 'Group')
    .filter((group) => textOf(group) !== '' || group.matches('fieldset'))
    .filter((group) => [...group.querySelectorAll<HTMLElement>(controlSelector)].every((one) => !isSeen(one)))
    .map((group) => textOf(group).slice(0, 80));
}
