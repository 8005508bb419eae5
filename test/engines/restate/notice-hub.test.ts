import { describe, expect, it } from 'vitest';
import { createNoticeHub, createRestateClient } from '../../../src/engines/restate/index.js';
import type { Notice } from '../../../src/runtime/index.js';
import { secret } from './harness.js';

function noticeOf(id: string, seq: number): Notice {
  return {
    position: seq,
    case: id,
    seq,
    type: 'reached',
    at: '2026-09-24T09:00:00.000+08:00',
    transitions: [],
  };
}

describe('a hub of notices', () => {
  it('hands on what is told again once, to everybody who listens', async () => {
    const hub = createNoticeHub();
    const listeners = [hub.events(), hub.events()];
    for (const [id, seq] of [
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['a', 2],
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ] as const) {
      hub.notify(noticeOf(id, seq));
    }
    hub.end();
    for (const listener of listeners) {
      const heard: string[] = [];
      for await (const { case: id, seq } of listener) heard.push(`${id}${seq}`);
      expect(heard).toEqual(['a1', 'a2', 'b1', 'b2', 'a3']);
    }
  });

  it('forgets cases that it has not heard of for long, and no others', async () => {
    const hub = createNoticeHub();
    for (let count = 0; count < 10_000; count++) hub.notify(noticeOf(`c${count}`, 1));
    hub.notify(noticeOf('c0', 2));
    hub.notify(noticeOf('new', 1));
    const listener = hub.events();
    hub.notify(noticeOf('c0', 2));
    hub.notify(noticeOf('c1', 1));
    hub.end();
    const heard: string[] = [];
    for await (const { case: id } of listener) heard.push(id);
    expect(heard).toEqual(['c1']);
  });

  it('is what a client listens to, which says so where it has none', async () => {
    const ingress = 'http://127.0.0.1:9';
    expect(() => createRestateClient({ ingress, secret }).events()).toThrow('needs the notices');
    const notices = createNoticeHub();
    const events = createRestateClient({ ingress, secret, notices }).events();
    notices.notify(noticeOf('a', 1));
    expect((await events.next()).value).toEqual(noticeOf('a', 1));
    notices.end();
    expect((await events.next()).done).toBe(true);
  });
});
