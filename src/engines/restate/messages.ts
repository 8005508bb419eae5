import { defineMessages, messenger } from '../../messages/index.js';

/** What a client of a cluster says. */
export const restateMessages = defineMessages({
  'runtime/cluster-unreachable': {
    en: 'The cluster does not answer ({reason}).',
    zh: '集群没有应答（{reason}）。',
  },
  'runtime/cluster-unreachable:status': { en: 'status {status}', zh: '状态码 {status}' },
  'runtime/cluster-unreachable:help': {
    en: 'Check that a node runs at that address.',
    zh: '请确认该地址上有节点运行。',
  },
  'runtime/cluster-failed:no-cluster': {
    en: 'What answers at that address is no cluster.',
    zh: '该地址上应答的不是集群。',
  },
  'runtime/cluster-failed:address': { en: 'Check the address.', zh: '请核对地址。' },
  'runtime/cluster-failed:answer': {
    en: 'The cluster answers with status {status}: {answer}',
    zh: '集群返回状态码 {status}：{answer}',
  },
  'runtime/cluster-failed:register': {
    en: 'Register the services with the cluster first.',
    zh: '请先在集群中注册服务。',
  },
  'usage/refused-by-cluster': {
    en: 'The cluster refuses the call: {answer}',
    zh: '集群拒绝该调用：{answer}',
  },
  'usage/ingress': {
    en: 'The ingress of a cluster is an address, or a list of addresses.',
    zh: '集群的入口须为一个地址或多个地址。',
  },
  'usage/no-admin': {
    en: 'To list cases, the client needs the admin address of a node.',
    zh: '列出办件需要节点的管理地址。',
  },
  'usage/no-feed': {
    en: 'A cluster has no log of all cases: events behind a position are those of one case.',
    zh: '集群没有涵盖全部办件的记录：只能从某一办件的位置起接收事件。',
  },
  'usage/no-feed:help': {
    en: 'Name the case, or have the services write notices to what your processes have in common (notify).',
    zh: '请指明办件，或由服务将通知写入各进程共用之处（“notify”）。',
  },
  'runtime/listener-lagging': { en: 'The listener has fallen too far behind.', zh: '监听方落后过多。' },
  'runtime/listener-lagging:help': {
    en: 'Read the rest from the history of the cases.',
    zh: '请从办件记录中读取其余内容。',
  },
  'usage/no-notices': {
    en: 'To hear events, the client needs the notices of services that run in this process.',
    zh: '接收事件需要本进程内服务的通知。',
  },
  'usage/no-notices:help': {
    en: 'Hand createNoticeHub() to both, or give the services a notify of your own.',
    zh: '请将“createNoticeHub()”交给双方，或为服务自行提供“notify”。',
  },
});

/** Makes a message of a client of a cluster. */
export const tell = messenger(restateMessages);
