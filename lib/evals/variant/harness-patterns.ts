import { inText, type Pattern, words } from './pattern.ts';

/** The runners, agents and frameworks that cards and files name; the value is how we call them. */
const harnesses: readonly (readonly [name: string, words: string])[] = [
  ['mini-swe-agent', 'mini[- _]?swe[- _]?agent'],
  ['live-swe-agent', 'live[- ]swe[- ]agent'],
  ['iswe-agent', 'iswe[- ]agent'],
  ['swe-agent', 'swe[- _]agent'],
  ['openhands', 'open[- ]?hands'],
  ['claude-code', 'claude[- ]?code'],
  ['codex', 'codex(?: cli)?'],
  ['opencode', 'open[- ]?code'],
  ['droid', '(?:factory )?droid'],
  ['terminus-kira', 'terminus[- ]kira'],
  ['terminus-2', 'terminus[- _]?(?:2|ii)'],
  ['terminus-1', 'terminus[- _]?(?:1|i)'],
  ['terminus', 'terminus(?![- _]?[\\di])'],
  ['agentless', 'agentless'],
  ['moatless', 'moatless(?:[- ]tools)?'],
  ['aider', 'aider'],
  ['goose', 'goose'],
  ['trae', 'trae(?:[- ]agent)?'],
  ['warp', 'warp'],
  ['augment', 'augment(?: code)?'],
  ['bash-only', 'bash[- ]only'],
  ['cline', 'cline'],
  ['gemini-cli', 'gemini[- ]cli'],
  ['qwen-code', 'qwen[- ]code'],
  ['kimi-cli', 'kimi[- ]cli'],
  ['r2e-gym', 'r2e[- ]gym'],
  ['harbor', 'harbor'],
  ['lighteval', 'lighteval'],
  ['lm-eval', 'lm[- _]?eval(?:uation)?(?:[- _]harness)?'],
  ['simple-evals', 'simple[- _]evals'],
  ['evalscope', 'evalscope'],
  ['opencompass', 'opencompass'],
  ['inspect', 'inspect(?:[- _](?:ai|evals))'],
  ['nemo-evaluator', 'nemo[- ]evaluator'],
  ['vlmevalkit', 'vlmevalkit'],
  ['lmms-eval', 'lmms[- ]eval'],
  ['helm', 'helm'],
  ['evalplus', 'evalplus'],
  ['mteb', 'mteb'],
  ['matharena', 'math[- ]?arena'],
  ['artificial-analysis', 'artificial[- ]analysis'],
  ['epoch', 'epoch ai'],
];

const harnessWord = '(?:agent|scaffold(?:ing)?|harness|framework|sdk|cli|runs?)';

/** Who ran it with what: agent, scaffold, framework. */
export const harnessPatterns: readonly Pattern[] = [
  {
    kind: 'harness',
    find: words(`(?:in[- ]house|internal|own|custom|proprietary)(?: \\w+)? ${harnessWord}|in[- ]house`),
    value: 'in-house',
  },
  ...harnesses.map(
    ([name, source]): Pattern => ({
      kind: 'harness',
      find: words(
        `(?:(?:agent|scaffold|harness)\\s*[:=]\\s*|(?:obtained )?(?:using|with|via|on) )?${source}(?: v?\\d+(?:\\.\\d+)+)?(?: ${harnessWord}){0,2}`,
      ),
      value: name,
      fields: inText,
    }),
  ),
  {
    kind: 'harness',
    find: words(
      'official(?: [\\w-]+){0,2}? (?:harness|evaluation|eval|run|leaderboard|scaffold|results?)(?: results?)?|official',
    ),
    value: 'official',
    fields: inText,
  },
  {
    kind: 'harness',
    find: words('agent(?:ic)?[- ]mode'),
    value: 'agent',
  },
  {
    kind: 'harness',
    find: words(`(?:agent|scaffold|harness)\\s*[:=]\\s*([a-z][\\w.+-]*(?: [\\w.+-]+)?)`),
    value: (m) => m[1]?.toLowerCase().replace(/ /g, '-'),
  },
  {
    kind: 'harness',
    find: words('([a-z][\\w.+-]*)[- ](?:scaffold|harness)'),
    value: (m) =>
      /^(?:the|a|an|our|same|this|other|with|via|and|own)$/i.test(m[1] ?? '') ? undefined : m[1]?.toLowerCase(),
  },
];
