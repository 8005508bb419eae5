import { useId } from 'react';
import type { ReactNode } from 'react';
import type { JsonValue } from '../../base/index.js';
import type { RadioGroupProps } from './radio-group.js';

export interface CheckBoxesProps extends Omit<RadioGroupProps, 'name' | 'value' | 'onChange'> {
  value: readonly JsonValue[];
  onChange: (value: JsonValue[]) => void;
}

/** Answers of which several may be chosen: each has its label, and the question is the name of the group. */
export function CheckBoxes(props: CheckBoxesProps): ReactNode {
  const { label, options, value, onChange, description, error, required = false, enabled = true } = props;
  const id = useId();
  const isWrong = error !== undefined && error !== '';
  const change = (option: JsonValue, isChosen: boolean): void => {
    // In the order of the list, however they were chosen.
    const chosen = options
      .map((one) => one.value)
      .filter((one) => (one === option ? isChosen : value.includes(one)));
    onChange(chosen);
  };
  return (
    <fieldset aria-describedby={`${id}-about`} disabled={!enabled} className="onething-boxes">
      <legend>{required ? `${label} *` : label}</legend>
      <p id={`${id}-about`}>{description}</p>
      {options.map((option, at) => (
        <span key={option.label}>
          <input
            type="checkbox"
            id={`${id}-${String(at)}`}
            checked={value.includes(option.value)}
            onChange={({ target }) => change(option.value, target.checked)}
          />
          <label htmlFor={`${id}-${String(at)}`}>{option.label}</label>
        </span>
      ))}
      {isWrong && <p role="alert">{error}</p>}
    </fieldset>
  );
}
