import { describe, expect, it } from 'vitest';
import type { PlanStep } from '../../../src/model/index.js';
import { judgeOf } from '../../../src/plan/step-judge.js';

const text = { type: 'string', maxLength: 3 } as const;
const person = { type: 'object', properties: { name: text, phone: text }, required: ['name', 'phone'] };
const step = {
  id: 's',
  input: {
    type: 'object',
    properties: { person, child: { type: 'array', items: person } },
    required: ['person', 'child'],
  },
} as unknown as PlanStep;

describe('what is wrong with what a step is given', () => {
  const { issues, faultsIn } = judgeOf(step);
  const keywords = (input: object, ...absent: string[]) =>
    issues(input as never, new Set(absent)).map(({ pointer, keyword }) => `${pointer} ${keyword}`);

  it('leaves out what is still to come, of a role, of its items and of the whole', () => {
    const child = [{ name: 'A' }];
    expect(keywords({ person: { name: 'A' }, child }, 'person.phone', 'child.phone')).toEqual([]);
    expect(keywords({ child: [] }, 'person.name')).toEqual([]);
    expect(keywords({ person: { name: 'A' }, child }, 'person.phone')).toEqual(['/child/0 required']);
    expect(keywords({ person: { name: 'A' }, child }, 'child.phone')).toEqual(['/person required']);
  });

  it('tells what does not fit beside what is still to come', () => {
    expect(keywords({ person: { name: 'Anna' }, child: [] }, 'person.phone')).toEqual([
      '/person/name maxLength',
    ]);
    expect(faultsIn({ person: { name: 'Anna' } })).toContain('/person/name');
    expect(faultsIn({ person: { name: 'A' } })).toEqual([]);
  });
});
