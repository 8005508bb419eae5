import {
  and,
  isControl,
  isOneOfEnumControl,
  optionIs,
  rankWith,
  schemaMatches,
  uiTypeIs,
} from '@jsonforms/core';
import type { ControlProps, JsonFormsRendererRegistryEntry } from '@jsonforms/core';
import { withJsonFormsControlProps } from '@jsonforms/react';
import type { ReactNode } from 'react';
import { isObject } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { CheckBoxes } from '../parts/check-boxes.js';
import { RadioGroup } from '../parts/radio-group.js';
import { optionsOf } from '../options.js';
import { ItemList } from './item-list.js';
import { MaterialGroup } from './material-group.js';
import { ReadOnlyFact } from './read-only-fact.js';

/** Higher than the ranks of the renderers that JSON Forms brings. */
const rank = 50;

function Radios(props: ControlProps): ReactNode {
  const { schema, path, label, required, enabled, visible, errors, description } = props;
  if (!visible) return null;
  return (
    <RadioGroup
      name={path}
      label={label}
      options={optionsOf(schema)}
      value={props.data as JsonValue | undefined}
      onChange={(value) => props.handleChange(path, value)}
      required={required === true}
      enabled={enabled}
      description={description}
      error={errors}
    />
  );
}

function Boxes(props: ControlProps): ReactNode {
  const { schema, path, label, required, enabled, visible, errors, description } = props;
  const data = props.data as JsonValue | undefined;
  if (!visible) return null;
  return (
    <CheckBoxes
      label={label}
      options={optionsOf(schema.items)}
      value={Array.isArray(data) ? data : []}
      // Nothing chosen is no answer, and not the answer "none".
      onChange={(value) => props.handleChange(path, value.length === 0 ? undefined : value)}
      required={required === true}
      enabled={enabled}
      description={description}
      error={errors}
    />
  );
}

const isListOfCodes = schemaMatches(({ type, items }) => type === 'array' && optionsOf(items).length > 0);

const isListOfObjects = schemaMatches(({ type, items }) => {
  const inner = Array.isArray(items) ? undefined : items;
  return type === 'array' && inner !== undefined && optionsOf(inner).length === 0;
});

/**
 * Yes and no, lists to choose several from, and lists of items: for vanilla, which leaves their labels loose and speaks
 * English whatever the language of the form.
 */
export const plainRenderers: readonly JsonFormsRendererRegistryEntry[] = [
  {
    tester: rankWith(rank, and(isOneOfEnumControl, optionIs('format', 'radio'))),
    renderer: withJsonFormsControlProps(Radios),
  },
  { tester: rankWith(rank, and(isControl, isListOfObjects)), renderer: ItemList },
  { tester: rankWith(rank, and(isControl, isListOfCodes)), renderer: withJsonFormsControlProps(Boxes) },
];

/** Materials as people give them, and known facts as they read them; for every set of renderers. */
export const onethingRenderers: readonly JsonFormsRendererRegistryEntry[] = [
  {
    tester: rankWith(
      rank,
      and(uiTypeIs('Group'), (ui) => isObject((ui.options as JsonObject | undefined)?.['material'])),
    ),
    renderer: MaterialGroup,
  },
  {
    tester: rankWith(rank + 1, and(isControl, optionIs('readonly', true))),
    renderer: withJsonFormsControlProps(ReadOnlyFact),
  },
];
