import { literal } from '../messages/index.js';
import type { PlainArg } from '../messages/index.js';
import { tell, tellYaml, yamlMessages } from './messages.js';

type Key = keyof typeof yamlMessages;

let keys: ReadonlyMap<string, Key> | undefined;

/** What js-yaml says, as a message; what nobody knows of, as it is. */
export function yamlReason(reason: string): PlainArg {
  keys ??= new Map(Object.entries(yamlMessages).map(([key, { en }]) => [en, key as Key]));
  const key = keys.get(reason);
  if (key !== undefined) return tellYaml(key);
  const [, name] = /^tag name cannot contain such characters: (.*)$/s.exec(reason) ?? [];
  if (name !== undefined) return tell('yaml.tag-name', { name: literal(name) });
  const [, declared] = /^there is a previously declared suffix for "(.*)" tag handle$/s.exec(reason) ?? [];
  if (declared !== undefined) return tell('yaml.suffix-declared-before', { handle: declared });
  const [, handle] = /^undeclared tag handle "(.*)"$/s.exec(reason) ?? [];
  return handle === undefined ? literal(reason) : tell('yaml.undeclared-tag-handle', { handle });
}
