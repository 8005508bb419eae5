/** Cases on a Restate cluster. The same machine, handlers and calls as the embedded runner has. */
export { createRestateServices } from './services.js';
export type { RestateOptions } from './options.js';
export { machineVersion, serviceNames } from './service-names.js';
export type { ServiceNames } from './service-names.js';
export { createRestateClient } from './client.js';
export type { RestateClient, RestateClientOptions } from './client.js';
export { createNoticeHub } from './notice-hub.js';
export type { NoticeHub } from './notice-hub.js';
