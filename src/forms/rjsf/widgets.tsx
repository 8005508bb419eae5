import type { RegistryWidgetsType, WidgetProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import type { JsonValue } from '../../base/index.js';
import { optionsOf } from '../options.js';
import { RadioGroup } from '../parts/radio-group.js';

/** The question is the legend of the group; RJSF has a label of its own that is tied to nothing. */
function Radios(props: WidgetProps): ReactNode {
  const { id, label, schema, onChange, required, disabled, readonly } = props;
  return (
    <RadioGroup
      name={id}
      label={label}
      options={optionsOf(schema)}
      value={props.value as JsonValue | undefined}
      onChange={onChange}
      required={required === true}
      enabled={disabled !== true && readonly !== true}
    />
  );
}

/** Widgets of RJSF whose labels are tied to their controls. */
export const rjsfWidgets: RegistryWidgetsType = { RadioWidget: Radios };
