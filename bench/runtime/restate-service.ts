/** A process that serves the chain of the benchmark on Restate. Arguments: port, secret. */
import { createServer } from 'node:http2';
import { createEndpointHandler } from '@restatedev/restate-sdk';
import { createRestateServices } from '../../src/engines/restate/index.js';
import { handlersFor } from './workload.js';

const [port = '0', secret = ''] = process.argv.slice(2);
const services = createRestateServices({ handlers: handlersFor('now'), secret });
createServer(createEndpointHandler({ services })).listen(Number(port), '127.0.0.1', () => {
  process.stdout.write('ready\n');
});
