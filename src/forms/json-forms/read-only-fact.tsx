import type { ControlProps } from '@jsonforms/core';
import type { ReactNode } from 'react';
import type { JsonValue } from '../../base/index.js';
import { sourceAt, useFormHost } from '../host-parts.js';
import { KnownFact } from '../parts/known-fact.js';
import { pointerOf } from '../data-path.js';
import { textOfValue } from '../value-text.js';

/** A control that is read only: the value as people read it, with who says it. */
export function ReadOnlyFact({ data, schema, path, label, visible }: ControlProps): ReactNode {
  const host = useFormHost();
  if (!visible) return null;
  const at = pointerOf(path);
  return (
    <KnownFact
      title={label}
      text={textOfValue(data as JsonValue | undefined, schema)}
      at={at}
      locale={host.locale}
      source={sourceAt(host, at)}
      dispute={host.disputes?.find(({ field }) => field === at)}
      onDispute={host.onDispute === undefined ? undefined : (dispute) => host.onDispute!(at, dispute)}
    />
  );
}
