import type { JsonSchema } from '../../base/index.js';
import type { DocumentBase } from './common.js';
import type { Text } from './text.js';

/** One fact of a subject. Kin: InformationConcept (CCCEV 2), 数据元. */
export interface Element {
  title?: Text;
  description?: Text;
  schema: JsonSchema;
  /** What whoever gives a value that the schema refuses is told. */
  message?: Text;
  /** What to show for each value of a code list. */
  labels?: Record<string, Text>;
  same?: string;
}

/** A type of party or thing that facts are about. */
export interface Subject extends DocumentBase {
  kind: 'subject';
  elements: Record<string, Element>;
}
