import type { Protocol } from './protocol.ts';
import { Refused } from './refused.ts';

/** What the browser says of a message's sender: the part of `runtime.MessageSender` that is looked at. */
export interface Sender {
  id?: string | undefined;
  /** The page that the sender's script runs in, set by the browser. */
  url?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}

/** Who we are: the extension's id, and the origin of its pages (`chrome-extension://…`). */
export interface Self {
  id: string;
  origin: string;
}

type Context = 'hub-page' | 'extension-page';

/** The messages that the background answers, and who may send each. The others it only sends. */
export const SENDERS = {
  pageSeen: ['hub-page'],
  readPicture: ['hub-page'],
  keepPicture: ['hub-page'],
  readReport: ['hub-page', 'extension-page'],
  readPanelState: ['hub-page', 'extension-page'],
  writePanelState: ['hub-page', 'extension-page'],
  openOptions: ['hub-page', 'extension-page'],
  readExplanation: ['hub-page', 'extension-page'],
  dismissVerdicts: ['hub-page', 'extension-page'],
  restoreVerdicts: ['hub-page', 'extension-page'],
  readTab: ['extension-page'],
  readSettings: ['extension-page'],
  writeSettings: ['extension-page'],
  resetSettings: ['extension-page'],
  exportSettings: ['extension-page'],
  importSettings: ['extension-page'],
  clearCache: ['extension-page'],
  cacheSize: ['extension-page'],
  listDrafts: ['extension-page'],
  readDraft: ['extension-page'],
  createDraft: ['hub-page', 'extension-page'],
  writeDraft: ['extension-page'],
  deleteDraft: ['extension-page'],
  listLostDrafts: ['extension-page'],
  readForDraft: ['extension-page'],
  readForSpec: ['extension-page'],
  sendDraft: ['extension-page'],
  lookAgain: ['extension-page'],
  closeOwn: ['extension-page'],
  refreshDrafts: ['extension-page'],
  exportSubmissions: ['extension-page'],
  readAccount: ['extension-page'],
  saveToken: ['extension-page'],
  signIn: ['extension-page'],
  signOut: ['extension-page'],
  readOfficialBenchmarks: ['extension-page'],
  readBenchmark: ['hub-page', 'extension-page'],
  readBoard: ['hub-page', 'extension-page'],
  readBoardTop: ['hub-page'],
  readPins: ['hub-page', 'extension-page'],
  pin: ['hub-page', 'extension-page'],
  writePins: ['extension-page'],
  openCompare: ['hub-page', 'extension-page'],
  readList: ['hub-page'],
  hideChips: ['hub-page'],
  readReview: ['hub-page'],
  readHistory: ['hub-page', 'extension-page'],
  readMarks: ['hub-page'],
  showMarks: ['hub-page', 'extension-page'],
  draftFromCard: ['hub-page'],
  checkSource: ['hub-page', 'extension-page'],
  checkDraftSource: ['extension-page'],
} as const satisfies Partial<Record<keyof Protocol, readonly Context[]>>;

/** A message that the background answers. */
export type Heard = keyof typeof SENDERS;

const HUB = 'https://huggingface.co';

/** The origin of a URL; `new URL(…).origin` says "null" for extension schemes in some browsers. */
function originOf(url: string | undefined): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(url ?? '')?.[0].toLowerCase();
}

/** What kind of context a sender is; undefined for anyone we do not know. Frames of a page are nobody. */
export function contextOf(sender: Sender, self: Self): Context | undefined {
  if (sender.id !== self.id) return undefined;
  const origin = originOf(sender.url);
  if (origin === self.origin.toLowerCase()) return 'extension-page';
  if (origin === HUB && sender.tab?.id !== undefined && (sender.frameId ?? 0) === 0) return 'hub-page';
  return undefined;
}

/** Whether an address belongs to the Hub. */
export const isHubUrl = (url: string | undefined) => originOf(url) === HUB;

/** The path's segments of a Hub address, in lower case: ids are compared without case, as the Hub does. */
function segmentsOf(url: string | undefined): string[] {
  if (url === undefined || !isHubUrl(url)) return [];
  try {
    return decodeURIComponent(new URL(url).pathname).toLowerCase().split('/').filter(Boolean);
  } catch {
    // A broken percent-encoding is no repository's page.
    return [];
  }
}

/** Second segments that belong to a repository's own pages, so that a legacy id (`/gpt2/tree/main`) is told from `org/name`. */
const ROUTES = new Set('tree blob raw resolve commits commit discussions settings edit upload new'.split(' '));

/**
 * Whether the sender's tab shows a page of this repository. A legacy address (`/gpt2`) also shows the repository that
 * it redirects to (`openai-community/gpt2`): its name is the address's first segment.
 */
export function tabShows(sender: Sender, repo: string): boolean {
  const [org, name] = repo.toLowerCase().split('/');
  // After a client-side navigation one of the two may still be the old page.
  return [sender.url, sender.tab?.url].some((url) => {
    const [first, second] = segmentsOf(url);
    if (first === undefined) return false;
    const legacy = second === undefined || ROUTES.has(second);
    return (first === org && second === name) || (legacy && first === (name ?? org));
  });
}

/** Whether the sender's tab shows a page of this dataset; a legacy id (`squad`) is not the owner of `squad/name`. */
export function tabShowsDataset(sender: Sender, dataset: string): boolean {
  const [owner, name] = dataset.toLowerCase().split('/');
  return [sender.url, sender.tab?.url].some((url) => {
    const [kind, first, second] = segmentsOf(url);
    const isShown = name === undefined ? second === undefined || ROUTES.has(second) : second === name;
    return kind === 'datasets' && first === owner && isShown;
  });
}

/** Refuses a message whose sender may not send it. Throws {@link Refused}, with the reason in its text. */
export function checkSender(type: Heard, sender: Sender, self: Self): Context {
  const context = contextOf(sender, self);
  const allowed: readonly Context[] = SENDERS[type];
  if (context && allowed.includes(context)) return context;
  const who = sender.id === self.id ? (originOf(sender.url) ?? 'an unknown page') : 'another extension';
  throw new Refused(`"${type}" is not accepted from ${who}`);
}
