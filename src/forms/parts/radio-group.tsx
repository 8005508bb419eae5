import { useId } from 'react';
import type { ReactNode } from 'react';
import type { JsonValue } from '../../base/index.js';

export interface RadioGroupProps {
  name: string;
  label: string;
  options: readonly { value: JsonValue; label: string }[];
  value: JsonValue | undefined;
  onChange: (value: JsonValue) => void;
  required?: boolean;
  enabled?: boolean;
  description?: string | undefined;
  error?: string | undefined;
}

/** Answers of which one is chosen: each has its label, and the question is the name of the group. */
export function RadioGroup(props: RadioGroupProps): ReactNode {
  const { name, label, options, value, onChange, description, error } = props;
  const { required = false, enabled = true } = props;
  const id = useId();
  const isWrong = error !== undefined && error !== '';
  return (
    <fieldset
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-about`}
      aria-required={required}
      aria-invalid={isWrong}
      disabled={!enabled}
      className="onething-radios"
    >
      <legend id={`${id}-label`}>{required ? `${label} *` : label}</legend>
      <p id={`${id}-about`}>{description}</p>
      {options.map((option, at) => (
        <span key={option.label}>
          <input
            type="radio"
            id={`${id}-${String(at)}`}
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <label htmlFor={`${id}-${String(at)}`}>{option.label}</label>
        </span>
      ))}
      {isWrong && <p role="alert">{error}</p>}
    </fieldset>
  );
}
