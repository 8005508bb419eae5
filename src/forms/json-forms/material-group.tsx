import { Actions, getControlPath, Resolve, toDataPath } from '@jsonforms/core';
import type { JsonFormsCore, JsonSchema7, LayoutProps } from '@jsonforms/core';
import { useJsonForms, withJsonFormsLayoutProps } from '@jsonforms/react';
import type { ReactNode } from 'react';
import { valueAt } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { joinedPath, partsOf } from '../data-path.js';
import { useFormHost } from '../host-parts.js';
import { MaterialField } from '../parts/material-field.js';
import type { FileLimits, MaterialWay } from '../parts/material-field.js';
import { optionsOf } from '../options.js';

/** What the view says of a material beside its group. */
interface MaterialMark {
  of?: string;
  accept?: readonly string[];
  commitment?: string;
  files?: FileLimits;
}

/** At the root JSON Forms gives no path, whatever its types say. */
type GivenProps = Omit<LayoutProps, 'path'> & { path?: string };

/** A group that the view marks as a material: drawn as one question instead of one for each of its parts. */
function MaterialQuestion({ uischema, schema, path, visible, enabled }: GivenProps): ReactNode {
  const host = useFormHost();
  const { core, dispatch } = useJsonForms();
  const { label, elements } = uischema as unknown as { label?: string; elements: readonly Part[] };
  const [first] = elements;
  if (!visible || core === undefined || first === undefined) return null;
  const { of = '', accept = [], commitment, files } = (uischema.options?.['material'] ?? {}) as MaterialMark;
  // The group stands around the parts of the material; what holds them is the material.
  const scope = outer(first.scope);
  const at = joinedPath(path, toDataPath(scope));
  const stated = Resolve.schema(schema, scope, core.schema) as JsonSchema7 | undefined;
  const holder = Resolve.schema(schema, outer(scope), core.schema) as JsonSchema7 | undefined;
  const name = partsOf(at).at(-1)!;
  const isReadOnly = first.options?.['readonly'] === true;
  return (
    <MaterialField
      title={label ?? name}
      description={stated?.description}
      locale={host.locale}
      ways={waysIn(stated, accept)}
      value={valueAt(core.data, partsOf(at))}
      onChange={(value) => dispatch?.(Actions.update(at, () => value))}
      required={holder?.required?.includes(name) === true}
      enabled={enabled && !isReadOnly}
      error={errorAt(core.additionalErrors ?? [], partsOf(at))}
      upload={host.upload}
      commitment={commitment}
      files={files}
      deferralDay={host.deferralDayOf?.(of)}
    />
  );
}

interface Part {
  scope: string;
  options?: Record<string, unknown>;
}

function outer(scope: string): string {
  return scope.slice(0, scope.lastIndexOf('/properties/'));
}

/** The ways that the schema of the view leaves, in the order in which they ask the least of people. */
function waysIn(stated: JsonSchema7 | undefined, accept: readonly string[]): MaterialWay[] {
  const way = stated?.properties?.['way'] as JsonObject | undefined;
  const listed = optionsOf(way).map(({ value }) => value);
  const all: readonly MaterialWay[] = ['upload', 'commitment', 'deferral'];
  return all.filter((one) => (listed.length > 0 ? listed.includes(one) : accept.includes(one)));
}

type ErrorObject = NonNullable<JsonFormsCore['additionalErrors']>[number];

/** The first error at a place or within it. */
function errorAt(errors: readonly ErrorObject[], at: readonly string[]): string | undefined {
  return errors.find((error) => {
    const where = partsOf(getControlPath(error) as string);
    return at.every((part, index) => where[index] === part);
  })?.message;
}

export const MaterialGroup = withJsonFormsLayoutProps(MaterialQuestion);
