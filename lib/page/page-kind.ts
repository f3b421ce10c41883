import type { PageSeen } from '../messaging/protocol.ts';

/** What the URL alone says of a page; the page's own header may know better ({@link seenPage}). */
export type PageAddress = Omit<PageSeen, 'facts'>;

const words = (text: string) => new Set(text.split(' '));

/** First segments that are the Hub's own pages, never a user or organization. */
const RESERVED = words(
  'models datasets spaces collections blog docs pricing enterprise tasks chat posts papers settings login join logout ' +
    'new search organizations notifications welcome inference security terms-of-service privacy huggingface api oauth ' +
    'integrations partners learn agents auth brand terms buckets kernels subscribe front',
);

/** Second segments that belong to a user or organization, not to a model of theirs. */
const OF_ORGANIZATION = words(
  'models datasets spaces collections papers activity followers following likes posts articles buckets kernels ' +
    'community-articles discussions-feed members',
);

const TABS: Record<string, NonNullable<PageSeen['tab']>> = {
  tree: 'files',
  blob: 'files',
  blame: 'files',
  raw: 'files',
  resolve: 'files',
  commits: 'files',
  commit: 'files',
  edit: 'files',
  upload: 'files',
  new: 'files',
  delete: 'files',
  discussions: 'community',
  settings: 'settings',
};

/** Routes below a repository, by which `/gpt2/tree/main` is told from `/org/name`. */
const isRoute = (segment: string) => Object.hasOwn(TABS, segment);

/** Routes that datasets and spaces have besides. */
const OTHER_ROUTES = words('viewer embed duplicate logs app');

/**
 * Whether a text is a repository's id, as the Hub's own client validates it (`validate_repo_id` of huggingface_hub):
 * an optional namespace, word characters, `-` and `.`, no `--` and no `..`, at most 96 characters a part.
 */
export function isRepoId(id: string): boolean {
  return (
    /^(?:\b[\w\-.]{1,96}\b\/)?\b[\w\-.]{1,96}\b$/.test(id) &&
    !id.includes('--') &&
    !id.includes('..') &&
    !id.endsWith('.git')
  );
}

/** The decoded path segments; undefined when the percent-encoding is broken or hides a slash. */
function segmentsOf(url: URL): string[] | undefined {
  try {
    const segments = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    return segments.slice(0, 3).some((segment) => segment.includes('/')) ? undefined : segments;
  } catch {
    return undefined;
  }
}

/** The tab that a route below a repository belongs to; no route is the card. */
export const tabOf = (route: string | undefined): NonNullable<PageSeen['tab']> =>
  route === undefined ? 'card' : (isRoute(route) && TABS[route]) || 'other';

function repository(kind: 'model' | 'dataset' | 'space', repo: string, route: string | undefined): PageAddress {
  return isRepoId(repo) ? { kind, repo, tab: tabOf(route) } : { kind: 'other' };
}

/** `/datasets/…` and `/spaces/…`, without that first segment. */
function listed(kind: 'dataset' | 'space', [first, second, route]: string[]): PageAddress {
  if (first === undefined) return { kind: 'list' };
  const legacy = second === undefined || isRoute(second) || OTHER_ROUTES.has(second);
  return legacy ? repository(kind, first, second) : repository(kind, `${first}/${second}`, route);
}

/** One segment: a model of the time before namespaces (`/gpt2`), or whoever has that name. */
function single(name: string): PageAddress {
  // Names of users and organizations have no dot and no underscore; what has one can only be an old model id.
  // For the others the address does not tell, and nearly all are people: the header says when it is a model.
  return /[._]/.test(name) && isRepoId(name) ? { kind: 'model', repo: name, tab: 'card' } : { kind: 'organization' };
}

/**
 * Reads a page's kind, repository and tab from its URL (`../shared/hub-contract.md` section 9). Never throws: what is
 * not understood is `other`.
 */
export function pageKind(href: string): PageAddress {
  const url = URL.parse(href);
  const segments = url?.protocol === 'https:' && url.hostname === 'huggingface.co' ? segmentsOf(url) : undefined;
  const [first, second, route] = segments ?? [];
  if (!segments || first === undefined) return { kind: 'other' };
  if (first === 'datasets') return listed('dataset', segments.slice(1));
  if (first === 'spaces') return listed('space', segments.slice(1));
  if (first === 'models') return { kind: second === undefined ? 'list' : 'other' };
  // The Hub's own organization is the one reserved word with models below it.
  if (RESERVED.has(first) && first !== 'huggingface') return { kind: 'other' };
  if (second === undefined) return single(first);
  if (isRoute(second)) return repository('model', first, second);
  if (OF_ORGANIZATION.has(second)) return { kind: 'organization' };
  return repository('model', `${first}/${second}`, route);
}
