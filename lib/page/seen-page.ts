import type { PageFacts, PageSeen } from '../messaging/protocol.ts';
import { pageKind, tabOf } from './page-kind.ts';

/**
 * What a page is, from its address and its header. The header is the truth over the address. But after a client-side
 * navigation an unchanged header (`stale`) may still be that of the page before: then the two must agree.
 */
export function seenPage(href: string, facts?: PageFacts, stale = false): PageSeen {
  const address = pageKind(href);
  if (!facts?.repo || address.kind === 'dataset' || address.kind === 'space' || address.kind === 'list') return address;
  const [first, second, ...rest] = URL.parse(href)?.pathname.split('/').filter(Boolean) ?? [];
  const known = facts.repo.toLowerCase();
  const agrees = [first, `${first}/${second}`].some((id) => {
    const wanted = id?.toLowerCase();
    return wanted === known || wanted === known.split('/')[1];
  });
  if (stale && !agrees) return address;
  return { kind: 'model', repo: facts.repo, tab: address.tab ?? tabOf(second && rest[0]), facts };
}
