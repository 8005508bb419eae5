import { toDataPath } from '@jsonforms/core';
import type { JsonFormsRendererRegistryEntry } from '@jsonforms/core';
import type { ComponentType, ReactNode } from 'react';
import { pointerOf } from '../value-text.js';

interface PlacedProps {
  path?: string;
  uischema?: { scope?: string };
}

/**
 * The same renderers, each control within an element that says its place (`data-at`, a JSON Pointer): what `focusPlace`
 * finds.
 */
export function withPlaces(
  renderers: readonly JsonFormsRendererRegistryEntry[],
): JsonFormsRendererRegistryEntry[] {
  return renderers.map((entry) => {
    const Inner = entry.renderer as ComponentType<PlacedProps>;
    const Placed = (props: PlacedProps): ReactNode => {
      const scope = props.uischema?.scope;
      if (scope === undefined) return <Inner {...props} />;
      const path = [props.path ?? '', toDataPath(scope)].join('.').split('.');
      return (
        <div style={{ display: 'contents' }} data-at={pointerOf(path)}>
          <Inner {...props} />
        </div>
      );
    };
    return { ...entry, renderer: Placed };
  });
}
