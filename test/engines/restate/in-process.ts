import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http2';
import type { ServerHttp2Session } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEndpointHandler } from '@restatedev/restate-sdk';
import type { createRestateServices } from '../../../src/engines/restate/index.js';
import { createCluster, freePort, register } from './server.js';
import type { ServerNode } from './server.js';

/** One node, and services that run in the process of the test. */
export interface InProcess {
  node: ServerNode;
  /** Ends the services, and has others take over at the same address. */
  serve(services: ReturnType<typeof createRestateServices>): Promise<void>;
  /** Ends the services: calls of the cluster find nobody. */
  hush(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a node and serves it in this process. */
export async function serveInProcess(
  binary: string,
  services: ReturnType<typeof createRestateServices>,
): Promise<InProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'onething-node-'));
  const [node] = (await createCluster(binary, folder, 1)) as [ServerNode];
  const port = await freePort();
  const sessions = new Set<ServerHttp2Session>();
  let server: ReturnType<typeof createServer> | undefined;
  const all: InProcess = {
    node,
    async serve(list) {
      await all.hush();
      const next = createServer(createEndpointHandler({ services: list, logger: () => undefined }));
      server = next;
      next.on('session', (session) => sessions.add(session));
      await new Promise<void>((resolve) => next.listen(port, '127.0.0.1', resolve));
    },
    async hush() {
      const last = server;
      if (last === undefined) return;
      server = undefined;
      for (const session of sessions) session.destroy();
      sessions.clear();
      await new Promise((resolve) => last.close(resolve));
    },
    async stop() {
      await node.kill();
      await all.hush();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await Promise.all([node.start(), all.serve(services)]);
  await register(node.admin, `http://127.0.0.1:${port}`);
  return all;
}
