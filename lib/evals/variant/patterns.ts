import type { VariantTag } from '../score.ts';

type Field = VariantTag['from'];

/** One way that people write one thing about a setup. */
export interface Pattern {
  kind: VariantTag['kind'];
  find: RegExp;
  /** The normalised value; undefined leaves the words unread. */
  value: string | ((match: RegExpExecArray) => string | undefined);
  /** Fields that it is trusted in; everywhere but in paths and source names unless it says more. */
  fields?: readonly Field[];
}

const everywhere: readonly Field[] = ['notes', 'path', 'source', 'row', 'header', 'footnote'];
const inText: readonly Field[] = ['notes', 'source', 'row', 'header', 'footnote'];

// Letters and digits end a word here, underscores do not: pipeline and file names are made of underscores.
const start = '(?<![a-z0-9])';
const end = '(?![a-z0-9])';
const words = (source: string) => new RegExp(start + source + end, 'gi');

const group = (index: number) => (match: RegExpExecArray) => match[index]?.toLowerCase();

/** `128K`, `131072`, `1M` in thousands of tokens, as `128k`. */
function thousands(text: string): string {
  const number = Number.parseFloat(text.replace(/,/g, ''));
  if (/m$/i.test(text)) return `${number * 1000}k`;
  if (/k$/i.test(text)) return `${number}k`;
  return `${Math.round(number / 1024)}k`;
}

