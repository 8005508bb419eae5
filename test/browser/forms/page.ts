/**
 * The page that draws a form in one of three renderers and says what a person meets there. Bundled by esbuild, served
 * with a policy that lets no code be made: see open-page.ts.
 */
import { JsonForms } from '@jsonforms/react';
import { toDataPath } from '@jsonforms/core';
import type { JsonFormsRendererRegistryEntry } from '@jsonforms/core';
import { materialCells, materialRenderers } from '@jsonforms/material-renderers';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import Form, { getDefaultRegistry } from '@rjsf/core';
import type { FormProps } from '@rjsf/core';
import type { FieldTemplateProps } from '@rjsf/utils';
import { Component, createElement, createRef } from 'react';
import type { ComponentType, ErrorInfo, ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { ajvShaped, plainRenderers, jsonFormsTexts } from '../../../src/forms/json-forms/index.js';
import { FormHost } from '../../../src/forms/index.js';
import { rjsfSettings, rjsfValidator, rjsfWidgets } from '../../../src/forms/rjsf/index.js';
import type { JsonObject, JsonSchema } from '../../../src/base/index.js';
import { lookAt } from './look.js';
import { stockValidator } from './stock-validator.js';
import type { Drawn } from './look.js';

export type RendererName =
  'vanilla' | 'material' | 'rjsf' | 'stock vanilla' | 'stock material' | 'stock rjsf';

/** What is drawn. */
export interface Drawing {
  renderer: RendererName;
  schema: JsonSchema;
  ui: JsonObject;
  /** What RJSF is given. */
  rjsf: JsonObject;
  data: JsonObject;
}

/** What a person meets, and what the renderer made of the data before anybody touched it. */
export interface Look extends Drawn {
  data: unknown;
  crashed: string | undefined;
}

interface PlacedProps {
  path?: string;
  uischema?: { type?: string; scope?: string; label?: unknown };
  schema?: unknown;
}

/** Each renderer writes down where it stands, and draws as it does without. */
function placed(entries: readonly JsonFormsRendererRegistryEntry[]): JsonFormsRendererRegistryEntry[] {
  return entries.map((entry) => {
    const Inner = entry.renderer as ComponentType<PlacedProps>;
    const Placed = (props: PlacedProps): ReactNode =>
      createElement(
        'div',
        {
          style: { display: 'contents' },
          'data-kind': props.uischema?.type,
          ...(props.uischema?.scope === undefined ? {} : { 'data-at': pathOf(props) }),
        },
        createElement(Inner, props),
      );
    return { ...entry, renderer: Placed };
  });
}

/** The path of a control as JSON Forms writes it: names and positions, joined by dots. */
function pathOf({ path = '', uischema }: PlacedProps): string {
  return [path, toDataPath(uischema?.scope ?? '#')].filter((part) => part !== '').join('.');
}

const renderers: Record<string, object> = {
  'stock vanilla': { renderers: placed(vanillaRenderers), cells: vanillaCells },
  'stock material': { renderers: placed(materialRenderers), cells: materialCells },
  vanilla: { renderers: placed([...vanillaRenderers, ...plainRenderers]), cells: vanillaCells },
  material: { renderers: placed(materialRenderers), cells: materialCells },
};

const { FieldTemplate } = getDefaultRegistry().templates;
function PlacedFieldTemplate(props: FieldTemplateProps): ReactNode {
  return createElement(
    'div',
    { style: { display: 'contents' }, 'data-at': props.fieldPathId.path.join('.') },
    createElement(FieldTemplate, props),
  );
}

class Boundary extends Component<{ children: ReactNode; onCrash: (text: string) => void }> {
  override state = { crashed: false };
  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }
  override componentDidCatch(error: Error, _info: ErrorInfo): void {
    this.props.onCrash(String(error));
  }
  override render(): ReactNode {
    return this.state.crashed ? null : this.props.children;
  }
}

let root: Root | undefined;

/** What `onething/forms` gives JSON Forms. */
function ownParts(): object {
  return { ajv: ajvShaped(), i18n: jsonFormsTexts('zh'), validationMode: 'NoValidation' };
}

/** Draws, waits until nothing changes any more, and looks. */
async function draw({ renderer, schema, ui, rjsf, data }: Drawing): Promise<Look> {
  root?.unmount();
  const host = document.querySelector('main')!;
  host.replaceChildren();
  root = createRoot(host);
  let latest: unknown = data;
  let crashed: string | undefined;
  const form = createRef<Form>();
  const onCrash = (text: string): void => {
    crashed = text;
  };
  const onChange = ({ data: changed }: { data: unknown }): void => {
    latest = changed;
  };
  const element = renderer.endsWith('rjsf')
    ? createElement(Form, {
        ...(renderer === 'rjsf'
          ? { ...rjsfSettings, validator: rjsfValidator('zh'), widgets: rjsfWidgets }
          : { validator: stockValidator() }),
        templates: { FieldTemplate: PlacedFieldTemplate },
        ...rjsf,
        formData: data,
        ref: form,
      } as unknown as FormProps)
    : createElement(FormHost, {
        value: { locale: 'zh' },
        children: createElement(JsonForms, {
          ...renderers[renderer],
          ...(renderer.startsWith('stock') ? {} : ownParts()),
          schema,
          uischema: ui,
          data,
          onChange,
        } as unknown as Parameters<typeof JsonForms>[0]),
      });
  root.render(createElement(Boundary, { onCrash, children: element }));
  await settled(host);
  if (form.current !== null) latest = form.current.state.formData;
  return { ...(await unfolded(host)), data: latest, crashed };
}

/** Material shows one item at a time; a person opens one after the other. */
async function unfolded(host: Element): Promise<Drawn> {
  await openLists(host);
  const seen = lookAt(host);
  const items = host.querySelectorAll<HTMLElement>('.MuiAccordionSummary-root[aria-expanded="false"]');
  for (const item of items) {
    item.click();
    await settled(host);
    await openLists(host);
    const known = new Map(seen.places.map((place) => [place.at, place]));
    for (const place of lookAt(host).places) {
      const before = known.get(place.at);
      if (before === undefined || before.controls.length < place.controls.length) known.set(place.at, place);
    }
    seen.places = [...known.values()];
  }
  return seen;
}

/** What a list offers shows when it is opened: each is, and is closed again. */
async function openLists(host: Element): Promise<void> {
  for (const box of host.querySelectorAll<HTMLElement>('[role="combobox"]:not([data-options])')) {
    if (box.matches(':disabled, [aria-disabled="true"]') || box.getClientRects().length === 0) continue;
    box.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 5));
    const list = document.getElementById(box.getAttribute('aria-controls') ?? '');
    const options = [...(list?.querySelectorAll('[role="option"]') ?? [])].map(
      (one) => one.textContent ?? '',
    );
    box.dataset['options'] = JSON.stringify(options);
    (document.activeElement ?? box).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    await new Promise((done) => setTimeout(done, 5));
  }
}

/** JSON Forms tells of changes ten milliseconds late. */
async function settled(host: Element): Promise<void> {
  let before = '';
  for (;;) {
    await new Promise((done) => setTimeout(done, 25));
    if (host.innerHTML === before) return;
    before = host.innerHTML;
  }
}

Object.assign(window, { draw });
