/** Floor 7: cases on a Restate cluster. The same machine, handlers and calls as the embedded runner has. */
export { createRestateServices, machineVersion, serviceNames } from './services.js';
export type { RestateOptions } from './services.js';
export { createRestateClient } from './client.js';
export type { RestateClient, RestateClientOptions } from './client.js';
