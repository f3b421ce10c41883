import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  begun,
  inTab,
  living,
  page,
  popup,
  repo,
  send,
  startBrowser,
  startWorker,
  world,
} from '../../test/fixtures/background.ts';
import { gptOss20b } from '../../test/fixtures/reports.ts';
import { defaultThresholds } from '../evals/checks/thresholds.ts';
import type { Report } from '../evals/report.ts';

beforeEach(startBrowser);

const hle = ({ groups }: Report) => groups.find(({ dataset }) => dataset === 'cais/hle')!;
const nameOf = ({ a, b, code }: Report['groups'][number]['verdicts'][number]) => ({ a, b, code });

/** A panel in tab 1 that has its report. */
async function shown(): Promise<Report> {
  world.panels.add(1);
  await send('pageSeen', page, inTab(1));
  const reading = send('readReport', { repo }, inTab(1));
  (await begun(1)).end(gptOss20b({ at: world.time }));
  await living('document-1');
  return reading;
}
const lastToTab = () => world.toTabs.findLast(({ type }) => type === 'reportGrew')?.data as Report;

describe('what is behind a verdict', () => {
  it('is told to the tab that shows it, and to our own pages', async () => {
    const [verdict] = hle(await shown()).verdicts;
    for (const sender of [inTab(1), popup]) {
      const explanation = await send('readExplanation', { repo, ...nameOf(verdict!) }, sender);
      expect(explanation).toMatchObject({ a: verdict!.a, b: verdict!.b, noise: { n: 2500 } });
      expect(explanation?.dots).toHaveLength(6);
    }
  });

  it('is there for a worker that has just been woken', async () => {
    const [verdict] = hle(await shown()).verdicts;
    await startWorker();
    expect(await send('readExplanation', { repo, ...nameOf(verdict!) }, inTab(1))).toMatchObject({ a: verdict!.a });
  });

  it('is nothing for two that are not there, and refused for another repository', async () => {
    await shown();
    const name = { a: 'x', b: 'y', code: 'N1' };
    expect(await send('readExplanation', { repo, ...name }, inTab(1))).toBeUndefined();
    for (const type of ['readExplanation', 'dismissVerdicts', 'restoreVerdicts'] as const) {
      const data = type === 'readExplanation' ? { repo: 'a/b', ...name } : { repo: 'a/b', verdicts: [name] };
      await expect(send(type, data, inTab(1))).rejects.toMatchObject({ name: 'Refused' });
    }
    await expect(send('dismissVerdicts', { repo, verdicts: [{ ...name, code: 'rm' }] }, inTab(1))).rejects.toThrow(
      /unreadable data/,
    );
  });
});

describe('a verdict that is put away', () => {
  it('no longer counts, in the panel and for whoever asks later, until it is had back', async () => {
    const report = await shown();
    const [loudest] = hle(report).verdicts;
    await send('dismissVerdicts', { repo, verdicts: [nameOf(loudest!)] }, inTab(1));
    expect(hle(lastToTab()).verdicts[0]).toMatchObject({ ...nameOf(loudest!), dismissed: true });
    await startWorker();
    expect(hle(await send('readReport', { repo }, inTab(1))).verdicts[0]).toHaveProperty('dismissed', true);
    await send('restoreVerdicts', { repo, verdicts: [nameOf(loudest!)] }, inTab(1));
    expect(hle(lastToTab())).toEqual(hle(report));
  });

  it('takes the amber from the toolbar when nothing else differs', async () => {
    const report = await shown();
    const title = vi.spyOn(fakeBrowser.action, 'setTitle');
    const verdicts = report.groups.flatMap((group) => group.verdicts).map(nameOf);
    await send('dismissVerdicts', { repo, verdicts }, inTab(1));
    expect(title).toHaveBeenLastCalledWith({ tabId: 1, title: 'badgeScores_other' });
  });
});

describe('the reader’s thresholds', () => {
  it('judge the report anew, at once and for whoever asks later', async () => {
    const report = await shown();
    const gpqa = ({ groups }: Report) => groups.find(({ dataset }) => dataset === 'Idavidrein/gpqa')!;
    const pair = (seen: Report, x: string, y: string) => {
      const { scores, verdicts } = gpqa(seen);
      const ids = [x, y].map((text) => scores.find(({ valueText }) => valueText === text)!.id);
      return verdicts.find(({ a, b }) => ids.includes(a) && ids.includes(b) && a !== b)!;
    };
    // 71.5 and 74.2 on GPQA Diamond, pull requests 233 and 234: 2.7 points, 5 of 198 questions.
    expect(pair(report, '71.5', '74.2').severity).toBe('info');
    const thresholds = { ...defaultThresholds, rule: 'points' as const, fixedPoints: 2 };
    await send('writeSettings', { thresholds }, popup);
    await vi.waitFor(() => expect(pair(lastToTab(), '71.5', '74.2').severity).toBe('notice'));
    await startWorker();
    expect(pair(await send('readReport', { repo }, inTab(1)), '71.5', '74.2').severity).toBe('notice');
    await send('resetSettings', undefined, popup);
    await vi.waitFor(() => expect(lastToTab().groups).toEqual(report.groups));
  });
});
