import type { PullRequest } from '../../lib/evals/report.ts';
import type { Score } from '../../lib/evals/score.ts';
import { draftStart } from '../../lib/evals/view/draft-start.ts';
import { boardUrl, fileUrl, pullRequestOf, pullRequestUrl, safeLink } from '../../lib/evals/view/links.ts';
import { rowText } from '../../lib/evals/view/markdown.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { useSay } from '../ui/say.tsx';
import { usePanel } from './panel-context.tsx';

interface RowMenuProps {
  score: Score;
  pullRequests: readonly PullRequest[];
  onHowWeKnow: () => void;
}

const inRow = { tabIndex: -1, 'data-roving': '' } as const;

/** What can be done with one score: see where it stands, whence it comes, and take it along. */
export function RowMenu({ score, pullRequests, onHowWeKnow }: RowMenuProps) {
  const say = useSay();
  const { repo, mainSha, copy, showInCard, startDraft } = usePanel();
  const items = (): MenuItem[] => {
    const links: MenuItem[] = [];
    const add = (label: string, href: string | undefined, note?: string) => {
      if (href) links.push({ label, href, ...(note && { note }) });
    };
    for (const origin of score.origins) {
      const head = origin.pullRequest === undefined ? mainSha : pullRequestOf(pullRequests, origin.pullRequest)?.head;
      const where = origin.pullRequest === undefined ? say('panelFactOnMain') : `#${origin.pullRequest}`;
      add(say('panelOpenFile'), fileUrl(repo, origin, head), where);
      if (origin.pullRequest !== undefined) {
        add(say('panelOpenPullRequest', `${origin.pullRequest}`), pullRequestUrl(repo, origin.pullRequest));
      }
    }
    add(say('panelOpenBoard'), boardUrl(score.dataset, score.task, repo));
    const source = score.source && safeLink(score.source.url);
    add(say('panelOpenSource'), source?.href, source?.host);
    return [
      { label: say('panelHowWeKnow'), onChoose: onHowWeKnow },
      ...(score.origins.some(({ cell }) => cell?.table)
        ? [{ label: say('panelShowInCard'), onChoose: () => showInCard(score.id) }]
        : []),
      ...links,
      { label: say('panelStartDraft'), onChoose: () => startDraft([draftStart(score, repo, mainSha)]) },
      { label: say('panelCopyRow'), onChoose: () => copy(rowText(score, repo, say)) },
    ];
  };
  return <Menu label={say('panelRowMenu', score.valueText)} items={items} buttonProps={inRow} />;
}
