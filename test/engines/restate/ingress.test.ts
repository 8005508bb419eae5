/** Calls of a cluster: whose mistake it is that one does not come off, and whether it may come off later. */
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRestateClient } from '../../../src/engines/restate/index.js';
import type { RestateClient } from '../../../src/engines/restate/index.js';
import { buildPlan } from '../../runtime/plan-builder.js';
import { secret } from './harness.js';

describe('a client of a cluster', () => {
  let answer: (response: ServerResponse, keys: string[]) => void;
  const keys: string[] = [];
  let client: RestateClient;
  const server = createServer((request, response) => {
    keys.push(String(request.headers['idempotency-key']));
    request.resume().on('end', () => answer(response, keys));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const ingress = `http://127.0.0.1:${port}`;
    client = createRestateClient({ ingress, admin: ingress, secret, patienceMs: 400 });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const outage = (isRetryable: boolean) => ({ name: 'UnavailableError', isRetryable });
  it.each([
    [400, { name: 'UsageError' }],
    [401, outage(false)],
    [403, outage(false)],
    [404, outage(false)],
    [409, outage(false)],
    [429, outage(true)],
    [500, outage(true)],
    [503, outage(true)],
  ])('that is answered with %i', async (status, error) => {
    answer = (response) => response.writeHead(status).end('{"message":"no"}');
    await expect(client.cancel('c')).rejects.toMatchObject(error);
    await expect(client.cases()).rejects.toMatchObject(error);
  });

  it('to list cases is made again while a node hands on a partition', async () => {
    let asked = 0;
    answer = (response) => {
      asked += 1;
      if (asked < 3) response.writeHead(500).end('{"message":"partition 0 is being transferred"}');
      else response.end('{"rows":[]}');
    };
    expect(await client.cases()).toEqual([]);
    expect(asked).toBe(3);
  });

  it('that reaches something else says so', async () => {
    answer = (response) => response.end('<html>');
    await expect(client.case('c')).rejects.toMatchObject(outage(false));
    await expect(client.cases()).rejects.toMatchObject(outage(false));
  });

  it('whose answer is cut off asks again, with the same key', async () => {
    keys.length = 0;
    answer = (response, { length }) => {
      if (length > 1) response.end('null');
      else response.writeHead(200, { 'content-length': '100' }).write('nu', () => response.destroy());
    };
    expect(await client.cancel('c')).toMatchObject({ accepted: true });
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  it('passes on what of an answer does not count, whichever call it came with', async () => {
    answer = (response) => response.end('{"notTaken":["/person/other"]}');
    const expected = { accepted: true, case: 'c', notTaken: ['/person/other'] };
    expect(await client.start(buildPlan({ steps: [{ id: 'a' }] }), { id: 'c', answers: {} })).toEqual(
      expected,
    );
    expect(await client.fill('c', 'ask', { person: { other: 1 } })).toEqual(expected);
    expect(await client.supplement('c', 'a', { '/person/other': 1 })).toEqual(expected);
  });
});
