import { toDataPath } from '@jsonforms/core';
import type { JsonFormsRendererRegistryEntry } from '@jsonforms/core';
import type { ComponentType, ReactNode } from 'react';
import { joinedPath, pointerOf } from '../data-path.js';

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
      return (
        <div style={{ display: 'contents' }} data-at={pointerOf(joinedPath(props.path, toDataPath(scope)))}>
          <Inner {...props} />
        </div>
      );
    };
    return { ...entry, renderer: Placed };
  });
}
