import { z } from 'zod';
import { fieldPattern, namePattern, testedFieldPattern } from '../documents/text.js';

export const textSchema = z
  .union([z.string().min(1), z.record(z.string().min(1), z.string().min(1))])
  .meta({ id: 'text', description: 'A text, or a map from locale to text: { en: Name, zh: 姓名 }.' });

export const nameSchema = z
  .string()
  .regex(namePattern)
  .max(200)
  .meta({ id: 'name', description: 'A name: Unicode letters, digits, "-" and "_".' });

export const fieldKeySchema = z
  .string()
  .regex(fieldPattern)
  .max(400)
  .meta({ id: 'field', description: 'A field: an element of a role, as in "child.name".' });

export const testedFieldSchema = z.string().regex(testedFieldPattern).max(600).meta({
  id: 'tested-field',
  description:
    'A field that a plan tests: "child.name", of a single item "child[anna].name", or the key of an item, "child.$key".',
});
