import type { Problem } from '../../lib/draft/problem.ts';
import type { Review, ReviewedScore } from '../../lib/draft/review.ts';
import type { Finding } from '../../lib/evals/report.ts';
import type { Say } from '../../lib/evals/say.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';

const MARKS = {
  error: { key: 'reviewLevelError', path: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4ZM8 4.8v4M8 11v.2' },
  warning: { key: 'reviewLevelWarning', path: 'M8 2.6 14.4 13.6H1.6ZM8 6.6v3.2M8 11.6v.2' },
  notice: { key: 'reviewLevelNotice', path: 'M8 2.2a5.8 5.8 0 1 0 .01 0ZM8 7.4v3.4M8 5.2v.2' },
} as const;

const SVG = 'http://www.w3.org/2000/svg';

function element(tag: string, className: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** Somebody else's words, with their direction kept to themselves. */
const foreign = (text: string, most = 240) => element('bdi', '', visibleText(text, most));

function problem(level: Problem['level'], text: string, say: Say): HTMLElement {
  const { key, path } = MARKS[level];
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: '14',
    height: '14',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  const drawn = document.createElementNS(SVG, 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  const mark = element('span', level, svg, element('span', 'word', ` ${say(key)}`));
  return element('li', 'problem', element('div', '', mark, ' ', foreign(text, 600)));
}

function scoreItem({ score, problems }: ReviewedScore, say: Say): HTMLElement {
  const { valueText, dataset, task, notes } = score;
  const claim = element(
    'div',
    '',
    element('span', 'value', visibleText(valueText, 24)),
    ' ',
    foreign(`${dataset} · ${task}`),
  );
  const setup = element('div', 'meta', foreign(notes ?? say('panelNoSetup')));
  const list =
    problems.length > 0
      ? element('ul', '', ...problems.map(({ level, message }) => problem(level, say(message), say)))
      : element('div', 'meta', say('reviewNothing'));
  return element('li', '', claim, setup, list);
}

function findingItem({ path, line, message, severity }: Finding, say: Say): HTMLElement {
  const place = element('div', 'meta', foreign(line === null ? path : `${path}:${line}`));
  const level = severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'notice';
  return element('li', '', place, element('ul', '', problem(level, say(message), say)));
}

/** How many points of a review ask for something. */
const pointsOf = ({ scores, findings }: Review) =>
  findings.length + scores.flatMap(({ problems }) => problems).filter(({ level }) => level !== 'notice').length;

/**
 * The review as one line that opens; its comment is copied in one click, or shown where the browser does not copy.
 * @param comment the review as a text to post
 */
export function drawReview(
  review: Review,
  comment: string,
  say: Say,
  copy: (text: string) => Promise<void>,
): HTMLElement {
  const points = pointsOf(review);
  const heading = `${say('reviewTitle')} · ${say('panelScores', review.scores.length)} · ${points > 0 ? say('reviewProblems', points) : say('reviewNoProblems')}`;
  const title = element('button', 'title', heading) as HTMLButtonElement;
  const body = element('div', 'body');
  body.hidden = true;
  title.setAttribute('aria-expanded', 'false');
  const open = (shown: boolean) => {
    body.hidden = !shown;
    title.setAttribute('aria-expanded', String(shown));
  };
  title.addEventListener('click', () => open(body.hidden === true));

  const said = element('p', 'said meta');
  said.setAttribute('role', 'status');
  const button = element('button', 'copy', say('reviewCopy')) as HTMLButtonElement;
  button.addEventListener('click', async () => {
    const copied = await copy(comment).then(
      () => true,
      () => false,
    );
    said.textContent = say(copied ? 'reviewCopied' : 'reviewByHand');
    if (copied || body.querySelector('textarea')) return;
    const text = element('textarea', '') as HTMLTextAreaElement;
    text.readOnly = true;
    text.value = comment;
    text.setAttribute('aria-label', say('reviewCopy'));
    said.after(text);
    text.select();
  });

  body.append(
    element('p', 'meta', say('reviewCompared', review.compared)),
    element(
      'ul',
      'scores',
      ...review.scores.map((one) => scoreItem(one, say)),
      ...review.findings.map((finding) => findingItem(finding, say)),
    ),
  );
  if (review.gaps.length > 0) {
    const gaps = review.gaps.map((gap) => element('li', 'meta', foreign(say(gap))));
    body.append(element('p', 'meta', say('reviewIncomplete')), element('ul', '', ...gaps));
  }
  body.append(button, said, element('p', 'meta', say('reviewHint')));
  const section = element('section', 'review', title, body);
  section.setAttribute('aria-label', say('reviewTitle'));
  section.tabIndex = -1;
  section.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || body.hidden) return;
    open(false);
    title.focus();
  });
  return section;
}
