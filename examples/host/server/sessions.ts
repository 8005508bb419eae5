import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import cookie from '@fastify/cookie';

/** Who is signed in: a person who applies, or a clerk of an authority. */
export type Session = { kind: 'person'; id: string } | { kind: 'authority'; id: string };

const name = 'session';

/** A request that is refused, with the status of the answer. */
export class Refused extends Error {
  readonly statusCode: number;
  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/**
 * Sessions in a signed cookie that no script can read and no other site can send. Requests that change something must
 * come from a page of this host.
 */
export async function useSessions(app: FastifyInstance, secret: string): Promise<void> {
  await app.register(cookie, { secret });
  app.addHook('onRequest', (request, _reply, done) => {
    const { origin, host } = request.headers;
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading && (origin === undefined || originHost(origin) !== host)) {
      done(new Refused(403, 'This request comes from another site.'));
    } else done();
  });
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Signs somebody in. */
export function openSession(reply: FastifyReply, session: Session): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', signed: true } as const;
  reply.setCookie(name, JSON.stringify(session), options);
}

/** Signs out. */
export function closeSession(reply: FastifyReply): void {
  reply.clearCookie(name, { path: '/' });
}

/** Who sends this request, if anybody is signed in. */
export function sessionOf(request: FastifyRequest): Session | undefined {
  const sent = request.cookies[name];
  const { valid, value } = sent === undefined ? { valid: false, value: null } : request.unsignCookie(sent);
  return valid && value !== null ? (JSON.parse(value) as Session) : undefined;
}

/**
 * The id of the person, or of the authority, that sends this request.
 * @throws Refused 401 where nobody is signed in, 403 where somebody of the other kind is
 */
export function signedIn(request: FastifyRequest, kind: Session['kind']): string {
  const session = sessionOf(request);
  if (session === undefined) throw new Refused(401, 'Sign in first.');
  if (session.kind !== kind) throw new Refused(403, 'This page is for others.');
  return session.id;
}
