import { end, everywhere, group, inText, type Pattern, READ, remark, start, words } from './pattern.ts';

/** `128K`, `131072`, `1M` in thousands of tokens, as `128k`. */
function thousands(text: string): string {
  const number = Number.parseFloat(text.replace(/,/g, ''));
  if (/m$/i.test(text)) return `${number * 1000}k`;
  if (/k$/i.test(text)) return `${number}k`;
  return `${Math.round(number / 1024)}k`;
}

const mode = '(?:[- ]?mode)?';
const efforts = 'minimal|low|medium|mid|high|x[- ]?high|extra[- ]high|max(?:imum)?';

function effort(match: RegExpExecArray): string | undefined {
  const said = (match[1] ?? match[2])?.toLowerCase().replace(/[- ]/g, '');
  if (said === 'mid') return 'medium';
  if (said === 'maximum') return 'max';
  return said === 'extrahigh' ? 'xhigh' : said;
}

/** What the model was allowed and told: judge, tools, images, prompting, compute, context, effort. */
export const conditionPatterns: readonly Pattern[] = [
  // Judges first: their own effort and tools are not the model's.
  { kind: 'judge', find: words('(?:no|without(?: an?)?) (?:llm[- ])?(?:judge|grader)'), value: 'none' },
  {
    kind: 'judge',
    find: words('(?:judged|graded|scored) (?:by|with) ([\\w./-]*\\d[\\w./-]*\\w|[a-z][\\w.-]+)(?: \\((?:\\w+)\\))?'),
    value: group(1),
  },
  {
    kind: 'judge',
    find: words('((?:gpt|o\\d|claude|gemini|qwen|deepseek|llama|glm|kimi)[\\w./-]*)[- ](?:judged|graded)'),
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
      '(?:no|without(?: any)?|w\\/o|wo|non)[- _]?(?:external |extra |additional )?tools?(?:[- _](?:use|calls?|allowed))?|tools?(?:[- _]use)?\\s*[:=]\\s*(?:no|none|off|false)|tools? (?:disabled|off)|tool[- ]free|closed[- ]book',
    ),
    value: 'none',
    fields: everywhere,
  },
  {
    kind: 'tools',
    find: words(
      '(?:(?:with|w\\/) )?(?:tools?(?: use)? )?\\(?(?:python|code(?: interpreter)?) ?(?:\\+|and|&|,) ?(?:web )?(?:search|browsing)\\)?|(?:(?:with|w\\/) )?(?:tools?(?: use)? )?\\(?(?:web )?(?:search|browsing) ?(?:\\+|and|&|,) ?(?:python|code(?: interpreter)?)\\)?',
    ),
    value: 'python+search',
    fields: everywhere,
  },
  {
    kind: 'tools',
    find: words(
      '(?:with|w\\/)[- _](?:tools? )?\\(?(?:web[- ]?)?(?:search|browsing|browser)(?: tools?)?\\)?|web[- ]search|agentic search|search (?:on|enabled)',
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
      '(?:with|w\\/|using)[- _]?(?:the[- _])?tools?(?:[- _](?:use|calls?|calling))?|tools?(?:[- _]use)?\\s*[:=]\\s*(?:yes|on|true|enabled)|tools? (?:enabled|on|allowed)|tool[- ](?:use|augmented|integrated)|(?:simulated )?(?<!-)tools?',
    ),
    value: 'with',
    fields: everywhere,
  },
  {
    kind: 'modality',
    find: words(
      'text[- _]?only(?:[- _](?:sub)?set)?|text (?:sub)?set|text questions(?: only)?|only text|(?:without|no) images?',
    ),
    value: 'text-only',
    fields: everywhere,
  },
  {
    kind: 'modality',
    find: words('full[- ]set(?: \\(text (?:&|and) images?\\))?|multi[- ]?modal(?: set)?|text (?:&|and) images?'),
    value: 'full',
  },
  { kind: 'modality', find: remark('full'), value: 'full' },
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
  { kind: 'effort', find: words('\\/?no[- _]think|think(?:ing)?[ =:_]+(?:off|false)'), value: 'none', fields: inText },
  { kind: 'effort', find: remark(`(${efforts})`), value: effort },
  { kind: 'effort', find: remark('think'), value: 'thinking' },
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
    find: new RegExp(`_(${efforts})(?=$|_(?:with|no|without)_|_${READ})`, 'gi'),
    value: effort,
    fields: ['path'],
  },
];
