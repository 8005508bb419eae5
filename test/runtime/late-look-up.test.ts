/** A look-up that is answered later, by token, leaves no more behind than one that is answered at once. */
import { expect, it } from 'vitest';
import { createRunner } from '../../src/runtime/index.js';
import { compose } from '../unit/compose/build-catalogue.js';

const { plan } = compose({
  registries: [{ subject: 'person', given: ['idNumber'], gives: ['name', 'phone'] }],
  bundle: { registries: ['registry0'] },
  blocks: { grant: { inputs: [{ field: 'person.idNumber' }, { field: 'person.name' }] } },
});

it('keeps of a late answer the names alone of what nobody takes', async () => {
  let token = '';
  const runner = await createRunner({
    handlers: {
      blocks: { grant: () => ({ status: 'approved', output: {} }) },
      registries: {
        registry0: (_, context) => {
          token = context.token;
          throw new Error('later');
        },
      },
    },
  });
  await runner.start(plan, { id: 'c', answers: { person: { idNumber: '7' } } });
  const output = { 'person.name': 'Ann', 'person.phone': 'secret', more: 'secret' };
  expect(await runner.complete(token, { status: 'approved', output })).toMatchObject({ accepted: true });
  await runner.idle();
  const { data, steps } = (await runner.case('c'))!;
  expect(data).toMatchObject({ person: { name: 'Ann' } });
  expect(steps.find(({ kind }) => kind === 'registry')).toMatchObject({ dropped: ['more', 'person.phone'] });
  const history = await runner.history('c');
  const answered = history.filter(({ event }) => event.type === 'answered').map(({ event }) => event);
  expect(JSON.stringify(history)).not.toContain('secret');
  expect(answered[0]).toMatchObject({
    answer: { output: { 'person.name': 'Ann' }, dropped: ['more', 'person.phone'] },
  });
  await runner.stop();
});
