import { json, type Reply, text } from './reply.ts';

/** An error of the Hub's error contract, thrown by handlers. */
export class HubFault extends Error {
  readonly status: number;
  /** `X-Error-Code`: RepoNotFound, EntryNotFound, RevisionNotFound, GatedRepo. */
  readonly code: string | undefined;
  readonly headers: Reply['headers'];

  constructor(status: number, message: string, code?: string, headers: Reply['headers'] = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

const CHALLENGE = { 'www-authenticate': 'Bearer realm="Authentication required", charset="UTF-8"' };

/** What an anonymous reader gets for a missing or private repository, and anyone for a bad token. */
export const notAuthenticated = () => new HubFault(401, 'Invalid username or password.');
export const repoNotFound = () => new HubFault(404, 'Repository not found', 'RepoNotFound');
export const entryNotFound = () => new HubFault(404, 'Entry not found', 'EntryNotFound');
export const revisionNotFound = (revision: string) =>
  new HubFault(404, `Invalid rev id: ${revision}`, 'RevisionNotFound');
export const notPermitted = () =>
  new HubFault(403, 'You have read access but not the required permissions for this operation');
export const isDisabled = () => new HubFault(403, 'Access to this resource is disabled.');
export const badRequest = (message: string) => new HubFault(400, message);

/** Headers hold ASCII only: `✖` and `→` become `*`. */
const ascii = (message: string): string => message.replace(/[^\x20-\x7e]/g, '*');

/** The fault as an answer: JSON under `/api`, plain text elsewhere. */
export function faultReply(fault: HubFault, underApi: boolean): Reply {
  const headers = {
    'x-error-message': ascii(fault.message),
    ...(fault.code && { 'x-error-code': fault.code }),
    ...(fault.status === 401 && CHALLENGE),
    ...fault.headers,
  };
  return underApi ? json({ error: fault.message }, fault.status, headers) : text(fault.message, fault.status, headers);
}
