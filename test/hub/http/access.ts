import type { HubRepository } from '../model/hub-repository.ts';
import type { Context } from './context.ts';
import { HubFault, isDisabled, notAuthenticated, notPermitted, repoNotFound } from './fault.ts';
import type { HubUser, Reader } from './users.ts';

const FREE_IN_GATED = new Set(['README.md', 'LICENSE', 'LICENSE.md', 'LICENSE.txt']);

/** Whether a user may write the repository's branches. */
export const owns = (user: HubUser, repository: HubRepository): boolean => {
  const owner = repository.id.split('/')[0] ?? '';
  return user.name === owner || user.orgs.includes(owner);
};

const hasAccess = (user: HubUser | undefined, repository: HubRepository): boolean =>
  user !== undefined &&
  (owns(user, repository) || user.access.has(repository.id) || repository.plan.readers.includes(user.name));

/** Whether the reader may know that the repository exists. */
export const mayKnow = (reader: Reader, repository: HubRepository): boolean =>
  !reader.badToken && (!repository.isPrivate || hasAccess(reader.user, repository));

/** The repository, or the fault of hub-contract.md section 4 for a reader who may not know of it. */
export function knownRepository(context: Context, repository: HubRepository | undefined): HubRepository {
  const { reader } = context;
  if (reader.badToken) throw notAuthenticated();
  if (!repository || !mayKnow(reader, repository)) throw reader.user ? repoNotFound() : notAuthenticated();
  if (repository.isDisabled) throw isDisabled();
  return repository;
}

/** Throws where a gated repository keeps its files from the reader; comes before any look at revision and path. */
export function checkGate(context: Context, repository: HubRepository, path?: string): void {
  if (repository.gated === false || hasAccess(context.reader.user, repository)) return;
  if (path !== undefined && FREE_IN_GATED.has(path)) return;
  const what = `Access to ${repository.plan.type} ${repository.id} is restricted`;
  throw context.reader.user
    ? new HubFault(
        403,
        `${what} and you are not in the authorized list. Visit ${context.origin}${repository.page} to ask for access.`,
        'GatedRepo',
      )
    : new HubFault(
        401,
        `${what}. You must have access to it and be authenticated to access it. Please log in.`,
        'GatedRepo',
      );
}

/** The user of a write: known by a token that may write. The session cookie alone is not enough here. */
export function writer(context: Context): HubUser {
  const { user, by, role } = context.reader;
  if (!user || by === 'nothing') throw notAuthenticated();
  if (by === 'cookie' || (role !== 'write' && role !== 'discussions')) throw notPermitted();
  return user;
}