/** The runners, agents and frameworks that cards and files name; the value is how we call them. */
export const harnesses: readonly (readonly [name: string, words: string])[] = [
  ['mini-swe-agent', 'mini[- _]?swe[- _]?agent'],
  ['swe-agent', 'swe[- _]agent'],
  ['openhands', 'open[- ]?hands'],
  ['claude-code', 'claude[- ]?code'],
  ['codex', 'codex(?: cli)?'],
  ['opencode', 'open[- ]?code'],
  ['droid', '(?:factory )?droid'],
  ['terminus-2', 'terminus[- _]?(?:2|ii)'],
  ['terminus-1', 'terminus[- _]?(?:1|i)'],
  ['terminus', 'terminus(?![- _]?[\\di])'],
  ['agentless', 'agentless'],
  ['moatless', 'moatless(?:[- ]tools)?'],
  ['aider', 'aider'],
  ['goose', 'goose'],
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
const mode = '(?:[- ]?mode)?';
const efforts = 'minimal|low|medium|mid|high|x[- ]?high|extra[- ]high|max(?:imum)?';

function effort(match: RegExpExecArray): string | undefined {
  const said = (match[1] ?? match[2])?.toLowerCase().replace(/[- ]/g, '');
  if (said === 'mid') return 'medium';
  if (said === 'maximum') return 'max';
  return said === 'extrahigh' ? 'xhigh' : said;
}

/** What the words say of the setup, the more telling pattern first; each takes its words away from those after it. */
export const patterns: readonly Pattern[] = [
  // Judges first: their own effort and tools are not the model's.
  { kind: 'judge', find: words('(?:no|without(?: an?)?) (?:llm[- ])?(?:judge|grader)'), value: 'none' },
  {
    kind: 'judge',
    find: words('(?:judged|graded|scored) (?:by|with) ([\\w./-]*\\d[\\w./-]*\\w|[a-z][\\w.-]+)(?: \\((?:\\w+)\\))?'),
    value: group(1),
  },
  { kind: 'judge', find: words('(?:judge|grader)(?: model)?\\s*[:=]\\s*([\\w./-]+\\w)'), value: group(1) },
  { kind: 'judge', find: words('([\\w./-]*\\w)(?: as (?:the |a )?(?:llm[- ])?(?:judge|grader))'), value: group(1) },
  {
    kind: 'judge',
    find: words('((?:gpt|o\\d|claude|gemini|qwen|deepseek|llama|glm|kimi)[\\w./-]*) (?:judge|grader)'),
    value: group(1),
  },

  // What was *not* done, said for contrast.
  {
    kind: 'tools',
    find: words('(?:not|unlike|instead of|rather than) (?:the )?no[- ]tools?(?: \\w+)?'),
    value: 'with',
  },
  {
    kind: 'tools',
    find: words(
      '(?:no|without(?: any)?|w\\/o|wo|non)[- _]?tools?(?:[- _]use)?|tools?(?:[- _]use)?\\s*[:=]\\s*(?:no|none|off|false)|tools? (?:disabled|off)|tool[- ]free|closed[- ]book',
    ),
    value: 'none',
    fields: everywhere,
  },
  {
    kind: 'tools',
    find: words(
      '(?:(?:with|w\\/) )?(?:tools?(?: use)? )?\\(?(?:python|code(?: interpreter)?) ?(?:\\+|and|&|,) ?(?:web )?(?:search|browsing)\\)?',
    ),
    value: 'python+search',
    fields: everywhere,
  },
  {
    kind: 'tools',
    find: words(
      '(?:with|w\\/)[- _](?:tools? )?\\(?(?:web[- ]?)?(?:search|browsing|browser)(?: tools?)?\\)?|web[- ]search|search (?:on|enabled)',
    ),
    value: 'search',
    fields: everywhere,
  },
  {
    kind: 'tools',
    find: words('(?:with|w\\/)[- _]?(?:tools? )?\\(?(?:python|code[- ]interpreter)(?: tools?)?\\)?|python tools?'),
    value: 'python',
    fields: everywhere,
  },
  { kind: 'tools', find: words('(?:no|without|w\\/o) (?:web[- ])?(?:search|browsing|python)'), value: 'none' },
  {
    kind: 'tools',
    find: words(
      '(?:with|w\\/|using)[- _]?(?:the[- _])?tools?(?:[- _](?:use|calls?|calling))?|tools?(?:[- _]use)?\\s*[:=]\\s*(?:yes|on|true|enabled)|tools? (?:enabled|on)|tool[- ](?:use|augmented|integrated)|(?:simulated )?(?<!-)tools?',
    ),
    value: 'with',
    fields: everywhere,
  },

  {
    kind: 'modality',
    find: words('text[- _]?only(?:[- _](?:sub)?set)?|text (?:sub)?set|without images?'),
    value: 'text-only',
    fields: everywhere,
  },
  {
    kind: 'modality',
    find: words('full[- ]set(?: \\(text (?:&|and) images?\\))?|multi[- ]?modal(?: set)?|text (?:&|and) images?'),
    value: 'full',
  },

  { kind: 'runs', find: words('maj(?:ority)?1?@1'), value: 'avg@1', fields: inText },
  { kind: 'runs', find: words('(?:avg|average|mean)\\s?@\\s?(\\d+)'), value: (m) => `avg@${m[1]}`, fields: inText },
  { kind: 'runs', find: words('pass\\s?@\\s?(\\d+)'), value: (m) => `pass@${m[1]}`, fields: inText },
  { kind: 'runs', find: words('pass\\s?\\^\\s?(\\d+)'), value: (m) => `pass^${m[1]}`, fields: inText },
  {
    kind: 'runs',
    find: words('(?:cons(?:ensus)?|maj(?:ority)?)\\s?@\\s?(\\d+)'),
    value: (m) => `cons@${m[1]}`,
    fields: inText,
  },
  {
    kind: 'runs',
    find: words('majority[- ]vot(?:e|ing)(?: (?:of|over|with|@) ?(\\d+))?'),
    value: (m) => `cons@${m[1] ?? 'k'}`,
    fields: inText,
  },
  {
    kind: 'runs',
    find: words('(?:best[- ]of[- ]|best ?@ ?|bo)(\\d+|n)'),
    value: (m) => `best@${m[1]?.toLowerCase()}`,
    fields: inText,
  },
  {
    kind: 'runs',
    find: words(
      '(?:avg|average[d]?|mean)\\.? (?:of|over|across) (\\d+) (?:independent )?(?:runs?|trials?|samples?|seeds?|epochs?|times|attempts?)',
    ),
    value: (m) => `avg@${m[1]}`,
    fields: inText,
  },
  {
    kind: 'runs',
    find: words('(\\d+) (?:independent )?(?:runs|trials|seeds|epochs|repeats)'),
    value: (m) => `avg@${m[1]}`,
    fields: inText,
  },
  { kind: 'runs', find: words('(?:single|one) (?:run|trial|attempt)'), value: 'avg@1', fields: inText },

  { kind: 'shots', find: words('(\\d+)[- ]?shots?'), value: group(1), fields: inText },
  { kind: 'shots', find: words('zero[- ]shot'), value: '0', fields: inText },
  { kind: 'shots', find: words('few[- ]shot'), value: 'few', fields: inText },
  {
    kind: 'shots',
    find: words('(?:no|without|w\\/o)[- ](?:cot|chain[- ]of[- ]thought)'),
    value: 'no-cot',
    fields: inText,
  },
  { kind: 'shots', find: words('(?:with )?(?:cot|chain[- ]of[- ]thought)'), value: 'cot', fields: inText },

  {
    kind: 'compute',
    find: words('(?:no|without|w\\/o) (?:parallel )?(?:test[- ]time (?:scaling|compute)|tts)'),
    value: 'none',
  },
  {
    kind: 'compute',
    find: words(
      '(?:with )?(?:parallel )?test[- ]time (?:scaling|compute)(?: \\(tts\\))?|tts|parallel (?:thinking|sampling|compute)',
    ),
    value: 'scaled',
  },
  { kind: 'compute', find: words(`heavy${mode}`), value: 'heavy' },

  {
    kind: 'context',
    find: words('(?:no|without|w\\/o) context[- ]manag\\w+'),
    value: 'unmanaged',
  },
  {
    kind: 'context',
    find: words(
      '(?:with )?(?:an? )?(?:[\\d.]+[km][- ])?context[- ](?:manag\\w+|fold\\w+|compact\\w+|reset\\w*)(?: strategy)?',
    ),
    value: 'managed',
  },
  {
    kind: 'context',
    find: words('(\\d[\\d,.]*[km]?)(?:[- ]tokens?)?[- ](?:context(?: (?:length|window))?|ctx)'),
    value: (m) => thousands(m[1] ?? ''),
  },

  {
    kind: 'effort',
    find: words(
      `(?:non|no|without|w\\/o|disabled?)[- ]?(?:thinking|reasoning)${mode}|(?:thinking|reasoning)(?: mode)?\\s*[:=]?\\s*\\(?(?:off|disabled|none|no|false)\\)?`,
    ),
    value: 'none',
    fields: inText,
  },
  {
    kind: 'effort',
    find: words(
      `(?:reasoning|thinking)?[- _]?effort\\s*[:=]?\\s*(${efforts})|(?:reasoning|thinking)(?: level)?\\s*[:=]\\s*(${efforts})`,
    ),
    value: effort,
    fields: inText,
  },
  {
    kind: 'effort',
    find: words(`(${efforts})[- ](?:reasoning|thinking|effort)(?:[- ]effort)?`),
    value: effort,
    fields: inText,
  },
  {
    kind: 'effort',
    find: new RegExp(`(?:(?<![a-z0-9-])thinking|${start}reasoning[- ](?:mode|on))${mode}(?:[ ,]+\\d+k)?${end}`, 'gi'),
    value: 'thinking',
    fields: inText,
  },
  {
    kind: 'effort',
    find: new RegExp(`_(${efforts})(?=$|_(?:with|no|without)_|_\\uFFFC)`, 'gi'),
    value: effort,
    fields: ['path'],
  },

  {
    kind: 'model',
    find: words(
      "(?:the )?parent(?: model)?(?: [\\w.-]+)?(?:'s)?(?: score)?|inherited(?: from [\\w./-]+)?|copied from (?:the )?(?:base|parent)(?: model)?",
    ),
    value: 'parent',
  },
  {
    kind: 'model',
    find: words('column ["“\']?([a-z0-9][\\w.-]*(?: [a-z0-9][\\w.-]*){0,4})["”\']?'),
    value: (m) => `named:${m[1]?.toLowerCase()}`,
    fields: inText,
  },
  {
    kind: 'model',
    find: words(
      '(?:pre[- ]?trained|base|foundation)[- ](?:model|table|checkpoint|weights|repository|repo|version)(?: table)?(?: [\\w.-]+\\/[\\w.-]+)?',
    ),
    value: 'base',
    fields: inText,
  },
  {
    kind: 'model',
    find: words(
      '(?:instruct(?:ion[- ]tuned)?|chat|post[- ]?trained|fine[- ]?tuned)[- ](?:model|table|checkpoint|weights|repository|repo|version)(?: [\\w.-]+\\/[\\w.-]+)?',
    ),
    value: 'instruct',
    fields: inText,
  },

  {
    kind: 'quantization',
    find: words(
      '(fp8|fp4|nvfp4|mxfp4|mxfp8|int8|int4|awq|gptq|gguf|w8a8|w4a16|q\\d(?:_[0k](?:_[sml])?)?|bf16|fp16|fp32)(?: repository| repo| checkpoint| weights)?',
    ),
    value: group(1),
  },
  { kind: 'quantization', find: words('(\\d)[- ]?bit'), value: (m) => `int${m[1]}` },

  { kind: 'metric', find: words('elo(?: score| rating)?'), value: 'elo', fields: inText },
  { kind: 'metric', find: words('macro(?:[- _]?(?:avg|average[d]?|f1))?'), value: 'macro', fields: inText },
  { kind: 'metric', find: words('micro(?:[- _]?(?:avg|average[d]?|f1))?'), value: 'micro', fields: inText },
  { kind: 'metric', find: words('f1(?:[- ]score)?'), value: 'f1', fields: inText },
  { kind: 'metric', find: words('(?:em|exact[- ]match)'), value: 'em', fields: inText },

  { kind: 'items', find: words('n ?= ?(\\d+)'), value: group(1), fields: inText },
  {
    kind: 'subset',
    find: words('(?:random )?subset of (\\d+)(?: (?:questions|items|problems|tasks|samples))?'),
    value: (m) => `of ${m[1]}`,
  },
  {
    kind: 'subset',
    find: words('(\\d+)[- ](?:question|item|problem|task|sample)s? subset'),
    value: (m) => `of ${m[1]}`,
  },
  {
    kind: 'subset',
    find: words('(public|private|held[- ]out|commercial|dev|validation)[- ](?:sub)?(?:set|split)'),
    value: group(1),
  },
  { kind: 'subset', find: words('subset (?:is )?not (?:named|stated|given)|unnamed subset'), value: 'unnamed' },
  {
    kind: 'items',
    find: words('(?:over|on)? ?(?:the |all )?(\\d{2,6}) (?:questions|problems|items|tasks)'),
    value: group(1),
    fields: inText,
  },

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
