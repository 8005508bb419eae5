/**
 * A process that serves the chain of the benchmark on Restate. Arguments: port, secret. It writes a dot for each case that
 * comes to its last step: to ask the cluster for its cases while it works would be part of what is measured.
 */
import { createServer } from 'node:http2';
import { createEndpointHandler } from '@restatedev/restate-sdk';
import { createRestateServices } from '../../src/engines/restate/index.js';
import { handlersFor } from './workload.js';

const [port = '0', secret = ''] = process.argv.slice(2);
const services = createRestateServices({
  handlers: handlersFor('now', () => process.stdout.write('.')),
  secret,
});
// The embedded runner writes no lines about what it does, and dots are what is counted here.
const logger = (): void => undefined;
createServer(createEndpointHandler({ services, logger })).listen(Number(port), '127.0.0.1', () => {
  process.stdout.write('ready\n');
});
