import type { Composition } from '../../../model/index.js';
import { originsText } from '../words/origin-text.js';
import { table } from '../layout/table.js';
import type { Cell } from '../layout/table.js';
import type { View } from '../view.js';

/** Every field and material that blocks take and the applicant does not give, and why, in one line each. */
export function unaskedLines({ form }: Composition, view: View): string[] {
  const items = [
    ...form.fields.map((field) => ({ ...field, name: field.field })),
    ...form.materials.map((material) => ({ ...material, name: material.material })),
  ];
  const rows = items
    .filter(({ asked }) => !asked)
    .map(({ name, origins }): Cell[] => [
      name,
      { text: originsText(origins, view.say), paint: view.style.dim },
    ]);
  return table(rows, { width: view.width, indent: 2 });
}
