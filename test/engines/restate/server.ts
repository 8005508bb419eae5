import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The binary for this platform, where there is one. */
export function findServer(): string | undefined {
  const name = `@restatedev/restate-server-${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`${name}/bin/restate-server`);
  } catch {
    return undefined;
  }
}

/** One node on the loopback interface, small enough for tests. It may be killed and started again. */
export interface ServerNode {
  ingress: string;
  admin: string;
  start(): Promise<void>;
  kill(): Promise<void>;
}

interface NodeSpec {
  name: string;
  folder: string;
  ingress: number;
  admin: number;
  /** Between nodes. */
  fabric: number;
}

/**
 * Nodes of one cluster, their data below a folder. With three, log, metadata and state are replicated to two of them,
 * so that the loss of one stops nothing.
 */
export async function createCluster(binary: string, folder: string, count: 1 | 3): Promise<ServerNode[]> {
  const specs: NodeSpec[] = [];
  for (let index = 1; index <= count; index++) {
    const [ingress, admin, fabric] = [await freePort(), await freePort(), await freePort()];
    specs.push({ name: `node-${index}`, folder: join(folder, `node-${index}`), ingress, admin, fabric });
  }
  return specs.map((spec) => createNode(binary, spec, specs));
}

function createNode(binary: string, spec: NodeSpec, all: readonly NodeSpec[]): ServerNode {
  const { name, folder, ingress, admin, fabric } = spec;
  let child: ChildProcess | undefined;
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    RESTATE_BASE_DIR: folder,
    RESTATE_NODE_NAME: name,
    RESTATE_CLUSTER_NAME: 'test',
    // One node makes the cluster, the others join it.
    RESTATE_AUTO_PROVISION: String(spec === all[0]),
    RESTATE_DEFAULT_NUM_PARTITIONS: '1',
    RESTATE_DEFAULT_REPLICATION: String(Math.min(2, all.length)),
    RESTATE_METADATA_CLIENT__ADDRESSES: JSON.stringify(all.map((one) => `http://127.0.0.1:${one.fabric}`)),
    RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE: '64 MiB',
    RESTATE_DISABLE_TELEMETRY: 'true',
    RESTATE_LISTEN_MODE: 'tcp',
    RESTATE_BIND_ADDRESS: `127.0.0.1:${fabric}`,
    RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${fabric}`,
    RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
    RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
    RUST_LOG: 'error',
  };
  return {
    ingress: `http://127.0.0.1:${ingress}`,
    admin: `http://127.0.0.1:${admin}`,
    async start() {
      mkdirSync(folder, { recursive: true });
      child = spawn(binary, [], { env, stdio: 'ignore', cwd: folder });
      await reachable(`http://127.0.0.1:${admin}/health`);
      await reachable(`http://127.0.0.1:${ingress}/restate/health`);
    },
    async kill() {
      if (child === undefined) return;
      const over = new Promise((resolve) => child!.once('close', resolve));
      child.kill('SIGKILL');
      await over;
      child = undefined;
    },
  };
}

/** Tells the cluster where the services are. */
export async function register(admin: string, uri: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const response = await fetch(`${admin}/deployments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ uri, force: true }),
    });
    if (response.ok) return;
    if (tries > 50) throw new Error(`The services cannot be registered: ${await response.text()}`);
    await delay(200);
  }
}

/** Waits until an address answers. */
async function reachable(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await delay(100);
  }
  throw new Error(`${url} does not answer.`);
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
