import { browser } from 'wxt/browser';
import type { Report } from '../evals/report.ts';
import { browserSay, type Say } from '../evals/say.ts';

/** White on this amber is 5.0 : 1, on this grey 7.6 : 1 (WCAG contrast). */
const AMBER = '#b45309';
const GREY = '#4b5563';

/** What the toolbar shows for a tab. */
export interface Badge {
  text: string;
  colour: string;
  title: string;
}

let known: Say | undefined;

/** The browser's language, which does not change while it runs. */
const say = (): Say => {
  known ??= browserSay(
    // The catalogue's keys are not in the browser's list of known names.
    (key, substitutions) => browser.i18n.getMessage(key as never, substitutions),
    browser.i18n.getUILanguage(),
  );
  return known;
};

/** The number of scores, amber where scores of one group differ; the title says both in words. */
export function badgeOf(report: Report, words = say()): Badge {
  const scores = report.groups.reduce((sum, group) => sum + group.scores.length, 0);
  const differing = report.groups.filter(({ standing }) => standing === 'differs' || standing === 'scale').length;
  const finished = !Object.values(report.loaders).includes('pending');
  if (scores === 0) {
    const unread = report.loaders['eval-results'] === 'gap';
    return { text: '', colour: GREY, title: finished ? words(unread ? 'badgeUnread' : 'badgeNone') : '' };
  }
  const title = words('badgeScores', scores);
  return {
    // Four characters are what a toolbar has room for.
    text: scores > 999 ? '999+' : String(scores),
    colour: differing > 0 ? AMBER : GREY,
    title: differing > 0 ? `▲ ${title} · ${words('badgeDiffer', differing)}` : title,
  };
}

/** Manifest 2, which the Firefox build is, calls it `browserAction`. */
export const toolbar = () => browser.action ?? browser.browserAction;

/** Shows a badge on a tab; without one the tab looks as if we had nothing to say. A closed tab is no error. */
export async function showBadge(tabId: number, badge?: Badge): Promise<void> {
  const action = toolbar();
  const { text = '', colour = GREY, title = '' } = badge ?? {};
  const calls = [action.setBadgeText({ tabId, text }), action.setTitle({ tabId, title })];
  if (text) calls.push(action.setBadgeBackgroundColor({ tabId, color: colour }));
  await Promise.allSettled(calls);
}
