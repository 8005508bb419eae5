/** The host that developers copy: who may see and do what, and that nothing which people typed is lost. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../examples/host/server/app.js';

type Host = Awaited<ReturnType<typeof createHost>>;

const catalogue = {
  'catalogue.yaml': 'kind: catalogue\nid: market\nversion: 1.0.0\nlocales: [en]\n',
  'person.yaml': `
kind: subject
id: person
title: { en: Person }
elements:
  name: { title: { en: Name }, schema: { type: string, minLength: 1 } }
  idNumber: { title: { en: Identity number }, schema: { type: string } }
  address: { title: { en: Address }, schema: { type: string } }
  number: { title: { en: Trader's number }, schema: { type: string } }
  goods: { title: { en: Goods }, schema: { enum: [fruit, fish] } }
`,
  'office.yaml': 'kind: authority\nid: office\ntitle: { en: Market office }\n',
  'health.yaml': 'kind: authority\nid: health\ntitle: { en: Health office }\n',
  'lease.yaml': 'kind: material\nid: lease\ntitle: { en: Lease }\nsubject: person\n',
  'register.yaml': `
kind: registry
id: residents
title: { en: Register of residents }
authority: office
subject: person
given: [idNumber]
gives: [address]
`,
  'registration.yaml': `
kind: block
id: registration
title: { en: Registration as a trader }
authority: office
roles: { person: person }
inputs: [{ field: person.name }, { field: person.address }, { field: person.goods }, { material: lease, of: person }]
outputs: [{ field: person.number }]
time: { promised: 2wd }
`,
  'permit.yaml': `
kind: block
id: permit
title: { en: Permit for a stall }
authority: health
roles: { person: person }
inputs: [{ field: person.number }, { field: person.goods }]
time: { promised: 3wd }
`,
  'stall.yaml': `
kind: bundle
id: stall
title: { en: Opening a stall }
roles: { person: person }
applicant: person
known: [person.name, person.idNumber]
registries: [residents]
uses: [{ block: registration }, { block: permit }]
`,
};
const people = ['li', 'chen'].map((id) => ({ id, title: id, claims: { name: id, idNumber: `${id}-1` } }));
const registers = { residents: [{ idNumber: 'li-1', address: 'Market Street 1' }] };

describe('the host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  const options = {
    catalogue: join(folder, 'catalogue'),
    data: join(folder, 'data'),
    store: join(folder, 'store'),
  };
  let host: Host;
  beforeAll(async () => {
    for (const path of Object.values(options)) mkdirSync(path);
    for (const [name, text] of Object.entries(catalogue)) writeFileSync(join(options.catalogue, name), text);
    writeFileSync(join(options.data, 'people.json'), JSON.stringify(people));
    writeFileSync(join(options.data, 'registers.json'), JSON.stringify(registers));
    host = await createHost(options);
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });

  /** What a browser of somebody who is signed in sends. */
  async function browserOf(kind: 'person' | 'authority', id: string) {
    const origin = { origin: 'http://localhost', host: 'localhost' };
    const signedIn = await host.inject({
      method: 'POST',
      url: '/api/session',
      headers: origin,
      payload: { kind, id },
    });
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
    return async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, headers = {}) => {
      const sent = { ...origin, cookie, ...headers };
      const answer = await host.inject({
        method,
        url,
        headers: sent,
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: answer.statusCode, body: answer.json<Record<string, never>>() as never as Body };
    };
  }
  interface Body {
    [key: string]: unknown;
    id: string;
    accepted: boolean;
    number: number;
    answers: unknown;
    message: string;
    case: { status: string; steps: { key: string; status: string }[]; data: { person: unknown } };
  }
  const tasksOf = async (authority: string) =>
    (await (await browserOf('authority', authority))('GET', '/api/tasks')).body as unknown as {
      id: number;
    }[];

  const boundary = '----part';
  const upload = async (send: Awaited<ReturnType<typeof browserOf>>) => {
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const part = `content-disposition: form-data; name="file"; filename="lease.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF`;
    const body = `--${boundary}\r\n${part}\r\n--${boundary}--\r\n`;
    return (await send('POST', '/api/files', body as unknown as object, headers)).body;
  };

  it('takes a case from signing in to its end, and shows each to those alone whom it concerns', async () => {
    const li = await browserOf('person', 'li');
    const chen = await browserOf('person', 'chen');
    const { id } = (await li('POST', '/api/applications', { bundle: 'stall' })).body;
    const path = `/api/applications/${id}`;

    // Refused, and kept.
    const refused = await li('POST', `${path}/submission`, { person: { goods: 'stones' } });
    expect(refused).toMatchObject({ status: 422, body: { accepted: false } });
    expect((await li('GET', path)).body.answers).toEqual({ person: { goods: 'stones' } });
    expect((await li('GET', path)).body.number).toBeNull();

    const file = await upload(li);
    const answers = {
      person: { goods: 'fish', address: 'Market Street 1' },
      materials: { 'lease of person': { way: 'upload', files: [file] } },
    };
    const taken = await li('POST', `${path}/submission`, answers);
    expect(taken.body).toMatchObject({ accepted: true, number: 1 });
    // The same again is the same case.
    expect((await li('POST', `${path}/submission`, answers)).body).toMatchObject({
      accepted: true,
      number: 1,
    });

    // Nobody else's business.
    for (const [method, url] of [
      ['GET', path],
      ['GET', `${path}/events`],
      ['DELETE', path],
    ] as const) {
      expect((await chen(method, url)).status, url).toBe(404);
    }
    expect((await chen('POST', `${path}/withdrawal`, {})).status).toBe(404);
    expect((await chen('GET', '/api/applications')).body).toEqual([]);
    expect((await chen('GET', `/api/files/${file.id}`)).status).toBe(404);
    expect((await chen('GET', '/api/tasks')).status).toBe(403);

    const office = await browserOf('authority', 'office');
    const health = await browserOf('authority', 'health');
    await expect.poll(() => tasksOf('office')).toHaveLength(1);
    expect(await tasksOf('health')).toEqual([]);
    const [{ id: first }] = (await tasksOf('office')) as [{ id: number }];
    expect((await health('GET', `/api/tasks/${first}`)).status).toBe(404);
    expect((await health('POST', `/api/tasks/${first}`, { status: 'rejected' })).status).toBe(404);
    expect((await office('GET', path)).status).toBe(403);

    // An authority sees the files of its own tasks.
    const ofTask = await host.inject({ url: `/api/files/${file.id}`, headers: await cookieOf('office') });
    expect([ofTask.statusCode, ofTask.body]).toEqual([200, '%PDF']);
    expect((await health('GET', `/api/files/${file.id}`)).status).toBe(404);

    // What the plan does not allow is refused, and the task stays on the desk.
    expect((await office('POST', `/api/tasks/${first}`, { status: 'approved', output: {} })).status).toBe(
      422,
    );
    expect((await office('GET', `/api/tasks/${first}`)).body['names']).toContain('lease of person');
    await office('POST', `/api/tasks/${first}`, {
      status: 'returned',
      needs: ['person.goods'],
      reason: 'Which fish?',
    });
    const returned = (await li('GET', path)).body.case;
    expect(returned).toMatchObject({ needs: [{ step: 'registration', returned: 1 }] });
    const supplement = { step: 'registration', returned: 1, values: { '/person/goods': 'fruit' } };
    expect((await li('POST', `${path}/supplement`, supplement)).body.accepted).toBe(true);

    await expect.poll(() => tasksOf('office')).toHaveLength(1);
    const [{ id: again }] = (await tasksOf('office')) as [{ id: number }];
    expect((await office('GET', `/api/tasks/${again}`)).body).toMatchObject({
      input: { person: { name: 'li', address: 'Market Street 1', goods: 'fruit' } },
    });
    await office('POST', `/api/tasks/${again}`, {
      status: 'approved',
      output: { person: { number: 'T-1' } },
    });
    await expect.poll(() => tasksOf('health')).toHaveLength(1);
    const [{ id: last }] = (await tasksOf('health')) as [{ id: number }];
    await health('POST', `/api/tasks/${last}`, { status: 'approved', output: {} });
    expect((await li('GET', path)).body.case).toMatchObject({
      status: 'done',
      data: { person: { number: 'T-1' } },
    });

    // Forgotten: the case, the tasks and the file.
    expect((await li('DELETE', path)).status).toBe(200);
    expect((await li('GET', path)).status).toBe(404);
    expect((await li('GET', `/api/files/${file.id}`)).status).toBe(404);
  });

  async function cookieOf(authority: string) {
    const origin = { origin: 'http://localhost', host: 'localhost' };
    const payload = { kind: 'authority', id: authority };
    const signedIn = await host.inject({ method: 'POST', url: '/api/session', headers: origin, payload });
    return { cookie: String(signedIn.headers['set-cookie']).split(';')[0]! };
  }

  it('believes no forged session, and takes nothing from another site', async () => {
    const forged = `session=${encodeURIComponent(JSON.stringify({ kind: 'person', id: 'li' }))}`;
    const headers = { cookie: forged, host: 'localhost' };
    expect((await host.inject({ url: '/api/applications', headers })).statusCode).toBe(401);
    const { cookie } = await cookieOf('office');
    for (const origin of ['http://elsewhere.example', 'null', undefined]) {
      const sent = { cookie, host: 'localhost', ...(origin === undefined ? {} : { origin }) };
      const answer = await host.inject({ method: 'DELETE', url: '/api/session', headers: sent });
      expect(answer.statusCode, String(origin)).toBe(403);
    }
    const li = await browserOf('person', 'li');
    expect((await li('POST', '/api/session', { kind: 'person', id: 'nobody' })).status).toBe(404);
    expect((await li('POST', '/api/applications', { bundle: 'none' })).status).toBe(404);
  });

  it('sends a policy under which nothing but its own scripts runs', async () => {
    const { headers } = await host.inject({ url: '/api/start' });
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
  });
});
