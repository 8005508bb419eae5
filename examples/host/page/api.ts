import type { JsonObject, JsonValue, Plan, Text } from 'onething';
import type { Answer, CaseView, Receipt } from 'onething/runtime';

/** Whoever may sign in, and what is offered. */
export interface Start {
  session: { kind: 'person' | 'authority'; id: string } | null;
  people: { id: string; title: string }[];
  authorities: { id: string; title: Text }[];
  services: { id: string; title?: Text }[];
}

/** An application of the person who is signed in. */
export interface ApplicationView {
  id: string;
  bundle: string;
  number: number | null;
  answers: JsonObject;
  known: JsonObject;
  case?: CaseView;
}

/** A task on the desk of an authority. */
export interface Task {
  id: number;
  number: number;
  bundle: string;
  title?: Text;
  received: string;
  due?: string;
  overdue?: true;
}

/** A task with what the authority was given, and what it yields. */
export interface TaskView extends Task {
  input: JsonObject;
  names: string[];
  output: JsonValue;
}

/** What the server says when it does not do what it was asked. */
export class Failure extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const isFile = body instanceof FormData;
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    ...(body === undefined || isFile ? {} : { headers: { 'content-type': 'application/json' } }),
  });
  const answer = (await response.json()) as T & { message?: string };
  // A refusal is an answer, too: it says what to put right.
  if (!response.ok && response.status !== 422) throw new Failure(response.status, answer.message ?? '');
  return answer;
}

const application = (id: string): string => `/api/applications/${encodeURIComponent(id)}`;

/** The calls of the host's interface. */
export const api = {
  start: () => call<Start>('GET', '/api/start'),
  signIn: (kind: string, id: string) => call('POST', '/api/session', { kind, id }),
  signOut: () => call('DELETE', '/api/session'),
  plan: (bundle: string) => call<Plan>('GET', `/api/services/${encodeURIComponent(bundle)}`),
  applications: () =>
    call<(Omit<ApplicationView, 'answers' | 'known'> & { changed: string })[]>('GET', '/api/applications'),
  begin: (bundle: string) => call<{ id: string }>('POST', '/api/applications', { bundle }),
  application: (id: string) => call<ApplicationView>('GET', application(id)),
  keep: (id: string, answers: JsonObject) => call('PUT', `${application(id)}/answers`, answers),
  submit: (id: string, answers: JsonObject) =>
    call<Receipt & { number?: number }>('POST', `${application(id)}/submission`, answers),
  fill: (id: string, step: string, answers: JsonObject) =>
    call<Receipt>('POST', `${application(id)}/form`, { step, answers }),
  supplement: (id: string, step: string, returned: number, values: JsonObject) =>
    call<Receipt>('POST', `${application(id)}/supplement`, { step, returned, values }),
  deliver: (id: string, step: string, place: string, value: JsonValue) =>
    call<Receipt>('POST', `${application(id)}/delivery`, { step, place, value }),
  withdraw: (id: string, step?: string) => call<Receipt>('POST', `${application(id)}/withdrawal`, { step }),
  discard: (id: string) => call('DELETE', application(id)),
  events: (id: string) => new EventSource(`${application(id)}/events`),
  tasks: () => call<Task[]>('GET', '/api/tasks'),
  task: (id: string) => call<TaskView>('GET', `/api/tasks/${id}`),
  decide: (id: number, answer: Answer) => call<Receipt>('POST', `/api/tasks/${id}`, answer),
  upload: (file: File) => {
    const body = new FormData();
    body.append('file', file);
    return call<{ id: string; name: string; type: string; size: number; sha256: string }>(
      'POST',
      '/api/files',
      body,
    );
  },
};
