import { createDefaultValue, findUISchema } from '@jsonforms/core';
import type { ArrayControlProps } from '@jsonforms/core';
import { JsonFormsDispatch, withJsonFormsArrayControlProps } from '@jsonforms/react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { joinedPath } from '../data-path.js';
import { useFormHost } from '../host-parts.js';
import { sayIn } from '../text.js';

/** The items of a repeated role or of a list, each in a group with its number, in the language of the form. */
function Items(props: ArrayControlProps): ReactNode {
  const { label, path, schema, rootSchema, uischema, uischemas, renderers, cells } = props;
  const { visible, enabled, required, errors } = props;
  const data = props.data as unknown;
  const { locale } = useFormHost();
  const say = sayIn(locale);
  const detail = useMemo(
    () => findUISchema(uischemas ?? [], schema, uischema.scope, path, undefined, uischema, rootSchema),
    [uischemas, schema, uischema, path, rootSchema],
  );
  if (!visible) return null;
  const items: readonly unknown[] = Array.isArray(data) ? data : [];
  return (
    <fieldset className="onething-items">
      <legend>{required === true ? `${label} *` : label}</legend>
      {items.map((_, at) => (
        <fieldset key={at}>
          <legend>{`${label} ${String(at + 1)}`}</legend>
          <JsonFormsDispatch
            schema={schema}
            uischema={detail}
            path={joinedPath(path, String(at))}
            {...(renderers === undefined ? {} : { renderers })}
            {...(cells === undefined ? {} : { cells })}
          />
          {enabled && (
            <button
              type="button"
              aria-label={say('form.delete:item', { title: label, number: at + 1 })}
              onClick={() => props.removeItems?.(path, [at])()}
            >
              {say('form.delete')}
            </button>
          )}
        </fieldset>
      ))}
      {errors !== '' && <p role="alert">{errors}</p>}
      {enabled && (
        <button
          type="button"
          aria-label={say('form.add:item', { title: label })}
          onClick={props.addItem(path, createDefaultValue(schema, rootSchema))}
        >
          {say('form.add')}
        </button>
      )}
    </fieldset>
  );
}

export const ItemList = withJsonFormsArrayControlProps(Items);
