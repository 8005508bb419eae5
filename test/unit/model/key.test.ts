import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import {
  choiceKey,
  fieldKey,
  fieldParts,
  isFieldKey,
  isFieldOf,
  isMaterialKey,
  keyParts,
  materialKey,
  materialParts,
  roleOfKey,
  useChosenBy,
} from '../../../src/model/index.js';

const names = ['a', 'of', 'child', '出生登记', '1', 'a-b_c', '_', 'ofof'];

describe('a key', () => {
  it.each(names.flatMap((role) => names.map((name) => [role, name] as const)))(
    'of %s and %s is read as it was made',
    (role, name) => {
      const field = fieldKey(role, name);
      expect(keyParts(field)).toEqual({ kind: 'field', role, name });
      expect(fieldParts(field)).toEqual({ role, element: name });
      expect([isFieldKey(field), isMaterialKey(field)]).toEqual([true, false]);
      const material = materialKey(name, role);
      expect(keyParts(material)).toEqual({ kind: 'material', role, name });
      expect(materialParts(material)).toEqual({ material: name, role });
      expect([isFieldKey(material), isMaterialKey(material)]).toEqual([false, true]);
      expect([roleOfKey(field), roleOfKey(material)]).toEqual([role, role]);
    },
  );

  it('of a role is no key of a longer or shorter role, nor of a material', () => {
    expect(isFieldOf('child', 'child.name')).toBe(true);
    expect(isFieldOf('chil', 'child.name')).toBe(false);
    expect(isFieldOf('child', 'children.name')).toBe(false);
    expect(isFieldOf('child', 'lease of child')).toBe(false);
  });

  it('of a choice names the use, dots and all', () => {
    expect(useChosenBy(choiceKey('health.check'))).toBe('health.check');
    expect(useChosenBy('child.name')).toBeUndefined();
  });

  it('is none where a text has no dot: it names a role', () => {
    expect(isFieldKey('child')).toBe(false);
    expect(fieldParts('child')).toEqual({ role: 'child', element: '' });
  });
});

describe('names that would make a key ambiguous', () => {
  it.each(['a.b', 'a of b', ' a', 'a b', '.'])('are refused where a catalogue is loaded: "%s"', (name) => {
    const text = (kind: string, rest: object) => JSON.stringify({ kind, id: 'x', ...rest });
    const codes = (files: Record<string, string>) =>
      loadCatalogue(Object.entries(files).map(([path, body]) => ({ path, text: body })))
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ at }) => at.file);
    const files = {
      'catalogue.json': text('catalogue', { version: '1.0.0' }),
      'subject.json': text('subject', { elements: { [name]: { schema: true } } }),
      'material.json': text('material', { id: name }),
      'block.json': text('block', { roles: { [name]: 'x' } }),
      'bundle.json': text('bundle', { roles: { [name]: 'x' }, uses: [{ block: 'x' }] }),
    };
    expect(new Set(codes(files))).toEqual(
      new Set(['subject.json', 'material.json', 'block.json', 'bundle.json']),
    );
  });
});
