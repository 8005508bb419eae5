/** Files stay with the host, and a case refers to them. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/index.js';
import { consider, createRunner, initialState } from '../../src/runtime/index.js';
import type { CaseEvent } from '../../src/runtime/index.js';
import { formView } from '../../src/view/index.js';
import { compose } from '../unit/compose/build-catalogue.js';

const since = '2026-03-02T09:00:00.000+08:00';

describe('a file in an answer', () => {
  const { plan } = compose({
    blocks: { grant: { inputs: [{ material: 'photo', of: 'person', accept: ['upload'] }] } },
    materials: ['photo'],
  });
  const startWith = async (files: unknown, id = 'c') => {
    const runner = await createRunner({
      handlers: { blocks: { grant: () => ({ status: 'approved', output: {} }) } },
    });
    const answers = { materials: { 'photo of person': { way: 'upload', files } } } as JsonObject;
    const receipt = await runner.start(plan, { id, answers });
    const kept = await runner.case(id);
    await runner.stop();
    return { receipt, kept };
  };
  const sha256 = 'a'.repeat(64);

  it.each([
    [['photo.jpg']],
    [[{ id: '7' }]],
    [[{ id: '7', name: 'photo.jpg', type: 'image/jpeg', size: 4_000, sha256 }]],
  ])('is a reference to what the host keeps, or its name: %j', async (files) => {
    const { receipt, kept } = await startWith(files);
    expect(receipt).toEqual({ accepted: true, case: 'c' });
    expect(kept!.data).toMatchObject({ materials: { 'photo of person': { files } } });
  });

  it.each([[[{ name: 'photo.jpg' }]], [[{ id: '7', size: -1 }]], [[{ id: '7', sha256: 'short' }]], [[7]]])(
    '%j is no reference',
    async (files) => {
      const { receipt } = await startWith(files);
      expect(receipt).toMatchObject({ accepted: false, refusal: { code: 'answers-refused' } });
    },
  );

  it.each([
    ['data:image/png;base64,iVBORw0KGgo=', ''],
    ['DATA:,x', ''],
    ['data:text/plain;charset=utf-8;base64,eA==', ''],
    [{ id: '7', content: 'data:image/png;base64,iVBORw0KGgo=' }, '/content'],
    ['x'.repeat(1_001), ''],
    [{ id: '7', content: 'x'.repeat(1_001) }, '/content'],
  ])('that is there itself is refused with words, and kept nowhere', async (file, below) => {
    const { receipt, kept } = await startWith(['a.jpg', file]);
    expect(receipt).toMatchObject({ accepted: false, refusal: { code: 'answers-refused' } });
    const words = `"/materials/photo of person/files/1${below}" holds a file itself`;
    expect(JSON.stringify(receipt)).toContain(JSON.stringify(words).slice(1, -1));
    expect(kept).toBeUndefined();
  });

  it('is refused in a supplement, a later form and what follows too', () => {
    const content = 'data:,x';
    for (const event of [
      { type: 'supplemented', step: 'a', round: 1, values: { '/a/b': content } },
      { type: 'filled', step: 'a', answers: { a: { b: content } } },
      { type: 'delivered', step: 'a', place: '/a/b', value: { files: [content] } },
    ]) {
      const state = { ...initialState(plan.hash), status: 'running' as const };
      const { refusal } = consider(plan, state, { ...event, at: since } as CaseEvent);
      expect(refusal).toMatchObject({ code: 'answers-refused' });
      expect(refusal!.message).toContain('holds a file itself');
    }
  });

  it('is not what a name or a text that only looks alike is', async () => {
    expect((await startWith(['x'.repeat(1_000)])).receipt).toMatchObject({ accepted: true });
    expect((await startWith(['data: my own, second.pdf'])).receipt).toMatchObject({ accepted: true });
  });
});

describe('files of which the author says what they may be', () => {
  const { plan, diagnostics } = compose({
    blocks: { grant: { inputs: [{ material: 'photo', of: 'person' }] } },
    others: [
      {
        kind: 'material',
        id: 'photo',
        accept: ['upload', { deferral: { within: '30d' } }],
        files: { types: ['application/pdf', 'image/*'], maxSize: '5MB' },
      },
    ],
  });
  const most = 5 * 1024 * 1024;
  const at = '/materials/photo of person';
  const started = async (given: JsonObject) => {
    const runner = await createRunner({
      handlers: { blocks: { grant: () => ({ status: 'approved', output: {} }) } },
    });
    const receipt = await runner.start(plan, {
      id: 'c',
      answers: { materials: { 'photo of person': given } },
    });
    await runner.idle();
    return { runner, receipt };
  };
  const upload = (file: unknown) => ({ way: 'upload', files: [file] }) as JsonObject;

  it.each([
    { id: '7', name: 'a.pdf', type: 'application/pdf', size: most },
    { id: '7', type: 'image/heic', size: 0 },
  ])('are taken: %j', async (file) => {
    expect(diagnostics).toEqual([]);
    const { runner, receipt } = await started(upload(file));
    expect(receipt).toMatchObject({ accepted: true });
    await runner.stop();
  });

  it.each([
    [{ id: '7', type: 'application/pdf', size: most + 1 }, '/size'],
    [{ id: '7', type: 'text/html', size: 1 }, '/type'],
    [{ id: '7', type: 'application/pdfx', size: 1 }, '/type'],
    [{ id: '7', size: 1 }, ''],
    [{ id: '7', type: 'image/png' }, ''],
    ['photo.jpg', ''],
  ])('are refused: %j', async (file, below) => {
    const { runner, receipt } = await started(upload(file));
    const place = `${at}/files/0${below}`;
    expect(receipt).toMatchObject({
      accepted: false,
      refusal: { code: 'answers-refused', issues: [{ at: place }] },
    });
    await runner.stop();
  });

  it('are held to it when they follow later too', async () => {
    const { runner } = await started({ way: 'deferral' });
    const deliver = (file: unknown) => runner.deliver('c', 'grant', at, upload(file));
    expect(await deliver({ id: '7', type: 'text/html', size: 1 })).toMatchObject({
      accepted: false,
      refusal: { issues: [{ at: `${at}/files/0/type` }] },
    });
    expect(await deliver({ id: '7', type: 'image/png', size: 1 })).toMatchObject({ accepted: true });
    await runner.stop();
  });

  it('are told to pages before they are sent, and to validators', () => {
    const view = formView(plan, { materials: { 'photo of person': { way: 'upload' } } }, { locale: 'en' });
    expect(JSON.stringify(view.ui)).toContain(
      JSON.stringify({ types: ['application/pdf', 'image/*'], maxBytes: most, maxSize: '5MB' }),
    );
    expect(JSON.stringify(view.schema)).toContain(`"maximum":${most}`);
  });
});
