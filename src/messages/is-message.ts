import { isObject } from '../base/index.js';
import type { Message } from './argument.js';
import { isListStyle } from './list-in-words.js';

/** A message of ours is less deep. */
const deepest = 12;

/** Is it a message? One that comes from a log, a wire or another program may be anything. */
export function isMessage(value: unknown): value is Message {
  return isMessageWithin(value, deepest);
}

function isMessageWithin(value: unknown, depth: number): boolean {
  if (depth === 0 || !isObject(value)) return false;
  const { code, variant, message, args } = value as Record<string, unknown>;
  if (!isText(code) || !isText(message) || !(variant === undefined || isText(variant))) return false;
  return isObject(args) && Object.values(args).every((arg) => isArg(arg, depth - 1));
}

function isArg(value: unknown, depth: number): boolean {
  if (isText(value) || typeof value === 'number') return true;
  if (!isObject(value)) return false;
  const { literal, name, text, list, by } = value as Record<string, unknown>;
  if (literal !== undefined) return isText(literal);
  if (name !== undefined) return isText(name);
  if (text !== undefined) return isText(text) || (isObject(text) && Object.values(text).every(isText));
  if (list === undefined) return isMessageWithin(value, depth);
  return Array.isArray(list) && isListStyle(by) && list.every((part) => isArg(part, depth - 1));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
