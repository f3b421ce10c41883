import type { PanelProps } from '../../components/panel/panel.tsx';
import type { Message } from '../../lib/evals/message.ts';
import type { Finding, Gap, GapReason, LoaderState, Report } from '../../lib/evals/report.ts';
import type { LoaderName } from '../../lib/evals/score.ts';
import { anEntry, aPullRequest, aReport, gptOss20b, gptOssEntries, now } from '../fixtures/reports.ts';

/** What a state changes of a finished, open panel. */
export type State = Partial<Pick<PanelProps, 'report' | 'loading' | 'failure' | 'panelState'>>;

const loaders: LoaderName[] = ['eval-results', 'main-files', 'pull-requests', 'model-card', 'model-index'];
const every = (state: LoaderState) => Object.fromEntries(loaders.map((name) => [name, state])) as Report['loaders'];

const gapsOf = (reason: GapReason, message: Message, more: Partial<Gap> = {}): Gap[] =>
  loaders.map((loader) => ({ loader, reason, message, ...more }));

/** Nothing could be read, for one reason. */
const closed = (reason: GapReason, message: Message, more: Partial<Gap> = {}): State => ({
  report: aReport({ loaders: every('gap'), gaps: gapsOf(reason, message, more) }),
});

const unreadable: Finding = {
  path: '.eval_results/mmlu-pro.yaml',
  pullRequest: 4,
  line: 2,
  code: 'S1',
  severity: 'error',
  rule: 'schema/required',
  message: { key: 'findingMissing', args: ['dataset.task_id'] },
  at: '[0].dataset.task_id',
  text: '    id: TIGER-Lab/MMLU-Pro',
  hubSays: '✖ Invalid input: expected string, received undefined\n  → at [0].dataset.task_id',
  seenBy: 'pull-requests',
};

/** LiquidAI/LFM2.5-1.2B-Instruct as the Hub's API named it on 2026-10-01. */
const liquid = aReport({
  repo: 'LiquidAI/LFM2.5-1.2B-Instruct',
  entries: [
    anEntry({
      value: '38.89',
      path: '.eval_results/gpqa.yaml',
      line: 1,
      date: '2026-01-27',
      source: { url: 'https://huggingface.co/LiquidAI/LFM2.5-1.2B-Instruct', name: 'Model Card', user: 'burtenshaw' },
    }),
    anEntry({
      dataset: 'sapbot/ask-my-agent-bench-2',
      task: 'fallback',
      value: '0.7',
      pullRequest: 17,
      path: '.eval_results/ask-my-agent-bench-2.yaml',
      date: '2026-06-23T16:59:09.000Z',
      dateIsDefault: true,
    }),
  ],
  findings: [
    {
      path: '.eval_results/pixel-art-bench-detailed.yaml',
      pullRequest: 15,
      line: null,
      code: 'S1',
      severity: 'error',
      rule: 'schema/type',
      message: { key: 'findingNotAList' },
      hubSays: '✖ Invalid input: expected array, received object',
      seenBy: 'eval-results',
    },
    unreadable,
  ],
  pullRequests: [aPullRequest(4), aPullRequest(15), aPullRequest(17)],
});

const bidi = '\u202e9.99\u202c';
const hostile = aReport({
  entries: [
    anEntry({
      value: '71.5',
      pullRequest: 7,
      notes: `<img src=x onerror=alert(1)> ${bidi} ${'a'.repeat(300)}`,
      date: '<b>soon</b>',
      source: { url: 'javascript:alert(document.domain)', name: '"><script>alert(1)</script>' },
    }),
    anEntry({
      value: '71.49999999999999999999999999999999999999999999999999999999999999999',
      pullRequest: 8,
      notes: 'high\u200b',
      source: { url: `https://${'long-'.repeat(12)}host.example/x`, name: 'x'.repeat(200) },
    }),
    anEntry({
      dataset: `${'very-long-organization-name'.repeat(3)}/${'dataset'.repeat(12)}`,
      task: `task/${'%'.repeat(80)}`,
      value: '1e400',
      pullRequest: 8,
      source: { url: 'https://user:pass@evil.example/', user: 'nobody', org: bidi },
    }),
  ],
  findings: [
    {
      ...unreadable,
      path: `.eval_results/${'deep/'.repeat(30)}${bidi}.yaml`,
      text: `<script>alert(1)</script> ${bidi} ${'y'.repeat(180)}`,
    },
  ],
  pullRequests: [aPullRequest(7, { title: `<svg onload=alert(1)> ${bidi}`, author: 'a'.repeat(90) }), aPullRequest(8)],
});

const many = aReport({
  repo: 'google/gemma-4-31B-it',
  entries: Array.from({ length: 40 }, (_, group) =>
    Array.from({ length: 5 }, (_, row) =>
      anEntry({
        dataset: `org-${group}/benchmark-${group}`,
        task: 'test',
        value: `${40 + group + row / 10}`,
        pullRequest: row + 1,
        line: row * 8 + 1,
        notes: `Run ${row}`,
        date: '2026-09-01',
      }),
    ),
  ).flat(),
});

/** Every state that the panel knows. axe looks at each of them in both themes. */
export const states: Record<string, State> = {
  full: { report: gptOss20b() },
  collapsed: { report: gptOss20b(), panelState: { collapsed: true, place: 'auto' } },
  findings: { report: liquid },
  partly: {
    report: gptOss20b({
      loaders: {
        'eval-results': 'ok',
        'main-files': 'off',
        'pull-requests': 'gap',
        'model-card': 'gap',
        'model-index': 'gap',
      },
      gaps: [
        {
          loader: 'pull-requests',
          reason: 'rate-limited',
          message: { key: 'gapRateLimited', args: ['12:04'] },
          pullRequest: 240,
          retryAt: now + 240_000,
        },
        {
          loader: 'pull-requests',
          reason: 'unexpected',
          message: { key: 'gapUnexpected' },
          pullRequest: 241,
          detail: 'GET /api/models/openai/gpt-oss-20b/discussions/241: diff is a number',
        },
      ],
      pullRequests: [aPullRequest(12, { looked: 'unread' }), aPullRequest(13, { looked: 'unread' })],
      unlistedPullRequests: 40,
    }),
  },
  stored: { report: gptOss20b({ at: now - 26 * 3_600_000, stored: true, loaders: every('pending') }), loading: true },
  offline: {
    report: gptOss20b({
      at: now - 26 * 3_600_000,
      stored: true,
      loaders: every('gap'),
      gaps: gapsOf('offline', { key: 'gapOffline' }),
    }),
  },
  empty: { report: aReport({ repo: 'meta-llama/Llama-3.2-3B-Instruct' }) },
  reading: { report: undefined, loading: true },
  gated: {
    report: aReport({
      repo: 'meta-llama/Llama-3.3-70B-Instruct',
      entries: gptOssEntries().slice(0, 2),
      loaders: {
        'eval-results': 'ok',
        'main-files': 'gap',
        'pull-requests': 'gap',
        'model-card': 'gap',
        'model-index': 'gap',
      },
      gaps: gapsOf('gated', { key: 'gapGated' }).slice(1),
      facts: { gated: 'manual' },
    }),
  },
  private: closed('sign-in', { key: 'gapSignIn' }),
  limited: closed('rate-limited', { key: 'gapRateLimited', args: ['12:04'] }, { retryAt: now + 240_000 }),
  unexpected: closed('unexpected', { key: 'gapUnexpected' }, { detail: 'evalResults[3].value is a text' }),
  failed: { report: undefined, failure: 'Extension context invalidated.' },
  hostile: { report: hostile },
  many: { report: many },
};
