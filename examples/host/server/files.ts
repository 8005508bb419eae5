import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import multipart from '@fastify/multipart';
import type { Database } from './database.js';
import { Refused, sessionOf, signedIn } from './sessions.js';

/** What an answer says of a file: the case holds this, and never the file. */
export interface FileReference {
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
}

const largestFile = 10 * 1024 * 1024;
/** What a browser may show in place; all else is offered as a download. */
const shown: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png']);

/** Takes files of applicants, and gives them to who may see them. */
export async function serveFiles(app: FastifyInstance, database: Database, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await app.register(multipart, { limits: { fileSize: largestFile, files: 1 } });

  app.post('/api/files', async (request) => {
    const person = signedIn(request, 'person');
    const sent = await request.file();
    if (sent === undefined) throw new Refused(400, 'There is no file in this request.');
    const content = await sent.toBuffer();
    const reference: FileReference = {
      id: randomUUID(),
      name: sent.filename.slice(0, 200),
      type: sent.mimetype,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
    await writeFile(join(folder, reference.id), content, { flag: 'wx' });
    database
      .prepare('INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)')
      .run(reference.id, person, reference.name, reference.type, reference.size, reference.sha256);
    return reference;
  });

  app.get<{ Params: { id: string } }>('/api/files/:id', async (request, reply) => {
    const { id } = request.params;
    const found = database.prepare('SELECT * FROM files WHERE id = ?').get(id) as
      (FileReference & { person: string }) | undefined;
    const session = sessionOf(request);
    const isAllowed =
      found !== undefined &&
      session !== undefined &&
      (session.kind === 'person' ? found.person === session.id : hasTaskWith(database, session.id, id));
    if (!isAllowed) throw new Refused(404, 'There is no such file.');
    const way = shown.has(found.type) ? 'inline' : 'attachment';
    return reply
      .type(shown.has(found.type) ? found.type : 'application/octet-stream')
      .header('content-disposition', `${way}; filename*=UTF-8''${encodeURIComponent(found.name)}`)
      .send(createReadStream(join(folder, id)));
  });
}

/** An authority sees a file that is part of what one of its tasks was given. */
function hasTaskWith(database: Database, authority: string, file: string): boolean {
  const query = `SELECT 1 FROM tasks, json_tree(tasks.input) AS part WHERE authority = ? AND part.key = 'id' AND part.value = ?`;
  return database.prepare(query).get(authority, file) !== undefined;
}

/** Deletes files that no case refers to any more. */
export async function deleteFiles(database: Database, folder: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { changes } = database.prepare('DELETE FROM files WHERE id = ?').run(id);
    if (changes > 0) await rm(join(folder, id), { force: true });
  }
}
